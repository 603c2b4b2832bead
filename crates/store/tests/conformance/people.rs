//! Institutions, units, persons, their numbers, engagements, posts and roles.

use crate::support::{NOW, World, behaviours, day, get, get_outside};
use base::{Date, Id};
use domain::category::Category;
use domain::change::Effect;
use domain::circular::Signatory;
use domain::ids::{EngagementId, HolderId, PersonId};
use domain::people::{Detail, DetailKind, Engagement, Name, Person};
use domain::policy::Role;
use domain::post::{Duty, PostOnDay, Tenure};
use domain::tenancy::Unit;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use store::StoreError;
use store::data::people::{Holding, RegisterFilter};

behaviours!(
    institutions_and_units_are_read_back,
    persons_with_odd_names_are_read_back,
    a_changed_person_is_read_back,
    numbers_are_found_by_their_index,
    a_number_leads_to_who_has_it_now,
    engagements_hold_on_their_days,
    posts_and_holders_follow_the_day,
    roles_hold_from_and_until_their_days,
    the_register_is_filtered_and_paged,
    what_does_not_exist_cannot_be_changed,
    an_ending_comes_earlier_never_later,
);

async fn institutions_and_units_are_read_back(world: World) {
    let town = world.settle().await;
    let (short_name, id) = (town.institution.short_name.clone(), town.institution.id);
    let (expected, stranger) = (Some(town.institution.clone()), Id::draw());
    assert_eq!(get_outside!(world, tenancy::institutions()), std::slice::from_ref(&town.institution));
    assert_eq!(get_outside!(world, tenancy::institution_by_short_name(&short_name)), expected);
    assert_eq!(get_outside!(world, tenancy::institution_by_short_name("lain")), None);
    assert_eq!(get_outside!(world, tenancy::institution_by_id(id)), expected);
    assert_eq!(get_outside!(world, tenancy::institution_by_id(stranger)), None);
    let tree = get!(world, tenancy::units());
    let mut read: Vec<Unit> = tree.iter().cloned().collect();
    read.sort_by(|left, right| left.code.cmp(&right.code));
    assert_eq!(read, town.units);
    // A code is given once in an institution.
    let twin = Unit { id: Id::draw(), ..town.units[0].clone() };
    assert_eq!(
        world.record([Effect::UnitAdded(Box::new(twin))]).await.unwrap_err().class(),
        Some(store::Class::Unique)
    );
}

/// Texts as they come out of offices' files: any letters, right-to-left, combining marks, quotes and backslashes.
fn odd_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,40}",
        Just("Ni'matul \"Jannah\" \\ %_".to_owned()),
        Just("  Ｗａｙａｎ\u{301}\u{200f}𝒮 ".to_owned()),
        "[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){0,5}",
    ]
}

/// Values of a strategy, the same in every run, so that a unit may write them together.
pub fn samples<S: Strategy>(strategy: &S, count: usize) -> Vec<S::Value> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| strategy.new_tree(&mut runner).unwrap().current()).collect()
}

async fn persons_with_odd_names_are_read_back(world: World) {
    let town = world.settle().await;
    let mut chance = world.chance();
    let made: Vec<Person> = samples(&(odd_text(), odd_text(), odd_text(), any::<bool>()), 60)
        .into_iter()
        .map(|(before, bare, after, has_phone)| Person {
            id: chance.id(),
            name: Name { before, bare, after },
            has_phone,
        })
        .collect();
    let effects = made.iter().cloned().map(|person| Effect::PersonAdded(Box::new(person)));
    assert_eq!(world.record(effects).await.unwrap().rows, 60);
    for person in &made {
        let id = person.id;
        assert_eq!(get!(world, people::person(id)).as_ref(), Some(person));
    }
    let mut everybody = [town.persons.clone(), made].concat();
    everybody.sort_by_key(|person| person.id);
    assert_eq!(get!(world, people::everybody()), everybody);
    // The one character that PostgreSQL cannot keep is refused on both engines alike.
    let name = Name { before: String::new(), bare: "a\0b".to_owned(), after: String::new() };
    let refused = world.record([Effect::PersonAdded(Box::new(Person { id: Id::draw(), name, has_phone: true }))]).await;
    assert!(matches!(refused, Err(StoreError::Misused { statement: "persons/add", .. })), "{refused:?}");
}

