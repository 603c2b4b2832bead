//! Whom a circular binds when it is for holders of posts, or leaves units out.

use crate::journey::{draft, everyone, publish, work};
use base::{Date, Id, Occasion, parse_iso_date};
use domain::category::Category;
use domain::change::Effect;
use domain::circular::Addressees;
use domain::ids::{PersonId, PostId, UnitId};
use domain::people::Engagement;
use domain::policy::Role;
use domain::post::{Duty, Holder, Post, Tenure};
use service::testing::World;
use service::{Fault, NotYetQuery, TitleLine};
use std::collections::BTreeSet;

crate::on_both_engines!(
    a_circular_for_heads_of_units_reaches_them_alone,
    a_title_reaches_whoever_holds_it_also_later,
    titles_are_found_with_how_many_hold_them,
);

async fn a_circular_for_heads_of_units_reaches_them_alone(world: World) {
    let heads = |except: Vec<UnitId>| Addressees { posts: vec![Duty::HeadOfUnit], except, ..everyone() };
    let head = world.town.person(Role::HeadOfUnit).person;
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let id = publish(&world, heads(vec![world.town.units[2]])).await;
    assert_eq!(world.app.draft(&officer(), id).await.unwrap().addressed, 1);
    let coverage = world.app.coverage(&officer(), None, None).await.unwrap().unwrap();
    let missing = world.app.not_yet(&officer(), NotYetQuery::all(coverage.drive.id, None)).await.unwrap();
    assert_eq!((missing.found, missing.people[0].who.person), (1, head));
    // The unit above the head's post is left out, and so is the head.
    let none = draft(&world, heads(vec![world.town.units[0]])).await;
    assert_eq!(world.app.draft(&officer(), none).await.unwrap().addressed, 0);
    let others = Addressees { except: vec![world.town.units[0]], ..everyone() };
    let others = draft(&world, others).await;
    assert_eq!(world.app.draft(&officer(), others).await.unwrap().addressed, 1);
}

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

async fn write(world: &World, effects: Vec<Effect>) {
    world.app.set_up(Occasion::draw(world.tick()), world.town.institution.id, effects).await.unwrap();
}

fn post(unit: UnitId, title: &str) -> (PostId, Effect) {
    let id = Id::draw();
    (id, Effect::PostAdded(Box::new(Post { id, unit, title: title.to_owned(), duty: Duty::Other })))
}

fn acts(post: PostId, person: PersonId, since: &str) -> Effect {
    let (id, tenure, since) = (Id::draw(), Tenure::Plt, day(since));
    Effect::HolderAdded(Box::new(Holder { id, post, person, tenure, since, until: None }))
}

fn works(person: PersonId, unit: UnitId, position: &str) -> Effect {
    let (id, category, position) = (Id::draw(), Category::Pns, position.to_owned());
    let since = day("2024-10-01");
    Effect::EngagementAdded(Box::new(Engagement { id, person, unit, category, position, since, until: None }))
}

/// Everybody before whom the newest drive lies and who has not taken the last step.
async fn asked(world: &World) -> BTreeSet<PersonId> {
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let drive = world.app.coverage(&officer(), None, None).await.unwrap().unwrap().drive.id;
    let missing = world.app.not_yet(&officer(), NotYetQuery::all(drive, None)).await.unwrap();
    missing.people.iter().map(|line| line.who.person).collect()
}

