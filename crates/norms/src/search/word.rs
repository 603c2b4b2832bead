//! Words as people type them, brought to forms in which different spellings and affixes meet.

/// Common short forms, slips and borrowed words, each with the words that the law files use. A form that stands here for
/// nothing is a word that says nothing about an act.
const SPELLINGS: &[(&str, &str)] = &[
    // Accounts and phones.
    ("laik", "like"),
    ("laike", "like"),
    ("likes", "like"),
    ("liked", "like"),
    ("ngelike", "like"),
    ("ngelaik", "like"),
    ("komen", "komentar"),
    ("koment", "komentar"),
    ("coment", "komentar"),
    ("comment", "komentar"),
    ("komentari", "komentar"),
    ("mengomentari", "komentar"),
    ("ngomen", "komentar"),
    ("share", "bagikan"),
    ("shared", "bagikan"),
    ("sharing", "bagikan"),
    ("sher", "bagikan"),
    ("shere", "bagikan"),
    ("ngeshare", "bagikan"),
    ("nyebar", "menyebarkan"),
    ("folow", "follow"),
    ("pollow", "follow"),
    ("polow", "follow"),
    ("ngefollow", "follow"),
    ("posting", "unggah"),
    ("postingan", "unggahan"),
    ("ngepost", "unggah"),
    ("upload", "unggah"),
    ("wa", "whatsapp"),
    ("whatsap", "whatsapp"),
    ("watsap", "whatsapp"),
    ("wasap", "whatsapp"),
    ("wag", "grup whatsapp"),
    ("ig", "instagram"),
    ("insta", "instagram"),
    ("fb", "facebook"),
    ("pesbuk", "facebook"),
    ("medsos", "media sosial"),
    ("sosmed", "media sosial"),
    ("group", "grup"),
    ("grub", "grup"),
    ("poto", "foto"),
    ("photo", "foto"),
    ("swafoto", "selfie"),
    ("selfi", "selfie"),
    ("vidio", "video"),
    // Elections, parties and people.
    ("pilbup", "pilkada bupati"),
    ("pilgub", "pilkada gubernur"),
    ("pilwali", "pilkada wali kota"),
    ("pilwalkot", "pilkada wali kota"),
    ("pilpres", "pemilu presiden"),
    ("pileg", "pemilu caleg"),
    ("walikota", "wali kota"),
    ("paslon", "pasangan calon"),
    ("cabup", "calon bupati"),
    ("cagub", "calon gubernur"),
    ("cawalkot", "calon wali kota"),
    ("cakada", "calon kepala daerah"),
    ("capres", "calon presiden"),
    ("cawapres", "calon presiden"),
    ("bacaleg", "bakal caleg"),
    ("bacalon", "bakal calon"),
    ("balon", "bakal calon"),
    ("parpol", "partai"),
    ("timses", "tim sukses"),
    ("kades", "kepala desa"),
    ("perdes", "perangkat desa"),
    ("bumdes", "desa"),
    ("p3k", "pppk"),
    ("isteri", "istri"),
    ("bini", "istri"),
    // Acts, as they are said.
    ("nyoblos", "mencoblos"),
    ("nyaleg", "caleg"),
    ("ngajak", "mengajak"),
    ("nyumbang", "menyumbang"),
    ("kasih", "beri"),
    ("ngasih", "beri"),
    ("dikasih", "diberi"),
    ("nerima", "menerima"),
    ("nonton", "menonton"),
    ("dateng", "datang"),
    ("pake", "pakai"),
    ("pinjem", "pinjam"),
    ("minjemin", "meminjamkan"),
    ("himbauan", "imbauan"),
    ("duit", "uang"),
    ("duwit", "uang"),
    ("kaos", "kaus"),
    ("baleho", "baliho"),
    ("kampaye", "kampanye"),
    ("kampanyekan", "kampanye"),
    ("mobdin", "mobil dinas"),
];

