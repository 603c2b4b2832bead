//! Village packs: a circular on paper for the people of a village, forwarded through an agency, and what is read from it
//! when it comes back. One person keys it, another keys it again beside the pictures, a third where the two differ; only
//! what two say is recorded.

mod count;
mod readings;

pub use count::{PackCount, PackState};
pub use readings::{Alike, Aside, Difference, Keyed, Marks, Pair, Reread};

use crate::drive::{Asks, Drive};
use crate::ids::{DriveId, FileId, PackId, PackLineId, PackPictureId, PersonId, TaskId, UnitId};
use crate::knowledge::{NotNow, Step, Task};
use crate::media::Media;
use crate::paper::{StoredFile, tidy_code};
use base::{Date, Instant};
use serde::{Deserialize, Serialize};

/// Most people of one pack.
pub const PEOPLE_MAX: usize = 60;

/// Most files that a pack comes back in: each sheet of the largest pack may be a photograph of its own.
pub const PICTURES_MAX: usize = 150;
// Everybody's questions on two pages, and the sheets that are for all.
const _: () = assert!(PICTURES_MAX >= 2 * PEOPLE_MAX + 20);

/// As many more may come as PDF, into which the pages that are left are joined.
pub const PDFS_MORE: usize = 10;

/// Characters of a code that are typed from the paper.
pub const CODE_TYPED: usize = 4;

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
    /// The pack that it follows, for those of it who still owe something.
    pub follows: Option<PackId>,
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
    /// What the second read, where it was something else.
    pub reread: Option<Reread>,
    /// What was recorded in the end.
    pub settled: Option<Settled>,
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
    /// Three people read the answers, and no two of them alike: the check is not judged.
    Differing,
    /// Two people say that the sheets cannot be read: nothing is recorded of them.
    Unreadable,
    /// Two people say that the sheets are not there: nothing is recorded of them.
    Missing,
    /// A question of the sheet is not in the law files any more, so that nobody knows what is right: the check is not judged.
    Outdated,
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

/// That a line was read to the end and recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// Who read it last: the second person, or the third where two differed.
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
        /// On which page that came back it stands, from 1.
        page: Option<u32>,
    },
    /// Somebody else read a keyed line otherwise, for the first time or after having looked again at what differs.
    LineReread {
        /// Which.
        line: PackLineId,
        /// Who.
        by: PersonId,
        /// When.
        at: Instant,
        /// What stands on the paper.
        marks: Marks,
        /// Whether they have looked again: then it stands until a third person has read it.
        stands: bool,
    },
    /// Two of those who read a line read it alike, or three have read it: it was recorded. It must have been keyed.
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
    /// As many files as [`PICTURES_MAX`] are kept already, and it is no PDF or [`PDFS_MORE`] more are kept.
    PicturesFull,
    /// The code that was typed from the paper is not that of the line: the sheet belongs to somebody else or to another pack.
    OtherCode,
    /// Nothing of it has come back that could be keyed from.
    NotReturned,
    /// Whoever still owes the check has answered it today as often as the drive allows on one day.
    Tomorrow,
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

    /// The first group of the code, by which a line is found. The rest has to be read from the paper.
    #[must_use]
    pub fn first_group(&self) -> &str {
        self.code.split_at_checked(self.code.len() / 2).map_or("", |(one, _)| one)
    }

    /// Whether `marks` may be taken from a sheet with the code that was typed: its last characters or all of it. Without
    /// the code a sheet of an older pack could be keyed by its place. A line on which nothing stands needs none, for its
    /// sheet may be missing.
    #[must_use]
    pub fn takes(&self, typed: &str, marks: &Marks) -> bool {
        let typed = tidy_code(typed);
        let is_tail = typed.len() == CODE_TYPED && self.code.ends_with(&typed);
        is_tail || typed == self.code || (typed.is_empty() && marks.is_blank())
    }

    /// Whether `who` may key it: nobody their own line, nobody what somebody else has keyed, and nobody anew what another
    /// has compared with it.
    #[must_use]
    pub fn may_key(&self, who: PersonId) -> bool {
        let is_theirs = self.keyed.as_ref().is_none_or(|keyed| keyed.by == who);
        self.is_open() && self.person != who && self.reread.is_none() && is_theirs
    }

    /// Whether `who` may read it once more and so have it recorded: nobody their own line, nobody what they keyed
    /// themselves, and nobody a third time.
    #[must_use]
    pub fn may_settle(&self, who: PersonId) -> bool {
        let is_new = self.reread.as_ref().is_none_or(|reread| reread.by != who || !reread.stands);
        self.is_open() && self.person != who && is_new && self.keyed.as_ref().is_some_and(|keyed| keyed.by != who)
    }

    /// In what the reading of `who` differs from the first, where they are to look at it again; nothing for anybody else.
    #[must_use]
    pub fn looks_again(&self, who: PersonId) -> Option<Vec<Difference>> {
        let reread = self.reread.as_ref().filter(|reread| self.is_open() && reread.by == who && !reread.stands)?;
        let first = self.keyed.as_ref()?.marks.as_ref()?;
        Some(first.differences(reread.marks.as_ref()?))
    }

    /// Whether two people stay with different readings of it, so that a third has to read it.
    #[must_use]
    pub fn is_differing(&self) -> bool {
        self.is_open() && self.reread.as_ref().is_some_and(|reread| reread.stands)
    }
}

