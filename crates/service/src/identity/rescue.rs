//! Help for somebody whose account is in danger, as with a lost phone: by an administrator or an identity custodian.

use crate::session;
use crate::{App, Caller, Fault};
use domain::change::{Change, Effect};
use domain::ids::{InstitutionId, PersonId};
use domain::people::Name;
use domain::policy::{Action, Permit, Target, allow};
use store::data::{accounts, people, record, record_read, sessions};
use store::{Tx, Unit};

/// Somebody whose account can be secured.
#[derive(Debug, Clone)]
pub struct Endangered {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: Name,
    /// Whether they have an account.
    pub has_account: bool,
    /// Whether they have a second factor.
    pub second_factor: bool,
    /// On how many devices they are signed in.
    pub devices: usize,
}

impl App {
    /// Finds the account of the person with this identity number, as it was typed. Leaves a trace.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not secure accounts, [`Fault::NotFound`] for a number that nobody here has.
    pub async fn endangered(&self, caller: &Caller, number: &str) -> Result<Endangered, Fault> {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let index = self.keys().blind_index(&digits);
        self.store().write(Find { caller: caller.clone(), index }).await
    }

    /// Ends every session of a person. Answers how many there were.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not secure accounts, [`Fault::NotFound`] when the institution has no such
    /// person.
    pub async fn end_sessions_of(&self, caller: &Caller, person: PersonId) -> Result<u64, Fault> {
        self.store().write(EndAll { caller: caller.clone(), person }).await
    }
}

pub(super) fn permit(caller: &Caller, institution: InstitutionId, person: PersonId) -> Result<Permit, Fault> {
    let target = Target::of(institution, "person").object(*person.bytes()).person(person);
    Ok(allow(&caller.actor, Action::SecureAccount, &target)?)
}

struct Find {
    caller: Caller,
    index: [u8; 32],
}

impl Unit for Find {
    type Out = Endangered;
    type Error = Fault;
    const NAME: &'static str = "identity/endangered";

    async fn run(&self, tx: &mut Tx) -> Result<Endangered, Fault> {
        let (scope, institution) = (self.caller.scope()?, self.caller.institution()?);
        let occasion = self.caller.occasion;
        // Whoever may not ask does not learn whether somebody has the number.
        allow(&self.caller.actor, Action::SecureAccount, &Target::of(institution, "person"))?;
        let found = people::persons_with(tx, &scope, self.index).await?;
        let id = *found.first().ok_or(Fault::NotFound)?;
        let permit = permit(&self.caller, institution, id)?;
        let person = people::person(tx, &scope, id).await?.ok_or(Fault::NotFound)?;
        let account = accounts::of_person(tx, &scope, id).await?;
        let (mut devices, mut second_factor) = (0, false);
        if let Some(account) = &account {
            let lines = sessions::of_account(tx, &scope, account.id).await?;
            let lives =
                |line: &&sessions::SessionLine| session::lives(occasion.at, (line.seen, line.expires), line.kiosk);
            second_factor = accounts::second_factor(tx, &scope, account.id).await?.is_some();
            devices = lines.iter().filter(lives).count();
        }
        record_read(tx, &scope, permit, 1, occasion.at, &mut occasion.chance()).await?;
        Ok(Endangered { person: id, name: person.name, has_account: account.is_some(), second_factor, devices })
    }
}

struct EndAll {
    caller: Caller,
    person: PersonId,
}

impl Unit for EndAll {
    type Out = u64;
    type Error = Fault;
    const NAME: &'static str = "identity/end_sessions_of";

    async fn run(&self, tx: &mut Tx) -> Result<u64, Fault> {
        let (scope, occasion) = (self.caller.scope()?, self.caller.occasion);
        let permit = permit(&self.caller, self.caller.institution()?, self.person)?;
        people::person(tx, &scope, self.person).await?.ok_or(Fault::NotFound)?;
        let account = accounts::of_person(tx, &scope, self.person).await?;
        let ended = account.map(|account| Effect::SessionsEnded { account: account.id });
        let change = Change::new(permit).say_code("what", "sessions").with_all(ended);
        let recorded = record(tx, &scope, &change, occasion.at, &mut occasion.chance()).await?;
        Ok(recorded.rows)
    }
}
