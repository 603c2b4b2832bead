//! Decided cases that are like the facts at hand: to be read, never to be measured by.

use crate::{
    catalogue::Catalogue,
    decided::DecidedCase,
    inquiry::Inquiry,
    vocabulary::{Limits, SUBJECT},
};

impl Catalogue {
    /// Cases that share an act and, as far as both are known, the category of the person: the most alike first.
    ///
    /// Alike is who shares more acts, then more answers net of those that exclude each other, then the election. The day of the
    /// act and the id of the case decide among equals, so that the same facts always give the same list.
    #[must_use]
    pub fn precedents(&self, inquiry: &Inquiry) -> Vec<&DecidedCase> {
        let same_person = |case: &DecidedCase| {
            let both = inquiry.facts.0.get(SUBJECT).zip(case.facts.0.get(SUBJECT));
            both.is_none_or(|(mine, theirs)| overlap(mine, theirs))
        };
        let shared = |case: &DecidedCase| case.acts.iter().filter(|act| inquiry.acts.contains(act)).count();
        let mut alike: Vec<&DecidedCase> =
            self.cases().iter().filter(|case| shared(case) > 0 && same_person(case)).collect();
        alike.sort_by_key(|case| {
            let same_election = inquiry.election.as_ref() == Some(&case.election);
            let apart = (case.on.to_julian_day() - inquiry.on.to_julian_day()).abs();
            let likeness = (shared(case), nearness(&inquiry.facts.0, &case.facts.0), same_election);
            (std::cmp::Reverse(likeness), apart, &case.id)
        });
        alike
    }
}

/// How many elements have an answer in common, less those whose answers exclude each other.
fn nearness(mine: &Limits, theirs: &Limits) -> i32 {
    let both = mine.iter().filter_map(|(element, answers)| Some((answers, theirs.get(element)?)));
    both.map(|(mine, theirs)| if overlap(mine, theirs) { 1 } else { -1 }).sum()
}

fn overlap(one: &[String], other: &[String]) -> bool {
    one.iter().any(|answer| other.contains(answer))
}
