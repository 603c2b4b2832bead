//! What becomes of units in time: named otherwise, put elsewhere, begun, ended and carried on by another one.
//!
//! A unit's row says how it is now. Each change keeps what was before it, so that the tree of any day is found by going
//! back from today.

use crate::delegation::Letter;
use crate::ids::{UnitChangeId, UnitId};
use crate::tenancy::{Unit, UnitTree};
use base::{Date, Instant};

/// Longest name of a unit, in characters.
pub const NAME_MAX: usize = 200;

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// It began, out of another one where it was split from it.
    Began {
        /// Out of which.
        out_of: Option<UnitId>,
    },
    /// It got another name.
    Renamed {
        /// The name until then.
        from: String,
    },
    /// It was put under another one.
    Moved {
        /// Under which it was until then.
        from: Option<UnitId>,
    },
    /// It ended.
    Ended {
        /// Which unit carries it on: it was merged into that one.
        into: Option<UnitId>,
    },
}

impl Turn {
    /// The name under which it is stored.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Began { .. } => "began",
            Self::Renamed { .. } => "renamed",
            Self::Moved { .. } => "moved",
            Self::Ended { .. } => "ended",
        }
    }

    /// The name until then, where there was another one.
    #[must_use]
    pub fn old_name(&self) -> Option<&str> {
        match self {
            Self::Renamed { from } => Some(from),
            Self::Began { .. } | Self::Moved { .. } | Self::Ended { .. } => None,
        }
    }

    /// The other unit that it is about.
    #[must_use]
    pub const fn other(&self) -> Option<UnitId> {
        match self {
            Self::Began { out_of: other } | Self::Moved { from: other } | Self::Ended { into: other } => *other,
            Self::Renamed { .. } => None,
        }
    }

    /// Reads what [`Turn::code`], [`Turn::old_name`] and [`Turn::other`] gave.
    #[must_use]
    pub fn read(code: &str, old_name: Option<String>, other: Option<UnitId>) -> Option<Self> {
        match code {
            "began" => Some(Self::Began { out_of: other }),
            "renamed" => Some(Self::Renamed { from: old_name? }),
            "moved" => Some(Self::Moved { from: other }),
            "ended" => Some(Self::Ended { into: other }),
            _ => None,
        }
    }
}

/// A change of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitChange {
    /// Its id.
    pub id: UnitChangeId,
    /// Which unit.
    pub unit: UnitId,
    /// From which day on. Of an ending it is the first day without the unit.
    pub day: Date,
    /// What changed.
    pub turn: Turn,
    /// By which letter or regulation.
    pub letter: Letter,
    /// When it was recorded.
    pub at: Instant,
}

/// What is wrong with a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitFlaw {
    /// The name is missing, too long, or the one it has.
    Name,
    /// The code is missing, or another unit of the institution has it.
    Code,
    /// The day is in the future: a change is recorded on its day or later.
    Future,
    /// The day is not after the unit's beginning and its last change: what was recorded before would no longer be true.
    TooEarly,
    /// The other unit is not there on the day, or lies under this one.
    Other,
    /// Somebody works in it or a unit lies under it, so another one has to carry it on.
    SuccessorMissing,
    /// The letter has no number, or is dated in the future.
    Letter,
    /// The unit has ended.
    Over,
    /// The post of head of region or regional secretary is held in it: that ends first, by two people.
    HeldByTwo,
}

/// Whether `unit` exists on `day`.
#[must_use]
pub fn lives_on(unit: &Unit, day: Date) -> bool {
    unit.since <= day && unit.until.is_none_or(|until| day <= until)
}

impl UnitTree {
    /// The tree as it was on `day`: every unit that existed, with its name and place of then. `changes` are all changes of
    /// the institution's units, oldest first.
    #[must_use]
    pub fn on(&self, day: Date, changes: &[UnitChange]) -> Self {
        let mut units: Vec<Unit> = self.iter().cloned().collect();
        for change in changes.iter().rev().filter(|change| change.day > day) {
            let Some(unit) = units.iter_mut().find(|unit| unit.id == change.unit) else { continue };
            match &change.turn {
                Turn::Renamed { from } => unit.name.clone_from(from),
                Turn::Moved { from } => unit.parent = *from,
                // First and last day stand in the unit itself.
                Turn::Began { .. } | Turn::Ended { .. } => {}
            }
        }
        units.retain(|unit| lives_on(unit, day));
        Self::new(units)
    }

    /// The unit, if something can change in it from `day` on.
    ///
    /// # Errors
    /// What stands against it.
    fn changeable(&self, unit: UnitId, day: Date, changes: &[UnitChange], today: Date) -> Result<&Unit, UnitFlaw> {
        let unit = self.get(unit).filter(|unit| lives_on(unit, today)).ok_or(UnitFlaw::Over)?;
        if day > today {
            return Err(UnitFlaw::Future);
        }
        let last = changes.iter().filter(|change| change.unit == unit.id).map(|change| change.day).max();
        if day <= unit.since || last.is_some_and(|last| day < last) {
            return Err(UnitFlaw::TooEarly);
        }
        Ok(unit)
    }

