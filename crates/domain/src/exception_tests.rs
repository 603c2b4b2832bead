use super::*;
use crate::category::Category;
use crate::drive::{Asks, DriveCommand};
use crate::ids::{CircularId, DriveId, UnitId};
use proptest::prelude::*;

fn day(text: &str) -> Date {
    base::parse_iso_date(text).unwrap()
}

fn scene(asks: Asks) -> (Drive, Task) {
    let at = Instant::from_micros(1);
    let command = DriveCommand {
        name: "Netralitas".to_owned(),
        election: "Pilkada 2024".to_owned(),
        due: day("2024-10-18"),
        know_by: None,
        pass_mark: 4,
        asks,
        tries: None,
    };
    let drive = command.begin(DriveId::draw(), CircularId::draw(), false, at);
    let at_as = (UnitId::draw(), Category::Pns);
    let task = Task::delivered(TaskId::draw(), drive.id, PersonId::draw(), at_as, at);
    (drive, task)
}

fn command(kind: ExceptionKind, on: &str, note: &str, witness: &str) -> ExceptionCommand {
    let (note, witness) = (note.to_owned(), witness.to_owned());
    ExceptionCommand { kind, on: day(on), words: Words { note, witness, pact: None } }
}

#[test]
fn each_flaw_is_named() {
    let (drive, mut task) = scene(Asks::Pact);
    let days = (day("2024-10-01"), day("2024-10-14"));
    let refused = ExceptionKind::Refused(Step::Signed);
    let flaws = |it: &ExceptionCommand, task: &Task| it.flaws(&drive, task, days);
    let good = command(refused, "2024-10-14", "Tidak setuju", "Sari");
    assert_eq!(flaws(&good, &task), []);
    assert_eq!(flaws(&command(refused, "2024-10-15", "x", "y"), &task), [ExceptionFlaw::Day], "it lies ahead");
    assert_eq!(flaws(&command(refused, "2024-09-30", "x", "y"), &task), [ExceptionFlaw::Day], "before delivery");
    let bare = command(refused, "2024-10-14", " ", "");
    assert_eq!(flaws(&bare, &task), [ExceptionFlaw::Note, ExceptionFlaw::Witness]);
    task.signed = Some(Instant::from_micros(2));
    assert_eq!(flaws(&good, &task), [ExceptionFlaw::Step], "it has been signed");
    let (reading, task) = scene(Asks::Reading);
    assert_eq!(good.flaws(&reading, &task, days), [ExceptionFlaw::Step], "it is not asked");
    let exempt = |reason, on, note| flaws(&command(ExceptionKind::Exempt(reason), on, note, ""), &task);
    assert_eq!(exempt(ExemptReason::Left, "2024-10-18", ""), [], "retires on the due date");
    assert_eq!(exempt(ExemptReason::Left, "2024-10-19", ""), [ExceptionFlaw::Day]);
    assert_eq!(exempt(ExemptReason::LongIllness, "1924-10-14", ""), [ExceptionFlaw::Day]);
    assert_eq!(exempt(ExemptReason::Other, "2024-10-01", ""), [ExceptionFlaw::Note]);
    assert_eq!(exempt(ExemptReason::Died, "2024-10-01", &"x".repeat(WORDS_MAX + 1)), [ExceptionFlaw::Note]);
}

