//! Invented documents in both languages, for the example program and for the tests.

// long: one sample of each document, which the example and two tests share.

use base::{Instant, Zone};
use documents::{
    ActivationSlip, CircularLetter, Imprint, Language, LetterProvision, Letterhead, Milestone, MinutesPaper,
    PackExplained, PackPaper, PackPerson, PackPledge, PackQuestion, PactPaper, PersonRecord, ProvisionLetter,
    RecordDrive, RecordEntry, Signatory, SlipSheet, Verification, WorksheetEntry, WorksheetPaper, WorksheetPoint,
    WorksheetReading, WorksheetSection,
};

/// 14 October 2024, 07.42 WIB.
const CREATED: Instant = Instant::from_micros(1_728_866_520_000_000);

fn pick(language: Language, indonesian: &str, english: &str) -> String {
    match language {
        Language::Indonesian => indonesian.to_owned(),
        Language::English => english.to_owned(),
    }
}

fn all(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|&text| text.to_owned()).collect()
}

pub fn imprint(language: Language) -> Imprint {
    Imprint { language, example: true, created: CREATED, zone: Zone::Wib }
}

fn verification(code: &str) -> Verification {
    Verification { url: format!("https://netral.sukamaju.example/periksa/{code}"), code: code.to_owned() }
}

fn letterhead() -> Letterhead {
    Letterhead {
        government: "PEMERINTAH KABUPATEN SUKAMAJU (REKAAN)".to_owned(),
        office: "SEKRETARIAT DAERAH".to_owned(),
        address: all(&[
            "Jalan Melati Nomor 1, Sukamaju 00000, telepon (000) 000-000",
            "Laman: sukamaju.example, pos-el: setda@sukamaju.example",
        ]),
    }
}

fn provision(number: usize, text: &str, parts: &[&str]) -> LetterProvision {
    let letters = parts
        .iter()
        .zip('a'..='z')
        .map(|(&text, letter)| ProvisionLetter { letter: letter.to_string(), text: text.to_owned() })
        .collect();
    LetterProvision { number: number.to_string(), text: text.to_owned(), letters }
}

/// A letter of two pages in Indonesian, and a shorter translation.
pub fn letter(language: Language) -> CircularLetter {
    let (legal_basis, opening, provisions, closing) = match language {
        Language::Indonesian => (
            all(&[
                "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;",
                "Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil;",
                "Keputusan Bersama lima pimpinan lembaga tahun 2022 tentang pedoman pembinaan dan pengawasan netralitas.",
            ]),
            all(&[
                "Pemilihan Bupati dan Wakil Bupati Sukamaju berlangsung pada Rabu, 27 November 2024. Agar pelayanan \
                   kepada semua warga tetap adil, dengan ini disampaikan ketentuan berikut.",
            ]),
            indonesian_provisions(),
            all(&[
                "Pegawai yang ragu apakah suatu perbuatan boleh dilakukan bertanya lebih dahulu kepada atasan langsung \
                 atau kepada Badan Kepegawaian dan Pengembangan Sumber Daya Manusia.",
                "Demikian untuk dilaksanakan dengan penuh tanggung jawab.",
            ]),
        ),
        Language::English => (
            all(&["Law 20 of 2023 on the State Civil Apparatus;", "Government Regulation 94 of 2021 on discipline."]),
            all(&["The election of the regent and deputy regent takes place on Wednesday, 27 November 2024."]),
            vec![
                provision(1, "Every employee serves all citizens alike.", &[]),
                provision(
                    2,
                    "Until the election is over, employees do not:",
                    &[
                        "take part in the campaign of a pair of candidates;",
                        "use office cars or rooms for a candidate.",
                    ],
                ),
            ],
            all(&["This is to be carried out with full responsibility."]),
        ),
    };
    CircularLetter {
        imprint: imprint(language),
        letterhead: letterhead(),
        number: Some("000.1.5/0417/SETDA/2024".to_owned()),
        nature: pick(language, "Segera", "Urgent"),
        attachments: pick(language, "1 (satu) berkas", "1 (one) file"),
        attached: match language {
            Language::Indonesian => all(&["Contoh perbuatan yang dilarang"]),
            Language::English => Vec::new(),
        },
        subject: pick(
            language,
            "Netralitas pegawai pada Pemilihan Bupati dan Wakil Bupati Sukamaju Tahun 2024",
            "Neutrality of employees in the 2024 election of the regent and deputy regent",
        ),
        place: "Sukamaju".to_owned(),
        date: pick(language, "14 Oktober 2024", "14 October 2024"),
        addressees: match language {
            Language::Indonesian => all(&[
                "Para Kepala Perangkat Daerah",
                "Para Camat se-Kabupaten Sukamaju",
                "Para Direktur Badan Usaha Milik Daerah",
            ]),
            Language::English => all(&["All heads of units"]),
        },
        addressed_at: Some(pick(language, "Tempat", "their offices")),
        legal_basis,
        opening,
        provisions,
        closing,
        signatory: Signatory {
            capacity: Some("Pj.".to_owned()),
            office_title: pick(language, "Sekretaris Daerah", "Regional Secretary"),
            name: "Drs. Bagus Wiratama, M.Si.".to_owned(),
            rank: Some("Pembina Utama Madya (IV/d)".to_owned()),
            nip: Some("19700101 199503 1 001".to_owned()),
        },
        copies: match language {
            Language::Indonesian => all(&["Bupati Sukamaju (sebagai laporan)", "Ketua Bawaslu Kabupaten Sukamaju"]),
            Language::English => all(&["The Regent of Sukamaju (as a report)"]),
        },
        verification: verification("7KQ2-M4XD"),
    }
}

