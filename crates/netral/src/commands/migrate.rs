use super::say;
use crate::{Failure, Settings, installation};
use base::{Clock as _, Occasion, SystemClock};

/// Brings the schema of the store up to this program.
///
/// # Errors
/// When the store cannot be opened or migrated.
pub async fn run(settings: &Settings) -> Result<(), Failure> {
    let store = installation::store(settings, &Occasion::draw(SystemClock.now())).await?;
    store.close().await;
    say("The schema of the store is current.")
}
