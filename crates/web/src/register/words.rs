//! Words for what the register holds.

use domain::people::DetailKind;
use domain::post::Tenure;
use domain::roster_import::ImportState;
use i18n::Messages;
use service::ChangeKind;

pub fn detail(t: &Messages, kind: DetailKind) -> String {
    match kind {
        DetailKind::Nip => t.detail_nip(),
        DetailKind::NiPppk => t.detail_ni_pppk(),
        DetailKind::Nik => t.detail_nik(),
        DetailKind::Phone => t.detail_phone(),
        DetailKind::Email => t.detail_email(),
    }
}

pub fn tenure(t: &Messages, tenure: Tenure) -> String {
    match tenure {
        Tenure::Definitive => t.tenure_definitive(),
        Tenure::Plt => t.tenure_plt(),
        Tenure::Plh => t.tenure_plh(),
        Tenure::Pj => t.tenure_pj(),
        Tenure::Pjs => t.tenure_pjs(),
    }
}

/// The state of an import: the kind of its shape, and its word.
pub fn import_state(t: &Messages, state: ImportState) -> (&'static str, String) {
    match state {
        ImportState::Columns => ("belum", t.import_state_columns()),
        ImportState::Staged => ("belum", t.import_state_staged()),
        ImportState::Applying => ("dimulai", t.import_state_applying()),
        ImportState::Applied => ("sudah", t.import_state_applied()),
        ImportState::Undoing => ("dimulai", t.import_state_undoing()),
        ImportState::Undone => ("belum", t.import_state_undone()),
        ImportState::Discarded => ("belum", t.import_state_discarded()),
    }
}

/// What changes about somebody.
pub fn change(t: &Messages, kind: ChangeKind) -> String {
    match kind {
        ChangeKind::New => t.import_new(),
        ChangeKind::Moved => t.import_moved(),
        ChangeKind::Ended => t.import_ended(),
        ChangeKind::Category => t.import_category_changed(),
        ChangeKind::Position => t.import_position_changed(),
        ChangeKind::Renamed => t.import_renamed(),
        ChangeKind::Corrected => t.import_corrected(),
        ChangeKind::Unchanged => t.import_unchanged(),
        ChangeKind::Missing => t.import_missing(),
    }
}

/// How a kind of change is called in addresses.
pub const fn change_code(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "baru",
        ChangeKind::Moved => "pindah",
        ChangeKind::Ended => "berhenti",
        ChangeKind::Category => "status",
        ChangeKind::Position => "jabatan",
        ChangeKind::Renamed => "nama",
        ChangeKind::Corrected => "data",
        ChangeKind::Unchanged => "tetap",
        ChangeKind::Missing => "tidak-ada",
    }
}
