//! Who is exempt from a drive and who refused: recording it, the list of them, and one's own page about it.

mod list;
mod note;
mod own;
mod recognise;
mod shown;

pub use shown::{Shown, shown};

use crate::Area;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/ikhtisar/dikecualikan", list::institution)
        .get("/unit/{id}/dikecualikan", list::unit)
        .get("/pegawai/{id}/pengecualian", note::get)
        .post("/pegawai/{id}/pengecualian", note::post)
        .post("/pegawai/{id}/pengecualian/akhiri", note::end)
        .get("/pegawai/{id}/pakta-lain", recognise::get)
        .post("/pegawai/{id}/pakta-lain", recognise::post.layer(DefaultBodyLimit::max(recognise::FORM_BYTES_MAX)))
        .get("/tugas/{id}/catatan", own::get)
        .post("/tugas/{id}/catatan", own::post)
        .post("/tugas/{id}/catatan/ikut", own::take_part)
}