/// Words that stand in every question and tell nothing apart.
const EMPTY: &[&str] = &[
    "a",
    "ada",
    "adalah",
    "agar",
    "aja",
    "akan",
    "aku",
    "an",
    "and",
    "anda",
    "apa",
    "apakah",
    "are",
    "at",
    "atau",
    "bagaimana",
    "be",
    "belum",
    "bila",
    "bisa",
    "bisakah",
    "blm",
    "boleh",
    "bolehkah",
    "bs",
    "by",
    "can",
    "dalam",
    "dan",
    "dapat",
    "dari",
    "dengan",
    "dgn",
    "di",
    "dia",
    "dlm",
    "do",
    "dong",
    "dr",
    "enggak",
    "for",
    "from",
    "ga",
    "gak",
    "gimana",
    "gk",
    "gue",
    "have",
    "i",
    "if",
    "in",
    "ini",
    "is",
    "it",
    "itu",
    "jadi",
    "jika",
    "juga",
    "kagak",
    "kah",
    "kalau",
    "kalo",
    "kami",
    "karena",
    "ke",
    "kepada",
    "kita",
    "klo",
    "krn",
    "lagi",
    "may",
    "me",
    "mereka",
    "my",
    "ndak",
    "ngga",
    "nggak",
    "of",
    "oleh",
    "on",
    "or",
    "pada",
    "pd",
    "saat",
    "saja",
    "sama",
    "saya",
    "sbg",
    "sdh",
    "sebagai",
    "sebuah",
    "sedang",
    "seorang",
    "sudah",
    "supaya",
    "sy",
    "tanpa",
    "tapi",
    "tdk",
    "telah",
    "tentang",
    "tetapi",
    "that",
    "the",
    "this",
    "tidak",
    "to",
    "tp",
    "udah",
    "udh",
    "untuk",
    "utk",
    "was",
    "what",
    "when",
    "will",
    "with",
    "ya",
    "yang",
    "yg",
    "you",
    "your",
];

/// The words of a text that say something, in small letters and in the common spelling.
pub(super) fn words(text: &str) -> Vec<String> {
    let small = text.to_lowercase();
    let typed = small.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let spelled = typed.flat_map(|word| {
        let known = SPELLINGS.iter().find(|(form, _)| *form == word).map(|(_, words)| *words);
        known.unwrap_or(word).split(' ').map(str::to_owned).collect::<Vec<_>>()
    });
    spelled.filter(|word| !EMPTY.contains(&word.as_str())).collect()
}

/// The shortest root that is left when affixes are taken off.
const ROOT_MIN: usize = 4;
const SUFFIXES: &[&str] = &["lah", "kah", "pun", "ku", "mu", "nya", "kan", "an", "in", "i", "ing", "ed", "es", "s"];
/// Prefixes, and the letters of which one may have melted into them: *menyukai* comes from *suka*.
const PREFIXES: &[(&str, &str)] = &[
    ("di", ""),
    ("ke", ""),
    ("se", ""),
    ("ter", ""),
    ("ber", ""),
    ("be", ""),
    ("per", ""),
    ("memper", ""),
    ("meng", "k"),
    ("meny", "s"),
    ("mem", "p"),
    ("men", "t"),
    ("me", ""),
    ("peng", "k"),
    ("peny", "s"),
    ("pem", "p"),
    ("pen", "t"),
    ("pe", ""),
    // As it is said: *ngajak, nyumbang, nonton, milih*.
    ("nge", ""),
    ("ng", "k"),
    ("ny", "sc"),
    ("n", "t"),
    ("m", "p"),
];

