//! What somebody asked themselves: to read, to show, to take back and to erase.

use super::{at_day, hash_of_code, institution, marks, open_answer, open_question, unnamed};
use crate::guesses::{LetThrough, Missed};
use crate::{App, Caller, Device, Fault, Keys, Refusal};
use base::Date;
use domain::change::{Change, Effect};
use domain::consultation::{Answer, Asked, Consultation, ConsultationEffect, Counted};
use domain::ids::ConsultationId;
use domain::paper::tidy_code;
use domain::policy::{Action, Target, allow};
use domain::tenancy::Institution;
use store::data::{consultations, record};
use store::{Scope, Tx, Unit};

/// Codes that do not exist and may come from one network before those in it have to wait: a whole office shares one.
const FREE_OF_NETWORK: u32 = 100;

/// Characters of a code.
const CODE: usize = 16;

/// By what somebody comes to a question of theirs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionKey {
    /// They are signed in, and asked with their name.
    Own(ConsultationId),
    /// They have its code.
    Code(String),
}

/// One of one's own questions, in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnQuestion {
    /// Its id.
    pub id: ConsultationId,
    /// The day on which it was asked.
    pub asked: Date,
    /// By when it is answered, and how that was counted.
    pub due: (Date, Counted),
    /// The day of the answer.
    pub answered: Option<Date>,
}

/// A question with its answer, as its asker sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionView {
    /// Its id.
    pub id: ConsultationId,
    /// Who answers.
    pub institution: Institution,
    /// The day on which it was asked.
    pub asked: Date,
    /// By when it is answered, and how that was counted.
    pub due: (Date, Counted),
    /// What was asked; nothing once it was erased.
    pub question: Option<Asked>,
    /// What was answered, and on which day.
    pub answer: Option<(Answer, Date)>,
}

impl App {
    /// What the caller has asked with their name, the latest first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn own_questions(&self, caller: &Caller) -> Result<Vec<OwnQuestion>, Fault> {
        self.store().read(List { caller: caller.clone(), keys: self.keys().clone() }).await
    }

    /// One of the caller's own questions.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when it is not theirs.
    pub async fn own_question(&self, caller: &Caller, id: ConsultationId) -> Result<QuestionView, Fault> {
        let key = QuestionKey::Own(id);
        self.store().read(Look { caller: caller.clone(), key, keys: self.keys().clone() }).await
    }

    /// The question with this code; none when there is none, whatever was typed.
    ///
    /// # Errors
    /// [`Refusal::WaitUntil`] after too many codes from this network that do not exist.
    pub async fn question_by_code(
        &self,
        caller: &Caller,
        device: &Device,
        code: &str,
    ) -> Result<Option<QuestionView>, Fault> {
        let (now, pattern) = (caller.occasion.at, self.keys().hash("throttle-consultation", device.network()));
        self.store().read(LetThrough { pattern, now }).await?;
        let (key, keys) = (QuestionKey::Code(code.to_owned()), self.keys().clone());
        match self.store().read(Look { caller: caller.clone(), key, keys }).await {
            Ok(found) => Ok(Some(found)),
            Err(Fault::NotFound) => {
                // What is no code at all is a slip of the finger and guesses nothing.
                if tidy_code(code).chars().count() == CODE {
                    self.store().write(Missed { pattern, free: FREE_OF_NETWORK, now }).await?;
                }
                Ok(None)
            }
            Err(fault) => Err(fault),
        }
    }

    /// Takes a question back that was not answered yet: what was asked and who asked are erased. Doing so again finds nothing.
    ///
    /// # Errors
    /// [`Refusal::AlreadyAnswered`] when the adviser was faster; [`Fault::NotFound`] when it is not the caller's.
    pub async fn withdraw_question(&self, caller: &Caller, key: QuestionKey) -> Result<(), Fault> {
        self.store().write(End { caller: caller.clone(), key, keys: self.keys().clone(), erases: false }).await
    }

    /// Erases what was asked, once it was answered. Day and answer stay for whoever asked. Doing so again changes nothing.
    ///
    /// # Errors
    /// [`Fault::Conflict`] before the answer; [`Fault::NotFound`] when it is not the caller's.
    pub async fn erase_question(&self, caller: &Caller, key: QuestionKey) -> Result<(), Fault> {
        self.store().write(End { caller: caller.clone(), key, keys: self.keys().clone(), erases: true }).await
    }
}

