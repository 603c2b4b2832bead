use crate::catalogue;
use base::WorkWeek;
use norms::{NotCovered, StageKind};
use time::{Date, macros::date};

#[test]
fn a_date_can_lie_in_stages_of_two_elections() {
    let catalogue = catalogue();
    let stages: Vec<String> = catalogue
        .stages_on(date!(2024 - 10 - 01))
        .map(|(election, stage)| format!("{}/{}", election.id, stage.id))
        .collect();
    assert_eq!(
        stages,
        [
            "pemilu-2024/inauguration_legislature",
            "pilkada-2024/transfer_window",
            "pilkada-2024/programme_window",
            "pilkada-2024/campaign"
        ]
    );
}

#[test]
fn a_second_round_that_was_not_held_has_no_days() {
    let catalogue = catalogue();
    assert!(catalogue.stages_on(date!(2024 - 06 - 10)).all(|(election, _)| election.id != "pemilu-2024"));
}

#[test]
fn what_was_planned_stays_on_file_and_has_no_days() {
    let catalogue = catalogue();
    let pilkada = catalogue.election("pilkada-2020").unwrap();
    let planned: Vec<&str> = pilkada.stages.iter().filter(|it| !it.held).map(|it| it.id.as_str()).collect();
    assert_eq!(
        planned,
        ["registration_first_plan", "determination_first_plan", "campaign_first_plan", "voting_first_plan"]
    );
    assert_eq!(
        pilkada.stages_on(date!(2020 - 08 - 01)).map(|it| it.id.as_str()).collect::<Vec<_>>(),
        ["transfer_window"]
    );
    assert_eq!(pilkada.span(StageKind::Voting), Some((date!(2020 - 12 - 09), date!(2020 - 12 - 09))));
}

#[test]
fn a_repetition_has_what_its_sources_give() {
    let catalogue = catalogue();
    let repeated = |id: &str| catalogue.election(id).and_then(|it| it.of.as_deref());
    let known = |id: &str| catalogue.election(id).unwrap().stages.len();
    let all: Vec<(&str, usize)> =
        catalogue.elections().iter().filter(|it| it.of.is_some()).map(|it| (it.id.as_str(), known(&it.id))).collect();
    assert_eq!(
        all,
        [("pilkada-ulang-2025", 9), ("psu-2025", 5), ("psu-2025-boven-digoel-barito-utara", 1), ("psu-2025-papua", 5)]
    );
    assert!(all.iter().all(|(id, _)| repeated(id) == Some("pilkada-2024")));
    // Of the limits of the court no source says which region got which.
    let regions = catalogue.election("psu-2025").and_then(|it| it.regions.as_ref()).unwrap();
    assert!(!regions.complete && regions.names.is_empty());
}

#[test]
fn working_days_agree_with_the_counts_made_by_hand() {
    let catalogue = catalogue();
    let calendar = catalogue.calendar();
    // The day of the trigger is not counted.
    for (from, to, days) in [
        (date!(2024 - 10 - 01), date!(2024 - 10 - 10), 7),
        (date!(2024 - 11 - 20), date!(2024 - 12 - 02), 7),
        (date!(2024 - 10 - 10), date!(2024 - 10 - 30), 14),
        (date!(2025 - 03 - 20), date!(2025 - 04 - 21), 14),
        (date!(2026 - 03 - 10), date!(2026 - 04 - 07), 14),
    ] {
        assert_eq!(calendar.working_days_between(WorkWeek::Five, from, to), Ok(days), "{from} to {to}");
    }
}

#[test]
fn a_year_without_holidays_is_reported_and_not_guessed() {
    let catalogue = catalogue();
    let calendar = catalogue.calendar();
    assert_eq!(calendar.years(), [2023, 2024, 2025, 2026]);
    let (inside, outside): (Date, Date) = (date!(2026 - 12 - 31), date!(2027 - 01 - 01));
    assert!(calendar.covers(inside) && !calendar.covers(outside));
    assert_eq!(calendar.is_working_day(WorkWeek::Five, outside), Err(NotCovered(outside)));
    assert_eq!(calendar.working_days_between(WorkWeek::Five, inside, date!(2027 - 01 - 08)), Err(NotCovered(outside)));
    assert_eq!(
        calendar.working_days_between(WorkWeek::Five, date!(2022 - 12 - 30), date!(2023 - 01 - 02)),
        Err(NotCovered(date!(2022 - 12 - 31)))
    );
    // The day before a covered span is not itself counted, so it need not be covered.
    assert_eq!(calendar.working_days_between(WorkWeek::Five, date!(2022 - 12 - 31), date!(2023 - 01 - 02)), Ok(1));
    assert_eq!(calendar.working_days_between(WorkWeek::Five, outside, outside), Ok(0));
}

#[test]
fn days_of_voting_and_collective_leave_are_free() {
    let catalogue = catalogue();
    for day in [date!(2024 - 02 - 14), date!(2024 - 11 - 27), date!(2024 - 02 - 09), date!(2025 - 08 - 18)] {
        assert_eq!(catalogue.calendar().is_working_day(WorkWeek::Six, day), Ok(false), "{day}");
    }
}

#[test]
fn an_instrument_knows_when_it_had_force() {
    let catalogue = catalogue();
    let on = |id: &str, day| catalogue.instrument(id).map(|instrument| instrument.in_force_on(day));
    assert_eq!(on("uu-2014-5", date!(2023 - 10 - 30)), Some(Some(true)));
    assert_eq!(on("uu-2014-5", date!(2023 - 10 - 31)), Some(Some(false)));
    assert_eq!(on("uu-2023-20", date!(2023 - 10 - 30)), Some(Some(false)));
    assert_eq!(on("uu-2023-20", date!(2023 - 10 - 31)), Some(Some(true)));
    // The article gives no date for the circular of Depok.
    assert_eq!(on("se-kota-depok-270-343-huk", date!(2024 - 06 - 04)), Some(None));
}