/// Whether a person still owes `step` and can do it on paper, where nothing is opened.
#[must_use]
pub fn owes_on_paper(drive: &Drive, task: &Task, step: Step) -> bool {
    matches!(step, Step::Read | Step::Passed | Step::Pledged)
        && matches!(drive.may(task, step), Ok(()) | Err(NotNow::OpenFirst | NotNow::ReadFirst | NotNow::PassFirst))
}

/// Whether a person still owes anything that can be done on paper.
#[must_use]
pub fn owes_any(drive: &Drive, task: &Task) -> bool {
    Step::ALL.into_iter().any(|step| owes_on_paper(drive, task, step))
}

/// What is recorded of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The plain outcome.
    pub outcome: LineOutcome,
    /// The answers and how many of them are right, where the check is judged.
    pub answers: Option<(Vec<u8>, u32)>,
}

/// Judges a line as the check on a screen judges: all answers or none, and only after reading. `right` has the right
/// option of each question of the line; nothing where one of them is not known any more. Whatever the person did elsewhere
/// meanwhile stays, and is not done twice. What no two people read alike is not recorded. Where the drive ends with the
/// pledge, it counts for whoever passed, on this sheet or before.
#[must_use]
pub fn judge(drive: &Drive, task: &Task, alike: &Alike, right: Option<&[usize]>) -> Judged {
    let owes = |step| owes_on_paper(drive, task, step);
    let marks = &alike.marks;
    let aside = marks.aside.map(|why| match why {
        Aside::Unreadable => SheetCheck::Unreadable,
        Aside::Missing => SheetCheck::Missing,
    });
    if let Some(check) = aside {
        return Judged { outcome: LineOutcome { read: false, check, pledged: false }, answers: None };
    }
    let read = marks.read && owes(Step::Read);
    let given: Vec<u8> = marks.answers.iter().copied().flatten().filter(|option| *option < OPTIONS).collect();
    let mut answers = None;
    let check = match right {
        _ if marks.answers.is_empty() || !owes(Step::Passed) => SheetCheck::None,
        _ if alike.answers.is_none() => SheetCheck::Differing,
        _ if given.is_empty() => SheetCheck::None,
        None => SheetCheck::Outdated,
        Some(right) if given.len() != right.len() => SheetCheck::Incomplete,
        Some(_) if !marks.read && task.read.is_none() => SheetCheck::Unread,
        Some(right) => {
            let correct = given.iter().zip(right).filter(|(option, right)| usize::from(**option) == **right).count();
            answers = Some((given, u32::try_from(correct).unwrap_or(u32::MAX)));
            if correct >= drive.pass_mark { SheetCheck::Passed } else { SheetCheck::Failed }
        }
    };
    let has_passed = task.passed.is_some() || check == SheetCheck::Passed;
    let pledged = marks.pledged && owes(Step::Pledged) && (drive.asks != Asks::Pledge || has_passed);
    Judged { outcome: LineOutcome { read, check, pledged }, answers }
}

#[cfg(test)]
#[path = "pack_tests.rs"]
mod tests;
