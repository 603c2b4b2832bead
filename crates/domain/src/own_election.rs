//! Elections that an institution records itself, because the law files do not have them: a vote that is repeated there, the
//! election of village heads, a calendar that no release has yet. One person enters what a letter says, a second one confirms
//! it; assessments and calendars of that institution rest on it from then on.

pub use crate::handover::Decided;
use crate::ids::{OwnElectionId, PersonId};
use base::{Date, Instant, iso_date, parse_iso_date};
use norms::{Certainty, Election, Regions, Source, Stage};
pub use norms::{ElectionKind, StageKind, Text};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::collections::BTreeMap;

/// Longest name of an election or of a stage, in characters.
pub const NAME_MAX: usize = 120;
/// Longest word about a letter: what it is, its number, where it was read.
pub const LETTER_MAX: usize = 200;
/// How many stages a calendar has at most.
pub const STAGES_MAX: usize = 24;
/// Calendars are of these years.
const YEARS: std::ops::RangeInclusive<i32> = 2004..=2100;

/// One line of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnStage {
    /// What it means for the norms.
    pub kind: StageKind,
    /// What people call it.
    pub name: Text,
    /// First day.
    #[serde(serialize_with = "say_day", deserialize_with = "read_day")]
    pub from: Date,
    /// Last day.
    #[serde(serialize_with = "say_day", deserialize_with = "read_day")]
    pub to: Date,
}

/// The letter that a calendar comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarLetter {
    /// What it is, and whose.
    pub what: String,
    /// Its number.
    pub number: String,
    /// Its date.
    #[serde(serialize_with = "say_day", deserialize_with = "read_day")]
    pub dated: Date,
    /// Where it was read, such as an address or a file.
    pub read_at: String,
}

/// What somebody enters of an election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnElectionCommand {
    /// What people call it.
    pub name: Text,
    /// What is voted on.
    pub kind: ElectionKind,
    /// The election of the law files that it repeats.
    pub of: Option<String>,
    /// Its calendar.
    pub stages: Vec<OwnStage>,
    /// Where the calendar was read.
    pub letter: CalendarLetter,
}

fn say_day<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
    iso_date(*day).serialize(to)
}

fn read_day<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    parse_iso_date(&String::deserialize(from)?).map_err(|_| D::Error::custom("no day"))
}

/// What is wrong with an election beside what the validator of the law files finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnElectionFlaw {
    /// A name is needed, of at most [`NAME_MAX`] characters.
    Name,
    /// No stage, or more than [`STAGES_MAX`].
    Stages,
    /// The stage at this place, counted from 0, has a day in no year of elections, or too long a name.
    Stage(usize),
    /// What the letter is has to be said, in at most [`LETTER_MAX`] characters.
    LetterWhat,
    /// Its number is missing, or too long.
    LetterNumber,
    /// Its date is missing, lies ahead, or longer back than any election on file.
    LetterDate,
    /// Where it was read is missing, or too long.
    LetterRead,
    /// The series that it continues has an election that waits.
    Waits,
    /// Whoever entered it, or acts for them, does not confirm it.
    SecondPerson,
    /// It has been decided about meanwhile.
    Decided,
}

impl OwnElectionCommand {
    /// Without blanks around what was typed. What has no English name is called the same.
    #[must_use]
    pub fn tidy(self) -> Self {
        let trim = |text: String| text.trim().to_owned();
        let text = |text: Text| {
            let (id, en) = (trim(text.id), trim(text.en));
            Text { en: if en.is_empty() { id.clone() } else { en }, id }
        };
        let stage = |stage: OwnStage| OwnStage { name: text(stage.name), ..stage };
        let letter = CalendarLetter {
            what: trim(self.letter.what),
            number: trim(self.letter.number),
            dated: self.letter.dated,
            read_at: trim(self.letter.read_at),
        };
        Self { name: text(self.name), stages: self.stages.into_iter().map(stage).collect(), letter, ..self }
    }

    /// Everything that is wrong with it on the day `today`; what the calendar as such lacks is the validator's to say.
    #[must_use]
    pub fn flaws(&self, today: Date) -> Vec<OwnElectionFlaw> {
        let unfit = |text: &str, max: usize| text.is_empty() || text.chars().count() > max;
        let named = |text: &Text| !unfit(&text.id, NAME_MAX) && !unfit(&text.en, NAME_MAX);
        let letter = &self.letter;
        let wrong = [
            (!named(&self.name), OwnElectionFlaw::Name),
            (self.stages.is_empty() || self.stages.len() > STAGES_MAX, OwnElectionFlaw::Stages),
            (unfit(&letter.what, LETTER_MAX), OwnElectionFlaw::LetterWhat),
            (unfit(&letter.number, LETTER_MAX), OwnElectionFlaw::LetterNumber),
            (letter.dated > today || !YEARS.contains(&letter.dated.year()), OwnElectionFlaw::LetterDate),
            (unfit(&letter.read_at, LETTER_MAX), OwnElectionFlaw::LetterRead),
        ];
        let dated = |it: &OwnStage| YEARS.contains(&it.from.year()) && YEARS.contains(&it.to.year());
        let stages = self.stages.iter().enumerate().filter(|(_, it)| !named(&it.name) || !dated(it));
        let stages = stages.map(|(place, _)| OwnElectionFlaw::Stage(place));
        wrong.into_iter().filter_map(|(is_wrong, flaw)| is_wrong.then_some(flaw)).chain(stages).collect()
    }

