//! What the law says in one language, put together once: answers repeat it word for word.

use super::{ExplainedBasis, ExplainedFact, ExplainedNear, ExplainedPoint, Told};
use crate::{
    catalogue::Catalogue,
    consequence::{ConsequenceBasis, Penalty},
    facts::{AnswerSet, ElementIndex, Limit},
    instrument::InstrumentKind,
    language::Text,
    law::{Compiled, Follows},
    norm::{Norm, NormBasis, NormDispute, Part},
};
use base::Language;
use std::{borrow::Cow, collections::BTreeSet};

/// Provisions, as they are cited.
pub(super) type Bases = Told<Vec<ExplainedBasis>>;
/// What is known of an element: one of these answers.
pub(super) type Known = (ElementIndex, AnswerSet);

/// What the law says, in one language.
#[derive(Debug)]
pub(crate) struct Words {
    language: Language,
    /// By the places of norms.
    pub(super) norms: Vec<NormWords>,
    /// In the order of the law, as what follows.
    pub(super) penalties: Vec<PenaltyWords>,
    /// Where each authority is written, and so on.
    pub(super) authorities: Vec<Bases>,
    pub(super) tracks: Vec<Bases>,
    pub(super) circumstances: Vec<Bases>,
    /// Each answer by itself, all answers of an element, and those for which norms ask; in order.
    facts: Vec<(Known, Told<ExplainedFact>)>,
}

/// What a norm says.
#[derive(Debug)]
pub(super) struct NormWords {
    pub(super) title: Told<String>,
    pub(super) basis: Bases,
    pub(super) says: Told<Vec<String>>,
    pub(super) note: Option<Told<String>>,
    /// By its disputes; nothing for one that is not on file.
    pub(super) disputes: Vec<Option<DisputeWords>>,
    /// The kind of the instrument in which it stands.
    pub(super) rank: Option<InstrumentKind>,
    /// That one other fact would bring it, by that fact; in order.
    near: Vec<(Known, Told<ExplainedNear>)>,
}

impl NormWords {
    /// That it would apply with another answer.
    pub(super) fn near(&self, limit: &Limit) -> Option<&Told<ExplainedNear>> {
        found(&self.near, (limit.element, limit.set()))
    }
}

fn found<T>(sorted: &[(Known, T)], wanted: Known) -> Option<&T> {
    let place = sorted.binary_search_by_key(&wanted, |(known, _)| *known).ok()?;
    sorted.get(place).map(|(_, found)| found)
}

/// What is said of a disputed point.
#[derive(Debug)]
pub(super) struct DisputeWords {
    pub(super) matter: Told<String>,
    pub(super) treatment: Told<String>,
    pub(super) readings: Vec<ReadingWords>,
}

/// What is said of a reading.
#[derive(Debug)]
pub(super) struct ReadingWords {
    pub(super) text: Told<String>,
    pub(super) support: Told<String>,
}

/// What is said of a penalty.
#[derive(Debug)]
pub(super) struct PenaltyWords {
    pub(super) name: Told<String>,
    pub(super) says: Option<Told<String>>,
    pub(super) awaits: Option<Told<String>>,
    pub(super) basis: Bases,
    pub(super) dispute: Option<Told<ExplainedPoint>>,
}

impl Words {
    pub(crate) fn new(catalogue: &Catalogue, language: Language) -> Self {
        let law = catalogue.law();
        let teller = Teller { catalogue, language };
        let facts = asked(catalogue).into_iter();
        Self {
            language,
            norms: law.norms.iter().map(|norm| teller.norm(norm)).collect(),
            penalties: law.penalties.iter().map(|it| teller.penalty(&it.entry)).collect(),
            authorities: teller.each(&law.authorities, |it| &it.basis),
            tracks: teller.each(&law.tracks, |it| &it.basis),
            circumstances: teller.each(&law.circumstances, |it| &it.basis),
            facts: facts.filter_map(|it| Some((it, Told::kept(teller.fact(it)?)))).collect(),
        }
    }

    /// What is known of an element of the same catalogue.
    pub(super) fn fact(&self, catalogue: &Catalogue, known: Known) -> Option<Cow<'_, Told<ExplainedFact>>> {
        let teller = Teller { catalogue, language: self.language };
        let kept = found(&self.facts, known).map(Cow::Borrowed);
        kept.or_else(|| teller.fact(known).map(Told::once).map(Cow::Owned))
    }
}

/// What is known of elements more often than not.
fn asked(catalogue: &Catalogue) -> BTreeSet<Known> {
    let (law, layout) = (catalogue.law(), catalogue.law().vocabulary().layout());
    let conditions = law.norms.iter().flat_map(|it| std::iter::once(&it.widest).chain(&it.agreed));
    let limits = conditions.flat_map(|it| it.limits()).map(|limit| (limit.element, limit.set()));
    let alone = layout.all().flat_map(|it| (0..layout.answers(it)).map(move |answer| (it, 1 << answer)));
    let whole = layout.all().map(|it| (it, AnswerSet::MAX >> (AnswerSet::BITS - layout.answers(it))));
    limits.chain(alone).chain(whole).collect()
}

/// Tells of the law in one language.
#[derive(Clone, Copy)]
struct Teller<'a> {
    catalogue: &'a Catalogue,
    language: Language,
}