/// The caller's own question, and of which institution it is.
async fn mine(
    tx: &mut Tx,
    caller: &Caller,
    keys: &Keys,
    key: &QuestionKey,
) -> Result<(Institution, Consultation), Fault> {
    match key {
        QuestionKey::Code(code) => {
            let found = consultations::by_code(tx, hash_of_code(keys, code)).await?;
            let (owner, it) = found.ok_or(Fault::NotFound)?;
            Ok((institution(tx, owner).await?, it))
        }
        QuestionKey::Own(id) => {
            let (scope, of, me) = (caller.scope()?, caller.institution()?, caller.person()?);
            allow(&caller.actor, Action::ViewOwn, &Target::of(of, "consultation").person(me))?;
            let it = consultations::by_id(tx, &scope, *id).await?.ok_or(Fault::NotFound)?;
            let mark = it.asker.ok_or(Fault::NotFound)?;
            // Somebody else's question is as one that does not exist.
            if !marks(tx, &scope, keys, me).await?.contains(&mark) {
                return Err(Fault::NotFound);
            }
            Ok((institution(tx, of).await?, it))
        }
    }
}

struct List {
    caller: Caller,
    keys: Keys,
}

impl Unit for List {
    type Out = Vec<OwnQuestion>;
    type Error = Fault;
    const NAME: &'static str = "consultations/own";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, of, me) = (self.caller.scope()?, self.caller.institution()?, self.caller.person()?);
        allow(&self.caller.actor, Action::ViewOwn, &Target::of(of, "consultation").person(me))?;
        let mut found = Vec::new();
        for mark in marks(tx, &scope, &self.keys, me).await? {
            found.extend(consultations::of_asker(tx, &scope, mark).await?);
        }
        found.sort_by_key(|it| std::cmp::Reverse((it.asked, it.id)));
        let line = |it: Consultation| OwnQuestion {
            id: it.id,
            asked: it.asked,
            due: (it.due, it.counted),
            answered: it.answer.map(|(_, on)| on),
        };
        Ok(found.into_iter().map(line).collect())
    }
}

struct Look {
    caller: Caller,
    key: QuestionKey,
    keys: Keys,
}

impl Unit for Look {
    type Out = QuestionView;
    type Error = Fault;
    const NAME: &'static str = "consultations/own_one";

    async fn run(&self, tx: &mut Tx) -> Result<QuestionView, Fault> {
        let (institution, it) = mine(tx, &self.caller, &self.keys, &self.key).await?;
        let question = it.question.as_deref().map(|sealed| open_question(&self.keys, it.id, sealed)).transpose()?;
        let answer = match &it.answer {
            Some((sealed, on)) => Some((open_answer(&self.keys, it.id, sealed)?, *on)),
            None => None,
        };
        Ok(QuestionView { id: it.id, institution, asked: it.asked, due: (it.due, it.counted), question, answer })
    }
}

struct End {
    caller: Caller,
    key: QuestionKey,
    keys: Keys,
    erases: bool,
}

impl Unit for End {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "consultations/end";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (institution, it) = mine(tx, &self.caller, &self.keys, &self.key).await?;
        let (id, today) = (it.id, self.caller.occasion.at.date(institution.zone));
        let (part, effect) = match (self.erases, it.is_open()) {
            (false, true) => ("withdrawn", ConsultationEffect::Withdrawn { id, on: today }),
            (false, false) => return Err(Refusal::AlreadyAnswered.into()),
            (true, true) => return Err(Fault::Conflict),
            (true, false) if it.question.is_none() => return Ok(()),
            (true, false) => ("erased", ConsultationEffect::Erased { id }),
        };
        let change = Change::new(unnamed(institution.id, id)?).say_code("part", part);
        let change = change.with(Effect::Consultation(effect));
        let (day, _) = at_day(self.caller.occasion, &institution);
        record(tx, &Scope::Institution(institution.id), &change, day.at, &mut day.chance()).await?;
        Ok(())
    }
}
