use crate::{Ask, Page, Problem, Site};
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use base::Instant;
use domain::message::MessageKind;
use i18n::format;
use serde::Deserialize;
use service::{Notice, Notices};

/// One thing that somebody was told.
pub struct Line {
    /// What they were told.
    pub text: String,
    /// What it concerns; empty where the text says all.
    pub about: String,
    /// When it was told; empty where the text says it.
    pub at: String,
    /// Where to do something about it, and how that is called; empty where the page itself is the place.
    pub link: (String, String),
}

/// What stands on the home page of what somebody was told.
pub struct Told {
    /// What they have not read.
    pub unread: Vec<Line>,
    /// What they have read.
    pub read: Vec<Line>,
    /// Until when the page shows what was told: nothing newer is marked as read.
    pub until: i64,
}

impl Told {
    /// As the home page shows it.
    pub fn new(page: &Page, notices: &Notices) -> Self {
        let lines = |notices: &[Notice]| notices.iter().map(|notice| line(page, notice)).collect();
        let until = notices.unread.first().map_or(0, |newest| newest.at.micros());
        Self { unread: lines(&notices.unread), read: lines(&notices.read), until }
    }
}

fn line(page: &Page, notice: &Notice) -> Line {
    let t = page.t;
    let due = notice.due.map(|due| format::weekday_date(page.language, due));
    let at = format::moment(page.language, notice.at, page.zone);
    let count = i64::from(notice.count.unwrap_or(0));
    let text = match (notice.kind, due) {
        (MessageKind::Published, Some(due)) => t.notice_published(due),
        (MessageKind::DueSoon, Some(due)) => t.notice_due_soon(due),
        (MessageKind::KnowSoon, Some(due)) => t.notice_know_soon(due),
        (MessageKind::Late, Some(due)) => t.notice_late(due),
        (MessageKind::Asked, Some(due)) => t.notice_asked(due),
        // Away, and nobody knows until when: the task beside it says so, too.
        (MessageKind::Published, None) => t.later_published(),
        (MessageKind::DueSoon | MessageKind::Late | MessageKind::KnowSoon, None) => t.later_waiting(),
        (MessageKind::Asked, None) => t.later_asked(),
        (MessageKind::LateCount, due) => {
            t.notice_late_count(count, format::number(page.language, count), due.unwrap_or_default())
        }
        (MessageKind::Slip, _) => t.notice_slip(&at),
        (MessageKind::Signed, _) => t.notice_signed(&at),
        (MessageKind::Excepted, _) => t.notice_excepted(),
        (MessageKind::Handover, _) => t.notice_handover(),
        (MessageKind::Pledged, _) => t.notice_pledged(&at),
        (MessageKind::Appointed, _) => t.notice_appointed(),
        (MessageKind::Question, _) => t.notice_question(),
        (MessageKind::Replied, _) => t.notice_replied(),
        (MessageKind::SecondLook, _) => t.notice_second_look(),
    };
    let link = match notice.kind {
        MessageKind::LateCount => ("/unit".to_owned(), t.notice_open_unit()),
        MessageKind::Slip => ("/akun".to_owned(), t.account()),
        MessageKind::Appointed => ("/akun/catatan".to_owned(), t.own_record_link()),
        MessageKind::Question => ("/tanya/meja".to_owned(), t.notice_open_desk()),
        MessageKind::Replied => ("/tanya".to_owned(), t.notice_open_question()),
        MessageKind::SecondLook => ("/tanya/meja/terbitan".to_owned(), t.notice_open_second_look()),
        MessageKind::Handover => ("/kelola/serah-terima".to_owned(), t.notice_open_handover()),
        _ => (String::new(), String::new()),
    };
    // These say in their text when it was; of an answer the day is on its own page, and the hour is told nowhere.
    let said = notice.kind.is_urgent() || notice.kind == MessageKind::Replied;
    let at = if said { String::new() } else { at };
    Line { text, about: notice.election.clone().unwrap_or_default(), at, link }
}

/// That the notices on the page were read.
#[derive(Deserialize)]
pub struct Sent {
    #[serde(default)]
    sampai: i64,
}

/// Marks what the page showed as read.
pub async fn post(State(site): State<Site>, ask: Ask, Form(sent): Form<Sent>) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    site.app.read_notices(&ask.caller, Instant::from_micros(sent.sampai)).await?;
    Ok(Redirect::to("/beranda").into_response())
}
