//! Circulars, drives, papers and stored files.

use crate::people::samples;
use crate::support::{NOW, World, after, behaviours, day, get, get_outside};
use base::Id;
use domain::category::Category;
use domain::change::{Change, Effect};
use domain::circular::attachments::Attachment;
use domain::circular::{Addressees, Body, Circular, End, Ending, Signatory, State};
use domain::drive::{Asks, Drive};
use domain::ids::CircularId;
use domain::job::Work;
use domain::media::Media;
use domain::paper::{PaperKind, PaperState, StoredFile, Token};
use domain::provision::Provision;
use domain::revision::{Judgement, Revision};
use domain::seal_key::SealKeyRecord;
use proptest::prelude::*;
use store::StoreError;

behaviours!(
    long_circulars_are_read_back,
    a_stale_version_never_writes,
    a_published_circular_stays_as_it_is,
    a_circular_ends_once,
    drives_are_read_back,
    a_paper_is_found_by_object_and_code,
    a_paper_is_rendered_once,
    one_seal_key_follows_another,
);

fn bodies() -> impl Strategy<Value = (Body, Option<String>)> {
    let text = || "\\PC{0,400}";
    let body = (text(), text(), prop::collection::vec(text(), 0..40), text(), prop::collection::vec(text(), 0..5))
        .prop_map(|(subject, opening, provisions, closing, bases)| Body {
            subject,
            election: "Pilkada 2024".to_owned(),
            opening,
            provisions: (1..)
                .zip(provisions)
                .map(|(key, text): (u32, String)| Provision { key: key.to_string(), ..Provision::proposed(text) })
                .collect(),
            closing,
            attachments: bases
                .iter()
                .map(|title| Attachment { file: Id::draw(), title: title.clone(), media: Media::Png, bytes: u64::MAX })
                .collect(),
            bases: bases.clone(),
            copies: bases,
        });
    (body, prop::option::of("\\PC{1,30}"))
}

async fn long_circulars_are_read_back(world: World) {
    let town = world.settle().await;
    let mut made: Vec<Circular> = Vec::new();
    for (number, (body, code)) in samples(&bodies(), 12).into_iter().enumerate() {
        let units = town.units.iter().take(number % 3).map(|unit| unit.id).collect();
        let except = town.units.iter().skip(number % 3).map(|unit| unit.id).collect();
        let posts = domain::post::Duty::ALL[..number % 4].to_vec();
        let titles = vec![format!("Camat {}", body.subject); number % 3];
        let addressees = Addressees { categories: vec![], units, posts, titles, except };
        let mut circular = Circular::draft(world.chance().id(), day("2024-09-09"), body, addressees);
        circular.number = code;
        let judged = vec![Judgement { key: "1".to_owned(), concerns: vec![Category::VillageHead] }];
        let replaces = town.circulars[0].id;
        circular.revision = (number % 2 == 0).then(|| Revision { replaces, judged, concerns: vec![Category::Pns] });
        made.push(circular);
    }
    let long = "Dilarang, baik langsung maupun tidak langsung. ".repeat(4_000);
    let provision = |key: u32| Provision { key: key.to_string(), ..Provision::new(long.clone()) };
    let body = Body { provisions: (0..10).map(provision).collect(), ..Body::default() };
    made.push(Circular::draft(world.chance().id(), day("2024-09-09"), body, Addressees::default()));
    for circular in &made {
        world.record([Effect::CircularSaved(Box::new(circular.clone()))]).await.unwrap();
        let id = circular.id;
        assert_eq!(get!(world, circulars::by_id(id)).as_ref(), Some(circular));
    }
    // Newest first; of one day, the latest id first.
    let mut expected = [made, town.circulars.clone()].concat();
    expected.sort_by_key(|circular| std::cmp::Reverse((circular.dated, circular.id)));
    assert_eq!(get!(world, circulars::list()), expected);
    let nobody = CircularId::draw();
    assert_eq!(get!(world, circulars::by_id(nobody)), None);
}

async fn a_stale_version_never_writes(world: World) {
    let town = world.settle().await;
    let draft = town.circulars[1].clone();
    let id = draft.id;
    let second = Circular { version: 2, number: None, dated: day("2024-10-10"), ..draft.clone() };
    assert_eq!(world.record([Effect::CircularSaved(Box::new(second.clone()))]).await.unwrap().rows, 1);
    let before = world.picture().await;
    for version in [0, 2, 4, 17] {
        let mut late = Circular { version, ..draft.clone() };
        late.body.subject = "terlambat".to_owned();
        let change = Change::new(crate::support::permit(Some(town.institution.id)))
            .with(Effect::CircularSaved(Box::new(late)))
            .commit("subject", "terlambat")
            .job(Work::RenderLetter { circular: id });
        let refused = world.record_change(change).await;
        assert_eq!(refused, Err(StoreError::Stale { effect: "circular_saved" }), "version {version}");
        assert_eq!(world.picture().await, before, "version {version} left something behind");
    }
    // A first version never takes the place of another.
    let first = Effect::CircularSaved(Box::new(draft));
    assert_eq!(world.record([first]).await.unwrap_err().class(), Some(store::Class::Unique));
    assert_eq!(get!(world, circulars::by_id(id)), Some(second));
}

