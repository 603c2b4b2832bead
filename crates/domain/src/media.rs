//! What an uploaded file is, by its own bytes and never by its name.

use serde::{Deserialize, Serialize};

/// The kinds of files that are taken as a scan or as an attachment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// A PDF.
    Pdf,
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
}

/// Why an uploaded file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UploadFlaw {
    /// Nothing was sent.
    Missing,
    /// It is neither PDF nor JPEG nor PNG, or was cut off.
    Kind,
    /// It is too big.
    Size,
    /// It has too many pages.
    Pages,
    /// It cannot be shown: broken, or locked with a password.
    Unreadable,
}

/// How far from the end of a PDF its last mark may stand, in bytes: some programs write blanks behind it.
const PDF_TAIL: usize = 1_024;

impl Media {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Jpeg, Self::Png];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
        }
    }

    /// Reads [`Media::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media| media.code() == code)
    }

    /// Its type on the web.
    #[must_use]
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    /// What a downloaded file's name ends with.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// What these bytes are; nothing when they are something else or were cut off.
    #[must_use]
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        let tail = bytes.get(bytes.len().saturating_sub(PDF_TAIL)..).unwrap_or_default();
        let holds = |part: &[u8]| tail.windows(part.len()).any(|window| window == part);
        if bytes.starts_with(b"%PDF-") && holds(b"%%EOF") {
            Some(Self::Pdf)
        } else if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) && holds(&[0xFF, 0xD9]) {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1a\n") && holds(b"IEND") {
            Some(Self::Png)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(media: Media, middle: &[u8]) -> Vec<u8> {
        let (head, tail): (&[u8], &[u8]) = match media {
            Media::Pdf => (b"%PDF-1.7\n", b"%%EOF\n"),
            Media::Jpeg => (&[0xFF, 0xD8, 0xFF, 0xE0], &[0xFF, 0xD9]),
            Media::Png => (b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"),
        };
        [head, middle, tail].concat()
    }

    proptest! {
        #[test]
        fn a_file_is_what_it_begins_and_ends_with(
            media in prop::sample::select(Media::ALL.to_vec()), middle in prop::collection::vec(0_u8..0x20, 0..3_000),
        ) {
            let file = whole(media, &middle);
            prop_assert_eq!(Media::sniff(&file), Some(media));
            prop_assert_eq!(Media::sniff(&file[1..]), None, "without its beginning");
            prop_assert_eq!(Media::sniff(&file[..file.len() - 8.min(file.len())]), None, "without its end");
        }
    }

    #[test]
    fn a_name_says_nothing() {
        assert_eq!(Media::sniff(b"MZ surat.pdf %%EOF"), None);
        assert_eq!(Media::sniff(b"<html>%PDF-1.7 %%EOF"), None);
        assert_eq!(Media::sniff(b""), None);
    }
}
