use serde_json::Value;
use std::collections::HashSet;
use typst::text::Coverage;

/// Characters set without any place to break after which a place is added.
///
/// A word of the language is shorter; what is longer is a code, an address or a mistake, and would
/// otherwise run over the edge of the paper.
const LONGEST_RUN: usize = 28;

/// Where a line may be broken without a hyphen.
const BREAK: char = '\u{200b}';

/// Makes any text fit to be set in the embedded faces.
///
/// PDF/A forbids undefined glyphs, control characters and private characters; one of them anywhere would
/// make the whole document fail.
#[derive(Debug, Clone)]
pub(crate) struct Cleaner {
    covered: HashSet<u32>,
    replacement: char,
}

impl Cleaner {
    /// A cleaner for text that may be set in every one of `faces`.
    pub(crate) fn new(faces: &[Coverage]) -> Self {
        let sets = faces.iter().map(|face| face.iter().collect::<HashSet<u32>>());
        let covered = sets.reduce(|all, face| &all & &face).unwrap_or_default();
        let replacement =
            ['\u{fffd}', '\u{25a1}'].into_iter().find(|&c| covered.contains(&u32::from(c))).unwrap_or('?');
        Self { covered, replacement }
    }

    fn covers(&self, c: char) -> bool {
        self.covered.contains(&u32::from(c))
    }

    /// Cleans every string inside `value`; keys and numbers stay.
    pub(crate) fn clean_all(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.clean(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.clean_all(item)),
            Value::Object(map) => map.values_mut().for_each(|item| self.clean_all(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// `text` as one paragraph of characters that can be set, with places to break in overlong words.
    pub(crate) fn clean(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut run = 0;
        for c in text.chars().filter(|&c| !is_invisible(c)) {
            let c = match c {
                '\u{a0}' | '\u{2007}' | '\u{202f}' => '\u{a0}',
                '\u{2010}' | '\u{2011}' => '-',
                c if c.is_whitespace() => ' ',
                c if c.is_control() => continue,
                c if is_private(c) || !self.covers(c) => self.replacement,
                c => c,
            };
            if matches!(c, ' ' | '-' | '/') {
                run = 0;
            } else if run >= LONGEST_RUN && (c.is_alphanumeric() || c == self.replacement) {
                // Only before a letter or digit: a mark must not be torn from its base.
                out.push(BREAK);
                run = 1;
            } else {
                run += 1;
            }
            out.push(c);
        }
        out.truncate(out.trim_end().len());
        out.drain(..out.len() - out.trim_start().len());
        out
    }
}

/// Characters that show nothing: joiners, marks of direction, variation selectors, tags.
///
/// Leaving out the marks of direction also keeps a name from being shown in another order than it has.
const fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

const fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn latin() -> Cleaner {
        Cleaner::new(&[Coverage::from_vec((0x20..0x250).chain([0xe000, 0x301, 0xfffd]).collect())])
    }

    #[test]
    fn what_cannot_be_shown_is_replaced_or_left_out() {
        let cleaner = latin();
        assert_eq!(cleaner.clean("Siti 😀 é #b[x]"), "Siti \u{fffd} é #b[x]");
        assert_eq!(cleaner.clean("a\u{202e}b\u{0}c\u{e000}"), "abc\u{fffd}");
        assert_eq!(cleaner.clean(" satu\r\n\tdua "), "satu   dua");
        assert_eq!(cleaner.clean("Pasal\u{a0}14\u{202f}x"), "Pasal\u{a0}14\u{a0}x");
    }

    #[test]
    fn the_replacement_is_one_that_every_face_has() {
        let face = |last| Coverage::from_vec((0x20..0x7f).chain([last]).collect());
        assert_eq!(Cleaner::new(&[face(0xfffd), face(0xfffd)]).clean("a漢b"), "a\u{fffd}b");
        assert_eq!(Cleaner::new(&[face(0xfffd), face(0x25a1)]).clean("a漢b"), "a?b");
    }

    #[test]
    fn only_overlong_words_get_places_to_break() {
        let cleaner = latin();
        let address = "https://netral.sukamaju.example/periksa/7KQ2-M4XD";
        assert_eq!(cleaner.clean(address), address);
        let long = cleaner.clean(&"w".repeat(60));
        assert_eq!(long.split(BREAK).map(str::len).collect::<Vec<_>>(), [28, 28, 4]);
        assert_eq!(cleaner.clean(&format!("a{}", "\u{301}".repeat(99))).find(BREAK), None);
    }

    #[test]
    fn every_string_of_a_document_is_reached_and_nothing_else() {
        let mut value = serde_json::json!({"a\u{0}": ["x\ny", {"b": "漢"}], "n": 3, "none": null});
        latin().clean_all(&mut value);
        assert_eq!(value, serde_json::json!({"a\u{0}": ["x y", {"b": "\u{fffd}"}], "n": 3, "none": null}));
    }

    proptest! {
        #[test]
        fn cleaned_text_can_be_set(text in any::<String>()) {
            let cleaner = latin();
            for c in cleaner.clean(&text).chars() {
                prop_assert!(c == BREAK || (cleaner.covers(c) && !c.is_control() && !is_private(c)), "{c:?}");
            }
        }

        #[test]
        fn ordinary_text_is_left_alone(text in "[A-Za-z.,]{1,20}( [A-Za-z.,]{1,20}){0,5}") {
            prop_assert_eq!(latin().clean(&text), text);
        }
    }
}
