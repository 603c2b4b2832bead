//! Signing in, activation, account.

mod account;
mod activation;
mod browser;
mod choose;
mod confirm;
pub(crate) mod cookies;
mod delegations;
mod devices;
mod password;
pub(crate) mod reply;
mod rescue;
mod second_factor;
mod sign_in;
mod sign_out;
mod words;

pub(crate) use browser::Browser;
pub(crate) use confirm::carrying as confirm_carrying;
pub(crate) use cookies::DEVICE_COOKIE;
pub(crate) use reply::kept_nowhere;
pub(crate) use second_factor::carrying as code_carrying;
pub(crate) use sign_in::carrying as sign_in_carrying;
pub(crate) use words::{dressed, wait_until};

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
        .get("/akun/perangkat", devices::get)
        .post("/akun/perangkat/{id}/keluarkan", devices::end)
        .post("/akun/sesi", devices::end_others)
        .get("/akun/konfirmasi", confirm::get)
        .post("/akun/konfirmasi", confirm::post)
        .post("/akun/konfirmasi/kunci/mulai", confirm::passkey_begin)
        .post("/akun/konfirmasi/kunci/selesai", confirm::passkey_finish)
        .post("/akun/kunci/mulai", account::passkey_begin)
        .post("/akun/kunci/selesai", account::passkey_finish)
        .get("/akun/pelimpahan", delegations::get)
        .post("/akun/pelimpahan", delegations::post)
        .post("/akun/pelimpahan/{id}/akhiri", delegations::end)
        .get("/akun/sandi", password::get)
        .post("/akun/sandi", password::post)
        .get("/akun/kode", second_factor::get)
        .post("/akun/kode", second_factor::post)
        .get("/kelola/akun", rescue::get)
        .post("/kelola/akun", rescue::post)
        .post("/pegawai/{id}/sesi", rescue::end_sessions)
        .post("/pegawai/{id}/kode", rescue::reset_code)
}