async fn a_changed_person_is_read_back(world: World) {
    let town = world.settle().await;
    let name = Name { before: "Dr.".to_owned(), bare: "Nurul Aini".to_owned(), after: "M.Kes.".to_owned() };
    let changed = Person { name, has_phone: !town.persons[0].has_phone, ..town.persons[0].clone() };
    let id = changed.id;
    assert_eq!(world.record([Effect::PersonChanged(Box::new(changed.clone()))]).await.unwrap().rows, 1);
    assert_eq!(get!(world, people::person(id)), Some(changed));
    // The form that is searched changed with the name.
    let filter = filter("nurul");
    assert_eq!(get!(world, people::register(&filter)).len(), 1);
}

async fn numbers_are_found_by_their_index(world: World) {
    let town = world.settle().await;
    let (own, other) = (town.details[0].clone(), town.details[1].clone());
    let (person, index, id) = (own.person, own.index, own.id);
    assert_eq!(get!(world, people::details_of(person)), std::slice::from_ref(&own));
    assert_eq!(get!(world, people::persons_with(index)), [person]);
    assert_eq!(get_outside!(world, people::person_anywhere(index)), Some((town.institution.id, person)));
    // A phone that happens to have the same index identifies nobody.
    let phone = Detail { id: Id::draw(), kind: DetailKind::Phone, index: [9; 32], ..other.clone() };
    let until = day("2024-06-30");
    let effects = [Effect::DetailAdded(Box::new(phone.clone())), Effect::DetailEnded { id, until }];
    assert_eq!(world.record(effects).await.unwrap().rows, 2);
    assert_eq!(get!(world, people::persons_with([9; 32])), []);
    assert_eq!(get_outside!(world, people::person_anywhere([9; 32])), None);
    let ended = Detail { until: Some(until), ..own };
    assert_eq!(get!(world, people::details_of(person)), std::slice::from_ref(&ended));
    // Who has a number now comes before who had it.
    let passed_on = Detail { id: Id::draw(), index, since: day("2024-07-01"), ..other.clone() };
    world.record([Effect::DetailAdded(Box::new(passed_on.clone()))]).await.unwrap();
    assert_eq!(get!(world, people::persons_with(index)), [other.person, person]);
    assert_eq!(get_outside!(world, people::person_anywhere(index)), Some((town.institution.id, other.person)));
    let now = get!(world, people::details_now());
    assert!(now.contains(&passed_on) && now.contains(&phone) && !now.contains(&ended));
    assert_eq!(now.len(), town.details.len() + 1);
    let indexes = get!(world, people::detail_indexes());
    assert_eq!(indexes.len(), town.details.len() + 2);
    let last = indexes.last().unwrap();
    assert_eq!(
        (last.id, last.person, last.kind, last.index, last.until),
        (id, person, DetailKind::Nip, index, Some(until))
    );
    for detail in indexes {
        assert_eq!(detail.until.is_some(), detail.id == id);
    }
}

/// A number that was noted beside the wrong person and taken back leads nobody there, however late the mistake was made.
async fn a_number_leads_to_who_has_it_now(world: World) {
    let town = world.settle().await;
    let (index, holder, mistaken) = ([5; 32], town.persons[0].id, town.persons[1].id);
    let detail = |person, since, until| {
        let since = day(since);
        Effect::DetailAdded(Box::new(Detail { id: Id::draw(), person, index, since, until, ..town.details[0].clone() }))
    };
    let [taken_back, holds] =
        [detail(mistaken, "2024-08-01", Some(day("2024-08-01"))), detail(holder, "2024-07-01", None)];
    world.record([taken_back, holds]).await.unwrap();
    assert_eq!(get_outside!(world, people::person_anywhere(index)), Some((town.institution.id, holder)));
    assert_eq!(get!(world, people::persons_with(index)), [holder, mistaken]);
}

