//! Which acts and which everyday situations somebody may mean by words of their own.
//!
//! Every word of a question counts once for each text that has one of its roots: the more, the rarer it is and the nearer
//! to the point it stands. Nothing of what was typed is kept.

pub(crate) mod ties;
mod word;

use crate::{
    catalogue::Catalogue,
    language::Text,
    situation::Situation,
    vocabulary::{ACT, Act, Vocabulary},
};
use std::collections::BTreeMap;

/// Longest question that is read, in words; more only dilute it.
const WORDS_MAX: usize = 24;
/// Most acts that are answered, and most situations.
const FOUND_MAX: usize = 8;
/// How much of the best one's score another one needs.
const NEAR_BEST: f64 = 0.35;
/// How much of its best situation's score counts for an act.
const BY_SITUATION: f64 = 0.5;
/// How sure a word is that meets by another form of its root, and one that meets by a slip.
const BY_ROOT: f64 = 0.8;
const BY_SLIP: f64 = 0.5;
/// Shortest word in which a slip is looked for.
const SLIP_MIN: usize = 5;

/// What was found, the best first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found<'a> {
    /// Acts that may be meant.
    pub acts: Vec<&'a Act>,
    /// Situations that are alike.
    pub situations: Vec<&'a Situation>,
}

impl Found<'_> {
    /// Whether nothing was found.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.acts.is_empty() && self.situations.is_empty()
    }
}

/// How near to the point a text stands.
const NAMES: f64 = 3.0;
const DESCRIBES: f64 = 2.0;
const TELLS: f64 = 1.0;

/// The roots of all texts: for each, in which of them it stands and how near to the point.
#[derive(Debug, Clone, Default)]
pub(crate) struct Roots {
    /// Texts are numbered: acts in their order, then situations in theirs.
    standing: BTreeMap<String, BTreeMap<usize, f64>>,
    texts: usize,
    acts: usize,
}

impl Roots {
    fn of(vocabulary: &Vocabulary, situations: &[Situation]) -> Self {
        let mut roots = Self::default();
        for act in vocabulary.acts() {
            act.words.iter().for_each(|words| roots.read(words, NAMES));
            roots.read_both(&act.label, DESCRIBES);
            roots.texts += 1;
        }
        roots.acts = roots.texts;
        for situation in situations {
            situation.words.iter().for_each(|words| roots.read(words, NAMES));
            roots.read_both(&situation.question, NAMES);
            roots.read_both(&situation.story, TELLS);
            for (element, ids) in &situation.facts.0 {
                let element = vocabulary.index(element).and_then(|index| vocabulary.element(index));
                let answers = element.into_iter().flat_map(|element| &element.answers);
                for answer in answers.filter(|answer| ids.contains(&answer.id)) {
                    roots.read_both(&answer.label, TELLS);
                }
            }
            roots.texts += 1;
        }
        roots
    }

    fn read_both(&mut self, text: &Text, nearness: f64) {
        self.read(&text.id, nearness);
        self.read(&text.en, nearness);
    }

    fn read(&mut self, text: &str, nearness: f64) {
        for root in word::words(text).iter().flat_map(|word| word::roots(word)) {
            let nearest = self.standing.entry(root).or_default().entry(self.texts).or_insert(nearness);
            *nearest = nearest.max(nearness);
        }
    }

    /// For each text, how well `question` fits it.
    fn scores(&self, question: &str) -> Vec<f64> {
        let mut scores = vec![0.0; self.texts];
        let mut words = word::words(question);
        words.sort();
        words.dedup();
        for word in words.into_iter().take(WORDS_MAX) {
            for (text, score) in self.fits(&word) {
                if let Some(sum) = scores.get_mut(text) {
                    *sum += score;
                }
            }
        }
        scores
    }

    /// In which texts a word stands, by the best of its roots; where in none, by those it may be a slip for.
    fn fits(&self, word: &str) -> BTreeMap<usize, f64> {
        let mut best = BTreeMap::new();
        for (place, root) in word::roots(word).iter().enumerate() {
            if let Some(standing) = self.standing.get(root) {
                self.count(&mut best, standing, if place == 0 { 1.0 } else { BY_ROOT });
            }
        }
        if best.is_empty() && word.chars().count() >= SLIP_MIN {
            for (_, standing) in self.standing.iter().filter(|(root, _)| word::is_a_slip(word, root)) {
                self.count(&mut best, standing, BY_SLIP);
            }
        }
        best
    }

    fn count(&self, best: &mut BTreeMap<usize, f64>, standing: &BTreeMap<usize, f64>, sureness: f64) {
        for (text, nearness) in standing {
            let score = nearness * sureness * self.rareness(standing.len());
            best.entry(*text).and_modify(|known| *known = known.max(score)).or_insert(score);
        }
    }

    /// Nearly nothing for a root of every text, and more the fewer have it.
    #[expect(clippy::cast_precision_loss, reason = "there are a few hundred texts")]
    fn rareness(&self, standing: usize) -> f64 {
        (self.texts as f64 / standing.max(1) as f64).ln() + 0.1
    }
}

