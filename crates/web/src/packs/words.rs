//! How packs and their lines are spoken of.

use domain::pack::{LineOutcome, Pack, PackState, SheetCheck};
use i18n::Messages;
use service::{PackLineView, PackView};

/// What a pack is called.
pub fn title(t: &Messages, pack: &Pack, village: &str) -> String {
    if pack.follows.is_some() { t.pack_title_follows(village) } else { t.pack_title(village) }
}

/// Shape and word of where a pack stands.
pub fn state(t: &Messages, state: PackState, overdue: bool) -> (&'static str, String) {
    match state {
        PackState::Out if overdue => ("terlambat", t.pack_overdue()),
        PackState::Out => ("belum", t.pack_out()),
        PackState::Returned => ("dimulai", t.pack_returned()),
        PackState::Keyed => ("dimulai", t.pack_keyed()),
        PackState::Confirmed => ("sudah", t.pack_confirmed()),
        PackState::Replaced => ("sudah", t.pack_replaced()),
    }
}

/// What became of a line: shape, word, and what there is more to say of it.
pub fn line(t: &Messages, view: &PackView, line: &PackLineView) -> (&'static str, String, String) {
    let (shape, word, says) = became(t, view, line);
    if line.outdated && line.line.is_open() {
        return (shape, word, format!("{says} {}", t.pack_line_outdated()).trim_start().to_owned());
    }
    (shape, word, says)
}

fn became(t: &Messages, view: &PackView, line: &PackLineView) -> (&'static str, String, String) {
    let known = &line.line;
    let name = |by| view.names.name(Some(by));
    let second = known.reread.as_ref().map(|it| it.by);
    match (&known.settled, &known.keyed, second) {
        (Some(settled), Some(keyed), second) => {
            let names = match second.filter(|second| *second != settled.by) {
                Some(second) => t.pack_line_by_three(name(keyed.by), name(second), name(settled.by)),
                None => t.pack_line_by(i18n::names(t, name(settled.by), name(keyed.by))),
            };
            let mut says = vec![outcome(t, settled.outcome), names];
            if line.owes && is_unjudged(settled.outcome.check) {
                says.push(t.pack_line_owes());
            }
            ("sudah", t.pack_line_settled(), says.join(" "))
        }
        _ if known.voided.is_some() => ("sudah", t.pack_line_void(), t.pack_line_newer()),
        (_, Some(keyed), Some(second)) if known.is_differing() => {
            ("dimulai", t.pack_line_differs(), t.pack_line_third(i18n::names(t, name(keyed.by), name(second))))
        }
        (_, Some(_), Some(second)) => ("dimulai", t.pack_line_differs(), t.pack_line_again(name(second))),
        (_, Some(keyed), None) => ("dimulai", t.pack_line_keyed(), t.pack_line_keyed_by(name(keyed.by))),
        (_, None, _) => ("belum", t.pack_line_open(), String::new()),
    }
}

/// Whether nothing came of the check on a sheet, so that its person has to come in another way.
const fn is_unjudged(check: SheetCheck) -> bool {
    matches!(
        check,
        SheetCheck::Incomplete
            | SheetCheck::Unread
            | SheetCheck::Differing
            | SheetCheck::Unreadable
            | SheetCheck::Missing
            | SheetCheck::Outdated
    )
}

/// What came of reading a line again, for whoever did.
pub fn compared(t: &Messages, line: &PackLineView) -> String {
    if line.line.settled.is_some() {
        t.pack_done_compared(&line.name)
    } else if line.line.is_differing() {
        t.pack_done_differs(&line.name)
    } else {
        String::new()
    }
}

fn outcome(t: &Messages, outcome: LineOutcome) -> String {
    let mut parts = Vec::new();
    if outcome.read {
        parts.push(t.pack_outcome_read());
    }
    match outcome.check {
        SheetCheck::None => {}
        SheetCheck::Incomplete => parts.push(t.pack_outcome_incomplete()),
        SheetCheck::Unread => parts.push(t.pack_outcome_unread()),
        SheetCheck::Differing => parts.push(t.pack_outcome_differing()),
        SheetCheck::Unreadable => parts.push(t.pack_outcome_unreadable()),
        SheetCheck::Missing => parts.push(t.pack_outcome_missing()),
        SheetCheck::Outdated => parts.push(t.pack_outcome_outdated()),
        // Whoever may see the pack is not told who failed: the cover promises it.
        SheetCheck::Failed | SheetCheck::Passed => parts.push(t.pack_outcome_judged()),
    }
    if outcome.pledged {
        parts.push(t.pack_outcome_pledged());
    }
    if parts.is_empty() {
        parts.push(t.pack_outcome_nothing());
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_that_failed_is_spoken_of_like_one_that_passed() {
        for language in [base::Language::Indonesian, base::Language::English] {
            let t = i18n::messages(language);
            let said = |check| outcome(t, LineOutcome { read: true, check, pledged: false });
            assert_eq!(said(SheetCheck::Failed), said(SheetCheck::Passed));
            assert_ne!(said(SheetCheck::Passed), said(SheetCheck::None));
        }
    }
}
