//! Slips for many people: two agree, the second prints, everybody is told.

use crate::identity::{at, device, events, events_of, is_refused, newcomer};
use base::{Instant, Occasion};
use domain::change::{Effect, RoleGrant};
use domain::ids::{PersonId, SlipBatchId};
use domain::policy::{Action, Role};
use domain::slip_batch::{BatchRefusal, PRINTS, Standing, WAITS};
use service::testing::{PASSWORD, World};
use service::{Caller, Fault, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    two_make_slips_for_a_unit_and_everybody_is_told,
    nobody_makes_slips_for_many_alone,
    an_order_ends_by_itself_and_by_being_called_off,
    whom_one_may_not_give_a_slip_one_neither_orders_nor_prints_for,
    one_sees_the_orders_of_ones_own_units,
);

/// People of the head's unit who have never signed in.
async fn people(world: &World, count: usize) -> Vec<PersonId> {
    let mut people = Vec::new();
    for n in 0..count {
        people.push(newcomer(world, ["Amin", "Budi", "Citra"][n], &format!("19900101202421200{n}")).await);
    }
    people
}

fn caller(world: &World, role: Role) -> Caller {
    world.caller(&world.town, role)
}

async fn ordered(world: &World, people: &[PersonId]) -> SlipBatchId {
    let unit = world.town.units[1];
    world.app.order_slips(&caller(world, Role::HeadOfUnit), unit, false, people.to_vec()).await.unwrap()
}

async fn standing(world: &World, id: SlipBatchId, now: Instant) -> Standing {
    let officer = at(&caller(world, Role::PersonnelOfficer), now);
    world.app.slip_batch(&officer, id).await.unwrap().line.standing
}

async fn two_make_slips_for_a_unit_and_everybody_is_told(world: World) {
    let (app, unit) = (&world.app, world.town.units[1]);
    let made = people(&world, 3).await;
    let head = || caller(&world, Role::HeadOfUnit);
    let officer = || caller(&world, Role::PersonnelOfficer);
    let offer = app.slip_offer(&head(), Some(unit), false).await.unwrap();
    assert_eq!(offer.people.iter().map(|(person, _)| *person).collect::<Vec<_>>(), made, "who has no account, by name");
    let before = events(&world).await;
    let id = ordered(&world, &made[..2]).await;
    assert_eq!(ordered(&world, &made[..2]).await, id, "a second tap orders nothing");
    assert_eq!(events(&world).await, before + 1);
    let view = app.slip_batch(&head(), id).await.unwrap();
    assert!(view.own && !view.may_release && !view.may_print && view.may_call_off);
    let view = app.slip_batch(&officer(), id).await.unwrap();
    assert_eq!((view.line.people, view.may_release, view.may_print), (2, true, false));
    app.release_slips(&officer(), id).await.unwrap();

    let told = events_of(&world, Action::ReleaseSlips).await.len();
    let first = app.print_slips(&officer(), id).await.unwrap();
    assert_eq!(first.iter().map(|slip| slip.name.as_str()).collect::<Vec<_>>(), ["Amin", "Budi"]);
    assert!(first.iter().all(|slip| slip.unit == "Puskesmas Melati (rekaan)"));
    assert_eq!(events_of(&world, Action::ReleaseSlips).await.len(), told + 1, "one event for all of it");
    // The printer jams: the next printing kills the codes of the first, but what was used stays used.
    let occasion = || Occasion::draw(world.tick());
    let opened = app.activate_with_password(&first[0].code, PASSWORD.into(), &device("a"), occasion()).await.unwrap();
    let again = app.print_slips(&officer(), id).await.unwrap();
    assert_eq!(again.iter().map(|slip| slip.name.as_str()).collect::<Vec<_>>(), ["Budi"]);
    assert!(is_refused(&app.activation(&first[1].code, world.tick()).await, &Refusal::CodeInvalid));
    assert!(app.activation(&again[0].code, world.tick()).await.is_ok());
    assert_eq!(app.slip_batch(&officer(), id).await.unwrap().line.batch.printed, 1);

    let known = app.session(&opened.token, occasion()).await.unwrap().unwrap();
    assert_eq!(known.actor.person(), Some(made[0]));
    let own = Caller::new(known.actor, occasion());
    let page = app.account_page(&own, &opened.token).await.unwrap();
    assert_eq!(page.slips.len(), 1, "one's own account shows the slip");
    assert!(page.slips[0].used.is_some());
    let notices = app.notices(&own).await.unwrap();
    let slips = notices.unread.iter().filter(|notice| notice.kind == domain::message::MessageKind::Slip).count();
    assert_eq!(slips, 1, "and so does a notice");
}

