//! Sanctions: provisions and disputes that are there, and a word of its own for each.

use super::{Findings, duplicates};
use crate::{
    error::LoadError,
    problem::Problem,
    read::{Filed, Files},
    sanction::{Sanction, SanctionBasis},
};

pub(super) fn check(files: &Files, found: &mut Vec<LoadError>) {
    let all = &files.sanctions;
    duplicates(all.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str())), "id", found);
    let words = all.iter().flat_map(|filed| filed.entry.words.iter().map(|word| (word.as_str(), filed.file.as_str())));
    duplicates(words, "words", found);
    for Filed { file, entry } in all {
        let mut findings = Findings { file, found };
        let key = |field: &str| format!("{}.{field}", entry.id);
        findings.add_if(entry.words.is_empty(), key("words"), Problem::Empty);
        // A word that no provision uses says what to write instead, and no other does.
        findings.add_if(entry.basis.is_empty() != entry.instead.is_some(), key("instead"), Problem::Empty);
        for (index, basis) in entry.basis.iter().enumerate() {
            check_basis(&mut findings, files, entry, index, basis);
        }
    }
}

fn check_basis(findings: &mut Findings<'_>, files: &Files, entry: &Sanction, index: usize, basis: &SanctionBasis) {
    let key = format!("{}.basis[{index}]", entry.id);
    let Some(instrument) = files.instrument(&basis.instrument) else {
        findings.add(key, Problem::UnknownInstrument(basis.instrument.clone()));
        return;
    };
    let unknown = instrument.provision(&basis.provision).is_none();
    findings.add_if(unknown, key.clone(), Problem::UnknownProvision(basis.provision.clone()));
    if let Some(dispute) = &basis.dispute {
        let known = instrument.disputes_on(&basis.provision).any(|it| it.id == *dispute);
        findings.add_if(!known, key, Problem::UnknownDispute(dispute.clone()));
    }
}
