//! Keying what stands on the sheets, one person after another.

use super::lines::{self, Fields, LineForm, LinesPage, Which, value};
use super::{again, id, show};
use crate::{Ask, Problem, Site};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PackId;
use domain::policy::{Action, Denied};
use service::{Fault, KeyedLine, PackLineView, PackView};

/// A line that the caller may key, beside the pictures: the one that is asked for, or the next.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let view = keyable(&site, &ask, id(&text)?).await?;
    let line = lines::chosen(&mine(&view), which.orang, waits);
    let done = view.lines.iter().find(|it| Some(it.line.place) == which.tadi);
    let done = done.map(|it| ask.page("").t.pack_done_key(&it.name)).unwrap_or_default();
    Ok(page(&ask, &view, line.map(|line| lines::fresh(&view, line, true)), done))
}

/// Keeps what was keyed, and leads to the next.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id: PackId = id(&text)?;
    let view = keyable(&site, &ask, id).await?;
    let place = value(&fields, "orang").parse().ok();
    let mine = mine(&view);
    // Somebody else has keyed it meanwhile.
    let Some(line) = mine.iter().find(|it| Some(it.line.place) == place) else {
        return Ok(Redirect::to(&format!("/desa/{id}/catat")).into_response());
    };
    let mut form = lines::fresh(&view, line, false);
    let Some(marks) = lines::read(ask.page("").t, &fields, &mut form) else {
        return Ok(page(&ask, &view, Some(form), String::new()));
    };
    let (place, sheet) = (form.place, form.on.parse().ok());
    let keyed = KeyedLine { place, code: form.typed, marks, page: sheet };
    site.app.key_pack(&again(&site, &ask), id, vec![keyed]).await?;
    let next = match lines::next(&mine, place, waits) {
        Some(next) => format!("/desa/{id}/catat?orang={next}&tadi={place}"),
        None => format!("/desa/{id}?dicatat=ya"),
    };
    Ok(Redirect::to(&next).into_response())
}

/// The lines that the caller may key.
fn mine(view: &PackView) -> Vec<&PackLineView> {
    view.lines.iter().filter(|line| line.may_key).collect()
}

fn waits(line: &PackLineView) -> bool {
    line.line.keyed.is_none()
}

/// The pack, for whoever may key it.
async fn keyable(site: &Site, ask: &Ask, id: PackId) -> Result<PackView, Fault> {
    if !ask.caller.actor.could(Action::KeyPack) {
        return Err(Denied(Action::KeyPack).into());
    }
    site.app.pack(&ask.caller, id).await
}

fn page(ask: &Ask, view: &PackView, form: Option<LineForm>, done: String) -> Response {
    let page = ask.page("").wide();
    let t = page.t;
    let (here, mine) = (format!("/desa/{}/catat", view.pack.id), mine(view));
    let next = form.as_ref().and_then(|form| lines::next(&mine, form.place, waits));
    let pages = show::pictures(t, view);
    let sheets = pages.iter().enumerate().map(|(n, (_, words))| ((n + 1).to_string(), words.clone()));
    let sheets = std::iter::once((String::new(), t.pack_sheet_unknown())).chain(sheets);
    let title = t.pack_key_title(&view.village);
    LinesPage {
        back: (format!("/desa/{}", view.pack.id), t.pack_title(&view.village)),
        errors: form.as_ref().map(LineForm::errors).unwrap_or_default(),
        done,
        lead: t.pack_key_lead(),
        nobody: if view.pictures.is_empty() { t.pack_key_early() } else { t.pack_key_nobody() },
        sheets: if pages.len() > 1 { sheets.collect() } else { Vec::new() },
        pictures: show::followed(pages, form.as_ref().and_then(|form| form.on.parse().ok())),
        place: show::place(t, &mine, form.as_ref()),
        skip: next.map(|next| format!("{here}?orang={next}")).unwrap_or_default(),
        here,
        form,
        page: page.titled(title),
    }
    .respond()
}
