//! The register of people, masked and in full.

use domain::change::Effect;
use domain::people::{DetailKind, Engagement};
use domain::policy::{Actor, Role};
use service::testing::World;
use service::{Fault, RegisterQuery};
use store::data::audit;
use store::{Tx, Unit};

crate::on_both_engines!(
    the_register_shows_people_of_the_institution_masked,
    words_numbers_and_units_narrow_the_register,
    a_person_is_shown_with_history,
    a_number_in_full_is_for_custodians_and_leaves_a_trace,
    nobody_else_sees_the_register,
    an_officer_of_one_unit_reaches_people_on_fixed_terms_while_they_last,
);

struct Count;

impl Unit for Count {
    type Out = i64;
    type Error = Fault;
    const NAME: &'static str = "test/count_events";

    async fn run(&self, tx: &mut Tx) -> Result<i64, Fault> {
        Ok(audit::count(tx).await?)
    }
}

fn words(words: &str) -> RegisterQuery {
    RegisterQuery { words: words.to_owned(), unit: None, page: 1 }
}

async fn the_register_shows_people_of_the_institution_masked(world: World) {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let before = world.app.store().read(Count).await.unwrap();
    let page = world.app.register(&officer, RegisterQuery::default()).await.unwrap();
    assert_eq!(world.app.store().read(Count).await.unwrap(), before + 1, "one event per request");
    assert_eq!((page.entries.len(), page.people, page.more), (13, 13, false));
    assert!(page.entries.iter().all(|entry| entry.name.starts_with("Warga 1 ")), "only people of this town");
    let (kind, number) = page.entries[0].number.clone().unwrap();
    assert_eq!(kind, DetailKind::Nip);
    assert!(number.starts_with("•••• ") && !number.contains("1980"), "{number}");
    assert!(page.entries[0].has_account);
    let depths: Vec<_> = page.units.iter().map(|unit| unit.depth).collect();
    assert_eq!(depths, [0, 1, 0]);
}

async fn words_numbers_and_units_narrow_the_register(world: World) {
    let officer = || world.caller(&world.town, Role::PersonnelOfficer);
    let count = async |query| world.app.register(&officer(), query).await.unwrap().entries.len();
    assert_eq!(count(words("LEGAL   officer")).await, 1);
    assert_eq!(count(words("tidak ada")).await, 0);
    assert_eq!(count(words("Dr. Hj. Legal Officer, S.H., M.H.")).await, 1, "as lists write a name");
    assert_eq!(count(words(", S.H.")).await, 0, "titles alone name nobody");
    let number = &world.town.person(Role::Inspector).number;
    assert_eq!(count(words(&format!("{} {}", &number[..8], &number[8..]))).await, 1);
    assert_eq!(count(words(&world.neighbour.person(Role::Inspector).number)).await, 0);
    let unit = |n: usize| RegisterQuery { unit: Some(world.town.units[n]), ..words("") };
    assert_eq!([count(unit(0)).await, count(unit(1)).await, count(unit(2)).await], [12, 12, 1]);
    assert_eq!(count(RegisterQuery { unit: Some(world.town.units[2]), ..words(number) }).await, 0);
    assert_eq!(count(RegisterQuery { page: 2, ..words("") }).await, 0);
}

async fn a_person_is_shown_with_history(world: World) {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let head = world.town.person(Role::HeadOfUnit);
    let before = world.app.store().read(Count).await.unwrap();
    let page = world.app.person_page(&officer, head.person).await.unwrap();
    assert_eq!(world.app.store().read(Count).await.unwrap(), before + 1);
    assert_eq!(page.name, head.name.full());
    assert_eq!(page.engagements.len(), 1);
    assert_eq!(page.holdings[0].title, "Kepala Puskesmas Melati");
    assert_eq!(page.details[0].kind, DetailKind::Nip);
    assert!(!page.details[0].masked.contains(&head.number[..14]));
    assert!(page.has_account && !page.may_unmask && page.may_issue);
}

async fn a_number_in_full_is_for_custodians_and_leaves_a_trace(world: World) {
    let someone = world.town.person(Role::Employee);
    let custodian = world.caller(&world.town, Role::IdentityCustodian);
    let page = world.app.person_page(&custodian, someone.person).await.unwrap();
    assert!(page.may_unmask && !page.may_issue);
    let detail = page.details[0].id;
    let before = world.app.store().read(Count).await.unwrap();
    for times in 1..3 {
        let custodian = world.caller(&world.town, Role::IdentityCustodian);
        assert_eq!(world.app.unmask_number(&custodian, someone.person, detail).await.unwrap(), someone.number);
        assert_eq!(world.app.store().read(Count).await.unwrap(), before + times);
    }
    // A detail belongs to its person.
    let other = world.town.person(Role::Inspector).person;
    assert!(matches!(world.app.unmask_number(&custodian, other, detail).await, Err(Fault::NotFound)));
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    assert!(matches!(world.app.unmask_number(&officer, someone.person, detail).await, Err(Fault::Denied(_))));
    let stranger = world.caller(&world.neighbour, Role::IdentityCustodian);
    assert!(matches!(world.app.unmask_number(&stranger, someone.person, detail).await, Err(Fault::NotFound)));
    assert_eq!(world.app.store().read(Count).await.unwrap(), before + 2, "a refusal shows nothing");
}

async fn nobody_else_sees_the_register(world: World) {
    let someone = world.town.person(Role::Employee).person;
    for role in [Role::Employee, Role::HeadOfUnit, Role::Inspector, Role::InstitutionAdministrator] {
        let caller = world.caller(&world.town, role);
        assert!(matches!(world.app.register(&caller, words("")).await, Err(Fault::Denied(_))), "{role:?}");
        assert!(matches!(world.app.person_page(&caller, someone).await, Err(Fault::Denied(_))), "{role:?}");
    }
    let stranger = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(world.app.person_page(&stranger, someone).await, Err(Fault::NotFound)));
    let foreign = RegisterQuery { unit: Some(world.town.units[0]), ..words("") };
    assert!(world.app.register(&stranger, foreign).await.unwrap().entries.is_empty());
}

async fn an_officer_of_one_unit_reaches_people_on_fixed_terms_while_they_last(world: World) {
    let mut officer = world.caller(&world.town, Role::PersonnelOfficer);
    if let Actor::Person { roles, .. } = &mut officer.actor {
        roles.iter_mut().filter(|held| held.role == Role::PersonnelOfficer).for_each(|held| {
            held.unit = Some(world.town.units[1]);
        });
    }
    let outsider = world.town.people.last().unwrap().person;
    assert!(matches!(world.app.person_page(&officer, outsider).await, Err(Fault::Denied(_))));
    for (since, until, reached) in
        [("2023-01-01", "2023-12-31", false), ("2024-11-01", "2024-12-31", false), ("2024-01-01", "2024-12-31", true)]
    {
        let day = |text| base::parse_iso_date(text).unwrap();
        let (since, until) = (day(since), Some(day(until)));
        let id = base::Occasion::draw(world.now).chance().id();
        let (unit, category) = (world.town.units[1], domain::category::Category::NonAsn);
        let position = "Pengaman".to_owned();
        let engagement = Engagement { id, person: outsider, unit, category, position, since, until };
        let effects = vec![Effect::EngagementAdded(Box::new(engagement))];
        world.app.set_up(base::Occasion::draw(world.now), world.town.institution.id, effects).await.unwrap();
        let again = service::Caller::new(officer.actor.clone(), base::Occasion::draw(world.tick()));
        assert_eq!(world.app.person_page(&again, outsider).await.is_ok(), reached, "{since}");
    }
}
