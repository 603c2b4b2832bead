//! Norms: facts that can be told, provisions and readings that are there, and examples that come out as they say.

use super::{Findings, duplicates};
use crate::{
    assess::Holding,
    error::LoadError,
    facts::Truth,
    law::Law,
    norm::{Example, Expected, Norm, NormBasis, NormCategory, NormDispute, Part},
    problem::Problem,
    read::{Filed, Files},
    vocabulary::Vocabulary,
};

pub(super) fn check(files: &Files, penalties: &[&str], vocabulary: &Vocabulary, found: &mut Vec<LoadError>) {
    duplicates(files.norms.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str())), "id", found);
    for Filed { file, entry } in &files.norms {
        let mut findings = Findings { file, found };
        form(&mut findings, entry);
        basis(&mut findings, files, entry);
        for (index, dispute) in entry.disputes.iter().enumerate() {
            readings(&mut findings, files, entry, index, dispute);
        }
        let degrees = entry.degrees.iter().flat_map(|degree| &degree.penalties);
        let in_readings =
            entry.disputes.iter().flat_map(|dispute| dispute.readings.iter()).flat_map(|it| &it.penalties);
        for id in entry.penalties.iter().chain(degrees).chain(in_readings) {
            let unknown = !penalties.contains(&id.as_str());
            findings.add_if(unknown, key(entry, "penalties"), Problem::UnknownPenalty(id.clone()));
        }
        for (index, example) in entry.examples.iter().enumerate() {
            told(&mut findings, vocabulary, entry, index, example);
        }
    }
}

fn key(norm: &Norm, field: &str) -> String {
    format!("{}.{field}", norm.id)
}

fn form(findings: &mut Findings<'_>, norm: &Norm) {
    let parts = norm.id.split('-');
    let is_id = parts
        .clone()
        .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()));
    findings.add_if(!is_id, key(norm, "id"), Problem::NormId(norm.id.clone()));
    findings.add_if(norm.when.is_empty() == norm.not_an_act.is_none(), key(norm, "when"), Problem::FactsOrReason);
    let ends_before = norm.from.zip(norm.to).is_some_and(|(from, to)| to < from);
    findings.add_if(ends_before, key(norm, "to"), Problem::EndsBeforeStart);
    if norm.when.is_empty() {
        return;
    }
    findings.add_if(norm.category.is_none() && !norm.kind.allows(), key(norm, "category"), Problem::Empty);
    let has = |wanted: &[Expected]| norm.examples.iter().any(|example| wanted.contains(&example.expect));
    let applies = has(&[Expected::Applies, Expected::Disputed]);
    findings.add_if(!applies, key(norm, "examples"), Problem::NeedsExample("applies"));
    findings.add_if(!has(&[Expected::DoesNotApply]), key(norm, "examples"), Problem::NeedsExample("does_not_apply"));
}

fn basis(findings: &mut Findings<'_>, files: &Files, norm: &Norm) {
    let states = norm.basis.iter().any(|basis| basis.part == Part::Norm);
    findings.add_if(!states, key(norm, "basis"), Problem::Empty);
    let own = norm.basis.iter().enumerate().map(|(index, basis)| (format!("basis[{index}]"), basis));
    let in_degrees = norm.degrees.iter().enumerate().flat_map(|(at, degree)| {
        degree.basis.iter().enumerate().map(move |(index, basis)| (format!("degrees[{at}].basis[{index}]"), basis))
    });
    for (field, NormBasis { instrument, provision, .. }) in own.chain(in_degrees) {
        match files.instrument(instrument) {
            None => findings.add(key(norm, &field), Problem::UnknownInstrument(instrument.clone())),
            Some(found) => {
                let unknown = found.provision(provision).is_none();
                findings.add_if(unknown, key(norm, &field), Problem::UnknownProvision(provision.clone()));
            }
        }
    }
}

fn readings(findings: &mut Findings<'_>, files: &Files, norm: &Norm, index: usize, written: &NormDispute) {
    let key = key(norm, &format!("disputes[{index}]"));
    let Some(instrument) = files.instrument(&written.instrument) else {
        findings.add(key, Problem::UnknownInstrument(written.instrument.clone()));
        return;
    };
    let Some(dispute) = instrument.disputes.iter().find(|dispute| dispute.id == written.dispute) else {
        findings.add(key, Problem::UnknownDispute(written.dispute.clone()));
        return;
    };
    let letters = ('a'..='z').map(String::from).take(dispute.readings.len());
    let in_order = letters.eq(written.readings.iter().map(|reading| reading.reading.clone()));
    findings.add_if(!in_order, key, Problem::Readings(dispute.readings.len()));
}

fn told(findings: &mut Findings<'_>, vocabulary: &Vocabulary, norm: &Norm, index: usize, example: &Example) {
    for (element, answers) in &example.facts.0 {
        if let Err(unsayable) = vocabulary.limit(element, answers) {
            findings.add(key(norm, &format!("examples[{index}].facts.{element}")), unsayable.into());
        }
    }
}

/// Every example that comes out otherwise, every category that leads nowhere, and every condition that nothing can meet.
pub(super) fn examples(law: &Law) -> Vec<LoadError> {
    let mut found = Vec::new();
    for compiled in &law.norms {
        let mut findings = Findings { file: &compiled.file, found: &mut found };
        let norm = &compiled.norm;
        let unreachable = !norm.when.is_empty() && compiled.widest.truth(&crate::facts::Facts::default()) == Truth::No;
        findings.add_if(unreachable, key(norm, "when"), Problem::Unreachable);
        for (index, example) in norm.examples.iter().enumerate() {
            if let Err(came) = outcome(law, norm, example) {
                findings.add(key(norm, &format!("examples[{index}]")), Problem::ExampleFails(came));
            }
        }
    }
    for category in NormCategory::ALL {
        let known = law.consequences.category(category).is_some();
        let leads = law.tracks.iter().any(|track| track.entry.categories.contains(&category));
        let mut findings = Findings { file: "consequences.toml", found: &mut found };
        findings.add_if(!known || !leads, "categories", Problem::NoTrack(category.code()));
    }
    found
}

fn outcome(law: &Law, norm: &Norm, example: &Example) -> Result<(), String> {
    let facts = law.facts(&example.facts).map_err(|fault| fault.message(base::Language::English))?;
    let facts = law.dated(facts, example.on).map_err(|fault| fault.message(base::Language::English))?;
    let assessment = law.assess(&facts, example.on);
    let found = assessment.matches.iter().find(|it| it.norm(law).id == norm.id);
    let came = match found.map(crate::assess::Match::holding) {
        None => Expected::DoesNotApply,
        Some(Holding::Applies) => Expected::Applies,
        Some(Holding::Disputed) => Expected::Disputed,
        Some(Holding::Open) => Expected::Open,
    };
    if came != example.expect {
        return Err(format!("{came:?}"));
    }
    let categories = found.map(|it| it.categories).unwrap_or_default();
    match example.category {
        Some(expected) if categories.only() != Some(expected) => {
            Err(categories.iter().map(NormCategory::code).collect::<Vec<_>>().join(", "))
        }
        _ => Ok(()),
    }
}
