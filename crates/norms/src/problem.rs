//! The mistakes a law file can have, and how to mend each.

use crate::subject::CATEGORY_CODES;
use base::{Date, Language, iso_date};

/// What is wrong with a key of a law file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file is not TOML, or a key is missing, unknown or of the wrong kind. Holds the reader's own words.
    Syntax(String),
    /// The file lies in a folder that holds no law files.
    UnknownPlace,
    /// The whole set lacks this file.
    MissingFile,
    /// The file is not named after the id in it. Holds the id.
    FileName(String),
    /// One of the two languages is missing or blank.
    MissingTranslation,
    /// No instrument has this id.
    UnknownInstrument(String),
    /// The instrument has no provision with this id.
    UnknownProvision(String),
    /// The template rests on an instrument that its letter does not cite.
    NotCited(String),
    /// The instrument has no dispute with this id that touches the provision.
    UnknownDispute(String),
    /// Neither an institution nor a national body has this name.
    UnknownIssuer(String),
    /// No element has this id.
    UnknownElement(String),
    /// The element (first) has no answer with this id (second).
    UnknownAnswer(String, String),
    /// A consequence is drawn from more or fewer than one element.
    NotOneElement,
    /// No group of acts has this id.
    UnknownGroup(String),
    /// No penalty has this id.
    UnknownPenalty(String),
    /// A norm has neither facts nor the reason why it has none, or both.
    FactsOrReason,
    /// A norm that is matched against acts lacks an example of the named kind.
    NeedsExample(&'static str),
    /// An example comes out otherwise. Holds what came out.
    ExampleFails(String),
    /// The readings of a dispute do not stand here each in its turn.
    Readings(usize),
    /// No facts can meet these conditions.
    Unreachable,
    /// A category of norms has no entry, or no track follows for it.
    NoTrack(&'static str),
    /// No election has this id.
    UnknownElection(String),
    /// No category has this code.
    UnknownCategory(String),
    /// No source in the same file has this key.
    UnknownSource(String),
    /// The list of sources is empty.
    MissingSource,
    /// This id, key or date stands twice. Holds it and the file that had it first.
    Duplicate(String, String),
    /// The last day lies before the first.
    EndsBeforeStart,
    /// It overlaps with the named entry, which must come before or after it.
    Overlap(String),
    /// It has to end on this day, because the named instrument took its place on the next.
    EndsOtherwise(Date, String),
    /// A day of an end is given and said to be unknown at once.
    EndIsKnown,
    /// What it does begins on another day than its own force, before it, or without a day although that is known.
    BeginsOtherwise,
    /// The named instrument had no force on the day on which something is done to it.
    NotInForce(String),
    /// Instruments that change, replace or test each other go round in a circle, which passes the named one.
    Circle(String),
    /// This cannot be the id of a norm.
    NormId(String),
    /// The date does not lie in the year of the file.
    OtherYear,
    /// The date and its stated precision contradict each other.
    DatePrecision,
    /// The calendar lacks this stage, or has it more than once, or without both days.
    NeedsStage(&'static str),
    /// An election that repeats no other has no instrument that sets its calendar.
    NeedsInstrument,
    /// The named election cannot be repeated by this one: it is of another kind, or a repetition itself.
    Repeats(String),
    /// A second first day stands without the first, or is the same.
    OneStart,
    /// The contest with this code is not decided in the election, or stands at a stage that is the same for all.
    Contest(&'static str),
    /// A dispute has fewer than two readings.
    OneReading,
    /// A list that must not be empty is empty.
    Empty,
    /// The index of the right answer is not 0, 1 or 2.
    CorrectIndex,
    /// Two answers of a question are the same.
    SameOptions,
    /// No provision of the basis binds this category.
    Unbound(String),
    /// The basis is disputed in the named point and the question does not say why that leaves it untouched.
    Disputed(String),
    /// A question rests on memory alone.
    Unchecked,
    /// The pledge does not have the points 1 to 4 in order.
    PledgePoints,
    /// The pledge has no point with this number.
    UnknownPledgePoint(u8),
}

impl Problem {
    /// What is wrong and how to mend it, in `language`.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Indonesian => self.indonesian(),
            Language::English => self.english(),
        }
    }

    fn indonesian(&self) -> String {
        let categories = CATEGORY_CODES.join(", ");
        match self {
            Self::Syntax(detail) => format!("Berkas belum dapat dibaca. Perbaiki bagian ini: {detail}"),
            Self::UnknownPlace => {
                "Berkas ini tidak pada tempatnya. Pindahkan ke institutions, instruments, elections, \
                 holidays, questions, atau templates."
                    .into()
            }
            Self::MissingFile => "Berkas ini belum ada. Tambahkan ke folder hukum.".into(),
            Self::FileName(id) => format!("Nama berkas berbeda dengan isinya. Ganti nama berkas menjadi {id}.toml."),
            Self::MissingTranslation => "Teks ini belum lengkap. Isi `id` dan `en`.".into(),
            Self::UnknownInstrument(id) => {
                format!("Peraturan `{id}` belum ada. Tambahkan berkasnya atau perbaiki rujukannya.")
            }
            Self::UnknownProvision(id) => {
                format!("Ketentuan `{id}` tidak ada dalam peraturan itu. Perbaiki rujukannya.")
            }
            Self::NotCited(id) => format!("Peraturan `{id}` belum ada di `bases`. Tambahkan di sana."),
            Self::UnknownDispute(id) => {
                format!("Perbedaan tafsir `{id}` tidak menyentuh ketentuan itu. Perbaiki rujukannya.")
            }
            Self::UnknownIssuer(id) => {
                format!("Penerbit `{id}` belum dikenal. Tambahkan ke institutions atau bodies.toml.")
            }
            Self::UnknownElement(id) => {
                format!("Unsur `{id}` tidak ada. Pakai id dari elements.toml, atau tambahkan di sana.")
            }
            Self::UnknownAnswer(element, id) => {
                format!("Unsur `{element}` tidak memiliki jawaban `{id}`. Pakai id jawaban dari elements.toml atau acts.toml.")
            }
            Self::NotOneElement => "Satu akibat ditarik dari tepat satu unsur. Pisahkan menjadi beberapa entri.".into(),
            Self::UnknownGroup(id) => format!("Kelompok perbuatan `{id}` tidak ada. Tambahkan di `groups`."),
            Self::UnknownPenalty(id) => format!("Sanksi `{id}` tidak ada. Tambahkan di consequences.toml."),
            Self::FactsOrReason => "Isi salah satu: `when`, atau `not_an_act` yang menjelaskan mengapa tidak.".into(),
            Self::NeedsExample(kind) => format!("Norma ini perlu contoh dengan `expect = {kind}`. Tambahkan satu."),
            Self::ExampleFails(found) => {
                format!("Hasil contoh ini lain: {found}. Perbaiki contohnya, atau syarat normanya.")
            }
            Self::Readings(count) => {
                format!("Perbedaan tafsir ini punya {count} bacaan. Tulis semuanya berurutan: a, b, dan seterusnya.")
            }
            Self::Unreachable => "Tidak ada keadaan yang memenuhi syarat ini. Periksa batas-batasnya.".into(),
            Self::NoTrack(code) => {
                format!("Kategori `{code}` belum lengkap. Tambahkan keterangan dan jalurnya di consequences.toml.")
            }
            Self::UnknownElection(id) => format!("Pemilihan `{id}` belum ada. Tambahkan berkasnya di elections."),
            Self::UnknownCategory(code) => format!("Kategori `{code}` tidak dikenal. Pakai salah satu: {categories}."),
            Self::UnknownSource(key) => format!("Sumber `{key}` tidak ada di berkas ini. Tambahkan di `sources`."),
            Self::MissingSource => "Sumbernya belum ada. Tambahkan paling sedikit satu di `sources`.".into(),
            Self::Duplicate(what, file) => format!("`{what}` sudah dipakai di {file}. Pakai nama lain."),
            Self::EndsBeforeStart => "Tanggal akhir mendahului tanggal mulai. Periksa keduanya.".into(),
            Self::Overlap(other) => format!("Tanggalnya bertumpang tindih dengan `{other}`. Sesuaikan salah satunya."),
            Self::EndsOtherwise(day, by) => format!(
                "Peraturan ini diganti `{by}`. Isi `to` dengan {}, hari terakhirnya, atau perbaiki tanggal penggantiannya.",
                iso_date(*day)
            ),
            Self::EndIsKnown => "Hari terakhirnya sudah diisi. Hapus `ended`, atau hapus `to`.".into(),
            Self::BeginsOtherwise => {
                "Tanggalnya tidak sejalan dengan mulai berlakunya peraturan ini. Isi `from` bila `in_force.from` terisi, \
                 tidak lebih awal darinya; kosongkan bila mulai berlakunya tidak diketahui."
                    .into()
            }
            Self::NotInForce(id) => {
                format!("Peraturan `{id}` tidak berlaku pada tanggal itu. Periksa kedua tanggalnya.")
            }
            Self::Circle(id) => format!(
                "Hubungan peraturan ini melingkar melalui `{id}`. Yang lebih baru mengubah, mengganti, atau menguji yang \
                 lama, bukan sebaliknya."
            ),
            Self::NormId(id) => {
                format!("`{id}` bukan id norma. Pakai huruf besar dan angka dengan tanda hubung, seperti PP94-5N1.")
            }
            Self::OtherYear => "Tanggal ini bukan dari tahun berkas. Pindahkan ke berkas tahunnya.".into(),
            Self::DatePrecision => {
                "`date` dan `date_precision` tidak sejalan. Isi tanggal untuk `day`; kosongkan untuk `unknown`, dan untuk \
                 `disputed`, yang perlu perbedaan dengan `day` dalam paling sedikit dua bacaannya."
                    .into()
            }
            Self::NeedsStage(kind) => format!("Kalender perlu tepat satu tahapan `{kind}` dengan `from` dan `to`."),
            Self::NeedsInstrument => {
                "Peraturan yang menetapkan jadwalnya belum diisi. Isi `instrument`, atau `of` bila pemilihan ini \
                 mengulang yang lain."
                    .into()
            }
            Self::Repeats(id) => format!(
                "`{id}` tidak dapat diulang oleh pemilihan ini. Isi pemilihan sejenis yang bukan pengulangan, atau hapus \
                 `of`."
            ),
            Self::OneStart => {
                "`or_from` adalah hari mulai menurut sumber lain. Isi hari yang berbeda dari `from`, atau hapus.".into()
            }
            Self::Contest(code) => format!(
                "`{code}` tidak dapat diisi di sini: tidak dipilih dalam pemilihan ini, atau tahapannya sama untuk semua. \
                 Hapus atau perbaiki."
            ),
            Self::OneReading => "Perbedaan tafsir perlu paling sedikit dua bacaan. Tambahkan bacaan lainnya.".into(),
            Self::Empty => "Daftar ini belum berisi. Tambahkan paling sedikit satu.".into(),
            Self::CorrectIndex => "Jawaban benar harus 0, 1, atau 2.".into(),
            Self::SameOptions => "Dua pilihan jawaban berbunyi sama. Ubah salah satunya.".into(),
            Self::Unbound(code) => {
                format!("Dasar hukumnya tidak mengikat `{code}`. Tambahkan dasar yang tepat atau hapus kategori itu.")
            }
            Self::Disputed(id) => format!(
                "Dasarnya ditafsirkan berbeda pada `{id}`. Ganti dasarnya, atau jelaskan di `beside_dispute` mengapa \
                 soal ini tidak tersentuh."
            ),
            Self::Unchecked => "Soal ini hanya dari ingatan. Periksa sumbernya sebelum dipakai.".into(),
            Self::PledgePoints => "Ikrar harus memuat butir 1 sampai 4 secara berurutan.".into(),
            Self::UnknownPledgePoint(number) => format!("Ikrar tidak memiliki butir {number}. Pakai 1 sampai 4."),
        }
    }

    fn english(&self) -> String {
        let categories = CATEGORY_CODES.join(", ");
        match self {
            Self::Syntax(detail) => format!("This file cannot be read yet. Mend this part: {detail}"),
            Self::UnknownPlace => {
                "No law file belongs here. Move it to institutions, instruments, elections, holidays, questions or \
                 templates."
                    .into()
            }
            Self::MissingFile => "This file is missing. Add it to the law folder.".into(),
            Self::FileName(id) => format!("The name of the file differs from its content. Rename it to {id}.toml."),
            Self::MissingTranslation => "This text is incomplete. Fill in both `id` and `en`.".into(),
            Self::UnknownInstrument(id) => {
                format!("There is no instrument `{id}`. Add its file or correct the reference.")
            }
            Self::UnknownProvision(id) => {
                format!("The instrument has no provision `{id}`. Correct the reference or add the provision.")
            }
            Self::NotCited(id) => format!("The instrument `{id}` is not in `bases`. Add it there."),
            Self::UnknownDispute(id) => {
                format!("No dispute `{id}` touches that provision. Correct the reference.")
            }
            Self::UnknownIssuer(id) => {
                format!("The issuer `{id}` is not known. Add it to institutions or to bodies.toml.")
            }
            Self::UnknownElement(id) => {
                format!("There is no element `{id}`. Use an id of elements.toml, or add it there.")
            }
            Self::UnknownAnswer(element, id) => {
                format!("The element `{element}` has no answer `{id}`. Use an id of elements.toml or acts.toml.")
            }
            Self::NotOneElement => "A consequence is drawn from exactly one element. Write several entries.".into(),
            Self::UnknownGroup(id) => format!("There is no group of acts `{id}`. Add it to `groups`."),
            Self::UnknownPenalty(id) => format!("There is no penalty `{id}`. Add it to consequences.toml."),
            Self::FactsOrReason => {
                "Give one of the two: `when`, or `not_an_act` with the reason why there is none.".into()
            }
            Self::NeedsExample(kind) => format!("This norm needs an example with `expect = {kind}`. Add one."),
            Self::ExampleFails(found) => {
                format!("This example comes out otherwise: {found}. Mend the example, or the facts of the norm.")
            }
            Self::Readings(count) => {
                format!("This dispute has {count} readings. Write all of them in their order: a, b and so on.")
            }
            Self::Unreachable => "No facts can meet this. Check its limits.".into(),
            Self::NoTrack(code) => {
                format!("The category `{code}` is incomplete. Add its entry and a track to consequences.toml.")
            }
            Self::UnknownElection(id) => format!("There is no election `{id}`. Add its file to elections."),
            Self::UnknownCategory(code) => format!("There is no category `{code}`. Use one of: {categories}."),
            Self::UnknownSource(key) => format!("This file has no source `{key}`. Add it to `sources`."),
            Self::MissingSource => "There is no source. Add at least one to `sources`.".into(),
            Self::Duplicate(what, file) => format!("`{what}` is already used in {file}. Choose another name."),
            Self::EndsBeforeStart => "The last day lies before the first. Check both dates.".into(),
            Self::Overlap(other) => format!("The dates overlap with `{other}`. Adjust one of the two."),
            Self::EndsOtherwise(day, by) => format!(
                "`{by}` took its place. Set `to` to {}, its last day, or correct the day of the replacement.",
                iso_date(*day)
            ),
            Self::EndIsKnown => "Its last day is given. Remove `ended`, or remove `to`.".into(),
            Self::BeginsOtherwise => {
                "The day does not agree with the start of this instrument. Give `from` where `in_force.from` is given, \
                 and not before it; leave it out where the start is not known."
                    .into()
            }
            Self::NotInForce(id) => format!("The instrument `{id}` has no force on that day. Check both dates."),
            Self::Circle(id) => format!(
                "These relations go round in a circle through `{id}`. The newer instrument changes, replaces or tests \
                 the older one, and not the other way."
            ),
            Self::NormId(id) => {
                format!("`{id}` is no id of a norm. Use capital letters and digits with hyphens, as in PP94-5N1.")
            }
            Self::OtherYear => "This date is not in the year of the file. Move it to the file of its year.".into(),
            Self::DatePrecision => {
                "`date` and `date_precision` disagree. Give a date for `day`; leave it out for `unknown`, and for \
                 `disputed`, which needs a dispute with a `day` in at least two readings."
                    .into()
            }
            Self::NeedsStage(kind) => {
                format!("A calendar needs exactly one stage `{kind}` that was held, with `from` and `to`.")
            }
            Self::NeedsInstrument => {
                "The regulation that sets the calendar is missing. Give `instrument`, or `of` where this election repeats \
                 another one."
                    .into()
            }
            Self::Repeats(id) => format!(
                "`{id}` cannot be repeated by this election. Give an election of the same kind that is no repetition \
                 itself, or remove `of`."
            ),
            Self::OneStart => {
                "`or_from` is the first day by another source. Give a day other than `from`, or remove it.".into()
            }
            Self::Contest(code) => format!(
                "`{code}` cannot stand here: this election does not decide it, or the stage is the same for all. Remove \
                 or correct it."
            ),
            Self::OneReading => "A dispute needs at least two readings. Add the other one.".into(),
            Self::Empty => "This list is empty. Add at least one entry.".into(),
            Self::CorrectIndex => "The right answer must be 0, 1 or 2.".into(),
            Self::SameOptions => "Two answers read the same. Change one of them.".into(),
            Self::Unbound(code) => {
                format!("Nothing in the basis binds `{code}`. Add a basis that does, or remove the category.")
            }
            Self::Disputed(id) => format!(
                "The basis is disputed in `{id}`. Use another basis, or explain in `beside_dispute` why this question \
                 is not touched."
            ),
            Self::Unchecked => "This question rests on memory. Check its source before it is asked.".into(),
            Self::PledgePoints => "The pledge must have the points 1 to 4 in order.".into(),
            Self::UnknownPledgePoint(number) => format!("The pledge has no point {number}. Use 1 to 4."),
        }
    }
}
