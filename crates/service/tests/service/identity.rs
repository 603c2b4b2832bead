//! Slips, and what a code opens.

use base::{Instant, Occasion};
use domain::ids::PersonId;
use domain::people::{DetailKind, Engagement, Name, Person};
use domain::policy::{Action, Actor, Held, Role};
use domain::{category::Category, change::Effect};
use service::testing::{PASSWORD, Town, World, scope_of};
use service::{Admission, Caller, Device, Fault, Refusal, Slip};
use std::time::Duration;
use store::data::{accounts, audit};
use store::{StoreError, Tx, Unit};

crate::on_both_engines!(
    a_slip_opens_an_account_once,
    a_new_slip_kills_the_old_one_and_every_means_before_it,
    a_slip_lives_fourteen_days,
    wrong_codes_are_answered_alike,
    a_head_reaches_their_unit_and_no_role_beyond_it,
    slips_for_a_unit_go_to_those_without_an_account,
    nothing_secret_stands_in_an_event_or_a_row,
    another_institution_cannot_take_a_number_away,
);

pub const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The same caller at another moment.
pub fn at(caller: &Caller, now: Instant) -> Caller {
    Caller::new(caller.actor.clone(), Occasion::draw(now))
}

/// A device that is known to nobody.
pub fn device(agent: &str) -> Device {
    Device::new(None, &[10, 0, 0], agent.as_bytes())
}

pub async fn sign_in(
    world: &World,
    number: &str,
    password: &str,
    device: &Device,
    now: Instant,
) -> Result<Admission, Fault> {
    world.app.sign_in(number, password.to_owned(), device, Occasion::draw(now)).await
}

pub fn is_refused<T>(answer: &Result<T, Fault>, refusal: &Refusal) -> bool {
    matches!(answer, Err(Fault::Refused(found)) if found == refusal)
}

/// How many events there are.
pub async fn events(world: &World) -> i64 {
    struct Count;
    impl Unit for Count {
        type Out = i64;
        type Error = StoreError;
        const NAME: &'static str = "test/count";
        async fn run(&self, tx: &mut Tx) -> Result<i64, StoreError> {
            audit::count(tx).await
        }
    }
    world.store.store.read(Count).await.unwrap()
}

/// The town's events of one action, newest first. Events of one moment have no order among them.
pub async fn events_of(world: &World, action: Action) -> Vec<ledger::Event> {
    latest(world, 50).await.into_iter().filter(|event| event.action == action.code()).collect()
}

/// The newest events of the town.
pub async fn latest(world: &World, limit: u32) -> Vec<ledger::Event> {
    struct Latest(store::Scope, u32);
    impl Unit for Latest {
        type Out = Vec<ledger::Event>;
        type Error = StoreError;
        const NAME: &'static str = "test/latest";
        async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
            audit::latest(tx, &self.0, self.1).await
        }
    }
    world.store.store.read(Latest(scope_of(world.town.institution.id), limit)).await.unwrap()
}

async fn slip(world: &World, person: PersonId, now: Instant) -> Slip {
    let officer = at(&world.caller(&world.town, Role::PersonnelOfficer), now);
    world.app.issue_activation(&officer, person).await.unwrap_or_else(|fault| panic!("{fault}"))
}

/// Somebody new in the town's second unit, without an account.
pub async fn newcomer(world: &World, name: &str, number: &str) -> PersonId {
    let mut chance = Occasion::draw(world.now).chance();
    let since = base::parse_iso_date("2024-01-01").unwrap();
    let person: PersonId = chance.id();
    let name = Name { before: String::new(), bare: name.to_owned(), after: String::new() };
    let engagement = Engagement {
        id: chance.id(),
        person,
        unit: world.town.units[1],
        category: Category::Pppk,
        position: "Perawat".to_owned(),
        since,
        until: None,
    };
    let detail = world.app.seal_detail(person, DetailKind::NiPppk, number, since, &mut chance);
    let effects = vec![
        Effect::PersonAdded(Box::new(Person { id: person, name, has_phone: true })),
        Effect::DetailAdded(Box::new(detail)),
        Effect::EngagementAdded(Box::new(engagement)),
    ];
    world.app.set_up(Occasion::draw(world.now), world.town.institution.id, effects).await.unwrap();
    person
}

