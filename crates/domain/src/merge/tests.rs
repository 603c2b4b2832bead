use super::*;
use crate::ids::PostId;
use crate::people::DetailKind;
use crate::post::Tenure;
use proptest::prelude::*;

fn at(n: i64) -> Instant {
    Instant::from_micros(n)
}

fn day(text: &str) -> Date {
    base::parse_iso_date(text).unwrap()
}

fn proposal() -> Merge {
    let people = (PersonId::draw(), PersonId::draw());
    Merge::propose(MergeId::draw(), people, vec![1], (PersonId::draw(), at(0))).unwrap()
}

#[derive(Debug, Clone, Copy)]
enum Act {
    Confirm,
    TurnDown,
    Part,
}

proptest! {
    /// Whoever tries whatever and whenever: it takes two officers, neither of whom it is about, and is parted in time only.
    #[test]
    fn it_is_decided_once_by_two_people_whom_it_is_not_about(
        acts in prop::collection::vec((prop::sample::select(vec![Act::Confirm, Act::TurnDown, Act::Part]), 0usize..4, 0u64..70), 1..10)
    ) {
        let mut it = proposal();
        let people = [it.proposed_by, it.survivor, it.double, PersonId::draw()];
        for (act, who, days) in acts {
            let now = at(0).plus(Duration::from_secs(days * 86_400));
            let (by, was) = (people[who], it.state);
            let next = match act {
                Act::Confirm => it.confirm(by, now, Moves::default()),
                Act::TurnDown => it.turn_down(by, now),
                Act::Part => it.part(by, now, vec![2]),
            };
            let open = was == MergeState::Proposed;
            let stranger = who == 0 || who == 3;
            let expected = match act {
                Act::Confirm => open && who == 3,
                Act::TurnDown => open && stranger,
                Act::Part => was == MergeState::Done && stranger && it.final_from().is_some_and(|last| now < last),
            };
            prop_assert_eq!(next.is_ok(), expected);
            if let Ok(next) = next {
                prop_assert_eq!(next.version, it.version + 1);
                prop_assert_eq!(next.moves.is_some(), matches!(next.state, MergeState::Done | MergeState::Undone));
                it = next;
            }
        }
    }

    /// What the two took together is the earliest; parting leaves the one that stays what it had and took since, and what
    /// a later step rests on.
    #[test]
    fn parting_leaves_what_was_own_and_taken_since(own in way(0), double in way(1), since in way(2)) {
        let joined = own.joined(&[double], &own);
        for (place, joined) in joined.0.iter().enumerate() {
            prop_assert_eq!(*joined, own.0[place].into_iter().chain(double.0[place]).min());
        }
        let mut now = joined;
        for (place, slot) in now.0.iter_mut().enumerate() {
            *slot = slot.or(since.0[place]);
        }
        let left = now.own(&own, &[double]);
        for (place, left) in left.0.iter().enumerate() {
            let taken = since.0[place].filter(|_| joined.0[place].is_none());
            prop_assert_eq!(*left, own.0[place].or(taken));
        }
        let parted = left.joined(&[], &now);
        prop_assert!(parted.0[3].is_none() || parted.0[2].is_some());
        prop_assert!(parted.0[5].is_none() || parted.0[3].is_some());
    }
}

/// Steps in their order, at times that belong to this one alone.
fn way(whose: i64) -> impl Strategy<Value = Times> {
    (prop::bool::ANY, 0usize..6, 0i64..50).prop_map(move |(pledged, steps, begun)| {
        let mut times = Times::default();
        for (place, slot) in times.0.iter_mut().enumerate() {
            let taken = if place == 4 { pledged } else { place <= steps };
            let moment = (begun + i64::try_from(place).unwrap()) * 3 + whose;
            *slot = taken.then(|| at(moment));
        }
        times
    })
}