    /// The same as a calendar of the law files, held in `region`. The stages keep their places, so that what the validator says
    /// of one leads to the line in which it was typed.
    #[must_use]
    pub fn election(&self, id: String, region: &str) -> Election {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        let stages = self.stages.iter().map(|it| {
            let count = seen.entry(it.kind.code()).or_insert(0);
            *count += 1;
            let id = if *count == 1 { it.kind.code().to_owned() } else { format!("{}-{count}", it.kind.code()) };
            Stage {
                id,
                kind: it.kind,
                name: it.name.clone(),
                from: Some(it.from),
                or_from: None,
                to: Some(it.to),
                held: true,
                contests: Vec::new(),
                certainty: Certainty::Verified,
                note: None,
            }
        });
        let letter = format!("{} {}", self.letter.what, self.letter.number);
        let letter = Text { id: letter.clone(), en: letter };
        let is_address = self.letter.read_at.starts_with("https://");
        let read_at = |wanted: bool| (is_address == wanted).then(|| self.letter.read_at.clone());
        let source = Source {
            key: "letter".to_owned(),
            what: letter.clone(),
            url: read_at(true),
            at: read_at(false),
            certainty: Certainty::Verified,
        };
        Election {
            id,
            kind: self.kind,
            name: self.name.clone(),
            of: self.of.clone(),
            regions: Some(Regions { names: vec![region.to_owned()], complete: true }),
            instrument: None,
            letter: Some(letter),
            stages: stages.collect(),
            sources: vec![source],
            notes: Vec::new(),
        }
    }
}

/// Where an election that was entered stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnElectionState {
    /// It waits for a second person; nothing follows from it.
    Waiting,
    /// It was confirmed.
    Confirmed,
    /// The second person refused it.
    Refused,
    /// Whoever entered it took it back while it waited, or somebody took it back after it was confirmed.
    TakenBack,
}

impl OwnElectionState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Confirmed, Self::Refused, Self::TakenBack];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::TakenBack => "taken_back",
        }
    }

    /// Reads [`OwnElectionState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// An election as it was entered. It is never changed but to be decided about; a later one of the same series takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnElection {
    /// Its id.
    pub id: OwnElectionId,
    /// One more with every change.
    pub version: i64,
    /// The id of the first one that was entered about the same election.
    pub series: OwnElectionId,
    /// What was entered.
    pub said: OwnElectionCommand,
    /// Where it stands.
    pub state: OwnElectionState,
    /// Who entered it.
    pub entered_by: PersonId,
    /// When.
    pub entered: Instant,
    /// Who confirmed it, and when; it stays when it is taken back.
    pub confirmed: Option<Decided>,
    /// Who refused it or took it back, and when.
    pub ended: Option<Decided>,
}

impl OwnElection {
    /// What somebody enters; it waits. `series` is that of the one whose place it takes.
    #[must_use]
    pub fn enter(
        id: OwnElectionId,
        series: Option<OwnElectionId>,
        said: OwnElectionCommand,
        by: PersonId,
        at: Instant,
    ) -> Self {
        let (series, state) = (series.unwrap_or(id), OwnElectionState::Waiting);
        Self { id, version: 1, series, said, state, entered_by: by, entered: at, confirmed: None, ended: None }
    }

    /// By which calendars and assessments know it. It stays the same when its dates are corrected, and no law file has it.
    #[must_use]
    pub fn name(&self) -> String {
        format!("own-{}", self.series)
    }

    /// The same, confirmed by a second person.
    ///
    /// # Errors
    /// [`OwnElectionFlaw::SecondPerson`] for who entered it, [`OwnElectionFlaw::Decided`] when it does not wait any more.
    pub fn confirm(&self, by: PersonId, at: Instant) -> Result<Self, OwnElectionFlaw> {
        if by == self.entered_by {
            return Err(OwnElectionFlaw::SecondPerson);
        }
        self.decided_from(&[OwnElectionState::Waiting], OwnElectionState::Confirmed)
            .map(|it| Self { confirmed: Some(Decided { by, at }), ..it })
    }

    /// The same, refused while it waited, or taken back: by who entered it while it waited, by anybody who may once it is
    /// confirmed. What is taken back only takes away, so one person suffices.
    ///
    /// # Errors
    /// [`OwnElectionFlaw::Decided`] when it has ended.
    pub fn end(&self, by: PersonId, at: Instant) -> Result<Self, OwnElectionFlaw> {
        let waits = self.state == OwnElectionState::Waiting;
        let ended =
            if waits && by != self.entered_by { OwnElectionState::Refused } else { OwnElectionState::TakenBack };
        self.decided_from(&[OwnElectionState::Waiting, OwnElectionState::Confirmed], ended)
            .map(|it| Self { ended: Some(Decided { by, at }), ..it })
    }

    fn decided_from(&self, from: &[OwnElectionState], state: OwnElectionState) -> Result<Self, OwnElectionFlaw> {
        if !from.contains(&self.state) {
            return Err(OwnElectionFlaw::Decided);
        }
        Ok(Self { version: self.version + 1, state, ..self.clone() })
    }
}

/// What holds: of each series the one that was confirmed last, in the order of series.
#[must_use]
pub fn standing(all: &[OwnElection]) -> Vec<&OwnElection> {
    let mut last: BTreeMap<OwnElectionId, &OwnElection> = BTreeMap::new();
    let confirmed = |it: &OwnElection| it.confirmed.map(|decided| decided.at);
    for it in all.iter().filter(|it| it.state == OwnElectionState::Confirmed) {
        let known = last.entry(it.series).or_insert(it);
        if confirmed(it) > confirmed(known) {
            *known = it;
        }
    }
    last.into_values().collect()
}

#[cfg(test)]
#[path = "own_election/tests.rs"]
mod tests;
