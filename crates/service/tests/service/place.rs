//! People are asked, sign and are looked after where they are on the day, wherever a circular reached them.

use crate::assemblies::{go_on, join, plan};
use crate::coverage::First;
use crate::journey::{FREELY, again, everyone, publish, ready_to_sign};
use base::{Date, Id, Occasion};
use domain::assembly::Phase;
use domain::category::Category;
use domain::change::Effect;
use domain::exception::{ExceptionCommand, ExceptionKind, ExemptReason, Words};
use domain::ids::{PersonId, UnitId};
use domain::knowledge::NotNow;
use domain::people::Engagement;
use domain::policy::{Actor, Held, Role};
use domain::signature_check::{CheckOutcome, Standing};
use service::testing::{World, phone_of};
use service::{Caller, DeskQuery, Fault, Proved, Refusal, SheetPhoto};

crate::on_both_engines!(
    a_pact_says_where_somebody_is_on_the_day_of_signing,
    whoever_is_in_no_unit_signs_nothing,
    the_head_of_today_speaks_for_whoever_moved,
    an_assembly_takes_in_whoever_is_there_today,
);

fn day(text: &str) -> Date {
    base::parse_iso_date(text).unwrap()
}

fn person(world: &World, role: Role) -> PersonId {
    world.town.person(role).person
}

/// The only engagement of somebody ends on a day.
async fn leaves(world: &World, role: Role, until: &str) {
    let who = person(world, role);
    let id = world.app.store().read(First(world.town.institution.id, who)).await.unwrap();
    let effects = vec![Effect::EngagementEnded { id, until: day(until) }];
    world.app.set_up(Occasion::draw(world.tick()), world.town.institution.id, effects).await.unwrap();
}

async fn begins(world: &World, role: Role, unit: UnitId, position: &str, since: &str) {
    let engagement = Engagement {
        id: Id::draw(),
        person: person(world, role),
        unit,
        category: Category::Pns,
        position: position.to_owned(),
        since: day(since),
        until: None,
    };
    let effects = vec![Effect::EngagementAdded(Box::new(engagement))];
    world.app.set_up(Occasion::draw(world.tick()), world.town.institution.id, effects).await.unwrap();
}

/// Somebody moves to the village from today, 14 October 2024, on.
pub async fn moves(world: &World, role: Role) {
    leaves(world, role, "2024-10-13").await;
    begins(world, role, world.town.units[2], "Sekretaris desa", "2024-10-14").await;
}

/// The head of the village.
fn new_head(world: &World) -> Caller {
    let roles = vec![Held::own(Role::HeadOfUnit, Some(world.town.units[2]))];
    let actor = Actor::Person { person: person(world, Role::Inspector), institution: world.town.institution.id, roles };
    Caller::new(actor, Occasion::draw(world.tick()))
}

async fn a_pact_says_where_somebody_is_on_the_day_of_signing(world: World) {
    publish(&world, everyone()).await;
    let (stays, stayed) = ready_to_sign(&world, Role::Examiner).await;
    let before = world.app.sign_pact(&again(&world, &stays), stayed, FREELY, Proved::Password).await.unwrap();
    let (caller, task) = ready_to_sign(&world, Role::Employee).await;
    moves(&world, Role::Employee).await;
    // What is to come does not count yet.
    begins(&world, Role::Employee, world.town.units[0], "Kepala bidang", "2024-10-21").await;
    let text = world.app.pact_to_sign(&again(&world, &caller), task).await.unwrap();
    assert_eq!((text.unit.as_str(), text.position.as_str()), ("Desa Sukasari (rekaan)", "Sekretaris desa"));
    world.app.sign_pact(&again(&world, &caller), task, FREELY, Proved::Password).await.unwrap();
    let signed = world.app.signed_pact(&again(&world, &caller), task).await.unwrap().unwrap();
    assert_eq!(signed.pact.text, text);
    // A pact that was signed says what was so on its day, whatever becomes of the signer.
    moves(&world, Role::Examiner).await;
    let kept = world.app.signed_pact(&again(&world, &stays), stayed).await.unwrap().unwrap();
    assert_eq!((kept.pact.id, kept.pact.standing), (before, Standing::Valid));
    assert_eq!(kept.pact.text.unit, "Puskesmas Melati (rekaan)");
    let code = kept.paper.token.as_str().to_owned();
    let verified = world.app.verify(Occasion::draw(world.tick()), &code).await.unwrap().unwrap();
    assert_eq!((verified.state, verified.signed), (kept.paper.state, Some(kept.pact.signed)));
    // Both count where they are today, as the figures do.
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let drive = world.app.coverage(&officer, None, Some(world.town.units[2])).await.unwrap().unwrap();
    let ways = world.app.signature_checks(&new_head(&world)).await.unwrap().ways.unwrap();
    assert_eq!((ways.counts.iter().sum::<i64>(), drive.total.done()), (2, 2));
}

