//! The door of an assembly: two words that change every minute, and joining with one's own sign-in.
//!
//! Whoever types or scans the words gets a ticket, a keyed word of the server's own: so there is time to sign in or to
//! use an activation slip while the words on the screen go on changing.

use super::part::Mine;
use crate::coverage::as_of;
use crate::guesses::{Missed, let_through};
use crate::{App, Caller, Device, Fault, Keys, Refusal};
use base::Instant;
use domain::assembly::{Assembly, Attendance, DoorWords, Minute};
use domain::change::{Change, Effect};
use domain::coverage::History;
use domain::ids::{AssemblyId, InstitutionId, UnitId};
use domain::knowledge::Task;
use domain::people::Name;
use domain::policy::{Action, Target, allow};
use store::data::{assemblies, people, record, tasks, tenancy};
use store::{Tx, Unit};
use subtle::ConstantTimeEq as _;

/// Minutes within which a ticket has to be used: time enough for an activation slip.
const TICKET_MINUTES: i64 = 30;

/// Wrong words that a signed-in person may send before waiting.
const FREE_OF_PERSON: u32 = 10;

/// Wrong words that may come from one network before those in it who are not signed in have to wait. A whole yard
/// shares one network.
const FREE_OF_NETWORK: u32 = 100;

/// An assembly before its door, for somebody who may go in.
#[derive(Debug, Clone)]
pub struct Door {
    /// The assembly.
    pub assembly: Assembly,
    /// Who stands before it.
    pub name: Name,
    /// Whether they have gone in before.
    pub joined: bool,
}

impl App {
    /// The words that open an assembly's door in this minute.
    #[must_use]
    pub(crate) fn door_words(&self, assembly: AssemblyId, minute: Minute) -> DoorWords {
        words(self.keys(), assembly, minute)
    }

    /// Takes the words from the screen, of this minute or the one before, and answers a ticket.
    ///
    /// # Errors
    /// [`Refusal::DoorUnknown`] when no open assembly has such words, [`Refusal::DoorChanged`] when one had them some
    /// minutes ago, [`Refusal::WaitUntil`] after too many wrong ones.
    pub async fn knock(&self, caller: &Caller, device: &Device, typed: &str) -> Result<String, Fault> {
        let now = caller.occasion.at;
        let (pattern, free) = match caller.actor.person() {
            Some(person) => (self.keys().hash("throttle-door-person", person.bytes()), FREE_OF_PERSON),
            None => (self.keys().hash("throttle-door-network", device.network()), FREE_OF_NETWORK),
        };
        let open = self.store().read(Knock { pattern, now }).await?;
        let minute = Minute::of(now);
        let said = DoorWords::parse(typed);
        let fits = |minute: Minute| open.iter().any(|(_, id)| Some(self.door_words(*id, minute)) == said);
        if let Some((shown, said)) = minute.taken().find(|it| fits(*it)).zip(said) {
            return Ok(ticket(self.keys(), said, shown));
        }
        if minute.lately().any(fits) {
            return Err(Refusal::DoorChanged.into());
        }
        self.store().write(Missed { pattern, free, now }).await?;
        Err(Refusal::DoorUnknown.into())
    }

    /// The assembly whose door a ticket opens to the caller.
    ///
    /// # Errors
    /// [`Refusal::DoorChanged`] when the ticket is none or too old, [`Refusal::DoorOver`] when the assembly was closed
    /// meanwhile, [`Refusal::NotOnRoster`] when the caller owes no pledge there.
    pub async fn door(&self, caller: &Caller, ticket: &str) -> Result<Door, Fault> {
        let said = self.read_ticket(ticket, caller.occasion.at)?;
        self.store().read(LookIn { caller: caller.clone(), said, keys: self.keys().clone() }).await
    }

    /// Goes in. Going in again changes nothing.
    ///
    /// # Errors
    /// As [`App::door`].
    pub async fn join(&self, caller: &Caller, ticket: &str) -> Result<AssemblyId, Fault> {
        let said = self.read_ticket(ticket, caller.occasion.at)?;
        self.store().write(Join { caller: caller.clone(), said, keys: self.keys().clone() }).await
    }

    /// Whether a ticket could still open a door; for pages that lead back to one.
    #[must_use]
    pub fn is_ticket(&self, ticket: &str, now: Instant) -> bool {
        self.read_ticket(ticket, now).is_ok()
    }

    fn read_ticket(&self, text: &str, now: Instant) -> Result<(DoorWords, i64), Refusal> {
        let read = || {
            let (number, rest) = text.split_once('.')?;
            let (said, _) = rest.split_once('.')?;
            let (number, said) = (number.parse::<i64>().ok()?, DoorWords::parse(said)?);
            let age = Minute::of(now).number() - number;
            let real = ticket_of(self.keys(), said, number);
            let same = bool::from(real.as_bytes().ct_eq(text.as_bytes()));
            (same && (0..=TICKET_MINUTES).contains(&age)).then_some((said, number))
        };
        read().ok_or(Refusal::DoorChanged)
    }
}

fn words(keys: &Keys, assembly: AssemblyId, minute: Minute) -> DoorWords {
    words_of(keys, assembly, minute.number())
}