    /// The unit under another name.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn renamed(
        &self,
        unit: UnitId,
        name: &str,
        day: Date,
        (changes, today): (&[UnitChange], Date),
    ) -> Result<(Unit, Turn), UnitFlaw> {
        let old = self.changeable(unit, day, changes, today)?;
        let name = sound_name(name).filter(|name| *name != old.name).ok_or(UnitFlaw::Name)?;
        let turn = Turn::Renamed { from: old.name.clone() };
        Ok((Unit { name, ..old.clone() }, turn))
    }

    /// The unit under another one, or on top.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn moved(
        &self,
        unit: UnitId,
        under: Option<UnitId>,
        day: Date,
        (changes, today): (&[UnitChange], Date),
    ) -> Result<(Unit, Turn), UnitFlaw> {
        let old = self.changeable(unit, day, changes, today)?;
        let fits = |above: UnitId| {
            let found = self.get(above).filter(|it| lives_on(it, day) && lives_on(it, today));
            found.is_some() && !self.is_within(above, unit)
        };
        if under == old.parent || !under.is_none_or(fits) {
            return Err(UnitFlaw::Other);
        }
        Ok((Unit { parent: under, ..old.clone() }, Turn::Moved { from: old.parent }))
    }

    /// The unit with its last day, the one before `day`. Whoever lies under it is put under `into` by further changes.
    ///
    /// # Errors
    /// What is wrong with it; [`UnitFlaw::SuccessorMissing`] when nobody carries on and it is not `empty`.
    pub fn ended(
        &self,
        unit: UnitId,
        into: Option<UnitId>,
        day: Date,
        empty: bool,
        (changes, today): (&[UnitChange], Date),
    ) -> Result<(Unit, Turn), UnitFlaw> {
        let old = self.changeable(unit, day, changes, today)?;
        match into {
            None if !empty => return Err(UnitFlaw::SuccessorMissing),
            None => {}
            Some(into) => {
                let found = self.get(into).filter(|it| lives_on(it, day) && lives_on(it, today));
                if found.is_none() || self.is_within(into, unit) {
                    return Err(UnitFlaw::Other);
                }
            }
        }
        Ok((Unit { until: day.previous_day(), ..old.clone() }, Turn::Ended { into }))
    }

    /// A new unit that fits into the tree.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn begun(&self, unit: Unit, out_of: Option<UnitId>, today: Date) -> Result<(Unit, Turn), UnitFlaw> {
        let name = sound_name(&unit.name).ok_or(UnitFlaw::Name)?;
        let code = unit.code.trim().to_owned();
        let taken = self.iter().any(|known| known.code.eq_ignore_ascii_case(&code));
        if code.is_empty() || code.chars().count() > NAME_MAX || taken {
            return Err(UnitFlaw::Code);
        }
        if unit.since > today {
            return Err(UnitFlaw::Future);
        }
        let living = |other: UnitId| self.get(other).is_some_and(|it| lives_on(it, unit.since) && lives_on(it, today));
        if !unit.parent.is_none_or(living) || !out_of.is_none_or(living) {
            return Err(UnitFlaw::Other);
        }
        Ok((Unit { name, code, until: None, ..unit }, Turn::Began { out_of }))
    }
}

fn sound_name(name: &str) -> Option<String> {
    let tidy = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let printable = !tidy.chars().any(char::is_control);
    (printable && (1..=NAME_MAX).contains(&tidy.chars().count())).then_some(tidy)
}

