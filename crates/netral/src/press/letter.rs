use super::{official, paragraphs, verification};
use base::{Instant, Language};
use documents::{CircularLetter, LetterProvision, Letterhead, ProvisionLetter, Signatory};
use domain::category::Category;
use domain::circular::attachments::ATTACHMENTS;
use domain::circular::{Addressees, State};
use domain::post::Duty;
use i18n::format;
use service::{Fault, LetterSheet};

/// The letter of a published circular.
pub(super) fn from(sheet: &LetterSheet, at: Instant) -> Result<CircularLetter, Fault> {
    let (circular, institution) = (&sheet.circular, &sheet.institution);
    let State::Published { signatory, .. } = &circular.state else {
        return Err(Fault::Unexpected("a draft has no letter".to_owned()));
    };
    let head = &institution.letterhead;
    let (addressees, status) = addressees(&circular.addressees);
    Ok(CircularLetter {
        imprint: official(institution.example, at, institution.zone),
        letterhead: Letterhead {
            government: head.government.clone(),
            office: head.office.clone(),
            address: head.address.clone(),
        },
        number: sheet.paper.number.clone(),
        nature: "Penting".to_owned(),
        attachments: files(circular.body.attachments.len()),
        attached: circular.body.attachments.iter().map(|it| it.title.clone()).collect(),
        subject: circular.body.subject.clone(),
        place: institution.place.clone(),
        date: format::date(Language::Indonesian, circular.dated),
        addressees,
        addressed_at: Some(format!("{}{status}", place(&sheet.units, &sheet.except, &institution.name))),
        legal_basis: sheet.bases.clone(),
        opening: paragraphs(&circular.body.opening),
        provisions: (1..).zip(&circular.body.provisions).map(|(number, it)| provision(number, &it.text)).collect(),
        closing: paragraphs(&circular.body.closing),
        signatory: Signatory {
            capacity: Some(signatory.tenure.clone()).filter(|tenure| !tenure.is_empty()),
            office_title: signatory.title.clone(),
            name: signatory.name.clone(),
            rank: None,
            nip: None,
        },
        copies: circular.body.copies.clone(),
        verification: verification(&sheet.paper, &sheet.url),
    })
}

/// How many attachments there are, as the head of an official letter says it; nothing when there are none.
fn files(count: usize) -> String {
    const WORDS: [&str; ATTACHMENTS] =
        ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"];
    let word = count.checked_sub(1).and_then(|place| WORDS.get(place));
    word.map(|word| format!("{count} ({word}) berkas")).unwrap_or_default()
}

/// Everybody who is addressed: the holders of posts where it is for them alone, else category by category. Then what follows
/// the place where they are: the categories of holders of several posts, said once for all of them.
fn addressees(to: &Addressees) -> (Vec<String>, String) {
    let categories = || to.categories.iter().map(|category| in_office(*category));
    if !to.is_for_posts() {
        return (categories().map(|category| format!("Para {category}")).collect(), String::new());
    }
    // Who holds a post and is of none of these categories is not addressed, so the letter says which they are.
    let all = Category::ALL.iter().all(|category| to.categories.contains(category));
    let of: Vec<String> = categories().map(str::to_owned).collect();
    // Titles stand as the register has them.
    let posts = to.posts.iter().map(|duty| holders(*duty).to_owned()).chain(to.titles.iter().cloned());
    match posts.collect::<Vec<_>>() {
        posts if all => (posts, String::new()),
        posts if posts.len() == 1 => {
            let of = format!(" yang berstatus {}", listed(&of));
            (posts.into_iter().map(|post| format!("{post}{of}")).collect(), String::new())
        }
        posts => (posts, format!(", sepanjang berstatus {}", listed(&of))),
    }
}

/// Those who hold a post as an official letter writes them.
const fn holders(duty: Duty) -> &'static str {
    match duty {
        Duty::HeadOfRegion => "Kepala Daerah",
        Duty::RegionalSecretary => "Sekretaris Daerah",
        Duty::HeadOfUnit => "Para Kepala Unit Kerja",
        Duty::Other => "Para pemegang jabatan lainnya",
    }
}

/// Where all of them are: what follows *di*.
fn place(units: &[String], except: &[String], institution: &str) -> String {
    let place = if units.is_empty() { format!("lingkungan {institution}") } else { listed(units) };
    if except.is_empty() { place } else { format!("{place}, kecuali {}", listed(except)) }
}