async fn engagements_hold_on_their_days(world: World) {
    let town = world.settle().await;
    let (first, person) = (town.engagements[0].clone(), town.persons[0].id);
    assert_eq!(get!(world, people::engagements_of(person)), std::slice::from_ref(&first));
    let second = Engagement {
        id: EngagementId::draw(),
        category: Category::VillageCouncilMember,
        since: day("2024-03-01"),
        until: Some(day("2024-03-31")),
        ..first.clone()
    };
    let ended = Engagement { until: Some(day("2024-03-15")), ..first.clone() };
    let effects = [
        Effect::EngagementAdded(Box::new(second.clone())),
        Effect::EngagementEnded { id: first.id, until: day("2024-03-15") },
    ];
    assert_eq!(world.record(effects).await.unwrap().rows, 2);
    assert_eq!(get!(world, people::engagements_of(person)), [ended.clone(), second.clone()]);
    let others = town.engagements.len() - 1;
    assert_eq!(get!(world, people::engagements()).len(), others + 2);
    for (on, expected) in [
        ("2024-01-01", vec![]),
        ("2024-01-02", vec![ended.clone()]),
        ("2024-02-29", vec![ended.clone()]),
        ("2024-03-01", vec![ended.clone(), second.clone()]),
        ("2024-03-15", vec![ended.clone(), second.clone()]),
        ("2024-03-16", vec![second.clone()]),
        ("2024-03-31", vec![second.clone()]),
        ("2024-04-01", vec![]),
    ] {
        let on = day(on);
        let mut held = get!(world, people::engagements_on(on));
        held.retain(|engagement| engagement.person == person);
        assert_eq!(held, expected, "{on}");
        let here = usize::from(!expected.is_empty()) + if on < first.since { 0 } else { others };
        assert_eq!(get!(world, people::count(on)), i64::try_from(here).unwrap(), "{on}");
    }
    let (since, until) = (day("2023-05-05"), None);
    world.record([Effect::EngagementDated { id: first.id, since, until }]).await.unwrap();
    assert_eq!(get!(world, people::engagements_of(person)), [Engagement { since, until, ..first }, second]);
}

async fn posts_and_holders_follow_the_day(world: World) {
    let town = world.settle().await;
    let (post, old, unit) = (town.posts[0].clone(), town.holders[0].clone(), town.units[0].id);
    assert_eq!(get!(world, people::posts(unit, Duty::HeadOfRegion)), std::slice::from_ref(&post));
    assert_eq!(get!(world, people::posts(unit, Duty::Other)), []);
    let until = day("2024-06-30");
    let mut new = old.clone();
    (new.id, new.person, new.tenure) = (HolderId::draw(), town.persons[2].id, Tenure::Definitive);
    (new.since, new.until) = (day("2024-07-01"), None);
    let mut ended = old.clone();
    ended.until = Some(until);
    let effects = [Effect::HolderEnded { id: old.id, until }, Effect::HolderAdded(Box::new(new.clone()))];
    assert_eq!(world.record(effects).await.unwrap().rows, 2);
    let id = post.id;
    assert_eq!(get!(world, people::holders(id)), [ended.clone(), new.clone()]);
    let holding = |holder: &domain::post::Holder| Holding {
        title: post.title.clone(),
        unit,
        tenure: holder.tenure,
        since: holder.since,
        until: holder.until,
    };
    let (before, after) = (old.person, new.person);
    assert_eq!(get!(world, people::holdings(before)), [holding(&ended)]);
    assert_eq!(get!(world, people::holdings(after)), [holding(&new)]);
    for (on, who) in [("2024-01-01", None), ("2024-06-30", Some(0)), ("2024-07-01", Some(2))] {
        let on: Date = day(on);
        let signs = who.map(|who: usize| {
            let tenure = if who == 0 { "Plt.".to_owned() } else { String::new() };
            let name = town.persons[who].name.full();
            (town.persons[who].id, Signatory { tenure, title: post.title.clone(), name })
        });
        assert_eq!(get!(world, people::signatory(on)), signs, "{on}");
        let duty = |whose| if who == Some(whose) { vec![(Duty::HeadOfRegion, unit)] } else { vec![] };
        assert_eq!(get!(world, people::duties(before, on)), duty(0), "{on}");
        assert_eq!(get!(world, people::duties(after, on)), duty(2), "{on}");
        let holder = who.map(|who| if who == 0 { before } else { after });
        let vacant_or_held = PostOnDay { unit, title: post.title.clone(), duty: Duty::HeadOfRegion, holder };
        let mut all = get!(world, circulars::posts_on(on));
        all.retain(|it| it.duty == Duty::HeadOfRegion);
        assert_eq!(all, [vacant_or_held], "{on}");
    }
}

