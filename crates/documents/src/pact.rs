use crate::{Imprint, Verification};
use serde::{Deserialize, Serialize};

/// The integrity pact of one person after signing.
///
/// Every string is one paragraph: line breaks inside it become spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PactPaper {
    /// Language, example mark and metadata.
    pub imprint: Imprint,
    /// The institution to which the pact is given.
    pub institution: String,
    /// The heading, for instance `Pakta Integritas Netralitas`.
    pub title: String,
    /// The election it is signed for.
    pub election: String,
    /// The person's name.
    pub name: String,
    /// The employee number, already masked by the caller.
    pub masked_number: String,
    /// The person's post at the time of signing.
    pub post: String,
    /// The person's unit at the time of signing.
    pub unit: String,
    /// The sentence before the points, for instance `Dengan ini saya menyatakan akan:`.
    pub lead: String,
    /// The points of the pledge; four in the joint decree of 2022.
    pub points: Vec<String>,
    /// The closing statement: what the person accepts if the pact is broken.
    pub statement: String,
    /// Where it was signed.
    pub place: String,
    /// The date in words.
    pub date: String,
    /// The time with its zone, for instance `pukul 07.42 WIB`.
    pub time: String,
    /// The number under which the pact is kept.
    pub pact_number: String,
    /// How it was signed, in words.
    pub signed_by: String,
    /// The digest of what was signed, as printed for comparison.
    pub digest: String,
    /// Where to check the pact.
    pub verification: Verification,
}
