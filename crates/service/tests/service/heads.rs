//! Heads of many units from one file: all of them with their letters, or none.

use crate::appointments::roles_of;
use crate::identity::is_refused;
use crate::merges::{NIK, SURVIVOR, doubled, merged};
use crate::offices::leave;
use base::{Date, Language, Occasion, parse_iso_date};
use domain::appointment::PostFlaw;
use domain::delegation::Letter;
use domain::policy::{Actor, Held, Role};
use domain::post::{Duty, Tenure};
use roster::RowReason;
use service::testing::World;
use service::{
    Caller, Fault, HEADS_MAX, HeadCommand, HeadFlaw, HeadState, HeadlessUnit, HeadsFile, HeadsPreview, NewPost,
    OfficesQuery, Refusal, UnitTurn,
};

crate::on_both_engines!(
    a_file_records_every_head_with_its_letter_and_once,
    one_faulty_row_keeps_all_from_being_recorded,
    an_officer_of_a_unit_reaches_no_other,
    every_row_says_what_keeps_it_from_being_recorded,
    whoever_was_merged_since_the_file_was_read_is_recorded_under_the_record_that_stays,
    a_file_makes_nobody_head_of_region,
);

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

fn officer(world: &World) -> Caller {
    world.caller(&world.town, Role::PersonnelOfficer)
}

/// The personnel officer of the health centre alone.
fn officer_below(world: &World) -> Caller {
    let roles = vec![Held::own(Role::PersonnelOfficer, Some(world.town.units[1]))];
    let (person, institution) = (world.town.person(Role::LegalOfficer).person, world.town.institution.id);
    Caller::new(Actor::Person { person, institution, roles }, Occasion::draw(world.tick()))
}

fn number(world: &World, role: Role) -> &str {
    &world.town.person(role).number
}

/// A row with a letter of 1 October.
fn row(code: &str, title: &str, number: &str, tenure: &str) -> String {
    format!("{code};;{title};{number};{tenure};14/10/2024;;821.2/7/2024;01/10/2024")
}

async fn read(world: &World, caller: &Caller, rows: &[String]) -> Result<HeadsPreview, Fault> {
    let header = "Kode unit;Unit kerja;Nama jabatan;Nomor pegawai;Cara memangku;Hari pertama;Hari terakhir;\
                  Nomor surat;Tanggal surat";
    let bytes = format!("{header}\n{}\n", rows.join("\n")).into_bytes();
    world.app.read_heads(caller, HeadsFile { name: "kepala.csv".to_owned(), bytes }, Language::Indonesian).await
}

/// What would be recorded.
fn ready(found: &HeadsPreview) -> Vec<HeadCommand> {
    let state = |state: &HeadState| match state {
        HeadState::Ready(command) => command.as_ref().clone(),
        other => panic!("{other:?}"),
    };
    found.lines.iter().map(|line| state(&line.state)).collect()
}

/// The flaws of the last row.
async fn flaws(world: &World, rows: &[String]) -> Vec<HeadFlaw> {
    let found = read(world, &officer(world), rows).await.unwrap();
    match found.lines.into_iter().next_back().unwrap().state {
        HeadState::Faulty(flaws) => flaws,
        other => panic!("{other:?}: {rows:?}"),
    }
}

/// How many posts stand, and how many are held.
async fn posts(world: &World) -> (usize, usize) {
    let query = OfficesQuery { page: 1, ..OfficesQuery::default() };
    let lines = world.app.offices(&officer(world), query).await.unwrap().lines;
    (lines.len(), lines.iter().filter(|line| !line.is_vacant()).count())
}

