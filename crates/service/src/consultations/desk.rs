//! The adviser's desk: what waits, one question, and its answer. Every look leaves a trace, which says neither what was asked
//! nor by whom.

use super::{advisers, at_day, mark_of_message, open_answer, open_question, open_words, place_of_answer, seal};
use crate::ground::Ground;
use crate::{App, Caller, DaysLeft, Fault, Keys, Refusal};
use base::Date;
use domain::change::{Change, Effect};
use domain::consultation::{
    Answer, AnswerBasis, Asked, Consultation, ConsultationCounts, ConsultationEffect, ConsultationFlaw, Counted,
    PublishedWords, PublishingState, Ruling, answer_flaws,
};
use domain::ids::{ConsultationId, PersonId};
use domain::message::{Message, MessageKind};
use domain::policy::{Action, Permit, Target, allow};
use norms::Catalogue;
use std::sync::Arc;
use store::data::{consultations, merges, people, record, record_read};
use store::{Scope, StoreError, Tx, Unit};

/// How many answered questions the desk shows, the latest.
const SHOWN: u32 = 100;

/// Over how many calendar days questions are counted.
const COUNTED_DAYS: i64 = 365;

/// One question at the desk: dates alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DeskLine {
    /// Its id.
    pub id: ConsultationId,
    /// The day on which it was asked.
    pub asked: Date,
    /// By when it is answered, and how that was counted.
    pub due: (Date, Counted),
    /// How many days are left; nothing once it is late or answered.
    pub left: Option<DaysLeft>,
    /// The day of the answer.
    pub answered: Option<Date>,
}

/// What waits at the desk, and what was answered there.
#[derive(Debug, Clone)]
pub struct Desk {
    /// What waits, the one that is due first at first.
    pub open: Vec<DeskLine>,
    /// What was answered, the latest first.
    pub answered: Vec<DeskLine>,
    /// The last year in numbers.
    pub counts: ConsultationCounts,
    /// How many advisers there are: a second look takes two people.
    pub advisers: usize,
}

/// One question at the desk.
#[derive(Debug, Clone)]
pub struct DeskView {
    /// Its dates.
    pub line: DeskLine,
    /// What was asked; nothing once its asker has erased it.
    pub question: Option<Asked>,
    /// The name of who asked; nobody where it was asked without one.
    pub name: Option<String>,
    /// What was answered.
    pub answer: Option<Answer>,
    /// The anonymised answers that were made of it, the latest first.
    pub published: Vec<(PublishingState, PublishedWords)>,
}

/// What the adviser answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerCommand {
    /// What it begins with.
    pub ruling: Ruling,
    /// What it rests on.
    pub basis: Vec<AnswerBasis>,
    /// The adviser's words.
    pub text: String,
}

impl App {
    /// What waits at the adviser's desk. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever is no adviser.
    pub async fn adviser_desk(&self, caller: &Caller) -> Result<Desk, Fault> {
        self.store().write(List { caller: caller.clone(), law: self.law_shared() }).await
    }

    /// One question at the adviser's desk. Leaves a trace of which question was read, and by whom.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever is no adviser, [`Fault::NotFound`] when there is none, or it was withdrawn.
    pub async fn question_at_desk(&self, caller: &Caller, id: ConsultationId) -> Result<DeskView, Fault> {
        let (keys, law) = (self.keys().clone(), self.law_shared());
        self.store().write(Look { caller: caller.clone(), id, keys, law }).await
    }

    /// Answers a question, and tells its asker where they gave their name. The first answer stays.
    ///
    /// # Errors
    /// [`Refusal::Consultation`] with everything that is wrong, [`Refusal::NotOneself`] for a question of one's own,
    /// [`Refusal::AlreadyAnswered`] when a colleague was faster; [`Fault::NotFound`] when there is none.
    pub async fn answer_question(
        &self,
        caller: &Caller,
        id: ConsultationId,
        command: AnswerCommand,
    ) -> Result<(), Fault> {
        let text = command.text.trim().replace("\r\n", "\n");
        let mut flaws = answer_flaws(command.ruling, &command.basis, &text);
        let unknown = command.basis.iter().any(|basis| !is_known(self.law(), basis));
        if unknown && !flaws.contains(&ConsultationFlaw::Basis) {
            flaws.push(ConsultationFlaw::Basis);
        }
        // Whoever may not answer is told so before what is wrong with the answer.
        let permit = desk_permit(caller, Action::AnswerQuestion, Some(id))?;
        if !flaws.is_empty() {
            return Err(Refusal::Consultation(flaws).into());
        }
        let (keys, command) = (self.keys().clone(), AnswerCommand { text, ..command });
        self.store().write(Reply { caller: caller.clone(), permit, id, command, keys }).await
    }
}

/// Whether the law files have it.
pub(super) fn is_known(law: &Catalogue, basis: &AnswerBasis) -> bool {
    match basis {
        AnswerBasis::Norm { norm } => law.law().norm(norm).is_some(),
        AnswerBasis::Provision { instrument, provision } => law.provision(instrument, provision).is_some(),
    }
}

pub(super) fn desk_permit(caller: &Caller, action: Action, id: Option<ConsultationId>) -> Result<Permit, Fault> {
    let mut target = Target::of(caller.institution()?, "consultation");
    if let Some(id) = id {
        target = target.object(*id.bytes());
    }
    Ok(allow(&caller.actor, action, &target)?)
}

