use crate::{
    bad_files::{changed, one},
    catalogue,
};
use norms::{Instrument, InstrumentKind, Problem};
use std::collections::BTreeSet;

/// An instrument, or several of which one suffices, that a norm cites.
struct Cited {
    norm: &'static str,
    alternatives: Vec<&'static str>,
    /// Whether one of them has the norm at a provision.
    carries: bool,
}

fn cited() -> impl Iterator<Item = Cited> {
    let lines = include_str!("cited.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(|line| {
        let (norm, instruments) = line.split_once(": ").unwrap();
        instruments.split(' ').map(move |word| {
            let bare = word.trim_start_matches('(').trim_end_matches(')');
            Cited { norm, alternatives: bare.split('|').collect(), carries: bare == word }
        })
    })
}

fn norms() -> BTreeSet<&'static str> {
    cited().map(|it| it.norm).collect()
}

fn has(instrument: &Instrument, norm: &str) -> bool {
    instrument.provisions.iter().any(|provision| provision.norms.iter().any(|id| id == norm))
}

#[test]
fn every_norm_leads_to_an_article_of_the_instruments_that_it_cites() {
    let catalogue = catalogue();
    assert_eq!(norms().len(), 161);
    for Cited { norm, alternatives, carries } in cited() {
        let found: Vec<_> = alternatives.iter().map(|id| catalogue.instrument(id)).collect();
        assert!(found.iter().all(Option::is_some), "{norm} cites {alternatives:?}, which is not on file");
        let carried = found.into_iter().flatten().any(|instrument| has(instrument, norm));
        assert_eq!(carried, carries, "{norm} at a provision of {alternatives:?}");
    }
}

#[test]
fn no_provision_names_a_norm_that_is_not_in_the_catalogue_of_norms() {
    let known = norms();
    for instrument in catalogue().instruments() {
        for provision in &instrument.provisions {
            let unknown: Vec<_> = provision.norms.iter().filter(|id| !known.contains(id.as_str())).collect();
            assert!(unknown.is_empty(), "{} {}: {unknown:?}", instrument.id, provision.id);
        }
    }
}

#[test]
fn an_article_carries_its_norms_in_one_place() {
    let file = "instruments/pp-2021-94.toml";
    let found = changed(file, "number = \"Pasal 5 huruf n angka 2\"", "number = \"Pasal 5 huruf n angka 1\"");
    let twice = Problem::Duplicate("Pasal 5 huruf n angka 1".into(), file.into());
    assert_eq!(found, one("provisions[8].number", twice));
    let found = changed(file, "norms = [\"PP94-3F\"]", "norms = [\"PP94-3F\", \"PP94-3F\"]");
    assert_eq!(found, one("provisions[0].norms[1]", Problem::Duplicate("PP94-3F".into(), file.into())));
    // Parts without a number of their own are told apart by nothing, and may share a norm.
    assert_eq!(changed("instruments/se-menpanrb-2023-1.toml", "id = \"neutral\"", "id = \"neutral\""), []);
}

#[test]
fn the_id_of_a_norm_has_one_shape() {
    for wrong in ["pp94-3F", "PP94 3F", "PP94-", "-3F", "PP94--3F", "94-3F", "PP94-3F/1", ""] {
        let found = changed("instruments/pp-2021-94.toml", "\"PP94-3F\"", &format!("{wrong:?}"));
        assert_eq!(found, one("provisions[0].norms[0]", Problem::NormId(wrong.into())), "{wrong:?}");
    }
    assert_eq!(changed("instruments/pp-2021-94.toml", "\"PP94-3F\"", "\"MK121\""), []);
}

#[test]
fn what_only_informs_is_not_offered_as_a_basis() {
    let catalogue = catalogue();
    let national = |it: &&Instrument| it.issuers.iter().all(|issuer| catalogue.institution(issuer).is_none());
    let all: Vec<&Instrument> = catalogue.instruments().iter().filter(national).collect();
    let left_out: Vec<&str> = all.iter().filter(|it| !it.is_offered()).map(|it| it.id.as_str()).collect();
    assert_eq!(
        left_out,
        [
            "pedoman-bkn-2024",
            "pernyataan-mendagri-2024-07-09",
            "surat-bkn-2024-06-04",
            "surat-menpanrb-2017-b-71",
            "uu-2012-8"
        ]
    );
    let judgments = all.iter().filter(|it| it.kind == InstrumentKind::CourtDecision);
    assert!(judgments.clone().count() == 3 && judgments.clone().all(|it| it.is_offered()));
}
