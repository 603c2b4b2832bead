//! Failures to sign in are counted by the network behind a proxy, not by the proxy's.

use crate::{Browser, Stage};
use axum::Extension;
use axum::extract::ConnectInfo;
use domain::policy::Role;
use service::testing::PASSWORD;
use std::net::SocketAddr;
use web::TrustedProxies;

const PROXY: &str = "127.0.0.1:40000";

/// A browser whose requests come through a proxy that says that it is at `address`.
fn through(stage: &Stage, trusted: &str, address: &str) -> Browser {
    let peer: SocketAddr = PROXY.parse().unwrap();
    let proxies = TrustedProxies::parse(trusted).unwrap();
    let site = web::behind(web::router(stage.site.clone()), proxies).layer(Extension(ConnectInfo(peer)));
    let mut browser = Browser::new(site);
    browser.forwarded_for = Some(address.to_owned());
    browser
}

/// Whether the owner of an account gets in from a new device at `owner`, after a stranger at `stranger` has failed as
/// often as makes a network wait.
async fn the_owner_gets_in(trusted: &str, stranger: &str, owner: &str) -> bool {
    let stage = Stage::new().await;
    let number = stage.world.town.person(Role::Employee).number.clone();
    for n in 0..30 {
        let mut browser = through(&stage, trusted, stranger);
        browser.agent = format!("agent {n}");
        let answer = browser.post("/masuk", &[("nomor", &number), ("sandi", "bukan sandi saya")]).await;
        assert_eq!(answer.status, 422);
    }
    let answer = through(&stage, trusted, owner).post("/masuk", &[("nomor", &number), ("sandi", PASSWORD)]).await;
    assert!([303, 422].contains(&answer.status));
    answer.status == 303
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_behind_the_same_proxy_does_not_slow_another_network() {
    assert!(the_owner_gets_in("127.0.0.1", "198.51.100.7", "203.0.113.7").await);
    assert!(!the_owner_gets_in("127.0.0.1", "203.0.113.9", "203.0.113.7").await, "the same network waits");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_trust_nobody_changes_networks_by_a_header() {
    assert!(!the_owner_gets_in("", "198.51.100.7", "203.0.113.7").await);
}