fn indonesian_provisions() -> Vec<LetterProvision> {
    vec![
        provision(1, "Setiap pegawai melayani semua warga dengan cara yang sama, apa pun pilihan politiknya.", &[]),
        provision(
            2,
            "Sejak surat ini diterima sampai calon terpilih ditetapkan, pegawai tidak:",
            &[
                "ikut serta dalam kampanye pasangan calon, baik di dalam maupun di luar jam kerja;",
                "memakai kendaraan, ruang, atau perlengkapan dinas untuk keperluan pasangan calon;",
                "menyukai, membagikan, atau mengomentari unggahan yang mengarah kepada pasangan calon;",
                "mengajak atau menekan rekan, bawahan, dan keluarga mereka untuk memilih pasangan calon tertentu.",
            ],
        ),
        provision(
            3,
            "Pegawai tetap punya hak pilih dan menggunakannya di tempat pemungutan suara. Yang dilarang adalah \
             menunjukkan pilihan itu.",
            &[],
        ),
        provision(
            4,
            "Para kepala perangkat daerah:",
            &[
                "membacakan surat ini pada apel pertama sesudah diterima dan menjelaskan isinya kepada semua pegawai;",
                "memastikan setiap pegawai membaca, memahami, mengucapkan ikrar, dan menandatangani pakta integritas \
                 paling lambat Jumat, 18 Oktober 2024;",
                "mengirim pernyataan pengawasan setiap bulan melalui Netral.",
            ],
        ),
        provision(
            5,
            "Dugaan pelanggaran diperiksa menurut peraturan perundang-undangan. Yang memutuskan pejabat yang \
             berwenang, sesudah pegawai yang bersangkutan didengar.",
            &[],
        ),
        provision(
            6,
            "Laporan dapat disampaikan tanpa nama. Siapa pun yang melapor dengan iktikad baik dilindungi, dan \
             tindakan balasan terhadap pelapor diperlakukan sebagai pelanggaran tersendiri.",
            &[],
        ),
    ]
}

pub fn pact(language: Language) -> PactPaper {
    let points = match language {
        Language::Indonesian => all(&[
            "menjaga dan menegakkan netralitas dalam pelayanan publik, sebelum, selama, dan sesudah pemilihan;",
            "menghindari konflik kepentingan, tidak mengintimidasi atau mengancam siapa pun, dan tidak memihak \
             pasangan calon tertentu;",
            "menggunakan media sosial secara bijak serta tidak menyebarkan ujaran kebencian dan berita bohong;",
            "menolak politik uang dan segala jenis pemberian dalam bentuk apa pun.",
        ]),
        Language::English => all(&[
            "keep and uphold neutrality in public service before, during and after the election;",
            "avoid conflicts of interest, threaten nobody and take no pair of candidates' side;",
            "use social media wisely and spread neither hatred nor false news;",
            "refuse money politics and gifts of any kind.",
        ]),
    };
    PactPaper {
        imprint: imprint(language),
        institution: "Pemerintah Kabupaten Sukamaju (rekaan)".to_owned(),
        title: pick(language, "Pakta Integritas Netralitas", "Integrity Pact on Neutrality"),
        election: pick(language, "Pilkada 2024", "Regional election 2024"),
        name: "Siti Rahmawati, S.Pd.".to_owned(),
        masked_number: "•••• •••• •••• 4021".to_owned(),
        post: pick(language, "Guru Ahli Muda", "Teacher (Guru Ahli Muda)"),
        unit: "SD Negeri Melati (rekaan)".to_owned(),
        lead: pick(language, "Dengan ini saya menyatakan akan:", "I hereby declare that I will:"),
        points,
        statement: pick(
            language,
            "Jika saya melanggar, saya bersedia diperiksa dan menerima sanksi menurut peraturan perundang-undangan.",
            "If I break this pact, I accept being examined and sanctioned under the law.",
        ),
        place: "Sukamaju".to_owned(),
        date: pick(language, "Senin, 14 Oktober 2024", "Monday, 14 October 2024"),
        time: pick(language, "pukul 07.42 WIB", "at 07.42 WIB"),
        pact_number: "P-2024-000417".to_owned(),
        signed_by: pick(
            language,
            "Di perangkat sendiri; kata sandi ditanyakan sekali lagi",
            "At a kiosk computer opened by Dewi Anggraini; with fingerprint, face or screen lock",
        ),
        digest: "9f86d081 884c7d65 9a2feaa0 c55ad015 a3bf4f1b 2b0b822c d15d6c15 b0f00a08".to_owned(),
        verification: verification("P4KT-2K7Q"),
    }
}

