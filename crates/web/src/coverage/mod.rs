//! The agency's overview and each head's list.

mod chart;
mod figures;
mod filters;
mod list;
mod overview;
mod person;
mod remind;

pub(crate) use remind::said as reminded;

use crate::Area;
use domain::drive::Asks;
use domain::knowledge::Step;
use i18n::Messages;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/ikhtisar", overview::institution)
        .get("/ikhtisar/cakupan.xlsx", figures::institution)
        .get("/ikhtisar/belum", list::institution)
        .post("/ikhtisar/belum/ingatkan", remind::institution)
        .get("/ikhtisar/belum.xlsx", list::institution_file)
        .get("/unit", overview::mine)
        .get("/unit/{id}", overview::unit)
        .get("/unit/{id}/cakupan.xlsx", figures::unit)
        .get("/unit/{id}/belum", list::unit)
        .post("/unit/{id}/belum/ingatkan", remind::unit)
        .get("/unit/{id}/belum.xlsx", list::unit_file)
        .get("/pegawai/{id}/pengetahuan", person::get)
        .get("/pegawai/{id}/pengetahuan.pdf", person::file)
        .get("/akun/catatan", person::own)
        .get("/akun/catatan.pdf", person::own_file)
}

/// The last step that has a column of its own: the pledge where a drive ends with it, the pact elsewhere.
pub(super) const fn last_column(asks: Asks) -> Step {
    match asks {
        Asks::Pledge => Step::Pledged,
        Asks::Reading | Asks::Check | Asks::Pact => Step::Signed,
    }
}

/// A step in words.
pub(crate) fn step_name(t: &Messages, step: Step) -> String {
    match step {
        Step::Delivered => t.step_delivered(),
        Step::Opened => t.step_opened(),
        Step::Read => t.step_read(),
        Step::Passed => t.step_passed(),
        Step::Pledged => t.step_pledged(),
        Step::Signed => t.step_signed(),
    }
}
