//! The periods in which somebody is away: recorded, corrected, struck out; and by when the person owes what is open.

use crate::chrome::{error_at, show};
use crate::typed_date::typed_date;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use base::Date;
use domain::absence::{AbsenceCommand, AbsenceFlaw, AbsenceKind, DueRules, SecondedOwe};
use domain::ids::{AbsenceId, PersonId};
use i18n::{Messages, format};
use serde::Deserialize;
use service::{AbsenceLine, AbsencesView, Fault, Refusal};

struct Line {
    id: String,
    what: String,
    since: String,
    until: String,
    letter: String,
    by: String,
    /// Who struck it out and when; empty while it stands.
    struck: String,
}

#[derive(Template)]
#[template(path = "absences/page.html")]
struct AbsencesPage {
    page: Page,
    back: (String, String),
    here: String,
    name: String,
    said: bool,
    rules: Vec<String>,
    open: Vec<(String, String)>,
    lines: Vec<Line>,
    /// Whether it is the viewer's own page: nobody records anything about themselves.
    own: bool,
    errors: Vec<(&'static str, String)>,
    kinds: Vec<(&'static str, String)>,
    months: Vec<String>,
    sent: Sent,
}

impl AbsencesPage {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What is shown: that something was recorded, or one period to be corrected.
#[derive(Deserialize, Default)]
pub struct Wanted {
    sudah: Option<String>,
    perbaiki: Option<AbsenceId>,
}

/// The form as it is sent.
#[derive(Deserialize, Default)]
pub struct Sent {
    #[serde(default)]
    ganti: String,
    #[serde(default)]
    jenis: String,
    #[serde(default)]
    mulai_day: String,
    #[serde(default)]
    mulai_month: String,
    #[serde(default)]
    mulai_year: String,
    #[serde(default)]
    sampai_day: String,
    #[serde(default)]
    sampai_month: String,
    #[serde(default)]
    sampai_year: String,
    #[serde(default)]
    surat: String,
}

impl Sent {
    /// What stands there now, to be corrected.
    fn of(line: &AbsenceLine) -> Self {
        let typed = |day: Option<Date>| match day {
            Some(day) => (day.day().to_string(), u8::from(day.month()).to_string(), day.year().to_string()),
            None => Default::default(),
        };
        let said = &line.absence.said;
        let ((mulai_day, mulai_month, mulai_year), (sampai_day, sampai_month, sampai_year)) =
            (typed(Some(said.since)), typed(said.until));
        let (jenis, surat) = (said.kind.code().to_owned(), said.letter.clone());
        let ganti = line.absence.id.to_string();
        Self { ganti, jenis, mulai_day, mulai_month, mulai_year, sampai_day, sampai_month, sampai_year, surat }
    }

    fn read(&self, t: &Messages) -> Result<AbsenceCommand, Vec<(&'static str, String)>> {
        let open = [&self.sampai_day, &self.sampai_month, &self.sampai_year].into_iter().all(|it| it.trim().is_empty());
        let kind = AbsenceKind::from_code(&self.jenis);
        let since = typed_date(&self.mulai_day, &self.mulai_month, &self.mulai_year);
        let until = typed_date(&self.sampai_day, &self.sampai_month, &self.sampai_year);
        match (kind, since) {
            (Some(kind), Some(since)) if open || until.is_some() => {
                Ok(AbsenceCommand { kind, since, until, letter: self.surat.clone() })
            }
            _ => {
                let wrong = [
                    (kind.is_none(), "jenis", t.absence_error_kind()),
                    (since.is_none(), "mulai", t.exception_error_date()),
                    (!open && until.is_none(), "sampai", t.exception_error_date()),
                ];
                Err(wrong.into_iter().filter_map(|(wrong, field, text)| wrong.then_some((field, text))).collect())
            }
        }
    }
}

/// The page.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(person): Path<PersonId>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let found = site.app.absences(&ask.caller, person).await?;
    let corrected = found.lines.iter().find(|it| Some(it.absence.id) == wanted.perbaiki);
    let sent = corrected.map(Sent::of).unwrap_or_default();
    Ok(view(&ask, found, sent, (wanted.sudah.is_some(), Vec::new())))
}

/// Records a period, in the place of a wrong one where the form names it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(person): Path<PersonId>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    // Whoever may not record it is told so before their form is read.
    let found = site.app.absences(&ask.caller, person).await?;
    let t = ask.page("").t;
    let errors = match sent.read(t) {
        Err(errors) => errors,
        Ok(command) => {
            let mut again = ask.caller.clone();
            again.occasion = site.occasion();
            match site.app.note_absence(&again, person, command, sent.ganti.parse().ok()).await {
                Ok(()) => {
                    let there = format!("/pegawai/{person}/tidak-di-tempat?sudah=ya");
                    return Ok(Redirect::to(&there).into_response());
                }
                Err(Fault::Refused(Refusal::NotOneself)) => vec![("jenis", t.absence_error_oneself())],
                Err(Fault::Refused(Refusal::Absence(flaws))) => flaws.into_iter().map(|flaw| flawed(t, flaw)).collect(),
                Err(fault) => return Err(fault.into()),
            }
        }
    };
    Ok(view(&ask, found, sent, (false, errors)))
}

fn flawed(t: &Messages, flaw: AbsenceFlaw) -> (&'static str, String) {
    match flaw {
        AbsenceFlaw::Since => ("mulai", t.absence_error_since()),
        AbsenceFlaw::Until => ("sampai", t.absence_error_until()),
        AbsenceFlaw::Letter => ("surat", t.absence_error_letter()),
    }
}

/// Which period is struck out.
#[derive(Deserialize)]
pub struct Struck {
    #[serde(default)]
    catatan: String,
}

/// Strikes one out.
pub async fn strike(
    State(site): State<Site>,
    ask: Ask,
    Path(person): Path<PersonId>,
    Form(sent): Form<Struck>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    match sent.catatan.parse() {
        Ok(id) => site.app.strike_absence(&ask.caller, person, id).await?,
        // Nothing was named: nothing is struck out, and whoever may not look is told so.
        Err(_) => drop(site.app.absences(&ask.caller, person).await?),
    }
    Ok(Redirect::to(&format!("/pegawai/{person}/tidak-di-tempat?sudah=ya")).into_response())
}

/// What the installation grants, in words, with whose rule it is.
fn rules(t: &Messages, language: base::Language, rules: DueRules) -> Vec<String> {
    let days = |days: u32| (i64::from(days), format::number(language, i64::from(days)));
    let ((back, back_words), (joined, joined_words)) = (days(rules.after_return), days(rules.after_delivery));
    vec![
        t.absence_rule_return(back, back_words),
        t.absence_rule_joined(joined, joined_words),
        match rules.seconded {
            SecondedOwe::WhereTheySit => t.absence_rule_there(),
            SecondedOwe::AtHome => t.absence_rule_home(),
        },
        t.absence_rule_whose(),
    ]
}

fn view(ask: &Ask, found: AbsencesView, sent: Sent, (said, errors): (bool, Vec<(&'static str, String)>)) -> Response {
    let page = ask.page("");
    let (t, language, zone) = (page.t, page.language, page.zone);
    let person = found.person.id;
    let date = |day: Date| format::date(language, day);
    let lines = found.lines.iter().map(|it| Line {
        id: it.absence.id.to_string(),
        what: i18n::absence(t, it.absence.said.kind.code()),
        since: date(it.absence.said.since),
        until: it.absence.said.until.map_or_else(|| t.absence_until_open(), date),
        letter: it.absence.said.letter.clone(),
        by: t.reading_officer_at(&it.by, format::moment(language, it.absence.at, zone)),
        struck: match it.absence.struck {
            Some((_, at)) => t.absence_struck(&it.struck_by, format::moment(language, at, zone)),
            None => String::new(),
        },
    });
    let open = found.open.iter().map(|(task, drive)| {
        let all = super::due_words(&page, drive.due, task.due);
        let know = drive.know_by.filter(|_| task.passed.is_none());
        let know = know.map(|day| format!("{}: {}. ", t.record_know(), super::due_words(&page, day, task.know)));
        (drive.name.clone(), know.unwrap_or_default() + &all)
    });
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = AbsencesPage {
        back: (format!("/pegawai/{person}"), found.person.name.full()),
        here: format!("/pegawai/{person}/tidak-di-tempat"),
        name: found.person.name.full(),
        rules: rules(t, language, found.rules),
        open: open.collect(),
        lines: lines.collect(),
        own: ask.caller.actor.person() == Some(person),
        kinds: AbsenceKind::ALL.map(|kind| (kind.code(), i18n::absence(t, kind.code()))).to_vec(),
        months: format::months(language).into_iter().map(str::to_owned).collect(),
        page: page.titled(t.absence_title()),
        errors,
        said,
        sent,
    };
    let mut response = show(&shown);
    *response.status_mut() = status;
    response
}
