//! The pledge at the assembly: the door, the phases, the pledge, the live count, the minutes.

use crate::journey::{again, everyone, publish, ready_to_sign, task_of, work};
use base::{FixedClock, Instant, Occasion};
use domain::assembly::{Phase, Plan, PlanFault, Step, Witness};
use domain::ids::{AssemblyId, UnitId};
use domain::paper::PaperKind;
use domain::policy::{Actor, Denied, Role};
use service::testing::World;
use service::{Caller, Declarations, Device, Fault, Pledging, Proved, Refusal};
use std::sync::Arc;
use std::time::Duration;

crate::on_both_engines!(
    an_assembly_is_planned_for_what_one_leads,
    the_words_open_the_door_for_two_minutes,
    guessing_words_is_slowed,
    only_those_who_owe_the_pledge_go_in,
    two_operators_do_not_skip_a_phase,
    the_pledge_is_taken_once_and_only_when_its_time_has_come,
    leaders_go_first,
    the_pact_is_signed_with_the_pledge_where_it_can_be,
    the_minutes_tell_what_was_true_when_it_was_closed,
    everybody_who_watches_sees_the_count,
    the_words_on_a_watched_screen_change_with_the_minute,
);

const PHONE: Pledging = Pledging { proved: Proved::Password, with_pact: true };

pub async fn plan(world: &World, unit: Option<UnitId>, leaders_first: bool) -> Plan {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let drive = world.app.plan_choices(&officer).await.unwrap().drives.first().unwrap().id;
    Plan {
        drive,
        unit,
        held: world.now,
        place: "Halaman Kantor Bupati".to_owned(),
        leader: "Sekretaris Daerah".to_owned(),
        witnesses: vec![Witness { name: "Ketut Wirawan".to_owned(), office: "Ketua Bawaslu".to_owned() }],
        leaders_first,
    }
}

/// A published circular and an assembly of everybody, led on until it stands at `phase`.
pub async fn assembly(world: &World, leaders_first: bool, phase: Phase) -> (Caller, AssemblyId) {
    publish(world, everyone()).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let plan = plan(world, None, leaders_first).await;
    let id = world.app.plan_assembly(&again(world, &officer), plan).await.unwrap();
    go_on(world, &officer, id, phase).await;
    (officer, id)
}

pub async fn go_on(world: &World, officer: &Caller, id: AssemblyId, phase: Phase) {
    loop {
        let here = world.app.assembly(officer, id).await.unwrap().assembly;
        if here.phase == phase {
            return;
        }
        world.app.move_assembly(&again(world, officer), id, here.version, Step::On).await.unwrap();
    }
}

fn device() -> Device {
    Device::new(None, &[10, 0, 0], b"phone")
}

fn at(caller: &Caller, at: Instant) -> Caller {
    Caller::new(caller.actor.clone(), Occasion::draw(at))
}

/// The words on the screen at this moment.
async fn words(world: &World, officer: &Caller, id: AssemblyId, now: Instant) -> String {
    world.app.hall(&at(officer, now), id).await.unwrap().words.unwrap().address()
}

/// Scans what stands on the screen and goes in.
pub async fn join(world: &World, officer: &Caller, id: AssemblyId, caller: &Caller) -> Result<AssemblyId, Fault> {
    let caller = again(world, caller);
    let said = words(world, officer, id, caller.occasion.at).await;
    let ticket = world.app.knock(&caller, &device(), &said).await?;
    world.app.join(&caller, &ticket).await
}

