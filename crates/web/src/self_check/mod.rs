//! *Boleh atau tidak?*: everybody may ask what the law says of an act, before or after it, without signing in. What is asked
//! travels in the address alone, as ids; one number a day is all that is kept.

mod answer;
mod change;
mod front;
mod library;
mod question;
mod sanctions;
mod step;
mod told;
mod view;
mod wrong;

pub use view::word;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/boleh", front::get)
        .get("/boleh/tanya", question::get)
        .get("/boleh/jawaban", answer::get)
        .get("/boleh/contoh", library::list)
        .get("/boleh/contoh/{id}", library::one)
}
