//! Assessing facts: what an officer gives, what the law says of it, and the worksheet. Everything stands in the address of
//! the page, as ids that name nobody; nothing is kept.

mod cases;
mod form;
mod page;
mod told;
mod words;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new().get("/penilaian", page::get).get("/penilaian/lembar-kerja.pdf", page::file)
}
