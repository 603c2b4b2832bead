//! Readings that an institution adopts: where the law is disputed, somebody with an office decides how it is read here, with a
//! reason. Two people enter it, since every case that is assessed is read by it. The engine's result does not change.

pub use crate::handover::Decided;
use crate::ids::{AdoptionId, PersonId};
use base::{Date, Instant};

/// Longest reason, in characters.
pub const REASON_MAX: usize = 2_000;
/// Longest name or office of who decided, in characters.
pub const NAME_MAX: usize = 200;
/// No decision on file is older than the law of elections that is on file.
const YEAR_MIN: i32 = 2004;

/// A disputed point of an instrument, by the ids of the law files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DisputedPoint {
    /// The instrument.
    pub instrument: String,
    /// The dispute within it.
    pub dispute: String,
}

/// What was decided about a disputed point, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptionCommand {
    /// Which point.
    pub point: DisputedPoint,
    /// The reading, `a` for the first one; none where it was decided to choose none, or not any longer.
    pub reading: Option<String>,
    /// Why.
    pub reason: String,
    /// The office of who decided.
    pub office: String,
    /// The name of who decided.
    pub signatory: String,
    /// The day of the decision.
    pub decided_on: Date,
}

impl AdoptionCommand {
    /// Without blanks around what was typed.
    #[must_use]
    pub fn tidy(self) -> Self {
        let trim = |text: String| text.trim().to_owned();
        Self { reason: trim(self.reason), office: trim(self.office), signatory: trim(self.signatory), ..self }
    }

    /// Everything that is wrong with it on the day `today`, where the point has `readings` readings.
    #[must_use]
    pub fn flaws(&self, readings: usize, today: Date) -> Vec<AdoptionFlaw> {
        let unfit = |text: &str, max: usize| text.is_empty() || text.chars().count() > max;
        let known = |letter: &String| reading_place(letter).is_some_and(|place| place < readings);
        let wrong = [
            (self.reading.as_ref().is_some_and(|it| !known(it)), AdoptionFlaw::Reading),
            (unfit(&self.reason, REASON_MAX), AdoptionFlaw::Reason),
            (unfit(&self.signatory, NAME_MAX), AdoptionFlaw::Signatory),
            (unfit(&self.office, NAME_MAX), AdoptionFlaw::Office),
            (self.decided_on > today || self.decided_on.year() < YEAR_MIN, AdoptionFlaw::Day),
        ];
        wrong.into_iter().filter_map(|(is_wrong, flaw)| is_wrong.then_some(flaw)).collect()
    }
}

/// Which reading a letter means: `a` the first one.
#[must_use]
pub fn reading_place(letter: &str) -> Option<usize> {
    let &[one @ b'a'..=b'z'] = letter.as_bytes() else { return None };
    Some(usize::from(one - b'a'))
}

/// What is wrong with an adoption.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdoptionFlaw {
    /// The point has no such reading.
    Reading,
    /// A reason is needed, of at most [`REASON_MAX`] characters.
    Reason,
    /// A name is needed, of at most [`NAME_MAX`] characters.
    Signatory,
    /// An office is needed, of at most [`NAME_MAX`] characters.
    Office,
    /// The decision lies ahead, or longer back than any law on file.
    Day,
    /// Something about this point waits already.
    Waits,
    /// Whoever entered it, or acts for them, does not confirm it.
    SecondPerson,
    /// It has been decided about meanwhile.
    Decided,
}

/// Where what was entered stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AdoptionState {
    /// It waits for a second person; nothing follows from it.
    Waiting,
    /// It was confirmed.
    Done,
    /// The second person refused it, or whoever entered it took it back.
    Refused,
}

impl AdoptionState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Done, Self::Refused];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }

    /// Reads [`AdoptionState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A decision about a disputed point as it was entered. It is never changed but to be confirmed or refused; a later one takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adoption {
    /// Its id.
    pub id: AdoptionId,
    /// One more with every change.
    pub version: i64,
    /// What was decided.
    pub said: AdoptionCommand,
    /// Where it stands.
    pub state: AdoptionState,
    /// Who entered it.
    pub entered_by: PersonId,
    /// When.
    pub entered: Instant,
    /// Who confirmed or refused it, and when.
    pub settled: Option<Decided>,
}

impl Adoption {
    /// What somebody enters; it waits.
    #[must_use]
    pub const fn enter(id: AdoptionId, said: AdoptionCommand, by: PersonId, at: Instant) -> Self {
        Self { id, version: 1, said, state: AdoptionState::Waiting, entered_by: by, entered: at, settled: None }
    }

