//! The certified electronic signature on a published letter.
//!
//! That it is asked for is recorded before the request leaves, and what came of it by a task of its own, so that a browser that
//! goes away loses nothing. Number and passphrase are in the memory of that task and nowhere else.

use super::permit;
use crate::{App, Caller, CertifiedSigner, Fault, Refusal, Secret, SigningMishap, ToSign};
use base::{Clock, Instant, Occasion};
use domain::circular::Circular;
use domain::circular::certified::{
    CertifiedRefusal, CertifiedState, CertifiedTry, Doubt, Ground, SIGNER, SignedForm, SignedLetter, WORDS,
};
use domain::ids::{CircularId, FileId, PersonId};
use domain::paper::{Paper, PaperKind, StoredFile};
use domain::policy::Action;
use seal::{Certificate, Verdict};
use std::sync::Arc;
use std::time::Duration;
use store::data::{certified, circulars, papers, people, record};
use store::{Scope, Tx, Unit};

/// A passphrase has at most so many characters: enough for any, and no more than a form should carry.
const PASSPHRASE_MOST: usize = 200;

/// How often it is tried to record what came of a request while the store is busy, and how long apart.
const RECORDS: u32 = 50;
const APART: Duration = Duration::from_millis(200);

/// A letter and its certified signature, as its signatory sees them.
#[derive(Debug, Clone)]
pub struct CertifiedView {
    /// The circular.
    pub circular: Circular,
    /// Each time that the signature was asked for, the newest first, as far as one knows now.
    pub tries: Vec<CertifiedTry>,
    /// Whether the caller can ask for it now, and what is in the way.
    pub ready: Result<(), CertifiedRefusal>,
    /// The host that is asked.
    pub server: String,
}

/// What the signatory typed, to be used once.
#[derive(Debug, Clone)]
pub struct CertifiedCommand {
    /// How many times the signature had been asked for on the page from which this comes.
    pub seen: u32,
    /// The national identity number.
    pub nik: Secret,
    /// The passphrase.
    pub passphrase: Secret,
}

impl CertifiedCommand {
    fn flaw(&self) -> Option<CertifiedRefusal> {
        let nik = self.nik.reveal();
        let passphrase = self.passphrase.reveal().chars().count();
        if nik.len() != 16 || !nik.bytes().all(|byte| byte.is_ascii_digit()) {
            return Some(CertifiedRefusal::Nik);
        }
        (!(1..=PASSPHRASE_MOST).contains(&passphrase)).then_some(CertifiedRefusal::Passphrase)
    }
}

impl App {
    /// A published letter and each time that its certified signature was asked for.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever signs no letters, [`Fault::NotFound`] when there is no such circular, or no server.
    pub async fn certified_view(&self, caller: &Caller, id: CircularId) -> Result<CertifiedView, Fault> {
        let server = self.certified_server().ok_or(Fault::NotFound)?.to_owned();
        let found = self.store().read(Look { caller: caller.clone(), id }).await?;
        let now = caller.occasion.at;
        let ready = found.ground().ready(caller.actor.person(), now).map(drop);
        let as_known = |it: CertifiedTry| CertifiedTry { state: it.state_at(now), ..it };
        let tries = found.tries.into_iter().map(as_known).collect();
        Ok(CertifiedView { circular: found.circular, tries, ready, server })
    }

    /// Has the letter signed by the server of certified signatures, and waits for what comes of it; whatever that is, it is
    /// on the record and shown by [`App::certified_view`]. Whoever goes away meanwhile finds it there, too.
    ///
    /// # Errors
    /// [`Refusal::Certified`] when nothing was sent; [`Fault::Denied`] and [`Fault::NotFound`] as above.
    pub async fn sign_certified(
        &self,
        caller: &Caller,
        id: CircularId,
        command: CertifiedCommand,
        clock: &Arc<dyn Clock>,
    ) -> Result<(), Fault> {
        let signer = self.certified_signer().ok_or(Fault::NotFound)?;
        let found = self.store().read(Look { caller: caller.clone(), id }).await?;
        let file = found.ground().ready(caller.actor.person(), caller.occasion.at).map_err(Refusal::Certified)?;
        if let Some(flaw) = command.flaw() {
            return Err(Refusal::Certified(flaw).into());
        }
        let stored = self.store().read(Bytes { scope: caller.scope()?, file }).await?;
        let pdf = self.files().read(self.keys(), &stored).await?;
        let mut chance = caller.occasion.chance();
        // Each unit of work and the file draw from streams of their own.
        let [asking, ending, keeping] = std::array::from_fn(|_| chance.bytes());
        let at = caller.occasion.at;
        let caller = Caller { occasion: Occasion::seeded(at, asking), ..caller.clone() };
        let sent = self.store().write(Send { caller: caller.clone(), id, seen: command.seen }).await?;
        let letter = ToSign { nik: command.nik, passphrase: command.passphrase, pdf };
        let request = Request { app: self.clone(), clock: Arc::clone(clock), caller, sent, ending, keeping };
        tokio::spawn(request.run(signer, letter)).await?
    }