async fn a_file_records_every_head_with_its_letter_and_once(world: World) {
    let (app, [top, _, village]) = (&world.app, world.town.units);
    let unit = |code: &str, name: &str, title: &str| HeadlessUnit {
        code: code.to_owned(),
        name: name.to_owned(),
        title: title.to_owned(),
    };
    let title = "Kepala Desa Sukasari".to_owned();
    let new = NewPost { unit: village, title, duty: Duty::HeadOfUnit };
    let post = app.add_post(&officer(&world), new).await.unwrap();
    let without = app.headless_units(&officer(&world)).await.unwrap();
    let wanted =
        [unit("10", "Dinas Kesehatan (rekaan)", ""), unit("20", "Desa Sukasari (rekaan)", "Kepala Desa Sukasari")];
    assert_eq!(without, wanted, "the health centre has its head");

    let rows = [
        row("10", "Kepala  Dinas", number(&world, Role::Employee), "Definitif"),
        "11;Puskesmas Melati (rekaan);Kepala Puskesmas Melati;;;;;;".to_owned(),
        row("20", "", number(&world, Role::Inspector), "Pj."),
    ];
    let events = world.events().await;
    let found = read(&world, &officer(&world), &rows).await.unwrap();
    assert_eq!(world.events().await, events + 1, "who looks at names leaves a trace");
    assert_eq!((found.lines.len(), found.skipped), (2, 1));
    let [first, second] = found.lines.as_slice() else { panic!("{found:?}") };
    let person = first.person.as_ref().unwrap();
    assert_eq!((first.line, first.unit.as_str()), (2, "Dinas Kesehatan (rekaan)"));
    assert!(person.name.starts_with("Warga 1 employee") && person.works.len() == 1);
    assert_eq!((second.line, second.title.as_str()), (4, "Kepala Desa Sukasari"));

    let events = world.events().await;
    assert_eq!(app.record_heads(&officer(&world), ready(&found)).await.unwrap(), 2);
    assert_eq!(world.events().await, events + 3, "one event for the new post and for each appointment");
    let view = app.office(&officer(&world), post).await.unwrap();
    let [held] = view.holdings.as_slice() else { panic!("{:?}", view.holdings) };
    let letter = Letter { number: "821.2/7/2024".to_owned(), dated: day("2024-10-01") };
    assert_eq!((held.holder.tenure, held.begun.clone()), (Tenure::Pj, Some(letter)));
    assert!(roles_of(&world, Role::Employee).await.contains(&Held::own(Role::HeadOfUnit, Some(top))));
    assert!(roles_of(&world, Role::Inspector).await.contains(&Held::own(Role::HeadOfUnit, Some(village))));
    assert_eq!(app.headless_units(&officer(&world)).await.unwrap(), []);

    let (events, before) = (world.events().await, ready(&found));
    assert_eq!(app.record_heads(&officer(&world), before).await.unwrap(), 0);
    assert_eq!(world.events().await, events, "a second tap leaves nothing");
    let again = read(&world, &officer(&world), &rows).await.unwrap();
    assert!(again.lines.iter().all(|line| line.state == HeadState::Known), "{again:?}");
}

async fn one_faulty_row_keeps_all_from_being_recorded(world: World) {
    let (app, employee) = (&world.app, number(&world, Role::Employee).to_owned());
    let rows = [row("10", "Kepala Dinas", &employee, "Plt."), row("20", "Kepala Desa", &employee, "Plt.")];
    let good = ready(&read(&world, &officer(&world), &rows).await.unwrap());
    let held = HeadCommand { unit: world.town.units[1], title: String::new(), line: 7, ..good[0].clone() };
    let late = Letter { dated: day("2024-10-15"), ..good[0].letter.clone() };
    let early = HeadCommand { letter: late, line: 9, ..good[1].clone() };
    let (before, events) = (posts(&world).await, world.events().await);
    let answer = app.record_heads(&officer(&world), vec![good[0].clone(), held, early]).await;
    let since = day("2020-01-01");
    let flaws = vec![(7, HeadFlaw::Post(PostFlaw::Held { since })), (9, HeadFlaw::Post(PostFlaw::Letter))];
    assert!(is_refused(&answer, &Refusal::Heads(flaws)), "every line is told of: {answer:?}");
    assert_eq!(world.events().await, events);
    assert_eq!(posts(&world).await, before, "nor is the first row written");
    // Two rows of one unit are weighed one after the other.
    let twice = HeadCommand { line: 8, person: world.town.person(Role::Inspector).person, ..good[0].clone() };
    let answer = app.record_heads(&officer(&world), vec![good[0].clone(), twice]).await;
    let flaws = vec![(8, HeadFlaw::Post(PostFlaw::Held { since: day("2024-10-14") }))];
    assert!(is_refused(&answer, &Refusal::Heads(flaws)), "{answer:?}");
    assert_eq!(posts(&world).await, before);
    let many = vec![good[0].clone(); HEADS_MAX + 1];
    assert!(matches!(app.record_heads(&officer(&world), many).await, Err(Fault::NotFound)));
    assert_eq!(app.record_heads(&officer(&world), good).await.unwrap(), 2);
    assert_eq!(posts(&world).await, (before.0 + 2, before.1 + 2));
}

