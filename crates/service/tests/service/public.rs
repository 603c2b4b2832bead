//! What everybody may read, and what nobody but the institution may.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking, too")]

use base::Occasion;
use domain::tenancy::RESERVED_SEGMENTS;
use service::testing::World;
use service::testing::papers::{keep_draft, publish};
use service::{Fault, Government, PublicCircular};

crate::on_both_engines!(
    the_front_tells_the_installations_own_from_the_reported,
    only_published_circulars_are_public,
    a_circular_is_found_at_its_own_institution_only,
    the_four_governments_have_pages,
    unknown_and_reserved_names_have_no_page,
);

async fn the_front_tells_the_installations_own_from_the_reported(world: World) {
    let front = world.app.front(Occasion::draw(world.now)).await.unwrap();
    let ours: Vec<_> = front.institutions.iter().map(|it| it.short_name.as_str()).collect();
    assert_eq!(ours, ["kabupaten-sukamaju", "kota-lain"]);
    let reported: Vec<_> = front.reported.iter().map(|it| it.short_name.as_str()).collect();
    assert_eq!(reported, ["kabupaten-batang", "kabupaten-kulon-progo", "kota-depok", "kota-malang"]);
    // Monday 14 October 2024 is the twentieth day of a campaign that the quiet period of 24 November follows.
    let [stage] = front.stages.as_slice() else { panic!("{:?}", front.stages) };
    assert_eq!((stage.election.id.as_str(), stage.day), ("pilkada-2024", 20));
    assert_eq!(stage.next.as_ref().map(|(_, from)| base::iso_date(*from)).as_deref(), Some("2024-11-24"));
}

async fn only_published_circulars_are_public(world: World) {
    let draft = keep_draft(&world, &world.town).await;
    let issued = publish(&world, &world.town).await;
    let page = world.app.public_institution(Occasion::draw(world.now), "kabupaten-sukamaju").await.unwrap();
    assert_eq!(page.circulars, [issued.circular.clone()]);
    assert!(page.reported.is_empty());
    let hidden = world.app.public_circular("kabupaten-sukamaju", &draft.id.to_string()).await;
    assert!(matches!(hidden, Err(Fault::NotFound)), "{hidden:?}");
}

async fn a_circular_is_found_at_its_own_institution_only(world: World) {
    let issued = publish(&world, &world.town).await;
    let id = issued.circular.id.to_string();
    let PublicCircular::Published(found) = world.app.public_circular("kabupaten-sukamaju", &id).await.unwrap() else {
        panic!("it was published here");
    };
    assert_eq!(found.circular, issued.circular);
    assert_eq!(found.letter, Some(issued.letter));
    assert_eq!(found.units, ["Dinas Kesehatan (rekaan)"]);
    for (other, id) in [
        ("kota-lain", id.as_str()),
        ("kota-depok", id.as_str()),
        ("kota-tiada", id.as_str()),
        ("kabupaten-sukamaju", "se-kota-depok-270-343-huk"),
        ("kota-malang", "se-kota-depok-270-343-huk"),
        ("menpanrb", "se-menpanrb-2023-18"),
        ("kota-depok", ""),
    ] {
        let found = world.app.public_circular(other, id).await;
        assert!(matches!(found, Err(Fault::NotFound)), "{other} {id}: {found:?}");
    }
}

async fn the_four_governments_have_pages(world: World) {
    for known in world.app.law().institutions() {
        let page = world.app.public_institution(Occasion::draw(world.now), &known.short_name).await.unwrap();
        assert!(matches!(page.government, Government::Reported(found) if found == known));
        assert!(page.circulars.is_empty());
        assert!(!page.reported.is_empty(), "{}", known.short_name);
        for instrument in page.reported {
            let found = world.app.public_circular(&known.short_name, &instrument.id).await.unwrap();
            assert!(matches!(found, PublicCircular::Reported { instrument: found, .. } if found == instrument));
        }
    }
}

async fn unknown_and_reserved_names_have_no_page(world: World) {
    let scanners = ["kota-tiada", "", "favicon.ico", "Kabupaten-Sukamaju", "menpanrb", "..", "wp-admin"];
    for name in scanners.into_iter().chain(RESERVED_SEGMENTS) {
        let found = world.app.public_institution(Occasion::draw(world.now), name).await;
        assert!(matches!(found, Err(Fault::NotFound)), "{name}: {found:?}");
    }
}