async fn a_slip_opens_an_account_once(world: World) {
    let (app, now) = (&world.app, world.now);
    let person = newcomer(&world, "Siti Rahmawati", "199001012024212001").await;
    let slip = slip(&world, person, now).await;
    assert_eq!(slip.code.len(), 14, "three groups of four");
    assert_eq!(slip.name, "Siti Rahmawati");
    assert_eq!(slip.unit, "Puskesmas Melati (rekaan)");

    let typed = slip.code.to_lowercase().replace('-', " ");
    let welcome = app.activation(&typed, now).await.unwrap();
    assert_eq!((welcome.name.bare.as_str(), &welcome.institution), ("Siti Rahmawati", &world.town.institution));

    let short = app.activate_with_password(&typed, "pendek".into(), &device("a"), Occasion::draw(now)).await;
    assert!(is_refused(&short, &Refusal::PasswordShort));

    let before = events(&world).await;
    let password = "kuda laut berenang";
    let opened = app.activate_with_password(&typed, password.into(), &device("a"), Occasion::draw(now)).await.unwrap();
    assert_eq!(events(&world).await, before + 1);
    let event = events_of(&world, Action::Activate).await.remove(0);
    assert_eq!((event.role.as_str(), event.object), ("public", Some(*person.bytes())));
    let known = app.session(&opened.token, Occasion::draw(now)).await.unwrap().unwrap();
    assert_eq!(known.actor.person(), Some(person));

    let again = app.activate_with_password(&typed, password.into(), &device("a"), Occasion::draw(now)).await;
    assert!(is_refused(&again, &Refusal::CodeInvalid));
    assert!(sign_in(&world, "19900101 202421 2 001", password, &device("b"), now).await.is_ok());
}

async fn a_new_slip_kills_the_old_one_and_every_means_before_it(world: World) {
    let (app, now) = (&world.app, world.now);
    let who = world.town.person(Role::Employee);
    let session = sign_in(&world, &who.number, PASSWORD, &device("a"), now).await.unwrap().token;

    let before = events(&world).await;
    let first = slip(&world, who.person, now).await;
    assert_eq!(events(&world).await, before + 1, "one event for all of it");
    let event = events_of(&world, Action::IssueActivation).await.remove(0);
    assert_eq!((event.role.as_str(), event.object), ("personnel_officer", Some(*who.person.bytes())));
    assert!(app.session(&session, Occasion::draw(now)).await.unwrap().is_none(), "the session has ended");
    let old = sign_in(&world, &who.number, PASSWORD, &device("a"), now).await;
    assert!(is_refused(&old, &Refusal::WrongCredentials), "the password is gone");

    let later = now.plus(Duration::from_secs(1));
    let second = slip(&world, who.person, later).await;
    assert!(is_refused(&app.activation(&first.code, later).await, &Refusal::CodeInvalid));
    assert!(app.activation(&second.code, later).await.is_ok());
    let occasion = Occasion::draw(later);
    let opened = app.activate_with_password(&second.code, "sandi yang baru".into(), &device("a"), occasion).await;
    assert!(opened.is_ok(), "the account that was there is used again");
    assert!(sign_in(&world, &who.number, "sandi yang baru", &device("a"), later).await.is_ok());
}

async fn a_slip_lives_fourteen_days(world: World) {
    let person = newcomer(&world, "Budi", "199001012024212001").await;
    let slip = slip(&world, person, world.now).await;
    assert_eq!(slip.expires, world.now.plus(14 * DAY));
    let last = Instant::from_micros(slip.expires.micros() - 1);
    assert!(world.app.activation(&slip.code, last).await.is_ok());
    assert!(is_refused(&world.app.activation(&slip.code, slip.expires).await, &Refusal::CodeInvalid));
    let late = Occasion::draw(slip.expires);
    let opened = world.app.activate_with_password(&slip.code, "kuda laut berenang".into(), &device("a"), late).await;
    assert!(is_refused(&opened, &Refusal::CodeInvalid));
}