async fn an_officer_of_a_unit_reaches_no_other(world: World) {
    let (app, employee) = (&world.app, number(&world, Role::Employee).to_owned());
    let own = row("11", "", &employee, "Plh.");
    let above = row("10", "Kepala Dinas", &employee, "Plt.");
    assert_eq!(app.headless_units(&officer_below(&world)).await.unwrap(), []);
    let found = read(&world, &officer_below(&world), &[above.clone(), own.clone()]).await.unwrap();
    let [theirs, mine] = found.lines.as_slice() else { panic!("{found:?}") };
    assert_eq!(theirs.state, HeadState::Faulty(vec![HeadFlaw::Outside]));
    assert!(theirs.person.is_none(), "nobody is named about another unit");
    assert!(matches!(mine.state, HeadState::Ready(_)) && mine.person.is_some());

    let both = ready(&read(&world, &officer(&world), &[own, above]).await.unwrap());
    let (before, events) = (posts(&world).await, world.events().await);
    let answer = app.record_heads(&officer_below(&world), both.clone()).await;
    assert!(matches!(answer, Err(Fault::Denied(_))), "{answer:?}");
    assert_eq!((posts(&world).await, world.events().await), (before, events + 1), "the look alone leaves an event");
    assert_eq!(app.record_heads(&officer_below(&world), both[..1].to_vec()).await.unwrap(), 1);

    for role in [Role::HeadOfUnit, Role::InstitutionAdministrator, Role::Employee] {
        let caller = || world.caller(&world.town, role);
        assert!(matches!(app.headless_units(&caller()).await, Err(Fault::Denied(_))), "{}", role.code());
        let rows = [row("10", "Kepala Dinas", &employee, "Plt.")];
        assert!(matches!(read(&world, &caller(), &rows).await, Err(Fault::Denied(_))), "{}", role.code());
        assert!(matches!(app.record_heads(&caller(), both.clone()).await, Err(Fault::Denied(_))), "{}", role.code());
        assert!(matches!(app.record_heads(&caller(), Vec::new()).await, Err(Fault::Denied(_))), "{}", role.code());
    }
    let neighbour = || world.caller(&world.neighbour, Role::PersonnelOfficer);
    let answer = app.record_heads(&neighbour(), both[1..].to_vec()).await;
    assert!(is_refused(&answer, &Refusal::Heads(vec![(3, HeadFlaw::Post(PostFlaw::Unit))])), "{answer:?}");
    let theirs = read(&world, &neighbour(), &[row("10", "Kepala Dinas", &employee, "Plt.")]).await.unwrap();
    assert_eq!(theirs.lines[0].state, HeadState::Faulty(vec![HeadFlaw::NobodyHasIt]), "people of one institution");
}

