use super::*;
use crate::absence::{DueReason, OwnDue};
use crate::category::Category;
use crate::ids::{PersonId, TaskId, UnitId};
use proptest::prelude::*;

fn command() -> DriveCommand {
    DriveCommand {
        name: "Netralitas".to_owned(),
        election: "Pilkada 2024".to_owned(),
        due: base::parse_iso_date("2024-10-18").unwrap(),
        know_by: None,
        pass_mark: 4,
        asks: Asks::Pact,
        tries: Some(3),
    }
}

#[test]
fn each_flaw_is_named() {
    let (today, tomorrow) = (command().due, command().due.next_day().unwrap());
    assert_eq!(command().flaws(today), []);
    assert_eq!(command().flaws(tomorrow), [DriveFlaw::DueBeforeToday]);
    let name = " ".to_owned();
    let wrong = DriveCommand { name: name.clone(), election: name, pass_mark: 6, tries: Some(0), ..command() };
    let flaws = [DriveFlaw::NameMissing, DriveFlaw::ElectionMissing, DriveFlaw::PassMark, DriveFlaw::Tries];
    assert_eq!(wrong.flaws(today), flaws);
    assert_eq!(DriveCommand { tries: None, ..command() }.flaws(today), []);
}

#[test]
fn the_day_for_knowing_lies_before_that_of_all_and_something_comes_after_it() {
    let due = command().due;
    let (before, earlier) = (due.previous_day().unwrap(), due.previous_day().unwrap().previous_day().unwrap());
    let flaws = |asks, know_by| DriveCommand { asks, know_by: Some(know_by), ..command() }.flaws(before);
    for asks in [Asks::Pledge, Asks::Pact] {
        assert_eq!(flaws(asks, before), [], "today will do");
        assert_eq!(flaws(asks, earlier), [DriveFlaw::KnowByBeforeToday]);
        assert_eq!(flaws(asks, due), [DriveFlaw::KnowByNotEarlier]);
    }
    for asks in [Asks::Reading, Asks::Check] {
        assert_eq!(flaws(asks, before), [DriveFlaw::KnowByAlone]);
    }
}

#[test]
fn each_step_is_late_by_its_own_day() {
    let day = |text| base::parse_iso_date(text).unwrap();
    let know_by = Some(day("2024-10-14"));
    let drive = DriveCommand { know_by, ..command() };
    let drive = drive.begin(DriveId::draw(), CircularId::draw(), false, Instant::from_micros(1));
    let to = (UnitId::draw(), Category::Pns);
    let mut task = Task::delivered(TaskId::draw(), drive.id, PersonId::draw(), to, Instant::from_micros(1));
    let late =
        |task: &Task| ["2024-10-14", "2024-10-15", "2024-10-18", "2024-10-19"].map(|on| drive.lateness(task, day(on)));
    let (knowing, all) = (Some(Late::Knowing), Some(Late::All));
    assert_eq!(late(&task), [None, knowing, knowing, all]);
    let own = |on| Some(OwnDue { on: Some(day(on)), why: DueReason::Away });
    task.know = own("2024-10-17");
    assert_eq!(late(&task), [None, None, knowing, all], "back later, and as long for it as others");
    task.know = None;
    task.due = own("2024-10-25");
    assert_eq!(late(&task), [None, knowing, knowing, knowing]);
    task.due = None;
    task.passed = Some(Instant::from_micros(2));
    task.read = task.passed;
    task.opened = task.passed;
    assert_eq!(late(&task), [None, None, None, all], "whoever knows owes the rest by the last day");
    task.signed = task.passed;
    assert_eq!(late(&task), [None; 4]);
}

#[test]
fn where_the_pledge_comes_last_it_waits_for_the_check() {
    let at = Instant::from_micros(1);
    let to = (UnitId::draw(), Category::Pns);
    let mut task = Task::delivered(TaskId::draw(), DriveId::draw(), PersonId::draw(), to, at);
    let may = |asks, task: &Task| {
        let drive = DriveCommand { asks, ..command() }.begin(task.drive, CircularId::draw(), false, at);
        drive.may(task, Step::Pledged)
    };
    let tried = |task: &Task| Asks::ALL.map(|asks| may(asks, task));
    let none = Err(NotNow::NotAsked);
    assert_eq!(
        tried(&task),
        [none, none, Err(NotNow::PassFirst), Ok(())],
        "before the pact it is spoken at an assembly"
    );
    (task.opened, task.read, task.passed) = (Some(at), Some(at), Some(at));
    assert_eq!(tried(&task), [none, none, Ok(()), Ok(())]);
}

#[test]
fn how_far_a_drive_asks_is_stored_by_its_last_step() {
    for asks in Asks::ALL {
        assert_eq!(Asks::from_code(asks.code()), Some(asks));
    }
    assert_eq!(Asks::from_code("opened"), None);
}

proptest! {
    /// Whoever takes the next step again and again comes to the end of what the drive asks and no further, and an
    /// ended task or drive asks for nothing.
    #[test]
    fn the_steps_lead_to_the_end_and_no_further(asks in prop::sample::select(&Asks::ALL[..]), ends in 0..3) {
        let at = Instant::from_micros(1);
        let mut drive =
            DriveCommand { asks, ..command() }.begin(DriveId::draw(), CircularId::draw(), false, at);
        let mut task = Task::delivered(TaskId::draw(), drive.id, PersonId::draw(), (UnitId::draw(), Category::Pns), at);
        let mut taken = Vec::new();
        while let Some(step) = drive.next(&task) {
            prop_assert_eq!(drive.may(&task, step), Ok(()));
            match step {
                Step::Delivered => {}
                Step::Opened => task.opened = Some(at),
                Step::Read => task.read = Some(at),
                Step::Passed => task.passed = Some(at),
                Step::Pledged => task.pledged = Some(at),
                Step::Signed => task.signed = Some(at),
            }
            taken.push(step);
        }
        prop_assert_eq!(taken.last(), Some(&asks.last()));
        prop_assert!(drive.is_done(&task));
        for step in Step::ALL {
            let expected = if step <= asks.last() { NotNow::Done } else { NotNow::NotAsked };
            prop_assert_eq!(drive.may(&task, step), Err(expected));
        }
        task.signed = None;
        task.passed = None;
        match ends {
            0 => drive.ended = Some(at),
            1 => task.ended = Some(at),
            _ => {}
        }
        if ends < 2 {
            prop_assert_eq!(drive.next(&task), None);
            if asks >= Asks::Check {
                prop_assert_eq!(drive.may(&task, Step::Passed), Err(NotNow::Over));
            }
        }
    }
}
