//! Assemblies of a town: one that is over of the head's unit, one of everybody, and one at which people sign.

use super::scene::EVERYBODY;
use base::Occasion;
use domain::assembly::{Phase, Plan, Step};
use domain::ids::{AssemblyId, DriveId, ReadingId, SheetId, TaskId, UnitId};
use domain::policy::Role;
use domain::reading::ReadingCommand;
use service::testing::{Town, World};
use service::{Caller, DeskQuery, Device, SheetPhoto, UnheardQuery};

/// The assemblies.
pub struct Halls {
    /// Of the head's unit and over, with a sheet. Nobody joined it.
    pub unit: (AssemblyId, SheetId),
    /// Of everybody and over, with a sheet. Everybody joined it.
    pub whole: (AssemblyId, SheetId),
    /// Of everybody; people sign.
    pub open: AssemblyId,
    /// Somebody who owes the pledge and was at none of them.
    pub absent: TaskId,
    /// Somebody of the head's unit and somebody of another who have not read, in which drive.
    pub unread: [(DriveId, TaskId); 2],
    /// Readings in the head's unit and in the one above, that somebody else recorded.
    pub readings: (ReadingId, ReadingId),
}

impl Halls {
    /// Holds them.
    pub async fn new(world: &World, town: &Town) -> Self {
        let unit = plan(world, town, Some(town.units[1])).await;
        let unit = (unit, over(world, town, unit, &[]).await);
        let whole = plan(world, town, None).await;
        let whole = (whole, over(world, town, whole, &EVERYBODY).await);
        let open = plan(world, town, None).await;
        go_on(world, town, open, Phase::Sign).await;
        let absent = owing(world, town, open).await.pop().unwrap();
        let readings = (reading(world, town, town.units[1]).await, reading(world, town, town.units[0]).await);
        let unread = [unheard(world, town, town.units[1]).await, unheard(world, town, town.units[2]).await];
        Self { unit, whole, open, absent, unread, readings }
    }
}

fn officer(world: &World, town: &Town) -> Caller {
    world.caller(town, Role::PersonnelOfficer)
}

/// The drive for which assemblies are held: the last that is laid before everybody.
async fn drive(world: &World, town: &Town) -> DriveId {
    world.app.plan_choices(&officer(world, town)).await.unwrap().drives[0].id
}

/// Plans an assembly.
pub async fn plan(world: &World, town: &Town, unit: Option<UnitId>) -> AssemblyId {
    let plan = Plan {
        drive: drive(world, town).await,
        unit,
        held: world.now,
        place: "Halaman Kantor Bupati".to_owned(),
        leader: "Sekretaris Daerah".to_owned(),
        witnesses: Vec::new(),
        leaders_first: false,
    };
    world.app.plan_assembly(&officer(world, town), plan).await.unwrap()
}

/// Leads an assembly on until it stands there.
pub async fn go_on(world: &World, town: &Town, id: AssemblyId, phase: Phase) {
    loop {
        let here = world.app.assembly(&officer(world, town), id).await.unwrap().assembly;
        if here.phase == phase {
            return;
        }
        world.app.move_assembly(&officer(world, town), id, here.version, Step::On).await.unwrap();
    }
}

async fn owing(world: &World, town: &Town, id: AssemblyId) -> Vec<TaskId> {
    let page = world.app.desk(&officer(world, town), id, DeskQuery::default()).await.unwrap();
    page.people.into_iter().map(|(line, _)| line.task).collect()
}

/// Leads an assembly to its end; these people join it, and one person more is recorded from a sheet.
async fn over(world: &World, town: &Town, id: AssemblyId, joining: &[Role]) -> SheetId {
    go_on(world, town, id, Phase::Join).await;
    for role in joining {
        join(world, town, *role, id, Occasion::draw(world.tick())).await;
    }
    go_on(world, town, id, Phase::Sign).await;
    let last = vec![owing(world, town, id).await.pop().unwrap()];
    let photo = SheetPhoto { bytes: PHOTO.to_vec() };
    world.app.record_sheet(&officer(world, town), id, last, photo).await.unwrap();
    go_on(world, town, id, Phase::Done).await;
    super::steps::work(world).await;
    world.app.sample(&officer(world, town), id).await.unwrap().lines[0].line.sheet.unwrap()
}

