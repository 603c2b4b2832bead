//! The stages on a day: of all elections, of those that concern an institution, and of one with its whole calendar.

use super::now::Now;
use super::teller::{State as Standing, Teller};
use crate::day_choice::DayChoice;
use crate::public::{Origin, RuleLink, origins, place_name, rule_link};
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base::{Date, Zone};
use domain::tenancy::{Institution, InstitutionKind};
use norms::{Catalogue, Concern, Election, Stage};
use serde::Deserialize;
use service::{Fault, Government};

/// The day that is asked for.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    pada: String,
}

fn day(page: &Page, asked: &Asked, today: Date) -> DayChoice {
    DayChoice::of(page, "pada", &asked.pada, today, today)
}

/// A line of the list of elections.
struct Line {
    name: String,
    href: String,
    state: Standing,
    voting: String,
    place: String,
}

#[derive(Template)]
#[template(path = "stages/list.html")]
struct ListPage {
    page: Page,
    /// The institution's name above the title; empty on the page of the whole country.
    caption: String,
    lead: String,
    back: (String, String),
    here: String,
    feed: String,
    shown: DayChoice,
    entries: Vec<Now>,
    lines: Vec<Line>,
    /// Elections of which nobody can say whether they concern the institution.
    unsure: Vec<Line>,
    /// The names of those that do not.
    elsewhere: String,
}

