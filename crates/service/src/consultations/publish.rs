//! An answer for everybody: told anew by an adviser so that nobody is recognised, looked at by somebody else, and then public.

use super::desk::{at_desk, desk_permit};
use super::{advisers, mark_of_message, open_answer, open_words, place_of_words, seal};
use crate::ground::Ground;
use crate::{App, Caller, Fault, Keys, Refusal};
use base::Date;
use domain::change::{Change, Effect};
use domain::consultation::{ConsultationEffect, PublishedAnswer, PublishedWords, PublishingState};
use domain::ids::{ConsultationId, InstitutionId, PersonId, PublishedAnswerId, UnitId};
use domain::message::{Message, MessageKind};
use domain::policy::{Action, Actor, Target, allow};
use store::data::{consultations, messages, people, record, record_read};
use store::{Scope, StoreError, Tx, Unit};

/// How many published answers are shown, the latest.
const SHOWN: u32 = 200;

/// An answer that everybody may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedView {
    /// Its id.
    pub id: PublishedAnswerId,
    /// Its words.
    pub words: PublishedWords,
    /// The day on which it was published.
    pub on: Date,
}

/// An answer that somebody told anew, as whoever looks at it sees it: without the question it was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedView {
    /// Its id.
    pub id: PublishedAnswerId,
    /// How far it is.
    pub state: PublishingState,
    /// Its words.
    pub words: PublishedWords,
    /// The day on which it was proposed.
    pub on: Date,
    /// Whether the caller may decide about it: not about what they wrote themselves.
    pub mine_to_decide: bool,
}

/// What becomes of an anonymised answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerDecision {
    /// Nobody is recognised in it: everybody may read it.
    Publish,
    /// It goes back.
    Return,
    /// It is taken down.
    End,
}

impl AnswerDecision {
    const fn leads_to(self) -> PublishingState {
        match self {
            Self::Publish => PublishingState::Published,
            Self::Return => PublishingState::Returned,
            Self::End => PublishingState::Ended,
        }
    }
}

impl App {
    /// The answers of an institution that everybody may read, the latest first. Nothing in them leads to whoever asked.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn published_answers(&self, institution: InstitutionId) -> Result<Vec<PublishedView>, Fault> {
        allow(&Actor::Public, Action::ViewPublic, &Target::of(institution, "published_answer"))?;
        self.store().read(Read { institution, keys: self.keys().clone() }).await
    }

    /// Proposes an answer told anew, for everybody, and tells those who may look at it. Ruling and basis are those of the
    /// answer.
    ///
    /// # Errors
    /// [`Refusal::Consultation`] with everything that is wrong; [`Fault::Conflict`] while another one of the same question is
    /// on its way, or before the answer; [`Fault::NotFound`] when there is no such question.
    pub async fn propose_answer(
        &self,
        caller: &Caller,
        id: ConsultationId,
        texts: [String; 4],
    ) -> Result<PublishedAnswerId, Fault> {
        let texts = texts.map(|text| text.trim().replace("\r\n", "\n"));
        self.store().write(Propose { caller: caller.clone(), id, texts, keys: self.keys().clone() }).await
    }

    /// What waits for a second look of the caller, and what is public. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not look at any.
    pub async fn answers_to_confirm(&self, caller: &Caller) -> Result<Vec<ProposedView>, Fault> {
        self.store().write(List { caller: caller.clone(), keys: self.keys().clone() }).await
    }

    /// Decides about an answer that somebody else told anew. Doing the same again changes nothing.
    ///
    /// # Errors
    /// [`Refusal::NotOneself`] about one's own, [`Fault::Denied`] for whoever may not, [`Fault::Conflict`] when it stands
    /// otherwise by now, [`Fault::NotFound`] when there is none.
    pub async fn decide_answer(
        &self,
        caller: &Caller,
        id: PublishedAnswerId,
        decision: AnswerDecision,
    ) -> Result<(), Fault> {
        self.store().write(Decide { caller: caller.clone(), id, decision }).await
    }
}

struct Read {
    institution: InstitutionId,
    keys: Keys,
}

impl Unit for Read {
    type Out = Vec<PublishedView>;
    type Error = Fault;
    const NAME: &'static str = "consultations/published";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let scope = Scope::Institution(self.institution);
        let all = consultations::published_in(tx, &scope, PublishingState::Published, SHOWN).await?;
        all.into_iter()
            .map(|it| {
                let words = open_words(&self.keys, it.id, &it.words)?;
                let on = it.decided.map_or(it.proposed.1, |(_, on)| on);
                Ok(PublishedView { id: it.id, words, on })
            })
            .collect()
    }
}

/// The units of whoever proposed it, and above: the head of one of them may look at it.
async fn units_of(tx: &mut Tx, ground: &Ground, proposer: PersonId) -> Result<Vec<UnitId>, StoreError> {
    let engagements = people::engagements_of(tx, &ground.scope, proposer).await?;
    let homes = engagements.iter().filter(|it| it.holds_on(ground.today));
    Ok(homes.flat_map(|it| ground.tree.path(it.unit)).collect())
}

struct Propose {
    caller: Caller,
    id: ConsultationId,
    texts: [String; 4],
    keys: Keys,
}

impl Unit for Propose {
    type Out = PublishedAnswerId;
    type Error = Fault;
    const NAME: &'static str = "consultations/propose";

