use super::*;
use crate::ids::UnitId;
use proptest::prelude::*;

const NOW: Instant = Instant::from_micros(0);

fn day(number: i64) -> Date {
    let first = base::parse_iso_date("2024-01-01").unwrap();
    (0..number).fold(first, |day, _| day.next_day().unwrap())
}

fn post(unit: UnitId, title: &str, duty: Duty) -> Post {
    Post { id: PostId::draw(), unit, title: title.to_owned(), duty }
}

fn held(tenure: Tenure, since: i64, until: Option<i64>) -> Holder {
    let (id, post, person) = (HolderId::draw(), PostId::draw(), PersonId::draw());
    Holder { id, post, person, tenure, since: day(since), until: until.map(day) }
}

fn begin(duty: Duty, others: &[Holder], (tenure, since, until): (Tenure, i64, Option<i64>)) -> Result<(), PostFlaw> {
    may_begin((duty, UnitKind::Office), others, (tenure, day(since), until.map(day)), day(20))
}

#[test]
fn a_post_stands_where_there_is_room_for_it() {
    let (here, there) = (UnitId::draw(), UnitId::draw());
    let all = [post(here, "Camat Melati", Duty::HeadOfUnit), post(here, "Bupati", Duty::HeadOfRegion)];
    let stands = |unit, title: &str, duty| may_stand(&post(unit, title, duty), &all);
    let other = post(here, "Ajudan", Duty::Other);
    assert_eq!(may_stand(&post(here, "ajudan", Duty::Other), [&other]), Err(PostFlaw::TitleTaken));
    assert_eq!(stands(here, "Camat Melati", Duty::Other), Ok(()));
    assert_eq!(stands(there, "Camat Melati", Duty::HeadOfUnit), Ok(()));
    assert_eq!(stands(here, "Kepala", Duty::HeadOfUnit), Err(PostFlaw::HeadTaken));
    assert_eq!(stands(here, "Sekretaris", Duty::Other), Ok(()));
    assert_eq!(stands(there, "Wali Kota", Duty::HeadOfRegion), Err(PostFlaw::OnlyOne));
    assert_eq!(stands(there, "Sekretaris Daerah", Duty::RegionalSecretary), Ok(()));
    assert_eq!(may_stand(&all[0], &all), Ok(()), "a post does not stand in its own way");
    assert_eq!(title("  Camat \t Melati "), Ok("Camat Melati".to_owned()));
    assert_eq!((title(" "), title(&"x".repeat(201))), (Err(PostFlaw::Title), Err(PostFlaw::Title)));
}

#[test]
fn who_takes_a_post_beside_whom() {
    use Tenure::{Definitive, Pj, Pjs, Plh, Plt};
    let definitive = [held(Definitive, 0, Some(30))];
    let since = day(0);
    for (must, tenure) in [
        (Err(PostFlaw::Held { since }), (Plt, 30, Some(40))),
        (Ok(()), (Plt, 31, None)),
        (Err(PostFlaw::Held { since }), (Definitive, 10, None)),
        (Ok(()), (Plh, 10, Some(30))),
        (Err(PostFlaw::NoDefinitive), (Plh, 10, Some(31))),
        (Err(PostFlaw::NoDefinitive), (Plh, 10, None)),
        (Err(PostFlaw::Tenure), (Pj, 31, None)),
        (Err(PostFlaw::Tenure), (Pjs, 10, Some(11))),
        (Err(PostFlaw::Order), (Plt, 40, Some(39))),
        (Err(PostFlaw::TooFar), (Plt, 387, None)),
        (Ok(()), (Plt, 386, None)),
        (Ok(()), (Plt, 31, Some(31 + 3_660))),
        (Err(PostFlaw::UntilTooFar), (Plt, 31, Some(31 + 3_661))),
    ] {
        assert_eq!(begin(Duty::HeadOfUnit, &definitive, tenure), must, "{tenure:?}");
    }
    assert_eq!(begin(Duty::HeadOfRegion, &definitive, (Pjs, 10, Some(20))), Ok(()));
    assert_eq!(begin(Duty::HeadOfRegion, &[], (Pj, 10, None)), Ok(()));
    assert_eq!(begin(Duty::RegionalSecretary, &[], (Pj, 10, None)), Err(PostFlaw::Tenure));
    let village = may_begin((Duty::HeadOfUnit, UnitKind::Village), &[], (Pj, day(10), None), day(20));
    assert_eq!(village, Ok(()), "a village without an elected head has a penjabat");
    assert_eq!(begin(Duty::Other, &[held(Definitive, 5, Some(4))], (Plt, 1, None)), Ok(()), "a mistake held on no day");
}

