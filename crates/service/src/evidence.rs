//! The proof of a signature by passkey, for whoever does not trust this program: text, salt, public key and the device's own
//! answer, to be checked anywhere.

use crate::identity::recheck;
use domain::knowledge::{Pact, PactText};
use ledger::{Commitment, Salt};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use url::Url;

/// The name of the form, so that a later one is not misread.
const FORM: &str = "netral/passkey-signature/1";

/// All that is needed to check that a passkey signed the text of a pact. It holds the signer's name and post, as the pact does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    form: String,
    /// The address of the installation at which was signed: a passkey is bound to it.
    site: String,
    /// The number of the pact.
    pub number: String,
    /// What was signed.
    pub text: PactText,
    #[serde(with = "base64_bytes")]
    salt: [u8; 32],
    credential: Value,
    answer: Value,
}

/// Why a passkey's signature proves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceFault {
    /// The file is no such proof.
    #[error("the file is no proof of a signature by passkey")]
    Unreadable,
    /// Another text, salt, key or site was signed, or nothing.
    #[error("the passkey did not sign this")]
    NotSigned,
}

impl Evidence {
    /// The proof of a pact's signature; none when no passkey signed its text.
    #[must_use]
    pub fn of(pact: &Pact, site: &str) -> Option<Self> {
        let passkey = pact.passkey.as_ref()?;
        Some(Self {
            form: FORM.to_owned(),
            site: site.to_owned(),
            number: pact.number.clone(),
            text: pact.text.clone(),
            salt: pact.salt,
            credential: serde_json::from_str(&passkey.credential).ok()?,
            answer: serde_json::from_str(&passkey.answer).ok()?,
        })
    }

    /// Reads what [`Evidence::to_json`] wrote.
    ///
    /// # Errors
    /// [`EvidenceFault::Unreadable`] when it is anything else.
    pub fn parse(json: &str) -> Result<Self, EvidenceFault> {
        let read: Self = serde_json::from_str(json).map_err(|_| EvidenceFault::Unreadable)?;
        if read.form == FORM { Ok(read) } else { Err(EvidenceFault::Unreadable) }
    }

    /// The file to hand out.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Checks the signature and answers what was signed, as it stands on the pact: the commitment to the text.
    ///
    /// # Errors
    /// [`EvidenceFault::NotSigned`] when the key in it did not sign this text at this site.
    pub fn check(&self) -> Result<[u8; 32], EvidenceFault> {
        let commitment = Commitment::to("pact", &Salt(self.salt), &self.text.canonical()).0;
        let site = Url::parse(&self.site).map_err(|_| EvidenceFault::Unreadable)?;
        recheck(&site, &commitment, self.credential.clone(), &self.answer).map_err(|_| EvidenceFault::NotSigned)?;
        Ok(commitment)
    }
}

mod base64_bytes {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(bytes: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&URL_SAFE_NO_PAD.encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[u8; 32], D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(D::Error::custom)?;
        <[u8; 32]>::try_from(bytes).map_err(|_| D::Error::custom("thirty-two bytes"))
    }
}
