use crate::{
    bad_files::{changed, one},
    catalogue,
};
use base::Date;
use norms::{Catalogue, LoadErrors, Problem, Relation};
use proptest::prelude::*;
use std::fmt::Write as _;
use time::macros::date;

const UU8: &str = "instruments/uu-2015-8.toml";
const UU3: &str = "instruments/uu-2024-3.toml";
const PP94: &str = "instruments/pp-2021-94.toml";
const MK136: &str = "instruments/putusan-mk-2024-136.toml";
const MK121: &str = "instruments/putusan-mk-2024-121.toml";
const PP43: &str = "instruments/pp-2014-43.toml";

#[test]
fn what_took_the_place_of_what_and_since_when() {
    let catalogue = catalogue();
    let mut found: Vec<(String, String, Date)> = Vec::new();
    for instrument in catalogue.instruments() {
        found.extend(instrument.replaces.iter().map(|it| (it.instrument.clone(), instrument.id.clone(), it.from)));
    }
    let known = [
        ("pp-2010-53", "pp-2021-94", date!(2021 - 08 - 31)),
        ("pp-2014-43", "pp-2026-16", date!(2026 - 03 - 27)),
        ("skb-2020", "skb-2022", date!(2022 - 09 - 22)),
        ("uu-2014-5", "uu-2023-20", date!(2023 - 10 - 31)),
    ];
    assert_eq!(found, known.map(|(old, new, day)| (old.to_owned(), new.to_owned(), day)));
    for (old, new, day) in known {
        let (ended, begun) = (catalogue.instrument(old).unwrap(), catalogue.instrument(new).unwrap());
        assert_eq!(ended.in_force.to, day.previous_day(), "{old}");
        assert_eq!(ended.in_force_on(day), Some(false), "{old}");
        assert_eq!(begun.in_force_on(day), Some(true), "{new}");
        assert_eq!(catalogue.successors(old).map(|it| it.id.as_str()).collect::<Vec<_>>(), [new]);
    }
    assert_eq!(catalogue.instrument("pp-2021-94").unwrap().replaces[0].keeps, ["7-3"]);
}