async fn a_published_circular_stays_as_it_is(world: World) {
    let town = world.settle().await;
    let before = world.picture().await;
    let published = town.circulars[0].clone();
    let signatory = Signatory { tenure: String::new(), title: "Bupati".to_owned(), name: "Lain".to_owned() };
    for state in [State::Draft, State::Published { at: after(5), signatory }] {
        let again = Circular { version: 3, state, ..published.clone() };
        let refused = world.record([Effect::CircularSaved(Box::new(again))]).await;
        assert_eq!(refused, Err(StoreError::Stale { effect: "circular_saved" }));
    }
    assert_eq!(world.picture().await, before);
    let id = published.id;
    assert_eq!(get!(world, circulars::by_id(id)), Some(published));
}

async fn a_circular_ends_once(world: World) {
    let town = world.settle().await;
    let (id, draft) = (town.circulars[0].id, town.circulars[1].id);
    let ended = |id: CircularId, how: Ending| Effect::CircularEnded { id, end: Box::new(End { at: after(9), how }) };
    let replaced = || Ending::Replaced { by: draft };
    let stale = Err(StoreError::Stale { effect: "circular_ended" });
    assert_eq!(world.record([ended(draft, replaced())]).await, stale, "a draft never held");
    let by = Effect::DrivesEnded { circular: id, at: after(10) };
    let number = town.circulars[0].number.clone();
    let published = get!(world, circulars::published());
    assert!(published.contains(&(id, number.clone(), None)));
    assert!(published.iter().all(|(it, ..)| *it != draft), "a draft is not public");
    world.record([ended(id, replaced()), by.clone()]).await.unwrap();
    let expected = Circular { end: Some(End { at: after(9), how: replaced() }), ..town.circulars[0].clone() };
    assert_eq!(get!(world, circulars::by_id(id)), Some(expected));
    assert!(get!(world, circulars::published()).contains(&(id, number, Some(after(9)))));
    let withdrawn = ended(id, town.withdrawal().how);
    assert_eq!(world.record([withdrawn]).await, stale, "it ended before");
    assert_eq!(world.record([by]).await.unwrap().rows, 0);
    let drive = town.drive.id;
    assert_eq!(get!(world, circulars::drive_by_id(drive)).unwrap().ended, Some(after(10)));
    // A paper that counts no longer does not come to count again, nor change what became of it.
    let paper = town.papers[1].clone();
    let mark = |state| Effect::PaperMarked { kind: paper.kind, object: paper.object, state };
    world.record([mark(PaperState::Replaced)]).await.unwrap();
    let refused = world.record([mark(PaperState::Withdrawn)]).await;
    assert_eq!(refused, Err(StoreError::Stale { effect: "paper_marked" }));
    let (kind, object) = (paper.kind, paper.object);
    assert_eq!(get!(world, papers::of_object(kind, object)).unwrap().state, PaperState::Replaced);
}

async fn drives_are_read_back(world: World) {
    let town = world.settle().await;
    let later = Drive {
        id: Id::draw(),
        begun: after(60),
        name: "Kedua".to_owned(),
        asks: Asks::Reading,
        know_by: None,
        tries: None,
        only_changed: true,
        ..town.drive.clone()
    };
    world.record([Effect::DriveBegun(Box::new(later.clone()))]).await.unwrap();
    let (id, nobody) = (town.drive.id, Id::draw());
    assert_eq!(get!(world, circulars::drive_by_id(id)), Some(town.drive.clone()));
    assert_eq!(get!(world, circulars::drive_by_id(nobody)), None);
    assert_eq!(get!(world, circulars::drives()), [later.clone(), town.drive.clone()]);
    for pass_mark in [0, 6, usize::MAX] {
        let wrong = Drive { id: Id::draw(), pass_mark, ..later.clone() };
        let refused = world.record([Effect::DriveBegun(Box::new(wrong))]).await.unwrap_err();
        assert_eq!(refused.class(), Some(store::Class::Check), "{pass_mark}");
    }
    for tries in [0, 11] {
        let wrong = Drive { id: Id::draw(), tries: Some(tries), ..later.clone() };
        let refused = world.record([Effect::DriveBegun(Box::new(wrong))]).await.unwrap_err();
        assert_eq!(refused.class(), Some(store::Class::Check), "{tries}");
    }
    let orphan = Drive { id: Id::draw(), circular: Id::draw(), ..later };
    let refused = world.record([Effect::DriveBegun(Box::new(orphan))]).await.unwrap_err();
    assert_eq!(refused.class(), Some(store::Class::ForeignKey));
}

