//! An installation as a command uses it: real, opened, and closed again when the work is done.

use crate::failure::{During, Failure};
use crate::installation::{self, Kind};
use crate::{LogFormat, Settings, log};
use base::{Clock as _, Date, Occasion, SystemClock};
use domain::ids::{PersonId, UnitId};
use domain::tenancy::{Institution, UnitTree};
use service::{App, Fault};
use store::data::{people, tenancy};
use store::{Scope, StoreError, Tx, Unit};
use url::Url;

/// An opened installation.
pub struct Session {
    /// The use cases.
    pub app: App,
    /// When the command was typed.
    pub occasion: Occasion,
}

impl Session {
    /// Opens the installation of these settings, which must hold real data.
    ///
    /// # Errors
    /// When it cannot be opened or holds a demo.
    pub async fn open(settings: &Settings) -> Result<Self, Failure> {
        log::start(settings, LogFormat::Text)?;
        let occasion = Occasion::draw(SystemClock.now());
        let local = Url::parse("http://localhost").during("the address is not valid")?;
        let address = settings.address.clone().unwrap_or(local);
        let store = installation::store(settings, &occasion).await?;
        let app = installation::open(settings, store, &address, &occasion).await?;
        installation::claim(&app, Kind::Real).await?;
        Ok(Self { app, occasion })
    }

    /// Finishes what was begun.
    pub async fn close(self) {
        self.app.store().clone().close().await;
    }

    /// Fresh chance for one more step of the same command.
    #[must_use]
    pub fn next(&self) -> Occasion {
        Occasion::draw(self.occasion.at)
    }

    /// The institution with this short name.
    ///
    /// # Errors
    /// When there is none; the message names those there are.
    pub async fn institution(&self, short_name: &str) -> Result<Institution, Failure> {
        match self.app.institution(short_name).await {
            Ok(institution) => Ok(institution),
            Err(Fault::NotFound) => {
                let known = self.app.institutions().await.during("the store cannot be read")?;
                let known: Vec<String> = known.into_iter().map(|institution| institution.short_name).collect();
                Err(Failure::new(match known.as_slice() {
                    [] => format!("there is no institution `{short_name}` yet; add it with: netral institution add"),
                    known => format!("there is no institution `{short_name}`; there are: {}", known.join(", ")),
                }))
            }
            Err(fault) => Err(fault).during("the store cannot be read"),
        }
    }

    /// The day it is at the institution.
    #[must_use]
    pub fn today(&self, institution: &Institution) -> Date {
        self.occasion.at.date(institution.zone)
    }

    /// The person of an institution with this NIP, NI PPPK or NIK.
    ///
    /// # Errors
    /// When nobody or several have it.
    pub async fn person(&self, institution: &Institution, number: &str) -> Result<PersonId, Failure> {
        match self.persons(institution, number).await?.as_slice() {
            [one] => Ok(*one),
            [] => Err(Failure::new(format!("nobody in `{}` has this number", institution.short_name))),
            _ => Err(Failure::new("several people have this number; mend it in the register first")),
        }
    }

    /// Everybody of an institution who has or had this NIP, NI PPPK or NIK.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn persons(&self, institution: &Institution, number: &str) -> Result<Vec<PersonId>, Failure> {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let (index, scope) = (self.app.keys().blind_index(&digits), Scope::Institution(institution.id));
        self.app.store().read(WithNumber { scope, index }).await.during("the store cannot be read")
    }

    /// The unit of an institution with this code.
    ///
    /// # Errors
    /// When there is none.
    pub async fn unit(&self, institution: &Institution, code: &str) -> Result<UnitId, Failure> {
        let units = Units { scope: Scope::Institution(institution.id) };
        let found = self.app.store().read(units).await.during("the store cannot be read")?;
        let unit = found.iter().find(|unit| unit.code == code).map(|unit| unit.id);
        unit.ok_or_else(|| Failure::new(format!("`{}` has no unit with the code `{code}`", institution.short_name)))
    }
}

struct WithNumber {
    scope: Scope,
    index: [u8; 32],
}

impl Unit for WithNumber {
    type Out = Vec<PersonId>;
    type Error = StoreError;
    const NAME: &'static str = "command/with_number";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<PersonId>, StoreError> {
        people::persons_with(tx, &self.scope, self.index).await
    }
}

/// The units of an institution.
pub struct Units {
    /// Which institution.
    pub scope: Scope,
}

impl Unit for Units {
    type Out = UnitTree;
    type Error = StoreError;
    const NAME: &'static str = "command/units";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        tenancy::units(tx, &self.scope).await
    }
}
