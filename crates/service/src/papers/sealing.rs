//! The seal of an institution: its key, made with the institution, and the certificates that anybody may have. An institution
//! that came without one gets it when it is first needed.

use crate::{App, Fault, Keys};
use base::{Instant, Occasion};
use domain::change::{Change, Effect};
use domain::ids::{InstitutionId, SealKeyId};
use domain::policy::{Action, Actor, Target, allow};
use domain::seal_key::SealKeyRecord;
use seal::{Certificate, Fingerprint, SealError, SealKey};
use store::data::{record, seal_keys, tenancy};
use store::{Scope, Tx, Unit};

/// A certificate with which papers of an institution are or were sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealCertificate {
    /// The certificate.
    pub certificate: Certificate,
    /// Since when it seals.
    pub since: Instant,
    /// When it stopped; none for the one that seals now.
    pub until: Option<Instant>,
}

/// A seal key in use.
pub(super) struct CurrentSeal {
    pub(super) id: SealKeyId,
    pub(super) key: SealKey,
}

impl App {
    /// Every certificate of an institution, the newest first: the one that seals now, if any, and those before it, which go
    /// on proving what they sealed.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn seal_certificates(&self, institution: InstitutionId) -> Result<Vec<SealCertificate>, Fault> {
        let found = self.store().read(All { institution }).await?;
        let read = |it: SealKeyRecord| {
            let certificate = Certificate::from_der(&it.certificate)?;
            Ok(SealCertificate { certificate, since: it.since, until: it.until })
        };
        found.into_iter().map(read).collect()
    }

    /// Puts a new seal key in the place of the one that seals now. The old one is erased, its certificate stays. The event
    /// of the new key names the old fingerprint, so that nobody can slip in a key without a trace. Answers old and new.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nothing was ever sealed: the first key is made by itself.
    pub async fn rotate_seal(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
    ) -> Result<(Certificate, Certificate), Fault> {
        let rotate = Rotate { occasion, institution, keys: self.keys().clone() };
        let (old, new) = self.store().write(rotate).await?;
        Ok((Certificate::from_der(&old.certificate)?, Certificate::from_der(&new.certificate)?))
    }

    /// Makes the seal key of a new institution and answers its certificate, so that its fingerprint can be made known before
    /// the first paper. One that is there stays.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such institution.
    pub async fn make_seal(&self, occasion: Occasion, institution: InstitutionId) -> Result<Certificate, Fault> {
        Ok(self.current_seal(occasion, institution).await?.key.certificate().clone())
    }

    /// The key that seals now; it is made if there is none.
    pub(super) async fn current_seal(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
    ) -> Result<CurrentSeal, Fault> {
        let record = match self.store().read(Current { institution }).await? {
            Some(record) => record,
            None => match self.store().write(Make { occasion, institution, keys: self.keys().clone() }).await {
                // Somebody else made it meanwhile.
                Err(Fault::Conflict) => self.store().read(Current { institution }).await?.ok_or(Fault::Conflict)?,
                outcome => outcome?,
            },
        };
        let secret = record.secret.as_deref().ok_or(SealError::Key)?;
        let secret = self.keys().open(&place(record.id), secret)?;
        let key = SealKey::restore(&secret, Certificate::from_der(&record.certificate)?)?;
        Ok(CurrentSeal { id: record.id, key })
    }
}

/// Where the secret of a seal key may be opened, and nowhere else.
fn place(id: SealKeyId) -> String {
    format!("seal_key/{id}")
}

/// As the audit trail names a certificate: it is public and says nothing about any person.
fn code(certificate: &[u8]) -> Result<String, Fault> {
    let fingerprint: Fingerprint = Certificate::from_der(certificate)?.fingerprint();
    Ok(fingerprint.to_string().replace(' ', ""))
}

struct All {
    institution: InstitutionId,
}

impl Unit for All {
    type Out = Vec<SealKeyRecord>;
    type Error = Fault;
    const NAME: &'static str = "papers/seal_certificates";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        allow(&Actor::Public, Action::ViewPublic, &Target::of(self.institution, "seal_key"))?;
        Ok(seal_keys::list(tx, &Scope::Institution(self.institution)).await?)
    }
}

struct Current {
    institution: InstitutionId,
}

impl Unit for Current {
    type Out = Option<SealKeyRecord>;
    type Error = Fault;
    const NAME: &'static str = "papers/seal_key";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        Ok(seal_keys::current(tx, &Scope::Institution(self.institution)).await?)
    }
}

/// Draws a key and its certificate.
async fn draw(
    tx: &mut Tx,
    institution: InstitutionId,
    keys: &Keys,
    at: Instant,
    chance: &mut base::Chance,
) -> Result<SealKeyRecord, Fault> {
    let institution = tenancy::institution_by_id(tx, institution).await?.ok_or(Fault::NotFound)?;
    let id: SealKeyId = chance.id();
    let key = SealKey::make(&institution.name, at, chance)?;
    let secret = Some(keys.seal(&place(id), &key.secret(), chance));
    Ok(SealKeyRecord { id, certificate: key.certificate().der().to_vec(), secret, since: at, until: None })
}

struct Make {
    occasion: Occasion,
    institution: InstitutionId,
    keys: Keys,
}

impl Unit for Make {
    type Out = SealKeyRecord;
    type Error = Fault;
    const NAME: &'static str = "papers/make_seal_key";

    async fn run(&self, tx: &mut Tx) -> Result<SealKeyRecord, Fault> {
        let (scope, at, mut chance) = (Scope::Institution(self.institution), self.occasion.at, self.occasion.chance());
        if seal_keys::current(tx, &scope).await?.is_some() {
            return Err(Fault::Conflict);
        }
        let made = draw(tx, self.institution, &self.keys, at, &mut chance).await?;
        let target = Target::of(self.institution, "seal_key").object(*made.id.bytes());
        let change = Change::new(allow(&Actor::System, Action::MakeSealKey, &target)?)
            .with(Effect::SealKeyMade(Box::new(made.clone())))
            .say_code("fingerprint", &code(&made.certificate)?);
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(made)
    }
}

struct Rotate {
    occasion: Occasion,
    institution: InstitutionId,
    keys: Keys,
}

impl Unit for Rotate {
    type Out = (SealKeyRecord, SealKeyRecord);
    type Error = Fault;
    const NAME: &'static str = "papers/rotate_seal_key";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, at, mut chance) = (Scope::Institution(self.institution), self.occasion.at, self.occasion.chance());
        let old = seal_keys::current(tx, &scope).await?.ok_or(Fault::NotFound)?;
        let made = draw(tx, self.institution, &self.keys, at, &mut chance).await?;
        let target = Target::of(self.institution, "seal_key").object(*made.id.bytes());
        let change = Change::new(allow(&Actor::System, Action::RotateSealKey, &target)?)
            .with(Effect::SealKeyEnded { id: old.id, until: at })
            .with(Effect::SealKeyMade(Box::new(made.clone())))
            .say_code("fingerprint", &code(&made.certificate)?)
            .say_code("replaces", &code(&old.certificate)?);
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok((old, made))
    }
}
