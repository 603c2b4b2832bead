//! One circular or directive of a government, and its letter.

use super::sheet::Sheet;
use super::{published, reported, words};
use crate::circulars::{AttachmentLink, attachment_links, certified_signer, send_file};
use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use base::Zone;
use domain::media::Media;
use domain::paper::Token;
use i18n::format;
use service::{Fault, Government, PublicCircular};

#[derive(Template)]
#[template(path = "public/circular.html")]
struct CircularPage {
    page: Page,
    sheet: Sheet,
    /// Address of the government's page.
    back: String,
    /// Name of the government.
    place: String,
    /// Who the news says issued it; empty when it was published here.
    reported: String,
    attachments: Vec<AttachmentLink>,
    letter: Option<Letter>,
    /// That it holds no longer.
    ended: Option<published::Ended>,
    /// Where the circular is that it replaced; empty when it replaced none.
    replaced: String,
}

struct Letter {
    /// Where the PDF is, once it has been rendered.
    href: Option<String>,
    /// Where the scan of the signed paper is; empty when it was signed in the program.
    scan: String,
    /// Where the letter with its certified signature is, and who signed it as its certificate says.
    certified: Option<(String, String)>,
    token: Token,
}

pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path((place, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (law, language) = (site.app.law(), ask.language);
    let back = format!("/{place}");
    let template = match site.app.public_circular(&place, &id).await? {
        PublicCircular::Published(found) => {
            let page = ask.page(&found.circular.body.subject).at(&found.institution);
            let sheet = published::sheet(page.t, language, law, &found);
            let short_name = &found.institution.short_name;
            let place = words::place(&found.institution.name).to_owned();
            let scan = match &found.scan {
                Some(_) => format!("{back}/edaran/{}/pindaian", found.circular.id),
                None => String::new(),
            };
            let certified = found.certified.as_ref().map(|signed| {
                let when = format::moment(language, signed.at, found.institution.zone);
                let words = page.t.certified_public(certified_signer(page.t, signed), when);
                (format!("{back}/edaran/{}/surat-tersertifikasi.pdf", found.circular.id), words)
            });
            let letter = found.letter.map(|letter| Letter {
                scan,
                certified,
                href: letter.file.map(|_| format!("{back}/edaran/{}/surat.pdf", found.circular.id)),
                token: letter.token,
            });
            let attachments =
                attachment_links(language, &found.circular.body, &format!("{back}/edaran/{}", found.circular.id));
            let ended = published::ended(&page, short_name, &found.circular);
            let replaced =
                found.circular.revision.map(|it| format!("{back}/edaran/{}", it.replaces)).unwrap_or_default();
            CircularPage { page, sheet, back, place, reported: String::new(), attachments, letter, ended, replaced }
        }
        PublicCircular::Reported { government, instrument } => {
            let name = match &government {
                Government::Ours(institution) => institution.name.clone(),
                Government::Reported(known) => known.name.in_language(language).to_owned(),
            };
            let page = ask.page(instrument.title.in_language(language));
            let sheet = reported::sheet(page.t, language, law, instrument, site.now().date(Zone::Wib));
            let reported = page.t.public_reported_place(words::place(&name));
            let place = words::place(&name).to_owned();
            CircularPage {
                page,
                sheet,
                back,
                place,
                reported,
                attachments: Vec::new(),
                letter: None,
                ended: None,
                replaced: String::new(),
            }
        }
    };
    Ok(chrome::show(&template))
}

pub async fn letter(State(site): State<Site>, Path((place, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let Some(bytes) = site.app.letter_pdf(&place, id).await? else {
        // A letter that was signed on paper is its scan.
        site.app.public_scan(&place, id).await?.ok_or(Fault::NotFound)?;
        return Ok(Redirect::to(&format!("/{place}/edaran/{id}/pindaian")).into_response());
    };
    let headers =
        [(header::CONTENT_TYPE, "application/pdf"), (header::CONTENT_DISPOSITION, "inline; filename=\"surat.pdf\"")];
    Ok((headers, bytes).into_response())
}

/// The letter with the certified signature of its signatory.
pub async fn certified(
    State(site): State<Site>,
    Path((place, id)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let bytes = site.app.certified_pdf(&place, id).await?.ok_or(Fault::NotFound)?;
    Ok(send_file(Media::Pdf, bytes, "surat-tersertifikasi"))
}

/// The scan of a letter that was signed on paper.
pub async fn scan(State(site): State<Site>, Path((place, id)): Path<(String, String)>) -> Result<Response, Problem> {
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let (media, bytes) = site.app.public_scan(&place, id).await?.ok_or(Fault::NotFound)?;
    Ok(send_file(media, bytes, "surat"))
}

/// An attachment, by its number.
pub async fn attachment(
    State(site): State<Site>,
    Path((place, id, n)): Path<(String, String, usize)>,
) -> Result<Response, Problem> {
    let id = id.parse().map_err(|_| Fault::NotFound)?;
    let (media, bytes) = site.app.public_attachment(&place, id, n).await?;
    Ok(send_file(media, bytes, &format!("lampiran-{n}")))
}
