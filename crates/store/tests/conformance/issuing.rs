//! Letters signed by hand and the numbers of letters.

use crate::support::{World, after, behaviours, get};
use base::Id;
use domain::circular::State;
use domain::circular::certified::{CertifiedState, CertifiedTry, Doubt, NotSigned, SignedForm, SignedLetter};
use domain::circular::issuing::Issuing;
use domain::circular::numbering::{GivenNumber, NumberPattern};
use domain::circular::on_paper::{Deed, ScanState, SignedScan};
use domain::paper::{PaperKind, StoredFile};
use store::{Class, StoreError};

behaviours!(
    a_scan_is_decided_once_and_by_another,
    one_scan_waits_at_a_time,
    a_number_is_given_to_circular_and_letter_at_once,
    a_number_rests_on_the_one_before,
    the_pattern_is_the_last_one_set,
    a_certified_signature_is_on_its_way_once_and_ends_once,
);

fn deed(world: &World, person: usize) -> Deed {
    Deed { person: world.town.persons[person].id, office: "Analis, BKPSDM".to_owned(), at: after(90) }
}

async fn a_scan_is_decided_once_and_by_another(world: World) {
    let town = world.settle().await;
    let (scan, circular, id) = (&town.scan, town.scan.circular, town.scan.id);
    assert_eq!(get!(world, issuing::scans(circular)), [scan.clone()]);
    assert_eq!(get!(world, issuing::confirmed_scan(circular)), None);
    let decide = |state: ScanState| world.record([Issuing::ScanDecided { id, state }.effect()]);
    let own = decide(ScanState::Confirmed(deed(&world, 0))).await.unwrap_err();
    assert_eq!(own.class(), Some(Class::Check), "whoever uploaded it cannot have compared it");
    let confirmed = ScanState::Confirmed(deed(&world, 1));
    decide(confirmed.clone()).await.unwrap();
    let expected = SignedScan { state: confirmed.clone(), ..scan.clone() };
    assert_eq!(get!(world, issuing::confirmed_scan(circular)), Some(expected));
    for late in [confirmed, ScanState::Returned(deed(&world, 1), "Beda".to_owned())] {
        assert_eq!(decide(late).await, Err(StoreError::Stale { effect: "scan_decided" }));
    }
}

async fn one_scan_waits_at_a_time(world: World) {
    let town = world.settle().await;
    let another = |address: u8| {
        let scan = SignedScan { id: Id::draw(), file: Id::draw(), submitted: deed(&world, 2), ..town.scan.clone() };
        let file = StoredFile { id: scan.file, address: [address; 32], size: 1, at: after(90) };
        (scan.clone(), Issuing::ScanSubmitted(Box::new(scan), file).effect())
    };
    let before = world.picture().await;
    let refused = world.record([another(1).1]).await.unwrap_err();
    assert_eq!(refused.class(), Some(Class::Unique));
    assert_eq!(world.picture().await, before);
    let returned = ScanState::Returned(deed(&world, 0), "Halaman kedua tidak ada".to_owned());
    world.record([Issuing::ScanDecided { id: town.scan.id, state: returned.clone() }.effect()]).await.unwrap();
    let (scan, effect) = another(2);
    world.record([effect]).await.unwrap();
    let circular = town.scan.circular;
    let old = SignedScan { state: returned, ..town.scan.clone() };
    assert_eq!(get!(world, issuing::scans(circular)), [scan, old], "the newest first");
}

fn given(world: &World, number: &str) -> GivenNumber {
    GivenNumber {
        id: Id::draw(),
        circular: world.town.circulars[0].id,
        number: number.to_owned(),
        reason: "Salah tulis".to_owned(),
        given: deed(world, 1),
    }
}

