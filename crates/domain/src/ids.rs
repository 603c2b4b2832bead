//! The ids of this domain.

use base::{Id, kind};

/// Id of an institution.
pub type InstitutionId = Id<kind::Institution>;
/// Id of a unit.
pub type UnitId = Id<kind::Unit>;
/// Id of a person.
pub type PersonId = Id<kind::Person>;
/// Id of an engagement.
pub type EngagementId = Id<kind::Engagement>;
/// Id of a post.
pub type PostId = Id<kind::Post>;
/// Id of a holding of a post.
pub type HolderId = Id<kind::Holder>;
/// Id of what was recorded about a holding of a post.
pub type AppointmentId = Id<kind::Appointment>;
/// Id of a decision about a disputed point of the law.
pub type AdoptionId = Id<kind::Adoption>;
/// Id of an election that an institution records itself.
pub type OwnElectionId = Id<kind::OwnElection>;
/// Id of an account.
pub type AccountId = Id<kind::Account>;
/// Id of a passkey.
pub type PasskeyId = Id<kind::Passkey>;
/// Id of a role given to a person.
pub type GrantId = Id<kind::Grant>;
/// Id of a circular.
pub type CircularId = Id<kind::Circular>;
/// Id of a drive.
pub type DriveId = Id<kind::Drive>;
/// Id of what one person owes in one drive.
pub type TaskId = Id<kind::Task>;
/// Id of one try at the check of understanding.
pub type AttemptId = Id<kind::Attempt>;
/// Id of a signed integrity pact.
pub type PactId = Id<kind::Pact>;
/// Id of a verifiable paper.
pub type PaperId = Id<kind::Paper>;
/// Id of stored bytes.
pub type FileId = Id<kind::File>;
/// Id of a job.
pub type JobId = Id<kind::Job>;
/// Id of an uploaded roster file.
pub type ImportId = Id<kind::Import>;
/// Id of the bytes of an uploaded roster file.
pub type UploadId = Id<kind::Upload>;
/// Id of an audit event.
pub type EventId = Id<kind::Event>;
/// Id of a sealed detail of a person.
pub type DetailId = Id<kind::Detail>;
/// Id of a shared computer in kiosk mode.
pub type KioskId = Id<kind::Kiosk>;
/// Id of a look at one signature.
pub type SignatureCheckId = Id<kind::SignatureCheck>;
/// Id of a message.
pub type MessageId = Id<kind::Message>;
/// Id of an assembly.
pub type AssemblyId = Id<kind::Assembly>;
/// Id of somebody's part in an assembly.
pub type AttendanceId = Id<kind::Attendance>;
/// Id of a photographed sheet of an assembly.
pub type SheetId = Id<kind::Sheet>;
/// Id of a village pack.
pub type PackId = Id<kind::Pack>;
/// Id of one person's line of a village pack.
pub type PackLineId = Id<kind::PackLine>;
/// Id of a picture of a village pack that came back.
pub type PackPictureId = Id<kind::PackPicture>;
/// Id of a period in which somebody is away.
pub type AbsenceId = Id<kind::Absence>;
/// Id of a reading of a circular to a unit.
pub type ReadingId = Id<kind::Reading>;
/// Id of somebody's presence at a reading.
pub type HearingId = Id<kind::Hearing>;
/// Id of a question to the adviser.
pub type ConsultationId = Id<kind::Consultation>;
/// Id of an anonymised answer.
pub type PublishedAnswerId = Id<kind::PublishedAnswer>;
/// Id of an exception in a drive.
pub type ExceptionId = Id<kind::Exception>;
/// Id of a seal key.
pub type SealKeyId = Id<kind::SealKey>;
/// Id of activation slips that are made for many people at once.
pub type SlipBatchId = Id<kind::SlipBatch>;
/// Id of roles that somebody leaves to a successor.
pub type HandoverId = Id<kind::Handover>;
/// Id of two records of one person that become one.
pub type MergeId = Id<kind::Merge>;
/// Id of a delegation of a role.
pub type DelegationId = Id<kind::Delegation>;
/// Id of a change of a unit.
pub type UnitChangeId = Id<kind::UnitChange>;
/// Id of the scan of a letter that was signed by hand.
pub type ScanId = Id<kind::Scan>;
/// Id of a number that was given to a circular.
pub type NumberId = Id<kind::Number>;
/// Id of one time that a certified signature was asked for.
pub type CertifiedId = Id<kind::Certified>;
