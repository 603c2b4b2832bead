use super::mine;
use crate::{App, Caller, Fault, Refusal};
use base::{Date, Zone};
use domain::category::Category;
use domain::change::{Change, Effect};
use domain::circular::Circular;
use domain::drive::{Asks, Drive};
use domain::ids::{AttemptId, TaskId};
use domain::knowledge::{Attempt, NotNow, QUESTIONS, Step};
use domain::policy::Action;
use norms::{Catalogue, Question};
use std::sync::Arc;
use store::data::{record, tasks, tenancy};
use store::{Tx, Unit};

/// A check that waits for answers.
#[derive(Debug, Clone)]
pub struct CheckView {
    /// The attempt.
    pub attempt: AttemptId,
    /// Its questions, in the order asked.
    pub questions: Vec<Question>,
    /// How many attempts came before.
    pub earlier: usize,
    /// Whether the drive asks for nothing beyond the check.
    pub is_last: bool,
}

/// How a check went.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Each question and the chosen option.
    pub answers: Vec<(Question, u8)>,
    /// How many were right.
    pub correct: u32,
    /// Whether that is enough.
    pub passed: bool,
    /// How many had to be right.
    pub pass_mark: usize,
    /// The circular that was asked about.
    pub circular: Circular,
    /// How far the drive asks people to go.
    pub asks: Asks,
    /// How many checks somebody may answer on one calendar day, and whether that many were.
    pub tries: Option<(u32, bool)>,
}

impl App {
    /// The check that waits for the caller's answers; a fresh one is asked when none does. Questions of earlier
    /// attempts come back only when the bank has no others.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] when reading was not confirmed or the check was passed.
    pub async fn check(&self, caller: &Caller, task: TaskId) -> Result<CheckView, Fault> {
        let ask = Ask { caller: caller.clone(), task, law: self.law_shared() };
        let (attempt, earlier, is_last) = self.store().write(ask).await?;
        let questions = self.questions(&attempt)?;
        Ok(CheckView { attempt: attempt.id, questions, earlier, is_last })
    }

    /// Answers a check: one option per question, beginning with zero. Answering again changes nothing.
    ///
    /// # Errors
    /// [`Refusal::Unanswered`] names the questions without an answer, [`Fault::Conflict`] when one of them was taken out of
    /// the law files meanwhile.
    pub async fn answer_check(
        &self,
        caller: &Caller,
        task: TaskId,
        attempt: AttemptId,
        answers: Vec<Option<u8>>,
    ) -> Result<(), Fault> {
        let answer = Answer { caller: caller.clone(), task, attempt, answers, law: self.law_shared() };
        self.store().write(answer).await
    }

    /// How the caller's last answered check went; nothing when none was answered.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller.
    pub async fn last_outcome(&self, caller: &Caller, task: TaskId) -> Result<Option<Outcome>, Fault> {
        let (attempts, drive, circular, zone) = self.store().read(Attempts { caller: caller.clone(), task }).await?;
        let today = caller.occasion.at.date(zone);
        let tries = drive.tries.map(|tries| (tries, is_enough_for(today, zone, &drive, &attempts)));
        let Some(last) = attempts.into_iter().rev().find(|attempt| attempt.answers.is_some()) else { return Ok(None) };
        let (pass_mark, asks) = (drive.pass_mark, drive.asks);
        let chosen = last.answers.clone().unwrap_or_default();
        // A question that was taken out of the law files since has no explanation any more.
        let known = |(id, option)| Some((question_of(self.law(), id)?, option));
        let answers = last.questions.iter().zip(chosen).filter_map(known).collect();
        let passed = usize::try_from(last.correct).unwrap_or(usize::MAX) >= pass_mark;
        Ok(Some(Outcome { answers, correct: last.correct, passed, pass_mark, circular, asks, tries }))
    }

    fn questions(&self, attempt: &Attempt) -> Result<Vec<Question>, Fault> {
        questions_of(self.law(), &attempt.questions)
    }
}

/// The questions with these ids, in their order.
fn questions_of(law: &Catalogue, ids: &[String]) -> Result<Vec<Question>, Fault> {
    let missing = |id: &String| Fault::Unexpected(format!("question {id} is not in the law files any more"));
    ids.iter().map(|id| question_of(law, id).ok_or_else(|| missing(id))).collect()
}

pub(crate) fn question_of(law: &Catalogue, id: &String) -> Option<Question> {
    law.questions().iter().find(|q| q.id.as_str() == id).cloned()
}

/// Whether every question of an attempt is still in the law files: a newer version may have taken one out.
fn still_asked(law: &Catalogue, attempt: &Attempt) -> bool {
    attempt.questions.iter().all(|id| question_of(law, id).is_some())
}

