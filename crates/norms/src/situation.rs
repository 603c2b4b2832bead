//! Everyday situations with their answers: what people ask before they act.

use crate::{day, inquiry::Answers, language::Text};
use base::Date;
use schemars::JsonSchema;
use serde::Deserialize;

/// A situation as people tell it, with the facts that it gives.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Stable: links use it.
    pub id: String,
    /// The question, as somebody would ask it.
    pub question: Text,
    /// What happens, told by whoever asks.
    pub story: Text,
    /// The act and what is known beside it, as ids.
    pub facts: Answers,
    /// The answer by the law of this day.
    pub answer: SituationAnswer,
    /// What to do now, in words for whoever is afraid of doing wrong.
    pub advice: Text,
    /// How else people ask it, in Indonesian: the search looks here.
    #[serde(default)]
    pub words: Vec<String>,
}

/// The answer that a situation has on a day; the tests hold it against the norms.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SituationAnswer {
    /// The code of the verdict.
    pub verdict: String,
    /// The day by whose law it was given.
    #[serde(deserialize_with = "day::required")]
    #[schemars(with = "day::Written")]
    pub on: Date,
    /// Norms that have to be among its reasons.
    #[serde(default)]
    pub norms: Vec<String>,
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SituationsFile {
    pub(crate) situations: Vec<Situation>,
}
