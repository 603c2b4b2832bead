use base::{Instant, Occasion, Zone, parse_iso_date};
use domain::category::Category;
use domain::change::{Effect, RoleGrant};
use domain::circular::{Addressees, Body, Signatory};
use domain::delegation::{Delegation, Letter};
use domain::drive::{Asks, DriveCommand};
use domain::exception::{ExceptionCommand, ExceptionKind, ExemptReason, Words};
use domain::handover::{HandedRole, Handover};
use domain::ids::{
    CircularId, DelegationId, DriveId, HandoverId, KioskId, MergeId, PactId, PersonId, PostId, SignatureCheckId,
    TaskId, UnitId,
};
use domain::kiosk::Kiosk;
use domain::knowledge::Pact;
use domain::merge::{Merge, MergeEffect};
use domain::people::{DetailKind, Engagement, Name, Person};
use domain::policy::Role;
use domain::signature_check::{CheckReason, SignatureCheck};
use service::testing::papers::keep_draft;
use service::testing::{PlainPress, Town, World};
use service::{BeginDrive, Declarations, Proved, PublishCommand, ScanCommand};

/// Works until nothing is due.
pub async fn work(world: &World) {
    while world.app.work_once(Occasion::draw(world.tick()), &PlainPress).await.unwrap() > 0 {}
}

/// Somebody of the head's unit without role or account, on whom slips can be tried.
pub async fn newcomer(world: &World) -> PersonId {
    somebody(world, &world.town, world.town.units[1], "198001012005019999").await
}

/// Somebody of a unit who will never sign in.
pub async fn idle(world: &World, town: &Town, unit: UnitId) -> PersonId {
    let number = world.tick().micros() / 1_000_000 % 10_000_000;
    somebody(world, town, unit, &format!("19800101200{number:07}")).await
}

async fn somebody(world: &World, town: &Town, unit: UnitId, number: &str) -> PersonId {
    let mut chance = Occasion::draw(world.now).chance();
    let since = parse_iso_date("2020-01-01").unwrap();
    let name = Name { before: String::new(), bare: "Warga Baru".to_owned(), after: String::new() };
    let person = Person { id: chance.id(), name, has_phone: true };
    let detail = world.app.seal_detail(person.id, DetailKind::Nip, number, since, &mut chance);
    let engagement = Engagement {
        id: chance.id(),
        person: person.id,
        unit,
        category: Category::Pns,
        position: "Jabatan contoh".to_owned(),
        since,
        until: None,
    };
    let id = person.id;
    let effects = vec![
        Effect::PersonAdded(Box::new(person)),
        Effect::DetailAdded(Box::new(detail)),
        Effect::EngagementAdded(Box::new(engagement)),
    ];
    let occasion = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(occasion, town.institution.id, effects).await.unwrap();
    id
}

/// A unit in which nobody works.
pub async fn ground(world: &World, town: &Town) -> UnitId {
    let mut chance = Occasion::draw(world.now).chance();
    let id = chance.id();
    let (code, since) = (format!("{id}"), parse_iso_date("2020-01-01").unwrap());
    let name = "Unit kosong".to_owned();
    let kind = domain::unit_kind::UnitKind::Office;
    let unit = domain::tenancy::Unit { id, parent: None, kind, code, name, week: None, since, until: None };
    let occasion = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(occasion, town.institution.id, vec![Effect::UnitAdded(Box::new(unit))]).await.unwrap();
    id
}

/// A post in a unit of its own, which nobody holds. It has no duty: nobody may do more in this walk than before.
pub async fn post(world: &World, town: &Town) -> PostId {
    let unit = ground(world, town).await;
    let mut chance = Occasion::draw(world.now).chance();
    let (id, title) = (chance.id(), "Nama lama".to_owned());
    let post = domain::post::Post { id, unit, title, duty: domain::post::Duty::Other };
    let occasion = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(occasion, town.institution.id, vec![Effect::PostAdded(Box::new(post))]).await.unwrap();
    id
}

