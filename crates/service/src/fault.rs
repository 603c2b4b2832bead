//! What can come of a use case other than success.

use crate::{HeadFlaw, RecogniseFlaw};
use base::Instant;
use domain::absence::AbsenceFlaw;
use domain::adoption::AdoptionFlaw;
use domain::appointment::PostFlaw;
use domain::assembly::PlanFault;
use domain::circular::attachments::AttachmentRefusal;
use domain::circular::certified::CertifiedRefusal;
use domain::circular::numbering::{NumberRefusal, PatternFlaw};
use domain::circular::on_paper::PaperRefusal;
use domain::circular::{PublishRefusal, WithdrawRefusal};
use domain::consultation::ConsultationFlaw;
use domain::drive::DriveFlaw;
use domain::exception::ExceptionFlaw;
use domain::handover::HandoverRefusal;
use domain::knowledge::NotNow;
use domain::media::UploadFlaw;
use domain::merge::MergeRefusal;
use domain::own_election::OwnElectionFlaw;
use domain::pack::PackRefusal;
use domain::policy::Denied;
use domain::reading::ReadingFlaw;
use domain::slip_batch::BatchRefusal;
use norms::LoadError;
use store::StoreError;

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The rules say no, in a way that a person can act on.
    #[error("refused: {}", .0.name())]
    Refused(Refusal),
    /// The policy says no.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// There is no such thing within the caller's scope.
    #[error("not found")]
    NotFound,
    /// Somebody else was faster; the caller has to look again.
    #[error("somebody else was faster")]
    Conflict,
    /// The program is busy; the caller may try again shortly.
    #[error("busy")]
    Busy,
    /// Something is broken. The text is for the log and holds nothing personal.
    #[error("unexpected: {0}")]
    Unexpected(String),
}

/// What the rules refuse. Each is worded for people where it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Number and password do not fit; whether the number exists is not told.
    WrongCredentials,
    /// Too many failures from this device pattern.
    WaitUntil(Instant),
    /// The activation code is unknown, used or too old; which of these is not told.
    CodeInvalid,
    /// The password is shorter than [`crate::PASSWORD_LENGTH_MIN`].
    PasswordShort,
    /// The passkey ceremony is too old or was used.
    CeremonyOver,
    /// The passkey was not accepted.
    PasskeyRefused,
    /// The code of the second factor does not fit, is too old or was taken before.
    CodeWrong,
    /// A role of the caller needs the second factor.
    SecondFactorNeeded,
    /// Somebody else has to do it.
    NotOneself,
    /// The account has a second factor: a new passkey waits until it was given.
    CodeFirst,
    /// A new means of signing in can be added only shortly after signing in.
    SignInAgain,
    /// A circular cannot be published.
    Publish(PublishRefusal),
    /// A letter on paper cannot be taken, published or sent back.
    Paper(PaperRefusal),
    /// A number cannot be entered.
    Number(NumberRefusal),
    /// A text is no pattern for numbers.
    Pattern(PatternFlaw),
    /// A certified signature cannot be asked for.
    Certified(CertifiedRefusal),
    /// The attachments of a circular cannot be so.
    Attachment(AttachmentRefusal),
    /// An uploaded file is not taken.
    Upload(UploadFlaw),
    /// A circular cannot be withdrawn.
    Withdraw(WithdrawRefusal),
    /// The circular is a draft, or it was replaced or withdrawn.
    NotInForce,
    /// A drive cannot begin.
    Drive(Vec<DriveFlaw>),
    /// A step cannot be taken now.
    NotNow(NotNow),
    /// Questions without an answer, by their place beginning with one.
    Unanswered(Vec<usize>),
    /// The two declarations on the pact were not both made.
    DeclarationsMissing,
    /// The file cannot be read as a roster; the text says why and how to mend it, in the caller's language.
    RosterFile(String),
    /// No unit was declared as covered by the file.
    UnitsMissing,
    /// The import was applied or discarded before.
    ImportOver,
    /// Another import of the institution is being applied.
    ImportRunning,
    /// One meaning was given to two columns of a file.
    ColumnTwice,
    /// The import was not applied, or too long ago to be undone.
    UndoOver,
    /// Another import was applied after this one.
    UndoNotLast,
    /// The last day of those who left is too long ago or too far ahead.
    LastDayOutOfRange,
    /// What is wrong with the plan of an assembly.
    Plan(Vec<PlanFault>),
    /// No assembly whose door is open has these words.
    DoorUnknown,
    /// The words were right some minutes ago, or the ticket that they gave is too old.
    DoorChanged,
    /// The assembly was closed meanwhile.
    DoorOver,
    /// Nobody owes a pledge here by this name.
    NotOnRoster,
    /// The assembly does not take signatures now, or not of this person yet.
    NotSigningNow,
    /// A sheet was sent without anybody chosen.
    NobodyChosen,
    /// No photograph of the sheet was sent.
    SheetMissing,
    /// What was sent is no picture that is taken.
    SheetUnreadable,
    /// The photograph is larger than [`crate::SHEET_BYTES_MAX`].
    SheetTooLarge,
    /// Nobody compares a sheet that they recorded themselves, nor the line about themselves.
    OwnSheet,
    /// What is wrong with a period that is to be recorded.
    Absence(Vec<AbsenceFlaw>),
    /// What is wrong with a reading that is to be recorded.
    Reading(Vec<ReadingFlaw>),
    /// What is wrong with an exception that is to be recorded.
    Exception(Vec<ExceptionFlaw>),
    /// Why a paper is not recognised as a pact of another institution.
    Recognition(RecogniseFlaw),
    /// The person is exempt and can refuse nothing.
    AlreadyExempt,
    /// An answer without a word, or with too many.
    AnswerMissing,
    /// What is wrong with a question to the adviser, its answer, or what is told of it anew.
    Consultation(Vec<ConsultationFlaw>),
    /// The institution has no adviser.
    NoAdviser,
    /// The question was answered before.
    AlreadyAnswered,
    /// Nobody advises and examines or decides cases at a time.
    RolesApart,
    /// A village pack cannot be made or taken back.
    Pack(PackRefusal),
    /// The role cannot be given by hand.
    RoleNotGranted,
    /// The person does not work here any more.
    HasLeft,
    /// What is wrong with a change of a unit.
    Unit(domain::unit_change::UnitFlaw),
    /// What is wrong with a delegation.
    Delegation(Vec<domain::delegation::Flaw>),
    /// Slips for many people cannot be ordered, released or printed so.
    Slips(BatchRefusal),
    /// Roles cannot be handed over, or not so.
    Handover(HandoverRefusal),
    /// Two records cannot become one, or cannot be parted.
    Merge(MergeRefusal),
    /// What is wrong with a post, or with what is recorded about its holder.
    Post(PostFlaw),
    /// What is wrong with which lines of a file of heads of units.
    Heads(Vec<(u32, HeadFlaw)>),
    /// What is wrong with a decision about a disputed point of the law.
    Adoption(Vec<AdoptionFlaw>),
    /// What is wrong with an election of the institution.
    OwnElection(Vec<OwnElectionFlaw>),
    /// What the validator of the law files finds in the calendar of such an election.
    Calendar(Vec<LoadError>),
    /// The kiosk is another institution's.
    KioskElsewhere,
}