async fn an_assembly_is_planned_for_what_one_leads(world: World) {
    publish(&world, everyone()).await;
    let (top, own, other) = (world.town.units[0], world.town.units[1], world.town.units[2]);
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let choices = world.app.plan_choices(&head).await.unwrap();
    assert_eq!(choices.units.iter().map(|unit| unit.id).collect::<Vec<_>>(), [own]);
    assert!(!choices.whole);
    for unit in [None, Some(top), Some(other)] {
        let refused = world.app.plan_assembly(&again(&world, &head), plan(&world, unit, false).await).await;
        assert!(matches!(refused, Err(Fault::Denied(Denied(_)))), "{unit:?}: {refused:?}");
    }
    let id = world.app.plan_assembly(&again(&world, &head), plan(&world, Some(own), false).await).await.unwrap();
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let whole = world.app.plan_assembly(&officer, plan(&world, None, false).await).await.unwrap();
    let seen = world.app.assemblies(&again(&world, &head)).await.unwrap();
    assert_eq!(seen.iter().map(|(it, _)| it.id).collect::<Vec<_>>(), [id]);
    assert_eq!(world.app.assemblies(&officer).await.unwrap().len(), 2);
    assert!(matches!(world.app.assembly(&again(&world, &head), whole).await, Err(Fault::Denied(_))));
    for role in [Role::Employee, Role::Inspector, Role::DecidingAuthority] {
        let caller = world.caller(&world.town, role);
        assert!(matches!(world.app.assemblies(&caller).await, Err(Fault::Denied(_))), "{role:?}");
        assert!(matches!(world.app.plan_choices(&caller).await, Err(Fault::Denied(_))), "{role:?}");
    }
    let neighbour = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(world.app.assembly(&neighbour, id).await, Err(Fault::NotFound)));
    let bad = Plan { place: String::new(), ..plan(&world, None, false).await };
    let refused = world.app.plan_assembly(&again(&world, &officer), bad).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::Plan(faults))) if faults == [PlanFault::Place]));
}

async fn the_words_open_the_door_for_two_minutes(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Planned).await;
    let employee = world.caller(&world.town, Role::Employee);
    assert_eq!(world.app.hall(&officer, id).await.unwrap().words, None, "the door is shut before it begins");
    go_on(&world, &officer, id, Phase::Join).await;
    let shown = world.now.plus(Duration::from_secs(3600));
    let said = words(&world, &officer, id, shown).await;
    let later = |seconds| shown.plus(Duration::from_secs(seconds));
    assert_eq!(words(&world, &officer, id, later(59)).await, said, "the world's minute begins with its hour");
    assert_ne!(words(&world, &officer, id, later(60)).await, said);
    for seconds in [0, 59, 60, 119] {
        let ticket = world.app.knock(&at(&employee, later(seconds)), &device(), &said).await.unwrap();
        // The ticket leaves time for an activation slip.
        assert!(world.app.is_ticket(&ticket, later(seconds + 29 * 60)));
        assert!(!world.app.is_ticket(&ticket, later(seconds + 32 * 60)));
        assert!(!world.app.is_ticket(&format!("{ticket}0"), later(seconds)));
        let door = world.app.door(&at(&employee, later(seconds)), &ticket).await.unwrap();
        assert_eq!((door.assembly.id, door.joined), (id, false));
    }
    let late = world.app.knock(&at(&employee, later(120)), &device(), &said).await;
    assert!(matches!(late, Err(Fault::Refused(Refusal::DoorChanged))), "{late:?}");
    go_on(&world, &officer, id, Phase::Done).await;
    let ticket = {
        let over = world.app.knock(&at(&employee, shown), &device(), &said).await;
        assert!(matches!(over, Err(Fault::Refused(Refusal::DoorUnknown))), "{over:?}");
        over
    };
    assert!(ticket.is_err());
}

