use super::Device;
use crate::session::SESSION_LASTS;
use crate::{Fault, Keys};
use base::{Chance, Instant};
use domain::ids::{AccountId, InstitutionId, PersonId};
use domain::knowledge::Proof;
use domain::paper::letters;
use store::data::sessions::{self, Facts};
use store::{Scope, Tx};

/// What somebody carries away from signing in. Both are secrets of the browser and stand in no log.
#[derive(Clone, PartialEq, Eq)]
pub struct Admission {
    /// The session's token; only its hash is kept.
    pub token: String,
    /// The new value of the device's own cookie, see [`Device`].
    pub device: String,
}

/// Opens a session by this means and lets the device remember the person, unless it is a kiosk. A passkey verifies its user, so
/// it is as good as two factors.
pub(super) async fn admit(
    tx: &mut Tx,
    (keys, institution): (&Keys, InstitutionId),
    (account, person): (AccountId, PersonId),
    (device, means): (&Device, Proof),
    now: Instant,
    chance: &mut Chance,
) -> Result<Admission, Fault> {
    let token = new_token(chance);
    let hash = keys.hash("session", token.as_bytes());
    let factors = if means == Proof::Passkey { 2 } else { 1 };
    let kiosk = device.kiosk(institution)?;
    let facts = Facts { machine: device.machine(), factors, proved: now, proof: Some(means), kiosk };
    sessions::open(
        tx,
        &Scope::Institution(institution),
        hash,
        (account, person),
        (now, now.plus(SESSION_LASTS)),
        facts,
    )
    .await?;
    Ok(Admission { token, device: device.remember(keys, person, chance) })
}

/// A token of 255 random bits.
pub(super) fn new_token(chance: &mut Chance) -> String {
    letters(&chance.bytes::<32>(), 51)
}
