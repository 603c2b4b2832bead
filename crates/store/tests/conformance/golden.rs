//! Lists that change only on purpose: what reaches outside an institution, and what is written without a trace.

use std::fmt::Write as _;
use store::{Kind, Reach, statement};

/// Compares a list with the file of that name beside this one.
pub fn compare(file: &str, kept: &str, found: &str) {
    if kept.replace("\r\n", "\n") == found {
        return;
    }
    let only = |of: &str, other: &str| -> String {
        of.lines().filter(|line| !other.lines().any(|known| known == *line)).fold(String::new(), |mut text, line| {
            writeln!(text, "    {line}").unwrap();
            text
        })
    };
    panic!(
        "crates/store/tests/conformance/{file} does not fit the folder `sql/`.\n  Only in the file:\n{}  Only in \
         `sql/`:\n{}If this is meant, and whoever reviews it should see it, edit the file by hand: one line for each \
         statement, in the order of their names. Complete it must read:\n{found}",
        only(kept, found),
        only(found, kept)
    );
}

#[test]
fn statements_that_reach_outside_an_institution_are_listed_with_their_reason() {
    let mut found = String::new();
    for statement in statement::ALL {
        if let Reach::Outside { reason } = statement.reach {
            writeln!(found, "{}: {reason}", statement.name).unwrap();
        }
    }
    compare("outside.txt", include_str!("outside.txt"), &found);
}

#[test]
fn writes_without_an_audit_event_are_listed() {
    let mut found = String::new();
    for statement in statement::ALL.iter().filter(|statement| statement.kind == Kind::Bookkeeping) {
        writeln!(found, "{}", statement.name).unwrap();
    }
    compare("bookkeeping.txt", include_str!("bookkeeping.txt"), &found);
}
