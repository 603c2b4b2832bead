// long: the form of an explanation and how each part of it is told stand together.
//! An assessment in words: what applies, why, what is disputed, what follows, and what a person still has to find out.

mod text;
mod told;
mod words;

pub use told::Told;
pub(crate) use words::Words;

use crate::{
    assess::{Assessment, Holding, Match, NearMiss},
    catalogue::Catalogue,
    consequence::{Authority, Effect, Penalty, Track, in_time},
    facts::{AnswerSet, Condition, ElementIndex, Facts, Truth},
    fingerprint::hex,
    instrument::{Instrument, InstrumentKind, Provision},
    law::{Compiled, Follows},
    norm::{NormCategory, NormKind, Part},
    source::Certainty,
};
use base::{Date, Language, iso_date};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::{borrow::Cow, cmp::Reverse, collections::BTreeMap};
use words::{Bases, NormWords, PenaltyWords};

/// A provision on which something rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedBasis {
    /// The id of the instrument.
    pub instrument: String,
    /// The id of the provision, when it is on file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provision: Option<String>,
    /// The instrument as it is cited.
    pub citation: String,
    /// The article.
    pub article: String,
    /// For what; absent for consequences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// How far the provision was checked; absent where it is not on file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
}

/// A fact, or what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedFact {
    /// The id of the element.
    pub element: String,
    /// What it is about.
    pub label: String,
    /// The ids of its answers.
    pub answers: Vec<String>,
    /// The answers in words.
    pub words: Vec<String>,
}

/// A fact as an answer tells it.
pub type ToldFact<'a> = Cow<'a, Told<ExplainedFact>>;

/// One reading of a disputed point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedReading<'a> {
    /// `a`, `b` and so on.
    pub reading: &'a str,
    /// The reading.
    pub text: &'a Told<String>,
    /// What supports it.
    pub support: &'a Told<String>,
    /// How the norm stands to the facts under this reading: `applies`, `does_not_apply` or `open`.
    pub holds: &'static str,
    /// The category under this reading, where it differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<NormCategory>,
}

/// A disputed point that touches a norm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedDispute<'a> {
    /// The id of the instrument.
    pub instrument: &'a str,
    /// The id of the dispute.
    pub dispute: &'a str,
    /// What is disputed.
    pub matter: &'a Told<String>,
    /// How the point is treated until it is settled.
    pub treatment: &'a Told<String>,
    /// Whether the reading makes a difference for these facts.
    pub decides: bool,
    /// The readings.
    pub readings: Vec<ExplainedReading<'a>>,
}

/// A norm that applies, or may, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedMatch<'a> {
    /// The id of the norm.
    pub norm: &'a str,
    /// Its short name.
    pub title: &'a Told<String>,
    /// What it does.
    pub kind: NormKind,
    /// `applies`, `disputed` or `open`.
    pub holds: &'static str,
    /// The categories that can come out.
    pub categories: Vec<NormCategory>,
    /// The provisions on which it rests.
    pub basis: &'a Told<Vec<ExplainedBasis>>,
    /// What its provisions say, in our words.
    pub says: &'a Told<Vec<String>>,
    /// The facts on which the result rests.
    pub because: Vec<ToldFact<'a>>,
    /// Facts that still decide whether it applies.
    pub open: Vec<ToldFact<'a>>,
    /// Points on which readings differ.
    pub disputes: Vec<ExplainedDispute<'a>>,
    /// Provisions of the institution's circulars that repeat it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub circulars: Vec<ExplainedCircular<'a>>,
    /// Sanctions that this norm brings beside those of its category.
    pub penalties: Vec<ExplainedPenalty<'a>>,
    /// How far it was checked against its sources.
    pub certainty: Certainty,
    /// What a reader has to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a Told<String>>,
}

/// A provision of a circular of the institution that repeats a norm, for people of the category, on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedCircular<'a> {
    /// The id of the circular.
    pub circular: &'a str,
    /// The circular as it is cited.
    pub citation: &'a str,
    /// The number of the provision.
    pub provision: &'a str,
    /// What the provision says, as it stands.
    pub text: &'a str,
}

