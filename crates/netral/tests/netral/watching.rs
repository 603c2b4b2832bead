//! What an operator sees: a log and metrics without anything personal, and warnings at the start.

use crate::program::{Program, told};
use crate::signing::refusing;
use crate::visitor::{Reply, Visitor};
use std::path::Path;
use store::testing::Cluster;
use web::{DEMO_PASSWORD, SignIn};

const FINEST: [(&str, &str); 3] =
    [("NETRAL_LOG_FORMAT", "json"), ("NETRAL_LOG_LEVEL", "trace"), ("NETRAL_METRICS", "localhost:0")];

/// What must be nowhere but where it belongs.
#[derive(Default)]
struct Secrets(Vec<String>);

impl Secrets {
    fn keep(&mut self, secret: impl Into<String>) -> String {
        let secret = secret.into();
        // Times and counts are full of short numbers that are nobody's.
        let telling = secret.len() > 9 || secret.len() > 4 && secret.chars().any(char::is_alphabetic);
        assert!(telling, "could stand there by chance: {secret}");
        self.0.push(secret.clone());
        secret
    }

    fn keep_cookies(&mut self, visitor: &Visitor) {
        for value in visitor.cookies.values() {
            value.split('.').filter(|part| part.len() > 4).for_each(|part| self.0.push(part.to_owned()));
        }
    }

    /// The first line that holds a secret, with the secret.
    fn found_in(&self, text: &str) -> Option<(String, String)> {
        let lines = text.lines().map(|line| (line, line.to_lowercase()));
        lines.into_iter().find_map(|(line, lower)| {
            let secret = self.0.iter().find(|secret| lower.contains(&secret.to_lowercase()))?;
            Some((secret.clone(), line.to_owned()))
        })
    }
}

/// Every line is one of ours: at this level the framework would quote what it cannot read, and the driver of
/// PostgreSQL would tell the values of each statement.
fn assert_only_we_speak(log: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let ours: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    for line in log.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let target = line["target"].as_str().unwrap();
        assert!(ours.iter().any(|name| target.split("::").next() == Some(name)), "{line}");
    }
}

fn entered(visitor: &mut Visitor, number: &str, password: &str) -> Reply {
    let reply = visitor.post("/masuk", &[("nomor", number), ("sandi", password)]);
    assert_eq!(reply.status, 303, "{}", reply.body);
    reply
}

/// Signing in wrongly and rightly, with a browser that says much about its owner.
fn signs_in(port: u16, who: SignIn, secrets: &mut Secrets) -> Visitor {
    let mut visitor = Visitor::new(port);
    visitor.headers.push(("User-Agent", secrets.keep("Peramban-Siti-Rahmawati")));
    visitor.headers.push(("X-Forwarded-For", secrets.keep("203.0.113.77")));
    let (number, wrong) = (secrets.keep(who.number()), secrets.keep("sandi-yang-keliru"));
    let refused = visitor.post("/masuk", &[("nomor", &number), ("sandi", &wrong)]);
    assert_eq!(refused.status, 422);
    entered(&mut visitor, &number, &secrets.keep(DEMO_PASSWORD));
    secrets.keep_cookies(&visitor);
    visitor
}

/// Reads, answers, signs, and looks the paper up by its code.
fn signs(port: u16, secrets: &mut Secrets) {
    let mut nurse = signs_in(port, SignIn::Nurse, secrets);
    let home = nurse.get("/beranda");
    assert!(home.body.contains("Siti Rahmawati"), "{}", home.body);
    let task = format!("/tugas/{}", home.after("/tugas/").split('/').next().unwrap());
    assert_eq!(nurse.get(&format!("{task}/baca")).status, 200);
    assert_eq!(nurse.post(&format!("{task}/baca"), &[]).status, 303);
    let law = norms::Catalogue::embedded().unwrap();
    let questions = nurse.get(&format!("{task}/pertanyaan"));
    let mut form = vec![("percobaan".to_owned(), questions.after("name=\"percobaan\" value=\"").to_owned())];
    let plain = questions.body.replace("&#34;", "\"").replace("&#39;", "'").replace("&#38;", "&");
    for (n, part) in plain.split("<fieldset").skip(1).enumerate() {
        let asked = law
            .questions()
            .iter()
            .find(|question| part.contains(question.text.in_language(base::Language::Indonesian)));
        form.push((format!("jawaban-{}", n + 1), asked.unwrap().correct.to_string()));
    }
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(nurse.post(&format!("{task}/pertanyaan"), &form).status, 303);
    let wrong = [("ikrar", "ya"), ("sadar", "ya"), ("sandi", "sandi-yang-keliru")];
    assert_eq!(nurse.post(&format!("{task}/tanda-tangan"), &wrong).status, 422);
    let right = [("ikrar", "ya"), ("sadar", "ya"), ("sandi", DEMO_PASSWORD)];
    let signed = nurse.post(&format!("{task}/tanda-tangan"), &right);
    assert_eq!((signed.status, signed.location.ends_with("/selesai")), (303, true), "{}", signed.body);
    let done = nurse.get(&signed.location);
    let code = secrets.keep(done.after("/periksa/"));
    assert_eq!(Visitor::new(port).get(&format!("/periksa/{code}")).status, 200);
    assert_eq!(nurse.get("/kelola").status, 403);
    // What cannot be read is quoted by the framework at its finest level.
    let odd = secrets.keep("3399025203900777");
    assert_eq!(nurse.get(&format!("/tugas/{odd}/baca")).status, 400);
}

