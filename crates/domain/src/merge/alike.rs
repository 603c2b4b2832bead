//! What two records of the same name have in common that only one person has.

use crate::people::{Detail, DetailKind};

/// The day on which somebody was born, as their numbers tell it: a national number tells two digits of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BirthDay {
    day: u8,
    month: u8,
    year: u16,
}

impl BirthDay {
    /// The day of birth that stands in an identity number; none in a contact or in a number without a day.
    #[must_use]
    pub fn read(kind: DetailKind, digits: &str) -> Option<Self> {
        let part = |from: usize, to: usize| digits.get(from..to)?.parse::<u16>().ok();
        let (year, month, day) = match kind {
            DetailKind::Nip | DetailKind::NiPppk => (part(0, 4)? % 100, part(4, 6)?, part(6, 8)?),
            DetailKind::Nik => {
                let day = part(6, 8)?;
                // The day of a woman has 40 added.
                (part(10, 12)?, part(8, 10)?, if day > 40 { day - 40 } else { day })
            }
            DetailKind::Phone | DetailKind::Email => return None,
        };
        let (day, month) = (u8::try_from(day).ok()?, u8::try_from(month).ok()?);
        ((1..=31).contains(&day) && (1..=12).contains(&month)).then_some(Self { day, month, year })
    }
}

/// What two records have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Likeness {
    /// The day of birth in their numbers.
    pub birth: bool,
    /// A telephone.
    pub phone: bool,
    /// An e-mail address.
    pub email: bool,
    /// One has an employee number, the other only a national one: as when somebody is registered anew.
    pub other_kind: bool,
}

/// What two records of the same name have in common; none when that is nothing which only one person has, or when their
/// numbers tell different days of birth. Each side holds the numbers and contacts that hold now, with the day of birth
/// that stands in them.
#[must_use]
pub fn likeness(one: &[(Detail, Option<BirthDay>)], other: &[(Detail, Option<BirthDay>)]) -> Option<Likeness> {
    let births = |side: &[(Detail, Option<BirthDay>)]| side.iter().filter_map(|(_, birth)| *birth).collect::<Vec<_>>();
    let (a, b) = (births(one), births(other));
    let birth = a.iter().any(|day| b.contains(day));
    if !birth && !a.is_empty() && !b.is_empty() {
        return None;
    }
    let shares = |kind: DetailKind| {
        one.iter().filter(|(it, _)| it.kind == kind).any(|(it, _)| other.iter().any(|(of, _)| of.index == it.index))
    };
    let employed = |side: &[(Detail, Option<BirthDay>)]| {
        side.iter().any(|(it, _)| matches!(it.kind, DetailKind::Nip | DetailKind::NiPppk))
    };
    let national = |side: &[(Detail, Option<BirthDay>)]| side.iter().any(|(it, _)| it.kind == DetailKind::Nik);
    let other_kind =
        (employed(one) && !employed(other) && national(other)) || (employed(other) && !employed(one) && national(one));
    let found = Likeness { birth, phone: shares(DetailKind::Phone), email: shares(DetailKind::Email), other_kind };
    (found.birth || found.phone || found.email).then_some(found)
}
