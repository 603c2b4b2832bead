//! Questions for the check of understanding.

use crate::{
    language::Text,
    source::Certainty,
    subject::{self, Topic},
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The name of a question, stable over versions of the bank.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct QuestionId(String);

impl QuestionId {
    /// The id as it is stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for QuestionId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

/// What the right answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Basis {
    /// A provision of an instrument. It supports the question for the categories which the provision addresses.
    Provision {
        /// The instrument's id.
        instrument: String,
        /// The provision's id within it.
        provision: String,
    },
    /// A point of the pledge, which binds everyone who takes it, whatever their category.
    PledgePoint {
        /// 1 to 4.
        pledge_point: u8,
    },
}

/// One question with three answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Unique in the bank.
    pub id: QuestionId,
    /// The situation and the question.
    pub text: Text,
    /// The answers.
    pub options: [Text; 3],
    /// The index of the right one, 0 to 2.
    pub correct: usize,
    /// Why it is right, with the article.
    pub explanation: Text,
    /// What it rests on.
    pub basis: Vec<Basis>,
    /// Whom it may be put to; each must be covered by the basis. `["all"]` in the file stands for every category.
    #[serde(deserialize_with = "subject::categories")]
    pub categories: Vec<String>,
    /// What it is about; the first is the one by which a draw is spread.
    pub topics: Vec<Topic>,
    /// How sure the answer is. Only [`Certainty::Verified`] and [`Certainty::Partial`] may be asked.
    pub certainty: Certainty,
    /// Why a dispute on a provision of the basis does not touch this question.
    #[serde(default)]
    pub beside_dispute: Option<Text>,
}

impl Question {
    /// Whether it may be put to people of this category.
    #[must_use]
    pub fn is_for(&self, category: &str) -> bool {
        self.categories.iter().any(|code| code == category)
    }

    /// Whether the answer at `index` is the right one.
    #[must_use]
    pub const fn is_correct(&self, index: usize) -> bool {
        self.correct == index
    }
}