/// A norm that would apply if one fact were different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedNear {
    /// The id of the norm.
    pub norm: String,
    /// Its short name.
    pub title: String,
    /// What it does.
    pub kind: NormKind,
    /// The category it would have by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<NormCategory>,
    /// The fact, with the answers that would make the difference.
    pub with: ExplainedFact,
}

/// An exception that keeps a norm from applying.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedException<'a> {
    /// The id of the norm.
    pub norm: &'a str,
    /// Its short name.
    pub title: &'a Told<String>,
    /// Why it does not apply.
    pub because: &'a str,
}

/// A sanction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedPenalty<'a> {
    /// Its id.
    pub penalty: &'a str,
    /// Its name.
    pub name: &'a Told<String>,
    /// Amounts and terms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<&'a Told<String>>,
    /// Whether it can be imposed on the day.
    pub available: bool,
    /// What has to happen before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub awaits: Option<&'a Told<String>>,
    /// Where it is written.
    pub basis: &'a Told<Vec<ExplainedBasis>>,
    /// The disputed point: instrument and id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispute: Option<&'a Told<ExplainedPoint>>,
}

/// A disputed point without its meaning for a norm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedPoint {
    /// What is disputed.
    pub matter: String,
    /// The readings, each with what supports it.
    pub readings: Vec<(String, String)>,
}

/// Who may impose the sanctions of a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedAuthority<'a> {
    /// The id of the entry.
    pub authority: &'a str,
    /// Who.
    pub who: &'a str,
    /// Whether the facts on which that depends are all known.
    pub sure: bool,
    /// For which penalties only; for all when empty.
    pub penalties: Vec<&'a str>,
    /// Where it is written.
    pub basis: &'a Told<Vec<ExplainedBasis>>,
    /// What a reader has to know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<&'a str>,
}

/// A procedure that follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedTrack<'a> {
    /// Its code.
    pub track: &'a str,
    /// Its name.
    pub name: &'a str,
    /// What happens in it.
    pub says: &'a str,
    /// The first term that matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock: Option<&'a str>,
    /// How it stands beside other procedures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beside: Option<&'a str>,
    /// Whether the facts on which that depends are all known.
    pub sure: bool,
    /// Where it is written.
    pub basis: &'a Told<Vec<ExplainedBasis>>,
}

/// What a category brings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedCategory<'a> {
    /// Which.
    pub category: NormCategory,
    /// Its name.
    pub name: &'a str,
    /// What it means.
    pub says: &'a str,
    /// `applies`, `disputed` or `open`: the surest of the norms that bring it.
    pub holds: &'static str,
    /// What holds for whom it does not bind, where that is the case here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub otherwise: Option<&'a str>,
    /// The norms that bring it.
    pub norms: Vec<&'a str>,
    /// Its sanctions.
    pub penalties: Vec<ExplainedPenalty<'a>>,
    /// Who may impose them.
    pub authorities: Vec<ExplainedAuthority<'a>>,
    /// Which procedures follow.
    pub tracks: Vec<ExplainedTrack<'a>>,
}

/// Something beside the act that counts, or that a person has to weigh.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainedCircumstance<'a> {
    /// Its id.
    pub circumstance: &'a str,
    /// Its name.
    pub name: &'a str,
    /// In which direction it counts.
    pub effect: Effect,
    /// What follows.
    pub says: &'a str,
    /// Where it is written.
    pub basis: &'a Told<Vec<ExplainedBasis>>,
}

