//! The pledge at the assembly: the officer's pages, the screen in the hall, and the phones in it.

mod desk;
mod door;
mod hall;
mod operate;
mod part;
mod plan;
mod sample;
mod stream;
mod words;

use crate::picture::FORM_BYTES_MAX;
use crate::{Area, Problem};
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;
use service::Fault;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/ikrar", plan::list)
        .get("/ikrar/baru", plan::get)
        .post("/ikrar/baru", plan::post)
        .get("/ikrar/{id}", operate::get)
        .post("/ikrar/{id}", operate::post)
        .post("/ikrar/{id}/ingatkan", operate::remind)
        .get("/ikrar/{id}/berita-acara.pdf", operate::minutes)
        .get("/ikrar/{id}/layar", hall::get)
        .get("/ikrar/{id}/layar/alir", stream::hall)
        .get("/ikrar/{id}/meja", desk::get)
        .post("/ikrar/{id}/meja", desk::post.layer(DefaultBodyLimit::max(FORM_BYTES_MAX)))
        .get("/ikrar/{id}/lembar/{lembar}", desk::photo)
        .get("/ikrar/{id}/contoh", sample::get)
        .post("/ikrar/{id}/contoh", sample::post)
        .get("/i", door::get)
        .post("/i", door::post)
        .get("/i/{kata}", door::scanned)
        .get("/ikrar/{id}/ikut", part::get)
        .post("/ikrar/{id}/ikut", part::post)
        .get("/ikrar/{id}/ikut/alir", stream::part)
}

/// An id in an address. One that is not an id is a page that does not exist.
fn id<K>(text: &str) -> Result<base::Id<K>, Problem> {
    text.parse().map_err(|_| Problem(Fault::NotFound))
}

/// The cookie in which somebody carries the ticket from the words on the screen to their own sign-in.
pub(crate) const TICKET_COOKIE: &str = "netral-ikrar";

/// As long as a ticket can be used.
const TICKET_SECONDS: u32 = 30 * 60;
