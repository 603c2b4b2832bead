//! Checks that the law files agree with each other. Each finds every mistake, so that one run shows all.

pub(crate) mod calendar;
mod consequence;
mod decided;
pub(crate) mod instrument;
mod norm;
mod question;
mod relation;
mod sanction;
mod situation;
mod template;

use crate::{
    consequence::Consequences,
    error::LoadError,
    law::Law,
    pledge::PledgeTexts,
    problem::Problem,
    read::{Filed, Files},
    situation::Situation,
    source::Source,
    subject::{Addressees, CATEGORY_CODES},
    vocabulary::{ActsFile, ElementsFile, Vocabulary},
};
use std::collections::BTreeMap;

/// Collects mistakes of one file.
struct Findings<'a> {
    file: &'a str,
    found: &'a mut Vec<LoadError>,
}

impl Findings<'_> {
    fn add(&mut self, key: impl Into<String>, problem: Problem) {
        self.found.push(LoadError::new(self.file, key, problem));
    }

    fn add_if(&mut self, wrong: bool, key: impl Into<String>, problem: Problem) {
        if wrong {
            self.add(key, problem);
        }
    }

    /// The file has to be named after what it holds, so that a reference leads to its file.
    fn named_after(&mut self, key: &str, id: &str) {
        let stem = self.file.rsplit('/').next().and_then(|name| name.strip_suffix(".toml"));
        self.add_if(stem != Some(id), key, Problem::FileName(id.to_owned()));
    }

    fn sources(&mut self, sources: &[Source]) {
        self.add_if(sources.is_empty(), "sources", Problem::MissingSource);
        self.unique("sources", "key", sources.iter().map(|source| source.key.as_str()));
    }

    fn source(&mut self, key: impl Into<String>, source: &str, sources: &[Source]) {
        let known = sources.iter().any(|known| known.key == source);
        self.add_if(!known, key, Problem::UnknownSource(source.to_owned()));
    }

    fn addressees(&mut self, key: &str, addressees: &Addressees) {
        for (index, code) in addressees.categories.iter().enumerate() {
            self.category(format!("{key}.categories[{index}]"), code);
        }
        self.unique(&format!("{key}.categories"), "", addressees.categories.iter().map(String::as_str));
    }

    fn category(&mut self, key: impl Into<String>, code: &str) {
        self.add_if(!CATEGORY_CODES.contains(&code), key, Problem::UnknownCategory(code.to_owned()));
    }

    fn unique<'a>(&mut self, list: &str, field: &str, ids: impl IntoIterator<Item = &'a str>) {
        let mut seen = Vec::new();
        for (index, id) in ids.into_iter().enumerate() {
            let dot = if field.is_empty() { "" } else { "." };
            let again = seen.contains(&id);
            self.add_if(
                again,
                format!("{list}[{index}]{dot}{field}"),
                Problem::Duplicate(id.to_owned(), self.file.to_owned()),
            );
            seen.push(id);
        }
    }
}

/// Every mistake in and between the files.
pub(crate) fn all(
    files: &Files,
    pledge: &Filed<PledgeTexts>,
    consequences: &Filed<Consequences>,
    vocabulary: &Vocabulary,
) -> Vec<LoadError> {
    let mut found = Vec::new();
    institutions(files, &mut found);
    instrument::check(files, &mut found);
    let elections: Vec<_> = files.elections.iter().map(|filed| (filed.file.as_str(), &filed.entry)).collect();
    let known = |id: &str| files.instruments.iter().any(|filed| filed.entry.id == id);
    calendar::elections(&elections, &known, &mut found);
    calendar::holidays(files, &mut found);
    question::check(files, &pledge.entry, &mut found);
    template::check(files, &mut found);
    sanction::check(files, &mut found);
    check_pledge(pledge, &mut found);
    consequence::check(files, consequences, vocabulary, &mut found);
    let penalties: Vec<&str> = consequences.entry.penalties.iter().map(|penalty| penalty.id.as_str()).collect();
    norm::check(files, &penalties, vocabulary, &mut found);
    decided::check(files, vocabulary, &mut found);
    found
}

/// The elements and acts, or every mistake in them.
pub(crate) fn vocabulary(elements: ElementsFile, acts: ActsFile) -> Result<Vocabulary, Vec<LoadError>> {
    consequence::vocabulary(elements, acts)
}

/// Every example that comes out otherwise, and what nothing can meet or leads nowhere.
pub(crate) fn examples(law: &Law, situations: &[Filed<Situation>]) -> Vec<LoadError> {
    let mut found = norm::examples(law);
    found.extend(situation::check(situations, law));
    found
}

fn institutions(files: &Files, found: &mut Vec<LoadError>) {
    let names = files.institutions.iter().map(|filed| (filed.entry.short_name.as_str(), filed.file.as_str()));
    let bodies = files.bodies.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str()));
    duplicates(names.chain(bodies), "short_name", found);
    for Filed { file, entry } in &files.institutions {
        let mut findings = Findings { file, found };
        findings.named_after("short_name", &entry.short_name);
        findings.sources(&entry.sources);
        for (index, agency) in entry.agencies.iter().enumerate() {
            findings.source(format!("agencies[{index}].source"), &agency.source, &entry.sources);
        }
    }
}

fn check_pledge(filed: &Filed<PledgeTexts>, found: &mut Vec<LoadError>) {
    let mut findings = Findings { file: &filed.file, found };
    let PledgeTexts { pledge, pact, sources } = &filed.entry;
    findings.sources(sources);
    let numbers: Vec<u8> = pledge.points.iter().map(|point| point.number).collect();
    findings.add_if(numbers != [1, 2, 3, 4], "pledge.points", Problem::PledgePoints);
    for (index, point) in pledge.points.iter().enumerate() {
        findings.source(format!("pledge.points[{index}].source"), &point.source, sources);
    }
    findings.add_if(pact.statements.is_empty(), "pact.statements", Problem::Empty);
    for (index, statement) in pact.statements.iter().enumerate() {
        findings.source(format!("pact.statements[{index}].source"), &statement.source, sources);
    }
}

/// Reports every id that stands in more than one place.
fn duplicates<'a>(ids: impl Iterator<Item = (&'a str, &'a str)>, key: &str, found: &mut Vec<LoadError>) {
    let mut first = BTreeMap::new();
    for (id, file) in ids {
        if let Some(earlier) = first.insert(id, file) {
            found.push(LoadError::new(file, key, Problem::Duplicate(id.to_owned(), earlier.to_owned())));
        }
    }
}
