use crate::Site;
use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, on};

/// One route, as the tests of authorisation visit it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The method.
    pub method: Method,
    /// The path with its parameters in braces.
    pub path: &'static str,
}

/// The routes of one area of the site. Whoever adds a route here adds it to the list that the tests walk.
#[derive(Default)]
pub struct Area {
    router: Router<Site>,
    entries: Vec<Entry>,
}

impl Area {
    /// An area without routes.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a page.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add(Method::GET, MethodFilter::GET, path, handler)
    }

    /// Adds the action of a form.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.add(Method::POST, MethodFilter::POST, path, handler)
    }

    fn add<H, T>(mut self, method: Method, filter: MethodFilter, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Site>,
        T: 'static,
    {
        self.router = self.router.route(path, on(filter, handler));
        self.entries.push(Entry { method, path });
        self
    }

    /// Adds the routes of another area.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.entries.extend(other.entries);
        self
    }

    pub(crate) fn into_parts(self) -> (Router<Site>, Vec<Entry>) {
        (self.router, self.entries)
    }
}
