use crate::{App, Caller, Fault, Refusal};
use base::Instant;
use domain::ids::TaskId;
use domain::knowledge::Proof;
use std::time::Duration;
use store::data::sessions;
use store::{StoreError, Tx, Unit};

/// How long a proof by passkey may be used for signing.
const PROOF_LASTS: Duration = Duration::from_secs(5 * 60);

const KIND: &str = "proof";

impl App {
    /// Notes that the caller has just proved themselves by passkey for signing this task. The answer is a word
    /// that counts once, for five minutes, for this person and this task.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn note_proof(&self, caller: &Caller, task: TaskId) -> Result<String, Fault> {
        let word = domain::paper::letters(&caller.occasion.chance().bytes::<16>(), 24);
        let now = caller.occasion.at;
        let note = Note { hash: self.proof_hash(caller, task, &word)?, until: now.plus(PROOF_LASTS) };
        self.store().write(note).await?;
        Ok(word)
    }

    /// Takes back the word of [`App::note_proof`].
    ///
    /// # Errors
    /// [`Refusal::CeremonyOver`] when it is unknown, used, too old, or somebody else's.
    pub async fn take_proof(&self, caller: &Caller, task: TaskId, word: &str) -> Result<Proof, Fault> {
        let take = Take { hash: self.proof_hash(caller, task, word)?, now: caller.occasion.at };
        if self.store().write(take).await? { Ok(Proof::Passkey) } else { Err(Refusal::CeremonyOver.into()) }
    }

    fn proof_hash(&self, caller: &Caller, task: TaskId, word: &str) -> Result<[u8; 32], Fault> {
        let person = caller.person()?;
        Ok(self.keys().hash("proof", format!("{person}/{task}/{word}").as_bytes()))
    }
}

struct Note {
    hash: [u8; 32],
    until: Instant,
}

impl Unit for Note {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "tasks/note_proof";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        sessions::open_ceremony(tx, self.hash, KIND, "", self.until).await
    }
}

struct Take {
    hash: [u8; 32],
    now: Instant,
}

impl Unit for Take {
    type Out = bool;
    type Error = StoreError;
    const NAME: &'static str = "tasks/take_proof";

    async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
        Ok(sessions::take_ceremony(tx, self.hash, KIND, self.now).await?.is_some())
    }
}
