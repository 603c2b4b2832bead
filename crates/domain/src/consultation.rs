//! Questions to the adviser of the personnel agency, and what is answered. A question is for the adviser alone: outside the
//! desk there are the day on which it was asked and what was answered, and neither says who asked.

mod published;

pub use published::{PublishedAnswer, PublishedWords, PublishingState};

use crate::ids::{ConsultationId, PersonId, PublishedAnswerId};
use base::Date;
use serde::{Deserialize, Serialize};

/// Shortest question, in characters: less tells no case.
pub const QUESTION_MIN: usize = 20;

/// Longest question, in characters.
pub const QUESTION_MAX: usize = 3000;

/// Longest answer, in characters.
pub const ANSWER_MAX: usize = 3000;

/// Most facts that are carried over from the self-check.
pub const FACTS_MAX: usize = 40;

/// Most provisions and norms that an answer names.
pub const BASES_MAX: usize = 3;

/// Within how many working days a question is answered.
pub const WORKING_DAYS: u32 = 3;

/// The same in calendar days, where the holidays are not known: in them lie as many days of a working week of five days.
pub const CALENDAR_DAYS: i64 = 5;

/// What an answer begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ruling {
    /// It is allowed.
    May,
    /// It is allowed as long as what the answer says is kept.
    WithConditions,
    /// The law is read in different ways, or does not say.
    Unsettled,
    /// It is not allowed.
    MayNot,
}

impl Ruling {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::May, Self::WithConditions, Self::Unsettled, Self::MayNot];

    /// The name under which it is stored. The self-check calls its verdicts the same.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::May => "allowed",
            Self::WithConditions => "with_care",
            Self::Unsettled => "unsettled",
            Self::MayNot => "not_allowed",
        }
    }

    /// Reads [`Ruling::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ruling| ruling.code() == code)
    }
}

impl Serialize for Ruling {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Ruling {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::from_code(&code).ok_or_else(|| serde::de::Error::custom("not a ruling"))
    }
}

/// What an answer rests on, by its ids in the law files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AnswerBasis {
    /// A norm.
    Norm {
        /// Its id.
        norm: String,
    },
    /// A provision of an instrument.
    Provision {
        /// The id of the instrument.
        instrument: String,
        /// The id of the provision.
        provision: String,
    },
}

impl AnswerBasis {
    /// As forms name it: `norm:ID`, or `INSTRUMENT/PROVISION`.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::Norm { norm } => format!("norm:{norm}"),
            Self::Provision { instrument, provision } => format!("{instrument}/{provision}"),
        }
    }

    /// Reads [`AnswerBasis::code`]; whether there is such a provision is for the law files to say.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        if let Some(norm) = code.strip_prefix("norm:") {
            return Some(Self::Norm { norm: norm.to_owned() });
        }
        let (instrument, provision) = code.split_once('/')?;
        Some(Self::Provision { instrument: instrument.to_owned(), provision: provision.to_owned() })
    }
}

/// How the days until the answer were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counted {
    /// In working days.
    Working,
    /// In calendar days: the holidays of one of them are not known.
    Calendar,
}

impl Counted {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Working, Self::Calendar];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Calendar => "calendar",
        }
    }

    /// Reads [`Counted::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|counted| counted.code() == code)
    }
}

/// By when what is asked on `today` is answered; `works` says of a day whether the agency works on it, and nothing where the
/// holidays of its year are not known.
#[must_use]
pub fn due(today: Date, works: impl Fn(Date) -> Option<bool>) -> (Date, Counted) {
    let plain = today.checked_add(time::Duration::days(CALENDAR_DAYS)).unwrap_or(today);
    let (mut day, mut left) = (today, WORKING_DAYS);
    while left > 0 {
        let Some(next) = day.next_day() else { return (plain, Counted::Calendar) };
        match works(next) {
            None => return (plain, Counted::Calendar),
            Some(true) => left -= 1,
            Some(false) => {}
        }
        day = next;
    }
    (day, Counted::Working)
}

/// What was asked. It lies sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The question, in the asker's words.
    pub text: String,
    /// Facts from the self-check: the id of an element and that of its answer.
    #[serde(default)]
    pub facts: Vec<(String, String)>,
    /// Who asks; nobody who asks without a name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asker: Option<PersonId>,
}

/// What was answered. It lies sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What it begins with.
    pub ruling: Ruling,
    /// What it rests on.
    pub basis: Vec<AnswerBasis>,
    /// The adviser's words.
    pub text: String,
    /// In which office the adviser answered.
    pub office: String,
    /// Who answered; shown at the desk alone.
    pub by: PersonId,
}

/// What keeps a question or an answer from being taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConsultationFlaw {
    /// The question is too short to tell a case.
    QuestionShort,
    /// The question is too long.
    QuestionLong,
    /// The answer says nothing, or too much.
    Answer,
    /// The answer rests on nothing, although it says that the law is clear; or on what the law files do not have.
    Basis,
    /// The anonymised question says nothing, or too much.
    PublishedQuestion,
    /// The anonymised answer says nothing, or too much.
    PublishedAnswer,
    /// One of the two texts is there in English, and the other is not; or it is too long.
    PublishedEnglish,
}

