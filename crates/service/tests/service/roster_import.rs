//! Roster files from upload to register.

use base::{Language, Occasion, parse_iso_date};
use domain::ids::{ImportId, PersonId, UnitId};
use domain::policy::Role;
use domain::roster_import::ImportState;
use service::testing::{Town, World, scope_of};
use service::{Caller, Decision, Fault, Refusal, RosterFile};
use store::data::people;
use store::{Tx, Unit};

pub const HEADER: &str = "NIP;NIK;Nama;Status;Unit Kerja;Jabatan;TMT;No HP;Golongan";

pub fn csv(rows: &[String]) -> Vec<u8> {
    format!("{HEADER}\n{}\n", rows.join("\n")).into_bytes()
}

/// Rows about everybody of the town as the register has them, without those whose name holds `but`.
pub fn everybody(town: &Town, but: &str) -> Vec<String> {
    let names = ["Puskesmas Melati (rekaan)", "Desa Sukasari (rekaan)"];
    town.people
        .iter()
        .filter(|who| but.is_empty() || !who.name.bare.contains(but))
        .map(|who| {
            let unit = if who.unit == town.units[1] { names[0] } else { names[1] };
            format!(
                "{};;{}, S.Sos.;{};{unit};Jabatan contoh;01/01/2020;;",
                who.number,
                who.name.bare,
                who.category.code()
            )
        })
        .collect()
}

/// People whom the register does not know.
pub fn newcomers(count: usize) -> Vec<String> {
    (0..count)
        .map(|n| {
            format!(
                "19850315201001{:04};;Orang Baru {n};PNS;Puskesmas Melati (rekaan);Staf;;081234{n:06};III/a",
                1001 + n
            )
        })
        .collect()
}

pub async fn stage(world: &World, caller: &Caller, rows: &[String], units: &[UnitId]) -> Result<ImportId, Fault> {
    let file = RosterFile { name: "pegawai.csv".into(), bytes: csv(rows), ..RosterFile::default() };
    world.app.stage_roster(caller, file, units.to_vec(), Language::Indonesian).await
}

pub fn officer(world: &World) -> Caller {
    world.caller(&world.town, Role::PersonnelOfficer)
}

/// All three units of the town through its two top units.
pub fn tops(town: &Town) -> [UnitId; 2] {
    [town.units[0], town.units[2]]
}

pub async fn apply(world: &World, import: ImportId, leavers: Vec<PersonId>) -> Result<(), Fault> {
    let last_day = parse_iso_date("2024-10-11").unwrap();
    world.app.decide_import(&officer(world), import, Decision::ApplyGood { leavers, last_day }).await
}

/// How many persons, details, engagements, and engagements that hold today the town has.
pub async fn counts(world: &World) -> [usize; 4] {
    struct Count(domain::ids::InstitutionId);
    impl Unit for Count {
        type Out = [usize; 4];
        type Error = Fault;
        const NAME: &'static str = "test/count";
        async fn run(&self, tx: &mut Tx) -> Result<[usize; 4], Fault> {
            let (scope, today) = (scope_of(self.0), parse_iso_date("2024-10-14").unwrap());
            let persons = people::everybody(tx, &scope).await?.len();
            let details = people::detail_indexes(tx, &scope).await?.len();
            let engagements = people::engagements(tx, &scope).await?;
            let open = engagements.iter().filter(|e| e.holds_on(today)).count();
            Ok([persons, details, engagements.len(), open])
        }
    }
    world.app.store().read(Count(world.town.institution.id)).await.unwrap()
}

crate::on_both_engines!(
    a_file_goes_from_upload_to_register,
    the_same_file_again_changes_nothing,
    whoever_is_missing_only_leaves_when_confirmed,
    leaving_never_lengthens_a_contract,
    rows_outside_the_declared_units_are_refused,
    faulty_rows_come_back_to_mend,
    an_import_can_be_given_up_or_stopped,
    one_import_at_a_time,
    files_that_cannot_be_read_say_why,
    only_officers_of_the_institution_import,
    the_command_line_imports_and_exports,
);

