//! How packs and their lines are spoken of.

use domain::pack::{Difference, LineOutcome, PackState, SheetCheck};
use i18n::Messages;
use service::{PackLineView, PackView};

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

/// What became of a line: shape, word, and a sentence about it where there is more to say.
pub fn line(t: &Messages, view: &PackView, line: &PackLineView) -> (&'static str, String, String) {
    let known = &line.line;
    match (&known.settled, &known.keyed) {
        (Some(settled), Some(keyed)) => {
            let names = i18n::names(t, view.names.name(Some(settled.by)), view.names.name(Some(keyed.by)));
            ("sudah", t.pack_line_settled(), format!("{} {}", outcome(t, settled.outcome), t.pack_line_by(names)))
        }
        _ if known.voided.is_some() => ("sudah", t.pack_line_void(), t.pack_line_newer()),
        (_, Some(keyed)) => ("dimulai", t.pack_line_keyed(), t.pack_line_keyed_by(view.names.name(Some(keyed.by)))),
        (_, None) => ("belum", t.pack_line_open(), String::new()),
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

/// In what two readings differ: `first` is how the first person read it, `mine` how the second did.
pub fn difference(
    t: &Messages,
    difference: Difference,
    first: &domain::pack::Marks,
    mine: &domain::pack::Marks,
) -> String {
    let yes = |is: bool| if is { t.pack_yes() } else { t.pack_no() };
    let letter = |marks: &domain::pack::Marks, n: usize| match marks.answers.get(n).copied().flatten() {
        Some(option) => super::lines::letter(option).to_string(),
        None => t.pack_blank(),
    };
    match difference {
        Difference::Read => t.pack_differs(t.pack_read(), yes(first.read), yes(mine.read)),
        Difference::Answer(n) => t.pack_differs(t.pack_answer((n + 1).to_string()), letter(first, n), letter(mine, n)),
        Difference::Pledged => t.pack_differs(t.pack_pledged(), yes(first.pledged), yes(mine.pledged)),
    }
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
