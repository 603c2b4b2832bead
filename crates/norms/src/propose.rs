//! What a text seems to be about: a proposal by its words, which a person confirms or corrects.

use crate::{sanction::words_of, subject::Topic};

/// Beginnings of Indonesian words, and what they speak of. A blank parts the words of a phrase.
const WORDS: &[(Topic, &[&str])] = &[
    (
        Topic::Support,
        &["dukung", "mendukung", "netral", "keberpihakan", "memihak", "anggota partai", "pengurus partai"],
    ),
    (Topic::CampaignAttributes, &["kampanye", "berkampanye", "atribut", "alat peraga", "baliho", "spanduk", "kaus"]),
    (
        Topic::SocialMedia,
        &["media sosial", "unggah", "mengunggah", "grup", "akun", "berita bohong", "ujaran kebencian", "hoaks"],
    ),
    (Topic::SupportLetterKtp, &["surat dukungan", "tanda penduduk", "ktp"]),
    (
        Topic::StateFacilities,
        &["fasilitas", "kendaraan", "gedung", "anggaran", "mobil dinas", "ruang rapat", "barang milik"],
    ),
    (Topic::Decisions, &["keputusan", "kebijakan", "menguntungkan", "merugikan", "bantuan", "layanan"]),
    (
        Topic::AppealsGifts,
        &["ajak", "mengajak", "seru", "menyeru", "himbau", "imbau", "menghimbau", "pertemuan", "pemberian barang"],
    ),
    (Topic::VotingRight, &["hak pilih", "tps", "tempat pemungutan", "memilih", "memberikan suara"]),
    (
        Topic::DutyOfHead,
        &["sosialisasi", "pembinaan", "kepala perangkat daerah", "kepala unit", "atasan langsung", "camat", "lurah"],
    ),
    (Topic::NonAsn, &["non asn", "pegawai kontrak", "tenaga kontrak", "honorer", "paruh waktu"]),
    (Topic::Village, &["desa", "bpd", "badan permusyawaratan"]),
    (Topic::MoneyPolitics, &["politik uang", "uang", "segala bentuk pemberian", "gratifikasi", "amplop"]),
    (
        Topic::Reporting,
        &["melapor", "dilapor", "laporan", "temuan", "mengawasi", "pengawasan", "bawaslu", "dugaan pelanggaran"],
    ),
    (Topic::Pledge, &["ikrar", "pakta integritas"]),
];

/// The topics of which the words of an Indonesian text speak, in the order of [`Topic::ALL`]. A proposal: words tell
/// little of what a sentence means, so a person confirms it.
#[must_use]
pub fn topics_in(text: &str) -> Vec<Topic> {
    let flat = words_of(text);
    let speaks = |words: &[&str]| words.iter().any(|word| flat.contains(&format!(" {word}")));
    WORDS.iter().filter(|(_, words)| speaks(words)).map(|(topic, _)| *topic).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Catalogue;
    use proptest::prelude::*;

    #[test]
    fn what_provisions_of_real_circulars_say_is_recognised() {
        for (text, topics) in [
            (
                "Tidak memakai media sosial untuk menyebarkan berita bohong, dan menolak politik uang.",
                &[Topic::SocialMedia, Topic::MoneyPolitics][..],
            ),
            ("Tidak memakai kendaraan DINAS.", &[Topic::StateFacilities]),
            ("Setiap pegawai tetap punya hak pilih.", &[Topic::VotingRight]),
            ("Kepala desa menyampaikan temuan.", &[Topic::Village, Topic::Reporting]),
            ("Demikian untuk dilaksanakan.", &[]),
            // A word counts from its beginning only.
            ("Rekening terajak.", &[]),
        ] {
            assert_eq!(topics_in(text), topics, "{text}");
        }
    }

    #[test]
    fn every_topic_can_be_proposed_once_and_in_order() {
        let named: Vec<Topic> = WORDS.iter().map(|(topic, _)| *topic).collect();
        assert_eq!(named, Topic::ALL);
        for (topic, words) in WORDS {
            for word in *words {
                assert!(topics_in(word).contains(topic), "{word}");
            }
        }
    }

    /// The table is worth its place only while it finds what the bank's own questions are about.
    #[test]
    fn most_questions_of_the_bank_are_recognised_by_their_words() {
        let law = Catalogue::embedded().unwrap();
        let found = law.questions().iter().filter(|question| {
            let words = format!("{} {}", question.text.id, question.explanation.id);
            let proposed = topics_in(&words);
            question.topics.iter().any(|topic| proposed.contains(topic))
        });
        let (found, all) = (found.count(), law.questions().len());
        assert!(found * 10 >= all * 8, "{found} of {all}");
    }

    proptest! {
        #[test]
        fn any_text_can_be_looked_at(text in "\\PC{0,200}") {
            let topics = topics_in(&text);
            prop_assert!(topics.is_sorted());
        }
    }
}
