//! A small made-up world for tests: one institution with a few people in every role, and a second one next to it.

pub mod papers;

mod press;
mod trail;

pub use press::{BrokenPress, PlainPress};

use crate::{App, Caller, Files, Keys, Parts, Passwords, Place, SecondFactorRule};
use base::{Chance, Date, Instant, Occasion, WorkWeek, Zone};
use domain::category::Category;
use domain::change::{Effect, RoleGrant};
use domain::dispatch::SendingRules;
use domain::ids::{InstitutionId, PersonId, UnitId};
use domain::people::{DetailKind, Engagement, Name, Person};
use domain::policy::{Actor, Held, Role};
use domain::post::{Duty, Holder, Post, Tenure};
use domain::tenancy::{Institution, InstitutionKind, Letterhead, Unit};
use domain::unit_kind::UnitKind;
use store::Engine;
use store::testing::TestStore;

/// The password of everybody in the world.
pub const PASSWORD: &str = "kata sandi contoh";

/// One institution of the world.
#[derive(Debug, Clone)]
pub struct Town {
    /// The institution.
    pub institution: Institution,
    /// A top unit, a unit under it, and another top unit.
    pub units: [UnitId; 3],
    /// Everybody, by the role they are there for. All but the head of region work in `units[1]`; `outsider`
    /// works in `units[2]`.
    pub people: Vec<Inhabitant>,
}

/// Somebody of the world.
#[derive(Debug, Clone)]
pub struct Inhabitant {
    /// Who.
    pub person: PersonId,
    /// What they are there for; several are plain employees.
    pub role: Role,
    /// Their NIP or NIK.
    pub number: String,
    /// Their name.
    pub name: Name,
    /// Where they work.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
}

/// The world.
pub struct World {
    /// The program.
    pub app: App,
    /// Keeps the store and its files alive.
    pub store: TestStore,
    /// The institution that tests look at.
    pub town: Town,
    /// Another institution of the same installation.
    pub neighbour: Town,
    /// The moment at which the world was made.
    pub now: Instant,
    ticks: std::sync::atomic::AtomicU64,
    _files: tempfile::TempDir,
}

/// The moment of every test world: Monday, 14 October 2024, 07.30 WIB, in the campaign of the regional elections.
#[must_use]
pub const fn monday() -> Instant {
    Instant::from_micros(1_728_865_800_000_000)
}

impl World {
    /// Makes the world on one engine.
    ///
    /// # Panics
    /// When it cannot be made: a test then cannot go on.
    pub async fn new(engine: Engine) -> Self {
        Self::with(engine, SecondFactorRule::Offered).await
    }

    /// Makes the world with another rule about the second factor.
    ///
    /// # Panics
    /// When it cannot be made: a test then cannot go on.
    pub async fn with(engine: Engine, second_factor: SecondFactorRule) -> Self {
        Self::made(engine, second_factor, SendingRules::default()).await
    }

    /// Makes the world with ways out of the program.
    ///
    /// # Panics
    /// When it cannot be made: a test then cannot go on.
    #[expect(clippy::expect_used, reason = "only tests call it, and they must stop")]
    pub async fn sending(engine: Engine, sending: SendingRules) -> Self {
        let world = Self::made(engine, SecondFactorRule::Offered, sending).await;
        world.app.open_channels().await.expect("channels are opened");
        world
    }

    #[expect(clippy::expect_used, reason = "only tests call it, and they must stop")]
    async fn made(engine: Engine, second_factor: SecondFactorRule, sending: SendingRules) -> Self {
        let now = monday();
        let store = TestStore::migrated(engine, now).await.expect("a store");
        let files = tempfile::tempdir().expect("a folder for files");
        let address = "http://localhost:8080".to_owned();
        let url = url::Url::parse(&address).expect("an address");
        let parts = Parts {
            store: store.store.clone(),
            files: Files::open(files.path()).expect("a file store"),
            keys: Keys::new(&[42; 32]),
            law: std::sync::Arc::new(norms::Catalogue::embedded().expect("the law files are valid")),
            passwords: Passwords::new(64),
            webauthn: crate::webauthn(&url).expect("an origin"),
            address,
            second_factor,
            delegation_days: domain::delegation::DAYS_MAX,
            due_rules: domain::absence::DueRules::default(),
            sending,
        };
        let app = App::new(parts);
        let mut chance = Occasion::seeded(now, [9; 32]).chance();
        let town = make(&app, "kabupaten-sukamaju", "Kabupaten Sukamaju (rekaan)", 1, now, &mut chance).await;
        let neighbour = make(&app, "kota-lain", "Kota Lain (rekaan)", 2, now, &mut chance).await;
        Self { app, store, town, neighbour, now, ticks: std::sync::atomic::AtomicU64::new(0), _files: files }
    }

