use crate::Engine;
use crate::code::code_only;

/// The text of a migration as `engine` reads it: `BYTES` and `BIGINT` become its own types, and `STRICT` stays only
/// where it is known.
pub(super) fn translate(text: &str, engine: Engine) -> String {
    let code = code_only(text);
    let mut translated = String::with_capacity(text.len());
    let mut done = 0;
    let mut at = 0;
    while let Some((start, end)) = next_word(&code, at) {
        let word = code.get(start..end).unwrap_or_default();
        if let Some(own) = own_word(word, engine) {
            translated.push_str(text.get(done..start).unwrap_or_default());
            translated.push_str(own);
            done = end;
        }
        at = end;
    }
    translated.push_str(text.get(done..).unwrap_or_default());
    translated
}

fn own_word(word: &str, engine: Engine) -> Option<&'static str> {
    match (word, engine) {
        ("BYTES", Engine::Sqlite) => Some("BLOB"),
        ("BYTES", Engine::Postgres) => Some("BYTEA"),
        ("BIGINT", Engine::Sqlite) => Some("INTEGER"),
        ("STRICT", Engine::Postgres) => Some(""),
        _ => None,
    }
}

fn next_word(code: &str, from: usize) -> Option<(usize, usize)> {
    let part_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let rest = code.get(from..)?;
    let start = from + rest.find(part_of_word)?;
    let length = code.get(start..)?.find(|c| !part_of_word(c)).unwrap_or(code.len() - start);
    Some((start, start + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "-- BYTES, BIGINT and STRICT of Müller\n\
        CREATE TABLE note (id BYTES PRIMARY KEY, BYTES_SEEN BIGINT NOT NULL CHECK (word <> 'BIGINT STRICT ü'),\n\
        \"BYTES\" BYTES /* STRICT */) STRICT;";

    #[test]
    fn only_whole_words_of_the_code_are_translated() {
        assert_eq!(
            translate(TEXT, Engine::Sqlite),
            "-- BYTES, BIGINT and STRICT of Müller\n\
             CREATE TABLE note (id BLOB PRIMARY KEY, BYTES_SEEN INTEGER NOT NULL CHECK (word <> 'BIGINT STRICT ü'),\n\
             \"BYTES\" BLOB /* STRICT */) STRICT;"
        );
        assert_eq!(
            translate(TEXT, Engine::Postgres),
            "-- BYTES, BIGINT and STRICT of Müller\n\
             CREATE TABLE note (id BYTEA PRIMARY KEY, BYTES_SEEN BIGINT NOT NULL CHECK (word <> 'BIGINT STRICT ü'),\n\
             \"BYTES\" BYTEA /* STRICT */) ;"
        );
    }
}
