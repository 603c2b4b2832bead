//! One order of slips: the second person releases and prints it.

use super::{id, slip, words};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::SlipBatchId;
use domain::slip_batch::{PRINTS, Standing, WAITS};
use i18n::format;
use serde::Deserialize;
use service::{Fault, Refusal};

#[derive(Template)]
#[template(path = "register/slip_batch.html")]
struct Batch {
    page: Page,
    here: String,
    said: String,
    overtaken: bool,
    unit: String,
    state: (&'static str, String),
    facts: Vec<(String, String)>,
    waits: String,
    own: bool,
    may_release: bool,
    may_call_off: bool,
    may_print: bool,
    print_hint: String,
    people: Vec<(String, (&'static str, String))>,
}

#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    sudah: Option<String>,
}

/// Shows it.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id: SlipBatchId = id(&text)?;
    let found = site.app.slip_batch(&ask.caller, id).await?;
    let page = ask.page("");
    let (t, language, zone) = (page.t, page.language, page.zone);
    let line = found.line;
    let batch = &line.batch;
    let moment = |at| format::moment(language, at, zone);
    let mut facts = vec![(t.batch_ordered_by(), t.batch_by(moment(batch.ordered), &line.ordered_by))];
    if let Some(decided) = batch.decided {
        facts.push((t.batch_decided_by(), t.batch_by(moment(decided.at), &line.decided_by)));
    }
    let printed = match batch.printed {
        0 => t.batch_printed_none(),
        count => format::number(language, i64::from(count)),
    };
    facts.push((t.batch_people(), format::number(language, i64::from(line.people))));
    facts.push((t.batch_printed(), printed));
    let last_day = batch.ordered.plus(WAITS).date(zone);
    let template = Batch {
        here: format!("/pegawai/slip/{id}"),
        said: if shown.sudah.as_deref() == Some("pesan") { t.batch_sent() } else { String::new() },
        overtaken: shown.sudah.as_deref() == Some("berubah"),
        unit: line.unit.clone(),
        state: words::standing(t, line.standing),
        facts,
        waits: match line.standing {
            Standing::Waiting => t.batch_until(format::weekday_date(language, last_day)),
            _ => String::new(),
        },
        own: found.own,
        may_release: found.may_release,
        may_call_off: found.may_call_off,
        may_print: found.may_print,
        print_hint: match batch.decided {
            Some(decided) if found.may_print => t.batch_print_hint(moment(decided.at.plus(PRINTS))),
            _ => String::new(),
        },
        people: found
            .people
            .into_iter()
            .map(|(name, has_account)| {
                let word = if has_account { ("sudah", t.batch_account_yes()) } else { ("belum", t.batch_account_no()) };
                (name, word)
            })
            .collect(),
        page: page.titled(t.batch_title()),
    };
    Ok(show(&template))
}

#[derive(Debug, Deserialize)]
pub struct Sent {
    #[serde(default)]
    langkah: String,
}

/// Releases it or calls it off.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id: SlipBatchId = id(&text)?;
    let here = format!("/pegawai/slip/{id}");
    if let Err(to_proof) = ask.proved_lately(&here) {
        return Ok(to_proof.into_response());
    }
    let done = match sent.langkah.as_str() {
        "lepas" => site.app.release_slips(&ask.caller, id).await,
        "batal" => site.app.call_off_slips(&ask.caller, id).await,
        _ => Err(Fault::NotFound),
    };
    match done {
        Ok(()) => Ok(Redirect::to(&here).into_response()),
        // A second tap, or somebody else was faster: the page says how it stands.
        Err(Fault::Refused(Refusal::Slips(_)) | Fault::Conflict) => {
            Ok(Redirect::to(&format!("{here}?sudah=berubah")).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The slips.
pub async fn print(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id: SlipBatchId = id(&text)?;
    let here = format!("/pegawai/slip/{id}");
    if let Err(to_proof) = ask.proved_lately(&here) {
        return Ok(to_proof.into_response());
    }
    match site.app.print_slips(&ask.caller, id).await {
        Ok(slips) => slip::print(&site, &ask, slips).await,
        Err(Fault::Refused(Refusal::Slips(_)) | Fault::Conflict) => {
            Ok(Redirect::to(&format!("{here}?sudah=berubah")).into_response())
        }
        Err(fault) => Err(fault.into()),
    }
}
