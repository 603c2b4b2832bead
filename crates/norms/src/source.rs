//! Where a fact comes from and how sure it is.

use crate::language::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a fact was checked against its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// The text itself, or a page that quotes it, was read.
    Verified,
    /// Only a part was read, or only a secondary source.
    Partial,
    /// Stated from knowledge; nobody read it for this file.
    Memory,
}

/// One source of an instrument, an institution, an election or a pledge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The name by which entries of the same file refer to it.
    pub key: String,
    /// What it is: a text of the regulation, a news article, an official page.
    pub what: Text,
    /// Its address, when a complete one is known.
    #[serde(default)]
    pub url: Option<String>,
    /// Article or page within it.
    #[serde(default)]
    pub at: Option<String>,
    /// How far it was checked.
    pub certainty: Certainty,
}
