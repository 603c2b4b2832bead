//! Reading what somebody else keyed a second time, or a third where two read it otherwise.

use super::lines::{self, Fields, LineForm, LinesPage, Which, value};
use super::{again, id, show, words};
use crate::{Ask, Problem, Site};
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PackId;
use domain::policy::{Action, Denied};
use service::{Fault, PackLineView, PackView, SettledLine};

/// A line that the caller may read again, beside the pictures. What others read is not shown: who knows it reads the same.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let view = comparable(&site, &ask, id(&text)?).await?;
    let line = lines::chosen(&mine(&view), which.orang, |_| true);
    let before = view.lines.iter().find(|it| Some(it.line.place) == which.tadi);
    let done = before.map(|it| words::compared(ask.page("").t, it)).unwrap_or_default();
    Ok(page(&ask, &view, line.map(|line| lines::fresh(&view, line, false)), done))
}

/// Records what was read alike and leads to the next; what differs is asked for once more.
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
    let view = comparable(&site, &ask, id).await?;
    let place = value(&fields, "orang").parse().ok();
    let mine = mine(&view);
    let here = format!("/desa/{id}/sahkan");
    // It was recorded meanwhile.
    let Some(line) = mine.iter().find(|it| Some(it.line.place) == place) else {
        return Ok(Redirect::to(&here).into_response());
    };
    let looked_again = value(&fields, "lagi") == "ya";
    if line.look_again.is_some() && !looked_again {
        // A second tap on the first reading: it was kept, and the page now asks for what differs.
        return Ok(Redirect::to(&format!("{here}?orang={}", line.line.place)).into_response());
    }
    let mut form = lines::fresh(&view, line, false);
    let Some(marks) = lines::read(ask.page("").t, &fields, &mut form) else {
        return Ok(page(&ask, &view, Some(form), String::new()));
    };
    let place = form.place;
    let read = SettledLine { place, code: form.typed, marks, looked_again };
    let found = site.app.settle_pack(&again(&site, &ask), id, vec![read]).await?;
    let next = match lines::next(&mine, place, |_| true) {
        _ if found.look_again.contains(&place) => format!("{here}?orang={place}"),
        Some(next) => format!("{here}?orang={next}&tadi={place}"),
        None => format!("/desa/{id}?dibandingkan=ya"),
    };
    Ok(Redirect::to(&next).into_response())
}

/// The lines that the caller may read again.
fn mine(view: &PackView) -> Vec<&PackLineView> {
    view.lines.iter().filter(|line| line.may_settle).collect()
}

/// The pack, for whoever may compare it.
async fn comparable(site: &Site, ask: &Ask, id: PackId) -> Result<PackView, Fault> {
    if !ask.caller.actor.could(Action::ConfirmPack) {
        return Err(Denied(Action::ConfirmPack).into());
    }
    site.app.pack(&ask.caller, id).await
}

fn page(ask: &Ask, view: &PackView, form: Option<LineForm>, done: String) -> Response {
    let page = ask.page("").wide();
    let t = page.t;
    let (here, mine) = (format!("/desa/{}/sahkan", view.pack.id), mine(view));
    let next = form.as_ref().and_then(|form| lines::next(&mine, form.place, |_| true));
    let line = form.as_ref().and_then(|form| mine.iter().find(|it| it.line.place == form.place));
    let sheet = line.and_then(|it| it.line.keyed.as_ref()?.page).and_then(|page| usize::try_from(page).ok());
    let title = t.pack_settle_title(&view.village);
    LinesPage {
        back: (format!("/desa/{}", view.pack.id), t.pack_title(&view.village)),
        errors: form.as_ref().map(LineForm::errors).unwrap_or_default(),
        done,
        lead: if line.is_some_and(|it| it.line.is_differing()) { t.pack_third_lead() } else { t.pack_settle_lead() },
        nobody: t.pack_settle_nobody(),
        sheets: Vec::new(),
        pictures: show::followed(show::pictures(t, view), sheet),
        place: show::place(t, &mine, form.as_ref()),
        skip: next.map(|next| format!("{here}?orang={next}")).unwrap_or_default(),
        here,
        form,
        page: page.titled(title),
    }
    .respond()
}
