//! Calendars to subscribe to, as iCalendar (RFC 5545). They are Indonesian: whoever subscribes says no language.

use super::page::{concern, institution, sorted};
use super::teller::Teller;
use crate::{Ask, Problem, Site};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base::{Date, Instant, Language, Zone};
use icalendar::{Calendar, Component, Event, EventStatus, Parameter, Property};
use norms::{Catalogue, Certainty, Concern, Election, Stage};
use service::Fault;

const LANGUAGE: Language = Language::Indonesian;

pub async fn national(State(site): State<Site>) -> Response {
    let law = site.app.law();
    let title = i18n::messages(LANGUAGE).stages_feed_title();
    answer(&calendar(law, (site.app.address(), ""), &title, &sorted(law, |_| true), site.now()))
}

pub async fn one(State(site): State<Site>, Path(id): Path<String>) -> Result<Response, Problem> {
    let law = site.app.law();
    let election = law.election(&id).ok_or(Fault::NotFound)?;
    let title = i18n::messages(LANGUAGE).stages_feed_title_of(&election.name.id);
    Ok(answer(&calendar(law, (site.app.address(), ""), &title, &[election], site.now())))
}

/// Those that concern the institution, and those of which nobody can say: whoever misses a stage is worse off than whoever
/// reads of one that was elsewhere.
pub async fn of_place(State(site): State<Site>, ask: Ask, Path(place): Path<String>) -> Result<Response, Problem> {
    let institution = institution(&site, &ask, &place).await?;
    let law = site.app.law_of(institution.id).await?;
    let law = law.as_ref();
    let elections = sorted(law, |it| concern(law, &institution, it) != Concern::No);
    let title = i18n::messages(LANGUAGE).stages_feed_title_of(crate::public::place_name(&institution.name));
    Ok(answer(&calendar(law, (site.app.address(), &place), &title, &elections, site.now())))
}

fn answer(text: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"tahapan.ics\""),
    ];
    (headers, text.to_owned()).into_response()
}

/// The calendar of these elections. `at` is the moment at which it is made; `place` is the address of this installation, and
/// within it the institution whose calendar it is, if it is one's.
fn calendar(
    law: &Catalogue,
    (address, place): (&str, &str),
    title: &str,
    elections: &[&Election],
    at: Instant,
) -> String {
    let teller = Teller { law, t: i18n::messages(LANGUAGE), language: LANGUAGE, place };
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//Netral//Tahapan pemilihan//ID"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.name(title);
    let interval = Property::new("REFRESH-INTERVAL", "P1D").append_parameter(("VALUE", "DURATION")).done();
    calendar.append_property(interval);
    for election in elections {
        for stage in &election.stages {
            for event in events(teller, address, election, stage, at) {
                calendar.push(event);
            }
        }
    }
    calendar.to_string()
}

/// What is told of one stage: its days, and the first day that another source gives. Nothing where it has no first day.
fn events(teller: Teller<'_>, address: &str, election: &Election, stage: &Stage, at: Instant) -> Vec<Event> {
    let t = teller.t;
    let Some(from) = stage.from else { return Vec::new() };
    let name = t.public_stage(teller.stage(stage), teller.name(election));
    let summary = match (stage.held, stage.to) {
        (false, _) => t.stages_feed_not_held(name.clone()),
        (true, Some(_)) => name.clone(),
        (true, None) => t.stages_feed_begins(name.clone()),
    };
    let status = match (stage.held, stage.certainty, stage.or_from) {
        (false, ..) => EventStatus::Cancelled,
        (true, Certainty::Verified, None) => EventStatus::Confirmed,
        (true, ..) => EventStatus::Tentative,
    };
    let description = description(teller, election, stage);
    let event = |suffix: &str, first: Date, last: Date, summary: &str| {
        let mut event = Event::new();
        // The ids of the law files are stable, so that a changed day moves the event in the calendars of subscribers.
        event.uid(&format!("{}.{}{suffix}@tahapan.netral", election.id, stage.id));
        event.add_property("DTSTAMP", stamp(at));
        event.append_property(day("DTSTART", first));
        // The end of an event of whole days is the first day that no longer belongs to it.
        event.append_property(day("DTEND", last.next_day().unwrap_or(last)));
        event.summary(summary);
        event.description(&description);
        event.url(&format!("{address}{}", teller.href(election)));
        event.status(status);
        // Nobody is busy because an election has a stage.
        event.add_property("TRANSP", "TRANSPARENT");
        event.done()
    };
    let own = event("", from, stage.to.unwrap_or(from), &summary);
    let other = stage.or_from.map(|other| event(".sumber-lain", other, other, &t.stages_feed_or(name.clone())));
    std::iter::once(own).chain(other).collect()
}

fn description(teller: Teller<'_>, election: &Election, stage: &Stage) -> String {
    let t = teller.t;
    let set_by = election.instrument.as_ref().and_then(|it| teller.law.instrument(it));
    let set_by = set_by.map(|it| t.stages_feed_set_by(it.citation.in_language(LANGUAGE)));
    let source = |source: &norms::Source| {
        let what = source.what.in_language(LANGUAGE);
        let url = source.url.as_ref().map(|url| format!(" {url}")).unwrap_or_default();
        format!("{} {what}.{url}", t.public_source())
    };
    let mut lines = vec![teller.means(stage.kind), crate::public::certainty(t, stage.certainty)];
    lines.push(teller.other_day(stage));
    lines.extend(stage.note.as_ref().map(|note| note.in_language(LANGUAGE).to_owned()));
    if election.regions.is_some() {
        lines.push(t.stages_feed_where(teller.place(election)));
    }
    lines.extend(set_by);
    lines.extend(election.sources.iter().map(source));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// A property with a day as its value.
fn day(key: &str, day: Date) -> Property {
    let digits = format!("{:04}{:02}{:02}", day.year(), u8::from(day.month()), day.day());
    Property::new(key, digits).append_parameter(Parameter::new("VALUE", "DATE")).done()
}

/// A moment in universal time, as calendars write it.
fn stamp(at: Instant) -> String {
    let at = at.local(Zone::Wib).to_offset(time::UtcOffset::UTC);
    let day = format!("{:04}{:02}{:02}", at.year(), u8::from(at.month()), at.day());
    format!("{day}T{:02}{:02}{:02}Z", at.hour(), at.minute(), at.second())
}
