//! Instruments: references, dates, sources, disputes.

use super::{Findings, duplicates, relation};
use crate::{
    error::LoadError,
    instrument::{DatePrecision, Dispute, Instrument, Provision, Reading},
    problem::Problem,
    read::{Filed, Files},
};

pub(super) fn check(files: &Files, found: &mut Vec<LoadError>) {
    duplicates(files.instruments.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str())), "id", found);
    for Filed { file, entry } in &files.instruments {
        one(file, entry, found);
        let mut findings = Findings { file, found };
        issuers(&mut findings, files, entry);
        references(&mut findings, files, entry);
    }
    relation::check(files, found);
}

/// What can be said of an instrument by itself.
pub(crate) fn one(file: &str, entry: &Instrument, found: &mut Vec<LoadError>) {
    let mut findings = Findings { file, found };
    findings.named_after("id", &entry.id);
    findings.sources(&entry.sources);
    findings.addressees("addressees", &entry.addressees);
    dates(&mut findings, entry);
    provisions(&mut findings, entry);
    disputes(&mut findings, entry);
}

fn issuers(findings: &mut Findings<'_>, files: &Files, entry: &Instrument) {
    findings.add_if(entry.issuers.is_empty(), "issuers", Problem::Empty);
    for (index, issuer) in entry.issuers.iter().enumerate() {
        let known = files.institutions.iter().any(|filed| filed.entry.short_name == *issuer)
            || files.bodies.iter().any(|filed| filed.entry.id == *issuer);
        findings.add_if(!known, format!("issuers[{index}]"), Problem::UnknownIssuer(issuer.clone()));
    }
    for (index, number) in entry.numbers.iter().enumerate() {
        let unknown = !entry.issuers.contains(&number.issuer);
        let key = format!("numbers[{index}].issuer");
        findings.add_if(unknown, key, Problem::UnknownIssuer(number.issuer.clone()));
    }
}

fn references(findings: &mut Findings<'_>, files: &Files, entry: &Instrument) {
    for (index, id) in entry.elections.iter().enumerate() {
        let known = files.elections.iter().any(|filed| filed.entry.id == *id);
        findings.add_if(!known, format!("elections[{index}]"), Problem::UnknownElection(id.clone()));
    }
}

fn dates(findings: &mut Findings<'_>, entry: &Instrument) {
    let has_day = |dispute: &Dispute| dispute.readings.iter().filter(|reading| reading.day.is_some()).count() > 1;
    let fits = match entry.date_precision {
        DatePrecision::Day => entry.date.is_some(),
        DatePrecision::Unknown => entry.date.is_none(),
        DatePrecision::Disputed => entry.date.is_none() && entry.disputes.iter().any(has_day),
    };
    findings.add_if(!fits, "date_precision", Problem::DatePrecision);
    let backwards = entry.in_force.from.zip(entry.in_force.to).is_some_and(|(from, to)| to < from);
    findings.add_if(backwards, "in_force.to", Problem::EndsBeforeStart);
    findings.add_if(entry.in_force.ended && entry.in_force.to.is_some(), "in_force.ended", Problem::EndIsKnown);
}

fn provisions(findings: &mut Findings<'_>, entry: &Instrument) {
    findings.unique("provisions", "id", entry.provisions.iter().map(|provision| provision.id.as_str()));
    for (index, provision) in entry.provisions.iter().enumerate() {
        findings.addressees(&format!("provisions[{index}].addressees"), &provision.addressees);
        findings.source(format!("provisions[{index}].source"), &provision.source, &entry.sources);
        norms(findings, entry, index, provision);
    }
}

/// A norm leads from an article to it and back, so an article carries norms in one place only and each id is one that the
/// catalogue of norms could have.
fn norms(findings: &mut Findings<'_>, entry: &Instrument, index: usize, provision: &Provision) {
    for (place, id) in provision.norms.iter().enumerate() {
        let key = format!("provisions[{index}].norms[{place}]");
        findings.add_if(!is_norm_id(id), key.clone(), Problem::NormId(id.clone()));
        let again = provision.norms.iter().take(place).any(|earlier| earlier == id);
        findings.add_if(again, key, Problem::Duplicate(id.clone(), findings.file.to_owned()));
    }
    let same = |it: &Provision| it.number == provision.number && !it.norms.is_empty();
    let earlier = entry.provisions.iter().take(index).any(same);
    let twice = earlier && !provision.norms.is_empty() && !provision.number.is_empty();
    let number = Problem::Duplicate(provision.number.clone(), findings.file.to_owned());
    findings.add_if(twice, format!("provisions[{index}].number"), number);
}

/// Parts of capital letters and digits with hyphens between them, the first of which begins with a letter: `PP94-5N1`.
fn is_norm_id(id: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    id.starts_with(|c: char| c.is_ascii_uppercase()) && id.split('-').all(is_part)
}

fn disputes(findings: &mut Findings<'_>, entry: &Instrument) {
    findings.unique("disputes", "id", entry.disputes.iter().map(|dispute| dispute.id.as_str()));
    for (index, dispute) in entry.disputes.iter().enumerate() {
        findings.add_if(dispute.readings.len() < 2, format!("disputes[{index}].readings"), Problem::OneReading);
        for (place, id) in dispute.provisions.iter().enumerate() {
            let unknown = entry.provision(id).is_none();
            let key = format!("disputes[{index}].provisions[{place}]");
            findings.add_if(unknown, key, Problem::UnknownProvision(id.clone()));
        }
        for (place, reading) in dispute.readings.iter().enumerate() {
            let day = |it: &Reading| reading.day.is_some() && it.day == reading.day;
            let again = dispute.readings.iter().take(place).any(day);
            let key = format!("disputes[{index}].readings[{place}].day");
            let text = reading.day.map(base::iso_date).unwrap_or_default();
            findings.add_if(again, key, Problem::Duplicate(text, findings.file.to_owned()));
        }
    }
}
