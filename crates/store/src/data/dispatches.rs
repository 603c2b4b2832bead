//! Messages on their way out, the channels that are open, and what people have chosen about being reminded. Taking and
//! settling a dispatch is bookkeeping, like taking a job.

use crate::statement::{channels, dispatches as sql, messages, reminders};
use crate::{Row, Scope, StoreError, Tx, params};
use base::{Date, Instant};
use domain::dispatch::{Channel, DispatchState, Mishap, Reminders, Settled};
use domain::ids::{InstitutionId, MessageId, PersonId, TaskId};
use domain::message::{Message, MessageKind};

/// A dispatch whose time has come, with all that decides whether it still has something to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The message.
    pub message: MessageId,
    /// By which channel.
    pub channel: Channel,
    /// How often it was tried.
    pub attempts: u32,
    /// To whom.
    pub person: PersonId,
    /// What it is about.
    pub kind: MessageKind,
    /// When it was planned.
    pub planned: Instant,
    /// By when the person owes it, a calendar day; none where that is only known once they are back. What tells a head of
    /// others names the drive's.
    pub due: Option<Date>,
    /// What the drive lays before the person.
    pub task: Option<TaskId>,
    /// Whether the person still owes what the drive asks for.
    pub owes: bool,
    /// What the person has chosen.
    pub reminders: Reminders,
    /// How many reminders the person got by this channel since the day began.
    pub told: u32,
}

/// Opens these channels and closes all others.
///
/// # Errors
/// When the engine fails.
pub async fn set_channels(tx: &mut Tx, open: &[Channel]) -> Result<(), StoreError> {
    tx.outside_execute(channels::CLOSE_ALL, params![]).await?;
    for channel in open {
        tx.outside_execute(channels::OPEN, params![channel]).await?;
    }
    Ok(())
}

/// The institutions that have a dispatch whose time has come.
///
/// # Errors
/// When the engine fails.
pub async fn waiting(tx: &mut Tx, now: Instant) -> Result<Vec<InstitutionId>, StoreError> {
    tx.outside_all(sql::WAITING, params![now]).await?.into_iter().map(Row::only).collect()
}

/// The dispatches by this channel whose time has come, at most `limit`; `day` is when the calendar day began.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn due(
    tx: &mut Tx,
    scope: &Scope,
    channel: Channel,
    (now, day): (Instant, Instant),
    limit: u32,
) -> Result<Vec<Due>, StoreError> {
    let rows = tx.all(scope, sql::DUE, params![now, channel, day, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(Due {
                message: r.next()?,
                channel: r.next()?,
                attempts: r.next()?,
                person: r.next()?,
                kind: r.next()?,
                planned: r.next()?,
                due: r.next()?,
                task: r.next()?,
                owes: r.next()?,
                reminders: chosen(r.next()?, r.next()?, r.next()?),
                told: r.next()?,
            })
        })
        .collect()
}

fn chosen(language: Option<base::Language>, email: Option<bool>, whatsapp: Option<bool>) -> Reminders {
    let default = Reminders::default();
    Reminders {
        language: language.unwrap_or(default.language),
        email: email.unwrap_or(default.email),
        whatsapp: whatsapp.unwrap_or(default.whatsapp),
    }
}

/// Moves a dispatch out of the state `from`. False when it was not in it: somebody else has moved it.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn move_on(
    tx: &mut Tx,
    scope: &Scope,
    (message, channel): (MessageId, Channel),
    from: DispatchState,
    (to, attempts): (Settled, u32),
    now: Instant,
) -> Result<bool, StoreError> {
    let values = params![message, channel, from, to.state, to.reason, to.due, attempts, now];
    Ok(tx.execute(scope, sql::MOVE, values).await? == 1)
}

/// Whatever was handed over until `before` and has had no answer since is unclear. Answers how many.
///
/// # Errors
/// When the engine fails.
pub async fn break_off(tx: &mut Tx, before: Instant, now: Instant) -> Result<u64, StoreError> {
    tx.outside_execute(sql::BREAK_OFF, params![before, now]).await
}

