//! Who is counted where, on any day: the truth behind every figure and every list of who has not signed.
//!
//! Somebody is counted in a drive on a day when the task lay before them by the end of that day and they are in the
//! institution's service on it. They are counted in the unit and as the category of the engagement that holds on that
//! day, so whoever moves appears in the new unit and whoever leaves is gone. What they had done by the end of the day is
//! what they have done; what happens later does not change what a past day shows. Four things say that it was otherwise all
//! along and reach back: a correction of the register, an exemption that is taken back, a step that is found never to have
//! been taken, and the withdrawal of a revision for whose sake a task had been laid aside. A task that ended undone, because
//! its person was asked anew for a revision that holds, counts until the day before.

use crate::category::Category;
use crate::drive::Drive;
use crate::ids::UnitId;
use crate::knowledge::{Step, Task};
use crate::people::Engagement;
use base::{Date, Instant, Zone};
use std::collections::{BTreeMap, BTreeSet};

/// The end of a day, as of which it is asked how far everybody was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AsOf {
    /// The day, in the institution's zone.
    pub day: Date,
    /// The first moment after it.
    pub end: Instant,
}

impl AsOf {
    /// The end of `day` in `zone`.
    #[must_use]
    pub fn end_of(day: Date, zone: Zone) -> Self {
        let next = day.next_day().unwrap_or(day);
        Self { day, end: Instant::from_local(next, base::MIDNIGHT, zone) }
    }
}

/// Where somebody is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The unit.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
}

/// How many people have taken each step, in the order of [`Step::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken(pub [i64; 6]);

impl Taken {
    /// How many have taken `step`.
    #[must_use]
    pub fn of(&self, step: Step) -> i64 {
        Step::ALL.iter().position(|s| *s == step).and_then(|n| self.0.get(n)).copied().unwrap_or_default()
    }

    /// How many are asked.
    #[must_use]
    pub fn owing(&self) -> i64 {
        self.of(Step::Delivered)
    }

    /// Adds `other`, step by step.
    pub fn add(&mut self, other: &Self) {
        for (sum, more) in self.0.iter_mut().zip(other.0) {
            *sum += more;
        }
    }

    /// What must be added to `earlier` to get these counts.
    #[must_use]
    pub fn minus(&self, earlier: &Self) -> Self {
        let mut out = *self;
        for (left, taken) in out.0.iter_mut().zip(earlier.0) {
            *left -= taken;
        }
        out
    }

    /// Whether nothing is counted.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.iter().all(|count| *count == 0)
    }
}

/// From a day on, so many more or fewer people are counted in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// The first day on which it holds, in the institution's zone.
    pub day: Date,
    /// Where.
    pub cell: Cell,
    /// How many more, or fewer where negative.
    pub counts: Taken,
}

/// Everything that decides where one person is counted in one drive. What else comes to decide it is told
/// here, and in the files of `sql/shared/`, which say the same of many people at once.
#[derive(Debug, Clone, Copy)]
pub struct History<'a> {
    /// What the person owes, and when each step was taken.
    pub task: &'a Task,
    /// Every engagement of the person, past ones too.
    pub engagements: &'a [Engagement],
}

