use crate::{Browser, Stage};
use base::Occasion;
use domain::policy::Role;
use service::testing::PASSWORD;
use service::{Caller, Slip};
use web::Mode;

/// The cookie of a session over HTTPS, which a browser takes from no neighbour under the same domain.
const SESSION: &str = "__Host-netral-sesi";
const DEVICE: &str = "netral-perangkat";
const CODE: &str = "netral-aktivasi";
const CEREMONY: &str = "netral-upacara";

/// A fresh slip for the town's inhabitant of this role.
pub async fn slip(stage: &Stage, role: Role) -> Slip {
    let officer = stage.world.caller(&stage.world.town, Role::InstitutionAdministrator);
    let officer = Caller::new(officer.actor, Occasion::draw(stage.world.now));
    let person = stage.world.town.person(role).person;
    stage.world.app.issue_activation(&officer, person).await.unwrap_or_else(|fault| panic!("{fault}"))
}

fn number(stage: &Stage, role: Role) -> String {
    stage.world.town.person(role).number.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn cookies_of_signing_in_stay_with_the_browser_and_on_the_site() {
    for (secure, name, ending) in [(true, SESSION, "; HttpOnly; Secure"), (false, "netral-sesi", "; HttpOnly")] {
        let stage = Stage::with(Mode::Serve, secure).await;
        let mut browser = stage.browser();
        let form = [("nomor", &*number(&stage, Role::Employee)), ("sandi", PASSWORD)];
        let answer = browser.post("/masuk", &form).await;
        assert_eq!((answer.status, answer.location()), (303, "/beranda"));
        assert_eq!(answer.header("cache-control"), "no-store");
        let session = answer.set_cookie(name);
        assert!(session.ends_with(&format!("; Path=/; SameSite=Lax{ending}")), "{session}");
        assert!(!session.contains("Max-Age"), "the browser forgets it when it is closed");
        let device = answer.set_cookie(DEVICE);
        assert!(device.ends_with(&format!("; Path=/; SameSite=Lax; Max-Age=34560000{ending}")), "{device}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_lands_where_their_work_begins() {
    let stage = Stage::new().await;
    for (role, path) in [
        (Role::Employee, "/beranda"),
        (Role::HeadOfUnit, "/unit"),
        (Role::PersonnelOfficer, "/ikhtisar"),
        (Role::Inspector, "/ikhtisar"),
        (Role::DecidingAuthority, "/ikhtisar"),
        (Role::LegalOfficer, "/beranda"),
    ] {
        let mut browser = stage.browser();
        let answer = browser.post("/masuk", &[("nomor", &*number(&stage, role)), ("sandi", PASSWORD)]).await;
        assert_eq!((answer.status, answer.location()), (303, path), "{}", role.code());
        let answer = browser.get("/masuk").await;
        assert_eq!((answer.status, answer.location()), (303, path), "who is signed in does not sign in again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_number_is_answered_like_a_known_one_byte_for_byte() {
    let stage = Stage::new().await;
    let known = number(&stage, Role::Employee);
    let unknown = "199912312024212999".to_owned();
    assert_eq!(known.len(), unknown.len());
    let (mut first, mut second) = (stage.browser(), stage.browser());
    for attempt in 1..=7 {
        let known_answer = first.post("/masuk", &[("nomor", &known), ("sandi", "bukan sandi saya")]).await;
        let unknown_answer = second.post("/masuk", &[("nomor", &unknown), ("sandi", "bukan sandi saya")]).await;
        assert_eq!(known_answer.status, 422);
        assert_eq!(known_answer.headers, unknown_answer.headers);
        assert_eq!(known_answer.body.replace(&known, "N"), unknown_answer.body.replace(&unknown, "N"));
        assert_eq!(known_answer.body.contains("Coba lagi pukul\u{a0}07.31\u{a0}WIB"), attempt > 5, "try {attempt}");
    }
    let right = first.post("/masuk", &[("nomor", &known), ("sandi", PASSWORD)]).await;
    assert_eq!(right.status, 422, "even the right password waits");
    stage.wait(stage.world.now, 1);
    let right = first.post("/masuk", &[("nomor", &known), ("sandi", PASSWORD)]).await;
    assert_eq!(right.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_named_on_top_and_at_the_field() {
    let stage = Stage::new().await;
    let answer = stage.browser().post("/masuk", &[]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("Ada 2 hal yang perlu diperbaiki"));
    assert!(answer.body.contains(r##"<a href="#nomor">Tulis nomor pegawai Anda.</a>"##));
    assert!(answer.body.contains(r##"<a href="#sandi">Tulis kata sandi Anda.</a>"##));
    assert!(answer.body.contains(r#"id="nomor-error""#) && answer.body.contains(r#"id="sandi-error""#));

    let wrong = [("nomor", "1234 <b>"), ("sandi", "rahasia-sekali")];
    let answer = stage.browser().post("/masuk", &wrong).await;
    assert!(answer.body.contains("Ada 1 hal yang perlu diperbaiki"));
    assert!(!answer.body.contains("rahasia-sekali"), "a password is never sent back");
    assert!(!answer.body.contains("1234 <b>"), "what was typed is text");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_speak_english() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let page = browser.get("/masuk?bahasa=en").await.body;
    assert!(page.contains(r#"<html lang="en""#) && page.contains("Employee number") && page.contains("Sign in"));
    let page = browser.get("/aktivasi?bahasa=en").await.body;
    assert!(page.contains("Code on the slip"));
    browser.cookies.insert("bahasa".to_owned(), "en".to_owned());
    let answer = browser.post("/aktivasi", &[("kode", "0000")]).await;
    assert!(answer.body.contains("There is 1 thing to fix") && answer.body.contains("This code cannot be used"));
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_session_and_empties_the_browser() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::Employee).await;
    let token = browser.cookies[SESSION].clone();
    let page = browser.get("/akun").await;
    assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
    assert!(page.body.contains("Warga 1 employee"));

    let answer = browser.post("/keluar", &[]).await;
    assert_eq!((answer.status, answer.location()), (303, "/masuk?keluar=1"));
    assert_eq!(answer.header("clear-site-data"), r#""cache", "storage""#);
    assert!(!browser.cookies.contains_key(SESSION));
    assert!(browser.cookies.contains_key(DEVICE), "the device is known next time");
    assert!(browser.get("/masuk?keluar=1").await.body.contains("Anda sudah keluar."));

    browser.cookies.insert(SESSION.to_owned(), token);
    let answer = browser.get("/akun").await;
    assert_eq!((answer.status, answer.location()), (303, "/masuk?ke=%2Fakun"), "the token opens nothing any more");
    assert!(!answer.body.contains("Warga"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_ran_out_says_so_once() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::Employee).await;
    stage.wait(stage.world.now, 30);
    let answer = browser.get("/akun").await;
    assert_eq!((answer.status, answer.location()), (303, "/masuk?ke=%2Fakun"));
    assert!(browser.get("/masuk").await.body.contains("Sesi Anda sudah berakhir."));
    assert!(!browser.get("/masuk").await.body.contains("Sesi Anda sudah berakhir."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_person_at_the_computer_ends_the_session_of_the_one_before() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::Employee).await;
    let before = browser.cookies[SESSION].clone();
    let form = [("nomor", &*number(&stage, Role::HeadOfUnit)), ("sandi", PASSWORD)];
    assert_eq!(browser.post("/masuk", &form).await.location(), "/unit");
    let gone = stage.world.app.session(&before, Occasion::draw(stage.world.now)).await.unwrap();
    assert!(gone.is_none());
}

async fn type_code(stage: &Stage, browser: &mut Browser, role: Role) -> Slip {
    let slip = slip(stage, role).await;
    let answer = browser.post("/aktivasi", &[("kode", &slip.code.to_lowercase())]).await;
    assert_eq!((answer.status, answer.location()), (303, "/aktivasi/pilih"));
    let kept = answer.set_cookie(CODE);
    assert!(kept.ends_with("; Path=/aktivasi; SameSite=Strict; Max-Age=600; HttpOnly; Secure"), "{kept}");
    slip
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_becomes_a_password_and_a_session() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let slip = type_code(&stage, &mut browser, Role::Employee).await;
    let page = browser.get("/aktivasi/pilih").await;
    assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
    assert!(page.body.contains("Anda Warga 1 employee, S.Sos.?"), "{}", page.body);
    assert!(page.body.contains("Pemerintah Kabupaten Sukamaju"));
    assert!(!page.body.contains(&slip.code.replace('-', "")), "the code stands on no page");

    let answer = browser.post("/aktivasi/pilih", &[("sandi", "pendek")]).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains(r##"<a href="#sandi">Kata sandi terdiri dari"##));
    let answer = browser.post("/aktivasi/pilih", &[("sandi", "kuda laut berenang")]).await;
    assert_eq!((answer.status, answer.location()), (303, "/beranda"));
    assert!(!browser.cookies.contains_key(CODE), "the code is gone");
    assert_eq!(browser.get("/akun").await.status, 200);

    let used = browser.post("/aktivasi", &[("kode", &slip.code)]).await;
    let unknown = stage.browser().post("/aktivasi", &[("kode", "AAAA-BBBB-CCCC")]).await;
    assert_eq!((used.status, unknown.status), (422, 422));
    let text = "Kode ini tidak dapat dipakai.";
    assert!(used.body.contains(text) && unknown.body.contains(text));
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_code_there_is_nothing_to_choose() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let answer = browser.get("/aktivasi/pilih").await;
    assert_eq!((answer.status, answer.location()), (303, "/aktivasi"));
    let answer = browser.post("/aktivasi/pilih", &[("sandi", "kuda laut berenang")]).await;
    assert_eq!((answer.status, answer.location()), (303, "/aktivasi"));
    let answer = browser.post_json("/aktivasi/pilih/kunci/mulai", "{}").await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.starts_with(r#"{"error":"Kode ini tidak dapat dipakai."#), "{}", answer.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_script_is_asked_for_a_discoverable_passkey() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    type_code(&stage, &mut browser, Role::Employee).await;
    let answer = browser.post_json("/aktivasi/pilih/kunci/mulai", "{}").await;
    assert_eq!((answer.status, answer.header("content-type")), (200, "application/json"));
    let options: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(options["publicKey"]["authenticatorSelection"]["residentKey"], "required");
    assert_eq!(options["publicKey"]["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(options["publicKey"]["rp"]["id"], "localhost");
    let ceremony = answer.set_cookie(CEREMONY);
    assert!(ceremony.ends_with("; Path=/; SameSite=Strict; Max-Age=300; HttpOnly; Secure"), "{ceremony}");
    let refused = browser.post_json("/aktivasi/pilih/kunci/selesai", "{}").await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.starts_with(r#"{"error":"#));

    let answer = stage.browser().post_json("/masuk/kunci/mulai", "{}").await;
    let options: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(options["publicKey"]["allowCredentials"], serde_json::json!([]), "no number is asked, none is told");
    let refused = stage.browser().post_json("/masuk/kunci/selesai", "{}").await;
    assert!(refused.body.contains("Waktunya habis."), "{}", refused.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_own_account_is_seen_and_changed() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::Employee).await;
    let mut elsewhere = stage.browser_of(Role::Employee).await;
    let page = browser.get("/akun").await.body;
    assert!(page.contains("Ganti kata sandi") && page.contains("14\u{a0}Oktober\u{a0}2024 pukul\u{a0}07.30\u{a0}WIB"));

    let form = [("sekarang", "bukan sandi saya"), ("sandi", "kuda laut berenang")];
    let answer = browser.post("/akun/sandi", &form).await;
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains(r##"<a href="#sekarang">Kata sandi sekarang belum cocok."##));
    let answer = browser.post("/akun/sandi", &[("sekarang", PASSWORD), ("sandi", "pendek")]).await;
    assert!(answer.body.contains(r##"<a href="#sandi">"##));
    assert_eq!(elsewhere.get("/akun").await.status, 200);

    let answer = browser.post("/akun/sandi", &[("sekarang", PASSWORD), ("sandi", "kuda laut berenang")]).await;
    assert_eq!((answer.status, answer.location()), (303, "/akun?sudah=sandi"));
    assert!(browser.get("/akun?sudah=sandi").await.body.contains("Kata sandi Anda sudah diganti."));
    assert_eq!(elsewhere.get("/akun").await.status, 303, "other sessions have ended");

    let number = number(&stage, Role::Employee);
    let form = [("nomor", number.as_str()), ("sandi", "kuda laut berenang")];
    assert_eq!(elsewhere.post("/masuk", &form).await.status, 303);
    let answer = browser.post("/akun/sesi", &[]).await;
    assert_eq!((answer.status, answer.location()), (303, "/akun/perangkat?sudah=semua"));
    assert_eq!(browser.get("/akun").await.status, 200);
    assert_eq!(elsewhere.get("/akun").await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_an_account_is_there_for_strangers() {
    let stage = Stage::new().await;
    let mut stranger = stage.browser();
    for (path, led) in [("/akun", "/masuk?ke=%2Fakun"), ("/akun/sandi", "/masuk?ke=%2Fakun%2Fsandi")] {
        let answer = stranger.get(path).await;
        assert_eq!((answer.status, answer.location()), (303, led), "{path}");
    }
    for path in ["/akun/sandi", "/akun/sesi"] {
        let answer = stranger.post(path, &[("sandi", "kuda laut berenang")]).await;
        assert_eq!((answer.status, answer.location()), (303, "/masuk"), "{path}");
    }
    for path in ["/akun/kunci/mulai", "/akun/kunci/selesai"] {
        assert_eq!(stranger.post_json(path, "{}").await.status, 404, "{path}");
    }
    assert_eq!(stranger.post("/keluar", &[]).await.location(), "/masuk?keluar=1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_neighbour_under_the_same_domain_signs_nobody_in() {
    let stage = Stage::new().await;
    let token = stage.browser_of(Role::Employee).await.cookies[SESSION].clone();
    let mut victim = stage.browser();
    // All that a neighbour can set is a cookie without the prefix.
    victim.cookies.insert("netral-sesi".to_owned(), token);
    assert_eq!(victim.get("/akun").await.location(), "/masuk?ke=%2Fakun");
}
