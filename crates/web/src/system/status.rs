use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::JobId;
use i18n::{Messages, format};

struct Parked {
    kind: String,
    since: String,
    attempts: String,
    fault: String,
    retry: String,
}

#[derive(Template)]
#[template(path = "system/status.html")]
struct StatusPage {
    page: Page,
    facts: Vec<(String, String)>,
    parked: Vec<Parked>,
}

/// Is everything running?
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let view = site.app.system_view(&ask.caller).await?;
    let page = ask.page("");
    let (t, language, zone) = (page.t, page.language, page.zone);
    let count = |state: &str| view.jobs.iter().find(|(name, _)| name == state).map_or(0, |(_, count)| *count);
    let waiting = count("ready") + count("leased");
    let number = |n: i64| format::number(language, n);
    let jobs = |n: i64| t.system_jobs(n, number(n));
    let facts = vec![
        (t.system_store(), view.engine.to_owned()),
        (t.system_waiting(), jobs(waiting)),
        (t.system_done(), jobs(count("done"))),
        (t.system_events(), number(view.events)),
        (t.system_commits(), number(i64::try_from(view.writer.batches).unwrap_or(i64::MAX))),
    ];
    let parked = view
        .parked
        .iter()
        .map(|job| Parked {
            kind: kind(t, &job.kind),
            since: format::moment(language, job.since, zone),
            attempts: job.attempts.to_string(),
            fault: job.fault.clone().unwrap_or_default(),
            retry: format!("/kelola/pekerjaan/{}/ulang", job.id),
        })
        .collect();
    let title = t.system_title();
    Ok(show(&StatusPage { facts, parked, page: page.titled(title) }))
}

fn kind(t: &Messages, kind: &str) -> String {
    match kind {
        "render_letter" => t.job_render_letter(),
        "render_pact" => t.job_render_pact(),
        "deliver" => t.job_deliver(),
        "remind" => t.job_remind(),
        "apply_import" => t.job_apply_import(),
        other => other.to_owned(),
    }
}

/// Tries a parked job again.
pub async fn retry(State(site): State<Site>, ask: Ask, Path(id): Path<JobId>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    site.app.retry_job(&ask.caller, id).await?;
    Ok(Redirect::to("/kelola").into_response())
}
