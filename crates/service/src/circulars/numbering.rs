//! The numbers of published letters, and how the institution writes them.

use super::deed::deed;
use super::{permit, today};
use crate::{App, Caller, Fault, Refusal};
use domain::change::Change;
use domain::circular::issuing::Issuing;
use domain::circular::numbering::{GivenNumber, NumberPattern};
use domain::circular::{Circular, State};
use domain::ids::CircularId;
use domain::policy::Action;
use store::data::{circulars, issuing, record};
use store::{Tx, Unit};

/// A published letter and its numbers.
#[derive(Debug, Clone)]
pub struct NumberView {
    /// The circular.
    pub circular: Circular,
    /// The numbers that were entered after it was published, the newest first.
    pub given: Vec<GivenNumber>,
    /// How the institution writes its numbers.
    pub pattern: Option<NumberPattern>,
    /// Every other published circular of the same year that has a number: the number and the subject.
    others: Vec<(String, String)>,
}

/// A number as it would stand on the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProposedNumber {
    /// The number.
    pub number: String,
    /// The subjects of the other letters of the same year that have it.
    pub taken_by: Vec<String>,
}

impl NumberView {
    /// The number that follows from the one in the register by the institution's pattern; as typed where there is none, or
    /// where somebody typed the whole number already.
    #[must_use]
    pub fn propose(&self, typed: &str) -> ProposedNumber {
        let typed = typed.trim();
        let number = match &self.pattern {
            Some(pattern) if typed.chars().all(char::is_alphanumeric) => pattern.number(typed, self.circular.dated),
            _ => typed.to_owned(),
        };
        let taken_by = self.others.iter().filter(|(other, _)| *other == number).map(|(_, subject)| subject.clone());
        ProposedNumber { taken_by: taken_by.collect(), number }
    }
}

impl App {
    /// A published letter and its numbers.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not enter numbers, [`Fault::NotFound`] when there is no such circular.
    pub async fn number_view(&self, caller: &Caller, id: CircularId) -> Result<NumberView, Fault> {
        self.store().read(Look { caller: caller.clone(), id }).await
    }

    /// Enters the number that the register gave, or corrects one with a reason. `meant` says that the caller knows that
    /// another letter of the same year has it.
    ///
    /// # Errors
    /// [`Refusal::Number`] says what to mend.
    pub async fn give_number(
        &self,
        caller: &Caller,
        id: CircularId,
        number: &str,
        reason: &str,
        meant: bool,
    ) -> Result<(), Fault> {
        let (number, reason) = (number.to_owned(), reason.to_owned());
        self.store().write(Give { caller: caller.clone(), id, number, reason, meant }).await
    }

    /// How the caller's institution writes the numbers of its letters.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not change it.
    pub async fn number_pattern(&self, caller: &Caller) -> Result<Option<NumberPattern>, Fault> {
        self.store().read(Pattern { caller: caller.clone() }).await
    }

    /// Changes how the caller's institution writes the numbers of its letters. An empty text means in no particular way.
    ///
    /// # Errors
    /// [`Refusal::Pattern`] says what to mend.
    pub async fn set_number_pattern(&self, caller: &Caller, text: &str) -> Result<(), Fault> {
        let written = Some(text.trim()).filter(|text| !text.is_empty());
        let pattern = written.map(NumberPattern::parse).transpose().map_err(Refusal::Pattern)?;
        self.store().write(SetPattern { caller: caller.clone(), pattern }).await
    }
}

async fn look(tx: &mut Tx, caller: &Caller, id: CircularId) -> Result<NumberView, Fault> {
    let scope = caller.scope()?;
    let circular = circulars::by_id(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
    let given = issuing::numbers(tx, &scope, id).await?;
    let pattern = issuing::pattern(tx, &scope).await?;
    let others = circulars::list(tx, &scope)
        .await?
        .into_iter()
        .filter(|other| other.id != id && other.state != State::Draft && other.dated.year() == circular.dated.year());
    let others = others.filter_map(|other| Some((other.number?, other.body.subject))).collect();
    Ok(NumberView { circular, given, pattern, others })
}

struct Look {
    caller: Caller,
    id: CircularId,
}

impl Unit for Look {
    type Out = NumberView;
    type Error = Fault;
    const NAME: &'static str = "circulars/number";

    async fn run(&self, tx: &mut Tx) -> Result<NumberView, Fault> {
        permit(&self.caller, Action::GiveNumber, Some(self.id))?;
        look(tx, &self.caller, self.id).await
    }
}

struct Give {
    caller: Caller,
    id: CircularId,
    number: String,
    reason: String,
    meant: bool,
}

impl Unit for Give {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/give_number";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::GiveNumber, Some(self.id))?;
        let scope = self.caller.scope()?;
        let view = look(tx, &self.caller, self.id).await?;
        let taken = view.others.iter().any(|(other, _)| *other == self.number.trim());
        let today = today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let deed = deed(tx, &scope, &self.caller, today).await?;
        let mut chance = self.caller.occasion.chance();
        let id = chance.id();
        let change = view.circular.give_number(permit, id, &self.number, &self.reason, deed, (taken, self.meant))?;
        record(tx, &scope, &change, self.caller.occasion.at, &mut chance).await?;
        Ok(())
    }
}

struct Pattern {
    caller: Caller,
}

impl Unit for Pattern {
    type Out = Option<NumberPattern>;
    type Error = Fault;
    const NAME: &'static str = "circulars/pattern";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        permit(&self.caller, Action::SetNumberPattern, None)?;
        Ok(issuing::pattern(tx, &self.caller.scope()?).await?)
    }
}

struct SetPattern {
    caller: Caller,
    pattern: Option<NumberPattern>,
}

impl Unit for SetPattern {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/set_pattern";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::SetNumberPattern, None)?;
        let change = Change::new(permit).with(Issuing::PatternSet(self.pattern.clone()).effect());
        let occasion = self.caller.occasion;
        record(tx, &self.caller.scope()?, &change, occasion.at, &mut occasion.chance()).await?;
        Ok(())
    }
}