    async fn run(&self, tx: &mut Tx) -> Result<PublishedAnswerId, Fault> {
        let permit = desk_permit(&self.caller, Action::ProposeAnswer, Some(self.id))?;
        let (ground, me) = (Ground::of(tx, &self.caller).await?, self.caller.person()?);
        let it = at_desk(tx, &ground.scope, self.id).await?;
        let (sealed, _) = it.answer.as_ref().ok_or(Fault::Conflict)?;
        let answered = open_answer(&self.keys, it.id, sealed)?;
        let [question, answer, question_en, answer_en] = self.texts.clone();
        let (ruling, basis) = (answered.ruling, answered.basis);
        let words = PublishedWords { question, question_en, ruling, basis, answer, answer_en };
        let flaws = words.flaws();
        if !flaws.is_empty() {
            return Err(Refusal::Consultation(flaws).into());
        }
        let on_its_way = [PublishingState::Proposed, PublishingState::Published];
        let known = consultations::published_of(tx, &ground.scope, it.id).await?;
        if known.iter().any(|made| on_its_way.contains(&made.state)) {
            return Err(Fault::Conflict);
        }
        let mut chance = self.caller.occasion.chance();
        let id: PublishedAnswerId = chance.id();
        let made = PublishedAnswer {
            id,
            consultation: it.id,
            words: seal(&self.keys, &place_of_words(id), &words, &mut chance)?,
            state: PublishingState::Proposed,
            proposed: (me, ground.today),
            decided: None,
        };
        let effect = ConsultationEffect::Proposed(Box::new(made));
        let mut change = Change::new(permit).say_id("published", *id.bytes()).with(Effect::Consultation(effect));
        let mark = mark_of_message(&self.keys, it.id);
        for person in lookers(tx, &ground, me).await? {
            let about = (ground.today, ground.now);
            let told = Message::consultation(chance.id(), person, MessageKind::SecondLook, &mark, about);
            change = change.with(Effect::MessagePlanned(Box::new(told)));
        }
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(id)
    }
}

/// Who may look at what `proposer` told anew: the other advisers, and the heads of the proposer's units.
async fn lookers(tx: &mut Tx, ground: &Ground, proposer: PersonId) -> Result<Vec<PersonId>, StoreError> {
    let units = units_of(tx, ground, proposer).await?;
    let mut found = advisers(tx, &ground.scope, ground.today).await?;
    let heads = messages::heads(tx, &ground.scope, ground.today).await?;
    found.extend(heads.into_iter().filter(|(_, unit)| units.contains(unit)).map(|(person, _)| person));
    found.sort_unstable();
    found.dedup();
    found.retain(|person| *person != proposer);
    Ok(found)
}

struct List {
    caller: Caller,
    keys: Keys,
}

impl Unit for List {
    type Out = Vec<ProposedView>;
    type Error = Fault;
    const NAME: &'static str = "consultations/to_confirm";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (ground, me) = (Ground::of(tx, &self.caller).await?, self.caller.person()?);
        // Whoever reaches no unit of their own and is no adviser looks at none.
        let own = units_of(tx, &ground, me).await?;
        let target = Target::of(ground.institution.id, "published_answer").units(own);
        let permit = allow(&self.caller.actor, Action::ConfirmAnswer, &target)?;
        let mut found = Vec::new();
        for state in [PublishingState::Proposed, PublishingState::Published] {
            for it in consultations::published_in(tx, &ground.scope, state, SHOWN).await? {
                if may_decide(tx, &ground, &self.caller, &it).await?.is_none() {
                    continue;
                }
                let words = open_words(&self.keys, it.id, &it.words)?;
                let mine_to_decide = it.proposed.0 != me || state == PublishingState::Published;
                found.push(ProposedView { id: it.id, state, words, on: it.proposed.1, mine_to_decide });
            }
        }
        let occasion = self.caller.occasion;
        record_read(tx, &ground.scope, permit, found.len(), occasion.at, &mut occasion.chance()).await?;
        Ok(found)
    }
}

/// The permit to decide about it; none for whoever may not.
async fn may_decide(
    tx: &mut Tx,
    ground: &Ground,
    caller: &Caller,
    it: &PublishedAnswer,
) -> Result<Option<domain::policy::Permit>, StoreError> {
    let units = units_of(tx, ground, it.proposed.0).await?;
    let target = Target::of(ground.institution.id, "published_answer").object(*it.id.bytes()).units(units);
    Ok(allow(&caller.actor, Action::ConfirmAnswer, &target).ok())
}

struct Decide {
    caller: Caller,
    id: PublishedAnswerId,
    decision: AnswerDecision,
}

impl Unit for Decide {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "consultations/decide";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (ground, me) = (Ground::of(tx, &self.caller).await?, self.caller.person()?);
        let it = consultations::published_by_id(tx, &ground.scope, self.id).await?.ok_or(Fault::NotFound)?;
        let units = units_of(tx, &ground, it.proposed.0).await?;
        let target = Target::of(ground.institution.id, "published_answer").object(*it.id.bytes()).units(units);
        let permit = allow(&self.caller.actor, Action::ConfirmAnswer, &target)?;
        let (from, to) = (it.state, self.decision.leads_to());
        if from == to {
            return Ok(());
        }
        if !from.leads_to(to) {
            return Err(Fault::Conflict);
        }
        // Whoever wrote it may take it down, and nobody else need look at that.
        if it.proposed.0 == me && self.decision != AnswerDecision::End {
            return Err(Refusal::NotOneself.into());
        }
        let effect = ConsultationEffect::Decided { id: it.id, from, to, decided: (me, ground.today) };
        let change = Change::new(permit).say_code("decision", to.code()).with(Effect::Consultation(effect));
        record(tx, &ground.scope, &change, ground.now, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
