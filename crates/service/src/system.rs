//! What the administrator sees: jobs, roles, health.

use crate::{App, Backups, Caller, Fault, Refusal, roles};
use domain::change::{Change, Effect, RoleGrant};
use domain::ids::{GrantId, JobId, PersonId};
use domain::people::Name;
use domain::policy::{Action, Permit, Role, Target, allow};
use std::time::Duration;
use store::data::jobs::Parked;
use store::data::{audit, jobs, people, record, record_read, tenancy};
use store::{Tx, Unit, WriterStats};

/// How far back audit events are counted.
const COUNTED: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Most parked jobs that are shown one by one; the number of all of them stands beside.
const PARKED_SHOWN: u32 = 50;
/// Most parked jobs that one tap tries again, so that others' writes go on in between.
const RETRIED_AT_ONCE: u32 = 500;

/// How the installation is doing, as far as one institution is concerned.
#[derive(Debug, Clone)]
pub struct SystemView {
    /// Jobs by state.
    pub jobs: Vec<(String, i64)>,
    /// Jobs that need a person.
    pub parked: Vec<Parked>,
    /// How many audit events the institution has had in the last thirty days.
    pub events: i64,
    /// What the writer has done since the program started.
    pub writer: WriterStats,
    /// The engine's name.
    pub engine: &'static str,
    /// The backups of the whole installation.
    pub backups: Backups,
}

impl App {
    /// How the installation is doing.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever does not administer it.
    pub async fn system_view(&self, caller: &Caller) -> Result<SystemView, Fault> {
        let (jobs, parked, events) = self.store().read(Look { caller: caller.clone() }).await?;
        let engine = match self.store().engine() {
            store::Engine::Sqlite => "SQLite",
            store::Engine::Postgres => "PostgreSQL",
        };
        let backups = self.backups().await?;
        Ok(SystemView { jobs, parked, events, writer: self.store().stats(), engine, backups })
    }

    /// Tries a parked job again.
    ///
    /// # Errors
    /// [`Fault::Conflict`] when it is not parked any more.
    pub async fn retry_job(&self, caller: &Caller, job: JobId) -> Result<(), Fault> {
        self.store().write(Retry { caller: caller.clone(), job }).await
    }

    /// Tries the parked jobs again, the oldest five hundred at most. Answers how many.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever does not administer them.
    pub async fn retry_jobs(&self, caller: &Caller) -> Result<usize, Fault> {
        self.store().write(RetryAll { caller: caller.clone() }).await
    }

    /// Every role that was given by hand and holds today or later. Leaves a trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever does not give roles.
    pub async fn granted_roles(&self, caller: &Caller) -> Result<Vec<(RoleGrant, Name)>, Fault> {
        self.store().write(Roles { caller: caller.clone() }).await
    }

    /// Gives a role over the whole institution, from today, to the person with this identity number.
    ///
    /// # Errors
    /// [`Refusal::RoleNotGranted`] for roles that follow from a post, [`Refusal::HasLeft`] for somebody who does not
    /// work here any more, [`Fault::NotFound`] for an unknown number.
    pub async fn grant_role(&self, caller: &Caller, number: &str, role: Role) -> Result<(), Fault> {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let index = self.keys().blind_index(&digits);
        self.store().write(Grant { caller: caller.clone(), index, role }).await
    }

    /// Takes a role back; yesterday was its last day.
    ///
    /// # Errors
    /// [`Fault::Conflict`] when there is no such role.
    pub async fn end_role(&self, caller: &Caller, grant: GrantId) -> Result<(), Fault> {
        self.store().write(End { caller: caller.clone(), grant }).await
    }
}

fn permit(caller: &Caller, action: Action, kind: &'static str, id: Option<[u8; 16]>) -> Result<Permit, Fault> {
    let mut target = Target::of(caller.institution()?, kind);
    if let Some(id) = id {
        target = target.object(id);
    }
    Ok(allow(&caller.actor, action, &target)?)
}

async fn today(tx: &mut Tx, caller: &Caller) -> Result<base::Date, Fault> {
    let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
    Ok(caller.occasion.at.date(institution.zone))
}

struct Look {
    caller: Caller,
}

