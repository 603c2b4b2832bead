//! Activation slips for many people at once. Whoever holds a slip acts as its owner, so nobody makes many of them alone:
//! one person orders them, another releases and prints them.

use crate::ids::{PersonId, SlipBatchId, UnitId};
use base::Instant;
use std::time::Duration;

/// How long an order waits to be released: fourteen calendar days.
pub const WAITS: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// How long after the release the slips can be printed, and printed again when the printer jams: one calendar day.
pub const PRINTS: Duration = Duration::from_secs(24 * 60 * 60);

/// What was decided about an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchState {
    /// It waits for a second person.
    Ordered,
    /// A second person has released it.
    Released,
    /// It was called off.
    CalledOff,
}

impl BatchState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Ordered, Self::Released, Self::CalledOff];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ordered => "ordered",
            Self::Released => "released",
            Self::CalledOff => "called_off",
        }
    }

    /// Reads [`BatchState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// Who decided about an order, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// Slips that somebody ordered for people of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipBatch {
    /// Its id.
    pub id: SlipBatchId,
    /// One more with every change.
    pub version: i64,
    /// In this unit, or in one below it, all of them work.
    pub unit: UnitId,
    /// For whom; set when it is ordered and never changed. Empty where only the rest was read.
    pub people: Vec<PersonId>,
    /// Who ordered it.
    pub ordered_by: PersonId,
    /// When.
    pub ordered: Instant,
    /// What was decided.
    pub state: BatchState,
    /// By whom, once it was.
    pub decided: Option<Decided>,
    /// How many slips the last printing had.
    pub printed: u32,
}

/// How an order stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It waits for a second person.
    Waiting,
    /// It was released, and slips can be printed.
    Printing,
    /// It was released, and the time for printing is over.
    Done,
    /// It was called off.
    CalledOff,
    /// Nobody released it in time.
    Lapsed,
}

/// Why something cannot be done with an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchRefusal {
    /// Whoever ordered it does not release it.
    Oneself,
    /// It waits no more.
    NotWaiting,
    /// Only whoever released it prints it.
    NotPrinter,
    /// It cannot be printed, or not any more.
    NotPrinting,
}

impl SlipBatch {
    /// An order.
    #[must_use]
    pub const fn order(
        id: SlipBatchId,
        unit: UnitId,
        people: Vec<PersonId>,
        ordered_by: PersonId,
        ordered: Instant,
    ) -> Self {
        let state = BatchState::Ordered;
        Self { id, version: 1, unit, people, ordered_by, ordered, state, decided: None, printed: 0 }
    }

    /// How it stands at `now`.
    #[must_use]
    pub fn stands(&self, now: Instant) -> Standing {
        match (self.state, self.decided) {
            (BatchState::CalledOff, _) => Standing::CalledOff,
            (BatchState::Ordered, _) if now.since(self.ordered) < WAITS => Standing::Waiting,
            (BatchState::Ordered, _) => Standing::Lapsed,
            (BatchState::Released, Some(decided)) if now.since(decided.at) < PRINTS => Standing::Printing,
            (BatchState::Released, _) => Standing::Done,
        }
    }

    fn decide(&self, state: BatchState, by: PersonId, at: Instant) -> Result<Self, BatchRefusal> {
        if self.stands(at) != Standing::Waiting {
            return Err(BatchRefusal::NotWaiting);
        }
        Ok(Self { version: self.version + 1, state, decided: Some(Decided { by, at }), ..self.clone() })
    }

    /// Releases it.
    ///
    /// # Errors
    /// [`BatchRefusal::Oneself`] and [`BatchRefusal::NotWaiting`].
    pub fn release(&self, by: PersonId, at: Instant) -> Result<Self, BatchRefusal> {
        if by == self.ordered_by {
            return Err(BatchRefusal::Oneself);
        }
        self.decide(BatchState::Released, by, at)
    }

    /// Calls it off: whoever ordered it takes it back, or a second person refuses it.
    ///
    /// # Errors
    /// [`BatchRefusal::NotWaiting`].
    pub fn call_off(&self, by: PersonId, at: Instant) -> Result<Self, BatchRefusal> {
        self.decide(BatchState::CalledOff, by, at)
    }

    /// Notes that `count` slips were printed.
    ///
    /// # Errors
    /// [`BatchRefusal::NotPrinting`] and [`BatchRefusal::NotPrinter`].
    pub fn print(&self, by: PersonId, at: Instant, count: u32) -> Result<Self, BatchRefusal> {
        if self.stands(at) != Standing::Printing {
            return Err(BatchRefusal::NotPrinting);
        }
        if self.decided.is_none_or(|decided| decided.by != by) {
            return Err(BatchRefusal::NotPrinter);
        }
        Ok(Self { version: self.version + 1, printed: count, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const START: Instant = Instant::from_micros(1_728_865_800_000_000);

    #[derive(Debug, Clone, Copy)]
    enum Act {
        Release,
        CallOff,
        Print,
    }

    proptest! {
        /// Whatever is tried by whom and when: slips are printed only after two different people have agreed, by the
        /// second of them, within a day; and an order is decided once.
        #[test]
        fn nobody_prints_alone(acts in prop::collection::vec(
            (prop::sample::select(vec![Act::Release, Act::CallOff, Act::Print]), 0usize..3, 0u64..200), 1..12,
        )) {
            let people = [PersonId::draw(), PersonId::draw(), PersonId::draw()];
            let mut batch = SlipBatch::order(SlipBatchId::draw(), UnitId::draw(), vec![people[2]], people[0], START);
            let (mut now, mut decisions) = (START, 0);
            for (act, who, hours) in acts {
                now = now.plus(Duration::from_secs(hours * 3_600));
                let by = people[who];
                let next = match act {
                    Act::Release => batch.release(by, now),
                    Act::CallOff => batch.call_off(by, now),
                    Act::Print => batch.print(by, now, 1),
                };
                let Ok(next) = next else { continue };
                prop_assert_eq!(next.version, batch.version + 1);
                decisions += usize::from(next.decided != batch.decided);
                if let Act::Print = act {
                    let decided = next.decided.unwrap();
                    prop_assert!(decided.by == by && decided.by != next.ordered_by);
                    prop_assert!(now.since(decided.at) < PRINTS && decided.at.since(START) < WAITS);
                    prop_assert_eq!(next.state, BatchState::Released);
                }
                batch = next;
            }
            prop_assert!(decisions <= 1);
        }
    }

    #[test]
    fn an_order_lapses_and_a_release_ends_with_the_day() {
        let (orders, releases) = (PersonId::draw(), PersonId::draw());
        let batch = SlipBatch::order(SlipBatchId::draw(), UnitId::draw(), vec![], orders, START);
        let last = Instant::from_micros(START.plus(WAITS).micros() - 1);
        assert_eq!((batch.stands(last), batch.stands(START.plus(WAITS))), (Standing::Waiting, Standing::Lapsed));
        assert_eq!(batch.release(releases, START.plus(WAITS)), Err(BatchRefusal::NotWaiting));
        assert_eq!(batch.release(orders, START), Err(BatchRefusal::Oneself));
        let released = batch.release(releases, last).unwrap();
        assert_eq!(released.print(orders, last, 3), Err(BatchRefusal::NotPrinter));
        assert_eq!(released.stands(last.plus(PRINTS)), Standing::Done);
        assert_eq!(released.print(releases, last.plus(PRINTS), 3), Err(BatchRefusal::NotPrinting));
        assert_eq!(batch.call_off(orders, START).unwrap().stands(START), Standing::CalledOff);
    }
}
