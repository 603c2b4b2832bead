/// Bytes that are not the canonical encoding of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DecodeError {
    /// The bytes do not begin with `NTRL` and a known version.
    Unknown,
    /// The bytes end before the event does.
    Short,
    /// A text is not UTF-8.
    Text,
    /// A tag that this version does not know.
    Tag(u8),
    /// A length does not fit the type of its value.
    Length,
    /// Fields are not in strictly ascending order of their names.
    Order,
}

impl std::fmt::Display for DecodeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown => f.write_str("not an audit event of a known version"),
            Self::Short => f.write_str("the event ends too early"),
            Self::Text => f.write_str("a text is not UTF-8"),
            Self::Tag(tag) => write!(f, "unknown tag {tag}"),
            Self::Length => f.write_str("a value has an impossible length"),
            Self::Order => f.write_str("the fields are not in ascending order"),
        }
    }
}

impl std::error::Error for DecodeError {}

/// Appends `tag`, the length as 32-bit big-endian, and the bytes.
pub fn put(out: &mut Vec<u8>, tag: u8, bytes: &[u8]) {
    out.push(tag);
    // No field of an event comes near 4 GiB; a longer one would be cut, and its decoding refused.
    out.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
    out.extend_from_slice(bytes);
}

/// Reads what [`put`] wrote.
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub fn take(&mut self, len: usize) -> Result<&'a [u8], DecodeError> {
        let (head, rest) = self.0.split_at_checked(len).ok_or(DecodeError::Short)?;
        self.0 = rest;
        Ok(head)
    }

    pub fn next(&mut self) -> Result<(u8, &'a [u8]), DecodeError> {
        let tag = *self.take(1)?.first().ok_or(DecodeError::Short)?;
        let len: [u8; 4] = self.take(4)?.try_into().map_err(|_| DecodeError::Short)?;
        let len = usize::try_from(u32::from_be_bytes(len)).map_err(|_| DecodeError::Length)?;
        Ok((tag, self.take(len)?))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

pub fn text(bytes: &[u8]) -> Result<String, DecodeError> {
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| DecodeError::Text)
}

pub fn int(bytes: &[u8]) -> Result<i64, DecodeError> {
    bytes.try_into().map(i64::from_be_bytes).map_err(|_| DecodeError::Length)
}

pub fn sixteen(bytes: &[u8]) -> Result<[u8; 16], DecodeError> {
    bytes.try_into().map_err(|_| DecodeError::Length)
}
