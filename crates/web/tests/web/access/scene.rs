// long: what every route can be about and be sent stands in one place, as the routes do in `cases`.

use super::cases::Case;
use super::halls::{self, Halls};
use super::packs::{self, Packs};
use super::steps::{
    self, SCAN, crowded, kiosk, newcomer, on_paper, pact, pass, pledge_task, publish, read, sign, signed, submit, task,
    work,
};
use super::{adoptions, questions};
use crate::press::Refusing;
use crate::{Stage, session};
use axum::Router;
use base::Occasion;
use domain::ids::{CircularId, DetailId, GrantId, ImportId, JobId, PackId, PackPictureId, PersonId, SlipBatchId};
use domain::paper::tidy_code;
use domain::policy::{Action, Actor, Held, Role, Target, allow};
use service::testing::papers::keep_draft;
use service::testing::{BrokenPress, PASSWORD, Town, World};
use service::{Caller, RosterFile};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use url::form_urlencoded;
use web::Mode;

/// Everybody who visits, one for each role.
pub const EVERYBODY: [Role; 13] = [
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
    Role::Adviser,
];

/// Long enough for every new password.
const NEW_PASSWORD: &str = "kata sandi yang baru sekali";

/// What the parameter of a path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// Nothing that belongs to anybody.
    Nothing,
    /// A circular on the town's public pages: a published one, a draft, a neighbour's.
    Circular,
    /// A task: one's own, a colleague's, a neighbour's.
    Task,
    /// A task of a drive that ends with the pledge: one's own, a colleague's, a neighbour's.
    PledgeTask,
    /// A signed pact, as a task.
    Pact,
    /// The task of a signed pact.
    Signed,
    /// A look at a signature on a crowded computer.
    Check,
    /// A kiosk that somebody opened.
    Kiosk,
    /// A draft of the town, or of the neighbour.
    Draft,
    /// A draft with a scan of its letter that somebody else uploaded.
    Scanned,
    /// A circular that was published on paper.
    OnPaper,
    /// A published circular of the town, or of the neighbour.
    Issued,
    /// Such a circular that nothing else needs.
    Withdrawable,
    /// The draft of a revision of the town, or of the neighbour.
    Revision,
    /// A unit: the head's own, another, the neighbour's.
    Unit,
    /// A person in such a unit.
    Person,
    /// A staged roster.
    Import,
    /// A parked job.
    Job,
    /// A role that somebody was given.
    Grant,
    /// An assembly that is over, with a sheet: of the head's unit, of the whole institution, the neighbour's.
    Assembly,
    /// An assembly that has not begun.
    Planned,
    /// An assembly at which people sign: one that the visitor has joined, one they have not, the neighbour's.
    Joined,
    /// The same of an assembly that is over.
    Attended,
    /// A reading that was recorded: in the head's unit, in another, the neighbour's.
    Reading,
    /// A unit in which nobody works: of the town, or of the neighbour.
    Ground,
    /// A post in such a unit, which nobody holds.
    Post,
    /// An election that waits: of the town, or of the neighbour.
    OwnElection,
    /// A village pack with a picture: through the head's unit, through another, the neighbour's.
    Pack,
    /// A delegation that the visitor, a colleague or a neighbour has given.
    Delegation,
    /// An order of slips that waits: of the head's unit, of another, the neighbour's.
    SlipBatch,
    /// The same, released by the visitor where they may.
    Released,
    /// A handover to the visitor, or to a neighbour.
    Handover,
    /// A proposal that two records of the town become one, or of the neighbour.
    Merge,
    /// A question to the adviser that was asked with a name: one's own, a colleague's, a neighbour's.
    Question,
    /// A question of an employee that waits at the desk: of the town, or of the neighbour.
    Asked,
    /// The same, answered.
    Answered,
    /// An answer that another adviser told anew: of the town, or of the neighbour.
    Anew,
    /// A device on which somebody is signed in: another one of one's own, a colleague's, a neighbour's.
    Device,
}

/// Which of these things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// One's own, or of one's own unit or institution where a thing belongs to one.
    Own,
    /// Somebody else's or another unit's, in the same institution.
    Other,
    /// Another institution's.
    Foreign,
}