async fn guessing_words_is_slowed(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Join).await;
    let guesser = world.caller(&world.town, Role::Employee);
    let now = world.now.plus(Duration::from_secs(60));
    let said = words(&world, &officer, id, now).await;
    let wrong = if said.starts_with("abon") { "acar abon" } else { "abon acar" };
    let mut refusals = Vec::new();
    for _ in 0..12 {
        match world.app.knock(&at(&guesser, now), &device(), wrong).await {
            Err(Fault::Refused(refusal)) => refusals.push(refusal.name()),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(refusals.iter().filter(|name| *name == "DoorUnknown").count(), 10, "{refusals:?}");
    // The right words do not help before the wait is over, and others in the same yard do not wait.
    let right = world.app.knock(&at(&guesser, now), &device(), &said).await;
    assert!(matches!(right, Err(Fault::Refused(Refusal::WaitUntil(_)))), "{right:?}");
    let other = world.caller(&world.town, Role::HeadOfUnit);
    assert!(world.app.knock(&at(&other, now), &device(), &said).await.is_ok());
    let stranger = Caller::new(Actor::Public, Occasion::draw(now));
    assert!(world.app.knock(&stranger, &device(), &said).await.is_ok());
    let after = now.plus(Duration::from_secs(61));
    let said = words(&world, &officer, id, after).await;
    assert!(world.app.knock(&at(&guesser, after), &device(), &said).await.is_ok());
}

async fn only_those_who_owe_the_pledge_go_in(world: World) {
    publish(&world, everyone()).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let plan = plan(&world, Some(world.town.units[1]), false).await;
    let id = world.app.plan_assembly(&again(&world, &officer), plan).await.unwrap();
    go_on(&world, &officer, id, Phase::Join).await;
    let employee = world.caller(&world.town, Role::Employee);
    let before = world.app.standing(&employee, id).await;
    assert!(matches!(before, Err(Fault::NotFound)), "nobody stands where they have not joined");
    for _ in 0..2 {
        assert_eq!(join(&world, &officer, id, &employee).await.unwrap(), id);
    }
    assert_eq!(world.app.assembly(&officer, id).await.unwrap().turnout.came, 1, "a second tap joins nobody");
    let outsider = world.town.people.last().unwrap();
    let roles = vec![domain::policy::Held::own(Role::Employee, None)];
    let actor = Actor::Person { person: outsider.person, institution: world.town.institution.id, roles };
    let outsider = Caller::new(actor, Occasion::draw(world.tick()));
    let refused = join(&world, &officer, id, &outsider).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::NotOnRoster))), "{refused:?}");
    let neighbour = world.caller(&world.neighbour, Role::Employee);
    let refused = join(&world, &officer, id, &neighbour).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::DoorOver))), "{refused:?}");
    let stranger = Caller::new(Actor::Public, Occasion::draw(world.tick()));
    assert!(matches!(join(&world, &officer, id, &stranger).await, Err(Fault::NotFound)));
}

async fn two_operators_do_not_skip_a_phase(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Join).await;
    let version = world.app.assembly(&officer, id).await.unwrap().assembly.version;
    let (first, second) = (again(&world, &officer), again(&world, &officer));
    let both = tokio::join!(
        world.app.move_assembly(&first, id, version, Step::On),
        world.app.move_assembly(&second, id, version, Step::On),
    );
    let outcomes = [both.0, both.1];
    assert_eq!(outcomes.iter().filter(|it| matches!(it, Ok(Phase::Read(1)))).count(), 1, "{outcomes:?}");
    assert_eq!(outcomes.iter().filter(|it| matches!(it, Err(Fault::Conflict))).count(), 1, "{outcomes:?}");
    go_on(&world, &officer, id, Phase::Done).await;
    let version = world.app.assembly(&officer, id).await.unwrap().assembly.version;
    for step in [Step::On, Step::Back] {
        let over = world.app.move_assembly(&again(&world, &officer), id, version, step).await;
        assert!(matches!(over, Err(Fault::Conflict)), "{over:?}");
    }
    let employee = world.caller(&world.town, Role::Employee);
    let denied = world.app.move_assembly(&employee, id, version, Step::On).await;
    assert!(matches!(denied, Err(Fault::Denied(_))), "{denied:?}");
}

