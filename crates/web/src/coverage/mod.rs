//! The agency's overview and each head's list.

mod chart;
mod figures;
mod filters;
mod list;
mod overview;
mod person;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/ikhtisar", overview::institution)
        .get("/ikhtisar/cakupan.xlsx", figures::institution)
        .get("/ikhtisar/belum", list::institution)
        .get("/ikhtisar/belum.xlsx", list::institution_file)
        .get("/unit", overview::mine)
        .get("/unit/{id}", overview::unit)
        .get("/unit/{id}/cakupan.xlsx", figures::unit)
        .get("/unit/{id}/belum", list::unit)
        .get("/unit/{id}/belum.xlsx", list::unit_file)
        .get("/pegawai/{id}/pengetahuan", person::get)
        .get("/pegawai/{id}/pengetahuan.pdf", person::file)
}
