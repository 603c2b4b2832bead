//! Changing the language, with a form so that it works without JavaScript.

use crate::Site;
use crate::ask::LANGUAGE_COOKIE;
use crate::onward::ours;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use base::Language;
use serde::Deserialize;

/// How long a browser remembers the language: a year, in seconds.
const REMEMBERED: u32 = 365 * 24 * 60 * 60;

#[derive(Deserialize)]
pub struct Choice {
    bahasa: String,
    #[serde(default)]
    kembali: String,
}

pub async fn post(State(site): State<Site>, Form(choice): Form<Choice>) -> Response {
    let mut response = Redirect::to(local(&choice.kembali)).into_response();
    if let Some(language) = Language::from_code(&choice.bahasa) {
        let secure = if site.secure { "; Secure" } else { "" };
        let code = language.code();
        let cookie = format!("{LANGUAGE_COOKIE}={code}; Path=/; Max-Age={REMEMBERED}; SameSite=Lax; HttpOnly{secure}");
        if let Ok(value) = HeaderValue::from_str(&cookie) {
            response.headers_mut().insert(header::SET_COOKIE, value);
        }
    }
    response
}

/// The path if it stays on this site, else the front page.
fn local(path: &str) -> &str {
    ours(path).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        for path in ["/", "/kabupaten-sukamaju/edaran/1", "/boleh?x=1#y"] {
            assert_eq!(local(path), path);
        }
        for path in ["", "beranda", "//jahat.example", "/\\jahat.example", "/\t/jahat.example", "https://jahat.example"]
        {
            assert_eq!(local(path), "/", "{path:?}");
        }
    }

    proptest! {
        /// Whatever is sent, a browser that resolves it stays here.
        #[test]
        fn no_path_leads_elsewhere(path in "[/\\\\\\t\\n a-z:.@#?]{0,12}|\\PC{0,12}") {
            let base = url::Url::parse("https://netral.example/periksa").unwrap();
            let resolved = base.join(local(&path)).unwrap();
            prop_assert_eq!(resolved.origin(), base.origin());
        }
    }
}
