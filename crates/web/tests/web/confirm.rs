//! What matters asks again after five minutes, and leads back.

use crate::Stage;
use domain::policy::Role;
use service::testing::PASSWORD;

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_screen_gives_no_roles_and_prints_no_slips() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::InstitutionAdministrator).await;
    let employee = stage.world.town.person(Role::Employee);
    let role = [("nomor", employee.number.as_str()), ("peran", "inspector")];
    assert_eq!(browser.post("/kelola/peran", &role).await.location(), "/kelola/peran", "shortly after signing in");
    stage.wait(stage.world.now, 6);
    let before = stage.world.events().await;
    let (slip, unit) = (format!("/pegawai/{}/slip", employee.person), stage.world.town.units[1]);
    for (path, back) in [
        ("/kelola/peran", "/kelola/peran".to_owned()),
        (slip.as_str(), "/beranda".to_owned()),
        ("/pegawai/slip/pesan", "/pegawai/slip/pesan".to_owned()),
        (&format!("/pegawai/slip/{unit}"), format!("/pegawai/slip/{unit}")),
        (&format!("/pegawai/slip/{unit}/cetak"), format!("/pegawai/slip/{unit}")),
        (&format!("/pegawai/{}/sesi", employee.person), "/kelola/akun".to_owned()),
    ] {
        // With nothing typed it is asked on a page of its own, and leads back.
        let answer = browser.post(path, &[]).await;
        let query: String = url::form_urlencoded::byte_serialize(back.as_bytes()).collect();
        assert_eq!(
            (answer.status, answer.location()),
            (303, format!("/akun/konfirmasi?ke={query}").as_str()),
            "{path}"
        );
        let answer = browser.post(path, &role).await;
        assert_eq!(answer.status, 403, "{path}");
        assert!(answer.body.contains(&format!(r#"name="ke" value="{back}""#)), "{path}: {}", answer.body);
        assert!(answer.body.contains(r#"name="isian""#) && !answer.body.contains(&employee.number), "{path}");
    }
    assert_eq!(stage.world.events().await, before, "nothing was done");

    let asked = browser.get("/akun/konfirmasi?ke=%2Fkelola%2Fperan").await;
    assert!(asked.body.contains(r#"name="ke" value="/kelola/peran""#), "{}", asked.body);
    let wrong = browser.post("/akun/konfirmasi", &[("ke", "/kelola/peran"), ("sandi", "bukan sandi saya")]).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(browser.post("/kelola/peran", &role).await.status, 403, "a wrong password proves nothing");
    let right = browser.post("/akun/konfirmasi", &[("ke", "/kelola/peran"), ("sandi", PASSWORD)]).await;
    assert_eq!((right.status, right.location()), (303, "/kelola/peran"));
    assert_eq!(browser.post("/kelola/peran", &role).await.location(), "/kelola/peran");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_ends_duties_or_says_who_somebody_is_asks_who_sits_there() {
    let stage = Stage::new().await;
    let id = stage.world.town.person(Role::Employee).person;
    let mut browser = stage.browser_of(Role::PersonnelOfficer).await;
    stage.wait(stage.world.now, 6);
    let before = stage.world.events().await;
    let record = format!("{id}");
    for (path, sent, back) in [
        (format!("/edaran/{id}/cabut"), vec![], format!("/edaran/{id}/cabut")),
        (format!("/pegawai/penyatuan/{id}"), vec![("langkah", "sah")], format!("/pegawai/penyatuan/{id}")),
        (format!("/pegawai/penyatuan/{id}"), vec![("langkah", "pisah")], format!("/pegawai/penyatuan/{id}")),
        (format!("/tanda-tangan/{id}"), vec![("hasil", "own")], "/tanda-tangan".to_owned()),
        (format!("/pegawai/{id}/pengecualian"), vec![("apa", "sakit")], format!("/pegawai/{id}/pengecualian")),
        (
            format!("/pegawai/{id}/pengecualian/akhiri"),
            vec![("catatan", record.as_str())],
            format!("/pegawai/{id}/pengetahuan"),
        ),
        ("/gerakan/baru".to_owned(), vec![], "/gerakan".to_owned()),
    ] {
        // A button and no more is tapped again on its own page.
        let answer = browser.post(&path, &sent).await;
        let query: String = url::form_urlencoded::byte_serialize(back.as_bytes()).collect();
        let asked = (answer.status, answer.location().to_owned());
        assert_eq!(asked, (303, format!("/akun/konfirmasi?ke={query}")), "{path}: {}", answer.body);
    }
    assert_eq!(stage.world.events().await, before, "nothing was done");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_before_the_proof_is_sent_after_it_by_a_tap() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::InstitutionAdministrator).await;
    let number = stage.world.town.person(Role::Employee).number.clone();
    stage.wait(stage.world.now, 6);
    let asked = browser.post("/kelola/peran", &[("nomor", &number), ("peran", "inspector")]).await.body;
    let sealed = asked.split_once(r#"name="isian" value=""#).and_then(|(_, rest)| rest.split('"').next()).unwrap();
    let wrong = browser.post("/akun/konfirmasi", &[("isian", sealed), ("sandi", "bukan sandi saya")]).await;
    assert!(wrong.status == 422 && wrong.body.contains(sealed), "a wrong password loses nothing");
    let form = [("ke", "/kelola/peran"), ("isian", sealed), ("sandi", PASSWORD)];
    let right = browser.post("/akun/konfirmasi", &form).await;
    assert_eq!((right.status, right.location()), (307, "/masuk?lanjut=1"));
    let before = stage.world.events().await;
    let again = browser.post("/masuk?lanjut=1", &form).await;
    assert!(again.status == 200 && again.body.contains(r#"action="/kelola/peran""#), "{}", again.body);
    assert!(again.body.contains(&format!(r#"name="nomor" value="{number}""#)), "{}", again.body);
    assert_eq!(stage.world.events().await, before, "nothing is done without a tap");
    let sent = browser.post("/kelola/peran", &[("nomor", &number), ("peran", "inspector")]).await;
    assert_eq!((sent.status, sent.location()), (303, "/kelola/peran"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proof_leads_nowhere_else() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::Employee).await;
    let answer = browser.post("/akun/konfirmasi", &[("ke", "//jahat.example/"), ("sandi", PASSWORD)]).await;
    assert_eq!((answer.status, answer.location()), (303, "/beranda"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_screen_publishes_nothing_on_paper() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    let circular = crate::access::steps::submit(world, town, Role::LegalOfficer).await;
    let officer = world.caller(town, Role::PersonnelOfficer);
    let scan = world.app.paper_issue(&officer, circular).await.unwrap().scan.unwrap().id.to_string();
    let mut browser = stage.browser_of(Role::PersonnelOfficer).await;
    stage.wait(world.now, 6);
    let path = format!("/edaran/{circular}/kertas/putusan");
    let decided = [("pindaian", scan.as_str()), ("aksi", "terbitkan"), ("cocok", "ya")];
    let asked = browser.post(&path, &decided).await;
    // What was ticked is ticked again, beside the scan.
    let proof = format!("/akun/konfirmasi?ke=%2Fedaran%2F{circular}%2Fkertas");
    assert_eq!((asked.status, asked.location()), (303, proof.as_str()));
    browser.post("/akun/konfirmasi", &[("ke", "/beranda"), ("sandi", PASSWORD)]).await;
    let published = browser.post(&path, &decided).await;
    assert_eq!(published.status, 303, "{}", published.body);
    assert!(!published.location().contains("konfirmasi"), "{}", published.location());
}
