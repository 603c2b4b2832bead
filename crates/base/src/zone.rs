use serde::{Deserialize, Serialize};
use time::UtcOffset;

/// The three civil time zones of Indonesia. None of them has daylight saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Zone {
    /// Western Indonesian Time, UTC+7.
    Wib,
    /// Central Indonesian Time, UTC+8.
    Wita,
    /// Eastern Indonesian Time, UTC+9.
    Wit,
}

impl Zone {
    /// All zones, from west to east.
    pub const ALL: [Self; 3] = [Self::Wib, Self::Wita, Self::Wit];

    /// The distance from UTC.
    #[must_use]
    pub fn offset(self) -> UtcOffset {
        let hours = match self {
            Self::Wib => 7,
            Self::Wita => 8,
            Self::Wit => 9,
        };
        UtcOffset::from_hms(hours, 0, 0).unwrap_or(UtcOffset::UTC)
    }

    /// The abbreviation that stands behind every time on a page: `WIB`, `WITA` or `WIT`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Wib => "WIB",
            Self::Wita => "WITA",
            Self::Wit => "WIT",
        }
    }

    /// Reads [`Zone::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zone| zone.code() == code)
    }
}
