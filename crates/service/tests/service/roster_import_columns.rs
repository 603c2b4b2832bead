//! Which column of a file is which, and who would change through it.

use crate::roster_import::{everybody, newcomers, officer, stage, tops};
use base::{Language, Occasion};
use domain::ids::ImportId;
use domain::policy::{Held, Role};
use domain::roster_import::ImportState;
use roster::Column;
use service::testing::World;
use service::{Caller, ChangeKind, ChangeQuery, ColumnChoice, Decision, Fault, Refusal, RosterFile};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

crate::on_both_engines!(
    columns_are_shown_corrected_and_remembered,
    only_the_uploader_sees_the_cells,
    a_meaning_is_given_once,
    who_changes_is_listed_by_kind_name_and_page,
    what_nobody_decides_on_is_given_up,
);

/// A file with headings that nobody has heard of.
fn odd(count: usize) -> Vec<u8> {
    let rows: Vec<String> = newcomers(count)
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.split(';').collect();
            format!("{};{};{};{}", cells[0], cells[2], cells[3], cells[4])
        })
        .collect();
    format!("Rekap;;;\nIdentitas;Siapa;Jenis;Kantor\n{}\n", rows.join("\n")).into_bytes()
}

async fn upload(world: &World, caller: &Caller, bytes: Vec<u8>) -> ImportId {
    let file = RosterFile { name: "rekap.csv".into(), bytes, ..RosterFile::default() };
    world.app.stage_roster(caller, file, tops(&world.town).to_vec(), Language::Indonesian).await.unwrap()
}

fn told() -> ColumnChoice {
    let columns = [Column::Number, Column::Name, Column::Category, Column::Unit].map(Some).to_vec();
    ColumnChoice { header_line: Some(2), columns: Some(columns), ..ColumnChoice::default() }
}

async fn columns_are_shown_corrected_and_remembered(world: World) {
    let first = upload(&world, &officer(&world), odd(3)).await;
    let view = world.app.import(&officer(&world), first, Language::Indonesian).await.unwrap();
    assert_eq!((view.import.state, view.import.good), (ImportState::Columns, 0), "nothing was read");
    let choice = ColumnChoice { header_line: Some(2), ..ColumnChoice::default() };
    let shown = world.app.import_columns(&officer(&world), first, choice, Language::Indonesian).await.unwrap();
    assert_eq!(shown.outline.columns[1].heading, "Siapa");
    assert_eq!(shown.outline.columns[1].samples, ["Orang Baru 0", "Orang Baru 1", "Orang Baru 2"]);
    assert_eq!(shown.outline.missing, [Column::Name, Column::Number, Column::Category, Column::Unit]);
    let read = world.app.read_with_columns(&officer(&world), first, told(), Language::Indonesian).await.unwrap();
    let view = world.app.import(&officer(&world), read, Language::Indonesian).await.unwrap();
    assert_eq!((view.import.state, view.import.good, view.changes.new), (ImportState::Staged, 3, 3));
    // The reading took the place of the earlier one, and its file is still there to be read again.
    let before = world.app.import(&officer(&world), first, Language::Indonesian).await.unwrap();
    assert_eq!(before.import.state, ImportState::Discarded);
    let late = world.app.read_with_columns(&officer(&world), first, told(), Language::Indonesian).await;
    assert!(matches!(late, Err(Fault::Refused(Refusal::ImportOver))));
    let again = world.app.read_with_columns(&officer(&world), read, told(), Language::Indonesian).await.unwrap();
    // The next file of the same maker is understood at once, and so is one from the command line.
    let next = upload(&world, &officer(&world), odd(5)).await;
    let view = world.app.import(&officer(&world), next, Language::Indonesian).await.unwrap();
    assert_eq!((view.import.state, view.import.good), (ImportState::Staged, 5));
    let (id, occasion) = (world.town.institution.id, Occasion::draw(world.now));
    let check = world.app.check_roster(occasion, id, "x.csv", odd(2), Language::Indonesian).await.unwrap();
    assert_eq!(check.good, 2);
    // Another institution has heard of nothing.
    let (id, occasion) = (world.neighbour.institution.id, Occasion::draw(world.now));
    let foreign = world.app.check_roster(occasion, id, "x.csv", odd(2), Language::Indonesian).await;
    assert!(matches!(foreign, Err(Fault::Refused(Refusal::RosterFile(_)))));
    // Once decided, the file itself is gone.
    world.app.decide_import(&officer(&world), again, Decision::Discard).await.unwrap();
    let gone = world.app.import_columns(&officer(&world), again, ColumnChoice::default(), Language::English).await;
    assert!(matches!(gone, Err(Fault::Refused(Refusal::ImportOver))));
}

