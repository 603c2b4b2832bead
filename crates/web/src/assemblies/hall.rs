//! The screen in the hall. It stands on the hall's computer under its operator's sign-in and shows no names.

use super::{id, words};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use domain::assembly::Phase;
use i18n::format;
use qrcode::{Color, EcLevel, QrCode};
use service::{Fault, Hall, Share};
use std::fmt::Write as _;

#[derive(Template)]
#[template(path = "assemblies/hall.html")]
struct HallPage {
    page: Page,
    back: String,
    stream: String,
    body: String,
}

/// One line of the units.
struct Line {
    name: String,
    part: i64,
    whole: i64,
    share: String,
}

/// What changes on the screen.
#[derive(Template)]
#[template(path = "assemblies/hall_body.html")]
struct Body<'a> {
    page: &'a Page,
    kind: &'static str,
    sub: String,
    qr: Option<Qr>,
    address: String,
    words: String,
    joined: String,
    planned: String,
    point_title: String,
    point: String,
    count: String,
    of: String,
    lines: Vec<Line>,
    sheet: String,
    witnesses: String,
    /// That leaders sign first, and since when everybody may; empty where that was not planned.
    order: String,
    bar: String,
    bar_more: String,
}

/// A code as a path over a square of so many units.
struct Qr {
    side: usize,
    path: String,
}

/// The whole screen.
pub async fn get(State(site): State<Site>, ask: Ask, Path(text): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let id = id(&text)?;
    let hall = site.app.hall(&ask.caller, id).await?;
    let page = ask.page(ask.page("").t.hall_title());
    let body = body(&site, &page, &hall)?;
    // Of one that is over there is nothing more to tell.
    let over = hall.assembly.phase == Phase::Done;
    let stream = if over { String::new() } else { format!("/ikrar/{id}/layar/alir") };
    Ok(show(&HallPage { body, back: format!("/ikrar/{id}"), stream, page }))
}

/// What stands on the screen now, as HTML.
pub fn body(site: &Site, page: &Page, hall: &Hall) -> Result<String, Fault> {
    let (t, plan, phase) = (page.t, &hall.assembly.plan, hall.assembly.phase);
    let address = site.app.address();
    let host = address.split_once("://").map_or(address, |(_, host)| host);
    let joins = phase == Phase::Join || phase.takes_signatures(true);
    let words = hall.words.filter(|_| joins);
    let qr = words.map(|said| qr(&format!("{address}/i/{}", said.address()))).transpose()?;
    let when = format::weekday_date(page.language, plan.held.date(hall.zone));
    let unit = hall.unit.as_ref().unwrap_or(&hall.institution);
    let Share { owing, pledged } = hall.share;
    let points = &site.app.law().pledge().pledge.points;
    // The pledge is spoken in Indonesian, whatever language the operator reads.
    let spoken = usize::from(phase.point()).checked_sub(1).and_then(|at| points.get(at));
    let offices: Vec<&str> = plan.witnesses.iter().map(|it| it.office.as_str()).collect();
    let (bar, bar_more) = match phase {
        Phase::Planned => (String::new(), String::new()),
        Phase::Join => (t.hall_bar_join(), t.hall_bar_desk()),
        Phase::Read(_) => (t.hall_bar_read(), t.hall_read_along()),
        Phase::Leaders => (t.hall_bar_leaders(), t.hall_bar_wait()),
        Phase::Sign => (t.hall_bar_sign(), t.hall_bar_desk()),
        Phase::Done => (t.hall_bar_done(), t.hall_bar_absent()),
    };
    let line = |(name, share): &(String, Share)| Line {
        name: name.clone(),
        part: share.pledged,
        whole: share.owing.max(1),
        share: format!("{} {}", few(page, share.pledged), t.hall_of(words::people(page, share.owing))),
    };
    let view = Body {
        page,
        kind: phase.code(),
        sub: t.hall_sub(when, unit),
        qr,
        address: format!("{host}/i"),
        words: words.map(|said| said.spoken()).unwrap_or_default(),
        joined: words::people(page, hall.turnout.came),
        planned: t.hall_planned(
            format::weekday_date(page.language, plan.held.date(hall.zone)),
            format::time(page.language, plan.held, hall.zone),
            &plan.place,
        ),
        point_title: if phase.point() > 0 { t.point_title(phase.point()) } else { String::new() },
        point: spoken.map(|point| point.text.in_language(base::Language::Indonesian).to_owned()).unwrap_or_default(),
        count: few(page, pledged),
        of: t.hall_of(words::people(page, owing)),
        lines: hall.units_shown().iter().map(line).collect(),
        sheet: if hall.turnout.by_sheet > 0 {
            t.hall_sheet(words::people(page, hall.turnout.by_sheet))
        } else {
            String::new()
        },
        witnesses: if offices.is_empty() { String::new() } else { t.hall_witnesses(offices.join(", ")) },
        order: match (plan.leaders_first, hall.assembly.signing) {
            (false, _) => String::new(),
            (true, None) => t.assembly_leaders_first(),
            (true, Some(at)) => t.assembly_leaders_then(format::time(page.language, at, hall.zone)),
        },
        bar,
        bar_more,
    };
    view.render().map_err(|error| Fault::Unexpected(error.to_string()))
}

/// A count alone: digits where there are two or more, words with what is counted where there are fewer.
fn few(page: &Page, count: i64) -> String {
    if (0..=9).contains(&count) { page.t.people_in_words(count) } else { format::number(page.language, count) }
}

/// The code of an address: each dark run of a row is a rectangle of the path.
fn qr(address: &str) -> Result<Qr, Fault> {
    let broken = |error: qrcode::types::QrError| Fault::Unexpected(format!("no QR code: {error}"));
    let code = QrCode::with_error_correction_level(address, EcLevel::M).map_err(broken)?;
    let (width, colors) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (row, line) in colors.chunks(width).enumerate() {
        let mut at = 0;
        while at < width {
            let run = line.iter().skip(at).take_while(|color| **color == Color::Dark).count();
            if run > 0 {
                write!(path, "M{} {row}h{run}v1h-{run}z", at).map_err(|error| Fault::Unexpected(error.to_string()))?;
            }
            at += run.max(1);
        }
    }
    Ok(Qr { side: width, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_draws_every_dark_module_once() {
        let address = "https://netral.sukamaju.example/i/melati-sawah";
        let drawn = qr(address).unwrap();
        let code = QrCode::with_error_correction_level(address, EcLevel::M).unwrap();
        let dark = code.to_colors().into_iter().filter(|color| *color == Color::Dark).count();
        let runs: usize = drawn.path.split('h').skip(1).step_by(2).map(run_of).sum();
        assert_eq!((drawn.side, runs), (code.width(), dark));
    }

    fn run_of(text: &str) -> usize {
        text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
    }
}
