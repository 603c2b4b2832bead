//! Signatures that somebody has to look at.

mod checks;
mod disown;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/tanda-tangan", checks::get)
        .post("/tanda-tangan/{id}", checks::post)
        .get("/tugas/{id}/bukan-saya", disown::get)
        .post("/tugas/{id}/bukan-saya", disown::post)
}