impl Thing {
    /// The places in which there is such a thing.
    pub const fn places(self) -> &'static [Place] {
        match self {
            Self::Nothing => &[Place::Own],
            Self::Circular
            | Self::Task
            | Self::PledgeTask
            | Self::Pact
            | Self::Signed
            | Self::Kiosk
            | Self::Unit
            | Self::Person
            | Self::Assembly
            | Self::Planned
            | Self::Reading
            | Self::Joined
            | Self::Pack
            | Self::Device
            | Self::Question
            | Self::SlipBatch
            | Self::Delegation
            | Self::Released
            | Self::Attended => &[Place::Own, Place::Other, Place::Foreign],
            Self::Check
            | Self::Asked
            | Self::Answered
            | Self::Anew
            | Self::Draft
            | Self::Scanned
            | Self::OnPaper
            | Self::Issued
            | Self::Withdrawable
            | Self::Revision
            | Self::Import
            | Self::Job
            | Self::Grant
            | Self::Handover
            | Self::Merge
            | Self::OwnElection
            | Self::Post
            | Self::Ground => &[Place::Own, Place::Foreign],
        }
    }
}

/// What is sent, such that whoever may is taken at their word.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    /// Nothing.
    Empty,
    /// These fields.
    Fields(&'static [(&'static str, &'static str)]),
    /// JSON that no device made.
    Script,
    /// An employee's number and password.
    Credentials,
    /// The code of a slip.
    Code,
    /// A password for whom a slip was made.
    NewPassword,
    /// A new password for the one that everybody has.
    ChangePassword,
    /// That an opened circular was read.
    Reading,
    /// Answers to the open check.
    Answers,
    /// Pledge and signature, or the pledge alone.
    Signature,
    /// One number of a person.
    Detail,
    /// A roster file.
    Roster,
    /// The scan of a letter.
    Scan,
    /// An attachment of a draft.
    Attachment,
    /// That a scan was compared.
    Compared,
    /// A number that no letter has.
    LetterNumber,
    /// A role for somebody.
    Grant,
    /// The plan of an assembly.
    Plan,
    /// The photographed sheet of an assembly.
    Sheet,
    /// A village pack to be made.
    Pack,
    /// A picture of a village pack.
    Photo,
    /// Who was there when a circular was read out, with the sheet.
    Attendance,
    /// That one stands at an assembly, with the ticket of its words.
    Ticket,
    /// A drive for the town's published circular.
    Drive,
    /// An employee as the visitor's successor.
    Successor,
    /// An order of slips for somebody of the head's unit.
    Slips,
    /// A unit that begins.
    NewUnit,
    /// A post, each time under another title.
    NewPost,
    /// An election of villages, each time under another name.
    NewElection,
    /// Somebody of the town takes a post.
    Appointment,
    /// A file by which somebody of the town becomes head of a unit.
    HeadsFile,
    /// The row of such a file, to be recorded.
    Heads,
    /// A delegation of the visitor's role to an employee.
    Delegation,
    /// One's own password.
    Password,
    /// An employee's number.
    Number,
    /// An exemption of the person that can be taken back.
    Excepted,
    /// An answer to an exemption of one's own.
    Response,
    /// The code of an answered question, whose words are to be erased.
    QuestionCode,
    /// A decision about a disputed point.
    Adoption,
    /// The refusal of a decision that waits.
    Adopted,
}

/// A request, before it is sent.
#[derive(Clone)]
pub struct Asked {
    /// The method.
    pub method: &'static str,
    /// The whole path.
    pub path: String,
    /// The id in the path, empty when there is none.
    pub id: String,
    /// What the body is.
    pub kind: String,
    /// The body.
    pub body: Vec<u8>,
    /// Cookies besides the session's.
    pub cookies: Vec<String>,
}

/// What stands in one institution.
struct Stock {
    published: CircularId,
    job: JobId,
    import: ImportId,
    grant: GrantId,
    halls: Halls,
    packs: Packs,
}

