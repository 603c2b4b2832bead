//! What sanctions are called, and which provisions know them.

use crate::language::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A sanction that circulars name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sanction {
    /// Unique among them.
    pub id: String,
    /// What it is called.
    pub name: Text,
    /// Indonesian words by which a text names it, compared as whole words.
    pub words: Vec<String>,
    /// The provisions that know it; none for a word that no provision on file uses.
    pub basis: Vec<SanctionBasis>,
    /// What the provisions speak of instead; only where none uses the word.
    #[serde(default)]
    pub instead: Option<Text>,
}

/// A provision that knows a sanction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SanctionBasis {
    /// The instrument's id.
    pub instrument: String,
    /// The provision's id within it.
    pub provision: String,
    /// The dispute of the same instrument that touches this sanction, if one does.
    #[serde(default)]
    pub dispute: Option<String>,
}

/// The words of a text in small letters, each between single blanks, with a blank at either end.
#[must_use]
pub fn words_of(text: &str) -> String {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" "))
}

impl Sanction {
    /// Whether a text names it.
    #[must_use]
    pub fn is_named_in(&self, text: &str) -> bool {
        let words = words_of(text);
        self.words.iter().any(|phrase| words.contains(&words_of(phrase)))
    }
}
