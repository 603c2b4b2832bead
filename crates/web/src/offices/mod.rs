//! Posts and who holds them: listed, recorded one by one or from a file, appointed to and left, by two people where it opens
//! the door to deciding.

mod appoint;
mod heads;
mod heads_lines;
mod heads_rows;
mod list;
mod new;
mod one;
mod words;

use crate::Area;
use crate::register::ROSTER_BYTES_MAX;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;

/// Where the posts are listed.
const HERE: &str = "/jabatan";

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get(HERE, list::get)
        .get("/jabatan/banyak", heads::get)
        .post("/jabatan/banyak", heads::post.layer(DefaultBodyLimit::max(ROSTER_BYTES_MAX)))
        .post("/jabatan/banyak/catat", heads::record)
        .get("/jabatan/banyak/isian.xlsx", heads::form)
        .get("/jabatan/baru", new::get)
        .post("/jabatan/baru", new::post)
        .get("/jabatan/{id}", one::get)
        .post("/jabatan/{id}", one::post)
        .get("/jabatan/{id}/angkat", appoint::get)
        .post("/jabatan/{id}/angkat", appoint::post)
}
