//! The agency's overview and each head's list.

mod list;
mod overview;
mod person;
mod remind;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/ikhtisar", overview::institution)
        .get("/ikhtisar/belum", list::institution)
        .post("/ikhtisar/belum/ingatkan", remind::institution)
        .get("/ikhtisar/belum.xlsx", list::institution_file)
        .get("/unit", overview::mine)
        .get("/unit/{id}", overview::unit)
        .get("/unit/{id}/belum", list::unit)
        .post("/unit/{id}/belum/ingatkan", remind::unit)
        .get("/unit/{id}/belum.xlsx", list::unit_file)
        .get("/pegawai/{id}/pengetahuan", person::get)
        .get("/pegawai/{id}/pengetahuan.pdf", person::file)
}
