//! Questions to the adviser: asking, one's own questions, the desk, and answers for everybody. Nothing of this area is
//! named or linked on a page about anybody else.

mod ask;
mod code;
mod confirm;
mod desk;
mod own;
mod publish;
mod published;
mod shown;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/tanya", ask::get)
        .post("/tanya", ask::post)
        .get("/tanya/kode", code::get)
        .post("/tanya/kode", code::post)
        .get("/tanya/terbit", published::get)
        .get("/tanya/meja", desk::list)
        .get("/tanya/meja/terbitan", confirm::get)
        .post("/tanya/meja/terbitan/{id}", confirm::post)
        .get("/tanya/meja/{id}", desk::get)
        .post("/tanya/meja/{id}", desk::post)
        .get("/tanya/meja/{id}/terbit", publish::get)
        .post("/tanya/meja/{id}/terbit", publish::post)
        .get("/tanya/{id}", own::get)
        .post("/tanya/{id}", own::post)
        .get("/tanya/{id}/salinan", own::copy)
}