async fn wrong_codes_are_answered_alike(world: World) {
    let person = newcomer(&world, "Budi", "199001012024212001").await;
    let used = slip(&world, person, world.now).await;
    let occasion = Occasion::draw(world.now);
    world.app.activate_with_password(&used.code, "kuda laut berenang".into(), &device("a"), occasion).await.unwrap();
    let late = world.now.plus(15 * DAY);
    for (code, now) in [(used.code.as_str(), world.now), ("0000-0000-0000", world.now), ("", world.now)] {
        assert!(is_refused(&world.app.activation(code, now).await, &Refusal::CodeInvalid));
        assert!(is_refused(&world.app.activate_passkey_begin(code, Occasion::draw(now)).await, &Refusal::CodeInvalid));
    }
    assert!(is_refused(&world.app.activation(&used.code, late).await, &Refusal::CodeInvalid));
}

async fn a_head_reaches_their_unit_and_no_role_beyond_it(world: World) {
    let (app, town) = (&world.app, &world.town);
    let head = world.caller(town, Role::HeadOfUnit);
    let plain = town.person(Role::Employee).person;
    let outsider = town.people.last().unwrap().person;
    assert!(app.issue_activation(&head, plain).await.is_ok());
    assert!(matches!(app.issue_activation(&head, outsider).await, Err(Fault::Denied(_))));
    for role in [Role::IdentityCustodian, Role::PersonnelOfficer, Role::DecidingAuthority] {
        let answer = app.issue_activation(&head, town.person(role).person).await;
        assert!(matches!(answer, Err(Fault::Denied(_))), "a head does not hand out {}", role.code());
    }
    let administrator = world.caller(town, Role::InstitutionAdministrator);
    assert!(app.issue_activation(&administrator, town.person(Role::IdentityCustodian).person).await.is_ok());
    let stranger = world.neighbour.person(Role::Employee).person;
    assert!(matches!(app.issue_activation(&administrator, stranger).await, Err(Fault::NotFound)));
    assert!(matches!(app.issue_activations(&administrator, world.neighbour.units[0]).await, Err(Fault::NotFound)));
    for role in [Role::Employee, Role::Inspector, Role::IdentityCustodian] {
        let caller = world.caller(town, role);
        assert!(matches!(app.issue_activation(&caller, plain).await, Err(Fault::Denied(_))), "{}", role.code());
        assert!(matches!(app.issue_activations(&caller, town.units[1]).await, Err(Fault::Denied(_))));
    }
    assert!(matches!(app.issue_activations(&head, town.units[2]).await, Err(Fault::Denied(_))));
}

/// A head of unit over `units[1]` who is somebody else in the world.
fn head_of(town: &Town, now: Instant) -> Caller {
    let roles = vec![Held { role: Role::HeadOfUnit, unit: Some(town.units[1]) }];
    let actor = Actor::Person { person: town.person(Role::HeadOfUnit).person, institution: town.institution.id, roles };
    Caller::new(actor, Occasion::draw(now))
}

