//! Elements of ASN.1 as other programs write them: DER, and BER with lengths that are told only by an end.

/// So deep elements of unknown length may lie in one another.
const DEPTH: usize = 16;

/// So many elements are looked at in one.
const CHILDREN: usize = 256;

/// One element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Element<'a> {
    /// What it is; tags of more than one byte are not known here.
    pub(crate) tag: u8,
    /// What stands in it.
    pub(crate) body: &'a [u8],
    /// All of it.
    pub(crate) whole: &'a [u8],
}

/// The elements of a body, in order.
pub(crate) fn children(mut body: &[u8]) -> Option<Vec<Element<'_>>> {
    let mut found = Vec::new();
    while !body.is_empty() {
        let (element, rest) = next(body, 0)?;
        found.push(element);
        body = rest;
        if found.len() > CHILDREN {
            return None;
        }
    }
    Some(found)
}

/// The body of the first element, which must have this tag; what lies behind it is not looked at.
pub(crate) fn only(bytes: &[u8], tag: u8) -> Option<&[u8]> {
    let (element, _) = next(bytes, 0)?;
    (element.tag == tag).then_some(element.body)
}

/// The first element and what lies behind it.
fn next(bytes: &[u8], depth: usize) -> Option<(Element<'_>, &[u8])> {
    let (&tag, rest) = bytes.split_first()?;
    if tag & 0x1F == 0x1F || depth > DEPTH {
        return None;
    }
    let (&first, rest) = rest.split_first()?;
    let (length, rest) = match first {
        0..=0x7F => (usize::from(first), rest),
        0x80 => return unending(tag, bytes, rest, depth),
        _ => {
            let (digits, rest) = rest.split_at_checked(usize::from(first & 0x7F))?;
            let grow = |length: usize, digit: &u8| length.checked_mul(256)?.checked_add(usize::from(*digit));
            (digits.iter().try_fold(0, grow)?, rest)
        }
    };
    let (body, rest) = rest.split_at_checked(length)?;
    let whole = bytes.get(..bytes.len() - rest.len())?;
    Some((Element { tag, body, whole }, rest))
}

/// An element whose end is two zeros behind its last element.
fn unending<'a>(tag: u8, bytes: &'a [u8], inner: &'a [u8], depth: usize) -> Option<(Element<'a>, &'a [u8])> {
    let mut rest = inner;
    loop {
        if let Some(behind) = rest.strip_prefix(&[0, 0]) {
            let body = inner.get(..inner.len() - rest.len())?;
            let whole = bytes.get(..bytes.len() - behind.len())?;
            return Some((Element { tag, body, whole }, behind));
        }
        (_, rest) = next(rest, depth + 1)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One element in DER.
    fn der(tag: u8, body: &[u8]) -> Vec<u8> {
        let length = u8::try_from(body.len()).map_or_else(
            |_| [vec![0x82], u16::try_from(body.len()).unwrap().to_be_bytes().to_vec()].concat(),
            |short| if short < 0x80 { vec![short] } else { vec![0x81, short] },
        );
        [vec![tag], length, body.to_vec()].concat()
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_whichever_way_its_length_is_told(
            bodies in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..300), 0..5),
        ) {
            let inner: Vec<u8> = bodies.iter().flat_map(|body| der(0x04, body)).collect();
            let unending = [&[0x30, 0x80][..], &inner, &[0, 0]].concat();
            for whole in [der(0x30, &inner), unending] {
                let padded = [&whole[..], &[0; 9]].concat();
                let body = only(&padded, 0x30).unwrap();
                prop_assert_eq!(body, &inner[..]);
                let found: Vec<&[u8]> = children(body).unwrap().iter().map(|it| it.body).collect();
                prop_assert_eq!(found, bodies.iter().map(Vec::as_slice).collect::<Vec<_>>());
            }
        }

        #[test]
        fn nothing_makes_it_panic(bytes in any::<Vec<u8>>()) {
            let _ = (children(&bytes), only(&bytes, 0x30));
        }
    }

    #[test]
    fn elements_that_never_end_are_given_up() {
        assert_eq!(children(&[0x30, 0x80].repeat(100_000)), None);
    }
}