#[test]
fn what_changes_or_tests_the_election_law_is_found_from_it() {
    let catalogue = catalogue();
    let acts = |id: &str| -> Vec<(String, &'static str, Option<Date>)> {
        let all = catalogue.relations_to(id);
        all.map(|(it, relation): (_, Relation<'_>)| (it.id.clone(), relation.key(), relation.from())).collect()
    };
    assert_eq!(
        acts("uu-2015-1"),
        [
            ("putusan-mk-2024-136".to_owned(), "reviews", Some(date!(2024 - 11 - 14))),
            ("uu-2015-8".to_owned(), "amends", Some(date!(2015 - 03 - 18))),
            ("uu-2016-10".to_owned(), "amends", Some(date!(2016 - 07 - 01))),
        ]
    );
    assert_eq!(acts("uu-2023-20"), [("putusan-mk-2024-121".to_owned(), "reviews", None)]);
    assert_eq!(acts("uu-2015-8"), []);
}

#[test]
fn an_instrument_that_ended_on_an_unknown_day_is_neither_in_force_nor_not() {
    let catalogue = catalogue();
    let mut former = catalogue.instrument("uu-2012-8").unwrap().clone();
    assert_eq!(former.in_force_on(date!(2026 - 01 - 01)), None);
    former.in_force.from = Some(date!(2012 - 05 - 11));
    assert_eq!(former.in_force_on(date!(2012 - 05 - 10)), Some(false));
    assert_eq!(former.in_force_on(date!(2026 - 01 - 01)), None);
}

#[test]
fn both_ends_of_a_relation_are_there() {
    let unknown = |id: &str| Problem::UnknownInstrument(id.into());
    let provision = |id: &str| Problem::UnknownProvision(id.into());
    for (file, from, to, key, problem) in [
        (
            UU8,
            "instrument = \"uu-2015-1\"",
            "instrument = \"uu-2015-99\"",
            "amends[0].instrument",
            unknown("uu-2015-99"),
        ),
        (UU8, "instrument = \"uu-2015-1\"", "instrument = \"uu-2015-8\"", "amends[0].instrument", unknown("uu-2015-8")),
        (
            PP94,
            "instrument = \"pp-2010-53\"",
            "instrument = \"pp-1980-30\"",
            "replaces[0].instrument",
            unknown("pp-1980-30"),
        ),
        (MK136, "instrument = \"uu-2015-1\"", "instrument = \"uu-1\"", "reviews[0].instrument", unknown("uu-1")),
        (UU8, "\"69-i\"", "\"69-z\"", "amends[0].provisions[1]", provision("69-z")),
        (PP94, "keeps = [\"7-3\"]", "keeps = [\"7-9\"]", "replaces[0].keeps[0]", provision("7-9")),
        (MK136, "[\"188\"]", "[\"189\", \"999\"]", "reviews[0].provisions[1]", provision("999")),
        (MK136, "provisions = [\"188\"]", "provisions = []", "reviews[0].provisions", Problem::Empty),
        (UU8, "source = \"text\"", "source = \"rumour\"", "amends[0].source", Problem::UnknownSource("rumour".into())),
    ] {
        assert_eq!(changed(file, from, to), one(key, problem), "{file}: {to}");
    }
}

#[test]
fn a_relation_begins_with_the_force_of_what_acts_and_on_what_has_force() {
    let begins = |found: Vec<(String, Problem)>, key: &str| assert_eq!(found, one(key, Problem::BeginsOtherwise));
    begins(changed(UU3, "from = 2024-04-25\n", "from = 2024-04-24\n"), "amends[0].from");
    begins(changed(UU3, "from = 2024-04-25\n", ""), "amends[0].from");
    begins(changed(UU3, "in_force = { from = 2024-04-25 }\n", ""), "amends[0].from");
    begins(changed(MK136, "from = 2024-11-14\n", ""), "reviews[0].from");
    assert_eq!(changed(UU3, "from = 2024-04-25\n", "from = 2024-04-26\n"), [], "a change can come later than the law");
    let gone = |id: &str| Problem::NotInForce(id.into());
    let over = changed(UU3, "instrument = \"uu-2014-6\"", "instrument = \"uu-2014-5\"");
    assert_eq!(over, one("amends[0].from", gone("uu-2014-5")));
    let early = changed("instruments/uu-2016-10.toml", "instrument = \"uu-2015-1\"", "instrument = \"uu-2023-20\"");
    assert_eq!(early, one("amends[0].from", gone("uu-2023-20")));
}

#[test]
fn what_is_replaced_ends_on_the_day_before() {
    let last = Problem::EndsOtherwise(date!(2026 - 03 - 26), "pp-2026-16".into());
    for to in [", to = 2026-03-27", ", to = 2026-03-25", ""] {
        assert_eq!(changed(PP43, ", to = 2026-03-26", to), one("in_force.to", last.clone()), "{to}");
    }
    let both = changed(PP43, ", to = 2026-03-26", ", to = 2026-03-26, ended = true");
    assert_eq!(both, one("in_force.ended", Problem::EndIsKnown));
    let unknown = changed(PP43, ", to = 2026-03-26", ", ended = true");
    assert_eq!(unknown, one("in_force.to", last), "the day of its end is known from what replaced it");
}

#[test]
fn a_disputed_day_is_told_by_readings_that_differ() {
    let found = changed(MK121, "day = 2025-10-17\n", "");
    assert_eq!(found, one("date_precision", Problem::DatePrecision));
    let found = changed(MK121, "day = 2025-10-17", "day = 2025-10-16");
    assert_eq!(found, one("disputes[0].readings[1].day", Problem::Duplicate("2025-10-16".into(), MK121.into())));
    let found = changed(MK121, "date_precision =", "date = 2025-10-16\ndate_precision =");
    assert_eq!(found, one("date_precision", Problem::DatePrecision));
}

#[test]
fn a_fault_of_a_relation_is_told_with_its_place_and_mend_in_both_languages() {
    let (_, text) = Catalogue::embedded_files().iter().find(|(name, _)| *name == PP43).unwrap();
    let text = text.replacen(", to = 2026-03-26", "", 1);
    let files = Catalogue::embedded_files().iter().copied().filter(|(name, _)| *name != PP43);
    let Err(errors) = Catalogue::from_files(files.chain([(PP43, text.as_str())])) else { panic!("accepted") };
    assert_eq!(
        errors.message(norms::Language::Indonesian),
        "instruments/pp-2014-43.toml:10, in_force.to: Peraturan ini diganti `pp-2026-16`. Isi `to` dengan 2026-03-26, hari \
         terakhirnya, atau perbaiki tanggal penggantiannya."
    );
    assert_eq!(
        errors.to_string(),
        "instruments/pp-2014-43.toml:10, in_force.to: `pp-2026-16` took its place. Set `to` to 2026-03-26, its last day, or \
         correct the day of the replacement."
    );
    let line = changed(UU8, "[[amends]]\n", "[[amends]]\ncolour = \"red\"\n");
    assert!(matches!(&line[..], [(key, Problem::Syntax(_))] if key.starts_with("line ")), "{line:?}");
}

/// A law file of an instrument that does one thing to each of `others`. The file is kept as small as it can be.
fn file(id: usize, in_force: &str, acts: &[(&str, usize, String)]) -> (String, String) {
    let mut text = format!(
        "id = \"i{id}\"\nkind = \"law\"\ncitation = {{ id = \"a\", en = \"a\" }}\ntitle = {{ id = \"a\", en = \"a\" }}\n\
         issuers = [\"presiden\"]\ndate_precision = \"unknown\"\naddressees = {{}}\nin_force = {{ {in_force} }}\n"
    );
    for (key, other, more) in acts {
        write!(text, "[[{key}]]\ninstrument = \"i{other}\"\n{more}certainty = \"verified\"\nsource = \"s\"\n").unwrap();
    }
    text.push_str(
        "[[provisions]]\nid = \"1\"\nnumber = \"Pasal 1\"\ntext = { id = \"a\", en = \"a\" }\naddressees = {}\n",
    );
    text.push_str("certainty = \"verified\"\nsource = \"s\"\n");
    text.push_str("[[sources]]\nkey = \"s\"\nwhat = { id = \"a\", en = \"a\" }\ncertainty = \"verified\"\n");
    (format!("instruments/i{id}.toml"), text)
}

/// What is wrong with these instruments, beside bodies and pledge of the real files.
fn faults(files: &[(String, String)]) -> Vec<Problem> {
    let common =
        |(name, _): &&(&str, &str)| ["acts.toml", "bodies.toml", "elements.toml", "pledge.toml"].contains(name);
    let real = Catalogue::embedded_files().iter().filter(common).copied();
    let none = "categories = []\npenalties = []\nauthorities = []\ntracks = []\ncircumstances = []\n";
    let real = real.chain([("consequences.toml", none)]);
    match Catalogue::from_files(real.chain(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))) {
        Ok(_) => Vec::new(),
        // Without consequences no category leads anywhere; that is not looked for here.
        Err(LoadErrors(errors)) => {
            let problems = errors.into_iter().map(|error| error.problem);
            problems.filter(|problem| !matches!(problem, Problem::NoTrack(_))).collect()
        }
    }
}

/// Whether arrows between `0..count` go round, by taking away again and again what nothing leaves.
fn goes_round(count: usize, arrows: &[(usize, usize)]) -> bool {
    let mut left: Vec<usize> = (0..count).collect();
    loop {
        let leaves = |node: &usize| arrows.iter().any(|(from, to)| from == node && left.contains(to));
        let rest: Vec<usize> = left.iter().copied().filter(leaves).collect();
        if rest.len() == left.len() {
            return !left.is_empty();
        }
        left = rest;
    }
}

proptest! {
    /// Without a day nothing but the arrows themselves tells that they go round.
    #[test]
    fn instruments_never_go_round(arrows in prop::collection::btree_set((0_usize..6, 0_usize..6), 0..9)) {
        let arrows: Vec<(usize, usize)> = arrows.into_iter().filter(|(from, to)| from != to).collect();
        let files: Vec<(String, String)> = (0..6)
            .map(|id| {
                let acts = arrows.iter().filter(|(from, _)| *from == id).map(|(from, to)| match (from + to) % 2 {
                    0 => ("amends", *to, String::new()),
                    _ => ("reviews", *to, "provisions = [\"1\"]\ntext = { id = \"a\", en = \"a\" }\n".to_owned()),
                });
                file(id, "", &acts.collect::<Vec<_>>())
            })
            .collect();
        let found = faults(&files);
        prop_assert_eq!(!found.is_empty(), goes_round(6, &arrows), "{:?}", found);
        prop_assert!(found.iter().all(|problem| matches!(problem, Problem::Circle(_))), "{:?}", found);
    }

    /// Whatever the days, one instrument takes the place of another only where the one ends and from where the other begins.
    #[test]
    fn an_end_and_the_beginning_after_it_agree(end in 1_u8..28, day in 1_u8..28, start in 1_u8..28) {
        let day_of = |day: u8| format!("2024-02-{day:02}");
        let acts = [("replaces", 0, format!("from = {}\n", day_of(day)))];
        let files = [
            file(0, &format!("from = 2020-01-01, to = {}", day_of(end)), &[]),
            file(1, &format!("from = {}", day_of(start)), &acts),
        ];
        prop_assert_eq!(faults(&files).is_empty(), end + 1 == day && start <= day);
    }
}
