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
        ("/kelola/peran", "%2Fkelola%2Fperan".to_owned()),
        (slip.as_str(), "%2Fberanda".to_owned()),
        ("/pegawai/slip/pesan", "%2Fpegawai%2Fslip%2Fpesan".to_owned()),
        (&format!("/pegawai/slip/{unit}"), format!("%2Fpegawai%2Fslip%2F{unit}")),
        (&format!("/pegawai/slip/{unit}/cetak"), format!("%2Fpegawai%2Fslip%2F{unit}")),
        (&format!("/pegawai/{}/sesi", employee.person), "%2Fkelola%2Fakun".to_owned()),
    ] {
        let answer = browser.post(path, &role).await;
        assert_eq!((answer.status, answer.location()), (303, format!("/akun/konfirmasi?ke={back}").as_str()), "{path}");
    }
    assert_eq!(stage.world.events().await, before, "nothing was done");

    let asked = browser.get("/akun/konfirmasi?ke=%2Fkelola%2Fperan").await;
    assert!(asked.body.contains(r#"name="ke" value="/kelola/peran""#), "{}", asked.body);
    let wrong = browser.post("/akun/konfirmasi", &[("ke", "/kelola/peran"), ("sandi", "bukan sandi saya")]).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(browser.post("/kelola/peran", &role).await.location(), "/akun/konfirmasi?ke=%2Fkelola%2Fperan");
    let right = browser.post("/akun/konfirmasi", &[("ke", "/kelola/peran"), ("sandi", PASSWORD)]).await;
    assert_eq!((right.status, right.location()), (303, "/kelola/peran"));
    assert_eq!(browser.post("/kelola/peran", &role).await.location(), "/kelola/peran");
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
    assert_eq!(asked.location(), format!("/akun/konfirmasi?ke=%2Fedaran%2F{circular}%2Fkertas"));
    browser.post("/akun/konfirmasi", &[("ke", "/beranda"), ("sandi", PASSWORD)]).await;
    let published = browser.post(&path, &decided).await;
    assert_eq!(published.status, 303, "{}", published.body);
    assert!(!published.location().contains("konfirmasi"), "{}", published.location());
}
