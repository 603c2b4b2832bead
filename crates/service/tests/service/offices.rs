//! What somebody may do follows what they are on the day: roles end with the employment, posts with their holder.

use crate::identity::{at, device, is_refused, newcomer, sign_in};
use base::{Date, Occasion, parse_iso_date};
use domain::change::Effect;
use domain::ids::{EngagementId, PersonId, PostId, UnitId};
use domain::policy::Role;
use domain::post::{Duty, Holder, Post, Tenure};
use service::testing::{PASSWORD, World, scope_of};
use service::{Caller, Fault, PublishCommand, Refusal};
use store::data::people;
use store::{Tx, Unit};

crate::on_both_engines!(
    roles_end_with_the_employment_and_the_own_pages_stay,
    a_role_is_not_given_to_somebody_who_has_left,
    whoever_was_never_employed_here_keeps_a_given_role,
    a_slip_for_the_head_of_another_unit_is_not_for_every_head_to_give,
    while_somebody_stands_in_for_the_head_of_region_they_alone_decide,
);

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

/// The roles of a fresh session of this inhabitant.
async fn roles_of(world: &World, role: Role) -> Vec<Role> {
    let number = world.town.person(role).number.clone();
    let opened = sign_in(world, &number, PASSWORD, &device("a"), world.now).await.unwrap();
    let known = world.app.session(&opened.token, Occasion::draw(world.now)).await.unwrap().unwrap();
    let domain::policy::Actor::Person { roles, .. } = known.actor else { panic!("nobody is signed in") };
    roles.into_iter().map(|held| held.role).collect()
}

async fn write(world: &World, effects: Vec<Effect>) {
    world.app.set_up(Occasion::draw(world.now), world.town.institution.id, effects).await.unwrap();
}

/// Ends every engagement of a person on a day.
pub async fn leave(world: &World, person: PersonId, until: Date) {
    struct Engagements(domain::ids::InstitutionId, PersonId);
    impl Unit for Engagements {
        type Out = Vec<EngagementId>;
        type Error = Fault;
        const NAME: &'static str = "test/engagements";
        async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
            let found = people::engagements_of(tx, &scope_of(self.0), self.1).await?;
            Ok(found.into_iter().map(|engagement| engagement.id).collect())
        }
    }
    let found = world.app.store().read(Engagements(world.town.institution.id, person)).await.unwrap();
    write(world, found.into_iter().map(|id| Effect::EngagementEnded { id, until }).collect()).await;
}

/// Lets somebody hold a new post.
async fn hold(world: &World, person: PersonId, unit: UnitId, duty: Duty, since: Date) {
    let mut chance = Occasion::draw(world.now).chance();
    let post: PostId = chance.id();
    let id = chance.id();
    let title = "Jabatan contoh".to_owned();
    write(
        world,
        vec![
            Effect::PostAdded(Box::new(Post { id: post, unit, title, duty })),
            Effect::HolderAdded(Box::new(Holder { id, post, person, tenure: Tenure::Plt, since, until: None })),
        ],
    )
    .await;
}

async fn roles_end_with_the_employment_and_the_own_pages_stay(world: World) {
    let (today, yesterday) = (day("2024-10-14"), day("2024-10-13"));
    for role in [Role::PersonnelOfficer, Role::HeadOfUnit] {
        let person = world.town.person(role).person;
        leave(&world, person, today).await;
        assert_eq!(roles_of(&world, role).await, [Role::Employee, role], "the last day counts");
        leave(&world, person, yesterday).await;
        assert_eq!(roles_of(&world, role).await, [Role::Employee], "{}", role.code());
    }
    // Neither is an employment: who was elected and who sits here for others.
    for role in [Role::DecidingAuthority, Role::OutsideSeat] {
        leave(&world, world.town.person(role).person, yesterday).await;
        assert_eq!(roles_of(&world, role).await, [Role::Employee, role], "{}", role.code());
    }
}

async fn a_role_is_not_given_to_somebody_who_has_left(world: World) {
    let employee = world.town.person(Role::Employee);
    leave(&world, employee.person, day("2024-10-13")).await;
    let administrator = world.caller(&world.town, Role::InstitutionAdministrator);
    let given = world.app.grant_role(&administrator, &employee.number, Role::Inspector).await;
    assert!(is_refused(&given, &Refusal::HasLeft), "{given:?}");
}