async fn whoever_is_in_no_unit_signs_nothing(world: World) {
    publish(&world, everyone()).await;
    let (caller, task) = ready_to_sign(&world, Role::Employee).await;
    leaves(&world, Role::Employee, "2024-10-13").await;
    begins(&world, Role::Employee, world.town.units[2], "Sekretaris desa", "2024-10-21").await;
    let asked = world.app.pact_to_sign(&again(&world, &caller), task).await.map(drop);
    let signed = world.app.sign_pact(&again(&world, &caller), task, FREELY, Proved::Password).await.map(drop);
    for refused in [asked, signed] {
        assert!(matches!(refused, Err(Fault::Refused(Refusal::NotNow(NotNow::Nowhere)))), "{refused:?}");
    }
}

async fn the_head_of_today_speaks_for_whoever_moved(world: World) {
    publish(&world, everyone()).await;
    // Four sign on one device; the last of them has moved to the village meanwhile.
    let office = phone_of(person(&world, Role::Employee));
    for role in [Role::Employee, Role::Inspector, Role::Examiner, Role::LegalOfficer] {
        let (caller, task) = ready_to_sign(&world, role).await;
        world.app.sign_pact(&again(&world, &caller.on(office)), task, FREELY, Proved::Password).await.unwrap();
    }
    moves(&world, Role::LegalOfficer).await;
    let (old, new, moved) =
        (world.caller(&world.town, Role::HeadOfUnit), new_head(&world), person(&world, Role::LegalOfficer));
    assert!(world.app.signature_checks(&old).await.unwrap().lines.is_empty(), "the former head looks at it");
    let lines = world.app.signature_checks(&new).await.unwrap().lines;
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!(line.unit, "Desa Sukasari (rekaan)");
    let drive = world.app.person_record(&again(&world, &new), moved).await.unwrap().drives.remove(0);
    assert!(drive.may_note);
    let former = world.app.person_record(&again(&world, &old), moved).await.unwrap();
    assert!(!former.is_whole && !former.drives[0].may_note, "the former head sees what was asked there, and no more");
    let words = Words { note: "Surat (rekaan)".to_owned(), ..Words::default() };
    let kind = ExceptionKind::Exempt(ExemptReason::Other);
    let command = ExceptionCommand { kind, on: day("2024-10-14"), words };
    let id = line.listed.check.id;
    let denied = world.app.decide_signature(&again(&world, &old), id, CheckOutcome::Confirmed).await;
    assert!(matches!(denied, Err(Fault::Denied(_))), "{denied:?}");
    let note = |caller: &Caller| {
        let (app, caller, command) = (world.app.clone(), again(&world, caller), command.clone());
        async move { app.note_exception(&caller, moved, drive.drive.id, command).await }
    };
    let denied = note(&old).await;
    assert!(matches!(denied, Err(Fault::Denied(_))), "{denied:?}");
    note(&new).await.unwrap();
    world.app.decide_signature(&again(&world, &new), id, CheckOutcome::Confirmed).await.unwrap();
}

async fn an_assembly_takes_in_whoever_is_there_today(world: World) {
    // The officer holds it for the health centre; two people move away, one of them after the list was shown.
    publish(&world, everyone()).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let plan = plan(&world, Some(world.town.units[1]), false).await;
    let id = world.app.plan_assembly(&again(&world, &officer), plan).await.unwrap();
    go_on(&world, &officer, id, Phase::Join).await;
    let query = || DeskQuery { page: 1, ..DeskQuery::default() };
    let listed = world.app.desk(&again(&world, &officer), id, query()).await.unwrap().people;
    moves(&world, Role::Employee).await;
    let refused = join(&world, &officer, id, &world.caller(&world.town, Role::Employee)).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::NotOnRoster))), "{refused:?}");
    join(&world, &officer, id, &world.caller(&world.town, Role::LegalOfficer)).await.unwrap();
    go_on(&world, &officer, id, Phase::Sign).await;
    let all: Vec<_> = listed.iter().map(|(line, _)| line.task).collect();
    let photo = SheetPhoto { bytes: b"\xff\xd8\xff\xe0 a photograph".to_vec() };
    let ticked = world.app.record_sheet(&again(&world, &officer), id, all.clone(), photo).await.unwrap();
    assert_eq!(ticked.recorded, all.len() - 1, "one wrong tick loses no other");
    assert_eq!(ticked.elsewhere, [world.town.person(Role::Employee).name.clone()]);
    let left = world.app.desk(&again(&world, &officer), id, query()).await.unwrap();
    assert_eq!(left.found, 0);
    let view = world.app.assembly(&officer, id).await.unwrap();
    assert_eq!((view.share.owing, view.share.pledged), (left_of(&all), left_of(&all)));
}

fn left_of(all: &[domain::ids::TaskId]) -> i64 {
    i64::try_from(all.len()).unwrap() - 1
}