/// A town and its neighbour in the middle of a drive. Everybody of the town has signed the pact of an earlier one.
pub struct Scene {
    /// The site.
    pub stage: Stage,
    /// Its routes.
    pub router: Router,
    own: Stock,
    foreign: Stock,
    newcomer: PersonId,
    code: String,
    count: AtomicU64,
}

impl Scene {
    /// Makes it.
    pub async fn new() -> Self {
        let mut stage = Stage::with(Mode::Demo, true).await;
        stage.site.app = stage.site.app.signing_through(Arc::new(Refusing));
        // A second look takes two advisers.
        stage.world.hire(Role::Adviser).await;
        stage.world.hire(Role::Adviser).await;
        let world = &stage.world;
        let newcomer = newcomer(world).await;
        for town in [&world.town, &world.neighbour] {
            publish(world, town, "Edaran pertama").await;
            work(world).await;
            for role in EVERYBODY {
                sign(world, town, role).await;
            }
            work(world).await;
        }
        let mut published = Vec::new();
        for town in [&world.town, &world.neighbour] {
            published.push(publish(world, town, "Edaran kedua").await);
            work(world).await;
        }
        for town in [&world.town, &world.neighbour] {
            publish(world, town, "Edaran yang tidak tercetak").await;
        }
        let mut now = world.now;
        for _ in 0..8 {
            world.app.work_once(Occasion::draw(now), &BrokenPress).await.unwrap();
            now = now.plus(Duration::from_secs(3_601));
        }
        stage.clock.set(now);
        let own = stock(world, &world.town, published[0]).await;
        let foreign = stock(world, &world.neighbour, published[1]).await;
        let officer = world.caller(&world.town, Role::PersonnelOfficer);
        let sheet = world.app.letter_sheet(officer.institution().unwrap(), own.published).await.unwrap();
        let code = sheet.paper.token.as_str().to_owned();
        let router = web::router(stage.site.clone());
        Self { router, own, foreign, newcomer, code, count: AtomicU64::new(0), stage }
    }

    /// The next number.
    pub fn count(&self) -> u64 {
        self.count.fetch_add(1, Ordering::Relaxed)
    }

    /// Whether the town's newest event says that this inhabitant acted.
    pub async fn latest_is_by(&self, role: Role) -> bool {
        let world = &self.stage.world;
        let caller = world.caller(&world.town, role);
        let me = Target::of(world.town.institution.id, "person").person(world.town.person(role).person);
        let mine = allow(&caller.actor, Action::ViewOwn, &me).unwrap().event([0; 16], world.now);
        world.latest_event().await.actor == mine.actor
    }

