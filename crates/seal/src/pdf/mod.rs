//! PDF as the typesetter writes it: one plain cross-reference table, dictionaries outside of streams. Whatever is
//! written otherwise is refused, not guessed at; so a few rules of ISO 32000-1 section 7 suffice.

mod dictionary;
mod file;

pub(crate) use dictionary::Dictionary;
pub(crate) use file::File;
