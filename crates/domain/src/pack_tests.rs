use super::*;
use crate::category::Category;
use crate::drive::{Asks, DriveCommand};
use crate::ids::CircularId;
use proptest::prelude::*;

fn drive(asks: Asks) -> Drive {
    let due = base::parse_iso_date("2024-10-18").unwrap();
    let (name, election) = ("Netralitas".to_owned(), "Pilkada 2024".to_owned());
    let command = DriveCommand { name, election, due, know_by: None, pass_mark: 4, asks, tries: None };
    command.begin(DriveId::draw(), CircularId::draw(), false, Instant::from_micros(1))
}

fn task(drive: &Drive, done: [bool; 4]) -> Task {
    let at = |done: bool| done.then_some(Instant::from_micros(2));
    let fresh = Task::delivered(
        TaskId::draw(),
        drive.id,
        PersonId::draw(),
        (UnitId::draw(), Category::VillageHead),
        Instant::from_micros(1),
    );
    Task { read: at(done[0]), passed: at(done[1]), pledged: at(done[2]), exempt: at(done[3]), ..fresh }
}

fn marks() -> impl Strategy<Value = Marks> {
    let answers = prop::collection::vec(prop::option::weighted(0.9, 0..OPTIONS), 5);
    let legible = (any::<bool>(), answers, any::<bool>());
    let legible = legible.prop_map(|(read, answers, pledged)| Marks { aside: None, read, answers, pledged });
    let aside = prop::sample::select(&Aside::ALL[..]).prop_map(|why| Marks::set_aside(why, 5));
    prop_oneof![6 => legible, 1 => aside]
}

/// Readings that differ in little, as those of one sheet do.
fn three() -> impl Strategy<Value = [Marks; 3]> {
    let slip = || prop::option::weighted(0.6, marks());
    (marks(), slip(), slip()).prop_map(|(one, two, three)| {
        [one.clone(), two.unwrap_or_else(|| one.clone()), three.unwrap_or_else(|| one.clone())]
    })
}

fn line(keyed: Option<PersonId>, person: PersonId) -> PackLine {
    let at = Instant::from_micros(3);
    PackLine {
        id: PackLineId::draw(),
        pack: PackId::draw(),
        place: 1,
        task: TaskId::draw(),
        person,
        code: "K7M2QX4P".to_owned(),
        questions: Vec::new(),
        voided: None,
        keyed: keyed.map(|by| Keyed { by, at, marks: Some(Marks::default()), page: None }),
        reread: None,
        settled: None,
    }
}

