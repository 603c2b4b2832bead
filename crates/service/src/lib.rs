//! The use cases. Each is one function of [`App`] that opens one unit of work, asks the policy for a permit,
//! lets the pure core decide, and records one change. No HTTP, no HTML, no PDF here.

mod absences;
mod adoptions;
mod app;
mod assemblies;
mod assessments;
mod backups;
mod caller;
mod circulars;
mod consultations;
mod courier;
mod coverage;
mod delegations;
mod denied;
mod evidence;
mod exceptions;
mod fault;
mod files;
mod ground;
mod guesses;
mod handovers;
mod identity;
mod job_counts;
mod jobs;
mod kept_form;
mod keys;
mod merges;
mod messages;
mod offices;
mod own_elections;
mod own_law;
mod packs;
mod papers;
mod passwords;
mod presence;
mod press;
mod public;
mod public_figures;
mod readings;
mod register;
mod roles;
mod roster_import;
mod second_person;
mod self_checks;
mod session;
mod setup;
mod signer;
mod sweep;
mod system;
mod tasks;
#[cfg(feature = "testing")]
pub mod testing;
mod trace;
mod uploads;

pub use absences::{AbsenceLine, AbsencesView};
pub use adoptions::AdoptionLine;
pub use app::{App, Parts};
pub use assemblies::{
    AssemblyView, DeskPage, DeskQuery, Door, Hall, PlanChoices, Pledging, SHEET_BYTES_MAX, Sample, SampledLine, Share,
    SheetPhoto, Standing, Ticked, Watch,
};
pub use assessments::{
    Proposal, ProposalEntry, ProposalLine, ProposalPoint, ProposalReading, ProposalSection, ProposalText,
    WorksheetSheet,
};
pub use backups::{BackupMade, Backups};
pub use caller::{Caller, Place};
pub use circulars::{
    BeginDrive, CertifiedCommand, CertifiedView, Difficulty, DraftView, DriveView, NumberView, PaperView,
    ProposedNumber, PublishCommand, QuestionLine, RevisionView, ScanCommand, Tended, TitleLine, TitlesView, UnitShare,
    WithdrawCommand,
};
pub use consultations::{
    AnswerCommand, AnswerDecision, AskCommand, AskPlace, Desk, DeskLine, DeskView, OwnQuestion, ProposedView,
    PublishedView, QuestionKey, QuestionView, Receipt,
};
pub use courier::{Courier, Outgoing};
pub use coverage::{
    Counts, Coverage, CoverageQuery, DayLine, DriveRecord, Missing, NotYetPage, NotYetQuery, PersonRecord, UnitLine,
};
pub use delegations::{DelegateCommand, DelegationLine, Delegations, HeldRole};
pub use evidence::{Evidence, EvidenceFault};
pub use exceptions::{BroughtKey, ExceptedPage, ExceptedQuery, ExceptionForm, ExceptionView, RecogniseFlaw};
pub use fault::{Fault, Refusal};
pub use files::{FileFault, Files};
pub use handovers::{Fate, HandoverDesk, HandoverLine, HandoverView, HeldOffice, Holdings};
pub use identity::*;
pub use job_counts::{Backlog, JobCount, JobOutcome};
pub use kept_form::KEPT_FORM_LASTS;
pub use keys::{Keys, Opened};
pub use merges::{
    AlikePage, AlikePair, AlikePerson, BesideTask, DriveBeside, MergeLine, MergeReview, MergeSide, MergeView, Stays,
};
pub use messages::{Carried, DispatchCount, Notice, Notices, Reminded, ReminderChoice, SentView};
pub use offices::{
    AppointCommand, AppointQuery, AppointView, Candidate, EndCommand, HEADS_MAX, HeadCommand, HeadFlaw, HeadLine,
    HeadState, HeadlessUnit, HeadsFile, HeadsPreview, HoldingRow, NewPost, OfficeHolder, OfficeLine, OfficeView,
    OfficesPage, OfficesQuery, Recorded, WaitingOffice, WaitingView,
};
pub use own_elections::OwnElectionLine;
pub use packs::{
    KeyedLine, MakePack, PackChoices, PackLineView, PackSheet, PackSheetLine, PackSummary, PackView, SettledLine,
    Settlement,
};
pub use papers::{SealCertificate, Verified, VerifiedAssembly, VerifiedCircular};
pub use passwords::{PASSWORD_LENGTH_MIN, Passwords};
pub use presence::{CheckLine, ChecksPage, OpenKiosk, OwnPledge, OwnPledges, SignedWays, Vouchers};
pub use press::{LetterSheet, MinutesSheet, PactSheet, Press, RecordSheet, Slip};
pub use public::{FrontPage, Government, PublicCircular, PublicInstitution, Published, StageToday};
pub use public_figures::{OpenFigures, PublicCoverage, ShownFigures};
pub use readings::{Attended, HearingLine, ReadingLine, ReadingView, UnheardPage, UnheardQuery};
pub use register::{
    DetailLine, EndReview, EngagementLine, HoldingLine, NewUnit, PersonPage, RecordMerge, RegisterEntry, RegisterPage,
    RegisterQuery, UnitName, UnitState, UnitTurn, UnitView, UnitsView,
};
pub use roster_import::{
    ChangeKind, ChangeLine, ChangeList, ChangeQuery, Changes, ColumnChoice, ColumnsView, Decision, FaultLine,
    ImportReport, ImportView, Leaver, Placement, RosterFile, UndoOffer, UnitChoice,
};
pub use seal::{Certificate, Fingerprint, SealKey};
pub use session::{Known, Waits};
pub use signer::{CertifiedSigner, Secret, SigningMishap, ToSign};
pub use store::data::accounts::SlipLine;
pub use system::SystemView;
pub use tasks::{CheckView, DaysLeft, Declarations, Home, Outcome, OverText, OwnTask, PledgeView, Proved, Signed};
