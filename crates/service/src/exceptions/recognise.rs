//! Recognising a pact that somebody signed at another institution, by the seal on its paper.

use super::words_of;
use crate::{App, Caller, Fault, Refusal};
use base::Zone;
use domain::exception::{ExceptionCommand, ExceptionKind, ExemptReason, PactElsewhere, Words};
use domain::ids::{DriveId, ExceptionId, InstitutionId, PactId, PersonId};
use domain::paper::{PaperKind, PaperState, Token};
use domain::signature_check::Standing;
use seal::{Certificate, Sealed, Verdict};
use sha2::{Digest as _, Sha256};
use store::data::{exceptions, papers, tasks};
use store::{Scope, Tx, Unit};

/// Why a paper is not recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecogniseFlaw {
    /// It carries no seal of this kind.
    NotSealed,
    /// It is not as it was when it was sealed, or something was put behind it.
    Altered,
    /// No institution of this installation sealed it, and the key that was given did not either; or none was given.
    UnknownKey,
    /// What was given as a key is none.
    NoKey,
    /// The beginning of the key's fingerprint that was read out is missing or another one.
    Fingerprint,
    /// This institution sealed it itself.
    Own,
    /// It is sealed, but no pact: a letter, say.
    NotAPact,
    /// It is recognised already, for somebody else.
    Taken,
    /// The institution that made it, one of this installation, counts it no more or not yet.
    NotInForce,
}

/// What begins the keywords in the metadata of a pact, under the seal. `pact.typ` writes it, and no other paper has keywords.
const MARK_OF_A_PACT: &[u8] = b"netral-pakta-integritas";
/// Pacts of earlier versions begin with the digest of their text instead: hexadecimal digits.
const DIGITS: usize = 8;

/// A key that was brought along, and how its fingerprint begins according to the institution itself. Anybody can make a
/// key in anybody's name; who reads out its fingerprint is what tells them apart.
#[derive(Debug, Clone, Copy, Default)]
pub struct BroughtKey<'a> {
    /// The text of the certificates; empty where none was brought.
    pub text: &'a str,
    /// The first four groups of the fingerprint, as somebody there read them out.
    pub read_out: &'a str,
}

/// Hexadecimal digits of a fingerprint that have to be read out: four groups.
const READ_OUT: usize = 16;

impl App {
    /// Recognises the pact on a sealed paper that somebody brings from another institution: they are exempt from the pact
    /// of a drive, with the seal as the reason. An institution of this installation needs no key to be brought. The paper itself is not kept. That it is the person's own and speaks of this
    /// election is for whoever calls this to compare: a seal says that a paper is whole, not whom it fits.
    ///
    /// # Errors
    /// [`Refusal::Recognition`] when the seal does not prove it; as [`App::note_exception`] otherwise.
    pub async fn recognise_pact(
        &self,
        caller: &Caller,
        person: PersonId,
        drive: DriveId,
        paper: &[u8],
        key: BroughtKey<'_>,
    ) -> Result<ExceptionId, Fault> {
        let refused = |flaw| Fault::from(Refusal::Recognition(flaw));
        let (own, known, zone) = self.seals_around(caller.institution()?).await?;
        let mut trusted = known.clone();
        if !key.text.trim().is_empty() {
            trusted.extend(Certificate::all_from_pem(key.text).map_err(|_| refused(RecogniseFlaw::NoKey))?);
        }
        // Without a key to trust, a verdict would say only that the paper fits the key in it.
        let by_own = matches!(seal::verify(paper, &own), Verdict::Intact(_)) && !own.is_empty();
        if by_own {
            return Err(refused(RecogniseFlaw::Own));
        }
        let sealed = match seal::verify(paper, &trusted) {
            Verdict::Intact(_) if trusted.is_empty() => return Err(refused(RecogniseFlaw::UnknownKey)),
            Verdict::Intact(sealed) => sealed,
            Verdict::OtherKey(_) => return Err(refused(RecogniseFlaw::UnknownKey)),
            Verdict::Appended { .. } | Verdict::Altered => return Err(refused(RecogniseFlaw::Altered)),
            Verdict::NotSealed => return Err(refused(RecogniseFlaw::NotSealed)),
        };
        if !known.contains(&sealed.certificate) && !begins(&sealed.certificate, key.read_out) {
            return Err(refused(RecogniseFlaw::Fingerprint));
        }
        if !is_pact(paper) {
            return Err(refused(RecogniseFlaw::NotAPact));
        }
        if known.contains(&sealed.certificate)
            && let Some(token) = code_of(paper)
            && !self.store().read(Counts { token }).await?
        {
            return Err(refused(RecogniseFlaw::NotInForce));
        }
        let kept = what_is_kept(&sealed, paper);
        let recognised = self.store().read(Recognised { caller: caller.clone() }).await?;
        for (id, _, words) in recognised.into_iter().filter(|(_, whose, _)| *whose != person) {
            if words_of(self.keys(), id, &words)?.pact.is_some_and(|pact| pact.digest == kept.digest) {
                return Err(refused(RecogniseFlaw::Taken));
            }
        }
        let command = ExceptionCommand {
            kind: ExceptionKind::Exempt(ExemptReason::Recognised),
            on: sealed.at.date(zone),
            words: Words { pact: Some(kept), ..Words::default() },
        };
        self.note_exception(caller, person, drive, command).await
    }