async fn nobody_makes_slips_for_many_alone(world: World) {
    let app = &world.app;
    let made = people(&world, 2).await;
    let id = ordered(&world, &made).await;
    let head = || caller(&world, Role::HeadOfUnit);
    let oneself = Refusal::Slips(BatchRefusal::Oneself);
    assert!(is_refused(&app.release_slips(&head(), id).await, &oneself));
    let closed = Refusal::Slips(BatchRefusal::NotPrinting);
    for role in [Role::HeadOfUnit, Role::PersonnelOfficer] {
        assert!(is_refused(&app.print_slips(&caller(&world, role), id).await, &closed), "not before it is released");
    }
    app.release_slips(&caller(&world, Role::InstitutionAdministrator), id).await.unwrap();
    let other = Refusal::Slips(BatchRefusal::NotPrinter);
    assert!(is_refused(&app.print_slips(&head(), id).await, &other), "the one who ordered never sees a code");
    assert!(is_refused(&app.print_slips(&caller(&world, Role::PersonnelOfficer), id).await, &other));
    let late = Refusal::Slips(BatchRefusal::NotWaiting);
    assert!(is_refused(&app.release_slips(&caller(&world, Role::PersonnelOfficer), id).await, &late));
    for role in [Role::Employee, Role::Inspector, Role::IdentityCustodian] {
        let who = || caller(&world, role);
        assert!(matches!(app.slip_offer(&who(), None, false).await, Err(Fault::Denied(_))), "{}", role.code());
        assert!(matches!(app.slip_batches(&who()).await, Err(Fault::Denied(_))));
        assert!(matches!(app.slip_batch(&who(), id).await, Err(Fault::Denied(_))));
        assert!(matches!(app.release_slips(&who(), id).await, Err(Fault::Denied(_))));
        assert!(matches!(app.print_slips(&who(), id).await, Err(Fault::Denied(_))));
        let ordered = app.order_slips(&who(), world.town.units[1], false, made.clone()).await;
        assert!(matches!(ordered, Err(Fault::Denied(_))));
    }
    let stranger = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(app.slip_batch(&stranger, id).await, Err(Fault::NotFound)));
    assert!(matches!(app.print_slips(&stranger, id).await, Err(Fault::NotFound)));
    assert!(matches!(app.slip_offer(&stranger, Some(world.town.units[1]), true).await, Err(Fault::NotFound)));
}

async fn an_order_ends_by_itself_and_by_being_called_off(world: World) {
    let app = &world.app;
    let made = people(&world, 2).await;
    let id = ordered(&world, &made).await;
    let ordered_at = app.slip_batch(&caller(&world, Role::HeadOfUnit), id).await.unwrap().line.batch.ordered;
    let end = ordered_at.plus(WAITS);
    let officer = caller(&world, Role::PersonnelOfficer);
    assert_eq!(standing(&world, id, end).await, Standing::Lapsed);
    let late = Refusal::Slips(BatchRefusal::NotWaiting);
    assert!(is_refused(&app.release_slips(&at(&officer, end), id).await, &late));
    let last = Instant::from_micros(end.micros() - 1);
    app.release_slips(&at(&officer, last), id).await.unwrap();
    let over = Refusal::Slips(BatchRefusal::NotPrinting);
    assert!(is_refused(&app.print_slips(&at(&officer, last.plus(PRINTS)), id).await, &over));
    assert_eq!(app.print_slips(&at(&officer, last.plus(PRINTS - Duration::from_secs(1))), id).await.unwrap().len(), 2);

    let mine = ordered(&world, &made[..1]).await;
    app.call_off_slips(&caller(&world, Role::HeadOfUnit), mine).await.unwrap();
    let refused = ordered(&world, &made[..1]).await;
    assert_ne!(mine, refused, "what was called off is no order");
    app.call_off_slips(&caller(&world, Role::PersonnelOfficer), refused).await.unwrap();
    for id in [mine, refused] {
        assert_eq!(standing(&world, id, world.tick()).await, Standing::CalledOff);
        assert!(is_refused(&app.release_slips(&caller(&world, Role::PersonnelOfficer), id).await, &late));
    }
}

