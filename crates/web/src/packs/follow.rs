//! A pack for those of another one who still owe something.

use super::{again, id, show};
use crate::typed_date::typed_date;
use crate::{Ask, Problem, Site};
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use base::Date;
use domain::ids::PackId;
use domain::pack::PackRefusal;
use serde::Deserialize;
use service::{Fault, Refusal};

/// The day by which it shall be back, as it is sent.
#[derive(Deserialize, Default)]
pub struct Sent {
    #[serde(default)]
    kembali_day: String,
    #[serde(default)]
    kembali_month: String,
    #[serde(default)]
    kembali_year: String,
}

impl Sent {
    /// The fields for this day.
    pub fn of(day: Date) -> Self {
        Self {
            kembali_day: day.day().to_string(),
            kembali_month: u8::from(day.month()).to_string(),
            kembali_year: day.year().to_string(),
        }
    }

    /// Day, month and year, as they were sent.
    pub fn parts(self) -> [String; 3] {
        [self.kembali_day, self.kembali_month, self.kembali_year]
    }
}

/// Makes it and leads to it.
pub async fn post(
    State(site): State<Site>,
    ask: Ask,
    Path(text): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    if let Err(away) = ask.signed_in() {
        return Ok(away.into_response());
    }
    let (id, t): (PackId, _) = (id(&text)?, ask.page("").t);
    // Whoever may make none is told so before the form is read.
    site.app.may_follow_pack(&ask.caller, id).await?;
    let made = match typed_date(&sent.kembali_day, &sent.kembali_month, &sent.kembali_year) {
        Some(due) => site.app.follow_pack(&again(&site, &ask), id, due).await,
        None => Err(Refusal::Pack(PackRefusal::DuePassed).into()),
    };
    let error = match made {
        Ok(made) => return Ok(Redirect::to(&format!("/desa/{made}")).into_response()),
        Err(Fault::Refused(Refusal::Pack(refusal))) => match refusal {
            PackRefusal::Tomorrow => t.pack_error_tomorrow(),
            PackRefusal::NobodyOwes => t.pack_error_followed(),
            _ => t.pack_error_due(),
        },
        Err(fault) => return Err(fault.into()),
    };
    let view = site.app.pack(&again(&site, &ask), id).await?;
    Ok(show::wrong(&ask, &view, ("kembali", error), sent))
}
