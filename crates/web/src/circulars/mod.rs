//! Drafting and publishing circulars.

mod attachments;
mod begin_drive;
mod certified;
mod changes;
mod compare;
mod dates;
mod difficulty;
mod drives;
mod edit;
mod form;
mod list;
mod number;
mod paper;
mod posts;
mod publish;
mod template;
mod ties;
mod warnings;
mod withdraw;

pub use template::usual as usual_draft;

use crate::Area;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;
use domain::circular::attachments::ATTACHMENT_BYTES;
use domain::circular::on_paper::SCAN_BYTES;

pub use attachments::{Link as AttachmentLink, difference_title as attachment_difference, links as attachment_links};
pub use certified::signer as certified_signer;
pub use compare::sent as send_file;
pub use paper::upload_words;
pub use posts::facts as posts_facts;

/// Largest scan that is taken, in bytes, with room for the form around it.
const SCAN_FORM_BYTES_MAX: usize = SCAN_BYTES + (64 << 10);

/// Largest attachment that is taken, in bytes, with room for the form around it.
const ATTACHMENT_FORM_BYTES_MAX: usize = ATTACHMENT_BYTES + (64 << 10);

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/edaran", list::get)
        .post("/edaran", list::begin)
        .get("/edaran/{id}/susun", edit::get)
        .post("/edaran/{id}/susun", edit::post)
        .get("/edaran/{id}/lampiran", attachments::get)
        .post("/edaran/{id}/lampiran", attachments::post.layer(DefaultBodyLimit::max(ATTACHMENT_FORM_BYTES_MAX)))
        .post("/edaran/{id}/lampiran/susunan", attachments::arrange)
        .get("/edaran/{id}/lampiran/{n}", attachments::file)
        .get("/edaran/{id}/terbit", publish::get)
        .post("/edaran/{id}/terbit", publish::post)
        .get("/edaran/{id}/kertas", paper::get)
        .post("/edaran/{id}/kertas", paper::post.layer(DefaultBodyLimit::max(SCAN_FORM_BYTES_MAX)))
        .get("/edaran/{id}/kertas/pindaian", compare::file)
        .get("/edaran/{id}/kertas/halaman/{n}", compare::picture)
        .post("/edaran/{id}/kertas/putusan", compare::post)
        .get("/edaran/{id}/tersertifikasi", certified::get)
        .post("/edaran/{id}/tersertifikasi", certified::post)
        .get("/edaran/{id}/nomor", number::get)
        .post("/edaran/{id}/nomor", number::post)
        .get("/edaran/pola-nomor", number::pattern)
        .post("/edaran/pola-nomor", number::set_pattern)
        .post("/edaran/{id}/revisi", changes::begin)
        .get("/edaran/{id}/perubahan", changes::get)
        .post("/edaran/{id}/perubahan", changes::post)
        .get("/edaran/{id}/cabut", withdraw::get)
        .post("/edaran/{id}/cabut", withdraw::post)
        .get("/edaran/{id}/pertanyaan-sulit", difficulty::get)
        .get("/edaran/{id}/pertanyaan-sulit.xlsx", difficulty::file)
        .get("/gerakan", drives::get)
        .get("/gerakan/baru", begin_drive::get)
        .post("/gerakan/baru", begin_drive::post)
}