async fn the_pledge_is_taken_once_and_only_when_its_time_has_come(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Join).await;
    let (employee, _) = task_of(&world, Role::Employee).await;
    join(&world, &officer, id, &employee).await.unwrap();
    for phase in [Phase::Join, Phase::Read(4)] {
        go_on(&world, &officer, id, phase).await;
        let early = world.app.pledge(&again(&world, &employee), id, PHONE).await;
        assert!(matches!(early, Err(Fault::Refused(Refusal::NotSigningNow))), "{early:?}");
    }
    go_on(&world, &officer, id, Phase::Sign).await;
    let absent = world.caller(&world.town, Role::Inspector);
    assert!(matches!(world.app.pledge(&absent, id, PHONE).await, Err(Fault::NotFound)), "who is not there pledges not");
    let taps = [(); 4].map(|()| again(&world, &employee));
    let done = futures::future::join_all(taps.iter().map(|tap| world.app.pledge(tap, id, PHONE))).await;
    assert!(done.iter().all(Result::is_ok), "{done:?}");
    let standing = world.app.standing(&again(&world, &employee), id).await.unwrap();
    assert_eq!(standing.task.pledged, standing.attendance.pledged);
    assert!(standing.task.pledged.is_some() && standing.task.signed.is_none(), "the check was not passed");
    assert_eq!(standing.attendance.version, 2, "one of the taps was written");
    let view = world.app.assembly(&officer, id).await.unwrap();
    assert_eq!((view.share.pledged, view.turnout.by_phone, view.turnout.by_sheet), (1, 1, 0));
    assert_eq!(view.units.iter().map(|(_, share)| share.pledged).sum::<i64>(), 1);
    go_on(&world, &officer, id, Phase::Done).await;
    assert!(world.app.pledge(&again(&world, &employee), id, PHONE).await.is_ok(), "a late retry finds it recorded");
}

async fn leaders_go_first(world: World) {
    let (officer, id) = assembly(&world, true, Phase::Join).await;
    let (employee, head) = (world.caller(&world.town, Role::Employee), world.caller(&world.town, Role::HeadOfUnit));
    for caller in [&employee, &head] {
        join(&world, &officer, id, caller).await.unwrap();
    }
    go_on(&world, &officer, id, Phase::Leaders).await;
    let early = world.app.pledge(&again(&world, &employee), id, PHONE).await;
    assert!(matches!(early, Err(Fault::Refused(Refusal::NotSigningNow))), "{early:?}");
    world.app.pledge(&again(&world, &head), id, PHONE).await.unwrap();
    assert_eq!(world.app.assembly(&officer, id).await.unwrap().assembly.signing, None, "the clock does not run yet");
    go_on(&world, &officer, id, Phase::Sign).await;
    assert!(world.app.assembly(&officer, id).await.unwrap().assembly.signing.is_some());
    world.app.pledge(&again(&world, &employee), id, PHONE).await.unwrap();
}

async fn the_pact_is_signed_with_the_pledge_where_it_can_be(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Join).await;
    let (ready, task) = ready_to_sign(&world, Role::Employee).await;
    let (half, half_task) = ready_to_sign(&world, Role::HeadOfUnit).await;
    for caller in [&ready, &half] {
        join(&world, &officer, id, caller).await.unwrap();
    }
    go_on(&world, &officer, id, Phase::Sign).await;
    for _ in 0..2 {
        world.app.pledge(&again(&world, &ready), id, PHONE).await.unwrap();
    }
    let own = world.app.own_task(&again(&world, &ready), task).await.unwrap().task;
    assert!(own.pledged.is_some() && own.pledged == own.signed, "both in one transaction");
    assert_eq!(world.app.home(&again(&world, &ready)).await.unwrap().pacts.len(), 1);
    work(&world).await;
    assert!(world.app.signed_pact(&again(&world, &ready), task).await.unwrap().unwrap().paper.file.is_some());
    // Whoever does not want to sign the pact there signs it later; the pledge keeps its time.
    let only = Pledging { with_pact: false, ..PHONE };
    world.app.pledge(&again(&world, &half), id, only).await.unwrap();
    let before = world.app.own_task(&again(&world, &half), half_task).await.unwrap().task;
    assert!(before.pledged.is_some() && before.signed.is_none());
    let both = Declarations { pledged: true, freely: true };
    world.app.sign_pact(&again(&world, &half), half_task, both, Proved::Password).await.unwrap();
    let after = world.app.own_task(&again(&world, &half), half_task).await.unwrap().task;
    assert_eq!(after.pledged, before.pledged);
    assert!(after.signed > after.pledged);
}