async fn a_paper_is_found_by_object_and_code(world: World) {
    let town = world.settle().await;
    for paper in &town.papers {
        let (kind, object, token) = (paper.kind, paper.object, paper.token.clone());
        assert_eq!(get!(world, papers::of_object(kind, object)).as_ref(), Some(paper));
        let found = get_outside!(world, papers::by_token(&token));
        assert_eq!(found, Some((town.institution.id, paper.clone())));
    }
    let (object, unknown) = (town.papers[0].object, Token::from_random(&[7; 13]));
    assert_eq!(get!(world, papers::of_object(PaperKind::Letter, object)), None);
    assert_eq!(get_outside!(world, papers::by_token(&unknown)), None);
    // One paper for each object, and no code twice.
    let mut twin = town.papers[0].clone();
    (twin.id, twin.token) = (Id::draw(), Token::from_random(&[8; 13]));
    let mut same_code = town.papers[0].clone();
    (same_code.id, same_code.object) = (Id::draw(), [3; 16]);
    for paper in [twin, same_code] {
        let refused = world.record([Effect::PaperMade(Box::new(paper))]).await.unwrap_err();
        assert_eq!(refused.class(), Some(store::Class::Unique));
    }
}

async fn a_paper_is_rendered_once(world: World) {
    let town = world.settle().await;
    let (id, nobody) = (town.file.id, Id::draw());
    assert_eq!(get!(world, papers::file(id)), Some(town.file.clone()));
    assert_eq!(get!(world, papers::file(nobody)), None);
    let (scan, sheet) = (town.scanned().address, town.pack_file().address);
    let small = [town.photo.address, town.reading_photo.address, scan, sheet].map(|address| (address, 9));
    let mut all = [vec![(town.file.address, 4_000_000_000)], small.to_vec()].concat();
    all.sort_unstable();
    assert_eq!(get_outside!(world, papers::addresses()), all);
    let (first, next) = (town.file.address[0], [town.file.address.as_slice(), &[0]].concat());
    let (below, above) = ([first], town.photo.address);
    for (from, until) in [(&below[..], &above[..]), (&next, &above), (&[], &below)] {
        let inside = |address: &[u8; 32]| (from..until).contains(&address.as_slice());
        let expected: Vec<[u8; 32]> = all.iter().map(|it| it.0).filter(inside).collect();
        let (from, until) = (from.to_vec(), until.to_vec());
        assert_eq!(get_outside!(world, papers::addresses_between(&from, &until)), expected);
    }
    let before = world.picture().await;
    let again = StoredFile { id: Id::draw(), address: [5; 32], size: 1, at: NOW };
    let refused =
        world.record([Effect::PaperRendered { paper: town.papers[0].id, file: Box::new(again.clone()) }]).await;
    assert_eq!(refused, Err(StoreError::Stale { effect: "paper_rendered" }));
    // A size that the column's reader could not read back is not shortened but refused.
    let huge = StoredFile { size: u64::from(u32::MAX) + 1, ..again.clone() };
    let refused = world.record([Effect::PaperRendered { paper: town.papers[1].id, file: Box::new(huge) }]).await;
    assert!(matches!(refused, Err(StoreError::Misused { statement: "files/add", .. })), "{refused:?}");
    assert_eq!(world.picture().await, before);
    world.record([Effect::PaperRendered { paper: town.papers[1].id, file: Box::new(again.clone()) }]).await.unwrap();
    let (kind, object, new) = (town.papers[1].kind, town.papers[1].object, again.id);
    assert_eq!(get!(world, papers::of_object(kind, object)).unwrap().file, Some(new));
    assert_eq!(get!(world, papers::file(new)), Some(again));
}

async fn one_seal_key_follows_another(world: World) {
    let town = world.settle().await;
    let first = town.seal_key.clone();
    assert_eq!(get!(world, seal_keys::current()), Some(first.clone()));
    let second = SealKeyRecord {
        id: Id::draw(),
        certificate: b"kedua".to_vec(),
        secret: Some(vec![0, 1, 255]),
        since: after(60),
        until: None,
    };
    let made = || Effect::SealKeyMade(Box::new(second.clone()));
    assert_eq!(world.record([made()]).await, Err(StoreError::Stale { effect: "seal_key_made" }));
    let end = Effect::SealKeyEnded { id: first.id, until: after(60) };
    world.record([end.clone(), made()]).await.unwrap();
    assert_eq!(get!(world, seal_keys::current()), Some(second.clone()));
    let ended = SealKeyRecord { secret: None, until: Some(after(60)), ..first };
    assert_eq!(get!(world, seal_keys::list()), [second, ended]);
    assert_eq!(world.record([end]).await, Err(StoreError::Stale { effect: "seal_key_ended" }));
}
