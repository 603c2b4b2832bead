//! Certified signatures: what the service wants signed, over the connection of `notify`.

use crate::failure::{During as _, Failure};
use domain::circular::certified::NotSigned;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use notify::{RemoteSigner, SignMishap, SignServer};
use service::{App, CertifiedSigner, SigningMishap, ToSign};
use std::sync::Arc;

/// The server that the settings name.
struct Remote(RemoteSigner);

impl CertifiedSigner for Remote {
    fn sign<'a>(&'a self, letter: &'a ToSign) -> BoxFuture<'a, Result<Vec<u8>, SigningMishap>> {
        async move {
            let ToSign { nik, passphrase, pdf } = letter;
            self.0.sign(nik.reveal(), passphrase.reveal(), pdf).await.map_err(mishap)
        }
        .boxed()
    }

    fn host(&self) -> &str {
        self.0.host()
    }
}

fn mishap(mishap: SignMishap) -> SigningMishap {
    let not_signed = |why, words| SigningMishap::NotSigned { why, words };
    match mishap {
        SignMishap::Unreachable => not_signed(NotSigned::Unreachable, String::new()),
        SignMishap::NotUs => not_signed(NotSigned::NotUs, String::new()),
        SignMishap::Passphrase { words } => not_signed(NotSigned::Passphrase, words),
        SignMishap::Signer { words } => not_signed(NotSigned::Signer, words),
        SignMishap::Refused { words } => not_signed(NotSigned::Other, words),
        SignMishap::BrokenOff => SigningMishap::BrokenOff,
        SignMishap::Unreadable => SigningMishap::Unreadable,
    }
}

/// The program with the server that the settings name; without one, nothing of certified signatures is seen. Nothing is
/// connected yet.
///
/// # Errors
/// When this machine cannot set up the encryption that the server needs.
pub fn open(app: App, server: Option<&SignServer>) -> Result<App, Failure> {
    let Some(server) = server else { return Ok(app) };
    let signer = RemoteSigner::new(server.clone()).during("the setting `bsre_url` cannot be used")?;
    Ok(app.signing_through(Arc::new(Remote(signer))))
}