/// Parks every dispatch that is not done, of all institutions: a restore must send nothing twice. Answers how many.
///
/// # Errors
/// When the engine fails.
pub async fn park_all(tx: &mut Tx) -> Result<u64, StoreError> {
    tx.outside_execute(sql::PARK_ALL, params![]).await
}

/// How many dispatches of one kind are in one state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DispatchCount {
    /// What their messages are about.
    pub kind: MessageKind,
    /// By which channel.
    pub channel: Channel,
    /// How far they are.
    pub state: DispatchState,
    /// Why, unless all went well.
    pub reason: Option<Mishap>,
    /// How many.
    pub count: u32,
    /// When the last of them changed.
    pub last: Instant,
}

/// How many dispatches that changed since `since` are in which state, by kind and channel.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn counts(tx: &mut Tx, scope: &Scope, since: Instant) -> Result<Vec<DispatchCount>, StoreError> {
    let rows = tx.all(scope, sql::COUNTS, params![since]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok(DispatchCount {
                kind: r.next()?,
                channel: r.next()?,
                state: r.next()?,
                reason: r.next()?,
                count: r.next()?,
                last: r.next()?,
            })
        })
        .collect()
}

/// The dispatches that have rested longest in a state, at most `limit`.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn in_state(
    tx: &mut Tx,
    scope: &Scope,
    state: DispatchState,
    limit: u32,
) -> Result<Vec<(MessageId, Channel)>, StoreError> {
    let rows = tx.all(scope, sql::IN_STATE, params![state, limit]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?))
        })
        .collect()
}

/// How many dispatches are not at their end, by channel and state, of all institutions together.
///
/// # Errors
/// When the engine fails.
pub async fn totals(tx: &mut Tx) -> Result<Vec<(Channel, DispatchState, u32)>, StoreError> {
    let rows = tx.outside_all(sql::TOTALS, params![]).await?;
    rows.into_iter()
        .map(|row| {
            let mut r = row.reader();
            Ok((r.next()?, r.next()?, r.next()?))
        })
        .collect()
}

/// What a person has chosen about being reminded.
///
/// # Errors
/// When the engine fails or the scope is not one institution.
pub async fn reminders(tx: &mut Tx, scope: &Scope, person: PersonId) -> Result<Reminders, StoreError> {
    let Some(row) = tx.optional(scope, reminders::OF_PERSON, params![person]).await? else {
        return Ok(Reminders::default());
    };
    let mut r = row.reader();
    Ok(Reminders { language: r.next()?, email: r.next()?, whatsapp: r.next()? })
}

/// Whose message this is, whatever their institution.
///
/// # Errors
/// When the engine fails.
pub async fn whose(tx: &mut Tx, message: MessageId) -> Result<Option<(InstitutionId, PersonId)>, StoreError> {
    let Some(row) = tx.outside_optional(messages::ANYWHERE, params![message]).await? else { return Ok(None) };
    let mut r = row.reader();
    Ok(Some((r.next()?, r.next()?)))
}

/// Lays a message before the open channels by which its person wants and can be reached; what is urgent goes by e-mail
/// whatever they want.
pub(super) async fn plan(tx: &mut Tx, scope: &Scope, message: &Message) -> Result<u64, StoreError> {
    tx.execute(scope, sql::PLAN, params![message.id, message.kind.is_urgent()]).await
}

pub(super) async fn resend(
    tx: &mut Tx,
    scope: &Scope,
    (message, channel): (MessageId, Channel),
    (from, at): (DispatchState, Instant),
) -> Result<u64, StoreError> {
    tx.execute(scope, sql::RESEND, params![message, channel, from, at]).await
}

pub(super) async fn choose(
    tx: &mut Tx,
    scope: &Scope,
    person: PersonId,
    (chosen, at): (&Reminders, Instant),
) -> Result<u64, StoreError> {
    let values = params![person, chosen.language, chosen.email, chosen.whatsapp, at];
    tx.execute(scope, reminders::CHOOSE, values).await
}
