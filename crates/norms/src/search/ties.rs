//! Which norms a provision of a circular seems to repeat: a proposal by its words, which a person confirms.

use super::word;
use crate::{catalogue::Catalogue, norm::Norm};
use base::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Most norms that are proposed: more than a person reads beside a sentence help nobody.
const PROPOSED_MAX: usize = 4;
/// How alike words of a provision and of a norm have to be, where one is the same and zero nothing in common.
const ALIKE: f64 = 0.35;
/// How much of the best one's likeness another one needs.
const NEAR_BEST: f64 = 0.7;

/// Words that say who is meant, when it holds or only that something is done: they are alike in norms that say other things.
const PASSED: &[&str] = &[
    "pns",
    "cpns",
    "pppk",
    "asn",
    "non",
    "pegawai",
    "setiap",
    "orang",
    "tidak",
    "dilarang",
    "wajib",
    "memakai",
    "dipakai",
    "menggunakan",
    "digunakan",
    "melakukan",
    "membuat",
    "menjadi",
    "ikut",
    "sebelum",
    "selama",
    "sesudah",
    "masa",
    "salah",
    "satu",
];

/// A word by its roots, the word itself first.
type Roots = Vec<String>;

fn words_of(text: &str) -> Vec<Roots> {
    let words: BTreeSet<String> = word::words(text).into_iter().filter(|it| !PASSED.contains(&it.as_str())).collect();
    words.iter().map(|word| word::roots(word)).collect()
}

/// What norms say, word by word, in the order of the norms.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sayings {
    norms: Vec<Saying>,
    rareness: BTreeMap<String, f64>,
}

#[derive(Debug, Clone, Default)]
struct Saying {
    roots: BTreeSet<String>,
    weight: f64,
}

impl Sayings {
    fn of(law: &Catalogue) -> Self {
        let says = |norm: &Norm| {
            let articles = norm.says_by().filter_map(|(instrument, provision)| law.provision(instrument, provision));
            let texts: Vec<&str> = articles.map(|it| it.text.id.as_str()).chain([norm.title.id.as_str()]).collect();
            words_of(&texts.join(" "))
        };
        let said: Vec<Vec<Roots>> = law.law().norms().map(says).collect();
        let all: Vec<BTreeSet<String>> = said.iter().map(|words| words.iter().flatten().cloned().collect()).collect();
        let mut standing: BTreeMap<String, usize> = BTreeMap::new();
        for root in all.iter().flatten() {
            *standing.entry(root.clone()).or_default() += 1;
        }
        let rareness = standing.into_iter().map(|(root, count)| (root, rareness(all.len(), count))).collect();
        let mut sayings = Self { norms: Vec::new(), rareness };
        let weights: Vec<f64> = said.iter().map(|words| words.iter().map(|it| sayings.weight(it)).sum()).collect();
        sayings.norms = all.into_iter().zip(weights).map(|(roots, weight)| Saying { roots, weight }).collect();
        sayings
    }

    /// How rare the commonest root of a word is: that one is most likely what the word means. Nothing for a word that no norm
    /// has.
    fn weight(&self, word: &[String]) -> f64 {
        word.iter().filter_map(|root| self.rareness.get(root).copied()).reduce(f64::min).unwrap_or(0.0)
    }

    /// For each norm, how alike it and a text are. Words that no norm has count for nothing.
    fn alike(&self, text: &str) -> Vec<f64> {
        let asked: Vec<(Roots, f64)> = words_of(text).into_iter().map(|it| (it.clone(), self.weight(&it))).collect();
        let own: f64 = asked.iter().map(|(_, weight)| weight).sum();
        let one = |norm: &Saying| {
            let both = (own * norm.weight).sqrt();
            let shared = asked.iter().filter(|(word, _)| word.iter().any(|root| norm.roots.contains(root)));
            if both > 0.0 { shared.map(|(_, weight)| weight).sum::<f64>() / both } else { 0.0 }
        };
        self.norms.iter().map(one).collect()
    }
}