/// An assessment in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation<'a> {
    /// The day of the act.
    pub on: String,
    /// The version of the law: the hash of everything on which assessments rest.
    pub law: &'a str,
    /// The hash of law, day and facts: equal ones give the same assessment.
    pub fingerprint: String,
    /// The answer for whoever asks before an act.
    pub verdict: &'static str,
    /// The gravest category that applies under every reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gravest: Option<NormCategory>,
    /// What is known, by the id of the element.
    pub facts: BTreeMap<&'a str, Vec<&'a str>>,
    /// Norms that apply or may, the surest and gravest first.
    pub matches: Vec<ExplainedMatch<'a>>,
    /// Norms that would apply if one fact were different.
    pub near: Vec<&'a Told<ExplainedNear>>,
    /// Norms that an exception keeps from applying.
    pub exceptions: Vec<ExplainedException<'a>>,
    /// What follows, by category, the gravest first; absent when only reasons were asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consequences: Vec<ExplainedCategory<'a>>,
    /// What counts beside the act.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub circumstances: Vec<ExplainedCircumstance<'a>>,
}

fn holds(holding: Holding) -> &'static str {
    match holding {
        Holding::Applies => "applies",
        Holding::Disputed => "disputed",
        Holding::Open => "open",
    }
}

impl Catalogue {
    /// The assessment in words, with what follows.
    #[must_use]
    pub fn explain(&self, assessment: &Assessment, language: Language) -> Explanation<'_> {
        let none = Facts::default();
        let teller = self.teller(assessment, language, &none);
        Explanation {
            consequences: teller.consequences(&assessment.matches),
            // Where nothing applies there is nothing to weigh.
            circumstances: if assessment.matches.is_empty() { Vec::new() } else { teller.circumstances() },
            ..teller.reasons(assessment)
        }
    }

    /// The assessment in words, without what follows: norms, reasons, readings and near misses.
    #[must_use]
    pub fn reasons(&self, assessment: &Assessment, language: Language) -> Explanation<'_> {
        self.teller(assessment, language, &Facts::default()).reasons(assessment)
    }

    fn teller<'a, 'f>(&'a self, assessment: &'f Assessment, language: Language, none: &'f Facts) -> Teller<'a, 'f> {
        let facts = assessment.acts.first().unwrap_or(none);
        Teller { catalogue: self, words: self.words(language), language, on: assessment.on, facts }
    }
}

/// The hash of law, day and facts.
fn fingerprint(law: &str, on: Date, facts: &BTreeMap<&str, Vec<&str>>) -> String {
    let mut hash = Sha256::new();
    hash.update(law);
    hash.update(iso_date(on));
    for (element, answers) in facts {
        hash.update("\n");
        hash.update(element);
        for answer in answers {
            hash.update("=");
            hash.update(answer);
        }
    }
    hex(&hash.finalize())
}

/// Tells of one act at a time.
#[derive(Clone, Copy)]
struct Teller<'a, 'f> {
    catalogue: &'a Catalogue,
    words: &'a Words,
    language: Language,
    on: Date,
    facts: &'f Facts,
}

impl<'a, 'f> Teller<'a, 'f> {
    fn of_act(self, facts: &'f Facts) -> Self {
        Self { facts, ..self }
    }

