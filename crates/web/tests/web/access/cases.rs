// long: every route of the site stands here in one list, so that none is forgotten.

use super::scene::{Form, Thing};
use domain::policy::Role;
use service::testing::PASSWORD;

/// For whom a route is.
#[derive(Debug, Clone, Copy)]
pub enum Who {
    /// Everybody, signed in or not.
    Anyone,
    /// Every signed-in person, about what is their own. What is somebody else's does not exist for them.
    Mine,
    /// People of these roles, in their institution; a head of unit in their unit only.
    Roles(&'static [Role]),
}

/// What a form that was taken leaves in the trail.
#[derive(Debug, Clone, Copy)]
pub enum Trace {
    /// At least one event.
    Event,
    /// At least one event that names nobody: who asks the adviser stands in no trail.
    Unnamed,
    /// Nothing, for this reason.
    Nothing(&'static str),
}

/// One route and how it is guarded.
#[derive(Debug, Clone, Copy)]
pub struct Case {
    /// The method.
    pub method: &'static str,
    /// The path with its parameters in braces.
    pub path: &'static str,
    /// For whom it is.
    pub who: Who,
    /// What its parameter names.
    pub thing: Thing,
    /// What is sent.
    pub form: Form,
    /// The statuses for whoever is let in.
    pub answers: &'static [u16],
    /// The statuses that say that there is no such thing.
    pub absent: &'static [u16],
    /// Whether a script calls it: then a stranger is not led anywhere.
    pub script: bool,
    /// What it leaves.
    pub trace: Trace,
}

impl Case {
    /// The first who is let in; nobody's role is a stranger's.
    pub fn first(&self) -> Option<Role> {
        match self.who {
            Who::Anyone => None,
            Who::Mine => Some(Role::Employee),
            Who::Roles(roles) => roles.first().copied(),
        }
    }

    const fn of(self, thing: Thing) -> Self {
        Self { thing, ..self }
    }

    const fn answers(self, answers: &'static [u16]) -> Self {
        Self { answers, ..self }
    }

    const fn absent(self, absent: &'static [u16]) -> Self {
        Self { absent, ..self }
    }

    const fn script(self) -> Self {
        Self { script: true, ..self }
    }

    const fn unnamed(self) -> Self {
        Self { trace: Trace::Unnamed, ..self }
    }

