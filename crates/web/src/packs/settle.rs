//! Comparing what somebody else keyed, by reading the pictures a second time.

use super::lines::{self, Fields, LineForm, LinesPage, Read};
use super::{again, id, show, words};
use crate::{Ask, Problem, Site};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PackId;
use domain::policy::{Action, Denied};
use service::{Fault, PackView, SettledLine};

/// The lines that the caller may compare, beside the pictures. What the first person read is not shown: who knows it
/// reads the same.
pub async fn get(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let view = comparable(&site, &ask, id(&text)?).await?;
    let forms = lines::fresh(&view, view.lines.iter().filter(|line| line.may_settle), false);
    Ok(page(&ask, &view, forms, Vec::new()))
}

/// Records what both read alike, and shows the rest again with what differs.
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
    let t = ask.page("").t;
    let mut forms = lines::fresh(&view, view.lines.iter().filter(|line| line.may_settle), false);
    let (mut read, mut wrong) = (Vec::new(), false);
    for form in &mut forms {
        let seen = fields.iter().any(|(name, value)| *name == form.field("dilihat") && value == "ya");
        match lines::read(t, &fields, form) {
            Read::Nothing => {}
            Read::Marks(marks) => {
                read.push(SettledLine { place: form.place, code: form.typed.clone(), marks, seen });
            }
            Read::Wrong => wrong = true,
        }
    }
    if wrong {
        let errors = lines::errors(&forms);
        return Ok(page(&ask, &view, forms, errors));
    }
    let found = site.app.settle_pack(&again(&site, &ask), id, read.clone()).await?;
    if found.differing.is_empty() {
        let done = format!("/desa/{id}?disahkan={}&ulang={}", found.settled, found.again);
        return Ok(Redirect::to(&done).into_response());
    }
    let mut errors = Vec::new();
    forms.retain(|form| {
        let is_done =
            read.iter().any(|line| line.place == form.place) && found.differing.iter().all(|it| it.place != form.place);
        !is_done
    });
    for form in &mut forms {
        let Some(differing) = found.differing.iter().find(|it| it.place == form.place) else { continue };
        let Some(mine) = read.iter().find(|line| line.place == form.place) else { continue };
        let words = |it: &domain::pack::Difference| words::difference(t, *it, &differing.first, &mine.marks);
        form.differences = differing.differences.iter().map(words).collect();
        errors.push((form.field("baca"), t.pack_error_differs(&form.name)));
    }
    Ok(page(&ask, &view, forms, errors))
}

/// The pack, for whoever may compare it.
async fn comparable(site: &Site, ask: &Ask, id: PackId) -> Result<PackView, Fault> {
    if !ask.caller.actor.could(Action::ConfirmPack) {
        return Err(Denied(Action::ConfirmPack).into());
    }
    site.app.pack(&ask.caller, id).await
}

fn page(ask: &Ask, view: &PackView, forms: Vec<LineForm>, errors: Vec<(String, String)>) -> Response {
    let page = ask.page("").wide();
    let t = page.t;
    let title = t.pack_settle_title(&view.village);
    LinesPage {
        back: (format!("/desa/{}", view.pack.id), t.pack_title(&view.village)),
        here: format!("/desa/{}/sahkan", view.pack.id),
        errors,
        lead: t.pack_settle_lead(),
        nobody: t.pack_settle_nobody(),
        button: t.pack_settle_button(),
        pictures: show::pictures(t, view),
        forms,
        page: page.titled(title),
    }
    .respond()
}
