use crate::assemblies::Live;
use crate::job_counts::JobCounts;
use crate::own_law::OwnLaws;
use crate::{CertifiedSigner, Fault, Files, Keys, Passwords, SecondFactorRule};
use domain::absence::DueRules;
use domain::dispatch::SendingRules;
use norms::Catalogue;
use std::sync::Arc;
use store::Store;
use webauthn_rs::Webauthn;

/// What the program is made of, once it runs. Clones share everything.
#[derive(Clone)]
pub struct App {
    parts: Arc<Parts>,
    jobs: Arc<JobCounts>,
    live: Arc<Live>,
    own_laws: Arc<OwnLaws>,
    signer: Option<Arc<dyn CertifiedSigner>>,
}

/// The parts of an [`App`].
pub struct Parts {
    /// Where rows are.
    pub store: Store,
    /// Where bytes are.
    pub files: Files,
    /// What opens them.
    pub keys: Keys,
    /// The law.
    pub law: Arc<Catalogue>,
    /// Passwords.
    pub passwords: Passwords,
    /// Passkeys; bound to the public address of the installation.
    pub webauthn: Webauthn,
    /// The public address, without a slash at the end: it stands in QR codes.
    pub address: String,
    /// Whether certain roles need a second factor.
    pub second_factor: SecondFactorRule,
    /// How many calendar days a delegation may last.
    pub delegation_days: u32,
    /// What is granted to whoever cannot do it by the due date of a drive.
    pub due_rules: DueRules,
    /// What holds for messages that leave the program.
    pub sending: SendingRules,
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self {
            parts: Arc::new(parts),
            jobs: Arc::default(),
            live: Arc::default(),
            own_laws: Arc::default(),
            signer: None,
        }
    }

    /// The same with somebody who gives certified signatures. Without, nothing of them is seen.
    #[must_use]
    pub fn signing_through(self, signer: Arc<dyn CertifiedSigner>) -> Self {
        Self { signer: Some(signer), ..self }
    }

    /// The host that is asked for certified signatures; none when nobody is.
    #[must_use]
    pub fn certified_server(&self) -> Option<&str> {
        self.signer.as_deref().map(CertifiedSigner::host)
    }

    /// Who gives certified signatures.
    pub(crate) fn certified_signer(&self) -> Option<Arc<dyn CertifiedSigner>> {
        self.signer.clone()
    }

    /// Where rows are.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.parts.store
    }

    /// Where bytes are.
    #[must_use]
    pub fn files(&self) -> &Files {
        &self.parts.files
    }

    /// What opens them.
    #[must_use]
    pub fn keys(&self) -> &Keys {
        &self.parts.keys
    }

    /// The law.
    #[must_use]
    pub fn law(&self) -> &Catalogue {
        &self.parts.law
    }

    /// The law, for a unit of work that outlives the borrow.
    pub(crate) fn law_shared(&self) -> Arc<Catalogue> {
        Arc::clone(&self.parts.law)
    }

    /// The law of institutions with elections of their own.
    pub(crate) fn own_laws(&self) -> &OwnLaws {
        &self.own_laws
    }

    /// Passwords.
    #[must_use]
    pub fn passwords(&self) -> &Passwords {
        &self.parts.passwords
    }

    /// Passkeys.
    #[must_use]
    pub fn webauthn(&self) -> &Webauthn {
        &self.parts.webauthn
    }

    /// The public address of the installation, without a slash at the end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.parts.address
    }

    /// The assemblies that are being watched.
    pub(crate) fn live(&self) -> &Live {
        &self.live
    }

    /// Whether certain roles need a second factor.
    #[must_use]
    pub fn second_factor_rule(&self) -> SecondFactorRule {
        self.parts.second_factor
    }

    /// How many calendar days a delegation may last.
    #[must_use]
    pub fn delegation_days(&self) -> u32 {
        self.parts.delegation_days
    }

    /// What is granted to whoever cannot do it by the due date of a drive.
    #[must_use]
    pub fn due_rules(&self) -> DueRules {
        self.parts.due_rules
    }

    /// What holds for messages that leave the program.
    #[must_use]
    pub fn sending_rules(&self) -> &SendingRules {
        &self.parts.sending
    }

    /// What became of follow-up work.
    pub(crate) fn counted(&self) -> &JobCounts {
        &self.jobs
    }

    /// Whether the program can work: the store answers.
    ///
    /// # Errors
    /// What keeps it from answering.
    pub async fn ready(&self) -> Result<(), Fault> {
        Ok(self.store().alive().await?)
    }
}