pub fn sheet(language: Language) -> SlipSheet {
    SlipSheet { imprint: imprint(language) }
}

/// Eleven slips: one full page and part of a second.
pub fn slips(language: Language) -> Vec<ActivationSlip> {
    let names = [
        "Siti Rahmawati, S.Pd.",
        "Agus Salim",
        "Dr. dr. Raden Ayu Kusumaningtyas Prameswari Hadiningrat, Sp.A., M.Kes.",
        "Yohanes Tabuni",
        "Ni Luh Putu Ayu Lestari",
        "Muhammad Fadli",
        "Maria Goreti Seran",
        "Budi",
        "Cut Nyak Intan",
        "Andi Baso",
        "Wulan Sari",
    ];
    let slip = |name: &str| ActivationSlip {
        institution: "Pemerintah Kabupaten Sukamaju (rekaan)".to_owned(),
        name: name.to_owned(),
        unit: pick(language, "Dinas Pendidikan dan Kebudayaan", "Education Office"),
        code: "ABCD-EFGH-JKLM".to_owned(),
        address: "netral.sukamaju.example/aktif".to_owned(),
        expires: pick(language, "Jumat, 18 Oktober 2024", "Friday, 18 October 2024"),
    };
    names.into_iter().map(slip).collect()
}

pub fn minutes(language: Language) -> MinutesPaper {
    let line = |name: &str, pledged: &str, owing: &str| (name.to_owned(), pledged.to_owned(), owing.to_owned());
    MinutesPaper {
        imprint: imprint(language),
        institution: "Pemerintah Kabupaten Sukamaju (rekaan)".to_owned(),
        unit: None,
        election: pick(language, "Pilkada 2024", "Regional election 2024"),
        place: "Halaman Kantor Bupati Sukamaju (rekaan)".to_owned(),
        held: pick(
            language,
            "Senin, 14 Oktober 2024, pukul 07.00 sampai 07.42 WIB",
            "Monday, 14 October 2024, 07.00 to 07.42 WIB",
        ),
        order: Some(pick(
            language,
            "Pimpinan menandatangani lebih dahulu; semua sejak pukul 07.31 WIB",
            "Leaders signed first; everybody since 07.31 WIB",
        )),
        leader: "Suryadi Purnomo, Bupati Sukamaju (rekaan)".to_owned(),
        witnesses: vec![
            ("Ketut Wirawan".to_owned(), "Ketua Bawaslu Kabupaten Sukamaju (rekaan)".to_owned()),
            ("Maria Goreti".to_owned(), "Ketua KPU Kabupaten Sukamaju (rekaan)".to_owned()),
        ],
        points: vec![
            pick(language, "Menjaga netralitas di tempat kerja saya.", "To keep neutrality where I work."),
            pick(language, "Menolak politik uang.", "To refuse money politics."),
        ],
        units: vec![line("Dinas Kesehatan", "305", "371"), line("Dinas Pendidikan", "412", "486")],
        total: ("717".to_owned(), "857".to_owned()),
        ways: vec![
            (pick(language, "Pada apel, di ponsel sendiri", "At the assembly, on one's own phone"), "679".to_owned()),
            (pick(language, "Pada apel, di lembar tanda tangan", "At the assembly, on a sheet"), "38".to_owned()),
        ],
        signed_at: pick(language, "Sukamaju, 14 Oktober 2024", "Sukamaju, 14 October 2024"),
        verification: verification("B7QM-2KXA"),
    }
}

