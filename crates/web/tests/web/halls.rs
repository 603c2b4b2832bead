//! The screen of a hall.

use crate::Stage;
use crate::access::halls::{go_on, plan};
use crate::access::steps::{publish, work};
use axum::body::Body;
use axum::http::{Request, header};
use domain::assembly::Phase;
use domain::policy::Role;
use futures::StreamExt as _;
use std::time::Duration;
use tower::ServiceExt as _;

/// The two words that stand on a screen.
fn words(body: &str) -> String {
    let (_, rest) = body.split_once("n-hall__words").unwrap_or_else(|| panic!("no words: {body}"));
    rest.split_once('>').and_then(|(_, rest)| rest.split('<').next()).unwrap_or_default().trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_words_on_the_screen_change_when_the_minute_is_over() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    publish(world, town, "Netralitas").await;
    work(world).await;
    let id = plan(world, town, None).await;
    go_on(world, town, id, Phase::Join).await;
    let mut officer = stage.browser_of(Role::PersonnelOfficer).await;
    let path = format!("/ikrar/{id}/layar");
    let first = words(&officer.get(&path).await.body);
    assert!(!first.is_empty());
    // What the open page is sent by itself.
    let cookies: Vec<String> = officer.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request = Request::get(format!("{path}/alir")).header(header::HOST, "localhost:8080");
    let request = request.header(header::COOKIE, cookies.join("; ")).body(Body::empty()).unwrap();
    let mut sent = web::router(stage.site.clone()).oneshot(request).await.unwrap().into_body().into_data_stream();
    let mut shown = String::new();
    while !shown.contains(&first) {
        shown.push_str(&String::from_utf8_lossy(&sent.next().await.unwrap().unwrap()));
    }
    stage.clock.set(world.now.plus(Duration::from_secs(59)));
    assert_eq!(words(&officer.get(&path).await.body), first, "the same for a whole minute");
    stage.clock.set(world.now.plus(Duration::from_secs(60)));
    let second = words(&officer.get(&path).await.body);
    assert_ne!(second, first);
    let mut later = String::new();
    while !later.contains(&second) {
        later.push_str(&String::from_utf8_lossy(&sent.next().await.unwrap().unwrap()));
    }
    assert!(!later.contains(&first), "the words before are not on it any more");
}
