use crate::Zone;
use std::time::{Duration, SystemTime, UNIX_EPOCH};
use time::{Date, OffsetDateTime, Time};

/// A moment, in whole microseconds since 1970-01-01T00:00:00Z.
///
/// Stored as a 64-bit integer on every engine, so that comparing and ordering mean the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Instant(i64);

impl Instant {
    /// A moment from microseconds since the epoch.
    #[must_use]
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since the epoch.
    #[must_use]
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The machine's time, cut to microseconds.
    #[must_use]
    pub fn from_system_time(at: SystemTime) -> Self {
        let micros = at.duration_since(UNIX_EPOCH).map_or(0, |d| d.as_micros());
        Self(i64::try_from(micros).unwrap_or(i64::MAX))
    }

    /// The moment at which a clock on the wall in `zone` shows `date` and `time`.
    #[must_use]
    pub fn from_local(date: Date, time: Time, zone: Zone) -> Self {
        let at = date.with_time(time).assume_offset(zone.offset());
        Self(i64::try_from(at.unix_timestamp_nanos() / 1000).unwrap_or(i64::MAX))
    }

    /// This moment as a clock on the wall in `zone` shows it. Beyond the calendar, which ends with the year 9999, it
    /// is shown as the epoch.
    #[must_use]
    pub fn local(self, zone: Zone) -> OffsetDateTime {
        let epoch = OffsetDateTime::UNIX_EPOCH.to_offset(zone.offset());
        let at = OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1000);
        at.ok().and_then(|at| at.checked_to_offset(zone.offset())).unwrap_or(epoch)
    }

    /// The calendar day on which this moment falls in `zone`.
    #[must_use]
    pub fn date(self, zone: Zone) -> Date {
        self.local(zone).date()
    }

    /// This moment and `span` more.
    #[must_use]
    pub fn plus(self, span: Duration) -> Self {
        Self(self.0.saturating_add(i64::try_from(span.as_micros()).unwrap_or(i64::MAX)))
    }

    /// The moment that lies `span` before this one.
    #[must_use]
    pub fn before(self, span: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(span.as_micros()).unwrap_or(i64::MAX)))
    }

    /// How long after `earlier` this moment is; nothing if it is not after.
    #[must_use]
    pub fn since(self, earlier: Self) -> Duration {
        Duration::from_micros(u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::macros::{date, time};

    #[test]
    fn the_day_depends_on_the_zone() {
        let at = Instant::from_local(date!(2024 - 11 - 27), time!(00:30), Zone::Wit);
        assert_eq!(at.date(Zone::Wit), date!(2024 - 11 - 27));
        assert_eq!(at.date(Zone::Wib), date!(2024 - 11 - 26));
    }

    #[test]
    fn the_last_hours_of_the_calendar_do_not_panic() {
        let last = OffsetDateTime::new_utc(date!(9999 - 12 - 31), time!(23:59:59)).unix_timestamp() * 1_000_000;
        assert_eq!(Instant::from_micros(last).date(Zone::Wit), date!(1970 - 01 - 01));
        for micros in [last - 9 * 3_600_000_000, i64::MIN, i64::MAX] {
            for zone in Zone::ALL {
                let _ = Instant::from_micros(micros).local(zone);
            }
        }
    }

    proptest! {
        /// A day begins at midnight of its own zone, to the microsecond.
        #[test]
        fn midnight_divides_the_days(day in 0i64..60_000, which in 0usize..3) {
            let (date, zone) = (date!(1970 - 01 - 02) + time::Duration::days(day), Zone::ALL[which]);
            let midnight = Instant::from_local(date, time!(0:00), zone);
            prop_assert_eq!(midnight.date(zone), date);
            prop_assert_eq!(Some(midnight.before(Duration::from_micros(1)).date(zone)), date.previous_day());
            prop_assert_eq!(midnight.before(Duration::from_micros(1)).plus(Duration::from_micros(1)), midnight);
        }
    }
}
