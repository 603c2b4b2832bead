use std::borrow::Cow;

/// Whether a spreadsheet program may take a text that begins so for a formula.
const fn begins_formula(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Whether the text is dangerous as it is, or is a dangerous text that was neutralised before, perhaps twice.
fn is_affected(text: &str) -> bool {
    text.trim_start_matches('\'').chars().next().is_some_and(begins_formula)
}

/// The text with an apostrophe before it where a spreadsheet program could take it for a formula.
#[must_use]
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if is_affected(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Takes back [`neutralise`]; texts that it left alone stay as they are.
#[must_use]
pub fn strip(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_affected(rest) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_become_texts() {
        for text in ["=1+1", "+62812", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1"] {
            assert_eq!(neutralise(text), format!("'{text}"));
        }
        for text in ["", "Budi", "'Aisyah", "198503152010011007", "'198503152010011007"] {
            assert_eq!(neutralise(text), text);
            assert_eq!(strip(text), text);
        }
    }

    proptest! {
        #[test]
        fn neutral_texts_come_back(text in "['=+@\\-]{0,4}\\PC{0,12}") {
            let neutral = neutralise(&text);
            prop_assert!(!neutral.chars().next().is_some_and(begins_formula));
            prop_assert_eq!(strip(&neutral), text.as_str());
        }
    }
}
