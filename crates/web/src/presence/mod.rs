//! Signatures that somebody has to look at, and computers that people use in turn.

mod checks;
mod disown;
mod kiosk;
mod shared;

pub(crate) use disown::{address_of_pledge, how as how_pledged};
pub(crate) use shared::{leave, opens_at_kiosk};

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/tanda-tangan", checks::get)
        .post("/tanda-tangan/{id}", checks::post)
        .get("/kios", kiosk::get)
        .post("/kios", kiosk::open)
        .post("/kios/{id}/akhiri", kiosk::end)
        .get("/kios/masih", kiosk::still)
        .post("/kios/masih", kiosk::here)
        .get("/kios/tutup", kiosk::over)
        .get("/tugas/{id}/bukan-saya", disown::get)
        .post("/tugas/{id}/bukan-saya", disown::post)
}