/// The ticket that the words of this moment give.
pub async fn ticket(world: &World, id: AssemblyId, occasion: Occasion) -> String {
    let at = |actor| Caller::new(actor, occasion);
    let officer = at(officer(world, &world.town).actor);
    let said = match world.app.hall(&officer, id).await {
        Ok(hall) => hall.words.unwrap(),
        Err(_) => {
            let neighbour = at(world.caller(&world.neighbour, Role::PersonnelOfficer).actor);
            world.app.hall(&neighbour, id).await.unwrap().words.unwrap()
        }
    };
    let device = Device::new(None, &[10, 0, 0], b"phone");
    world.app.knock(&at(domain::policy::Actor::Public), &device, &said.address()).await.unwrap()
}

/// Goes into an open assembly.
pub async fn join(world: &World, town: &Town, role: Role, id: AssemblyId, occasion: Occasion) {
    let ticket = ticket(world, id, occasion).await;
    let caller = Caller::new(world.caller(town, role).actor, occasion);
    assert_eq!(world.app.join(&caller, &ticket).await.unwrap(), id);
}

const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 a photograph";

/// Somebody of a unit who has not read the circular of the newest drive.
async fn unheard(world: &World, town: &Town, unit: UnitId) -> (DriveId, TaskId) {
    let query = UnheardQuery { unit, drive: None, words: String::new(), page: 1 };
    let page = world.app.unheard(&officer(world, town), query).await.unwrap();
    (page.drive.id, page.people.last().unwrap().0.task)
}

/// Records that a circular was read out in a unit, with one person there.
async fn reading(world: &World, town: &Town, unit: UnitId) -> ReadingId {
    let (drive, task) = unheard(world, town, unit).await;
    let held = world.now.date(town.institution.zone);
    let (place, reader) = ("Aula".to_owned(), "Kepala".to_owned());
    let command = ReadingCommand { drive, unit, held, place, reader };
    let photo = SheetPhoto { bytes: PHOTO.to_vec() };
    world.app.record_reading(&officer(world, town), command, vec![task], photo).await.unwrap().reading.unwrap()
}

/// What is said of a reading besides who was there.
pub fn attendance(drive: DriveId) -> Vec<(&'static str, String)> {
    let mut fields = vec![("gerakan", drive.to_string())];
    let day = [("tanggal_day", "14"), ("tanggal_month", "10"), ("tanggal_year", "2024")];
    fields.extend(day.into_iter().chain([("tempat", "Aula"), ("pembaca", "Kepala")]).map(|(n, v)| (n, v.to_owned())));
    fields
}

/// A sheet as a form sends it, with what else the form says.
pub fn sheet(person: TaskId, fields: &[(&'static str, String)]) -> (String, Vec<u8>) {
    let part = "--batas\r\nContent-Disposition: form-data; name=";
    let said: String = fields.iter().map(|(name, value)| format!("{part}\"{name}\"\r\n\r\n{value}\r\n")).collect();
    let head = format!("{said}{part}\"hadir\"\r\n\r\n{person}\r\n{part}\"foto\"; filename=\"x.jpg\"\r\n\r\n");
    let body = [head.as_bytes(), PHOTO, b"\r\n--batas--\r\n"].concat();
    ("multipart/form-data; boundary=batas".to_owned(), body)
}

const PLAN: [(&str, &str); 6] = [
    ("tanggal_day", "14"),
    ("tanggal_month", "10"),
    ("tanggal_year", "2024"),
    ("pukul", "07.00"),
    ("tempat", "Halaman"),
    ("pemimpin", "Bupati"),
];

/// The form with which an assembly of the head's unit is planned.
pub async fn form(world: &World, town: &Town) -> Vec<(&'static str, String)> {
    let mut pairs = vec![("gerakan", drive(world, town).await.to_string()), ("unit", town.units[1].to_string())];
    pairs.extend(PLAN.map(|(name, value)| (name, value.to_owned())));
    pairs
}
