//! What other programs ask the engine: an assessment, and the next question. Without sign-in; nothing is kept.

mod description;
mod engine;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .post("/api/v1/assess", engine::assess)
        .post("/api/v1/next-question", engine::next_question)
        .get("/api/v1/openapi.json", description::get)
}
