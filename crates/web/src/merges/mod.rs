//! Two records of one person: likely doubles, the two beside each other, and what came of a proposal.

mod alike;
mod beside;
mod find;
mod one;
mod propose;
mod words;

use crate::Area;

/// Where likely doubles and merges are listed.
const HERE: &str = "/pegawai/kembar";

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get(HERE, alike::get)
        .get("/pegawai/{id}/satukan", find::get)
        .post("/pegawai/{id}/satukan", find::post)
        .get("/pegawai/{id}/satukan/{other}", propose::get)
        .post("/pegawai/{id}/satukan/{other}", propose::post)
        .get("/pegawai/penyatuan/{id}", one::get)
        .post("/pegawai/penyatuan/{id}", one::post)
}

pub(crate) use words::state;