/// Everything that a word can be a form of, itself first. Two words mean the same root when they share one of these.
///
/// A stemmer that chooses one root needs a dictionary to choose well (Snowball's, without one, makes *ima* of *terima* and
/// *erima* of *menerima*), and the dictionary of Indonesian roots that stemmers carry may not be used commercially. Where so
/// few texts are searched, no choice is needed: a root that is none meets nothing.
pub(super) fn roots(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    let add = |found: &mut Vec<String>, root: String| {
        if root.chars().count() >= ROOT_MIN && !found.contains(&root) {
            found.push(root);
        }
    };
    // At most two suffixes and two prefixes stand on a root, as in *dipertanggungjawabkannya*.
    for _ in 0..2 {
        for known in found.clone() {
            for stripped in SUFFIXES.iter().filter_map(|suffix| known.strip_suffix(suffix)) {
                add(&mut found, stripped.to_owned());
            }
        }
    }
    for _ in 0..2 {
        for known in found.clone() {
            for (prefix, melted) in PREFIXES {
                let Some(rest) = known.strip_prefix(prefix) else { continue };
                // What melts is followed by a vowel.
                if rest.starts_with(['a', 'e', 'i', 'o', 'u']) {
                    melted.chars().for_each(|letter| add(&mut found, format!("{letter}{rest}")));
                }
                add(&mut found, rest.to_owned());
            }
        }
    }
    found
}

/// Whether one letter that is added, left out, another one, or swapped with the next makes one of the other.
pub(super) fn is_a_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let (one, other) = (one.get(same..).unwrap_or_default(), other.get(same..).unwrap_or_default());
    let after = |letters: &[char], skipped: usize| letters.get(skipped..).map(<[char]>::to_vec);
    match (one, other) {
        ([], []) => false,
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c && rest == others => true,
        _ => {
            after(one, 1).is_some_and(|it| it == other)
                || after(other, 1).is_some_and(|it| it == one)
                || after(one, 1).is_some_and(|it| Some(it) == after(other, 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn short_forms_and_slips_become_the_words_of_the_files() {
        for (typed, meant) in [
            ("Boleh ga LAIK status calon?", "like status calon"),
            ("komen di medsos", "komentar media sosial"),
            ("masuk WAG paslon pilbup", "masuk grup whatsapp pasangan calon pilkada bupati"),
            ("gak boleh nyoblos ya", "mencoblos"),
            ("bagi-bagi duit", "bagi bagi uang"),
            ("?!", ""),
        ] {
            assert_eq!(words(typed).join(" "), meant, "{typed}");
        }
    }

    #[test]
    fn forms_of_one_root_meet() {
        for forms in [
            &["suka", "menyukai", "disukai", "sukanya"][..],
            &["terima", "menerima", "diterima", "penerimaan", "nerima"],
            &["pakai", "memakai", "dipakai", "pakaian", "makai"],
            &["teruskan", "meneruskan", "diteruskan"],
            &["pilih", "memilih", "pilihan", "pemilihan", "milih"],
            &["komentar", "mengomentari", "dikomentari", "komentarin"],
            &["kumpul", "mengumpulkan", "dikumpulkan"],
            &["sumbang", "menyumbang", "sumbangan", "disumbangkan"],
            &["tonton", "menonton", "nonton"],
            &["perintah", "memerintahkan", "diperintahkan"],
            &["hadir", "menghadiri", "kehadiran"],
            &["comment", "comments", "commented"],
        ] {
            for form in forms {
                let (first, form_roots) = (roots(forms[0]), roots(form));
                assert!(form_roots.iter().any(|root| first.contains(root)), "{form} and {}: {form_roots:?}", forms[0]);
            }
        }
        for (one, other) in [("calon", "kampanye"), ("uang", "undang"), ("suka", "duka")] {
            assert!(!roots(one).iter().any(|root| roots(other).contains(root)), "{one} and {other}");
        }
    }

    #[test]
    fn one_slip_is_forgiven_and_two_are_not() {
        for (one, other, slip) in [
            ("kampanye", "kampanya", true),
            ("kampanye", "kampaye", true),
            ("kampanye", "kamapnye", true),
            ("spanduk", "sepanduk", true),
            ("kampanye", "kampanye", false),
            ("kampanye", "kampany", true),
            ("kampanye", "kampus", false),
        ] {
            assert_eq!(is_a_slip(one, other), slip, "{one} {other}");
            assert_eq!(is_a_slip(other, one), slip, "{other} {one}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_taken_apart(text in "\\PC{0,80}") {
            for word in words(&text) {
                let roots = roots(&word);
                prop_assert_eq!(&roots[0], &word);
                prop_assert!(roots.len() < 500, "{}", roots.len());
            }
        }
    }
}
