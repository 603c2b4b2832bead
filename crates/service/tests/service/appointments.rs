//! Posts entered by the agency: what follows from them, who may, and the second person about those who decide.

use crate::identity::{device, is_refused, sign_in};
use base::{Date, Occasion, parse_iso_date};
use domain::appointment::PostFlaw;
use domain::delegation::Letter;
use domain::ids::{PersonId, PostId};
use domain::message::MessageKind;
use domain::policy::{Actor, Held, Role};
use domain::post::{Duty, Tenure};
use service::testing::{PASSWORD, World};
use service::{
    AppointCommand, AppointQuery, Caller, EndCommand, Fault, NewPost, OfficesQuery, Recorded, Refusal, UnitTurn,
};

crate::on_both_engines!(
    whoever_is_appointed_holds_the_role_until_the_end,
    the_head_of_region_takes_two_people,
    an_officer_of_a_unit_records_posts_of_that_unit,
    what_nobody_holds_is_found,
);

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

fn letter() -> Letter {
    Letter { number: "821.2/7/2024".to_owned(), dated: day("2024-10-01") }
}

fn officer(world: &World) -> Caller {
    world.caller(&world.town, Role::PersonnelOfficer)
}

fn takes(post: PostId, person: PersonId, tenure: Tenure, since: &str) -> AppointCommand {
    AppointCommand { post, person, tenure, since: day(since), until: None, letter: letter() }
}

/// The roles with which the inhabitant's next session opens.
pub async fn roles_of(world: &World, who: Role) -> Vec<Held> {
    let number = world.town.person(who).number.clone();
    let opened = sign_in(world, &number, PASSWORD, &device("a"), world.tick()).await.unwrap();
    let known = world.app.session(&opened.token, Occasion::draw(world.tick())).await.unwrap().unwrap();
    let Actor::Person { roles, .. } = known.actor else { panic!("nobody is signed in") };
    roles
}

fn post_refused<T>(answer: &Result<T, Fault>, flaw: PostFlaw) -> bool {
    is_refused(answer, &Refusal::Post(flaw))
}

/// How often somebody was told that they took or left a post.
async fn told(world: &World, who: Role) -> usize {
    let notices = world.app.notices(&world.caller(&world.town, who)).await.unwrap();
    notices.unread.iter().filter(|notice| notice.kind == MessageKind::Appointed).count()
}

