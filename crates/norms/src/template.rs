//! Texts from which the draft of a circular begins.

use crate::{
    language::Text,
    subject::{self, Topic},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A circular of a usual kind, to begin a draft from. Its words are ours and its author changes them; each provision says
/// what law it rests on. What stands on the letter is Indonesian, as letters are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The name of its file and the way forms refer to it.
    pub id: String,
    /// What an author picks it by.
    pub name: Text,
    /// When it is the right one.
    pub purpose: Text,
    /// Its place among the others; the first is proposed.
    pub order: u8,
    /// The subject.
    pub subject: String,
    /// The election, as far as it is known without a year.
    pub election: String,
    /// The sentences before the provisions.
    pub opening: String,
    /// The provisions, in order.
    pub provisions: Vec<TemplateProvision>,
    /// The sentences after them.
    pub closing: String,
    /// The instruments the letter cites, by their ids.
    pub bases: Vec<String>,
    /// Whom it is for, as codes of categories. `["all"]` in the file stands for every category.
    #[serde(deserialize_with = "subject::categories")]
    pub categories: Vec<String>,
    /// Who receives a copy.
    pub copies: Vec<String>,
}

/// One provision of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateProvision {
    /// What it is recognised by in a revision; unique within the template.
    pub key: String,
    /// What it says.
    pub text: String,
    /// What it is about.
    pub topics: Vec<Topic>,
    /// What it rests on; each instrument is among those that the letter cites.
    pub basis: Vec<TemplateBasis>,
}

/// A provision of an instrument that a template rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TemplateBasis {
    /// The instrument's id.
    pub instrument: String,
    /// The provision's id within it.
    pub provision: String,
}
