//! Village packs: a circular on paper for the people of a village, forwarded through an agency, and what is read from it
//! when it comes back. One person keys it, another keys it again beside the pictures; only what both say is recorded.

use crate::drive::Drive;
use crate::ids::{DriveId, FileId, PackId, PackLineId, PackPictureId, PersonId, TaskId, UnitId};
use crate::knowledge::{NotNow, Step, Task};
use crate::media::Media;
use crate::paper::StoredFile;
use base::{Date, Instant};
use serde::{Deserialize, Serialize};

/// Most people of one pack.
pub const PEOPLE_MAX: usize = 60;

/// Most files that a pack comes back in.
pub const PICTURES_MAX: usize = 20;

/// Most pages of one file: a scanner puts the sheets of a whole village into one.
pub const PICTURE_PAGES: usize = 100;

/// Options of a question; they are the letters A, B and C on paper.
pub const OPTIONS: u8 = 3;

/// A pack as it went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// Its id.
    pub id: PackId,
    /// The drive whose circular it carries.
    pub drive: DriveId,
    /// The village.
    pub unit: UnitId,
    /// The agency through which it goes out and comes back.
    pub through: UnitId,
    /// The last day on which it shall be back, a calendar day.
    pub due: Date,
    /// Who made it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// One person's line of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackLine {
    /// Its id.
    pub id: PackLineId,
    /// The pack.
    pub pack: PackId,
    /// Its place on the sheets, from 1.
    pub place: u32,
    /// What the person owes.
    pub task: TaskId,
    /// Who.
    pub person: PersonId,
    /// The random code on the person's sheets. It is no number of the person.
    pub code: String,
    /// The ids of the questions that were printed for the person; none when they had passed the check before.
    pub questions: Vec<String>,
    /// When a newer pack for the same person took its place.
    pub voided: Option<Instant>,
    /// What the first of two people read from the paper.
    pub keyed: Option<Keyed>,
    /// What was recorded in the end.
    pub settled: Option<Settled>,
}

/// What stands on the paper for one person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Marks {
    /// Whether they marked and signed that they have read the circular.
    pub read: bool,
    /// The answers, from zero; none where a question has no answer or more than one.
    pub answers: Vec<Option<u8>>,
    /// Whether they signed the pledge.
    pub pledged: bool,
}

/// The first reading of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed {
    /// Who keyed it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// What they read. It is erased once the line is settled or void.
    pub marks: Option<Marks>,
}

/// What came of the check on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetCheck {
    /// The sheet asked nothing, nothing was answered, or the person had passed meanwhile.
    None,
    /// A question has no answer, or more than one: the check is not judged.
    Incomplete,
    /// Answered without the mark that the circular was read: the check is not judged.
    Unread,
    /// Judged; not enough answers were right.
    Failed,
    /// Judged and passed.
    Passed,
}

/// What was recorded of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineOutcome {
    /// Whether reading was recorded from it.
    pub read: bool,
    /// What came of the check.
    pub check: SheetCheck,
    /// Whether the pledge was recorded from it.
    pub pledged: bool,
}

/// That a second person has compared a line and it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Who compared it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// What was recorded.
    pub outcome: LineOutcome,
}

/// A picture or scan of sheets that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackPicture {
    /// Its id.
    pub id: PackPictureId,
    /// Of which pack.
    pub pack: PackId,
    /// The bytes.
    pub file: FileId,
    /// What they are.
    pub media: Media,
    /// How many pages they have.
    pub pages: u32,
    /// A keyed hash of the bytes, by which the same file sent again is known.
    pub mark: [u8; 32],
    /// Who sent it in.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// What happens to village packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackEffect {
    /// A pack was made; older open lines of the same people are void.
    Made(Box<Pack>, Vec<PackLine>),
    /// A picture of it came back.
    PictureKept(Box<PackPicture>, Box<StoredFile>),
    /// Somebody keyed a line, or keyed their own reading of it anew.
    LineKeyed {
        /// Which.
        line: PackLineId,
        /// Who.
        by: PersonId,
        /// When.
        at: Instant,
        /// What stands on the paper.
        marks: Marks,
    },
    /// Somebody else compared a line and it was recorded; it must have been keyed and nothing more.
    LineSettled {
        /// Which.
        line: PackLineId,
        /// That it is.
        settled: Settled,
    },
}

/// Why a pack cannot be made or taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackRefusal {
    /// The day on which it shall be back has passed.
    DuePassed,
    /// The drive has just begun and is not laid before everybody of the village yet.
    NotDelivered,
    /// Nobody of the village owes anything that can be done on paper.
    NobodyOwes,
    /// More people than [`PEOPLE_MAX`].
    TooMany,
    /// As many files as [`PICTURES_MAX`] are kept already.
    PicturesFull,
    /// Nothing of it has come back that could be keyed from.
    NotReturned,
}

/// Where a pack stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PackState {
    /// On its way, or in the village.
    Out,
    /// Pictures of it are here; somebody has to key it.
    Returned,
    /// Keyed; somebody else has to compare it.
    Keyed,
    /// Every line was compared and recorded.
    Confirmed,
    /// A newer pack took its place before anything of it was recorded.
    Replaced,
}

/// A pack in numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PackCount {
    /// All lines.
    pub lines: u32,
    /// Of these, void.
    pub voided: u32,
    /// Of those that count, keyed; those that are settled among them.
    pub keyed: u32,
    /// Settled.
    pub settled: u32,
    /// Files that came back.
    pub pictures: u32,
}

