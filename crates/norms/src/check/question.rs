//! Questions: a basis that binds whom they are put to, and nothing disputed asked as certain.

use super::{Findings, duplicates};
use crate::{
    error::LoadError,
    instrument::Provision,
    pledge::PledgeTexts,
    problem::Problem,
    question::{Basis, Question},
    read::{Filed, Files},
    source::Certainty,
};

pub(super) fn check(files: &Files, pledge: &PledgeTexts, found: &mut Vec<LoadError>) {
    duplicates(files.questions.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str())), "id", found);
    for Filed { file, entry } in &files.questions {
        let mut findings = Findings { file, found };
        form(&mut findings, entry);
        basis(&mut findings, files, pledge, entry);
    }
}

fn key(question: &Question, field: &str) -> String {
    format!("{}.{field}", question.id.as_str())
}

fn form(findings: &mut Findings<'_>, question: &Question) {
    findings.add_if(question.correct > 2, key(question, "correct"), Problem::CorrectIndex);
    findings.add_if(question.topics.is_empty(), key(question, "topics"), Problem::Empty);
    findings.add_if(question.categories.is_empty(), key(question, "categories"), Problem::Empty);
    findings.add_if(question.basis.is_empty(), key(question, "basis"), Problem::Empty);
    findings.add_if(question.certainty == Certainty::Memory, key(question, "certainty"), Problem::Unchecked);
    let [a, b, c] = &question.options;
    let same = |a: &crate::Text, b: &crate::Text| a.id == b.id || a.en == b.en;
    findings.add_if(same(a, b) || same(b, c) || same(a, c), key(question, "options"), Problem::SameOptions);
    for (index, code) in question.categories.iter().enumerate() {
        findings.category(key(question, &format!("categories[{index}]")), code);
    }
}

fn basis(findings: &mut Findings<'_>, files: &Files, pledge: &PledgeTexts, question: &Question) {
    let mut provisions: Vec<&Provision> = Vec::new();
    let mut pledged = false;
    let mut broken = false;
    for (index, basis) in question.basis.iter().enumerate() {
        let key = key(question, &format!("basis[{index}]"));
        match basis {
            Basis::PledgePoint { pledge_point } => {
                let known = pledge.pledge.points.iter().any(|point| point.number == *pledge_point);
                findings.add_if(!known, key, Problem::UnknownPledgePoint(*pledge_point));
                broken |= !known;
                pledged |= known;
            }
            Basis::Provision { instrument, provision } => {
                let Some(instrument) = files.instrument(instrument) else {
                    findings.add(key, Problem::UnknownInstrument(instrument.clone()));
                    broken = true;
                    continue;
                };
                let Some(provision) = instrument.provision(provision) else {
                    findings.add(key, Problem::UnknownProvision(provision.clone()));
                    broken = true;
                    continue;
                };
                if question.beside_dispute.is_none() {
                    for dispute in instrument.disputes_on(&provision.id) {
                        findings.add(key.clone(), Problem::Disputed(format!("{}/{}", instrument.id, dispute.id)));
                    }
                }
                provisions.push(provision);
            }
        }
    }
    if broken {
        // Whom the basis binds can be told only once every reference in it leads somewhere.
        return;
    }
    for code in &question.categories {
        let bound = pledged || provisions.iter().any(|provision| provision.addressees.includes(code));
        findings.add_if(!bound, key(question, "categories"), Problem::Unbound(code.clone()));
    }
}
