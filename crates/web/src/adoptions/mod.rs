//! The readings that the institution adopts: every disputed point that touches a norm, what was decided about it, and by whom.

mod list;
mod one;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/kelola/tafsir", list::get)
        .get("/kelola/tafsir/{instrumen}/{sengketa}", one::get)
        .post("/kelola/tafsir/{instrumen}/{sengketa}", one::post)
        .post("/kelola/tafsir/{instrumen}/{sengketa}/putusan", one::settle)
}