#[test]
fn what_both_have_is_not_there_twice() {
    let (one, other) = (PersonId::draw(), PersonId::draw());
    let (unit, elsewhere) = (UnitId::draw(), UnitId::draw());
    let engaged = |person, unit, since, until: Option<&str>| Engagement {
        id: EngagementId::draw(),
        person,
        unit,
        category: Category::Pns,
        position: "Guru".to_owned(),
        since: day(since),
        until: until.map(day),
    };
    let detail = |person, kind, until: Option<&str>| Detail {
        id: DetailId::draw(),
        person,
        kind,
        index: [0; 32],
        sealed: Vec::new(),
        since: day("2024-01-01"),
        until: until.map(day),
    };
    let held = [engaged(one, unit, "2020-01-01", None)];
    let doubled = [
        engaged(other, unit, "2021-01-01", None),
        engaged(other, unit, "2019-01-01", None),
        engaged(other, elsewhere, "2021-01-01", Some("2021-02-01")),
    ];
    let numbers = [detail(one, DetailKind::Nip, None), detail(one, DetailKind::Phone, Some("2024-02-02"))];
    let others = [
        detail(other, DetailKind::Nip, None),
        detail(other, DetailKind::Phone, None),
        detail(other, DetailKind::Email, Some("2024-03-03")),
    ];
    let survivor = Side { engagements: &held, details: &numbers, holders: &[], absences: &[] };
    let double = Side { engagements: &doubled, details: &others, holders: &[], absences: &[] };
    let moves = moves(&survivor, &double, day("2024-10-10"));
    assert_eq!(moves.dropped.iter().map(|it| it.of(other)).collect::<Vec<_>>(), doubled[..1]);
    let row = |it: &Detail, ended: Option<&str>| MovedRow::Detail { id: it.id, until: it.until, ended: ended.map(day) };
    let expected = [
        MovedRow::Engagement(doubled[1].id),
        MovedRow::Engagement(doubled[2].id),
        row(&others[0], Some("2024-10-09")),
        row(&others[1], None),
        row(&others[2], Some("2024-03-03")),
    ];
    assert_eq!(moves.rows, expected, "only where another of its kind holds does one become a past one");
    let holder = |post, since, until: Option<&str>| Holder {
        id: HolderId::draw(),
        post,
        person: one,
        tenure: Tenure::Definitive,
        since: day(since),
        until: until.map(day),
    };
    let post = PostId::draw();
    let first = [holder(post, "2020-01-01", Some("2021-01-01"))];
    assert!(share_a_post(&first, &[holder(post, "2021-01-01", None)]));
    assert!(!share_a_post(&first, &[holder(post, "2021-01-02", None), holder(PostId::draw(), "2020-01-01", None)]));
}

#[test]
fn only_what_one_person_has_makes_two_records_alike() {
    let detail = |kind, index: u8, number: &str| {
        let (person, sealed, since) = (PersonId::draw(), Vec::new(), day("2024-01-01"));
        let it = Detail { id: DetailId::draw(), person, kind, index: [index; 32], sealed, since, until: None };
        (it, BirthDay::read(kind, number))
    };
    let nip = || vec![detail(DetailKind::Nip, 1, "198503152010012007")];
    let nik = |number| vec![detail(DetailKind::Nik, 2, number)];
    let same = likeness(&nip(), &nik("6371055503850003")).unwrap();
    assert!(same.birth && same.other_kind && !same.phone, "the day of a woman has 40 added");
    assert_eq!(likeness(&nip(), &nik("6371051603850003")), None, "born on another day");
    let unreadable = [nik("63710599"), vec![detail(DetailKind::Phone, 9, "+62811")]].concat();
    assert_eq!(likeness(&nip(), &unreadable), None, "the name alone is nothing");
    let with_phone = [nip(), vec![detail(DetailKind::Phone, 9, "+62811")]].concat();
    assert!(likeness(&with_phone, &unreadable).is_some_and(|it| it.phone && !it.birth));
    let elsewhere = [nik("6371051603850003"), vec![detail(DetailKind::Phone, 9, "+62811")]].concat();
    assert_eq!(likeness(&with_phone, &elsewhere), None, "two people of one household share a telephone");
}
