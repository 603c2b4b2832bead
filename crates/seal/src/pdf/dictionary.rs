use crate::SealError;

/// So deep values may lie in each other. Papers nest three deep.
const DEPTH_MAX: usize = 16;

/// A dictionary: its text, and where the value of each of its own keys lies in it.
#[derive(Debug, Clone)]
pub(crate) struct Dictionary<'a> {
    text: &'a [u8],
    entries: Vec<(&'a [u8], std::ops::Range<usize>)>,
}

impl<'a> Dictionary<'a> {
    /// Reads the dictionary with which `bytes` begins.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, SealError> {
        let mut cursor = Cursor { bytes, at: 0 };
        let entries = cursor.entries(0).ok_or(SealError::Layout("a dictionary cannot be read"))?;
        Ok(Self { text: bytes.get(..cursor.at).unwrap_or_default(), entries })
    }

    /// The value of a key, as it is written.
    pub(crate) fn value(&self, key: &str) -> Option<&'a [u8]> {
        self.text.get(self.range(key)?)
    }

    /// Where the value of a key lies in [`Dictionary::text`].
    pub(crate) fn range(&self, key: &str) -> Option<std::ops::Range<usize>> {
        self.entries.iter().find(|(name, _)| *name == key.as_bytes()).map(|(_, range)| range.clone())
    }

    /// The whole dictionary, from `<<` to `>>`.
    pub(crate) fn text(&self) -> &'a [u8] {
        self.text
    }

    /// The dictionary with `more` before its end.
    pub(crate) fn with(&self, more: &[u8]) -> Vec<u8> {
        let inner = self.text.strip_suffix(b">>").unwrap_or(self.text);
        [inner, more, b">>"].concat()
    }

    /// The object to which a key refers.
    pub(crate) fn reference(&self, key: &str) -> Result<usize, SealError> {
        self.value(key).and_then(reference).ok_or(SealError::Layout("a reference is missing"))
    }
}

/// Reads `12 0 R`. Objects of papers are never of another generation.
fn reference(text: &[u8]) -> Option<usize> {
    number(text.strip_suffix(b" 0 R")?)
}

/// The first reference of an array of nothing but references.
pub(crate) fn first_reference(array: &[u8]) -> Option<usize> {
    let inner = array.strip_prefix(b"[")?;
    let end = inner.windows(2).position(|pair| pair == b" R")?;
    reference(inner.get(..end + 2)?)
}

/// Reads digits and nothing else.
pub(crate) fn number(digits: &[u8]) -> Option<usize> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    std::str::from_utf8(digits).ok()?.parse().ok()
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn eat(&mut self, text: &[u8]) -> Option<()> {
        self.rest().starts_with(text).then(|| self.at += text.len())
    }

    fn skip_while(&mut self, wanted: impl Fn(u8) -> bool) {
        self.at += self.rest().iter().take_while(|byte| wanted(**byte)).count();
    }

    fn skip_blanks(&mut self) {
        self.skip_while(is_blank);
    }

    fn entries(&mut self, depth: usize) -> Option<Vec<(&'a [u8], std::ops::Range<usize>)>> {
        self.eat(b"<<")?;
        let mut entries = Vec::new();
        loop {
            self.skip_blanks();
            if self.eat(b">>").is_some() {
                return Some(entries);
            }
            let from = self.at + 1;
            self.eat(b"/")?;
            self.skip_while(is_regular);
            let name = self.bytes.get(from..self.at)?;
            self.skip_blanks();
            let begin = self.at;
            self.value(depth + 1)?;
            entries.push((name, begin..self.at));
        }
    }

    fn value(&mut self, depth: usize) -> Option<()> {
        if depth > DEPTH_MAX {
            return None;
        }
        match self.peek()? {
            b'<' if self.rest().starts_with(b"<<") => self.entries(depth).map(drop),
            b'<' => {
                self.skip_while(|byte| byte != b'>');
                self.eat(b">")
            }
            b'(' => self.string(),
            b'[' => {
                self.eat(b"[")?;
                loop {
                    self.skip_blanks();
                    if self.eat(b"]").is_some() {
                        return Some(());
                    }
                    self.value(depth + 1)?;
                }
            }
            b'/' => {
                self.at += 1;
                self.skip_while(is_regular);
                Some(())
            }
            _ => self.word(),
        }
    }

    /// A string in parentheses; they may lie in each other, and a backslash takes the meaning from what follows.
    fn string(&mut self) -> Option<()> {
        let mut open = 0_usize;
        loop {
            match self.peek()? {
                b'\\' => self.at += 1,
                b'(' => open += 1,
                b')' => open -= 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(());
            }
        }
    }

    /// A number, a keyword or a reference.
    fn word(&mut self) -> Option<()> {
        let begin = self.at;
        self.skip_while(is_regular);
        let word = self.bytes.get(begin..self.at)?;
        if word.is_empty() {
            return None;
        }
        if number(word).is_some() {
            // A reference is three words; a plain number stays one.
            let tail = self.rest();
            if tail.starts_with(b" 0 R") && !tail.get(4).is_some_and(|byte| is_regular(*byte)) {
                self.at += 4;
            }
        }
        Some(())
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\0' | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

const fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_within_values_are_not_the_dictionarys_own() {
        let text =
            b"<</Type/Page/A<</Kids[1 0 R]>>/S(a\\)(/Kids 2 0 R)>>)/H<2F>/Kids[83 0 R 7 0 R]/N -1.5/P 1 0 R>> tail";
        let read = Dictionary::read(text).unwrap();
        assert!(read.text().ends_with(b"1 0 R>>"));
        assert_eq!(read.value("Type"), Some(b"/Page".as_slice()));
        assert_eq!(read.value("Kids").and_then(first_reference), Some(83));
        assert_eq!((read.reference("P"), read.value("N")), (Ok(1), Some(b"-1.5".as_slice())));
        assert!(read.with(b"/X 1").ends_with(b"1 0 R/X 1>>"));
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "(<<|>>|/A|\\[|\\]|\\(|\\)|\\\\|1 0 R|<|>| |1){0,40}") {
            let _ = Dictionary::read(text.as_bytes());
            let _ = first_reference(text.as_bytes());
        }
    }
}
