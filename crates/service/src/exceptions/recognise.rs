//! Recognising a pact that somebody signed at another institution, by the seal on its paper.

use crate::{App, Caller, Fault, Refusal};
use base::Zone;
use domain::exception::{ExceptionCommand, ExceptionKind, ExemptReason, PactElsewhere, Words};
use domain::ids::{DriveId, ExceptionId, InstitutionId, PersonId};
use seal::{Certificate, Sealed, Verdict};
use sha2::{Digest as _, Sha256};

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
    /// This institution sealed it itself.
    Own,
}

impl App {
    /// Recognises the pact on a sealed paper that somebody brings from another institution: they are exempt from the pact
    /// of a drive, with the seal as the reason. `key` is the text of that institution's certificates; it may be empty for
    /// an institution of this installation. The paper itself is not kept. That it is the person's own and speaks of this
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
        key: &str,
    ) -> Result<ExceptionId, Fault> {
        let refused = |flaw| Fault::from(Refusal::Recognition(flaw));
        let (own, mut trusted, zone) = self.seals_around(caller.institution()?).await?;
        if !key.trim().is_empty() {
            trusted.extend(Certificate::all_from_pem(key).map_err(|_| refused(RecogniseFlaw::NoKey))?);
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
        let command = ExceptionCommand {
            kind: ExceptionKind::Exempt(ExemptReason::Recognised),
            on: sealed.at.date(zone),
            words: Words { pact: Some(what_is_kept(&sealed, paper)), ..Words::default() },
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

fn what_is_kept(sealed: &Sealed, paper: &[u8]) -> PactElsewhere {
    PactElsewhere {
        issuer: sealed.certificate.name().to_owned(),
        fingerprint: sealed.certificate.fingerprint().to_string(),
        sealed: sealed.at.micros(),
        digest: Sha256::digest(paper).iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}
