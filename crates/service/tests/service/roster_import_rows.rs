//! How staged rows lie in the store, and how they get there beside others' writes.

use super::roster_import::{apply, counts, csv, everybody, newcomers, officer, stage, tops};
use base::Language;
use domain::ids::InstitutionId;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use service::testing::World;
use service::{Fault, RosterFile};
use store::data::audit;
use store::testing::statement;
use store::{Kind, Reach, Tx, Unit, Value, params};

crate::on_both_engines!(
    nothing_of_a_row_lies_open_in_the_store,
    rows_are_gone_once_they_are_applied,
    others_write_while_a_file_is_staged,
    random_rosters_change_nothing_the_second_time,
    every_step_leaves_its_event,
);

/// Every value of the tables that an import touches, as bytes.
struct Everything;

impl Unit for Everything {
    type Out = Vec<u8>;
    type Error = Fault;
    const NAME: &'static str = "test/everything";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<u8>, Fault> {
        let reach = Reach::Outside { reason: "a test looks at everything" };
        let mut bytes = Vec::new();
        for text in [
            "SELECT sealed, sealed, sealed FROM import_rows",
            "SELECT file_name, units, state FROM imports",
            "SELECT sealed, blind_index, kind FROM details",
            "SELECT body, action, id FROM audit_events",
            "SELECT work, kind, state FROM jobs",
        ] {
            let name: &'static str = text;
            let look = statement(name, reach, Kind::Read, text).unwrap();
            for row in tx.outside_all(look, params![]).await? {
                let mut r = row.reader();
                for _ in 0..3 {
                    match r.next::<Value>()? {
                        Value::Text(text) => bytes.extend(text.into_bytes()),
                        Value::Bytes(more) => bytes.extend(more),
                        Value::Int(_) | Value::Null => {}
                    }
                }
            }
        }
        Ok(bytes)
    }
}

struct StagedRows(InstitutionId);

impl Unit for StagedRows {
    type Out = i64;
    type Error = Fault;
    const NAME: &'static str = "test/staged_rows";

    async fn run(&self, tx: &mut Tx) -> Result<i64, Fault> {
        let text = "SELECT COUNT(line) FROM import_rows WHERE institution_id = $1";
        let count = statement("test/staged_rows", Reach::Institution, Kind::Read, text).unwrap();
        Ok(tx.one(&service::testing::scope_of(self.0), count, params![]).await?.only()?)
    }
}

async fn nothing_of_a_row_lies_open_in_the_store(world: World) {
    let mut rows = newcomers(3);
    rows.push(";3201011703900001;Wayan Rekaan;Honorer;Puskesmas Melati (rekaan);;;;".to_owned());
    rows.push(";320101170390000;Nyoman Rekaan;Honorer;Puskesmas Melati (rekaan);;;;".to_owned());
    let import = stage(&world, &officer(&world), &rows, &tops(&world.town)).await.unwrap();
    let open = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    for moment in ["staged", "applied"] {
        let bytes = world.app.store().read(Everything).await.unwrap();
        assert!(open(&bytes, "pegawai.csv"), "the search finds what is there");
        for secret in ["198503152010011001", "320101170390000", "Wayan", "Nyoman", "081234", "+6281234"] {
            assert!(!open(&bytes, secret), "{secret} lies open once {moment}");
        }
        if moment == "staged" {
            apply(&world, import, Vec::new()).await.unwrap();
            world.apply_import(world.town.institution.id, import).await.unwrap();
        }
    }
}

async fn rows_are_gone_once_they_are_applied(world: World) {
    let town = world.town.institution.id;
    let rows = [newcomers(2), vec!["1;;Salah;PNS;Puskesmas Melati (rekaan);;;;".to_owned()]].concat();
    let import = stage(&world, &officer(&world), &rows, &tops(&world.town)).await.unwrap();
    assert_eq!(world.app.store().read(StagedRows(town)).await.unwrap(), 4, "two good, one faulty, the headings");
    apply(&world, import, Vec::new()).await.unwrap();
    world.apply_import(town, import).await.unwrap();
    assert_eq!(world.app.store().read(StagedRows(town)).await.unwrap(), 2, "the list to mend stays");
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    assert!(view.faults_kept && view.faults_total == 1);
    world.app.decide_import(&officer(&world), import, service::Decision::Discard).await.unwrap();
    assert_eq!(world.app.store().read(StagedRows(town)).await.unwrap(), 0);
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    assert!(!view.faults_kept && view.import.applied == 2);
}

