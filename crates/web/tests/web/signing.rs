//! The password at the signature: asked again when it was given long ago, and not a moment after.

use crate::Stage;
use crate::access::{halls, steps};
use domain::assembly::Phase;
use domain::policy::Role;
use service::testing::PASSWORD;

const FREELY: [(&str, &str); 2] = [("ikrar", "ya"), ("sadar", "ya")];

#[tokio::test(flavor = "multi_thread")]
async fn a_password_of_a_moment_ago_is_not_asked_again() {
    let stage = Stage::new().await;
    let (mut browser, path) = at_the_pact(&stage).await;
    let shown = browser.get(&path).await.body;
    assert!(!shown.contains(r#"name="sandi""#) && shown.contains("kurang dari lima menit"), "{shown}");
    let answer = browser.post(&path, &FREELY).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert!(answer.location().ends_with("/selesai"), "{}", answer.location());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_of_long_ago_is_asked_again() {
    let stage = Stage::new().await;
    let (mut browser, path) = at_the_pact(&stage).await;
    stage.wait(stage.world.now, 6);
    assert!(browser.get(&path).await.body.contains(r#"name="sandi""#));
    let none = browser.post(&path, &FREELY).await;
    assert_eq!(none.status, 422, "an old proof is none");
    let wrong = browser.post(&path, &[FREELY[0], FREELY[1], ("sandi", "bukan sandi saya")]).await;
    assert_eq!(wrong.status, 422);
    let right = browser.post(&path, &[FREELY[0], FREELY[1], ("sandi", PASSWORD)]).await;
    assert!(right.location().ends_with("/selesai"), "{}", right.location());
}

#[tokio::test(flavor = "multi_thread")]
async fn at_an_assembly_the_pact_is_read_there_and_signed_by_an_act_of_its_own() {
    let stage = Stage::new().await;
    let (mut browser, path) = at_the_pact(&stage).await;
    let task = path.split('/').nth(2).unwrap().parse().unwrap();
    let (world, town) = (&stage.world, &stage.world.town);
    let caller = world.caller(town, Role::Employee);
    let id = halls::plan(world, town, None).await;
    halls::go_on(world, town, id, Phase::Join).await;
    halls::join(world, town, Role::Employee, id, stage.site.occasion()).await;
    halls::go_on(world, town, id, Phase::Sign).await;
    let pact = world.app.pact_to_sign(&caller, task).await.unwrap();
    let here = format!("/ikrar/{id}/ikut");
    // Also for whoever comes back from their passkey: nothing is ticked for anybody.
    for path in [here.clone(), format!("{here}?bukti=kata")] {
        let page = browser.get(&path).await.body;
        for said in [r#"name="ikrar""#, r#"name="pakta""#, &pact.name, &pact.number, &pact.position, &pact.circular] {
            assert!(page.contains(said), "{path} lacks {said}");
        }
        assert!(!page.contains(" checked"), "{path} is ticked: {page}");
    }
    let pledged = browser.post(&here, &[("ikrar", "ya")]).await;
    assert_eq!((pledged.status, pledged.location()), (303, here.as_str()), "{}", pledged.body);
    let own = world.app.own_task(&caller, task).await.unwrap().task;
    assert!(own.pledged.is_some() && own.signed.is_none(), "who ticks the pledge signs no pact");
}

/// An employee's browser, and the page on which they sign.
async fn at_the_pact(stage: &Stage) -> (crate::Browser, String) {
    let (world, town) = (&stage.world, &stage.world.town);
    let circular = steps::publish(world, town, "Netralitas").await;
    steps::work(world).await;
    let task = steps::task(world, town, Role::Employee, circular).await;
    steps::pass(world, town, Role::Employee, task).await;
    (stage.browser_of(Role::Employee).await, format!("/tugas/{task}/tanda-tangan"))
}
