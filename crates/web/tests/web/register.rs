//! The pages of the register and of roster imports.

use crate::press::Blank;
use crate::session;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use base::{FixedClock, Occasion};
use domain::policy::Role;
use http_body_util::BodyExt as _;
use service::testing::{PlainPress, Town, World};
use std::sync::Arc;
use tower::ServiceExt as _;
use web::{Mode, Site};

struct Visitor {
    site: Site,
    cookie: String,
}

struct Answer {
    status: StatusCode,
    place: String,
    kind: String,
    bytes: Vec<u8>,
}

impl Answer {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }
}

impl Visitor {
    async fn new(world: &World, town: &Town, role: Role) -> Self {
        let clock = Arc::new(FixedClock::new(world.now));
        let site = Site { app: world.app.clone(), clock, press: Arc::new(Blank), mode: Mode::Serve, secure: false };
        let (town_id, who) = (town.institution.id, town.person(role).person);
        let token = format!("sesi-{town_id}-{}", role.code());
        session::open(&world.app, town_id, who, &token, world.now).await;
        Self { site, cookie: format!("netral-sesi={token}") }
    }

    async fn ask(&self, request: axum::http::request::Builder, body: Vec<u8>) -> Answer {
        let request = request
            .header(header::COOKIE, &self.cookie)
            .header(header::HOST, "localhost:8080")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .unwrap();
        let response = web::router(self.site.clone()).oneshot(request).await.unwrap();
        let head = |name| {
            let value: Option<&axum::http::HeaderValue> = response.headers().get(name);
            value.map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
        };
        let (status, place, kind) = (response.status(), head(header::LOCATION), head(header::CONTENT_TYPE));
        let bytes = response.into_body().collect().await.unwrap().to_bytes().to_vec();
        Answer { status, place, kind, bytes }
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path), Vec::new()).await
    }

    async fn post(&self, path: &str, form: &str) -> Answer {
        let kind = "application/x-www-form-urlencoded";
        self.ask(Request::post(path).header(header::CONTENT_TYPE, kind), form.as_bytes().to_vec()).await
    }

    /// Sends a roster file for these units, as a browser does.
    async fn upload(&self, file: &[u8], units: &[String]) -> Answer {
        let mut body = Vec::new();
        for unit in units {
            body.extend(format!("--batas\r\nContent-Disposition: form-data; name=\"unit\"\r\n\r\n{unit}\r\n").bytes());
        }
        let name = if file.is_empty() { "" } else { "pegawai.csv" };
        body.extend(
            format!("--batas\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"{name}\"\r\n\r\n").bytes(),
        );
        body.extend_from_slice(file);
        body.extend(b"\r\n--batas--\r\n");
        let kind = "multipart/form-data; boundary=batas";
        self.ask(Request::post("/pegawai/impor").header(header::CONTENT_TYPE, kind), body).await
    }
}

const ROSTER: &str = "NIP;Nama;Status;Unit Kerja;Jabatan\n\
    198503152010011001;Made <b>Baru</b>;PNS;Puskesmas Melati (rekaan);Bidan\n\
    19850315201001;Ketut Salah;PNS;Puskesmas Melati (rekaan);Bidan\n";

fn all_units(world: &World) -> Vec<String> {
    [0, 2].map(|n| world.town.units[n].to_string()).to_vec()
}