    fn reasons(&self, assessment: &'f Assessment) -> Explanation<'a> {
        let law = self.catalogue.law();
        let each = || assessment.acts.iter();
        let all = each().copied().reduce(|all, facts| all.or(&facts)).unwrap_or_default();
        let facts = law.vocabulary().known(all);
        let mut matches = assessment.matches.clone();
        // The surest and gravest first; of equals what stands in the higher instrument, a law before a pledge.
        matches.sort_by_key(|it| (Reverse((it.holding(), it.categories.gravest())), self.rank(it)));
        Explanation {
            on: iso_date(assessment.on),
            law: self.catalogue.fingerprint(),
            fingerprint: fingerprint(self.catalogue.fingerprint(), assessment.on, &facts),
            verdict: law.verdict(assessment).code(),
            gravest: law.gravest(assessment),
            facts,
            matches: matches
                .iter()
                .filter_map(|it| {
                    assessment.acts.get(usize::from(it.act)).map_or(*self, |facts| self.of_act(facts)).matched(it)
                })
                .collect(),
            near: assessment.near.iter().filter_map(|miss| self.near(miss)).collect(),
            exceptions: each().flat_map(|facts| self.of_act(facts).exceptions()).collect(),
            consequences: Vec::new(),
            circumstances: Vec::new(),
        }
    }

    fn rank(&self, it: &Match) -> Option<InstrumentKind> {
        self.words.norms.get(usize::from(it.place))?.rank
    }

    fn matched(&self, it: &Match) -> Option<ExplainedMatch<'a>> {
        let compiled = self.catalogue.law().compiled(it.place);
        let (norm, words) = (&compiled.norm, self.words.norms.get(usize::from(it.place))?);
        let met = compiled.agreed.as_ref().and_then(|agreed| agreed.met(self.facts));
        let met = met.or_else(|| compiled.widest.met(self.facts)).unwrap_or_default();
        Some(ExplainedMatch {
            norm: &norm.id,
            title: &words.title,
            kind: norm.kind,
            holds: holds(it.holding()),
            categories: it.categories.iter().collect(),
            basis: &words.basis,
            says: &words.says,
            because: met.iter().filter_map(|limit| self.known(limit.element)).collect(),
            open: self.open(it.open),
            disputes: self.disputes(compiled, words),
            circulars: self.circulars(&norm.id),
            penalties: self.own_penalties(compiled),
            certainty: norm.certainty,
            note: words.note.as_ref(),
        })
    }

