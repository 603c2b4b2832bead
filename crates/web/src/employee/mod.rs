//! An employee's own pages: home, reading, check, pledge and pact, papers.

mod check;
mod done;
mod home;
mod notices;
mod pledge;
mod read;
mod sign;

use crate::{Area, Page};
use axum::response::{IntoResponse, Redirect, Response};
use i18n::format;
use service::{Fault, Refusal};

pub(crate) use sign::{proof_missing, proof_refused, prove};

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/beranda", home::get)
        .post("/beranda/pemberitahuan", notices::post)
        .get("/tugas/{id}/baca", read::get)
        .post("/tugas/{id}/baca", read::post)
        .get("/tugas/{id}/lampiran/{n}", read::attachment)
        .get("/tugas/{id}/pertanyaan", check::get)
        .post("/tugas/{id}/pertanyaan", check::post)
        .get("/tugas/{id}/hasil", check::result)
        .get("/tugas/{id}/tanda-tangan", sign::get)
        .post("/tugas/{id}/tanda-tangan", sign::post)
        .post("/tugas/{id}/tanda-tangan/kunci/mulai", sign::passkey_begin)
        .post("/tugas/{id}/tanda-tangan/kunci/selesai", sign::passkey_finish)
        .get("/tugas/{id}/ikrar", pledge::get)
        .post("/tugas/{id}/ikrar", pledge::post)
        .get("/tugas/{id}/belum-bisa", done::not_now)
        .get("/tugas/{id}/selesai", done::get)
        .get("/dokumen/{id}/pakta.pdf", done::copy)
        .get("/dokumen/{id}/bukti-kunci-masuk.json", done::evidence)
}

/// Where a person is led who asks for a step that cannot be taken now: back to the step that can.
fn elsewhere(id: domain::ids::TaskId, fault: Fault) -> Result<Response, crate::Problem> {
    use domain::knowledge::NotNow;
    let step = match fault {
        Fault::Refused(Refusal::NotNow(NotNow::OpenFirst | NotNow::ReadFirst)) => "baca",
        Fault::Refused(Refusal::NotNow(NotNow::PassFirst)) => "pertanyaan",
        Fault::Refused(Refusal::NotNow(NotNow::Nowhere)) => "belum-bisa?unit=tidak",
        // The page of the last answers says that the next check comes tomorrow.
        Fault::Refused(Refusal::NotNow(NotNow::Tomorrow)) => "hasil",
        Fault::Refused(Refusal::NotNow(NotNow::Done | NotNow::NotAsked | NotNow::Over | NotNow::Exempt)) => {
            return Ok(Redirect::to("/beranda").into_response());
        }
        other => return Err(other.into()),
    };
    Ok(Redirect::to(&format!("/tugas/{id}/{step}")).into_response())
}

/// The page on which the last step of a task is taken, where that is pledge or pact.
fn declaring(id: domain::ids::TaskId, asks: domain::drive::Asks) -> String {
    match asks {
        domain::drive::Asks::Pledge => format!("/tugas/{id}/ikrar"),
        _ => format!("/tugas/{id}/tanda-tangan"),
    }
}

/// What leads there.
fn go_on_declaring(t: &i18n::Messages, asks: domain::drive::Asks) -> String {
    if asks == domain::drive::Asks::Pledge { t.go_on_pledge() } else { t.go_on_sign() }
}

/// *Nomor …* or that there is none yet.
fn number_line(page: &Page, number: Option<&String>) -> String {
    number.cloned().unwrap_or_else(|| page.t.circular_number_none())
}

fn dated(page: &Page, date: base::Date) -> String {
    format::date(page.language, date)
}
