//! Leaving a computer that others use, too.

use crate::identity::{cookies, kept_nowhere};
use crate::{Ask, Problem, Site};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Redirect, Response};

/// What the browser shall forget; its cookies stay, for one of them remembers the device, one the language and one that
/// it is a kiosk.
const FORGET: &str = r#""cache", "storage""#;

/// Tells the browser to forget whatever it has kept of this site.
pub fn forget(response: &mut Response) {
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), HeaderValue::from_static(FORGET));
}

/// Signs out whoever is here, wholly or by halves, and leads to `next` with nothing left of them in the browser.
pub async fn leave(site: &Site, ask: &Ask, next: &str) -> Result<Response, Problem> {
    if let Some(session) = ask.session.as_ref().or(ask.half.as_ref().map(|half| &half.token)) {
        site.app.sign_out(session).await?;
    }
    let mut response = kept_nowhere(Redirect::to(next).into_response());
    cookies::close_session(site, &mut response);
    cookies::drop_code(site, &mut response);
    forget(&mut response);
    Ok(response)
}

/// Whether a page is shown at a kiosk. There people read, answer, pledge and sign, and look at what is public; what would
/// leave something behind, such as a passkey, another password or a file, is for one's own device. `half` says that somebody
/// has given their password and still lacks a code.
pub fn opens_at_kiosk(path: &str, half: bool) -> bool {
    let under = |folder: &str| path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let exactly = [
        "/",
        "/beranda",
        "/beranda/pesan",
        "/masuk",
        "/keluar",
        "/bahasa",
        "/aktivasi",
        "/aktivasi/pilih",
        "/bantuan",
        "/privasi",
        "/aksesibilitas",
        "/demo",
        "/sehat",
        "/siap",
    ];
    exactly.contains(&path)
        || (half && path == "/akun/kode")
        || ["/kios", "/aturan", "/periksa"].into_iter().any(under)
        || (under("/tugas") && !path.contains("/kunci/"))
}

#[cfg(test)]
mod tests {
    use super::opens_at_kiosk;

    #[test]
    fn a_kiosk_shows_ones_tasks_and_what_is_public() {
        for path in ["/kios", "/kios/tutup", "/beranda", "/tugas/a1/tanda-tangan", "/aturan/uu-5-2014"] {
            assert!(opens_at_kiosk(path, false), "{path}");
        }
        assert!(opens_at_kiosk("/akun/kode", true), "a second factor is given here, too");
    }

    #[test]
    fn it_makes_no_passkey_keeps_no_file_and_is_no_officers_desk() {
        let kept_out = [
            "/akun",
            "/akun/sandi",
            "/akun/kode",
            "/akun/perangkat",
            "/akun/kunci/mulai",
            "/masuk/kunci/mulai",
            "/aktivasi/pilih/kunci/selesai",
            "/tugas/a1/tanda-tangan/kunci/mulai",
            "/dokumen/a1/pakta.pdf",
            "/pegawai",
            "/ikhtisar",
            "/kelola",
            "/kiosk",
            "/i",
        ];
        for path in kept_out {
            assert!(!opens_at_kiosk(path, false), "{path}");
        }
    }
}
