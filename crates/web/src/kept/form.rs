//! The form itself: caught on its way to a handler, read when the handler did not take it, sealed for one person.

use crate::site::FORM_BYTES_MAX;
use crate::{Ask, Site};
use axum::body::{Body, BodyDataStream, Bytes};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Request};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use base::Instant;
use domain::ids::PersonId;
use futures::StreamExt as _;
use futures::stream::poll_fn;
use serde::{Deserialize, Serialize};
use service::Fault;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use url::form_urlencoded;

/// Largest form that is carried, in bytes before it is sealed: sealed and with what else a page of signing in sends it must
/// be a form that the site takes.
const KEPT_BYTES_MAX: usize = 150 * 1024;

/// How much text is taken in of a form with files, in bytes: more could not be carried, only shown.
const TEXT_MAX: usize = 2 * KEPT_BYTES_MAX;

/// Most fields of a form without words that is not worth carrying.
const TAPPED_AGAIN: usize = 3;

/// What a field of a form with files takes besides its text, in bytes.
const PART_COSTS: usize = 64;

/// Largest form with files that is looked through for its fields, in bytes. The files are not kept.
const LOOKED_THROUGH_MAX: usize = 32 * 1024 * 1024;

/// Whether a field holds a secret, or a number that is used once and kept nowhere: it is asked again and never carried.
fn is_secret(name: &str) -> bool {
    ["sandi", "sekarang", "bukti", "passphrase", "nik"].contains(&name)
        || name.contains("sandi_")
        || name.contains("frasa")
}

/// Whether a page put rows of a table in, cells between tabs: they go along, and are nobody's words.
fn is_table(text: &str) -> bool {
    !text.is_empty() && text.lines().all(|line| line.contains('\t'))
}

/// An interrupted form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Where it was sent: path and query.
    pub to: String,
    /// The page on which it stood, if that is known.
    pub page: Option<String>,
    /// Whether it is sent in parts, as forms with files are.
    pub parts: bool,
    /// Names and values, in order.
    pub fields: Vec<(String, String)>,
    /// Names of the fields of files, and of the files.
    pub files: Vec<(String, String)>,
    /// Whether secrets were left out.
    pub secrets: bool,
    /// Whether some of it was not taken in, so that what is here is not the whole.
    #[serde(skip)]
    pub cut: bool,
}

impl Form {
    /// Takes a field in, unless it is a secret.
    fn take(&mut self, name: String, value: String) {
        if is_secret(&name) {
            self.secrets |= !value.is_empty();
        } else {
            self.fields.push((name, value));
        }
    }

    /// What somebody typed, as far as it can be told from what the page put in: neither short codes nor numbers of rows.
    pub fn texts(&self) -> Vec<String> {
        let code = |text: &str| text.contains('_') && text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'_'));
        let typed = |text: &&str| {
            text.chars().count() > 3 && text.parse::<PersonId>().is_err() && !code(text) && !is_table(text)
        };
        self.fields.iter().map(|(_, value)| value.trim()).filter(typed).map(str::to_owned).collect()
    }

    /// [`Form::texts`] without what a list or a box put in: to be looked over, not to be copied.
    pub fn words(&self) -> Vec<String> {
        let code = |text: &String| text.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'));
        let number = |text: &String| text.bytes().all(|b| b.is_ascii_digit());
        self.texts().into_iter().filter(|text| number(text) || !code(text)).collect()
    }

    /// Whether something would be lost with it: words, a file, rows that were looked at, or many things that were ticked. One
    /// that is a button and no more is tapped again on its own page, where it says what it does.
    fn says_anything(&self) -> bool {
        let rows = self.fields.iter().any(|(_, value)| is_table(value));
        self.cut || rows || !self.words().is_empty() || !self.files.is_empty() || self.fields.len() > TAPPED_AGAIN
    }

    /// The form as text for a page of this person; nothing when it is too large.
    pub fn sealed(&self, site: &Site, owner: PersonId) -> Result<Option<String>, Fault> {
        if self.cut {
            return Ok(None);
        }
        let bytes = serde_json::to_vec(self).map_err(|error| Fault::Unexpected(error.to_string()))?;
        Ok((bytes.len() <= KEPT_BYTES_MAX).then(|| site.app.seal_form(owner, &bytes, site.occasion())))
    }

    /// Opens [`Form::sealed`] for this person.
    pub fn open(site: &Site, owner: PersonId, sealed: &str) -> Option<(Instant, Self)> {
        let (typed, bytes) = site.app.open_form(owner, sealed, site.now())?;
        serde_json::from_slice(&bytes).ok().map(|form| (typed, form))
    }
}

/// A form on its way to a handler.
pub enum Caught {
    /// One of fields alone, as it was sent.
    Fields(Bytes),
    /// One in parts. Whoever takes the next part takes it from the other, so that files are never held in memory.
    Parts(HeaderValue, Arc<Mutex<BodyDataStream>>),
}

