//! The second reading: where both say the same, it is recorded; where they differ, the second person looks again, and if
//! they stay with what they read, somebody else has to read the line once more.

use super::{Held, held};
use crate::tasks::questions_of;
use crate::{App, Caller, Fault, Refusal};
use base::{Chance, Instant};
use domain::change::{Change, Effect};
use domain::drive::Drive;
use domain::ids::{PackId, PersonId};
use domain::knowledge::{Attempt, Step};
use domain::manner::Way;
use domain::message::Message;
use domain::pack::{
    Difference, Judged, LineOutcome, Marks, PackEffect, PackLine, PackRefusal, Settled, SheetCheck, judge,
};
use domain::policy::Action;
use norms::Catalogue;
use std::sync::Arc;
use store::data::{record, record_read, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// What the second person reads from the line with this place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledLine {
    /// The place of the line, from 1.
    pub place: u32,
    /// The last characters of the code that is printed there, or all of it.
    pub code: String,
    /// What stands there.
    pub marks: Marks,
    /// Whether they have seen in what the first reading differs, and looked at the picture again.
    pub seen: bool,
}

/// A line that the second person read otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differing {
    /// The place of the line, from 1.
    pub place: u32,
    /// What the first person had read.
    pub first: Marks,
    /// In what the two differ.
    pub differences: Vec<Difference>,
}

/// What came of comparing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settlement {
    /// How many lines were recorded.
    pub settled: usize,
    /// How many the caller read otherwise, also after having seen how: their reading is the first now, and somebody else
    /// has to compare it.
    pub again: usize,
    /// The lines that have to be looked at again.
    pub differing: Vec<Differing>,
}

impl App {
    /// Compares the caller's reading of lines with that of whoever keyed them. What both read alike is recorded as done on
    /// paper, attested by both. What differs comes back once; where the caller stays with their reading after having seen
    /// the difference, nothing is recorded, and it takes the first reading's place until somebody else has compared it:
    /// the first person, or a third. Nobody settles what they keyed, nor their own line: such lines are passed over, as are
    /// lines that are settled.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not, [`Refusal::Pack`] where a code is not that of the line, [`Fault::Conflict`]
    /// when a line asks other questions.
    pub async fn settle_pack(&self, caller: &Caller, id: PackId, lines: Vec<SettledLine>) -> Result<Settlement, Fault> {
        self.store().write(Settle { caller: caller.clone(), id, lines, law: self.law_shared() }).await
    }
}

struct Settle {
    caller: Caller,
    id: PackId,
    lines: Vec<SettledLine>,
    law: Arc<Catalogue>,
}

impl Unit for Settle {
    type Out = Settlement;
    type Error = Fault;
    const NAME: &'static str = "packs/settle";

    async fn run(&self, tx: &mut Tx) -> Result<Settlement, Fault> {
        let Held { scope, pack, lines, drive, permit, .. } =
            held(tx, &self.caller, self.id, Action::ConfirmPack).await?;
        let (me, at, mut chance) = (self.caller.person()?, self.caller.occasion.at, self.caller.occasion.chance());
        let mut found = Settlement::default();
        let institution = tenancy::institution_by_id(tx, self.caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let today = at.date(institution.zone);
        let (mut effects, mut outcomes) = (Vec::new(), Vec::new());
        for SettledLine { place, code, marks, seen } in &self.lines {
            let Some((line, _)) = lines.iter().find(|(line, _)| line.place == *place) else { continue };
            let Some(keyed) = line.keyed.as_ref().filter(|_| line.may_settle(me)) else { continue };
            if marks.answers.len() != line.questions.len() {
                return Err(Fault::Conflict);
            }
            if !line.takes(code, marks) {
                return Err(Refusal::Pack(PackRefusal::OtherCode).into());
            }
            let first = keyed.marks.clone().unwrap_or_default();
            let differences = first.differences(marks);
            if !differences.is_empty() {
                if *seen {
                    // One person alone records nothing, nor does it stand under the name of who read otherwise.
                    let marks = marks.clone();
                    effects.push(Effect::Pack(PackEffect::LineReread { line: line.id, by: me, at, marks }));
                    found.again += 1;
                } else {
                    found.differing.push(Differing { place: *place, first, differences });
                }
                continue;
            }
            let hands = (me, keyed.by);
            let (made, outcome) = self.recorded(tx, &scope, &drive, (line, marks, pack.at), hands, &mut chance).await?;
            effects.extend(made);
            if outcome.pledged {
                // Whoever did not sign the sheet can say so.
                let told = Message::pledged(chance.id(), line.person, line.task, (today, at));
                effects.push(Effect::MessagePlanned(Box::new(told)));
            }
            outcomes.push(outcome);
        }
        found.settled = outcomes.len();
        if !effects.is_empty() {
            let count = |is: fn(&LineOutcome) -> bool| i64::try_from(outcomes.iter().filter(|it| is(it)).count());
            let change = Change::new(permit)
                .say("people", i64::try_from(outcomes.len()).unwrap_or(i64::MAX))
                .say("read", count(|it| it.read).unwrap_or(i64::MAX))
                .say("passed", count(|it| it.check == SheetCheck::Passed).unwrap_or(i64::MAX))
                .say("pledged", count(|it| it.pledged).unwrap_or(i64::MAX))
                .say("differing", i64::try_from(found.differing.len()).unwrap_or(i64::MAX))
                .say("again", i64::try_from(found.again).unwrap_or(i64::MAX))
                .with_all(effects);
            record(tx, &scope, &change, at, &mut chance).await?;
        } else if !found.differing.is_empty() {
            record_read(tx, &scope, permit, found.differing.len(), at, &mut chance).await?;
        }
        Ok(found)
    }
}

impl Settle {
    /// Everything that follows from a line on which two people agree. `by` compared it, `also` keyed it; its questions
    /// were put when the sheet was made.
    async fn recorded(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        drive: &Drive,
        (line, marks, asked): (&PackLine, &Marks, Instant),
        (by, also): (PersonId, PersonId),
        chance: &mut Chance,
    ) -> Result<(Vec<Effect>, LineOutcome), Fault> {
        let at = self.caller.occasion.at;
        let task = tasks::by_id(tx, scope, line.task).await?.ok_or(Fault::NotFound)?;
        let right: Vec<usize> = questions_of(&self.law, &line.questions)?.iter().map(|it| it.correct).collect();
        let Judged { outcome, answers } = judge(drive, &task, marks, &right);
        let way = Way::Paper { attested_by: by, also: Some(also) };
        let step = |step| Effect::StepTaken { task: task.id, step, at, way };
        let mut effects = Vec::new();
        if outcome.read {
            effects.push(step(Step::Read));
        }
        if let Some((answers, correct)) = answers {
            let attempt = Attempt {
                id: chance.id(),
                task: task.id,
                questions: line.questions.clone(),
                answers: None,
                correct: 0,
                asked,
                answered: None,
            };
            let id = attempt.id;
            effects.push(Effect::AttemptAsked(Box::new(attempt)));
            effects.push(Effect::AttemptAnswered { id, answers, correct, at });
        }
        if outcome.check == SheetCheck::Passed {
            effects.push(step(Step::Passed));
        }
        if outcome.pledged {
            effects.push(step(Step::Pledged));
        }
        let settled = Settled { by, at, outcome };
        effects.push(Effect::Pack(PackEffect::LineSettled { line: line.id, settled }));
        Ok((effects, outcome))
    }
}
