//! Drafting and publishing circulars.

mod begin_drive;
mod changes;
mod difficulty;
mod drives;
mod edit;
mod form;
mod list;
mod publish;
mod template;
mod withdraw;

pub use template::neutrality as neutrality_draft;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/edaran", list::get)
        .post("/edaran", list::begin)
        .get("/edaran/{id}/susun", edit::get)
        .post("/edaran/{id}/susun", edit::post)
        .get("/edaran/{id}/terbit", publish::get)
        .post("/edaran/{id}/terbit", publish::post)
        .post("/edaran/{id}/revisi", changes::begin)
        .get("/edaran/{id}/perubahan", changes::get)
        .post("/edaran/{id}/perubahan", changes::post)
        .get("/edaran/{id}/cabut", withdraw::get)
        .post("/edaran/{id}/cabut", withdraw::post)
        .get("/edaran/{id}/pertanyaan-sulit", difficulty::get)
        .get("/edaran/{id}/pertanyaan-sulit.xlsx", difficulty::file)
        .get("/gerakan", drives::get)
        .get("/gerakan/baru", begin_drive::get)
        .post("/gerakan/baru", begin_drive::post)
}
