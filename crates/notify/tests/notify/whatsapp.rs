//! What goes to a gateway, and what its answers mean.

use base::{Instant, Language};
use notify::{Gateway, Messenger, Mishap, Note, Topic};
use serde_json::Value;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

const TAKEN: &str =
    r#"{"messaging_product":"whatsapp","contacts":[{"input":"6281","wa_id":"6281"}],"messages":[{"id":"wamid.1"}]}"#;

/// A gateway that gives every request this answer; none hangs up.
pub async fn gateway(answer: Option<(u16, String)>) -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let (port, seen) = (listener.local_addr().unwrap().port(), Arc::new(Mutex::new(Vec::new())));
    let kept = Arc::clone(&seen);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = Vec::new();
            loop {
                let mut some = [0; 4096];
                let read = stream.read(&mut some).await.unwrap_or(0);
                request.extend_from_slice(&some[..read]);
                let text = String::from_utf8_lossy(&request).into_owned();
                let whole = text.split_once("\r\n\r\n").is_some_and(|(head, body)| {
                    let length = head.lines().find_map(|it| it.strip_prefix("content-length: "));
                    length.is_some_and(|it| it.parse() == Ok(body.len()))
                });
                if read == 0 || whole {
                    break;
                }
            }
            kept.lock().unwrap().push(String::from_utf8(request).unwrap());
            if let Some((status, body)) = &answer {
                let length = body.len();
                let head = format!(
                    "HTTP/1.1 {status} x\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n"
                );
                let _gone = stream.write_all(format!("{head}{body}").as_bytes()).await;
            }
        }
    });
    (port, seen)
}

fn messenger(port: u16) -> Messenger {
    let gateway = Gateway {
        host: "127.0.0.1".to_owned(),
        port,
        tls: false,
        path: "/v23.0/1065".to_owned(),
        token: "rahasia-sekali".to_owned(),
        template: "netral_pengingat".to_owned(),
    };
    assert!(!format!("{gateway:?}").contains("rahasia"));
    Messenger::new(gateway).unwrap().with_patience(Duration::from_secs(5))
}

fn note(topic: Topic, language: Language) -> Note {
    Note {
        topic,
        due: base::parse_iso_date("2024-10-18").ok(),
        today: base::parse_iso_date("2024-10-17").unwrap(),
        language,
        institution: "Pemerintah Kabupaten Sukamaju (rekaan)".to_owned(),
        example: true,
        link: "https://netral.example/tugas/1/baca".to_owned(),
        stop: "https://netral.example/berhenti/w0".to_owned(),
        id: "0192abcd".to_owned(),
        at: Instant::from_micros(1_729_123_200_000_000),
    }
}

async fn send(messenger: &Messenger) -> Result<(), Mishap> {
    messenger.send("0812-3456-7890", &note(Topic::DueSoon, Language::English)).await
}

#[tokio::test]
async fn a_message_is_a_template_with_four_short_texts() {
    let (port, seen) = gateway(Some((200, TAKEN.to_owned()))).await;
    send(&messenger(port)).await.unwrap();
    let request = seen.lock().unwrap().pop().unwrap();
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /v23.0/1065/messages HTTP/1.1\r\n"), "{head}");
    assert!(head.contains("authorization: Bearer rahasia-sekali"), "{head}");
    let body: Value = serde_json::from_str(body).unwrap();
    assert_eq!(body["messaging_product"], "whatsapp");
    assert_eq!((&body["to"], &body["type"]), (&"6281234567890".into(), &"template".into()));
    let template = &body["template"];
    assert_eq!((&template["name"], &template["language"]["code"]), (&"netral_pengingat".into(), &"en".into()));
    let texts: Vec<&str> = template["components"][0]["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|parameter| parameter["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        texts,
        [
            "Pemerintah Kabupaten Sukamaju (rekaan)",
            "Your task is waiting. It is due on 18 October 2024, in 1 calendar day.",
            "https://netral.example/tugas/1/baca",
            "https://netral.example/berhenti/w0",
        ]
    );
    assert!(texts.iter().all(|text| !text.contains('\n')), "a parameter must stand in one line");
}

#[tokio::test]
async fn every_answer_means_what_the_table_says() {
    let error = |code: i64| format!(r#"{{"error":{{"message":"(#{code}) to +6281234567890","code":{code}}}}}"#);
    for (status, body, expected) in [
        (400, error(130_429), Mishap::TooMany),
        (429, String::new(), Mishap::TooMany),
        (401, error(190), Mishap::SignIn),
        (403, error(10), Mishap::SignIn),
        (400, error(131_056), Mishap::Later),
        (404, error(132_001), Mishap::Later),
        (500, error(131_000), Mishap::Later),
        (503, "<html>".to_owned(), Mishap::Later),
        (400, error(131_026), Mishap::Refused),
        (400, error(100), Mishap::Refused),
        // Something in between that says yes to everything.
        (200, "<html>".to_owned(), Mishap::BrokenOff),
        (200, "{}".to_owned(), Mishap::BrokenOff),
    ] {
        let (port, _) = gateway(Some((status, body.clone()))).await;
        assert_eq!(send(&messenger(port)).await, Err(expected), "{status} {body}");
    }
}

#[tokio::test]
async fn a_broken_connection_is_unclear_only_after_the_message_was_handed_over() {
    let (port, seen) = gateway(None).await;
    assert_eq!(send(&messenger(port)).await, Err(Mishap::BrokenOff));
    assert_eq!(seen.lock().unwrap().len(), 1);
    let closed = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = closed.local_addr().unwrap().port();
    drop(closed);
    assert_eq!(send(&messenger(port)).await, Err(Mishap::Unreachable));
    let (port, seen) = gateway(Some((200, TAKEN.to_owned()))).await;
    for wrong in ["", "siti@contoh.example", "12"] {
        let note = note(Topic::Late, Language::Indonesian);
        assert_eq!(messenger(port).send(wrong, &note).await, Err(Mishap::Address), "{wrong:?}");
    }
    assert!(seen.lock().unwrap().is_empty());
}
