//! The second reading, and the third: what two people read alike is recorded. Who read otherwise is told in what, and never
//! how; they look again, and where they stay with it a third person reads the line, told of neither.

use super::{Held, held};
use crate::tasks::question_of;
use crate::{App, Caller, Fault, Refusal};
use base::{Chance, Instant};
use domain::change::{Change, Effect};
use domain::drive::Drive;
use domain::ids::{PackId, PersonId};
use domain::knowledge::{Attempt, Step};
use domain::manner::Way;
use domain::message::Message;
use domain::pack::{
    Alike, Judged, LineOutcome, Marks, PackEffect, PackLine, PackRefusal, Pair, Settled, SheetCheck, judge,
};
use domain::policy::Action;
use norms::Catalogue;
use std::sync::Arc;
use store::data::{record, record_read, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// What somebody other than the first reads from the line with this place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettledLine {
    /// The place of the line, from 1.
    pub place: u32,
    /// The last characters of the code that is printed there, or all of it.
    pub code: String,
    /// What stands there. Of a line that is looked at again only what differed is taken.
    pub marks: Marks,
    /// Whether it was looked at again after the caller was told in what the two readings differ.
    pub looked_again: bool,
}

/// What came of reading lines again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settlement {
    /// How many lines were recorded.
    pub settled: usize,
    /// How many the caller read otherwise, also after having looked again: a third person has to read them.
    pub differing: usize,
    /// The places of the lines that the caller has to look at again.
    pub look_again: Vec<u32>,
}

impl App {
    /// Compares the caller's reading of lines with that of whoever keyed them. What both read alike is recorded as done on
    /// paper, attested by both. What differs is kept and comes back once, without how the first had read it; where the
    /// caller stays with their reading, nothing is recorded until a third person has read the line, and then what two of
    /// the three read alike is, part by part, attested by these two. Nobody reads a line again that they keyed or stayed
    /// with, nor their own: such lines are passed over, as are lines that are recorded.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not, [`Refusal::Pack`] where a code is not that of the line, [`Fault::Conflict`]
    /// when a line asks other questions.
    pub async fn settle_pack(&self, caller: &Caller, id: PackId, lines: Vec<SettledLine>) -> Result<Settlement, Fault> {
        self.store().write(Settle { caller: caller.clone(), id, lines, law: self.law_shared() }).await
    }
}

/// What a reading leads to.
enum Read {
    /// It is recorded.
    Alike(Alike),
    /// It is another one than the first, and kept: whether the reader has looked again.
    Otherwise(Marks, bool),
    /// The reader was told before that it is another one, and has not looked again.
    Told,
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
        for sent in &self.lines {
            let Some((line, _)) = lines.iter().find(|(line, _)| line.place == sent.place) else { continue };
            if !line.may_settle(me) {
                continue;
            }
            match read(line, sent, me)? {
                Read::Alike(alike) => {
                    let (made, outcome) =
                        self.recorded(tx, &scope, &drive, (line, &alike, pack.at), &mut chance).await?;
                    effects.extend(made);
                    if outcome.pledged {
                        // Whoever did not sign the sheet can say so.
                        let told = Message::pledged(chance.id(), line.person, line.task, (today, at));
                        effects.push(Effect::MessagePlanned(Box::new(told)));
                    }
                    outcomes.push(outcome);
                }
                Read::Otherwise(marks, stands) => {
                    let line = line.id;
                    effects.push(Effect::Pack(PackEffect::LineReread { line, by: me, at, marks, stands }));
                    if stands {
                        found.differing += 1;
                    } else {
                        found.look_again.push(sent.place);
                    }
                }
                Read::Told => found.look_again.push(sent.place),
            }
        }
        found.settled = outcomes.len();
        if !effects.is_empty() {
            let count = |is: fn(&LineOutcome) -> bool| i64::try_from(outcomes.iter().filter(|it| is(it)).count());
            let change = Change::new(permit)
                .say("people", i64::try_from(outcomes.len()).unwrap_or(i64::MAX))
                .say("read", count(|it| it.read).unwrap_or(i64::MAX))
                .say("passed", count(|it| it.check == SheetCheck::Passed).unwrap_or(i64::MAX))
                .say("pledged", count(|it| it.pledged).unwrap_or(i64::MAX))
                .say("again", i64::try_from(found.look_again.len()).unwrap_or(i64::MAX))
                .say("differing", i64::try_from(found.differing).unwrap_or(i64::MAX))
                .with_all(effects);
            record(tx, &scope, &change, at, &mut chance).await?;
        } else if !found.look_again.is_empty() {
            record_read(tx, &scope, permit, found.look_again.len(), at, &mut chance).await?;
        }
        Ok(found)
    }
}