pub async fn national(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Response {
    let law = site.app.law();
    let page = ask.page("");
    let teller = Teller { law, t: page.t, language: page.language, place: "" };
    let shown = day(&page, &asked, site.now().date(Zone::Wib));
    let title = page.t.stages_title();
    let entries = law.running_on(shown.on).map(|it| Now::of(teller, it, shown.on, String::new())).collect();
    let template = ListPage {
        caption: String::new(),
        lead: page.t.stages_lead(),
        back: ("/".to_owned(), page.t.home()),
        here: "/tahapan".to_owned(),
        feed: "/tahapan.ics".to_owned(),
        entries,
        lines: lines(teller, sorted(law, |_| true), shown.on),
        unsure: Vec::new(),
        elsewhere: String::new(),
        page: page.titled(title),
        shown,
    };
    template.shown.answer(&template)
}

pub async fn of_place(
    State(site): State<Site>,
    ask: Ask,
    Path(place): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let institution = institution(&site, &ask, &place).await?;
    let law = site.app.law_of(institution.id).await?;
    let law = law.as_ref();
    let page = ask.page("").at(&institution);
    let teller = Teller { law, t: page.t, language: page.language, place: &place };
    let shown = day(&page, &asked, site.now().date(institution.zone));
    let name = place_name(&institution.name).to_owned();
    let concern = |election: &Election| concern(law, &institution, election);
    let running = law.running_on(shown.on).filter(|it| concern(it) != Concern::No);
    let entries = running.map(|it| {
        let doubt = if concern(it) == Concern::Unknown { page.t.stages_doubt(&name) } else { String::new() };
        Now::of(teller, it, shown.on, doubt)
    });
    let elsewhere = sorted(law, |it| concern(it) == Concern::No);
    let elsewhere: Vec<String> = elsewhere.into_iter().map(|it| teller.name(it)).collect();
    let title = page.t.stages_title();
    let template = ListPage {
        lead: page.t.stages_place_lead(&name),
        back: (format!("/{place}"), name.clone()),
        here: format!("/{place}/tahapan"),
        feed: format!("/{place}/tahapan.ics"),
        entries: entries.collect(),
        lines: lines(teller, sorted(law, |it| concern(it) == Concern::Yes), shown.on),
        unsure: lines(teller, sorted(law, |it| concern(it) == Concern::Unknown), shown.on),
        elsewhere: elsewhere.join(", "),
        caption: name,
        page: page.titled(title),
        shown,
    };
    Ok(template.shown.answer(&template))
}

/// The institution of this installation with this short name. A government that only the news tells of has no such page:
/// its pages carry what the news says and no more.
pub(super) async fn institution(site: &Site, ask: &Ask, place: &str) -> Result<Institution, Fault> {
    match site.app.public_institution(ask.caller.occasion, place).await?.government {
        Government::Ours(institution) => Ok(*institution),
        Government::Reported(_) => Err(Fault::NotFound),
    }
}

/// Whether an election concerns an institution. The people of a ministry are everywhere, so nobody can say it of an election
/// that was not held everywhere.
pub(super) fn concern(law: &Catalogue, institution: &Institution, election: &Election) -> Concern {
    // What it recorded itself.
    if election.letter.is_some() {
        return Concern::Yes;
    }
    if institution.kind == InstitutionKind::Agency {
        return if election.regions.is_none() { Concern::Yes } else { Concern::Unknown };
    }
    let province = law.institution(&institution.short_name).and_then(|known| known.province.as_deref());
    election.concerns(place_name(&institution.name), province)
}

/// These elections, the one in which people vote last first.
pub(super) fn sorted(law: &Catalogue, which: impl Fn(&Election) -> bool) -> Vec<&Election> {
    let mut found: Vec<&Election> = law.elections().iter().filter(|it| which(it)).collect();
    found.sort_by_key(|it| std::cmp::Reverse(it.stages.iter().filter_map(voting_day).max()));
    found
}

fn voting_day(stage: &Stage) -> Option<Date> {
    let is_voting = matches!(stage.kind, norms::StageKind::Voting | norms::StageKind::VotingLimit);
    stage.to.or(stage.from).filter(|_| stage.held && is_voting)
}

fn lines(teller: Teller<'_>, elections: Vec<&Election>, on: Date) -> Vec<Line> {
    let line = |election: &Election| Line {
        name: teller.name(election),
        href: teller.href(election),
        state: teller.election_state(election, on),
        voting: teller.voting(election),
        place: teller.place(election),
    };
    elections.into_iter().map(line).collect()
}

/// A stage in the whole calendar.
struct Row {
    name: String,
    means: String,
    days: String,
    other: String,
    contests: String,
    state: Standing,
    mark: String,
    note: String,
}

#[derive(Template)]
#[template(path = "stages/one.html")]
struct OnePage {
    page: Page,
    state: Standing,
    back: String,
    here: String,
    feed: String,
    shown: DayChoice,
    /// Where it stands, while it surely runs.
    entry: Option<Now>,
    place: String,
    /// The instrument that sets the calendar.
    set_by: Option<RuleLink>,
    /// The election that it repeats in some regions.
    repeats: Option<RuleLink>,
    /// The elections that repeat it.
    repeated: Vec<RuleLink>,
    rows: Vec<Row>,
    /// What was planned and not held.
    planned: Vec<Row>,
    notes: Vec<String>,
    sources: Vec<Origin>,
}

pub async fn one(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let today = site.now().date(Zone::Wib);
    Ok(whole(site.app.law(), &ask, "", &id, &asked, today)?)
}

/// The same among the elections of an institution: those that it recorded itself, and those of the law files.
pub async fn one_of_place(
    State(site): State<Site>,
    ask: Ask,
    Path((place, id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let institution = institution(&site, &ask, &place).await?;
    let law = site.app.law_of(institution.id).await?;
    Ok(whole(&law, &ask, &place, &id, &asked, site.now().date(institution.zone))?)
}

fn whole(law: &Catalogue, ask: &Ask, place: &str, id: &str, asked: &Asked, today: Date) -> Result<Response, Fault> {
    let election = law.election(id).ok_or(Fault::NotFound)?;
    let page = ask.page(election.name.in_language(ask.language));
    let (t, language) = (page.t, page.language);
    let teller = Teller { law, t, language, place };
    let shown = day(&page, asked, today);
    let on = shown.on;
    let runs = election.runs_on(on) == Some(true);
    let link = |it: &Election| RuleLink::to(teller.href(it), teller.name(it));
    let mut stages: Vec<&Stage> = election.stages.iter().collect();
    // What has no first day comes last.
    stages.sort_by_key(|stage| (stage.from.is_none(), stage.from));
    let rows = |held: bool| -> Vec<Row> {
        let these = stages.iter().filter(|it| it.held == held);
        these.map(|it| row(teller, election, it, on)).collect()
    };
    let here = teller.href(election);
    // One election of an institution alone is not subscribed to: its calendar has all that concern it.
    let (back, feed) = match place {
        "" => ("/tahapan".to_owned(), format!("{here}/tahapan.ics")),
        place => (format!("/{place}/tahapan"), format!("/{place}/tahapan.ics")),
    };
    let template = OnePage {
        state: teller.election_state(election, on),
        back,
        feed,
        here,
        entry: runs.then(|| Now::of(teller, election, on, String::new())),
        place: teller.place(election),
        set_by: election.instrument.as_ref().and_then(|it| law.instrument(it)).map(|it| rule_link(law, language, it)),
        repeats: election.of.as_ref().and_then(|of| law.election(of)).map(link),
        repeated: law.elections().iter().filter(|it| it.of.as_ref() == Some(&election.id)).map(link).collect(),
        rows: rows(true),
        planned: rows(false),
        notes: election.notes.iter().map(|note| note.in_language(language).to_owned()).collect(),
        sources: origins(t, language, &election.sources),
        page,
        shown,
    };
    Ok(template.shown.answer(&template))
}

fn row(teller: Teller<'_>, election: &Election, stage: &Stage, on: Date) -> Row {
    let contests: Vec<String> = stage.contests.iter().map(|it| teller.contest(*it)).collect();
    Row {
        name: teller.stage(stage),
        means: teller.means(stage.kind),
        days: teller.days(stage),
        other: teller.other_day(stage),
        contests: contests.join(", "),
        state: if stage.held {
            teller.stage_state(election, stage, on)
        } else {
            ("", teller.t.stages_stage_not_held())
        },
        mark: teller.mark(stage.certainty),
        note: stage.note.as_ref().map(|note| note.in_language(teller.language).to_owned()).unwrap_or_default(),
    }
}
