//! Records that are likely to be one person's, and the merges there are.

use super::words;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use i18n::format;
use service::{AlikePerson, MergeLine};

/// One of two records.
struct Person {
    name: String,
    number: Option<(String, String)>,
    unit: String,
}

struct Pair {
    one: Person,
    other: Person,
    same: String,
    href: String,
    /// Both names, for whoever hears the link alone.
    both: String,
}

struct Line {
    kept: String,
    ended: String,
    proposed: String,
    state: (&'static str, String),
    href: String,
}

#[derive(Template)]
#[template(path = "merges/alike.html")]
struct Alike {
    page: Page,
    pairs: Vec<Pair>,
    more: bool,
    lines: Vec<Line>,
}

/// Shows likely doubles and merges.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let found = site.app.alike(&ask.caller).await?;
    let page = ask.page(ask.page("").t.merge_alike_title()).wide();
    let t = page.t;
    let person = |it: &AlikePerson| Person {
        name: it.name.clone(),
        number: it.number.clone().map(|(kind, number)| (crate::register::detail(t, kind), number)),
        unit: it.unit.clone(),
    };
    let pairs = found.pairs.iter().map(|pair| {
        let [one, other] = &pair.people;
        Pair {
            one: person(one),
            other: person(other),
            same: words::likeness(t, pair.likeness),
            href: format!("/pegawai/{}/satukan/{}", one.person, other.person),
            both: t.merge_alike_both(&one.name, &other.name),
        }
    });
    let line = |it: MergeLine| Line {
        kept: it.survivor,
        ended: it.double,
        proposed: format::moment(page.language, it.proposed, page.zone),
        state: words::state(t, it.state),
        href: format!("/pegawai/penyatuan/{}", it.id),
    };
    let template =
        Alike { pairs: pairs.collect(), more: found.more, lines: found.merges.into_iter().map(line).collect(), page };
    Ok(show(&template))
}
