use crate::{App, Caller, Fault, Keys, Slip, roles};
use base::{Chance, Instant};
use domain::change::{Activation, Change, Effect};
use domain::ids::{AccountId, InstitutionId, PersonId, UnitId};
use domain::message::Message;
use domain::paper::{letters, tidy_code};
use domain::people::Name;
use domain::policy::{Action, Held, Permit, Role, Target, allow};
use std::time::Duration;
use store::data::{accounts, merges, people, record, tenancy};
use store::{Tx, Unit};

/// How long a slip is good for: fourteen days.
const LASTS: Duration = Duration::from_secs(14 * 24 * 60 * 60);

impl App {
    /// Makes an activation slip for a person and ends whatever they signed in with before: a lost phone or a
    /// forgotten password is mended by a new slip. Earlier slips of the person die.
    ///
    /// A slip lets its finder act in every role of the person. So whoever heads a unit gets one only from somebody who
    /// reaches that unit too, and whoever holds any other role only from somebody who reaches the whole institution.
    ///
    /// # Errors
    /// [`Fault::Denied`] when the caller does not reach the person, [`Fault::NotFound`] when the institution has no
    /// such person.
    pub async fn issue_activation(&self, caller: &Caller, person: PersonId) -> Result<Slip, Fault> {
        self.store().write(ForPerson { keys: self.keys().clone(), caller: caller.clone(), person }).await
    }
}

struct ForPerson {
    keys: Keys,
    caller: Caller,
    person: PersonId,
}

impl Unit for ForPerson {
    type Out = Slip;
    type Error = Fault;
    const NAME: &'static str = "identity/issue_activation";

    async fn run(&self, tx: &mut Tx) -> Result<Slip, Fault> {
        let (scope, now) = (self.caller.scope()?, self.caller.occasion.at);
        let institution = tenancy::institution_by_id(tx, self.caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let person = people::person(tx, &scope, self.person).await?.ok_or(Fault::NotFound)?;
        // Whoever signed in with it would stand in a record that is another one's by now.
        if merges::survivor(tx, &scope, self.person).await? != self.person {
            return Err(Fault::NotFound);
        }
        let today = now.date(institution.zone);
        let tree = tenancy::units(tx, &scope).await?;
        let engagements = people::engagements_of(tx, &scope, self.person).await?;
        let homes: Vec<UnitId> = engagements.iter().filter(|e| e.holds_on(today)).map(|e| e.unit).collect();
        let held = roles::held(tx, &scope, self.person, today).await?;
        let (permit, home) = self.permit(institution.id, &homes, &held, |unit| tree.path(unit))?;
        let mut chance = self.caller.occasion.chance();
        let (code, activation) = draw(&self.keys, self.person, now, &mut chance);
        let home = home.and_then(|unit| tree.get(unit)).map_or("", |unit| unit.name.as_str());
        let slip = slip(&institution.name, &person.name, home, &code, activation.expires);
        let told = Message::slip(chance.id(), self.person, (today, now));
        let mut change = Change::new(permit)
            .with(Effect::ActivationIssued(Box::new(activation)))
            .with(Effect::MessagePlanned(Box::new(told)));
        if let Some(account) = accounts::of_person(tx, &scope, self.person).await? {
            change = change.with_all(closed(account.id));
        }
        record(tx, &scope, &change, now, &mut chance).await?;
        Ok(slip)
    }
}

impl ForPerson {
    /// The permit, and the unit in which the person is met: the first one that the caller reaches.
    fn permit(
        &self,
        institution: InstitutionId,
        homes: &[UnitId],
        held: &[Held],
        path: impl Fn(UnitId) -> Vec<UnitId>,
    ) -> Result<(Permit, Option<UnitId>), Fault> {
        let target = Target::of(institution, "person").object(*self.person.bytes()).person(self.person);
        let ask = |units: Vec<UnitId>| allow(&self.caller.actor, Action::IssueActivation, &target.clone().units(units));
        if held.iter().all(|held| is_reached(*held, |unit| ask(path(unit)).is_ok())) {
            for home in homes {
                if let Ok(permit) = ask(path(*home)) {
                    return Ok((permit, Some(*home)));
                }
            }
        }
        Ok((ask(Vec::new())?, homes.first().copied()))
    }
}

pub(super) fn slip(institution: &str, name: &Name, unit: &str, code: &str, expires: Instant) -> Slip {
    Slip { institution: institution.to_owned(), name: name.full(), unit: unit.to_owned(), code: grouped(code), expires }
}

/// Whether somebody who reaches the units that `reaches` says, and not the whole institution, may hand out this role.
pub(super) fn is_reached(held: Held, reaches: impl Fn(UnitId) -> bool) -> bool {
    match held.role {
        Role::Employee => true,
        Role::HeadOfUnit => held.unit.is_some_and(reaches),
        _ => false,
    }
}

/// The writes by which an account loses every means of signing in, and every session.
pub(crate) fn closed(account: AccountId) -> [Effect; 3] {
    [
        Effect::PasswordSet { account, hash: None },
        Effect::PasskeysRemoved { account },
        Effect::SessionsEnded { account },
    ]
}

/// A code of sixty random bits, of which only the hash will be kept.
pub(super) fn draw(keys: &Keys, person: PersonId, now: Instant, chance: &mut Chance) -> (String, Activation) {
    let code = letters(&chance.bytes::<8>(), 12);
    let activation = Activation { code: hash(keys, &code), person, issued: now, expires: now.plus(LASTS) };
    (code, activation)
}

/// The hash under which a code is kept, however it was typed.
pub(super) fn hash(keys: &Keys, typed: &str) -> [u8; 32] {
    keys.hash("slip", tidy_code(typed).as_bytes())
}

/// A code in groups of four.
pub(crate) fn grouped(code: &str) -> String {
    let chars: Vec<char> = code.chars().collect();
    chars.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
