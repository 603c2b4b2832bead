//! A passkey device in a few lines: it makes one passkey and signs with it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const ORIGIN: &str = "http://localhost:8080";
const USER_PRESENT_AND_VERIFIED: u8 = 0x05;
const WITH_CREDENTIAL: u8 = 0x40;

pub struct SoftDevice {
    key: SigningKey,
    id: Vec<u8>,
    user: Vec<u8>,
    pub counter: u32,
    pub verifies_user: bool,
}

impl SoftDevice {
    /// A device whose only key comes from `seed`.
    pub fn new(seed: u8) -> Self {
        let key = SigningKey::from_slice(&[seed; 32]).unwrap();
        Self { key, id: vec![seed; 24], user: Vec::new(), counter: 0, verifies_user: true }
    }

    /// Makes the passkey that `options` ask for.
    pub fn register(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        let asked = &options["publicKey"];
        self.user = B64.decode(asked["user"]["id"].as_str().unwrap()).unwrap();
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut auth = self.auth_data(WITH_CREDENTIAL);
        auth.extend([0; 16]);
        auth.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        auth.extend(&self.id);
        // A COSE key: EC2, ES256, P-256, x, y.
        auth.extend([0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        auth.extend(&point.as_bytes()[1..33]);
        auth.extend([0x22, 0x58, 0x20]);
        auth.extend(&point.as_bytes()[33..65]);
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": bytes}
        let mut object = vec![0xA3, 0x63];
        object.extend(b"fmt\x64none\x67attStmt\xA0\x68authData\x58");
        object.push(u8::try_from(auth.len()).unwrap());
        object.extend(&auth);
        let client = client_data("webauthn.create", asked);
        self.answer(json!({ "attestationObject": B64.encode(object), "clientDataJSON": B64.encode(client) }))
    }

    /// Signs what `options` ask for.
    pub fn sign(&mut self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).unwrap();
        self.counter += 1;
        let auth = self.auth_data(0);
        let client = client_data("webauthn.get", &options["publicKey"]);
        let signed = [auth.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = self.key.sign(&signed);
        self.answer(json!({
            "authenticatorData": B64.encode(auth),
            "clientDataJSON": B64.encode(client),
            "signature": B64.encode(signature.to_der().as_bytes()),
            "userHandle": B64.encode(&self.user),
        }))
    }

    fn auth_data(&self, flags: u8) -> Vec<u8> {
        let verified = if self.verifies_user { USER_PRESENT_AND_VERIFIED } else { 0x01 };
        let mut data = Sha256::digest(b"localhost").to_vec();
        data.push(verified | flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    fn answer(&self, response: Value) -> String {
        let id = B64.encode(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "extensions": {}, "response": response }).to_string()
    }
}

fn client_data(kind: &str, asked: &Value) -> Vec<u8> {
    let data = json!({ "type": kind, "challenge": asked["challenge"], "origin": ORIGIN, "crossOrigin": false });
    data.to_string().into_bytes()
}
