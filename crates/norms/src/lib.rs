//! The law as data: what instruments say, whom they bind, when elections pass through which stage,
//! which days are holidays, what is asked in the check of understanding and what is pledged.
//!
//! The files stand in `law/` and are compiled in; [`Catalogue::embedded`] reads those,
//! [`Catalogue::from_files`] reads any other set, so that a legal officer can check changed files before a release.
//! Nothing here reads a clock, a database or the network.

mod assess;
mod catalogue;
mod check;
mod consequence;
mod day;
mod decided;
mod disputed;
mod draw;
mod election;
mod error;
mod explain;
pub mod facts;
mod fingerprint;
mod holiday;
mod inquiry;
mod institution;
mod instrument;
mod language;
mod law;
mod line;
mod mattering;
mod norm;
mod overlay;
mod phase;
mod placed;
mod pledge;
mod precedent;
mod problem;
mod propose;
mod question;
mod read;
mod relation;
mod running;
mod sanction;
mod schema;
mod search;
mod show;
mod situation;
mod source;
mod subject;
mod template;
mod tie;
mod turn;
mod vocabulary;

pub use assess::{Assessment, Audience, Categories, Holding, Match, NearMiss, Verdict};
pub use base::Language;
pub use catalogue::Catalogue;
pub use consequence::{
    Authority, CategoryEntry, Circumstance, ConsequenceBasis, Consequences, DisputeAt, Effect, Penalty, Track,
};
pub use decided::{CaseDay, CaseOutcome, CaseStage, CitedArticle, DecidedCase};
pub use disputed::Disputed;
pub use election::{Contest, Election, ElectionKind, Regions, Stage, StageKind};
pub use error::{LoadError, LoadErrors};
pub use explain::{
    ExplainedAuthority, ExplainedBasis, ExplainedCategory, ExplainedCircular, ExplainedCircumstance, ExplainedDispute,
    ExplainedException, ExplainedFact, ExplainedMatch, ExplainedNear, ExplainedPenalty, ExplainedPoint,
    ExplainedReading, ExplainedTrack, Explanation, Told, ToldFact,
};
pub use holiday::{Holiday, HolidayKind, HolidayYear, NotCovered, WorkCalendar};
pub use inquiry::{Acts, Answers, Inquiry, InquiryFault, WrittenInquiry};
pub use institution::{Agency, Body, Institution, InstitutionKind};
pub use instrument::{
    Capacity, DatePrecision, Dispute, InForce, Instrument, InstrumentKind, Number, Provision, Reading, Signatory,
};
pub use language::Text;
pub use law::Law;
pub use mattering::Mattering;
pub use norm::{
    Degree, Example, Exception, Expected, Norm, NormBasis, NormCategory, NormDispute, NormKind, NormReading, Part,
};
pub use phase::Phase;
pub use pledge::{IntegrityPact, PactStatement, Pledge, PledgePoint, PledgeTexts};
pub use problem::Problem;
pub use propose::topics_in;
pub use question::{Basis, Question, QuestionId};
pub use relation::{Amendment, Outcome, Relation, Replacement, Review};
pub use sanction::{Sanction, SanctionBasis, words_of};
pub use schema::{SCHEMAS, schema};
pub use search::Found;
pub use show::{Change, ChangeKind};
pub use situation::{Situation, SituationAnswer};
pub use source::{Certainty, Source};
pub use subject::{Addressees, CATEGORY_CODES, Role, Topic};
pub use template::{Template, TemplateBasis, TemplateProvision};
pub use turn::{Concern, Turn};
pub use vocabulary::{ACT, Act, ActGroup, Answer, Asked, Element, Limits, SUBJECT, Unsayable, Vocabulary};