    /// The letter of a published circular with its certified signature as PDF; none when it has none.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such published circular.
    pub async fn certified_pdf(&self, short_name: &str, circular: CircularId) -> Result<Option<Vec<u8>>, Fault> {
        let published = self.published(short_name, circular).await?;
        let Some(signed) = published.certified else { return Ok(None) };
        let scope = Scope::Institution(published.institution.id);
        let file = self.store().read(Bytes { scope, file: signed.file }).await?;
        Ok(Some(self.files().read(self.keys(), &file).await?))
    }
}

/// The signed letter among the times of asking, if there is one.
pub(crate) fn signed(tries: Vec<CertifiedTry>) -> Option<SignedLetter> {
    tries.into_iter().find_map(|it| match it.state {
        CertifiedState::Signed(signed) => Some(signed),
        _ => None,
    })
}

/// A request that has been recorded and is on its way.
struct Request {
    app: App,
    clock: Arc<dyn Clock>,
    caller: Caller,
    sent: CertifiedTry,
    ending: [u8; 32],
    keeping: [u8; 32],
}

impl Request {
    async fn run(self, signer: Arc<dyn CertifiedSigner>, letter: ToSign) -> Result<(), Fault> {
        let answer = signer.sign(&letter).await;
        // Number and passphrase are overwritten here, before anything is written down.
        let ToSign { pdf, nik, passphrase } = letter;
        drop((nik, passphrase));
        let at = self.clock.now();
        let (state, file) = match answer {
            Ok(signed) => self.take(&pdf, &signed, at).await,
            Err(SigningMishap::NotSigned { why, words }) => {
                (CertifiedState::Refused { at, why, words: words.chars().take(WORDS).collect() }, None)
            }
            Err(SigningMishap::BrokenOff) => (CertifiedState::Unknown { at, why: Doubt::BrokenOff }, None),
            Err(SigningMishap::Unreadable) => (CertifiedState::Unknown { at, why: Doubt::Unreadable }, None),
        };
        let occasion = Occasion::seeded(at, self.ending);
        let caller = Caller { occasion, ..self.caller };
        let mut tries = 1;
        loop {
            let end = End { caller: caller.clone(), sent: self.sent.clone(), state: state.clone(), file: file.clone() };
            match self.app.store().write(end).await {
                // What is not recorded now is shown as unknown for good, and a signed letter would be lost.
                Err(Fault::Busy | Fault::Unexpected(_)) if tries < RECORDS => {
                    tries += 1;
                    tokio::time::sleep(APART).await;
                }
                outcome => return outcome,
            }
        }
    }

    /// Looks at what came back and keeps it.
    async fn take(&self, sent: &[u8], signed: &[u8], at: Instant) -> (CertifiedState, Option<StoredFile>) {
        let doubt = |why| (CertifiedState::Unknown { at, why }, None);
        let certificates = match self.certificates().await {
            Ok(certificates) => certificates,
            Err(error) => {
                tracing::error!(%error, "the seals of an institution could not be read; a signed letter is lost");
                return doubt(Doubt::NotKept);
            }
        };
        let Some(seen) = judge(sent, signed, &certificates) else { return doubt(Doubt::Unreadable) };
        let mut chance = Occasion::seeded(at, self.keeping).chance();
        match self.app.files().keep(self.app.keys(), signed, at, &mut chance).await {
            Ok(file) => {
                let Seen { signer, form, behind } = seen;
                (CertifiedState::Signed(SignedLetter { at, file: file.id, signer, form, behind }), Some(file))
            }
            Err(error) => {
                tracing::error!(%error, "a signed letter could not be kept");
                doubt(Doubt::NotKept)
            }
        }
    }

    async fn certificates(&self) -> Result<Vec<Certificate>, Fault> {
        let institution = self.caller.institution()?;
        Ok(self.app.seal_certificates(institution).await?.into_iter().map(|it| it.certificate).collect())
    }
}

/// What can be told of a letter that came back.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    signer: Option<String>,
    form: SignedForm,
    behind: u32,
}

/// Whether `signed` is the letter `sent` with a signature of another program that belongs to its bytes. The seal is true of
/// it still only if our own check says so.
fn judge(sent: &[u8], signed: &[u8], certificates: &[Certificate]) -> Option<Seen> {
    if !signed.starts_with(b"%PDF-") || signed == sent {
        return None;
    }
    let begins = signed.starts_with(sent);
    let found = seal::countersigned(signed, if begins { sent.len() } else { 0 }, certificates)?;
    let sealed = matches!(seal::verify(signed, certificates), Verdict::Appended { .. });
    let form = if begins && sealed { SignedForm::Kept } else { SignedForm::Rewritten };
    let signer = found.signer.map(|name| name.chars().take(SIGNER).collect());
    Some(Seen { signer, form, behind: u32::try_from(found.behind).unwrap_or(u32::MAX) })
}

/// What the store knows of a letter that is to be signed.
struct Found {
    circular: Circular,
    letter: Option<Paper>,
    signatory: Option<PersonId>,
    tries: Vec<CertifiedTry>,
}