fn line(law: &Catalogue, ground: &Ground, it: &Consultation) -> DeskLine {
    let answered = it.answer.as_ref().map(|(_, on)| *on);
    let waits = it.is_open() && it.due >= ground.today;
    let left = waits.then(|| DaysLeft::until(law.calendar(), ground.institution.week, ground.today, it.due));
    DeskLine { id: it.id, asked: it.asked, due: (it.due, it.counted), left, answered }
}

/// In which office somebody answers: the unit in which they work; empty where they work in none.
async fn office(tx: &mut Tx, ground: &Ground, person: PersonId) -> Result<String, StoreError> {
    let engagements = people::engagements_of(tx, &ground.scope, person).await?;
    let home = engagements.iter().find(|it| it.holds_on(ground.today));
    Ok(home.map(|it| ground.unit_name(it.unit)).unwrap_or_default())
}

struct List {
    caller: Caller,
    law: Arc<Catalogue>,
}

impl Unit for List {
    type Out = Desk;
    type Error = Fault;
    const NAME: &'static str = "consultations/desk";

    async fn run(&self, tx: &mut Tx) -> Result<Desk, Fault> {
        let permit = desk_permit(&self.caller, Action::ViewQuestions, None)?;
        let ground = Ground::of(tx, &self.caller).await?;
        let lines = |all: Vec<Consultation>| all.iter().map(|it| line(&self.law, &ground, it)).collect::<Vec<_>>();
        let open = lines(consultations::open(tx, &ground.scope).await?);
        let answered = lines(consultations::answered(tx, &ground.scope, SHOWN).await?);
        let since = ground.today.checked_sub(time::Duration::days(COUNTED_DAYS)).unwrap_or(ground.today);
        let counts = ConsultationCounts::of(&consultations::times(tx, &ground.scope, since).await?);
        let advisers = advisers(tx, &ground.scope, ground.today).await?.len();
        let occasion = self.caller.occasion;
        record_read(tx, &ground.scope, permit, open.len(), occasion.at, &mut occasion.chance()).await?;
        Ok(Desk { open, answered, counts, advisers })
    }
}

struct Look {
    caller: Caller,
    id: ConsultationId,
    keys: Keys,
    law: Arc<Catalogue>,
}

impl Unit for Look {
    type Out = DeskView;
    type Error = Fault;
    const NAME: &'static str = "consultations/at_desk";

    async fn run(&self, tx: &mut Tx) -> Result<DeskView, Fault> {
        let permit = desk_permit(&self.caller, Action::ViewQuestions, Some(self.id))?;
        let ground = Ground::of(tx, &self.caller).await?;
        let it = at_desk(tx, &ground.scope, self.id).await?;
        let question = it.question.as_deref().map(|sealed| open_question(&self.keys, it.id, sealed)).transpose()?;
        let name = match question.as_ref().and_then(|asked| asked.asker) {
            Some(person) => {
                let survivor = merges::survivor(tx, &ground.scope, person).await?;
                Some(ground.name(tx, survivor).await?)
            }
            None => None,
        };
        let answer = it.answer.as_ref().map(|(sealed, _)| open_answer(&self.keys, it.id, sealed)).transpose()?;
        let mut published = Vec::new();
        for made in consultations::published_of(tx, &ground.scope, it.id).await? {
            published.push((made.state, open_words(&self.keys, made.id, &made.words)?));
        }
        let occasion = self.caller.occasion;
        record_read(tx, &ground.scope, permit, 1, occasion.at, &mut occasion.chance()).await?;
        Ok(DeskView { line: line(&self.law, &ground, &it), question, name, answer, published })
    }
}

/// A question that is at the desk: one that was withdrawn is not any more.
pub(super) async fn at_desk(tx: &mut Tx, scope: &Scope, id: ConsultationId) -> Result<Consultation, Fault> {
    let found = consultations::by_id(tx, scope, id).await?;
    found.filter(|it| it.withdrawn.is_none()).ok_or(Fault::NotFound)
}

struct Reply {
    caller: Caller,
    permit: Permit,
    id: ConsultationId,
    command: AnswerCommand,
    keys: Keys,
}

impl Unit for Reply {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "consultations/answer";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (ground, me) = (Ground::of(tx, &self.caller).await?, self.caller.person()?);
        let it = at_desk(tx, &ground.scope, self.id).await?;
        if it.answer.is_some() {
            return Err(Refusal::AlreadyAnswered.into());
        }
        let sealed = it.question.as_deref().ok_or(Fault::NotFound)?;
        let asker = match open_question(&self.keys, it.id, sealed)?.asker {
            Some(person) => Some(merges::survivor(tx, &ground.scope, person).await?),
            None => None,
        };
        // Nobody writes themselves the answer that they show later.
        if asker == Some(me) {
            return Err(Refusal::NotOneself.into());
        }
        let (day, mut chance) = at_day(self.caller.occasion, &ground.institution);
        let AnswerCommand { ruling, basis, text } = self.command.clone();
        let answer = Answer { ruling, basis, text, office: office(tx, &ground, me).await?, by: me };
        let sealed = seal(&self.keys, &place_of_answer(it.id), &answer, &mut chance)?;
        let effect = ConsultationEffect::Answered { id: it.id, answer: sealed, on: ground.today };
        let mut change =
            Change::new(self.permit.clone()).say_code("part", "answered").with(Effect::Consultation(effect));
        if let Some(person) = asker {
            // At the beginning of the day: by its hour the message would lead from the answer to a person.
            let (mark, id) = (mark_of_message(&self.keys, it.id), day.chance().id());
            let told = Message::consultation(id, person, MessageKind::Replied, &mark, (ground.today, day.at));
            change = change.with(Effect::MessagePlanned(Box::new(told)));
        }
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(())
    }
}