async fn roles_hold_from_and_until_their_days(world: World) {
    let town = world.settle().await;
    let grant = town.grants[1].clone();
    let (person, id, until) = (grant.person, grant.id, day("2024-05-31"));
    let held = vec![(Role::HeadOfUnit, grant.unit)];
    let on = day("2024-06-01");
    assert_eq!(get!(world, people::roles(person, on)), held);
    assert_eq!(world.record([Effect::RoleEnded { id, until }]).await.unwrap().rows, 1);
    for (on, expected) in
        [("2024-01-01", &vec![]), ("2024-01-02", &held), ("2024-05-31", &held), ("2024-06-01", &vec![])]
    {
        let on = day(on);
        assert_eq!(&get!(world, people::roles(person, on)), expected, "{on}");
    }
    let mut ended = grant;
    ended.until = Some(until);
    let expected = [(town.grants[0].clone(), town.persons[0].name.clone()), (ended, town.persons[1].name.clone())];
    assert_eq!(get!(world, people::grants_from(until)), expected);
    assert_eq!(get!(world, people::grants_from(on)), expected[..1]);
}

fn filter(words: &str) -> RegisterFilter {
    RegisterFilter { day: day("2024-11-27"), words: words.to_owned(), unit: None, limit: 100, offset: 0 }
}

async fn the_register_is_filtered_and_paged(world: World) {
    let town = world.settle().await;
    let all = filter("");
    let lines = get!(world, people::register(&all));
    let read: Vec<Person> = lines.iter().map(|line| line.person.clone()).collect();
    assert_eq!(read, town.persons, "by name");
    for (line, engagement) in lines.iter().zip(&town.engagements) {
        let expected = (engagement.unit, engagement.category, engagement.position.clone());
        assert_eq!((line.unit, line.category, line.position.clone()), expected);
    }
    let mut paged = Vec::new();
    for offset in 0..4 {
        let page = RegisterFilter { limit: 2, offset: offset * 2, ..filter("") };
        paged.extend(get!(world, people::register(&page)).into_iter().map(|line| line.person));
    }
    assert_eq!(paged, town.persons);
    // Signs that mean something to LIKE mean nothing here; the case of letters does not count.
    for (words, found) in [("SITI 3", 1), ("siti, 3", 1), ("%", town.persons.len()), ("s_ti", 0), ("siti 33", 0)] {
        let some = filter(words);
        assert_eq!(get!(world, people::register(&some)).len(), found, "{words}");
    }
    // Every unit lies under the one before it.
    for number in 0..town.units.len() {
        let below: Vec<_> = town.units[number..].iter().map(|unit| unit.id).collect();
        let within = RegisterFilter { unit: Some(town.units[number].id), ..filter("") };
        let expected = town.engagements.iter().filter(|engagement| below.contains(&engagement.unit)).count();
        let found = get!(world, people::register(&within));
        assert!(found.iter().all(|line| below.contains(&line.unit)));
        assert_eq!(found.len(), expected, "unit {number}");
    }
    let before = RegisterFilter { day: day("2024-01-01"), ..filter("") };
    assert!(get!(world, people::register(&before)).is_empty());
}