proptest! {
    /// Nothing is recorded that was not marked, not asked for, done before or not owed; and nothing is passed without
    /// being read, nor on a sheet that is not whole.
    #[test]
    fn paper_records_what_is_marked_and_owed_and_nothing_more(
        asks in prop::sample::select(&Asks::ALL[..]), done in any::<[bool; 4]>(), marks in marks(),
        right in prop::collection::vec(0_usize..3, 5), ended: bool, is_known: bool,
    ) {
        let mut drive = drive(asks);
        drive.ended = ended.then_some(Instant::from_micros(9));
        let task = task(&drive, done);
        let alike = Alike::of_two((PersonId::draw(), PersonId::draw()), marks.clone());
        let Judged { outcome, answers } = judge(&drive, &task, &alike, is_known.then_some(&right));
        if marks.aside.is_some() {
            prop_assert!(!outcome.read && !outcome.pledged && answers.is_none());
            prop_assert!(matches!(outcome.check, SheetCheck::Unreadable | SheetCheck::Missing));
            return Ok(());
        }
        let is_owed = |step: Step| !ended && !done[3] && step <= asks.last() && task.at(step).is_none();
        prop_assert_eq!(outcome.read, marks.read && is_owed(Step::Read));
        let rests = asks != Asks::Pledge || done[1] || outcome.check == SheetCheck::Passed;
        prop_assert_eq!(outcome.pledged, marks.pledged && is_owed(Step::Pledged) && rests);
        let whole: Option<Vec<u8>> = marks.answers.iter().copied().collect();
        let is_judged = matches!(outcome.check, SheetCheck::Passed | SheetCheck::Failed);
        prop_assert_eq!(is_judged, is_known && whole.is_some() && is_owed(Step::Passed) && (marks.read || done[0]));
        let answered = marks.answers.iter().any(Option::is_some) && is_owed(Step::Passed);
        prop_assert_eq!(outcome.check == SheetCheck::Outdated, answered && !is_known);
        prop_assert_eq!(answers.is_some(), is_judged);
        if let (Some((given, correct)), Some(whole)) = (answers, whole) {
            let count = whole.iter().zip(&right).filter(|(a, b)| usize::from(**a) == **b).count();
            prop_assert_eq!((&given, correct as usize), (&whole, count));
            prop_assert_eq!(outcome.check == SheetCheck::Passed, count >= 4);
        }
    }

    /// Two readings differ exactly where their marks do, whoever of the two is asked.
    #[test]
    fn differences_are_mutual_and_complete(one in marks(), two in marks()) {
        let found = one.differences(&two);
        prop_assert_eq!(&found, &two.differences(&one));
        prop_assert_eq!(found.is_empty(), one == two);
        let expected = (0..5).filter(|n| one.answers[*n] != two.answers[*n]).count()
            + usize::from(one.read != two.read) + usize::from(one.pledged != two.pledged);
        prop_assert_eq!(found.len(), if one.aside == two.aside { expected } else { 1 });
        // Who looks again at what differs, and sees the same as the first, has read the same; elsewhere nothing changes.
        prop_assert_eq!(&two.looked_again(&found, &one), &one);
        prop_assert_eq!(two.looked_again(&[], &one), two);
    }

    /// Of three readings each part is what two of them have alike, and these two are named; a part of which no two say
    /// the same, and a sheet that two could not read, says nothing. So every line comes to an end after three readings.
    #[test]
    fn of_three_readings_each_part_is_what_two_have_alike(readings in three()) {
        let people: Vec<PersonId> = (0..3).map(|_| PersonId::draw()).collect();
        let [one, two, three] = &readings;
        let alike = Alike::of_three([(people[0], one), (people[1], two), (people[2], three)]);
        let of = |who: PersonId| &readings[people.iter().position(|it| *it == who).unwrap()];
        let says = |pair: Option<Pair>, is: &dyn Fn(&Marks) -> bool| {
            pair.is_none_or(|(by, also)| by != also && [by, also].iter().all(|who| of(*who).aside.is_none() && is(of(*who))))
        };
        prop_assert!(says(alike.read, &|it| it.read == alike.marks.read));
        prop_assert!(says(alike.answers, &|it| it.answers == alike.marks.answers));
        prop_assert!(says(alike.pledged, &|it| it.pledged == alike.marks.pledged));
        let nobody = [alike.read, alike.answers, alike.pledged].iter().all(Option::is_none);
        prop_assert!(alike.marks.aside.is_none() || nobody);
        // Nothing is made up where nobody agrees, and nothing lost where two agree on everything.
        prop_assert!(alike.read.is_some() || !alike.marks.read);
        prop_assert!(alike.answers.is_some() || alike.marks.answers.iter().all(Option::is_none));
        prop_assert!(alike.pledged.is_some() || !alike.marks.pledged);
        let whole = [(one, two), (one, three), (two, three)].into_iter().find(|(a, b)| a == b);
        if let Some((agreed, _)) = whole {
            prop_assert_eq!(&alike.marks, agreed);
        }
        let drive = drive(Asks::Check);
        let task = task(&drive, [true, false, false, false]);
        let check = judge(&drive, &task, &alike, Some(&[0; 5])).outcome.check;
        prop_assert_eq!(check == SheetCheck::Differing, alike.answers.is_none() && alike.marks.aside.is_none());
    }

    /// A line passes through two hands, or three where two differ, and never through those of the person on it; nobody
    /// reads it twice but who is to look again.
    #[test]
    fn a_line_takes_two_people_other_than_its_own(
        keyer in 0_usize..4, second in prop::option::of((0_usize..4, any::<bool>())), who in 0_usize..4, is_keyed: bool,
        is_void: bool,
    ) {
        let people: Vec<PersonId> = (0..4).map(|_| PersonId::draw()).collect();
        let mut line = line(is_keyed.then_some(people[keyer]), people[0]);
        line.voided = is_void.then_some(Instant::from_micros(4));
        let second = second.filter(|(by, _)| is_keyed && *by != keyer);
        let other = Marks { read: true, ..Marks::default() };
        line.reread = second.map(|(by, stands)| {
            Reread { by: people[by], at: Instant::from_micros(4), marks: Some(other), stands }
        });
        let who = people[who];
        let told = line.looks_again(who);
        let looks = second.is_some_and(|(by, stands)| people[by] == who && !stands) && !is_void;
        prop_assert_eq!(told, looks.then(|| vec![Difference::Read]));
        prop_assert_eq!(line.is_differing(), !is_void && second.is_some_and(|(_, stands)| stands));
        prop_assert!(!(line.may_key(who) && line.may_settle(who)));
        if line.may_key(who) || line.may_settle(who) {
            prop_assert!(who != people[0] && !is_void);
        }
        let is_done = second.is_some_and(|(by, stands)| people[by] == who && stands);
        let may = !is_void && is_keyed && who != people[keyer] && who != people[0] && !is_done;
        prop_assert_eq!(line.may_settle(who), may);
        prop_assert!(!line.may_key(who) || second.is_none());
    }

    /// What stands on a sheet is taken with the code on it, however it is typed, and with no other.
    #[test]
    fn a_line_takes_nothing_from_a_sheet_with_another_code(marks in marks(), typed in "[ -]?[A-Z0-9]{0,8}", other: bool) {
        let line = line(None, PersonId::draw());
        prop_assert!(marks.fits(5) && !marks.fits(4));
        for typed in ["QX4P", " qx-4p ", "k7m2-qx4p"] {
            prop_assert!(line.takes(typed, &marks), "{}", typed);
        }
        let is_its = matches!(tidy_code(&typed).as_str(), "QX4P" | "K7M2QX4P");
        let is_empty = tidy_code(&typed).is_empty();
        prop_assert_eq!(line.takes(&typed, &marks), is_its || (is_empty && marks.is_blank()));
        let blank = Marks { answers: vec![None; 5], ..Marks::default() };
        prop_assert!(line.takes("", &blank) && !line.takes("4P", &blank));
        let marked = Marks { read: other, pledged: !other, ..blank };
        prop_assert!(!line.takes("", &marked));
    }

    /// A pack goes on from state to state and comes to rest when nothing is left to do.
    #[test]
    fn a_pack_rests_once_every_line_is_void_or_settled(
        voided in 0_u32..4, settled in 0_u32..4, keyed in 0_u32..4, open in 0_u32..4, pictures in 0_u32..2,
    ) {
        let lines = voided + settled + keyed + open;
        let count = PackCount { lines, voided, keyed: keyed + settled, settled, pictures };
        let state = count.state();
        let rests = matches!(state, PackState::Confirmed | PackState::Replaced);
        prop_assert_eq!(rests, keyed + open == 0);
        prop_assert_eq!(state == PackState::Replaced, lines == voided);
        prop_assert_eq!(state == PackState::Keyed, open == 0 && keyed > 0);
        let (due, later) = (base::parse_iso_date("2024-10-18").unwrap(), base::parse_iso_date("2024-10-19").unwrap());
        prop_assert!(!count.is_overdue(due, due));
        prop_assert_eq!(count.is_overdue(due, later), !rests && pictures == 0 && open > 0);
    }
}
