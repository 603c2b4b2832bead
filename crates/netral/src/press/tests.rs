//! Each paper is made and read again with a reader's eyes.

use super::*;
use crate::master_key::hex;
use base::{Date, Month, WorkWeek};
use domain::category::Category;
use domain::circular::attachments::Attachment;
use domain::circular::{Addressees, Body, Circular, Signatory, State};
use domain::drive::{Asks, DriveCommand};
use domain::exception::{ExceptionKind, Words};
use domain::ids::{CircularId, DriveId, FileId, PactId, PaperId, PersonId, TaskId, UnitId};
use domain::knowledge::{Pact, PactText, Proof, Step, Task};
use domain::manner::{Manner, Way, Ways};
use domain::media::Media;
use domain::paper::{PaperKind, PaperState, Token};
use domain::people::{Name, Person};
use domain::signature::PasskeySignature;
use domain::signature_check::Standing;
use domain::tenancy::{Institution, InstitutionKind, Letterhead};
use seal::SealKey;
use service::{DriveRecord, ExceptionView, PersonRecord, Vouchers};
use std::process::Command;

/// Monday, 14 October 2024, 07.42 WIB.
const AT: Instant = Instant::from_micros(1_728_866_520_000_000);

fn typesetter() -> Typesetter {
    Typesetter::new(&Catalogue::embedded().unwrap())
}

