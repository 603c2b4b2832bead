//! Posts and who holds them: listed, recorded, appointed to and left, by two people where it opens the door to deciding.

mod appoint;
mod list;
mod new;
mod one;
mod words;

use crate::Area;

/// Where the posts are listed.
const HERE: &str = "/jabatan";

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get(HERE, list::get)
        .get("/jabatan/baru", new::get)
        .post("/jabatan/baru", new::post)
        .get("/jabatan/{id}", one::get)
        .post("/jabatan/{id}", one::post)
        .get("/jabatan/{id}/angkat", appoint::get)
        .post("/jabatan/{id}/angkat", appoint::post)
}
