use crate::assemblies::TICKET_COOKIE;
use crate::identity::DEVICE_COOKIE;
use crate::kept::Interrupted;
use crate::{Mode, Page, Problem, Site};
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use base::Language;
use domain::knowledge::Proof;
use domain::policy::Actor;
use domain::tenancy::Institution;
use service::{Caller, Device, Fault, OpenKiosk, Place};

/// The cookie that carries the session's token.
///
/// Over HTTPS its name has the prefix by which browsers take it from this very host alone: else another site under the
/// same domain, broken into, could sign visitors in as somebody else.
pub(crate) const fn session_cookie(secure: bool) -> &'static str {
    if secure { "__Host-netral-sesi" } else { "netral-sesi" }
}

/// The cookie by which a browser is a kiosk; its name is made as that of the session's.
pub(crate) const fn kiosk_cookie(secure: bool) -> &'static str {
    if secure { "__Host-netral-kios" } else { "netral-kios" }
}

/// The cookie that remembers the language.
pub(crate) const LANGUAGE_COOKIE: &str = "bahasa";

/// Somebody who has given their password and still lacks the second factor: nobody, but for the page that asks for it.
#[derive(Clone)]
pub struct Half {
    /// Who they will be, at this moment.
    pub caller: Caller,
    /// Of which institution.
    pub institution: Institution,
    /// The session's token.
    pub token: String,
}

/// Who asks, in which language, for which page. Made once per request.
#[derive(Clone)]
pub struct Ask {
    /// Who, when, with which chance.
    pub caller: Caller,
    /// The institution of a signed-in caller.
    pub institution: Option<Institution>,
    /// The language.
    pub language: Language,
    /// The path of the request.
    pub path: String,
    /// Path and query of the request, without the choice of a language: where the form that changes it leads back to.
    pub here: String,
    /// The session's token, if there is a session.
    pub session: Option<String>,
    /// The ticket with which somebody comes from the words on an assembly's screen; whether it counts is another matter.
    pub(crate) ticket: Option<String>,
    /// The kiosk that this browser is.
    pub kiosk: Option<OpenKiosk>,
    /// Whoever is signed in by halves; then there is no session.
    pub half: Option<Half>,
    /// Whether whoever is signed in has proved within the last five minutes that they are still there.
    pub proved: bool,
    /// How they have proved it, if they have.
    pub proof: Option<Proof>,
    /// Whether this is a demo, where every page says that it is an example.
    pub demo: bool,
}

impl Ask {
    /// A page with this title, dressed for whoever asks.
    #[must_use]
    pub fn page(&self, title: impl Into<String>) -> Page {
        let mut page =
            Page::new(self.language, &self.caller.actor, self.institution.as_ref(), &self.path).titled(title);
        page.here.clone_from(&self.here);
        if let Some(kiosk) = &self.kiosk {
            page = page.at_kiosk(kiosk.operator.full(), self.half.is_some());
        }
        if self.demo { page.in_demo() } else { page }
    }

    /// The institution of a signed-in caller.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for everybody else.
    pub fn institution(&self) -> Result<&Institution, Fault> {
        self.institution.as_ref().ok_or(Fault::NotFound)
    }

    /// Somebody who is not signed in is led to the sign-in page, and from there back. A form that they sent goes along.
    ///
    /// # Errors
    /// The interruption, for whoever is not signed in.
    pub fn signed_in(&self) -> Result<(), Interrupted> {
        self.here_or(Interrupted::SignIn { keeps: true })
    }

    /// As [`Ask::signed_in`], for a form by which somebody signs or pledges. It does not go along: what is declared is read on
    /// the page on which it is declared.
    ///
    /// # Errors
    /// The interruption, for whoever is not signed in.
    pub fn signed_in_to_declare(&self) -> Result<(), Interrupted> {
        self.here_or(Interrupted::SignIn { keeps: false })
    }

    fn here_or(&self, interrupted: Interrupted) -> Result<(), Interrupted> {
        if self.caller.actor.person().is_some() { Ok(()) } else { Err(interrupted) }
    }

    /// Whoever has not proved within the last five minutes to be there is asked to, and led to `back` afterwards, a page
    /// of this site; a form that they sent goes along. For acts by which somebody at a forgotten screen could do lasting harm.
    /// To be asked before anything is done.
    ///
    /// # Errors
    /// The interruption, for whoever has to prove it first.
    pub fn proved_lately(&self, back: &str) -> Result<(), Interrupted> {
        self.proved_or(Interrupted::Proof { back: back.to_owned(), keeps: true })
    }

