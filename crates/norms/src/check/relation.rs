//! What instruments do to each other: both ends are there, in an order that time allows.

use super::Findings;
use crate::{
    error::LoadError,
    instrument::Instrument,
    problem::Problem,
    read::{Filed, Files},
    relation::Relation,
};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(files: &Files, found: &mut Vec<LoadError>) {
    let known: BTreeMap<&str, &Filed<Instrument>> =
        files.instruments.iter().map(|filed| (filed.entry.id.as_str(), filed)).collect();
    for Filed { file, entry } in &files.instruments {
        for (index, relation) in entry.relations() {
            let key = format!("{}[{index}]", relation.key());
            let mut findings = Findings { file, found };
            findings.source(format!("{key}.source"), relation.source(), &entry.sources);
            let other = known.get(relation.instrument()).filter(|filed| filed.entry.id != entry.id);
            let Some(other) = other else {
                let unknown = Problem::UnknownInstrument(relation.instrument().to_owned());
                findings.add(format!("{key}.instrument"), unknown);
                continue;
            };
            provisions(&mut findings, &key, relation, &other.entry);
            dates(&mut findings, &key, relation, entry, &other.entry);
            let circle = leads_to(&known, relation.instrument(), &entry.id);
            findings.add_if(circle, format!("{key}.instrument"), Problem::Circle(relation.instrument().to_owned()));
            end(found, relation, entry, other);
        }
    }
}

fn provisions(findings: &mut Findings<'_>, key: &str, relation: Relation<'_>, other: &Instrument) {
    let (list, ids) = relation.provisions();
    for (place, id) in ids.iter().enumerate() {
        let unknown = other.provision(id).is_none();
        findings.add_if(unknown, format!("{key}.{list}[{place}]"), Problem::UnknownProvision(id.clone()));
    }
    // A court tests articles, and a review without one could not be shown beside what it changes.
    let nothing = matches!(relation, Relation::Reviews(_)) && ids.is_empty();
    findings.add_if(nothing, format!("{key}.{list}"), Problem::Empty);
}

/// Nothing acts before it has force, and nothing is done to what has no force.
fn dates(findings: &mut Findings<'_>, key: &str, relation: Relation<'_>, entry: &Instrument, other: &Instrument) {
    let agrees = match (entry.in_force.from, relation.from()) {
        (Some(start), Some(from)) => start <= from,
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    findings.add_if(!agrees, format!("{key}.from"), Problem::BeginsOtherwise);
    // What is replaced ends on the day before, so that is the day on which it must have had force.
    let day = match relation {
        Relation::Replaces(it) => it.from.previous_day(),
        Relation::Amends(_) | Relation::Reviews(_) => relation.from(),
    };
    let begins_later = day.zip(other.in_force.from).is_some_and(|(day, start)| day < start);
    let is_over =
        !matches!(relation, Relation::Replaces(_)) && day.zip(other.in_force.to).is_some_and(|(day, last)| last < day);
    findings.add_if(begins_later || is_over, format!("{key}.from"), Problem::NotInForce(other.id.clone()));
}

/// The end stands in the file of what ended, so the mistake is told there.
fn end(found: &mut Vec<LoadError>, relation: Relation<'_>, entry: &Instrument, other: &Filed<Instrument>) {
    let Relation::Replaces(replacement) = relation else { return };
    let Some(last) = replacement.from.previous_day() else { return };
    let mut findings = Findings { file: &other.file, found };
    let wrong = other.entry.in_force.to != Some(last);
    findings.add_if(wrong, "in_force.to", Problem::EndsOtherwise(last, entry.id.clone()));
}

/// Whether what `from` does to others comes to `to` at last.
fn leads_to(known: &BTreeMap<&str, &Filed<Instrument>>, from: &str, to: &str) -> bool {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = vec![from];
    while let Some(id) = open.pop() {
        if id == to {
            return true;
        }
        if let Some((id, filed)) = known.get_key_value(id)
            && seen.insert(id)
        {
            open.extend(filed.entry.relations().map(|(_, relation)| relation.instrument()));
        }
    }
    false
}
