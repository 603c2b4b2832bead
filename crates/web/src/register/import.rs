//! What was found in a roster file, and the officer's word on it.

use super::{id, words};
use crate::chrome::show;
use crate::typed_date::calendar_day;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, RawForm, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Date;
use domain::ids::{ImportId, PersonId};
use domain::roster_import::ImportState;
use domain::roster_import::KeptReason;
use i18n::format;
use service::{ChangeKind, Decision, Fault, FaultLine, ImportView, Leaver, Refusal};

/// Missing people that a page offers to tick; a form with many more could not be sent.
const LEAVERS_SHOWN: usize = 500;

struct Missing {
    id: String,
    name: String,
    place: String,
    checked: bool,
}

#[derive(Template)]
#[template(path = "register/import.html")]
struct Import {
    page: Page,
    errors: Vec<(&'static str, String)>,
    date_error: String,
    action: String,
    state: ImportState,
    view: ImportView,
    summary: String,
    good: String,
    /// What the button that applies the good rows says.
    apply: String,
    applied: String,
    unchanged: String,
    skipped: String,
    /// Where to see who, what changes, and for how many.
    figures: Vec<(String, String, String)>,
    may_choose_columns: bool,
    /// What the offer to undo it says.
    undo: Option<String>,
    undone: String,
    /// Page, name and reason of those who were not put back.
    kept: Vec<(String, String, String)>,
    kept_count: String,
    kept_shown: String,
    faults_shown: String,
    notes_shown: String,
    leavers: Vec<Missing>,
    leavers_lead: String,
    leavers_shown: String,
    months: Vec<String>,
    day: String,
    month: String,
    year: String,
}

/// What the form sent.
#[derive(Default)]
struct Sent {
    decision: String,
    leavers: Vec<String>,
    day: String,
    month: String,
    year: String,
}

impl Sent {
    fn read(form: &[u8]) -> Self {
        let mut sent = Self::default();
        for (name, value) in url::form_urlencoded::parse(form) {
            let value = value.trim().to_owned();
            match name.as_ref() {
                "keputusan" => sent.decision = value,
                "berhenti" => sent.leavers.push(value),
                "terakhir_day" => sent.day = value,
                "terakhir_month" => sent.month = value,
                "terakhir_year" => sent.year = value,
                _ => {}
            }
        }
        sent
    }

    fn last_day(&self) -> Option<Date> {
        calendar_day(&self.day, &self.month, &self.year)
    }
}

/// Shows what was found.
pub async fn get(State(site): State<Site>, ask: Ask, Path(import): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    render(&site, &ask, id(&import)?, None, Vec::new()).await
}

/// Whether the caller has to say first which column is which.
fn columns_wanted(view: &ImportView) -> bool {
    view.import.state == ImportState::Columns && view.own
}

/// Carries out the officer's word.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(import): Path<String>,
    RawForm(form): RawForm,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let import: ImportId = id(&import)?;
    let (t, sent) = (i18n::messages(ask.language), Sent::read(&form));
    let refused = |field: &'static str, text: String| vec![(field, text)];
    let decision = match sent.decision.as_str() {
        "buang" => Decision::Discard,
        "kembalikan" => Decision::Undo,
        "terapkan" => {
            let leavers: Vec<PersonId> = sent.leavers.iter().filter_map(|person| person.parse().ok()).collect();
            let today = site.now().date(ask.institution()?.zone);
            match sent.last_day() {
                None if !leavers.is_empty() => {
                    let errors = refused("terakhir", t.import_error_date());
                    return render(&site, &ask, import, Some(&sent), errors).await;
                }
                // Without leavers the day means nothing.
                last_day => Decision::ApplyGood { leavers, last_day: last_day.unwrap_or(today) },
            }
        }
        _ => return render(&site, &ask, import, Some(&sent), refused("isi", t.import_error_decision())).await,
    };
    let errors = match site.app.decide_import(&ask.caller, import, decision).await {
        // What was decided before is shown as it stands.
        Ok(()) | Err(Fault::Refused(Refusal::ImportOver)) => {
            return Ok(Redirect::to(&format!("/pegawai/impor/{import}")).into_response());
        }
        Err(Fault::Refused(Refusal::ImportRunning)) => refused("isi", t.import_error_running()),
        Err(Fault::Refused(Refusal::UndoOver)) => refused("isi", t.import_undo_over()),
        Err(Fault::Refused(Refusal::UndoNotLast)) => refused("isi", t.import_undo_not_last()),
        Err(Fault::Refused(Refusal::LastDayOutOfRange)) => refused("terakhir", t.import_error_date_range()),
        Err(fault) => return Err(Problem(fault)),
    };
    render(&site, &ask, import, Some(&sent), errors).await
}