async fn the_minutes_tell_what_was_true_when_it_was_closed(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Join).await;
    let employee = world.caller(&world.town, Role::Employee);
    join(&world, &officer, id, &employee).await.unwrap();
    go_on(&world, &officer, id, Phase::Sign).await;
    assert!(matches!(world.app.minutes_pdf(&officer, id).await, Err(Fault::NotFound)));
    world.app.pledge(&again(&world, &employee), id, PHONE).await.unwrap();
    go_on(&world, &officer, id, Phase::Done).await;
    assert_eq!(world.app.minutes_pdf(&officer, id).await.unwrap(), None, "they are being made");
    work(&world).await;
    let view = world.app.assembly(&officer, id).await.unwrap();
    let tally = view.assembly.tally.clone().unwrap();
    assert_eq!((tally.pledged, tally.by_phone, tally.by_sheet), (1, 1, 0));
    assert_eq!(tally.units.iter().map(|unit| unit.owing).sum::<i64>(), tally.owing);
    let said = String::from_utf8(world.app.minutes_pdf(&officer, id).await.unwrap().unwrap()).unwrap();
    assert!(said.starts_with(&format!("Halaman Kantor Bupati 1/{} sealed by", tally.owing)), "{said}");
    let employee_sees = world.app.minutes_pdf(&again(&world, &employee), id).await;
    assert!(matches!(employee_sees, Err(Fault::Denied(_))), "{employee_sees:?}");
    let code = view.minutes.unwrap().token.grouped();
    let found = world.app.verify(Occasion::draw(world.tick()), &code).await.unwrap().unwrap();
    assert_eq!((found.kind, found.election.as_str()), (PaperKind::Minutes, "Pilkada 2024"));
    assert_eq!(found.assembly.unwrap().place, "Halaman Kantor Bupati");
}

async fn everybody_who_watches_sees_the_count(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Join).await;
    let employee = world.caller(&world.town, Role::Employee);
    join(&world, &officer, id, &employee).await.unwrap();
    let clock = || Arc::new(FixedClock::new(world.now)) as Arc<dyn base::Clock>;
    let mut screen = world.app.watch_hall(&again(&world, &officer), id, clock()).await.unwrap();
    let mut phone = world.app.watch_own(&again(&world, &employee), id, clock()).await.unwrap();
    assert_eq!(screen.now().assembly.phase, Phase::Join);
    go_on(&world, &officer, id, Phase::Sign).await;
    while screen.changed().await.unwrap().assembly.phase != Phase::Sign {}
    while phone.changed().await.unwrap().assembly.phase != Phase::Sign {}
    world.app.pledge(&again(&world, &employee), id, PHONE).await.unwrap();
    while screen.changed().await.unwrap().share.pledged != 1 {}
    let stranger = world.caller(&world.town, Role::Inspector);
    assert!(matches!(world.app.watch_hall(&stranger, id, clock()).await, Err(Fault::Denied(_))));
    assert!(matches!(world.app.watch_own(&stranger, id, clock()).await, Err(Fault::NotFound)));
    world.app.stop_watching();
    while screen.changed().await.is_some() {}
    assert!(matches!(world.app.watch_hall(&again(&world, &officer), id, clock()).await, Err(Fault::Busy)));
}

async fn the_words_on_a_watched_screen_change_with_the_minute(world: World) {
    let (officer, id) = assembly(&world, false, Phase::Join).await;
    let clock = Arc::new(FixedClock::new(world.now));
    let mut screen = world.app.watch_hall(&again(&world, &officer), id, clock.clone()).await.unwrap();
    let shown = screen.now().words.unwrap();
    for minutes in [1, 2] {
        let now = world.now.plus(Duration::from_secs(60 * minutes));
        clock.set(now);
        let said = words(&world, &officer, id, now).await;
        while screen.changed().await.unwrap().words.unwrap().address() != said {}
        assert_ne!(shown.address(), said);
    }
}
