//! Decided cases that are like the facts.

use norms::{Answers, Catalogue, Inquiry, SUBJECT};
use time::macros::date;

fn case(id: &str, on: &str, acts: &str, facts: &str) -> String {
    format!(
        "[[cases]]\nid = \"{id}\"\non = {on}\non_kind = \"act\"\nelection = \"pilkada-2024\"\nsummary = {{ id = \"x\", en = \"x\" }}\n\
         acts = [{acts}]\nfacts = {{ {facts} }}\noutcome = \"moral_open\"\noutcome_stage = \"sanction_reported\"\nclear = true\n\
         specific = true\ntested = true\n\n"
    )
}

/// The law files with these cases alone.
fn with(cases: &[String]) -> Catalogue {
    let text = cases.concat();
    let others = Catalogue::embedded_files().iter().copied().filter(|(name, _)| *name != "cases.toml");
    let files: Vec<(&str, &str)> = others.chain([("cases.toml", text.as_str())]).collect();
    Catalogue::from_files(files).unwrap_or_else(|errors| panic!("{errors}"))
}

#[test]
fn who_shares_more_acts_and_facts_comes_first_and_others_are_left_out() {
    let catalogue = with(&[
        case("far-in-time", "2020-10-10", "\"attend\"", "subject = \"pns\", event = \"campaign\""),
        case("other-act", "2024-10-10", "\"post\"", "subject = \"pns\""),
        case("other-person", "2024-10-10", "\"attend\"", "subject = \"village_head\""),
        case("contrary", "2024-10-10", "\"attend\"", "subject = \"pns\", event = \"party_event\""),
        case("near-in-time", "2024-10-01", "\"attend\"", "subject = \"pns\", event = \"campaign\""),
        case("both-acts", "2018-01-01", "\"attend\", \"speak\"", "subject = \"pns\""),
        case("nobody-known", "2024-10-10", "\"attend\"", ""),
    ]);
    let inquiry = |subject: &[&str]| Inquiry {
        on: date!(2024 - 10 - 10),
        election: Some("pilkada-2024".to_owned()),
        acts: vec!["attend".to_owned(), "speak".to_owned()],
        facts: Answers(
            subject
                .iter()
                .map(|it| (SUBJECT.to_owned(), vec![(*it).to_owned()]))
                .chain([("event".to_owned(), vec!["campaign".to_owned()])])
                .collect(),
        ),
    };
    let found =
        |inquiry: &Inquiry| catalogue.precedents(inquiry).into_iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    let mine = found(&inquiry(&["pns"]));
    assert_eq!(mine, ["both-acts", "near-in-time", "far-in-time", "contrary", "nobody-known"]);
    assert!(found(&inquiry(&[])).contains(&"other-person".to_owned()), "nobody is known: nobody is left out");
}
