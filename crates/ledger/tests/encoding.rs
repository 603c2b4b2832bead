//! The encoding of audit events: canonical, stable, and readable by a decoder written apart from it.

use base::Instant;
use ledger::{Actor, Event, Salt, Value};
use proptest::prelude::*;
use std::io::Write;
use std::process::{Command, Stdio};

fn golden() -> Vec<Event> {
    let mut publish = Event::new(
        [1; 16],
        Instant::from_micros(1_729_000_000_000_000),
        Actor::Person([2; 16]),
        "personnel_officer",
        "publish_circular",
        "circular",
    );
    publish.institution = Some([3; 16]);
    publish.object = Some([4; 16]);
    publish.say("provisions", Value::Int(6));
    publish.say("state", Value::Code("published".into()));
    publish.say("drive", Value::Id([5; 16]));
    publish.commit("name", &Salt([7; 32]), "Siti Rahmawati (rekaan)");
    vec![
        publish,
        Event::new([0; 16], Instant::from_micros(-1), Actor::System, "system", "migrate", "store"),
        Event::new([9; 16], Instant::from_micros(0), Actor::Public, "", "verify_paper", "paper"),
    ]
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn golden_vectors_never_change() {
    let written: String = golden().iter().map(|event| hex(&event.encode()) + "\n").collect();
    assert_eq!(written, include_str!("golden/events.hex"), "the encoding of stored events changed");
}

/// The decoder in `decode.mjs` shares no line with this crate. It prints one JSON document per event.
#[test]
fn an_independent_decoder_reads_the_same() {
    let mut child = Command::new("node")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/decode.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node runs the independent decoder; install Node 20 or later");
    child.stdin.take().unwrap().write_all(include_bytes!("golden/events.hex")).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    let seen: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let expected: Vec<serde_json::Value> = golden().iter().map(as_json).collect();
    assert_eq!(seen, expected);
}

fn as_json(event: &Event) -> serde_json::Value {
    let fields: serde_json::Map<_, _> = event
        .fields()
        .map(|field| {
            let value = match field.value {
                Value::Int(int) => serde_json::json!({ "int": int.to_string() }),
                Value::Code(code) => serde_json::json!({ "code": code }),
                Value::Id(id) => serde_json::json!({ "id": hex(&id) }),
                Value::Personal(commitment) => serde_json::json!({ "personal": hex(&commitment.0) }),
            };
            (field.name, value)
        })
        .collect();
    let actor = match event.actor {
        Actor::Person(id) => hex(&id),
        Actor::System => "system".into(),
        Actor::Public => "public".into(),
    };
    serde_json::json!({
        "id": hex(&event.id), "at": event.at.micros().to_string(), "institution": event.institution.map(|id| hex(&id)),
        "actor": actor, "role": event.role, "action": event.action, "object_kind": event.object_kind,
        "object": event.object.map(|id| hex(&id)), "fields": fields,
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    let value = prop_oneof![
        any::<i64>().prop_map(Value::Int),
        "\\PC{0,12}".prop_map(Value::Code),
        any::<[u8; 16]>().prop_map(Value::Id),
        any::<[u8; 32]>().prop_map(|bytes| Value::Personal(ledger::Commitment(bytes))),
    ];
    let actor = prop_oneof![any::<[u8; 16]>().prop_map(Actor::Person), Just(Actor::System), Just(Actor::Public)];
    (
        any::<([u8; 16], i64, Option<[u8; 16]>, Option<[u8; 16]>)>(),
        actor,
        ("\\PC{0,9}", "\\PC{0,9}", "\\PC{0,9}"),
        prop::collection::vec(("\\PC{0,6}", value), 0..5),
    )
        .prop_map(|((id, at, institution, object), actor, (role, action, kind), fields)| {
            let mut event = Event::new(id, Instant::from_micros(at), actor, &role, &action, &kind);
            event.institution = institution;
            event.object = object;
            for (name, value) in fields {
                event.say(&name, value);
            }
            event
        })
}

proptest! {
    #[test]
    fn every_event_is_read_back(event in any_event()) {
        prop_assert_eq!(Event::decode(&event.encode()), Ok(event));
    }

    /// Whatever decodes is canonical: it encodes to the same bytes.
    #[test]
    fn no_second_encoding_is_accepted(event in any_event(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = event.encode();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(other) = Event::decode(&bytes) {
            prop_assert_eq!(other.encode(), bytes);
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in any::<Vec<u8>>()) {
        let _ = Event::decode(&bytes);
    }

    /// Cut between two fields an event is a shorter one; cut anywhere else it is none.
    #[test]
    fn a_cut_event_is_refused_or_says_less(event in any_event(), cut in any::<prop::sample::Index>()) {
        let bytes = event.encode();
        let cut = cut.index(bytes.len());
        if let Ok(shorter) = Event::decode(&bytes[..cut]) {
            prop_assert!(shorter.fields().count() < event.fields().count() || (shorter.object.is_none() && event.object.is_some()));
            prop_assert!(event.fields().take(shorter.fields().count()).eq(shorter.fields()));
        }
    }
}
