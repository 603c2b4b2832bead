//! Attachments (*Lampiran*) of a circular: files that belong to its text, in an order and with titles. They are part of the
//! body: a revision begins with those of the circular that it revises, and from publishing on they never change.

use super::{Circular, State, limits};
use crate::change::Change;
use crate::circular::issuing::Issuing;
use crate::ids::FileId;
use crate::media::Media;
use crate::paper::StoredFile;
use crate::policy::Permit;
use base::Chance;
use serde::{Deserialize, Serialize};

/// Most attachments of one circular.
pub const ATTACHMENTS: usize = 10;

/// Most bytes of one attachment.
pub const ATTACHMENT_BYTES: usize = 10 << 20;

/// Most pages of one attachment.
pub const ATTACHMENT_PAGES: usize = 100;

/// A file that belongs to the text of a circular. Its number is its place, beginning with one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its bytes, by which a revision recognises it.
    pub file: FileId,
    /// What it is called on the letter.
    pub title: String,
    /// What kind of file it is.
    pub media: Media,
    /// How many bytes it has.
    pub bytes: u64,
}

/// Why attachments cannot be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AttachmentRefusal {
    /// The circular was published: it does not change any more.
    AlreadyPublished,
    /// There are [`ATTACHMENTS`] of them already.
    Many,
    /// A title is missing or longer than [`limits::SUBJECT`].
    Title,
}

fn titled(title: &str) -> Result<String, AttachmentRefusal> {
    let title = title.trim();
    let fits = (1..=limits::SUBJECT).contains(&title.chars().count());
    if fits { Ok(title.to_owned()) } else { Err(AttachmentRefusal::Title) }
}

fn arranged(mut before: Vec<Attachment>, kept: &[(FileId, String)]) -> Result<Vec<Attachment>, AttachmentRefusal> {
    let mut after = Vec::new();
    for (file, title) in kept {
        let Some(place) = before.iter().position(|it| it.file == *file) else { continue };
        after.push(Attachment { title: titled(title)?, ..before.remove(place) });
    }
    Ok(after)
}

impl Circular {
    /// Whether one more attachment with this title could be put behind the others.
    ///
    /// # Errors
    /// The [`AttachmentRefusal`] that a person can act on.
    pub fn takes_attachment(&self, title: &str) -> Result<(), AttachmentRefusal> {
        if self.state != State::Draft {
            return Err(AttachmentRefusal::AlreadyPublished);
        }
        if self.body.attachments.len() >= ATTACHMENTS {
            return Err(AttachmentRefusal::Many);
        }
        titled(title).map(drop)
    }

    /// Puts one more attachment behind the others; its bytes are kept already.
    ///
    /// # Errors
    /// The [`AttachmentRefusal`] that a person can act on.
    pub fn attach(
        mut self,
        permit: Permit,
        (title, media): (&str, Media),
        file: StoredFile,
        chance: &mut Chance,
    ) -> Result<Change, AttachmentRefusal> {
        self.takes_attachment(title)?;
        let attachment = Attachment { file: file.id, title: titled(title)?, media, bytes: file.size };
        self.body.attachments.push(attachment);
        self.version += 1;
        let change = self.save(permit, chance).say_code("part", "attachments").say_code("media", media.code());
        let bytes = i64::try_from(file.size).unwrap_or(i64::MAX);
        Ok(change.say("bytes", bytes).with(Issuing::FileKept(file).effect()))
    }

    /// Keeps the named attachments, in this order and with these titles, and gives up the others. A name that is none of
    /// theirs or comes twice is passed over.
    ///
    /// # Errors
    /// The [`AttachmentRefusal`] that a person can act on.
    pub fn arrange(
        mut self,
        permit: Permit,
        kept: &[(FileId, String)],
        chance: &mut Chance,
    ) -> Result<Change, AttachmentRefusal> {
        if self.state != State::Draft {
            return Err(AttachmentRefusal::AlreadyPublished);
        }
        self.body.attachments = arranged(std::mem::take(&mut self.body.attachments), kept)?;
        self.version += 1;
        let count = i64::try_from(self.body.attachments.len()).unwrap_or(i64::MAX);
        Ok(self.save(permit, chance).say_code("part", "attachments").say("count", count))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Instant, Occasion};
    use proptest::prelude::*;

    proptest! {
        /// Whatever a form names, in whatever order and however often: nothing comes in, and nothing is there twice.
        #[test]
        fn what_is_kept_was_there_and_comes_once(before in 0_usize..6, named in prop::collection::vec(0_usize..9, 0..9)) {
            let mut chance = Occasion::seeded(Instant::from_micros(0), [7; 32]).chance();
            let ids: Vec<FileId> = (0..9).map(|_| chance.id()).collect();
            let one = |file: &FileId| Attachment { file: *file, title: "lama".into(), media: Media::Pdf, bytes: 1 };
            let all: Vec<Attachment> = ids.iter().take(before).map(one).collect();
            let kept: Vec<(FileId, String)> = named.iter().map(|n| (ids[*n], format!(" judul {n} "))).collect();
            let mut expected: Vec<usize> = Vec::new();
            for n in named.into_iter().filter(|n| *n < before) {
                if !expected.contains(&n) {
                    expected.push(n);
                }
            }
            let titled: Vec<_> = expected.iter().map(|n| (ids[*n], format!("judul {n}"))).collect();
            let found: Vec<_> = arranged(all, &kept).unwrap().into_iter().map(|it| (it.file, it.title)).collect();
            prop_assert_eq!(found, titled);
        }
    }

    #[test]
    fn a_title_says_something_and_not_too_much() {
        assert_eq!(titled("  Contoh perbuatan "), Ok("Contoh perbuatan".to_owned()));
        for wrong in [" ".to_owned(), "x".repeat(limits::SUBJECT + 1)] {
            assert_eq!(titled(&wrong), Err(AttachmentRefusal::Title));
        }
    }
}
