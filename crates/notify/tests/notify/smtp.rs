//! What a mail says, and what becomes of it whatever the server does.

use crate::server::{Answer, Server};
use base::{Date, Instant, Language};
use notify::{Mailer, Mishap, Note, Relay, Security, Sender, SignIn, Topic};
use std::time::Duration;

const TO: &str = "siti@contoh.example";

fn day(text: &str) -> Date {
    base::parse_iso_date(text).unwrap()
}

fn note(topic: Topic, language: Language) -> Note {
    Note {
        topic,
        due: Some(day("2024-10-18")),
        today: day("2024-10-15"),
        language,
        institution: "Pemerintah Kabupaten Sukamaju (rekaan)".to_owned(),
        example: true,
        link: "https://netral.example/tugas/1/baca".to_owned(),
        stop: "https://netral.example/berhenti/e0".to_owned(),
        id: "0192abcd".to_owned(),
        at: Instant::from_micros(1_728_950_400_000_000),
    }
}

fn mailer(port: u16, security: Security, sign_in: Option<SignIn>) -> Mailer {
    let relay = Relay { host: "127.0.0.1".to_owned(), port, security, sign_in };
    Mailer::new(relay, Sender::parse("netral@netral.example").unwrap()).with_patience(Duration::from_secs(5))
}

async fn send(mailer: &Mailer) -> Result<(), Mishap> {
    mailer.send(TO, &note(Topic::DueSoon, Language::Indonesian)).await
}

/// A server with a fault at one command of its first connection.
async fn faulty(command: &'static str, answer: Answer) -> (Server, Mailer) {
    let script = move |number, seen: &str| if number == 1 && seen.starts_with(command) { answer } else { Answer::Well };
    let server = Server::open(&[], Box::new(script)).await;
    let mailer = mailer(server.port, Security::None, None);
    (server, mailer)
}

#[tokio::test]
async fn a_mail_says_what_waits_until_when_and_where_and_nothing_about_anybody() {
    let server = Server::well().await;
    let mailer = mailer(server.port, Security::None, None);
    for topic in Topic::ALL {
        for language in Language::ALL {
            mailer.send(TO, &note(topic, language)).await.unwrap();
        }
    }
    let mails = server.mails();
    assert_eq!((mails.len(), server.connections()), (Topic::ALL.len() * 2, 1), "one connection serves many mails");
    let first = &note(Topic::DueSoon, Language::Indonesian);
    mailer.send(TO, first).await.unwrap();
    let mail = server.mails().pop().unwrap();
    for part in [
        "To: siti@contoh.example\r\n",
        " <netral@netral.example>\r\n",
        "Subject: Tugas Anda menunggu\r\n",
        "Date: Tue, 15 Oct 2024 00:00:00 +0000\r\n",
        "Message-ID: <0192abcd@netral.example>\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "List-Unsubscribe: <https://netral.example/berhenti/e0>\r\n",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
        "Batasnya 18 Oktober 2024, 3 hari kalender lagi.\r\n",
        "\r\nhttps://netral.example/tugas/1/baca\r\n",
        "\r\nhttps://netral.example/berhenti/e0\r\n",
        "Contoh rekaan",
    ] {
        assert!(mail.contains(part), "{part:?} is missing in:\n{mail}");
    }
    let english = mails.iter().find(|mail| mail.contains("Subject: Your task is waiting")).unwrap();
    assert!(english.contains("on 18 October 2024, in 3 calendar days."), "{english}");
    let subjects: std::collections::BTreeSet<&str> =
        mails.iter().filter_map(|mail| mail.lines().find(|line| line.starts_with("Subject:"))).collect();
    assert_eq!(subjects.len(), Topic::ALL.len() * 2, "each topic has words of its own in each language: {subjects:?}");
}

#[tokio::test]
async fn a_mail_program_gets_a_button_of_its_own_only_where_it_can_reach_us() {
    let server = Server::well().await;
    let mailer = mailer(server.port, Security::None, None);
    for (offered, place) in [
        (true, "https://netral.sukamaju.go.id"),
        (true, "https://netral.sukamaju.go.id:8443"),
        (false, "http://netral.sukamaju.go.id"),
        (false, "https://localhost:8080"),
        (false, "https://127.0.0.1"),
        (false, "https://[::1]:8080"),
    ] {
        let note = Note { stop: format!("{place}/berhenti/e0"), ..note(Topic::Late, Language::Indonesian) };
        mailer.send(TO, &note).await.unwrap();
        let mail = server.mails().pop().unwrap();
        assert!(mail.contains(&format!("List-Unsubscribe: <{place}/berhenti/e0>\r\n")), "{place}:\n{mail}");
        assert_eq!(mail.contains("List-Unsubscribe-Post:"), offered, "{place}:\n{mail}");
    }
}

#[tokio::test]
async fn whoever_is_away_until_nobody_knows_when_is_told_no_day() {
    let server = Server::well().await;
    let mailer = mailer(server.port, Security::None, None);
    for topic in [Topic::Published, Topic::DueSoon, Topic::Late, Topic::Asked] {
        mailer.send(TO, &Note { due: None, ..note(topic, Language::English) }).await.unwrap();
        let mail = server.mails().pop().unwrap();
        assert!(mail.contains(" It is due once you are back.\r\n"), "{mail}");
        assert!(!mail.contains("October") && !mail.contains("passed"), "{mail}");
    }
}

