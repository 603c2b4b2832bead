//! What the law files say: check them, show a norm, tell what changed, list the words in which facts are told.

use super::say;
use crate::failure::{During, Failure};
use base::{Date, Language, iso_date};
use norms::Catalogue;
use std::path::Path;

/// The law files that the program carries.
///
/// # Errors
/// Every fault of the files; the tests of the program keep that from being released.
pub fn embedded() -> Result<Catalogue, Failure> {
    Catalogue::embedded().map_err(faults)
}

/// Checks the law files of a folder, or those that the program carries.
///
/// # Errors
/// Every fault of the files, one a line.
pub fn check(folder: Option<&Path>) -> Result<(), Failure> {
    let catalogue = match folder {
        None => embedded()?,
        Some(folder) => {
            let mut files = Vec::new();
            collect(folder, "", &mut files).during(format!("the folder {} cannot be read", folder.display()))?;
            if files.is_empty() {
                return Err(Failure::new(format!("{} holds no law files (*.toml)", folder.display())));
            }
            let named = files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
            Catalogue::from_files(named).map_err(faults)?
        }
    };
    let law = catalogue.law();
    say(format_args!(
        "The law files are valid: {} institutions, {} instruments, {} norms with {} examples, {} acts, {} situations, \
         {} elections, {} questions.\nVersion of the law: {}",
        catalogue.institutions().len(),
        catalogue.instruments().len(),
        law.norms().count(),
        law.norms().map(|norm| norm.examples.len()).sum::<usize>(),
        law.vocabulary().acts().len(),
        catalogue.situations().len(),
        catalogue.elections().len(),
        catalogue.questions().len(),
        catalogue.fingerprint()
    ))
}

/// Shows a norm with its sources.
///
/// # Errors
/// When there is no such norm; names those that begin alike.
pub fn show(id: &str, language: Language) -> Result<(), Failure> {
    let catalogue = embedded()?;
    let wanted = id.to_uppercase();
    match catalogue.norm_text(&wanted, language) {
        Some(text) => say(text.trim_end()),
        None => {
            let start = wanted.split('-').next().unwrap_or_default();
            let alike = catalogue.law().norms().map(|norm| norm.id.as_str()).filter(|known| known.starts_with(start));
            let alike = alike.collect::<Vec<_>>().join(", ");
            let alike = if alike.is_empty() { "netral law norms lists all of them".to_owned() } else { alike };
            Err(Failure::usage(format!("There is no norm {id}. Known: {alike}.")))
        }
    }
}

/// Lists all norms, one a line.
///
/// # Errors
/// When whoever reads it has left.
pub fn norms(language: Language) -> Result<(), Failure> {
    let catalogue = embedded()?;
    let lines = catalogue.law().norms().map(|norm| format!("{}\t{}", norm.id, norm.title.in_language(language)));
    say(lines.collect::<Vec<_>>().join("\n"))
}

/// Lists what changed between two days.
///
/// # Errors
/// When the days are in the wrong order.
pub fn changes(from: Date, to: Date, language: Language) -> Result<(), Failure> {
    if to < from {
        return Err(Failure::usage(format!("{} lies before {}: swap --from and --to", iso_date(to), iso_date(from))));
    }
    let catalogue = embedded()?;
    let found = catalogue.changes(from, to, language);
    if found.is_empty() {
        return say(match language {
            Language::Indonesian => "Tidak ada perubahan yang tercatat dalam rentang itu.",
            Language::English => "No change is on file between these days.",
        });
    }
    let lines =
        found.iter().map(|it| format!("{}  {}: {} ({})", iso_date(it.on), it.kind.name(language), it.name, it.id));
    say(lines.collect::<Vec<_>>().join("\n"))
}

/// Lists the acts by group, with their ids.
///
/// # Errors
/// When whoever reads it has left.
pub fn acts(language: Language) -> Result<(), Failure> {
    let catalogue = embedded()?;
    let vocabulary = catalogue.law().vocabulary();
    let mut lines = Vec::new();
    for group in vocabulary.groups() {
        lines.push(group.label.in_language(language).to_owned());
        let acts = vocabulary.acts().iter().filter(|act| act.group == group.id);
        lines.extend(acts.map(|act| format!("  {}\t{}", act.id, act.label.in_language(language))));
    }
    say(lines.join("\n"))
}

/// Lists the questions of fact with their answers, by ids.
///
/// # Errors
/// When whoever reads it has left.
pub fn elements(language: Language) -> Result<(), Failure> {
    let catalogue = embedded()?;
    let mut lines = Vec::new();
    for element in catalogue.law().vocabulary().elements().iter().skip(1) {
        lines.push(format!("{}\t{}", element.id, element.question.in_language(language)));
        let answers = element.answers.iter();
        lines.extend(answers.map(|answer| format!("  {}\t{}", answer.id, answer.label.in_language(language))));
    }
    say(lines.join("\n"))
}

/// Prints the JSON Schema of a kind of file.
///
/// # Errors
/// When there is no such kind.
pub fn schema(kind: &str) -> Result<(), Failure> {
    let schema = norms::schema(kind)
        .ok_or_else(|| Failure::usage(format!("there is no kind {kind}; use one of: {}", norms::SCHEMAS.join(", "))))?;
    say(serde_json::to_string_pretty(&schema).during("the schema cannot be written")?)
}

fn faults(errors: norms::LoadErrors) -> Failure {
    Failure::new(format!("the law files are not valid:\n{errors}"))
}

/// Files named as the catalogue names them: relative to the folder, with slashes.
fn collect(folder: &Path, under: &str, files: &mut Vec<(String, String)>) -> std::io::Result<()> {
    let mut entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else if name.ends_with(".toml") {
            files.push((name, std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repositorys_own_folder_is_valid_and_a_broken_file_is_named() {
        let law = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../law");
        assert_eq!(check(Some(&law)), Ok(()));
        let broken = tempfile::tempdir().unwrap();
        std::fs::create_dir(broken.path().join("instruments")).unwrap();
        std::fs::write(broken.path().join("instruments/uu-1.toml"), "id = ").unwrap();
        let failure = check(Some(broken.path())).unwrap_err().to_string();
        assert!(failure.contains("instruments/uu-1.toml"), "{failure}");
        let empty = tempfile::tempdir().unwrap();
        assert!(check(Some(empty.path())).is_err_and(|failure| failure.to_string().contains("no law files")));
    }
}