/// Asks whether something is allowed, in words of their own and by the ids of what they answered.
fn wonders(port: u16, secrets: &mut Secrets) {
    let mut somebody = Visitor::new(port);
    let typed = secrets.keep("iparsayamencalonkan");
    assert_eq!(somebody.get(&format!("/boleh?tanya=boleh+like+{typed}")).status, 200);
    let told = format!("{}&{}", secrets.keep("subject=village_head"), secrets.keep("account=campaign_account"));
    assert_eq!(somebody.get(&format!("/boleh/tanya?act=like&{told}")).status, 200);
    assert_eq!(somebody.get(&format!("/boleh/jawaban?act=like&{told}")).status, 200);
    assert_eq!(somebody.get(&format!("/boleh/jawaban?act=like&{told}&nama={typed}")).status, 400);
    assert!(somebody.cookies.is_empty(), "whoever asks is not remembered");
}

/// Sends a roster with a good and a bad row, and looks for somebody.
fn imports(port: u16, secrets: &mut Secrets) {
    let mut officer = signs_in(port, SignIn::PersonnelOfficer, secrets);
    let page = officer.get("/pegawai/impor");
    let unit = page.body.split("name=\"unit\"").nth(1).unwrap().split("value=\"").nth(1).unwrap();
    let unit = unit.split('"').next().unwrap();
    let (name, number) = (secrets.keep("Wulandari Kusumaningtyas"), secrets.keep("199912312024212999"));
    let (phone, short) = (secrets.keep("081234567890"), secrets.keep("NIP-kurang-7"));
    let roster = format!(
        "NIP;Nama;Status;Unit kerja;Jabatan;Telepon\r\n'{number};{name};PNS;Tidak Ada;Perawat;'{phone}\r\n'{short};{name};PNS;Tidak Ada;Perawat;\r\n"
    );
    let file = secrets.keep("Daftar-Wulandari.csv");
    let body = format!(
        "--batas\r\nContent-Disposition: form-data; name=\"unit\"\r\n\r\n{unit}\r\n--batas\r\nContent-Disposition: \
         form-data; name=\"berkas\"; filename=\"{file}\"\r\nContent-Type: text/csv\r\n\r\n{roster}\r\n--batas--\r\n"
    );
    let sent = officer.send("POST", "/pegawai/impor", "multipart/form-data; boundary=batas", &body);
    assert_eq!(sent.status, 303, "{}", sent.body);
    let found = officer.get(&sent.location);
    assert!(found.status == 200 && found.body.contains(&short), "the fault is shown");
    assert_eq!(officer.get(&format!("/pegawai?cari={number}")).status, 200);
    assert_eq!(officer.get(&format!("/pegawai/{number}")).status, 404, "an id that is none");
}

/// The head of region asks for a certified signature, mistypes once, and is refused by a server that quotes everything.
/// Answers what the page says, in which nothing stands that was typed.
fn signs_certified(port: u16, secrets: &mut Secrets) {
    let mut head = signs_in(port, SignIn::HeadOfRegion, secrets);
    let public = Visitor::new(port).get("/kabupaten-sukamaju");
    let circular = public.after("href=\"/kabupaten-sukamaju/edaran/").to_owned();
    let path = format!("/edaran/{circular}/tersertifikasi");
    let page = head.get(&path);
    assert!(page.status == 200 && page.body.contains("name=\"passphrase\""), "{}", page.body);
    let (nik, passphrase) = (secrets.keep("3399021204800666"), secrets.keep("frasa-sandi-bupati"));
    let short = secrets.keep("339902120480");
    let mistyped = head.post(&path, &[("kali", "0"), ("nik", &short), ("passphrase", &passphrase)]);
    assert_eq!(mistyped.status, 422);
    let sent = head.post(&path, &[("kali", "0"), ("nik", &nik), ("passphrase", &passphrase)]);
    assert_eq!((sent.status, sent.location.as_str()), (303, path.as_str()));
    let told = head.get(&path);
    assert!(told.body.contains("Passphrase Anda tidak diterima") && told.body.contains("salah 2031"), "{}", told.body);
    for page in [mistyped, told] {
        for secret in [&short, &nik, &passphrase] {
            assert!(!page.body.contains(secret.as_str()), "{secret} comes back: {}", page.body);
        }
    }
}

