//! Holidays per year, and counting working days only where the years are known.

use crate::{day, language::Text, source::Source};
use base::{Date, Holidays, WorkWeek};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Why nobody works on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// Libur nasional.
    National,
    /// Cuti bersama.
    CollectiveLeave,
    /// A day of voting declared a holiday by Keppres.
    Voting,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Holiday {
    /// The day.
    #[serde(deserialize_with = "day::required")]
    #[schemars(with = "day::Written")]
    pub date: Date,
    /// Why.
    pub kind: HolidayKind,
    /// What it is called.
    pub name: Text,
    /// The decree it rests on.
    pub basis: String,
}

/// The days of one year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HolidayYear {
    /// The year.
    pub year: i32,
    /// Its days in order.
    pub days: Vec<Holiday>,
    /// Where they were read.
    pub sources: Vec<Source>,
}

/// A date in a year whose holidays are not known, so that working days cannot be counted for certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the holidays of {year} are not known", year = .0.year())]
pub struct NotCovered(pub Date);

/// The holidays of the years that are known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkCalendar {
    years: Vec<i32>,
    holidays: Holidays,
}

impl WorkCalendar {
    pub(crate) fn new<'a>(years: impl IntoIterator<Item = &'a HolidayYear>) -> Self {
        let mut covered = Vec::new();
        let mut days = Vec::new();
        for year in years {
            covered.push(year.year);
            days.extend(year.days.iter().map(|day| day.date));
        }
        covered.sort_unstable();
        Self { years: covered, holidays: Holidays::new(days) }
    }

    /// The years whose holidays are known, ascending.
    #[must_use]
    pub fn years(&self) -> &[i32] {
        &self.years
    }

    /// Whether the holidays of the year of `date` are known.
    #[must_use]
    pub fn covers(&self, date: Date) -> bool {
        self.years.binary_search(&date.year()).is_ok()
    }

    /// The holidays of all covered years. Outside of them this set says nothing: ask [`Self::covers`] first.
    #[must_use]
    pub fn holidays(&self) -> &Holidays {
        &self.holidays
    }

    /// Whether a unit with this `week` works on `date`. Regional holidays are not part of the calendar.
    ///
    /// # Errors
    /// [`NotCovered`] when the holidays of that year are not known.
    pub fn is_working_day(&self, week: WorkWeek, date: Date) -> Result<bool, NotCovered> {
        if self.covers(date) { Ok(self.holidays.is_working_day(week, date)) } else { Err(NotCovered(date)) }
    }

    /// Working days after `from`, up to and including `to`; zero when `to` is not after `from`.
    ///
    /// # Errors
    /// [`NotCovered`] with the first date of the span that lies in a year whose holidays are not known.
    pub fn working_days_between(&self, week: WorkWeek, from: Date, to: Date) -> Result<u32, NotCovered> {
        let Some(first) = from.next_day().filter(|first| *first <= to) else { return Ok(0) };
        for year in first.year()..=to.year() {
            let start = Date::from_ordinal_date(year, 1).map_or(first, |start| start.max(first));
            if !self.covers(start) {
                return Err(NotCovered(start));
            }
        }
        Ok(self.holidays.working_days_between(week, from, to))
    }
}
