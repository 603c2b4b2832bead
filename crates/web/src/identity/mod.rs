//! Signing in, activation, account.

mod account;
mod activation;
mod browser;
mod choose;
mod cookies;
mod password;
pub(crate) mod reply;
mod sign_in;
mod sign_out;
mod words;

pub(crate) use cookies::DEVICE_COOKIE;
pub(crate) use words::wait_until;

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/masuk", sign_in::get)
        .post("/masuk", sign_in::post)
        .post("/masuk/kunci/mulai", sign_in::passkey_begin)
        .post("/masuk/kunci/selesai", sign_in::passkey_finish)
        .post("/keluar", sign_out::post)
        .get("/aktivasi", activation::get)
        .post("/aktivasi", activation::post)
        .get("/aktivasi/pilih", choose::get)
        .post("/aktivasi/pilih", choose::post)
        .post("/aktivasi/pilih/kunci/mulai", choose::passkey_begin)
        .post("/aktivasi/pilih/kunci/selesai", choose::passkey_finish)
        .get("/akun", account::get)
        .post("/akun/sesi", account::end_sessions)
        .post("/akun/kunci/mulai", account::passkey_begin)
        .post("/akun/kunci/selesai", account::passkey_finish)
        .get("/akun/sandi", password::get)
        .post("/akun/sandi", password::post)
}
