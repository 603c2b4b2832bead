//! Messages that leave the program: what was sent, how one is reminded, and how one stops it.

mod choose;
mod sent;
mod stop;

use crate::Area;
use domain::dispatch::Channel;
use i18n::Messages;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
        .get("/kelola/pesan", sent::get)
        .post("/kelola/pesan/ulang", sent::resend)
        .get("/akun/pengingat", choose::get)
        .post("/akun/pengingat", choose::post)
        .get("/berhenti/{kode}", stop::get)
        .post("/berhenti/{kode}", stop::post)
}

/// The name of a channel.
fn channel(t: &Messages, channel: Channel) -> String {
    match channel {
        Channel::Email => t.channel_email(),
        Channel::Whatsapp => t.channel_whatsapp(),
    }
}
