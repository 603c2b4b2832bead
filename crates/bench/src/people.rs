//! The made-up people of the measurements: an installation in which everybody has a session and one task left.

use crate::Fault;
use crate::writes::Kind;
use base::{Chance, Clock as _, Date, Instant, Occasion, SystemClock, WorkWeek, Zone};
use domain::category::Category;
use domain::change::{Effect, RoleGrant};
use domain::circular::{Addressees, Body, Circular, Signatory, State};
use domain::drive::{Asks, DriveCommand};
use domain::ids::{AccountId, DriveId, InstitutionId, PersonId, TaskId, UnitId};
use domain::knowledge::{QUESTIONS, Step, Task};
use domain::machine::Machine;
use domain::manner::Way;
use domain::people::{DetailKind, Engagement, Name, Person};
use domain::policy::Role;
use domain::provision::Provision;
use domain::tenancy::{Institution, InstitutionKind, Letterhead, Unit};
use domain::unit_kind::UnitKind;
use netral::{Overrides, Settings, installation};
use service::App;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Duration;
use store::data::sessions::{self, Facts};
use store::{Scope, StoreError, Tx};
use url::Url;

/// How many people an installation has.
#[derive(Debug, Clone, Copy, Default)]
pub struct Crowd {
    /// Those about to confirm that they have read.
    pub readers: usize,
    /// Those about to sign.
    pub signers: usize,
    /// Those who have a password and nothing else yet: not even a session.
    pub newcomers: usize,
}

/// Enough for a closed loop of some seconds.
pub const CROWD: Crowd = Crowd { readers: 40_000, signers: 6_000, newcomers: 0 };
/// Sessions that one unit of work opens.
const SLICE: usize = 500;
/// What everybody would type.
pub const PASSWORD: &str = "kata sandi contoh";
const LIST: &str = "people.txt";

/// Somebody with a session and a task.
#[derive(Debug, Clone)]
pub struct Somebody {
    /// The word in the session's cookie.
    pub token: String,
    /// What is left to do.
    pub task: TaskId,
}

/// Everybody of an installation who is about to do `kind`.
pub fn read(data: &Path, kind: Kind) -> Result<Vec<Somebody>, Fault> {
    let mut found = Vec::new();
    for line in std::fs::read_to_string(data.join(LIST))?.lines() {
        let mut words = line.split(' ');
        if let (Some(code), Some(token), Some(task)) = (words.next(), words.next(), words.next())
            && code == kind.code()
        {
            found.push(Somebody { token: token.to_owned(), task: task.parse().map_err(|_| "a task's id")? });
        }
    }
    Ok(found)
}

/// The numbers of the newcomers.
pub fn newcomers(data: &Path) -> Result<Vec<String>, Fault> {
    let text = std::fs::read_to_string(data.join(LIST))?;
    Ok(text.lines().filter_map(|line| line.strip_prefix("newcomer ")).map(str::to_owned).collect())
}

/// The institution of an installation made by [`make`].
pub fn institution(data: &Path) -> Result<InstitutionId, Fault> {
    let text = std::fs::read_to_string(data.join(LIST))?;
    let id = text.lines().find_map(|line| line.strip_prefix("institution "));
    Ok(id.ok_or("no institution")?.parse().map_err(|_| "an institution's id")?)
}

/// The session of the personnel officer of an installation made by [`make`].
pub fn officer(data: &Path) -> Result<String, Fault> {
    let text = std::fs::read_to_string(data.join(LIST))?;
    let token = text.lines().find_map(|line| line.strip_prefix("officer "));
    Ok(token.ok_or("no officer")?.to_owned())
}

/// Opens the installation in `data`, whose rows are in `store`.
pub async fn open(data: &Path, store: &str, max_batch: usize) -> Result<App, Fault> {
    let variable = |name: &str| match name {
        "NETRAL_STORE" => Some(store.to_owned()),
        "NETRAL_STORE_MAX_BATCH" => Some(max_batch.to_string()),
        _ => None,
    };
    let folder = data.to_str().ok_or("the folder's name is not text")?.to_owned();
    let settings = Settings::read(None, variable, &Overrides { data: Some(folder), ..Overrides::default() })?;
    let occasion = Occasion::draw(SystemClock.now());
    let store = installation::store(&settings, &occasion).await?;
    let app = installation::open(&settings, store, &Url::parse("http://localhost:8080")?, &occasion).await?;
    installation::claim(&app, installation::Kind::Real).await?;
    Ok(app)
}