async fn a_file_goes_from_upload_to_register(world: World) {
    let before = counts(&world).await;
    let mut rows = everybody(&world.town, "");
    rows[0] = rows[0].replace("Jabatan contoh;01/01/2020", "Bidan;01/09/2024");
    rows[1] = rows[1].replace(", S.Sos.", ", M.M.");
    rows.extend(newcomers(3));
    let import = stage(&world, &officer(&world), &rows, &tops(&world.town)).await.unwrap();
    assert_eq!(counts(&world).await, before, "nothing is applied before the officer decides");
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    assert_eq!((view.import.state, view.import.good, view.import.faulty), (ImportState::Staged, 16, 0));
    let changes = &view.changes;
    assert_eq!((changes.new, changes.position, changes.renamed, changes.unchanged), (3, 1, 1, 11));
    assert_eq!((changes.moved, changes.missing), (0, 0));
    assert_eq!(view.ignored, ["Golongan"]);
    assert!(view.leavers.is_empty());
    apply(&world, import, Vec::new()).await.unwrap();
    world.apply_import(world.town.institution.id, import).await.unwrap();
    // Three people with NIP and phone and an engagement each; one engagement replaced another.
    let [persons, details, engagements, open] = before;
    assert_eq!(counts(&world).await, [persons + 3, details + 6, engagements + 4, open + 3]);
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    assert_eq!((view.import.state, view.import.applied, view.import.unchanged), (ImportState::Applied, 16, 11));
}

async fn the_same_file_again_changes_nothing(world: World) {
    let mut rows = everybody(&world.town, "");
    rows.extend(newcomers(550));
    let mut before = None;
    for round in 0..2 {
        let import = stage(&world, &officer(&world), &rows, &tops(&world.town)).await.unwrap();
        let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
        apply(&world, import, Vec::new()).await.unwrap();
        let slices = world.apply_import(world.town.institution.id, import).await.unwrap();
        assert_eq!(slices, 2, "563 rows are two slices");
        let applied = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap().import;
        if round == 1 {
            assert_eq!(view.changes.unchanged, 563);
            assert_eq!((applied.good, applied.applied, applied.unchanged), (563, 563, 563));
            assert_eq!(Some(counts(&world).await), before);
        }
        before = Some(counts(&world).await);
        // A job that runs once more finds nothing to do.
        assert_eq!(world.apply_import(world.town.institution.id, import).await.unwrap(), 1);
        assert_eq!(Some(counts(&world).await), before);
    }
}

async fn whoever_is_missing_only_leaves_when_confirmed(world: World) {
    let town = &world.town;
    // The file covers the health centre only; the village head is in no row and is not missed.
    let mut rows = everybody(town, "inspector");
    rows.retain(|row| row.contains("Melati") && !row.contains("examiner"));
    // The legal officer's row is faulty, so the person is there all the same.
    let faulty = rows.iter().position(|row| row.contains("legal officer")).unwrap();
    rows[faulty] = rows[faulty].replace(";pns;", ";ASN;");
    // Of this one not even the number can be read, only the name.
    let nameless = rows.iter().position(|row| row.contains("outside seat")).unwrap();
    let number = rows[nameless].split(';').next().unwrap().to_owned();
    rows[nameless] = rows[nameless].replace(&number, "1,98503E+17");
    let import = stage(&world, &officer(&world), &rows, &[town.units[1]]).await.unwrap();
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    let missing: Vec<PersonId> = view.leavers.iter().map(|leaver| leaver.person).collect();
    let (inspector, examiner) = (town.person(Role::Inspector).person, town.person(Role::Examiner).person);
    assert_eq!(missing.len(), 2, "{:?}", view.leavers);
    assert!(missing.contains(&inspector) && missing.contains(&examiner));
    let before = counts(&world).await;
    // Somebody who is not missing cannot be made to leave.
    let there = town.person(Role::Employee).person;
    assert!(matches!(apply(&world, import, vec![there]).await, Err(Fault::Conflict)));
    let ancient = Decision::ApplyGood { leavers: vec![inspector], last_day: parse_iso_date("1924-10-11").unwrap() };
    let refused = world.app.decide_import(&officer(&world), import, ancient).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::LastDayOutOfRange))));
    assert_eq!(counts(&world).await, before);
    apply(&world, import, vec![inspector]).await.unwrap();
    world.apply_import(town.institution.id, import).await.unwrap();
    let [persons, details, engagements, open] = before;
    assert_eq!(counts(&world).await, [persons, details, engagements, open - 1], "the examiner was not confirmed");
}