impl PackCount {
    /// Counts.
    #[must_use]
    pub fn of<'a>(lines: impl Iterator<Item = &'a PackLine>, pictures: usize) -> Self {
        let none = Self { pictures: u32::try_from(pictures).unwrap_or(u32::MAX), ..Self::default() };
        lines.fold(none, |sum, line| Self {
            lines: sum.lines + 1,
            voided: sum.voided + u32::from(line.voided.is_some()),
            keyed: sum.keyed + u32::from(line.voided.is_none() && line.keyed.is_some()),
            settled: sum.settled + u32::from(line.settled.is_some()),
            ..sum
        })
    }

    /// The lines that count.
    #[must_use]
    pub const fn living(&self) -> u32 {
        self.lines.saturating_sub(self.voided)
    }

    /// The lines that one person keyed and another has to compare.
    #[must_use]
    pub const fn to_compare(&self) -> u32 {
        self.keyed.saturating_sub(self.settled)
    }

    /// Where the pack stands.
    #[must_use]
    pub const fn state(&self) -> PackState {
        let living = self.living();
        if living == 0 {
            PackState::Replaced
        } else if self.settled >= living {
            PackState::Confirmed
        } else if self.keyed >= living {
            PackState::Keyed
        } else if self.pictures > 0 {
            PackState::Returned
        } else {
            PackState::Out
        }
    }

    /// Whether it should have been back before `today`: nothing of it is here although its last day has passed.
    #[must_use]
    pub fn is_overdue(&self, due: Date, today: Date) -> bool {
        self.state() == PackState::Out && today > due
    }
}

impl PackLine {
    /// Whether its code counts and nothing was recorded from it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.voided.is_none() && self.settled.is_none()
    }

    /// The code in two groups, for the eye.
    #[must_use]
    pub fn grouped(&self) -> String {
        match self.code.split_at_checked(self.code.len() / 2) {
            Some((one, two)) => format!("{one}-{two}"),
            None => self.code.clone(),
        }
    }

    /// Whether `who` may key it: nobody their own line, and nobody what somebody else has keyed.
    #[must_use]
    pub fn may_key(&self, who: PersonId) -> bool {
        self.is_open() && self.person != who && self.keyed.as_ref().is_none_or(|keyed| keyed.by == who)
    }

    /// Whether `who` may compare and record it: nobody their own line, and nobody what they keyed themselves.
    #[must_use]
    pub fn may_settle(&self, who: PersonId) -> bool {
        self.is_open() && self.person != who && self.keyed.as_ref().is_some_and(|keyed| keyed.by != who)
    }
}

/// Something in which two readings of the same line differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Whether it was read.
    Read,
    /// The answer to this question, from zero.
    Answer(usize),
    /// Whether the pledge was signed.
    Pledged,
}

impl Marks {
    /// In what two readings differ.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        let answer = |marks: &Self, n: usize| marks.answers.get(n).copied().flatten();
        let count = self.answers.len().max(other.answers.len());
        let answers = (0..count).filter(|n| answer(self, *n) != answer(other, *n)).map(Difference::Answer);
        let read = (self.read != other.read).then_some(Difference::Read);
        let pledged = (self.pledged != other.pledged).then_some(Difference::Pledged);
        read.into_iter().chain(answers).chain(pledged).collect()
    }
}

/// Whether a person still owes `step` and can do it on paper, where nothing is opened.
#[must_use]
pub fn owes_on_paper(drive: &Drive, task: &Task, step: Step) -> bool {
    matches!(step, Step::Read | Step::Passed | Step::Pledged)
        && matches!(drive.may(task, step), Ok(()) | Err(NotNow::OpenFirst | NotNow::ReadFirst))
}

/// What is recorded of a line whose marks two people agree on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The plain outcome.
    pub outcome: LineOutcome,
    /// The answers and how many of them are right, where the check is judged.
    pub answers: Option<(Vec<u8>, u32)>,
}

/// Judges a line as the check on a screen judges: all answers or none, and only after reading. `right` has the right
/// option of each question of the line. Whatever the person did elsewhere meanwhile stays, and is not done twice.
#[must_use]
pub fn judge(drive: &Drive, task: &Task, marks: &Marks, right: &[usize]) -> Judged {
    let owes = |step| owes_on_paper(drive, task, step);
    let read = marks.read && owes(Step::Read);
    let pledged = marks.pledged && owes(Step::Pledged);
    let given: Vec<u8> = marks.answers.iter().copied().flatten().filter(|option| *option < OPTIONS).collect();
    let mut answers = None;
    let check = if given.is_empty() || right.is_empty() || !owes(Step::Passed) {
        SheetCheck::None
    } else if given.len() != right.len() {
        SheetCheck::Incomplete
    } else if !marks.read && task.read.is_none() {
        SheetCheck::Unread
    } else {
        let correct = given.iter().zip(right).filter(|(option, right)| usize::from(**option) == **right).count();
        answers = Some((given, u32::try_from(correct).unwrap_or(u32::MAX)));
        if correct >= drive.pass_mark { SheetCheck::Passed } else { SheetCheck::Failed }
    };
    Judged { outcome: LineOutcome { read, check, pledged }, answers }
}

#[cfg(test)]
#[path = "pack_tests.rs"]
mod tests;