    /// The request of a case, by somebody about something. Makes what the request needs.
    pub async fn ask(&self, case: &Case, role: Option<Role>, place: Place) -> Asked {
        let who = role.unwrap_or(Role::Employee);
        let id = self.id(case.thing, who, place).await;
        let law = self.stage.world.app.law();
        let provision = &law.instrument("uu-2023-20").unwrap().provisions[0].id;
        let path = case
            .path
            .replace("{id}", &id)
            .replace("{token}", &self.code)
            .replace("{pasal}", provision)
            .replace("{n}", "1");
        let place_name = &self.stage.world.town.institution.short_name;
        let path = path.replace("{lembar}", &self.sheet(place)).replace("{kata}", "abon-acar");
        let path = path.replace("{foto}", &self.pack(place).1.to_string()).replace("{halaman}", "1");
        let path = path.replace("{norma}", "SKB-D-04").replace("{pemilihan}", "pilkada-2024");
        let path = match path.contains("{sengketa}") {
            true => {
                let point = adoptions::point(&self.stage.world);
                path.replace("{instrumen}", &point.instrument).replace("{sengketa}", &point.dispute)
            }
            false => path,
        };
        let path = path.replace("{instrumen}", "uu-2023-20").replace("{instansi}", place_name);
        let town = if place == Place::Foreign { &self.stage.world.neighbour } else { &self.stage.world.town };
        let path = match path.contains("{other}") {
            true => path.replace("{other}", &steps::idle(&self.stage.world, town, town.units[1]).await.to_string()),
            false => path,
        };
        let mut cookies = Vec::new();
        if let Form::NewPassword = case.form {
            cookies.push(format!("netral-aktivasi={}", tidy_code(&self.slip().await)));
        }
        if let Form::Ticket = case.form {
            let ticket = halls::ticket(&self.stage.world, self.own.halls.open, self.stage.site.occasion()).await;
            cookies.push(format!("netral-ikrar={ticket}"));
        }
        let (kind, body) = match case.form {
            Form::Photo => packs::photo(self.count() + 1),
            Form::Sheet => halls::sheet(self.own.halls.absent, &[]),
            Form::Attendance => {
                let (drive, task) = self.own.halls.unread[usize::from(place == Place::Other)];
                halls::sheet(task, &halls::attendance(drive))
            }
            Form::Script => ("application/json".to_owned(), b"{}".to_vec()),
            Form::Roster => self.roster(),
            Form::Scan => scan(),
            Form::HeadsFile => {
                let world = &self.stage.world;
                let number = &world.town.person(Role::Employee).number;
                in_parts("kepala.csv", &steps::heads_file(world, number, self.stage.site.now()).await)
            }
            Form::Attachment => multipart(&[("versi", "1"), ("judul", "Contoh")]),
            form => {
                let fields = self.fields(form, who, place, &id).await;
                let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
                ("application/x-www-form-urlencoded".to_owned(), body.into_bytes())
            }
        };
        Asked { method: case.method, path, id, kind, body, cookies }
    }

    async fn id(&self, thing: Thing, who: Role, place: Place) -> String {
        let world = &self.stage.world;
        let own = place == Place::Own;
        let stock = if place == Place::Foreign { &self.foreign } else { &self.own };
        // Whose task or pact is meant: the visitor's, a colleague's, a neighbour's.
        let colleague = if who == Role::Employee { Role::HeadOfUnit } else { Role::Employee };
        let whose = match place {
            Place::Own => (&world.town, who),
            Place::Other => (&world.town, colleague),
            Place::Foreign => (&world.neighbour, who),
        };
        match thing {
            Thing::Nothing => String::new(),
            Thing::Circular if place == Place::Other => keep_draft(world, &world.town).await.id.to_string(),
            Thing::Circular => stock.published.to_string(),
            Thing::Task => task(world, whose.0, whose.1, stock.published).await.to_string(),
            Thing::PledgeTask => pledge_task(world, whose.0, whose.1, stock.published).await.to_string(),
            Thing::Pact => pact(world, whose.0, whose.1).await.to_string(),
            Thing::Signed => signed(world, whose.0, whose.1).await.task.to_string(),
            Thing::Kiosk => kiosk(world, whose.0, whose.1).await.to_string(),
            Thing::Question => questions::named(world, whose.0, whose.1).await.to_string(),
            Thing::Asked => questions::named(world, whose.0, Role::Employee).await.to_string(),
            Thing::Answered => questions::answered(world, whose.0).await.to_string(),
            Thing::Anew => questions::anew(world, whose.0).await.to_string(),
            Thing::Check => crowded(world, whose.0).await.to_string(),
            Thing::Draft => keep_draft(world, if own { &world.town } else { &world.neighbour }).await.id.to_string(),
            Thing::Scanned => {
                let town = if own { &world.town } else { &world.neighbour };
                submit(world, town, if who == Role::LegalOfficer { Role::PersonnelOfficer } else { Role::LegalOfficer })
                    .await
                    .to_string()
            }
            Thing::OnPaper => on_paper(world, if own { &world.town } else { &world.neighbour }).await.to_string(),
            Thing::Issued => stock.published.to_string(),
            Thing::Withdrawable => publish(world, whose.0, "Edaran yang dicabut").await.to_string(),
            Thing::Revision => {
                let officer = world.caller(whose.0, Role::PersonnelOfficer);
                world.app.begin_revision(&officer, stock.published).await.unwrap().to_string()
            }
            Thing::Unit => match place {
                Place::Own => world.town.units[1].to_string(),
                Place::Other => world.town.units[2].to_string(),
                Place::Foreign => world.neighbour.units[1].to_string(),
            },
            Thing::Person => self.person(place).to_string(),
            Thing::Import => stock.import.to_string(),
            Thing::Job => stock.job.to_string(),
            Thing::Grant => stock.grant.to_string(),
            Thing::Assembly if place == Place::Other => stock.halls.whole.0.to_string(),
            Thing::Assembly => stock.halls.unit.0.to_string(),
            Thing::Planned => {
                let town = if place == Place::Foreign { &world.neighbour } else { &world.town };
                let unit = Some(town.units[1]).filter(|_| place != Place::Other);
                halls::plan(world, town, unit).await.to_string()
            }
            Thing::Joined if own => {
                halls::join(world, &world.town, who, stock.halls.open, self.stage.site.occasion()).await;
                stock.halls.open.to_string()
            }
            Thing::Attended if own => stock.halls.whole.0.to_string(),
            Thing::Joined | Thing::Attended if place == Place::Other => {
                halls::plan(world, &world.town, None).await.to_string()
            }
            Thing::Joined | Thing::Attended => stock.halls.unit.0.to_string(),
            Thing::Pack => self.pack(place).0.to_string(),
            Thing::Reading if place == Place::Other => stock.halls.readings.1.to_string(),
            Thing::Reading => stock.halls.readings.0.to_string(),
            Thing::Post => steps::post(world, if own { &world.town } else { &world.neighbour }).await.to_string(),
            Thing::OwnElection => {
                let town = if own { &world.town } else { &world.neighbour };
                steps::own_election(world, town, self.stage.site.occasion()).await.to_string()
            }
            Thing::Ground => steps::ground(world, if own { &world.town } else { &world.neighbour }).await.to_string(),
            Thing::Delegation => steps::delegation(world, whose.0, whose.1).await.to_string(),
            Thing::SlipBatch => self.slip_batch(place).await.to_string(),
            Thing::Released => {
                let id = self.slip_batch(place).await;
                drop(world.app.release_slips(&self.caller(who), id).await);
                id.to_string()
            }
            Thing::Merge => steps::merge(world, whose.0).await.to_string(),
            Thing::Handover => steps::handover(world, whose.0, whose.1).await.to_string(),
            Thing::Device => self.device(whose.0, whose.1).await,
        }
    }