pub fn record(language: Language) -> PersonRecord {
    let at = |day: u8, time: &str| {
        Some(pick(
            language,
            &format!("{day} Oktober 2024, pukul {time} WIB"),
            &format!("{day} October 2024, {time} WIB"),
        ))
    };
    let entry = |milestone, at, how: Option<String>| RecordEntry { milestone, at, how };
    let own = || Some(pick(language, "Dengan akun sendiri", "With one's own account"));
    let drive = |title: &str, entries| RecordDrive {
        title: title.to_owned(),
        facts: vec![
            (pick(language, "Nomor", "Number"), "000.1.5/0417/SETDA/2024".to_owned()),
            (pick(language, "Pemilihan", "Election"), pick(language, "Pilkada 2024", "Regional election 2024")),
        ],
        entries,
        remarks: Vec::new(),
    };
    PersonRecord {
        imprint: imprint(language),
        institution: "Pemerintah Kabupaten Sukamaju (rekaan)".to_owned(),
        name: "Siti Rahmawati, S.Pd.".to_owned(),
        number: "•••• •••• •••• 4021".to_owned(),
        post: pick(language, "Guru Ahli Muda", "Teacher (Guru Ahli Muda)"),
        unit: "SD Negeri Melati (rekaan)".to_owned(),
        drives: vec![
            drive(
                "Pilkada 2024",
                vec![
                    entry(Milestone::Delivered, at(14, "07.00"), None),
                    entry(Milestone::Opened, at(14, "07.31"), own()),
                    entry(Milestone::Read, at(14, "07.36"), own()),
                    entry(Milestone::Passed, at(14, "07.40"), own()),
                    entry(Milestone::Pledged, at(14, "07.41"), own()),
                    entry(Milestone::Signed, None, None),
                ],
            ),
            drive("Pemilu 2024", vec![entry(Milestone::Delivered, at(12, "09.00"), None)]),
        ],
        as_of: pick(language, "14 Oktober 2024, pukul 08.00 WIB", "14 October 2024, 08.00 WIB"),
        verification: Some(verification("C4T7-T9NX")),
    }
}

pub fn worksheet(language: Language) -> WorksheetPaper {
    let say = |indonesian: &str, english: &str| pick(language, indonesian, english);
    let line = |term: String, texts: &[String]| (term, texts.to_vec());
    let reading = |letter: &str, text: String, support: String, is_adopted| WorksheetReading {
        name: format!("{} {letter}", say("Tafsir", "Reading")),
        text,
        support,
        under: say("Untuk fakta ini: berlaku.", "For these facts: applies."),
        is_adopted,
    };
    let point = WorksheetPoint {
        matter: say("Tingkat hukuman disiplin nomor 3", "Level of discipline row 3"),
        weight: say("Tafsirnya menentukan untuk fakta ini.", "The reading decides for these facts."),
        readings: vec![
            reading(
                "A",
                say("Sedang.", "Medium."),
                say("Didukung: PP 94/2021 Pasal 10.", "Supported by: PP 94/2021 Pasal 10."),
                true,
            ),
            reading("B", say("Berat.", "Heavy."), say("Didukung: pemberitaan.", "Supported by: news."), false),
        ],
        adopted: say(
            "Instansi ini memakai Tafsir A. Alasan: sejalan dengan PP 94/2021. Ditetapkan Bagus Wiratama, Bupati, 1 Oktober 2024.",
            "This institution uses Reading A. Reason: it fits PP 94/2021. Decided by Bagus Wiratama, Bupati, 1 October 2024.",
        ),
    };
    let entry =
        |title: String, mark: &str, lines, points| WorksheetEntry { title, mark: mark.to_owned(), lines, points };
    let section = |title: String, lead: String, none: &str, entries| WorksheetSection {
        title,
        lead,
        none: none.to_owned(),
        entries,
    };
    WorksheetPaper {
        imprint: imprint(language),
        institution: "Pemerintah Kabupaten Sukamaju (rekaan)".to_owned(),
        as_of: say("14 Oktober 2024 pukul 07.42 WIB", "14 October 2024 07:42 WIB"),
        fingerprint: "9f2c41ab".repeat(8),
        law: "03de7715".repeat(8),
        facts: vec![
            (say("Tanggal perbuatan", "Day of the act"), say("Kamis, 10 Oktober 2024", "Thursday, 10 October 2024")),
            (say("Perbuatan", "Act"), say("menghadiri kampanye", "attending a campaign")),
            (say("Status", "Status"), "PNS".to_owned()),
        ],
        sections: vec![
            section(
                say("Berlaku", "Applies"),
                say("Menurut semua tafsir yang tercatat.", "Under every reading on file."),
                "",
                vec![entry(
                    say("Menjadi peserta kampanye", "Taking part in a campaign"),
                    "PP94-5N1",
                    vec![
                        line(
                            say("Kategori", "Category"),
                            &[say("Hukuman disiplin sedang", "Medium disciplinary sanction")],
                        ),
                        line(
                            say("Dasar", "Basis"),
                            &[
                                "PP 94/2021 Pasal 5 huruf n angka 1".to_owned(),
                                "PP 94/2021 Pasal 13 huruf g".to_owned(),
                            ],
                        ),
                    ],
                    vec![point],
                )],
            ),
            section(
                say("Bergantung pada fakta", "Depends on facts"),
                String::new(),
                &say("Tidak ada.", "None."),
                Vec::new(),
            ),
        ],
    }
}

