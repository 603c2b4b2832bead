//! Which elections matter on a day.

use crate::{
    catalogue::Catalogue,
    election::{Election, ElectionKind, StageKind},
    phase::Start,
};
use base::Date;

impl Election {
    /// Whether the election runs on `date`: its first stage has begun and its result stages have not ended. Windows count as
    /// stages. Where no last day of a result is known, it surely runs until the last day of the calendar, and whether it
    /// runs later is not known.
    #[must_use]
    pub fn runs_on(&self, date: Date) -> Option<bool> {
        let held = || self.stages.iter().filter(|stage| stage.held);
        // An undated stage, such as a result, says nothing of when it all began.
        match Start::of_first(held().filter(|stage| stage.from.is_some())).has_begun(date) {
            Some(true) => {}
            other => return other,
        }
        let result = self.held(StageKind::Result).filter_map(|stage| stage.to).max();
        match result {
            Some(last) => Some(date <= last),
            None => held().filter_map(|stage| stage.to.or(stage.from)).max().filter(|last| date <= *last).map(|_| true),
        }
    }

    /// Whether people have voted before `date`; where the day of voting is not known, whether the last limit for it is past.
    fn is_over(&self, date: Date) -> bool {
        let limit = || self.held(StageKind::VotingLimit).filter_map(|stage| stage.to).max();
        self.span(StageKind::Voting).map(|(_, last)| last).or_else(limit).is_some_and(|last| last < date)
    }
}

impl Catalogue {
    /// The elections that surely run on `date`, by id. See [`Election::runs_on`].
    pub fn running_on(&self, date: Date) -> impl Iterator<Item = &Election> {
        self.elections().iter().filter(move |election| election.runs_on(date) == Some(true))
    }

    /// The elections that somebody may want to name on `date`, by id: those in which people have not yet voted, and where
    /// none of a kind is to come, the last one. A repetition is named from the end of what it repeats to its own.
    #[must_use]
    pub fn elections_to_choose(&self, date: Date) -> Vec<&Election> {
        let voted = |it: &Election| it.span(StageKind::Voting).map(|(_, last)| last);
        let last = |kind: ElectionKind| {
            let all = || self.elections().iter().filter(|it| it.kind == kind && it.of.is_none());
            let is_past = all().all(|it| it.is_over(date));
            all().max_by_key(|it| voted(it)).filter(|_| is_past).map(|it| it.id.as_str())
        };
        let last = [last(ElectionKind::General), last(ElectionKind::Regional)];
        let repeats = |it: &Election| it.of.as_ref().and_then(|of| self.election(of));
        let comes = |it: &Election| !it.is_over(date) && repeats(it).is_none_or(|first| first.is_over(date));
        let offered = |it: &&Election| comes(it) || last.contains(&Some(it.id.as_str()));
        self.elections().iter().filter(offered).collect()
    }
}
