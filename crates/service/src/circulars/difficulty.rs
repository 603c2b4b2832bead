use super::permit;
use crate::{App, Caller, Fault};
use domain::circular::Circular;
use domain::difficulty::{Tally, Told, told};
use domain::ids::{CircularId, UnitId};
use domain::policy::Action;
use domain::tenancy::UnitTree;
use norms::Question;
use std::collections::BTreeMap;
use store::data::tasks::FirstTry;
use store::data::{circulars, tasks, tenancy};
use store::{Tx, Unit};

/// What is not understood of a circular: the first answers of everybody, added up.
#[derive(Debug, Clone)]
pub struct Difficulty {
    /// The circular.
    pub circular: Circular,
    /// How many people have answered a check.
    pub people: u32,
    /// The questions, what is least understood first as far as it is told. A question that fewer than
    /// [`domain::difficulty::LEAST`] people were asked is left out.
    pub questions: Vec<QuestionLine>,
}

/// A question and how many got it right at their first try.
#[derive(Debug, Clone)]
pub struct QuestionLine {
    /// The question.
    pub question: Question,
    /// Number of the provision that it comes from; none when it was asked because the bank had no other.
    pub provision: Option<usize>,
    /// All of them.
    pub all: Told,
    /// By top unit, the least understood first; small groups are left out, and with them what would tell of them.
    pub units: Vec<UnitShare>,
}

/// How many people of a top unit, and of those under it, got a question right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitShare {
    /// The unit's name.
    pub unit: String,
    /// How many.
    pub told: Told,
}

impl App {
    /// What is not understood of a circular, by question and unit, never by person.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see it, [`Fault::NotFound`] when there is no such circular.
    pub async fn difficulty(&self, caller: &Caller, id: CircularId) -> Result<Difficulty, Fault> {
        let (circular, units, tries) = self.store().read(Look { caller: caller.clone(), id }).await?;
        let people = u32::try_from(tries.len()).unwrap_or(u32::MAX);
        let tallies = count(&units, &tries, |id, option| {
            let question = self.law().questions().iter().find(|it| it.id.as_str() == id)?;
            Some(question.is_correct(usize::from(option)))
        });
        let line = |(id, by_unit): (String, BTreeMap<UnitId, Tally>)| {
            let question = self.law().questions().iter().find(|it| it.id.as_str() == id)?.clone();
            let (all, told) = told(&by_unit)?;
            let name = |(id, told)| units.get(id).map(|unit| UnitShare { unit: unit.name.clone(), told });
            let mut shares: Vec<_> = told.into_iter().filter_map(name).collect();
            shares.sort_by(|a, b| worse(a.told, b.told).then_with(|| a.unit.cmp(&b.unit)));
            let norms = self.law().norms_asked(&question);
            let provision = domain::provision::about(&circular.body.provisions, &norms, &question.topics);
            let provision = provision.map(|(number, _)| number);
            Some(QuestionLine { question, provision, all, units: shares })
        };
        let mut questions: Vec<QuestionLine> = tallies.into_iter().filter_map(line).collect();
        questions.sort_by(|a, b| worse(a.all, b.all).then_with(|| a.question.id.cmp(&b.question.id)));
        Ok(Difficulty { circular, people, questions })
    }
}

/// The smaller share of right answers first, compared without rounding, and by nothing but what is told: the order would tell
/// the rest.
fn worse(a: Told, b: Told) -> std::cmp::Ordering {
    let cross = |one: Told, other: Told| u64::from(one.least + one.most) * u64::from(other.asked);
    cross(a, b).cmp(&cross(b, a))
}

/// Adds up the answers by question and by top unit. `judge` says whether an answer was right, and nothing of a question
/// that has left the bank.
fn count(
    units: &UnitTree,
    tries: &[FirstTry],
    judge: impl Fn(&str, u8) -> Option<bool>,
) -> BTreeMap<String, BTreeMap<UnitId, Tally>> {
    let mut given: BTreeMap<String, BTreeMap<UnitId, Vec<bool>>> = BTreeMap::new();
    for one in tries {
        let top = units.path(one.unit).last().copied().unwrap_or(one.unit);
        for (id, option) in one.questions.iter().zip(&one.answers) {
            let Some(was_right) = judge(id, *option) else { continue };
            given.entry(id.clone()).or_default().entry(top).or_default().push(was_right);
        }
    }
    let steps =
        |of: BTreeMap<UnitId, Vec<bool>>| of.into_iter().map(|(unit, it)| (unit, Tally::in_steps(&it))).collect();
    given.into_iter().map(|(id, of)| (id, steps(of))).collect()
}

struct Look {
    caller: Caller,
    id: CircularId,
}

impl Unit for Look {
    type Out = (Circular, UnitTree, Vec<FirstTry>);
    type Error = Fault;
    const NAME: &'static str = "circulars/difficulty";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        permit(&self.caller, Action::ViewDifficulty, Some(self.id))?;
        let scope = self.caller.scope()?;
        let circular = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        let units = tenancy::units(tx, &scope).await?;
        let tries = tasks::first_tries(tx, &scope, self.id).await?;
        Ok((circular, units, tries))
    }
}