impl Refusal {
    /// Its name alone, for logs: what some refusals hold comes out of a person's file.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{self:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<NotNow> for Fault {
    fn from(reason: NotNow) -> Self {
        Self::Refused(Refusal::NotNow(reason))
    }
}

impl From<PublishRefusal> for Fault {
    fn from(refusal: PublishRefusal) -> Self {
        Self::Refused(Refusal::Publish(refusal))
    }
}

impl From<PaperRefusal> for Fault {
    fn from(refusal: PaperRefusal) -> Self {
        Self::Refused(Refusal::Paper(refusal))
    }
}

impl From<NumberRefusal> for Fault {
    fn from(refusal: NumberRefusal) -> Self {
        Self::Refused(Refusal::Number(refusal))
    }
}

impl From<UploadFlaw> for Fault {
    fn from(flaw: UploadFlaw) -> Self {
        Self::Refused(Refusal::Upload(flaw))
    }
}

impl From<AttachmentRefusal> for Fault {
    fn from(refusal: AttachmentRefusal) -> Self {
        Self::Refused(Refusal::Attachment(refusal))
    }
}

impl From<WithdrawRefusal> for Fault {
    fn from(refusal: WithdrawRefusal) -> Self {
        Self::Refused(Refusal::Withdraw(refusal))
    }
}

impl From<BatchRefusal> for Fault {
    fn from(refusal: BatchRefusal) -> Self {
        Self::Refused(Refusal::Slips(refusal))
    }
}

impl From<HandoverRefusal> for Fault {
    fn from(refusal: HandoverRefusal) -> Self {
        Self::Refused(Refusal::Handover(refusal))
    }
}

impl From<MergeRefusal> for Fault {
    fn from(refusal: MergeRefusal) -> Self {
        Self::Refused(Refusal::Merge(refusal))
    }
}

impl From<PostFlaw> for Fault {
    fn from(flaw: PostFlaw) -> Self {
        Self::Refused(Refusal::Post(flaw))
    }
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy | StoreError::Closed => Self::Busy,
            StoreError::Stale { .. } => Self::Conflict,
            // A scope that does not fit is not told apart from a thing that is not there.
            StoreError::OutOfScope { .. } => Self::NotFound,
            other => Self::Unexpected(other.to_string()),
        }
    }
}

impl store::UnitError for Fault {
    fn is_refusal(&self) -> bool {
        !matches!(self, Self::Busy | Self::Unexpected(_))
    }
}

impl From<tokio::task::JoinError> for Fault {
    fn from(error: tokio::task::JoinError) -> Self {
        // A panic's own words may quote what it stumbled over; the log says where it happened.
        Self::Unexpected(if error.is_panic() { "a task panicked" } else { "a task was dropped" }.to_owned())
    }
}

impl From<crate::FileFault> for Fault {
    fn from(error: crate::FileFault) -> Self {
        Self::Unexpected(error.to_string())
    }
}

impl From<seal::SealError> for Fault {
    fn from(error: seal::SealError) -> Self {
        Self::Unexpected(error.to_string())
    }
}

impl From<crate::keys::SealBroken> for Fault {
    fn from(error: crate::keys::SealBroken) -> Self {
        Self::Unexpected(error.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_logged_without_what_it_holds() {
        let refusal = Refusal::RosterFile("baris 3: Siti Rahmawati".to_owned());
        assert_eq!(refusal.name(), "RosterFile");
        assert_eq!(Fault::from(refusal).to_string(), "refused: RosterFile");
        assert_eq!(Refusal::Unanswered(vec![1]).name(), "Unanswered");
    }

    #[tokio::test]
    async fn the_words_of_a_panic_are_not_kept() {
        let joined = tokio::spawn(async { panic!("Siti Rahmawati") }).await;
        assert_eq!(Fault::from(joined.unwrap_err()).to_string(), "unexpected: a task panicked");
    }
}
