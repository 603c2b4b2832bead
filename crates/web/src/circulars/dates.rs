//! A date as the date field of a form sends it.

use crate::typed_date::calendar_day as date;
use base::Date;
use serde::Deserialize;

/// Day, month and year as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Typed {
    /// The day.
    pub day: String,
    /// The month, 1 to 12.
    pub month: String,
    /// The year, in four digits.
    pub year: String,
}

impl Typed {
    /// The fields of a date that is known.
    pub fn of(date: Date) -> Self {
        let month = u8::from(date.month()).to_string();
        Self { day: date.day().to_string(), month, year: date.year().to_string() }
    }

    /// The date, if there is such a day.
    pub fn date(&self) -> Option<Date> {
        date(&self.day, &self.month, &self.year)
    }

    /// As [`date_or_none`].
    pub fn date_or_none(&self) -> Option<Option<Date>> {
        date_or_none(&self.day, &self.month, &self.year)
    }
}

/// The date of these fields, or none where all of them are empty; nothing where they are neither.
pub fn date_or_none(day: &str, month: &str, year: &str) -> Option<Option<Date>> {
    let is_empty = [day, month, year].iter().all(|field| field.trim().is_empty());
    if is_empty { Some(None) } else { date(day, month, year).map(Some) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_may_be_left_out_is_left_out_wholly() {
        assert_eq!(date_or_none("", " ", ""), Some(None));
        assert_eq!(date_or_none("29", "2", "2024"), Some(date("29", "2", "2024")));
        assert_eq!(date_or_none("29", "", ""), None);
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_no_date() {
        let typed = |day: &str, month: &str| Typed { day: day.into(), month: month.into(), year: "2024".into() };
        let date = typed(" 29", "2 ").date().unwrap();
        assert_eq!(Typed::of(date), typed("29", "2"));
        for wrong in [typed("30", "2"), typed("1", "13"), typed("", "1"), typed("satu", "1")] {
            assert_eq!(wrong.date(), None, "{wrong:?}");
        }
    }
}