/// What is wrong with the text of a question, without blanks around it.
#[must_use]
pub fn question_flaw(text: &str) -> Option<ConsultationFlaw> {
    match text.chars().count() {
        ..QUESTION_MIN => Some(ConsultationFlaw::QuestionShort),
        QUESTION_MIN..=QUESTION_MAX => None,
        _ => Some(ConsultationFlaw::QuestionLong),
    }
}

fn is_said(text: &str, most: usize) -> bool {
    !text.trim().is_empty() && text.chars().count() <= most
}

/// What is wrong with an answer. Only where the law is not settled it may rest on nothing.
#[must_use]
pub fn answer_flaws(ruling: Ruling, basis: &[AnswerBasis], text: &str) -> Vec<ConsultationFlaw> {
    let rests = !basis.is_empty() || ruling == Ruling::Unsettled;
    let all = [
        (!is_said(text, ANSWER_MAX), ConsultationFlaw::Answer),
        (!rests || basis.len() > BASES_MAX, ConsultationFlaw::Basis),
    ];
    all.into_iter().filter_map(|(wrong, flaw)| wrong.then_some(flaw)).collect()
}

/// A question, as it lies in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// Its id; it tells the day and not the hour.
    pub id: ConsultationId,
    /// The day on which it was asked, in the institution's zone.
    pub asked: Date,
    /// By when it is answered.
    pub due: Date,
    /// How that was counted.
    pub counted: Counted,
    /// The mark by which its asker finds it: keyed, so that the store alone does not say who that is. One of this and
    /// `code` is there until it is withdrawn.
    pub asker: Option<[u8; 32]>,
    /// The hash of the code by which somebody without a name finds it.
    pub code: Option<[u8; 32]>,
    /// What was asked, sealed; nothing once its asker has erased it.
    pub question: Option<Vec<u8>>,
    /// What was answered, sealed, and on which day.
    pub answer: Option<(Vec<u8>, Date)>,
    /// The day on which its asker withdrew it unanswered.
    pub withdrawn: Option<Date>,
}

impl Consultation {
    /// Whether it waits for its answer.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.answer.is_none() && self.withdrawn.is_none()
    }
}

/// One write about questions. The store knows one statement for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConsultationEffect {
    /// Somebody asked.
    Asked(Box<Consultation>),
    /// The adviser answered; it must have been open.
    Answered {
        /// Which.
        id: ConsultationId,
        /// What, sealed.
        answer: Vec<u8>,
        /// On which day.
        on: Date,
    },
    /// Its asker took it back; it must have been open. What was asked and who asked is erased.
    Withdrawn {
        /// Which.
        id: ConsultationId,
        /// On which day.
        on: Date,
    },
    /// Its asker erased what was asked; it must have been answered. Day and answer stay, for the asker's proof.
    Erased {
        /// Which.
        id: ConsultationId,
    },
    /// An anonymised answer was proposed; no other one of the same question may be on its way.
    Proposed(Box<PublishedAnswer>),
    /// Somebody looked at it; it must still stand where it stood.
    Decided {
        /// Which.
        id: PublishedAnswerId,
        /// Where from.
        from: PublishingState,
        /// Where to.
        to: PublishingState,
        /// Who, and on which day.
        decided: (PersonId, Date),
    },
}

/// How many questions were asked on one day and answered on one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerTime {
    /// The day of asking.
    pub asked: Date,
    /// The day of the answer; none for those that wait.
    pub answered: Option<Date>,
    /// How many.
    pub count: i64,
    /// How many of them were answered in time.
    pub in_time: i64,
}

/// Questions and answers in numbers; nobody is found in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConsultationCounts {
    /// Asked and not withdrawn.
    pub asked: i64,
    /// Of them answered.
    pub answered: i64,
    /// Of these in time.
    pub in_time: i64,
    /// So many calendar days or fewer passed until half of the answers.
    pub median_days: Option<i64>,
}

impl ConsultationCounts {
    /// The numbers of these days.
    #[must_use]
    pub fn of(times: &[AnswerTime]) -> Self {
        let sum = |of: fn(&AnswerTime) -> i64| times.iter().map(of).sum::<i64>();
        let mut days: Vec<(i64, i64)> =
            times.iter().filter_map(|it| Some(((it.answered? - it.asked).whole_days(), it.count))).collect();
        days.sort_unstable();
        let answered: i64 = days.iter().map(|(_, count)| count).sum();
        let mut seen = 0;
        let median = days.iter().find(|(_, count)| {
            seen += count;
            seen * 2 >= answered
        });
        Self {
            asked: sum(|it| it.count),
            answered,
            in_time: sum(|it| it.in_time),
            median_days: median.map(|(days, _)| *days),
        }
    }
}

/// The facts of a query such as `act=like&subject=pns`, in the order given, without what is no id.
#[must_use]
pub fn facts_of(pairs: impl IntoIterator<Item = (String, String)>) -> Vec<(String, String)> {
    let is_id = |text: &str| {
        (1..=60).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-'))
    };
    pairs.into_iter().filter(|(element, answer)| is_id(element) && is_id(answer)).take(FACTS_MAX).collect()
}

#[cfg(test)]
mod tests;
