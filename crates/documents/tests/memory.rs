//! The typesetter caches what it has set; a server that sets letters all day must not keep it.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

#[path = "../examples/samples/data.rs"]
#[allow(dead_code, reason = "shared with tests that use all of it")]
mod data;

use documents::{Language, Renderer};

/// Resident memory of this process in megabytes.
fn resident() -> i64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.split_whitespace().next().unwrap().parse::<i64>().unwrap() / 1024
}

#[test]
fn two_hundred_pacts_leave_no_trace_in_memory() {
    let renderer = Renderer::new();
    let set = |number: usize| {
        let mut pact = data::pact(Language::Indonesian);
        pact.name = format!("Orang ke-{number}");
        pact.verification.url = format!("https://netral.sukamaju.example/periksa/{number}");
        renderer.render_pact(&pact).unwrap();
    };
    (0..20).for_each(set);
    let before = resident();
    (20..220).for_each(set);
    let growth = resident() - before;
    assert!(growth < 40, "resident memory grew by {growth} MB");
}
