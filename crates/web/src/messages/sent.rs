//! What was sent and what was not, in numbers.

use super::channel;
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::dispatch::{DispatchState, Mishap, QuietHours, RETRY_AFTER_SECONDS};
use domain::message::MessageKind;
use i18n::{Messages, format};
use serde::Deserialize;
use service::{DispatchCount, Fault, SentView};

struct Line {
    about: String,
    channel: String,
    state: String,
    reason: String,
    count: String,
    last: String,
}

#[derive(Template)]
#[template(path = "messages/sent.html")]
struct SentPage {
    page: Page,
    /// What holds for everything that is sent; empty when no channel is open.
    facts: Vec<(String, String)>,
    lines: Vec<Line>,
    /// What failed for the last time, and may be sent again.
    parked: String,
    /// What may have arrived, and may be sent again.
    unclear: String,
    may_resend: bool,
    said: String,
}

/// What was done on the page before.
#[derive(Deserialize)]
pub struct Shown {
    sudah: Option<i64>,
}

/// Shows it.
pub async fn get(State(site): State<Site>, ask: Ask, Query(shown): Query<Shown>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let view = site.app.sent_view(&ask.caller).await?;
    let page = ask.page(ask.page("").t.sent_title()).wide();
    let (t, language) = (page.t, page.language);
    let number = |n: i64| format::number(language, n);
    let lines = view.counts.iter().map(|count| line(&page, count)).collect();
    let resting = |state| i64::from(view.in_state(state));
    let tries = i64::try_from(RETRY_AFTER_SECONDS.len()).unwrap_or(i64::MAX).saturating_add(1);
    let parked = match resting(DispatchState::Parked) {
        0 => String::new(),
        count => t.sent_parked(count, number(count), number(tries)),
    };
    let unclear = match resting(DispatchState::Unclear) {
        0 => String::new(),
        count => t.sent_unclear(count, number(count)),
    };
    let said = shown.sudah.map(|count| t.sent_again(count, number(count))).unwrap_or_default();
    let (facts, may_resend) = (facts(&page, &view), view.may_resend);
    Ok(show(&SentPage { facts, lines, parked, unclear, may_resend, said, page }))
}

fn facts(page: &Page, view: &SentView) -> Vec<(String, String)> {
    let (t, rules) = (page.t, &view.rules);
    if rules.channels.is_empty() {
        return Vec::new();
    }
    let open: Vec<String> = rules.channels.iter().map(|it| channel(t, *it)).collect();
    let quiet = rules.quiet.map_or_else(|| t.quiet_none(), |quiet| hours(page, quiet));
    let most = i64::from(rules.per_day);
    vec![
        (t.sent_channels(), open.join(", ")),
        (t.quiet_hours(), quiet),
        (t.sent_most(), t.sent_most_a_day(most, format::number(page.language, most))),
    ]
}

/// The quiet hours with their zone: `20.00 sampai 07.00 WIB`.
pub(super) fn hours(page: &Page, quiet: QuietHours) -> String {
    let clock = |time: time::Time| match page.language {
        base::Language::Indonesian => format!("{:02}.{:02}", time.hour(), time.minute()),
        base::Language::English => format!("{:02}:{:02}", time.hour(), time.minute()),
    };
    page.t.quiet_from_until(clock(quiet.from), clock(quiet.until), page.zone.code())
}

fn line(page: &Page, count: &DispatchCount) -> Line {
    let t = page.t;
    Line {
        about: kind(t, count.kind),
        channel: channel(t, count.channel),
        state: state(t, count.state),
        reason: count.reason.map(|reason| mishap(t, reason)).unwrap_or_default(),
        count: format::number(page.language, i64::from(count.count)),
        last: format::moment(page.language, count.last, page.zone),
    }
}

fn kind(t: &Messages, kind: MessageKind) -> String {
    match kind {
        MessageKind::Published => t.kind_published(),
        MessageKind::DueSoon => t.kind_due_soon(),
        MessageKind::Late => t.kind_late(),
        MessageKind::LateCount => t.kind_late_count(),
        MessageKind::Asked => t.kind_asked(),
        MessageKind::Slip => t.kind_slip(),
        MessageKind::Signed => t.kind_signed(),
        MessageKind::Excepted => t.kind_excepted(),
        MessageKind::Handover => t.kind_handover(),
        MessageKind::Pledged => t.kind_pledged(),
        MessageKind::KnowSoon => t.kind_know_soon(),
        MessageKind::Appointed => t.kind_appointed(),
        MessageKind::Question => t.kind_question(),
        MessageKind::Replied => t.kind_replied(),
        MessageKind::SecondLook => t.kind_second_look(),
    }
}

fn state(t: &Messages, state: DispatchState) -> String {
    match state {
        DispatchState::Waiting => t.dispatch_waiting(),
        DispatchState::Sending => t.dispatch_sending(),
        DispatchState::Sent => t.dispatch_sent(),
        DispatchState::Dropped => t.dispatch_dropped(),
        DispatchState::Refused => t.dispatch_refused(),
        DispatchState::Parked => t.dispatch_parked(),
        DispatchState::Unclear => t.dispatch_unclear(),
    }
}

fn mishap(t: &Messages, mishap: Mishap) -> String {
    match mishap {
        Mishap::Unreachable => t.mishap_unreachable(),
        Mishap::SignIn => t.mishap_sign_in(),
        Mishap::Later => t.mishap_later(),
        Mishap::TooMany => t.mishap_too_many(),
        Mishap::Refused => t.mishap_refused(),
        Mishap::Address => t.mishap_address(),
        Mishap::BrokenOff => t.mishap_broken_off(),
        Mishap::Restored => t.mishap_restored(),
        Mishap::Done => t.mishap_done(),
        Mishap::SwitchedOff => t.mishap_switched_off(),
        Mishap::NoContact => t.mishap_no_contact(),
        Mishap::TooOld => t.mishap_too_old(),
    }
}

/// What is to be sent again.
#[derive(Deserialize)]
pub struct Again {
    keadaan: String,
}

/// Sends it again.
pub async fn resend(State(site): State<Site>, ask: Ask, Form(again): Form<Again>) -> Result<Response, Problem> {
    if let Err(to_sign_in) = ask.signed_in() {
        return Ok(to_sign_in.into_response());
    }
    let state = DispatchState::from_code(&again.keadaan).ok_or(Fault::NotFound)?;
    let count = site.app.resend(&ask.caller, state).await?;
    Ok(Redirect::to(&format!("/kelola/pesan?sudah={count}")).into_response())
}
