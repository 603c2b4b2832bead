//! Tells code from comments and strings in SQL. Shared by the build script and the crate.

/// The text with every comment, string and quoted name blanked out; positions in bytes stay the same.
pub fn code_only(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut code = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let end = match (bytes[at], bytes.get(at + 1)) {
            (quote @ (b'\'' | b'"'), _) => end_after(bytes, at + 1, &[quote]),
            (b'-', Some(b'-')) => bytes[at..].iter().position(|b| *b == b'\n').map_or(bytes.len(), |n| at + n),
            (b'/', Some(b'*')) => end_after(bytes, at + 2, b"*/"),
            _ => at,
        };
        if end == at {
            code.push(if bytes[at].is_ascii() { bytes[at] } else { b'_' });
            at += 1;
        } else {
            code.extend(bytes[at..end].iter().map(|b| if *b == b'\n' { b'\n' } else { b' ' }));
            at = end;
        }
    }
    code.into_iter().map(char::from).collect()
}

fn end_after(bytes: &[u8], from: usize, mark: &[u8]) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.windows(mark.len()).position(|window| window == mark).map_or(bytes.len(), |n| from + n + mark.len())
}