async fn whoever_is_appointed_holds_the_role_until_the_end(world: World) {
    let (app, unit) = (&world.app, world.town.units[2]);
    let employee = world.town.person(Role::Employee).person;
    let new = |title: &str, duty| NewPost { unit, title: title.to_owned(), duty };
    let post = app.add_post(&officer(&world), new(" Kepala  Desa ", Duty::HeadOfUnit)).await.unwrap();
    let again = app.add_post(&officer(&world), new("Kepala Desa", Duty::HeadOfUnit)).await;
    assert!(post_refused(&again, PostFlaw::HeadTaken), "a second tap makes no second post");

    let words = AppointQuery { words: "Hj. employee, S.E.".to_owned(), person: None };
    let choice = app.appointing(&officer(&world), post, words).await.unwrap();
    assert!(choice.found.iter().any(|it| it.person == employee && it.works.len() == 1));
    let number = AppointQuery { words: world.town.person(Role::Employee).number.clone(), person: Some(employee) };
    let chosen = app.appointing(&officer(&world), post, number).await.unwrap();
    assert_eq!((chosen.found.len(), chosen.chosen.map(|it| it.person)), (1, Some(employee)));

    let appoint = || takes(post, employee, Tenure::Plt, "2024-10-14");
    let before = world.events().await;
    assert_eq!(app.appoint(&officer(&world), appoint()).await.unwrap(), Recorded::Done);
    assert_eq!(app.appoint(&officer(&world), appoint()).await.unwrap(), Recorded::Done);
    assert_eq!(world.events().await, before + 1, "a second tap leaves nothing");
    let head = Held::own(Role::HeadOfUnit, Some(unit));
    assert!(roles_of(&world, Role::Employee).await.contains(&head));
    assert_eq!(told(&world, Role::Employee).await, 1, "whoever is to supervise is told so, once");
    let own_posts = async || {
        let record = app.own_record(&world.caller(&world.town, Role::Employee)).await.unwrap();
        record.posts.into_iter().map(|it| (it.title, it.until)).collect::<Vec<_>>()
    };
    assert_eq!(own_posts().await, [("Kepala Desa".to_owned(), None)]);
    let other = world.town.person(Role::Inspector).person;
    let taken = app.appoint(&officer(&world), takes(post, other, Tenure::Definitive, "2024-11-01")).await;
    assert!(post_refused(&taken, PostFlaw::Held { since: day("2024-10-14") }));

    let view = app.office(&officer(&world), post).await.unwrap();
    let [row] = view.holdings.as_slice() else { panic!("{:?}", view.holdings) };
    assert_eq!((view.post.title.as_str(), row.begun.clone()), ("Kepala Desa", Some(letter())));
    let end =
        |last: Option<&str>| EndCommand { post, holder: row.holder.id, last: last.map(|last| (day(last), letter())) };
    let early = app.end_holding(&officer(&world), end(Some("2024-10-13"))).await;
    assert!(post_refused(&early, PostFlaw::Order));
    app.end_holding(&officer(&world), end(Some("2024-10-31"))).await.unwrap();
    assert!(roles_of(&world, Role::Employee).await.contains(&head), "the last day is still theirs");
    app.end_holding(&officer(&world), end(None)).await.unwrap();
    assert!(!roles_of(&world, Role::Employee).await.contains(&head), "a mistake is mended at once");
    assert_eq!((told(&world, Role::Employee).await, own_posts().await), (3, Vec::new()));
    let late = app.end_holding(&officer(&world), end(Some("2024-10-31"))).await;
    assert!(post_refused(&late, PostFlaw::Over));
    app.appoint(&officer(&world), takes(post, other, Tenure::Definitive, "2024-10-01")).await.unwrap();
    assert!(roles_of(&world, Role::Inspector).await.contains(&head));

    app.retitle_post(&officer(&world), post, "Kepala Desa Sukasari").await.unwrap();
    assert_eq!(app.office(&officer(&world), post).await.unwrap().post.title, "Kepala Desa Sukasari");
    let me = world.town.person(Role::PersonnelOfficer).person;
    let own = app.appoint(&officer(&world), takes(post, me, Tenure::Plh, "2024-10-14")).await;
    assert!(post_refused(&own, PostFlaw::Oneself), "nobody appoints themselves");
    let foreign = world.neighbour.person(Role::Employee).person;
    let stranger = app.appoint(&officer(&world), takes(post, foreign, Tenure::Plh, "2024-10-14")).await;
    assert!(post_refused(&stranger, PostFlaw::Person));
    let theirs = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(app.office(&theirs, post).await, Err(Fault::NotFound)));
    assert!(matches!(app.appoint(&theirs, appoint()).await, Err(Fault::NotFound)));
}