async fn a_title_reaches_whoever_holds_it_also_later(world: World) {
    let person = |role: Role| world.town.person(role).person;
    let [above, _, village] = world.town.units;
    let titles = ["kepala  PUSKESMAS melati", "Camat Kenanga"].map(str::to_owned).to_vec();
    let to = Addressees { titles, except: vec![village], ..everyone() };
    let id = publish(&world, to).await;
    let view = world.app.draft(&world.caller(&world.town, Role::PersonnelOfficer), id).await.unwrap();
    assert_eq!((view.addressed, view.unheld), (1, vec!["Camat Kenanga".to_owned()]), "the other title is held");
    let mut bound = BTreeSet::from([person(Role::HeadOfUnit)]);
    assert_eq!(asked(&world).await, bound);

    // A post of this title is recorded, and somebody of another unit acts in it from today, another from next week.
    let (camat, added) = post(above, " CAMAT kenanga ");
    let today = acts(camat, person(Role::Inspector), "2024-10-14");
    write(&world, vec![added, today, acts(camat, person(Role::Examiner), "2024-10-21")]).await;
    work(&world).await;
    bound.insert(person(Role::Inspector));
    assert_eq!(asked(&world).await, bound);

    // A roster brings somebody whose position it is; in a unit that is left out it binds nobody.
    let inside = works(person(Role::LegalOfficer), above, "Camat Kenanga");
    write(&world, vec![inside, works(person(Role::Employee), village, "Camat Kenanga")]).await;
    work(&world).await;
    bound.insert(person(Role::LegalOfficer));
    assert_eq!(asked(&world).await, bound);
    let now = world.app.draft(&world.caller(&world.town, Role::PersonnelOfficer), id).await.unwrap();
    assert_eq!((now.addressed, now.unheld), (3, Vec::new()));

    // Nothing else that is recorded asks anybody: neither another title nor another category.
    let neither =
        Addressees { categories: vec![Category::Pppk], titles: vec!["Camat Kenanga".to_owned()], ..everyone() };
    let neither = draft(&world, neither).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    assert_eq!(world.app.draft(&officer, neither).await.unwrap().addressed, 0);
}

async fn titles_are_found_with_how_many_hold_them(world: World) {
    let person = |role: Role| world.town.person(role).person;
    let [above, health, village] = world.town.units;
    let (_, vacant) = post(village, "kepala puskesmas MELATI");
    let (camat, added) = post(above, "Camat Kenanga");
    let mut effects = vec![vacant, added, acts(camat, person(Role::Inspector), "2024-10-14")];
    // Who holds the post works in a position of the same title, as usual; another in one that is only like it.
    effects.push(works(person(Role::Inspector), above, "Camat Kenanga"));
    effects.push(works(person(Role::Examiner), health, "Sekretaris Camat Kenanga"));
    write(&world, effects).await;

    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let line = |title: &str, people, vacant| TitleLine { title: title.to_owned(), people, vacant };
    let all = world.app.titles_to_address(&officer(), Some("KENANGA cam"), &[]).await.unwrap();
    assert_eq!(all.found, [line("Camat Kenanga", 1, 0), line("Sekretaris Camat Kenanga", 1, 0)]);
    let heads = world.app.titles_to_address(&officer(), Some("kepala pus"), &[]).await.unwrap();
    assert_eq!(heads.found, [line("Kepala Puskesmas Melati", 1, 1)]);
    // What is chosen is not found again, and stays as it was written, held or not.
    let chosen = ["CAMAT kenanga", "Lurah", " camat  kenanga"].map(str::to_owned);
    let rest = world.app.titles_to_address(&officer(), Some("camat"), &chosen).await.unwrap();
    assert_eq!(rest.found, [line("Sekretaris Camat Kenanga", 1, 0)]);
    assert_eq!(rest.chosen, [line("CAMAT kenanga", 1, 0), line("Lurah", 0, 0)]);
    let everything = world.app.titles_to_address(&officer(), Some(" "), &[]).await.unwrap();
    let titles: Vec<&str> = everything.found.iter().map(|it| it.title.as_str()).collect();
    let must =
        ["Bupati Sukamaju", "Camat Kenanga", "Jabatan contoh", "Kepala Puskesmas Melati", "Sekretaris Camat Kenanga"];
    assert_eq!(titles, must);
    assert!(world.app.titles_to_address(&officer(), None, &[]).await.unwrap().found.is_empty());
    let employee = world.caller(&world.town, Role::Employee);
    let denied = world.app.titles_to_address(&employee, Some("camat"), &[]).await;
    assert!(matches!(denied, Err(Fault::Denied(_))), "{denied:?}");
}