async fn what_does_not_exist_cannot_be_changed(world: World) {
    let town = world.settle().await;
    let until = day("2024-12-01");
    let before = world.picture().await;
    let person = Person { id: PersonId::draw(), ..town.persons[0].clone() };
    for (effect, name) in [
        (Effect::PersonChanged(Box::new(person)), "person_changed"),
        (Effect::DetailEnded { id: Id::draw(), until }, "detail_ended"),
        (Effect::EngagementEnded { id: Id::draw(), until }, "engagement_ended"),
        (Effect::EngagementDated { id: Id::draw(), since: until, until: None }, "engagement_dated"),
        (Effect::HolderEnded { id: Id::draw(), until }, "holder_ended"),
        (Effect::RoleEnded { id: Id::draw(), until }, "role_ended"),
        (Effect::JobRetried { id: Id::draw(), at: NOW }, "job_retried"),
    ] {
        assert_eq!(world.record([effect]).await, Err(StoreError::Stale { effect: name }));
    }
    assert_eq!(world.picture().await, before);
}

async fn an_ending_comes_earlier_never_later(world: World) {
    let town = world.settle().await;
    let (detail, engagement) = (town.details[0].id, town.engagements[0].id);
    let (holder, grant) = (town.holders[0].id, town.grants[0].id);
    let ends: [(&str, &dyn Fn(Date) -> Effect); 4] = [
        ("detail_ended", &|until| Effect::DetailEnded { id: detail, until }),
        ("engagement_ended", &|until| Effect::EngagementEnded { id: engagement, until }),
        ("holder_ended", &|until| Effect::HolderEnded { id: holder, until }),
        ("role_ended", &|until| Effect::RoleEnded { id: grant, until }),
    ];
    for (effect, end) in ends {
        for known in ["2024-06-30", "2024-06-30", "2024-05-31"] {
            assert_eq!(world.record([end(day(known))]).await.unwrap().rows, 1, "{effect} {known}");
        }
        let later = world.record([end(day("2024-06-01"))]).await;
        assert_eq!(later, Err(StoreError::Stale { effect }));
    }
}

/// Somebody who came with an import is taken out again only while nothing refers to them: whoever makes a table that
/// does has to add it to `persons/used`.
#[test]
fn whatever_refers_to_a_person_keeps_them_in_the_register() {
    let known = |table: &str| store::statement::persons::USED.postgres.contains(&format!("FROM {table} "));
    let mut referring: Vec<&str> = Vec::new();
    for part in store::migration::ALL.iter().flat_map(|migration| migration.text.split(';')) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let at = |first, second| words.windows(2).position(|pair| pair == [first, second]).map(|place| place + 2);
        if let Some(place) = at("CREATE", "TABLE").filter(|_| part.contains("REFERENCES persons")) {
            referring.push(words[place]);
        } else if let Some(place) = at("DROP", "TABLE") {
            referring.retain(|table| *table != words[place]);
        } else if let Some(place) = at("ALTER", "TABLE").filter(|at| words[at + 1..].starts_with(&["RENAME", "TO"])) {
            referring.iter_mut().filter(|table| **table == words[place]).for_each(|table| *table = words[place + 3]);
        }
    }
    assert!(referring.contains(&"pacts") && referring.contains(&"import_traces"), "{referring:?}");
    let own = ["details", "engagements"];
    let forgotten: Vec<&str> = referring.into_iter().filter(|table| !own.contains(table) && !known(table)).collect();
    assert!(forgotten.is_empty(), "not in sql/persons/used.sql: {forgotten:?}");
}
