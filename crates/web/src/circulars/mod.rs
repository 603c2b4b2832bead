//! Drafting and publishing circulars.

mod edit;
mod form;
mod list;
mod publish;
mod template;

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
}