async fn every_row_says_what_keeps_it_from_being_recorded(world: World) {
    let (employee, me) = (number(&world, Role::Employee), number(&world, Role::PersonnelOfficer));
    leave(&world, world.town.person(Role::Inspector).person, day("2024-10-13")).await;
    let good = row("10", "Kepala Dinas", employee, "Plt.");
    let held = PostFlaw::Held { since: day("2020-01-01") };
    let cases = [
        (row("10", "Kepala Dinas", "199912312024211999", "Plt."), HeadFlaw::NobodyHasIt),
        (row("10", "Kepala Dinas", number(&world, Role::Inspector), "Plt."), HeadFlaw::HasLeft),
        (row("10", "Kepala Dinas", me, "Plt."), HeadFlaw::Post(PostFlaw::Oneself)),
        (row("11", "", employee, "Plt."), HeadFlaw::Post(held)),
        (row("10", "", employee, "Plt."), HeadFlaw::Post(PostFlaw::Title)),
        (row("11", "Kepala UPT", employee, "Plh."), HeadFlaw::Post(PostFlaw::HeadTaken)),
        (row("10", "Kepala Dinas", employee, "Pj."), HeadFlaw::Post(PostFlaw::Tenure)),
        (row("10", "Kepala Dinas", employee, "Plh."), HeadFlaw::Post(PostFlaw::NoDefinitive)),
        (good.replace("01/10/2024", "15/10/2024"), HeadFlaw::Post(PostFlaw::Letter)),
        (good.replace("14/10/2024;", "14/10/2024;13/10/2024"), HeadFlaw::Post(PostFlaw::Order)),
        (good.replace("14/10/2024", "14/10/2026"), HeadFlaw::Post(PostFlaw::TooFar)),
    ];
    for (row, flaw) in cases {
        assert_eq!(flaws(&world, &[row.clone()]).await, [flaw], "{row}");
    }
    let reasons = async |rows: &[String]| {
        let reason = |flaw| match flaw {
            HeadFlaw::Cell(fault) => fault.reason,
            other => panic!("{other:?}"),
        };
        flaws(&world, rows).await.into_iter().map(reason).collect::<Vec<_>>()
    };
    let without = [good.replace("821.2/7/2024", "")];
    assert_eq!(reasons(&without).await, [RowReason::LetterMissing]);
    assert_eq!(reasons(&[good.clone(), good.clone()]).await, [RowReason::UnitTwice { first: 2 }]);
    let unknown = read(&world, &officer(&world), &["x;;;;;;;;".to_owned()]).await;
    assert!(matches!(unknown, Err(Fault::Refused(Refusal::RosterFile(why))) if why.contains("Tidak ada baris")));
    let [top, _, village] = world.town.units;
    let end = UnitTurn::End { into: Some(top), people: 1 };
    let decree = Letter { number: "188/3/2024".to_owned(), dated: day("2024-10-11") };
    world.app.change_unit(&officer(&world), village, end, day("2024-10-14"), decree).await.unwrap();
    let ended = [row("20", "Kepala Desa", employee, "Plt.")];
    assert_eq!(reasons(&ended).await, [RowReason::UnitEnded]);
}

async fn whoever_was_merged_since_the_file_was_read_is_recorded_under_the_record_that_stays(world: World) {
    let (app, survivor) = (&world.app, world.town.person(SURVIVOR).person);
    let double = doubled(&world, false).await;
    let rows = [row("20", "Kepala Desa", NIK, "Plt.")];
    let looked = ready(&read(&world, &officer(&world), &rows).await.unwrap());
    assert_eq!(looked[0].person, double);
    merged(&world, survivor, double).await;
    assert_eq!(app.record_heads(&officer(&world), looked.clone()).await.unwrap(), 1);
    let query = OfficesQuery { words: "kepala desa".to_owned(), page: 1, ..OfficesQuery::default() };
    let post = app.offices(&officer(&world), query).await.unwrap().lines.remove(0).post.unwrap().id;
    let holdings = app.office(&officer(&world), post).await.unwrap().holdings;
    assert_eq!(holdings.iter().map(|row| row.holder.person).collect::<Vec<_>>(), [survivor]);
    assert_eq!(app.record_heads(&officer(&world), looked).await.unwrap(), 0);
    let again = read(&world, &officer(&world), &rows).await.unwrap();
    assert_eq!(again.lines[0].state, HeadState::Known, "the number of the double leads to the record that stays");
}

async fn a_file_makes_nobody_head_of_region(world: World) {
    let rows = [row("10", "Bupati Sukamaju", number(&world, Role::Employee), "Plt.")];
    let looked = ready(&read(&world, &officer(&world), &rows).await.unwrap());
    assert_eq!(world.app.record_heads(&officer(&world), looked).await.unwrap(), 1);
    let roles = roles_of(&world, Role::Employee).await;
    assert!(roles.contains(&Held::own(Role::HeadOfUnit, Some(world.town.units[0]))), "{roles:?}");
    assert!(roles.iter().all(|held| held.role != Role::DecidingAuthority), "{roles:?}");
}