#[tokio::test]
async fn every_answer_of_a_server_means_what_the_table_says() {
    use Answer::{HangUp, Line, Silence};
    for (command, answer, expected, again) in [
        // Greylisting, a full queue, a full mailbox: later.
        ("RCPT", Line("450 4.7.1 greylisted, come back in 5 minutes"), Mishap::Later, 1),
        ("MAIL", Line("452 4.3.1 no space"), Mishap::Later, 1),
        ("mail", Line("451 4.3.0 not now"), Mishap::Later, 1),
        ("RCPT", Line("421 4.3.2 closing"), Mishap::Later, 2),
        // For good.
        ("RCPT", Line("550 5.1.1 siti@contoh.example is unknown"), Mishap::Refused, 1),
        ("mail", Line("554 5.6.0 no"), Mishap::Refused, 1),
        // We are not welcome at all.
        ("MAIL", Line("530 5.7.0 sign in first"), Mishap::SignIn, 1),
        ("greeting", Line("554 no service"), Mishap::Unreachable, 2),
        // Before the message was handed over a broken connection is harmless.
        ("greeting", HangUp, Mishap::Unreachable, 2),
        ("EHLO", HangUp, Mishap::Unreachable, 2),
        ("MAIL", HangUp, Mishap::Unreachable, 2),
        ("DATA", HangUp, Mishap::Unreachable, 2),
        // After it nobody knows.
        ("mail", HangUp, Mishap::BrokenOff, 2),
        ("mail", Line("not an answer"), Mishap::BrokenOff, 2),
        ("RCPT", Silence, Mishap::Unreachable, 2),
        ("mail", Silence, Mishap::BrokenOff, 2),
    ] {
        let (server, mailer) = faulty(command, answer).await;
        let mailer = if answer == Silence { mailer.with_patience(Duration::from_millis(300)) } else { mailer };
        assert_eq!(send(&mailer).await, Err(expected), "{command} {answer:?}");
        assert!(server.mails().is_empty(), "{command} {answer:?}");
        // The next mail goes through, over the same connection where there still is one.
        let first = if again == 1 { Err(expected) } else { Ok(()) };
        assert_eq!(send(&mailer).await, first, "{command} {answer:?}");
        assert_eq!(server.connections(), again, "{command} {answer:?}");
    }
}

#[tokio::test]
async fn a_connection_that_the_server_closed_meanwhile_is_opened_again() {
    let mails = std::sync::atomic::AtomicUsize::new(0);
    let script = move |number, seen: &str| {
        let second = seen.starts_with("MAIL") && mails.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 1;
        if number == 1 && second { Answer::HangUp } else { Answer::Well }
    };
    let server = Server::open(&[], Box::new(script)).await;
    let mailer = mailer(server.port, Security::None, None);
    for _ in 0..3 {
        send(&mailer).await.unwrap();
    }
    assert_eq!((server.mails().len(), server.connections()), (3, 2), "each mail once");
}

#[tokio::test]
async fn without_encryption_nothing_is_said_to_a_server_that_must_offer_it() {
    let me = || Some(SignIn { name: "netral".to_owned(), password: "rahasia".to_owned() });
    let server = Server::open(&["AUTH PLAIN"], Box::new(|_, _| Answer::Well)).await;
    for security in [Security::StartTls, Security::Tls] {
        let mailer = mailer(server.port, security, me()).with_patience(Duration::from_millis(500));
        assert_eq!(send(&mailer).await, Err(Mishap::Unreachable), "{security:?}");
    }
    assert!(!server.saw("AUTH") && !server.saw("MAIL") && server.mails().is_empty());
}

#[tokio::test]
async fn name_and_password_are_given_when_asked_and_never_shown() {
    let me = SignIn { name: "netral".to_owned(), password: "rahasia".to_owned() };
    assert!(!format!("{me:?}").contains("rahasia"));
    let server = Server::open(&["AUTH PLAIN LOGIN"], Box::new(|_, _| Answer::Well)).await;
    send(&mailer(server.port, Security::None, Some(me.clone()))).await.unwrap();
    // RFC 4616: nothing, name and password between zero bytes, in Base64.
    assert!(server.saw("AUTH PLAIN AG5ldHJhbAByYWhhc2lh"));
    for (line, expected) in
        [("535 5.7.8 no", Mishap::SignIn), ("454 4.7.0 not now", Mishap::Unreachable), ("334 ", Mishap::SignIn)]
    {
        let script = move |_, seen: &str| if seen.starts_with("AUTH") { Answer::Line(line) } else { Answer::Well };
        let server = Server::open(&["AUTH PLAIN"], Box::new(script)).await;
        let outcome = send(&mailer(server.port, Security::None, Some(me.clone()))).await;
        assert!(outcome == Err(expected) || line.starts_with("334"), "{line}: {outcome:?}");
        assert!(outcome.is_err() && server.mails().is_empty());
    }
}

#[tokio::test]
async fn what_is_no_address_is_not_sent() {
    let server = Server::well().await;
    let mailer = mailer(server.port, Security::None, None);
    for to in ["", "siti", "siti@", "@contoh.example", "siti@contoh.example\r\nBcc: x@y.example", "sítí@contoh.example"]
    {
        let note = note(Topic::Late, Language::English);
        assert_eq!(mailer.send(to, &note).await, Err(Mishap::Address), "{to:?}");
    }
    assert_eq!(server.connections(), 0);
    for from in ["", "netral", "Netral <netral@x.example>"] {
        assert_eq!(Sender::parse(from), Err(Mishap::Address), "{from:?}");
    }
}

#[tokio::test]
async fn a_server_that_is_not_there_is_told_as_such() {
    let closed = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let port = closed.local_addr().unwrap().port();
    drop(closed);
    assert_eq!(send(&mailer(port, Security::None, None)).await, Err(Mishap::Unreachable));
}