/// An election of villages with the stages that every calendar needs, as the form sends it.
pub fn election_form(number: u64) -> Vec<(&'static str, String)> {
    let mut fields: Vec<(&'static str, String)> = vec![("nama", format!("Pemilihan kepala desa {number}"))];
    let typed = [
        ("untuk", "village"),
        ("surat", "Keputusan Bupati"),
        ("nomor", "141/22"),
        ("dibaca", "Arsip"),
        ("tanggal_day", "1"),
        ("tanggal_month", "10"),
        ("tanggal_year", "2024"),
        ("baris", "4"),
        ("jenis-1", "campaign"),
        ("dari-1_day", "1"),
        ("dari-1_month", "3"),
        ("dari-1_year", "2027"),
        ("jenis-2", "quiet_period"),
        ("dari-2_day", "2"),
        ("dari-2_month", "3"),
        ("dari-2_year", "2027"),
        ("jenis-3", "voting"),
        ("dari-3_day", "3"),
        ("dari-3_month", "3"),
        ("dari-3_year", "2027"),
    ];
    fields.extend(typed.map(|(field, value)| (field, value.to_owned())));
    fields
}

/// An election that the town's legal officer has entered; it waits.
pub async fn own_election(world: &World, town: &Town, occasion: Occasion) -> domain::ids::OwnElectionId {
    use domain::own_election::{CalendarLetter, ElectionKind, OwnElectionCommand, OwnStage, StageKind, Text};
    let day = |text: &str| parse_iso_date(text).unwrap();
    let text = |words: &str| Text { id: words.to_owned(), en: String::new() };
    let stage = |kind, on: &str| OwnStage { kind, name: text("Tahapan"), from: day(on), to: day(on) };
    let said = OwnElectionCommand {
        name: text("Pemilihan kepala desa serentak"),
        kind: ElectionKind::Village,
        of: None,
        stages: vec![
            stage(StageKind::Campaign, "2027-03-01"),
            stage(StageKind::QuietPeriod, "2027-03-02"),
            stage(StageKind::Voting, "2027-03-03"),
        ],
        letter: CalendarLetter {
            what: "Keputusan Bupati".to_owned(),
            number: "141/22".to_owned(),
            dated: day("2024-10-01"),
            read_at: "Arsip".to_owned(),
        },
    };
    let caller = service::Caller { occasion, ..world.caller(town, Role::LegalOfficer) };
    world.app.enter_election(&caller, None, said).await.unwrap()
}

/// A delegation of which somebody is the giver, to the town's outsider.
pub async fn delegation(world: &World, town: &Town, role: Role) -> DelegationId {
    let mut chance = Occasion::draw(world.now).chance();
    let day = |text: &str| parse_iso_date(text).unwrap();
    let delegation = Delegation {
        id: chance.id(),
        from: town.person(role).person,
        to: town.people.last().unwrap().person,
        role: Role::LegalOfficer,
        unit: None,
        since: day("2024-10-14"),
        until: day("2024-11-14"),
        letter: Letter { number: "800/1/2024".to_owned(), dated: day("2024-10-14") },
        given: world.now,
        ended: None,
    };
    let id = delegation.id;
    let occasion = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(occasion, town.institution.id, vec![Effect::Delegated(Box::new(delegation))]).await.unwrap();
    id
}

/// A handover of a role to whoever is there for this one, from somebody who is there for nothing else.
pub async fn handover(world: &World, town: &Town, role: Role) -> HandoverId {
    let leaving = idle(world, town, town.units[1]).await;
    let mut chance = Occasion::draw(world.now).chance();
    let (id, since, handed) = (chance.id(), parse_iso_date("2024-10-01").unwrap(), Role::LegalOfficer);
    let grant = RoleGrant { id, person: leaving, role: handed, unit: None, since, until: None };
    let roles = vec![HandedRole { grant: grant.id, role: handed, unit: None }];
    let people = (leaving, town.person(role).person);
    let it = Handover::propose(chance.id(), people, roles, (leaving, world.now)).unwrap();
    let id = it.id;
    let effects = vec![Effect::RoleGranted(Box::new(grant)), Effect::HandoverSaved(Box::new(it))];
    let occasion = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(occasion, town.institution.id, effects).await.unwrap();
    id
}

/// A proposal that two people who are there for nothing else are one, by a third.
pub async fn merge(world: &World, town: &Town) -> MergeId {
    let (one, other) = (idle(world, town, town.units[1]).await, idle(world, town, town.units[1]).await);
    let (by, id) = (idle(world, town, town.units[1]).await, MergeId::draw());
    let reason =
        world.app.keys().seal(&format!("merge/{id}/reason"), b"KTP sama", &mut Occasion::draw(world.now).chance());
    let it = Merge::propose(id, (one, other), reason, (by, world.now)).unwrap();
    let effect = Effect::Merge(MergeEffect::Saved(Box::new(it)));
    world.app.set_up(Occasion::draw(world.now), town.institution.id, vec![effect]).await.unwrap();
    id
}

/// A file that makes whoever has the number head of a unit of its own, in which nobody works; from tomorrow on, since nobody
/// may do more in this walk than before.
pub async fn heads_file(world: &World, number: &str, at: Instant) -> String {
    let unit = ground(world, &world.town).await;
    let (tomorrow, today) = (iso_day(at.plus(DAY)), iso_day(at));
    format!(
        "Kode unit;Nama jabatan;Nomor pegawai;Cara memangku;Hari pertama;Nomor surat;Tanggal surat\n\
         {unit};Kepala Unit;{number};Plt.;{tomorrow};821/1/2024;{today}\n"
    )
}

/// The rows of such a file as the page holds them.
pub async fn heads_rows(world: &World, person: PersonId, at: Instant) -> String {
    let unit = ground(world, &world.town).await;
    let (tomorrow, today) = (iso_day(at.plus(DAY)), iso_day(at));
    format!("2\t{unit}\t{person}\tplt\t{tomorrow}\t\t{today}\t821/1/2024\tKepala Unit")
}

const DAY: std::time::Duration = std::time::Duration::from_secs(86_400);

fn iso_day(at: Instant) -> String {
    base::iso_date(at.date(Zone::Wib))
}

/// The fields of a date.
pub fn date(name: &str, at: Instant) -> [(&'static str, String); 3] {
    let day = at.date(Zone::Wib);
    let names = match name {
        "mulai" => ["mulai_day", "mulai_month", "mulai_year"],
        "sampai" => ["sampai_day", "sampai_month", "sampai_year"],
        _ => ["tanggal_day", "tanggal_month", "tanggal_year"],
    };
    let values = [day.day().to_string(), u8::from(day.month()).to_string(), day.year().to_string()];
    let [a, b, c] = names;
    let [x, y, z] = values;
    [(a, x), (b, y), (c, z)]
}

/// Drafts and publishes a circular for everybody of the town.
pub async fn publish(world: &World, town: &Town, subject: &str) -> CircularId {
    let body = Body {
        subject: subject.to_owned(),
        election: "Pilkada 2024".to_owned(),
        provisions: vec!["Menjaga netralitas.".into()],
        bases: vec!["pp-2021-94".to_owned()],
        ..Body::default()
    };
    let everyone = Addressees {
        categories: vec![Category::Pns, Category::VillageHead],
        units: Vec::new(),
        ..Addressees::default()
    };
    let officer = world.caller(town, Role::PersonnelOfficer);
    let id = world.app.begin_draft(&officer, body, everyone).await.unwrap();
    let officer = world.caller(town, Role::PersonnelOfficer);
    world.app.attach(&officer, (id, 1), "Contoh", SCAN, &PlainPress).await.unwrap();
    let command = PublishCommand::for_pact(2, parse_iso_date("2024-10-18").unwrap(), 4);
    world.app.publish_circular(&world.caller(town, Role::DecidingAuthority), id, command).await.unwrap();
    id
}

/// What somebody owes for a circular.
pub async fn task(world: &World, town: &Town, role: Role, circular: CircularId) -> TaskId {
    let home = world.app.home(&world.caller(town, role)).await.unwrap();
    home.tasks.into_iter().find(|own| own.circular.id == circular && own.drive.asks == Asks::Pact).unwrap().task.id
}

/// What somebody owes in the drive of a circular that ends with the pledge; it begins when it is first asked for.
pub async fn pledge_task(world: &World, town: &Town, role: Role, circular: CircularId) -> TaskId {
    let command = DriveCommand {
        name: "Gerakan ikrar".to_owned(),
        election: "Pilkada 2024".to_owned(),
        due: parse_iso_date("2024-10-18").unwrap(),
        know_by: parse_iso_date("2024-10-16").ok(),
        pass_mark: 4,
        asks: Asks::Pledge,
        tries: None,
    };
    let officer = world.caller(town, Role::PersonnelOfficer);
    let drive = world.app.begin_drive(&officer, BeginDrive { circular, command }).await.unwrap();
    work(world).await;
    let home = world.app.home(&world.caller(town, role)).await.unwrap();
    home.tasks.into_iter().find(|own| own.drive.id == drive).unwrap().task.id
}

/// A pact that somebody signed, with its paper.
pub async fn pact(world: &World, town: &Town, role: Role) -> PactId {
    signed(world, town, role).await.id
}

/// The first pact that somebody signed.
pub async fn signed(world: &World, town: &Town, role: Role) -> Pact {
    // The first that was signed has its paper; others may have been signed since.
    let home = world.app.home(&world.caller(town, role)).await.unwrap();
    home.pacts.into_iter().min_by_key(|pact| pact.signed).unwrap()
}

/// A look that nobody has decided at the examiner's first signature, as if it had been given on a crowded computer.
pub async fn crowded(world: &World, town: &Town) -> SignatureCheckId {
    let checks = world.app.signature_checks(&world.caller(town, Role::PersonnelOfficer)).await.unwrap();
    let mut checks = checks.lines.into_iter().map(|line| line.listed.check);
    let is_open = |check: &SignatureCheck| check.reason == CheckReason::Crowded && check.decision.is_none();
    if let Some(check) = checks.find(is_open) {
        return check.id;
    }
    let pact = signed(world, town, Role::Examiner).await;
    let mut chance = Occasion::draw(world.now).chance();
    let check = SignatureCheck {
        id: chance.id(),
        pact: Some(pact.id),
        attendance: None,
        given: pact.signed,
        task: pact.task,
        person: pact.person,
        reason: CheckReason::Crowded,
        device: None,
        opened: world.now,
        decision: None,
    };
    let occasion = Occasion::seeded(world.now, chance.bytes());
    let opened = vec![Effect::SignatureCheckOpened(Box::new(check))];
    world.app.set_up(occasion, town.institution.id, opened).await.unwrap();
    check.id
}

/// An open kiosk of somebody.
pub async fn kiosk(world: &World, town: &Town, role: Role) -> KioskId {
    let mut chance = Occasion::draw(world.now).chance();
    let who = (town.institution.id, town.person(role).person);
    let kiosk = Kiosk::open(chance.id(), who, chance.bytes(), world.now);
    let occasion = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(occasion, town.institution.id, vec![Effect::KioskOpened(kiosk)]).await.unwrap();
    kiosk.id
}

/// Reads the circular of a task. Whoever has read it has read it.
pub async fn read(world: &World, town: &Town, role: Role, task: TaskId) {
    world.app.open_circular(&world.caller(town, role), task).await.unwrap();
    world.app.confirm_read(&world.caller(town, role), task).await.unwrap();
}

/// Passes the check of a task, unless it is passed.
pub async fn pass(world: &World, town: &Town, role: Role, task: TaskId) {
    read(world, town, role, task).await;
    if let Ok(check) = world.app.check(&world.caller(town, role), task).await {
        let right = check.questions.iter().map(|question| u8::try_from(question.correct).ok()).collect();
        world.app.answer_check(&world.caller(town, role), task, check.attempt, right).await.unwrap();
    }
}

/// Does all that the first task of somebody asks, up to the signature.
pub async fn sign(world: &World, town: &Town, role: Role) {
    let home = world.app.home(&world.caller(town, role)).await.unwrap();
    let task = home.tasks[0].task.id;
    pass(world, town, role, task).await;
    let freely = Declarations { pledged: true, freely: true };
    world.app.sign_pact(&world.caller(town, role), task, freely, Proved::Password).await.unwrap();
}

/// What looks enough like a PDF to be taken by a press that looks into no files.
pub const SCAN: &[u8] = b"%PDF-1.7 surat %%EOF";

/// A fresh draft of the town with a scan that somebody of this role uploaded.
pub async fn submit(world: &World, town: &Town, role: Role) -> CircularId {
    let id = keep_draft(world, town).await.id;
    let command = ScanCommand {
        version: 1,
        number: Some("270/343-Huk".to_owned()),
        dated: parse_iso_date("2024-10-11").unwrap(),
        signatory: Signatory {
            tenure: "Pj.".to_owned(),
            title: "Bupati Sukamaju".to_owned(),
            name: "Rahmat Contoh".to_owned(),
        },
        due: parse_iso_date("2024-10-18").unwrap(),
        know_by: None,
        pass_mark: 4,
        asks: Asks::Pact,
        tries: None,
    };
    world.app.submit_scan(&world.caller(town, role), id, command, SCAN.to_vec(), &PlainPress).await.unwrap();
    id
}

/// A circular of the town that was published on paper.
pub async fn on_paper(world: &World, town: &Town) -> CircularId {
    let id = submit(world, town, Role::LegalOfficer).await;
    let officer = world.caller(town, Role::PersonnelOfficer);
    let scan = world.app.paper_issue(&officer, id).await.unwrap().scan.unwrap();
    world.app.confirm_scan(&world.caller(town, Role::PersonnelOfficer), id, scan.id).await.unwrap();
    id
}

/// An exemption of somebody, recorded by whoever has this role; the one that stands, if there is one. From their newest
/// drive, unless another is meant.
pub async fn exempt(world: &World, town: &Town, by: Role, person: PersonId, drive: Option<DriveId>) -> String {
    let caller = world.caller(town, by);
    let record = world.app.person_record(&caller, person).await.unwrap();
    let drive = record.meant(drive).unwrap().drive.id;
    let day = parse_iso_date("2024-10-14").unwrap();
    let kind = ExceptionKind::Exempt(ExemptReason::Left);
    let command = ExceptionCommand { kind, on: day, words: Words::default() };
    let again = world.caller(town, by);
    world.app.note_exception(&again, person, drive, command).await.unwrap().to_string()
}
