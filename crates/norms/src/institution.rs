//! Governments that issue instruments, and national bodies.

use crate::{language::Text, source::Source};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of a regional government.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum InstitutionKind {
    /// Kota.
    City,
    /// Kabupaten.
    Regency,
    /// Provinsi.
    Province,
}

/// A real regional government, with no more than its sources say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Institution {
    /// The name in addresses of pages, such as `kota-depok`.
    pub short_name: String,
    /// The official name.
    pub name: Text,
    /// Kota, kabupaten or provinsi.
    pub kind: InstitutionKind,
    /// The province it lies in.
    #[serde(default)]
    pub province: Option<String>,
    /// Agencies and assistants that the sources name, with what the sources let them do.
    #[serde(default)]
    pub agencies: Vec<Agency>,
    /// The articles.
    pub sources: Vec<Source>,
}

/// A unit of an institution that a source names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agency {
    /// Its name as the source writes it.
    pub name: String,
    /// What it does according to the source.
    pub role: Text,
    /// The key of the source.
    pub source: String,
}

/// A national body that issues instruments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The name under which instruments refer to it.
    pub id: String,
    /// Its name.
    pub name: Text,
}