/// Makes the installation with so many people, and one officer more.
pub async fn make(data: &Path, store: &str, crowd: Crowd) -> Result<(), Fault> {
    let app = open(data, store, 60).await?;
    let now = SystemClock.now();
    let occasion = Occasion::draw(now);
    let mut chance = occasion.chance();
    let since = base::parse_iso_date("2020-01-01")?;
    let town = Town { institution: chance.id(), unit: chance.id(), since, now };
    let (mut effects, drive) = founded(&town, &mut chance);
    let password = app.passwords().hash(PASSWORD.to_owned(), chance.bytes()).await?;
    let mut list = format!("institution {}\n", town.institution);
    let mut open = Vec::new();
    let with_session = crowd.readers + crowd.signers;
    let people = with_session + crowd.newcomers;
    for number in 0..=people {
        let kind = if number < crowd.readers { Kind::Reading } else { Kind::Signing };
        let new = (with_session..people).contains(&number);
        let (person, account, task) = (chance.id(), chance.id(), chance.id());
        effects.extend(town.inhabitant(&app, number, person, account, &mut chance));
        if kind == Kind::Signing {
            effects.push(Effect::PasswordSet { account, hash: Some(password.clone()) });
        }
        effects.push(Effect::TaskDelivered(Box::new(town.task(task, drive, person))));
        if new {
            writeln!(list, "newcomer {}", nip(number))?;
            continue;
        }
        let steps: &[Step] = match kind {
            Kind::Reading => &[Step::Opened],
            Kind::Signing => &[Step::Opened, Step::Read, Step::Passed],
        };
        effects.extend(steps.iter().map(|step| Effect::StepTaken { task, step: *step, at: now, way: Way::OWN }));
        let token = format!("sesi-{number:06}");
        if number == people {
            let (id, role, unit, until) = (chance.id(), Role::PersonnelOfficer, None, None);
            effects.push(Effect::RoleGranted(Box::new(RoleGrant { id, person, role, unit, since, until })));
            writeln!(list, "officer {token}")?;
        } else {
            writeln!(list, "{} {token} {task}", kind.code())?;
        }
        open.push((app.keys().hash("session", token.as_bytes()), account, person));
    }
    app.set_up(Occasion::seeded(now, chance.bytes()), town.institution, effects).await?;
    for slice in open.chunks(SLICE) {
        let scope = Scope::Institution(town.institution);
        app.store().write(OpenSessions { scope, now, sessions: slice.to_vec() }).await?;
    }
    app.store().clone().close().await;
    std::fs::write(data.join(LIST), list)?;
    Ok(())
}

/// The institution of a measurement.
pub struct Town {
    /// Its id.
    pub institution: InstitutionId,
    /// Its first unit.
    pub unit: UnitId,
    /// Since when there is what there is.
    pub since: Date,
    /// When everything is made.
    pub now: Instant,
}

impl Town {
    fn inhabitant(
        &self,
        app: &App,
        number: usize,
        person: PersonId,
        account: AccountId,
        chance: &mut Chance,
    ) -> Vec<Effect> {
        let name = Name { before: String::new(), bare: format!("Warga {number}"), after: "S.Sos.".to_owned() };
        let nip = nip(number);
        let engagement = Engagement {
            id: chance.id(),
            person,
            unit: self.unit,
            category: Category::Pns,
            position: "Pengadministrasi Perkantoran".to_owned(),
            since: self.since,
            until: None,
        };
        vec![
            Effect::PersonAdded(Box::new(Person { id: person, name, has_phone: true })),
            Effect::DetailAdded(Box::new(app.seal_detail(person, DetailKind::Nip, &nip, self.since, chance))),
            Effect::AccountAdded { id: account, person, at: self.now },
            Effect::EngagementAdded(Box::new(engagement)),
        ]
    }

