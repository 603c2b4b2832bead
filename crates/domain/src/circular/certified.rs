//! The certified electronic signature (UU 11/2008 article 11, PP 71/2019 articles 59 and 60) on a letter that was published
//! here. A server outside of the program gives it; what is known of each time of asking stands here.
//!
//! That a signature is asked for is recorded before the request leaves, so that whatever breaks afterwards shows as
//! *unknown* and never as *not asked*.

use super::issuing::Issuing;
use super::{Circular, State};
use crate::change::Change;
use crate::ids::{CertifiedId, CircularId, FileId, PersonId};
use crate::paper::{Paper, StoredFile};
use crate::policy::Permit;
use base::Instant;
use std::time::Duration;

/// After this long without an answer nobody is waiting for one any more: the program ended meanwhile.
pub const ANSWERS_WITHIN: Duration = Duration::from_secs(120);

/// Most characters that are kept of what the server said when it refused.
pub const WORDS: usize = 200;

/// Most characters of the name that stands in a certificate.
pub const SIGNER: usize = 120;

macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $code:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$of])* $variant),* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name under which it is stored.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),* }
            }

            #[doc = concat!("Reads [`", stringify!($name), "::code`].")]
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.code() == code)
            }
        }
    };
}

codes! {
    /// What became of the bytes that were sent.
    SignedForm {
        /// They are the beginning of the signed file, so that the institution's seal goes on being true of them.
        Kept = "kept",
        /// The server wrote the file anew: the seal is true of the letter that was sent alone.
        Rewritten = "rewritten",
    }
}

codes! {
    /// Why surely nothing was signed.
    NotSigned {
        /// The request never reached the server.
        Unreachable = "unreachable",
        /// The server does not accept name and password of the institution.
        NotUs = "not_us",
        /// It does not accept the passphrase.
        Passphrase = "passphrase",
        /// It does not know the signer, or their certificate.
        Signer = "signer",
        /// It refused for another reason.
        Other = "other",
    }
}

codes! {
    /// Why nobody knows whether something was signed.
    Doubt {
        /// The connection broke, or the time was up, after the request had left.
        BrokenOff = "broken_off",
        /// The program ended before there was an answer.
        Silence = "silence",
        /// What came back holds no signature over the letter that this program can read.
        Unreadable = "unreadable",
        /// It came back signed and could not be kept.
        NotKept = "not_kept",
    }
}

/// The signed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedLetter {
    /// When it came back.
    pub at: Instant,
    /// Its bytes.
    pub file: FileId,
    /// The name in the certificate of who signed, as the file says; nobody asked the one who issued it.
    pub signer: Option<String>,
    /// What became of the letter that was sent.
    pub form: SignedForm,
    /// How many bytes lie behind what the signature covers.
    pub behind: u32,
}

/// What came of asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CertifiedState {
    /// The request is on its way, or was when the program ended.
    Sent,
    /// The letter came back signed.
    Signed(SignedLetter),
    /// Surely nothing was signed.
    Refused {
        /// When that was known.
        at: Instant,
        /// Why.
        why: NotSigned,
        /// What the server said, cut and without numbers of people; empty when it said nothing.
        words: String,
    },
    /// Nobody knows whether something was signed.
    Unknown {
        /// When that was known.
        at: Instant,
        /// Why.
        why: Doubt,
    },
}

impl CertifiedState {
    /// The name under which it is stored.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Signed(_) => "signed",
            Self::Refused { .. } => "refused",
            Self::Unknown { .. } => "unknown",
        }
    }

    /// The word of the program's own that says why it is so.
    #[must_use]
    pub const fn why(&self) -> Option<&'static str> {
        match self {
            Self::Sent => None,
            Self::Signed(signed) => Some(signed.form.code()),
            Self::Refused { why, .. } => Some(why.code()),
            Self::Unknown { why, .. } => Some(why.code()),
        }
    }
}

/// One time that the certified signature of a letter was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertifiedTry {
    /// Its id.
    pub id: CertifiedId,
    /// Whose letter it is.
    pub circular: CircularId,
    /// Which time it is, beginning with one.
    pub turn: u32,
    /// Who asked.
    pub by: PersonId,
    /// When the request was to leave.
    pub sent: Instant,
    /// What came of it.
    pub state: CertifiedState,
}