    const fn silent(self, reason: &'static str) -> Self {
        Self { trace: Trace::Nothing(reason), ..self }
    }
}

const fn get(path: &'static str, who: Who) -> Case {
    Case {
        method: "GET",
        path,
        who,
        thing: Thing::Nothing,
        form: Form::Empty,
        answers: &[200],
        absent: &[404],
        script: false,
        trace: Trace::Event,
    }
}

const fn post(path: &'static str, who: Who, form: Form) -> Case {
    Case { method: "POST", form, answers: &[303], ..get(path, who) }
}

const ANYONE: Who = Who::Anyone;
const MINE: Who = Who::Mine;
const OVERSEERS: Who = Who::Roles(&[Role::PersonnelOfficer, Role::Inspector, Role::DecidingAuthority]);
const UNIT_OVERSEERS: Who =
    Who::Roles(&[Role::HeadOfUnit, Role::PersonnelOfficer, Role::Inspector, Role::DecidingAuthority]);
const NAME_READERS: Who = Who::Roles(&[Role::PersonnelOfficer, Role::Inspector]);
const RECORD_READERS: Who = Who::Roles(&[Role::HeadOfUnit, Role::PersonnelOfficer, Role::Inspector]);
const HEADS_AND_OFFICERS: Who = Who::Roles(&[Role::HeadOfUnit, Role::PersonnelOfficer]);
const ISSUERS: Who = Who::Roles(&[Role::HeadOfUnit, Role::PersonnelOfficer, Role::InstitutionAdministrator]);
const OFFICERS: Who = Who::Roles(&[Role::PersonnelOfficer]);
const REGISTER_READERS: Who = Who::Roles(&[Role::PersonnelOfficer, Role::IdentityCustodian]);
const ADVISERS: Who = Who::Roles(&[Role::Adviser]);
const SECOND_READERS: Who = Who::Roles(&[Role::Adviser, Role::HeadOfUnit]);
const CUSTODIANS: Who = Who::Roles(&[Role::IdentityCustodian]);
const DRAFT_READERS: Who =
    Who::Roles(&[Role::PersonnelOfficer, Role::DecidingAuthority, Role::PreparesForAuthority, Role::LegalOfficer]);
const DRAFTERS: Who = Who::Roles(&[Role::PersonnelOfficer, Role::PreparesForAuthority, Role::LegalOfficer]);
const LETTER_BEARERS: Who = Who::Roles(&[Role::PersonnelOfficer, Role::PreparesForAuthority, Role::LegalOfficer]);
const AUTHORITY: Who = Who::Roles(&[Role::DecidingAuthority]);
const WITHDRAWERS: Who = Who::Roles(&[Role::PersonnelOfficer, Role::DecidingAuthority]);
const SENDERS: Who = Who::Roles(&[Role::PersonnelOfficer, Role::InstitutionAdministrator]);
const ADMINISTRATORS: Who = Who::Roles(&[Role::InstitutionAdministrator]);

const ASSESSORS: Who = Who::Roles(&[
    Role::PersonnelOfficer,
    Role::Inspector,
    Role::Examiner,
    Role::PreparesForAuthority,
    Role::LegalOfficer,
]);

const LAWYERS: Who = Who::Roles(&[Role::LegalOfficer]);
const ADOPTERS: Who = Who::Roles(&[Role::LegalOfficer, Role::PersonnelOfficer, Role::Inspector]);
const ELECTION_KEEPERS: Who = Who::Roles(&[Role::PersonnelOfficer, Role::LegalOfficer]);

const POST_READERS: Who = Who::Roles(&[Role::PersonnelOfficer, Role::InstitutionAdministrator]);

const OFFICES: Who = Who::Roles(&[
    Role::HeadOfUnit,
    Role::PersonnelOfficer,
    Role::Inspector,
    Role::Examiner,
    Role::DecidingAuthority,
    Role::PreparesForAuthority,
    Role::LegalOfficer,
    Role::IdentityCustodian,
    Role::DataProtectionOfficer,
    Role::Adviser,
    Role::OutsideSeat,
    Role::InstitutionAdministrator,
]);

const HANDERS: Who = Who::Roles(&[
    Role::PersonnelOfficer,
    Role::Inspector,
    Role::Examiner,
    Role::PreparesForAuthority,
    Role::LegalOfficer,
    Role::IdentityCustodian,
    Role::DataProtectionOfficer,
    Role::Adviser,
    Role::OutsideSeat,
    Role::InstitutionAdministrator,
]);

const RESCUERS: Who = Who::Roles(&[Role::InstitutionAdministrator, Role::IdentityCustodian]);

const BEGINS: &str = "a ceremony begins: nothing has happened before the device answers";
const DEVICE: &str = "without a device nothing is taken; the service's tests of passkeys look at the event";

const EXEMPT: &[(&str, &str)] =
    &[("apa", "exempt/left"), ("tanggal_day", "14"), ("tanggal_month", "10"), ("tanggal_year", "2024")];

/// A sheet that is missing; anything else takes the code that is printed on it.
const KEYED: &[(&str, &str)] =
    &[("orang", "1"), ("lembar", "ada"), ("baca", "tidak"), ("jawaban", "-----"), ("ikrar", "tidak")];

/// Every route. A new one is added here with whom it is for; without it the tests fail.
pub const CASES: &[Case] = &[
    // For everybody.
    get("/", ANYONE),
    get("/aturan", ANYONE),
    get("/aturan/norma", ANYONE),
    get("/aturan/norma/{norma}", ANYONE),
    get("/aturan/perubahan", ANYONE),
    get("/aturan/{instrumen}", ANYONE),
    get("/aturan/{instrumen}/{pasal}", ANYONE).answers(&[200, 303]),
    get("/boleh", ANYONE),
    get("/boleh/tanya", ANYONE).answers(&[400]),
    get("/boleh/jawaban", ANYONE).answers(&[400]),
    get("/boleh/contoh", ANYONE),
    get("/boleh/contoh/{id}", ANYONE).answers(&[404]),
    get("/tahapan", ANYONE),
    get("/tahapan.ics", ANYONE),
    get("/tahapan/{pemilihan}", ANYONE),
    get("/tahapan/{pemilihan}/tahapan.ics", ANYONE),
    get("/robots.txt", ANYONE),
    get("/periksa", ANYONE),
    get("/periksa/{token}", ANYONE),
    get("/bantuan", ANYONE),
    get("/privasi", ANYONE),
    get("/aksesibilitas", ANYONE),
    post("/bahasa", ANYONE, Form::Fields(&[("bahasa", "en"), ("kembali", "/")]))
        .silent("a cookie in the visitor's browser: the program keeps nothing"),
    get("/{instansi}", ANYONE),
    get("/{instansi}/cakupan", ANYONE),
    get("/{instansi}/cakupan.csv", ANYONE).answers(&[404]),
    get("/{instansi}/cakupan.json", ANYONE).answers(&[404]),
    get("/{instansi}/segel.pem", ANYONE),
    get("/{instansi}/tahapan", ANYONE),
    get("/{instansi}/tahapan/{pemilihan}", ANYONE),
    get("/{instansi}/tahapan.ics", ANYONE),
    get("/{instansi}/edaran/{id}", ANYONE).of(Thing::Circular),
    get("/{instansi}/edaran/{id}/surat.pdf", ANYONE).of(Thing::Circular),
    get("/{instansi}/edaran/{id}/pindaian", ANYONE).of(Thing::OnPaper),
    // Here the server refuses every letter, so there is no such file; the service's tests get one.
    get("/{instansi}/edaran/{id}/surat-tersertifikasi.pdf", ANYONE).of(Thing::Circular).answers(&[404]),
    get("/{instansi}/edaran/{id}/lampiran/{n}", ANYONE).of(Thing::Circular),
    // What other programs ask the engine. What is sent here is no facts.
    get("/api/v1/openapi.json", ANYONE),
    post("/api/v1/assess", ANYONE, Form::Empty).answers(&[400]).silent("the program keeps nothing of it"),
    post("/api/v1/next-question", ANYONE, Form::Empty).answers(&[400]).silent("the program keeps nothing of it"),
    get("/sehat", ANYONE),
    get("/siap", ANYONE),
    get("/demo", ANYONE),
    // Signing in. Who is signed in already is led to their own page.
    get("/masuk", ANYONE).answers(&[200, 303]),
    post("/masuk", ANYONE, Form::Credentials),
    post("/masuk/kunci/mulai", ANYONE, Form::Script).answers(&[200]).silent(BEGINS),
    post("/masuk/kunci/selesai", ANYONE, Form::Script).answers(&[422]).silent(DEVICE),
    post("/keluar", ANYONE, Form::Empty).silent("ends the visitor's own session; sessions are no part of the trail"),
    get("/aktivasi", ANYONE),
    post("/aktivasi", ANYONE, Form::Code).silent("looks whose code it is; the event is left when it is used"),
    get("/aktivasi/pilih", ANYONE).answers(&[303]),
    post("/aktivasi/pilih", ANYONE, Form::NewPassword),
    post("/aktivasi/pilih/kunci/mulai", ANYONE, Form::Script).answers(&[422]).silent(BEGINS),
    post("/aktivasi/pilih/kunci/selesai", ANYONE, Form::Script).answers(&[422]).silent(DEVICE),
    // One's own account.
    get("/akun", MINE),
    post("/akun/sesi", MINE, Form::Empty),
    post("/akun/kunci/mulai", MINE, Form::Script).answers(&[200]).script().silent(BEGINS),
    post("/akun/kunci/selesai", MINE, Form::Script).answers(&[422]).script().silent(DEVICE),
    get("/akun/perangkat", MINE),
    get("/akun/pengingat", MINE),
    post("/akun/pengingat", MINE, Form::Fields(&[("bahasa", "en"), ("jalur", "email")])),
    // A code is made with a message only; the journey `pesan` takes a real one out of a mail.
    get("/berhenti/{kode}", ANYONE).answers(&[404]),
    post("/berhenti/{kode}", ANYONE, Form::Empty)
        .answers(&[404])
        .silent("without the code of a mail it is about nobody"),
    post("/akun/perangkat/{id}/keluarkan", MINE, Form::Empty).of(Thing::Device),
    get("/akun/konfirmasi", MINE),
    post("/akun/konfirmasi", MINE, Form::Password),
    post("/akun/konfirmasi/kunci/mulai", MINE, Form::Script).answers(&[422]).script().silent(BEGINS),
    post("/akun/konfirmasi/kunci/selesai", MINE, Form::Script).answers(&[422]).script().silent(DEVICE),
    get("/akun/kode", MINE),
    // Nobody guesses the code of a secret they have not seen.
    post("/akun/kode", MINE, Form::Fields(&[("kode", "salah")])).answers(&[422]),
    get("/akun/pelimpahan", MINE),
    // Whoever holds a role that stays with its holder is told why.
    post("/akun/pelimpahan", OFFICES, Form::Delegation).answers(&[303, 422]),
    post("/akun/pelimpahan/{id}/akhiri", MINE, Form::Empty).of(Thing::Delegation),
    get("/akun/sandi", MINE),
    post("/akun/sandi", MINE, Form::ChangePassword),
    // One's own tasks and papers. A step that cannot be taken now leads to the one that can.
    get("/beranda", MINE),
    post("/beranda/pemberitahuan", MINE, Form::Fields(&[("sampai", "0")])),
    get("/tugas/{id}/baca", MINE).of(Thing::Task),
    post("/tugas/{id}/baca", MINE, Form::Reading).of(Thing::Task),
    get("/tugas/{id}/lampiran/{n}", MINE).of(Thing::Task),
    get("/tugas/{id}/pertanyaan", MINE).of(Thing::Task),
    post("/tugas/{id}/pertanyaan", MINE, Form::Answers).of(Thing::Task),
    get("/tugas/{id}/hasil", MINE).of(Thing::Task),
    get("/tugas/{id}/tanda-tangan", MINE).of(Thing::Task).answers(&[200, 303]),
    post("/tugas/{id}/tanda-tangan", MINE, Form::Signature).of(Thing::Task),
    post("/tugas/{id}/tanda-tangan/kunci/mulai", MINE, Form::Script)
        .of(Thing::Task)
        .answers(&[422])
        .script()
        .silent(BEGINS),
    post("/tugas/{id}/tanda-tangan/kunci/selesai", MINE, Form::Script)
        .of(Thing::Task)
        .answers(&[422])
        .script()
        .silent("proves who signs; the event is left by the signature"),
    get("/tugas/{id}/catatan", MINE).of(Thing::Task),
    post("/tugas/{id}/catatan", MINE, Form::Response).of(Thing::Task),
    post("/tugas/{id}/catatan/ikut", MINE, Form::Response).of(Thing::Task),
    get("/tugas/{id}/bukan-saya", MINE).of(Thing::Signed),
    post("/tugas/{id}/bukan-saya", MINE, Form::Empty).of(Thing::Signed),
    get("/tugas/{id}/belum-bisa", MINE).of(Thing::Task),
    get("/tugas/{id}/selesai", MINE).of(Thing::Task),
    get("/dokumen/{id}/pakta.pdf", MINE).of(Thing::Pact),
    // These people signed with their password, so there is no such file: they are led to their signature.
    get("/dokumen/{id}/bukti-kunci-masuk.json", MINE).of(Thing::Pact).answers(&[303]),
    // Questions to the adviser.
    get("/tanya", ANYONE),
    post("/tanya", ANYONE, Form::Fields(QUESTION)).answers(&[200]),
    get("/tanya/kode", ANYONE),
    post("/tanya/kode", ANYONE, Form::QuestionCode).answers(&[200]),
    get("/tanya/terbit", ANYONE),
    get("/tanya/{id}", MINE).of(Thing::Question),
    get("/tanya/{id}/salinan", MINE).of(Thing::Question).answers(&[303]),
    post("/tanya/{id}", MINE, Form::Fields(&[("aksi", "tarik")])).of(Thing::Question).unnamed(),
    get("/tanya/meja", ADVISERS),
    get("/tanya/meja/{id}", ADVISERS).of(Thing::Asked),
    post("/tanya/meja/{id}", ADVISERS, Form::Fields(ANSWER)).of(Thing::Asked),
    get("/tanya/meja/{id}/terbit", ADVISERS).of(Thing::Answered),
    post("/tanya/meja/{id}/terbit", ADVISERS, Form::Fields(&[("tanya", "Bolehkah hadir?"), ("jawab", "Boleh.")]))
        .of(Thing::Answered),
    get("/tanya/meja/terbitan", SECOND_READERS),
    post("/tanya/meja/terbitan/{id}", SECOND_READERS, Form::Fields(&[("putusan", "terbit")])).of(Thing::Anew),
    // Assemblies. Streams of one that is over say that nothing comes any more.
    get("/ikrar", HEADS_AND_OFFICERS),
    get("/ikrar/baru", HEADS_AND_OFFICERS),
    post("/ikrar/baru", HEADS_AND_OFFICERS, Form::Plan),
    get("/ikrar/{id}", HEADS_AND_OFFICERS).of(Thing::Assembly),
    post("/ikrar/{id}", HEADS_AND_OFFICERS, Form::Fields(&[("versi", "1"), ("langkah", "maju")])).of(Thing::Planned),
    post("/ikrar/{id}/ingatkan", HEADS_AND_OFFICERS, Form::Empty).of(Thing::Assembly),
    get("/ikrar/{id}/berita-acara.pdf", HEADS_AND_OFFICERS).of(Thing::Assembly),
    get("/ikrar/{id}/layar", HEADS_AND_OFFICERS).of(Thing::Assembly),
    get("/ikrar/{id}/layar/alir", HEADS_AND_OFFICERS).of(Thing::Assembly).answers(&[204]).script(),
    get("/ikrar/{id}/meja", HEADS_AND_OFFICERS).of(Thing::Assembly),
    post("/ikrar/{id}/meja", HEADS_AND_OFFICERS, Form::Sheet).of(Thing::Assembly),
    get("/ikrar/{id}/lembar/{lembar}", HEADS_AND_OFFICERS).of(Thing::Assembly),
    get("/ikrar/{id}/contoh", OFFICERS).of(Thing::Assembly),
    post("/ikrar/{id}/contoh", OFFICERS, Form::Empty).of(Thing::Assembly),
    // Village packs.
    get("/desa", HEADS_AND_OFFICERS),
    get("/desa/baru", OFFICERS),
    post("/desa/baru", OFFICERS, Form::Pack),
    get("/desa/{id}", HEADS_AND_OFFICERS).of(Thing::Pack),
    post("/desa/{id}", HEADS_AND_OFFICERS, Form::Photo).of(Thing::Pack),
    post("/desa/{id}/susulan", OFFICERS, Form::Empty).of(Thing::Pack).answers(&[422]),
    get("/desa/{id}/paket.pdf", HEADS_AND_OFFICERS).of(Thing::Pack),
    get("/desa/{id}/foto/{foto}/{halaman}", HEADS_AND_OFFICERS).of(Thing::Pack),
    get("/desa/{id}/catat", HEADS_AND_OFFICERS).of(Thing::Pack),
    post("/desa/{id}/catat", HEADS_AND_OFFICERS, Form::Fields(KEYED)).of(Thing::Pack),
    get("/desa/{id}/sahkan", HEADS_AND_OFFICERS).of(Thing::Pack),
    post("/desa/{id}/sahkan", HEADS_AND_OFFICERS, Form::Empty).of(Thing::Pack),
    // Readings.
    get("/pembacaan", HEADS_AND_OFFICERS),
    get("/pembacaan/{id}", HEADS_AND_OFFICERS).of(Thing::Reading),
    post("/pembacaan/{id}", OFFICERS, Form::Empty).of(Thing::Reading),
    get("/pembacaan/{id}/lembar", HEADS_AND_OFFICERS).of(Thing::Reading),
    get("/unit/{id}/pembacaan", HEADS_AND_OFFICERS).of(Thing::Unit),
    post("/unit/{id}/pembacaan", HEADS_AND_OFFICERS, Form::Attendance).of(Thing::Unit),
    get("/i", ANYONE),
    get("/i/{kata}", ANYONE).answers(&[422]),
    post("/i", MINE, Form::Ticket),
    get("/ikrar/{id}/ikut", MINE).of(Thing::Attended),
    get("/ikrar/{id}/ikut/alir", MINE).of(Thing::Attended).answers(&[204]).script(),
    post("/ikrar/{id}/ikut", MINE, Form::Fields(&[("ikrar", "ya"), ("sandi", PASSWORD)])).of(Thing::Joined),
    // Circulars.
    get("/edaran", DRAFT_READERS),
    post("/edaran", DRAFTERS, Form::Empty),
    get("/edaran/{id}/susun", DRAFT_READERS).of(Thing::Draft).answers(&[200, 303]),
    post("/edaran/{id}/susun", DRAFTERS, Form::Fields(DRAFT)).of(Thing::Draft),
    get("/edaran/{id}/lampiran", DRAFTERS).of(Thing::Draft),
    post("/edaran/{id}/lampiran", DRAFTERS, Form::Attachment).of(Thing::Draft),
    post("/edaran/{id}/lampiran/susunan", DRAFTERS, Form::Fields(&[("versi", "1")])).of(Thing::Draft),
    get("/edaran/{id}/lampiran/{n}", DRAFT_READERS).of(Thing::Issued),
    get("/edaran/{id}/terbit", DRAFT_READERS).of(Thing::Draft),
    post("/edaran/{id}/terbit", AUTHORITY, Form::Fields(PUBLISH)).of(Thing::Draft),
    // Letters signed on paper, and numbers.
    get("/edaran/{id}/kertas", DRAFT_READERS).of(Thing::Scanned),
    post("/edaran/{id}/kertas", LETTER_BEARERS, Form::Scan).of(Thing::Draft),
    get("/edaran/{id}/kertas/pindaian", DRAFT_READERS).of(Thing::Scanned),
    get("/edaran/{id}/kertas/halaman/{n}", DRAFT_READERS).of(Thing::Scanned),
    post("/edaran/{id}/kertas/putusan", LETTER_BEARERS, Form::Compared).of(Thing::Scanned),
    get("/edaran/{id}/tersertifikasi", AUTHORITY).of(Thing::Issued),
    post("/edaran/{id}/tersertifikasi", AUTHORITY, Form::Fields(CERTIFIED)).of(Thing::Issued),
    get("/edaran/{id}/nomor", OFFICERS).of(Thing::Circular).answers(&[200, 303]),
    post("/edaran/{id}/nomor", OFFICERS, Form::LetterNumber).of(Thing::Circular).answers(&[303, 422]),
    get("/edaran/pola-nomor", OFFICERS),
    post("/edaran/pola-nomor", OFFICERS, Form::Fields(&[("pola", "800/{nomor}/{tahun}")])),
    post("/edaran/{id}/revisi", DRAFTERS, Form::Empty).of(Thing::Issued),
    get("/edaran/{id}/perubahan", DRAFT_READERS).of(Thing::Revision),
    post("/edaran/{id}/perubahan", DRAFTERS, Form::Fields(&[("versi", "1"), ("butir", "x")])).of(Thing::Revision),
    get("/edaran/{id}/cabut", WITHDRAWERS).of(Thing::Issued),
    post("/edaran/{id}/cabut", WITHDRAWERS, Form::Fields(WITHDRAW)).of(Thing::Withdrawable),
    get("/edaran/{id}/pertanyaan-sulit", OFFICERS).of(Thing::Issued),
    get("/edaran/{id}/pertanyaan-sulit.xlsx", OFFICERS).of(Thing::Issued),
    get("/gerakan", OFFICERS),
    get("/gerakan/baru", OFFICERS).answers(&[303]),
    post("/gerakan/baru", OFFICERS, Form::Drive),
    // Coverage.
    get("/ikhtisar", OVERSEERS),
    get("/ikhtisar/cakupan.xlsx", OVERSEERS),
    get("/ikhtisar/belum", NAME_READERS),
    get("/ikhtisar/belum.xlsx", OFFICERS),
    post("/ikhtisar/belum/ingatkan", OFFICERS, Form::Empty),
    get("/unit", Who::Roles(&[Role::HeadOfUnit])).answers(&[303]),
    get("/unit/{id}", UNIT_OVERSEERS).of(Thing::Unit),
    get("/unit/{id}/cakupan.xlsx", UNIT_OVERSEERS).of(Thing::Unit),
    get("/unit/{id}/belum", RECORD_READERS).of(Thing::Unit),
    get("/unit/{id}/belum.xlsx", HEADS_AND_OFFICERS).of(Thing::Unit),
    post("/unit/{id}/belum/ingatkan", HEADS_AND_OFFICERS, Form::Empty).of(Thing::Unit),
    get("/ikhtisar/dikecualikan", NAME_READERS),
    get("/unit/{id}/dikecualikan", RECORD_READERS).of(Thing::Unit),
    get("/pegawai/{id}/pengecualian", HEADS_AND_OFFICERS).of(Thing::Person),
    post("/pegawai/{id}/pengecualian", HEADS_AND_OFFICERS, Form::Fields(EXEMPT)).of(Thing::Person),
    post("/pegawai/{id}/pengecualian/akhiri", HEADS_AND_OFFICERS, Form::Excepted).of(Thing::Person),
    get("/pegawai/{id}/pakta-lain", HEADS_AND_OFFICERS).of(Thing::Person),
    // What is sent is no sealed paper: it is refused, and the look at the person leaves its trace.
    post("/pegawai/{id}/pakta-lain", HEADS_AND_OFFICERS, Form::Scan).of(Thing::Person).answers(&[422]),
    get("/pegawai/{id}/pengetahuan", RECORD_READERS).of(Thing::Person),
    get("/pegawai/{id}/pengetahuan.pdf", RECORD_READERS).of(Thing::Person),
    get("/kelola/serah-terima", MINE),
    // What only an administrator hands over is refused, with the page and the number again.
    post("/kelola/serah-terima", HANDERS, Form::Successor).answers(&[303, 422]),
    get("/kelola/serah-terima/{id}", MINE).of(Thing::Handover),
    post("/kelola/serah-terima/{id}", MINE, Form::Fields(&[("langkah", "tolak")])).of(Thing::Handover),
    get("/akun/catatan", MINE),
    get("/akun/catatan.pdf", MINE),
    // Signatures that somebody has to look at.
    get("/tanda-tangan", HEADS_AND_OFFICERS),
    post("/tanda-tangan/{id}", HEADS_AND_OFFICERS, Form::Fields(&[("hasil", "confirmed")])).of(Thing::Check),
    // Shared computers.
    get("/kios", HEADS_AND_OFFICERS),
    post("/kios", HEADS_AND_OFFICERS, Form::Empty),
    post("/kios/{id}/akhiri", MINE, Form::Empty).of(Thing::Kiosk),
    get("/kios/masih", ANYONE).answers(&[303]),
    post("/kios/masih", ANYONE, Form::Empty).answers(&[410]).silent("a sign of life; here nobody is at a kiosk"),
    get("/kios/tutup", ANYONE).answers(&[303]),
    // The register.
    get("/pegawai", REGISTER_READERS),
    get("/pegawai/impor", OFFICERS),
    post("/pegawai/impor", OFFICERS, Form::Roster),
    get("/pegawai/impor/contoh.xlsx", OFFICERS),
    get("/pegawai/impor/{id}", OFFICERS).of(Thing::Import),
    get("/pegawai/impor/{id}/salah.xlsx", OFFICERS).of(Thing::Import),
    get("/pegawai/impor/{id}/kolom", OFFICERS).of(Thing::Import),
    // One meaning for two columns: refused, with the page and its values again.
    post("/pegawai/impor/{id}/kolom", OFFICERS, Form::Fields(&[("kolom", "name"), ("kolom", "name")]))
        .of(Thing::Import)
        .answers(&[422]),
    get("/pegawai/impor/{id}/perubahan", OFFICERS).of(Thing::Import),
    post("/pegawai/impor/{id}", OFFICERS, Form::Fields(&[("keputusan", "buang")])).of(Thing::Import),
    get("/pegawai/{id}", REGISTER_READERS).of(Thing::Person),
    // Two records of one person.
    get("/pegawai/kembar", OFFICERS),
    get("/pegawai/{id}/satukan", OFFICERS).of(Thing::Person),
    // Nobody has the number: refused, with the page and the number again.
    post("/pegawai/{id}/satukan", OFFICERS, Form::Fields(&[("nomor", "1")])).of(Thing::Person).answers(&[422]),
    get("/pegawai/{id}/satukan/{other}", OFFICERS).of(Thing::Person),
    // While one proposal waits another one is refused, and the look at the two leaves its trace.
    post("/pegawai/{id}/satukan/{other}", OFFICERS, Form::Fields(&[("alasan", "KTP sama")]))
        .of(Thing::Person)
        .answers(&[303, 422]),
    get("/pegawai/penyatuan/{id}", OFFICERS).of(Thing::Merge),
    post("/pegawai/penyatuan/{id}", OFFICERS, Form::Fields(&[("langkah", "tolak")])).of(Thing::Merge),
    get("/pegawai/{id}/tidak-di-tempat", OFFICERS).of(Thing::Person),
    post("/pegawai/{id}/tidak-di-tempat", OFFICERS, Form::Fields(AWAY)).of(Thing::Person),
    post("/pegawai/{id}/tidak-di-tempat/coret", OFFICERS, Form::Empty).of(Thing::Person),
    post("/pegawai/{id}/nomor", CUSTODIANS, Form::Detail).of(Thing::Person).answers(&[200]),
    post("/pegawai/{id}/slip", ISSUERS, Form::Empty).of(Thing::Person).answers(&[200]),
    get("/pegawai/unit", OFFICERS),
    get("/pegawai/unit/baru", OFFICERS),
    post("/pegawai/unit/baru", OFFICERS, Form::NewUnit),
    get("/pegawai/unit/{id}", OFFICERS).of(Thing::Ground),
    post("/pegawai/unit/{id}", OFFICERS, Form::Fields(RENAME)).of(Thing::Ground),
    get("/pegawai/unit/{id}/akhiri", OFFICERS).of(Thing::Ground),
    post("/pegawai/unit/{id}/akhiri", OFFICERS, Form::Fields(REVIEW)).of(Thing::Ground).answers(&[200]),
    // Posts. Confirming is walked in the service's own tests: it takes two.
    get("/jabatan", POST_READERS),
    get("/jabatan/banyak", OFFICERS),
    post("/jabatan/banyak", OFFICERS, Form::HeadsFile).answers(&[200]),
    post("/jabatan/banyak/catat", OFFICERS, Form::Heads),
    get("/jabatan/banyak/isian.xlsx", OFFICERS),
    get("/jabatan/baru", OFFICERS),
    post("/jabatan/baru", OFFICERS, Form::NewPost),
    get("/jabatan/{id}", POST_READERS).of(Thing::Post),
    post("/jabatan/{id}", OFFICERS, Form::Fields(&[("langkah", "judul"), ("judul", "Nama baru")])).of(Thing::Post),
    get("/jabatan/{id}/angkat", OFFICERS).of(Thing::Post),
    post("/jabatan/{id}/angkat", OFFICERS, Form::Appointment).of(Thing::Post),
    get("/pegawai/slip", ISSUERS),
    get("/pegawai/slip/pesan", ISSUERS),
    post("/pegawai/slip/pesan", ISSUERS, Form::Slips),
    get("/pegawai/slip/{id}", ISSUERS).of(Thing::SlipBatch),
    post("/pegawai/slip/{id}", ISSUERS, Form::Fields(&[("langkah", "lepas")])).of(Thing::SlipBatch),
    // Whoever did not release it is led back to the page that says so.
    post("/pegawai/slip/{id}/cetak", ISSUERS, Form::Empty).of(Thing::Released).answers(&[200]),
    // Assessing facts: the worksheet without any leads to the form, which says what is missing.
    get("/penilaian", ASSESSORS),
    get("/penilaian/lembar-kerja.pdf", ASSESSORS).answers(&[303]),
    get("/kelola/tafsir", ASSESSORS),
    get("/kelola/tafsir/{instrumen}/{sengketa}", ASSESSORS),
    post("/kelola/tafsir/{instrumen}/{sengketa}", LAWYERS, Form::Adoption),
    post("/kelola/tafsir/{instrumen}/{sengketa}/putusan", ADOPTERS, Form::Adopted),
    get("/kelola/pemilihan", ELECTION_KEEPERS),
    get("/kelola/pemilihan/baru", ELECTION_KEEPERS),
    post("/kelola/pemilihan/baru", ELECTION_KEEPERS, Form::NewElection),
    get("/kelola/pemilihan/{id}", ELECTION_KEEPERS).of(Thing::OwnElection),
    post("/kelola/pemilihan/{id}", ELECTION_KEEPERS, Form::Fields(&[("langkah", "akhir")])).of(Thing::OwnElection),
    // The administrator's pages. What is not there any more is a conflict, and what never was looks alike.
    get("/kelola", ADMINISTRATORS),
    post("/kelola/pekerjaan/{id}/ulang", ADMINISTRATORS, Form::Empty).of(Thing::Job).absent(&[404, 409]),
    get("/kelola/pesan", SENDERS),
    post("/kelola/pesan/ulang", SENDERS, Form::Fields(&[("keadaan", "parked")])),
    get("/kelola/akun", RESCUERS),
    post("/kelola/akun", RESCUERS, Form::Number).answers(&[200]),
    post("/pegawai/{id}/sesi", RESCUERS, Form::Empty).of(Thing::Person),
    post("/pegawai/{id}/kode", RESCUERS, Form::Empty).of(Thing::Person),
    post("/kelola/pekerjaan/ulang", ADMINISTRATORS, Form::Empty),
    get("/kelola/peran", ADMINISTRATORS),
    post("/kelola/peran", ADMINISTRATORS, Form::Grant),
    post("/kelola/peran/{id}/akhiri", ADMINISTRATORS, Form::Empty).of(Thing::Grant).absent(&[404, 409]),
    // Last, since the drive that it begins is the newest.
    get("/tugas/{id}/ikrar", MINE).of(Thing::PledgeTask).answers(&[200, 303]),
    post("/tugas/{id}/ikrar", MINE, Form::Signature).of(Thing::PledgeTask),
];

const QUESTION: &[(&str, &str)] = &[
    ("instansi", "kabupaten-sukamaju"),
    ("tanya", "Bolehkah saya hadir pada acara keluarga yang dihadiri calon?"),
    ("cara", "kode"),
];

const ANSWER: &[(&str, &str)] = &[("jawaban", "unsettled"), ("penjelasan", "Aturannya ditafsirkan berbeda.")];

const AWAY: &[(&str, &str)] =
    &[("jenis", "leave"), ("mulai_day", "14"), ("mulai_month", "10"), ("mulai_year", "2024"), ("surat", "850/1")];

const DRAFT: &[(&str, &str)] = &[
    ("versi", "1"),
    ("perihal", "Netralitas pegawai"),
    ("pemilihan", "Pilkada 2024"),
    ("butir-1", "Menjaga netralitas."),
    ("dasar", "pp-2021-94"),
    ("kategori", "pns"),
];

const RENAME: &[(&str, &str)] = &[
    ("langkah", "nama"),
    ("nama", "Unit dengan nama baru"),
    ("mulai_day", "14"),
    ("mulai_month", "10"),
    ("mulai_year", "2024"),
    ("surat", "188/2/2024"),
    ("tanggal_day", "11"),
    ("tanggal_month", "10"),
    ("tanggal_year", "2024"),
];

const REVIEW: &[(&str, &str)] = &[
    ("langkah", "periksa"),
    ("mulai_day", "14"),
    ("mulai_month", "10"),
    ("mulai_year", "2024"),
    ("surat", "188/2/2024"),
    ("tanggal_day", "11"),
    ("tanggal_month", "10"),
    ("tanggal_year", "2024"),
];

const PUBLISH: &[(&str, &str)] =
    &[("versi", "1"), ("batas_day", "18"), ("batas_month", "10"), ("batas_year", "2024"), ("lulus", "4")];

const CERTIFIED: &[(&str, &str)] = &[("kali", "0"), ("nik", "3399025203900777"), ("passphrase", "frasa sandi")];

const WITHDRAW: &[(&str, &str)] = &[("alasan", "Keliru."), ("surat", "800/2/2024")];