    /// A sheet of the assembly that is meant.
    fn sheet(&self, place: Place) -> String {
        match place {
            Place::Own => self.own.halls.unit.1.to_string(),
            Place::Other => self.own.halls.whole.1.to_string(),
            Place::Foreign => self.foreign.halls.unit.1.to_string(),
        }
    }

    /// The village pack that is meant, and its picture.
    fn pack(&self, place: Place) -> (PackId, PackPictureId) {
        match place {
            Place::Own => self.own.packs.own,
            Place::Other => self.own.packs.other,
            Place::Foreign => self.foreign.packs.own,
        }
    }

    /// A device on which somebody is signed in, by the name that its owner gives it.
    async fn device(&self, town: &Town, role: Role) -> String {
        let (app, now) = (&self.stage.world.app, self.stage.site.now());
        let tokens = [format!("perangkat-{}", self.count()), format!("perangkat-{}", self.count())];
        for token in &tokens {
            session::open(app, town.institution.id, town.person(role).person, token, now).await;
        }
        let caller = self.stage.world.caller(town, role);
        let owner = Caller::new(caller.actor, self.stage.site.occasion());
        let devices = app.devices(&owner, &tokens[0]).await.unwrap();
        devices.into_iter().find(|device| !device.here).unwrap().name
    }

    /// An order by somebody who is there for nothing else, so that everybody may be its second person.
    async fn slip_batch(&self, place: Place) -> SlipBatchId {
        let world = &self.stage.world;
        let (town, unit) = match place {
            Place::Own => (&world.town, world.town.units[1]),
            Place::Other => (&world.town, world.town.units[2]),
            Place::Foreign => (&world.neighbour, world.neighbour.units[1]),
        };
        let person = steps::idle(world, town, unit).await;
        let Actor::Person { institution, person: orderer, .. } = world.caller(town, Role::Examiner).actor else {
            unreachable!("an inhabitant is a person")
        };
        let roles = vec![Held::own(Role::PersonnelOfficer, None)];
        let actor = Actor::Person { person: orderer, institution, roles };
        let caller = Caller::new(actor, self.stage.site.occasion());
        world.app.order_slips(&caller, unit, false, vec![person]).await.unwrap()
    }

