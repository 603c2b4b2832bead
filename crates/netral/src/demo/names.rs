//! Names of nobody: given names that thousands bear, put together by chance.

use super::dice::Dice;
use domain::people::Name;

const WOMEN: [&str; 48] = [
    "Aisyah", "Ani", "Ayu", "Citra", "Desi", "Dewi", "Diah", "Dina", "Eka", "Endah", "Erna", "Fatimah", "Fitri",
    "Hana", "Hesti", "Ida", "Indah", "Intan", "Kartika", "Kurnia", "Laila", "Lestari", "Lina", "Maria", "Maya", "Mega",
    "Murni", "Nani", "Nia", "Nur", "Nurul", "Puspa", "Putri", "Rahma", "Ratna", "Retno", "Rina", "Rini", "Sari",
    "Siti", "Sri", "Tari", "Tuti", "Umi", "Wati", "Wulan", "Yanti", "Yuli",
];

const MEN: [&str; 48] = [
    "Adi",
    "Agus",
    "Ahmad",
    "Andi",
    "Arif",
    "Bagus",
    "Bambang",
    "Bayu",
    "Budi",
    "Candra",
    "Dedi",
    "Deni",
    "Dwi",
    "Eko",
    "Fajar",
    "Gilang",
    "Hadi",
    "Hari",
    "Hendra",
    "Heru",
    "Iman",
    "Indra",
    "Irfan",
    "Iwan",
    "Joko",
    "Kurniawan",
    "Lukman",
    "Made",
    "Muhammad",
    "Nugroho",
    "Nyoman",
    "Panji",
    "Putra",
    "Rahmat",
    "Rizki",
    "Rudi",
    "Slamet",
    "Sugeng",
    "Surya",
    "Taufik",
    "Tri",
    "Udin",
    "Wahyu",
    "Wawan",
    "Wayan",
    "Yoga",
    "Yusuf",
    "Zaenal",
];

const SECOND: [&str; 55] = [
    "Alamsyah",
    "Amalia",
    "Anggraini",
    "Apriyani",
    "Ardiansyah",
    "Basuki",
    "Cahyani",
    "Darmawan",
    "Efendi",
    "Fadilah",
    "Firmansyah",
    "Gunawan",
    "Hakim",
    "Halimah",
    "Handayani",
    "Haryanto",
    "Hasanah",
    "Hidayat",
    "Irawan",
    "Iskandar",
    "Kusuma",
    "Lubis",
    "Mahendra",
    "Maharani",
    "Maulana",
    "Mulyani",
    "Nasution",
    "Ningsih",
    "Nugraha",
    "Oktaviani",
    "Permana",
    "Pertiwi",
    "Pratama",
    "Purnama",
    "Purwanto",
    "Rahayu",
    "Rahmawati",
    "Ramadhani",
    "Riyadi",
    "Santoso",
    "Saputra",
    "Sembiring",
    "Setiawan",
    "Sihombing",
    "Suhartini",
    "Sulistyo",
    "Supriyadi",
    "Susanti",
    "Sutrisno",
    "Suryani",
    "Utami",
    "Wibisono",
    "Wicaksono",
    "Wijaya",
    "Yulianto",
];

/// A man or a woman.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// A man.
    Man,
    /// A woman.
    Woman,
}

/// A name of two or three words with the titles that go with a position.
pub fn name(dice: &mut Dice, sex: Sex, titles: (&str, &str)) -> Name {
    let given: &[&'static str] = if sex == Sex::Woman { &WOMEN } else { &MEN };
    let mut words = vec![dice.pick(given)];
    if dice.percent(35) {
        let middle = dice.pick(given);
        if !words.contains(&middle) {
            words.push(middle);
        }
    }
    words.push(dice.pick(&SECOND));
    Name { before: titles.0.to_owned(), bare: words.join(" "), after: titles.1.to_owned() }
}