/// Whatever strangers send, however odd.
fn wanders(port: u16, secrets: &mut Secrets) {
    let mut stranger = Visitor::new(port);
    let (number, code) = (secrets.keep("198001011996012555"), secrets.keep("ABCDEFGHJKMNPQRSTVWX"));
    assert_eq!(stranger.get(&format!("/tidak-ada/{number}/di-sini")).status, 404);
    assert_eq!(stranger.get(&format!("/periksa/{code}")).status, 404);
    let slip = secrets.keep("QQQQ-WWWW-ZZZZ");
    assert_eq!(stranger.post("/aktivasi", &[("kode", &slip)]).status, 422);
    assert_eq!(stranger.send("NIP198001011996012555", "/masuk", "", "").status, 400, "a method that holds a number");
    let broken = stranger.send("POST", "/masuk", "application/json", &format!("{{\"nomor\":\"{number}\"}}"));
    assert_eq!(broken.status, 400);
    assert_eq!(stranger.get("/sehat").status, 200);
}

/// A paper whose bytes are gone is an internal error.
fn breaks(port: u16, data: &Path) {
    let mut stranger = Visitor::new(port);
    let page = stranger.get("/kabupaten-sukamaju");
    let circular = page.after("href=\"/kabupaten-sukamaju/edaran/").to_owned();
    let letter = format!("/kabupaten-sukamaju/edaran/{circular}/surat.pdf");
    assert_eq!(stranger.get(&letter).status, 200);
    std::fs::rename(data.join("files"), data.join("gone")).unwrap();
    assert_eq!(stranger.get(&letter).status, 500);
}

/// Number and passphrase of a certified signature are in no file of the installation.
fn nothing_typed_is_on_disk(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            nothing_typed_is_on_disk(&path);
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        for secret in ["3399021204800666", "frasa-sandi-bupati"] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{secret} is in {}", path.display());
        }
    }
}

fn metrics_of(program: &mut Program) -> String {
    let line = program.next_line();
    let port = line.strip_prefix("Metrik: http://127.0.0.1:").and_then(|rest| rest.strip_suffix("/metrics"));
    let reply = Visitor::new(port.unwrap_or_else(|| panic!("{line}")).parse().unwrap()).get("/metrics");
    assert_eq!(reply.status, 200);
    reply.body
}

/// Everything that happens in an office, at the finest level of the log.
fn a_day_leaves_nothing_personal(store: &str) {
    let data = tempfile::tempdir().unwrap();
    let (server, password) = (format!("http://127.0.0.1:{}", refusing()), data.path().join("sandi-bsre"));
    std::fs::write(&password, "kata-sandi-instansi\n").unwrap();
    let settings = [
        FINEST.as_slice(),
        &[("NETRAL_STORE", store), ("NETRAL_BSRE_URL", &server), ("NETRAL_BSRE_USER", "sukamaju")],
        &[("NETRAL_BSRE_PASSWORD_FILE", password.to_str().unwrap())],
    ]
    .concat();
    let mut program = Program::start_with(data.path(), &["demo", "--listen", "localhost:0"], &settings);
    let port = program.port;
    let mut secrets = Secrets::default();
    // People of the demo, as its page and its terminal name them.
    for who in SignIn::ALL {
        secrets.keep(who.number());
    }
    for name in ["Siti Rahmawati", "Dewi Anggraini"] {
        secrets.keep(name);
    }
    signs(port, &mut secrets);
    imports(port, &mut secrets);
    secrets.keep("kata-sandi-instansi");
    signs_certified(port, &mut secrets);
    wonders(port, &mut secrets);
    wanders(port, &mut secrets);
    breaks(port, data.path());
    let metrics = metrics_of(&mut program);
    let site = program.get("/demo");
    assert_eq!(site.0, 200);

    let log = program.log();
    for part in [
        "\"route\":\"/masuk\",\"status\":422",
        "\"route\":\"/masuk\",\"status\":303",
        "\"method\":\"other\",\"route\":\"/masuk\",\"status\":400",
        "\"route\":\"/tugas/{id}/tanda-tangan\",\"status\":303",
        "\"route\":\"/periksa/{token}\",\"status\":200",
        "\"route\":\"/boleh/jawaban\",\"status\":200",
        "\"route\":\"/pegawai/impor\",\"status\":303",
        "\"route\":\"/pegawai/{id}\",\"status\":404",
        "\"route\":\"/aktivasi\",\"status\":422",
        "\"route\":\"/kelola\",\"status\":403",
        "\"route\":\"none\",\"status\":404",
        "\"route\":\"/{instansi}/edaran/{id}/surat.pdf\",\"status\":500",
        // Only told at the level debug.
        "\"route\":\"/sehat\",\"status\":200",
        "a person was shown this code",
    ] {
        assert!(log.contains(part), "the log does not tell of {part}:\n{log}");
    }
    assert_only_we_speak(&log);
    assert!(secrets.found_in(&site.1).is_some(), "the page of the demo shows the numbers, so this search finds them");
    assert_eq!(secrets.found_in(&log), None);
    assert!(log.contains("\"route\":\"/edaran/{id}/tersertifikasi\",\"status\":303"), "{log}");
    nothing_typed_is_on_disk(data.path());
    assert!(metrics.contains("netral_request_duration_seconds_count{method=\"GET\",route=\"none\",status=\"4xx\"}"));
    assert!(metrics.contains("unit=\"access/note_denied\",outcome=\"ok\"} 1"), "{metrics}");
    assert_eq!(secrets.found_in(&metrics), None);
    assert!(program.stop());
}

