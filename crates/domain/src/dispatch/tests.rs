use super::*;
use proptest::prelude::*;

const ZONE: Zone = Zone::Wib;

fn time(text: &str) -> Time {
    let (hour, minute) = text.split_once(':').unwrap();
    Time::from_hms(hour.parse().unwrap(), minute.parse().unwrap(), 0).unwrap()
}

fn at(text: &str) -> Instant {
    let (day, clock) = text.split_once(' ').unwrap();
    Instant::from_local(base::parse_iso_date(day).unwrap(), time(clock), ZONE)
}

fn rules() -> SendingRules {
    let quiet = Some(QuietHours { from: time("20:00"), until: time("07:00") });
    SendingRules { channels: Channel::ALL.to_vec(), quiet, per_day: 2 }
}

/// Monday to Friday.
fn works(day: Date) -> bool {
    base::WorkWeek::Five.works_on(day.weekday())
}

#[test]
fn nobody_is_written_to_at_night_nor_told_to_be_late_on_a_sunday() {
    use MessageKind::{Asked, DueSoon, Late, LateCount, Signed, Slip};
    // 2024-10-18 is a Friday.
    for (kind, told, now, until) in [
        (DueSoon, 0, "2024-10-18 07:00", None),
        (DueSoon, 0, "2024-10-18 19:59", None),
        (DueSoon, 0, "2024-10-18 20:00", Some("2024-10-19 07:00")),
        (DueSoon, 0, "2024-10-19 03:00", Some("2024-10-19 07:00")),
        (Asked, 2, "2024-10-18 12:00", Some("2024-10-19 07:00")),
        (Asked, 2, "2024-10-19 03:00", Some("2024-10-20 07:00")),
        (Late, 0, "2024-10-18 12:00", None),
        (Late, 0, "2024-10-18 21:00", Some("2024-10-21 07:00")),
        (LateCount, 0, "2024-10-19 12:00", Some("2024-10-21 07:00")),
        (LateCount, 0, "2024-10-21 05:00", Some("2024-10-21 07:00")),
        (Signed, 9, "2024-10-20 02:00", None),
        (Slip, 0, "2024-10-20 23:00", None),
    ] {
        assert_eq!(rules().wait(kind, told, (at(now), ZONE), works), until.map(at), "{kind:?} {told} {now}");
    }
    let none = SendingRules { quiet: None, ..rules() };
    assert_eq!(none.wait(DueSoon, 0, (at("2024-10-18 23:00"), ZONE), works), None);
    assert_eq!(none.wait(DueSoon, 2, (at("2024-10-18 23:00"), ZONE), works), Some(at("2024-10-19 00:00")));
}

#[test]
fn a_dispatch_is_tried_as_often_as_the_table_says_and_what_is_unclear_never_again() {
    let now = at("2024-10-18 12:00");
    assert_eq!(settle(Ok(()), 1, now).state, DispatchState::Sent);
    let mut waited = Vec::new();
    for attempts in 1..=6 {
        let settled = settle(Err(Mishap::Later), attempts, now);
        match settled.state {
            DispatchState::Waiting => waited.push(settled.due.since(now).as_secs()),
            state => assert_eq!((state, attempts), (DispatchState::Parked, 6)),
        }
    }
    assert_eq!(waited, RETRY_AFTER_SECONDS);
    assert!(waited[..2].iter().sum::<u64>() >= 300, "greylisting asks for five minutes");
    assert_eq!(settle(Err(Mishap::BrokenOff), 1, now).state, DispatchState::Unclear);
    for refused in [Mishap::Refused, Mishap::Address] {
        assert_eq!(settle(Err(refused), 1, now).state, DispatchState::Refused);
    }
}

#[test]
fn codes_are_read_back() {
    for channel in Channel::ALL {
        assert_eq!(Channel::from_code(channel.code()), Some(channel));
        let chosen = Reminders { language: base::Language::English, email: true, whatsapp: true };
        assert!(chosen.wants(channel) && !chosen.without(channel).wants(channel));
    }
    for state in DispatchState::ALL {
        assert_eq!(DispatchState::from_code(state.code()), Some(state));
    }
    for mishap in Mishap::ALL {
        assert_eq!(Mishap::from_code(mishap.code()), Some(mishap));
    }
    assert!(Reminders::default().email && !Reminders::default().whatsapp, "a private phone is asked for first");
}

proptest! {
    /// Whatever has to wait may go at the moment it waits for, and that moment lies ahead and is the first such morning.
    #[test]
    fn who_waits_may_go_then(
        minute in 0i64..60 * 24 * 40, from in 0u8..24, until in 0u8..24, told in 0u32..4, kind in 0usize..7,
    ) {
        let quiet = QuietHours { from: Time::from_hms(from, 0, 0).unwrap(), until: Time::from_hms(until, 0, 0).unwrap() };
        let rules = SendingRules { quiet: Some(quiet), ..rules() };
        let now = Instant::from_micros(at("2024-10-01 00:00").micros() + minute * 60_000_000);
        let kind = MessageKind::ALL[kind];
        if let Some(then) = rules.wait(kind, told, (now, ZONE), works) {
            prop_assert!(then > now);
            prop_assert!(then.since(now) <= Duration::from_secs(4 * 24 * 60 * 60), "{then:?}");
            // On another day nothing was told yet.
            let told = if then.date(ZONE) == now.date(ZONE) { told } else { 0 };
            prop_assert_eq!(rules.wait(kind, told, (then, ZONE), works), None);
        } else {
            let local = now.local(ZONE);
            prop_assert!(kind.is_urgent() || (!quiet.hold(local.time()) && told < 2));
            prop_assert!(!kind.waits_for_working_day() || works(local.date()));
        }
    }
}
