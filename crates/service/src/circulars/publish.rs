use super::permit;
use crate::{App, Caller, Fault};
use base::Date;
use domain::circular::Publish;
use domain::drive::{Asks, DriveCommand};
use domain::ids::CircularId;
use domain::policy::{Action, Denied};
use store::data::{circulars, people, record};
use store::{Tx, Unit};

/// What the deciding authority decides when publishing.
#[derive(Debug, Clone)]
pub struct PublishCommand {
    /// The version that was read before deciding.
    pub version: i64,
    /// The last day on which its steps may be taken in time, a calendar day.
    pub due: Date,
    /// The last day for reading and the check, a calendar day before it; none where all is owed by that.
    pub know_by: Option<Date>,
    /// How many of the five answers must be right.
    pub pass_mark: usize,
    /// How far people are asked to go.
    pub asks: Asks,
    /// How many checks somebody may answer on one calendar day; none sets no bound.
    pub tries: Option<u32>,
}

impl PublishCommand {
    /// Publishing with a drive that asks for everything up to the pact by one day and sets no bound to checks.
    #[must_use]
    pub const fn for_pact(version: i64, due: Date, pass_mark: usize) -> Self {
        Self { version, due, know_by: None, pass_mark, asks: Asks::Pact, tries: None }
    }
}

impl App {
    /// Publishes a draft: the letter becomes a verifiable paper and the drive goes out to everyone it binds.
    ///
    /// # Errors
    /// [`crate::Refusal::Publish`] says what is missing, [`Fault::Conflict`] that another version stands now.
    pub async fn publish_circular(
        &self,
        caller: &Caller,
        id: CircularId,
        command: PublishCommand,
    ) -> Result<(), Fault> {
        self.store().write(PublishUnit { caller: caller.clone(), id, command }).await
    }
}

struct PublishUnit {
    caller: Caller,
    id: CircularId,
    command: PublishCommand,
}

impl Unit for PublishUnit {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/publish";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::PublishCircular, Some(self.id))?;
        let (scope, at) = (self.caller.scope()?, self.caller.occasion.at);
        let circular = circulars::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        if circular.version != self.command.version {
            return Err(Fault::Conflict);
        }
        let today = super::today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let drive = DriveCommand {
            name: circular.body.subject.clone(),
            election: circular.body.election.clone(),
            due: self.command.due,
            know_by: self.command.know_by,
            pass_mark: self.command.pass_mark,
            asks: self.command.asks,
            tries: self.command.tries,
        };
        let signs = people::signatory(tx, &scope, today).await?;
        // The letter bears the name of whoever holds the post today. Nobody publishes it in another's name.
        if signs.as_ref().is_some_and(|(person, _)| Some(*person) != self.caller.actor.person()) {
            return Err(Denied(Action::PublishCircular).into());
        }
        let revised = match &circular.revision {
            Some(revision) => circulars::by_id(tx, &scope, revision.replaces).await?,
            None => None,
        };
        let publish = Publish { today, at, signatory: signs.map(|(_, signatory)| signatory), drive, revised };
        let mut chance = self.caller.occasion.chance();
        let change = circular.publish(permit, publish, &mut chance)?;
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(())
    }
}