fn words_of(keys: &Keys, assembly: AssemblyId, minute: i64) -> DoorWords {
    let place = [assembly.bytes().as_slice(), &minute.to_be_bytes()].concat();
    DoorWords::from_hash(keys.hash("door-words", &place))
}

fn ticket(keys: &Keys, said: DoorWords, minute: Minute) -> String {
    ticket_of(keys, said, minute.number())
}

/// Minute, words and a keyed word over both. It names nobody.
fn ticket_of(keys: &Keys, said: DoorWords, minute: i64) -> String {
    let plain = format!("{minute}.{}", said.address());
    let mark = domain::paper::letters(&keys.hash("door-ticket", plain.as_bytes()), 24);
    format!("{plain}.{mark}")
}

struct Knock {
    pattern: [u8; 32],
    now: Instant,
}

impl Unit for Knock {
    type Out = Vec<(InstitutionId, AssemblyId)>;
    type Error = Fault;
    const NAME: &'static str = "assemblies/knock";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let_through(tx, self.pattern, self.now).await?;
        Ok(assemblies::open(tx).await?)
    }
}

/// The open assembly that these words meant in their minute and at which the caller owes a pledge. Two assemblies may
/// have had the same words: then it is the caller's own.
///
/// Answers the unit, too, in which the caller is today.
async fn find(tx: &mut Tx, caller: &Caller, keys: &Keys, said: (DoorWords, i64)) -> Result<(Mine, UnitId), Fault> {
    let (scope, institution, me) = (caller.scope()?, caller.institution()?, caller.person()?);
    allow(&caller.actor, Action::JoinAssembly, &Target::of(institution, "person").person(me))?;
    let fits = |id: &AssemblyId| words_of(keys, *id, said.1) == said.0;
    let own = assemblies::open(tx).await?.into_iter().filter(|(of, id)| *of == institution && fits(id));
    let mut refusal = Refusal::DoorOver;
    let own: Vec<AssemblyId> = own.map(|(_, id)| id).collect();
    if !own.is_empty() {
        let tree = tenancy::units(tx, &scope).await?;
        let tasks = tasks::of_person(tx, &scope, me).await?;
        let engagements = people::engagements_of(tx, &scope, me).await?;
        let (_, as_of) = as_of(tx, caller, None).await?;
        for id in own {
            let assembly = assemblies::by_id(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
            // Counted, listed at the desk and let in is whoever is there today, wherever the circular reached them.
            let here = |task: &Task| {
                let place = History { task, engagements: &engagements }.place(as_of.day)?;
                assembly.plan.unit.is_none_or(|above| tree.is_within(place.unit, above)).then_some(place.unit)
            };
            let mut found = tasks.iter().filter(|task| task.drive == assembly.plan.drive && task.ended.is_none());
            if let Some((task, unit)) = found.find_map(|task| Some((task, here(task)?))) {
                let attendance = assemblies::attendance_of(tx, &scope, id, task.id).await?;
                return Ok((Mine { scope, task: task.clone(), assembly, attendance }, unit));
            }
        }
        refusal = Refusal::NotOnRoster;
    }
    Err(refusal.into())
}

struct LookIn {
    caller: Caller,
    said: (DoorWords, i64),
    keys: Keys,
}

impl Unit for LookIn {
    type Out = Door;
    type Error = Fault;
    const NAME: &'static str = "assemblies/door";

    async fn run(&self, tx: &mut Tx) -> Result<Door, Fault> {
        let (mine, _) = find(tx, &self.caller, &self.keys, self.said).await?;
        let person = people::person(tx, &mine.scope, mine.task.person).await?.ok_or(Fault::NotFound)?;
        Ok(Door { assembly: mine.assembly, name: person.name, joined: mine.attendance.is_some() })
    }
}

struct Join {
    caller: Caller,
    said: (DoorWords, i64),
    keys: Keys,
}

impl Unit for Join {
    type Out = AssemblyId;
    type Error = Fault;
    const NAME: &'static str = "assemblies/join";

    async fn run(&self, tx: &mut Tx) -> Result<AssemblyId, Fault> {
        let (mine, unit) = find(tx, &self.caller, &self.keys, self.said).await?;
        let (assembly, task) = (mine.assembly.id, mine.task);
        if mine.attendance.is_some() {
            return Ok(assembly);
        }
        let (at, mut chance) = (self.caller.occasion.at, self.caller.occasion.chance());
        let attendance = Attendance {
            id: chance.id(),
            version: 1,
            assembly,
            task: task.id,
            person: task.person,
            unit,
            joined: at,
            pledged: None,
            sheet: None,
            sampled: false,
            checked: None,
        };
        let target = Target::of(self.caller.institution()?, "task").object(*task.id.bytes()).person(task.person);
        let permit = allow(&self.caller.actor, Action::JoinAssembly, &target)?;
        let change = Change::new(permit)
            .say_id("assembly", *assembly.bytes())
            .with(Effect::AttendanceSaved(Box::new(attendance)));
        record(tx, &mine.scope, &change, at, &mut chance).await?;
        Ok(assembly)
    }
}
