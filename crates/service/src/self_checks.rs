//! The public self-check leaves one number per day and verdict. Who asked, and what, is not kept.

use crate::{App, Caller, Fault};
use base::{Date, Occasion, Zone};
use domain::policy::{Action, Actor, Target, allow};
use norms::Verdict;
use std::time::Duration;
use store::data::self_checks;
use store::{Tx, Unit};

/// How far back answers are told.
const TOLD: Duration = Duration::from_secs(30 * 24 * 60 * 60);

impl App {
    /// Counts an answer that somebody was shown.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn count_self_check(&self, occasion: Occasion, verdict: Verdict) -> Result<(), Fault> {
        allow(&Actor::Public, Action::ViewPublic, &Target::installation("self_check"))?;
        let day = occasion.at.date(Zone::Wib);
        self.store().write(Count { day, verdict }).await
    }

    /// How many answers of each verdict everybody was shown in the last thirty days, of all institutions together.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever does not administer an institution.
    pub async fn self_checks(&self, caller: &Caller) -> Result<Vec<(Verdict, i64)>, Fault> {
        allow(&caller.actor, Action::ViewSystem, &Target::of(caller.institution()?, "system"))?;
        let from = caller.occasion.at.before(TOLD).date(Zone::Wib);
        let told = self.store().read(Told { from }).await?;
        let count =
            |verdict: Verdict| told.iter().find(|(code, _)| code == verdict.code()).map_or(0, |(_, count)| *count);
        Ok(Verdict::ALL.into_iter().map(|verdict| (verdict, count(verdict))).collect())
    }
}

struct Count {
    day: Date,
    verdict: Verdict,
}

impl Unit for Count {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "self_checks/count";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        Ok(self_checks::add(tx, self.day, self.verdict.code()).await?)
    }
}

struct Told {
    from: Date,
}

impl Unit for Told {
    type Out = Vec<(String, i64)>;
    type Error = Fault;
    const NAME: &'static str = "self_checks/told";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        Ok(self_checks::since(tx, self.from).await?)
    }
}
