//! Photographs of signed sheets: what is taken of them, and how one is shown.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::assembly::PictureKind;
use service::SHEET_BYTES_MAX;

/// The largest form with such a photograph that is read, in bytes.
pub const FORM_BYTES_MAX: usize = SHEET_BYTES_MAX + 64 * 1024;

/// A photograph: to be kept or looked at, never as a page of ours.
pub fn shown(kind: PictureKind, bytes: Vec<u8>) -> Response {
    let (kind, place) = match kind {
        PictureKind::Jpeg => ("image/jpeg", "inline; filename=\"lembar.jpg\""),
        PictureKind::Png => ("image/png", "inline; filename=\"lembar.png\""),
        PictureKind::Pdf => ("application/pdf", "attachment; filename=\"lembar.pdf\""),
    };
    ([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, place)], bytes).into_response()
}
