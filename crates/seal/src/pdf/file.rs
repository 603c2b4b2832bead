use super::dictionary::{Dictionary, first_reference, number};
use crate::SealError;

/// An entry of a cross-reference table: ten digits, five digits, a letter and an end of line.
const ENTRY: usize = 20;

/// So deep the tree of pages may be.
const PAGES_DEEP: usize = 32;

/// A PDF of the typesetter.
#[derive(Debug)]
pub(crate) struct File<'a> {
    bytes: &'a [u8],
    table: &'a [u8],
    /// Where its cross-reference table begins, which an update has to name.
    pub(crate) table_at: usize,
    /// The number that the next new object gets.
    pub(crate) size: usize,
    /// The trailer.
    pub(crate) trailer: Dictionary<'a>,
}

/// A dictionary and the number of its object.
#[derive(Debug)]
pub(crate) struct Object<'a> {
    pub(crate) number: usize,
    pub(crate) dictionary: Dictionary<'a>,
}

impl<'a> File<'a> {
    /// Finds table and trailer of a file.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, SealError> {
        let end = bytes.trim_ascii_end().strip_suffix(b"%%EOF").ok_or(SealError::Layout("the end is missing"))?;
        let end = end.trim_ascii_end();
        let digits = end.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let (before, at) = end.split_at(end.len() - digits);
        let lost = SealError::Layout("the cross-reference table is not where it should be");
        if !before.trim_ascii_end().ends_with(b"startxref") {
            return Err(lost);
        }
        let table_at = number(at).ok_or_else(|| lost.clone())?;
        let head = bytes.get(table_at..).and_then(|text| text.strip_prefix(b"xref\n0 ")).ok_or_else(|| lost.clone())?;
        let line = head.iter().position(|byte| *byte == b'\n').ok_or_else(|| lost.clone())?;
        let (count, rest) = head.split_at(line);
        let size = number(count).ok_or_else(|| lost.clone())?;
        let length = size.checked_mul(ENTRY).ok_or_else(|| lost.clone())?;
        let (table, rest) = rest.get(1..).and_then(|rest| rest.split_at_checked(length)).ok_or(lost)?;
        let trailer = rest.strip_prefix(b"trailer\n").ok_or(SealError::Layout("the trailer is missing"))?;
        let trailer = Dictionary::read(trailer)?;
        if trailer.value("Prev").is_some() {
            return Err(SealError::Layout("it was updated before"));
        }
        Ok(Self { bytes, table, table_at, size, trailer })
    }

    /// The object with this number, which must be a dictionary.
    pub(crate) fn object(&self, number: usize) -> Result<Object<'a>, SealError> {
        let missing = || SealError::Layout("an object is missing");
        let begin = number.checked_mul(ENTRY).ok_or_else(missing)?;
        let entry = self.table.get(begin..).and_then(|rest| rest.get(..ENTRY)).ok_or_else(missing)?;
        let at = entry.get(..10).and_then(super::dictionary::number).ok_or_else(missing)?;
        let head = format!("{number} 0 obj\n");
        let text = self.bytes.get(at..).and_then(|text| text.strip_prefix(head.as_bytes())).ok_or_else(missing)?;
        Ok(Object { number, dictionary: Dictionary::read(text)? })
    }

    /// The root of the document.
    pub(crate) fn catalog(&self) -> Result<Object<'a>, SealError> {
        self.object(self.trailer.reference("Root")?)
    }

    /// The first page.
    pub(crate) fn first_page(&self, catalog: &Object<'a>) -> Result<Object<'a>, SealError> {
        let mut next = catalog.dictionary.reference("Pages")?;
        for _ in 0..PAGES_DEEP {
            let object = self.object(next)?;
            match object.dictionary.value("Kids") {
                Some(kids) => next = first_reference(kids).ok_or(SealError::Layout("there is no page"))?,
                None => return Ok(object),
            }
        }
        Err(SealError::Layout("the tree of pages does not end"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn reading_never_panics(table in "[0-9 \\nfn]{0,80}", size in 0usize..9, root in 0usize..9, at in 0usize..300) {
            let text = format!(
                "%PDF-1.7\nxref\n0 {size}\n{table}trailer\n<</Size {size}/Root {root} 0 R>>\nstartxref\n{at}\n%%EOF"
            );
            if let Ok(file) = File::read(text.as_bytes()) {
                let _ = file.catalog().and_then(|catalog| file.first_page(&catalog));
            }
        }

        #[test]
        fn nor_for_anything_else(bytes in any::<Vec<u8>>()) {
            let _ = File::read(&bytes);
        }
    }
}
