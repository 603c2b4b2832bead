//! The stage calendar: which stage it is on a day, in which election, what changes next, and the same to subscribe to.

mod feed;
mod now;
mod page;
mod teller;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/tahapan", page::national)
        .get("/tahapan.ics", feed::national)
        .get("/tahapan/{pemilihan}", page::one)
        .get("/tahapan/{pemilihan}/tahapan.ics", feed::one)
        .get("/{instansi}/tahapan", page::of_place)
        .get("/{instansi}/tahapan/{pemilihan}", page::one_of_place)
        .get("/{instansi}/tahapan.ics", feed::of_place)
}
