//! What people read, in Indonesian and English: messages from `locales/`, and how dates, times and numbers are written.

pub mod format;
#[allow(
    missing_docs,
    unused,
    clippy::all,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "generated from the message files; each function is named after its message, and the build has checked that it is there"
)]
mod l10n {
    include!(concat!(env!("OUT_DIR"), "/l10n.rs"));
}
mod words;

pub use base::Language;
pub use l10n::L10nLanguage as Messages;
pub use words::{
    absence, assurance, categories, category, category_people, due_reason, duty, exception, names, proof, role, ruling,
    unit_group, way,
};

use std::sync::OnceLock;

/// All messages in one language.
#[must_use]
pub fn messages(language: Language) -> &'static Messages {
    static INDONESIAN: OnceLock<Messages> = OnceLock::new();
    static ENGLISH: OnceLock<Messages> = OnceLock::new();
    match language {
        Language::Indonesian => INDONESIAN.get_or_init(|| l10n::L10n::Id.load()),
        Language::English => ENGLISH.get_or_init(|| l10n::L10n::En.load()),
    }
}
