//! Style sheet, script, fonts and marks, compiled in and served under a path that changes with their content.

use crate::Site;
use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::sync::OnceLock;

/// What `make assets` built.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../assets/dist"]
struct Dist;

/// The path under which this build's assets are served, without a slash at the end.
pub fn base() -> &'static str {
    static BASE: OnceLock<String> = OnceLock::new();
    BASE.get_or_init(|| {
        let mut names: Vec<_> = Dist::iter().collect();
        names.sort();
        let mut hash = Sha256::new();
        for file in names.iter().filter_map(|name| Dist::get(name)) {
            hash.update(file.metadata.sha256_hash());
        }
        let version: String = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        format!("/aset/{version}")
    })
}

pub fn router() -> Router<Site> {
    Router::new().route("/aset/{version}/{file}", get(file))
}

async fn file(Path((version, file)): Path<(String, String)>) -> Response {
    let known = base().ends_with(&version).then(|| Dist::get(&file)).flatten();
    let Some(found) = known else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, found.data.into_owned()).into_response()
}
