//! Who may run a statement that writes domain state, read from the sources: only `record`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use store::{Kind, statement};

/// One function of a source file.
struct Function {
    name: String,
    /// Whether other crates may call it.
    public: bool,
    body: String,
}

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The functions that begin at the left margin; in rustfmt's form each ends with a brace there.
fn functions(text: &str) -> Vec<Function> {
    let mut found: Vec<Function> = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        let header = ["pub async fn ", "pub(super) async fn ", "async fn ", "pub fn ", "pub(super) fn ", "fn "]
            .into_iter()
            .find_map(|start| Some((start, line.strip_prefix(start)?)));
        if let Some((start, rest)) = header {
            let name = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push(Function {
                name,
                public: !start.contains("(super)") && start.starts_with("pub"),
                body: String::new(),
            });
            inside = true;
        }
        if let Some(function) = found.last_mut().filter(|_| inside) {
            function.body.push_str(line);
            function.body.push('\n');
        }
        inside &= line != "}";
    }
    found
}

/// The names by which a file calls the areas of `statement`: pairs of area and alias.
fn aliases(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for part in text.split("use crate::statement::").skip(1) {
        let list: String = part.split(';').next().unwrap().chars().filter(|c| *c != '{' && *c != '}').collect();
        for item in list.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            let (area, alias) = item.split_once(" as ").unwrap_or((item, item));
            found.push((area.to_owned(), alias.to_owned()));
        }
    }
    found
}

/// Whether `text` holds `word` as a word of its own.
fn mentions(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let edge = |c: Option<char>| !c.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':');
        edge(text[..at].chars().next_back()) && edge(text[at + word.len()..].chars().next())
    })
}

/// The `record` statements that a function runs. Their names alone, for messages, are no use of them.
fn records(body: &str, aliases: &[(String, String)]) -> Vec<&'static str> {
    let runs = |area: &str, name: &str| {
        aliases.iter().filter(|(known, _)| known == area).any(|(_, alias)| {
            let word = format!("{alias}::{}", name.to_uppercase());
            mentions(&body.replace(&format!("{word}.name"), ""), &word)
        })
    };
    let written = statement::ALL.iter().filter(|statement| statement.kind == Kind::Record);
    written
        .map(|statement| statement.name)
        .filter(|name| name.split_once('/').is_some_and(|(area, name)| runs(area, name)))
        .collect()
}

#[test]
fn only_record_runs_statements_that_write_domain_state() {
    let data = crates().join("store/src/data");
    let mut files = Vec::new();
    sources(&data, &mut files);
    let (mut run, mut writers) = (BTreeSet::new(), BTreeSet::new());
    // What lies in the folder of `record` is a part of it.
    let module = |file: &PathBuf| match file.parent().unwrap().ends_with("record") {
        true => "record".to_owned(),
        false => file.file_stem().unwrap().to_string_lossy().into_owned(),
    };
    let read = |file: &PathBuf| (module(file), fs::read_to_string(file).unwrap());
    for (module, text) in files.iter().map(read) {
        let aliases = aliases(&text);
        for function in functions(&text) {
            let own = records(&function.body, &aliases);
            assert!(
                own.is_empty() || !function.public || (module == "record" && function.name == "record"),
                "{module}::{} is public and runs {own:?}, which only a recorded change may; make it `pub(super)` and \
                 call it from `record`",
                function.name
            );
            if !own.is_empty() {
                writers.insert((module.clone(), function.name));
            }
            run.extend(own);
        }
    }
    let all: BTreeSet<&str> = statement::ALL
        .iter()
        .filter(|statement| statement.kind == Kind::Record)
        .map(|statement| statement.name)
        .collect();
    assert_eq!(
        run, all,
        "these are run by no function of crates/store/src/data, or in a form that this test cannot read"
    );
    // Nobody but `record` calls those functions, some of them through the insertions that wait for one another.
    for (module, text) in files.iter().map(read).filter(|(module, _)| module != "record" && module != "insertions") {
        assert!(
            !text.contains("insertions::Waiting"),
            "{module} names the insertions that wait, which only `record` may write"
        );
        for function in functions(&text) {
            for (home, writer) in &writers {
                let call = if *home == module { format!("{writer}(") } else { format!("{home}::{writer}(") };
                let body = function.body.lines().skip(1).collect::<Vec<_>>().join("\n");
                let called = body.match_indices(&call).any(|(at, _)| {
                    let before = body[..at].chars().next_back();
                    !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || (*home == module && c == ':'))
                });
                assert!(!called, "{module}::{} calls {home}::{writer}, which only `record` may", function.name);
            }
        }
    }
}

#[test]
fn nothing_outside_the_store_names_a_statement() {
    let mut files = Vec::new();
    for entry in fs::read_dir(crates()).unwrap() {
        let folder = entry.unwrap().path().join("src");
        if folder.is_dir() {
            sources(&folder, &mut files);
        }
    }
    assert!(files.len() > 50, "only {} sources found", files.len());
    let allowed = ["store/src/data/", "store/src/migration/apply.rs", "store/src/store.rs", "store/src/testing/mod.rs"];
    let root = crates();
    for file in files {
        let path = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        if allowed.iter().any(|known| path.starts_with(known)) || path == "store/src/lib.rs" {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for line in code {
            assert!(
                !line.contains("statement::") && !mentions(line, "store::statement"),
                "crates/{path} names a statement; go through a function of store::data: {line}"
            );
        }
    }
    // Of those that are allowed, only `data` knows more than the engine's own statements.
    for path in &allowed[1..] {
        let text = fs::read_to_string(root.join(path)).unwrap();
        let named = text.match_indices("statement::").map(|(at, word)| &text[at + word.len()..]);
        for rest in named.filter(|_| !path.contains("testing")) {
            assert!(rest.starts_with("engine::"), "crates/{path} names a statement that is not the engine's own");
        }
    }
}