/// A category as an official letter writes it.
const fn in_office(category: Category) -> &'static str {
    match category {
        Category::Pns => "Pegawai Negeri Sipil (PNS)",
        Category::Cpns => "Calon Pegawai Negeri Sipil (CPNS)",
        Category::Pppk => "Pegawai Pemerintah dengan Perjanjian Kerja (PPPK)",
        Category::PppkPartTime => "Pegawai Pemerintah dengan Perjanjian Kerja (PPPK) Paruh Waktu",
        Category::NonAsn => "Pegawai Non-Aparatur Sipil Negara (Non-ASN)",
        Category::VillageHead => "Kepala Desa",
        Category::VillageApparatus => "Perangkat Desa",
        Category::VillageCouncilMember => "Anggota Badan Permusyawaratan Desa (BPD)",
        Category::RegionalEnterpriseStaff => "Pegawai Badan Usaha Milik Daerah (BUMD)",
    }
}

/// `A`, `A dan B`, `A, B, dan C`.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} dan {other}"),
        [most @ .., last] => format!("{}, dan {last}", most.join(", ")),
    }
}

/// A provision; its lines that begin with `a.`, `b.` and so on are its parts.
fn provision(number: usize, text: &str) -> LetterProvision {
    let (mut lead, mut letters) = (Vec::new(), Vec::<ProvisionLetter>::new());
    for line in paragraphs(text) {
        match (part(&line), letters.last_mut()) {
            (Some((letter, text)), _) => {
                letters.push(ProvisionLetter { letter: letter.to_owned(), text: text.to_owned() })
            }
            (None, Some(last)) => last.text = format!("{} {line}", last.text),
            (None, None) => lead.push(line),
        }
    }
    LetterProvision { number: number.to_string(), text: lead.join(" "), letters }
}

fn part(line: &str) -> Option<(&str, &str)> {
    let (letter, text) = line.split_once(". ")?;
    (letter.len() == 1 && letter.bytes().all(|byte| byte.is_ascii_lowercase())).then(|| (letter, text.trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn attachments_are_counted_as_letters_do() {
        assert_eq!([files(0), files(1), files(ATTACHMENTS)], ["", "1 (satu) berkas", "10 (sepuluh) berkas"]);
    }

    #[test]
    fn the_place_is_named_once() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let at =
            |units: &[&str], except: &[&str]| place(&names(units), &names(except), "Pemerintah Kabupaten Sukamaju");
        assert_eq!(at(&[], &[]), "lingkungan Pemerintah Kabupaten Sukamaju");
        assert_eq!(at(&["RSUD"], &[]), "RSUD");
        assert_eq!(at(&["A", "B", "C"], &["D", "E"]), "A, B, dan C, kecuali D dan E");
    }

    #[test]
    fn holders_of_posts_are_addressed_by_their_post() {
        let to = |categories: &[Category], posts: &[Duty], titles: &[&str]| {
            let titles = titles.iter().map(|title| (*title).to_owned()).collect();
            let (categories, posts) = (categories.to_vec(), posts.to_vec());
            let (all, status) = addressees(&Addressees { categories, posts, titles, ..Addressees::default() });
            format!("{}|{status}", all.join("; "))
        };
        let pns = "Pegawai Negeri Sipil (PNS)";
        assert_eq!(to(&[Category::Pns], &[], &[]), format!("Para {pns}|"));
        let heads = to(&[Category::Pns], &[Duty::HeadOfUnit], &[]);
        assert_eq!(heads, format!("Para Kepala Unit Kerja yang berstatus {pns}|"));
        assert_eq!(to(&Category::ALL, &[Duty::RegionalSecretary], &[]), "Sekretaris Daerah|");
        let titles = ["Camat Melati", "Bendahara Pengeluaran"];
        let of_pns = to(&[Category::Pns], &[Duty::RegionalSecretary], &titles);
        let named = "Sekretaris Daerah; Camat Melati; Bendahara Pengeluaran";
        assert_eq!(of_pns, format!("{named}|, sepanjang berstatus {pns}"));
        assert_eq!(to(&Category::ALL, &[], &titles), "Camat Melati; Bendahara Pengeluaran|");
    }

    #[test]
    fn lettered_lines_become_parts() {
        let made = provision(2, "Dilarang:\na. ikut kampanye;\nb. memasang\natribut.\n");
        assert_eq!((made.number.as_str(), made.text.as_str()), ("2", "Dilarang:"));
        let parts: Vec<_> = made.letters.iter().map(|part| (part.letter.as_str(), part.text.as_str())).collect();
        assert_eq!(parts, [("a", "ikut kampanye;"), ("b", "memasang atribut.")]);
    }

    proptest! {
        /// Whatever an officer types stands on the letter, word by word and in its order.
        #[test]
        fn no_word_of_a_provision_is_lost(lines in prop::collection::vec("([a-c]\\. )?[A-Za-z.,]{1,8}( [A-Za-z.,]{1,8}){0,3}", 1..6)) {
            let text = lines.join("\n");
            let made = provision(1, &text);
            let parts = made.letters.iter().map(|part| format!("{}. {}", part.letter, part.text));
            let all: Vec<String> = std::iter::once(made.text.clone()).chain(parts).collect();
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&all.join(" ")), words(&text));
        }
    }
}
