use super::*;
use crate::drive::{Asks, DriveCommand};
use crate::ids::{CircularId, DriveId};
use base::{Holidays, WorkWeek};
use proptest::prelude::*;
use std::time::Duration;

fn day(n: u32) -> Date {
    // A Monday.
    base::parse_iso_date("2024-10-14").unwrap() + Duration::from_secs(u64::from(n) * 86_400)
}

fn drive(due: u32) -> Drive {
    let command = DriveCommand {
        name: "Netralitas".to_owned(),
        election: "Pilkada 2024".to_owned(),
        due: day(due),
        know_by: None,
        pass_mark: 4,
        asks: Asks::Pact,
        tries: None,
    };
    command.begin(DriveId::draw(), CircularId::draw(), false, Instant::from_micros(1))
}

fn away(kind: AbsenceKind, since: u32, until: Option<u32>) -> Absence {
    let said = AbsenceCommand { kind, since: day(since), until: until.map(day), letter: String::new() };
    let (by, at) = (PersonId::draw(), Instant::from_micros(1));
    Absence { id: AbsenceId::draw(), person: PersonId::draw(), said, by, at, struck: None }
}

fn works(day: Date) -> bool {
    Holidays::default().is_working_day(WorkWeek::Five, day)
}

fn due(delivered: u32, absences: &[Absence], rules: DueRules) -> Option<(Option<Date>, DueReason)> {
    // Due on Friday of the first week.
    own_due(&drive(4), (day(0), day(delivered)), absences, rules, &works).map(|own| (own.on, own.why))
}

#[test]
fn whoever_is_away_on_the_due_date_has_five_working_days_from_their_return() {
    use AbsenceKind::{Leave, LongIllness, SecondedIn, SecondedOut};
    let ours = DueRules::default();
    assert_eq!(due(0, &[], ours), None);
    assert_eq!(due(0, &[away(Leave, 1, Some(3))], ours), None, "back on the due date itself");
    // Back on Monday of the second week: due on its Friday, the first day back being the first.
    assert_eq!(due(0, &[away(Leave, 4, Some(6))], ours), Some((Some(day(11)), DueReason::Away)));
    // Away again on that Friday, until Sunday after the next week.
    let twice = [away(Leave, 4, Some(6)), away(LongIllness, 11, Some(20))];
    assert_eq!(due(0, &twice, ours), Some((Some(day(25)), DueReason::Away)));
    assert_eq!(due(0, &[away(LongIllness, 2, None)], ours), Some((None, DueReason::Away)), "nobody knows until when");
    // Who joined on Thursday has until Thursday; who joined on the day on which it began owes it as everybody does.
    assert_eq!(due(3, &[], ours), Some((Some(day(10)), DueReason::Joined)));
    assert_eq!(due(1, &[], DueRules { after_delivery: 2, ..ours }), None, "there is time enough");
    // The setting decides to whom the seconded owe it.
    let home = DueRules { seconded: SecondedOwe::AtHome, ..ours };
    for (kind, rules, excused) in
        [(SecondedOut, ours, true), (SecondedOut, home, false), (SecondedIn, ours, false), (SecondedIn, home, true)]
    {
        let expected = excused.then_some((None, DueReason::Seconded));
        assert_eq!(due(0, &[away(kind, 0, None)], rules), expected, "{kind:?} {rules:?}");
    }
}

#[test]
fn whoever_was_away_has_as_long_for_knowing_as_they_would_have_for_all() {
    let leave = |since, until| [away(AbsenceKind::Leave, since, Some(until))];
    // Reading and the check by Wednesday of the first week, all by Friday of the second.
    let of = |due: u32| Drive { know_by: Some(day(2)), ..drive(due) };
    let know = |drive: &Drive, delivered: u32, absences: &[Absence]| {
        let own = own_know(drive, (day(0), day(delivered)), absences, DueRules::default(), &works);
        own.map(|own| (own.on, own.why))
    };
    assert_eq!(know(&drive(11), 0, &leave(2, 3)), None, "a drive without such a day");
    assert_eq!(know(&of(11), 0, &[]), None);
    assert_eq!(know(&of(11), 0, &leave(3, 3)), None, "back before, or away after");
    // Back on Friday: five working days, until Thursday; the last day of all stays.
    assert_eq!(know(&of(11), 0, &leave(2, 3)), Some((Some(day(10)), DueReason::Away)));
    // Where that would be later than all of it, it is that.
    assert_eq!(know(&of(8), 0, &leave(2, 3)), Some((Some(day(8)), DueReason::Away)));
    assert_eq!(know(&of(11), 1, &[]), Some((Some(day(8)), DueReason::Joined)));
    assert_eq!(know(&of(11), 0, &[away(AbsenceKind::Study, 1, None)]), Some((None, DueReason::Away)));
}

