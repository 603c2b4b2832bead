use super::say;
use crate::failure::{During, Failure};
use norms::Catalogue;
use std::path::Path;

/// Checks the law files of a folder, or those that the program carries.
///
/// # Errors
/// Every fault of the files, one a line.
pub fn run(folder: Option<&Path>) -> Result<(), Failure> {
    let catalogue = match folder {
        None => Catalogue::embedded().map_err(faults)?,
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
    say(format_args!(
        "The law files are valid: {} institutions, {} instruments, {} elections, {} questions.",
        catalogue.institutions().len(),
        catalogue.instruments().len(),
        catalogue.elections().len(),
        catalogue.questions().len()
    ))
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
        assert_eq!(run(Some(&law)), Ok(()));
        let broken = tempfile::tempdir().unwrap();
        std::fs::create_dir(broken.path().join("instruments")).unwrap();
        std::fs::write(broken.path().join("instruments/uu-1.toml"), "id = ").unwrap();
        let failure = run(Some(broken.path())).unwrap_err().to_string();
        assert!(failure.contains("instruments/uu-1.toml"), "{failure}");
        let empty = tempfile::tempdir().unwrap();
        assert!(run(Some(empty.path())).is_err_and(|failure| failure.to_string().contains("no law files")));
    }
}