#[test]
fn what_ends_ends_once_and_takes_its_stand_in_with_it() {
    let it = held(Tenure::Definitive, 0, Some(30));
    let beside = [held(Tenure::Plh, 5, Some(8)), held(Tenure::Plh, 9, Some(30)), held(Tenure::Plh, 15, Some(20))];
    let end = |holder: &Holder, last: Option<i64>| ending(holder, &beside, last.map(day), day(20));
    let must = vec![(it.id, day(10)), (beside[1].id, day(10)), (beside[2].id, day(14))];
    assert_eq!(end(&it, Some(10)), Ok(must));
    assert_eq!(end(&it, Some(30)), Ok(Vec::new()), "a second tap");
    assert_eq!(end(&it, Some(31)), Err(PostFlaw::Over));
    assert_eq!(end(&it, None).map(|all| all.len()), Ok(4), "a mistake is taken back with all that leaned on it");
    assert_eq!(end(&beside[0], Some(4)), Err(PostFlaw::Order));
    let never = held(Tenure::Plt, 5, Some(4));
    assert_eq!(end(&never, Some(9)), Err(PostFlaw::Over));
    assert_eq!(ending(&held(Tenure::Plt, 0, None), &[], Some(day(400)), day(20)), Err(PostFlaw::TooFar));
}

fn recorded(
    duty: Duty,
    turn: Turn,
    who: (PersonId, PersonId),
    letter: Option<Letter>,
) -> Result<Appointment, PostFlaw> {
    let holding = (PostId::draw(), HolderId::draw(), who.0);
    Appointment::record((AppointmentId::draw(), duty), holding, (turn, letter), (who.1, NOW), day(20))
}

#[test]
fn the_head_of_region_is_appointed_by_two_and_nobody_by_themselves() {
    let (person, by, other) = (PersonId::draw(), PersonId::draw(), PersonId::draw());
    let letter = |dated| Some(Letter { number: "821/1".to_owned(), dated: day(dated) });
    let begins = Turn::Begins { tenure: Tenure::Definitive, since: day(1), until: None };
    let one = recorded(Duty::HeadOfUnit, begins, (person, by), letter(1)).unwrap();
    assert_eq!((one.state, one.decided), (AppointmentState::Done, None));
    assert_eq!(one.begun().map(|it| (it.id, it.person)), Some((one.holder, person)));
    assert_eq!(recorded(Duty::HeadOfUnit, begins, (by, by), letter(1)), Err(PostFlaw::Oneself));
    assert_eq!(recorded(Duty::HeadOfUnit, begins, (person, by), letter(21)), Err(PostFlaw::Letter));
    assert_eq!(recorded(Duty::HeadOfUnit, Turn::Ends { until: day(9) }, (person, by), None), Err(PostFlaw::Letter));
    assert!(recorded(Duty::HeadOfUnit, Turn::Never, (person, by), None).is_ok());
    for duty in [Duty::HeadOfRegion, Duty::RegionalSecretary] {
        let two = recorded(duty, begins, (person, by), letter(1)).unwrap();
        assert_eq!(two.state, AppointmentState::Waiting);
        assert_eq!(two.confirm(by, NOW), Err(PostFlaw::SecondPerson));
        assert_eq!(two.confirm(person, NOW), Err(PostFlaw::SecondPerson));
        let done = two.confirm(other, NOW).unwrap();
        assert_eq!((done.state, done.version), (AppointmentState::Done, 2));
        assert_eq!(done.turn_down(other, NOW), Err(PostFlaw::Decided));
        assert_eq!(two.turn_down(by, NOW).unwrap().confirm(other, NOW), Err(PostFlaw::Decided));
    }
}

#[derive(Debug, Clone)]
enum Act {
    Begin(Tenure, i64, Option<i64>),
    End(usize, Option<i64>),
}

fn act() -> impl Strategy<Value = Act> {
    let tenure = prop::sample::select(Tenure::ALL.to_vec());
    prop_oneof![
        3 => (tenure, 0i64..60, prop::option::of(0i64..20))
            .prop_map(|(tenure, since, lasts)| Act::Begin(tenure, since, lasts.map(|days| since + days))),
        2 => (0usize..8, prop::option::of(0i64..60)).prop_map(|(which, last)| Act::End(which, last)),
    ]
}

proptest! {
    /// Whatever is recorded and taken back in whatever order: on no day do two fill a post or two stand in, nobody stands in
    /// without a definitive holder, and an end never comes later than was known.
    #[test]
    fn a_post_has_one_holder_a_day(acts in prop::collection::vec(act(), 1..25), region in any::<bool>()) {
        let duty = if region { Duty::HeadOfRegion } else { Duty::HeadOfUnit };
        let mut all: Vec<Holder> = Vec::new();
        for act in acts {
            match act {
                Act::Begin(tenure, since, until) => {
                    if begin(duty, &all, (tenure, since, until)).is_ok() {
                        prop_assert!(region || !matches!(tenure, Tenure::Pj | Tenure::Pjs));
                        all.push(held(tenure, since, until));
                    }
                }
                Act::End(which, last) => {
                    let Some(it) = all.get(which) else { continue };
                    for (id, until) in ending(it, &all, last.map(day), day(20)).unwrap_or_default() {
                        let it = all.iter_mut().find(|it| it.id == id).unwrap();
                        prop_assert!(it.until.is_none_or(|known| until < known));
                        it.until = Some(until);
                    }
                }
            }
        }
        for day in (0..90).map(day) {
            let on: Vec<_> = all.iter().filter(|it| it.holds_on(day)).map(|it| it.tenure).collect();
            let stand_in = on.iter().filter(|it| !it.fills()).count();
            prop_assert!(on.len() - stand_in <= 1 && stand_in <= 1, "{:?}", on);
            prop_assert!(stand_in == 0 || on.contains(&Tenure::Definitive), "{:?}", on);
        }
    }
}
