//! What is done around every page: who asks is found out once, forms from elsewhere are refused, problems become
//! pages, and every answer carries the headers that keep browsers honest.

use crate::problem::Wrong;
use crate::{Ask, Page, Problem, Site, kept, presence};
use askama::Template;
use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use domain::policy::Denied;
use service::Fault;

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; \
                      connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

pub async fn dress(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let (path, query) = (request.uri().path().to_owned(), request.uri().query().map(str::to_owned));
    let ask = match Ask::of(&site, request.headers(), &path, query.as_deref()).await {
        Ok(ask) => ask,
        Err(fault) => return with_headers(Problem(fault).into_response(), true),
    };
    let private = ask.session.is_some() || ask.kiosk.is_some();
    let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str).unwrap_or_default();
    let response = if ask.kiosk.is_some() && !presence::opens_at_kiosk(route, ask.half.is_some()) {
        Wrong::AtKiosk.respond()
    } else if is_foreign(request.method(), request.headers()) && !is_program(&request) {
        Wrong::CrossSite.respond()
    } else {
        request.extensions_mut().insert(ask.clone());
        kept::run(&site, &ask, request, next).await
    };
    let response = match traced(&site, &ask, response).await {
        Ok(response) => response,
        Err(fault) => Problem(fault).into_response(),
    };
    let response = match response.extensions().get::<Wrong>().copied() {
        Some(wrong) => problem_page(&ask, wrong),
        None => match response.status().as_u16() {
            // Refusals of the extractors: a form or path that cannot be read.
            400 | 405 | 413 | 415 | 422 if is_bare(&response) => problem_page(&ask, Wrong::Request),
            _ => response,
        },
    };
    with_headers(response, private)
}

/// The answer, once a refusal by the policy has left its trace.
async fn traced(site: &Site, ask: &Ask, response: Response) -> Result<Response, Fault> {
    if let Some(denied) = response.extensions().get::<Denied>().copied() {
        site.app.note_denied(&ask.caller, denied).await?;
    }
    Ok(response)
}

/// The answer to a path that no area knows.
pub async fn nothing_here() -> Response {
    Wrong::NotFound.respond()
}

/// A form that was sent from another site. Browsers say where a form comes from; one that says nothing at all
/// is refused too.
pub fn is_foreign(method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD) {
        return false;
    }
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return !matches!(site, "same-origin" | "none");
    }
    let host = text(header::HOST);
    let origin = text(header::ORIGIN).and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin.is_none() || origin != host
}

/// Whether a request that comes from no page may be a program's, where programs are answered: a mail program that stops
/// reminders, or one that has facts assessed. A browser always says where a form comes from, or brings a cookie along; such
/// a program does neither, and is nobody.
fn is_program(request: &Request) -> bool {
    let silent = [header::ORIGIN.as_str(), "sec-fetch-site", header::COOKIE.as_str()];
    let path = request.uri().path();
    request.method() == Method::POST
        && ["/berhenti/", "/api/v1/"].iter().any(|start| path.starts_with(start))
        && silent.into_iter().all(|name| !request.headers().contains_key(name))
}

/// Whether a response is the plain text of a framework, not a page of ours.
fn is_bare(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    !kind.is_some_and(|kind| kind.starts_with("text/html") || kind.starts_with("application/json"))
}

fn with_headers(mut response: Response, private: bool) -> Response {
    let mut fixed = vec![
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    if private {
        // Computers are shared: Back must not show what the person before has seen.
        fixed.push((header::CACHE_CONTROL, "no-store"));
    }
    for (name, value) in fixed {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    // A page may ask for more: the address of an answer of the self-check goes nowhere at all.
    response.headers_mut().entry(header::REFERRER_POLICY).or_insert(HeaderValue::from_static("same-origin"));
    response
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    page: Page,
    text: String,
}

fn problem_page(ask: &Ask, wrong: Wrong) -> Response {
    let page = ask.page("");
    let t = page.t;
    let (title, text) = match wrong {
        Wrong::Denied => (t.problem_denied_title(), t.problem_denied_text()),
        Wrong::NotFound => (t.problem_not_found_title(), t.problem_not_found_text()),
        Wrong::Conflict => (t.problem_conflict_title(), t.problem_conflict_text()),
        Wrong::Busy => (t.problem_busy_title(), t.problem_busy_text()),
        Wrong::Request => (t.problem_request_title(), t.problem_request_text()),
        Wrong::CrossSite => (t.problem_cross_site_title(), t.problem_cross_site_text()),
        Wrong::AtKiosk => (t.problem_kiosk_title(), t.problem_kiosk_text()),
        Wrong::Unexpected => {
            let number = ask.caller.occasion.chance().bytes::<3>();
            let code = format!("K-{}", domain::paper::letters(&number, 4));
            tracing::error!(code, "a person was shown this code");
            (t.problem_unexpected_title(), t.problem_unexpected_text(&code))
        }
    };
    let mut response = show(&ProblemPage { page: page.titled(title), text });
    *response.status_mut() = wrong.status();
    if wrong == Wrong::Busy {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("2"));
    }
    response
}

/// A template as a response. Templates of ours always render; one that does not is a fault of the program.
pub fn show(template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => Problem(service::Fault::Unexpected(error.to_string())).into_response(),
    }
}

/// What is wrong with a field of a form, in words; empty when nothing is.
pub fn error_at<'a>(errors: &'a [(impl AsRef<str>, String)], field: &str) -> &'a str {
    errors.iter().find(|(name, _)| name.as_ref() == field).map_or("", |(_, text)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_forms_of_our_own_pages_are_taken() {
        let post = Method::POST;
        for (foreign, pairs) in [
            (false, [("sec-fetch-site", "same-origin"), ("host", "netral.go.id")]),
            (true, [("sec-fetch-site", "cross-site"), ("origin", "https://netral.go.id")]),
            (true, [("sec-fetch-site", "same-site"), ("host", "netral.go.id")]),
            (false, [("origin", "https://netral.go.id"), ("host", "netral.go.id")]),
            (true, [("origin", "https://jahat.example"), ("host", "netral.go.id")]),
            (true, [("origin", "null"), ("host", "netral.go.id")]),
            (true, [("accept", "text/html"), ("host", "netral.go.id")]),
        ] {
            assert_eq!(is_foreign(&post, &headers(&pairs)), foreign, "{pairs:?}");
        }
        assert!(!is_foreign(&Method::GET, &HeaderMap::new()));
    }

    #[test]
    fn a_program_is_answered_where_programs_are_and_only_as_nobody() {
        let asked = |path: &str, pairs: &[(&'static str, &'static str)]| {
            let mut request = Request::builder().method(Method::POST).uri(path);
            for (name, value) in pairs {
                request = request.header(*name, *value);
            }
            is_program(&request.body(axum::body::Body::empty()).unwrap())
        };
        for path in ["/api/v1/assess", "/api/v1/next-question", "/berhenti/abc"] {
            assert!(asked(path, &[("content-type", "application/json")]), "{path}");
            for told in [("cookie", "netral=x"), ("origin", "https://jahat.example"), ("sec-fetch-site", "cross-site")]
            {
                assert!(!asked(path, &[told]), "{path} {told:?}");
            }
        }
        assert!(!asked("/masuk", &[]) && !asked("/api/v1", &[]));
    }
}
