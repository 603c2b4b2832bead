//! What is wrong with a set of law files: all of it at once, each with file, key and mend.

use crate::problem::Problem;
use base::Language;
use std::fmt;

/// One mistake in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    /// The path within `law/`.
    pub file: String,
    /// The key, such as `provisions[2].text.en`, or the line when the file could not be parsed.
    pub key: String,
    /// The line at which the key stands, counted from 1, where it was found.
    pub line: Option<usize>,
    /// What is wrong.
    pub problem: Problem,
}

impl LoadError {
    pub(crate) fn new(file: &str, key: impl Into<String>, problem: Problem) -> Self {
        Self { file: file.to_owned(), key: key.into(), line: None, problem }
    }

    /// Where it is, what is wrong and how to mend it, in `language`.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let line = self.line.map(|line| format!(":{line}")).unwrap_or_default();
        let key = if self.key.is_empty() { String::new() } else { format!(", {}", self.key) };
        format!("{}{line}{key}: {}", self.file, self.problem.message(language))
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for LoadError {}

/// Every mistake that was found, in the order of files and keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadErrors(pub Vec<LoadError>);

impl LoadErrors {
    /// All messages, one a line.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.0.iter().map(|error| error.message(language)).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for LoadErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message(Language::English))
    }
}

impl std::error::Error for LoadErrors {}
