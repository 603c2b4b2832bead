//! What one instrument does to another: it changes it, takes its place, or tests it against the constitution. Each stands
//! in the file of the instrument that acts, so that a change of the law is a new file and the old one tells only its end.

use crate::{day, language::Text, source::Certainty};
use base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Perubahan: the other instrument stays in force as changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The instrument that is changed.
    pub instrument: String,
    /// Since when; absent only when nobody knows since when the acting instrument has force.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub from: Option<Date>,
    /// Which provisions of the other one, as far as they are on file.
    #[serde(default)]
    pub provisions: Vec<String>,
    /// Where the acting instrument says so, such as `Pasal 187`.
    #[serde(default)]
    pub at: Option<String>,
    /// What follows from it, in our own words.
    #[serde(default)]
    pub text: Option<Text>,
    /// How far it was checked.
    pub certainty: Certainty,
    /// The key of the source.
    pub source: String,
}

/// Pencabutan or penggantian: the other instrument ends on the day before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Replacement {
    /// The instrument that ends.
    pub instrument: String,
    /// The first day on which it has no force any more.
    #[serde(deserialize_with = "day::required")]
    #[schemars(with = "day::Written")]
    pub from: Date,
    /// Its provisions that are used beyond its end, as PP 94/2021 Pasal 42 ayat (2) keeps PP 53/2010 Pasal 7 ayat (3).
    #[serde(default)]
    pub keeps: Vec<String>,
    /// Where the acting instrument says so, such as `Pasal 187`.
    #[serde(default)]
    pub at: Option<String>,
    /// What follows from it, in our own words.
    #[serde(default)]
    pub text: Option<Text>,
    /// How far it was checked.
    pub certainty: Certainty,
    /// The key of the source.
    pub source: String,
}

/// How the constitutional court found what it tested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Inkonstitusional: it has no force any more.
    Unconstitutional,
    /// Inkonstitusional bersyarat: it has force only in the sense, or until the day, that the court says.
    ConditionallyUnconstitutional,
}

/// Pengujian undang-undang: the constitutional court tested the other instrument, which is read accordingly since then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The instrument that was tested.
    pub instrument: String,
    /// Since when; absent only when nobody knows since when the decision has force.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub from: Option<Date>,
    /// Which provisions of it.
    pub provisions: Vec<String>,
    /// How it was found; absent when no source says so in these words.
    #[serde(default)]
    pub outcome: Option<Outcome>,
    /// How it is to be read since then and what holds meanwhile, in our own words.
    pub text: Text,
    /// How far it was checked.
    pub certainty: Certainty,
    /// The key of the source.
    pub source: String,
}

/// One of the three, as far as they are alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation<'a> {
    /// It changes the other.
    Amends(&'a Amendment),
    /// It takes the place of the other.
    Replaces(&'a Replacement),
    /// It tested the other.
    Reviews(&'a Review),
}

impl<'a> Relation<'a> {
    /// The key of the list in which it stands.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Amends(_) => "amends",
            Self::Replaces(_) => "replaces",
            Self::Reviews(_) => "reviews",
        }
    }

    /// The other instrument.
    #[must_use]
    pub fn instrument(self) -> &'a str {
        match self {
            Self::Amends(it) => &it.instrument,
            Self::Replaces(it) => &it.instrument,
            Self::Reviews(it) => &it.instrument,
        }
    }

    /// Since when, where it is known.
    #[must_use]
    pub const fn from(self) -> Option<Date> {
        match self {
            Self::Amends(it) => it.from,
            Self::Replaces(it) => Some(it.from),
            Self::Reviews(it) => it.from,
        }
    }

    /// What follows from it, in our own words.
    #[must_use]
    pub fn text(self) -> Option<&'a Text> {
        match self {
            Self::Amends(it) => it.text.as_ref(),
            Self::Replaces(it) => it.text.as_ref(),
            Self::Reviews(it) => Some(&it.text),
        }
    }

    /// The key of the list of provisions that it names in the other instrument, and those.
    pub(crate) fn provisions(self) -> (&'static str, &'a [String]) {
        match self {
            Self::Amends(it) => ("provisions", &it.provisions),
            Self::Replaces(it) => ("keeps", &it.keeps),
            Self::Reviews(it) => ("provisions", &it.provisions),
        }
    }

    /// The key of the source within the acting instrument.
    pub(crate) fn source(self) -> &'a str {
        match self {
            Self::Amends(it) => &it.source,
            Self::Replaces(it) => &it.source,
            Self::Reviews(it) => &it.source,
        }
    }
}
