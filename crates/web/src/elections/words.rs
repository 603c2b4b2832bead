//! Elections of an institution in words.

use domain::own_election::{ElectionKind, OwnElectionFlaw, OwnElectionState, OwnStage, StageKind};
use i18n::{Messages, format};
use service::OwnElectionLine;

/// What is voted on.
pub fn kind(t: &Messages, kind: ElectionKind) -> String {
    match kind {
        ElectionKind::General => t.own_election_general(),
        ElectionKind::Regional => t.own_election_regional(),
        ElectionKind::Village => t.own_election_village(),
    }
}

/// What a stage is called where nobody calls it otherwise.
pub fn stage(t: &Messages, kind: StageKind) -> String {
    match kind {
        StageKind::Parties => t.own_election_stage_parties(),
        StageKind::IndependentSupport => t.own_election_stage_independent_support(),
        StageKind::Nomination => t.own_election_stage_nomination(),
        StageKind::Determination => t.own_election_stage_determination(),
        StageKind::Campaign => t.own_election_stage_campaign(),
        StageKind::QuietPeriod => t.own_election_stage_quiet_period(),
        StageKind::Voting => t.own_election_stage_voting(),
        StageKind::Counting => t.own_election_stage_counting(),
        StageKind::Result => t.own_election_stage_result(),
        StageKind::TransferWindow => t.own_election_stage_transfer_window(),
        StageKind::ProgrammeWindow => t.own_election_stage_programme_window(),
        StageKind::Postponement => t.own_election_stage_postponement(),
        StageKind::VotingLimit => t.own_election_stage_voting_limit(),
    }
}

/// The days of a stage.
pub fn days(t: &Messages, language: base::Language, it: &OwnStage) -> String {
    let day = |day| format::date(language, day);
    if it.from == it.to { day(it.from) } else { t.stages_span(day(it.from), day(it.to)) }
}

/// How it stands, as shape and word.
pub fn state(t: &Messages, line: &OwnElectionLine) -> (&'static str, String) {
    match line.election.state {
        OwnElectionState::Waiting => ("belum", t.own_election_waiting()),
        OwnElectionState::Confirmed if line.holds && line.faults.is_empty() => ("sudah", t.own_election_holds()),
        OwnElectionState::Confirmed if line.holds => ("terlambat", t.own_election_left_out()),
        OwnElectionState::Confirmed => ("dibebaskan", t.own_election_replaced()),
        OwnElectionState::Refused => ("dibebaskan", t.own_election_refused()),
        OwnElectionState::TakenBack => ("dibebaskan", t.own_election_taken_back()),
    }
}

/// What is wrong, and at which field. Of a stage it is the first field of its row, by its place among what was sent.
pub fn flawed(t: &Messages, flaw: OwnElectionFlaw) -> (String, String) {
    let (field, words) = match flaw {
        OwnElectionFlaw::Name => ("nama", t.own_election_error_name()),
        OwnElectionFlaw::Stages => ("jenis-1", t.own_election_error_stages()),
        OwnElectionFlaw::Stage(place) => return (format!("stages[{place}].name"), t.own_election_error_stage()),
        OwnElectionFlaw::LetterWhat => ("surat", t.own_election_error_letter()),
        OwnElectionFlaw::LetterNumber => ("nomor", t.own_election_error_number()),
        OwnElectionFlaw::LetterDate => ("tanggal", t.own_election_error_dated()),
        OwnElectionFlaw::LetterRead => ("dibaca", t.own_election_error_read_at()),
        OwnElectionFlaw::Waits => ("nama", t.own_election_error_waits()),
        OwnElectionFlaw::SecondPerson => ("sahkan", t.own_election_error_second()),
        OwnElectionFlaw::Decided => ("sahkan", t.own_election_error_decided()),
    };
    (field.to_owned(), words)
}