async fn render(
    site: &Site,
    ask: &Ask,
    import: ImportId,
    sent: Option<&Sent>,
    errors: Vec<(&'static str, String)>,
) -> Result<Response, Problem> {
    let mut view = site.app.import(&ask.caller, import, ask.language).await?;
    if columns_wanted(&view) {
        return Ok(Redirect::to(&format!("/pegawai/impor/{import}/kolom")).into_response());
    }
    let page = ask.page(view.import.file_name.clone()).wide();
    let (t, language) = (page.t, ask.language);
    let count = |n: usize| format::number(language, i64::try_from(n).unwrap_or(i64::MAX));
    let number = |n: u32| format::number(language, i64::from(n));
    // A list that is whole says nothing about its length.
    let shown_of = |shown: usize, total: usize| match shown < total {
        true => t.import_shown_of(count(shown), count(total)),
        false => String::new(),
    };
    let (good, faulty) = (number(view.import.good), number(view.import.faulty));
    let summary = match (view.import.good, view.import.faulty) {
        (_, 0) => t.import_all_ready(&good),
        (0, _) => t.import_none_ready(&faulty),
        _ => t.import_summary(&faulty, &good),
    };
    let figures = ChangeKind::ALL.into_iter().map(|kind| {
        let people = view.changes.of(kind);
        let href = match people {
            0 => String::new(),
            _ => format!("/pegawai/impor/{import}/perubahan?jenis={}", words::change_code(kind)),
        };
        (href, words::change(t, kind), count(people))
    });
    let figures: Vec<_> = figures.collect();
    let undo = view.undo.map(|offer| {
        let people = format::number(language, offer.people);
        t.import_undo_hint(people, format::moment(language, offer.until, page.zone))
    });
    let kept = std::mem::take(&mut view.kept).into_iter().map(|(name, person, reason)| {
        let reason = match reason {
            KeptReason::Changed => t.import_kept_changed(),
            KeptReason::InUse => t.import_kept_in_use(),
        };
        (format!("/pegawai/{person}"), name, reason)
    });
    let kept: Vec<_> = kept.collect();
    let total = view.leavers.len();
    let today = site.now().date(page.zone);
    let ticked = |person: &str| sent.is_some_and(|sent| sent.leavers.iter().any(|ticked| ticked == person));
    let missing = |leaver: Leaver| Missing {
        checked: ticked(&leaver.person.to_string()),
        id: leaver.person.to_string(),
        name: leaver.name,
        place: match leaver.position.as_str() {
            "" => leaver.unit,
            position => t.import_leaver_place(position, &leaver.unit),
        },
    };
    let leavers: Vec<Missing> =
        std::mem::take(&mut view.leavers).into_iter().take(LEAVERS_SHOWN).map(missing).collect();
    let (day, month, year) = match sent {
        Some(sent) => (sent.day.clone(), sent.month.clone(), sent.year.clone()),
        None => (today.day().to_string(), u8::from(today.month()).to_string(), today.year().to_string()),
    };
    let template = Import {
        date_error: errors.iter().find(|(f, _)| *f == "terakhir").map(|(_, text)| text.clone()).unwrap_or_default(),
        action: format!("/pegawai/impor/{import}"),
        state: view.import.state,
        summary,
        apply: t.import_apply(view.import.good, &good),
        applied: number(view.import.applied),
        unchanged: number(view.import.unchanged),
        skipped: if view.skipped > 0 { t.import_skipped(number(view.skipped)) } else { String::new() },
        figures,
        may_choose_columns: view.own && view.import.state == ImportState::Staged && view.import.upload.is_some(),
        undo,
        undone: number(view.import.undone),
        kept_count: number(view.import.kept),
        kept_shown: shown_of(kept.len(), usize::try_from(view.import.kept).unwrap_or(usize::MAX)),
        kept,
        faults_shown: shown_of(view.faults.len(), view.faults_total),
        notes_shown: shown_of(view.notes.len(), view.notes_total),
        leavers_lead: t.import_leavers_lead(count(total)),
        leavers_shown: shown_of(leavers.len(), total),
        leavers,
        months: format::months(language).into_iter().map(str::to_owned).collect(),
        good,
        day,
        month,
        year,
        view,
        page,
        errors,
    };
    let mut response = show(&template);
    if !template.errors.is_empty() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

impl Import {
    /// What stands in a cell: its value, that it is empty, or that only who sent the file may see it.
    fn value(&self, line: &FaultLine) -> String {
        match line.value.as_deref() {
            None => self.page.t.import_value_hidden(),
            Some("") => self.page.t.import_value_empty(),
            Some(value) => value.to_owned(),
        }
    }
}
