//! The table of norms as every engine gets it, and the facts on which all of them are asked.
//!
//! It is two-valued: an element that nobody told is in no set. An exception that nobody told therefore does not hold.
//! Our own engine calls such a norm open; the others have no such answer, so the comparison leaves it out.

use crate::Fault;
use base::Date;
use norms::facts::Facts;
use norms::{ACT, Catalogue, Inquiry, Limits, Norm, SUBJECT};
use std::collections::{BTreeMap, BTreeSet};

/// What is told: one answer for each element that is known.
pub type Told = BTreeMap<String, String>;

/// The ids of norms that were found.
pub type Found = BTreeSet<String>;

/// That an element has one of some answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// The id of the element.
    pub element: String,
    /// The ids of the answers.
    pub answers: Vec<String>,
}

/// Tests that have to hold together.
pub type Row = Vec<Test>;

/// One norm: it is found when a row holds and no exception does.
pub struct Rule<'a> {
    /// The norm as it is written.
    pub norm: &'a Norm,
    /// The rows of the norm, each together with one reading of every dispute.
    pub rows: Vec<Row>,
    /// The exceptions.
    pub unless: Vec<Row>,
}

impl<'a> Rule<'a> {
    fn new(norm: &'a Norm) -> Self {
        let mut rows = norm.when.clone();
        for dispute in &norm.disputes {
            let readings = dispute.readings.iter().filter(|reading| !reading.never);
            let both = readings.flat_map(|reading| rows.iter().filter_map(|row| together(row, &reading.limits)));
            rows = both.collect();
        }
        let unless = norm.exceptions.iter().map(|exception| row(&exception.limits)).collect();
        Self { norm, rows: widest(rows).iter().map(row).collect(), unless }
    }

    /// Whether the norm is found, by its text and without any engine: what all engines have to say too.
    pub fn holds(&self, told: &Told) -> bool {
        let holds = |limits: &Limits| {
            limits.iter().all(|(element, answers)| told.get(element).is_some_and(|told| answers.contains(told)))
        };
        self.norm.when.iter().any(holds)
            && !self.norm.exceptions.iter().any(|exception| holds(&exception.limits))
            && self.norm.disputes.iter().all(|dispute| dispute.readings.iter().any(|it| !it.never && holds(&it.limits)))
    }
}

/// What holds when both do; nothing when they exclude each other.
fn together(row: &Limits, more: &Limits) -> Option<Limits> {
    let mut both = row.clone();
    for (element, answers) in more {
        match both.get_mut(element) {
            None => drop(both.insert(element.clone(), answers.clone())),
            Some(known) => known.retain(|answer| answers.contains(answer)),
        }
    }
    both.values().all(|answers| !answers.is_empty()).then_some(both)
}

/// Rows without those that a wider one covers: no engine is to look at what cannot change anything.
fn widest(rows: Vec<Limits>) -> Vec<Limits> {
    let covers = |wide: &Limits, narrow: &Limits| {
        wide.iter().all(|(element, answers)| {
            narrow.get(element).is_some_and(|narrow| narrow.iter().all(|answer| answers.contains(answer)))
        })
    };
    let mut kept: Vec<Limits> = Vec::new();
    for row in rows {
        if !kept.iter().any(|other| covers(other, &row)) {
            kept.retain(|other| !covers(&row, other));
            kept.push(row);
        }
    }
    kept
}

/// Limits in the order that spares most work where an engine stops at the first test that fails: few facts share an
/// act.
fn row(limits: &Limits) -> Row {
    let mut row: Row =
        limits.iter().map(|(element, answers)| Test { element: element.clone(), answers: answers.clone() }).collect();
    row.sort_by_key(|test| match test.element.as_str() {
        ACT => 0,
        SUBJECT => 1,
        _ => 2,
    });
    row
}

/// All norms that are matched against acts.
pub fn rules(law: &Catalogue) -> Vec<Rule<'_>> {
    law.law().norms().filter(|norm| !norm.when.is_empty()).map(Rule::new).collect()
}

/// The ids of the elements that the table speaks of, in a stable order.
pub fn elements<'a>(rules: &'a [Rule<'_>]) -> BTreeSet<&'a str> {
    let rows = rules.iter().flat_map(|rule| rule.rows.iter().chain(&rule.unless));
    rows.flatten().map(|test| test.element.as_str()).collect()
}

/// One set of facts, in every form in which an engine takes it.
pub struct Case {
    /// The day of the act, which only [`norms::Law::assess`] looks at.
    pub on: Date,
    /// What is told, as ids.
    pub told: Told,
    /// The same as our engine keeps it.
    pub facts: Facts,
    /// The same as a flat JSON object.
    pub json: String,
}

/// The facts of all examples of norms and of all decided cases, with what follows from them.
pub fn cases(law: &Catalogue) -> Result<Vec<Case>, Fault> {
    let examples = law.law().norms().flat_map(|norm| &norm.examples).map(|example| {
        let mut facts = example.facts.clone();
        let acts = facts.0.remove(ACT).unwrap_or_default();
        Inquiry { on: example.on, election: None, acts, facts }
    });
    let decided = law.cases().iter().map(|case| Inquiry {
        on: case.on,
        election: None,
        acts: case.acts.clone(),
        facts: case.facts.clone(),
    });
    let all = examples.chain(decided).filter_map(|inquiry| Some((*law.told(&inquiry).ok()?.first()?, inquiry.on)));
    all.map(|(facts, on)| case(law, facts, on)).collect()
}

/// What is left of facts when only elements with a single possible answer count: the other engines take values, not
/// sets of which one is so.
fn case(law: &Catalogue, known: Facts, on: Date) -> Result<Case, Fault> {
    let vocabulary = law.law().vocabulary();
    let layout = vocabulary.layout();
    let (mut told, mut facts) = (Told::new(), Facts::default());
    for (element, index) in vocabulary.elements().iter().zip(layout.all()) {
        let Some(place) = known.known(layout, index) else { continue };
        let answer = element.answers.get(usize::try_from(place)?).ok_or("an element has no such answer")?;
        told.insert(element.id.clone(), answer.id.clone());
        facts = facts.is(layout, index, place)?;
    }
    let json = serde_json::to_string(&told)?;
    Ok(Case { on, told, facts, json })
}
