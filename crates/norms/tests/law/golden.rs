use crate::catalogue;
use norms::{Catalogue, Instrument};
use std::fmt::Write as _;

fn line(instrument: &Instrument) -> String {
    let or = |text: String| if text.is_empty() { "-".to_owned() } else { text };
    let numbers: Vec<&str> = instrument.numbers.iter().map(|number| number.number.as_str()).collect();
    let signed: Vec<String> = instrument
        .signatories
        .iter()
        .map(|who| format!("{}, {} ({:?})", who.name, who.office.id, who.capacity))
        .collect();
    format!(
        "{} | {} | {} | {}",
        instrument.id,
        or(numbers.join("; ")),
        or(instrument.date.map(base::iso_date).unwrap_or_default()),
        or(signed.join("; "))
    )
}

#[test]
fn numbers_dates_and_signatories_change_only_on_purpose() {
    let list: Vec<String> = catalogue().instruments().iter().map(line).collect();
    insta::assert_snapshot!(list.join("\n"));
}

/// Everything the catalogue says about one government: reviewed once against the articles, compared ever since.
fn portrait(catalogue: &Catalogue, short_name: &str) -> String {
    let institution = catalogue.institution(short_name).unwrap();
    let mut text = format!(
        "{} | {:?} | {}\n",
        institution.name.id,
        institution.kind,
        institution.province.as_deref().unwrap_or("-")
    );
    for agency in &institution.agencies {
        writeln!(text, "  {} [{}]: {}", agency.name, agency.source, agency.role.id).unwrap();
    }
    for instrument in catalogue.issued_by(short_name) {
        writeln!(text, "{}\n  {}", line(instrument), instrument.title.id).unwrap();
        let addressees = instrument.addressees.text.as_ref().map_or("-", |text| &text.id);
        writeln!(text, "  to: {addressees} {:?}", instrument.addressees.categories).unwrap();
        for provision in &instrument.provisions {
            writeln!(text, "  {} [{}] {}", provision.number, provision.source, provision.text.id).unwrap();
        }
        for note in &instrument.notes {
            writeln!(text, "  note: {}", note.id).unwrap();
        }
    }
    text
}

#[test]
fn real_governments_carry_what_was_reviewed_against_the_articles() {
    let catalogue = catalogue();
    let names: Vec<&str> = catalogue.institutions().iter().map(|i| i.short_name.as_str()).collect();
    assert_eq!(names, ["kabupaten-batang", "kabupaten-kulon-progo", "kota-depok", "kota-malang"]);
    let portraits: Vec<String> = names.iter().map(|name| portrait(&catalogue, name)).collect();
    insta::assert_snapshot!(portraits.join("\n"));
}

#[test]
fn every_fact_about_a_real_government_comes_from_an_article() {
    let catalogue = catalogue();
    let article = |key: &str| ["000", "001", "002", "003", "004"].iter().any(|n| key == format!("article-{n}"));
    for institution in catalogue.institutions() {
        assert!(institution.agencies.iter().all(|agency| article(&agency.source)));
        assert!(institution.sources.iter().all(|source| article(&source.key) || source.key == "geography"));
        for instrument in catalogue.issued_by(&institution.short_name) {
            assert!(instrument.sources.iter().all(|source| article(&source.key)), "{}", instrument.id);
        }
    }
}

#[test]
fn facts_of_the_articles_stand_in_the_files() {
    let catalogue = catalogue();
    let get = |id: &str| catalogue.instrument(id).unwrap();
    assert_eq!(get("se-kota-depok-270-343-huk").date, None);
    assert_eq!(get("se-kota-depok-270-343-huk").reported_on, base::parse_iso_date("2024-06-04").ok());
    assert_eq!(get("se-kabupaten-kulon-progo-800-1417").date, base::parse_iso_date("2023-08-02").ok());
    assert!(get("se-kabupaten-kulon-progo-800-1417").signatories.is_empty());
    assert!(get("se-kabupaten-batang-800-169-2023").addressees.includes("village_head"));
    let malang = get("arahan-kota-malang-pemilu-2024");
    assert!(malang.numbers.is_empty());
    assert_eq!(malang.provisions.iter().filter(|provision| !provision.number.is_empty()).count(), 6);
    assert_eq!(get("skb-2022").numbers.len(), 5);
}
