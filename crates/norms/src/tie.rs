//! What a norm holds a provision of a circular to: in which phases, for whom, and by which article. And which questions ask
//! about it.

use crate::{
    catalogue::Catalogue,
    facts::Facts,
    law::Law,
    norm::{Norm, NormKind, NormReading, Part},
    phase::Phase,
    question::{Basis, Question},
    vocabulary::{Limits, SUBJECT},
};
use std::collections::BTreeSet;

/// The element whose answers are the phases.
const STAGE: &str = "stage";
/// Elements that make a norm one about elections. What it says of acts without any of them holds at all times, and a circular
/// that names a stage beside it does not take anything from it.
const ELECTORAL: [&str; 4] = ["side", STAGE, "election", "contest"];

impl NormKind {
    /// Whether it tells people what to do or to leave, so that a provision of a circular can say the same.
    #[must_use]
    pub const fn is_told(self) -> bool {
        matches!(self, Self::Principle | Self::Duty | Self::Prohibition | Self::Permission | Self::Requirement)
    }
}

impl Norm {
    /// The provisions on which it rests for what it says.
    pub fn says_by(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = self.basis.iter().filter(|it| it.part == Part::Norm);
        own.map(|it| (it.instrument.as_str(), it.provision.as_str()))
    }
}

impl Law {
    /// The phases in which a norm holds under every reading; nothing where it does not depend on elections, or is not matched
    /// against acts.
    #[must_use]
    pub fn surely_holds_in(&self, norm: &Norm) -> Option<BTreeSet<Phase>> {
        self.holds_in(norm, |so_far, read| &so_far & &read)
    }

    /// The phases in which a norm holds under some reading; nothing where it does not depend on elections, or is not matched
    /// against acts.
    #[must_use]
    pub fn may_hold_in(&self, norm: &Norm) -> Option<BTreeSet<Phase>> {
        self.holds_in(norm, |so_far, _| so_far)
    }

    fn holds_in(
        &self,
        norm: &Norm,
        under: impl Fn(BTreeSet<Phase>, BTreeSet<Phase>) -> BTreeSet<Phase>,
    ) -> Option<BTreeSet<Phase>> {
        let is_electoral = |limits: &Limits| ELECTORAL.iter().any(|id| limits.contains_key(*id));
        if norm.when.is_empty() || !norm.when.iter().all(is_electoral) {
            return None;
        }
        let each = norm.when.iter().map(|limits| {
            let readings = norm.disputes.iter().flat_map(|it| &it.readings);
            readings.fold(self.phases(&[limits]), |so_far, reading| under(so_far, self.read_in(limits, reading)))
        });
        Some(each.flatten().collect())
    }

    fn read_in(&self, limits: &Limits, reading: &NormReading) -> BTreeSet<Phase> {
        if reading.never { BTreeSet::new() } else { self.phases(&[limits, &reading.limits]) }
    }

    /// The phases that are left when all of these limits hold, with what follows from them.
    fn phases(&self, all: &[&Limits]) -> BTreeSet<Phase> {
        let vocabulary = self.vocabulary();
        let told =
            all.iter().flat_map(|limits| limits.iter()).try_fold(Facts::default(), |known, (element, answers)| {
                let answers: Vec<&str> = answers.iter().map(String::as_str).collect();
                vocabulary.with(known, element, &answers)
            });
        let (Ok(known), Some(index)) = (told, vocabulary.index(STAGE)) else { return BTreeSet::new() };
        let answers = vocabulary.element(index).map_or(&[][..], |element| &element.answers);
        let possible = known.possible(vocabulary.layout(), index).filter_map(|place| answers.get(place as usize));
        possible.filter_map(|answer| Phase::from_code(&answer.id)).collect()
    }
}

impl Norm {
    /// The subjects that it names, as answers of the element [`SUBJECT`]; nothing where it binds whoever does the act, or is
    /// not matched against acts.
    #[must_use]
    pub fn subjects(&self) -> Option<BTreeSet<&str>> {
        if self.when.is_empty() {
            return None;
        }
        let named: Option<Vec<&Vec<String>>> = self.when.iter().map(|limits| limits.get(SUBJECT)).collect();
        Some(named?.into_iter().flatten().map(String::as_str).collect())
    }
}

impl Catalogue {
    /// The norms that an article states, as it names them.
    pub fn norms_of(&self, instrument: &str, provision: &str) -> impl Iterator<Item = &Norm> {
        let ids = self.provision(instrument, provision).map_or(&[][..], |found| &found.norms);
        ids.iter().filter_map(|id| Some(self.law().norm(id)?.0))
    }

    /// The norms on which the right answer to a question rests, by their ids.
    #[must_use]
    pub fn norms_asked(&self, question: &Question) -> Vec<String> {
        let articles = question.basis.iter().filter_map(|basis| match basis {
            Basis::Provision { instrument, provision } => Some((instrument, provision)),
            Basis::PledgePoint { .. } => None,
        });
        let all = articles.flat_map(|(instrument, provision)| self.norms_of(instrument, provision));
        all.map(|norm| norm.id.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::LazyLock;

    static LAW: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

    fn norm(id: &str) -> &'static Norm {
        LAW.law().norm(id).unwrap().0
    }

    fn surely(id: &str) -> Option<Vec<&'static str>> {
        LAW.law().surely_holds_in(norm(id)).map(|found| found.into_iter().map(Phase::code).collect())
    }

    #[test]
    fn a_norm_about_candidates_holds_from_their_determination_on() {
        let since = ["before_campaign", "campaign", "quiet_period", "voting", "after_voting"];
        assert_eq!(surely("PP94-5N5"), Some(since.to_vec()));
        assert_eq!(surely("PP94-5N4"), Some(vec!["campaign"]));
        assert_eq!(surely("UU20-24-1D").map(|it| it.len()), Some(7));
        assert_eq!(surely("PP94-28"), None, "a duty of superiors asks for no stage");
        assert_eq!(surely("UU20-2F"), None, "a principle is no act");
    }

    #[test]
    fn what_only_one_reading_says_is_not_sure() {
        assert_eq!(surely("PILK-71-1"), Some(vec!["campaign"]));
        assert!(LAW.law().may_hold_in(norm("PILK-71-1")).unwrap().len() > 1);
        assert_eq!(surely("PANRB-B71-2017-NOW"), Some(Vec::new()), "one reading says that it does not hold at all");
    }

    #[test]
    fn subjects_are_those_that_every_table_names() {
        assert_eq!(norm("PP94-5N5").subjects().unwrap().into_iter().collect::<Vec<_>>(), ["cpns", "pns"]);
        assert_eq!(norm("PILK-69H").subjects(), None);
        assert_eq!(norm("UU20-2F").subjects(), None);
    }

    #[test]
    fn questions_ask_about_the_norms_of_their_articles() {
        let asked: Vec<String> = LAW.questions().iter().flat_map(|it| LAW.norms_asked(it)).collect();
        assert!(asked.iter().any(|id| id == "PP94-5N5"));
        let with = LAW.questions().iter().filter(|it| !LAW.norms_asked(it).is_empty()).count();
        assert!(with * 2 > LAW.questions().len(), "{with} of {} questions", LAW.questions().len());
    }
}
