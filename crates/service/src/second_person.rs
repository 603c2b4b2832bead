//! Whoever confirms what somebody else entered has to be another human.

use crate::Fault;
use domain::ids::PersonId;
use domain::policy::Permit;
use store::data::merges;
use store::{Scope, Tx};

/// Whether `me`, or the one for whom they act under `permit`, is one of these people. A record may have become one with another
/// since: what counts is the human.
///
/// # Errors
/// When the store fails.
pub async fn is_one_of(
    tx: &mut Tx,
    scope: &Scope,
    permit: &Permit,
    me: PersonId,
    people: &[PersonId],
) -> Result<bool, Fault> {
    for person in people {
        let same = [*person, merges::survivor(tx, scope, *person).await?];
        if same.contains(&me) || permit.behalf().is_some_and(|behalf| same.contains(&behalf)) {
            return Ok(true);
        }
    }
    Ok(false)
}
