//! Turns the files of `sql/` into constants and embeds `migrations/`; fails on a file that is not portable.

#![expect(clippy::print_stdout, reason = "cargo reads a build script's standard output")]

mod code;
mod migration_text;
mod shared;
mod sql_text;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let root = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("../..");
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build");
    for folder in ["sql", "migrations"] {
        println!("cargo::rerun-if-changed={}", root.join(folder).display());
    }
    fs::write(out.join("statements.rs"), statements(&root.join("sql"))?)?;
    fs::write(out.join("migrations.rs"), migrations(&root.join("migrations"))?)?;
    Ok(())
}

fn statements(folder: &Path) -> Outcome<String> {
    let (mut modules, mut all) = (String::new(), String::new());
    let common = folder.join("shared");
    let mut shared = shared::Shared::new();
    for file in entries(&common)? {
        println!("cargo::rerun-if-changed={}", file.display());
        shared.insert(name_of(&file)?, shared::body(&fs::read_to_string(&file)?));
    }
    for area in entries(folder)?.into_iter().filter(|area| *area != common) {
        let area_name = name_of(&area)?;
        writeln!(modules, "/// Statements of `sql/{area_name}/`.\npub mod {area_name} {{")?;
        writeln!(modules, "    use super::{{Kind, Reach, Statement}};")?;
        for file in entries(&area)? {
            println!("cargo::rerun-if-changed={}", file.display());
            let name = name_of(&file)?;
            let wrong = |why: String| format!("sql/{area_name}/{name}.sql: {why}");
            if file.extension().is_none_or(|extension| extension != "sql") {
                return Err(wrong("not a .sql file".to_owned()).into());
            }
            let text = shared::expand(&fs::read_to_string(&file)?, &shared).map_err(wrong)?;
            let parsed = sql_text::parse(&text).map_err(wrong)?;
            let reach = match &parsed.outside {
                None => "Reach::Institution".to_owned(),
                Some(reason) => format!("Reach::Outside {{ reason: {reason:?} }}"),
            };
            let kind = match parsed.kind.as_str() {
                "read" => "Read",
                "record" => "Record",
                _ => "Bookkeeping",
            };
            let constant = name.to_uppercase();
            writeln!(
                modules,
                "    /// `sql/{area_name}/{name}.sql`\n    pub const {constant}: &Statement = &Statement {{ name: \
                 \"{area_name}/{name}\", postgres: {:?}, sqlite: {:?}, reach: {reach}, kind: Kind::{kind} }};",
                parsed.postgres, parsed.sqlite
            )?;
            writeln!(all, "    {area_name}::{constant},")?;
        }
        modules.push_str("}\n");
    }
    Ok(format!("{modules}/// Every statement of the folder `sql/`.\npub const ALL: &[&Statement] = &[\n{all}];\n"))
}

fn migrations(folder: &Path) -> Outcome<String> {
    let mut list = String::new();
    for (file, version) in entries(folder)?.into_iter().zip(1_u32..) {
        println!("cargo::rerun-if-changed={}", file.display());
        let full = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        let wrong = |why: String| format!("migrations/{full}.sql: {why}");
        let Some(name) = full.strip_prefix(&format!("{version:04}_")) else {
            return Err(wrong(format!("expected migration {version:04}_<name>.sql here")).into());
        };
        let text = fs::read_to_string(&file)?.replace("\r\n", "\n");
        migration_text::check_migration(&text).map_err(wrong)?;
        writeln!(list, "    Migration {{ version: {version}, name: {name:?}, text: {text:?} }},")?;
    }
    Ok(format!("/// Every migration, in order.\npub const ALL: &[Migration] = &[\n{list}];\n"))
}

fn entries(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

fn name_of(path: &Path) -> Outcome<String> {
    let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    let plain = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
    if plain {
        Ok(name.to_owned())
    } else {
        Err(format!("{}: names are lower case letters, digits and underscores", path.display()).into())
    }
}
