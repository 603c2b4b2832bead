//! Circulars of an institution beside the files: told with the norms that they repeat, and nothing rests on them.

use norms::{Answers, Catalogue, Example, Explanation, Inquiry, Instrument, Language, LoadErrors, Problem, SUBJECT};
use std::sync::LazyLock;
use time::macros::date;

static LAW: LazyLock<Catalogue> = LazyLock::new(crate::catalogue);

const NORM: &str = "PP94-5N5";
const CIRCULAR: &str = r#"
id = "letter-7"
kind = "circular"
citation = { id = "Surat edaran 7/2024", en = "Circular 7/2024" }
title = { id = "Netralitas", en = "Netralitas" }
issuers = ["sukamaju"]
date = 2024-09-02
date_precision = "day"
in_force = { from = 2024-09-03, to = 2024-12-31 }
addressees = { categories = ["pns"] }
sources = [{ key = "letter", what = { id = "Surat edaran", en = "Circular" }, certainty = "verified" }]

[[provisions]]
id = "k1"
number = "1"
text = { id = "Menjaga netralitas.", en = "Menjaga netralitas." }
addressees = {}
certainty = "verified"
source = "letter"

[[provisions]]
id = "k2"
number = "2"
text = { id = "Tidak membuat keputusan yang memihak.", en = "Tidak membuat keputusan yang memihak." }
addressees = {}
norms = ["PP94-5N5"]
certainty = "verified"
source = "letter"
"#;

fn circular() -> Instrument {
    toml::from_str(CIRCULAR).unwrap()
}

fn with(own: Vec<Instrument>) -> Catalogue {
    LAW.with_circulars(own).unwrap()
}

fn example() -> &'static Example {
    let (norm, _) = LAW.law().norm(NORM).unwrap();
    norm.examples.iter().find(|it| it.on > date!(2024 - 09 - 03) && it.on < date!(2024 - 12 - 31)).unwrap()
}

/// What the example comes to on this day, for people of this category.
fn told<'a>(law: &'a Catalogue, on: base::Date, subject: &str) -> Explanation<'a> {
    let mut facts = example().facts.clone();
    let acts = facts.0.remove(norms::ACT).unwrap();
    facts.0.insert(SUBJECT.to_owned(), vec![subject.to_owned()]);
    let inquiry = Inquiry { on, election: None, acts, facts: Answers(facts.0) };
    law.reasons(&law.assess(&inquiry).unwrap(), Language::Indonesian)
}

/// The provisions that are told beside the norm.
fn repeated(told: &Explanation<'_>) -> Vec<(String, String)> {
    let found = told.matches.iter().find(|it| it.norm == NORM).unwrap();
    found.circulars.iter().map(|it| (it.citation.to_owned(), it.provision.to_owned())).collect()
}

#[test]
fn a_provision_is_told_with_the_norm_that_it_repeats_for_whom_and_while_it_binds() {
    let law = with(vec![circular()]);
    let second = vec![("Surat edaran 7/2024".to_owned(), "2".to_owned())];
    let on = example().on;
    let found = told(&law, on, "pns");
    assert_eq!(repeated(&found), second);
    assert!(found.to_text(Language::Indonesian).contains("Surat edaran 7/2024, butir 2\n    Tidak membuat keputusan"));
    assert!(serde_json::to_string(&found).unwrap().contains("\"circulars\":[{\"circular\":\"letter-7\""));
    for day in [date!(2024 - 09 - 03), date!(2024 - 12 - 31)] {
        assert_eq!(repeated(&told(&law, day, "pns")), second, "{day}");
    }
    for day in [date!(2024 - 09 - 02), date!(2025 - 01 - 01)] {
        assert!(repeated(&told(&law, day, "pns")).is_empty(), "{day}");
    }
    assert!(repeated(&told(&law, on, "cpns")).is_empty(), "it addresses others");
    let national = told(&LAW, on, "pns");
    assert!(national.matches.iter().all(|it| it.circulars.is_empty()));
    let without = |mut it: Explanation<'static>| {
        it.matches.iter_mut().for_each(|it| it.circulars.clear());
        (it.verdict, serde_json::to_string(&it.matches).unwrap())
    };
    let law: &'static Catalogue = Box::leak(Box::new(law));
    assert_eq!(without(told(law, on, "pns")), without(told(&LAW, on, "pns")), "what follows rests on the law alone");
}

#[test]
fn the_fingerprint_covers_what_is_told_of_a_circular() {
    let print = |own: Vec<Instrument>| with(own).fingerprint().to_owned();
    assert_eq!(print(Vec::new()), LAW.fingerprint());
    let mut untied = circular();
    untied.provisions.pop();
    assert_eq!(print(vec![untied]), LAW.fingerprint(), "what repeats no norm is told nowhere");
    let mut gone = circular();
    gone.provisions[1].norms = vec!["GONE-1".to_owned()];
    assert_eq!(print(vec![gone]), LAW.fingerprint(), "and neither is what repeats one that the files have not");
    let mut ended = circular();
    ended.in_force.to = Some(date!(2024 - 10 - 01));
    let mut reworded = circular();
    reworded.provisions[1].text.id.push('.');
    let mut other = circular();
    other.id = "letter-8".to_owned();
    let all = [print(vec![circular()]), print(vec![ended]), print(vec![reworded]), LAW.fingerprint().to_owned()];
    for (place, one) in all.iter().enumerate() {
        assert!(!all[..place].contains(one), "{place}");
    }
    assert_eq!(print(vec![circular(), other.clone()]), print(vec![other, circular()]), "whatever order they come in");
}

#[test]
fn it_is_checked_like_the_files_and_puts_nothing_of_them_in_the_shade() {
    let problems = |own: Vec<Instrument>| -> Vec<(String, Problem)> {
        let LoadErrors(found) = LAW.with_circulars(own).unwrap_err();
        found.into_iter().map(|it| (it.key, it.problem)).collect()
    };
    let mut wrong = circular();
    wrong.in_force.to = Some(date!(2024 - 09 - 01));
    wrong.sources.clear();
    wrong.addressees.categories.push("anybody".to_owned());
    let found = problems(vec![wrong]);
    assert!(found.contains(&("in_force.to".to_owned(), Problem::EndsBeforeStart)));
    assert!(found.contains(&("sources".to_owned(), Problem::MissingSource)));
    assert!(found.contains(&("addressees.categories[1]".to_owned(), Problem::UnknownCategory("anybody".to_owned()))));
    let mut taken = circular();
    taken.id = "pp-2021-94".to_owned();
    assert!(matches!(problems(vec![taken]).as_slice(), [(key, Problem::Duplicate(..))] if key == "id"));
    assert!(
        matches!(problems(vec![circular(), circular()]).as_slice(), [(key, Problem::Duplicate(..))] if key == "id")
    );
    let law = with(vec![circular()]);
    assert!(law.instrument("letter-7").is_none(), "nothing rests on it");
    assert_eq!(law.instruments(), LAW.instruments());
}