    /// As [`Ask::proved_lately`], for a form of which all that was typed is never carried: it would come back empty.
    ///
    /// # Errors
    /// The interruption, for whoever has to prove it first.
    pub fn proved_lately_and_types_again(&self, back: &str) -> Result<(), Interrupted> {
        self.proved_or(Interrupted::Proof { back: back.to_owned(), keeps: false })
    }

    fn proved_or(&self, interrupted: Interrupted) -> Result<(), Interrupted> {
        if self.proved { Ok(()) } else { Err(interrupted) }
    }

    /// Whether they gave their password within the last five minutes: then it is not asked again at signing. A passkey is, since
    /// it signs the text itself.
    #[must_use]
    pub fn gave_password_lately(&self) -> bool {
        self.proof == Some(Proof::Password)
    }

    pub(crate) async fn of(site: &Site, headers: &HeaderMap, path: &str, query: Option<&str>) -> Result<Self, Fault> {
        let occasion = site.occasion();
        let session = cookie(headers, session_cookie(site.secure));
        let kiosk = match cookie(headers, kiosk_cookie(site.secure)) {
            Some(token) => site.app.kiosk(&token, occasion.at).await?,
            None => None,
        };
        let this_kiosk = kiosk.as_ref().map(|open| open.kiosk.id);
        let mut half = None;
        let (actor, institution, proved, proof) = match &session {
            None => (Actor::Public, None, false, None),
            Some(token) => match site.app.session(token, occasion).await? {
                None => (Actor::Public, None, false, None),
                // A session of a kiosk lives on that kiosk alone, and no other session lives there.
                Some(known) if known.kiosk != this_kiosk => (Actor::Public, None, false, None),
                Some(known) if known.waits.is_some() => {
                    let caller = Caller::new(known.actor, occasion);
                    half = Some(Half { caller, institution: known.institution, token: token.clone() });
                    (Actor::Public, None, false, None)
                }
                Some(known) => (known.actor, Some(known.institution), known.proved, known.proof),
            },
        };
        let device = cookie(headers, DEVICE_COOKIE);
        let session = session.filter(|_| actor.person().is_some());
        let asked = query.and_then(|query| query.split('&').find_map(|pair| pair.strip_prefix("bahasa=")));
        let language = asked.map(str::to_owned).or_else(|| cookie(headers, LANGUAGE_COOKIE));
        let language = language.and_then(|code| Language::from_code(&code)).unwrap_or_default();
        let place = match &kiosk {
            None => site.app.browser(&Device::new(device.as_deref(), &[], &[])),
            // Nobody vouches for themselves: what an operator signs there was signed on a computer that others share.
            Some(open) if actor.person() == Some(open.kiosk.operator) => Place::Browser(None),
            Some(open) => Place::Kiosk { operator: open.kiosk.operator },
        };
        let (caller, demo) = (Caller::new(actor, occasion).on(place), site.mode == Mode::Demo);
        let (path, here) = (path.to_owned(), here(path, query));
        let ticket = cookie(headers, TICKET_COOKIE);
        Ok(Self { caller, institution, language, path, here, session, ticket, kiosk, half, proved, proof, demo })
    }
}

/// Path and query without the choice of a language, which would win over the one made by the form.
fn here(path: &str, query: Option<&str>) -> String {
    let kept: Vec<&str> = query.unwrap_or_default().split('&').filter(|it| !it.starts_with("bahasa=")).collect();
    let kept = kept.join("&");
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{kept}") }
}

/// The value of a cookie.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

impl FromRequestParts<Site> for Ask {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        // The middleware has made it already; a second reading of the session would be a second truth.
        if let Some(ask) = parts.extensions.get::<Self>() {
            return Ok(ask.clone());
        }
        let uri = parts.extensions.get::<OriginalUri>().map_or_else(|| parts.uri.clone(), |uri| uri.0.clone());
        Self::of(site, &parts.headers, uri.path(), uri.query()).await.map_err(|fault| Problem(fault).into_response())
    }
}

#[cfg(test)]
mod tests {
    use super::here;

    #[test]
    fn another_language_shows_the_same_list() {
        assert_eq!(here("/pegawai", None), "/pegawai");
        assert_eq!(here("/pegawai", Some("kata=siti&bahasa=en&hal=2")), "/pegawai?kata=siti&hal=2");
        assert_eq!(here("/pegawai", Some("bahasa=en")), "/pegawai");
    }
}
