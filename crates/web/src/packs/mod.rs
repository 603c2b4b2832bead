//! Village packs: printed, sent out through an agency, photographed when they come back, keyed by one and read again by
//! another.

mod follow;
mod key;
mod lines;
mod list;
mod make;
mod settle;
mod show;
mod words;

use crate::{Area, Ask, Problem, Site};
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;
use domain::circular::on_paper::SCAN_BYTES;
use service::{Caller, Fault};

/// What stands around the file in a form.
const FORM_AROUND: usize = 64 * 1024;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/desa", list::get)
        .get("/desa/baru", make::get)
        .post("/desa/baru", make::post)
        .get("/desa/{id}", show::get)
        .post("/desa/{id}", show::post.layer(DefaultBodyLimit::max(SCAN_BYTES + FORM_AROUND)))
        .post("/desa/{id}/susulan", follow::post)
        .get("/desa/{id}/paket.pdf", show::print)
        .get("/desa/{id}/foto/{foto}/{halaman}", show::picture)
        .get("/desa/{id}/catat", key::get)
        .post("/desa/{id}/catat", key::post)
        .get("/desa/{id}/sahkan", settle::get)
        .post("/desa/{id}/sahkan", settle::post)
}

/// Whoever asks, for the second thing that a request does: an occasion is for one, or two events would bear one id.
fn again(site: &Site, ask: &Ask) -> Caller {
    Caller::new(ask.caller.actor.clone(), site.occasion()).on(ask.caller.place)
}

/// An id in an address. One that is not an id is a page that does not exist.
fn id<K>(text: &str) -> Result<base::Id<K>, Problem> {
    text.parse().map_err(|_| Problem(Fault::NotFound))
}