impl CertifiedTry {
    /// What came of it as far as one knows at this moment: whoever waits too long for an answer gets none any more.
    #[must_use]
    pub fn state_at(&self, now: Instant) -> CertifiedState {
        match self.state {
            CertifiedState::Sent if now.since(self.sent) >= ANSWERS_WITHIN => {
                CertifiedState::Unknown { at: self.sent.plus(ANSWERS_WITHIN), why: Doubt::Silence }
            }
            ref known => known.clone(),
        }
    }

    /// Records what came of it, with the bytes that came back signed.
    #[must_use]
    pub fn end(&self, permit: Permit, state: CertifiedState, file: Option<StoredFile>) -> Change {
        let change = Change::new(permit).say("turn", i64::from(self.turn)).say_code("outcome", state.code());
        let change = match state.why() {
            Some(why) => change.say_code("why", why),
            None => change,
        };
        change
            .with_all(file.map(|file| Issuing::FileKept(file).effect()))
            .with(Issuing::CertifiedEnded { id: self.id, state }.effect())
    }
}

/// Why a certified signature cannot be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CertifiedRefusal {
    /// The circular is a draft, or holds no longer.
    NotInForce,
    /// Its letter was signed on paper, or is still being made.
    NoLetter,
    /// Only whoever is named on the letter can sign it.
    NotSignatory,
    /// A request is on its way.
    OnItsWay,
    /// The letter was signed before.
    Signed,
    /// It was asked for meanwhile, and nobody has looked at what came of it.
    LookAgain,
    /// The NIK does not have sixteen digits.
    Nik,
    /// There is no passphrase, or one that is too long.
    Passphrase,
}

/// What is known when a certified signature is to be asked for.
#[derive(Debug)]
pub struct Ground<'a> {
    /// The circular.
    pub circular: &'a Circular,
    /// Its letter.
    pub letter: Option<&'a Paper>,
    /// Who held the post of head of region on the date of the letter.
    pub signatory: Option<PersonId>,
    /// Every time that it was asked for before, the newest first.
    pub tries: &'a [CertifiedTry],
}

impl Ground<'_> {
    /// The bytes to be signed, if `person` can ask for it now.
    ///
    /// # Errors
    /// The first [`CertifiedRefusal`] that is in the way.
    pub fn ready(&self, person: Option<PersonId>, now: Instant) -> Result<FileId, CertifiedRefusal> {
        if !matches!(self.circular.state, State::Published { .. }) || !self.circular.holds() {
            return Err(CertifiedRefusal::NotInForce);
        }
        let file = self.letter.and_then(|letter| letter.file).ok_or(CertifiedRefusal::NoLetter)?;
        if person.is_none() || person != self.signatory {
            return Err(CertifiedRefusal::NotSignatory);
        }
        match self.tries.first().map(|newest| newest.state_at(now)) {
            Some(CertifiedState::Sent) => Err(CertifiedRefusal::OnItsWay),
            Some(CertifiedState::Signed(_)) => Err(CertifiedRefusal::Signed),
            _ => Ok(file),
        }
    }

    /// Records that the signature is asked for, before the request leaves. `seen` is how many times it had been asked for
    /// on the page from which this comes: a second tap, and a page that was open meanwhile, see fewer.
    ///
    /// # Errors
    /// The [`CertifiedRefusal`] that a person can act on.
    pub fn ask(
        &self,
        permit: Permit,
        id: CertifiedId,
        (by, at): (PersonId, Instant),
        seen: u32,
    ) -> Result<(CertifiedTry, Change), CertifiedRefusal> {
        self.ready(Some(by), at)?;
        let before = self.tries.first();
        let turns = before.map_or(0, |newest| newest.turn);
        if turns != seen {
            return Err(CertifiedRefusal::LookAgain);
        }
        let asked =
            CertifiedTry { id, circular: self.circular.id, turn: turns + 1, by, sent: at, state: CertifiedState::Sent };
        // One that never got its answer is closed as what it is.
        let unanswered = before.filter(|newest| newest.state == CertifiedState::Sent);
        let closed = unanswered.map(|it| Issuing::CertifiedEnded { id: it.id, state: it.state_at(at) }.effect());
        let change = Change::new(permit)
            .say("turn", i64::from(asked.turn))
            .say_code("outcome", CertifiedState::Sent.code())
            .with_all(closed)
            .with(Issuing::CertifiedSent(Box::new(asked.clone())).effect());
        Ok((asked, change))
    }
}

#[cfg(test)]
mod tests;