async fn whoever_was_never_employed_here_keeps_a_given_role(world: World) {
    let mut chance = Occasion::draw(world.now).chance();
    let (person, account, id) = (chance.id(), chance.id(), chance.id());
    let name = domain::people::Name { before: String::new(), bare: "Teknisi".into(), after: String::new() };
    let since = day("2024-01-01");
    let number = "3201011703900001";
    let detail = world.app.seal_detail(person, domain::people::DetailKind::Nik, number, since, &mut chance);
    let hash = world.app.passwords().hash(PASSWORD.to_owned(), [3; 16]).await;
    let role = Role::InstitutionAdministrator;
    let effects = vec![
        Effect::PersonAdded(Box::new(domain::people::Person { id: person, name, has_phone: true })),
        Effect::DetailAdded(Box::new(detail)),
        Effect::AccountAdded { id: account, person, at: world.now },
        Effect::PasswordSet { account, hash: Some(hash.unwrap()) },
        Effect::RoleGranted(Box::new(domain::change::RoleGrant { id, person, role, unit: None, since, until: None })),
    ];
    write(&world, effects).await;
    let opened = sign_in(&world, number, PASSWORD, &device("a"), world.now).await.unwrap();
    let known = world.app.session(&opened.token, Occasion::draw(world.now)).await.unwrap().unwrap();
    assert!(known.actor.holds(role));
}

async fn a_slip_for_the_head_of_another_unit_is_not_for_every_head_to_give(world: World) {
    let (app, town) = (&world.app, &world.town);
    let head = world.caller(town, Role::HeadOfUnit);
    // A colleague in the head's own unit stands in as head of the department above it.
    let acting = newcomer(&world, "Rini", "199001012024212009").await;
    hold(&world, acting, town.units[0], Duty::HeadOfUnit, day("2024-10-01")).await;
    assert!(matches!(app.issue_activation(&head, acting).await, Err(Fault::Denied(_))));
    let offer = app.slip_offer(&at(&head, world.tick()), Some(town.units[1]), false).await.unwrap();
    assert!(offer.people.is_empty(), "{:?}", offer.people);
    // Of a unit below, or of the own one, the head may.
    let own = town.person(Role::HeadOfUnit).person;
    assert!(app.issue_activation(&at(&head, world.tick()), own).await.is_ok());
    let officer = world.caller(town, Role::PersonnelOfficer);
    assert!(app.issue_activation(&officer, acting).await.is_ok());
}

async fn while_somebody_stands_in_for_the_head_of_region_they_alone_decide(world: World) {
    let stand_in = world.town.person(Role::LegalOfficer);
    assert_eq!(roles_of(&world, Role::DecidingAuthority).await, [Role::Employee, Role::DecidingAuthority]);
    // From 25 September the head of region campaigns and is on leave.
    hold(&world, stand_in.person, world.town.units[0], Duty::HeadOfRegion, day("2024-09-25")).await;
    assert_eq!(roles_of(&world, Role::DecidingAuthority).await, [Role::Employee]);
    let now = roles_of(&world, Role::LegalOfficer).await;
    assert!(now.contains(&Role::DecidingAuthority), "{now:?}");
    // Whoever still has the page open when the stand-in begins does not sign in another's name.
    let draft = world.caller(&world.town, Role::PersonnelOfficer);
    let (body, addressees) = (
        domain::circular::Body {
            subject: "Netralitas".into(),
            election: "Pilkada 2024".into(),
            provisions: vec!["Menjaga netralitas.".into()],
            bases: vec!["pp-2021-94".into()],
            ..Default::default()
        },
        domain::circular::Addressees { categories: vec![domain::category::Category::Pns], ..Default::default() },
    );
    let id = world.app.begin_draft(&draft, body, addressees).await.unwrap();
    let command = PublishCommand::for_pact(1, day("2024-10-18"), 4);
    let on_leave: Caller = world.caller(&world.town, Role::DecidingAuthority);
    let published = world.app.publish_circular(&on_leave, id, command).await;
    assert!(matches!(published, Err(Fault::Denied(_))), "{published:?}");
}