    /// What is known of an element; nothing when that is nothing.
    fn known(&self, index: ElementIndex) -> Option<ToldFact<'a>> {
        let layout = self.catalogue.law().vocabulary().layout();
        let set = self.facts.set(layout, index);
        (set.count_ones() < layout.answers(index)).then(|| self.fact(index, set)).flatten()
    }

    fn fact(&self, index: ElementIndex, answers: AnswerSet) -> Option<ToldFact<'a>> {
        self.words.fact(self.catalogue, (index, answers))
    }

    fn open(&self, set: u64) -> Vec<ToldFact<'a>> {
        let layout = self.catalogue.law().vocabulary().layout();
        let open = layout.all().filter(|element| set & crate::assess::element_bit(*element) != 0);
        open.filter_map(|element| self.fact(element, self.facts.set(layout, element))).collect()
    }

    fn disputes(&self, compiled: &'a Compiled, words: &'a NormWords) -> Vec<ExplainedDispute<'a>> {
        let each = compiled.norm.disputes.iter().zip(&compiled.readings).zip(&words.disputes);
        let each = each.filter_map(|((written, conditions), words)| {
            let words = words.as_ref()?;
            let readings = written.readings.iter().zip(conditions).zip(&words.readings);
            let readings: Vec<_> = readings
                .map(|((own, condition), words)| ExplainedReading {
                    reading: &own.reading,
                    text: &words.text,
                    support: &words.support,
                    holds: self.under(condition),
                    category: own.category,
                })
                .collect();
            let said = |it: &ExplainedReading<'_>| (it.holds, it.category);
            let decides = readings.iter().any(|it| Some(said(it)) != readings.first().map(said));
            Some(ExplainedDispute {
                instrument: &written.instrument,
                dispute: &written.dispute,
                matter: &words.matter,
                treatment: &words.treatment,
                decides,
                readings,
            })
        });
        each.collect()
    }

    /// Provisions that repeat the norm in circulars that held on the day and address one of those who may have acted.
    fn circulars(&self, norm: &str) -> Vec<ExplainedCircular<'a>> {
        let holding = self.catalogue.circulars().iter();
        let holding = holding.filter(|it| it.in_force_on(self.on) == Some(true) && self.is_addressed(it));
        let each = holding.flat_map(|circular| circular.provisions.iter().map(move |provision| (circular, provision)));
        let repeating = each.filter(|(_, provision)| provision.norms.iter().any(|it| it == norm));
        let one = |(circular, provision): (&'a Instrument, &'a Provision)| ExplainedCircular {
            circular: &circular.id,
            citation: circular.citation.in_language(self.language),
            provision: &provision.number,
            text: provision.text.in_language(self.language),
        };
        repeating.map(one).collect()
    }

    fn is_addressed(&self, circular: &Instrument) -> bool {
        let law = self.catalogue.law();
        let subjects = law.vocabulary().element(law.subject).map_or(&[][..], |it| &it.answers);
        let mut possible = self.facts.possible(law.vocabulary().layout(), law.subject);
        possible.any(|place| subjects.get(place as usize).is_some_and(|it| circular.addressees.includes(&it.id)))
    }

    fn under(&self, condition: &Condition) -> &'static str {
        match condition.truth(self.facts) {
            Truth::Yes => "applies",
            Truth::No => "does_not_apply",
            Truth::Open => "open",
        }
    }

    fn own_penalties(&self, compiled: &'a Compiled) -> Vec<ExplainedPenalty<'a>> {
        let norm = &compiled.norm;
        let degrees = norm.degrees.iter().zip(&compiled.degrees);
        let held =
            degrees.filter(|(_, condition)| condition.truth(self.facts) != Truth::No).flat_map(|(it, _)| &it.penalties);
        let readings = norm.disputes.iter().flat_map(|dispute| &dispute.readings).flat_map(|it| &it.penalties);
        let ids = norm.penalties.iter().chain(held).chain(readings);
        let known = ids.filter_map(|id| self.penalties().find(|(it, _)| it.entry.id == *id));
        known.filter(|(it, _)| self.can_meet(it)).map(|(it, basis)| self.penalty(&it.entry, basis)).collect()
    }

    fn penalties(&self) -> impl Iterator<Item = (&'a Follows<Penalty>, &'a PenaltyWords)> {
        self.catalogue.law().penalties.iter().zip(&self.words.penalties)
    }

    /// Whether the penalty can meet one of those who may have acted, on this day.
    fn can_meet(&self, it: &Follows<Penalty>) -> bool {
        in_time(it.entry.from, it.entry.to, self.on) && it.when.truth(self.facts) != Truth::No
    }

    fn penalty(&self, penalty: &'a Penalty, words: &'a PenaltyWords) -> ExplainedPenalty<'a> {
        ExplainedPenalty {
            penalty: &penalty.id,
            name: &words.name,
            says: words.says.as_ref(),
            available: penalty.is_available(self.on),
            awaits: words.awaits.as_ref(),
            basis: &words.basis,
            dispute: words.dispute.as_ref(),
        }
    }

    fn near(&self, miss: &NearMiss) -> Option<&'a Told<ExplainedNear>> {
        self.words.norms.get(usize::from(miss.place))?.near(&miss.limit)
    }

    /// Norms that apply but for an exception.
    fn exceptions(&self) -> Vec<ExplainedException<'a>> {
        let law = self.catalogue.law();
        let mut found = Vec::new();
        for &place in law.candidates(self.facts) {
            let compiled = law.compiled(place);
            let excepts = !compiled.exceptions.is_empty() && compiled.norm.reaches(self.on);
            if !excepts || compiled.widest.truth(self.facts) != Truth::No {
                continue;
            }
            for (exception, condition) in compiled.norm.exceptions.iter().zip(&compiled.exceptions) {
                if condition.truth(self.facts) == Truth::Yes
                    && let Some(words) = self.words.norms.get(usize::from(place))
                {
                    found.push(ExplainedException {
                        norm: &compiled.norm.id,
                        title: &words.title,
                        because: exception.because.in_language(self.language),
                    });
                }
            }
        }
        found
    }

    fn consequences(&self, matches: &[Match]) -> Vec<ExplainedCategory<'a>> {
        let law = self.catalogue.law();
        let against: Vec<&Match> = matches.iter().filter(|it| !it.norm(law).kind.allows()).collect();
        let of = |category| against.iter().copied().filter(move |it: &&Match| it.categories.contains(category));
        let mut found = Vec::new();
        for category in NormCategory::ALL.into_iter().rev() {
            let (Some(surest), Some(entry)) =
                (of(category).map(Match::holding).max(), law.consequences().category(category))
            else {
                continue;
            };
            found.push(ExplainedCategory {
                category,
                name: entry.name.in_language(self.language),
                says: entry.says.in_language(self.language),
                holds: holds(surest),
                otherwise: self.otherwise(category, &against),
                norms: of(category).map(|it| it.norm(law).id.as_str()).collect(),
                penalties: self
                    .penalties()
                    .filter(|(it, _)| it.entry.categories.contains(&category) && self.can_meet(it))
                    .map(|(it, basis)| self.penalty(&it.entry, basis))
                    .collect(),
                authorities: self.authorities(category),
                tracks: self.tracks(category),
            });
        }
        found
    }

    /// What holds for whom the written category does not bind: told where it would have come out.
    fn otherwise(&self, category: NormCategory, against: &[&Match]) -> Option<&'a str> {
        if category != NormCategory::Unmapped {
            return None;
        }
        let law = self.catalogue.law();
        let written = against.iter().filter_map(|it| it.norm(law).category);
        let unbound = |id: NormCategory| {
            law.binds.iter().any(|(bound, condition)| *bound == id && condition.truth(self.facts) == Truth::No)
        };
        let first = written.into_iter().find(|id| unbound(*id))?;
        let entry = law.consequences().category(first)?;
        entry.otherwise.as_ref().map(|otherwise| otherwise.in_language(self.language))
    }

    fn authorities(&self, category: NormCategory) -> Vec<ExplainedAuthority<'a>> {
        let law = self.catalogue.law();
        let mine =
            law.authorities.iter().zip(&self.words.authorities).filter(|(it, _)| {
                it.entry.categories.contains(&category) && in_time(it.entry.from, it.entry.to, self.on)
            });
        let one = |(Follows { entry, when }, basis): (&'a Follows<Authority>, &'a Bases)| {
            let truth = when.truth(self.facts);
            (truth != Truth::No).then(|| ExplainedAuthority {
                authority: &entry.id,
                who: entry.who.in_language(self.language),
                sure: truth == Truth::Yes,
                penalties: entry.penalties.iter().map(String::as_str).collect(),
                basis,
                note: entry.note.as_ref().map(|note| note.in_language(self.language)),
            })
        };
        mine.filter_map(one).collect()
    }

    fn tracks(&self, category: NormCategory) -> Vec<ExplainedTrack<'a>> {
        let law = self.catalogue.law();
        let mine =
            law.tracks.iter().zip(&self.words.tracks).filter(|(it, _)| {
                it.entry.categories.contains(&category) && in_time(it.entry.from, it.entry.to, self.on)
            });
        let one = |(Follows { entry, when }, basis): (&'a Follows<Track>, &'a Bases)| {
            let truth = when.truth(self.facts);
            (truth != Truth::No).then(|| ExplainedTrack {
                track: &entry.id,
                name: entry.name.in_language(self.language),
                says: entry.says.in_language(self.language),
                clock: entry.clock.as_ref().map(|clock| clock.in_language(self.language)),
                beside: entry.beside.as_ref().map(|beside| beside.in_language(self.language)),
                sure: truth == Truth::Yes,
                basis,
            })
        };
        mine.filter_map(one).collect()
    }

    fn circumstances(&self) -> Vec<ExplainedCircumstance<'a>> {
        let law = self.catalogue.law();
        let all = law.circumstances.iter().zip(&self.words.circumstances);
        let held = all.filter(|(it, _)| it.when.truth(self.facts) == Truth::Yes);
        held.map(|(Follows { entry, .. }, basis)| ExplainedCircumstance {
            circumstance: &entry.id,
            name: entry.name.in_language(self.language),
            effect: entry.effect,
            says: entry.says.in_language(self.language),
            basis,
        })
        .collect()
    }
}
