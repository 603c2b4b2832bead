//! Photographs of signed sheets: what is taken of them, and how one is shown.

use axum::extract::multipart::MultipartError;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::assembly::PictureKind;
use i18n::Messages;
use service::{Refusal, SHEET_BYTES_MAX};

/// The largest form with such a photograph that is read, in bytes.
pub const FORM_BYTES_MAX: usize = SHEET_BYTES_MAX + 64 * 1024;

/// What is wrong with a signed sheet that was sent in: field and words; nothing for what does not concern the sheet.
pub fn sheet_error(t: &Messages, refusal: &Refusal) -> Option<(&'static str, String)> {
    match refusal {
        Refusal::NobodyChosen => Some(("hadir", t.desk_error_people())),
        Refusal::SheetMissing => Some(("foto", t.desk_error_photo())),
        Refusal::SheetUnreadable => Some(("foto", t.desk_error_kind())),
        Refusal::SheetTooLarge => Some(("foto", t.desk_error_large())),
        _ => None,
    }
}

/// Why a form with such a photograph could not be read to its end.
pub fn broken(t: &Messages, error: &MultipartError) -> String {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => t.desk_error_large(),
        _ => t.desk_error_kind(),
    }
}

/// A photograph: to be kept or looked at, never as a page of ours.
pub fn shown(kind: PictureKind, bytes: Vec<u8>) -> Response {
    let (kind, place) = match kind {
        PictureKind::Jpeg => ("image/jpeg", "inline; filename=\"lembar.jpg\""),
        PictureKind::Png => ("image/png", "inline; filename=\"lembar.png\""),
        PictureKind::Pdf => ("application/pdf", "attachment; filename=\"lembar.pdf\""),
    };
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, place)], bytes).into_response()
}