async fn leaving_never_lengthens_a_contract(world: World) {
    struct Ends(domain::ids::InstitutionId, PersonId);
    impl Unit for Ends {
        type Out = Vec<Option<base::Date>>;
        type Error = Fault;
        const NAME: &'static str = "test/ends";
        async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
            let found = people::engagements_of(tx, &scope_of(self.0), self.1).await?;
            Ok(found.into_iter().map(|engagement| engagement.until).collect())
        }
    }
    let (town, guard) = (&world.town, world.town.person(Role::Inspector));
    let ends = async || world.app.store().read(Ends(town.institution.id, guard.person)).await.unwrap();
    let contract = parse_iso_date("2024-12-31").unwrap();
    let mut rows = everybody(town, "");
    let header = HEADER.replace("Golongan", "TMT Selesai");
    let row = rows.iter().position(|row| row.starts_with(&guard.number)).unwrap();
    rows[row].push_str("31/12/2024");
    let bytes = format!("{header}\n{}\n", rows.join("\n")).into_bytes();
    let file = RosterFile { name: "pegawai.csv".into(), bytes, ..RosterFile::default() };
    let units = tops(town).to_vec();
    let import = world.app.stage_roster(&officer(&world), file, units, Language::Indonesian).await.unwrap();
    apply(&world, import, Vec::new()).await.unwrap();
    world.apply_import(town.institution.id, import).await.unwrap();
    assert_eq!(ends().await, [Some(contract)]);
    let import = stage(&world, &officer(&world), &everybody(town, "inspector"), &tops(town)).await.unwrap();
    let last_day = parse_iso_date("2025-03-31").unwrap();
    let decision = Decision::ApplyGood { leavers: vec![guard.person], last_day };
    world.app.decide_import(&officer(&world), import, decision).await.unwrap();
    assert_eq!(ends().await, [Some(contract)]);
}

async fn rows_outside_the_declared_units_are_refused(world: World) {
    let rows = everybody(&world.town, "");
    let import = stage(&world, &officer(&world), &rows, &[world.town.units[2]]).await.unwrap();
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    assert_eq!((view.import.good, view.import.faulty, view.faults_total), (1, 12, 12));
    assert_eq!(view.faults[0].column, "Unit Kerja");
    assert_eq!(view.faults[0].value.as_deref(), Some("Puskesmas Melati (rekaan)"));
    assert!(view.faults[0].reason.contains("tidak termasuk unit"), "{}", view.faults[0].reason);
    let english = world.app.import(&officer(&world), import, Language::English).await.unwrap();
    assert!(english.faults[0].reason.contains("not among the units"), "{}", english.faults[0].reason);
    let none = stage(&world, &officer(&world), &rows, &[]).await;
    assert!(matches!(none, Err(Fault::Refused(Refusal::UnitsMissing))));
    let foreign = stage(&world, &officer(&world), &rows, &[world.neighbour.units[0]]).await;
    assert!(matches!(foreign, Err(Fault::NotFound)));
}

