//! Style sheet, script, fonts and marks, compiled in and served under a path that changes with their content.

use crate::Site;
use axum::Router;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write as _;
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

async fn file(headers: HeaderMap, Path((version, file)): Path<(String, String)>) -> Response {
    let known = base().ends_with(&version).then(|| Dist::get(&file)).flatten();
    let Some(found) = known else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
    let fixed = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::VARY, "accept-encoding"),
    ];
    match packed().get(&file).filter(|_| takes_gzip(&headers)) {
        Some(packed) => (fixed, [(header::CONTENT_ENCODING, "gzip")], packed.as_slice()).into_response(),
        None => (fixed, found.data.into_owned()).into_response(),
    }
}

/// The assets that become smaller by gzip, packed once: the style sheet alone weighs more than a first visit may.
/// Pages are not packed. They are small, and packing what a stranger can put words into would tell of what stands
/// beside those words.
fn packed() -> &'static BTreeMap<String, Vec<u8>> {
    static PACKED: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    PACKED.get_or_init(|| {
        let pack = |name: &str| {
            let plain = Dist::get(name)?.data;
            let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
            encoder.write_all(&plain).ok()?;
            encoder.finish().ok().filter(|packed| packed.len() < plain.len())
        };
        Dist::iter().filter_map(|name| Some((name.to_string(), pack(&name)?))).collect()
    })
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let values = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
        let refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        name.trim().eq_ignore_ascii_case("gzip") && !refused
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_style_sheet_goes_packed_to_those_who_take_it() {
        assert!(packed()["netral.css"].len() <= 18 * 1024, "the budget of the style sheet");
        assert!(!packed().contains_key("netral-sans-400.woff2"), "a font is packed already");
        for (taken, said) in [
            (true, "gzip, deflate, br"),
            (true, "br;q=1.0, GZIP;q=0.5"),
            (false, "gzip;q=0"),
            (false, "br"),
            (false, ""),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(said))]);
            assert_eq!(takes_gzip(&headers), taken, "{said}");
        }
    }
}
