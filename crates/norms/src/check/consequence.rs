//! Elements, acts and consequences: ids that are there and stand once.

use super::{Findings, duplicates};
use crate::{
    consequence::{ConsequenceBasis, Consequences},
    error::LoadError,
    problem::Problem,
    read::{Filed, Files},
    vocabulary::{ActsFile, ElementsFile, SUBJECT, Vocabulary},
};

/// The elements and acts, or every mistake in them.
pub(super) fn vocabulary(elements: ElementsFile, acts: ActsFile) -> Result<Vocabulary, Vec<LoadError>> {
    let mut found = Vec::new();
    let once = |ids: Vec<&str>, file: &str, found: &mut Vec<LoadError>| {
        duplicates(ids.into_iter().map(|id| (id, file)), "id", found);
    };
    once(elements.elements.iter().map(|it| it.id.as_str()).collect(), "elements.toml", &mut found);
    once(acts.acts.iter().map(|it| it.id.as_str()).collect(), "acts.toml", &mut found);
    once(acts.groups.iter().map(|it| it.id.as_str()).collect(), "acts.toml", &mut found);
    for element in &elements.elements {
        once(element.answers.iter().map(|it| it.id.as_str()).collect(), "elements.toml", &mut found);
    }
    for element in &elements.elements {
        if let Some(planned) = element.planned.as_ref().filter(|planned| element.answer(planned).is_none()) {
            let problem = Problem::UnknownAnswer(element.id.clone(), planned.clone());
            found.push(LoadError::new("elements.toml", format!("{}.planned", element.id), problem));
        }
    }
    for act in acts.acts.iter().filter(|act| !acts.groups.iter().any(|group| group.id == act.group)) {
        let problem = Problem::UnknownGroup(act.group.clone());
        found.push(LoadError::new("acts.toml", format!("{}.group", act.id), problem));
    }
    match Vocabulary::new(elements, acts) {
        Ok(vocabulary) if found.is_empty() => Ok(vocabulary),
        Ok(_) => Err(found),
        Err(unsayable) => {
            found.push(LoadError::new("elements.toml", "implications", unsayable.into()));
            Err(found)
        }
    }
}

pub(super) fn check(files: &Files, filed: &Filed<Consequences>, vocabulary: &Vocabulary, found: &mut Vec<LoadError>) {
    let Filed { file, entry } = filed;
    let all = entry;
    duplicates(all.penalties.iter().map(|it| (it.id.as_str(), file.as_str())), "id", found);
    duplicates(all.authorities.iter().map(|it| (it.id.as_str(), file.as_str())), "id", found);
    duplicates(all.tracks.iter().map(|it| (it.id.as_str(), file.as_str())), "id", found);
    duplicates(all.circumstances.iter().map(|it| (it.id.as_str(), file.as_str())), "id", found);
    let mut findings = Findings { file, found };
    let subjects = |key: String, subjects: &[String], findings: &mut Findings<'_>| {
        if let Err(unsayable) = vocabulary.limit(SUBJECT, subjects) {
            findings.add(key, unsayable.into());
        }
    };
    for category in &all.categories {
        subjects(format!("{}.binds", category.id.code()), &category.binds, &mut findings);
    }
    for penalty in &all.penalties {
        bases(&mut findings, files, &penalty.id, &penalty.basis);
        if let Some(at) = &penalty.dispute {
            let instrument = files.instrument(&at.instrument);
            let known = instrument.is_some_and(|it| it.disputes.iter().any(|dispute| dispute.id == at.dispute));
            findings.add_if(!known, format!("{}.dispute", penalty.id), Problem::UnknownDispute(at.dispute.clone()));
        }
    }
    for authority in &all.authorities {
        bases(&mut findings, files, &authority.id, &authority.basis);
        for id in authority.penalties.iter().filter(|id| all.penalty(id).is_none()) {
            findings.add(format!("{}.penalties", authority.id), Problem::UnknownPenalty(id.clone()));
        }
    }
    for track in &all.tracks {
        bases(&mut findings, files, &track.id, &track.basis);
    }
    for circumstance in &all.circumstances {
        bases(&mut findings, files, &circumstance.id, &circumstance.basis);
    }
}

fn bases(findings: &mut Findings<'_>, files: &Files, id: &str, bases: &[ConsequenceBasis]) {
    for (index, basis) in bases.iter().enumerate() {
        let key = format!("{id}.basis[{index}]");
        match files.instrument(&basis.instrument) {
            None => findings.add(key, Problem::UnknownInstrument(basis.instrument.clone())),
            Some(instrument) => {
                if let Some(provision) = basis.provision.as_ref().filter(|it| instrument.provision(it).is_none()) {
                    findings.add(key.clone(), Problem::UnknownProvision(provision.clone()));
                }
                findings.add_if(basis.provision.is_none() && basis.article.is_none(), key, Problem::Empty);
            }
        }
    }
}