impl Catalogue {
    /// The acts and situations that somebody may mean by `question`, in Indonesian or English, in common spellings.
    #[must_use]
    pub fn find(&self, question: &str) -> Found<'_> {
        let vocabulary = self.law().vocabulary();
        let roots = self.roots().get_or_init(|| Roots::of(vocabulary, self.situations()));
        let scores = roots.scores(question);
        let (acts, situations) = scores.split_at(roots.acts.min(scores.len()));
        let by_situation = |act: &Act| {
            let of = self.situations().iter().zip(situations);
            let of = of.filter(|(it, _)| it.facts.0.get(ACT).is_some_and(|ids| ids.contains(&act.id)));
            of.map(|(_, score)| *score).fold(0.0, f64::max)
        };
        let acts = vocabulary.acts().iter().zip(acts);
        Found {
            acts: best(acts.map(|(act, own)| (act, own + BY_SITUATION * by_situation(act)))),
            situations: best(self.situations().iter().zip(situations.iter().copied())),
        }
    }
}

/// Those that come near the best one, in the order of their scores; equals stay in the order of the files.
fn best<T>(scored: impl Iterator<Item = (T, f64)>) -> Vec<T> {
    let mut scored: Vec<(T, f64)> = scored.filter(|(_, score)| *score > 0.0).collect();
    scored.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    let least = scored.first().map_or(0.0, |(_, score)| score * NEAR_BEST);
    scored.into_iter().filter(|(_, score)| *score >= least).take(FOUND_MAX).map(|(it, _)| it).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn law() -> Catalogue {
        Catalogue::embedded().unwrap()
    }

    #[test]
    fn what_people_type_leads_to_the_act_they_mean() {
        let law = law();
        for (question, act) in [
            ("boleh like status calon?", "like"),
            ("laik postingan paslon di fb", "like"),
            ("may I like a post of a candidate", "like"),
            ("komen di ig cabup", "comment"),
            ("share program calon di WA", "share"),
            ("terusin pesan kampanye ke grup keluarga", "share"),
            ("masuk grup wa tim sukses", "follow"),
            ("foto pose dua jari", "pose"),
            ("dateng kampanye nonton konser", "attend"),
            ("nyaleg harus mundur?", "stand"),
            ("pakai mobil dinas ke kampanye", "use_facility"),
            ("mobdin buat kampaye", "use_facility"),
            ("terima amplop dari timses", "accept_gift"),
            ("nerima kaos partai", "accept_gift"),
            ("serangan fajar", "buy_votes"),
            ("ngumpulin ktp buat calon perseorangan", "collect_cards"),
            ("jadi saksi partai di TPS", "be_witness"),
            ("nyoblos di tps", "vote"),
            ("pasang baliho bupati di rumah", "install_material"),
            ("atasan nyuruh dukung calon", "order"),
            ("nyebar hoaks", "spread_hoax"),
            ("nonton debat capres di rumah", "seek_information"),
            ("jadi anggota partai", "join_party"),
            ("mutasi pejabat jelang pilkada", "transfer_official"),
        ] {
            let found = law.find(question);
            let ids: Vec<&str> = found.acts.iter().take(3).map(|act| act.id.as_str()).collect();
            assert!(ids.contains(&act), "{question}: {ids:?}");
        }
    }

    #[test]
    fn the_act_that_is_named_comes_first() {
        let law = law();
        for (question, act) in
            [("boleh like status calon?", "like"), ("komentar calon", "comment"), ("mencoblos", "vote")]
        {
            assert_eq!(law.find(question).acts[0].id, act, "{question}");
        }
    }

    #[test]
    fn a_situation_is_found_by_how_people_tell_it() {
        let law = law();
        for (question, situation) in [
            ("kepencet like", "like-candidate-post"),
            ("emoji jempol di grup alumni", "emoji-in-group"),
            ("menghina calon", "mocking-comment"),
        ] {
            let found = law.find(question);
            let ids: Vec<&str> = found.situations.iter().map(|it| it.id.as_str()).collect();
            assert!(ids.contains(&situation), "{question}: {ids:?}");
        }
    }

    /// Whoever asks in the very words of a situation finds it.
    #[test]
    fn every_situation_is_found_by_its_own_question() {
        let law = law();
        for situation in law.situations() {
            for question in [&situation.question.id, &situation.question.en] {
                let found = law.find(question);
                assert!(found.situations.iter().any(|it| it.id == situation.id), "{question}");
            }
        }
    }

    #[test]
    fn what_is_not_about_this_finds_nothing() {
        for question in ["", "   ", "boleh tidak ya", "zxqwv", "?"] {
            assert!(law().find(question).is_empty(), "{question}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn any_question_is_answered(question in "\\PC{0,200}") {
            static LAW: std::sync::LazyLock<Catalogue> = std::sync::LazyLock::new(law);
            let found = LAW.find(&question);
            prop_assert!(found.acts.len() <= FOUND_MAX && found.situations.len() <= FOUND_MAX);
        }
    }
}
