use serde::{Deserialize, Serialize};

/// The two languages in which Netral speaks. Indonesian is the first, and the one that binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    /// Bahasa Indonesia.
    #[default]
    Indonesian,
    /// English, the second language of every page.
    English,
}

impl Language {
    /// Both languages, the binding one first.
    pub const ALL: [Self; 2] = [Self::Indonesian, Self::English];

    /// The language tag of RFC 5646 that stands in `lang` attributes and is stored: `id` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }

    /// Reads [`Language::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_survives_its_code() {
        for language in Language::ALL {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert_eq!(Language::from_code("de"), None);
        assert_eq!(Language::default(), Language::Indonesian);
    }
}
