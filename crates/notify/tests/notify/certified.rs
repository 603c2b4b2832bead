//! What goes to the server of a certified signature, and what its answers mean.

use crate::whatsapp::gateway;
use notify::{RemoteSigner, SignMishap, SignServer};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

const NIK: &str = "3399025203900777";
const PASSPHRASE: &str = "frasa \"sandi\" rahasia";
const LETTER: &[u8] = b"%PDF-1.7 surat %%EOF";

/// `%PDF-1.7 bertanda %%EOF` in Base64.
const SIGNED: &str = "JVBERi0xLjcgYmVydGFuZGEgJSVFT0Y=";

fn signer(port: u16) -> RemoteSigner {
    let server = SignServer {
        host: "127.0.0.1".to_owned(),
        port,
        tls: false,
        path: "/esign".to_owned(),
        name: "sukamaju".to_owned(),
        password: "kata-sandi-instansi".to_owned(),
    };
    assert!(!format!("{server:?}").contains("kata-sandi"));
    RemoteSigner::new(server).unwrap().with_patience(Duration::from_secs(5))
}

async fn sign(signer: &RemoteSigner) -> Result<Vec<u8>, SignMishap> {
    signer.sign(NIK, PASSPHRASE, LETTER).await
}

#[tokio::test]
async fn a_letter_goes_with_the_fields_of_the_contract_and_comes_back_signed() {
    let answer = json!({ "time": 1099, "file": [SIGNED] }).to_string();
    let (port, seen) = gateway(Some((200, answer))).await;
    assert_eq!(sign(&signer(port)).await.unwrap(), b"%PDF-1.7 bertanda %%EOF");
    let request = seen.lock().unwrap().pop().unwrap();
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /esign/api/v2/sign/pdf HTTP/1.1\r\n"), "{head}");
    // `sukamaju:kata-sandi-instansi`, as RFC 7617 wants it.
    assert!(head.contains("authorization: Basic c3VrYW1hanU6a2F0YS1zYW5kaS1pbnN0YW5zaQ==\r\n"), "{head}");
    assert!(head.contains("content-type: application/json\r\n"), "{head}");
    let body: Value = serde_json::from_str(body).unwrap();
    let file = "JVBERi0xLjcgc3VyYXQgJSVFT0Y=";
    let expected = json!({
        "nik": NIK,
        "passphrase": PASSPHRASE,
        "signatureProperties": [{ "tampilan": "INVISIBLE" }],
        "file": [file],
    });
    assert_eq!(body, expected, "these fields and no other");
}

#[tokio::test]
async fn every_answer_means_what_the_table_says() {
    let passphrase = |words: &str| SignMishap::Passphrase { words: words.to_owned() };
    let signer_unknown = |words: &str| SignMishap::Signer { words: words.to_owned() };
    let refused = |words: &str| SignMishap::Refused { words: words.to_owned() };
    for (status, body, expected) in [
        (400, json!({ "status_code": 2031, "error": "Passphrase anda salah" }), passphrase("Passphrase anda salah")),
        (200, json!({ "error": "Proses signing gagal : 2031" }), passphrase("Proses signing gagal : 2031")),
        (401, json!({ "error": "Passphrase keliru" }), passphrase("Passphrase keliru")),
        (400, json!({ "status_code": "2011", "error": "Gagal" }), signer_unknown("Gagal")),
        (400, json!({ "error": "User tidak terdaftar 2011" }), signer_unknown("User tidak terdaftar 2011")),
        (404, json!({ "message": format!("NIK {NIK} habis masa") }), refused("NIK … habis masa")),
        (500, json!({ "error": "Dokumen rusak" }), refused("Dokumen rusak")),
        (500, json!({ "error": ["a", "b"] }), refused("[\"a\",\"b\"]")),
        (413, json!({}), refused("HTTP 413")),
        (401, json!({}), SignMishap::NotUs),
        (403, json!({ "message": "Forbidden" }), SignMishap::NotUs),
        // Perhaps it had signed before it fell over; and what says yes to everything has not signed.
        (500, json!({}), SignMishap::Unreadable),
        (302, json!({ "file": [SIGNED] }), SignMishap::Unreadable),
        (200, json!({}), SignMishap::Unreadable),
        (200, json!({ "message": "ok" }), SignMishap::Unreadable),
        (200, json!({ "file": [] }), SignMishap::Unreadable),
        (200, json!({ "file": [SIGNED, SIGNED] }), SignMishap::Unreadable),
        (200, json!({ "file": ["bukan base64"] }), SignMishap::Unreadable),
        (200, json!("<html>"), SignMishap::Unreadable),
    ] {
        let (port, seen) = gateway(Some((status, body.to_string()))).await;
        assert_eq!(sign(&signer(port)).await, Err(expected), "{status} {body}");
        assert_eq!(seen.lock().unwrap().len(), 1, "nothing is tried twice, and no redirect followed");
    }
}

#[tokio::test]
async fn an_answer_without_end_is_not_read_to_the_end() {
    let huge = format!("{{\"file\":[\"{}\"]}}", "A".repeat(25 << 20));
    let (port, _) = gateway(Some((200, huge))).await;
    assert_eq!(sign(&signer(port)).await, Err(SignMishap::Unreadable));
}

#[tokio::test]
async fn what_broke_before_the_request_left_and_after_are_told_apart() {
    let (port, _) = gateway(None).await;
    assert_eq!(sign(&signer(port)).await, Err(SignMishap::BrokenOff));
    let closed = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = closed.local_addr().unwrap().port();
    drop(closed);
    assert_eq!(sign(&signer(port)).await, Err(SignMishap::Unreachable));
    // One that takes the request and begins an answer that never ends.
    let slow = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = slow.local_addr().unwrap().port();
    tokio::spawn(async move {
        let (mut stream, _) = slow.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 200 x\r\ncontent-length: 99\r\n\r\n{").await.unwrap();
        let mut some = Vec::new();
        let _gone = stream.read_to_end(&mut some).await;
        std::future::pending::<()>().await;
    });
    let impatient = signer(port).with_patience(Duration::from_millis(200));
    assert_eq!(sign(&impatient).await, Err(SignMishap::BrokenOff));
}