    /// The certificates of the institution, those of all others here, and the institution's zone.
    async fn seals_around(&self, here: InstitutionId) -> Result<(Vec<Certificate>, Vec<Certificate>, Zone), Fault> {
        let (mut own, mut others, mut zone) = (Vec::new(), Vec::new(), None);
        for institution in self.institutions().await? {
            let known = self.seal_certificates(institution.id).await?.into_iter().map(|it| it.certificate);
            if institution.id == here {
                zone = Some(institution.zone);
                own.extend(known);
            } else {
                others.extend(known);
            }
        }
        Ok((own, others, zone.ok_or(Fault::NotFound)?))
    }
}

/// What stands in the metadata of a paper, and whatever follows there.
fn keywords(paper: &[u8]) -> &[u8] {
    const KEYWORDS: &[u8] = b"<pdf:Keywords>";
    let begins = paper.windows(KEYWORDS.len()).position(|part| part == KEYWORDS);
    begins.and_then(|at| paper.get(at + KEYWORDS.len()..)).unwrap_or_default()
}

/// The code in the metadata of a pact; pacts of earlier versions have none.
fn code_of(paper: &[u8]) -> Option<Token> {
    let words = keywords(paper).split(|byte| *byte == b'<').next()?;
    let last = words.rsplit(|byte| byte.is_ascii_whitespace() || *byte == b',').next()?;
    Token::parse(std::str::from_utf8(last).ok()?)
}

fn is_pact(paper: &[u8]) -> bool {
    let words = keywords(paper);
    words.starts_with(MARK_OF_A_PACT) || words.get(..DIGITS).is_some_and(|it| it.iter().all(u8::is_ascii_hexdigit))
}

struct Recognised {
    caller: Caller,
}

/// Whether the pact with this code counts where it was signed.
struct Counts {
    token: Token,
}

impl Unit for Counts {
    type Out = bool;
    type Error = Fault;
    const NAME: &'static str = "exceptions/counts";

    async fn run(&self, tx: &mut Tx) -> Result<bool, Fault> {
        let Some((owner, paper)) = papers::by_token(tx, &self.token).await? else { return Ok(false) };
        if paper.kind != PaperKind::Pact || paper.state != PaperState::Valid {
            return Ok(false);
        }
        let id = PactId::from_bytes(&paper.object)
            .map_err(|_| Fault::Unexpected("a paper's object is not an id".to_owned()))?;
        let pact = tasks::pact_by_id(tx, &Scope::Institution(owner), id).await?;
        Ok(pact.is_some_and(|pact| pact.standing == Standing::Valid))
    }
}

impl Unit for Recognised {
    type Out = Vec<(ExceptionId, PersonId, Vec<u8>)>;
    type Error = Fault;
    const NAME: &'static str = "exceptions/recognised";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        Ok(exceptions::recognised(tx, &self.caller.scope()?).await?)
    }
}

/// Whether the fingerprint of a certificate begins as it was read out.
fn begins(certificate: &Certificate, read_out: &str) -> bool {
    let digits = |text: &str| text.chars().filter(char::is_ascii_hexdigit).collect::<String>().to_uppercase();
    let said = digits(read_out);
    said.len() >= READ_OUT && digits(&certificate.fingerprint().to_string()).starts_with(&said)
}

fn what_is_kept(sealed: &Sealed, paper: &[u8]) -> PactElsewhere {
    PactElsewhere {
        issuer: sealed.certificate.name().to_owned(),
        fingerprint: sealed.certificate.fingerprint().to_string(),
        sealed: sealed.at.micros(),
        digest: Sha256::digest(paper).iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
