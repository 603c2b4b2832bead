//! The draft form, parsed into what a circular says and whom it binds.

use domain::category::Category;
use domain::circular::{Addressees, Body, Flaw};
use domain::ids::UnitId;
use domain::post::{Duty, alike};
use domain::provision::Provision;
use i18n::Messages;
use norms::Topic;
use std::collections::BTreeSet;

/// What the author wants done with what they typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// To keep it.
    Save,
    /// One more provision.
    AddProvision,
    /// To look for titles of posts.
    Search,
    /// To be addressed: every title that was found.
    AddFound,
}

/// What the author typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The version that was edited.
    pub version: i64,
    /// The number in the register, if there is one.
    pub number: Option<String>,
    /// What it says.
    pub body: Body,
    /// Whom it binds.
    pub addressees: Addressees,
    /// The titles of posts that are looked for.
    pub typed_search: String,
    /// The search whose results are on the page; none before there was one.
    pub search: Option<String>,
    /// What to do with it.
    pub wish: Wish,
}

/// A text as it is kept: lines end as everywhere, and characters that no paper can print are gone. Office programs leave
/// such characters behind when one copies from them.
pub fn tidy(value: &str) -> String {
    let lines = value.replace("\r\n", "\n");
    let printable = lines.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c });
    printable.collect::<String>().trim().to_owned()
}

/// Reads the fields as they were sent. Nothing is refused here: what is missing is said on the page.
pub fn parse(fields: &[(String, String)]) -> Draft {
    let one = |name: &str| {
        let found = fields.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| tidy(value)).unwrap_or_default()
    };
    let many = |name: &'static str| fields.iter().filter(move |(key, _)| key == name).map(|(_, value)| tidy(value));
    let mut provisions: Vec<(usize, Provision)> = fields
        .iter()
        .filter_map(|(key, value)| {
            let place: usize = key.strip_prefix("butir-")?.parse().ok()?;
            Some((place, provision(fields, place, tidy(value))))
        })
        .collect();
    provisions.sort_by_key(|(place, _)| *place);
    let number = Some(one("nomor")).filter(|number| !number.is_empty());
    let typed_search = one("cari");
    let shown = fields.iter().find(|(key, _)| key == "dicari").map(|(_, value)| tidy(value));
    let wish = match one("aksi").as_str() {
        "tambah" => Wish::AddProvision,
        "cari" => Wish::Search,
        "semua" => Wish::AddFound,
        // The Enter key, in whichever field: whoever has typed a title that was not looked for yet means that.
        "enter" if !typed_search.is_empty() && shown.as_ref() != Some(&typed_search) => Wish::Search,
        _ => Wish::Save,
    };
    let mut seen = BTreeSet::new();
    let titles = many("jabatan-daftar").map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
    let titles = titles.filter(|title| !title.is_empty() && seen.insert(alike(title))).collect();
    Draft {
        version: one("versi").parse().unwrap_or_default(),
        number,
        body: Body {
            subject: one("perihal"),
            election: one("pemilihan"),
            opening: one("pembuka"),
            provisions: provisions.into_iter().map(|(_, it)| it).filter(|it| !it.text.is_empty()).collect(),
            closing: one("penutup"),
            bases: many("dasar").collect(),
            copies: one("tembusan").lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            // They have a page of their own.
            attachments: Vec::new(),
        },
        addressees: Addressees {
            categories: many("kategori").filter_map(|code| Category::from_code(&code)).collect(),
            units: many("unit").filter_map(|id| id.parse::<UnitId>().ok()).collect(),
            posts: many("jabatan").filter_map(|code| Duty::from_code(&code)).collect(),
            titles,
            except: many("kecuali").filter_map(|id| id.parse::<UnitId>().ok()).collect(),
        },
        search: if wish == Wish::Search { Some(typed_search.clone()) } else { shown },
        typed_search,
        wish,
    }
}

/// One provision as it was sent. Whoever wrote it just now has not been shown topics yet: they are proposed by its words.
/// Of one that was kept before, the ticked topics count, be they none.
fn provision(fields: &[(String, String)], place: usize, text: String) -> Provision {
    let sent = |name: String| fields.iter().filter(move |(key, _)| *key == name).map(|(_, value)| value.as_str());
    let topics: Vec<Topic> = sent(format!("topik-{place}")).filter_map(Topic::from_code).collect();
    match sent(format!("kunci-{place}")).next().filter(|key| !key.is_empty()) {
        Some(key) => Provision { key: tidy(key), text, topics, norms: norms(fields, place) },
        None if topics.is_empty() => Provision::proposed(text),
        None => Provision { topics, ..Provision::new(text) },
    }
}

