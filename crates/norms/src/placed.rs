//! Where an act lies in an election: its stage and its windows follow from the day and the calendar.

use crate::{
    election::{Contest, Election, StageKind},
    facts::Facts,
    inquiry::{Answers, InquiryFault},
    law::Law,
    vocabulary::Limits,
};
use base::Date;
use std::collections::BTreeSet;

impl Law {
    /// The same as `known`, and what follows from the calendar of the election that the act concerns.
    ///
    /// Contests can be in different phases on one day. As long as the contest is not known, all their phases stay possible.
    ///
    /// # Errors
    /// [`InquiryFault::Contradiction`] when that was ruled out.
    pub fn placed(&self, known: Facts, election: &Election, on: Date) -> Result<Facts, InquiryFault> {
        // What the facts have no answer for tells nothing.
        let Some(kind) = election.kind.code_of_fact() else { return Ok(known) };
        let known = self.learn(known, &limits("election", [kind]))?;
        let phases: BTreeSet<_> =
            self.contests(known).into_iter().flat_map(|contest| election.phases(on, Some(contest))).collect();
        let mut facts = self.learn(known, &limits("stage", phases.iter().map(|phase| phase.code())))?;
        for (element, window) in
            [("transfer_window", StageKind::TransferWindow), ("programme_window", StageKind::ProgrammeWindow)]
        {
            if let Some(is_in) = election.window(window, on) {
                facts = self.learn(facts, &limits(element, [if is_in { "yes" } else { "no" }]))?;
            }
        }
        Ok(facts)
    }

    /// The contests that are still possible.
    fn contests(&self, known: Facts) -> Vec<Contest> {
        let told = self.vocabulary().told(known).remove("contest");
        let possible = |contest: &Contest| told.as_ref().is_none_or(|ids| ids.iter().any(|id| id == contest.code()));
        Contest::ALL.into_iter().filter(possible).collect()
    }
}

fn limits<'a>(element: &str, answers: impl IntoIterator<Item = &'a str>) -> Answers {
    Answers(Limits::from([(element.to_owned(), answers.into_iter().map(str::to_owned).collect())]))
}