#[test]
fn what_cannot_be_a_period_is_named() {
    let command = |since: u32, until: Option<u32>, letter: &str| AbsenceCommand {
        kind: AbsenceKind::Leave,
        since: day(since),
        until: until.map(day),
        letter: letter.to_owned(),
    };
    assert_eq!(command(5, Some(5), "800/1").flaws(day(0)), []);
    let wrong = command(5, Some(4), &"x".repeat(LETTER_MAX + 1));
    assert_eq!(wrong.flaws(day(0)), [AbsenceFlaw::Until, AbsenceFlaw::Letter]);
    assert_eq!(command(9_000, None, "").flaws(day(0)), [AbsenceFlaw::Since]);
}

fn absences() -> impl Strategy<Value = Vec<Absence>> {
    let one = (prop::sample::select(AbsenceKind::ALL.to_vec()), 0u32..60, prop::option::of(0u32..20), any::<bool>());
    prop::collection::vec(one, 0..6).prop_map(|all| {
        let made = |(kind, since, lasts, struck): (_, u32, Option<u32>, bool)| {
            let it = away(kind, since, lasts.map(|days| since + days));
            let struck = struck.then(|| (PersonId::draw(), Instant::from_micros(2)));
            Absence { struck, ..it }
        };
        all.into_iter().map(made).collect()
    })
}

proptest! {
    /// Whatever the periods are: nobody owes it earlier than the others, nobody on a day on which they are away, and
    /// whoever owes it later has the whole number of working days after the last thing that kept them from it. Nobody is
    /// excused for ever who comes back, nor by what was struck out, and the order of the periods does not matter.
    #[test]
    fn nobody_is_late_while_they_are_away(
        absences in absences(),
        due in 0u32..50,
        know in 0u32..50,
        delivered in 0u32..60,
        after_return in 1u32..8,
        after_delivery in 1u32..8,
        at_home in any::<bool>(),
    ) {
        let seconded = if at_home { SecondedOwe::AtHome } else { SecondedOwe::WhereTheySit };
        let rules = DueRules { after_return, after_delivery, seconded };
        let drive = drive(due);
        let owed = |absences: &[Absence]| own_due(&drive, (day(0), day(delivered)), absences, rules, &works);
        let own = owed(&absences);
        let counts = |it: &&Absence| it.struck.is_none() && it.said.kind.excuses(seconded).is_some();
        let counted: Vec<&Absence> = absences.iter().filter(counts).collect();
        let on = own.map_or(Some(drive.due), |own| own.on);
        match on {
            None => prop_assert!(counted.iter().any(|it| it.said.until.is_none())),
            Some(on) => {
                prop_assert!(on >= drive.due);
                prop_assert!(counted.iter().all(|it| !it.covers(on)), "due on a day away");
                let between = |from: Date| Holidays::default().working_days_between(WorkWeek::Five, from, on);
                match own.map(|own| own.why) {
                    None => {
                        prop_assert_eq!(on, drive.due);
                        prop_assert!(delivered == 0 || between(day(delivered)) >= after_delivery);
                    }
                    Some(DueReason::Joined) => prop_assert_eq!(between(day(delivered)), after_delivery),
                    Some(DueReason::Away | DueReason::Seconded) => prop_assert!(
                        counted.iter().any(|it| it.said.until.is_some_and(|until| between(until) == after_return))
                    ),
                }
            }
        }
        // The day for knowing goes by the same rule and never beyond the last of all.
        let knowing = Drive { know_by: Some(day(know)), due: day(know + 1 + due), ..drive.clone() };
        let met = (day(0), day(delivered));
        let own_know = own_know(&knowing, met, &absences, rules, &works);
        let alone = own_due(&Drive { due: day(know), ..knowing.clone() }, met, &absences, rules, &works);
        prop_assert_eq!(own_know.map(|it| it.why), alone.map(|it| it.why));
        let last = own_due(&knowing, met, &absences, rules, &works).map_or(Some(knowing.due), |all| all.on);
        let earliest = |one: Option<Date>, other: Option<Date>| one.into_iter().chain(other).min();
        prop_assert_eq!(own_know.map(|it| it.on), alone.map(|it| earliest(it.on, last)));
        let mut turned: Vec<Absence> = counted.into_iter().cloned().collect();
        turned.reverse();
        prop_assert_eq!(owed(&turned), own);
    }
}