impl Teller<'_> {
    fn text(self, text: &Text) -> Told<String> {
        Told::kept(text.in_language(self.language).to_owned())
    }

    fn norm(self, Compiled { norm, widest, .. }: &Compiled) -> NormWords {
        let norms = norm.basis.iter().filter(|basis| basis.part == Part::Norm);
        let texts = norms.filter_map(|basis| self.catalogue.provision(&basis.instrument, &basis.provision));
        let near: BTreeSet<Known> = widest.limits().map(|limit| (limit.element, limit.set())).collect();
        NormWords {
            title: self.text(&norm.title),
            basis: Told::kept(norm.basis.iter().map(|basis| self.norm_basis(basis)).collect()),
            says: Told::kept(texts.map(|it| it.text.in_language(self.language).to_owned()).collect()),
            note: norm.note.as_ref().map(|note| self.text(note)),
            disputes: norm.disputes.iter().map(|it| self.dispute(it)).collect(),
            rank: norm.basis.first().and_then(|it| self.catalogue.instrument(&it.instrument)).map(|it| it.kind),
            near: near.into_iter().filter_map(|known| Some((known, Told::kept(self.near(norm, known)?)))).collect(),
        }
    }

    fn near(self, norm: &Norm, with: Known) -> Option<ExplainedNear> {
        Some(ExplainedNear {
            norm: norm.id.clone(),
            title: norm.title.in_language(self.language).to_owned(),
            kind: norm.kind,
            category: norm.category,
            with: self.fact(with)?,
        })
    }

    fn fact(self, (index, set): Known) -> Option<ExplainedFact> {
        let element = self.catalogue.law().vocabulary().element(index)?;
        let possible = |(place, _): &(u32, _)| set >> place & 1 == 1;
        let answers = || (0..).zip(&element.answers).filter(possible).map(|(_, answer)| answer);
        Some(ExplainedFact {
            element: element.id.clone(),
            label: element.label.in_language(self.language).to_owned(),
            answers: answers().map(|answer| answer.id.clone()).collect(),
            words: answers().map(|answer| answer.label.in_language(self.language).to_owned()).collect(),
        })
    }

    fn penalty(self, penalty: &Penalty) -> PenaltyWords {
        let dispute = penalty.dispute.as_ref().and_then(|at| self.catalogue.dispute(&at.instrument, &at.dispute));
        let said = |text: &Text| text.in_language(self.language).to_owned();
        PenaltyWords {
            name: self.text(&penalty.name),
            says: penalty.says.as_ref().map(|says| self.text(says)),
            awaits: penalty.awaits.as_ref().map(|awaits| self.text(awaits)),
            basis: self.bases(&penalty.basis),
            dispute: dispute.map(|dispute| {
                let readings = dispute.readings.iter().map(|it| (said(&it.text), said(&it.support))).collect();
                Told::kept(ExplainedPoint { matter: said(&dispute.matter), readings })
            }),
        }
    }

    fn norm_basis(self, basis: &NormBasis) -> ExplainedBasis {
        let provision = self.catalogue.provision(&basis.instrument, &basis.provision);
        ExplainedBasis {
            instrument: basis.instrument.clone(),
            provision: Some(basis.provision.clone()),
            citation: self.citation(&basis.instrument),
            article: provision.map(|provision| provision.number.clone()).unwrap_or_default(),
            part: Some(basis.part),
            certainty: basis.certainty.or_else(|| provision.map(|provision| provision.certainty)),
        }
    }

    fn dispute(self, written: &NormDispute) -> Option<DisputeWords> {
        let dispute = self.catalogue.dispute(&written.instrument, &written.dispute)?;
        let reading = |it: &crate::Reading| ReadingWords { text: self.text(&it.text), support: self.text(&it.support) };
        Some(DisputeWords {
            matter: self.text(&dispute.matter),
            treatment: self.text(&dispute.treatment),
            readings: dispute.readings.iter().map(reading).collect(),
        })
    }

    /// Where each of these is written.
    fn each<T>(self, all: &[Follows<T>], bases: impl Fn(&T) -> &[ConsequenceBasis]) -> Vec<Bases> {
        all.iter().map(|it| self.bases(bases(&it.entry))).collect()
    }

    fn bases(self, bases: &[ConsequenceBasis]) -> Bases {
        Told::kept(bases.iter().map(|basis| self.consequence_basis(basis)).collect())
    }

    fn consequence_basis(self, basis: &ConsequenceBasis) -> ExplainedBasis {
        let id = basis.provision.as_deref();
        let provision = id.and_then(|id| self.catalogue.provision(&basis.instrument, id));
        let number = || provision.map(|provision| provision.number.clone()).unwrap_or_default();
        ExplainedBasis {
            instrument: basis.instrument.clone(),
            provision: basis.provision.clone(),
            citation: self.citation(&basis.instrument),
            article: basis.article.clone().unwrap_or_else(number),
            part: None,
            certainty: provision.map(|provision| provision.certainty),
        }
    }

    fn citation(self, instrument: &str) -> String {
        let found = self.catalogue.instrument(instrument);
        found.map(|found| found.citation.in_language(self.language).to_owned()).unwrap_or_default()
    }
}
