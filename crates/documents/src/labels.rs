use crate::{Language, Milestone, SignMethod};
use serde::Serialize;

/// The words that are fixed in the templates, in one language.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Labels {
    pub(crate) example: &'static str,
    pub(crate) example_title: &'static str,
    page: &'static str,
    page_of: &'static str,
    verify: &'static str,
    verify_alt: &'static str,
    code: &'static str,
    number: &'static str,
    nature: &'static str,
    attachments: &'static str,
    subject: &'static str,
    number_blank: &'static str,
    to: &'static str,
    at: &'static str,
    legal_basis: &'static str,
    copies: &'static str,
    nip: &'static str,
    name: &'static str,
    employee_number: &'static str,
    post: &'static str,
    unit: &'static str,
    pact_number: &'static str,
    signed_by: &'static str,
    digest: &'static str,
    election: &'static str,
    circular: &'static str,
    pub(crate) record_title: &'static str,
    record_as_of: &'static str,
    step: &'static str,
    version: &'static str,
    when: &'static str,
    how: &'static str,
    not_yet: &'static str,
    no_entries: &'static str,
    pub(crate) slips_title: &'static str,
    slip_lead: &'static str,
    slip_code: &'static str,
    slip_steps: [&'static str; 3],
    slip_expires: &'static str,
    slip_secret: &'static str,
    no_slips: &'static str,
}

impl Labels {
    pub(crate) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Indonesian => &INDONESIAN,
            Language::English => &ENGLISH,
        }
    }
}

const INDONESIAN: Labels = Labels {
    example: "CONTOH — REKAAN",
    example_title: "Contoh (rekaan): ",
    page: "Halaman",
    page_of: "dari",
    verify: "Periksa keaslian:",
    verify_alt: "Kode QR untuk memeriksa keaslian dokumen ini di alamat",
    code: "Kode",
    number: "Nomor",
    nature: "Sifat",
    attachments: "Lampiran",
    subject: "Hal",
    number_blank: "belum bernomor",
    to: "Yth.",
    at: "di",
    legal_basis: "Dasar hukum",
    copies: "Tembusan",
    nip: "NIP",
    name: "Nama",
    employee_number: "NIP",
    post: "Jabatan",
    unit: "Unit kerja",
    pact_number: "Nomor pakta",
    signed_by: "Cara menandatangani",
    digest: "Sidik isi (SHA-256)",
    election: "Pemilihan",
    circular: "Surat edaran",
    record_title: "Catatan penyampaian dan penandatanganan",
    record_as_of: "Keadaan pada",
    step: "Langkah",
    version: "Versi",
    when: "Waktu",
    how: "Cara",
    not_yet: "Belum",
    no_entries: "Belum ada yang tercatat.",
    slips_title: "Slip aktivasi Netral",
    slip_lead: "Slip aktivasi Netral",
    slip_code: "Kode aktivasi Anda",
    slip_steps: [
        "Buka alamat ini di ponsel atau komputer:",
        "Tulis kode aktivasi di atas.",
        "Buat kata sandi Anda sendiri. Selesai.",
    ],
    slip_expires: "Berlaku sampai",
    slip_secret: "Hanya untuk Anda. Jangan difoto atau diberikan kepada orang lain.",
    no_slips: "Tidak ada slip yang perlu dicetak.",
};

const ENGLISH: Labels = Labels {
    example: "CONTOH — REKAAN (EXAMPLE, INVENTED)",
    example_title: "Example (invented): ",
    page: "Page",
    page_of: "of",
    verify: "Check that this is genuine:",
    verify_alt: "QR code to check that this document is genuine, at",
    code: "Code",
    number: "Number",
    nature: "Nature",
    attachments: "Attachments",
    subject: "Subject",
    number_blank: "not yet numbered",
    to: "To",
    at: "in",
    legal_basis: "Legal basis",
    copies: "Copies",
    nip: "NIP",
    name: "Name",
    employee_number: "Employee no. (NIP)",
    post: "Post",
    unit: "Unit",
    pact_number: "Pact number",
    signed_by: "Signed by means of",
    digest: "Content digest (SHA-256)",
    election: "Election",
    circular: "Circular",
    record_title: "Record of delivery and signature",
    record_as_of: "As of",
    step: "Step",
    version: "Version",
    when: "When",
    how: "How",
    not_yet: "Not yet",
    no_entries: "Nothing is recorded yet.",
    slips_title: "Netral activation slips",
    slip_lead: "Netral activation slip",
    slip_code: "Your activation code",
    slip_steps: [
        "Open this address on a phone or computer:",
        "Type the activation code above.",
        "Choose your own password. Done.",
    ],
    slip_expires: "Valid until",
    slip_secret: "For you alone. Do not photograph it or give it to anyone.",
    no_slips: "There are no slips to print.",
};

impl SignMethod {
    pub(crate) const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Password, Language::Indonesian) => "Kata sandi, ditanyakan sekali lagi saat menandatangani",
            (Self::Password, Language::English) => "Password, asked once more at signing",
            (Self::Passkey, Language::Indonesian) => "Kunci sandi (sidik jari, wajah, atau kunci layar)",
            (Self::Passkey, Language::English) => "Passkey (fingerprint, face or screen lock)",
        }
    }
}

impl Milestone {
    pub(crate) const fn label(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Delivered, Language::Indonesian) => "Disampaikan",
            (Self::Delivered, Language::English) => "Delivered",
            (Self::Opened, Language::Indonesian) => "Dibuka",
            (Self::Opened, Language::English) => "Opened",
            (Self::Read, Language::Indonesian) => "Dibaca",
            (Self::Read, Language::English) => "Read",
            (Self::Passed, Language::Indonesian) => "Lulus pemeriksaan pemahaman",
            (Self::Passed, Language::English) => "Passed the check of understanding",
            (Self::Pledged, Language::Indonesian) => "Mengucapkan ikrar",
            (Self::Pledged, Language::English) => "Took the pledge",
            (Self::Signed, Language::Indonesian) => "Menandatangani pakta integritas",
            (Self::Signed, Language::English) => "Signed the integrity pact",
        }
    }
}
