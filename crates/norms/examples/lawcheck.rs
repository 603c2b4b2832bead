use std::path::Path;
fn collect(folder: &Path, under: &str, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{under}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else if name.ends_with(".toml") {
            files.push((name, std::fs::read_to_string(entry.path()).unwrap()));
        }
    }
}
fn main() {
    let mut files = Vec::new();
    collect(Path::new(&std::env::args().nth(1).unwrap()), "", &mut files);
    match norms::Catalogue::from_files(files.iter().map(|(a, b)| (a.as_str(), b.as_str()))) {
        Ok(law) => println!("ok {} norms {}", law.law().norms().count(), law.law().fingerprint()),
        Err(errors) => println!("{errors}"),
    }
}
