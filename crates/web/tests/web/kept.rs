//! What somebody typed is there again after signing in came in between, for them alone and for a while.

use crate::access::steps::{publish, task, work};
use crate::browser::Answer;
use crate::{Browser, Stage};
use base::FixedClock;
use domain::ids::CircularId;
use domain::policy::Role;
use service::SecondFactorRule;
use service::testing::papers::keep_draft;
use service::testing::{PASSWORD, World};
use std::sync::Arc;
use url::form_urlencoded;

const AUTHOR: Role = Role::LegalOfficer;
const TYPED: &str = "Butir yang ditulis setengah jam.";

/// The form of a draft, as its author has typed it.
const DRAFT: [(&str, &str); 6] = [
    ("versi", "1"),
    ("perihal", "Netralitas pegawai"),
    ("pemilihan", "Pilkada 2024"),
    ("dasar", "pp-2021-94"),
    ("kategori", "pns"),
    ("butir-1", TYPED),
];

/// The value of the first hidden field of this name.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = format!(r#"<input type="hidden" name="{name}" value=""#);
    page.split_once(&field).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default()
}

async fn a_draft(stage: &Stage) -> (CircularId, String) {
    let id = keep_draft(&stage.world, &stage.world.town).await.id;
    (id, format!("/edaran/{id}/susun"))
}

/// Signs in on the page that carries a form.
async fn sign_in_with(stage: &Stage, browser: &mut Browser, role: Role, sealed: &str) -> Answer {
    let number = stage.world.town.person(role).number.clone();
    let form = [("nomor", number.as_str()), ("sandi", PASSWORD), ("isian", sealed)];
    let answer = browser.post("/masuk", &form).await;
    // A browser sends the same form once more, to the page that shows what was carried.
    assert_eq!((answer.status, answer.location()), (307, "/masuk?lanjut=1"), "{}", answer.body);
    browser.post("/masuk?lanjut=1", &form).await
}

