//! Readings of a circular to a unit: recording one, the list of them, and comparing lines with the photograph.

mod list;
mod one;
mod record;

use crate::Area;
use crate::picture::FORM_BYTES_MAX;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/pembacaan", list::get)
        .get("/pembacaan/{id}", one::get)
        .post("/pembacaan/{id}", one::post)
        .get("/pembacaan/{id}/lembar", one::photo)
        .get("/unit/{id}/pembacaan", record::get)
        .post("/unit/{id}/pembacaan", record::post.layer(DefaultBodyLimit::max(FORM_BYTES_MAX)))
}
