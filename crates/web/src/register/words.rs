//! Words for what the register holds.

use domain::people::DetailKind;
use domain::post::Tenure;
use domain::roster_import::ImportState;
use i18n::Messages;

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
        ImportState::Staged => ("belum", t.import_state_staged()),
        ImportState::Applying => ("dimulai", t.import_state_applying()),
        ImportState::Applied => ("sudah", t.import_state_applied()),
        ImportState::Discarded => ("belum", t.import_state_discarded()),
    }
}