impl Found {
    fn ground(&self) -> Ground<'_> {
        let Self { circular, letter, signatory, tries } = self;
        Ground { circular, letter: letter.as_ref(), signatory: *signatory, tries }
    }

    async fn read(tx: &mut Tx, scope: &Scope, id: CircularId) -> Result<Self, Fault> {
        let circular = circulars::by_id(tx, scope, id).await?.ok_or(Fault::NotFound)?;
        let letter = papers::of_object(tx, scope, PaperKind::Letter, *id.bytes()).await?;
        // Whoever published it held the post on the date of the letter, and is named on it.
        let signatory = people::signatory(tx, scope, circular.dated).await?.map(|(person, _)| person);
        let tries = certified::of_circular(tx, scope, id).await?;
        Ok(Self { circular, letter, signatory, tries })
    }
}

struct Look {
    caller: Caller,
    id: CircularId,
}

impl Unit for Look {
    type Out = Found;
    type Error = Fault;
    const NAME: &'static str = "circulars/certified";

    async fn run(&self, tx: &mut Tx) -> Result<Found, Fault> {
        permit(&self.caller, Action::SignCertified, Some(self.id))?;
        Found::read(tx, &self.caller.scope()?, self.id).await
    }
}

struct Bytes {
    scope: Scope,
    file: FileId,
}

impl Unit for Bytes {
    type Out = StoredFile;
    type Error = Fault;
    const NAME: &'static str = "circulars/certified_file";

    async fn run(&self, tx: &mut Tx) -> Result<StoredFile, Fault> {
        papers::file(tx, &self.scope, self.file).await?.ok_or(Fault::NotFound)
    }
}

struct Send {
    caller: Caller,
    id: CircularId,
    seen: u32,
}

impl Unit for Send {
    type Out = CertifiedTry;
    type Error = Fault;
    const NAME: &'static str = "circulars/ask_certified";

    async fn run(&self, tx: &mut Tx) -> Result<CertifiedTry, Fault> {
        let permit = permit(&self.caller, Action::SignCertified, Some(self.id))?;
        let (scope, occasion) = (self.caller.scope()?, self.caller.occasion);
        let found = Found::read(tx, &scope, self.id).await?;
        let mut chance = occasion.chance();
        let by = (self.caller.person()?, occasion.at);
        let (asked, change) = found.ground().ask(permit, chance.id(), by, self.seen).map_err(Refusal::Certified)?;
        record(tx, &scope, &change, occasion.at, &mut chance).await?;
        Ok(asked)
    }
}

struct End {
    caller: Caller,
    sent: CertifiedTry,
    state: CertifiedState,
    file: Option<StoredFile>,
}

impl Unit for End {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "circulars/end_certified";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let permit = permit(&self.caller, Action::SignCertified, Some(self.sent.circular))?;
        let change = self.sent.end(permit, self.state.clone(), self.file.clone());
        let occasion = self.caller.occasion;
        record(tx, &self.caller.scope()?, &change, occasion.at, &mut occasion.chance()).await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use seal::SealKey;
    use seal::testing::{countersign, paper};

    fn key(name: &str, at: Instant) -> SealKey {
        SealKey::make(name, at, &mut Occasion::seeded(at, [3; 32]).chance()).unwrap()
    }

    #[test]
    fn a_letter_that_came_back_is_told_as_kept_rewritten_or_no_signed_letter() {
        let at = crate::testing::monday();
        let (ours, theirs) = (key("Kabupaten Sukamaju (rekaan)", at), key("Rahmat Contoh (rekaan)", at));
        let sent = seal::sign(&paper("surat"), &ours, at).unwrap();
        let certificates = [ours.certificate().clone()];
        let seen = |signed: &[u8]| judge(&sent, signed, &certificates);
        let signed = countersign(&sent, &theirs, b"").unwrap();
        let signer = Some("Rahmat Contoh (rekaan)".to_owned());
        let kept = Seen { signer: signer.clone(), form: SignedForm::Kept, behind: 0 };
        assert_eq!(seen(&signed), Some(kept));
        // What the server wrote anew, with our seal taken over or not.
        let anew = [b"%PDF-1.7\n% anew\n", &sent[9..]].concat();
        for rewritten in
            [countersign(&paper("surat"), &theirs, b"").unwrap(), countersign(&anew, &theirs, b"").unwrap()]
        {
            let expected = Seen { signer: signer.clone(), form: SignedForm::Rewritten, behind: 0 };
            assert_eq!(seen(&rewritten), Some(expected));
        }
        for no_letter in [sent.clone(), [&sent[..], b"\n% lebih"].concat(), b"<html>".to_vec(), Vec::new()] {
            assert_eq!(seen(&no_letter), None);
        }
        for at in [20, sent.len() / 2, sent.len() - 20] {
            let mut broken = signed.clone();
            broken[at] ^= 1;
            assert_eq!(seen(&broken), None, "a byte at {at} of {}", sent.len());
        }
    }
}