/// Somebody who has sent a draft after their session had run out, and what they carry.
async fn sent_too_late(stage: &Stage, path: &str) -> (Browser, String) {
    let mut author = stage.browser_of(AUTHOR).await;
    stage.wait(stage.world.now, 31);
    let answer = author.post(path, &DRAFT).await;
    assert_eq!((answer.status, answer.header("cache-control")), (403, "no-store"), "{}", answer.body);
    assert!(answer.body.contains("Isian itu tidak hilang") && answer.body.contains(r#"action="/masuk""#));
    assert!(!answer.body.contains(TYPED), "nothing that was typed lies open on the page of signing in");
    (author, hidden(&answer.body, "isian").to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_after_the_session_had_run_out_is_sent_again_by_a_tap() {
    let stage = Stage::new().await;
    let (_, path) = a_draft(&stage).await;
    let (mut author, sealed) = sent_too_late(&stage, &path).await;
    let wrong = author.post("/masuk", &[("nomor", "1"), ("sandi", "salah sekali"), ("isian", &sealed)]).await;
    assert_eq!((wrong.status, hidden(&wrong.body, "isian")), (422, sealed.as_str()), "a wrong password loses nothing");

    let again = sign_in_with(&stage, &mut author, AUTHOR, &sealed).await;
    assert_eq!((again.status, again.header("cache-control")), (200, "no-store"));
    assert!(again.body.contains("Isian Anda masih ada") && again.body.contains(&format!(r#"action="{path}""#)));
    let fields: Vec<(&str, &str)> = DRAFT.iter().map(|(name, _)| (*name, hidden(&again.body, name))).collect();
    assert_eq!(fields, DRAFT);
    assert!(!author.get(&path).await.body.contains(TYPED), "nothing is sent by itself");
    assert_eq!(author.post(&path, &fields).await.status, 303);
    assert!(author.get(&path).await.body.contains(TYPED));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_gets_anything_of_it_nor_anybody_after_two_hours() {
    let stage = Stage::new().await;
    let (_, path) = a_draft(&stage).await;
    let (mut author, sealed) = sent_too_late(&stage, &path).await;
    let gone = |answer: &Answer| {
        assert_eq!(answer.status, 410);
        assert!(
            answer.body.contains("Isian itu tidak dapat dibuka") && !answer.body.contains(TYPED),
            "{}",
            answer.body
        );
    };
    // On the same computer, and elsewhere.
    gone(&sign_in_with(&stage, &mut stage.browser(), Role::PersonnelOfficer, &sealed).await);
    let changed = sealed.replacen(&sealed[40..44], "AAAA", 1);
    gone(&sign_in_with(&stage, &mut stage.browser(), AUTHOR, &changed).await);
    stage.wait(stage.world.now, 31 + 119);
    assert_eq!(sign_in_with(&stage, &mut author, AUTHOR, &sealed).await.status, 200);
    stage.wait(stage.world.now, 31 + 120);
    gone(&author.post("/masuk?lanjut=1", &[("isian", &sealed)]).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_carried_is_shown_to_be_copied() {
    let stage = Stage::new().await;
    let (_, path) = a_draft(&stage).await;
    let large = "Butir panjang. ".repeat(12_000);
    let mut author = stage.browser_of(AUTHOR).await;
    let mut ended = stage.browser_of(AUTHOR).await;
    // As in another window: the computer still knows that somebody signs in on it.
    ended.post("/keluar", &[]).await;
    stage.wait(stage.world.now, 31);
    let mut fields = DRAFT.to_vec();
    fields.push(("butir-2", &large));
    for (browser, fields, why) in
        [(&mut author, &fields[..], "terlalu besar"), (&mut ended, &DRAFT[..], "Sesi Anda sudah diakhiri")]
    {
        let answer = browser.post(&path, fields).await;
        assert_eq!(answer.status, 403);
        let shown = answer.body.contains(TYPED) && answer.body.contains(why) && answer.body.contains("<textarea");
        assert!(shown && hidden(&answer.body, "isian").is_empty(), "{why}");
    }
    // A stranger's form is nobody's.
    let answer = stage.browser().post(&path, &DRAFT).await;
    assert_eq!((answer.status, answer.location(), answer.body.as_str()), (303, "/masuk", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_form_with_a_file_the_fields_are_kept_and_the_file_is_asked_again() {
    let stage = Stage::new().await;
    let (id, _) = a_draft(&stage).await;
    let path = format!("/edaran/{id}/lampiran");
    let mut author = stage.browser_of(AUTHOR).await;
    stage.wait(stage.world.now, 31);
    let file = "x".repeat(3 * 1024 * 1024);
    let part = "--batas\r\nContent-Disposition: form-data; name=";
    let body = format!(
        "{part}\"versi\"\r\n\r\n1\r\n{part}\"berkas\"; filename=\"daftar.pdf\"\r\n\r\n{file}\r\n{part}\"judul\"\r\n\r\n{TYPED}\r\n--batas--\r\n"
    );
    let answer = author.post_as(&path, "multipart/form-data; boundary=batas", body).await;
    let sealed = hidden(&answer.body, "isian").to_owned();
    assert!(answer.status == 403 && !sealed.is_empty() && sealed.len() < 4_000, "the file is not carried");
    let again = sign_in_with(&stage, &mut author, AUTHOR, &sealed).await.body;
    assert_eq!((hidden(&again, "judul"), hidden(&again, "versi")), (TYPED, "1"), "{again}");
    assert!(again.contains(r#"enctype="multipart/form-data""#) && again.contains("Pilih lagi berkas daftar.pdf"));
    assert!(again.contains(r#"name="berkas" type="file""#));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_very_many_empty_fields_is_not_taken_in_whole() {
    let stage = Stage::new().await;
    let (id, _) = a_draft(&stage).await;
    let mut author = stage.browser_of(AUTHOR).await;
    stage.wait(stage.world.now, 31);
    let part = "--batas\r\nContent-Disposition: form-data; name=";
    let empty = format!("{part}\"a\"\r\n\r\n\r\n").repeat(6_000);
    let body = format!("{part}\"judul\"\r\n\r\n{TYPED}\r\n{empty}--batas--\r\n");
    let answer = author.post_as(&format!("/edaran/{id}/lampiran"), "multipart/form-data; boundary=batas", body).await;
    assert!(answer.status == 403 && hidden(&answer.body, "isian").is_empty(), "it would come back without its end");
    assert!(answer.body.contains("terlalu besar") && answer.body.contains(TYPED), "what was typed is shown");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_waits_behind_a_proof_outlives_the_session() {
    let stage = Stage::new().await;
    let number = stage.world.town.person(Role::Employee).number.clone();
    let mut browser = stage.browser_of(Role::InstitutionAdministrator).await;
    stage.wait(stage.world.now, 6);
    let asked = browser.post("/kelola/peran", &[("nomor", &number), ("peran", "inspector")]).await.body;
    let sealed = hidden(&asked, "isian").to_owned();
    stage.wait(stage.world.now, 6 + 31);
    let form = [("ke", "/kelola/peran"), ("isian", sealed.as_str()), ("sandi", PASSWORD)];
    let late = browser.post("/akun/konfirmasi", &form).await;
    assert_eq!((late.status, late.header("cache-control")), (403, "no-store"));
    assert!(late.body.contains(r#"action="/masuk""#) && hidden(&late.body, "isian") == sealed, "{}", late.body);
    let again = sign_in_with(&stage, &mut browser, Role::InstitutionAdministrator, &sealed).await;
    assert!(again.status == 200 && again.body.contains(r#"action="/kelola/peran""#), "{}", again.body);
    assert_eq!(hidden(&again.body, "nomor"), number);
    // Where nothing waits, signing in leads to where the proof would have led.
    stage.wait(stage.world.now, 6 + 31 + 31);
    let bare = browser.post("/akun/konfirmasi", &[("ke", "/kelola/peran"), ("sandi", PASSWORD)]).await;
    assert_eq!((bare.status, bare.location()), (303, "/masuk?ke=%2Fkelola%2Fperan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_while_the_second_factor_is_missing_waits_behind_it() {
    let world = World::with(store::Engine::Sqlite, SecondFactorRule::Required).await;
    let clock = Arc::new(FixedClock::new(world.now));
    let (app, press) = (world.app.clone(), Arc::new(crate::press::Blank));
    let site = web::Site { app, clock: clock.clone(), press, mode: web::Mode::Serve, secure: true };
    let stage = Stage { world, clock, site };
    let number = stage.world.town.person(Role::Employee).number.clone();
    // By halves: the role needs a second factor, which is not set up yet.
    let mut browser = stage.browser_of(Role::InstitutionAdministrator).await;
    let sent = browser.post("/kelola/peran", &[("nomor", &number), ("peran", "inspector")]).await;
    assert_eq!((sent.status, sent.header("cache-control")), (403, "no-store"));
    let sealed = hidden(&sent.body, "isian").to_owned();
    assert!(sent.body.contains(r#"action="/akun/kode""#) && !sealed.is_empty(), "{}", sent.body);
    let wrong = browser.post("/akun/kode", &[("kode", "000000"), ("isian", &sealed)]).await;
    assert!(wrong.status == 422 && hidden(&wrong.body, "isian") == sealed, "a wrong code loses nothing");
    let owner = stage.world.town.person(Role::InstitutionAdministrator).person;
    let (_, kept) = stage.world.app.open_form(owner, &sealed, stage.world.now).unwrap();
    assert!(String::from_utf8_lossy(&kept).contains(&number));
    // It waits longer than half a session does.
    stage.wait(stage.world.now, 31);
    let late = browser.post("/akun/kode", &[("kode", "000000"), ("isian", &sealed)]).await;
    assert!(late.status == 403 && hidden(&late.body, "isian") == sealed, "{}", late.body);
    assert!(late.body.contains(r#"action="/masuk""#), "{}", late.body);
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_passwords_nor_signatures_are_carried() {
    let stage = Stage::new().await;
    let circular = publish(&stage.world, &stage.world.town, "Netralitas").await;
    work(&stage.world).await;
    let task = task(&stage.world, &stage.world.town, Role::Employee, circular).await;
    let mut browser = stage.browser_of(Role::Employee).await;
    stage.wait(stage.world.now, 31);
    let signed = [("ikrar", "ya"), ("sadar", "ya"), ("sandi", PASSWORD)];
    for (path, fields) in [
        ("/akun/sandi".to_owned(), [("sekarang", PASSWORD), ("sandi", "kuda laut berenang")].as_slice()),
        (format!("/tugas/{task}/tanda-tangan"), signed.as_slice()),
    ] {
        let answer = browser.post(&path, fields).await;
        assert_eq!((answer.status, answer.location(), answer.body.as_str()), (303, "/masuk", ""), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_asks_for_a_page_comes_to_it_after_signing_in() {
    let stage = Stage::new().await;
    let employee = stage.world.town.person(Role::Employee);
    let form = [("nomor", employee.number.as_str()), ("sandi", PASSWORD)];
    let asked = "/akun/perangkat?urut=lama&x=%2F%2Fjahat.example";
    let carried: String = form_urlencoded::byte_serialize(asked.as_bytes()).collect();
    let mut browser = stage.browser();
    let led = browser.get(&format!("{asked}&bahasa=id")).await;
    assert_eq!((led.status, led.location()), (303, format!("/masuk?ke={carried}").as_str()));
    let page = browser.get(led.location()).await.body;
    for place in ["/masuk", "/masuk/kunci/selesai", "/aktivasi"] {
        assert!(page.contains(&format!("\"{place}?ke={carried}\"")), "{place}: {page}");
    }
    let wrong = browser.post(led.location(), &[form[0], ("sandi", "salah sekali")]).await;
    assert!(wrong.status == 422 && wrong.body.contains(&format!("\"/masuk?ke={carried}\"")));
    assert_eq!(browser.post(led.location(), &form).await.location(), asked);
    assert_eq!(browser.get(led.location()).await.location(), asked, "whoever is signed in already goes on at once");
    // A link that somebody made leads nowhere else.
    for elsewhere in ["//jahat.example", "https%3A%2F%2Fjahat.example", "%2F%5Cjahat.example", ""] {
        let answer = stage.browser().post(&format!("/masuk?ke={elsewhere}"), &form).await;
        assert_eq!((answer.status, answer.location()), (303, "/beranda"), "{elsewhere}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_no_account_yet_comes_to_the_page_after_activation() {
    let stage = Stage::new().await;
    let slip = crate::identity::slip(&stage, Role::Employee).await;
    let mut browser = stage.browser();
    let typed = browser.post("/aktivasi?ke=%2Fakun%2Fperangkat", &[("kode", &slip.code)]).await;
    assert_eq!(typed.location(), "/aktivasi/pilih?ke=%2Fakun%2Fperangkat");
    let page = browser.get(typed.location()).await.body;
    for place in ["/aktivasi/pilih", "/aktivasi/pilih/kunci/selesai"] {
        assert!(page.contains(&format!("\"{place}?ke=%2Fakun%2Fperangkat\"")), "{place}: {page}");
    }
    let chosen = browser.post(typed.location(), &[("sandi", "kuda laut berenang")]).await;
    assert_eq!((chosen.status, chosen.location()), (303, "/akun/perangkat"));
}
