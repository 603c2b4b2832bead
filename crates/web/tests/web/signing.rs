//! The password at the signature: asked again when it was given long ago, and not a moment after.

use crate::Stage;
use crate::access::steps;
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

/// An employee's browser, and the page on which they sign.
async fn at_the_pact(stage: &Stage) -> (crate::Browser, String) {
    let (world, town) = (&stage.world, &stage.world.town);
    let circular = steps::publish(world, town, "Netralitas").await;
    steps::work(world).await;
    let task = steps::task(world, town, Role::Employee, circular).await;
    steps::pass(world, town, Role::Employee, task).await;
    (stage.browser_of(Role::Employee).await, format!("/tugas/{task}/tanda-tangan"))
}
