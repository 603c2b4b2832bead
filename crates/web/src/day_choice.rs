//! A day that a page is asked for in its address.

use crate::{Page, chrome};
use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::Date;
use i18n::format;

/// The day that a page shows, and what its form says of it.
pub struct DayChoice {
    pub on: Date,
    pub is_today: bool,
    /// The day in words.
    pub words: String,
    /// What stands in the field.
    pub typed: String,
    /// Empty, or the one thing to mend.
    pub errors: Vec<(String, String)>,
}

impl DayChoice {
    /// The day asked for in this field; `otherwise` where nothing is asked, and where what is asked is no day between the years
    /// 2000 and 2100.
    pub fn of(page: &Page, field: &str, asked: &str, otherwise: Date, today: Date) -> Self {
        let asked = asked.trim();
        let read = base::parse_iso_date(asked).ok().filter(|date| (2000..=2100).contains(&date.year()));
        let is_wrong = read.is_none() && !asked.is_empty();
        let on = read.unwrap_or(otherwise);
        Self {
            on,
            is_today: on == today,
            words: format::weekday_date(page.language, on),
            typed: if is_wrong { asked.to_owned() } else { base::iso_date(on) },
            errors: if is_wrong { vec![(field.to_owned(), page.t.stages_error_day())] } else { Vec::new() },
        }
    }

    /// The page, as one with something to mend where there is.
    pub fn answer(&self, template: &impl Template) -> Response {
        answer(template, &self.errors)
    }
}

/// A page; where there is something to mend, it says so by its status too.
pub fn answer(template: &impl Template, errors: &[(String, String)]) -> Response {
    let shown = chrome::show(template);
    if errors.is_empty() { shown } else { (StatusCode::UNPROCESSABLE_ENTITY, shown).into_response() }
}
