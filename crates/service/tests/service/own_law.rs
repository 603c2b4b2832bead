//! The law as it stands for an institution: what its circulars repeat, and the elections that it recorded.

use crate::journey::{again, due, everyone, publish_to_everyone};
use crate::withdrawals::withdraw;
use base::{Id, Instant, MIDNIGHT, Occasion, Zone, parse_iso_date};
use domain::category::Category;
use domain::change::Effect;
use domain::circular::Body;
use domain::own_election::{CalendarLetter, ElectionKind, OwnElectionCommand, OwnStage, StageKind, Text};
use domain::people::{Engagement, Name, Person};
use domain::policy::{Actor, Held, Role};
use domain::provision::Provision;
use service::testing::{PlainPress, World};
use service::{Caller, PublishCommand};
use std::sync::Arc;

crate::on_both_engines!(
    a_published_circular_is_laid_over_the_law_of_its_institution,
    a_drive_asks_until_the_vote_that_the_institution_recorded,
);

fn body() -> Body {
    let tied = Provision { norms: vec!["PP94-5N5".to_owned()], ..Provision::new("Tidak membuat keputusan memihak.") };
    Body {
        subject: "Netralitas pegawai".to_owned(),
        election: "Pilkada 2024".to_owned(),
        provisions: vec![Provision::new("Menjaga netralitas."), tied],
        bases: vec!["pp-2021-94".to_owned()],
        ..Body::default()
    }
}

async fn a_published_circular_is_laid_over_the_law_of_its_institution(world: World) {
    let app = &world.app;
    let (town, neighbour) = (world.town.institution.id, world.neighbour.institution.id);
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let id = app.begin_draft(&officer, body(), everyone()).await.unwrap();
    assert!(
        Arc::ptr_eq(&app.law_of(town).await.unwrap(), &app.law_of(neighbour).await.unwrap()),
        "a draft is no letter"
    );

    let head = world.caller(&world.town, Role::DecidingAuthority);
    app.publish_circular(&head, id, PublishCommand::for_pact(1, due(), 4)).await.unwrap();
    let law = app.law_of(town).await.unwrap();
    let [circular] = law.circulars() else { panic!("one circular") };
    assert_eq!(circular.id, id.to_string());
    assert_eq!(circular.issuers, [world.town.institution.short_name.as_str()]);
    assert_eq!(circular.addressees.categories, ["pns", "village_head"]);
    let [provision] = circular.provisions.as_slice() else { panic!("one provision repeats a norm") };
    assert_eq!((provision.number.as_str(), provision.norms.as_slice()), ("2", &["PP94-5N5".to_owned()][..]));
    assert_eq!(circular.in_force.from, Some(world.now.date(world.town.institution.zone)));
    assert_eq!(circular.in_force.to, None);
    assert_ne!(law.fingerprint(), app.law().fingerprint());
    assert!(Arc::ptr_eq(&law, &app.law_of(town).await.unwrap()), "it is made once");
    assert!(app.law_of(neighbour).await.unwrap().circulars().is_empty());

    withdraw(&world, Role::DecidingAuthority, id, "Keliru.", "").await.unwrap();
    let ended = app.law_of(town).await.unwrap();
    assert!(
        ended.circulars()[0].in_force.to.is_some(),
        "it held until then, and acts of those days are assessed by it"
    );
    assert_ne!(ended.fingerprint(), law.fingerprint());
}

/// A vote that is repeated, so that who joins before it is still asked.
fn repeated_vote() -> OwnElectionCommand {
    let stage = |kind, first, last| OwnStage {
        kind,
        name: Text { id: "Tahapan".to_owned(), en: String::new() },
        from: parse_iso_date(first).unwrap(),
        to: parse_iso_date(last).unwrap(),
    };
    OwnElectionCommand {
        name: Text { id: "Pilkada".to_owned(), en: String::new() },
        kind: ElectionKind::Regional,
        of: Some("pilkada-2024".to_owned()),
        stages: vec![
            stage(StageKind::Campaign, "2024-12-01", "2024-12-05"),
            stage(StageKind::Voting, "2024-12-08", "2024-12-08"),
        ],
        letter: CalendarLetter {
            what: "Keputusan KPU Kabupaten".to_owned(),
            number: "12/2024".to_owned(),
            dated: parse_iso_date("2024-10-01").unwrap(),
            read_at: "Arsip BKPSDM".to_owned(),
        },
    }
}

async fn a_drive_asks_until_the_vote_that_the_institution_recorded(world: World) {
    publish_to_everyone(&world).await;
    // Their drive names Pilkada 2024, in which the country voted on 27 November.
    let asked_on = async |day: &str| {
        let at = Instant::from_local(parse_iso_date(day).unwrap(), MIDNIGHT, Zone::Wib);
        let name = Name { before: String::new(), bare: "Warga baru".to_owned(), after: String::new() };
        let person = Person { id: Id::draw(), name, has_phone: true };
        let engagement = Engagement {
            id: Id::draw(),
            person: person.id,
            unit: world.town.units[2],
            category: Category::Pns,
            position: "Jabatan contoh".to_owned(),
            since: parse_iso_date("2024-11-01").unwrap(),
            until: None,
        };
        let (who, institution) = (person.id, world.town.institution.id);
        let effects = vec![Effect::PersonAdded(Box::new(person)), Effect::EngagementAdded(Box::new(engagement))];
        world.app.set_up(Occasion::draw(at), institution, effects).await.unwrap();
        while world.app.work_once(Occasion::draw(at), &PlainPress).await.unwrap() > 0 {}
        let roles = vec![Held::own(Role::Employee, None)];
        let caller = Caller::new(Actor::Person { person: who, institution, roles }, Occasion::draw(at));
        world.app.home(&caller).await.unwrap().tasks.len()
    };
    assert_eq!(asked_on("2024-11-30").await, 0, "after the voting nobody is asked any more");
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let id = world.app.enter_election(&officer, None, repeated_vote()).await.unwrap();
    let lawyer = world.caller(&world.town, Role::LegalOfficer);
    world.app.confirm_election(&again(&world, &lawyer), id).await.unwrap();
    assert_eq!(asked_on("2024-12-02").await, 1, "there they vote again");
    assert_eq!(asked_on("2024-12-09").await, 0);
}