async fn a_number_is_given_to_circular_and_letter_at_once(world: World) {
    let town = world.settle().await;
    let (id, object) = (town.circulars[0].id, *town.circulars[0].id.bytes());
    let new = given(&world, "270/343-Huk");
    let before = Some(town.number.number.clone());
    world.record([Issuing::NumberGiven { given: new.clone(), before }.effect()]).await.unwrap();
    let circular = get!(world, circulars::by_id(id)).unwrap();
    assert_eq!(circular.number.as_deref(), Some("270/343-Huk"));
    assert!(matches!(circular.state, State::Published { .. }) && circular.version == town.circulars[0].version);
    let letter = get!(world, papers::of_object(PaperKind::Letter, object)).unwrap();
    assert_eq!(letter.number.as_deref(), Some("270/343-Huk"));
    let numbers = get!(world, issuing::numbers(id));
    assert_eq!(numbers, [new, town.number.clone()]);
    let signed = *town.pact.id.bytes();
    let pact = get!(world, papers::of_object(PaperKind::Pact, signed)).unwrap();
    assert_eq!(pact.number, town.papers[0].number, "no other paper got the number");
}

async fn a_number_rests_on_the_one_before(world: World) {
    let town = world.settle().await;
    let before = world.picture().await;
    for wrong in [None, Some("lain".to_owned())] {
        let late = Issuing::NumberGiven { given: given(&world, "270/344"), before: wrong }.effect();
        assert_eq!(world.record([late]).await, Err(StoreError::Stale { effect: "number_given" }));
    }
    // A draft gets its number in another way.
    let mut draft = given(&world, "270/345");
    draft.circular = town.circulars[1].id;
    let number = town.circulars[1].number.clone();
    let refused = world.record([Issuing::NumberGiven { given: draft, before: number }.effect()]).await;
    assert_eq!(refused, Err(StoreError::Stale { effect: "number_given" }));
    assert_eq!(world.picture().await, before);
}

async fn the_pattern_is_the_last_one_set(world: World) {
    let town = world.settle().await;
    assert_eq!(get!(world, issuing::pattern()), Some(town.pattern.clone()));
    let other = NumberPattern::parse("270/{nomor}-Huk").ok();
    for pattern in [other, None] {
        world.record([Issuing::PatternSet(pattern.clone()).effect()]).await.unwrap();
        assert_eq!(get!(world, issuing::pattern()), pattern);
    }
}

async fn a_certified_signature_is_on_its_way_once_and_ends_once(world: World) {
    let town = world.settle().await;
    let (first, circular) = (&town.certified, town.certified.circular);
    assert_eq!(get!(world, certified::of_circular(circular)), [first.clone()]);
    let again = |turn: u32| CertifiedTry { id: Id::draw(), turn, sent: after(90), ..first.clone() };
    let send = |it: &CertifiedTry| world.record([Issuing::CertifiedSent(Box::new(it.clone())).effect()]);
    let late = Err(StoreError::Stale { effect: "certified_sent" });
    for turn in [1, 2] {
        assert_eq!(send(&again(turn)).await, late, "turn {turn}: one is on its way");
    }
    let end = |it: &CertifiedTry, state: &CertifiedState| {
        world.record([Issuing::CertifiedEnded { id: it.id, state: state.clone() }.effect()])
    };
    let words = "Passphrase anda salah 2031".to_owned();
    let refused = CertifiedState::Refused { at: after(91), why: NotSigned::Passphrase, words };
    let unknown = CertifiedState::Unknown { at: after(93), why: Doubt::Silence };
    let file = StoredFile { id: Id::draw(), address: [3; 32], size: 1, at: after(95) };
    let signed = CertifiedState::Signed(SignedLetter {
        at: after(95),
        file: file.id,
        signer: Some("Rahmat Contoh".to_owned()),
        form: SignedForm::Kept,
        behind: 7,
    });
    end(first, &refused).await.unwrap();
    assert_eq!(end(first, &unknown).await, Err(StoreError::Stale { effect: "certified_ended" }));
    let (second, third) = (again(2), again(3));
    assert_eq!(send(&again(1)).await, late, "a turn is taken once");
    send(&second).await.unwrap();
    end(&second, &unknown).await.unwrap();
    send(&third).await.unwrap();
    world.record([Issuing::FileKept(file).effect()]).await.unwrap();
    end(&third, &signed).await.unwrap();
    assert_eq!(send(&again(4)).await, late, "a signed letter is not signed again");
    let states: Vec<CertifiedState> =
        get!(world, certified::of_circular(circular)).into_iter().map(|it| it.state).collect();
    assert_eq!(states, [signed, unknown, refused], "the newest first, each as it was told");
}