impl<'a> History<'a> {
    /// The engagement as which the person is counted on `day` as far as their service goes; nothing when they are in none.
    /// Of several the one counts in whose category the person was addressed, then that in the unit where they were, then
    /// the youngest.
    #[must_use]
    pub fn engagement(&self, day: Date) -> Option<&'a Engagement> {
        let order = |e: &&Engagement| {
            (e.category != self.task.category, e.unit != self.task.unit, std::cmp::Reverse(e.since), e.id)
        };
        self.engagements.iter().filter(|engagement| engagement.holds_on(day)).min_by_key(order)
    }

    /// Where the person is counted on `day` as far as their service goes: the unit and category of the
    /// [`History::engagement`] that holds on it.
    #[must_use]
    pub fn place(&self, day: Date) -> Option<Cell> {
        self.engagement(day).map(|held| Cell { unit: held.unit, category: held.category })
    }

    /// The unit whose head speaks for the person on `day`: where they are; of whoever is in no service any more, where they
    /// were last, and of whoever never was in any, where they were addressed.
    #[must_use]
    pub fn unit_on(&self, day: Date) -> UnitId {
        let ended = |e: &&Engagement| e.until.is_some_and(|until| e.since <= until && until < day);
        let last = || {
            let order = |e: &&Engagement| (e.until, e.since, std::cmp::Reverse(e.id));
            self.engagements.iter().filter(ended).max_by_key(order)
        };
        self.engagement(day).or_else(last).map_or(self.task.unit, |held| held.unit)
    }

    /// Where the person is counted on `day`, and with which steps taken by its end; nothing when they are not counted.
    #[must_use]
    pub fn standing(&self, day: Date, zone: Zone) -> Option<(Cell, Taken)> {
        let taken = |step: Step| i64::from(self.task.at(step).is_some_and(|at| at.date(zone) <= day));
        let counts = Taken(Step::ALL.map(taken));
        let is_gone = |at: Option<Instant>| at.is_some_and(|at| at.date(zone) <= day);
        if counts.owing() == 0 || is_gone(self.task.ended) || is_gone(self.task.exempt) {
            return None;
        }
        Some((self.place(day)?, counts))
    }

    /// Where somebody who still owed something at the end of `day` is counted: the last step that their drive asks for
    /// was not taken by then, nor had the drive ended.
    #[must_use]
    pub fn owes(&self, drive: &Drive, day: Date, zone: Zone) -> Option<Cell> {
        let (cell, taken) = self.standing(day, zone)?;
        let is_over = drive.ended.is_some_and(|at| at.date(zone) <= day);
        (!is_over && taken.of(drive.asks.last()) == 0).then_some(cell)
    }

    /// Every change of where and how the person is counted, by day. The sum of all turns up to a day is the
    /// [`History::standing`] of that day.
    #[must_use]
    pub fn turns(&self, zone: Zone) -> Vec<Turn> {
        let ended = self.task.ended.into_iter().chain(self.task.exempt);
        let steps = Step::ALL.into_iter().filter_map(|step| self.task.at(step)).chain(ended).map(|at| at.date(zone));
        let moves = self.engagements.iter().flat_map(|e| [Some(e.since), e.until.and_then(Date::next_day)]).flatten();
        let days: BTreeSet<Date> = steps.chain(moves).collect();
        let mut turns = Vec::new();
        let mut before: Option<(Cell, Taken)> = None;
        for day in days {
            let now = self.standing(day, zone);
            if now == before {
                continue;
            }
            let mut change: BTreeMap<Cell, Taken> = BTreeMap::new();
            if let Some((cell, counts)) = before {
                change.insert(cell, Taken::default().minus(&counts));
            }
            if let Some((cell, counts)) = now {
                change.entry(cell).or_default().add(&counts);
            }
            turns.extend(change.into_iter().map(|(cell, counts)| Turn { day, cell, counts }));
            before = now;
        }
        turns
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{DriveId, EngagementId, PersonId, TaskId};
    use proptest::prelude::*;
    use std::time::Duration;

    const ZONE: Zone = Zone::Wita;

    fn day(n: u32) -> Date {
        base::parse_iso_date("2024-10-01").unwrap() + time_days(n)
    }

    fn time_days(n: u32) -> Duration {
        Duration::from_secs(u64::from(n) * 86_400)
    }

    fn moment(n: u32) -> Instant {
        // Half past midnight in the zone is still the day before in UTC.
        Instant::from_micros(1_727_713_800_000_000).plus(time_days(n))
    }

    fn unit(n: u8) -> UnitId {
        UnitId::from_bytes(&[n; 16]).unwrap()
    }

    fn task(delivered: u32, steps: [Option<u32>; 5]) -> Task {
        let [opened, read, passed, pledged, signed] = steps.map(|step| step.map(moment));
        Task {
            id: TaskId::draw(),
            drive: DriveId::draw(),
            person: PersonId::draw(),
            unit: unit(1),
            category: Category::Pns,
            delivered: moment(delivered),
            opened,
            read,
            passed,
            pledged,
            signed,
            ended: None,
            exempt: None,
            refused: None,
            due: None,
            know: None,
        }
    }

    fn engaged(at: u8, category: Category, since: u32, until: Option<u32>) -> Engagement {
        Engagement {
            id: EngagementId::draw(),
            person: PersonId::draw(),
            unit: unit(at),
            category,
            position: String::new(),
            since: day(since),
            until: until.map(day),
        }
    }

    #[test]
    fn whoever_moves_is_counted_where_they_are_and_whoever_left_is_gone() {
        let engagements = [engaged(1, Category::Pns, 0, Some(9)), engaged(2, Category::Pns, 10, Some(19))];
        let task = task(5, [Some(6), Some(6), None, None, None]);
        let history = History { task: &task, engagements: &engagements };
        let at = |n: u32| history.standing(day(n), ZONE).map(|(cell, counts)| (cell.unit, counts.0));
        assert_eq!(at(4), None, "nothing lay before them");
        assert_eq!(at(5), Some((unit(1), [1, 0, 0, 0, 0, 0])));
        assert_eq!(at(9), Some((unit(1), [1, 1, 1, 0, 0, 0])));
        assert_eq!(at(10), Some((unit(2), [1, 1, 1, 0, 0, 0])));
        assert_eq!(at(20), None, "they left");
        let speaks = [0, 9, 10, 20, 60].map(|n| history.unit_on(day(n)));
        assert_eq!(speaks, [unit(1), unit(1), unit(2), unit(2), unit(2)], "the last head speaks for whoever left");
        assert_eq!(History { task: &task, engagements: &[] }.unit_on(day(5)), task.unit);
    }

    #[test]
    fn of_two_engagements_the_one_addressed_counts() {
        let both = [engaged(2, Category::VillageCouncilMember, 3, None), engaged(1, Category::Pns, 0, None)];
        let task = task(1, [None; 5]);
        let placed = |engagements: &[Engagement]| History { task: &task, engagements }.place(day(5));
        assert_eq!(placed(&both), Some(Cell { unit: unit(1), category: Category::Pns }));
        assert_eq!(placed(&both[..1]), Some(Cell { unit: unit(2), category: Category::VillageCouncilMember }));
    }

    fn engagements() -> impl Strategy<Value = Vec<Engagement>> {
        let one = (1u8..4, 0usize..3, 0u32..30, prop::option::of(0u32..15));
        prop::collection::vec(one, 0..5).prop_map(|all| {
            let made = |(at, as_what, since, lasts): (u8, usize, u32, Option<u32>)| {
                engaged(at, Category::ALL[as_what], since, lasts.map(|days| since + days))
            };
            all.into_iter().map(made).collect()
        })
    }

    proptest! {
        /// On every day the turns so far add up to where and how the person is counted.
        #[test]
        fn turns_add_up_to_every_day(
            engagements in engagements(),
            delivered in 0u32..20,
            gaps in prop::array::uniform5(prop::option::of(0u32..6)),
            ended in prop::option::of(0u32..30),
            exempt in prop::option::of(0u32..30),
        ) {
            let mut last = delivered;
            let steps = gaps.map(|gap| gap.map(|gap| { last += gap; last }));
            let after = |days: Option<u32>| days.map(|days| moment(delivered + days));
            let task = Task { ended: after(ended), exempt: after(exempt), ..task(delivered, steps) };
            let history = History { task: &task, engagements: &engagements };
            let turns = history.turns(ZONE);
            for n in 0..60 {
                let mut sum: BTreeMap<Cell, Taken> = BTreeMap::new();
                for turn in turns.iter().filter(|turn| turn.day <= day(n)) {
                    sum.entry(turn.cell).or_default().add(&turn.counts);
                }
                sum.retain(|_, counts| !counts.is_zero());
                let expected: BTreeMap<Cell, Taken> = history.standing(day(n), ZONE).into_iter().collect();
                prop_assert_eq!(sum, expected);
            }
        }
    }
}
