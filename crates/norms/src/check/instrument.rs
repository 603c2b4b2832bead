//! Instruments: references, dates, sources, disputes.

use super::{Findings, duplicates};
use crate::{
    error::LoadError,
    instrument::{DatePrecision, Instrument},
    problem::Problem,
    read::{Filed, Files},
};

pub(super) fn check(files: &Files, found: &mut Vec<LoadError>) {
    duplicates(files.instruments.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str())), "id", found);
    for Filed { file, entry } in &files.instruments {
        let mut findings = Findings { file, found };
        findings.named_after("id", &entry.id);
        findings.sources(&entry.sources);
        findings.addressees("addressees", &entry.addressees);
        issuers(&mut findings, files, entry);
        references(&mut findings, files, entry);
        dates(&mut findings, files, entry);
        provisions(&mut findings, entry);
        disputes(&mut findings, entry);
    }
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
    for (list, ids) in [("replaced_by", &entry.replaced_by), ("amends", &entry.amends)] {
        for (index, id) in ids.iter().enumerate() {
            let known = *id != entry.id && files.instruments.iter().any(|filed| filed.entry.id == *id);
            findings.add_if(!known, format!("{list}[{index}]"), Problem::UnknownInstrument(id.clone()));
        }
    }
    for (index, id) in entry.elections.iter().enumerate() {
        let known = files.elections.iter().any(|filed| filed.entry.id == *id);
        findings.add_if(!known, format!("elections[{index}]"), Problem::UnknownElection(id.clone()));
    }
}

fn dates(findings: &mut Findings<'_>, files: &Files, entry: &Instrument) {
    let precise = entry.date_precision == DatePrecision::Day;
    findings.add_if(precise != entry.date.is_some(), "date_precision", Problem::DatePrecision);
    let backwards = entry.in_force.from.zip(entry.in_force.to).is_some_and(|(from, to)| to < from);
    findings.add_if(backwards, "in_force.to", Problem::EndsBeforeStart);
    for id in &entry.replaced_by {
        let successor = files.instruments.iter().find(|filed| filed.entry.id == *id);
        let Some(start) = successor.and_then(|filed| filed.entry.in_force.from) else { continue };
        // A replaced instrument must say when it ended, and not after its successor began.
        let overlaps = entry.in_force.to.is_none_or(|to| to >= start);
        findings.add_if(overlaps, "in_force.to", Problem::Overlap(id.clone()));
    }
}

fn provisions(findings: &mut Findings<'_>, entry: &Instrument) {
    findings.unique("provisions", "id", entry.provisions.iter().map(|provision| provision.id.as_str()));
    for (index, provision) in entry.provisions.iter().enumerate() {
        findings.addressees(&format!("provisions[{index}].addressees"), &provision.addressees);
        findings.source(format!("provisions[{index}].source"), &provision.source, &entry.sources);
    }
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
    }
}