async fn others_write_while_a_file_is_staged(world: World) {
    let town = world.town.institution.id;
    let staging = {
        let (app, caller, units) = (world.app.clone(), officer(&world), tops(&world.town).to_vec());
        let file = RosterFile { name: "besar.csv".into(), bytes: csv(&newcomers(3_000)), ..RosterFile::default() };
        tokio::spawn(async move { app.stage_roster(&caller, file, units, Language::Indonesian).await })
    };
    // Each of these writes sees how far the staging has come.
    let mut seen = Vec::new();
    while !staging.is_finished() {
        world.app.keep_installation_fact("test", "write").await.unwrap();
        seen.push(world.app.store().write(StagedRows(town)).await.unwrap());
    }
    staging.await.unwrap().unwrap();
    let between: Vec<_> = seen.iter().filter(|count| (1..3_001).contains(*count)).collect();
    assert!(!between.is_empty(), "no write came between two slices: {seen:?}");
}

/// What of a random person is written into a row.
fn rows() -> impl Strategy<Value = Vec<String>> {
    let row = (
        0usize..4,
        "[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8})?",
        prop::sample::select(vec!["Puskesmas Melati (rekaan)", "Desa Sukasari (rekaan)", "10", "Pasar"]),
        prop::sample::select(vec!["", "Staf", "=Kepala", "Bidan"]),
        prop::sample::select(vec!["", "01/02/2020", "2023-05-06", "31/12/2024", "kemarin"]),
        prop::sample::select(vec!["", "081234567890", "0812"]),
    );
    prop::collection::vec(row, 1..40).prop_map(|rows| {
        let row =
            |(n, (kind, name, unit, position, since, phone)): (usize, (usize, String, &str, &str, &str, &str))| {
                let (nip, nik, category) = match kind {
                    0 => (format!("19850315201001{:04}", 1001 + n), String::new(), "PNS"),
                    1 => (format!("19900315202221{:04}", 1001 + n), String::new(), "P3K"),
                    2 => (String::new(), format!("320101170390{:04}", 1 + n), "Honorer"),
                    _ => (String::new(), format!("320101170391{:04}", 1 + n), "Kaur Umum"),
                };
                format!("{nip};{nik};{name};{category};{unit};{position};{since};{phone};")
            };
        rows.into_iter().enumerate().map(row).collect()
    })
}

async fn random_rosters_change_nothing_the_second_time(world: World) {
    let mut runner = TestRunner::deterministic();
    for _ in 0..6 {
        let rows = rows().new_tree(&mut runner).unwrap().current();
        let mut before = [0; 4];
        for round in 0..2 {
            let import = stage(&world, &officer(&world), &rows, &tops(&world.town)).await.unwrap();
            let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
            assert_eq!(view.import.good + view.import.faulty, u32::try_from(rows.len()).unwrap());
            apply(&world, import, Vec::new()).await.unwrap();
            world.apply_import(world.town.institution.id, import).await.unwrap();
            let import = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap().import;
            assert_eq!(import.applied, import.good);
            if round == 1 {
                assert_eq!(import.unchanged, import.good, "{rows:#?}");
                assert_eq!(counts(&world).await, before, "{rows:#?}");
            }
            before = counts(&world).await;
        }
    }
}

async fn every_step_leaves_its_event(world: World) {
    struct Latest(InstitutionId);
    impl Unit for Latest {
        type Out = Vec<(String, String)>;
        type Error = Fault;
        const NAME: &'static str = "test/latest";
        async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
            let events = audit::latest(tx, &service::testing::scope_of(self.0), 100).await?;
            Ok(events.into_iter().map(|event| (event.action, event.role)).collect())
        }
    }
    let town = world.town.institution.id;
    let events = async || {
        let mut events = world.app.store().read(Latest(town)).await.unwrap();
        events.retain(|(action, _)| action != "set_up");
        events.sort();
        events
    };
    let pair = |action: &str, role: &str| (action.to_owned(), role.to_owned());
    let import = stage(&world, &officer(&world), &everybody(&world.town, ""), &tops(&world.town)).await.unwrap();
    let staged = events().await;
    assert_eq!(staged, vec![pair("import_roster", "personnel_officer"); 4], "announced, the file, one slice, ready");
    world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    apply(&world, import, Vec::new()).await.unwrap();
    world.apply_import(town, import).await.unwrap();
    let mut wanted = vec![pair("import_roster", "personnel_officer"); 6];
    wanted.insert(0, pair("apply_import", "system"));
    assert_eq!(events().await, wanted);
}
