use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use service::Fault;

/// What a handler answers when it has no page of its own. The page for it is made outside, where language and
/// viewer are known: see `chrome::dress`.
#[derive(Debug)]
pub struct Problem(pub Fault);

/// What went wrong, in the response's extensions, until the page is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrong {
    Denied,
    NotFound,
    Conflict,
    Busy,
    Unexpected,
    Request,
    CrossSite,
    /// What a shared computer does not show.
    AtKiosk,
}

impl Wrong {
    pub(crate) const fn status(self) -> StatusCode {
        match self {
            Self::Denied | Self::CrossSite | Self::AtKiosk => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unexpected => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Request => StatusCode::BAD_REQUEST,
        }
    }

    pub(crate) fn respond(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl<F: Into<Fault>> From<F> for Problem {
    fn from(fault: F) -> Self {
        Self(fault.into())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let wrong = match &self.0 {
            Fault::Denied(_) => Wrong::Denied,
            Fault::NotFound => Wrong::NotFound,
            Fault::Conflict => Wrong::Conflict,
            Fault::Busy => Wrong::Busy,
            // A refusal that no page showed is a page that is missing a message.
            Fault::Refused(refusal) => {
                tracing::error!(refusal = refusal.name(), "a refusal reached the edge without a page");
                Wrong::Request
            }
            Fault::Unexpected(what) => {
                tracing::error!(fault = %what, "unexpected");
                Wrong::Unexpected
            }
        };
        let mut response = wrong.respond();
        if let Fault::Denied(denied) = self.0 {
            response.extensions_mut().insert(denied);
        }
        response
    }
}
