//! To whom a provision of a circular speaks, by the words with which its sentences begin.

use crate::category::Category;
use norms::words_of;

use Category::{
    Cpns, NonAsn, Pns, Pppk, PppkPartTime, RegionalEnterpriseStaff, VillageApparatus, VillageCouncilMember, VillageHead,
};

/// Names of groups and who is meant. One that is part of another stands behind it.
const GROUPS: &[(&str, &[Category])] = &[
    ("calon pegawai negeri sipil", &[Cpns]),
    ("pegawai pemerintah non pegawai negeri", &[NonAsn]),
    ("pegawai pemerintah dengan perjanjian kerja", &[Pppk, PppkPartTime]),
    ("pegawai negeri sipil", &[Pns]),
    ("non aparatur sipil negara", &[NonAsn]),
    ("aparatur sipil negara", &[Pns, Pppk, PppkPartTime]),
    ("badan permusyawaratan desa", &[VillageCouncilMember]),
    ("badan usaha milik daerah", &[RegionalEnterpriseStaff]),
    ("kepala desa", &[VillageHead]),
    ("perangkat desa", &[VillageApparatus]),
    ("aparat desa", &[VillageHead, VillageApparatus]),
    ("kepala perangkat daerah", &[Pns, Pppk]),
    ("kepala unit", &[Pns, Pppk]),
    ("pegawai kontrak", &[NonAsn]),
    ("tenaga kontrak", &[NonAsn]),
    ("non asn", &[NonAsn]),
    ("honorer", &[NonAsn]),
    ("ppnpn", &[NonAsn]),
    ("cpns", &[Cpns]),
    ("pns", &[Pns]),
    ("pppk", &[Pppk, PppkPartTime]),
    ("asn", &[Pns, Pppk, PppkPartTime]),
    ("bpd", &[VillageCouncilMember]),
    ("bumd", &[RegionalEnterpriseStaff]),
    ("pejabat", &[Pns, Pppk]),
    ("camat", &[Pns, Pppk]),
    ("lurah", &[Pns, Pppk]),
    ("atasan", &[Pns, Pppk]),
];

/// Words with which a sentence stops saying who and begins to say what.
const VERBS: &[&str] = &[
    "tidak",
    "dilarang",
    "wajib",
    "harus",
    "jangan",
    "agar",
    "supaya",
    "untuk",
    "yang",
    "dapat",
    "boleh",
    "tetap",
    "diminta",
    "diharapkan",
    "dikenai",
    "diberi",
    "diberikan",
    "dijatuhi",
    "menjaga",
    "memakai",
    "menggunakan",
    "melakukan",
    "melaksanakan",
    "menolak",
    "menerima",
    "memberi",
    "memberikan",
    "membuat",
    "mengadakan",
    "membina",
    "mengawasi",
    "mengingatkan",
    "melaporkan",
    "menyampaikan",
    "mengikuti",
    "menghindari",
    "memilih",
    "ikut",
];

/// Most words of a sentence that can say who, where none of the usual words ends it.
const BEGINNING: usize = 8;

/// The categories that the sentences of a text name before they say what to do, in the order of [`Category::ALL`]. None
/// where no sentence names a group: then everybody is meant to whom the letter is addressed.
pub(super) fn spoken_to(text: &str) -> Vec<Category> {
    let mut named: Vec<Category> = Vec::new();
    for sentence in text.split(['.', ';', '\n']) {
        let flat = words_of(sentence);
        let words: Vec<&str> = flat.split_whitespace().collect();
        let until = words.iter().position(|word| VERBS.contains(word)).unwrap_or(BEGINNING.min(words.len()));
        let who: Vec<&str> = words.into_iter().take(until).collect();
        let mut who = format!(" {} ", who.join(" "));
        for (group, categories) in GROUPS {
            let group = format!(" {group} ");
            if who.contains(&group) {
                named.extend_from_slice(categories);
                // What is part of it is not named once more. The bar keeps its neighbours apart.
                who = who.replace(&group, " | ");
            }
        }
    }
    Category::ALL.into_iter().filter(|it| named.contains(it)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_beginning_of_a_sentence_says_who() {
        for (text, who) in [
            ("PNS, CPNS, dan PPPK menjaga netralitas.", &[Pns, Cpns, Pppk, PppkPartTime][..]),
            ("Calon Pegawai Negeri Sipil tidak ikut kampanye.", &[Cpns]),
            ("Pegawai non-ASN wajib netral.", &[NonAsn]),
            ("Pegawai ASN dilarang ikut kampanye.", &[Pns, Pppk, PppkPartTime]),
            ("Kepala desa dan perangkat desa tidak mengajak PNS.", &[VillageHead, VillageApparatus]),
            ("Camat mengawasi kepala desa.", &[Pns, Pppk]),
            ("Anggota BPD tidak memihak; pegawai BUMD juga tidak.", &[VillageCouncilMember, RegionalEnterpriseStaff]),
            ("Setiap pegawai menjaga netralitas.", &[]),
            ("Kendaraan dinas tidak dipakai PNS untuk kampanye.", &[]),
            ("", &[]),
        ] {
            assert_eq!(spoken_to(text), who, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_looked_at(text in "\\PC{0,200}") {
            let found = spoken_to(&text);
            prop_assert!(Category::ALL.into_iter().filter(|it| found.contains(it)).eq(found.iter().copied()));
        }
    }
}