/// The norms that were ticked, and those whose codes were typed.
fn norms(fields: &[(String, String)], place: usize) -> Vec<String> {
    let (ticked, typed) = (format!("norma-{place}"), format!("norma-lain-{place}"));
    let sent = fields.iter().filter(|(key, _)| *key == ticked || *key == typed);
    let codes = sent.flat_map(|(_, value)| value.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')));
    let mut found: Vec<String> = Vec::new();
    for code in codes.map(tidy).filter(|code| !code.is_empty()) {
        if !found.contains(&code) {
            found.push(code);
        }
    }
    found
}

/// The field of a flaw and what to do about it.
pub fn mend(t: &Messages, flaw: Flaw) -> (&'static str, String) {
    match flaw {
        Flaw::SubjectMissing => ("perihal", t.flaw_subject_missing()),
        Flaw::SubjectLong => ("perihal", t.flaw_subject_long()),
        Flaw::ElectionMissing => ("pemilihan", t.flaw_election_missing()),
        Flaw::ProvisionsMissing => ("butir-1", t.flaw_provisions_missing()),
        Flaw::ProvisionsMany => ("butir-1", t.flaw_provisions_many()),
        Flaw::TextLong => ("butir-1", t.flaw_text_long()),
        Flaw::BasisMissing => ("dasar", t.flaw_basis_missing()),
        Flaw::CategoriesMissing => ("kategori", t.flaw_categories_missing()),
        Flaw::TitlesMany => ("jabatan-daftar", t.flaw_titles_many()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn provisions_come_in_their_order_and_empty_ones_go() {
        let draft =
            parse(&fields(&[("butir-10", "sepuluh"), ("butir-2", "dua"), ("butir-1", " "), ("aksi", "tambah")]));
        assert_eq!(draft.body.provisions, ["dua", "sepuluh"].map(Provision::from));
        assert_eq!(draft.wish, Wish::AddProvision);
    }

    #[test]
    fn unknown_categories_and_units_are_left_out() {
        let draft = parse(&fields(&[("kategori", "pns"), ("kategori", "raja"), ("unit", "x"), ("nomor", "  ")]));
        assert_eq!(draft.addressees.categories, [Category::Pns]);
        assert!(draft.addressees.units.is_empty());
        assert_eq!(draft.number, None);
    }

    #[test]
    fn what_no_paper_can_print_is_gone() {
        let draft = parse(&fields(&[("butir-1", "satu\u{b}dua\r\ntiga\u{0}"), ("perihal", "a\tb")]));
        assert_eq!(draft.body.provisions, [Provision::from("satu dua\ntiga")]);
        assert_eq!(draft.body.subject, "a b");
    }

    #[test]
    fn topics_are_proposed_once_and_then_as_the_author_ticks_them() {
        let text = ("butir-1", "Tidak ikut kampanye di media sosial.");
        let topics = |more: &[(&str, &str)]| {
            let all: Vec<_> = std::iter::once(text).chain(more.iter().copied()).collect();
            parse(&fields(&all)).body.provisions.remove(0).topics
        };
        assert_eq!(topics(&[]), [Topic::CampaignAttributes, Topic::SocialMedia]);
        assert_eq!(topics(&[("topik-1", "village"), ("topik-2", "support")]), [Topic::Village]);
        assert_eq!(topics(&[("kunci-1", "A1")]), []);
        assert_eq!(topics(&[("kunci-1", "A1"), ("topik-1", "pledge"), ("topik-1", "cuaca")]), [Topic::Pledge]);
    }

    #[test]
    fn norms_are_those_that_are_ticked_and_those_that_are_typed() {
        let norms = |more: &[(&str, &str)]| {
            let all: Vec<_> = [("butir-1", "Tidak memihak.")].into_iter().chain(more.iter().copied()).collect();
            parse(&fields(&all)).body.provisions.remove(0).norms
        };
        let ticked = [("kunci-1", "A1"), ("norma-1", "PP94-5N5"), ("norma-2", "PP94-5N6")];
        assert_eq!(norms(&ticked), ["PP94-5N5"]);
        let typed = [("norma-lain-1", " SKB-D-12, PP94-5N5;\nX ")];
        assert_eq!(norms(&[&ticked[..], &typed].concat()), ["PP94-5N5", "SKB-D-12", "X"]);
        assert_eq!(norms(&[("norma-1", "PP94-5N5")]), [""; 0], "who wrote it just now was shown none");
    }

    #[test]
    fn a_title_is_taken_once_however_it_is_typed() {
        let typed =
            [("jabatan-daftar", " Camat  Kenanga"), ("jabatan-daftar", "CAMAT KENANGA"), ("jabatan-daftar", " ")];
        assert_eq!(parse(&fields(&typed)).addressees.titles, ["Camat Kenanga"]);
    }

    #[test]
    fn enter_looks_for_a_title_that_was_typed_just_now_and_else_keeps_the_draft() {
        let wish = |pairs: &[(&str, &str)]| {
            let draft = parse(&fields(pairs));
            (draft.wish, draft.search)
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(wish(&[("aksi", "enter"), ("cari", "camat")]), (Wish::Search, some("camat")));
        assert_eq!(wish(&[("aksi", "enter"), ("cari", "camat"), ("dicari", "lurah")]), (Wish::Search, some("camat")));
        assert_eq!(wish(&[("aksi", "enter"), ("cari", "camat"), ("dicari", "camat")]), (Wish::Save, some("camat")));
        assert_eq!(wish(&[("aksi", "enter"), ("cari", "")]), (Wish::Save, None));
        // What was found is added, whatever stands in the field by now.
        assert_eq!(wish(&[("aksi", "semua"), ("cari", "x"), ("dicari", "camat")]), (Wish::AddFound, some("camat")));
        assert_eq!(wish(&[("aksi", "cari"), ("cari", "")]), (Wish::Search, some("")));
    }

    #[test]
    fn copies_are_one_a_line() {
        let draft = parse(&fields(&[("tembusan", "Gubernur\r\n\r\n Inspektur ")]));
        assert_eq!(draft.body.copies, ["Gubernur", "Inspektur"]);
    }
}
