use super::{permit, today};
use crate::{App, Caller, Fault, Refusal};
use domain::circular::{Circular, State};
use domain::ids::CircularId;
use domain::policy::Action;
use domain::revision::{Difference, Judgement, compare};
use store::data::{circulars, record};
use store::{Tx, Unit};

/// A draft that is to take the place of a published circular, and what it changes.
#[derive(Debug, Clone)]
pub struct RevisionView {
    /// The draft.
    pub draft: Circular,
    /// The circular that it replaces.
    pub old: Circular,
    /// The provisions that differ.
    pub differences: Vec<Difference>,
}

impl App {
    /// Begins the draft of a revision of a published circular. While one is being written, it is that one.
    ///
    /// # Errors
    /// [`Refusal::NotInForce`] when the circular is a draft, replaced or withdrawn.
    pub async fn begin_revision(&self, caller: &Caller, id: CircularId) -> Result<CircularId, Fault> {
        self.store().write(Begin { caller: caller.clone(), id }).await
    }

    /// What the draft of a revision changes.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such draft or it revises nothing.
    pub async fn revision(&self, caller: &Caller, id: CircularId) -> Result<RevisionView, Fault> {
        self.store().read(Look { caller: caller.clone(), id }).await
    }

    /// Keeps what the author says of the changes: for each, which categories must do something else now. `version` is
    /// the one the author saw.
    ///
    /// # Errors
    /// [`Fault::Conflict`] when somebody else saved or published in between.
    pub async fn judge_revision(
        &self,
        caller: &Caller,
        id: CircularId,
        version: i64,
        judged: Vec<Judgement>,
    ) -> Result<(), Fault> {
        self.store().write(Judge { caller: caller.clone(), id, version, judged }).await
    }
}

struct Begin {
    caller: Caller,
    id: CircularId,
}

impl Unit for Begin {
    type Out = CircularId;
    type Error = Fault;
    const NAME: &'static str = "circulars/begin_revision";

    async fn run(&self, tx: &mut Tx) -> Result<CircularId, Fault> {
        let mut chance = self.caller.occasion.chance();
        let id: CircularId = chance.id();
        let permit = permit(&self.caller, Action::DraftCircular, Some(id))?;
        let scope = self.caller.scope()?;
        let old = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        if !old.holds() {
            return Err(Refusal::NotInForce.into());
        }
        let revises = |it: &Circular| it.revision.as_ref().is_some_and(|revision| revision.replaces == old.id);
        let begun = circulars::list(tx, &scope).await?;
        if let Some(begun) = begun.iter().find(|it| it.state == State::Draft && revises(it)) {
            return Ok(begun.id);
        }
        let today = today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let change = old.revise(id, today).save(permit, &mut chance).say_id("replaces", *old.id.bytes());
        record(tx, &scope, &change, self.caller.occasion.at, &mut chance).await?;
        Ok(id)
    }
}

struct Look {
    caller: Caller,
    id: CircularId,
}

impl Unit for Look {
    type Out = RevisionView;
    type Error = Fault;
    const NAME: &'static str = "circulars/revision";

    async fn run(&self, tx: &mut Tx) -> Result<RevisionView, Fault> {
        permit(&self.caller, Action::ViewDraft, Some(self.id))?;
        let scope = self.caller.scope()?;
        let draft = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        let replaces = draft.revision.as_ref().map(|revision| revision.replaces).ok_or(Fault::NotFound)?;
        let old = circulars::by_id(tx, &scope, replaces).await?.ok_or(Fault::NotFound)?;
        let differences = compare(&old.body, &draft.body);
        Ok(RevisionView { draft, old, differences })
    }
}

struct Judge {
    caller: Caller,
    id: CircularId,
    version: i64,
    judged: Vec<Judgement>,
}

impl Unit for Judge {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/judge_revision";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::DraftCircular, Some(self.id))?;
        let scope = self.caller.scope()?;
        let mut draft = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        if draft.version != self.version || draft.state != State::Draft {
            return Err(Fault::Conflict);
        }
        let revision = draft.revision.as_mut().ok_or(Fault::NotFound)?;
        revision.judged.clone_from(&self.judged);
        draft.version += 1;
        let mut chance = self.caller.occasion.chance();
        let change = draft.save(permit, &mut chance).say_code("part", "judged");
        record(tx, &scope, &change, self.caller.occasion.at, &mut chance).await?;
        Ok(())
    }
}
