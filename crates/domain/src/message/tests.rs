use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn day(number: i64) -> Date {
    let first = base::parse_iso_date("2024-01-01").unwrap();
    (0..number).fold(first, |day, _| day.next_day().unwrap())
}

fn codes(begun: i64, due: i64, today: i64) -> Vec<String> {
    rounds(day(begun), None, day(due), day(today)).into_iter().map(Round::code).collect()
}

#[test]
fn people_are_reminded_before_and_heads_after() {
    for (today, expected) in [
        (22, vec![]),
        (23, vec!["due_7"]),
        (26, vec!["due_7"]),
        (27, vec!["due_3"]),
        (29, vec!["due_1"]),
        (30, vec!["due_1"]),
        (31, vec!["late"]),
        (33, vec!["late", "late_count"]),
        (44, vec!["late", "late_count"]),
        (45, vec![]),
    ] {
        assert_eq!(codes(0, 30, today), expected, "day {today}");
    }
    // A drive of five days: the circular itself said so five days before, and a week before there was none.
    assert_eq!(codes(0, 5, 1), Vec::<String>::new());
    assert_eq!(codes(0, 5, 2), ["due_3"]);
    assert_eq!(codes(0, 1, 1), Vec::<String>::new());
}

#[test]
fn whoever_has_not_passed_is_reminded_before_the_day_for_that() {
    let codes = |today: i64| -> Vec<String> {
        rounds(day(0), Some(day(20)), day(30), day(today)).into_iter().map(Round::code).collect()
    };
    for (today, expected) in [
        (16, vec![]),
        (17, vec!["know_3"]),
        (19, vec!["know_1"]),
        (20, vec!["know_1"]),
        (21, vec![]),
        (23, vec!["due_7"]),
        (30, vec!["due_1"]),
        (31, vec!["late"]),
    ] {
        assert_eq!(codes(today), expected, "day {today}");
    }
    // Both have their turn where the days lie close; nobody is told twice, since of a drive one is told once a day.
    let close: Vec<String> = rounds(day(0), Some(day(28)), day(30), day(27)).into_iter().map(Round::code).collect();
    assert_eq!(close, ["know_1", "due_3"]);
    assert_eq!(rounds(day(0), Some(day(1)), day(30), day(1)), [], "a drive that has just begun says so itself");
}

proptest! {
    /// Whoever owes to the end is told at most three times before the due date, once after it, twice more where they are to
    /// know earlier, and never on the day on which the drive began.
    #[test]
    fn nobody_is_reminded_too_often(length in 0i64..60, asleep in 0i64..20, wakes in 0i64..80, know in 0i64..90) {
        let mut begun = BTreeSet::new();
        let mut to_people = 0;
        let know_by = (know < length).then(|| day(know));
        for today in 0..length + 40 {
            if (wakes..wakes + asleep).contains(&today) {
                continue;
            }
            let due = rounds(day(0), know_by, day(length), day(today)).into_iter().map(Round::code);
            let new: Vec<String> = due.filter(|it| begun.insert(it.clone())).collect();
            prop_assert!(today > 0 || new.is_empty());
            // Of a drive everybody is told once a day, however many rounds begin on it.
            to_people += i32::from(new.iter().any(|code| *code != "late_count"));
            let kind = |known: bool| new.iter().filter(move |code| code.starts_with("know_") == known && *code != "late_count");
            prop_assert!(kind(true).count() <= 1 && kind(false).count() <= 1, "two of a kind in one day: {new:?}");
        }
        prop_assert!(to_people <= if know_by.is_some() { 6 } else { 4 }, "{begun:?}");
        prop_assert!(begun.len() <= if know_by.is_some() { 7 } else { 5 }, "{begun:?}");
    }
}
