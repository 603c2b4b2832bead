//! The four points of the pledge and the statement of the integrity pact.

use crate::{language::Text, source::Source};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Pledge and pact together, as `law/pledge.toml` has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PledgeTexts {
    /// The pledge.
    pub pledge: Pledge,
    /// The pact.
    pub pact: IntegrityPact,
    /// Where the points come from.
    pub sources: Vec<Source>,
}

/// The spoken pledge (*ikrar netralitas*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pledge {
    /// What it is called.
    pub title: Text,
    /// The sentence before the points.
    pub opening: Text,
    /// The points in order.
    pub points: Vec<PledgePoint>,
    /// The sentence after the points.
    pub closing: Text,
    /// What a reader has to know about wording and origin.
    pub note: Text,
}

/// One point of the pledge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PledgePoint {
    /// 1 to 4.
    pub number: u8,
    /// What is pledged.
    pub text: Text,
    /// Ids in the catalogue of norms.
    pub norms: Vec<String>,
    /// The key of the source.
    pub source: String,
}

/// The personal signed document (*pakta integritas*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IntegrityPact {
    /// What it is called.
    pub title: Text,
    /// The sentence before the statements.
    pub opening: Text,
    /// The statements in order.
    pub statements: Vec<PactStatement>,
    /// The sentence after the statements.
    pub closing: Text,
    /// What a reader has to know about wording and origin.
    pub note: Text,
}

/// One statement of the pact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PactStatement {
    /// What is stated.
    pub text: Text,
    /// The key of the source.
    pub source: String,
}
