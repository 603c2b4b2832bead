//! Lists the law files so that they can be compiled into the crate.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let manifest = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or_else(|| io::Error::other("no manifest"))?);
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("no output folder"))?);
    let root = manifest.join("../../law");
    let mut paths = Vec::new();
    collect(&root, String::new(), &mut paths)?;
    paths.sort();
    let mut source = String::from("[\n");
    for path in &paths {
        // The path stays relative to the manifest, so the generated text is the same on every machine.
        let file = format!("concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/../../law/{path}\")");
        writeln!(source, "    ({path:?}, include_str!({file})),").map_err(io::Error::other)?;
    }
    source.push_str("]\n");
    fs::write(out.join("law_files.rs"), source)
}

fn collect(folder: &Path, prefix: String, paths: &mut Vec<String>) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), format!("{prefix}{name}/"), paths)?;
        } else if name.ends_with(".toml") {
            paths.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}
