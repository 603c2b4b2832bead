use base::{Occasion, parse_iso_date};
use domain::category::Category;
use domain::change::Effect;
use domain::circular::{Addressees, Body};
use domain::exception::{ExceptionCommand, ExceptionKind, ExemptReason, Words};
use domain::ids::{CircularId, DriveId, PactId, PersonId, SignatureCheckId, TaskId};
use domain::knowledge::{Pact, Proof};
use domain::people::{DetailKind, Engagement, Name, Person};
use domain::policy::Role;
use domain::signature_check::{CheckReason, SignatureCheck};
use service::testing::{PlainPress, Town, World};
use service::{Declarations, PublishCommand};

/// Works until nothing is due.
pub async fn work(world: &World) {
    while world.app.work_once(Occasion::draw(world.tick()), &PlainPress).await.unwrap() > 0 {}
}

/// Somebody of the head's unit without role or account, on whom slips can be tried.
pub async fn newcomer(world: &World) -> PersonId {
    let mut chance = Occasion::draw(world.now).chance();
    let since = parse_iso_date("2020-01-01").unwrap();
    let name = Name { before: String::new(), bare: "Warga Baru".to_owned(), after: String::new() };
    let person = Person { id: chance.id(), name, has_phone: true };
    let detail = world.app.seal_detail(person.id, DetailKind::Nip, "198001012005019999", since, &mut chance);
    let engagement = Engagement {
        id: chance.id(),
        person: person.id,
        unit: world.town.units[1],
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
    world.app.set_up(occasion, world.town.institution.id, effects).await.unwrap();
    id
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
    let everyone = Addressees { categories: vec![Category::Pns, Category::VillageHead], units: Vec::new() };
    let officer = world.caller(town, Role::PersonnelOfficer);
    let id = world.app.begin_draft(&officer, body, everyone).await.unwrap();
    let command = PublishCommand::for_pact(1, parse_iso_date("2024-10-18").unwrap(), 4);
    world.app.publish_circular(&world.caller(town, Role::DecidingAuthority), id, command).await.unwrap();
    id
}

/// What somebody owes for a circular.
pub async fn task(world: &World, town: &Town, role: Role, circular: CircularId) -> TaskId {
    let home = world.app.home(&world.caller(town, role)).await.unwrap();
    home.tasks.into_iter().find(|own| own.circular.id == circular).unwrap().task.id
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
        pact: pact.id,
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
    world.app.sign_pact(&world.caller(town, role), task, freely, Proof::Password).await.unwrap();
}

/// An exemption of somebody, recorded by whoever has this role; the one that stands, if there is one. From their newest
/// drive, unless another is meant.
pub async fn exempt(world: &World, town: &Town, by: Role, person: PersonId, drive: Option<DriveId>) -> String {
    let caller = world.caller(town, by);
    let record = world.app.person_record(&caller, person, drive).await.unwrap();
    let day = parse_iso_date("2024-10-14").unwrap();
    let kind = ExceptionKind::Exempt(ExemptReason::Left);
    let command = ExceptionCommand { kind, on: day, words: Words::default() };
    let again = world.caller(town, by);
    world.app.note_exception(&again, person, record.task.drive, command).await.unwrap().to_string()
}
