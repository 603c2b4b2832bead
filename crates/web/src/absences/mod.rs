//! When people are away: a page for each person, on which a personnel officer records it.

mod page;

use crate::{Area, Page};
use base::Date;
use domain::absence::OwnDue;
use i18n::format;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/pegawai/{id}/tidak-di-tempat", page::get)
        .post("/pegawai/{id}/tidak-di-tempat", page::post)
        .post("/pegawai/{id}/tidak-di-tempat/coret", page::strike)
}

/// By when somebody owes what a drive asks for, in words: with the reason where it is another day than the drive's.
pub(crate) fn due_words(page: &Page, due: Date, own: Option<OwnDue>) -> String {
    let t = page.t;
    let day = |day| format::weekday_date(page.language, day);
    match own {
        None => day(due),
        Some(OwnDue { on: Some(on), why }) => t.due_own(day(on), i18n::due_reason(t, why.code())),
        Some(OwnDue { on: None, why }) => t.due_later(i18n::due_reason(t, why.code())),
    }
}