    /// Adds somebody who is there for this role to both institutions, beside everybody else; the outsider stays the last.
    ///
    /// # Panics
    /// When it cannot be done: a test then cannot go on.
    #[expect(clippy::expect_used, reason = "only tests call it, and they must stop")]
    pub async fn hire(&mut self, role: Role) {
        let (since, now) = (base::parse_iso_date("2020-01-01").expect("a date"), self.tick());
        let mut chance = Occasion::draw(now).chance();
        let password = self.app.passwords().hash(PASSWORD.to_owned(), [1; 16]).await.expect("a hash");
        for (number, town) in [(1, &mut self.town), (2, &mut self.neighbour)] {
            let n = town.people.len();
            let who = Inhabitant {
                person: chance.id(),
                role,
                number: format!("19800101200501{number}{n:03}"),
                name: Name {
                    before: String::new(),
                    bare: format!("Warga {number} {} {n}", role.code().replace('_', " ")),
                    after: "S.Sos.".to_owned(),
                },
                unit: town.units[1],
                category: Category::Pns,
            };
            let effects = inhabitant(&self.app, &who, &town.units, since, now, &password, &mut chance);
            let occasion = Occasion::seeded(now, chance.bytes());
            self.app.set_up(occasion, town.institution.id, effects).await.expect("somebody is hired");
            town.people.insert(n - 1, who);
        }
    }

    /// The next second of the world's time: what happens later in a test happens later.
    pub fn tick(&self) -> Instant {
        let seconds = self.ticks.fetch_add(1, std::sync::atomic::Ordering::Relaxed) + 1;
        self.now.plus(std::time::Duration::from_secs(seconds))
    }

    /// A caller who is this inhabitant, with every role they hold.
    #[must_use]
    pub fn caller(&self, town: &Town, role: Role) -> Caller {
        let who = town.person(role);
        let mut roles = vec![Held::own(Role::Employee, None)];
        match role {
            Role::Employee => {}
            Role::HeadOfUnit => roles.push(Held::own(role, Some(town.units[1]))),
            other => roles.push(Held::own(other, None)),
        }
        let actor = Actor::Person { person: who.person, institution: town.institution.id, roles };
        Caller::new(actor, Occasion::draw(self.tick())).on(phone_of(who.person))
    }
}

/// The browser in which somebody signs when a test says nothing else: their own.
#[must_use]
pub fn phone_of(person: PersonId) -> Place {
    let mut mark = [0; 32];
    mark[..16].copy_from_slice(person.bytes());
    Place::Browser(Some(mark))
}

impl Town {
    /// The first inhabitant who is there for this role.
    ///
    /// # Panics
    /// When nobody is: the test asks for a role that the world does not have.
    #[must_use]
    #[expect(clippy::panic, reason = "only tests call it, and they must stop")]
    pub fn person(&self, role: Role) -> &Inhabitant {
        self.people.iter().find(|who| who.role == role).unwrap_or_else(|| panic!("nobody is {}", role.code()))
    }
}

/// The roles of which the world has somebody, in order.
pub const ROLES: [Role; 12] = [
    Role::Employee,
    Role::HeadOfUnit,
    Role::PersonnelOfficer,
    Role::Inspector,
    Role::Examiner,
    Role::DecidingAuthority,
    Role::PreparesForAuthority,
    Role::LegalOfficer,
    Role::IdentityCustodian,
    Role::DataProtectionOfficer,
    Role::OutsideSeat,
    Role::InstitutionAdministrator,
];

