//! Words for posts and their holders.

use crate::register::tenure as tenure_word;
use crate::typed_date::calendar_day;
use base::Date;
use domain::appointment::{PostFlaw, Turn};
use domain::delegation::Letter;
use domain::post::Duty;
use i18n::{Language, Messages, format};
use serde::Deserialize;

/// What a post obliges to.
pub fn duty(t: &Messages, duty: Duty) -> String {
    match duty {
        Duty::HeadOfRegion => t.office_duty_head_of_region(),
        Duty::RegionalSecretary => t.office_duty_regional_secretary(),
        Duty::HeadOfUnit => t.office_duty_head_of_unit(),
        Duty::Other => t.office_duty_other(),
    }
}

/// What is proposed about somebody, in a sentence.
pub fn turn(t: &Messages, language: Language, turn: &Turn, name: &str) -> String {
    let day = |day: Date| format::date(language, day);
    match *turn {
        Turn::Begins { tenure, since, until: None } => t.office_turn_begins(name, tenure_word(t, tenure), day(since)),
        Turn::Begins { tenure, since, until: Some(until) } => {
            t.office_turn_begins_until(name, tenure_word(t, tenure), day(since), day(until))
        }
        Turn::Ends { until } => t.office_turn_ends(name, day(until)),
        Turn::Never => t.office_turn_never(name),
    }
}

/// A letter by number and date.
pub fn letter(t: &Messages, language: Language, letter: &Letter) -> String {
    t.delegation_letter_of(&letter.number, format::date(language, letter.dated))
}

/// The field that has to be mended, and how.
pub fn flawed(t: &Messages, language: Language, flaw: PostFlaw) -> (&'static str, String) {
    match flaw {
        PostFlaw::Title => ("judul", t.office_error_title()),
        PostFlaw::TitleTaken => ("judul", t.office_error_title_taken()),
        PostFlaw::Unit => ("unit", t.office_error_unit()),
        PostFlaw::OnlyOne => ("tugas", t.office_error_only_one()),
        PostFlaw::HeadTaken => ("tugas", t.office_error_head_taken()),
        PostFlaw::Person => ("orang", t.office_error_person()),
        PostFlaw::Oneself => ("orang", t.office_error_oneself()),
        PostFlaw::Tenure => ("cara", t.office_error_tenure()),
        PostFlaw::Order => ("sampai", t.office_error_order()),
        PostFlaw::TooFar => ("mulai", t.office_error_far()),
        PostFlaw::UntilTooFar => ("sampai", t.office_error_until_far()),
        PostFlaw::Held { since } => ("mulai", t.office_error_held(format::date(language, since))),
        PostFlaw::NoDefinitive => ("cara", t.office_error_no_definitive()),
        PostFlaw::Over => ("sampai", t.office_error_over()),
        PostFlaw::Letter => ("surat", t.office_error_letter()),
        PostFlaw::Waits => ("orang", t.office_error_waits()),
        PostFlaw::SecondPerson => ("usul", t.office_error_second()),
        PostFlaw::Decided => ("usul", t.office_error_decided()),
    }
}

/// Number and date of a letter, and first and last day, as they are typed.
#[derive(Debug, Default, Clone, Deserialize)]
pub struct Days {
    #[serde(default)]
    pub mulai_day: String,
    #[serde(default)]
    pub mulai_month: String,
    #[serde(default)]
    pub mulai_year: String,
    #[serde(default)]
    pub sampai_day: String,
    #[serde(default)]
    pub sampai_month: String,
    #[serde(default)]
    pub sampai_year: String,
    #[serde(default)]
    pub surat: String,
    #[serde(default)]
    pub tanggal_day: String,
    #[serde(default)]
    pub tanggal_month: String,
    #[serde(default)]
    pub tanggal_year: String,
}

/// A day that exists, of the years in which somebody who is alive can have taken a post.
fn date(day: &str, month: &str, year: &str) -> Option<Date> {
    calendar_day(day, month, year).filter(|date| (1950..=2100).contains(&date.year()))
}

impl Days {
    /// The first day.
    pub fn since(&self) -> Option<Date> {
        date(&self.mulai_day, &self.mulai_month, &self.mulai_year)
    }

    /// The last day.
    pub fn until(&self) -> Option<Date> {
        date(&self.sampai_day, &self.sampai_month, &self.sampai_year)
    }

    /// Whether nothing was typed as the last day.
    pub fn is_open(&self) -> bool {
        [&self.sampai_day, &self.sampai_month, &self.sampai_year].iter().all(|text| text.trim().is_empty())
    }

    /// The letter.
    pub fn letter(&self) -> Option<Letter> {
        let dated = date(&self.tanggal_day, &self.tanggal_month, &self.tanggal_year)?;
        Some(Letter { number: self.surat.clone(), dated })
    }
}
