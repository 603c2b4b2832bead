//! Our engine, twice: the whole assessment, and bare conditions that answer exactly what the others are asked.

use crate::Fault;
use crate::engine::Engine;
use crate::table::{Case, Found, Rule, Told};
use base::Date;
use norms::facts::{Condition, ElementIndex, Elements, Expression, Facts, Truth};
use norms::{Answers, Assessment, Catalogue, Holding, Law, Limits, Vocabulary};

/// [`Law::assess`]: three values, every reading, near misses, days of force, categories.
pub struct Assess<'a>(pub &'a Law);

impl Engine for Assess<'_> {
    type Input = (Facts, Date);
    type Answer = Assessment;

    fn prepare(&self, case: &Case) -> Result<Self::Input, Fault> {
        Ok((case.facts, case.on))
    }

    /// Ids are looked up and what follows from them is drawn, as for any inquiry.
    fn read(&self, case: &Case) -> Result<Self::Input, Fault> {
        let answers: Answers = serde_json::from_str(&case.json)?;
        let facts = self.0.facts(&answers).map_err(|fault| fault.message(norms::Language::English))?;
        Ok((facts, case.on))
    }

    fn evaluate(&mut self, (facts, on): &Self::Input) -> Result<Assessment, Fault> {
        Ok(self.0.assess(facts, *on))
    }

    /// The norms that apply for sure, under some reading at least.
    fn found(&self, answer: &Assessment) -> Result<Found, Fault> {
        let sure = answer.matches.iter().filter(|it| it.holding() != Holding::Open);
        Ok(sure.map(|it| it.norm(self.0).id.clone()).collect())
    }
}

/// The conditions of all norms, one after the other, without index.
///
/// Every element gets one more answer, *not told*, so that nothing is ever open: our conditions then are two-valued
/// too, and no case of theirs can cover all answers of an element that nobody told.
pub struct Bare<'a> {
    vocabulary: &'a Vocabulary,
    elements: Elements,
    conditions: Vec<(&'a str, Condition)>,
}

impl<'a> Bare<'a> {
    /// Puts the conditions of these norms together.
    pub fn new(law: &'a Catalogue, rules: &[Rule<'a>]) -> Result<Self, Fault> {
        let vocabulary = law.law().vocabulary();
        let counts: Vec<usize> = vocabulary.elements().iter().map(|element| element.answers.len() + 1).collect();
        let elements = Elements::new(&counts)?;
        let conditions = rules.iter().map(|rule| {
            let written = written(vocabulary, rule)?;
            Ok((rule.norm.id.as_str(), Condition::new(&elements, &written)))
        });
        let conditions = conditions.collect::<Result<_, Fault>>()?;
        Ok(Self { vocabulary, elements, conditions })
    }

    fn facts(&self, told: &Told) -> Result<Facts, Fault> {
        let mut facts = Facts::default();
        for (element, index) in self.vocabulary.elements().iter().zip(self.elements.all()) {
            let answer = match told.get(&element.id) {
                Some(answer) => element.answer(answer).ok_or_else(|| format!("{} is no {answer}", element.id))?,
                None => self.not_told(index),
            };
            facts = facts.is(&self.elements, index, answer)?;
        }
        Ok(facts)
    }

    fn not_told(&self, element: ElementIndex) -> u32 {
        self.elements.answers(element).saturating_sub(1)
    }
}

/// The norm as one expression, straight from its text and not from the rows that the other engines get.
fn written(vocabulary: &Vocabulary, rule: &Rule<'_>) -> Result<Expression, Fault> {
    let all = |limits: &Limits| -> Result<Expression, Fault> {
        let each = limits.iter().map(|(element, answers)| match vocabulary.limit(element, answers) {
            Ok((index, answers)) => Ok(Expression::Is(index, answers)),
            Err(_) => Err(Fault::from(format!("{} limits {element} in a way that cannot be said", rule.norm.id))),
        });
        Ok(Expression::All(each.collect::<Result<_, Fault>>()?))
    };
    let any = |each: Vec<&Limits>| -> Result<Expression, Fault> {
        Ok(Expression::Any(each.into_iter().map(all).collect::<Result<_, Fault>>()?))
    };
    let norm = rule.norm;
    let except = any(norm.exceptions.iter().map(|exception| &exception.limits).collect())?;
    let mut parts = vec![any(norm.when.iter().collect())?, Expression::Not(Box::new(except))];
    for dispute in &norm.disputes {
        let readings = dispute.readings.iter().filter(|reading| !reading.never);
        parts.push(any(readings.map(|reading| &reading.limits).collect())?);
    }
    Ok(Expression::All(parts))
}

impl Engine for Bare<'_> {
    type Input = Facts;
    /// The places of the norms that were found.
    type Answer = Vec<usize>;

    fn prepare(&self, case: &Case) -> Result<Facts, Fault> {
        self.facts(&case.told)
    }

    fn read(&self, case: &Case) -> Result<Facts, Fault> {
        self.facts(&serde_json::from_str(&case.json)?)
    }

    fn evaluate(&mut self, facts: &Facts) -> Result<Vec<usize>, Fault> {
        let found = self.conditions.iter().enumerate().filter(|(_, (_, it))| it.truth(facts) == Truth::Yes);
        Ok(found.map(|(place, _)| place).collect())
    }

    fn found(&self, answer: &Vec<usize>) -> Result<Found, Fault> {
        Ok(answer.iter().filter_map(|place| self.conditions.get(*place)).map(|(id, _)| (*id).to_owned()).collect())
    }
}
