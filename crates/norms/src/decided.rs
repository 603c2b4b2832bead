//! Cases that were decided, as facts: what they show of practice, and a test of the norms that nobody bends them to.

use crate::{day, inquiry::Answers, language::Text};
use base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a day of a case is the day of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseDay {
    /// Of the act.
    Act,
    /// Of the act, about.
    Approximate,
    /// Of the decision.
    Decision,
    /// Of the report.
    News,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseOutcome {
    /// Nothing was proved.
    NoneProved,
    /// A recommendation, without what came of it.
    Recommendation,
    /// An open moral sanction.
    MoralOpen,
    /// A moral sanction of unknown form.
    MoralUnstated,
    /// A light disciplinary sanction.
    DisciplineLight,
    /// A medium disciplinary sanction.
    DisciplineMedium,
    /// A heavy disciplinary sanction.
    DisciplineHeavy,
    /// A disciplinary sanction of unknown degree.
    DisciplineUnstated,
    /// A conviction.
    Criminal,
    /// A crime was not proved; something else may have been recommended.
    CriminalNotProved,
    /// A sanction under the law of villages.
    VillageAdministrative,
    /// A reprimand, without saying under which law.
    Reprimand,
    /// A reprimand of somebody on contract.
    ContractReprimand,
    /// The end of a contract.
    ContractEnd,
    /// Not decided yet.
    Pending,
    /// Nobody acted.
    NotActedOn,
    /// Something else.
    Other,
}

/// How far a case had come when its source told of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseStage {
    /// A sanction is reported to have been imposed.
    SanctionReported,
    /// A recommendation was made.
    Recommendation,
    /// A court decided.
    Court,
    /// Bawaslu or Gakkumdu decided.
    BawasluDecision,
    /// Under way.
    Pending,
    /// A recommendation is all that is known.
    RecommendationOnly,
    /// Something else.
    Other,
    /// Nobody acted.
    NotActedOn,
}

/// An article that a decision named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CitedArticle {
    /// The id of the instrument where it is on file, else its name.
    pub instrument: String,
    /// The article, as far as the source tells it.
    #[serde(default)]
    pub article: String,
}

/// A case that was decided. It names nobody and no place.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DecidedCase {
    /// A running number.
    pub id: String,
    /// The day.
    #[serde(deserialize_with = "day::required")]
    #[schemars(with = "day::Written")]
    pub on: Date,
    /// What it is the day of.
    pub on_kind: CaseDay,
    /// The id of the election.
    pub election: String,
    /// What happened, in our own words.
    pub summary: Text,
    /// What was done.
    pub acts: Vec<String>,
    /// What the source tells beside it.
    pub facts: Answers,
    /// What was decided.
    pub outcome: CaseOutcome,
    /// How far it had come.
    pub outcome_stage: CaseStage,
    /// Whether the source tells the outcome clearly.
    pub clear: bool,
    /// Whether the source tells enough of what happened.
    pub specific: bool,
    /// Whether it can be held against the norms at all.
    pub tested: bool,
    /// The same for cases of one event.
    #[serde(default)]
    pub event: Option<String>,
    /// What the decision named as its basis.
    #[serde(default)]
    pub cited: Vec<CitedArticle>,
    /// Why what was decided departs from what the norms give, where it does.
    #[serde(default)]
    pub departs: Option<Text>,
    /// What is doubtful in the source.
    #[serde(default)]
    pub note: Option<Text>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CasesFile {
    pub(crate) cases: Vec<DecidedCase>,
}