#[expect(clippy::expect_used, reason = "only tests call it, and they must stop")]
async fn make(app: &App, short_name: &str, name: &str, number: u32, now: Instant, chance: &mut Chance) -> Town {
    let since = base::parse_iso_date("2020-01-01").expect("a date");
    let institution = Institution {
        id: chance.id(),
        short_name: short_name.to_owned(),
        name: format!("Pemerintah {name}"),
        kind: InstitutionKind::Regency,
        head_title: "Bupati".to_owned(),
        place: "Sukamaju".to_owned(),
        zone: Zone::Wib,
        week: WorkWeek::Five,
        letterhead: Letterhead {
            government: format!("PEMERINTAH {}", name.to_uppercase()),
            office: "BUPATI".to_owned(),
            address: vec!["Jalan Contoh 10".to_owned()],
        },
        help: "Hubungi BKPSDM, telepon (000) 000-000 (rekaan).".to_owned(),
        example: true,
    };
    let units = [chance.id(), chance.id(), chance.id()];
    let unit = |id, parent, kind, code: &str, name: &str| {
        let (code, name) = (code.to_owned(), name.to_owned());
        Effect::UnitAdded(Box::new(Unit { id, parent, kind, code, name, week: None, since, until: None }))
    };
    let mut effects = vec![
        Effect::InstitutionAdded(Box::new(institution.clone())),
        unit(units[0], None, UnitKind::Department, "10", "Dinas Kesehatan (rekaan)"),
        unit(units[1], Some(units[0]), UnitKind::HealthCentre, "11", "Puskesmas Melati (rekaan)"),
        unit(units[2], None, UnitKind::Village, "20", "Desa Sukasari (rekaan)"),
    ];
    let password = app.passwords().hash(PASSWORD.to_owned(), [1; 16]).await.expect("a hash");
    let mut people = Vec::new();
    for (n, role) in ROLES.into_iter().chain([Role::Employee]).enumerate() {
        let outsider = n == ROLES.len();
        let (home, category) = if outsider { (units[2], Category::VillageHead) } else { (units[1], Category::Pns) };
        let who = Inhabitant {
            person: chance.id(),
            role,
            number: format!("19800101200501{number}{n:03}"),
            name: Name {
                before: String::new(),
                bare: format!("Warga {} {}", number, role.code().replace('_', " ")),
                after: "S.Sos.".to_owned(),
            },
            unit: home,
            category,
        };
        effects.extend(inhabitant(app, &who, &units, since, now, &password, chance));
        people.push(who);
    }
    let occasion = Occasion::seeded(now, chance.bytes());
    app.set_up(occasion, institution.id, effects).await.expect("the world is made");
    Town { institution, units, people }
}

fn inhabitant(
    app: &App,
    who: &Inhabitant,
    units: &[UnitId; 3],
    since: Date,
    now: Instant,
    password: &str,
    chance: &mut Chance,
) -> Vec<Effect> {
    let account = chance.id();
    let mut effects = vec![
        Effect::PersonAdded(Box::new(Person { id: who.person, name: who.name.clone(), has_phone: true })),
        Effect::DetailAdded(Box::new(app.seal_detail(who.person, DetailKind::Nip, &who.number, since, chance))),
        Effect::AccountAdded { id: account, person: who.person, at: now },
        Effect::PasswordSet { account, hash: Some(password.to_owned()) },
        Effect::EngagementAdded(Box::new(Engagement {
            id: chance.id(),
            person: who.person,
            unit: who.unit,
            category: who.category,
            position: "Jabatan contoh".to_owned(),
            since,
            until: None,
        })),
    ];
    let duty = match who.role {
        Role::HeadOfUnit => Some((Duty::HeadOfUnit, units[1], "Kepala Puskesmas Melati")),
        Role::DecidingAuthority => Some((Duty::HeadOfRegion, units[0], "Bupati Sukamaju")),
        _ => None,
    };
    if let Some((duty, unit, title)) = duty {
        let post = Post { id: chance.id(), unit, title: title.to_owned(), duty };
        let (id, tenure) = (chance.id(), Tenure::Definitive);
        let holder = Holder { id, post: post.id, person: who.person, tenure, since, until: None };
        effects.push(Effect::PostAdded(Box::new(post)));
        effects.push(Effect::HolderAdded(Box::new(holder)));
    } else if who.role.is_granted() {
        let grant = RoleGrant { id: chance.id(), person: who.person, role: who.role, unit: None, since, until: None };
        effects.push(Effect::RoleGranted(Box::new(grant)));
    }
    effects
}

/// The institution's id, for scopes in tests.
#[must_use]
pub fn scope_of(institution: InstitutionId) -> store::Scope {
    store::Scope::Institution(institution)
}
