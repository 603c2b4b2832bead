//! Which phase of an election a date lies in, and whether it lies in one of the windows of Pasal 71 UU Pilkada.
//!
//! Calendars have gaps, and sources disagree. What is answered here is all that is possible by the calendar, and one answer
//! only where it leaves no other.

use crate::election::{Contest, Election, ElectionKind, Stage, StageKind};
use base::Date;
use std::collections::BTreeSet;

/// Where a date lies in an election, for one contest. Each lasts until the next begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Before nominations open.
    BeforeNomination,
    /// From the first day of nomination.
    Nomination,
    /// From the first day on which candidates are determined.
    BeforeCampaign,
    /// From the first day of the campaign.
    Campaign,
    /// From the first day of the quiet period.
    QuietPeriod,
    /// On the day of voting.
    Voting,
    /// From the day after voting.
    AfterVoting,
}

impl Phase {
    /// All of them, in the order in which they follow each other.
    pub const ALL: [Self; 7] = [
        Self::BeforeNomination,
        Self::Nomination,
        Self::BeforeCampaign,
        Self::Campaign,
        Self::QuietPeriod,
        Self::Voting,
        Self::AfterVoting,
    ];

    /// The answer of the element `stage` that stands for it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BeforeNomination => "before_nomination",
            Self::Nomination => "nomination",
            Self::BeforeCampaign => "before_campaign",
            Self::Campaign => "campaign",
            Self::QuietPeriod => "quiet_period",
            Self::Voting => "voting",
            Self::AfterVoting => "after_voting",
        }
    }

    /// Reads [`Phase::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.code() == code)
    }
}

/// The days between which the first day of something lies, both included; an absent one is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Start {
    pub(crate) earliest: Option<Date>,
    pub(crate) latest: Option<Date>,
}

impl Start {
    /// The first day of one stage.
    pub(crate) fn of(stage: &Stage) -> Self {
        let both = || stage.from.into_iter().chain(stage.or_from);
        Self { earliest: both().min(), latest: both().max() }
    }

    /// The first day of what begins with the first of `stages`. A stage without a day may have begun long before.
    pub(crate) fn of_first<'a>(stages: impl Iterator<Item = &'a Stage>) -> Self {
        let all: Vec<Self> = stages.map(Self::of).collect();
        let earliest = all.iter().map(|it| it.earliest).collect::<Option<Vec<_>>>();
        Self {
            earliest: earliest.and_then(|days| days.into_iter().min()),
            latest: all.iter().filter_map(|it| it.latest).min(),
        }
    }

    /// Whether it has begun on `date`, as far as that is known.
    pub(crate) fn has_begun(self, date: Date) -> Option<bool> {
        if self.latest.is_some_and(|latest| latest <= date) {
            Some(true)
        } else if self.earliest.is_some_and(|earliest| date < earliest) {
            Some(false)
        } else {
            None
        }
    }

    /// The same, where nothing can have begun before `floor`.
    fn not_before(self, floor: Option<Date>) -> Self {
        Self { earliest: self.earliest.or(floor), ..self }
    }
}

impl Election {
    /// The phases in which `date` can lie for `contest`: exactly one where the calendar knows the days, several that follow
    /// each other where it does not. Without a contest, or for one that this election does not decide, those of all its
    /// contests. Never empty.
    #[must_use]
    pub fn phases(&self, date: Date, contest: Option<Contest>) -> BTreeSet<Phase> {
        let all = self.kind.contests();
        if all.is_empty() {
            return self.phases_of(date, None).collect();
        }
        let asked: Vec<Contest> = all.iter().copied().filter(|it| contest == Some(*it)).collect();
        let asked = if asked.is_empty() { all } else { &asked };
        asked.iter().flat_map(|it| self.phases_of(date, Some(*it))).collect()
    }

    fn phases_of(&self, date: Date, contest: Option<Contest>) -> impl Iterator<Item = Phase> {
        let begun = self.starts(contest).map(|(phase, start)| (phase, start.has_begun(date)));
        let surely = begun.iter().filter(|(_, begun)| *begun == Some(true)).map(|(phase, _)| *phase).max();
        let first = surely.unwrap_or(Phase::BeforeNomination);
        // What has not begun bars everything after it, but not what has begun all the same.
        let bar = begun
            .iter()
            .filter(|(phase, begun)| *phase > first && *begun == Some(false))
            .map(|(phase, _)| *phase)
            .min();
        Phase::ALL.into_iter().filter(move |phase| *phase >= first && bar.is_none_or(|bar| *phase < bar))
    }

    /// When each phase but the first begins.
    fn starts(&self, contest: Option<Contest>) -> [(Phase, Start); 6] {
        // Where a court gave a time within which people vote again, nothing of that was there before. The limit is taken as
        // kept: whoever knows otherwise files the days themselves.
        let limits = || self.held(StageKind::VotingLimit);
        let ordered = limits().filter_map(|stage| stage.from).min();
        let limit = limits().filter_map(|stage| stage.to).max();
        let after = |day: Option<Date>| day.and_then(Date::next_day);

        let first = |kind| {
            let concerned =
                |stage: &&Stage| stage.contests.is_empty() || contest.is_some_and(|it| stage.contests.contains(&it));
            Start::of_first(self.held(kind).filter(concerned)).not_before(ordered)
        };
        let (voting, over) = match self.held(StageKind::Voting).next() {
            Some(stage) => {
                let over = after(stage.to);
                (Start::of(stage), Start { earliest: over.or(after(stage.from)), latest: over })
            }
            None => {
                (Start { earliest: ordered, latest: limit }, Start { earliest: after(ordered), latest: after(limit) })
            }
        };
        [
            (Phase::Nomination, first(StageKind::Nomination)),
            (Phase::BeforeCampaign, first(StageKind::Determination)),
            (Phase::Campaign, first(StageKind::Campaign)),
            (Phase::QuietPeriod, first(StageKind::QuietPeriod)),
            (Phase::Voting, voting),
            (Phase::AfterVoting, over),
        ]
    }

    /// Whether `date` lies in a window of this kind, [`StageKind::TransferWindow`] or [`StageKind::ProgrammeWindow`].
    ///
    /// Only a regional election has them. Where the last day is not known, the window surely holds on the day of voting, since
    /// nobody is elected before; after it nobody can say, for the end differs by region. It is not known either where
    /// sources disagree on the first day, where the calendar has no such window on file, and for any other kind.
    #[must_use]
    pub fn window(&self, kind: StageKind, date: Date) -> Option<bool> {
        if !matches!(kind, StageKind::TransferWindow | StageKind::ProgrammeWindow) {
            return None;
        }
        if self.kind != ElectionKind::Regional {
            return Some(false);
        }
        let each: Vec<Option<bool>> = self.held(kind).map(|stage| self.in_window(stage, date)).collect();
        if each.contains(&Some(true)) {
            Some(true)
        } else if each.is_empty() || each.contains(&None) {
            None
        } else {
            Some(false)
        }
    }

    fn in_window(&self, stage: &Stage, date: Date) -> Option<bool> {
        let voted = self.span(StageKind::Voting).map(|(_, last)| last);
        match (Start::of(stage).has_begun(date), stage.to) {
            (Some(false), _) => Some(false),
            (_, Some(last)) if last < date => Some(false),
            (Some(true), Some(_)) => Some(true),
            (Some(true), None) => voted.filter(|voted| date <= *voted).map(|_| true),
            (None, _) => None,
        }
    }
}
