use super::{official, verification};
use base::{Instant, Language};
use documents::MinutesPaper;
use i18n::format;
use service::MinutesSheet;

/// The minutes of a closed assembly, with the numbers that were true when it was closed.
pub(super) fn from(sheet: &MinutesSheet, at: Instant) -> MinutesPaper {
    let (plan, tally, institution) = (&sheet.assembly.plan, &sheet.tally, &sheet.institution);
    let (t, zone) = (Language::Indonesian, institution.zone);
    let number = |count: i64| format::number(t, count);
    let begun = sheet.assembly.opened.unwrap_or(plan.held);
    let ended = sheet.assembly.closed.unwrap_or(begun);
    let date = |at: Instant| format::weekday_date(t, at.date(zone));
    let held = if begun.date(zone) == ended.date(zone) {
        format!("{}, {} sampai {}", date(begun), format::time(t, begun, zone), format::time(t, ended, zone))
    } else {
        format!("{} sampai {}", format::moment(t, begun, zone), format::moment(t, ended, zone))
    };
    let elsewhere = tally.pledged - tally.by_phone - tally.by_sheet;
    let mut ways = vec![
        ("Pada apel, dengan akun sendiri di perangkat sendiri".to_owned(), number(tally.by_phone - tally.shared)),
        ("Pada apel, dengan akun sendiri di perangkat bersama".to_owned(), number(tally.shared)),
        ("Pada apel, di lembar tanda tangan yang dicatat petugas".to_owned(), number(tally.by_sheet)),
    ];
    if elsewhere > 0 {
        ways.push(("Sendiri, sebelum atau sesudah apel".to_owned(), number(elsewhere)));
    }
    // What they add up to is what was owed when it was closed.
    if tally.waiting > 0 {
        let text =
            "Pada apel, menunggu kepastian kepala unit, belum dihitung (perangkat dipakai lebih dari tiga orang)";
        ways.push((text.to_owned(), number(tally.waiting)));
    }
    let missing = (tally.owing - tally.pledged - tally.waiting).max(0);
    ways.push(("Belum berikrar saat apel ditutup; menyusul sendiri di Netral".to_owned(), number(missing)));
    let order = match (plan.leaders_first, sheet.assembly.signing) {
        (false, _) => None,
        (true, None) => Some("Pimpinan menandatangani lebih dahulu".to_owned()),
        (true, Some(at)) => {
            Some(format!("Pimpinan menandatangani lebih dahulu; semua sejak {}", format::time(t, at, zone)))
        }
    };
    MinutesPaper {
        imprint: official(institution.example, at, zone),
        institution: institution.name.clone(),
        unit: sheet.unit.clone(),
        election: sheet.election.clone(),
        place: plan.place.clone(),
        held,
        order,
        leader: plan.leader.clone(),
        witnesses: plan.witnesses.iter().map(|it| (it.name.clone(), it.office.clone())).collect(),
        points: sheet.points.clone(),
        units: tally.units.iter().map(|it| (it.name.clone(), number(it.pledged), number(it.owing))).collect(),
        total: (number(tally.pledged), number(tally.owing)),
        ways,
        signed_at: format!("{}, {}", institution.place, format::date(t, ended.date(zone))),
        verification: verification(&sheet.paper, &sheet.url),
    }
}