impl Caught {
    /// Catches a form if one is to be caught, and hands the request on.
    ///
    /// # Errors
    /// The refusal of a form that is larger than the site takes.
    pub async fn of(request: Request, wanted: bool) -> Result<(Option<Self>, Request), Response> {
        let kind = request.headers().get(header::CONTENT_TYPE).filter(|_| wanted).cloned();
        let Some(kind) = kind else { return Ok((None, request)) };
        let (head, body) = request.into_parts();
        if kind.as_bytes().starts_with(b"application/x-www-form-urlencoded") {
            let Ok(bytes) = axum::body::to_bytes(body, FORM_BYTES_MAX).await else {
                return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
            };
            return Ok((Some(Self::Fields(bytes.clone())), Request::from_parts(head, Body::from(bytes))));
        }
        if kind.as_bytes().starts_with(b"multipart/form-data") {
            let shared = Arc::new(Mutex::new(body.into_data_stream()));
            let request = Request::from_parts(head, reader(Arc::clone(&shared)));
            return Ok((Some(Self::Parts(kind, shared)), request));
        }
        Ok((None, Request::from_parts(head, body)))
    }

    /// What was typed into it; nothing when that was nothing.
    pub async fn read(self, ask: &Ask, page: Option<String>) -> Option<Form> {
        let parts = matches!(self, Self::Parts(..));
        let to = ask.here.clone();
        let mut form = Form { to, page, parts, fields: Vec::new(), files: Vec::new(), secrets: false, cut: false };
        match self {
            Self::Fields(bytes) => {
                for (name, value) in form_urlencoded::parse(&bytes) {
                    form.take(name.into_owned(), value.into_owned());
                }
            }
            Self::Parts(kind, shared) => {
                let mut request = Request::new(reader(shared));
                request.headers_mut().insert(header::CONTENT_TYPE, kind);
                DefaultBodyLimit::max(LOOKED_THROUGH_MAX).apply(&mut request);
                if let Ok(parts) = Multipart::from_request(request, &()).await {
                    look_through(parts, &mut form).await;
                }
            }
        }
        form.says_anything().then_some(form)
    }
}

/// What is left of a body that two readers share.
fn reader(shared: Arc<Mutex<BodyDataStream>>) -> Body {
    Body::from_stream(poll_fn(move |context| match shared.lock() {
        Ok(mut body) => body.poll_next_unpin(context),
        Err(_) => Poll::Ready(None),
    }))
}

/// Takes the fields in, and of files their names. Of a form that breaks off, or is too large, what came before
/// is shown and not carried.
async fn look_through(mut parts: Multipart, form: &mut Form) {
    let mut left = TEXT_MAX;
    loop {
        let mut part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return,
            Err(_) => break,
        };
        let name = part.name().unwrap_or_default().to_owned();
        // Very many empty fields are a great deal, too.
        let Some(rest) = left.checked_sub(name.len() + PART_COSTS) else { break };
        left = rest;
        match part.file_name() {
            // A field of files in which none was chosen is sent with an empty name.
            Some("") => {}
            Some(file) => match form.files.iter_mut().find(|(known, _)| *known == name) {
                Some((_, files)) => *files = format!("{files}, {file}"),
                None => form.files.push((name, file.to_owned())),
            },
            // Bit by bit: whoever sends a great deal is not listened to until the end.
            None => {
                let mut value = Vec::new();
                while let Ok(Some(bit)) = part.chunk().await {
                    if bit.len() > left {
                        form.cut = true;
                        return;
                    }
                    left -= bit.len();
                    value.extend_from_slice(&bit);
                }
                form.take(name, String::from_utf8_lossy(&value).into_owned());
            }
        }
    }
    form.cut = true;
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    /// Every template under a folder.
    fn templates(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries
            .flat_map(|path| if path.is_dir() { templates(&path) } else { vec![fs::read_to_string(&path).unwrap()] })
            .collect()
    }

    fn empty() -> Form {
        let (to, fields, files) = (String::new(), Vec::new(), Vec::new());
        Form { to, page: None, parts: false, fields, files, secrets: false, cut: false }
    }

    #[test]
    fn rows_of_a_table_go_along_and_are_not_taken_for_words() {
        let mut form = empty();
        form.take("baris".to_owned(), "2\tsatu\tPlt.\r\n3\tdua kata\tPlt.".to_owned());
        assert!(form.says_anything() && form.texts().is_empty() && form.words().is_empty());
        form.take("alasan".to_owned(), "Sudah diganti\n\tsejak lama".to_owned());
        assert_eq!(form.words(), ["Sudah diganti\n\tsejak lama"], "somebody's words may hold a tab");
    }

    #[test]
    fn every_field_for_a_password_is_left_out() {
        let all = templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"));
        let names: Vec<&str> = all
            .iter()
            .flat_map(|text| text.split("fields::password(\"").skip(1))
            .filter_map(|rest| rest.split('"').next())
            .collect();
        assert!(names.len() > 5, "fields of passwords are found by their macro: {names:?}");
        for name in names {
            assert!(is_secret(name), "a field for a password would be carried: {name}");
        }
        assert!(is_secret("nik"), "the number for the certified signature is used once");
        let mut form = empty();
        form.take("sandi".to_owned(), "rahasia sekali".to_owned());
        form.take("perihal".to_owned(), "Netralitas".to_owned());
        assert_eq!((form.fields.len(), form.secrets), (1, true));
        assert!(!serde_json::to_string(&form).unwrap().contains("rahasia"));
    }
}
