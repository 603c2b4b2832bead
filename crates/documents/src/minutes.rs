use crate::{Imprint, Verification};
use serde::{Deserialize, Serialize};

/// The minutes of an assembly at which the pledge was taken. Numbers by unit, no list of names.
///
/// Every string is one paragraph: line breaks inside it become spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MinutesPaper {
    /// Language, example mark and metadata.
    pub imprint: Imprint,
    /// The institution.
    pub institution: String,
    /// The unit that gathered; nothing for the whole institution.
    pub unit: Option<String>,
    /// The elections.
    pub election: String,
    /// Where it was held.
    pub place: String,
    /// Date and time in words, from the opening of the door to the end.
    pub held: String,
    /// Who signed first and since when everybody did; nothing where there was no such order.
    pub order: Option<String>,
    /// Who led the pledge.
    pub leader: String,
    /// Who watched: name and office.
    pub witnesses: Vec<(String, String)>,
    /// The points as they were read.
    pub points: Vec<String>,
    /// Each unit: name, how many took the pledge, how many owe it.
    pub units: Vec<(String, String, String)>,
    /// How many took the pledge and how many owe it, all together.
    pub total: (String, String),
    /// How people took it: in words, and how many.
    pub ways: Vec<(String, String)>,
    /// Where and when the minutes are signed.
    pub signed_at: String,
    /// Where to check them.
    pub verification: Verification,
}
