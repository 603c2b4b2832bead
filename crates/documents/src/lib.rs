//! The institution's paper: circulars, integrity pacts, minutes, village packs, activation slips, personal records and worksheets
//! of assessment as PDF.
//!
//! Callers hand over finished structs, plain data in which everything that is not a fixed label is
//! already written in the reader's language. The crate knows nothing of storage, of the law or of the
//! time of day; the same struct gives the same bytes. Every file conforms to PDF/A-2a and PDF/UA-1 at
//! once, carries its title and language, and describes its QR code in words.
//!
//! Text reaches the templates as JSON and is never read as markup. What the embedded face cannot show is
//! replaced beforehand, because an archival PDF must not contain an undefined glyph.

mod error;
mod imprint;
mod labels;
mod letter;
mod minutes;
mod pack;
mod pact;
mod qr;
mod record;
mod renderer;
pub mod scan;
mod slip;
mod text;
mod worksheet;
mod world;

pub use base::Language;
pub use error::{Diagnostic, RenderError};
pub use imprint::{Imprint, Verification};
pub use letter::{CircularLetter, LetterProvision, Letterhead, ProvisionLetter, Signatory};
pub use minutes::MinutesPaper;
pub use pack::{PackExplained, PackPaper, PackPerson, PackPledge, PackQuestion};
pub use pact::PactPaper;
pub use qr::MAX_ADDRESS_BYTES;
pub use record::{Milestone, PersonRecord, RecordDrive, RecordEntry};
pub use renderer::Renderer;
pub use slip::{ActivationSlip, MAX_SLIPS, SlipSheet};
pub use worksheet::{WorksheetEntry, WorksheetPaper, WorksheetPoint, WorksheetReading, WorksheetSection};
