use super::scene::{Asked, Scene};
use crate::session;
use axum::body::Body;
use axum::http::{HeaderMap, Request, header};
use domain::ids::PersonId;
use domain::policy::Role;
use http_body_util::BodyExt as _;
use std::time::Duration;
use tower::ServiceExt as _;

/// The token of every session here.
const TOKEN: &str = "sesi-kunjungan";

/// From where a form comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// A page of this site.
    Here,
    /// The browser does not say.
    Nowhere,
    /// Another site.
    CrossSite,
    /// A neighbour under the same domain.
    SameSite,
    /// An older browser on another site, which says the origin only.
    Origin,
    /// A frame without an origin.
    NullOrigin,
}

impl From {
    /// Every place from which a form must not come.
    pub const ELSEWHERE: [Self; 5] = [Self::Nowhere, Self::CrossSite, Self::SameSite, Self::Origin, Self::NullOrigin];

    const fn header(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Here => Some(("sec-fetch-site", "same-origin")),
            Self::Nowhere => None,
            Self::CrossSite => Some(("sec-fetch-site", "cross-site")),
            Self::SameSite => Some(("sec-fetch-site", "same-site")),
            Self::Origin => Some(("origin", "https://jahat.example")),
            Self::NullOrigin => Some(("origin", "null")),
        }
    }
}

/// What came back.
pub struct Seen {
    /// The status.
    pub status: u16,
    /// Where it leads.
    pub location: String,
    /// The cookies that it sets.
    pub cookies: Vec<String>,
    headers: HeaderMap,
}

impl Seen {
    /// Whether it leads to the page of signing in, and on from there to what was asked for.
    pub fn is_led(&self) -> bool {
        self.status == 303 && (self.location == "/masuk" || self.location.starts_with("/masuk?ke=%2F"))
    }

    /// The headers that are missing or too weak.
    pub fn unguarded(&self, signed_in: bool) -> Vec<String> {
        let of = |name: &str| self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let policy = of("content-security-policy");
        let mut wrong = Vec::new();
        for part in ["default-src 'none'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"] {
            if !policy.split(';').any(|found| found.trim() == part) {
                wrong.push(format!("the policy does not say {part}: {policy}"));
            }
        }
        if policy.contains("unsafe") || policy.contains('*') {
            wrong.push(format!("the policy lets in too much: {policy}"));
        }
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            if of(name) != value {
                wrong.push(format!("{name}: {}", of(name)));
            }
        }
        // The self-check tells other sites nothing, not even within this one.
        if !["same-origin", "no-referrer"].contains(&of("referrer-policy")) {
            wrong.push(format!("referrer-policy: {}", of("referrer-policy")));
        }
        if signed_in && of("cache-control") != "no-store" {
            wrong.push(format!("may be kept: {}", of("cache-control")));
        }
        wrong
    }
}

impl Scene {
    /// Sends what is asked, in a session that was opened for it alone.
    pub async fn send(&self, asked: &Asked, role: Option<Role>, from: From) -> Seen {
        // Later requests come later, so that the newest event is the last one's.
        self.stage.clock.set(self.stage.site.now().plus(Duration::from_secs(1)));
        let mut request =
            Request::builder().method(asked.method).uri(&asked.path).header(header::HOST, "localhost:8080");
        request = request.header(header::USER_AGENT, "test").header(header::CONTENT_TYPE, &asked.kind);
        if let Some((name, value)) = from.header() {
            request = request.header(name, value);
        }
        let mut cookies = asked.cookies.clone();
        if let Some(role) = role {
            let token = self.enter(self.stage.world.town.person(role).person).await;
            cookies.push(format!("__Host-netral-sesi={token}"));
        }
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let request = request.body(Body::from(asked.body.clone())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        body.collect().await.unwrap();
        let all = |name| parts.headers.get_all(name).iter().map(|value| value.to_str().unwrap().to_owned());
        Seen {
            status: parts.status.as_u16(),
            location: all(header::LOCATION).next().unwrap_or_default(),
            cookies: all(header::SET_COOKIE).collect(),
            headers: parts.headers.clone(),
        }
    }

    async fn enter(&self, person: PersonId) -> String {
        let world = &self.stage.world;
        let token = format!("{TOKEN}-{}", self.count());
        let now = self.stage.site.now();
        session::open(&world.app, world.town.institution.id, person, &token, now).await;
        token
    }
}