/// The ids of questions for somebody of this category about this circular: those on the norms of its provisions first, then
/// those on their topics. Questions of earlier attempts come back only
/// when the bank has no others.
pub(crate) fn draw_questions(
    law: &Catalogue,
    circular: &Circular,
    category: Category,
    earlier: &[Attempt],
    seed: u64,
) -> Vec<String> {
    let asked: Vec<_> = earlier.iter().flat_map(|attempt| &attempt.questions).collect();
    let known = law.questions().iter().filter(|q| asked.iter().any(|id| *id == q.id.as_str()));
    let exclude: Vec<_> = known.map(|q| q.id.clone()).collect();
    let provisions = &circular.body.provisions;
    let (norms, topics) = (domain::provision::norms(provisions), domain::provision::topics(provisions));
    let drawn = law.draw_tied(category.code(), &norms, &topics, &exclude, seed, QUESTIONS);
    drawn.into_iter().map(|q| q.id.as_str().to_owned()).collect()
}

/// Whether as many checks were answered on `today` as the drive allows on one day.
pub(crate) fn is_enough_for(today: Date, zone: Zone, drive: &Drive, attempts: &[Attempt]) -> bool {
    let answered = attempts.iter().filter(|it| it.answered.is_some_and(|at| at.date(zone) == today)).count();
    drive.tries.is_some_and(|tries| answered >= usize::try_from(tries).unwrap_or(usize::MAX))
}

struct Ask {
    caller: Caller,
    task: TaskId,
    law: Arc<Catalogue>,
}

impl Unit for Ask {
    type Out = (Attempt, usize, bool);
    type Error = Fault;
    const NAME: &'static str = "tasks/ask";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::AnswerCheck).await?;
        mine.drive.may(&mine.task, Step::Passed)?;
        let mut earlier = tasks::attempts(tx, &mine.scope, self.task).await?;
        let open = earlier.iter().position(|attempt| attempt.answers.is_none() && still_asked(&self.law, attempt));
        let open = open.map(|open| earlier.remove(open));
        let answered = earlier.iter().filter(|attempt| attempt.answers.is_some()).count();
        let is_last = mine.drive.asks.last() == Step::Passed;
        if let Some(attempt) = open {
            return Ok((attempt, answered, is_last));
        }
        let institution = self.caller.institution()?;
        let zone = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?.zone;
        if is_enough_for(self.caller.occasion.at.date(zone), zone, &mine.drive, &earlier) {
            return Err(NotNow::Tomorrow.into());
        }
        let mut chance = self.caller.occasion.chance();
        let questions = draw_questions(&self.law, &mine.circular, mine.task.category, &earlier, chance.number());
        let at = self.caller.occasion.at;
        let attempt = Attempt {
            id: chance.id(),
            task: self.task,
            questions,
            answers: None,
            correct: 0,
            asked: at,
            answered: None,
        };
        let change = Change::new(mine.permit)
            .say_code("part", "asked")
            .say_id("attempt", *attempt.id.bytes())
            .with(Effect::AttemptAsked(Box::new(attempt.clone())));
        record(tx, &mine.scope, &change, at, &mut chance).await?;
        Ok((attempt, answered, is_last))
    }
}

struct Answer {
    caller: Caller,
    task: TaskId,
    attempt: AttemptId,
    answers: Vec<Option<u8>>,
    law: Arc<Catalogue>,
}

impl Unit for Answer {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "tasks/answer";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::AnswerCheck).await?;
        let attempts = tasks::attempts(tx, &mine.scope, self.task).await?;
        let attempt = attempts.into_iter().find(|attempt| attempt.id == self.attempt).ok_or(Fault::NotFound)?;
        if attempt.answers.is_some() {
            return Ok(());
        }
        mine.drive.may(&mine.task, Step::Passed)?;
        if !still_asked(&self.law, &attempt) {
            // The page asks others when it is opened again.
            return Err(Fault::Conflict);
        }
        let questions = questions_of(&self.law, &attempt.questions)?;
        let chosen = |n: usize| self.answers.get(n).copied().flatten().filter(|option| *option < 3);
        let missing: Vec<usize> = (0..questions.len()).filter(|n| chosen(*n).is_none()).map(|n| n + 1).collect();
        if !missing.is_empty() {
            return Err(Refusal::Unanswered(missing).into());
        }
        let answers: Vec<u8> = (0..questions.len()).filter_map(chosen).collect();
        let right = questions.iter().zip(&answers).filter(|(q, option)| q.is_correct(usize::from(**option))).count();
        let at = self.caller.occasion.at;
        let correct = u32::try_from(right).unwrap_or(u32::MAX);
        let passed = right >= mine.drive.pass_mark;
        // Which answers were wrong is nobody's business but the person's: the event says only how it went.
        let mut change = Change::new(mine.permit)
            .say_code("part", if passed { "passed" } else { "not_yet" })
            .say_id("attempt", *self.attempt.bytes())
            .with(Effect::AttemptAnswered { id: self.attempt, answers, correct, at });
        if passed {
            let way = self.caller.way();
            change = change.with(Effect::StepTaken { task: self.task, step: Step::Passed, at, way });
        }
        record(tx, &mine.scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}

struct Attempts {
    caller: Caller,
    task: TaskId,
}

impl Unit for Attempts {
    type Out = (Vec<Attempt>, Drive, Circular, Zone);
    type Error = Fault;
    const NAME: &'static str = "tasks/attempts";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::ViewOwn).await?;
        let institution = self.caller.institution()?;
        let zone = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?.zone;
        Ok((tasks::attempts(tx, &mine.scope, self.task).await?, mine.drive, mine.circular, zone))
    }
}
