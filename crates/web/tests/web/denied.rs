//! A refusal leaves its trace before it is answered.

use crate::Stage;
use domain::policy::{Action, Role, Target, allow};

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_refused_leaves_one_event_that_names_person_and_action() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::Employee).await;
    stage.wait(stage.world.now, 1);
    let before = stage.world.events().await;
    assert_eq!(browser.get("/kelola").await.status, 403);
    assert_eq!(stage.world.events().await, before + 1);
    let event = stage.world.latest_event().await;
    let caller = stage.world.caller(&stage.world.town, Role::Employee);
    let me = Target::of(stage.world.town.institution.id, "person").person(caller.person().unwrap());
    let mine = allow(&caller.actor, Action::ViewOwn, &me).unwrap().event([0; 16], stage.world.now);
    assert_eq!((event.action.as_str(), event.actor), ("access_denied", mine.actor));
    assert_eq!(browser.get("/kelola").await.status, 403);
    assert_eq!(stage.world.events().await, before + 1, "the same again is quiet for a minute");
    stage.wait(stage.site.now(), 1);
    assert_eq!(browser.get("/kelola").await.status, 403);
    assert_eq!(stage.world.events().await, before + 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_and_who_is_not_signed_in_leave_none() {
    let stage = Stage::new().await;
    let before = stage.world.events().await;
    let mut stranger = stage.browser();
    assert_eq!(stranger.get("/kelola").await.status, 303);
    assert_eq!(stranger.get("/tidak/ada").await.status, 404);
    assert_eq!(stage.world.events().await, before);
}
