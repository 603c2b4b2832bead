use super::*;
use base::Id;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn plan(leaders_first: bool) -> Plan {
    Plan {
        drive: Id::draw(),
        unit: None,
        held: Instant::from_micros(0),
        place: "Halaman  Kantor Bupati ".to_owned(),
        leader: "Bupati".to_owned(),
        witnesses: vec![Witness { name: " ".to_owned(), office: String::new() }],
        leaders_first,
    }
}

fn assembly(leaders_first: bool) -> Assembly {
    Assembly::planned(Id::draw(), plan(leaders_first)).unwrap()
}

fn all_phases() -> Vec<Phase> {
    let points = (1..=POINTS).map(Phase::Read);
    [Phase::Planned, Phase::Join].into_iter().chain(points).chain([Phase::Leaders, Phase::Sign, Phase::Done]).collect()
}

#[test]
fn a_plan_is_tidied_and_says_what_is_missing() {
    let made = assembly(false);
    assert_eq!((made.plan.place.as_str(), made.plan.witnesses.len()), ("Halaman Kantor Bupati", 0));
    let half = Witness { name: "Ani".to_owned(), office: String::new() };
    let bad = Plan { place: " ".to_owned(), leader: "x".repeat(TEXT_MAX + 1), witnesses: vec![half], ..plan(false) };
    let faults = Assembly::planned(Id::draw(), bad).unwrap_err();
    assert_eq!(faults, [PlanFault::Place, PlanFault::Leader, PlanFault::Witnesses]);
}

#[test]
fn an_assembly_goes_through_every_phase_once() {
    for leaders_first in [false, true] {
        let mut here = assembly(leaders_first);
        let mut seen = vec![here.phase];
        while let Some(next) = here.moved(Step::On, Instant::from_micros(here.version)) {
            here = next;
            seen.push(here.phase);
        }
        let mut expected = all_phases();
        expected.retain(|phase| leaders_first || *phase != Phase::Leaders);
        assert_eq!(seen, expected);
        assert!(here.opened < here.signing && here.signing < here.closed);
    }
}

proptest! {
    /// However the operator goes to and fro: going on undoes going back, the clock keeps its first times, every change
    /// counts the version up by one, and what is done stays done.
    #[test]
    fn going_to_and_fro_keeps_the_first_times(leaders_first: bool, steps in prop::collection::vec(any::<bool>(), 1..40)) {
        let mut here = assembly(leaders_first);
        for (number, on) in steps.into_iter().enumerate() {
            let step = if on { Step::On } else { Step::Back };
            let Some(next) = here.moved(step, Instant::from_micros(number as i64)) else {
                prop_assert!(matches!(here.phase, Phase::Done) || step == Step::Back);
                continue;
            };
            prop_assert_eq!(next.version, here.version + 1);
            for (before, after) in [(here.opened, next.opened), (here.signing, next.signing), (here.closed, next.closed)] {
                prop_assert!(before.is_none() || before == after);
            }
            if step == Step::Back {
                prop_assert_eq!(next.beyond(Step::On), Some(here.phase));
                prop_assert!(next.phase < here.phase);
            } else {
                prop_assert!(next.phase > here.phase);
            }
            here = next;
        }
    }

    #[test]
    fn every_phase_is_read_as_it_was_stored(at in 0..9_usize, code in "[a-z]{4,7}", point: u8) {
        let phase = all_phases()[at];
        prop_assert_eq!(Phase::from_code(phase.code(), phase.point()), Some(phase));
        if let Some(read) = Phase::from_code(&code, point) {
            prop_assert_eq!((read.code(), read.point()), (code.as_str(), point));
        }
    }

    /// Words are taken while they are shown and one minute longer, and never a second more.
    #[test]
    fn words_are_taken_for_two_minutes(shown in 0_i64..10_000_000_000, later in 0_i64..300) {
        let minute = Minute::of(Instant::from_micros(shown * 1_000_000));
        let then = Minute::of(Instant::from_micros((shown + later) * 1_000_000));
        let taken = then.taken().any(|it| it == minute);
        prop_assert_eq!(taken, then.number() - minute.number() <= 1);
        prop_assert!(!(taken && then.lately().any(|it| it == minute)));
        let left = Minute::seconds_left(Instant::from_micros(shown * 1_000_000));
        prop_assert_eq!(Minute::of(Instant::from_micros((shown + left) * 1_000_000)).number(), minute.number() + 1);
    }

    #[test]
    fn words_survive_being_typed(hash: [u8; 32], between in "[ .,/-]{1,3}") {
        let words = DoorWords::from_hash(hash);
        prop_assert_eq!(DoorWords::parse(&words.address()), Some(words));
        let typed = format!(" {}", words.spoken().to_uppercase().replace(' ', &between));
        prop_assert_eq!(DoorWords::parse(&typed), Some(words));
    }

    #[test]
    fn a_sample_is_small_different_and_within(people in 0_usize..500, seed: u64) {
        let mut state = seed;
        let chosen = sample(people, |below| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(state >> 33).unwrap_or(0) % below
        });
        let distinct: BTreeSet<_> = chosen.iter().collect();
        prop_assert_eq!(distinct.len(), chosen.len());
        prop_assert!(chosen.iter().all(|it| *it < people));
        prop_assert!(chosen.len() * 20 >= people && chosen.len() >= people.min(3));
        prop_assert!(chosen.len() <= people / 20 + 3);
    }
}

#[test]
fn the_words_are_easy_and_none_is_mistaken_for_another() {
    assert!(WORDS.len() > 400, "the fewer words, the easier they are guessed");
    let distinct: BTreeSet<_> = WORDS.iter().collect();
    assert_eq!(distinct.len(), WORDS.len());
    for word in WORDS {
        assert!((3..=9).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
        let one_off = |other: &&str| {
            other.len() == word.len()
                && *other != word
                && other.bytes().zip(word.bytes()).filter(|(a, b)| a != b).count() < 2
        };
        assert_eq!(WORDS.iter().find(|other| one_off(other)), None, "{word}");
    }
    assert_eq!(DoorWords::parse("melati"), None);
    assert_eq!(DoorWords::parse("melati sawah melati"), None);
    assert_eq!(DoorWords::parse("bukankata sawah"), None);
}

#[test]
fn pictures_are_told_by_their_first_bytes() {
    assert_eq!(PictureKind::sniff(b"\xff\xd8\xff\xe0"), Some(PictureKind::Jpeg));
    assert_eq!(PictureKind::sniff(b"\x89PNG\r\n\x1a\nxx"), Some(PictureKind::Png));
    assert_eq!(PictureKind::sniff(b"%PDF-1.7"), Some(PictureKind::Pdf));
    assert_eq!(PictureKind::sniff(b"<svg onload=alert(1)>"), None);
    assert_eq!(PictureKind::sniff(b""), None);
    for kind in PictureKind::ALL {
        assert_eq!(PictureKind::from_code(kind.code()), Some(kind));
    }
}
