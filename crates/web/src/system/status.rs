use crate::chrome::show;
use crate::{Ask, Page, Problem, Site, self_check};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::{Date, Instant};
use domain::ids::JobId;
use domain::job::RESTORED;
use i18n::{Messages, format};
use norms::WorkCalendar;
use service::Backups;
use std::time::Duration;

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
    backups: Vec<(String, String)>,
    /// A word of warning when no good backup is young enough.
    backup_late: Option<String>,
    /// A word of warning when the holidays of days to come are not known.
    holidays: Option<String>,
    parked: Vec<Parked>,
    /// How many are parked, when not all of them are shown.
    parked_all: Option<String>,
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
    let mut facts = vec![
        (t.system_store(), view.engine.to_owned()),
        (t.system_waiting(), jobs(waiting)),
        (t.system_done(), jobs(count("done"))),
        (t.system_events(), number(view.events)),
        (t.system_commits(), number(i64::try_from(view.writer.batches).unwrap_or(i64::MAX))),
    ];
    let checks = site.app.self_checks(&ask.caller).await?;
    let counts = checks.iter().map(|(verdict, count)| format!("{}: {}", self_check::word(t, *verdict), number(*count)));
    facts.push((t.system_self_checks(), counts.collect::<Vec<_>>().join("; ")));
    if let Some(host) = site.app.certified_server() {
        facts.push((t.certified_title(), t.certified_system(host)));
    }
    let parked = view
        .parked
        .iter()
        .map(|job| Parked {
            kind: kind(t, &job.kind),
            since: format::moment(language, job.since, zone),
            attempts: job.attempts.to_string(),
            fault: match job.fault.as_deref() {
                Some(RESTORED) => t.system_fault_restored(),
                fault => fault.unwrap_or_default().to_owned(),
            },
            retry: format!("/kelola/pekerjaan/{}/ulang", job.id),
        })
        .collect();
    let parked_all = count("parked");
    let shown = i64::try_from(view.parked.len()).unwrap_or(i64::MAX);
    let parked_all = (parked_all > shown).then(|| t.system_parked_more(number(parked_all), number(shown)));
    let (backups, backup_late) = backups(&page, &view.backups, ask.caller.occasion.at);
    let title = t.system_title();
    let holidays = holidays_missing(t, site.app.law().calendar(), ask.caller.occasion.at.date(zone));
    Ok(show(&StatusPage { facts, backups, backup_late, holidays, parked, parked_all, page: page.titled(title) }))
}

/// So many calendar days ahead the holidays have to be known: drives are due within weeks.
const HOLIDAYS_AHEAD: i64 = 60;

/// That the holidays of a year that has begun or is about to are not in the law files.
fn holidays_missing(t: &Messages, calendar: &WorkCalendar, today: Date) -> Option<String> {
    let ahead = today.checked_add(time::Duration::days(HOLIDAYS_AHEAD)).unwrap_or(today);
    let missing = [today, ahead].into_iter().find(|day| !calendar.covers(*day))?;
    Some(t.system_holidays_missing(missing.year().to_string()))
}

/// A good backup that is older than this is told with a warning: one night was missed.
const BACKUP_LATE: Duration = Duration::from_secs(36 * 60 * 60);

fn backups(page: &Page, backups: &Backups, now: Instant) -> (Vec<(String, String)>, Option<String>) {
    let (t, language, zone) = (page.t, page.language, page.zone);
    let number = |n: u64| format::number(language, i64::try_from(n).unwrap_or(i64::MAX));
    let mut facts = Vec::new();
    facts.push((t.backup_nightly(), backups.nightly.clone().unwrap_or_else(|| t.backup_nightly_off())));
    if let Some(last) = backups.last {
        facts.push((t.backup_last(), format::moment(language, last.at, zone)));
        let hours = i64::try_from(now.since(last.at).as_secs() / 3600).unwrap_or(i64::MAX);
        facts.push((t.backup_age(), t.backup_hours(hours, format::number(language, hours))));
        facts.push((t.backup_holds(), t.backup_rows_and_files(number(last.rows), number(last.files))));
    }
    if let Some(failed) = backups.failed {
        facts.push((t.backup_failed(), format::moment(language, failed, zone)));
    }
    let late = match backups.last {
        _ if backups.nightly.is_none() => None,
        Some(last) if now.since(last.at) <= BACKUP_LATE => None,
        Some(_) => Some(t.backup_is_late()),
        None => Some(t.backup_none()),
    };
    (facts, late)
}

fn kind(t: &Messages, kind: &str) -> String {
    match kind {
        "render_letter" => t.job_render_letter(),
        "render_pact" => t.job_render_pact(),
        "deliver" => t.job_deliver(),
        "restore" => t.job_restore(),
        "tend" => t.job_tend(),
        "remind" => t.job_remind(),
        "apply_import" => t.job_apply_import(),
        "undo_import" => t.job_undo_import(),
        "render_minutes" => t.job_render_minutes(),
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

/// Tries the parked jobs again.
pub async fn retry_all(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    site.app.retry_jobs(&ask.caller).await?;
    Ok(Redirect::to("/kelola").into_response())
}

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::Language;

    #[test]
    fn the_administrator_is_warned_before_a_year_without_holidays() {
        let (law, t) = (norms::Catalogue::embedded().unwrap(), i18n::messages(Language::Indonesian));
        let on = |day: &str| holidays_missing(t, law.calendar(), base::parse_iso_date(day).unwrap());
        assert_eq!(on("2025-12-31"), None, "the year after is known");
        assert_eq!(on("2100-01-01"), Some(t.system_holidays_missing("2100")));
        let known = (2023..2100).take_while(|year| on(&format!("{year}-06-30")).is_none()).last().unwrap();
        assert_eq!(on(&format!("{known}-11-01")), None, "sixty-one days before");
        assert_eq!(on(&format!("{known}-11-02")), Some(t.system_holidays_missing((known + 1).to_string())));
    }
}
