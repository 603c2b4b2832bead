//! Getting in: activation slips, passwords, passkeys, throttles.

mod account;
mod activation;
mod admission;
mod ceremony;
mod device;
mod devices;
mod first_slip;
mod passkey;
mod prove;
mod rescue;
mod second_factor;
mod sign_in;
mod slip_batches;
mod slips;
mod throttle;
mod totp;

pub use account::AccountPage;
pub use activation::Welcome;
pub use admission::Admission;
pub use device::Device;
pub use devices::SignedIn;
pub(crate) use passkey::{bind, recheck};
pub(crate) use prove::Prover;
pub use rescue::Endangered;
pub use second_factor::{SecondFactorPage, SecondFactorRule};
pub use slip_batches::{BatchLine, BatchView, SLIPS_MAX, SlipOffer};
pub(crate) use slips::{closed, grouped};

use crate::Fault;
use url::Url;
use webauthn_rs::{Webauthn, WebauthnBuilder};

/// Passkeys for an installation at this public address. They are bound to its host: a change of the host's name
/// makes every passkey useless.
///
/// # Errors
/// [`Fault::Unexpected`] when the address has no host name, as with a bare IP address.
pub fn webauthn(address: &Url) -> Result<Webauthn, Fault> {
    let host = address.domain().ok_or_else(|| Fault::Unexpected("passkeys need a host name".to_owned()))?;
    WebauthnBuilder::new(host, address)
        .and_then(|builder| builder.rp_name("Netral").build())
        .map_err(|error| Fault::Unexpected(format!("passkeys cannot be set up: {error}")))
}
