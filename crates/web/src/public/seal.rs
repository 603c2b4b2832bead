//! The seal of an institution: what its papers can be checked with, without asking this server.

use crate::{Page, Problem, Site};
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::tenancy::Institution;
use i18n::format;
use service::{Fault, SealCertificate};

/// What a page says of the seal; nothing is shown while nothing was sealed.
pub struct Shown {
    /// Each certificate, the one that seals now first: what it is, and its fingerprint.
    pub keys: Vec<(String, String)>,
    /// Where the certificates are.
    pub href: String,
}

impl Shown {
    /// The seal of an institution of this installation.
    pub async fn of(site: &Site, page: &Page, institution: &Institution) -> Result<Self, Problem> {
        let found = site.app.seal_certificates(institution.id).await?;
        let keys = found.iter().map(|it| (term(page, institution, it), it.certificate.fingerprint().to_string()));
        Ok(Self { keys: keys.collect(), href: format!("/{}/segel.pem", institution.short_name) })
    }

    /// Where no papers are sealed.
    pub fn nothing() -> Self {
        Self { keys: Vec::new(), href: String::new() }
    }
}

fn term(page: &Page, institution: &Institution, it: &SealCertificate) -> String {
    let day = |at: base::Instant| format::date(page.language, at.date(institution.zone));
    match it.until {
        None => page.t.seal_now(day(it.since)),
        Some(until) => page.t.seal_before(day(it.since), day(until)),
    }
}

/// The certificates as PEM, the one that seals now first.
pub async fn certificates(State(site): State<Site>, Path(place): Path<String>) -> Result<Response, Problem> {
    let institution = site.app.institution(&place).await?;
    let found = site.app.seal_certificates(institution.id).await?;
    if found.is_empty() {
        return Err(Fault::NotFound.into());
    }
    let text: String = found.iter().map(|it| it.certificate.to_pem()).collect();
    let headers = [
        (header::CONTENT_TYPE, "application/x-pem-file"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"segel.pem\""),
    ];
    Ok((headers, text).into_response())
}
