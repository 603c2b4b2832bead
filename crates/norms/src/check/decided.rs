//! Decided cases: elections that are there, and acts and facts that can be told.

use super::{Findings, duplicates};
use crate::{
    decided::DecidedCase,
    error::LoadError,
    problem::Problem,
    read::{Filed, Files},
    vocabulary::{ACT, Vocabulary},
};

pub(super) fn check(files: &Files, vocabulary: &Vocabulary, found: &mut Vec<LoadError>) {
    duplicates(files.cases.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str())), "id", found);
    for Filed { file, entry } in &files.cases {
        told(&mut Findings { file, found }, files, vocabulary, entry);
    }
}

fn told(findings: &mut Findings<'_>, files: &Files, vocabulary: &Vocabulary, case: &DecidedCase) {
    let known = files.elections.iter().any(|filed| filed.entry.id == case.election);
    findings.add_if(!known, format!("{}.election", case.id), Problem::UnknownElection(case.election.clone()));
    findings.add_if(case.acts.is_empty(), format!("{}.acts", case.id), Problem::Empty);
    if let Err(unsayable) = vocabulary.limit(ACT, &case.acts) {
        findings.add(format!("{}.acts", case.id), unsayable.into());
    }
    for (element, answers) in &case.facts.0 {
        if let Err(unsayable) = vocabulary.limit(element, answers) {
            findings.add(format!("{}.facts.{element}", case.id), unsayable.into());
        }
    }
}