    fn person(&self, place: Place) -> PersonId {
        let world = &self.stage.world;
        match place {
            Place::Own => self.newcomer,
            Place::Other => world.town.people.last().unwrap().person,
            Place::Foreign => world.neighbour.person(Role::Employee).person,
        }
    }

    async fn fields(&self, form: Form, who: Role, place: Place, id: &str) -> Vec<(String, String)> {
        let world = &self.stage.world;
        let number = |role| world.town.person(role).number.clone();
        let pairs: Vec<(&str, String)> = match form {
            Form::Empty
            | Form::Script
            | Form::Roster
            | Form::Scan
            | Form::Attachment
            | Form::HeadsFile
            | Form::Sheet
            | Form::Photo
            | Form::Attendance => Vec::new(),
            Form::Ticket => vec![("saya", "ya".to_owned())],
            Form::Pack => packs::form(world, &world.town, self.own.packs.free).await,
            Form::Plan => halls::form(world, &world.town).await,
            Form::Fields(fields) => fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
            Form::Credentials => vec![("nomor", number(Role::Employee)), ("sandi", PASSWORD.to_owned())],
            Form::Code => vec![("kode", self.slip().await)],
            Form::NewPassword => vec![("sandi", NEW_PASSWORD.to_owned())],
            Form::ChangePassword => vec![("sekarang", PASSWORD.to_owned()), ("sandi", PASSWORD.to_owned())],
            Form::Reading => {
                if place == Place::Own {
                    let task = id.parse().unwrap();
                    world.app.open_circular(&world.caller(&world.town, who), task).await.unwrap();
                }
                Vec::new()
            }
            Form::Answers => self.answers(who, id, place).await,
            Form::Signature => {
                if place == Place::Own {
                    pass(world, &world.town, who, id.parse().unwrap()).await;
                }
                vec![("ikrar", "ya".to_owned()), ("sadar", "ya".to_owned()), ("sandi", PASSWORD.to_owned())]
            }
            Form::Compared => {
                let town = if place == Place::Foreign { &world.neighbour } else { &world.town };
                let officer = world.caller(town, Role::PersonnelOfficer);
                let scan = world.app.paper_issue(&officer, id.parse().unwrap()).await.unwrap().scan.unwrap();
                vec![("pindaian", scan.id.to_string()), ("aksi", "terbitkan".to_owned()), ("cocok", "ya".to_owned())]
            }
            Form::LetterNumber => {
                vec![("nomor", format!("800/{}", self.count())), ("alasan", "Salah tulis".to_owned())]
            }
            Form::Detail => vec![("nomor", self.detail(place).await.to_string())],
            Form::Drive => vec![
                ("edaran", self.own.published.to_string()),
                ("nama", "Gerakan berikutnya".to_owned()),
                ("pemilihan", "Pilkada 2029".to_owned()),
                ("batas_day", "18".to_owned()),
                ("batas_month", "10".to_owned()),
                ("batas_year", "2024".to_owned()),
                ("lulus", "4".to_owned()),
                ("sampai", "signed".to_owned()),
            ],
            Form::Delegation => {
                let unit = world.town.units[1];
                let role =
                    if who == Role::HeadOfUnit { format!("{}.{unit}", who.code()) } else { who.code().to_owned() };
                // A letter of its own each time: the same delegation twice is one.
                let mut fields = vec![("peran", role), ("nomor", number(Role::Employee))];
                fields.push(("surat", format!("800/{}/2024", self.count())));
                for name in ["mulai", "sampai", "tanggal"] {
                    // From tomorrow on: nobody may do more in this walk than on the day before.
                    let tomorrow = self.stage.site.now().plus(std::time::Duration::from_secs(86_400));
                    let letter = if name == "tanggal" { self.stage.site.now() } else { tomorrow };
                    fields.extend(steps::date(name, letter));
                }
                fields
            }
            Form::NewUnit => vec![
                ("nama", "Unit baru".to_owned()),
                ("kode", format!("B{}", self.count())),
                ("mulai_day", "14".to_owned()),
                ("mulai_month", "10".to_owned()),
                ("mulai_year", "2024".to_owned()),
                ("surat", "188/1/2024".to_owned()),
                ("tanggal_day", "11".to_owned()),
                ("tanggal_month", "10".to_owned()),
                ("tanggal_year", "2024".to_owned()),
            ],
            Form::NewPost => vec![
                ("unit", world.town.units[0].to_string()),
                ("judul", format!("Jabatan {}", self.count())),
                ("tugas", "other".to_owned()),
            ],
            Form::NewElection => steps::election_form(self.count()),
            Form::Appointment => {
                let person = world.town.person(Role::Employee).person.to_string();
                let mut fields = vec![("orang", person), ("cara", "plt".to_owned())];
                fields.push(("surat", "821/1/2024".to_owned()));
                for name in ["mulai", "tanggal"] {
                    fields.extend(steps::date(name, self.stage.site.now()));
                }
                fields
            }
            Form::Heads => {
                let person = world.town.person(Role::Employee).person;
                vec![("baris", steps::heads_rows(world, person, self.stage.site.now()).await)]
            }
            Form::Slips => vec![
                ("unit", world.town.units[1].to_string()),
                ("orang", steps::idle(world, &world.town, world.town.units[1]).await.to_string()),
            ],
            Form::Password => vec![("sandi", PASSWORD.to_owned())],
            Form::Successor => {
                vec![("orang", world.town.person(who).person.to_string()), ("nomor", number(Role::Employee))]
            }
            Form::Number => vec![("nomor", number(Role::Employee))],
            Form::Excepted => {
                let town = if place == Place::Foreign { &world.neighbour } else { &world.town };
                vec![("catatan", steps::exempt(world, town, Role::PersonnelOfficer, self.person(place), None).await)]
            }
            Form::Response if place == Place::Own => {
                // Nobody records anything about themselves.
                let by = if who == Role::PersonnelOfficer { Role::HeadOfUnit } else { Role::PersonnelOfficer };
                let home = world.app.home(&world.caller(&world.town, who)).await.unwrap();
                let own = home.tasks.iter().find(|own| own.task.id.to_string() == id).unwrap();
                let drive = Some(own.drive.id);
                let noted = steps::exempt(world, &world.town, by, home.person.id, drive).await;
                vec![("catatan", noted), ("tanggapan", "Saya masih bertugas.".to_owned())]
            }
            Form::Response => vec![("catatan", "0".repeat(32)), ("tanggapan", "Bukan tugas saya.".to_owned())],
            Form::Adoption => adoptions::form(),
            Form::Adopted => adoptions::waiting(world, &world.town).await,
            Form::QuestionCode => {
                let code = questions::code_of_answered(world, &world.town).await;
                vec![("kode", code), ("aksi", "hapus".to_owned())]
            }
            Form::Grant => vec![("nomor", number(Role::Employee)), ("peran", Role::OutsideSeat.code().to_owned())],
        };
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    async fn slip(&self) -> String {
        let world = &self.stage.world;
        let administrator = self.caller(Role::InstitutionAdministrator);
        world.app.issue_activation(&administrator, self.newcomer).await.unwrap().code
    }

    /// Somebody of the town now, when the site thinks it is.
    fn caller(&self, role: Role) -> Caller {
        let caller = self.stage.world.caller(&self.stage.world.town, role);
        Caller::new(caller.actor, self.stage.site.occasion())
    }

    async fn answers(&self, who: Role, id: &str, place: Place) -> Vec<(&'static str, String)> {
        const NAMES: [&str; 5] = ["jawaban-1", "jawaban-2", "jawaban-3", "jawaban-4", "jawaban-5"];
        let world = &self.stage.world;
        // Whoever answers somebody else's check knows its name in the worst case.
        let town = if place == Place::Foreign { &world.neighbour } else { &world.town };
        let owner = match place {
            Place::Other if who == Role::Employee => Role::HeadOfUnit,
            Place::Other => Role::Employee,
            Place::Own | Place::Foreign => who,
        };
        let task = id.parse().unwrap();
        read(world, town, owner, task).await;
        let check = world.app.check(&world.caller(town, owner), task).await.unwrap();
        let mut fields = vec![("percobaan", check.attempt.to_string())];
        let wrong = check.questions.iter().map(|question| ((question.correct + 1) % 3).to_string());
        fields.extend(NAMES.into_iter().zip(wrong));
        fields
    }

    async fn detail(&self, place: Place) -> DetailId {
        let world = &self.stage.world;
        let town = if place == Place::Foreign { &world.neighbour } else { &world.town };
        let custodian = world.caller(town, Role::IdentityCustodian);
        world.app.person_page(&custodian, self.person(place)).await.unwrap().details[0].id
    }

    fn roster(&self) -> (String, Vec<u8>) {
        let unit = self.stage.world.town.units[0];
        let part = "--batas\r\nContent-Disposition: form-data; name=";
        let body = format!(
            "{part}\"unit\"\r\n\r\n{unit}\r\n{part}\"berkas\"; filename=\"pegawai.csv\"\r\n\r\n{ROSTER}\r\n--batas--\r\n"
        );
        ("multipart/form-data; boundary=batas".to_owned(), body.into_bytes())
    }
}

/// A form with a file alone.
fn in_parts(name: &str, text: &str) -> (String, Vec<u8>) {
    let part = format!("--batas\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"{name}\"\r\n\r\n");
    ("multipart/form-data; boundary=batas".to_owned(), format!("{part}{text}\r\n--batas--\r\n").into_bytes())
}

fn scan() -> (String, Vec<u8>) {
    multipart(&[
        ("versi", "1"),
        ("tanggal_day", "14"),
        ("tanggal_month", "10"),
        ("tanggal_year", "2024"),
        ("jabatan", "Bupati Sukamaju"),
        ("nama", "Rahmat Contoh"),
        ("lulus", "4"),
        ("batas_day", "18"),
        ("batas_month", "10"),
        ("batas_year", "2024"),
    ])
}

/// These fields and a file.
fn multipart(fields: &[(&str, &str)]) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--batas\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    body.extend_from_slice(b"--batas\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a.pdf\"\r\n\r\n");
    body.extend_from_slice(SCAN);
    body.extend_from_slice(b"\r\n--batas--\r\n");
    ("multipart/form-data; boundary=batas".to_owned(), body)
}

