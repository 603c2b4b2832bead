//! Election calendars: which stages a date lies in.

use crate::{
    day,
    language::Text,
    source::{Certainty, Source},
};
use base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// General or regional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ElectionKind {
    /// Pemilu (UU 7/2017).
    General,
    /// Pilkada (UU 1/2015 jo. UU 10/2016).
    Regional,
    /// Pemilihan kepala desa (UU 6/2014), which a region holds itself. Norms of the files ask about the other two only.
    Village,
}

impl ElectionKind {
    /// What is decided in an election of this kind.
    #[must_use]
    pub const fn contests(self) -> &'static [Contest] {
        match self {
            Self::General => &[Contest::President, Contest::Dpr, Contest::Dpd, Contest::Dprd],
            Self::Regional => &[Contest::RegionalHead],
            // A village decides on one office alone, and no norm of the files asks about it.
            Self::Village => &[],
        }
    }

    /// All kinds.
    pub const ALL: [Self; 3] = [Self::General, Self::Regional, Self::Village];

    /// The name that the files have for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::Regional => "regional",
            Self::Village => "village",
        }
    }

    /// Reads [`ElectionKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The answer of the element `election` that stands for it; none for a village election, which no norm asks about.
    #[must_use]
    pub const fn code_of_fact(self) -> Option<&'static str> {
        match self {
            Self::General | Self::Regional => Some(self.code()),
            Self::Village => None,
        }
    }
}

/// For which office candidates stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Contest {
    /// President and Vice-President.
    President,
    /// Governor, regent or mayor.
    RegionalHead,
    /// Member of the DPR.
    Dpr,
    /// Member of the DPD.
    Dpd,
    /// Member of a DPRD.
    Dprd,
}

impl Contest {
    /// All of them, in the order of the answers of the element `contest`.
    pub const ALL: [Self; 5] = [Self::President, Self::RegionalHead, Self::Dpr, Self::Dpd, Self::Dprd];

    /// The answer of the element `contest` that stands for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::President => "president",
            Self::RegionalHead => "regional_head",
            Self::Dpr => "dpr",
            Self::Dpd => "dpd",
            Self::Dprd => "dprd",
        }
    }

    /// Reads [`Contest::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|contest| contest.code() == code)
    }
}

/// What a stage means for the norms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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
    /// A time in which all stages stood still.
    Postponement,
    /// The days within which voting had to be held, where its own day is not known or differs by region.
    VotingLimit,
}

impl StageKind {
    /// All kinds, about in the order in which they come.
    pub const ALL: [Self; 13] = [
        Self::Parties,
        Self::TransferWindow,
        Self::ProgrammeWindow,
        Self::IndependentSupport,
        Self::Nomination,
        Self::Determination,
        Self::Campaign,
        Self::QuietPeriod,
        Self::Voting,
        Self::VotingLimit,
        Self::Counting,
        Self::Result,
        Self::Postponement,
    ];

    /// The name that the files have for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Parties => "parties",
            Self::IndependentSupport => "independent_support",
            Self::Nomination => "nomination",
            Self::Determination => "determination",
            Self::Campaign => "campaign",
            Self::QuietPeriod => "quiet_period",
            Self::Voting => "voting",
            Self::Counting => "counting",
            Self::Result => "result",
            Self::TransferWindow => "transfer_window",
            Self::ProgrammeWindow => "programme_window",
            Self::Postponement => "postponement",
            Self::VotingLimit => "voting_limit",
        }
    }

    /// Reads [`StageKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
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
    #[schemars(with = "Option<day::Written>")]
    pub from: Option<Date>,
    /// The first day that another source or reading gives. Between the two nobody can say whether the stage has begun.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub or_from: Option<Date>,
    /// Last day; absent when it is open or not known.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub to: Option<Date>,
    /// False for what was planned and did not take place: a second round, a calendar that another one replaced.
    #[serde(default = "held")]
    pub held: bool,
    /// The contests that it concerns; empty when it concerns all of the election.
    #[serde(default)]
    pub contests: Vec<Contest>,
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

/// Where an election was held that was not held everywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Regions {
    /// As the sources name them.
    #[serde(default)]
    pub names: Vec<String>,
    /// Whether these are all of them.
    pub complete: bool,
}

/// An election with its calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Election {
    /// Such as `pilkada-2024`.
    pub id: String,
    /// General or regional.
    pub kind: ElectionKind,
    /// What people call it.
    pub name: Text,
    /// The election that it repeats in some regions. Of a repetition the sources need not give every stage.
    #[serde(default)]
    pub of: Option<String>,
    /// Where it was held; absent when it was held all over the country.
    #[serde(default)]
    pub regions: Option<Regions>,
    /// The instrument that sets the calendar; absent when no source names that of a repetition.
    #[serde(default)]
    pub instrument: Option<String>,
    /// The letter that sets it instead, of an election that an institution recorded itself.
    #[serde(default)]
    pub letter: Option<Text>,
    /// The entries of the calendar; several may hold on one day.
    pub stages: Vec<Stage>,
    /// Where the dates were read.
    pub sources: Vec<Source>,
    /// What a reader has to know.
    #[serde(default)]
    pub notes: Vec<Text>,
}

impl Election {
    /// The stages that `date` lies in, in the order of the file. One without a last day has ended some time: it is among them
    /// only while the election surely runs.
    pub fn stages_on(&self, date: Date) -> impl Iterator<Item = &Stage> {
        let runs = self.runs_on(date) == Some(true);
        self.stages.iter().filter(move |stage| stage.contains(date) && (runs || stage.to.is_some()))
    }

    /// The stages of this kind that were held.
    pub fn held(&self, kind: StageKind) -> impl Iterator<Item = &Stage> {
        self.stages.iter().filter(move |stage| stage.kind == kind && stage.held)
    }

    /// The one stage of this kind that was held, when its first and last day are known.
    #[must_use]
    pub fn span(&self, kind: StageKind) -> Option<(Date, Date)> {
        self.held(kind).next().and_then(|stage| stage.from.zip(stage.to))
    }
}
