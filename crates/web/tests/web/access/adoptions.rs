//! Decisions about disputed points, as routes are about them.

use base::parse_iso_date;
use domain::adoption::{AdoptionCommand, AdoptionState, DisputedPoint};
use domain::policy::Role;
use service::testing::{Town, World};

/// The first disputed point on file.
pub fn point(world: &World) -> DisputedPoint {
    let all = world.app.law().disputed();
    DisputedPoint { instrument: all[0].instrument.id.clone(), dispute: all[0].dispute.id.clone() }
}

/// A decision, as it is typed.
pub fn form() -> Vec<(&'static str, String)> {
    let typed = [
        ("tafsir", "a"),
        ("alasan", "Sejalan dengan pendapat bagian hukum."),
        ("nama", "Bagus Wiratama"),
        ("jabatan", "Sekretaris Daerah"),
        ("hari_day", "1"),
        ("hari_month", "10"),
        ("hari_year", "2024"),
    ];
    typed.map(|(name, value)| (name, value.to_owned())).to_vec()
}

/// The refusal of a decision that waits, which is entered when there is none.
pub async fn waiting(world: &World, town: &Town) -> Vec<(&'static str, String)> {
    let said = AdoptionCommand {
        point: point(world),
        reading: Some("a".to_owned()),
        reason: "Sejalan dengan pendapat bagian hukum.".to_owned(),
        office: "Sekretaris Daerah".to_owned(),
        signatory: "Bagus Wiratama".to_owned(),
        decided_on: parse_iso_date("2024-10-01").unwrap(),
    };
    let lawyer = world.caller(town, Role::LegalOfficer);
    world.app.enter_adoption(&lawyer, said).await.unwrap();
    let lines = world.app.adoption_lines(&lawyer).await.unwrap();
    let id = lines.iter().find(|it| it.adoption.state == AdoptionState::Waiting).unwrap().adoption.id;
    vec![("putusan", id.to_string()), ("langkah", "tolak".to_owned())]
}
