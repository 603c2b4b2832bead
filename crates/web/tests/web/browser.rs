use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, header};
use http_body_util::BodyExt;
use std::collections::BTreeMap;
use tower::ServiceExt;
use url::form_urlencoded;

/// As much of a browser as pages need: it keeps cookies and says where its forms come from.
pub struct Browser {
    router: Router,
    /// Its cookies. Their paths are not looked at.
    pub cookies: BTreeMap<String, String>,
    /// What it calls itself.
    pub agent: String,
    /// What a proxy in front of the site adds to each request.
    pub forwarded_for: Option<String>,
}

/// What came back.
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub body: String,
    /// The body as it came.
    pub bytes: bytes::Bytes,
}

impl Answer {
    /// Where it leads, empty when nowhere.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// One header as text, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The whole line by which a cookie was set, empty when it was not.
    pub fn set_cookie(&self, name: &str) -> &str {
        let lines = self.headers.get_all(header::SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        lines.into_iter().find(|line| line.starts_with(&format!("{name}="))).unwrap_or_default()
    }
}

impl Browser {
    /// A browser that has not been here before.
    pub fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), agent: "test".to_owned(), forwarded_for: None }
    }

    /// Opens a page; redirects are answered, not followed.
    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, "", String::new()).await
    }

    /// Asks for the head of a page alone.
    pub async fn head(&mut self, path: &str) -> Answer {
        self.send(Method::HEAD, path, "", String::new()).await
    }

    /// Sends a form from a page of the site.
    pub async fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish();
        self.send(Method::POST, path, "application/x-www-form-urlencoded", body).await
    }

    /// Sends a form of another kind, such as one in parts.
    pub async fn post_as(&mut self, path: &str, kind: &str, body: String) -> Answer {
        self.send(Method::POST, path, kind, body).await
    }

    /// Sends JSON from the script of the site.
    pub async fn post_json(&mut self, path: &str, json: &str) -> Answer {
        self.send(Method::POST, path, "application/json", json.to_owned()).await
    }

    async fn send(&mut self, method: Method, path: &str, kind: &str, body: String) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost:8080")
            .header(header::USER_AGENT, &self.agent)
            .header("sec-fetch-site", "same-origin");
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if let Some(address) = &self.forwarded_for {
            request = request.header("x-forwarded-for", address);
        }
        if !kind.is_empty() {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        let answer = Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        };
        self.keep_cookies(&answer);
        answer
    }

    fn keep_cookies(&mut self, answer: &Answer) {
        for line in answer.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (pair, rest) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