async fn slips_for_a_unit_go_to_those_without_an_account(world: World) {
    let (app, now) = (&world.app, world.now);
    assert!(app.issue_activations(&head_of(&world.town, now), world.town.units[1]).await.unwrap().is_empty());
    let first = newcomer(&world, "Amin", "199001012024212001").await;
    let second = newcomer(&world, "Budi", "199001012024212002").await;
    let weighty = newcomer(&world, "Citra", "199001012024212003").await;
    let since = base::parse_iso_date("2024-01-01").unwrap();
    let mut chance = Occasion::draw(now).chance();
    let grant = domain::change::RoleGrant {
        id: chance.id(),
        person: weighty,
        role: Role::Inspector,
        unit: None,
        since,
        until: None,
    };
    let effects = vec![Effect::RoleGranted(Box::new(grant))];
    app.set_up(Occasion::draw(now), world.town.institution.id, effects).await.unwrap();

    let before = events(&world).await;
    let slips = app.issue_activations(&head_of(&world.town, now), world.town.units[1]).await.unwrap();
    assert_eq!(slips.iter().map(|slip| slip.name.as_str()).collect::<Vec<_>>(), ["Amin", "Budi"]);
    assert_eq!(events(&world).await, before + 1);
    let issued = events_of(&world, Action::IssueActivation).await;
    assert!(issued.iter().all(|event| event.object == Some(*world.town.units[1].bytes())));
    assert_eq!(issued.len(), 2, "one for nobody, one for two");
    for (slip, person) in slips.iter().zip([first, second]) {
        let opened = app.activate_with_password(&slip.code, PASSWORD.into(), &device("a"), Occasion::draw(now)).await;
        let known = app.session(&opened.unwrap().token, Occasion::draw(now)).await.unwrap().unwrap();
        assert_eq!(known.actor.person(), Some(person));
    }
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let rest = app.issue_activations(&officer, world.town.units[1]).await.unwrap();
    assert_eq!(rest.iter().map(|slip| slip.name.as_str()).collect::<Vec<_>>(), ["Citra"]);

    // Those who hold a slip already come after those who do not.
    newcomer(&world, "Dewi", "199001012024212004").await;
    let later = at(&officer, now.plus(Duration::from_secs(1)));
    let rest = app.issue_activations(&later, world.town.units[1]).await.unwrap();
    assert_eq!(rest.iter().map(|slip| slip.name.as_str()).collect::<Vec<_>>(), ["Dewi", "Citra"]);
}

async fn nothing_secret_stands_in_an_event_or_a_row(world: World) {
    struct Code([u8; 32]);
    impl Unit for Code {
        type Out = bool;
        type Error = StoreError;
        const NAME: &'static str = "test/code";
        async fn run(&self, tx: &mut Tx) -> Result<bool, StoreError> {
            Ok(accounts::activation(tx, self.0).await?.is_some())
        }
    }
    let person = newcomer(&world, "Siti Rahmawati", "199001012024212001").await;
    let slip = slip(&world, person, world.now).await;
    let bare = slip.code.replace('-', "");
    let password = "kuda laut berenang";
    let occasion = Occasion::draw(world.now);
    let opened = world.app.activate_with_password(&slip.code, password.into(), &device("a"), occasion).await.unwrap();
    drop(sign_in(&world, "199001012024212001", "salah semua ini", &device("a"), world.now).await);
    for event in latest(&world, 10).await {
        let body = event.encode();
        for secret in [bare.as_str(), &slip.code, password, &opened.token, "199001012024212001", "Siti", "salah"] {
            let found = body.windows(secret.len()).any(|part| part.eq_ignore_ascii_case(secret.as_bytes()));
            assert!(!found, "{} in {}", secret, event.action);
        }
    }
    let hash = world.app.keys().hash("slip", bare.as_bytes());
    assert!(world.store.store.read(Code(hash)).await.unwrap());
}

async fn another_institution_cannot_take_a_number_away(world: World) {
    let number = world.town.person(Role::Employee).number.clone();
    assert!(sign_in(&world, &number, PASSWORD, &device("a"), world.now).await.is_ok());
    // The neighbour imports the same number later; whoever has it there has never signed in.
    let mut chance = Occasion::draw(world.now).chance();
    let person = chance.id();
    let name = Name { before: String::new(), bare: "Sama".into(), after: String::new() };
    let since = base::parse_iso_date("2024-10-01").unwrap();
    let detail = world.app.seal_detail(person, DetailKind::Nip, &number, since, &mut chance);
    let effects = vec![
        Effect::PersonAdded(Box::new(Person { id: person, name, has_phone: true })),
        Effect::DetailAdded(Box::new(detail)),
    ];
    world.app.set_up(Occasion::draw(world.now), world.neighbour.institution.id, effects).await.unwrap();
    assert!(sign_in(&world, &number, PASSWORD, &device("a"), world.now).await.is_ok());
}