async fn the_head_of_region_takes_two_people(world: World) {
    let (app, unit) = (&world.app, world.town.units[0]);
    let admin = || world.caller(&world.town, Role::InstitutionAdministrator);
    let query = OfficesQuery { words: "bupati".to_owned(), page: 1, ..OfficesQuery::default() };
    let found = app.offices(&admin(), query).await.unwrap();
    let [line] = found.lines.as_slice() else { panic!("{:?}", found.lines) };
    let post = line.post.as_ref().unwrap().id;
    let region = NewPost { unit, title: "Wali Kota".to_owned(), duty: Duty::HeadOfRegion };
    assert!(post_refused(&app.add_post(&officer(&world), region).await, PostFlaw::OnlyOne));

    let employee = world.town.person(Role::Employee).person;
    let stands_in = || takes(post, employee, Tenure::Pjs, "2024-10-14");
    let mine = app.appoint(&admin(), stands_in()).await;
    assert!(matches!(mine, Err(Fault::Denied(_))), "administrators confirm and do not record");
    assert_eq!(app.appoint(&officer(&world), stands_in()).await.unwrap(), Recorded::Waiting);
    let events = world.events().await;
    assert_eq!(app.appoint(&officer(&world), stands_in()).await.unwrap(), Recorded::Waiting, "a second tap");
    assert_eq!(world.events().await, events);
    let deciding = Held::own(Role::DecidingAuthority, None);
    assert!(!roles_of(&world, Role::Employee).await.contains(&deciding), "nothing follows from what waits");
    assert_eq!(told(&world, Role::Employee).await, 0, "nor is anybody told");
    let waiting = app.office(&officer(&world), post).await.unwrap().waiting.unwrap();
    assert!(!waiting.may_confirm && waiting.may_turn_down == Some(true));
    assert_eq!(waiting.works.len(), 1, "who confirms sees which of two people of one name it is");
    let second = app.confirm_appointment(&officer(&world), waiting.id).await;
    assert!(post_refused(&second, PostFlaw::SecondPerson));
    // Nor does whom it is about, with whatever role, nor somebody who acts for whoever proposed it.
    let as_officer = |person, behalf| {
        let held = Held { role: Role::PersonnelOfficer, unit: None, behalf };
        let actor = Actor::Person { person, institution: world.town.institution.id, roles: vec![held] };
        Caller::new(actor, Occasion::draw(world.tick()))
    };
    let (proposer, other) =
        (world.town.person(Role::PersonnelOfficer).person, world.town.person(Role::LegalOfficer).person);
    for caller in [as_officer(employee, None), as_officer(other, Some(proposer)), as_officer(other, Some(employee))] {
        let answer = app.confirm_appointment(&caller, waiting.id).await;
        assert!(post_refused(&answer, PostFlaw::SecondPerson));
    }
    let inspector = world.caller(&world.town, Role::Inspector);
    assert!(matches!(app.confirm_appointment(&inspector, waiting.id).await, Err(Fault::Denied(_))));

    let seen = app.office(&admin(), post).await.unwrap().waiting.unwrap();
    assert!(seen.may_confirm && seen.may_turn_down == Some(false));
    app.confirm_appointment(&admin(), seen.id).await.unwrap();
    app.confirm_appointment(&admin(), seen.id).await.unwrap();
    assert!(roles_of(&world, Role::Employee).await.contains(&deciding));
    assert_eq!(told(&world, Role::Employee).await, 1);
    let view = app.office(&admin(), post).await.unwrap();
    assert!(view.waiting.is_none() && view.holdings.len() == 2);

    // Ending takes two as well, and takes the stand-in along; refused, it changes nothing.
    let regent = view.holdings.iter().find(|row| row.holder.tenure == Tenure::Definitive).unwrap().holder.id;
    let end = || EndCommand { post, holder: regent, last: Some((day("2024-10-14"), letter())) };
    assert_eq!(app.end_holding(&officer(&world), end()).await.unwrap(), Recorded::Waiting);
    let waiting = app.office(&admin(), post).await.unwrap().waiting.unwrap().id;
    let late = app.appoint(&officer(&world), takes(post, other, Tenure::Pj, "2024-10-15")).await;
    assert!(post_refused(&late, PostFlaw::Waits));
    app.turn_down_appointment(&admin(), waiting).await.unwrap();
    app.turn_down_appointment(&admin(), waiting).await.unwrap();
    assert!(app.office(&admin(), post).await.unwrap().holdings.iter().all(|row| row.holder.until.is_none()));
    assert!(post_refused(&app.confirm_appointment(&admin(), waiting).await, PostFlaw::Decided));
    app.end_holding(&officer(&world), end()).await.unwrap();
    let waiting = app.office(&admin(), post).await.unwrap().waiting.unwrap().id;
    app.confirm_appointment(&as_officer(other, None), waiting).await.unwrap();
    let ended = app.office(&admin(), post).await.unwrap().holdings;
    assert!(ended.iter().all(|row| row.holder.until == Some(day("2024-10-14"))));
}

