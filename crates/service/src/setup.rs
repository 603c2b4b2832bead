//! Setting up an installation: what the command line, the demo and tests do as the program itself.

use crate::{App, Fault};
use base::{Chance, Date, Occasion};
use domain::change::{Change, Effect};
use domain::ids::{DetailId, InstitutionId, PersonId};
use domain::people::{Detail, DetailKind};
use domain::policy::{Action, Actor, Target, allow};
use domain::tenancy::Institution;
use store::data::{installation, record, tenancy};
use store::{Scope, Tx, Unit};

/// Most effects that one unit of work writes, so that others' writes go on in between.
const SLICE: usize = 500;

impl App {
    /// Writes `effects` for an institution as the program itself, slice by slice, each with its audit event.
    ///
    /// # Errors
    /// When the store refuses one; the slices before it stay.
    pub async fn set_up(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        effects: Vec<Effect>,
    ) -> Result<(), Fault> {
        let mut chance = occasion.chance();
        let mut rest = effects;
        while !rest.is_empty() {
            let tail = rest.split_off(rest.len().min(SLICE));
            let occasion = Occasion::seeded(occasion.at, chance.bytes());
            self.store().write(SetUp { occasion, institution, effects: rest }).await?;
            rest = tail;
        }
        Ok(())
    }

    /// Writes `effects` as [`App::set_up`] does, but all or none, for what is of no use in part. Everybody else's writes
    /// wait meanwhile, so it is for some thousands at most.
    ///
    /// # Errors
    /// When the store refuses one; nothing is written then.
    pub async fn set_up_together(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        effects: Vec<Effect>,
    ) -> Result<(), Fault> {
        self.store().write(SetUp { occasion, institution, effects }).await
    }

    /// Seals a number or contact of a person.
    #[must_use]
    pub fn seal_detail(
        &self,
        person: PersonId,
        kind: DetailKind,
        value: &str,
        since: Date,
        chance: &mut Chance,
    ) -> Detail {
        let id: DetailId = chance.id();
        Detail {
            id,
            person,
            kind,
            index: self.keys().blind_index(value),
            sealed: self.keys().seal(&detail_place(id), value.as_bytes(), chance),
            since,
            until: None,
        }
    }

    /// Opens a number or contact.
    ///
    /// # Errors
    /// When it was sealed with another key.
    pub fn open_detail(&self, detail: &Detail) -> Result<String, Fault> {
        Ok(self.keys().open_text(&detail_place(detail.id), &detail.sealed)?)
    }

    /// Every institution of the installation.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn institutions(&self) -> Result<Vec<Institution>, Fault> {
        self.store().read(Institutions).await
    }

    /// The institution with this short name.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is none.
    pub async fn institution(&self, short_name: &str) -> Result<Institution, Fault> {
        self.store().read(ByShortName(short_name.to_owned())).await
    }

    /// A fact about the installation.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn installation_fact(&self, name: &str) -> Result<Option<String>, Fault> {
        self.store().read(Fact { name: name.to_owned() }).await
    }

    /// Keeps a fact about the installation.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn keep_installation_fact(&self, name: &str, value: &str) -> Result<(), Fault> {
        self.store().write(KeepFact { name: name.to_owned(), value: value.to_owned() }).await
    }
}

fn detail_place(id: DetailId) -> String {
    format!("detail/{id}")
}

struct SetUp {
    occasion: Occasion,
    institution: InstitutionId,
    effects: Vec<Effect>,
}

impl Unit for SetUp {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "setup/set_up";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let target = Target::of(self.institution, "institution").object(*self.institution.bytes());
        let permit = allow(&Actor::System, Action::SetUp, &target)?;
        let count = i64::try_from(self.effects.len()).unwrap_or(i64::MAX);
        let change = Change::new(permit).with_all(self.effects.iter().cloned()).say("effects", count);
        let scope = Scope::Institution(self.institution);
        record(tx, &scope, &change, self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(())
    }
}

struct Institutions;

impl Unit for Institutions {
    type Out = Vec<Institution>;
    type Error = Fault;
    const NAME: &'static str = "setup/institutions";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        Ok(tenancy::institutions(tx).await?)
    }
}

struct ByShortName(String);

impl Unit for ByShortName {
    type Out = Institution;
    type Error = Fault;
    const NAME: &'static str = "setup/institution";

    async fn run(&self, tx: &mut Tx) -> Result<Institution, Fault> {
        tenancy::institution_by_short_name(tx, &self.0).await?.ok_or(Fault::NotFound)
    }
}

struct Fact {
    name: String,
}

impl Unit for Fact {
    type Out = Option<String>;
    type Error = Fault;
    const NAME: &'static str = "setup/fact";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        Ok(installation::value(tx, &self.name).await?)
    }
}

struct KeepFact {
    name: String,
    value: String,
}

impl Unit for KeepFact {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "setup/keep_fact";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        Ok(installation::put(tx, &self.name, &self.value).await?)
    }
}