async fn whom_one_may_not_give_a_slip_one_neither_orders_nor_prints_for(world: World) {
    let (app, unit) = (&world.app, world.town.units[1]);
    let made = people(&world, 2).await;
    let mut chance = Occasion::draw(world.now).chance();
    let since = base::parse_iso_date("2024-01-01").unwrap();
    let (id, person, role) = (chance.id(), made[1], Role::Inspector);
    let grant = RoleGrant { id, person, role, unit: None, since, until: None };
    let effects = vec![Effect::RoleGranted(Box::new(grant))];
    app.set_up(Occasion::draw(world.now), world.town.institution.id, effects).await.unwrap();
    let head = || caller(&world, Role::HeadOfUnit);
    let offer = app.slip_offer(&head(), Some(unit), false).await.unwrap();
    assert_eq!(offer.people.iter().map(|(person, _)| *person).collect::<Vec<_>>(), made[..1]);
    let nobody = app.order_slips(&head(), unit, false, vec![made[1]]).await;
    assert!(is_refused(&nobody, &Refusal::NobodyChosen));
    // The officer may; but when the head is the second person, the slip of the inspector is not theirs to print.
    let officer = || caller(&world, Role::PersonnelOfficer);
    let top = world.town.units[0];
    assert!(app.slip_offer(&officer(), Some(top), false).await.unwrap().people.is_empty());
    let id = app.order_slips(&officer(), unit, false, made.clone()).await.unwrap();
    app.release_slips(&head(), id).await.unwrap();
    let slips = app.print_slips(&head(), id).await.unwrap();
    assert_eq!(slips.iter().map(|slip| slip.name.as_str()).collect::<Vec<_>>(), ["Amin"]);
    // With the units below it, the unit above has them too.
    let whole = app.order_slips(&officer(), top, true, made.clone()).await.unwrap();
    let administrator = || caller(&world, Role::InstitutionAdministrator);
    app.release_slips(&administrator(), whole).await.unwrap();
    assert_eq!(app.print_slips(&administrator(), whole).await.unwrap().len(), 2);
    // Somebody who has never worked there is not ordered for, whoever names them.
    let outsider = world.town.people.last().unwrap().person;
    let foreign = app.order_slips(&officer(), top, true, vec![outsider]).await;
    assert!(is_refused(&foreign, &Refusal::NobodyChosen));
}

async fn one_sees_the_orders_of_ones_own_units(world: World) {
    let app = &world.app;
    let made = people(&world, 1).await;
    let officer = || caller(&world, Role::PersonnelOfficer);
    let own = app.order_slips(&officer(), world.town.units[1], false, made.clone()).await.unwrap();
    let whole = app.order_slips(&officer(), world.town.units[0], true, made).await.unwrap();
    let seen: Vec<SlipBatchId> =
        app.slip_batches(&officer()).await.unwrap().into_iter().map(|line| line.batch.id).collect();
    assert_eq!(seen, [whole, own], "newest first");
    let head = app.slip_batches(&caller(&world, Role::HeadOfUnit)).await.unwrap();
    assert_eq!(head.iter().map(|line| line.batch.id).collect::<Vec<_>>(), [own]);
    assert_eq!((head[0].unit.as_str(), head[0].people), ("Puskesmas Melati (rekaan)", 1));
    let denied = app.slip_batch(&caller(&world, Role::HeadOfUnit), whole).await;
    assert!(matches!(denied, Err(Fault::Denied(_))));
}
