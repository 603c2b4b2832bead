//! The seal of an institution on the command line.

use super::say;
use super::session::Session;
use crate::Settings;
use crate::failure::{During, Failure};
use service::Fault;
use std::io::Write as _;

/// Puts a new seal key in the place of the one that seals now.
///
/// # Errors
/// When there is no such institution, or nothing was ever sealed for it.
pub async fn rotate(settings: &Settings, short_name: &str) -> Result<(), Failure> {
    let session = Session::open(settings).await?;
    let institution = session.institution(short_name).await?;
    let rotated = session.app.rotate_seal(session.next(), institution.id).await;
    session.close().await;
    let (old, new) = match rotated {
        Err(Fault::NotFound) => {
            return Err(Failure::new(format!(
                "`{short_name}` came without a seal key; it is made by itself when the first letter or pact is sealed"
            )));
        }
        outcome => outcome.during("the seal key cannot be replaced")?,
    };
    say(format_args!(
        "Papers of {short_name} are sealed with a new key from now on. Make its fingerprint known:\n  {}\nThe old key is \
         erased. Its certificate stays listed, for papers that were sealed with it:\n  {}",
        new.fingerprint(),
        old.fingerprint()
    ))
}

/// Writes the certificates of an institution, the one that seals now first.
///
/// # Errors
/// When there is no such institution, or nothing was ever sealed for it.
pub async fn export(settings: &Settings, short_name: &str) -> Result<(), Failure> {
    let session = Session::open(settings).await?;
    let institution = session.institution(short_name).await?;
    let found = session.app.seal_certificates(institution.id).await;
    session.close().await;
    let found = found.during("the store cannot be read")?;
    if found.is_empty() {
        return Err(Failure::new(format!(
            "`{short_name}` came without a seal key and nothing has been sealed for it yet, so there is no certificate"
        )));
    }
    let text: String = found.iter().map(|it| it.certificate.to_pem()).collect();
    let written = std::io::stdout().write_all(text.as_bytes());
    written.during("the result cannot be written")
}