#[test]
fn a_pact_of_another_institution_is_recognised_by_its_paper_alone() {
    let days = (day("2024-10-01"), day("2024-10-14"));
    let paper = PactElsewhere {
        issuer: "Kota Contoh".to_owned(),
        fingerprint: "00FF".to_owned(),
        sealed: 1,
        digest: "00".to_owned(),
    };
    let with = |reason, pact| {
        let mut command = command(ExceptionKind::Exempt(reason), "2024-10-01", "x", "");
        command.words.pact = pact;
        command
    };
    let (drive, mut task) = scene(Asks::Pact);
    let recognised = with(ExemptReason::Recognised, Some(paper.clone()));
    assert_eq!(recognised.flaws(&drive, &task, days), []);
    assert_eq!(with(ExemptReason::Recognised, None).flaws(&drive, &task, days), [ExceptionFlaw::Pact]);
    assert_eq!(with(ExemptReason::Left, Some(paper)).flaws(&drive, &task, days), [ExceptionFlaw::Pact]);
    task.signed = Some(Instant::from_micros(2));
    assert_eq!(recognised.flaws(&drive, &task, days), [ExceptionFlaw::Pact], "they signed here");
    let (reading, task) = scene(Asks::Reading);
    assert_eq!(recognised.flaws(&reading, &task, days), [ExceptionFlaw::Pact], "no pact is asked for");
}

#[test]
fn the_pledge_is_refused_alone_only_where_it_comes_last() {
    for asks in Asks::ALL {
        assert_eq!(ExceptionKind::refusable(asks).last(), Some(asks.last()));
    }
    assert!(ExceptionKind::refusable(Asks::Pact).all(|step| step != Step::Pledged), "it is refused with the pact");
}

#[test]
fn codes_are_read_back() {
    let exempt = ExemptReason::ALL.map(ExceptionKind::Exempt);
    for kind in exempt.into_iter().chain(ExceptionKind::REFUSABLE.map(ExceptionKind::Refused)) {
        assert_eq!(ExceptionKind::from_parts(kind.code(), kind.reason()), Some(kind));
    }
    assert_eq!(ExceptionKind::from_parts("refused", "opened"), None);
    assert_eq!(ExceptionKind::from_parts("exempt", "read"), None);
}

proptest! {
    /// Whoever refused owes as before and ends the refusal by doing it; whoever is exempt owes nothing and is asked
    /// for nothing, until that is taken back.
    #[test]
    fn a_refusal_changes_nothing_owed_and_an_exemption_everything(
        asks in prop::sample::select(&Asks::ALL[..]),
        step in prop::sample::select(&ExceptionKind::REFUSABLE[..]),
        taken in 0usize..7,
        is_exempt in any::<bool>(),
        taken_back in any::<bool>(),
    ) {
        let at = Instant::from_micros(5);
        let (drive, mut task) = scene(asks);
        for step in Step::ALL.into_iter().take(taken) {
            match step {
                Step::Delivered => {}
                Step::Opened => task.opened = Some(at),
                Step::Read => task.read = Some(at),
                Step::Passed => task.passed = Some(at),
                Step::Pledged => task.pledged = Some(at),
                Step::Signed => task.signed = Some(at),
            }
        }
        let plain = task.clone();
        let kind = if is_exempt { ExceptionKind::Exempt(ExemptReason::Left) } else { ExceptionKind::Refused(step) };
        let (id, by) = (ExceptionId::draw(), PersonId::draw());
        let ended = taken_back.then_some((by, at));
        let (on, words) = (day("2024-10-01"), Vec::new());
        let it = Exception { id, task: task.id, person: task.person, kind, on, words, by, at, answer: None, ended };
        if !taken_back {
            match kind {
                ExceptionKind::Exempt(_) => task.exempt = Some(at),
                ExceptionKind::Refused(step) => task.refused = Some(step),
            }
        }
        let done = task.at(step).is_some();
        prop_assert_eq!(it.stands(&task), !taken_back && (is_exempt || !done));
        prop_assert_eq!(it.done_after_all(&task).is_some(), !taken_back && !is_exempt && done);
        for step in Step::ALL {
            if is_exempt && !taken_back && !drive.is_done(&task) {
                prop_assert_eq!(drive.next(&task), None);
                prop_assert!(drive.may(&task, step).is_err());
            } else {
                prop_assert_eq!(drive.next(&task), drive.next(&plain));
                prop_assert_eq!(drive.may(&task, step), drive.may(&plain, step));
            }
        }
    }
}
