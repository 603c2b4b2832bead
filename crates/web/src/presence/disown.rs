use crate::chrome::show;
use crate::{Ask, Page, Problem, Site};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::TaskId;
use domain::manner::Way;
use domain::signature_check::{CheckReason, Given};
use i18n::format;
use serde::Deserialize;
use service::{Fault, OwnPledge, Vouchers};

#[derive(Template)]
#[template(path = "presence/disown.html")]
struct DisownPage {
    page: Page,
    lead: String,
    /// Which of the two it is, as the form says it.
    given: &'static str,
    /// Whether the agency looks already.
    told: bool,
}

/// Which of the two one speaks of: the pact unless it is said.
#[derive(Deserialize)]
pub struct Of {
    #[serde(default)]
    apa: String,
}

impl Of {
    fn given(&self) -> Given {
        if self.apa == PLEDGE { Given::Pledge } else { Given::Pact }
    }
}

const PLEDGE: &str = "ikrar";
const PACT: &str = "pakta";

/// Where one says that it was somebody else who took a pledge.
pub fn address_of_pledge(task: TaskId) -> String {
    format!("/tugas/{task}/bukan-saya?apa={PLEDGE}")
}

/// How a pledge was taken, with the names of those who vouch for it.
pub fn how(page: &Page, pledge: &OwnPledge, vouchers: &Vouchers) -> String {
    let t = page.t;
    if pledge.way == Way::OWN {
        return t.way_own_account();
    }
    let (one, other) = vouchers.of_way(pledge.way);
    i18n::way(t, pledge.way.code(), &i18n::names(t, one, other))
}

/// What was given in the viewer's name, and the way to say that it was somebody else.
pub async fn get(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<TaskId>,
    Query(of): Query<Of>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let page = ask.page("");
    let t = page.t;
    let moment = |at| format::moment(page.language, at, page.zone);
    let (lead, told, given, title) = match of.given() {
        Given::Pledge => {
            let own = site.app.own_pledges(&ask.caller).await?;
            let pledge = own.pledges.iter().find(|pledge| pledge.task == id).ok_or(Fault::NotFound)?;
            let lead = t.disown_pledge_lead(moment(pledge.at), how(&page, pledge, &own.vouchers));
            (lead, pledge.looked_at, PLEDGE, t.disown_pledge_title())
        }
        Given::Pact => {
            let signed = site.app.signed_pact(&ask.caller, id).await?.ok_or(Fault::NotFound)?;
            let checks = site.app.own_signature_checks(&ask.caller).await?;
            let looks = |reason: CheckReason| matches!(reason, CheckReason::NotMe | CheckReason::Doubted);
            let told =
                checks.iter().any(|it| it.pact == Some(signed.pact.id) && it.decision.is_none() && looks(it.reason));
            let how = i18n::assurance(t, signed.pact.manner.assurance().code());
            (t.disown_lead(&signed.pact.number, moment(signed.pact.signed), how), told, PACT, t.disown_title())
        }
    };
    Ok(show(&DisownPage { lead, given, told, page: page.titled(title) }))
}

/// It was somebody else.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(id): Path<TaskId>,
    Form(of): Form<Of>,
) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let given = of.given();
    site.app.disown_signature(&ask.caller, id, given).await?;
    let here = match given {
        Given::Pledge => address_of_pledge(id),
        Given::Pact => format!("/tugas/{id}/bukan-saya"),
    };
    Ok(Redirect::to(&here).into_response())
}