async fn only_the_uploader_sees_the_cells(world: World) {
    let import = upload(&world, &officer(&world), odd(3)).await;
    let mut colleague = world.caller(&world.town, Role::Inspector);
    if let domain::policy::Actor::Person { roles, .. } = &mut colleague.actor {
        roles.push(Held { role: Role::PersonnelOfficer, unit: None });
    }
    let language = Language::Indonesian;
    let shown = world.app.import_columns(&colleague, import, ColumnChoice::default(), language).await;
    assert!(matches!(shown, Err(Fault::NotFound)));
    assert!(matches!(world.app.read_with_columns(&colleague, import, told(), language).await, Err(Fault::NotFound)));
    let employee = world.caller(&world.town, Role::Employee);
    let shown = world.app.import_columns(&employee, import, ColumnChoice::default(), language).await;
    assert!(matches!(shown, Err(Fault::Denied(_))));
}

async fn a_meaning_is_given_once(world: World) {
    let import = upload(&world, &officer(&world), odd(3)).await;
    let columns = Some(vec![Some(Column::Name), Some(Column::Name), None, None]);
    let twice = ColumnChoice { columns, ..told() };
    let refused = world.app.read_with_columns(&officer(&world), import, twice, Language::Indonesian).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::ColumnTwice))));
}

async fn who_changes_is_listed_by_kind_name_and_page(world: World) {
    let mut rows = everybody(&world.town, "inspector");
    rows[0] = rows[0].replace("Puskesmas Melati", "Desa Sukasari");
    rows.extend(newcomers(120));
    let import = stage(&world, &officer(&world), &rows, &tops(&world.town)).await.unwrap();
    let ask = async |kind, words: &str, page| {
        let query = ChangeQuery { kind, words: words.to_owned(), page };
        world.app.import_changes(&officer(&world), import, query, Language::Indonesian).await.unwrap()
    };
    let new = ask(Some(ChangeKind::New), "", 1).await;
    assert_eq!((new.total, new.lines.len(), new.more), (120, 50, true));
    let last = ask(Some(ChangeKind::New), "", 3).await;
    assert_eq!((last.lines.len(), last.more), (20, false));
    assert!(new.lines.iter().all(|line| last.lines.iter().all(|other| other.name != line.name)));
    assert_eq!(ask(Some(ChangeKind::New), "baru 119", 1).await.lines[0].name, "Orang Baru 119");
    let moved = ask(Some(ChangeKind::Moved), "", 1).await;
    assert_eq!((moved.total, moved.changes.missing), (1, 1));
    assert_eq!(moved.lines[0].before[0].unit, "Puskesmas Melati (rekaan)");
    assert_eq!(moved.lines[0].after.as_ref().unwrap().unit, "Desa Sukasari (rekaan)");
    let missing = ask(Some(ChangeKind::Missing), "", 1).await;
    assert_eq!(missing.lines[0].person, Some(world.town.person(Role::Inspector).person));
    assert_eq!((missing.lines[0].line, missing.lines[0].after.clone()), (None, None));
    // Without a kind, everything that changes.
    assert_eq!(ask(None, "", 1).await.total, 122);
    // Each look leaves one event.
    let before = world.events().await;
    ask(None, "", 2).await;
    assert_eq!(world.events().await, before + 1);
    let denied = world
        .app
        .import_changes(&world.caller(&world.town, Role::Employee), import, ChangeQuery::default(), Language::English)
        .await;
    assert!(matches!(denied, Err(Fault::Denied(_))));
}

async fn what_nobody_decides_on_is_given_up(world: World) {
    let import = upload(&world, &officer(&world), odd(3)).await;
    let sweep = |days: u32| world.app.sweep_uploads(Occasion::draw(world.now.plus(DAY * days)));
    assert_eq!(sweep(13).await.unwrap(), 0);
    assert_eq!(sweep(15).await.unwrap(), 1);
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    assert_eq!(view.import.state, ImportState::Discarded);
    assert_eq!(sweep(16).await.unwrap(), 0, "its file is erased, too");
}
