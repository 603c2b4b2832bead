//! Words for merges.

use domain::merge::{Likeness, MergeBlock, MergeRefusal, MergeState};
use i18n::Messages;

/// How a merge stands, as a mark and a word.
pub(crate) fn state(t: &Messages, state: MergeState) -> (&'static str, String) {
    match state {
        MergeState::Proposed => ("dimulai", t.merge_state_proposed()),
        MergeState::Done => ("sudah", t.merge_state_done()),
        MergeState::Refused => ("belum", t.merge_state_refused()),
        MergeState::CalledOff => ("belum", t.merge_state_called_off()),
        MergeState::Undone => ("belum", t.merge_state_undone()),
    }
}

/// What stands in the way, and how to mend it.
pub(super) fn block(t: &Messages, block: MergeBlock) -> String {
    match block {
        MergeBlock::Proposed => t.merge_block_proposed(),
        MergeBlock::MergedAway => t.merge_block_merged_away(),
        MergeBlock::Account => t.merge_block_account(),
        MergeBlock::Post => t.merge_block_post(),
        MergeBlock::Role => t.merge_block_role(),
        MergeBlock::Duty => t.merge_block_duty(),
        MergeBlock::Delegation => t.merge_block_delegation(),
        MergeBlock::Handover => t.merge_block_handover(),
        MergeBlock::Exception => t.merge_block_exception(),
        MergeBlock::Pact => t.merge_block_pact(),
        MergeBlock::Check => t.merge_block_check(),
        MergeBlock::Sheet => t.merge_block_sheet(),
    }
}

/// Why it cannot be done, and what to do instead; each with the field where it is said.
pub(super) fn refused(t: &Messages, refusal: &MergeRefusal) -> Vec<(&'static str, String)> {
    let one = match refusal {
        MergeRefusal::Same => t.merge_error_same(),
        MergeRefusal::Oneself => t.merge_error_oneself(),
        MergeRefusal::SecondPerson => t.merge_error_second(),
        MergeRefusal::ReasonMissing => t.merge_error_reason(),
        MergeRefusal::Over => t.merge_error_over(),
        MergeRefusal::TooLate => t.merge_error_late(),
        MergeRefusal::MergedSince => t.merge_error_since(),
        MergeRefusal::Blocked(blocks) => return blocks.iter().map(|it| ("alasan", block(t, *it))).collect(),
    };
    vec![("alasan", one)]
}

/// What two records have in common, the name first.
pub(super) fn likeness(t: &Messages, it: Likeness) -> String {
    let all = [
        (true, t.merge_same_name()),
        (it.birth, t.merge_same_birth()),
        (it.phone, t.merge_same_phone()),
        (it.email, t.merge_same_email()),
    ];
    let same: Vec<String> = all.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| word).collect();
    let same = same.join(", ");
    if it.other_kind { format!("{same}; {}", t.merge_same_kind()) } else { same }
}
