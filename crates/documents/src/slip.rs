use crate::Imprint;
use serde::{Deserialize, Serialize};

/// The most slips in one file: fifty sheets. Setting them takes memory in proportion, about a third of a
/// megabyte each.
pub const MAX_SLIPS: usize = 400;

/// What the slips of one print run share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlipSheet {
    /// Language, example mark and metadata.
    pub imprint: Imprint,
}

/// A paper slip that lets one person into Netral for the first time.
///
/// The rendered bytes contain a secret: stream them to the printer's browser once and store them nowhere.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivationSlip {
    /// The institution.
    pub institution: String,
    /// Whom the slip is for.
    pub name: String,
    /// The person's unit, by which slips are handed out.
    pub unit: String,
    /// The code in groups, for instance `ABCD-EFGH-JKLM`.
    pub code: String,
    /// The address to open, short enough to be typed.
    pub address: String,
    /// The last day of validity, in words.
    pub expires: String,
}

/// Leaves out the code, so that a slip in a log line opens nothing.
impl std::fmt::Debug for ActivationSlip {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ActivationSlip").field("unit", &self.unit).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_output_does_not_show_the_code() {
        let slip = ActivationSlip {
            institution: "Kabupaten".into(),
            name: "Siti".into(),
            unit: "Kecamatan".into(),
            code: "ABCD-EFGH-JKLM".into(),
            address: "netral.example".into(),
            expires: "besok".into(),
        };
        let shown = format!("{slip:?}");
        assert!(shown.contains("Kecamatan"));
        assert!(!shown.contains("ABCD") && !shown.contains("Siti"), "{shown}");
    }
}
