use crate::{App, Caller, Fault};
use base::Occasion;
use domain::change::{Change, Effect};
use domain::dispatch::{Channel, DispatchState, SendingRules};
use domain::policy::{Action, Permit, Target, allow};
use std::time::Duration;
use store::data::dispatches::{self, DispatchCount};
use store::data::record;
use store::{StoreError, Tx, Unit};

/// How far back dispatches are counted: thirty days.
const COUNTED: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Most dispatches that one unit of work tries again, so that others' writes go on in between.
const RESENT_AT_ONCE: u32 = 500;

/// What was sent in the last thirty calendar days, in numbers.
#[derive(Debug, Clone)]
pub struct SentView {
    /// How many, by kind, channel, state and reason.
    pub counts: Vec<DispatchCount>,
    /// What holds for everything that is sent.
    pub rules: SendingRules,
    /// Whether the caller may send again what could not be sent.
    pub may_resend: bool,
}

impl SentView {
    /// How many are in this state.
    #[must_use]
    pub fn in_state(&self, state: DispatchState) -> u32 {
        self.counts.iter().filter(|line| line.state == state).map(|line| line.count).sum()
    }
}

impl App {
    /// What was sent in the last thirty calendar days, and what was not. Numbers only.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see it.
    pub async fn sent_view(&self, caller: &Caller) -> Result<SentView, Fault> {
        self.store().read(Look { caller: caller.clone(), rules: self.sending_rules().clone() }).await
    }

    /// Tries every dispatch of the institution in this state again, from the beginning. Answers how many. Only what is
    /// parked or unclear can be; what is unclear may arrive a second time.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not, [`Fault::NotFound`] for another state.
    pub async fn resend(&self, caller: &Caller, state: DispatchState) -> Result<u64, Fault> {
        if !matches!(state, DispatchState::Parked | DispatchState::Unclear) {
            return Err(Fault::NotFound);
        }
        let (mut chance, mut all) = (caller.occasion.chance(), 0);
        loop {
            let occasion = Occasion::seeded(caller.occasion.at, chance.bytes());
            let caller = Caller { occasion, ..caller.clone() };
            let (found, moved) = self.store().write(Resend { caller, state }).await?;
            all += moved;
            if found < RESENT_AT_ONCE {
                return Ok(all);
            }
        }
    }

    /// How many dispatches are not at their end, by channel and state, of all institutions together; for the metrics.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn dispatch_totals(&self) -> Result<Vec<(Channel, DispatchState, u32)>, Fault> {
        Ok(self.store().read(Totals).await?)
    }
}

fn permit(caller: &Caller, action: Action) -> Result<Permit, Fault> {
    Ok(allow(&caller.actor, action, &Target::of(caller.institution()?, "message"))?)
}

struct Look {
    caller: Caller,
    rules: SendingRules,
}

impl Unit for Look {
    type Out = SentView;
    type Error = Fault;
    const NAME: &'static str = "messages/sent";

    async fn run(&self, tx: &mut Tx) -> Result<SentView, Fault> {
        permit(&self.caller, Action::ViewMessages)?;
        let since = self.caller.occasion.at.before(COUNTED);
        let counts = dispatches::counts(tx, &self.caller.scope()?, since).await?;
        let may_resend = permit(&self.caller, Action::ResendMessages).is_ok();
        Ok(SentView { counts, rules: self.rules.clone(), may_resend })
    }
}

struct Resend {
    caller: Caller,
    state: DispatchState,
}

impl Unit for Resend {
    type Out = (u32, u64);
    type Error = Fault;
    const NAME: &'static str = "messages/resend";

    async fn run(&self, tx: &mut Tx) -> Result<(u32, u64), Fault> {
        let permit = permit(&self.caller, Action::ResendMessages)?;
        let (scope, at, from) = (self.caller.scope()?, self.caller.occasion.at, self.state);
        let resting = dispatches::in_state(tx, &scope, from, RESENT_AT_ONCE).await?;
        let found = u32::try_from(resting.len()).unwrap_or(u32::MAX);
        let resent =
            resting.into_iter().map(|(message, channel)| Effect::DispatchResent { message, channel, from, at });
        let change = Change::new(permit).say_code("state", from.code()).say("count", found.into()).with_all(resent);
        let written = record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        Ok((found, written.rows))
    }
}

struct Totals;

impl Unit for Totals {
    type Out = Vec<(Channel, DispatchState, u32)>;
    type Error = StoreError;
    const NAME: &'static str = "messages/totals";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        dispatches::totals(tx).await
    }
}
