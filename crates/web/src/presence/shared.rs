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

/// The routes that are open at a kiosk. There people read, answer, pledge and sign, and look at what is public, which is the
/// same for everybody; what would leave something behind, such as a passkey, another password or a file about a person, is for
/// one's own device. An attachment is part of the circular that one confirms to have read, so it is shown there, too.
const OPEN: [&str; 60] = [
    "/",
    "/beranda",
    "/beranda/pemberitahuan",
    "/tugas/{id}/baca",
    "/tugas/{id}/lampiran/{n}",
    "/tugas/{id}/pertanyaan",
    "/tugas/{id}/hasil",
    "/tugas/{id}/tanda-tangan",
    "/tugas/{id}/ikrar",
    "/tugas/{id}/belum-bisa",
    "/tugas/{id}/selesai",
    "/tugas/{id}/catatan",
    "/tugas/{id}/catatan/ikut",
    "/tugas/{id}/bukan-saya",
    "/masuk",
    "/keluar",
    "/bahasa",
    "/aktivasi",
    "/aktivasi/pilih",
    "/kios",
    "/kios/{id}/akhiri",
    "/kios/masih",
    "/kios/tutup",
    "/bantuan",
    "/privasi",
    "/aksesibilitas",
    "/robots.txt",
    "/demo",
    "/sehat",
    "/siap",
    "/aturan",
    "/boleh",
    "/boleh/tanya",
    "/boleh/jawaban",
    "/boleh/contoh",
    "/boleh/contoh/{id}",
    "/aturan/norma",
    "/aturan/norma/{norma}",
    "/aturan/perubahan",
    "/aturan/{instrumen}",
    "/aturan/{instrumen}/{pasal}",
    "/tahapan",
    "/tahapan.ics",
    "/tahapan/{pemilihan}",
    "/tahapan/{pemilihan}/tahapan.ics",
    "/periksa",
    "/periksa/{token}",
    "/{instansi}",
    "/{instansi}/cakupan",
    "/{instansi}/cakupan.csv",
    "/{instansi}/cakupan.json",
    "/{instansi}/segel.pem",
    "/{instansi}/tahapan",
    "/{instansi}/tahapan.ics",
    "/{instansi}/edaran/{id}",
    "/{instansi}/edaran/{id}/surat.pdf",
    "/{instansi}/edaran/{id}/surat-tersertifikasi.pdf",
    "/{instansi}/edaran/{id}/pindaian",
    "/{instansi}/edaran/{id}/lampiran/{n}",
    OPEN_BY_HALF,
];

/// Open to somebody who has given their password and still lacks a code, and to nobody else.
const OPEN_BY_HALF: &str = "/akun/kode";

/// Whether a page of this route, as it is written where routes are added, is shown at a kiosk. `half` says that somebody
/// has given their password and still lacks a code.
pub fn opens_at_kiosk(route: &str, half: bool) -> bool {
    OPEN.contains(&route) && (half || route != OPEN_BY_HALF)
}

#[cfg(test)]
mod tests {
    use super::{OPEN, opens_at_kiosk};
    use crate::{Mode, routes};

    #[test]
    fn what_is_open_at_a_kiosk_exists() {
        let routes = routes(Mode::Demo);
        for open in OPEN {
            assert!(routes.iter().any(|entry| entry.path == open), "there is no route {open}");
        }
    }

    #[test]
    fn a_kiosk_shows_ones_tasks_and_what_is_public() {
        for path in
            ["/kios", "/kios/tutup", "/beranda", "/tugas/{id}/tanda-tangan", "/aturan/{instrumen}", "/{instansi}"]
        {
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
            "/tugas/{id}/tanda-tangan/kunci/mulai",
            "/dokumen/{id}/pakta.pdf",
            "/pegawai",
            "/ikhtisar",
            "/kelola",
            "/i",
        ];
        for path in kept_out {
            assert!(!opens_at_kiosk(path, false), "{path}");
        }
    }
}