pub fn pack(language: Language) -> PackPaper {
    let question = PackQuestion {
        text: pick(
            language,
            "Kepala desa diminta mengumumkan dukungan lewat pengeras suara desa. Apa yang tepat?",
            "A village head is asked to announce support over the village loudspeaker. What is right?",
        ),
        options: vec![
            pick(language, "Mengumumkannya satu kali saja.", "To announce it once only."),
            pick(language, "Menolak, karena memihak dan memakai fasilitas desa.", "To refuse: it takes a side."),
            pick(language, "Meminta stafnya yang mengumumkan.", "To let the staff announce it."),
        ],
    };
    let person = |place: &str, name: &str, post: String, code: &str, reads, questions| PackPerson {
        place: place.to_owned(),
        name: name.to_owned(),
        post,
        code: code.to_owned(),
        reads,
        pledges: true,
        questions,
        note: String::new(),
        explained: Vec::new(),
        held_back: false,
    };
    let secretary = pick(language, "Sekretaris Desa", "Village secretary");
    PackPaper {
        imprint: imprint(language),
        follows: false,
        letter: Some(letter(language)),
        institution: "Pemerintah Kabupaten Sukamaju (rekaan)".to_owned(),
        village: "Desa Mekarjaya (rekaan)".to_owned(),
        through: "Dinas Pemberdayaan Masyarakat dan Desa (rekaan)".to_owned(),
        circular: "000.1.5/0417/SETDA/2024".to_owned(),
        election: pick(language, "Pilkada 2024", "Regional election 2024"),
        made: pick(language, "14 Oktober 2024", "14 October 2024"),
        due: pick(language, "Senin, 21 Oktober 2024", "Monday, 21 October 2024"),
        people: vec![
            person("1", "Sri Hartini", secretary, "K7M2-QX4P", true, vec![question; 5]),
            person(
                "2",
                "Joko Susilo, S.Sos.",
                pick(language, "Kepala Desa", "Village head"),
                "9TBC-0HWZ",
                false,
                vec![],
            ),
        ],
        pledge: Some(PackPledge {
            title: pick(language, "Ikrar Netralitas", "Pledge of neutrality"),
            opening: pick(language, "Kami berikrar:", "We pledge:"),
            points: vec![
                pick(language, "Menjaga netralitas di tempat kerja kami.", "To keep neutrality where we work."),
                pick(language, "Menolak politik uang.", "To refuse money politics."),
            ],
            closing: String::new(),
        }),
    }
}

/// A pack that follows another: one person failed the check, another's sheet could not be read.
pub fn follow_up(language: Language) -> PackPaper {
    let mut pack = pack(language);
    let question = pack.people[0].questions[0].clone();
    let explained = PackExplained {
        text: question.text,
        right: question.options[1].clone(),
        why: pick(
            language,
            "Kepala desa dilarang ikut serta dalam kampanye (contoh, tanpa pasal).",
            "A village head must not take part in campaigns (an example, without an article).",
        ),
    };
    let asked = pack.people[0].questions.clone();
    let [one, other] = &mut pack.people[..] else { return pack };
    one.reads = false;
    one.explained = vec![explained; 4];
    one.held_back = true;
    other.questions = asked;
    other.note = pick(language, "Lembar Anda yang lalu tidak terbaca.", "Your sheet could not be read.");
    PackPaper { follows: true, letter: None, ..pack }
}
