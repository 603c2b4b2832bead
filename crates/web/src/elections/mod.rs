//! Elections that the institution records itself: listed, entered by one person, confirmed by another.

mod form;
mod list;
mod new;
mod one;
mod words;

use crate::Area;

/// Where they are listed.
const HERE: &str = "/kelola/pemilihan";

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get(HERE, list::get)
        .get("/kelola/pemilihan/baru", new::get)
        .post("/kelola/pemilihan/baru", new::post)
        .get("/kelola/pemilihan/{id}", one::get)
        .post("/kelola/pemilihan/{id}", one::post)
}
