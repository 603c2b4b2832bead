use crate::{CircularLetter, Imprint, Language};
use serde::{Deserialize, Serialize};

/// A village pack: cover, circular, reading sheet, a sheet of questions for each person, and the pledge. One that follows
/// another explains to each person what was asked before.
///
/// Every string is one paragraph: line breaks inside it become spaces.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackPaper {
    /// Language, example mark and metadata.
    pub imprint: Imprint,
    /// Whether it follows another one, for those who still owe something.
    pub follows: bool,
    /// The circular's letter, whole; none leaves out the sheet on which reading is signed for, too.
    pub letter: Option<CircularLetter>,
    /// The institution.
    pub institution: String,
    /// The village.
    pub village: String,
    /// The agency through which it goes out and comes back.
    pub through: String,
    /// The circular: its number, if any, and its subject.
    pub circular: String,
    /// The elections.
    pub election: String,
    /// The day on which it was made, in words.
    pub made: String,
    /// The last day on which it shall be back, in words.
    pub due: String,
    /// Its people, in their order.
    pub people: Vec<PackPerson>,
    /// The pledge, where somebody has to take it.
    pub pledge: Option<PackPledge>,
}

/// Somebody on a village pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackPerson {
    /// The place on the sheets, from 1.
    pub place: String,
    /// The full name with titles.
    pub name: String,
    /// The post in the village.
    pub post: String,
    /// The random code, in groups. It is no number of the person.
    pub code: String,
    /// Whether reading is still to be marked; else it was recorded before.
    pub reads: bool,
    /// Whether the pledge is still to be taken.
    pub pledges: bool,
    /// The questions; none leaves out the sheet.
    pub questions: Vec<PackQuestion>,
    /// Why the sheet before was not judged, and what to do now; may be empty.
    pub note: String,
    /// What was asked before, explained.
    pub explained: Vec<PackExplained>,
    /// Whether some of that is still being asked and explained later.
    pub held_back: bool,
}

/// A question that was answered, with what is right. What was answered is not told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackExplained {
    /// The situation and the question.
    pub text: String,
    /// The right option.
    pub right: String,
    /// Why, with the article.
    pub why: String,
}

/// A question as it is printed, without its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackQuestion {
    /// The situation and the question.
    pub text: String,
    /// The options A, B and C.
    pub options: Vec<String>,
}

/// The pledge as it is spoken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackPledge {
    /// What it is called.
    pub title: String,
    /// The sentence before the points.
    pub opening: String,
    /// The points.
    pub points: Vec<String>,
    /// The sentence after the points.
    pub closing: String,
}

/// The words that are fixed in the template, in one language.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct PackWords {
    pub(crate) title: &'static str,
    pub(crate) title_follows: &'static str,
    made: &'static str,
    through: &'static str,
    people: &'static str,
    due: &'static str,
    contents: &'static str,
    has_letter: &'static str,
    has_reading: &'static str,
    has_explained: &'static str,
    has_questions: &'static str,
    has_pledge: &'static str,
    how: &'static str,
    how_read: &'static str,
    how_sign: &'static str,
    how_answer: &'static str,
    how_pledge: &'static str,
    how_return: &'static str,
    how_by: &'static str,
    how_keep: &'static str,
    know: &'static str,
    know_code: &'static str,
    know_answers: &'static str,
    know_phone: &'static str,
    know_new: &'static str,
    know_pact: &'static str,
    number: &'static str,
    who: &'static str,
    code: &'static str,
    signature: &'static str,
    recorded: &'static str,
    reading: &'static str,
    reading_says: &'static str,
    reading_mark: &'static str,
    questions: &'static str,
    questions_say: &'static str,
    question: &'static str,
    pledge_says: &'static str,
    pledge_mark: &'static str,
    explained: &'static str,
    explained_says: &'static str,
    right: &'static str,
    why: &'static str,
    held_back: &'static str,
    try_again: &'static str,
}

impl PackWords {
    pub(crate) const fn of(language: Language) -> &'static Self {
        match language {
            Language::Indonesian => &INDONESIAN,
            Language::English => &ENGLISH,
        }
    }
}

