//! Keying what stands on the sheets.

use super::lines::{self, Fields, LineForm, LinesPage, Read};
use super::{again, id, show};
use crate::{Ask, Problem, Site};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::PackId;
use domain::policy::{Action, Denied};
use service::{Fault, KeyedLine, PackView};

/// The lines that the caller may key, beside the pictures.
pub async fn get(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let view = keyable(&site, &ask, id(&text)?).await?;
    let forms = lines::fresh(&view, view.lines.iter().filter(|line| line.may_key), true);
    Ok(page(&ask, &view, forms))
}

/// Keeps what was keyed.
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
    let t = ask.page("").t;
    let mut forms = lines::fresh(&view, view.lines.iter().filter(|line| line.may_key), false);
    let (mut keyed, mut wrong) = (Vec::new(), false);
    for form in &mut forms {
        match lines::read(t, &fields, form) {
            Read::Nothing => {}
            Read::Marks(marks) => keyed.push(KeyedLine { place: form.place, code: form.typed.clone(), marks }),
            Read::Wrong => wrong = true,
        }
    }
    if wrong {
        return Ok(page(&ask, &view, forms));
    }
    let count = site.app.key_pack(&again(&site, &ask), id, keyed).await?;
    Ok(Redirect::to(&format!("/desa/{id}?dicatat={count}")).into_response())
}

/// The pack, for whoever may key it.
async fn keyable(site: &Site, ask: &Ask, id: PackId) -> Result<PackView, Fault> {
    if !ask.caller.actor.could(Action::KeyPack) {
        return Err(Denied(Action::KeyPack).into());
    }
    site.app.pack(&ask.caller, id).await
}

fn page(ask: &Ask, view: &PackView, forms: Vec<LineForm>) -> Response {
    let page = ask.page("").wide();
    let t = page.t;
    let errors = lines::errors(&forms);
    let title = t.pack_key_title(&view.village);
    LinesPage {
        back: (format!("/desa/{}", view.pack.id), t.pack_title(&view.village)),
        here: format!("/desa/{}/catat", view.pack.id),
        errors,
        lead: t.pack_key_lead(),
        nobody: if view.pictures.is_empty() { t.pack_key_early() } else { t.pack_key_nobody() },
        button: t.pack_key_button(),
        pictures: show::pictures(t, view),
        forms,
        page: page.titled(title),
    }
    .respond()
}