async fn faulty_rows_come_back_to_mend(world: World) {
    let mut rows = newcomers(4);
    rows[1] = rows[1].replace("198503152010011002", "19850315201001100");
    rows[3] = rows[3].replace("Puskesmas Melati (rekaan)", "Puskesmas Mawar");
    let import = stage(&world, &officer(&world), &rows, &tops(&world.town)).await.unwrap();
    let bytes = world.app.import_faults_workbook(&officer(&world), import, Language::Indonesian).await.unwrap();
    let sheet = roster::read("salah.xlsx", &bytes, &roster::ReadOptions::default()).unwrap();
    assert_eq!(sheet.rows().len(), 2);
    assert_eq!(sheet.cell(&sheet.rows()[0], roster::Column::Nip).text(), "19850315201001100");
    // Sent back unmended it has the same faults, and its own two columns are not doubled.
    let file = RosterFile { name: "salah.xlsx".into(), bytes, ..RosterFile::default() };
    let again =
        world.app.stage_roster(&officer(&world), file, tops(&world.town).to_vec(), Language::Indonesian).await.unwrap();
    let view = world.app.import(&officer(&world), again, Language::Indonesian).await.unwrap();
    assert_eq!((view.import.good, view.import.faulty), (0, 2));
    // A colleague decides but does not see what stands in somebody else's file.
    let mut colleague = world.caller(&world.town, Role::Inspector);
    if let domain::policy::Actor::Person { roles, .. } = &mut colleague.actor {
        roles.push(domain::policy::Held::own(Role::PersonnelOfficer, None));
    }
    let seen = world.app.import(&colleague, import, Language::Indonesian).await.unwrap();
    assert!(!seen.own && seen.faults.iter().all(|fault| fault.value.is_none()));
    let denied = world.app.import_faults_workbook(&colleague, import, Language::Indonesian).await;
    assert!(matches!(denied, Err(Fault::NotFound)));
}

async fn an_import_can_be_given_up_or_stopped(world: World) {
    let before = counts(&world).await;
    let import = stage(&world, &officer(&world), &newcomers(3), &tops(&world.town)).await.unwrap();
    world.app.decide_import(&officer(&world), import, Decision::Discard).await.unwrap();
    assert!(matches!(apply(&world, import, Vec::new()).await, Err(Fault::Refused(Refusal::ImportOver))));
    assert_eq!(world.apply_import(world.town.institution.id, import).await.unwrap(), 1);
    assert_eq!(counts(&world).await, before);
    let import = stage(&world, &officer(&world), &newcomers(3), &tops(&world.town)).await.unwrap();
    apply(&world, import, Vec::new()).await.unwrap();
    world.app.decide_import(&officer(&world), import, Decision::Discard).await.unwrap();
    assert_eq!(world.apply_import(world.town.institution.id, import).await.unwrap(), 1);
    assert_eq!(counts(&world).await, before, "a stopped import applies nothing more");
    let again = world.app.decide_import(&officer(&world), import, Decision::Discard).await;
    assert!(matches!(again, Err(Fault::Refused(Refusal::ImportOver))));
}

async fn one_import_at_a_time(world: World) {
    let first = stage(&world, &officer(&world), &newcomers(3), &tops(&world.town)).await.unwrap();
    let second = stage(&world, &officer(&world), &newcomers(5), &tops(&world.town)).await.unwrap();
    apply(&world, first, Vec::new()).await.unwrap();
    assert!(matches!(apply(&world, second, Vec::new()).await, Err(Fault::Refused(Refusal::ImportRunning))));
    world.apply_import(world.town.institution.id, first).await.unwrap();
    apply(&world, second, Vec::new()).await.unwrap();
    world.apply_import(world.town.institution.id, second).await.unwrap();
    let listed = world.app.imports(&officer(&world)).await.unwrap();
    let states: Vec<_> = listed.iter().map(|import| import.state).collect();
    assert_eq!(states, [ImportState::Applied, ImportState::Applied]);
    assert_eq!(listed.iter().map(|import| import.unchanged).sum::<u32>(), 3, "the second knew three already");
}

async fn files_that_cannot_be_read_say_why(world: World) {
    for (language, words) in [(Language::Indonesian, "PDF"), (Language::English, "PDF")] {
        let file = RosterFile { name: "x.csv".into(), bytes: b"%PDF-1.7".to_vec(), ..Default::default() };
        let refused = world.app.stage_roster(&officer(&world), file, tops(&world.town).to_vec(), language).await;
        match refused {
            Err(Fault::Refused(Refusal::RosterFile(why))) => assert!(why.contains(words), "{why}"),
            other => panic!("{other:?}"),
        }
    }
    assert!(world.app.imports(&officer(&world)).await.unwrap().is_empty());
}

