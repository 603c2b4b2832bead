//! Templates: a basis for every provision, and nothing cited that is not there.

use super::{Findings, duplicates};
use crate::{
    error::LoadError,
    problem::Problem,
    read::{Filed, Files},
    template::{Template, TemplateProvision},
};

pub(super) fn check(files: &Files, found: &mut Vec<LoadError>) {
    duplicates(files.templates.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str())), "id", found);
    for Filed { file, entry } in &files.templates {
        let mut findings = Findings { file, found };
        findings.named_after("id", &entry.id);
        findings.add_if(entry.provisions.is_empty(), "provisions", Problem::Empty);
        findings.add_if(entry.bases.is_empty(), "bases", Problem::Empty);
        findings.add_if(entry.categories.is_empty(), "categories", Problem::Empty);
        for (index, code) in entry.categories.iter().enumerate() {
            findings.category(format!("categories[{index}]"), code);
        }
        findings.unique("categories", "", entry.categories.iter().map(String::as_str));
        findings.unique("bases", "", entry.bases.iter().map(String::as_str));
        findings.unique("provisions", "key", entry.provisions.iter().map(|it| it.key.as_str()));
        for (index, id) in entry.bases.iter().enumerate() {
            let unknown = files.instrument(id).is_none();
            findings.add_if(unknown, format!("bases[{index}]"), Problem::UnknownInstrument(id.clone()));
        }
        for (place, provision) in entry.provisions.iter().enumerate() {
            check_provision(&mut findings, files, entry, &format!("provisions[{place}]"), provision);
        }
    }
}

fn check_provision(
    findings: &mut Findings<'_>,
    files: &Files,
    template: &Template,
    key: &str,
    provision: &TemplateProvision,
) {
    findings.add_if(provision.key.trim().is_empty(), format!("{key}.key"), Problem::Empty);
    findings.add_if(provision.text.trim().is_empty(), format!("{key}.text"), Problem::Empty);
    findings.add_if(provision.topics.is_empty(), format!("{key}.topics"), Problem::Empty);
    findings.add_if(provision.basis.is_empty(), format!("{key}.basis"), Problem::Empty);
    for (index, basis) in provision.basis.iter().enumerate() {
        let key = format!("{key}.basis[{index}]");
        let cited = template.bases.contains(&basis.instrument);
        findings.add_if(!cited, key.clone(), Problem::NotCited(basis.instrument.clone()));
        let instrument = files.instrument(&basis.instrument);
        let known = instrument.is_none_or(|it| it.provision(&basis.provision).is_some());
        findings.add_if(!known, key, Problem::UnknownProvision(basis.provision.clone()));
    }
}