/// Nearly nothing for a root of every norm, and more the fewer have it.
#[expect(clippy::cast_precision_loss, reason = "there are a few hundred norms")]
fn rareness(all: usize, standing: usize) -> f64 {
    (all as f64 / standing.max(1) as f64).ln() + 0.1
}

impl Catalogue {
    /// The norms that a provision of a letter of `dated` seems to repeat, the most alike first: few, in force, and out of
    /// what the letter cites. A letter that cites nothing is compared with all norms. A proposal: words tell little of what
    /// a sentence means.
    #[must_use]
    pub fn norms_in(&self, text: &str, bases: &[String], dated: Date) -> Vec<&Norm> {
        let sayings = self.sayings().get_or_init(|| Sayings::of(self));
        let is_cited = |norm: &Norm| bases.is_empty() || norm.says_by().any(|(it, _)| bases.iter().any(|id| id == it));
        let holds = |norm: &Norm| norm.from.is_none_or(|it| it <= dated) && norm.to.is_none_or(|it| dated <= it);
        let fits = |norm: &Norm| norm.kind.is_told() && holds(norm) && is_cited(norm);
        let all = self.law().norms().zip(sayings.alike(text));
        let mut found: Vec<(&Norm, f64)> = all.filter(|(norm, alike)| *alike >= ALIKE && fits(norm)).collect();
        found.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        let least = found.first().map_or(0.0, |(_, best)| best * NEAR_BEST);
        found.into_iter().filter(|(_, alike)| *alike >= least).take(PROPOSED_MAX).map(|(norm, _)| norm).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::InstrumentKind;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LAW: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

    fn day() -> Date {
        base::parse_iso_date("2024-10-14").unwrap()
    }

    #[test]
    fn a_provision_finds_the_norm_that_it_repeats() {
        for (text, norm) in [
            (
                "Pejabat dilarang membuat keputusan yang menguntungkan salah satu calon selama masa kampanye.",
                "PP94-5N5",
            ),
            ("Dilarang memberikan surat dukungan disertai fotokopi KTP.", "PP94-5N7"),
            ("PNS tidak memakai fasilitas negara dalam kampanye.", "PP94-5N4"),
        ] {
            let found = LAW.norms_in(text, &["pp-2021-94".to_owned()], day());
            let ids: Vec<&str> = found.iter().map(|it| it.id.as_str()).collect();
            assert!(ids.iter().take(2).any(|id| *id == norm), "{text}: {ids:?}");
        }
        assert_eq!(LAW.norms_in("Demikian untuk dilaksanakan.", &[], day()), Vec::<&Norm>::new());
    }

    /// The proposal is worth its place only while it mostly hits what people found on the circulars of real governments.
    #[test]
    fn proposals_for_real_circulars_are_mostly_right() {
        let (mut hit, mut proposed, mut asked) = (0, 0, 0);
        let real = LAW.instruments().iter().filter(|it| {
            it.kind == InstrumentKind::Circular && it.issuers.iter().any(|issuer| LAW.institution(issuer).is_some())
        });
        for provision in real.flat_map(|it| &it.provisions) {
            let found = LAW.norms_in(&provision.text.id, &[], day());
            asked += 1;
            proposed += found.len();
            hit += found.iter().filter(|it| provision.norms.contains(&it.id)).count();
        }
        eprintln!("{hit} right of {proposed} proposed for {asked} provisions");
        assert!(
            hit * 3 >= proposed * 2 && hit * 2 >= asked,
            "{hit} right of {proposed} proposed for {asked} provisions"
        );
    }

    proptest! {
        #[test]
        fn any_text_can_be_looked_at(text in "\\PC{0,200}") {
            prop_assert!(LAW.norms_in(&text, &[], day()).len() <= PROPOSED_MAX);
        }
    }
}