#[test]
fn a_day_on_sqlite_leaves_nothing_personal_in_log_and_metrics() {
    a_day_leaves_nothing_personal("auto");
}

#[test]
fn a_day_on_postgres_leaves_nothing_personal_in_log_and_metrics() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let database = runtime.block_on(async { Cluster::shared().unwrap().database().await.unwrap() });
    a_day_leaves_nothing_personal(database.url());
}

#[test]
fn an_activation_code_that_works_is_in_no_log() {
    let data = tempfile::tempdir().unwrap();
    let institution = ["institution", "add", "--short-name", "kota-contoh", "--name", "Pemerintah Kota Contoh"];
    let rest = ["--kind", "city", "--head-title", "Wali Kota Contoh", "--place", "Contoh", "--zone", "WIB"];
    told(data.path(), &[&institution[..], &rest, &["--help-text", "Hubungi BKPSDM."]].concat());
    let mut secrets = Secrets::default();
    let (number, name) = (secrets.keep("198001011996012901"), secrets.keep("Budi Santoso"));
    let user = ["user", "add", "--institution", "kota-contoh", "--number", &number, "--name", &name];
    let said = told(data.path(), &[&user[..], &["--role", "institution_administrator"]].concat());
    let code = secrets.keep(said.lines().next().unwrap().rsplit(": ").next().unwrap());
    let mut program = Program::start_with(data.path(), &["serve", "--listen", "localhost:0"], &FINEST);
    let mut visitor = Visitor::new(program.port);
    assert_eq!(visitor.post("/aktivasi", &[("kode", &code)]).status, 303);
    let password = secrets.keep("kuda laut berenang");
    let chosen = visitor.post("/aktivasi/pilih", &[("sandi", &password)]);
    assert_eq!(chosen.status, 303, "{}", chosen.body);
    secrets.keep_cookies(&visitor);
    secrets.keep(code.replace('-', ""));
    let metrics = metrics_of(&mut program);
    let log = program.log();
    assert!(log.contains("\"route\":\"/aktivasi/pilih\",\"status\":303"), "{log}");
    assert_eq!(secrets.found_in(&log), None);
    assert_eq!(secrets.found_in(&metrics), None);
    assert!(program.stop());
}

#[test]
fn a_site_that_is_open_to_the_network_says_so_at_its_start() {
    let data = tempfile::tempdir().unwrap();
    let quiet = Program::start_with(data.path(), &["serve", "--listen", "localhost:0"], &[]);
    assert!(!quiet.log().contains("trusted_proxies") && quiet.stop());
    let open = ["serve", "--listen", "0.0.0.0:0"];
    let mut program = Program::start_with(data.path(), &open, &[]);
    let (first, second) = (program.next_line(), program.next_line());
    assert!(first.starts_with("Peringatan: Netral dapat dibuka dari jaringan tanpa HTTPS"), "{first}");
    assert!(second.starts_with("Peringatan: `trusted_proxies` belum diisi"), "{second}");
    let log = program.log();
    assert!(log.contains("\"setting\":\"listen\"") && log.contains("\"setting\":\"trusted_proxies\""), "{log}");
    assert_eq!(program.get("/sehat").0, 200, "it serves all the same");
    assert!(program.stop());
    let trusting = Program::start_with(data.path(), &open, &[("NETRAL_TRUSTED_PROXIES", "10.0.0.1")]);
    assert!(!trusting.log().contains("\"setting\":\"trusted_proxies\""));
    assert!(trusting.stop());
}