const INDONESIAN: PackWords = PackWords {
    title: "Paket",
    title_follows: "Lembar susulan",
    made: "dibuat",
    through: "Melalui",
    people: "Jumlah orang",
    due: "Kembali paling lambat",
    contents: "Isi paket",
    has_letter: "Surat edaran, untuk dibaca semua orang.",
    has_reading: "Lembar baca, satu baris untuk setiap orang.",
    has_explained: "Penjelasan pertanyaan yang lalu, hanya untuk orang yang namanya tertulis di atasnya.",
    has_questions: "Lembar pertanyaan, satu untuk setiap orang yang namanya tertulis di atasnya.",
    has_pledge: "Naskah ikrar, dengan satu baris untuk setiap orang.",
    how: "Cara memakainya",
    how_read: "Setiap orang membaca surat edaran, atau mendengarkannya dibacakan sampai selesai.",
    how_sign: "Sesudah membaca, setiap orang mencentang kotak pada barisnya sendiri di lembar baca, lalu menandatangani.",
    how_answer: "Setiap orang mengisi sendiri lembar pertanyaannya: silang satu kotak pada setiap pertanyaan. \
                 Salah silang? Lingkari kotak yang benar dan beri paraf.",
    how_pledge: "Ikrar diucapkan bersama atau sendiri. Sesudah itu setiap orang mencentang dan menandatangani barisnya.",
    how_return: "Foto atau pindai semua lembar yang sudah diisi, lalu kirimkan melalui",
    how_by: "paling lambat",
    how_keep: "Simpan lembar aslinya di kantor desa sampai hasilnya diterima.",
    know: "Yang perlu Anda ketahui",
    know_code: "Kode pada setiap baris dan lembar dibuat acak. Itu bukan NIP atau NIK, jadi jangan menulis keduanya di mana pun.",
    know_answers: "Dua petugas membaca jawaban dari foto. Jawaban yang salah tidak dilaporkan kepada siapa pun; \
                   yang belum lulus dapat mencoba lagi dengan pertanyaan lain.",
    know_phone: "Siapa yang sempat melakukannya lewat ponsel tidak perlu mengisi lagi: yang lebih dulu tercatat tetap berlaku.",
    know_new: "Paket yang lebih baru untuk orang yang sama membuat kode dalam paket ini tidak berlaku.",
    know_pact: "Pakta integritas tidak ditandatangani dengan paket ini.",
    number: "No.",
    who: "Nama dan jabatan",
    code: "Kode",
    signature: "Tanda tangan",
    recorded: "sudah tercatat",
    reading: "Lembar baca",
    reading_says: "Dengan centang dan tanda tangan ini saya menyatakan telah membaca surat edaran sampai selesai.",
    reading_mark: "Sudah membaca",
    questions: "Lembar pertanyaan",
    questions_say: "Silang satu kotak pada setiap pertanyaan. Pertanyaan tanpa jawaban, atau dengan dua jawaban, membuat \
                    lembar ini tidak dapat dinilai.",
    question: "Pertanyaan",
    pledge_says: "Dengan centang dan tanda tangan ini saya menyatakan telah mengucapkan ikrar di atas.",
    pledge_mark: "Sudah berikrar",
    explained: "Penjelasan",
    explained_says: "Inilah pertanyaan yang sudah Anda jawab, jawaban yang tepat, dan sebabnya. Jawaban Anda sendiri tidak \
                     ditulis di sini.",
    right: "Yang tepat:",
    why: "Sebabnya:",
    held_back: "Pertanyaan lain yang sudah Anda jawab masih ditanyakan pada lembar susulan ini. Penjelasannya menyusul.",
    try_again: "Baca dulu penjelasannya, lalu isi lembar pertanyaan yang baru. Kodenya juga baru.",
};

const ENGLISH: PackWords = PackWords {
    title: "Pack",
    title_follows: "Follow-up sheets",
    made: "made",
    through: "Through",
    people: "People",
    due: "Back by",
    contents: "What is in it",
    has_letter: "The circular, to be read by everybody.",
    has_reading: "The reading sheet, one line for each person.",
    has_explained: "Explanations of earlier questions, each only for the person whose name stands on it.",
    has_questions: "Question sheets, one for each person whose name stands on it.",
    has_pledge: "The text of the pledge, with one line for each person.",
    how: "How to use it",
    how_read: "Everybody reads the circular, or hears it read out to the end.",
    how_sign: "After reading, everybody ticks the box in their own line of the reading sheet and signs.",
    how_answer: "Everybody fills in their own question sheet: cross one box of each question. \
                 Crossed the wrong one? Circle the right box and put your initials beside it.",
    how_pledge: "The pledge is spoken together or alone. After that everybody ticks and signs their line.",
    how_return: "Photograph or scan every sheet that was filled in, and send it through",
    how_by: "by",
    how_keep: "Keep the sheets themselves at the village office until the result has come.",
    know: "What you should know",
    know_code: "The code in each line and on each sheet is random. It is no NIP or NIK, so write neither of them anywhere.",
    know_answers: "Two officers read the answers from the pictures. Wrong answers are reported to nobody; \
                   whoever has not passed can try again with other questions.",
    know_phone: "Whoever did it on a phone meanwhile need not fill in anything: what was recorded first stands.",
    know_new: "A newer pack for the same person makes the code in this one void.",
    know_pact: "The integrity pact is not signed with this pack.",
    number: "No.",
    who: "Name and post",
    code: "Code",
    signature: "Signature",
    recorded: "recorded before",
    reading: "Reading sheet",
    reading_says: "By this tick and signature I state that I have read the circular to its end.",
    reading_mark: "Has read",
    questions: "Question sheet",
    questions_say: "Cross one box of each question. A question without an answer, or with two, keeps this sheet from being \
                    judged.",
    question: "Question",
    pledge_says: "By this tick and signature I state that I have spoken the pledge above.",
    pledge_mark: "Has pledged",
    explained: "Explanations",
    explained_says: "These are the questions that you answered, what is right, and why. Your own answers are not written \
                     here.",
    right: "Right:",
    why: "Why:",
    held_back: "Other questions that you answered are still asked on these follow-up sheets. Their explanation comes later.",
    try_again: "Read the explanations first, then fill in the new question sheet. Its code is new, too.",
};
