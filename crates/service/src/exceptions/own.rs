//! What was recorded about oneself: to read, to answer, and to take part although exempt.

use super::note::without;
use super::{ExceptionView, place_of_answer, views};
use crate::tasks::{Mine, mine};
use crate::{App, Caller, Fault, Keys, Refusal};
use domain::change::{Change, Effect};
use domain::exception::{Exception, ExceptionEffect, ExceptionKind, WORDS_MAX};
use domain::ids::{ExceptionId, TaskId};
use domain::policy::Action;
use store::data::{exceptions, record};
use store::{Tx, Unit};

impl App {
    /// What was recorded about the caller in a task of theirs, the latest first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller.
    pub async fn own_exceptions(&self, caller: &Caller, task: TaskId) -> Result<Vec<ExceptionView>, Fault> {
        self.store().read(Look { caller: caller.clone(), task, keys: self.keys().clone() }).await
    }

    /// Answers what was recorded about the caller. The first answer stays; both it and the record are kept.
    ///
    /// # Errors
    /// [`Refusal::AnswerMissing`] without a word or with too many, [`Fault::NotFound`] when nothing of the kind stands.
    pub async fn answer_exception(
        &self,
        caller: &Caller,
        task: TaskId,
        id: ExceptionId,
        answer: &str,
    ) -> Result<(), Fault> {
        let answer = answer.trim().to_owned();
        if answer.is_empty() || answer.chars().count() > WORDS_MAX {
            return Err(Refusal::AnswerMissing.into());
        }
        let keys = self.keys().clone();
        self.store().write(Answer { caller: caller.clone(), task, id, answer, keys }).await
    }

    /// The caller takes part in a drive from which they are exempt: the exemption ends, the record stays. Doing so again
    /// changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller.
    pub async fn take_part(&self, caller: &Caller, task: TaskId) -> Result<(), Fault> {
        self.store().write(TakePart { caller: caller.clone(), task }).await
    }
}

struct Look {
    caller: Caller,
    task: TaskId,
    keys: Keys,
}

impl Unit for Look {
    type Out = Vec<ExceptionView>;
    type Error = Fault;
    const NAME: &'static str = "exceptions/own";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let Mine { scope, task, .. } = mine(tx, &self.caller, self.task, Action::ViewOwn).await?;
        let all = exceptions::of_person(tx, &scope, task.person).await?;
        views(tx, &scope, &self.keys, &task, all).await
    }
}

struct Answer {
    caller: Caller,
    task: TaskId,
    id: ExceptionId,
    answer: String,
    keys: Keys,
}

impl Unit for Answer {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "exceptions/answer";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let Mine { scope, task, permit, .. } = mine(tx, &self.caller, self.task, Action::AnswerException).await?;
        let known = exceptions::of_person(tx, &scope, task.person).await?;
        let it = known.iter().find(|it| it.id == self.id && it.task == self.task).ok_or(Fault::NotFound)?;
        if it.answer.is_some() || it.ended.is_some() {
            return Ok(());
        }
        let (at, id, mut chance) = (self.caller.occasion.at, self.id, self.caller.occasion.chance());
        let words = self.keys.seal(&place_of_answer(id), self.answer.as_bytes(), &mut chance);
        let change = Change::new(permit)
            .say_code("part", "answered")
            .say_id("exception", *id.bytes())
            .commit("answer", &self.answer)
            .with(Effect::Exception(ExceptionEffect::Answered { id, words, at }));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(())
    }
}

struct TakePart {
    caller: Caller,
    task: TaskId,
}

impl Unit for TakePart {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "exceptions/take_part";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let Mine { scope, task, permit, .. } = mine(tx, &self.caller, self.task, Action::AnswerException).await?;
        let known = exceptions::of_person(tx, &scope, task.person).await?;
        let stands =
            |it: &&Exception| it.task == task.id && matches!(it.kind, ExceptionKind::Exempt(_)) && it.stands(&task);
        let Some(it) = known.iter().find(stands) else { return Ok(()) };
        let (at, by, id) = (self.caller.occasion.at, self.caller.person()?, it.id);
        let change = Change::new(permit)
            .say_code("part", "takes_part")
            .say_id("exception", *id.bytes())
            .with(Effect::Exception(ExceptionEffect::Ended { id, by, at }))
            .with(Effect::Exception(without(&task, it)));
        record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
