//! Asking, with a name or without.

use super::{advisers, at_day, hash_of_code, institution, mark_of, mark_of_message, place_of_question, seal, unnamed};
use crate::guesses::{LetThrough, Missed};
use crate::identity::grouped;
use crate::{App, Caller, Fault, Keys, Refusal};
use base::{Date, Instant, Occasion};
use domain::change::{Change, Effect};
use domain::consultation::{Asked, Consultation, ConsultationEffect, Counted, due, facts_of, question_flaw};
use domain::ids::{ConsultationId, InstitutionId};
use domain::message::{Message, MessageKind};
use domain::paper::letters;
use domain::policy::{Action, Target, allow};
use domain::tenancy::Institution;
use norms::Catalogue;
use std::sync::Arc;
use store::data::record;
use store::{Scope, Tx, Unit};

/// How many questions without a name an institution takes in ten minutes before it makes everybody wait a minute. The whole
/// institution is counted: of who asks nothing is kept, not even a mark of their network.
const NAMELESS_AT_ONCE: u32 = 60;

/// What somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskCommand {
    /// The question.
    pub text: String,
    /// Facts from the self-check: the id of an element and that of its answer. What the law files do not have is left out.
    pub facts: Vec<(String, String)>,
    /// Whether it is asked with the caller's name.
    pub named: bool,
}

/// Where the asker finds the question again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Receipt {
    /// Among their own.
    Own(ConsultationId),
    /// By this code, which is shown this once.
    Code(String),
}

/// Where somebody may ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskPlace {
    /// Which institution.
    pub institution: Institution,
    /// Whether there is an adviser.
    pub open: bool,
    /// By when what is asked today is answered, and how that is counted.
    pub due: (Date, Counted),
}

impl App {
    /// Where somebody may ask, and by when what they ask now is answered.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such institution.
    pub async fn ask_place(&self, occasion: Occasion, institution: InstitutionId) -> Result<AskPlace, Fault> {
        self.store().read(Look { occasion, institution, law: self.law_shared() }).await
    }

    /// The facts of a query such as `act=like_post&subject=pns` that the law files know, in words: what it is about, and
    /// the answer.
    #[must_use]
    pub fn consultation_facts(&self, pairs: Vec<(String, String)>) -> Vec<(String, String)> {
        known_facts(self.law(), pairs)
    }

    /// Asks the adviser of an institution. With a name it is the caller's own; without, nothing leads from it to them.
    ///
    /// # Errors
    /// [`Refusal::Consultation`] with what is wrong with it, [`Refusal::NoAdviser`] where nobody answers,
    /// [`Refusal::WaitUntil`] while too many ask without a name; [`Fault::NotFound`] for a name without signing in, or at
    /// another institution.
    pub async fn ask_adviser(
        &self,
        caller: &Caller,
        institution: InstitutionId,
        command: AskCommand,
    ) -> Result<Receipt, Fault> {
        let text = command.text.trim().replace("\r\n", "\n");
        if let Some(flaw) = question_flaw(&text) {
            return Err(Refusal::Consultation(vec![flaw]).into());
        }
        let (now, keys, law) = (caller.occasion.at, self.keys().clone(), self.law_shared());
        let pattern = keys.hash("throttle-consultation-asked", institution.bytes());
        if !command.named {
            self.store().read(LetThrough { pattern, now }).await?;
        }
        let command = AskCommand { text, facts: known_facts(self.law(), command.facts), ..command };
        let named = command.named;
        let receipt = self.store().write(Ask { caller: caller.clone(), institution, command, keys, law }).await?;
        if !named {
            self.store().write(Missed { pattern, free: NAMELESS_AT_ONCE, now }).await?;
        }
        Ok(receipt)
    }
}

/// Those of the pairs that are an element and one of its answers.
fn known_facts(law: &Catalogue, pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let vocabulary = law.law().vocabulary();
    let known = |element: &str, answer: &str| {
        let element = vocabulary.index(element).and_then(|index| vocabulary.element(index));
        element.is_some_and(|element| element.answer(answer).is_some())
    };
    facts_of(pairs).into_iter().filter(|(element, answer)| known(element, answer)).collect()
}

fn due_here(law: &Catalogue, institution: &Institution, now: Instant) -> (Date, Counted) {
    due(now.date(institution.zone), |day| law.calendar().is_working_day(institution.week, day).ok())
}

struct Look {
    occasion: Occasion,
    institution: InstitutionId,
    law: Arc<Catalogue>,
}

impl Unit for Look {
    type Out = AskPlace;
    type Error = Fault;
    const NAME: &'static str = "consultations/place";

    async fn run(&self, tx: &mut Tx) -> Result<AskPlace, Fault> {
        let institution = institution(tx, self.institution).await?;
        let (scope, now) = (Scope::Institution(institution.id), self.occasion.at);
        let open = !advisers(tx, &scope, now.date(institution.zone)).await?.is_empty();
        let due = due_here(&self.law, &institution, now);
        Ok(AskPlace { institution, open, due })
    }
}

struct Ask {
    caller: Caller,
    institution: InstitutionId,
    command: AskCommand,
    keys: Keys,
    law: Arc<Catalogue>,
}

impl Unit for Ask {
    type Out = Receipt;
    type Error = Fault;
    const NAME: &'static str = "consultations/ask";

    async fn run(&self, tx: &mut Tx) -> Result<Receipt, Fault> {
        let (here, now) = (institution(tx, self.institution).await?, self.caller.occasion.at);
        let (scope, today) = (Scope::Institution(here.id), now.date(here.zone));
        let asker = match self.command.named {
            true => {
                let me = self.caller.person()?;
                allow(&self.caller.actor, Action::ViewOwn, &Target::of(here.id, "consultation").person(me))?;
                Some(me)
            }
            false => None,
        };
        let advisers = advisers(tx, &scope, today).await?;
        if advisers.is_empty() {
            return Err(Refusal::NoAdviser.into());
        }
        let (day, mut told) = at_day(self.caller.occasion, &here);
        let mut chance = day.chance();
        let id: ConsultationId = chance.id();
        let asked = Asked { text: self.command.text.clone(), facts: self.command.facts.clone(), asker };
        let question = seal(&self.keys, &place_of_question(id), &asked, &mut chance)?;
        let (receipt, code) = match asker {
            Some(_) => (Receipt::Own(id), None),
            None => {
                let code = letters(&chance.bytes::<10>(), 16);
                let hash = hash_of_code(&self.keys, &code);
                (Receipt::Code(grouped(&code)), Some(hash))
            }
        };
        let (due, counted) = due_here(&self.law, &here, now);
        let kept = Consultation {
            id,
            asked: today,
            due,
            counted,
            asker: asker.map(|person| mark_of(&self.keys, person)),
            code,
            question: Some(question),
            answer: None,
            withdrawn: None,
        };
        let mut change = Change::new(unnamed(here.id, id)?)
            .say_code("part", "asked")
            .with(Effect::Consultation(ConsultationEffect::Asked(Box::new(kept))));
        // What waits at the desk is told at its hour: a message that came before the last one was read would be overlooked.
        let mark = mark_of_message(&self.keys, id);
        for person in advisers {
            let message = Message::consultation(told.id(), person, MessageKind::Question, &mark, (today, now));
            change = change.with(Effect::MessagePlanned(Box::new(message)));
        }
        record(tx, &scope, &change, day.at, &mut chance).await?;
        Ok(receipt)
    }
}
