use super::roster::{Roster, read};
use super::say;
use super::session::{Session, Units};
use crate::Settings;
use crate::failure::{During, Failure};
use base::{Chance, Date, Language};
use domain::change::Effect;
use domain::ids::UnitId;
use domain::paper::letters;
use domain::tenancy::{Institution, Unit, UnitTree};
use roster::{KnownUnit, ParentRef, ReadOptions, SheetKind, UnitIndex, UnitRow, parse_units};
use store::Scope;

/// Adds the units of a sheet, all or none: people cannot be imported into a tree with holes.
///
/// # Errors
/// When the file cannot be read, or a row has to be mended; every fault is told.
pub async fn import(settings: &Settings, roster: Roster) -> Result<(), Failure> {
    let (name, bytes) = read(&roster.file)?;
    let options = ReadOptions { kind: SheetKind::Units, ..ReadOptions::default() };
    let sheet =
        roster::read(&name, &bytes, &options).map_err(|fault| Failure::new(fault.message(Language::English)))?;
    let session = Session::open(settings).await?;
    let institution = session.institution(&roster.institution).await?;
    let tree = session.app.store().read(Units { scope: Scope::Institution(institution.id) }).await;
    let tree = tree.during("the store cannot be read")?;
    let parsed = parse_units(&sheet, &index(&institution, &tree));
    if !parsed.faults.is_empty() {
        let told = parsed.faults.iter().map(|fault| format!("- {}", fault.message(Language::English)));
        return Err(Failure::new(format!(
            "no unit was added; mend these rows first:\n{}",
            told.collect::<Vec<_>>().join("\n")
        )));
    }
    let count = parsed.rows.len();
    let effects = effects(&parsed.rows, session.today(&institution), &mut session.next().chance());
    let added = session.app.set_up_together(session.next(), institution.id, effects).await;
    added.during("the units cannot be added")?;
    session.close().await;
    say(format_args!("Added {count} units."))
}

fn index(institution: &Institution, tree: &UnitTree) -> UnitIndex {
    let known = tree.iter().map(|unit| KnownUnit {
        id: unit.id,
        name: unit.name.clone(),
        code: Some(unit.code.clone()),
        parent: unit.parent,
    });
    // Lists write "Dinas Kesehatan Kabupaten Sukamaju", not "Dinas Kesehatan Pemerintah Kabupaten Sukamaju".
    UnitIndex::new(institution.name.trim_start_matches("Pemerintah "), known.collect())
}

fn effects(rows: &[UnitRow], since: Date, chance: &mut Chance) -> Vec<Effect> {
    let ids: Vec<UnitId> = rows.iter().map(|_| chance.id()).collect();
    let made = rows.iter().zip(&ids).map(|(row, id)| {
        let parent = match row.parent {
            None => None,
            Some(ParentRef::Known(id)) => Some(id),
            Some(ParentRef::Row(place)) => ids.get(place).copied(),
        };
        // A unit without a code of its own gets one that nobody has.
        let code = row.code.clone().unwrap_or_else(|| format!("U-{}", letters(&chance.bytes::<5>(), 8)));
        let (kind, name, week) = (row.kind, row.name.clone(), Some(row.week));
        Effect::UnitAdded(Box::new(Unit { id: *id, parent, kind, code, name, week, since, until: None }))
    });
    made.collect()
}