const ROSTER: &str = "NIP;Nama;Status;Unit Kerja;Jabatan\n\
    198503152010011001;Made Baru;PNS;Puskesmas Melati (rekaan);Bidan\n\
    19850315201001;Ketut Salah;PNS;Puskesmas Melati (rekaan);Bidan\n";

async fn stock(world: &World, town: &Town, published: CircularId) -> Stock {
    let administrator = || world.caller(town, Role::InstitutionAdministrator);
    let outsider = town.people.last().unwrap();
    world.app.grant_role(&administrator(), &outsider.number, Role::OutsideSeat).await.unwrap();
    let grants = world.app.granted_roles(&administrator()).await.unwrap();
    let grant = grants.iter().find(|(grant, _)| grant.person == outsider.person).unwrap().0.id;
    let parked = world.app.system_view(&administrator()).await.unwrap().parked;
    let file =
        RosterFile { name: "pegawai.csv".to_owned(), bytes: ROSTER.as_bytes().to_vec(), ..RosterFile::default() };
    let officer = world.caller(town, Role::PersonnelOfficer);
    let import = world.app.stage_roster(&officer, file, vec![town.units[0]], base::Language::Indonesian).await.unwrap();
    let halls = Halls::new(world, town).await;
    let packs = Packs::new(world, town).await;
    Stock { published, job: parked[0].id, import, grant, halls, packs }
}
