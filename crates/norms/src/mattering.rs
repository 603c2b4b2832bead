//! Which questions of fact can still matter for an act: what an examiner is asked, and nothing else.

use crate::{
    assess::Match,
    consequence::in_time,
    facts::{ElementIndex, Facts, Truth, open_elements},
    law::Law,
};
use base::Date;
use std::collections::BTreeSet;

/// The elements that can still matter, in the order of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mattering {
    /// Those that can change which norms apply, how, or in which category.
    pub norms: Vec<ElementIndex>,
    /// Those that can change only what follows: sanctions, who may impose them, procedures, circumstances.
    pub consequences: Vec<ElementIndex>,
}

impl Law {
    /// The elements that occur, still undecided, in a condition of a norm that can apply to these acts on the day `on`, and in
    /// what would follow from it. An answer to any other element changes nothing that is told of these acts.
    #[must_use]
    pub fn mattering(&self, acts: &[Facts], on: Date) -> Mattering {
        let (mut norms, mut consequences) = (BTreeSet::new(), BTreeSet::new());
        for facts in acts {
            let assessment = self.assess(facts, on);
            norms.extend(self.open_in_norms(facts, on));
            consequences.extend(self.open_in_consequences(facts, &assessment.matches, on));
        }
        let consequences = consequences.difference(&norms).copied().collect();
        Mattering { norms: norms.into_iter().collect(), consequences }
    }

    fn open_in_norms(&self, facts: &Facts, on: Date) -> BTreeSet<ElementIndex> {
        let mut found = BTreeSet::new();
        for &place in self.candidates(facts) {
            let compiled = self.compiled(place);
            if !compiled.norm.reaches(on) {
                continue;
            }
            let conditions = std::iter::once(&compiled.widest)
                .chain(&compiled.agreed)
                .chain(compiled.readings.iter().flatten())
                .chain(&compiled.exceptions);
            found.extend(open_elements(conditions, facts));
            // What decides a degree matters only while the norm itself is not out of the question.
            if compiled.widest.truth(facts) != Truth::No {
                found.extend(open_elements(&compiled.degrees, facts));
            }
        }
        found
    }

    fn open_in_consequences(&self, facts: &Facts, matches: &[Match], on: Date) -> BTreeSet<ElementIndex> {
        let possible: Vec<_> = matches.iter().flat_map(|it| it.categories.iter()).collect();
        let follows = |categories: &[_]| categories.iter().any(|category| possible.contains(category));
        let penalties = self.penalties.iter().filter(|it| follows(&it.entry.categories)).map(|it| &it.when);
        let authorities = self
            .authorities
            .iter()
            .filter(|it| follows(&it.entry.categories) && in_time(it.entry.from, it.entry.to, on))
            .map(|it| &it.when);
        let tracks = self
            .tracks
            .iter()
            .filter(|it| follows(&it.entry.categories) && in_time(it.entry.from, it.entry.to, on))
            .map(|it| &it.when);
        let circumstances = self.circumstances.iter().filter(|_| !matches.is_empty()).map(|it| &it.when);
        open_elements(penalties.chain(authorities).chain(tracks).chain(circumstances), facts)
    }
}
