//! Of whom an exception stands: those who refused first, then those who are exempt.

use crate::chrome::show;
use crate::long_list::{Pages, page_number};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use domain::exception::ExceptionKind;
use domain::ids::{DriveId, UnitId};
use i18n::format;
use serde::Deserialize;
use service::ExceptedQuery;

struct Line {
    name: String,
    href: String,
    unit: String,
    what: String,
    date: String,
}

#[derive(Template)]
#[template(path = "exceptions/list.html")]
struct ListPage {
    page: Page,
    caption: String,
    back: (String, String),
    count: String,
    lines: Vec<Line>,
    pages: Pages,
}

/// Which of them is asked for.
#[derive(Deserialize)]
pub struct Asked {
    gerakan: Option<DriveId>,
    #[serde(default)]
    hal: String,
}

/// Those of the whole institution.
pub async fn institution(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Result<Response, Problem> {
    view(&site, &ask, None, asked).await
}

/// Those of a unit and all under it.
pub async fn unit(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<UnitId>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    view(&site, &ask, Some(id), asked).await
}

async fn view(site: &Site, ask: &Ask, unit: Option<UnitId>, asked: Asked) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let query = ExceptedQuery { drive: asked.gerakan, unit, page: page_number(&asked.hal) };
    let found = site.app.excepted(&ask.caller, query).await?;
    let page = ask.page("").wide();
    let (t, language, drive) = (page.t, page.language, found.drive.id.to_string());
    let number = |n: i64| format::number(language, n);
    let lines = found.people.iter().map(|(who, unit)| {
        let (what, day) = (i18n::exception(t, who.kind.code(), who.kind.reason()), format::date(language, who.on));
        let is_exempt = matches!(who.kind, ExceptionKind::Exempt(_));
        Line {
            name: who.name.full(),
            href: format!("/pegawai/{}/pengetahuan?gerakan={drive}#gerakan-{drive}", who.person),
            unit: unit.clone(),
            what: if is_exempt { t.exception_choice_exempt(what) } else { what },
            date: if is_exempt { t.exception_since(day) } else { day },
        }
    });
    let path = unit.map_or_else(|| "/ikhtisar".to_owned(), |id| format!("/unit/{id}"));
    let here = t.not_yet_page(number(found.page.into()), number(found.pages.into()));
    let kept = [("gerakan", drive.as_str())];
    let pages = Pages::new(&format!("{path}/dikecualikan"), &kept, found.page, found.page < found.pages, here);
    Ok(show(&ListPage {
        caption: found.unit.clone().unwrap_or_else(|| found.drive.name.clone()),
        back: (format!("{path}/belum?gerakan={drive}"), t.not_yet_title()),
        count: t.excepted_count(number(found.count.refused), number(found.count.exempt)),
        lines: lines.collect(),
        page: page.titled(t.excepted_title()),
        pages,
    }))
}