impl Unit for Look {
    type Out = (Vec<(String, i64)>, Vec<Parked>, i64);
    type Error = Fault;
    const NAME: &'static str = "system/look";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        permit(&self.caller, Action::ViewSystem, "system", None)?;
        let scope = self.caller.scope()?;
        let month = self.caller.occasion.at.before(COUNTED);
        let events = audit::count_since(tx, &scope, month).await?;
        Ok((jobs::counts(tx, &scope).await?, jobs::parked(tx, &scope, PARKED_SHOWN).await?, events))
    }
}

struct Retry {
    caller: Caller,
    job: JobId,
}

impl Unit for Retry {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "system/retry_job";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::RetryJob, "job", Some(*self.job.bytes()))?;
        let occasion = self.caller.occasion;
        let change = Change::new(permit).with(Effect::JobRetried { id: self.job, at: occasion.at });
        record(tx, &self.caller.scope()?, &change, occasion.at, &mut occasion.chance()).await?;
        Ok(())
    }
}

struct RetryAll {
    caller: Caller,
}

impl Unit for RetryAll {
    type Out = usize;
    type Error = Fault;
    const NAME: &'static str = "system/retry_jobs";

    async fn run(&self, tx: &mut Tx) -> Result<usize, Fault> {
        let permit = permit(&self.caller, Action::RetryJob, "job", None)?;
        let (scope, occasion) = (self.caller.scope()?, self.caller.occasion);
        let parked = jobs::parked(tx, &scope, RETRIED_AT_ONCE).await?;
        let change = Change::new(permit)
            .with_all(parked.iter().map(|job| Effect::JobRetried { id: job.id, at: occasion.at }))
            .say("jobs", i64::try_from(parked.len()).unwrap_or(i64::MAX));
        record(tx, &scope, &change, occasion.at, &mut occasion.chance()).await?;
        Ok(parked.len())
    }
}

struct Roles {
    caller: Caller,
}

impl Unit for Roles {
    type Out = Vec<(RoleGrant, Name)>;
    type Error = Fault;
    const NAME: &'static str = "system/roles";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let permit = permit(&self.caller, Action::GrantRole, "role", None)?;
        let (scope, occasion) = (self.caller.scope()?, self.caller.occasion);
        let today = today(tx, &self.caller).await?;
        let grants = people::grants_from(tx, &scope, today).await?;
        record_read(tx, &scope, permit, grants.len(), occasion.at, &mut occasion.chance()).await?;
        Ok(grants)
    }
}

struct Grant {
    caller: Caller,
    index: [u8; 32],
    role: Role,
}

impl Unit for Grant {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "system/grant_role";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, occasion) = (self.caller.scope()?, self.caller.occasion);
        let mut chance = occasion.chance();
        let id: GrantId = chance.id();
        let permit = permit(&self.caller, Action::GrantRole, "role", Some(*id.bytes()))?;
        if !self.role.is_granted() {
            return Err(Refusal::RoleNotGranted.into());
        }
        let found: Vec<PersonId> = people::persons_with(tx, &scope, self.index).await?;
        let person = *found.first().ok_or(Fault::NotFound)?;
        let since = today(tx, &self.caller).await?;
        roles::may_be_given(tx, &scope, person, self.role, since).await?;
        let holds = people::roles(tx, &scope, person, since).await?;
        if holds.contains(&(self.role, None)) {
            return Ok(());
        }
        let grant = RoleGrant { id, person, role: self.role, unit: None, since, until: None };
        let change = Change::new(permit)
            .say_code("role", self.role.code())
            .say_id("person", *person.bytes())
            .with(Effect::RoleGranted(Box::new(grant)));
        record(tx, &scope, &change, occasion.at, &mut chance).await?;
        Ok(())
    }
}

struct End {
    caller: Caller,
    grant: GrantId,
}

impl Unit for End {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "system/end_role";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::GrantRole, "role", Some(*self.grant.bytes()))?;
        let occasion = self.caller.occasion;
        let today = today(tx, &self.caller).await?;
        let until = today.previous_day().unwrap_or(today);
        let change = Change::new(permit).with(Effect::RoleEnded { id: self.grant, until });
        record(tx, &self.caller.scope()?, &change, occasion.at, &mut occasion.chance()).await?;
        Ok(())
    }
}