/// The words of a PDF in reading order.
fn words(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).unwrap();
    let out = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output();
    let out = out.unwrap_or_else(|_| panic!("These tests read PDFs with pdftotext: install poppler-utils."));
    assert!(out.status.success());
    String::from_utf8(out.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn says(pdf: &[u8], parts: &[&str]) {
    let words = words(pdf);
    for part in parts {
        assert!(words.contains(part), "`{part}` is missing in: {words}");
    }
}

fn institution() -> Institution {
    Institution {
        id: domain::ids::InstitutionId::draw(),
        short_name: "kabupaten-sukamaju".into(),
        name: "Pemerintah Kabupaten Sukamaju (rekaan)".into(),
        kind: InstitutionKind::Regency,
        head_title: "Bupati Sukamaju".into(),
        place: "Sukamaju".into(),
        zone: Zone::Wib,
        week: WorkWeek::Five,
        letterhead: Letterhead {
            government: "PEMERINTAH KABUPATEN SUKAMAJU (REKAAN)".into(),
            office: "BUPATI SUKAMAJU".into(),
            address: vec!["Jalan Contoh Nomor 10".into()],
        },
        help: String::new(),
        example: true,
    }
}

fn paper(kind: PaperKind, number: Option<&str>) -> Paper {
    Paper {
        id: PaperId::draw(),
        kind,
        object: [0; 16],
        token: Token::from_random(&[7; 13]),
        number: number.map(str::to_owned),
        dated: Date::from_calendar_date(2024, Month::October, 14).unwrap(),
        initials: String::new(),
        state: PaperState::Valid,
        file: None,
    }
}

fn letter_sheet(state: State) -> LetterSheet {
    let body = Body {
        subject: "Netralitas pegawai dalam Pilkada 2024".into(),
        election: "Pilkada 2024".into(),
        opening: "Dalam rangka menjaga netralitas, disampaikan hal berikut.".into(),
        provisions: vec!["Dilarang:\na. ikut kampanye;\nb. memasang atribut.".into(), "Menjaga media sosial.".into()],
        closing: "Demikian untuk dilaksanakan.".into(),
        bases: vec!["uu-2023-20".into()],
        copies: vec!["Gubernur (rekaan)".into()],
        attachments: vec![Attachment {
            file: FileId::draw(),
            title: "Contoh perbuatan (rekaan)".into(),
            media: Media::Pdf,
            bytes: 1,
        }],
    };
    let addressees = Addressees {
        categories: vec![Category::Pns, Category::VillageHead],
        units: Vec::new(),
        ..Addressees::default()
    };
    let dated = Date::from_calendar_date(2024, Month::October, 14).unwrap();
    let draft = Circular::draft(CircularId::draw(), dated, body, addressees);
    LetterSheet {
        institution: institution(),
        circular: Circular { state, ..draft },
        bases: vec!["UU 20/2023 tentang Aparatur Sipil Negara".into()],
        units: vec!["Dinas Kesehatan".into(), "Kecamatan Melati".into()],
        except: Vec::new(),
        paper: paper(PaperKind::Letter, None),
        url: "http://localhost:8080/periksa/0123".into(),
    }
}

#[test]
fn the_letter_says_what_the_circular_says() {
    let signatory =
        Signatory { tenure: "Plt.".into(), title: "Bupati Sukamaju".into(), name: "Suryadi Purnomo".into() };
    let sheet = letter_sheet(State::Published { at: AT, signatory });
    let pdf = typesetter().letter(&sheet, AT).unwrap();
    says(
        &pdf,
        &[
            "PEMERINTAH KABUPATEN SUKAMAJU (REKAAN)",
            "BUPATI SUKAMAJU",
            "Sukamaju, 14 Oktober 2024",
            "Netralitas pegawai dalam Pilkada 2024",
            "Para Pegawai Negeri Sipil (PNS)",
            "Para Kepala Desa",
            "di Dinas Kesehatan dan Kecamatan Melati",
            "UU 20/2023 tentang Aparatur Sipil Negara",
            "a. ikut kampanye;",
            "2. Menjaga media sosial.",
            "Plt. Bupati Sukamaju,",
            "Suryadi Purnomo",
            "1 (satu) berkas",
            "Contoh perbuatan (rekaan)",
            "Gubernur (rekaan)",
            "belum bernomor",
            &sheet.paper.token.grouped(),
            "CONTOH — REKAAN",
        ],
    );
}

#[test]
fn a_draft_has_no_letter() {
    assert!(matches!(typesetter().letter(&letter_sheet(State::Draft), AT), Err(Fault::Unexpected(_))));
}

fn pact_sheet() -> PactSheet {
    let text = PactText {
        name: "Siti Rahmawati, A.Md.Kep.".into(),
        number: "•••• 2904".into(),
        position: "Perawat Terampil".into(),
        unit: "Puskesmas Melati".into(),
        election: "Pilkada 2024".into(),
        points: vec!["Menjaga netralitas.".into(), "Menolak politik uang.".into()],
        statement: "Saya menerima akibatnya menurut peraturan.".into(),
        circular: "Surat Edaran Bupati".into(),
    };
    let pact = Pact {
        id: PactId::draw(),
        task: TaskId::draw(),
        person: PersonId::draw(),
        number: "PI-2024-ABCD-EFGH".into(),
        text,
        manner: Manner::OwnDevice(Proof::Passkey),
        signed: AT,
        salt: [9; 32],
        passkey: None,
        standing: Standing::Valid,
    };
    let paper = paper(PaperKind::Pact, Some("PI-2024-ABCD-EFGH"));
    PactSheet {
        institution: institution(),
        pact,
        voucher: String::new(),
        paper,
        url: "http://localhost:8080/periksa/4567".into(),
    }
}

#[test]
fn the_pact_says_what_was_signed_and_how() {
    let sheet = pact_sheet();
    let pdf = typesetter().pact(&sheet).unwrap();
    says(
        &pdf,
        &[
            "Pakta integritas netralitas",
            "Saya yang bertanda tangan menyatakan:",
            "Siti Rahmawati, A.Md.Kep.",
            "Puskesmas Melati",
            "1. Menjaga netralitas.",
            "Saya menerima akibatnya menurut peraturan.",
            "Sukamaju, 14 Oktober 2024",
            "pukul 07.42 WIB",
            "PI-2024-ABCD-EFGH",
            "Di perangkat sendiri; dengan sidik jari, wajah, atau kunci layar",
        ],
    );
}

#[test]
fn what_is_printed_for_comparison_depends_on_the_salt() {
    let digest = |salt| {
        let mut sheet = pact_sheet();
        sheet.pact.salt = salt;
        pact::from(&sheet, "", "").digest
    };
    assert_eq!(digest([1; 32]), digest([1; 32]));
    assert_ne!(digest([1; 32]), digest([2; 32]), "without its salt, a digest would tell who signed");
}

#[test]
fn slips_carry_the_code_and_an_address_that_can_be_typed() {
    let slip = Slip {
        institution: "Pemerintah Kabupaten Sukamaju (rekaan)".into(),
        name: "Budi Santoso".into(),
        unit: "Desa Sukasari".into(),
        code: "ABCD-EFGH-JKLM".into(),
        expires: AT,
    };
    let address = "https://netral.sukamaju.example/aktivasi";
    let pdf = typesetter().slips(&[slip], address, Zone::Wib, true, AT).unwrap();
    says(&pdf, &["ABCD-EFGH-JKLM", "Budi Santoso", "Desa Sukasari", "Senin, 14 Oktober 2024"]);
    let words = words(&pdf);
    assert!(words.contains("netral.sukamaju.example/aktivasi") && !words.contains("https://"), "{words}");
}

/// What a drive of this name asks of a nurse with a circular of this number, delivered only.
fn drive_record(name: &str, number: &str) -> DriveRecord {
    let circular = Circular { number: Some(number.into()), ..letter_sheet(State::Draft).circular };
    let command = DriveCommand {
        name: name.into(),
        election: name.into(),
        due: Date::from_calendar_date(2024, Month::October, 21).unwrap(),
        know_by: None,
        pass_mark: 4,
        asks: Asks::Pact,
        tries: None,
    };
    let drive = command.begin(DriveId::draw(), circular.id, false, AT);
    let addressed = (UnitId::draw(), Category::Pppk);
    DriveRecord {
        task: Task::delivered(TaskId::draw(), drive.id, PersonId::draw(), addressed, AT),
        drive,
        circular,
        replaced: None,
        unit: "Puskesmas Mawar".into(),
        ways: Ways::default(),
        joined: Vec::new(),
        pact: None,
        exceptions: Vec::new(),
        may_note: false,
    }
}

#[test]
fn a_record_is_in_the_language_of_whoever_asks() {
    let exception = ExceptionView {
        id: base::Id::draw(),
        kind: ExceptionKind::Refused(Step::Read),
        on: Date::from_calendar_date(2024, Month::October, 13).unwrap(),
        words: Words { note: "Merasa dipaksa".into(), witness: "Joko Susilo".into(), pact: None },
        by: "dr. Ratna Dewi".into(),
        at: AT,
        answer: Some(("Saya baca nanti".into(), AT)),
        ended: None,
        done: None,
        stands: true,
    };
    let waiting = drive_record("Pilkada 2024", "SE 800/1");
    let waiting = DriveRecord {
        task: Task { opened: Some(AT), refused: Some(Step::Read), ..waiting.task },
        ways: Ways(vec![(Step::Opened, Way::SharedDevice { device: None })]),
        exceptions: vec![exception],
        replaced: Some(drive_record("", "SE 700/9").circular),
        ..waiting
    };
    let done = drive_record("Pemilu 2024", "SE 100/3");
    let signature = PasskeySignature { credential: String::new(), answer: String::new() };
    let done = DriveRecord {
        task: Task { signed: Some(AT), ..done.task },
        pact: Some(Pact { passkey: Some(signature), ..pact_sheet().pact }),
        ..done
    };
    let name = Name { before: String::new(), bare: "Siti Rahmawati".into(), after: String::new() };
    let record = PersonRecord {
        person: Person { id: PersonId::draw(), name, has_phone: true },
        unit: None,
        unit_name: "Puskesmas Melati".into(),
        position: "Perawat Terampil".into(),
        posts: Vec::new(),
        is_whole: true,
        was_merged: false,
        drives: vec![waiting, done],
        vouchers: Vouchers::default(),
        institution: institution(),
    };
    let sheet = RecordSheet { record, as_of: AT };
    let typesetter = typesetter();
    says(
        &typesetter.record(&sheet, Language::Indonesian).unwrap(),
        &[
            "Siti Rahmawati",
            "Dibuka",
            "14 Oktober 2024 pukul 07.42 WIB",
            "Di perangkat yang dipakai",
            "Belum",
            "SE 800/1, 14 Oktober 2024",
            "Menggantikan SE 700/9",
            "Puskesmas Mawar, PPPK",
            "Pemilu 2024",
            "SE 100/3, 14 Oktober 2024",
            "yang menandatangani naskah itu sendiri",
            "Senin, 21 Oktober 2024",
            "Menolak membaca surat edaran. Pada 13 Oktober 2024.",
            "Joko Susilo",
            "Merasa dipaksa",
            "Saya baca nanti",
        ],
    );
    says(&typesetter.record(&sheet, Language::English).unwrap(), &["Opened", "14 October 2024 07:42 WIB", "Not yet"]);
}

/// What poppler says of the seal on a paper.
/// What pyHanko says of a sealed file by this certificate, and whether it accepts it.
fn pyhanko(paper: &std::path::Path, certificate: &std::path::Path) -> (String, bool) {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let python = format!("{root}/.tools/peers/bin/python");
    let script = format!("{root}/tests/peers/pyhanko_says.py");
    let out = Command::new(python).arg(script).arg(paper).arg(certificate).output();
    let out = out.unwrap_or_else(|_| panic!("These tests check seals with pyHanko: run scripts/setup test."));
    (String::from_utf8_lossy(&out.stdout).into_owned(), out.status.success())
}

fn pdfsig(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf).unwrap();
    let out = Command::new("pdfsig").arg("-nocert").arg(&path).output();
    let out = out.unwrap_or_else(|_| panic!("These tests check seals with pdfsig: install poppler-utils."));
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn letters_and_pacts_are_sealed_without_a_visible_change() {
    let signatory =
        Signatory { tenure: "Plt.".into(), title: "Bupati Sukamaju".into(), name: "Suryadi Purnomo".into() };
    let press = typesetter();
    let key = SealKey::make(&institution().name, AT, &mut base::Occasion::seeded(AT, [7; 32]).chance()).unwrap();
    let letter = press.letter(&letter_sheet(State::Published { at: AT, signatory }), AT).unwrap();
    let pact = press.pact(&pact_sheet()).unwrap();
    let digest = hex(&pact_sheet().pact.commitment().0);
    let found = |paper: &[u8]| paper.windows(64).any(|part| part == digest.as_bytes());
    assert!(found(&pact) && !found(&letter), "a program finds in the file which text was signed");
    for paper in [letter, pact] {
        let sealed = press.seal(&paper, &key, AT).unwrap();
        assert_eq!(words(&sealed), words(&paper));
        let whole = seal::Sealed { certificate: key.certificate().clone(), at: AT };
        assert_eq!(seal::verify(&sealed, &[key.certificate().clone()]), seal::Verdict::Intact(whole));
        let told = pdfsig(&sealed);
        for part in ["Signature is Valid.", "Total document signed", "Pemerintah Kabupaten Sukamaju (rekaan)"] {
            assert!(told.contains(part), "lacks {part}: {told}");
        }
        let mut changed = sealed.clone();
        changed[paper.len() / 2] ^= 1;
        assert_eq!(seal::verify(&changed, &[]), seal::Verdict::Altered);
        assert!(press.seal(&sealed, &key, AT).is_err(), "a paper is sealed once");
        let folder = tempfile::tempdir().unwrap();
        let [file, pem] = ["surat.pdf", "segel.pem"].map(|name| folder.path().join(name));
        std::fs::write(&file, &sealed).unwrap();
        std::fs::write(&pem, key.certificate().to_pem()).unwrap();
        let ended = |keys: &[_]| format!("{:?}", crate::commands::verify::run(&file, keys, None).unwrap());
        let (said, accepted) = pyhanko(&file, &pem);
        assert!(accepted && said.contains("/ETSI.CAdES.detached"), "{said}");
        let broken = folder.path().join("diubah.pdf");
        std::fs::write(&broken, &changed).unwrap();
        assert!(!pyhanko(&broken, &pem).1, "one byte was changed");
        assert_eq!(ended(&[pem]), format!("{:?}", std::process::ExitCode::SUCCESS));
        assert_eq!(ended(&[]), format!("{:?}", std::process::ExitCode::from(3)));
    }
}