/// What the reading of `me` leads to, beside those that were made before.
fn read(line: &PackLine, sent: &SettledLine, me: PersonId) -> Result<Read, Fault> {
    let keyed = line.keyed.as_ref().ok_or(Fault::Conflict)?;
    let first = keyed.marks.clone().unwrap_or_default();
    let given = |marks: &Marks, is_proved: bool| -> Result<(), Fault> {
        if !marks.fits(line.questions.len()) {
            return Err(Fault::Conflict);
        }
        if is_proved || line.takes(&sent.code, marks) {
            Ok(())
        } else {
            Err(Refusal::Pack(PackRefusal::OtherCode).into())
        }
    };
    let Some(reread) = &line.reread else {
        given(&sent.marks, false)?;
        let is_alike = first.differences(&sent.marks).is_empty();
        let marks = sent.marks.clone();
        return Ok(if is_alike {
            Read::Alike(Alike::of_two((me, keyed.by), marks))
        } else {
            Read::Otherwise(marks, false)
        });
    };
    let second = reread.marks.clone().unwrap_or_default();
    if reread.by != me {
        given(&sent.marks, false)?;
        return Ok(Read::Alike(Alike::of_three([(keyed.by, &first), (reread.by, &second), (me, &sent.marks)])));
    }
    if !sent.looked_again {
        // A second tap on the first reading, or another try at it: neither tells more than was told.
        return Ok(Read::Told);
    }
    let marks = second.looked_again(&first.differences(&second), &sent.marks);
    // Whoever has marked something before has typed the code with it.
    given(&marks, !second.is_blank())?;
    let is_alike = first.differences(&marks).is_empty();
    Ok(if is_alike { Read::Alike(Alike::of_two((me, keyed.by), marks)) } else { Read::Otherwise(marks, true) })
}

impl Settle {
    /// Everything that follows from a line that was read alike; its questions were put when the sheet was made.
    async fn recorded(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        drive: &Drive,
        (line, alike, asked): (&PackLine, &Alike, Instant),
        chance: &mut Chance,
    ) -> Result<(Vec<Effect>, LineOutcome), Fault> {
        let (by, at) = (self.caller.person()?, self.caller.occasion.at);
        let task = tasks::by_id(tx, scope, line.task).await?.ok_or(Fault::NotFound)?;
        // A question may have been taken out of the law files since the sheet was printed. The rest of the sheet counts.
        let right = line.questions.iter().map(|id| question_of(&self.law, id).map(|it| it.correct));
        let right: Option<Vec<usize>> = right.collect();
        let Judged { outcome, answers } = judge(drive, &task, alike, right.as_deref());
        let step = |step, pair: Option<Pair>| {
            let (attested_by, also) = pair?;
            let way = Way::Paper { attested_by, also: Some(also) };
            Some(Effect::StepTaken { task: task.id, step, at, way })
        };
        let mut effects = Vec::new();
        if outcome.read {
            effects.extend(step(Step::Read, alike.read));
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
            effects.extend(step(Step::Passed, alike.answers));
        }
        if outcome.pledged {
            effects.extend(step(Step::Pledged, alike.pledged));
        }
        let settled = Settled { by, at, outcome };
        effects.push(Effect::Pack(PackEffect::LineSettled { line: line.id, settled }));
        Ok((effects, outcome))
    }
}
