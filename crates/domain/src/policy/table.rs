//! Which role may do what, and how far.

use super::{Action, Role};

/// How far a role carries for an action, from narrow to wide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// What is the actor's own.
    Own,
    /// The unit over which the role is held, and every unit under it.
    Unit,
    /// The actor's institution.
    Institution,
    /// The whole installation.
    Installation,
}

/// The table: how far `role` carries for `action`; nothing where it does not.
#[must_use]
pub const fn reach(role: Role, action: Action) -> Option<Reach> {
    use Action as A;
    use Role as R;
    match (role, action) {
        (_, A::ViewPublic | A::VerifyPaper) | (R::Public, A::Activate | A::SignIn | A::StopReminders | A::AskAdviser) => {
            Some(Reach::Installation)
        }
        (
            R::Employee,
            A::ViewOwn
            | A::TakeStep
            | A::AnswerCheck
            | A::SignPact
            | A::DisownSignature
            | A::EndKiosk
            | A::JoinAssembly
            | A::TakePledge
            | A::ManageOwnAccount
            | A::EndDelegation
            | A::TakeOver
            | A::ConfirmSignIn
            | A::ReadMessages
            | A::ChooseReminders
            | A::AnswerException
            | A::BeDenied,
        )
        // Which of these can be delegated is for `delegation::bound` to say, with its reason.
        | (
            R::HeadOfUnit
            | R::PersonnelOfficer
            | R::Inspector
            | R::Examiner
            | R::DecidingAuthority
            | R::PreparesForAuthority
            | R::LegalOfficer
            | R::IdentityCustodian
            | R::Adviser
            | R::DataProtectionOfficer
            | R::OutsideSeat
            | R::InstitutionAdministrator,
            A::Delegate,
        )
        // Which roles somebody can leave to a successor alone is for `handover::moves` to say.
        | (
            R::PersonnelOfficer
            | R::Inspector
            | R::Examiner
            | R::PreparesForAuthority
            | R::LegalOfficer
            | R::IdentityCustodian
            | R::Adviser
            | R::DataProtectionOfficer
            | R::OutsideSeat,
            A::HandOver,
        ) => Some(Reach::Own),
        (
            R::HeadOfUnit,
            A::ViewCoverage
            | A::ViewNotYet
            | A::ExportCoverage
            | A::ViewPersonRecord
            | A::NoteException
            | A::RemindAll
            | A::IssueActivation
            | A::OrderSlips
            | A::ReleaseSlips
            | A::OpenKiosk
            | A::ViewSignatureChecks
            | A::ConfirmSignature
            | A::ViewAssembly
            | A::RunAssembly
            | A::RecordSheet
            | A::ViewPack
            | A::KeyPack
            | A::ConfirmPack
            | A::RecordReading
            | A::ConfirmAnswer,
        ) => Some(Reach::Unit),
        (
            R::PersonnelOfficer,
            A::ViewCoverage
            | A::ViewNotYet
            | A::ExportCoverage
            | A::ViewPersonRecord
            | A::NoteException
            | A::RemindAll
            | A::IssueActivation
            | A::OrderSlips
            | A::ReleaseSlips
            | A::OpenKiosk
            | A::ViewSignatureChecks
            | A::DecideSignature
            | A::ViewAssembly
            | A::RunAssembly
            | A::RecordSheet
            | A::RecordReading
            | A::ManageAbsences
            | A::CheckSheet
            | A::ViewPack
            | A::MakePack
            | A::KeyPack
            | A::ConfirmPack
            | A::ViewPeople
            | A::ImportRoster
            | A::ProposeMerge
            | A::DecideMerge
            | A::UndoMerge
            | A::ManageUnits
            | A::ViewPosts
            | A::RecordPost
            | A::ConfirmAppointment
            | A::ViewDraft
            | A::DraftCircular
            | A::SubmitScan
            | A::ConfirmScan
            | A::GiveNumber
            | A::SetNumberPattern
            | A::WithdrawCircular
            | A::BeginDrive
            | A::ViewDifficulty
            | A::ViewMessages
            | A::ResendMessages,
        )
        | (
            R::LegalOfficer | R::PreparesForAuthority,
            A::ViewDraft | A::DraftCircular | A::SubmitScan | A::ConfirmScan,
        )
        | (
            R::RegionalSecretary,
            A::ViewDraft | A::SubmitScan | A::ConfirmScan | A::GiveNumber | A::SetNumberPattern | A::ViewCoverage,
        )
        | (
            R::DecidingAuthority,
            A::ViewDraft | A::PublishCircular | A::SignCertified | A::WithdrawCircular | A::ViewCoverage,
        )
        | (R::Inspector, A::ViewCoverage | A::ViewNotYet | A::ViewPersonRecord)
        | (
            R::PersonnelOfficer | R::Inspector | R::Examiner | R::PreparesForAuthority | R::LegalOfficer,
            A::AssessFacts,
        )
        | (R::LegalOfficer, A::AdoptReading | A::ConfirmAdoption)
        | (R::PersonnelOfficer | R::Inspector, A::ConfirmAdoption)
        | (R::PersonnelOfficer | R::LegalOfficer, A::EnterElection | A::ConfirmElection)
        | (R::IdentityCustodian, A::ViewPeople | A::UnmaskNumber | A::SecureAccount)
        | (R::Adviser, A::ViewQuestions | A::AnswerQuestion | A::ProposeAnswer | A::ConfirmAnswer)
        | (
            R::InstitutionAdministrator,
            A::ViewSystem
            | A::RetryJob
            | A::GrantRole
            | A::ViewPosts
            | A::ConfirmAppointment
            | A::HandOver
            | A::IssueActivation
            | A::OrderSlips
            | A::ReleaseSlips
            | A::SecureAccount
            | A::ViewMessages
            | A::ResendMessages,
        ) => Some(Reach::Institution),
        (R::PlatformOperator, A::ViewSystem | A::RetryJob)
        | (
            R::System,
            A::SetUp
            | A::Deliver
            | A::TellFigures
            | A::PlanMessages
            | A::SendMessages
            | A::Render
            | A::MakeSealKey
            | A::RotateSealKey
            | A::ApplyImport
            | A::ImportRoster
            | A::ExportRegister,
        ) => Some(Reach::Installation),
        _ => None,
    }
}