impl Letter {
    /// Whether it has a number and is not dated after `today`.
    #[must_use]
    pub fn is_sound(&self, today: Date) -> bool {
        !self.number.trim().is_empty() && self.dated <= today
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::unit_kind::UnitKind;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn day(number: i64) -> Date {
        let first = base::parse_iso_date("2024-01-01").unwrap();
        (0..number).fold(first, |day, _| day.next_day().unwrap())
    }

    fn id(n: usize) -> UnitId {
        UnitId::from_bytes(&(n as u128 + 1).to_be_bytes()).unwrap()
    }

    fn unit(n: usize, parent: Option<usize>) -> Unit {
        Unit {
            id: id(n),
            parent: parent.map(id),
            kind: UnitKind::Department,
            code: n.to_string(),
            name: format!("Dinas {n}"),
            week: None,
            since: day(0),
            until: None,
        }
    }

    #[derive(Debug, Clone)]
    enum Act {
        Rename(usize, usize),
        Move(usize, Option<usize>),
        End(usize, Option<usize>),
        Begin(Option<usize>, usize),
    }

    fn act() -> impl Strategy<Value = Act> {
        prop_oneof![
            (0usize..6, 0usize..4).prop_map(|(unit, name)| Act::Rename(unit, name)),
            (0usize..6, prop::option::of(0usize..6)).prop_map(|(unit, under)| Act::Move(unit, under)),
            (0usize..6, prop::option::of(0usize..6)).prop_map(|(unit, into)| Act::End(unit, into)),
            (prop::option::of(0usize..6), 0usize..6).prop_map(|(out_of, under)| Act::Begin(out_of, under)),
        ]
    }

    fn seen(tree: &UnitTree) -> Vec<(UnitId, Option<UnitId>, String)> {
        tree.iter().map(|unit| (unit.id, unit.parent, unit.name.clone())).collect()
    }

    proptest! {
        /// Whatever happens to units day by day, the tree of a past day is found again as it stood on that evening, and it
        /// never loops.
        #[test]
        fn the_tree_of_a_day_is_found_again(acts in prop::collection::vec((1i64..4, act()), 1..25)) {
            let mut tree = UnitTree::new([unit(0, None), unit(1, Some(0)), unit(2, Some(0)), unit(3, Some(1))]);
            let mut changes: Vec<UnitChange> = Vec::new();
            let mut evenings: BTreeMap<Date, Vec<(UnitId, Option<UnitId>, String)>> = BTreeMap::new();
            let (mut number, mut next) = (0, 4);
            for (days, act) in acts {
                for missed in number..number + days {
                    evenings.insert(day(missed), seen(&tree.on(day(missed), &changes)));
                }
                number += days;
                let (today, known) = (day(number), changes.clone());
                let with = (known.as_slice(), today);
                let turned = match act {
                    Act::Rename(unit, name) => tree.renamed(id(unit), &format!("Dinas {name}"), today, with),
                    Act::Move(unit, under) => tree.moved(id(unit), under.map(id), today, with),
                    Act::End(unit, into) => tree.ended(id(unit), into.map(id), today, false, with),
                    Act::Begin(out_of, under) => {
                        next += 1;
                        let new = Unit { since: today, ..unit(next, Some(under)) };
                        tree.begun(new, out_of.map(id), today)
                    }
                };
                let Ok((unit, turn)) = turned else { continue };
                let letter = Letter { number: "1".to_owned(), dated: today };
                let change = UnitChange { id: UnitChangeId::draw(), unit: unit.id, day: today, turn, letter, at: Instant::from_micros(0) };
                changes.push(change);
                let changed = unit.id;
                tree = UnitTree::new(tree.iter().filter(|it| it.id != changed).cloned().chain([unit]));
                for unit in tree.iter() {
                    prop_assert!(tree.path(unit.id).len() <= next + 1);
                    prop_assert!(unit.parent.is_none_or(|above| !tree.is_within(above, unit.id)), "a circle");
                }
            }
            for (evening, expected) in evenings {
                prop_assert_eq!(&seen(&tree.on(evening, &changes)), &expected, "on {}", evening);
            }
        }
    }

    #[test]
    fn nothing_changes_before_it_was_changed_last() {
        let tree = UnitTree::new([unit(0, None), unit(1, Some(0))]);
        let today = day(50);
        let (_, turn) = tree.renamed(id(1), " Dinas  Baru ", day(20), (&[], today)).unwrap();
        assert_eq!(turn, Turn::Renamed { from: "Dinas 1".to_owned() });
        let letter = Letter { number: "1".to_owned(), dated: day(1) };
        let change = UnitChange {
            id: UnitChangeId::draw(),
            unit: id(1),
            day: day(20),
            turn,
            letter,
            at: Instant::from_micros(0),
        };
        let with = (std::slice::from_ref(&change), today);
        assert_eq!(tree.moved(id(1), None, day(19), with), Err(UnitFlaw::TooEarly));
        assert!(tree.moved(id(1), None, day(20), with).is_ok());
        assert_eq!(tree.moved(id(1), None, day(51), with), Err(UnitFlaw::Future));
        assert_eq!(tree.moved(id(0), Some(id(1)), day(20), with), Err(UnitFlaw::Other), "under itself");
        assert_eq!(tree.renamed(id(0), " ", day(20), with), Err(UnitFlaw::Name));
        assert_eq!(tree.ended(id(0), None, day(20), false, with), Err(UnitFlaw::SuccessorMissing));
        assert_eq!(tree.ended(id(0), Some(id(1)), day(20), false, with), Err(UnitFlaw::Other), "one below it");
        let (ended, _) = tree.ended(id(1), Some(id(0)), day(20), false, with).unwrap();
        assert_eq!(ended.until, Some(day(19)));
        let twin = Unit { code: " 1 ".to_owned(), ..unit(9, None) };
        assert_eq!(tree.begun(twin, None, today), Err(UnitFlaw::Code));
    }
}
