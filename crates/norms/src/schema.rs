//! The form of every kind of file, and of the facts that the engine is asked about, as JSON Schema.

use crate::{
    consequence::Consequences,
    decided::CasesFile,
    election::Election,
    holiday::HolidayYear,
    inquiry::WrittenInquiry,
    institution::Institution,
    instrument::Instrument,
    norm::NormsFile,
    pledge::PledgeTexts,
    read::{Bodies, Questions, Sanctions},
    situation::SituationsFile,
    template::Template,
    vocabulary::{ActsFile, ElementsFile},
};
use schemars::{Schema, schema_for};

/// The kinds of files that have a schema, and `facts`: what the engine is asked about.
pub const SCHEMAS: [&str; 16] = [
    "acts",
    "bodies",
    "cases",
    "consequences",
    "elections",
    "elements",
    "facts",
    "holidays",
    "institutions",
    "instruments",
    "norms",
    "pledge",
    "questions",
    "sanctions",
    "situations",
    "templates",
];

/// The JSON Schema of this kind of file; nothing when there is no such kind. What refers to other files is checked when all
/// of them are loaded.
#[must_use]
pub fn schema(kind: &str) -> Option<Schema> {
    Some(match kind {
        "acts" => schema_for!(ActsFile),
        "bodies" => schema_for!(Bodies),
        "cases" => schema_for!(CasesFile),
        "consequences" => schema_for!(Consequences),
        "elections" => schema_for!(Election),
        "elements" => schema_for!(ElementsFile),
        "facts" => schema_for!(WrittenInquiry),
        "holidays" => schema_for!(HolidayYear),
        "institutions" => schema_for!(Institution),
        "instruments" => schema_for!(Instrument),
        "norms" => schema_for!(NormsFile),
        "pledge" => schema_for!(PledgeTexts),
        "questions" => schema_for!(Questions),
        "sanctions" => schema_for!(Sanctions),
        "situations" => schema_for!(SituationsFile),
        "templates" => schema_for!(Template),
        _ => return None,
    })
}
