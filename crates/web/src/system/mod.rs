//! The administrator's pages.

mod handover;
mod handovers;
mod roles;
mod status;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/kelola", status::get)
        .post("/kelola/pekerjaan/ulang", status::retry_all)
        .post("/kelola/pekerjaan/{id}/ulang", status::retry)
        .get("/kelola/peran", roles::get)
        .post("/kelola/peran", roles::post)
        .post("/kelola/peran/{id}/akhiri", roles::end)
        .get("/kelola/serah-terima", handovers::get)
        .post("/kelola/serah-terima", handovers::post)
        .get("/kelola/serah-terima/{id}", handover::get)
        .post("/kelola/serah-terima/{id}", handover::post)
}
