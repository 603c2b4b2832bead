use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use time::{Date, Weekday};

/// The days of the week on which a unit works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WorkWeek {
    /// Monday to Friday.
    Five,
    /// Monday to Saturday, as in many schools and health centres.
    Six,
}

impl WorkWeek {
    /// Whether this week works on `day`, holidays aside.
    #[must_use]
    pub fn works_on(self, day: Weekday) -> bool {
        match day {
            Weekday::Sunday => false,
            Weekday::Saturday => self == Self::Six,
            _ => true,
        }
    }

    /// The number of working days a week, as it is stored.
    #[must_use]
    pub const fn days(self) -> i64 {
        match self {
            Self::Five => 5,
            Self::Six => 6,
        }
    }

    /// Reads [`WorkWeek::days`].
    #[must_use]
    pub const fn from_days(days: i64) -> Option<Self> {
        match days {
            5 => Some(Self::Five),
            6 => Some(Self::Six),
            _ => None,
        }
    }
}

/// Days on which nobody works although the week says so: national holidays and collective leave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Holidays(BTreeSet<Date>);

impl Holidays {
    /// The given days.
    pub fn new(days: impl IntoIterator<Item = Date>) -> Self {
        Self(days.into_iter().collect())
    }

    /// Whether `date` is a working day in a unit with this `week`.
    #[must_use]
    pub fn is_working_day(&self, week: WorkWeek, date: Date) -> bool {
        week.works_on(date.weekday()) && !self.0.contains(&date)
    }

    /// Working days after `from`, up to and including `to`. Zero when `to` is not after `from`.
    #[must_use]
    pub fn working_days_between(&self, week: WorkWeek, from: Date, to: Date) -> u32 {
        let mut count = 0;
        let mut day = from;
        while day < to {
            let Some(next) = day.next_day() else { break };
            day = next;
            count += u32::from(self.is_working_day(week, day));
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::macros::date;

    #[test]
    fn saturday_counts_only_in_a_six_day_week() {
        let none = Holidays::default();
        let (friday, monday) = (date!(2024 - 10 - 11), date!(2024 - 10 - 14));
        assert_eq!(none.working_days_between(WorkWeek::Five, friday, monday), 1);
        assert_eq!(none.working_days_between(WorkWeek::Six, friday, monday), 2);
        let holiday = Holidays::new([monday]);
        assert_eq!(holiday.working_days_between(WorkWeek::Five, friday, monday), 0);
    }

    proptest! {
        #[test]
        fn counting_is_additive(start in 0i64..3000, a in 0i64..60, b in 0i64..60, holiday in 0i64..100) {
            let origin = date!(2020 - 01 - 01) + time::Duration::days(start);
            let middle = origin + time::Duration::days(a);
            let end = middle + time::Duration::days(b);
            let holidays = Holidays::new([origin + time::Duration::days(holiday)]);
            for week in [WorkWeek::Five, WorkWeek::Six] {
                prop_assert_eq!(
                    holidays.working_days_between(week, origin, end),
                    holidays.working_days_between(week, origin, middle) + holidays.working_days_between(week, middle, end)
                );
            }
        }
    }
}