async fn officer() -> (World, Visitor) {
    let world = World::new(store::Engine::Sqlite).await;
    let officer = Visitor::new(&world, &world.town, Role::PersonnelOfficer).await;
    (world, officer)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_register_is_searched_and_a_person_opened() {
    let (world, officer) = officer().await;
    let page = officer.get("/pegawai?kata=legal").await;
    assert_eq!(page.status, 200);
    let (text, who) = (page.text(), world.town.person(Role::LegalOfficer));
    assert!(text.contains("Warga 1 legal officer") && !text.contains("Warga 1 inspector"));
    assert!(!text.contains(&who.number), "numbers are masked");
    let page = officer.get(&format!("/pegawai/{}", who.person)).await.text();
    assert!(page.contains("Puskesmas Melati") && page.contains("••••") && !page.contains("Tampilkan lengkap"));
    assert!(officer.get("/pegawai?bahasa=en").await.text().contains("Register of people"));
    assert!(officer.get("/pegawai?unit=x&hal=x").await.text().contains("Warga 1 inspector"));
    assert!(officer.get("/pegawai?kata=tidakada").await.text().contains("Tidak ada pegawai yang cocok"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_custodian_sees_one_number_in_full_once() {
    let (world, officer) = officer().await;
    let custodian = Visitor::new(&world, &world.town, Role::IdentityCustodian).await;
    let who = world.town.person(Role::Employee);
    let path = format!("/pegawai/{}", who.person);
    let page = custodian.get(&path).await.text();
    let detail = page.split("name=\"nomor\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = format!("nomor={detail}");
    let shown = custodian.post(&format!("{path}/nomor"), &form).await;
    assert!(shown.status == 200 && shown.text().contains(&who.number));
    assert!(!custodian.get(&path).await.text().contains(&who.number));
    assert_eq!(officer.post(&format!("{path}/nomor"), &form).await.status, 403);
    assert_eq!(custodian.post(&format!("{path}/nomor"), "nomor=x").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_uploaded_looked_at_mended_and_applied() {
    let (world, officer) = officer().await;
    let form = officer.get("/pegawai/impor").await;
    assert!(form.status == 200 && form.text().contains("Dinas Kesehatan (rekaan)"));
    let sent = officer.upload(ROSTER.as_bytes(), &all_units(&world)).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let page = officer.get(&sent.place).await.text();
    assert!(page.contains("1 baris perlu diperbaiki. 1 baris siap."), "{page}");
    assert!(page.contains("Terapkan 1 baris") && page.contains("NIP terdiri dari 18 angka"));
    assert!(!page.contains("<b>Baru"), "cells are text");
    assert!(page.contains("Jabatan contoh, Puskesmas Melati (rekaan)"), "who is missing, and from where");
    let english = officer.get(&format!("{}?bahasa=en", sent.place)).await.text();
    assert!(english.contains("Rows to fix: 1. Rows ready: 1.") && english.contains("NIP has 18 digits"));
    let workbook = officer.get(&format!("{}/salah.xlsx", sent.place)).await;
    assert!(workbook.kind.contains("spreadsheetml") && workbook.bytes.starts_with(b"PK"));
    // A day is needed once somebody is ticked; what was ticked stays ticked.
    let who = world.town.person(Role::Inspector).person;
    let ticked = format!("keputusan=terapkan&berhenti={who}&terakhir_day=31&terakhir_month=2&terakhir_year=2024");
    let refused = officer.post(&sent.place, &ticked).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("Tulis tanggal yang ada di kalender"));
    let tick = format!("value=\"{who}\" checked");
    assert!(refused.text().contains(&tick));
    let old = ticked.replace("2024", "1924").replace("=31", "=1");
    assert!(officer.post(&sent.place, &old).await.text().contains("paling lama tiga tahun lalu"));
    assert_eq!(officer.post(&sent.place, "").await.status, 422);
    assert_eq!(officer.post(&sent.place, "keputusan=terapkan").await.status, 303);
    assert!(officer.get(&sent.place).await.text().contains("0 dari 1 baris sudah diterapkan"));
    let import = sent.place.rsplit('/').next().unwrap().parse().unwrap();
    world.apply_import(world.town.institution.id, import).await.unwrap();
    assert!(officer.get(&sent.place).await.text().contains("1 baris sudah diterapkan. 0 di antaranya"));
    assert!(officer.get("/pegawai?kata=made").await.text().contains("Made &#60;b&#62;Baru"));
    // Deciding twice shows what was decided.
    assert_eq!(officer.post(&sent.place, "keputusan=terapkan").await.status, 303);
    assert!(officer.get("/pegawai/impor").await.text().contains("Diterapkan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_cannot_be_read_says_how_to_mend_it() {
    let (world, officer) = officer().await;
    let units = all_units(&world);
    for (file, units, words) in [
        (&b""[..], &units[..], "Pilih berkas pegawai"),
        (ROSTER.as_bytes(), &[], "Pilih paling sedikit satu unit"),
        (ROSTER.as_bytes(), &["x".to_owned()], "Pilih paling sedikit satu unit"),
        (ROSTER.as_bytes(), &[world.neighbour.units[0].to_string()], "Unit yang dipilih tidak ada lagi"),
        (b"%PDF-1.7", &units[..], "PDF"),
        (&vec![b'x'; (32 << 20) + (65 << 10)], &units[..], "32"),
    ] {
        let answer = officer.upload(file, units).await;
        assert_eq!(answer.status, 422, "{words}");
        let text = answer.text();
        assert!(text.contains(words) && text.contains("govuk-error-summary"), "{words}: {text}");
    }
    let sent = officer.upload(ROSTER.as_bytes(), &units[..1]).await;
    assert_eq!(sent.status, 303, "one unit is enough");
    assert_eq!(officer.get("/pegawai/impor/contoh.xlsx").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_are_pointed_out_and_the_import_undone() {
    let (world, officer) = officer().await;
    let odd = "Rekap;;;\nIdentitas;Siapa;Jenis;Kantor\n\
        198503152010011001;Made Baru;PNS;Puskesmas Melati (rekaan)\n\
        198503152010011002;Ketut <i>Baru;PNS;Puskesmas Melati (rekaan)\n";
    let sent = officer.upload(odd.as_bytes(), &all_units(&world)).await;
    let page = officer.get(&sent.place).await;
    assert_eq!((page.status, page.place.clone()), (StatusCode::SEE_OTHER, format!("{}/kolom", sent.place)));
    let page = officer.get(&format!("{}?baris=2", page.place)).await.text();
    assert!(
        page.contains("Kami belum menemukan kolom ini: Nama, Nomor pegawai, Status pegawai, Unit kerja."),
        "{page}"
    );
    assert!(page.contains("Made Baru") && page.contains("Arti kolom Siapa") && !page.contains("<i>Baru"));
    let form = "baris=2&kolom=number&kolom=name&kolom=category&kolom=";
    let columns = format!("{}/kolom", sent.place);
    let twice = officer.post(&columns, "baris=2&kolom=name&kolom=name").await;
    assert!(twice.status == 422 && twice.text().contains("Satu arti dipilih untuk dua kolom"));
    // Without a unit it is still not read; the next choice is.
    let half = officer.post(&columns, form).await;
    let page = officer.get(&format!("{}/kolom", half.place)).await.text();
    assert!(page.contains("Kami belum menemukan kolom ini: Unit kerja."), "{page}");
    let read = officer.post(&format!("{}/kolom", half.place), &format!("{form}unit")).await;
    let page = officer.get(&read.place).await.text();
    assert!(page.contains("Semua 2 baris siap.") && page.contains("perubahan?jenis=baru"), "{page}");
    let changes = officer.get(&format!("{}/perubahan?jenis=baru&kata=made", read.place)).await.text();
    assert!(changes.contains("Made Baru") && changes.contains("Belum terdaftar") && !changes.contains("Ketut"));
    assert!(
        officer
            .get(&format!("{}/perubahan?jenis=x&kata=tidakada", read.place))
            .await
            .text()
            .contains("Tidak ada orang")
    );
    assert_eq!(officer.post(&read.place, "keputusan=terapkan").await.status, 303);
    assert!(officer.get(&read.place).await.text().contains("<progress"));
    let import = read.place.rsplit('/').next().unwrap().parse().unwrap();
    world.apply_import(world.town.institution.id, import).await.unwrap();
    let page = officer.get(&read.place).await.text();
    assert!(page.contains("Impor ini mengubah data 2 orang."), "{page}");
    for path in ["kolom", "perubahan"] {
        let over = officer.get(&format!("{}/{path}", read.place)).await;
        assert_eq!((over.status, over.place), (StatusCode::SEE_OTHER, read.place.clone()), "{path}");
    }
    assert_eq!(officer.post(&read.place, "keputusan=kembalikan").await.status, 303);
    assert!(officer.get(&read.place).await.text().contains("0 orang sudah dikembalikan"));
    world.undo_import(world.town.institution.id, import).await.unwrap();
    assert!(officer.get(&read.place).await.text().contains("2 orang kembali ke keadaan sebelum impor"));
    assert!(officer.get("/pegawai?kata=made").await.text().contains("Tidak ada pegawai yang cocok"));
    let again = officer.post(&read.place, "keputusan=kembalikan").await;
    assert!(again.status == 422 && again.text().contains("tidak dapat dibatalkan lagi"));
}

#[tokio::test(flavor = "multi_thread")]
async fn others_are_refused_and_strangers_find_nothing() {
    let (world, officer) = officer().await;
    let import = officer.upload(ROSTER.as_bytes(), &all_units(&world)).await.place;
    let who = world.town.person(Role::Inspector).person;
    let mut paths = vec!["/pegawai".to_owned(), "/pegawai/impor".to_owned(), "/pegawai/impor/contoh.xlsx".to_owned()];
    paths.extend([format!("/pegawai/{who}"), import.clone(), format!("{import}/salah.xlsx")]);
    let employee = Visitor::new(&world, &world.town, Role::Employee).await;
    let nobody = Visitor { site: employee.site.clone(), cookie: "x=y".to_owned() };
    for path in &paths {
        assert_eq!(employee.get(path).await.status, 403, "{path}");
        let away = nobody.get(path).await;
        let asked: String = url::form_urlencoded::byte_serialize(path.as_bytes()).collect();
        assert_eq!((away.status, away.place), (StatusCode::SEE_OTHER, format!("/masuk?ke={asked}")), "{path}");
    }
    assert_eq!(employee.post(&import, "keputusan=buang").await.status, 403);
    assert_eq!(employee.upload(ROSTER.as_bytes(), &all_units(&world)).await.status, 403);
    let neighbour = Visitor::new(&world, &world.neighbour, Role::PersonnelOfficer).await;
    for path in &paths[3..] {
        assert_eq!(neighbour.get(path).await.status, 404, "{path}");
    }
    assert_eq!(neighbour.post(&import, "keputusan=buang").await.status, 404);
    assert_eq!(neighbour.get("/pegawai/bukan-id").await.status, 404);
    assert!(officer.get(&import).await.text().contains("Terapkan 1 baris"), "nothing was decided by others");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_tells_how_far_it_is() {
    let (world, officer) = officer().await;
    let rows =
        (0..502).map(|n| format!("19850315201001{:04};Orang {n};PNS;Puskesmas Melati (rekaan);Staf\n", 1001 + n));
    let file = format!("NIP;Nama;Status;Unit Kerja;Jabatan\n{}", rows.collect::<String>());
    let sent = officer.upload(file.as_bytes(), &[world.town.units[0].to_string()]).await;
    assert_eq!(officer.post(&sent.place, "keputusan=terapkan").await.status, 303);
    for (applied, slices) in [(0, 0), (500, 1)] {
        for _ in 0..slices {
            world.app.work_once(Occasion::draw(world.tick()), &PlainPress).await.unwrap();
        }
        let page = officer.get(&sent.place).await.text();
        assert!(page.contains(&format!("{applied} dari 502 baris sudah diterapkan")), "{page}");
        assert!(page.contains(&format!(r#"max="502" value="{applied}""#)), "{page}");
    }
    world.app.work_once(Occasion::draw(world.tick()), &PlainPress).await.unwrap();
    let page = officer.get(&sent.place).await.text();
    assert!(page.contains("502 baris sudah diterapkan") && !page.contains("<progress"), "{page}");
}