    /// The same, confirmed by a second person.
    ///
    /// # Errors
    /// [`AdoptionFlaw::Decided`] when it does not wait any more, [`AdoptionFlaw::SecondPerson`] for who entered it.
    pub fn confirm(&self, by: PersonId, at: Instant) -> Result<Self, AdoptionFlaw> {
        if by == self.entered_by {
            return Err(AdoptionFlaw::SecondPerson);
        }
        self.settle(AdoptionState::Done, by, at)
    }

    /// The same, refused or taken back.
    ///
    /// # Errors
    /// [`AdoptionFlaw::Decided`] when it does not wait any more.
    pub fn refuse(&self, by: PersonId, at: Instant) -> Result<Self, AdoptionFlaw> {
        self.settle(AdoptionState::Refused, by, at)
    }

    fn settle(&self, state: AdoptionState, by: PersonId, at: Instant) -> Result<Self, AdoptionFlaw> {
        if self.state != AdoptionState::Waiting {
            return Err(AdoptionFlaw::Decided);
        }
        Ok(Self { version: self.version + 1, state, settled: Some(Decided { by, at }), ..self.clone() })
    }
}

/// What stands about a point: the one that was confirmed last.
#[must_use]
pub fn standing<'a>(all: &'a [Adoption], point: &DisputedPoint) -> Option<&'a Adoption> {
    let done = all.iter().filter(|it| it.said.point == *point && it.state == AdoptionState::Done);
    done.max_by_key(|it| it.settled.map(|settled| settled.at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Id, parse_iso_date};

    fn day(text: &str) -> Date {
        parse_iso_date(text).unwrap()
    }

    fn said(reading: Option<&str>) -> AdoptionCommand {
        AdoptionCommand {
            point: DisputedPoint { instrument: "skb-2022".to_owned(), dispute: "d-03-level".to_owned() },
            reading: reading.map(str::to_owned),
            reason: "Sejalan dengan PP 94/2021.".to_owned(),
            office: "Sekretaris Daerah".to_owned(),
            signatory: "Bagus Wiratama".to_owned(),
            decided_on: day("2024-10-01"),
        }
    }

    #[test]
    fn a_decision_names_a_reading_that_there_is_a_reason_and_who_decided() {
        let today = day("2024-10-14");
        assert_eq!(said(Some("b")).flaws(2, today), []);
        assert_eq!(said(None).flaws(2, today), [], "to choose none is a decision, too");
        for letter in ["c", "", "aa", "B", "1"] {
            assert_eq!(said(Some(letter)).flaws(2, today), [AdoptionFlaw::Reading], "{letter}");
        }
        let empty = AdoptionCommand {
            reason: "  ".to_owned(),
            office: String::new(),
            signatory: "x".repeat(NAME_MAX + 1),
            decided_on: day("2024-10-15"),
            ..said(None)
        };
        let all = [AdoptionFlaw::Reason, AdoptionFlaw::Signatory, AdoptionFlaw::Office, AdoptionFlaw::Day];
        assert_eq!(empty.tidy().flaws(2, today), all);
        assert_eq!(
            AdoptionCommand { decided_on: day("2003-12-31"), ..said(None) }.flaws(2, today),
            [AdoptionFlaw::Day]
        );
    }

    #[test]
    fn who_entered_it_does_not_confirm_it_and_nobody_settles_it_twice() {
        let (one, other, at) = (Id::draw(), Id::draw(), Instant::from_micros(7));
        let entered = Adoption::enter(Id::draw(), said(Some("a")), one, Instant::from_micros(1));
        assert_eq!(entered.confirm(one, at), Err(AdoptionFlaw::SecondPerson));
        let done = entered.confirm(other, at).unwrap();
        assert_eq!((done.state, done.version), (AdoptionState::Done, 2));
        assert_eq!(done.confirm(other, at), Err(AdoptionFlaw::Decided));
        assert_eq!(done.refuse(one, at), Err(AdoptionFlaw::Decided));
        assert_eq!(entered.refuse(one, at).unwrap().state, AdoptionState::Refused, "one takes back one's own");
    }

    #[test]
    fn the_last_confirmed_one_stands_and_what_waits_does_not() {
        let (by, second) = (Id::draw(), Id::draw());
        let at = Instant::from_micros;
        let enter = |reading, when| Adoption::enter(Id::draw(), said(reading), by, at(when));
        let first = enter(Some("a"), 1).confirm(second, at(10)).unwrap();
        let later = enter(Some("b"), 2).confirm(second, at(20)).unwrap();
        let refused = enter(Some("a"), 3).refuse(second, at(30)).unwrap();
        let all = [later.clone(), first.clone(), refused, enter(None, 4)];
        assert_eq!(standing(&all, &first.said.point), Some(&later));
        let other = DisputedPoint { dispute: "d-08-level".to_owned(), ..first.said.point.clone() };
        assert_eq!(standing(&all, &other), None);
    }
}
