//! Readings (*pembacaan*): a circular is read out to a unit, and whoever was there signs a sheet. The officer who records
//! it attests who stands on the sheet; a few lines are compared with its photograph by somebody else.

use crate::assembly::{PictureKind, SampleCheck, TEXT_MAX};
use crate::ids::{DriveId, FileId, HearingId, PersonId, ReadingId, TaskId, UnitId};
use crate::paper::StoredFile;
use base::{Date, Instant};

/// What is said of a reading when it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingCommand {
    /// The drive whose circular was read out.
    pub drive: DriveId,
    /// To this unit and those under it.
    pub unit: UnitId,
    /// On which day, a calendar day.
    pub held: Date,
    /// Where.
    pub place: String,
    /// Who read it out.
    pub reader: String,
}

/// What is wrong with a [`ReadingCommand`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadingFlaw {
    /// The day lies ahead, or before the drive began.
    Day,
    /// No place, or too long a one.
    Place,
    /// Nobody read it out, or too long a name.
    Reader,
}

impl ReadingCommand {
    /// The same with its texts trimmed.
    #[must_use]
    pub fn tidy(self) -> Self {
        let trim = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self { place: trim(self.place), reader: trim(self.reader), ..self }
    }

    /// Everything that keeps it from being recorded on `today` for a drive that began on `begun`.
    #[must_use]
    pub fn flaws(&self, begun: Date, today: Date) -> Vec<ReadingFlaw> {
        let bad = |text: &str| text.trim().is_empty() || text.chars().count() > TEXT_MAX;
        let rules = [
            (self.held > today || self.held < begun, ReadingFlaw::Day),
            (bad(&self.place), ReadingFlaw::Place),
            (bad(&self.reader), ReadingFlaw::Reader),
        ];
        rules.into_iter().filter(|(broken, _)| *broken).map(|(_, flaw)| flaw).collect()
    }
}

/// A reading that was recorded, with the photograph of its sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Its id.
    pub id: ReadingId,
    /// What was said of it.
    pub command: ReadingCommand,
    /// The photograph.
    pub file: FileId,
    /// What kind of picture it is.
    pub kind: PictureKind,
    /// Who recorded it and attests to it.
    pub officer: PersonId,
    /// How many people it was recorded for.
    pub people: u32,
    /// When it was recorded.
    pub at: Instant,
}

/// That somebody heard a circular read out and stands on the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hearing {
    /// Its id.
    pub id: HearingId,
    /// At which reading.
    pub reading: ReadingId,
    /// The task that it belongs to.
    pub task: TaskId,
    /// Who.
    pub person: PersonId,
    /// The unit in which they were addressed.
    pub unit: UnitId,
    /// Whether the personnel agency is asked to compare this line with the sheet.
    pub sampled: bool,
    /// What came of that.
    pub checked: Option<SampleCheck>,
}

/// One write of readings. The store knows one statement for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadingEffect {
    /// A reading was recorded.
    Kept {
        /// What is known of it.
        reading: Box<Reading>,
        /// The bytes of the photograph.
        file: Box<StoredFile>,
    },
    /// Somebody was there.
    Heard(Box<Hearing>),
    /// A line was compared with the photograph; it must not have been before.
    Compared {
        /// Which.
        id: HearingId,
        /// What was found.
        check: SampleCheck,
    },
    /// A line was not found on its sheet: the reading counts no more, nor how it came about, unless the check was passed
    /// since.
    NotHeard {
        /// Whose task.
        task: TaskId,
        /// When the reading had been recorded; one recorded at another moment stays.
        read: Instant,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        base::parse_iso_date(text).unwrap()
    }

    #[test]
    fn each_flaw_is_named() {
        let (begun, today) = (day("2024-10-10"), day("2024-10-14"));
        let command = |held: &str, place: &str, reader: &str| ReadingCommand {
            drive: DriveId::draw(),
            unit: UnitId::draw(),
            held: day(held),
            place: place.to_owned(),
            reader: reader.to_owned(),
        };
        assert_eq!(command("2024-10-10", "Aula", "Kepala").flaws(begun, today), []);
        assert_eq!(command("2024-10-14", "Aula", "Kepala").flaws(begun, today), []);
        assert_eq!(command("2024-10-15", "Aula", "Kepala").flaws(begun, today), [ReadingFlaw::Day]);
        assert_eq!(command("2024-10-09", "Aula", "Kepala").flaws(begun, today), [ReadingFlaw::Day]);
        let empty = command("2024-10-14", " ", &"x".repeat(TEXT_MAX + 1));
        assert_eq!(empty.flaws(begun, today), [ReadingFlaw::Place, ReadingFlaw::Reader]);
        let tidy = command("2024-10-14", "  Aula \n desa ", " Ibu  Sri ").tidy();
        assert_eq!((tidy.place.as_str(), tidy.reader.as_str()), ("Aula desa", "Ibu Sri"));
    }
}
