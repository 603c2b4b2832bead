//! What can honestly be said about the due date from how many signed on the last days.
//!
//! Nobody can know how many will have signed. What can be known is how many signed on each of the last days, busy days and
//! slow ones. If every day left were like the slower half of them, so many would have signed; if every day were like the
//! busier half, so many. The range between the two is said, never a single number, and nothing where too little is known.

use base::Date;

/// How many days back one looks at most, calendar days. Two weeks hold two of every weekday.
pub const LOOK_BACK: usize = 14;
/// Of how many days one must know at least how many signed.
pub const LEAST_DAYS: usize = 5;
/// How many people at least must have signed on those days.
pub const LEAST_SIGNED: i64 = 20;

/// How many will have signed by the end of the due date, from the slower and from the busier half of the last days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forecast {
    /// If every day left were like the slower half.
    pub low: i64,
    /// If every day left were like the busier half.
    pub high: i64,
    /// How many days were looked at.
    pub days: usize,
    /// How many days are left after today, through the due date; calendar days.
    pub left: i64,
}

/// The forecast for the end of `due`, made on `today`. `signed_on` holds how many signed on each day that is over, oldest
/// first, the last one being yesterday; `signed` and `owing` are today's figures.
#[must_use]
pub fn forecast(signed_on: &[i64], signed: i64, owing: i64, today: Date, due: Date) -> Option<Forecast> {
    let left = (due - today).whole_days();
    let last = signed_on.get(signed_on.len().saturating_sub(LOOK_BACK)..).unwrap_or_default();
    // A day on which more left than signed is a day on which nobody signed.
    let mut rates: Vec<i64> = last.iter().map(|rate| (*rate).max(0)).collect();
    let enough = rates.len() >= LEAST_DAYS && rates.iter().sum::<i64>() >= LEAST_SIGNED;
    if left <= 0 || !enough || signed >= owing {
        return None;
    }
    rates.sort_unstable();
    let half = rates.len() / 2;
    let (slow, busy) = (rates.get(..half)?, rates.get(rates.len() - half..)?);
    let half = i64::try_from(half).ok()?;
    let more = |rates: &[i64]| rates.iter().sum::<i64>().saturating_mul(left);
    let low = signed.saturating_add(more(slow) / half).min(owing);
    let high = signed.saturating_add((more(busy) + half - 1) / half).min(owing);
    Some(Forecast { low, high, days: rates.len(), left })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        base::parse_iso_date(text).unwrap()
    }

    #[test]
    fn busy_and_slow_days_make_the_range() {
        let (today, due) = (day("2024-10-14"), day("2024-10-18"));
        let made = forecast(&[10, 0, 20, 0, 30, 0], 60, 500, today, due);
        assert_eq!(made, Some(Forecast { low: 60, high: 140, days: 6, left: 4 }));
        // No more can sign than owe it.
        assert_eq!(forecast(&[90, 90, 90, 90, 90], 450, 500, today, due).map(|f| (f.low, f.high)), Some((500, 500)));
    }

    #[test]
    fn nothing_is_said_where_too_little_is_known() {
        let (today, due) = (day("2024-10-14"), day("2024-10-18"));
        assert_eq!(forecast(&[40, 40, 40, 40], 160, 500, today, due), None, "too few days");
        assert_eq!(forecast(&[3, 4, 4, 4, 4], 19, 500, today, due), None, "too few people");
        assert_eq!(forecast(&[10; 8], 80, 500, due, due), None, "the last day");
        assert_eq!(forecast(&[10; 8], 80, 80, today, due), None, "everybody has signed");
    }

    proptest! {
        #[test]
        fn the_range_lies_between_today_and_everybody(
            rates in prop::collection::vec(-5i64..1_000_000, 0..40),
            signed in 0i64..1_000_000,
            owing in 0i64..2_000_000,
            left in 0i64..400,
        ) {
            let today = day("2024-10-14");
            let due = today + std::time::Duration::from_secs(u64::try_from(left).unwrap() * 86_400);
            if let Some(made) = forecast(&rates, signed, owing, today, due) {
                prop_assert!(signed <= made.low && made.low <= made.high && made.high <= owing);
                prop_assert!(made.days <= LOOK_BACK);
            }
        }
    }
}
