//! Who would change through an import, and how.

use super::{id, words};
use crate::chrome::show;
use crate::long_list::{Pages, page_number};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::ImportId;
use i18n::format;
use serde::Deserialize;
use service::{ChangeKind, ChangeLine, ChangeQuery, Fault, Placement, Refusal};

#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    jenis: String,
    #[serde(default)]
    kata: String,
    #[serde(default)]
    hal: String,
}

struct Line {
    name: String,
    /// The person's page; empty for somebody new.
    href: String,
    /// The row in the file, and the name until now.
    note: String,
    kind: String,
    from: String,
    to: String,
}

#[derive(Template)]
#[template(path = "register/changes.html")]
struct Changes {
    page: Page,
    back: String,
    path: String,
    words: String,
    kind: String,
    kinds: Vec<(String, String)>,
    total: String,
    lines: Vec<Line>,
    pages: Pages,
}

/// Shows one page of them.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(import): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let import: ImportId = id(&import)?;
    let back = format!("/pegawai/impor/{import}");
    let number = page_number(&asked.hal);
    let kind = ChangeKind::ALL.into_iter().find(|kind| words::change_code(*kind) == asked.jenis);
    let query = ChangeQuery { kind, words: asked.kata.clone(), page: number };
    let found = match site.app.import_changes(&ask.caller, import, query, ask.language).await {
        Ok(found) => found,
        // Once it is decided, its own page says what became of it.
        Err(Fault::Refused(Refusal::ImportOver)) => return Ok(Redirect::to(&back).into_response()),
        Err(fault) => return Err(Problem(fault)),
    };
    let page = ask.page(found.import.file_name.clone()).wide();
    let (t, language) = (page.t, ask.language);
    let count = |n: usize| format::number(language, i64::try_from(n).unwrap_or(i64::MAX));
    let path = format!("{back}/perubahan");
    let code = kind.map(words::change_code).unwrap_or_default();
    let kept = [("jenis", code), ("kata", asked.kata.as_str())];
    let pages =
        Pages::new(&path, &kept, number, found.more, t.register_page(format::number(language, i64::from(number))));
    let kinds = ChangeKind::ALL.into_iter().map(|kind| {
        let words = format!("{} ({})", words::change(t, kind), count(found.changes.of(kind)));
        (words::change_code(kind).to_owned(), words)
    });
    let template = Changes {
        kinds: std::iter::once((String::new(), t.import_changes_all())).chain(kinds).collect(),
        total: t.import_changes_total(count(found.total)),
        lines: found.lines.into_iter().map(|line| row(&page, line)).collect(),
        kind: code.to_owned(),
        words: asked.kata,
        back,
        path,
        pages,
        page,
    };
    Ok(show(&template))
}

fn row(page: &Page, line: ChangeLine) -> Line {
    let t = page.t;
    let numbered = line.line.map(|n| t.import_changes_line(format::number(page.language, i64::from(n))));
    let renamed = line.old_name.map(|name| t.import_old_name(name));
    let former = line.by_former_number.then(|| t.import_former_number());
    let from: Vec<String> = line.before.iter().map(|standing| place(page, standing)).collect();
    Line {
        name: line.name,
        href: line.person.map(|person| format!("/pegawai/{person}")).unwrap_or_default(),
        note: numbered.into_iter().chain(renamed).chain(former).collect::<Vec<_>>().join(". "),
        kind: words::change(t, line.kind),
        from: if from.is_empty() { t.import_nowhere() } else { from.join("; ") },
        to: line.after.map_or_else(|| t.import_stays(), |standing| place(page, &standing)),
    }
}

/// Position, unit, category and last day, as far as they are known.
fn place(page: &Page, standing: &Placement) -> String {
    let t = page.t;
    let category = i18n::category(t, standing.category.code());
    let until = standing.until.map(|day| t.import_until(format::date(page.language, day)));
    let parts = [Some(standing.position.clone()), Some(standing.unit.clone()), Some(category), until];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
