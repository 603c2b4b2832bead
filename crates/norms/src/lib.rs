//! The law as data: what instruments say, whom they bind, when elections pass through which stage,
//! which days are holidays, what is asked in the check of understanding and what is pledged.
//!
//! The files stand in `law/` and are compiled in; [`Catalogue::embedded`] reads those,
//! [`Catalogue::from_files`] reads any other set, so that a legal officer can check changed files before a release.
//! Nothing here reads a clock, a database or the network.

mod catalogue;
mod check;
mod day;
mod draw;
mod election;
mod error;
pub mod facts;
mod holiday;
mod institution;
mod instrument;
mod language;
mod phase;
mod pledge;
mod problem;
mod propose;
mod question;
mod read;
mod relation;
mod running;
mod sanction;
mod source;
mod subject;
mod template;

pub use base::Language;
pub use catalogue::Catalogue;
pub use election::{Contest, Election, ElectionKind, Regions, Stage, StageKind};
pub use error::{LoadError, LoadErrors};
pub use holiday::{Holiday, HolidayKind, HolidayYear, NotCovered, WorkCalendar};
pub use institution::{Agency, Body, Institution, InstitutionKind};
pub use instrument::{
    Capacity, DatePrecision, Dispute, InForce, Instrument, InstrumentKind, Number, Provision, Reading, Signatory,
};
pub use language::Text;
pub use phase::Phase;
pub use pledge::{IntegrityPact, PactStatement, Pledge, PledgePoint, PledgeTexts};
pub use problem::Problem;
pub use propose::topics_in;
pub use question::{Basis, Question, QuestionId};
pub use relation::{Amendment, Outcome, Relation, Replacement, Review};
pub use sanction::{Sanction, SanctionBasis, words_of};
pub use source::{Certainty, Source};
pub use subject::{Addressees, CATEGORY_CODES, Role, Topic};
pub use template::{Template, TemplateBasis, TemplateProvision};