async fn only_officers_of_the_institution_import(world: World) {
    let (rows, units) = (newcomers(2), tops(&world.town));
    for role in [Role::Employee, Role::HeadOfUnit, Role::IdentityCustodian, Role::InstitutionAdministrator] {
        let caller = world.caller(&world.town, role);
        assert!(matches!(stage(&world, &caller, &rows, &units).await, Err(Fault::Denied(_))), "{role:?}");
        assert!(matches!(world.app.roster_units(&caller).await, Err(Fault::Denied(_))), "{role:?}");
        assert!(matches!(world.app.imports(&caller).await, Err(Fault::Denied(_))), "{role:?}");
    }
    let import = stage(&world, &officer(&world), &rows, &units).await.unwrap();
    let employee = world.caller(&world.town, Role::Employee);
    assert!(matches!(world.app.import(&employee, import, Language::English).await, Err(Fault::Denied(_))));
    assert!(matches!(world.app.decide_import(&employee, import, Decision::Discard).await, Err(Fault::Denied(_))));
    let stranger = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(world.app.import(&stranger, import, Language::English).await, Err(Fault::NotFound)));
    assert!(matches!(world.app.decide_import(&stranger, import, Decision::Discard).await, Err(Fault::NotFound)));
    assert!(matches!(stage(&world, &stranger, &rows, &units).await, Err(Fault::NotFound)));
    // A role that is held over one unit carries for files about that unit alone.
    let mut narrow = officer(&world);
    if let domain::policy::Actor::Person { roles, .. } = &mut narrow.actor {
        roles.iter_mut().for_each(|held| held.unit = (held.role != Role::Employee).then_some(units[0]));
    }
    assert!(stage(&world, &narrow, &rows, &units[..1]).await.is_ok());
    assert!(matches!(stage(&world, &narrow, &rows, &units).await, Err(Fault::Denied(_))));
    assert_eq!(world.app.roster_units(&narrow).await.unwrap().len(), 1);
    // Nor do they move people of other units into their own; whoever reaches the whole institution does.
    let head = world.town.people.last().unwrap();
    let taken = [format!("{};;Orang Lain;PNS;Puskesmas Melati (rekaan);Staf;;;", head.number)];
    for (caller, good) in [(&narrow, 0), (&officer(&world), 1)] {
        let caller = Caller::new(caller.actor.clone(), Occasion::draw(world.tick()));
        let import = stage(&world, &caller, &taken, &units[..1]).await.unwrap();
        let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
        assert_eq!((view.import.good, view.import.faulty), (good, 1 - good), "{:?}", view.faults);
    }
}

async fn the_command_line_imports_and_exports(world: World) {
    let (id, language) = (world.town.institution.id, Language::Indonesian);
    let draw = || Occasion::draw(world.now);
    let mut rows = newcomers(3);
    rows.push("12;;Salah;PNS;Puskesmas Melati (rekaan);;;;".to_owned());
    rows.push(";3201011703900001;Bu Desa;Perangkat Desa;20;Kaur;17/08/2021;;".to_owned());
    let before = counts(&world).await;
    let check = world.app.check_roster(draw(), id, "p.csv", csv(&rows), language).await.unwrap();
    assert_eq!((check.good, check.faulty, check.changes.new, check.import), (4, 1, 4, None));
    assert_eq!(check.faults[0].value.as_deref(), Some("12"));
    assert_eq!(counts(&world).await, before);
    let done = world.app.import_roster(draw, id, ("p.csv", csv(&rows)), true, language).await.unwrap();
    assert!(done.applied && done.import.is_some());
    assert_eq!(counts(&world).await[0], before[0] + 4);
    // What is exported is what is known: read back, it changes nothing and misses nobody.
    for language in Language::ALL {
        let bytes = world.app.export_roster(draw(), id, language).await.unwrap();
        let back = world.app.check_roster(draw(), id, "p.xlsx", bytes, language).await.unwrap();
        assert_eq!((back.good, back.faulty, back.changes.unchanged), (17, 0, 17), "{:?}", back.faults);
    }
}
