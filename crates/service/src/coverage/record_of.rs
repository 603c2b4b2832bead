use crate::exceptions::views;
use crate::register::HoldingLine;
use crate::{App, Caller, ExceptionView, Fault, Keys, RecordSheet, Vouchers};
use base::Date;
use domain::circular::Circular;
use domain::coverage::History;
use domain::drive::Drive;
use domain::exception::Exception;
use domain::ids::{DriveId, InstitutionId, PersonId, UnitId};
use domain::knowledge::{Pact, Step, Task};
use domain::manner::Ways;
use domain::merge::MergeState;
use domain::people::{Engagement, Person};
use domain::policy::{Action, Permit, Target, allow};
use domain::tenancy::{Institution, UnitTree};
use store::data::{circulars, exceptions, joined, merges, people, record_read, step_ways, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// One person's way through every drive in which something was asked of them. How often they tried a check is not in
/// it: whoever answers is promised that wrong answers are told to nobody, and a second try tells of them.
#[derive(Debug, Clone)]
pub struct PersonRecord {
    /// Who.
    pub person: Person,
    /// The unit in which they are today, or were last.
    pub unit: Option<UnitId>,
    /// Its name.
    pub unit_name: String,
    /// The position there.
    pub position: String,
    /// The posts that they hold or held, the latest first: on one's own record. Others find them in the register.
    pub posts: Vec<HoldingLine>,
    /// Whether the caller sees it as whoever looks after the unit in which they are.
    pub is_whole: bool,
    /// Their way through each drive, the newest first. Whoever heads only a unit that the person has left sees what was
    /// asked of them there.
    pub drives: Vec<DriveRecord>,
    /// Whether it was asked for by a record that was merged into it.
    pub was_merged: bool,
    /// The names of those who vouch for steps, by person.
    pub vouchers: Vouchers,
    /// The institution.
    pub institution: Institution,
}

/// One person's way through one drive.
#[derive(Debug, Clone)]
pub struct DriveRecord {
    /// The drive.
    pub drive: Drive,
    /// The circular. Once published it never changes: number and date tell which version was read.
    pub circular: Circular,
    /// The circular whose place it took, if it is a revision.
    pub replaced: Option<Circular>,
    /// What they owe and when each step was taken.
    pub task: Task,
    /// The name of the unit in which they were addressed.
    pub unit: String,
    /// How the steps were taken, each in the record in which it was.
    pub ways: Ways,
    /// The names in the records whose steps count for it, as they were merged into this one.
    pub joined: Vec<String>,
    /// The pact, once it is signed; not one that was found void.
    pub pact: Option<Pact>,
    /// That they are or were exempt, or refused: the latest first.
    pub exceptions: Vec<ExceptionView>,
    /// Whether the caller may record that they are exempt or refused, or take that back: the head of where they are today.
    pub may_note: bool,
}

impl App {
    /// One person's record in all drives. A record that was merged into another one is answered by that one. Leaves a
    /// trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may look at, [`Fault::NotFound`] when nothing was ever asked of the
    /// person.
    pub async fn person_record(&self, caller: &Caller, person: PersonId) -> Result<PersonRecord, Fault> {
        let (caller, keys) = (caller.clone(), self.keys().clone());
        self.store().write(Look { caller, person, keys }).await
    }

    /// The caller's own record in all drives, as others see it of them. Like every reading of one's own data it leaves no
    /// trace.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for whoever is not signed in.
    pub async fn own_record(&self, caller: &Caller) -> Result<PersonRecord, Fault> {
        let (caller, keys) = (caller.clone(), self.keys().clone());
        self.store().read(LookAtOneself { caller, keys }).await
    }
}

impl PersonRecord {
    /// The record as it stands on paper. The employee number stays masked there too.
    #[must_use]
    pub fn sheet(&self, caller: &Caller) -> RecordSheet {
        RecordSheet { record: self.clone(), as_of: caller.occasion.at }
    }

    /// The way through the drive that is meant: the newest one when none is named, or none of these.
    #[must_use]
    pub fn meant(&self, drive: Option<DriveId>) -> Option<&DriveRecord> {
        self.drives.iter().find(|it| Some(it.drive.id) == drive).or_else(|| self.drives.first())
    }
}

/// The engagement that holds on `day`, or the one that ended last.
fn latest(engagements: &[Engagement], day: Date) -> Option<&Engagement> {
    let order = |it: &&Engagement| (it.holds_on(day), it.until.is_none(), it.until, it.since, it.id);
    engagements.iter().filter(|it| it.since <= day).max_by_key(order)
}

/// What is read of a person before anybody is allowed to see it.
struct Found {
    scope: Scope,
    was_merged: bool,
    person: Person,
    institution: Institution,
    units: UnitTree,
    engagements: Vec<Engagement>,
    tasks: Vec<Task>,
}

impl Found {
    async fn read(tx: &mut Tx, caller: &Caller, id: PersonId) -> Result<Self, Fault> {
        let scope = caller.scope()?;
        let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let (asked, id) = (id, merges::survivor(tx, &scope, id).await?);
        Ok(Self {
            was_merged: asked != id,
            person: people::person(tx, &scope, id).await?.ok_or(Fault::NotFound)?,
            units: tenancy::units(tx, &scope).await?,
            engagements: people::engagements_of(tx, &scope, id).await?,
            tasks: tasks::of_person(tx, &scope, id).await?,
            institution,
            scope,
        })
    }

    fn now(&self, caller: &Caller) -> Option<&Engagement> {
        latest(&self.engagements, caller.occasion.at.date(self.institution.zone))
    }

    /// The record with these tasks in it; `may_note` says whether the caller may record exceptions of somebody of this
    /// unit.
    async fn record(
        self,
        tx: &mut Tx,
        caller: &Caller,
        keys: &Keys,
        may_note: impl Fn(&UnitTree, UnitId) -> bool,
    ) -> Result<PersonRecord, Fault> {
        let now = self.now(caller).cloned();
        let today = caller.occasion.at.date(self.institution.zone);
        let Self { scope, was_merged, person, institution, units, tasks, engagements } = self;
        let mut excepted = exceptions::of_person(tx, &scope, person.id).await?;
        for it in merges::of_person(tx, &scope, person.id).await? {
            if it.state == MergeState::Done && it.survivor == person.id {
                excepted.extend(exceptions::of_person(tx, &scope, it.double).await?);
            }
        }
        let mut drives = Vec::with_capacity(tasks.len());
        for task in tasks {
            let here = History { task: &task, engagements: &engagements }.unit_on(today);
            let may_note = may_note(&units, here);
            let mut drive = drive(tx, &scope, &units, task).await?;
            let joined = joined::of_survivor(tx, &scope, drive.task.id).await?;
            let counts = |task| task == drive.task.id || joined.iter().any(|link| link.joined.double == task);
            let of_task: Vec<Exception> = excepted.iter().filter(|it| counts(it.task)).cloned().collect();
            drive.exceptions = views(tx, &scope, keys, &drive.task, of_task).await?;
            drives.push(DriveRecord { may_note, ..drive });
        }
        let ways = drives
            .iter()
            .flat_map(|it| it.ways.0.iter().flat_map(|(_, way)| [way.named(), way.also()].into_iter().flatten()));
        let pacts = drives.iter().filter_map(|it| it.pact.as_ref().and_then(|pact| pact.manner.named()));
        let named: Vec<PersonId> = ways.chain(pacts).collect();
        let vouchers = Vouchers::of(tx, &scope, named).await?;
        let unit = now.as_ref().map(|it| it.unit);
        Ok(PersonRecord {
            person,
            unit_name: unit.and_then(|id| units.get(id)).map(|unit| unit.name.clone()).unwrap_or_default(),
            position: now.map(|it| it.position).unwrap_or_default(),
            unit,
            posts: Vec::new(),
            is_whole: false,
            drives,
            was_merged,
            vouchers,
            institution,
        })
    }
}

async fn drive(tx: &mut Tx, scope: &Scope, units: &UnitTree, task: Task) -> Result<DriveRecord, Fault> {
    let drive = circulars::drive_by_id(tx, scope, task.drive).await?.ok_or(Fault::NotFound)?;
    let circular = circulars::by_id(tx, scope, drive.circular).await?.ok_or(Fault::NotFound)?;
    let replaced = match &circular.revision {
        Some(revision) => circulars::by_id(tx, scope, revision.replaces).await?,
        None => None,
    };
    let pact = tasks::pact_of_task(tx, scope, task.id).await?;
    let (ways, joined) = joined_ways(tx, scope, &task).await?;
    let unit = units.get(task.unit).map(|unit| unit.name.clone()).unwrap_or_default();
    let (exceptions, may_note) = (Vec::new(), false);
    Ok(DriveRecord { drive, circular, replaced, task, unit, ways, joined, pact, exceptions, may_note })
}

/// How the steps of a task were taken, and the names in the records whose steps count for it: of each step the way in the
/// record in which it was taken first.
async fn joined_ways(tx: &mut Tx, scope: &Scope, task: &Task) -> Result<(Ways, Vec<String>), Fault> {
    let mut ways = step_ways::of_task(tx, scope, task.id).await?;
    let mut names = Vec::new();
    let mut open = vec![task.id];
    while let Some(next) = open.pop() {
        for link in joined::of_survivor(tx, scope, next).await? {
            let there = step_ways::of_task(tx, scope, link.joined.double).await?;
            let given = |step: &Step| task.at(*step).is_some() && task.at(*step) == link.times.at(*step);
            for step in Step::ALL.into_iter().filter(given) {
                ways.0.retain(|(taken, _)| *taken != step);
                ways.0.extend(there.0.iter().filter(|(taken, _)| *taken == step).copied());
            }
            names.extend(people::person(tx, scope, link.person).await?.map(|person| person.name.full()));
            open.push(link.joined.double);
        }
    }
    Ok((ways, names))
}

struct Look {
    caller: Caller,
    person: PersonId,
    keys: Keys,
}

impl Look {
    /// Whether the caller may do `action` to the person as somebody of this unit.
    fn may(&self, action: Action, institution: InstitutionId, units: &UnitTree, unit: UnitId) -> Result<Permit, Fault> {
        let target = Target::of(institution, "person").object(*self.person.bytes()).person(self.person);
        Ok(allow(&self.caller.actor, action, &target.units(units.path(unit)))?)
    }
}

impl Unit for Look {
    type Out = PersonRecord;
    type Error = Fault;
    const NAME: &'static str = "coverage/person_record";

    async fn run(&self, tx: &mut Tx) -> Result<PersonRecord, Fault> {
        let mut found = Found::read(tx, &self.caller, self.person).await?;
        let newest = found.tasks.first().ok_or(Fault::NotFound)?.unit;
        let (id, scope) = (found.institution.id, found.scope.clone());
        let view = |units: &UnitTree, unit| self.may(Action::ViewPersonRecord, id, units, unit);
        // Where somebody is today says who may see everything; where they were asked, who may see that.
        let whole = found.now(&self.caller).map(|it| view(&found.units, it.unit));
        let is_whole = matches!(whole, Some(Ok(_)));
        let permit = match whole {
            Some(Ok(permit)) => permit,
            _ => {
                let (units, tasks) = (&found.units, &mut found.tasks);
                tasks.retain(|task| view(units, task.unit).is_ok());
                view(units, tasks.first().map_or(newest, |task| task.unit))?
            }
        };
        let is_other = self.caller.person()? != found.person.id;
        let may_note =
            |units: &UnitTree, unit: UnitId| is_other && self.may(Action::NoteException, id, units, unit).is_ok();
        let record = found.record(tx, &self.caller, &self.keys, may_note).await?;
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, 1, occasion.at, &mut occasion.chance()).await?;
        Ok(PersonRecord { is_whole, ..record })
    }
}

struct LookAtOneself {
    caller: Caller,
    keys: Keys,
}

impl Unit for LookAtOneself {
    type Out = PersonRecord;
    type Error = Fault;
    const NAME: &'static str = "coverage/own_record";

    async fn run(&self, tx: &mut Tx) -> Result<PersonRecord, Fault> {
        let person = self.caller.person()?;
        let target = Target::of(self.caller.institution()?, "person").object(*person.bytes()).person(person);
        allow(&self.caller.actor, Action::ViewOwn, &target)?;
        let found = Found::read(tx, &self.caller, person).await?;
        let held = people::holdings(tx, &found.scope, person).await?;
        let posts = HoldingLine::all(held, &found.units);
        let record = found.record(tx, &self.caller, &self.keys, |_, _| false).await?;
        Ok(PersonRecord { posts, ..record })
    }
}
