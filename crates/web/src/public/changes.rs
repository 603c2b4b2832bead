//! What changed in the rules between two days.

use super::links;
use super::sheet::Link;
use crate::day_choice::{DayChoice, answer};
use crate::{Ask, Page, Site};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use base::{Date, Zone};
use i18n::format;
use norms::{Catalogue, Change, ChangeKind};
use serde::Deserialize;

/// The two days, both included.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    dari: String,
    #[serde(default)]
    sampai: String,
}

#[derive(Template)]
#[template(path = "public/changes.html")]
struct ChangesPage {
    page: Page,
    from: DayChoice,
    to: DayChoice,
    errors: Vec<(String, String)>,
    heading: String,
    /// Each day with what happened.
    days: Vec<(String, Vec<(String, Link)>)>,
}

pub async fn get(State(site): State<Site>, ask: Ask, Query(asked): Query<Asked>) -> Response {
    let (law, today) = (site.app.law(), site.now().date(Zone::Wib));
    let page = ask.page("");
    let (t, language) = (page.t, page.language);
    let to = DayChoice::of(&page, "sampai", &asked.sampai, today, today);
    let from = DayChoice::of(&page, "dari", &asked.dari, year_before(to.on), today);
    let mut errors = [from.errors.as_slice(), to.errors.as_slice()].concat();
    if errors.is_empty() && from.on > to.on {
        errors.push(("dari".to_owned(), t.rule_changes_error_order()));
    }
    let mut days: Vec<(Date, Vec<(String, Link)>)> = Vec::new();
    let changes = if errors.is_empty() { law.changes(from.on, to.on, language) } else { Vec::new() };
    for change in &changes {
        let line = (change.kind.name(language).to_owned(), link(law, change));
        match days.last_mut() {
            Some((day, lines)) if *day == change.on => lines.push(line),
            _ => days.push((change.on, vec![line])),
        }
    }
    let template = ChangesPage {
        heading: t.rule_changes_between(format::date(language, from.on), format::date(language, to.on)),
        days: days.into_iter().map(|(day, lines)| (format::weekday_date(language, day), lines)).collect(),
        page: page.titled(t.rule_changes_title()),
        from,
        to,
        errors,
    };
    answer(&template, &template.errors)
}

/// The same day of the year before; the day before it where that year has none.
fn year_before(day: Date) -> Date {
    day.replace_year(day.year() - 1)
        .or_else(|_| day.replace_day(28).and_then(|it| it.replace_year(day.year() - 1)))
        .unwrap_or(day)
}

/// Where what changed is read; a sanction has no page of its own.
fn link(law: &Catalogue, change: &Change) -> Link {
    let href = match change.kind {
        ChangeKind::InstrumentBegins | ChangeKind::InstrumentEnds | ChangeKind::Amended | ChangeKind::Reviewed => {
            law.instrument(&change.id).map(|it| links::href(law, it)).unwrap_or_default()
        }
        ChangeKind::NormBegins | ChangeKind::NormEnds => format!("/aturan/norma/{}", change.id),
        ChangeKind::PenaltyBegins | ChangeKind::PenaltyEnds => String::new(),
    };
    Link::to(href, change.name.clone())
}

#[cfg(test)]
mod tests {
    use super::year_before;
    use base::{iso_date, parse_iso_date};

    #[test]
    fn the_day_that_only_a_leap_year_has_is_the_one_before_it() {
        for (day, before) in [("2024-10-14", "2023-10-14"), ("2024-02-29", "2023-02-28")] {
            assert_eq!(iso_date(year_before(parse_iso_date(day).unwrap())), before);
        }
    }
}