async fn an_officer_of_a_unit_records_posts_of_that_unit(world: World) {
    let (app, [above, below, elsewhere]) = (&world.app, world.town.units);
    let institution = world.town.institution.id;
    let caller = || {
        let roles = vec![Held::own(Role::PersonnelOfficer, Some(below))];
        let person = world.town.person(Role::LegalOfficer).person;
        Caller::new(Actor::Person { person, institution, roles }, Occasion::draw(world.tick()))
    };
    let seen = app.offices(&caller(), OfficesQuery { page: 1, ..OfficesQuery::default() }).await.unwrap();
    assert!(seen.lines.iter().all(|line| line.unit == below) && seen.lines.len() == 1);
    assert_eq!(app.post_units(&caller()).await.unwrap().into_iter().map(|it| it.id).collect::<Vec<_>>(), [below]);
    let new = |unit| NewPost { unit, title: "Bendahara".to_owned(), duty: Duty::Other };
    for unit in [above, elsewhere] {
        assert!(matches!(app.add_post(&caller(), new(unit)).await, Err(Fault::Denied(_))));
    }
    let post = app.add_post(&caller(), new(below)).await.unwrap();
    // Names are found in the unit alone; whoever comes from elsewhere by the number that the decree gives.
    let outsider = world.town.people.last().unwrap();
    let words = [outsider.name.bare.clone(), outsider.number.clone()];
    let [name, number] = &words;
    for (by, words, is_found) in [(caller(), name, false), (officer(&world), name, true), (caller(), number, true)] {
        let query = AppointQuery { words: words.clone(), person: None };
        let found = app.appointing(&by, post, query).await.unwrap().found;
        assert_eq!(found.iter().any(|it| it.person == outsider.person), is_found, "{words}");
    }
    let employee = world.town.person(Role::Employee).person;
    app.appoint(&caller(), takes(post, employee, Tenure::Definitive, "2024-10-14")).await.unwrap();
    let theirs = app.add_post(&officer(&world), new(above)).await.unwrap();
    for answer in [app.office(&caller(), theirs).await.map(drop), app.retitle_post(&caller(), theirs, "Lain").await] {
        assert!(matches!(answer, Err(Fault::Denied(_))));
    }
    let head = world.caller(&world.town, Role::HeadOfUnit);
    assert!(matches!(app.offices(&head, OfficesQuery::default()).await, Err(Fault::Denied(_))));
}

async fn what_nobody_holds_is_found(world: World) {
    let (app, unit) = (&world.app, world.town.units[2]);
    let vacant = || async {
        let query = OfficesQuery { vacant: true, page: 1, ..OfficesQuery::default() };
        let found = app.offices(&officer(&world), query).await.unwrap();
        assert_eq!(found.vacancies, found.lines.len());
        found.lines.into_iter().map(|line| (line.unit, line.post.map(|post| post.title))).collect::<Vec<_>>()
    };
    let [top, _, village] = world.town.units;
    // The department has no post of head, and its health centre has one that is held.
    assert_eq!(vacant().await, [(top, None), (village, None)]);
    let new = NewPost { unit, title: "Kepala Desa".to_owned(), duty: Duty::HeadOfUnit };
    let post = app.add_post(&officer(&world), new).await.unwrap();
    assert_eq!(vacant().await[1], (village, Some("Kepala Desa".to_owned())));
    let outsider = world.town.people.last().unwrap().person;
    app.appoint(&officer(&world), takes(post, outsider, Tenure::Definitive, "2024-10-14")).await.unwrap();
    assert_eq!(vacant().await, [(top, None)]);
    // The holder moves with the unit's end: the post of a unit that is over is nobody's vacancy.
    let end = UnitTurn::End { into: Some(top), people: 1 };
    let decree = Letter { number: "188/3/2024".to_owned(), dated: day("2024-10-11") };
    app.change_unit(&officer(&world), unit, end, day("2024-10-14"), decree).await.unwrap();
    assert_eq!(vacant().await, [(top, None)]);
    let over = app.appoint(&officer(&world), takes(post, outsider, Tenure::Plt, "2024-10-14")).await;
    assert!(post_refused(&over, PostFlaw::Unit));
}
