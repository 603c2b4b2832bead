//! The register of people and roster imports.

mod changes;
mod columns;
mod import;
mod list;
mod person;
mod slip;
mod slip_batch;
mod slip_list;
mod slip_order;
mod unit;
mod unit_end;
mod unit_new;
mod unit_words;
mod units;
mod upload;
mod words;

pub(crate) use upload::broken;
pub(crate) use words::{detail, tenure};

use crate::{Area, Ask, Problem, Site};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::handler::Handler as _;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::ids::ImportId;
use service::Fault;

/// Largest roster file that is taken, in bytes, with room for the form around it.
pub(crate) const ROSTER_BYTES_MAX: usize = (32 << 20) + (64 << 10);

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/pegawai", list::get)
        .get("/pegawai/impor", upload::get)
        .post("/pegawai/impor", upload::post.layer(DefaultBodyLimit::max(ROSTER_BYTES_MAX)))
        .get("/pegawai/impor/contoh.xlsx", template)
        .get("/pegawai/impor/{id}", import::get)
        .post("/pegawai/impor/{id}", import::post)
        .get("/pegawai/impor/{id}/kolom", columns::get)
        .post("/pegawai/impor/{id}/kolom", columns::post)
        .get("/pegawai/impor/{id}/perubahan", changes::get)
        .get("/pegawai/impor/{id}/salah.xlsx", faults)
        .get("/pegawai/slip", slip_list::get)
        .get("/pegawai/slip/pesan", slip_order::get)
        .post("/pegawai/slip/pesan", slip_order::post)
        .get("/pegawai/slip/{id}", slip_batch::get)
        .post("/pegawai/slip/{id}", slip_batch::post)
        .post("/pegawai/slip/{id}/cetak", slip_batch::print)
        .get("/pegawai/unit", units::get)
        .get("/pegawai/unit/baru", unit_new::get)
        .post("/pegawai/unit/baru", unit_new::post)
        .get("/pegawai/unit/{id}", unit::get)
        .post("/pegawai/unit/{id}", unit::post)
        .get("/pegawai/unit/{id}/akhiri", unit_end::get)
        .post("/pegawai/unit/{id}/akhiri", unit_end::post)
        .get("/pegawai/{id}", person::get)
        .post("/pegawai/{id}/nomor", person::unmask)
        .post("/pegawai/{id}/slip", slip::person)
}

/// An id in an address. One that is not an id is a page that does not exist.
fn id<K>(text: &str) -> Result<base::Id<K>, Problem> {
    text.parse().map_err(|_| Problem(Fault::NotFound))
}

/// A workbook to keep.
pub(crate) fn workbook(name: &'static str, bytes: Vec<u8>) -> Response {
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let place = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, place)], bytes).into_response()
}

/// The empty workbook with its explanations.
async fn template(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    site.app.roster_units(&ask.caller).await?;
    let on = site.now().date(ask.institution()?.zone);
    let bytes = roster::template(ask.language, on).map_err(|fault| Fault::Unexpected(fault.to_string()))?;
    Ok(workbook("contoh-pegawai.xlsx", bytes))
}

/// The rows to mend.
async fn faults(State(site): State<Site>, ask: Ask, Path(import): Path<String>) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let import: ImportId = id(&import)?;
    let bytes = site.app.import_faults_workbook(&ask.caller, import, ask.language).await?;
    Ok(workbook("perlu-diperbaiki.xlsx", bytes))
}