    fn task(&self, id: TaskId, drive: DriveId, person: PersonId) -> Task {
        Task::delivered(id, drive, person, (self.unit, Category::Pns), self.now)
    }
}

/// Eighteen digits, and nobody's twice.
fn nip(number: usize) -> String {
    format!("199001012020{number:06}")
}

/// The institution, its unit, and a circular with its drive.
pub fn founded(town: &Town, chance: &mut Chance) -> (Vec<Effect>, DriveId) {
    let institution = Institution {
        id: town.institution,
        short_name: "kabupaten-ukur".to_owned(),
        name: "Pemerintah Kabupaten Ukur (rekaan)".to_owned(),
        kind: InstitutionKind::Regency,
        head_title: "Bupati".to_owned(),
        place: "Ukur".to_owned(),
        zone: Zone::Wib,
        week: WorkWeek::Five,
        letterhead: Letterhead {
            government: "PEMERINTAH KABUPATEN UKUR (REKAAN)".to_owned(),
            office: "BUPATI".to_owned(),
            address: vec!["Jalan Contoh 1".to_owned()],
        },
        help: "BKPSDM (rekaan)".to_owned(),
        example: true,
    };
    let unit = Unit {
        id: town.unit,
        parent: None,
        kind: UnitKind::Department,
        code: "10".to_owned(),
        name: "Dinas Contoh (rekaan)".to_owned(),
        week: None,
        since: town.since,
        until: None,
    };
    let body = Body {
        subject: "Netralitas pegawai".to_owned(),
        election: "Pilkada".to_owned(),
        opening: "Pegawai tetap memiliki hak pilih.".to_owned(),
        provisions: ["Tidak mendukung calon.", "Tidak memakai kendaraan dinas."].map(Provision::proposed).to_vec(),
        closing: "Edaran ini berlaku sejak tanggalnya.".to_owned(),
        bases: vec!["uu-2023-20".to_owned()],
        copies: Vec::new(),
        attachments: Vec::new(),
    };
    let today = town.now.date(Zone::Wib);
    let addressees = Addressees { categories: vec![Category::Pns], units: vec![town.unit], ..Addressees::default() };
    let mut circular = Circular::draft(chance.id(), today, body, addressees);
    circular.number = Some("800/1".to_owned());
    let signatory =
        Signatory { tenure: String::new(), title: "Bupati Ukur".to_owned(), name: "Rahmat Contoh, M.Si.".to_owned() };
    circular.state = State::Published { at: town.now, signatory };
    let (name, election) = ("Pilkada".to_owned(), circular.body.election.clone());
    let (pass_mark, asks, tries) = (QUESTIONS, Asks::Pact, None);
    let command = DriveCommand { name, election, due: today, know_by: None, pass_mark, asks, tries };
    let drive = command.begin(chance.id(), circular.id, false, town.now);
    let id = drive.id;
    let effects = vec![
        Effect::InstitutionAdded(Box::new(institution)),
        Effect::UnitAdded(Box::new(unit)),
        Effect::CircularSaved(Box::new(circular)),
        Effect::DriveBegun(Box::new(drive)),
    ];
    (effects, id)
}

struct OpenSessions {
    scope: Scope,
    now: Instant,
    sessions: Vec<([u8; 32], AccountId, PersonId)>,
}

impl store::Unit for OpenSessions {
    type Out = ();
    type Error = StoreError;
    const NAME: &'static str = "bench/open_sessions";

    async fn run(&self, tx: &mut Tx) -> Result<(), StoreError> {
        // A session is noted as used once a minute at most. As if it had just been noted when the measurement
        // comes: otherwise every first request would write twice.
        let seen = self.now.plus(Duration::from_secs(60 * 60));
        let expires = self.now.plus(Duration::from_secs(12 * 60 * 60));
        for (token, account, person) in &self.sessions {
            let facts = Facts { machine: Machine::default(), factors: 2, proved: self.now, proof: None, kiosk: None };
            sessions::open(tx, &self.scope, *token, (*account, *person), (seen, expires), facts).await?;
        }
        Ok(())
    }
}
