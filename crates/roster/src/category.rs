use crate::text::normal;
use domain::category::Category;

/// What a cell says about the category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    Category(Category),
    /// "ASN": PNS or PPPK.
    Ambiguous,
    Unknown,
}

/// Whole texts, in their normal form.
const WHOLE: &[(Category, &[&str])] = &[
    (Category::Pns, &["PNS", "PEGAWAI NEGERI SIPIL", "ASN PNS", "PNS DAERAH", "PNSD", "PNS AKTIF"]),
    (Category::Cpns, &["CPNS", "CALON PNS", "CALON PEGAWAI NEGERI SIPIL", "CPNSD", "ASN CPNS"]),
    (
        Category::Pppk,
        &[
            "PPPK",
            "P3K",
            "ASN PPPK",
            "PPPK PENUH WAKTU",
            "P3K PENUH WAKTU",
            "PPPK GURU",
            "PPPK TEKNIS",
            "PPPK KESEHATAN",
            "PEGAWAI PEMERINTAH DENGAN PERJANJIAN KERJA",
        ],
    ),
    (
        Category::PppkPartTime,
        &[
            "PPPK PARUH WAKTU",
            "P3K PARUH WAKTU",
            "PPPK PW",
            "P3K PW",
            "PARUH WAKTU",
            "PPPK PART TIME",
            "ASN PPPK PARUH WAKTU",
        ],
    ),
    (
        Category::NonAsn,
        &[
            "NON ASN",
            "NONASN",
            "NON PNS",
            "HONORER",
            "HONOR",
            "TENAGA HONORER",
            "PEGAWAI HONORER",
            "GURU HONORER",
            "THL",
            "TENAGA HARIAN LEPAS",
            "PHL",
            "PEGAWAI HARIAN LEPAS",
            "TENAGA KONTRAK",
            "KONTRAK",
            "PEGAWAI KONTRAK",
            "TKK",
            "TENAGA KERJA KONTRAK",
            "PTT",
            "PEGAWAI TIDAK TETAP",
            "GTT",
            "GURU TIDAK TETAP",
            "TENAGA NON ASN",
            "PEGAWAI NON ASN",
            "NON ASN BLUD",
            "HONORER DAERAH",
            "TENAGA PENDUKUNG NON ASN",
            "PJLP",
        ],
    ),
    (Category::VillageHead, &["KEPALA DESA", "KADES"]),
    (
        Category::VillageApparatus,
        &[
            "PERANGKAT DESA",
            "APARAT DESA",
            "SEKRETARIS DESA",
            "SEKDES",
            "KEPALA DUSUN",
            "KADUS",
            "PAMONG DESA",
            "PELAKSANA KEWILAYAHAN",
            "PELAKSANA TEKNIS",
            "KEPALA URUSAN",
            "KAUR",
            "STAF DESA",
            "STAF PERANGKAT DESA",
        ],
    ),
    (
        Category::VillageCouncilMember,
        &[
            "BPD",
            "ANGGOTA BPD",
            "KETUA BPD",
            "WAKIL KETUA BPD",
            "SEKRETARIS BPD",
            "BADAN PERMUSYAWARATAN DESA",
            "ANGGOTA BADAN PERMUSYAWARATAN DESA",
        ],
    ),
    (
        Category::RegionalEnterpriseStaff,
        &["BUMD", "PEGAWAI BUMD", "KARYAWAN BUMD", "BADAN USAHA MILIK DAERAH", "PEGAWAI BADAN USAHA MILIK DAERAH"],
    ),
];

/// How village apparatus begin when the duty follows: `Kaur Keuangan`, `Kepala Dusun Krajan`.
const VILLAGE_DUTIES: &[&str] = &["KAUR ", "KEPALA URUSAN ", "KADUS ", "KEPALA DUSUN "];

/// Reads a category as agencies write it, or as Netral stores it.
pub fn read(text: &str) -> Reading {
    if let Some(category) = Category::from_code(text.trim()) {
        return Reading::Category(category);
    }
    let text = normal(text);
    if text == "ASN" || text == "APARATUR SIPIL NEGARA" {
        return Reading::Ambiguous;
    }
    let short = text.replace("P3K", "PPPK").replace(' ', "");
    WHOLE
        .iter()
        .find(|(_, words)| words.iter().any(|word| *word == text || word.replace(' ', "") == short))
        .map(|(category, _)| Reading::Category(*category))
        .unwrap_or_else(|| {
            if VILLAGE_DUTIES.iter().any(|duty| text.starts_with(duty)) {
                Reading::Category(Category::VillageApparatus)
            } else {
                Reading::Unknown
            }
        })
}

/// The word by which templates and exports write a category; [`read`] understands it.
pub const fn word(category: Category) -> &'static str {
    match category {
        Category::Pns => "PNS",
        Category::Cpns => "CPNS",
        Category::Pppk => "PPPK",
        Category::PppkPartTime => "PPPK Paruh Waktu",
        Category::NonAsn => "Non ASN",
        Category::VillageHead => "Kepala Desa",
        Category::VillageApparatus => "Perangkat Desa",
        Category::VillageCouncilMember => "Anggota BPD",
        Category::RegionalEnterpriseStaff => "Pegawai BUMD",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_are_read_as_agencies_write_them() {
        for (text, category) in [
            ("pns", Category::Pns),
            ("C.P.N.S", Category::Cpns),
            ("Calon PNS", Category::Cpns),
            ("P3K", Category::Pppk),
            ("PPPK - Paruh Waktu", Category::PppkPartTime),
            ("P3K Paruhwaktu", Category::PppkPartTime),
            ("Honorer", Category::NonAsn),
            ("Non-ASN", Category::NonAsn),
            ("THL", Category::NonAsn),
            ("tenaga kontrak", Category::NonAsn),
            ("Kades", Category::VillageHead),
            ("Sekdes", Category::VillageApparatus),
            ("Kaur Keuangan", Category::VillageApparatus),
            ("Kadus Krajan", Category::VillageApparatus),
            ("BPD", Category::VillageCouncilMember),
            ("bumd", Category::RegionalEnterpriseStaff),
        ] {
            assert_eq!(read(text), Reading::Category(category), "{text}");
        }
        assert_eq!(read("ASN"), Reading::Ambiguous);
        // A lurah is a PNS in one province and a village head in another.
        assert_eq!(read("Lurah"), Reading::Unknown);
        assert_eq!(read("Pj Kepala Desa"), Reading::Unknown);
    }

    #[test]
    fn codes_and_our_own_words_are_read() {
        for category in Category::ALL {
            assert_eq!(read(category.code()), Reading::Category(category));
            assert_eq!(read(word(category)), Reading::Category(category));
        }
    }

    #[test]
    fn no_word_stands_for_two_categories() {
        let mut seen = std::collections::BTreeSet::new();
        for (_, words) in WHOLE {
            for word in *words {
                assert_eq!(normal(word), *word);
                assert!(seen.insert(*word), "{word} twice");
            }
        }
    }
}
