//! Heads of many units from one file, as the pages show it.

use crate::{Browser, Stage};
use domain::policy::Role;
use service::testing::PASSWORD;

const HEADER: &str = "Kode unit;Unit kerja;Nama jabatan;Nomor pegawai;Cara memangku;Hari pertama;Hari terakhir;\
                      Nomor surat;Tanggal surat";

/// A row with a letter of 1 October.
fn row(code: &str, title: &str, number: &str) -> String {
    format!("{code};;{title};{number};Plt.;14/10/2024;31/12/2024;821.2/7/2024;01/10/2024")
}

async fn send(officer: &mut Browser, rows: &[String]) -> crate::browser::Answer {
    send_as(officer, "kepala.csv", &format!("{HEADER}\n{}\n", rows.join("\n"))).await
}

async fn send_as(officer: &mut Browser, name: &str, text: &str) -> crate::browser::Answer {
    let part = format!("--batas\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"{name}\"\r\n\r\n");
    let body = format!("{part}{text}\r\n--batas--\r\n");
    officer.post_as("/jabatan/banyak", "multipart/form-data; boundary=batas", body).await
}

/// The value of a hidden field, empty when there is none.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let field = format!("name=\"{name}\" value=\"");
    page.split_once(&field).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default()
}

/// The rows that the page would record, as a browser reads them.
fn rows_of(page: &str) -> String {
    hidden(page, "baris").replace("&#60;", "<").replace("&#62;", ">")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_looked_at_mended_and_recorded_once() {
    let stage = Stage::new().await;
    let mut officer = stage.browser_of(Role::PersonnelOfficer).await;
    let number = |role| stage.world.town.person(role).number.clone();
    let list = officer.get("/jabatan").await.body;
    assert!(list.contains(r#"href="/jabatan/banyak""#));
    let form = officer.get("/jabatan/banyak").await.body;
    assert!(form.contains(r#"href="/jabatan/banyak/isian.xlsx""#) && form.contains("Paling banyak 500 pemangku"));
    let file = officer.get("/jabatan/banyak/isian.xlsx").await;
    assert!(file.status == 200 && file.bytes.starts_with(b"PK"));

    let good = row("10", "Kepala <b>Dinas", &number(Role::Employee));
    let faulty = row("20", "Kepala Desa", "12345").replace("14/10/2024", "10/25/2024");
    let held = row("11", "", &number(Role::Inspector));
    let empty = ";Desa Sukasari (rekaan);;;;;;;".to_owned();
    let page = send(&mut officer, &[good.clone(), faulty, held, empty]).await;
    assert_eq!(page.status, 422);
    let text = page.body;
    assert!(text.contains("2 baris perlu diperbaiki. Tidak ada yang dicatat."), "{text}");
    assert!(text.contains("1 baris yang tidak diisi dilewati."));
    for wanted in
        ["Baris 3", "Nomor pegawai", "(12345)", "Hari pertama", "(10/25/2024)", "Baris 4", "sudah dipegang orang"]
    {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(!text.contains("name=\"baris\""), "nothing can be recorded of it");
    assert!(text.contains("Kepala &#60;b&#62;Dinas") && !text.contains("<b>Dinas"), "cells are text");

    let page = send(&mut officer, &[good.clone(), row("20", "Kepala Desa", &number(Role::Inspector))]).await;
    let text = page.body;
    assert!(page.status == 200 && text.contains("2 pemangku siap dicatat."), "{text}");
    for wanted in
        ["Catat 2 pemangku", "Warga 1 employee", "Warga 1 inspector", "821.2/7/2024", "Pelaksana tugas (Plt.)"]
    {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    assert!(!text.contains(&number(Role::Employee)), "numbers do not go along");
    let rows = rows_of(&text);
    let answer = officer.post("/jabatan/banyak/catat", &[("baris", &rows)]).await;
    assert_eq!((answer.status, answer.location()), (303, "/jabatan?dicatat=2"), "{}", answer.body);
    let list = officer.get(answer.location()).await.body;
    assert!(list.contains("2 pemangku sudah dicatat.") && list.contains("Kepala Desa"), "{list}");
    let again = officer.post("/jabatan/banyak/catat", &[("baris", &rows)]).await;
    assert_eq!(again.location(), "/jabatan?dicatat=0");
    assert!(officer.get(again.location()).await.body.contains("sudah tercatat sebelumnya"));
    let known = send(&mut officer, &[good]).await;
    assert!(known.status == 200 && known.body.contains("Sudah tercatat") && !known.body.contains("name=\"baris\""));
    let english = officer.get("/jabatan/banyak?bahasa=en").await.body;
    assert!(english.contains("Record many holders at once"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_since_the_file_was_looked_at_is_told_and_nothing_recorded() {
    let stage = Stage::new().await;
    let mut officer = stage.browser_of(Role::PersonnelOfficer).await;
    let number = |role| stage.world.town.person(role).number.clone();
    let page = send(&mut officer, &[row("10", "Kepala Dinas", &number(Role::Employee))]).await;
    let first = rows_of(&page.body);
    let both = [row("20", "Kepala Desa", &number(Role::Employee)), row("10", "Kepala Dinas", &number(Role::Inspector))];
    let second = rows_of(&send(&mut officer, &both).await.body);
    assert_eq!(officer.post("/jabatan/banyak/catat", &[("baris", &first)]).await.status, 303);
    let late = officer.post("/jabatan/banyak/catat", &[("baris", &second)]).await;
    assert_eq!(late.status, 422);
    assert!(late.body.contains("Ada yang berubah sejak Anda memeriksa."), "{}", late.body);
    assert!(late.body.contains("Baris 3, Hari pertama: Sejak"), "{}", late.body);
    assert!(!late.body.contains("/jabatan/banyak/catat?"), "the other language is at the address of the form");
    let list = officer.get("/jabatan").await.body;
    assert!(list.contains("Kepala Dinas") && !list.contains("Kepala Desa"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn files_and_rows_that_cannot_be_read_are_told_of() {
    let stage = Stage::new().await;
    let mut officer = stage.browser_of(Role::PersonnelOfficer).await;
    let form = format!("{HEADER}\n10;Dinas Kesehatan (rekaan);;;;;;;\n");
    let many: String = (0..501).map(|n| format!("{};\n", row(&n.to_string(), "Kepala", "x"))).collect();
    for (name, text, told) in [
        ("", "", "Pilih berkas pemangku yang akan dikirim."),
        ("a.csv", "", "Berkas ini kosong."),
        ("a.pdf", "%PDF-1.7", "Berkas ini PDF."),
        ("a.csv", "Unit kerja;Nomor pegawai;TMT\nDinas;1;2\n", "Cara memangku; Nomor surat; Tanggal surat"),
        ("a.csv", form.as_str(), "Tidak ada baris berisi data."),
        ("a.csv", &format!("{HEADER}\n{many}"), "lebih dari 500 baris"),
    ] {
        let page = send_as(&mut officer, name, text).await;
        assert!(page.status == 422 && page.body.contains(told), "{told}: {}", page.body);
    }
    for rows in ["", "x", "2\tx\ty\tplt\t2024-10-14\t\t2024-10-01\t8\tKepala"] {
        let page = officer.post("/jabatan/banyak/catat", &[("baris", rows)]).await;
        assert!(page.status == 422 && page.body.contains("tidak sampai utuh"), "{rows}: {}", page.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn recording_asks_for_a_proof_and_the_rows_go_along() {
    let stage = Stage::new().await;
    let mut officer = stage.browser_of(Role::PersonnelOfficer).await;
    let number = stage.world.town.person(Role::Employee).number.clone();
    stage.wait(stage.world.now, 6);
    let page = send(&mut officer, &[row("10", "Kepala Dinas", &number)]).await;
    assert_eq!(page.status, 200, "looking at it asks for none");
    let rows = rows_of(&page.body);
    let events = stage.world.events().await;
    let asked = officer.post("/jabatan/banyak/catat", &[("baris", &rows)]).await;
    let sealed = hidden(&asked.body, "isian").to_owned();
    assert!(asked.status == 403 && !sealed.is_empty() && asked.body.contains("name=\"sandi\""), "{}", asked.body);
    assert_eq!(stage.world.events().await, events, "nothing is recorded before it");
    let form = [("ke", "/jabatan/banyak"), ("isian", sealed.as_str()), ("sandi", PASSWORD)];
    let proved = officer.post("/akun/konfirmasi", &form).await;
    assert_eq!(proved.status, 307, "{}", proved.body);
    let again = officer.post(proved.location(), &form).await.body;
    assert!(again.contains(r#"action="/jabatan/banyak/catat""#) && hidden(&again, "baris") == rows, "{again}");
    let person = stage.world.town.person(Role::Employee).person.to_string();
    assert_eq!(again.matches(&person).count(), 1, "ids are nothing to look over");
    let done = officer.post("/jabatan/banyak/catat", &[("baris", &rows)]).await;
    assert_eq!(done.location(), "/jabatan?dicatat=1");
}
