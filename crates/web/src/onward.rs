//! Where somebody goes on after signing in: to the page they asked for. Pages of this site only, and pages only, since it is
//! opened and nothing is sent to it.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use std::convert::Infallible;
use url::{Url, form_urlencoded};

/// A page of this site, if that is what was asked for. Browsers read `//host` and `/\host` as other sites, and drop control
/// characters before they look.
pub fn ours(asked: &str) -> Option<&str> {
    let path = asked.strip_prefix('/').filter(|rest| !rest.starts_with(['/', '\\']))?;
    let plain = !path.contains(|letter: char| letter.is_control());
    // Without a host, or with one that the rest of an address could bring along, it would not stay here.
    let here = Url::parse("https://netral.invalid/").ok()?.join(asked).ok()?;
    (plain && here.host_str() == Some("netral.invalid")).then_some(asked)
}

/// A page of this site: whatever else was asked for leads home.
pub fn own_page(asked: &str) -> &str {
    ours(asked).unwrap_or("/beranda")
}

/// `page` as the value of a query.
pub fn in_query(page: &str) -> String {
    form_urlencoded::byte_serialize(page.as_bytes()).collect()
}

/// The page of this site whose form was sent, with its query.
pub fn came_from(headers: &HeaderMap) -> Option<String> {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok())?;
    let url = Url::parse(referer).ok()?;
    let page = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    ours(&page).map(str::to_owned)
}

/// The page to which signing in leads on, carried in the query of the pages of signing in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Onward(Option<String>);

impl Onward {
    /// To this page, unless it is none of ours.
    pub fn to(page: &str) -> Self {
        Self(ours(page).map(str::to_owned))
    }

    /// Reads [`Onward::after`] from the query of a page of signing in.
    fn read(query: &str) -> Self {
        let asked = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "ke");
        asked.map_or_else(Self::default, |(_, page)| Self::to(&page))
    }

    /// The address of a page of signing in that goes on carrying it.
    pub fn after(&self, path: &str) -> String {
        self.0.as_ref().map_or_else(|| path.to_owned(), |page| format!("{path}?ke={}", in_query(page)))
    }

    /// Where to go: there, or to the usual page.
    pub fn or(&self, usual: &str) -> String {
        self.0.clone().unwrap_or_else(|| usual.to_owned())
    }
}

impl<S: Sync> FromRequestParts<S> for Onward {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::read(parts.uri.query().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use proptest::prelude::*;

    #[test]
    fn it_leads_to_pages_of_this_site_only() {
        for kept in ["/", "/kelola/peran", "/edaran/0192/terbit?hal=2", "/pegawai?kata=a+b&ke=%2F%2Fjahat.example"] {
            assert_eq!(own_page(kept), kept);
            assert_eq!(Onward::to(kept).or("/unit"), kept);
        }
        for elsewhere in [
            "",
            "//jahat.example",
            "/\\jahat.example",
            "https://jahat.example",
            "kelola",
            "/a\r\nb",
            "/\t/jahat.example",
            "javascript:alert(1)",
        ] {
            assert_eq!(own_page(elsewhere), "/beranda", "{elsewhere}");
            assert_eq!(Onward::to(elsewhere).or("/unit"), "/unit", "{elsewhere}");
        }
    }

    #[test]
    fn the_page_before_is_told_without_its_site() {
        let from = |referer: &'static str| {
            came_from(&HeaderMap::from_iter([(header::REFERER, HeaderValue::from_static(referer))]))
        };
        assert_eq!(from("https://netral.go.id/pegawai?hal=2").as_deref(), Some("/pegawai?hal=2"));
        assert_eq!(from("https://netral.go.id//jahat.example/a"), None);
        assert_eq!(from("about:client"), None);
        assert_eq!(came_from(&HeaderMap::new()), None);
    }

    /// What somebody might put into a link to lead people away.
    fn odd() -> impl Strategy<Value = String> {
        let parts = prop::sample::select(vec![
            "/",
            "\\",
            "//",
            "/\\",
            ".",
            "..",
            "@",
            ":",
            "jahat.example",
            "https:",
            "%2f",
            "%5c",
            "\t",
            "\n",
            "?",
            "#",
            " ",
        ]);
        prop::collection::vec(parts, 0..8).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn whatever_is_asked_stays_here(asked in prop_oneof![any::<String>(), odd(), odd().prop_map(|it| format!("/{it}"))]) {
            let base = Url::parse("https://netral.example/masuk").unwrap();
            let led = |page: &str| base.join(page).unwrap();
            let read = Onward::read(&format!("ke={}", in_query(&asked)));
            for page in [own_page(&asked).to_owned(), read.or("/unit"), read.after("/akun/kode")] {
                prop_assert_eq!(led(&page).origin(), base.origin());
                prop_assert!(HeaderValue::try_from(page.as_str()).is_ok(), "{}", page);
            }
            // Carried from page to page it stays what it is.
            let next = read.after("/akun/kode");
            prop_assert_eq!(Onward::read(next.split_once('?').map_or("", |(_, query)| query)), read);
        }
    }
}
