use std::fmt::Display;

/// Why a command ended without having done its work: one or more lines for whoever typed it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text}")]
pub struct Failure {
    text: String,
    code: u8,
}

impl Failure {
    /// A failure in these words: what is wrong, and how to mend it.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), code: 1 }
    }

    /// A failure of what was given, in these words: the command line's own exit code for bad input.
    #[must_use]
    pub fn usage(text: impl Into<String>) -> Self {
        Self { text: text.into(), code: 2 }
    }

    /// The exit code with which the program ends.
    #[must_use]
    pub const fn code(&self) -> u8 {
        self.code
    }
}

/// Says what was being done when an error came up.
pub trait During<T> {
    /// Puts `what` in front of the error's own words.
    ///
    /// # Errors
    /// The same error, as a [`Failure`].
    fn during(self, what: impl Display) -> Result<T, Failure>;
}

impl<T, E: Display> During<T> for Result<T, E> {
    fn during(self, what: impl Display) -> Result<T, Failure> {
        self.map_err(|error| Failure::new(format!("{what}: {error}")))
    }
}
