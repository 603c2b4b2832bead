use crate::program::{Program, refused, told};
use std::path::Path;

const INSTITUTION: [&str; 16] = [
    "institution",
    "add",
    "--short-name",
    "kabupaten-contoh",
    "--name",
    "Pemerintah Kabupaten Contoh",
    "--kind",
    "regency",
    "--head-title",
    "Bupati Contoh",
    "--place",
    "Contoh",
    "--zone",
    "WITA",
    "--help-text",
    "Hubungi BKPSDM.",
];
const NIP: &str = "198001011996012901";

fn installation() -> tempfile::TempDir {
    let data = tempfile::tempdir().unwrap();
    assert!(told(data.path(), &INSTITUTION).contains("Added kabupaten-contoh"));
    data
}

/// A command about the institution.
fn of<'a>(words: &[&'a str], rest: &[&'a str]) -> Vec<&'a str> {
    [words, &["--institution", "kabupaten-contoh"], rest].concat()
}

fn file(data: &Path, name: &str, text: &str) -> String {
    let path = data.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn an_institution_is_set_up_from_the_terminal() {
    let data = installation();
    let data = data.path();
    let units =
        file(data, "unit.csv", "Kode;Nama;Jenis;Induk\n10;Dinas Kesehatan;Dinas;\n11;Puskesmas Melati;Puskesmas;10\n");
    let people = file(
        data,
        "pegawai.csv",
        "NIP;Nama;Status;Unit kerja;Jabatan\n'198505052001052902;Ani Lestari, S.Kep.;PNS;Puskesmas Melati;Perawat\n\
         '12;Budi;PNS;Puskesmas Melati;Perawat\n",
    );
    let early = refused(data, &of(&["roster", "check"], &[&people]));
    assert!(early.contains("netral roster units"), "{early}");
    assert!(told(data, &of(&["roster", "units"], &[&units])).contains("Added 2 units"));
    let checked = told(data, &of(&["roster", "check"], &[&people]));
    assert!(checked.contains("1 rows are good, 1 have to be mended. New: 1") && checked.contains("row 3"), "{checked}");
    assert!(told(data, &of(&["roster", "import"], &["--apply", &people])).contains("good rows were applied"));
    let again = told(data, &of(&["roster", "check"], &[&people]));
    assert!(again.contains("New: 0") && again.contains("unchanged: 1"), "the same file changes nothing: {again}");

    let role = ["--number", "19850505 200105 2 902", "--role", "personnel_officer"];
    assert!(told(data, &of(&["user", "role"], &role)).contains("personnel_officer"));
    let listed = told(data, &of(&["user", "list"], &[]));
    assert!(listed.contains("personnel_officer") && listed.contains("Ani Lestari, S.Kep."), "{listed}");

    let book = data.join("keluar.xlsx");
    let book = book.to_str().unwrap();
    assert!(told(data, &of(&["roster", "export"], &[book])).contains("in clear"));
    assert!(std::fs::read(book).unwrap().starts_with(b"PK"));
    refused(data, &of(&["roster", "export"], &[book]));
}

#[test]
fn what_changes_about_an_institution_is_set_later() {
    let data = installation();
    let data = data.path();
    let set = |rest: &[&'static str]| [&["institution", "set", "kabupaten-contoh"], rest].concat();
    assert!(refused(data, &set(&[])).contains("nothing would change"));
    assert!(refused(data, &set(&["--work-days", "7"])).contains("takes 5 or 6"));
    assert!(refused(data, &set(&["--place", " "])).contains("--place is empty"));
    assert!(
        refused(data, &["institution", "set", "kota-lain", "--place", "A"]).contains("there are: kabupaten-contoh")
    );
    let before = Program::start(data, &["serve"]).get("/kabupaten-contoh").1;
    assert!(before.contains("Hubungi BKPSDM.") && before.contains("Pemerintah Kabupaten Contoh"), "{before}");
    told(data, &set(&["--help-text", "Telepon (000) 000-111.", "--name", "Kabupaten Contoh Baru"]));
    let after = Program::start(data, &["serve"]).get("/kabupaten-contoh").1;
    assert!(after.contains("Telepon (000) 000-111.") && after.contains("Kabupaten Contoh Baru"), "{after}");
    assert!(!after.contains("Hubungi BKPSDM."), "{after}");
}

#[test]
fn the_first_administrator_gets_a_code_that_opens_the_activation_page() {
    let data = installation();
    let data = data.path();
    let name = ["--number", NIP, "--name", "Budi Santoso", "--role", "institution_administrator"];
    let said = told(data, &of(&["user", "add"], &name));
    assert!(said.contains("Activation code for Budi Santoso: ") && said.contains("/aktivasi"), "{said}");
    let code = |said: &str| said.lines().next().unwrap().rsplit(": ").next().unwrap().to_owned();
    let slip = told(data, &of(&["user", "slip"], &["--number", NIP]));
    assert_ne!(code(&said), code(&slip), "every slip has a code of its own");
    assert!(refused(data, &of(&["user", "add"], &name)).contains("has this number already"));
    assert!(told(data, &of(&["user", "list"], &[])).contains("institution_administrator"));
}

#[test]
fn mistakes_are_told_with_the_mend() {
    let data = installation();
    let data = data.path();
    let again = refused(data, &INSTITUTION);
    assert!(again.contains("there is an institution `kabupaten-contoh` already"), "{again}");
    for (arguments, part) in [
        (vec!["user", "list", "--institution", "kota-lain"], "there are: kabupaten-contoh"),
        (of(&["user", "slip"], &["--number", NIP]), "nobody in `kabupaten-contoh` has this number"),
        (of(&["user", "role"], &["--number", NIP, "--role", "head_of_unit"]), "other roles follow from a post"),
        (of(&["user", "add"], &["--number", "12", "--name", "A"]), "NIP has 18 digits"),
        (of(&["roster", "check"], &["tidak-ada.csv"]), "tidak-ada.csv cannot be read"),
    ] {
        let said = refused(data, &arguments);
        assert!(said.contains(part), "{arguments:?}: {said}");
    }
}

#[test]
fn a_backup_is_made_while_the_program_serves_rehearsed_and_restored() {
    let data = installation();
    let program = Program::start(data.path(), &["serve"]);
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("netral.zip");
    let backup = backup.to_str().unwrap();
    let said = told(data.path(), &["backup", backup]);
    assert!(said.contains("found in order") && said.contains("does not hold the master key"), "{said}");
    assert_eq!(program.get("/siap").0, 200);
    assert!(program.stop());
    assert!(told(data.path(), &["restore", "--check", backup]).contains("is in order"));
    let fresh = tempfile::tempdir().unwrap();
    let keyless = refused(fresh.path(), &["restore", backup]);
    assert!(keyless.contains("master key of this installation is missing"), "{keyless}");
    let keys = fresh.path().join("keys");
    std::fs::create_dir_all(&keys).unwrap();
    std::fs::copy(data.path().join("keys/master.key"), keys.join("master.key")).unwrap();
    assert!(told(fresh.path(), &["restore", backup]).contains("Restored"));
    assert!(refused(fresh.path(), &["restore", backup]).contains("holds data already"));
    let restored = Program::start(fresh.path(), &["serve"]);
    assert!(restored.get("/").1.contains("Kabupaten Contoh"));
    assert!(restored.stop());
}

#[test]
fn an_institution_has_its_seal_from_the_start_and_a_paper_is_checked_without_an_installation() {
    let data = installation();
    let data = data.path();
    let first = told(data, &["seal", "export", "kabupaten-contoh"]);
    assert!(first.starts_with("-----BEGIN CERTIFICATE-----"), "{first}");
    assert!(told(data, &["seal", "rotate", "kabupaten-contoh"]).contains("Make its fingerprint known"));
    let both = told(data, &["seal", "export", "kabupaten-contoh"]);
    assert!(both.ends_with(&first) && both.len() > first.len(), "{both}");
    assert!(refused(data, &["seal", "export", "kota-lain"]).contains("there are: kabupaten-contoh"));

    let verify = |rest: &[&str]| {
        let out = std::process::Command::new(env!("CARGO_BIN_EXE_netral")).arg("verify").args(rest).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (out.status.code(), text(out.stdout), text(out.stderr))
    };
    let paper = file(data, "surat.pdf", "%PDF-1.7 tanpa segel");
    let (code, said, _) = verify(&[&paper]);
    assert_eq!(code, Some(1));
    assert!(said.contains("Tidak bersegel.") && said.contains("Not sealed."), "{said}");
    let (code, _, failed) = verify(&[&paper, "--key", &paper]);
    assert_eq!(code, Some(1));
    assert!(failed.contains("holds no certificate"), "{failed}");
    let (code, _, failed) = verify(&["tidak-ada.pdf"]);
    assert_eq!(code, Some(1));
    assert!(failed.contains("tidak-ada.pdf cannot be read"), "{failed}");
}
