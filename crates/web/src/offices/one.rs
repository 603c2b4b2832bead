//! One post: who holds and held it, and what can be recorded about that.

use super::HERE;
use super::words::{self, Days, flawed, letter};
use crate::chrome::{error_at, show};
use crate::register::tenure;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use domain::appointment::PostFlaw;
use domain::ids::PostId;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{EndCommand, Fault, HoldingRow, OfficeView, Recorded, Refusal};

struct Line {
    holder: String,
    name: String,
    tenure: String,
    since: String,
    until: String,
    letters: Vec<String>,
    state: (&'static str, String),
    may_end: bool,
}

/// What waits for a second person.
struct Waiting {
    id: String,
    what: String,
    facts: Vec<(String, String)>,
    /// Whether it rests on a letter; a mistake has none.
    has_letter: bool,
    may_confirm: bool,
    may_refuse: bool,
    may_call_off: bool,
}

#[derive(Template)]
#[template(path = "offices/one.html")]
struct One {
    page: Page,
    here: String,
    said: String,
    errors: Vec<(&'static str, String)>,
    facts: Vec<(String, String)>,
    lines: Vec<Line>,
    waiting: Option<Waiting>,
    /// Whose holding is being ended, if one is.
    ending: Option<(String, String)>,
    retitling: bool,
    may_record: bool,
    may_appoint: bool,
    two: bool,
    months: [&'static str; 12],
    typed: Typed,
}

impl One {
    fn error(&self, field: &str) -> &str {
        error_at(&self.errors, field)
    }
}

/// What was typed, and which form is open.
#[derive(Debug, Default, Deserialize)]
pub struct Typed {
    #[serde(default)]
    langkah: String,
    #[serde(default)]
    judul: String,
    #[serde(default)]
    pemangku: String,
    #[serde(default)]
    keliru: String,
    #[serde(default)]
    usul: String,
    #[serde(flatten)]
    days: Days,
}

/// What was done before, and which form is open.
#[derive(Debug, Default, Deserialize)]
pub struct Shown {
    sudah: Option<String>,
    #[serde(default)]
    langkah: String,
    #[serde(default)]
    pemangku: String,
}

/// Shows it.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<PostId>,
    Query(shown): Query<Shown>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let typed = Typed { langkah: shown.langkah, pemangku: shown.pemangku, ..Typed::default() };
    let view = site.app.office(&ask.caller, id).await?;
    let t = ask.page("").t;
    let said = match shown.sudah.as_deref() {
        Some("baru") => t.office_said_new(),
        Some("judul") => t.office_said_title(),
        Some("angkat") => t.office_said_begun(),
        Some("akhir") => t.office_said_ended(),
        Some("usul") if view.waiting.is_some() => t.office_said_proposed(),
        Some("sah") => t.office_said_confirmed(),
        Some("tolak") => t.office_said_closed(),
        _ => String::new(),
    };
    Ok(show(&One { said, ..page_of(&ask, view, typed, Vec::new()) }))
}

/// Corrects the title, ends a holding, or decides what waits.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<PostId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let here = format!("{HERE}/{id}");
    if let Err(to_proof) = ask.proved_lately(&here) {
        return Ok(to_proof.into_response());
    }
    let page = ask.page("");
    let t = page.t;
    let done = match typed.langkah.as_str() {
        "judul" => site.app.retitle_post(&ask.caller, id, &typed.judul).await.map(|()| "judul"),
        "akhiri" => match command(t, id, &typed) {
            Err(errors) => return again(&site, &ask, id, typed, errors).await,
            Ok(command) => site.app.end_holding(&ask.caller, command).await.map(|it| match it {
                Recorded::Done => "akhir",
                Recorded::Waiting => "usul",
            }),
        },
        "sah" => {
            let usul = typed.usul.parse().map_err(|_| Fault::NotFound)?;
            site.app.confirm_appointment(&ask.caller, usul).await.map(|()| "sah")
        }
        "tolak" => {
            let usul = typed.usul.parse().map_err(|_| Fault::NotFound)?;
            site.app.turn_down_appointment(&ask.caller, usul).await.map(|()| "tolak")
        }
        _ => Err(Fault::NotFound),
    };
    let error = match done {
        Ok(said) => return Ok(Redirect::to(&format!("{here}?sudah={said}")).into_response()),
        // Somebody else was faster: the page says how it stands.
        Err(Fault::Conflict | Fault::Refused(Refusal::Post(PostFlaw::Decided))) => {
            return Ok(Redirect::to(&here).into_response());
        }
        Err(Fault::Refused(Refusal::HasLeft)) => ("usul", t.office_error_has_left()),
        Err(Fault::Refused(Refusal::Post(flaw))) => {
            let (field, text) = flawed(t, page.language, flaw);
            // What is wrong with a proposal is said at the proposal.
            let field = if matches!(typed.langkah.as_str(), "sah" | "tolak") { "usul" } else { field };
            (if field == "orang" || field == "mulai" { "sampai" } else { field }, text)
        }
        Err(fault) => return Err(fault.into()),
    };
    again(&site, &ask, id, typed, vec![error]).await
}

async fn again(
    site: &Site,
    ask: &Ask,
    id: PostId,
    typed: Typed,
    errors: Vec<(&'static str, String)>,
) -> Result<Response, Problem> {
    let mut again = ask.caller.clone();
    again.occasion = site.occasion();
    let view = site.app.office(&again, id).await?;
    let mut response = show(&page_of(ask, view, typed, errors));
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

fn command(t: &Messages, post: PostId, typed: &Typed) -> Result<EndCommand, Vec<(&'static str, String)>> {
    let Ok(holder) = typed.pemangku.parse() else { return Err(vec![("sampai", t.office_error_over())]) };
    if typed.keliru == "ya" {
        return Ok(EndCommand { post, holder, last: None });
    }
    match (typed.days.until(), typed.days.letter()) {
        (Some(until), Some(letter)) => Ok(EndCommand { post, holder, last: Some((until, letter)) }),
        (until, letter) => {
            let missing = [(until.is_none(), "sampai"), (letter.is_none(), "tanggal")];
            Err(missing.into_iter().filter(|it| it.0).map(|(_, field)| (field, t.import_error_date())).collect())
        }
    }
}

fn line(page: &Page, view: &OfficeView, row: &HoldingRow) -> Line {
    let (t, language, it) = (page.t, page.language, &row.holder);
    let lasts = it.until.is_none_or(|until| until >= view.today);
    let state = match (it.ever_holds(), it.holds_on(view.today), row.has_left) {
        (false, ..) => ("belum", t.office_state_never()),
        (true, true, true) => ("terlambat", t.office_holder_left()),
        (true, true, false) => ("sudah", t.office_state_holds()),
        (true, false, _) if lasts => ("dimulai", t.office_state_coming()),
        (true, false, _) => ("belum", t.office_state_over()),
    };
    let begun = row.begun.iter().map(|it| t.office_letter_begun(letter(t, language, it)));
    let ended = row.ended.iter().map(|it| t.office_letter_ended(letter(t, language, it)));
    Line {
        holder: it.id.to_string(),
        name: row.name.clone(),
        tenure: tenure(t, it.tenure),
        since: format::date(language, it.since),
        until: match it.until {
            Some(until) if it.ever_holds() => format::date(language, until),
            _ => String::new(),
        },
        letters: begun.chain(ended).collect(),
        state,
        may_end: view.may_record && it.ever_holds(),
    }
}

fn page_of(ask: &Ask, view: OfficeView, mut typed: Typed, errors: Vec<(&'static str, String)>) -> One {
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let lines: Vec<Line> = view.holdings.iter().map(|row| line(&page, &view, row)).collect();
    let chosen = lines.iter().find(|line| line.may_end && line.holder == typed.pemangku);
    let ending = chosen.filter(|_| typed.langkah == "akhiri").map(|it| (it.holder.clone(), it.name.clone()));
    let retitling = typed.langkah == "judul" && view.may_record;
    if retitling && errors.is_empty() {
        typed.judul.clone_from(&view.post.title);
    }
    let waiting = view.waiting.as_ref().map(|it| {
        let works = it.works.iter().map(|(unit, position)| (t.office_works_as(), t.office_works(position, unit)));
        let mut facts: Vec<(String, String)> = works.collect();
        facts.push((t.merge_proposed_by(), it.proposed_by.clone()));
        facts.push((t.merge_proposed_at(), format::moment(language, it.proposed, page.zone)));
        facts.extend(it.letter.as_ref().map(|it| (t.delegation_letter_column(), letter(t, language, it))));
        Waiting {
            id: it.id.to_string(),
            what: words::turn(t, language, &it.turn, &it.name),
            facts,
            has_letter: it.letter.is_some(),
            may_confirm: it.may_confirm,
            may_refuse: it.may_turn_down == Some(false),
            may_call_off: it.may_turn_down == Some(true),
        }
    });
    One {
        here: format!("{HERE}/{}", view.post.id),
        said: String::new(),
        facts: vec![(t.register_unit(), view.unit.clone()), (t.office_duty(), words::duty(t, view.post.duty))],
        ending,
        retitling,
        may_record: view.may_record,
        may_appoint: view.may_record && view.lives && view.waiting.is_none(),
        two: view.two,
        months: format::months(language),
        waiting,
        lines,
        errors,
        typed,
        page: page.titled(view.post.title),
    }
}
