use super::{permit, today};
use crate::{App, Caller, Fault, Refusal};
use domain::change::{Change, Effect};
use domain::circular::Circular;
use domain::drive::{Drive, DriveCommand};
use domain::ids::{CircularId, DriveId};
use domain::job::Work;
use domain::policy::{Action, Target, allow};
use store::data::{circulars, record};
use store::{Tx, Unit};

/// A drive with the circular that it carries.
#[derive(Debug, Clone)]
pub struct DriveView {
    /// The drive.
    pub drive: Drive,
    /// Its circular.
    pub circular: Circular,
}

/// A drive that is to begin for a circular that was published before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeginDrive {
    /// Which circular.
    pub circular: CircularId,
    /// What is decided about the drive.
    pub command: DriveCommand,
}

impl App {
    /// Every drive of the caller's institution, newest first.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not begin drives.
    pub async fn drives(&self, caller: &Caller) -> Result<Vec<DriveView>, Fault> {
        self.store().read(List { caller: caller.clone() }).await
    }

    /// Begins a drive for a circular that was published before, as for the next election: everyone it binds is asked
    /// anew, and drives of before stay as they are. Sending the same form twice begins one drive.
    ///
    /// # Errors
    /// [`Refusal::Drive`] names what is missing, [`Refusal::NotInForce`] when the circular is a draft, replaced or
    /// withdrawn.
    pub async fn begin_drive(&self, caller: &Caller, begin: BeginDrive) -> Result<DriveId, Fault> {
        self.store().write(Begin { caller: caller.clone(), begin }).await
    }
}

struct List {
    caller: Caller,
}

impl Unit for List {
    type Out = Vec<DriveView>;
    type Error = Fault;
    const NAME: &'static str = "drives/list";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        permit(&self.caller, Action::BeginDrive, None)?;
        let scope = self.caller.scope()?;
        let all = circulars::list(tx, &scope).await?;
        let with_circular = |drive: Drive| {
            let circular = all.iter().find(|it| it.id == drive.circular).cloned();
            circular.map(|circular| DriveView { drive, circular })
        };
        Ok(circulars::drives(tx, &scope).await?.into_iter().filter_map(with_circular).collect())
    }
}

struct Begin {
    caller: Caller,
    begin: BeginDrive,
}

impl Unit for Begin {
    type Out = DriveId;
    type Error = Fault;
    const NAME: &'static str = "drives/begin";

    async fn run(&self, tx: &mut Tx) -> Result<DriveId, Fault> {
        let mut chance = self.caller.occasion.chance();
        let id: DriveId = chance.id();
        let institution = self.caller.institution()?;
        let target = Target::of(institution, "drive").object(*id.bytes());
        let permit = allow(&self.caller.actor, Action::BeginDrive, &target)?;
        let (scope, at) = (self.caller.scope()?, self.caller.occasion.at);
        let circular = circulars::by_id(tx, &scope, self.begin.circular).await?.ok_or(Fault::NotFound)?;
        if !circular.holds() {
            return Err(Refusal::NotInForce.into());
        }
        let flaws = self.begin.command.flaws(today(tx, institution, self.caller.occasion).await?);
        if !flaws.is_empty() {
            return Err(Refusal::Drive(flaws).into());
        }
        let drive = self.begin.command.clone().begin(id, circular.id, false, at);
        let is_same = |it: &&Drive| Drive { id, begun: at, ..(*it).clone() } == drive;
        if let Some(begun) = circulars::drives(tx, &scope).await?.iter().find(is_same) {
            return Ok(begun.id);
        }
        let change = Change::new(permit)
            .say_id("circular", *circular.id.bytes())
            .with(Effect::DriveBegun(Box::new(drive)))
            .job(Work::Deliver { drive: id });
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(id)
    }
}
