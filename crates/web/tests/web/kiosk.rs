//! What a kiosk leaves in the browser, and what it shows.

use crate::access::steps;
use crate::{Browser, Stage};
use domain::policy::Role;
use service::testing::PASSWORD;
use std::time::Duration;

/// A browser that the head of the unit has turned into a kiosk.
async fn kiosk(stage: &Stage) -> Browser {
    let mut browser = stage.browser_of(Role::HeadOfUnit).await;
    let opened = browser.post("/kios", &[]).await;
    assert_eq!((opened.status, opened.location()), (303, "/kios"));
    forgets(opened.header("clear-site-data"), "whoever opens it is signed out");
    browser
}

async fn come(stage: &Stage, browser: &mut Browser, role: Role) {
    let number = stage.world.town.person(role).number.clone();
    let answer = browser.post("/masuk", &[("nomor", &number), ("sandi", PASSWORD)]).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

fn forgets(told: &str, when: &str) {
    assert!(told.contains("\"cache\"") && told.contains("\"storage\""), "{when}: {told:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_is_told_to_forget_whoever_leaves_and_the_end_of_the_kiosk() {
    let stage = Stage::new().await;
    let mut browser = kiosk(&stage).await;
    let name = stage.world.town.person(Role::Employee).name.bare.clone();
    for leaving in ["/keluar", "/kios/tutup"] {
        come(&stage, &mut browser, Role::Employee).await;
        let home = browser.get("/beranda").await;
        assert!(home.body.contains(&name));
        assert_eq!(home.header("cache-control"), "no-store");
        // What a tab that is opened again still carries.
        let cookies = browser.cookies.clone();
        let left = match leaving {
            "/keluar" => browser.post(leaving, &[]).await,
            _ => browser.get(leaving).await,
        };
        assert_eq!(left.status, 303);
        forgets(left.header("clear-site-data"), leaving);
        browser.cookies = cookies;
        let restored = browser.get("/beranda").await;
        assert_eq!((restored.status, restored.location()), (303, "/masuk"), "{}", restored.body);
        assert_eq!(browser.get("/masuk").await.location(), "/kios");
        let front = browser.get("/kios").await;
        assert!(!front.body.contains(&name));
        forgets(front.header("clear-site-data"), "a session that is over");
    }
    come(&stage, &mut browser, Role::HeadOfUnit).await;
    let page = browser.get("/kios").await.body;
    let action = page.split("action=\"").find(|part| part.starts_with("/kios/")).unwrap();
    let action = action.split('"').next().unwrap().to_owned();
    let ended = browser.post(&action, &[]).await;
    assert_eq!(ended.status, 303, "{}", ended.body);
    forgets(ended.header("clear-site-data"), "the kiosk is over");
    assert!(ended.set_cookie("__Host-netral-kios").contains("Max-Age=0"), "{:?}", ended.headers);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kiosk_shows_ones_own_and_what_is_public_and_keeps_files_away() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    let circular = steps::publish(world, town, "Netralitas").await;
    steps::work(world).await;
    let task = steps::task(world, town, Role::Employee, circular).await;
    let mut browser = kiosk(&stage).await;
    let public = format!("/{}", town.institution.short_name);
    for (path, status) in [
        (public.clone(), 200),
        (format!("{public}/cakupan"), 200),
        (format!("{public}/edaran/{circular}"), 200),
        (format!("{public}/edaran/{circular}/surat.pdf"), 200),
        ("/akun/catatan.pdf".to_owned(), 403),
        ("/akun".to_owned(), 403),
        ("/tidak/ada/apa-apa".to_owned(), 403),
    ] {
        assert_eq!(browser.get(&path).await.status, status, "{path}");
    }
    come(&stage, &mut browser, Role::Employee).await;
    assert_eq!(browser.get(&format!("/tugas/{task}/baca")).await.status, 200);
    let read = browser.post("/beranda/pemberitahuan", &[("sampai", "0")]).await;
    assert_eq!((read.status, read.location()), (303, "/beranda"), "notices are marked as read at a kiosk, too");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_at_rest_ends_after_a_minute_also_without_scripts_and_makes_no_passkey() {
    let stage = Stage::new().await;
    let mut browser = kiosk(&stage).await;
    come(&stage, &mut browser, Role::Employee).await;
    for path in ["/akun/kunci/mulai", "/akun/kunci/selesai"] {
        assert_eq!(browser.post_json(path, "{}").await.status, 403, "{path}");
    }
    let home = browser.get("/beranda").await;
    assert!(home.body.contains(r#"data-idle="/kios/masih" data-idle-end="/kios/tutup""#), "{}", home.body);
    // Forty seconds on the page, twenty on the one that asks.
    let asks = "<noscript><meta http-equiv=\"refresh\" content=\"40; url=/kios/masih?ke=%2Fberanda\"></noscript>";
    assert!(home.body.contains(asks), "{}", home.body);
    let still = browser.get("/kios/masih?ke=%2Fberanda").await;
    assert_eq!((still.header("refresh"), still.header("cache-control")), ("20; url=/kios/tutup", "no-store"));
    assert_eq!(browser.post("/kios/masih", &[]).await.status, 204, "somebody is there");
    // Where nothing leads to the end, as with a closed lid, the session itself ends.
    stage.clock.set(stage.world.now.plus(Duration::from_secs(74)));
    assert_eq!(browser.post("/kios/masih", &[]).await.status, 204);
    stage.clock.set(stage.world.now.plus(Duration::from_secs(74 + 76)));
    assert_eq!(browser.post("/kios/masih", &[]).await.status, 410);
    let gone = browser.get("/beranda").await;
    assert_eq!((gone.status, gone.location()), (303, "/masuk"));
}
