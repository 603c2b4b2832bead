//! Election calendars: which stages a date lies in.

use crate::{
    day,
    language::Text,
    source::{Certainty, Source},
};
use base::Date;
use serde::{Deserialize, Serialize};

/// General or regional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ElectionKind {
    /// Pemilu (UU 7/2017).
    General,
    /// Pilkada (UU 1/2015 jo. UU 10/2016).
    Regional,
}

/// What a stage means for the norms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// Registration and determination of parties.
    Parties,
    /// Collecting support for an independent candidacy.
    IndependentSupport,
    /// Announcement, registration and examination of candidates.
    Nomination,
    /// The act by which candidates are determined, and the drawing of numbers.
    Determination,
    /// Kampanye.
    Campaign,
    /// Masa tenang.
    QuietPeriod,
    /// Pemungutan suara.
    Voting,
    /// Counting and adding up.
    Counting,
    /// Determination of the elected and their inauguration.
    Result,
    /// A window in which heads of region may not replace officials (Pasal 71 ayat (2) UU Pilkada).
    TransferWindow,
    /// A window in which programmes may not favour a side (Pasal 71 ayat (3) UU Pilkada).
    ProgrammeWindow,
}

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Unique within the election.
    pub id: String,
    /// What it means for the norms.
    pub kind: StageKind,
    /// What people call it.
    pub name: Text,
    /// First day; absent when the sources give only a rule and not a date.
    #[serde(default, deserialize_with = "day::optional")]
    pub from: Option<Date>,
    /// Last day; absent when it is open or not known.
    #[serde(default, deserialize_with = "day::optional")]
    pub to: Option<Date>,
    /// False for a second round that was planned and did not take place.
    #[serde(default = "held")]
    pub held: bool,
    /// How far the dates were checked.
    pub certainty: Certainty,
    /// What a reader has to know.
    #[serde(default)]
    pub note: Option<Text>,
}

const fn held() -> bool {
    true
}

impl Stage {
    /// Whether `date` lies in this stage. A stage without a start, or one that was not held, has no days.
    #[must_use]
    pub fn contains(&self, date: Date) -> bool {
        self.held && self.from.is_some_and(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}

/// Where a date lies relative to the campaign: the "before, during and after" of the circulars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// Before the first day of the campaign.
    BeforeCampaign,
    /// In the campaign.
    Campaign,
    /// In the quiet period.
    QuietPeriod,
    /// On the day of voting.
    Voting,
    /// After the day of voting.
    AfterVoting,
}

/// An election with its calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Election {
    /// Such as `pilkada-2024`.
    pub id: String,
    /// General or regional.
    pub kind: ElectionKind,
    /// What people call it.
    pub name: Text,
    /// The instrument that sets the calendar.
    pub instrument: String,
    /// The entries of the calendar; several may hold on one day.
    pub stages: Vec<Stage>,
    /// Where the dates were read.
    pub sources: Vec<Source>,
}

impl Election {
    /// The stages that `date` lies in, in the order of the file.
    pub fn stages_on(&self, date: Date) -> impl Iterator<Item = &Stage> {
        self.stages.iter().filter(move |stage| stage.contains(date))
    }

    /// The one stage of this kind that was held, when its first and last day are known.
    #[must_use]
    pub fn span(&self, kind: StageKind) -> Option<(Date, Date)> {
        self.stages.iter().find(|stage| stage.kind == kind && stage.held).and_then(|stage| stage.from.zip(stage.to))
    }

    /// Where `date` lies relative to the campaign, the quiet period and the day of voting.
    /// Loading guarantees that all three are known and follow each other, so this always has an answer.
    #[must_use]
    pub fn position(&self, date: Date) -> Position {
        let starts = |kind| self.span(kind).is_some_and(|(from, _)| from <= date);
        let over = self.span(StageKind::Voting).is_some_and(|(_, to)| to < date);
        if over {
            Position::AfterVoting
        } else if starts(StageKind::Voting) {
            Position::Voting
        } else if starts(StageKind::QuietPeriod) {
            Position::QuietPeriod
        } else if starts(StageKind::Campaign) {
            Position::Campaign
        } else {
            Position::BeforeCampaign
        }
    }
}
