//! Proving to be oneself for signing: by a password, by a passkey, or by a passkey that signs the very text of the pact.

use super::mine;
use super::sign::{Signing, text_to_sign};
use crate::coverage::as_of;
use crate::identity::{Prover, bind};
use crate::{App, Caller, Fault, Refusal};
use base::{Instant, Occasion};
use domain::ids::TaskId;
use domain::knowledge::{PactText, Proof, Step};
use domain::policy::Action;
use domain::signature::PasskeySignature;
use ledger::{Commitment, Salt};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use store::data::sessions;
use store::{StoreError, Tx, Unit};

/// How long a proof by passkey may be used for signing.
const PROOF_LASTS: Duration = Duration::from_secs(5 * 60);

const KIND: &str = "proof";

/// How somebody proved, just now, to be the one who pledges or signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proved {
    /// By their password.
    Password,
    /// By a passkey that signed nothing in particular: enough for a pledge, too little for a pact.
    Passkey,
    /// By a passkey that signed the text of the pact.
    OverText(Box<OverText>),
}

impl Proved {
    /// The plain word for it.
    #[must_use]
    pub const fn by(&self) -> Proof {
        match self {
            Self::Password => Proof::Password,
            Self::Passkey | Self::OverText(_) => Proof::Passkey,
        }
    }
}

/// What a passkey signed: the commitment to the text of a pact under this salt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverText {
    pub(super) salt: [u8; 32],
    pub(super) commitment: [u8; 32],
    pub(super) signature: PasskeySignature,
}

/// What is kept while a device signs.
#[derive(Serialize, Deserialize)]
struct Asked {
    task: TaskId,
    /// Salt and commitment, where there is a text to sign.
    over: Option<([u8; 32], [u8; 32])>,
    prover: Prover,
}

impl App {
    /// Begins proving by a passkey for the caller's own task: the ceremony's name, and what to ask of the device. Where the
    /// pact can be signed now, the device is asked to sign the commitment to its text.
    ///
    /// # Errors
    /// [`Refusal::PasskeyRefused`] when the caller has none, [`Fault::NotFound`] when it is not their task.
    pub async fn sign_passkey_begin(&self, caller: &Caller, task: TaskId) -> Result<(String, String), Fault> {
        let signing = self.signing(Proved::Passkey);
        let text = self.store().read(ToSign { caller: caller.clone(), task, signing }).await?;
        let mut chance = caller.occasion.chance();
        // The ceremony's name lies in the browser; the salt must come from elsewhere in the stream.
        let apart = Occasion::seeded(caller.occasion.at, chance.bytes());
        let salt: [u8; 32] = chance.bytes();
        let over = text.map(|text| (salt, Commitment::to("pact", &Salt(salt), &text.canonical()).0));
        let (mut asked, mut prover) = self.prover_begin(caller).await?;
        if let Some((_, commitment)) = &over {
            (asked, prover) = bind(asked, prover, commitment)?;
        }
        let ceremony = self.prover_open(&Asked { task, over, prover }, apart).await?;
        Ok((ceremony, asked.to_string()))
    }

    /// Proves by what the device answered. The word counts once, for five minutes, for this person and this task.
    ///
    /// # Errors
    /// [`Refusal::CeremonyOver`] when it took longer than five minutes, was used before or was begun by somebody else or
    /// for another task, [`Refusal::PasskeyRefused`] when it does not fit, [`Fault::NotFound`] when nobody is signed in.
    pub async fn sign_passkey(
        &self,
        caller: &Caller,
        task: TaskId,
        ceremony: &str,
        credential_json: &str,
    ) -> Result<String, Fault> {
        let asked: Asked = self.prover_take(ceremony, caller.occasion.at).await?;
        if asked.task != task {
            return Err(Refusal::CeremonyOver.into());
        }
        let signature = self.prover_finish(caller, &asked.prover, credential_json).await?;
        let over = asked.over.map(|(salt, commitment)| OverText { salt, commitment, signature });
        let word = domain::paper::letters(&caller.occasion.chance().bytes::<16>(), 24);
        let until = caller.occasion.at.plus(PROOF_LASTS);
        let state = serde_json::to_string(&over).map_err(|error| Fault::Unexpected(error.to_string()))?;
        self.store().write(Note { hash: self.proof_hash(caller, task, &word)?, state, until }).await?;
        Ok(word)
    }

    /// Takes back the word of [`App::sign_passkey`].
    ///
    /// # Errors
    /// [`Refusal::CeremonyOver`] when it is unknown, used, too old, or somebody else's.
    pub async fn take_proof(&self, caller: &Caller, task: TaskId, word: &str) -> Result<Proved, Fault> {
        let take = Take { hash: self.proof_hash(caller, task, word)?, now: caller.occasion.at };
        let state = self.store().write(take).await?.ok_or(Refusal::CeremonyOver)?;
        let over: Option<OverText> = serde_json::from_str(&state).map_err(|_| Refusal::CeremonyOver)?;
        Ok(over.map_or(Proved::Passkey, |over| Proved::OverText(Box::new(over))))
    }

    fn proof_hash(&self, caller: &Caller, task: TaskId, word: &str) -> Result<[u8; 32], Fault> {
        let person = caller.person()?;
        Ok(self.keys().hash("proof", format!("{person}/{task}/{word}").as_bytes()))
    }
}

/// The text of the pact, if it can be signed now.
struct ToSign {
    caller: Caller,
    task: TaskId,
    signing: Signing,
}

impl Unit for ToSign {
    type Out = Option<PactText>;
    type Error = Fault;
    const NAME: &'static str = "tasks/to_sign";

    async fn run(&self, tx: &mut Tx) -> Result<Option<PactText>, Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::SignPact).await?;
        if mine.drive.may(&mine.task, Step::Signed).is_err() {
            return Ok(None);
        }
        let today = as_of(tx, &self.caller, None).await?.1.day;
        Ok(Some(text_to_sign(tx, &mine, (&self.signing, today)).await?.0))
    }
}

struct Note {
    hash: [u8; 32],
    state: String,
    until: Instant,
}

impl Unit for Note {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "tasks/note_proof";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        sessions::open_ceremony(tx, self.hash, KIND, &self.state, self.until).await
    }
}

struct Take {
    hash: [u8; 32],
    now: Instant,
}

impl Unit for Take {
    type Out = Option<String>;
    type Error = StoreError;
    const NAME: &'static str = "tasks/take_proof";

    async fn run(&self, tx: &mut Tx) -> Result<Option<String>, StoreError> {
        sessions::take_ceremony(tx, self.hash, KIND, self.now).await
    }
}
