//! What has happened in the demo before anybody looks: one circular went out, and some people have done what it asks.
//! Everything goes through the use cases that people use.

use super::attachment;
use crate::failure::{During, Failure};
use base::{Chance, Date, Instant, Occasion};
use domain::absence::{AbsenceCommand, AbsenceKind};
use domain::assembly::{Plan, Witness};
use domain::exception::{ExceptionCommand, ExceptionKind, ExemptReason, Words};
use domain::ids::{DriveId, PersonId};
use domain::knowledge::Step;
use domain::policy::{Actor, Held, Role};
use domain::tenancy::Institution;
use service::{App, Caller, Declarations, Fault, MakePack, Place, Press, Proved, PublishCommand};
use std::collections::BTreeSet;
use std::time::Duration;
use store::data::people;
use store::{Scope, StoreError, Tx, Unit};
use tokio::task::JoinSet;
use web::SignIn;

/// Of every hundred people so many have signed, read without passing, or only opened.
const SIGNED: usize = 4;
const READ: usize = 3;
const OPENED: usize = 3;

/// Of the first so many people those who sign do it at one computer, so that some signatures have to be confirmed.
const OFFICE: usize = 102;

/// Calendar days from the circular until the pact is due.
const DAYS: i64 = 21;

/// Calendar days within which a village pack shall be back.
const PACK_DAYS: i64 = 7;

/// How many days ago the circular went out: whoever looks finds the drive in its middle.
const AGO: u32 = 9;

/// A day.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How many people act at once, so that they share commits as on a working day.
const AT_ONCE: usize = 64;

/// Lets it happen.
pub async fn tell(app: &App, institution: &Institution, press: &dyn Press, occasion: &Occasion) -> Result<(), Failure> {
    let mut chance = occasion.chance();
    let cast = Cast { app: app.clone(), institution: institution.clone() };
    let began = Occasion::seeded(occasion.at.before(DAY * AGO), chance.bytes());
    let officer = cast.playing(SignIn::PersonnelOfficer, Role::PersonnelOfficer, &began, &mut chance).await?;
    let head = cast.playing(SignIn::HeadOfRegion, Role::DecidingAuthority, &began, &mut chance).await?;
    let (body, addressees) = web::usual_draft(app.law());
    let id = app.begin_draft(&officer, body, addressees).await.during("the demo's circular cannot be drafted")?;
    let author = Caller::new(officer.actor.clone(), later(&began, &mut chance));
    let attached = app.attach(&author, (id, 1), attachment::TITLE, &attachment::pdf(), press).await;
    attached.during("the demo's attachment cannot be kept")?;
    let today = began.at.date(institution.zone);
    let due = (0..DAYS).try_fold(today, |day, _| day.next_day()).unwrap_or(today);
    let command = PublishCommand::for_pact(2, due, 4);
    app.publish_circular(&head, id, command).await.during("the demo's circular cannot be published")?;
    while app.work_once(later(&began, &mut chance), press).await.during("the demo's jobs cannot be done")? > 0 {}
    let again = Caller::new(officer.actor.clone(), later(occasion, &mut chance));
    let coverage = app.coverage(&again, None, None).await.during("the demo's drive cannot be read")?;
    let Some(coverage) = coverage else { return Err(Failure::new("the demo's drive did not begin")) };
    let plan = assembly(coverage.drive.id, occasion.at);
    let planner = Caller::new(officer.actor.clone(), later(occasion, &mut chance));
    app.plan_assembly(&planner, plan).await.during("the demo's assembly cannot be planned")?;
    let packer = Caller::new(officer.actor.clone(), later(occasion, &mut chance));
    pack(app, &packer, coverage.drive.id, occasion.at.date(institution.zone)).await?;
    let everyone = app.export_not_yet(&again, coverage.drive.id, None).await;
    let everyone = everyone.during("the demo's people cannot be read")?;
    // Whom one can sign in as has done nothing: that is for whoever tries the demo.
    let leads = cast.leads().await?;
    let office = chance.bytes();
    let mut acting = JoinSet::new();
    for (n, one) in everyone.iter().filter(|one| !leads.contains(&one.who.person)).enumerate() {
        let far = match n % 100 {
            0..SIGNED => Far::Signed,
            n if n < SIGNED + READ => Far::Read,
            n if n < SIGNED + READ + OPENED => Far::Opened,
            _ => continue,
        };
        if acting.len() >= AT_ONCE {
            settle(acting.join_next().await)?;
        }
        // Some of them on each day since, more in the beginning; at the computer of the office all on the last.
        let days = u32::try_from(n / 7 % 9).unwrap_or(0).min(u32::try_from(n / 11 % 12).unwrap_or(0));
        let is_office = n < OFFICE;
        let when = if is_office { occasion.at } else { began.at.plus(DAY * days) };
        let own = chance.bytes();
        let place = Place::Browser(Some(if is_office { office } else { own }));
        let caller = cast.employee(one.who.person, Occasion::seeded(when, chance.bytes())).on(place);
        acting.spawn(act(app.clone(), caller, one.who.task, far, chance.bytes()));
    }
    while let Some(done) = acting.join_next().await {
        settle(Some(done))?;
    }
    // Two of those who have done nothing: one is exempt, one refused.
    let idle = everyone.iter().filter(|one| !leads.contains(&one.who.person)).skip(SIGNED + READ + OPENED);
    for (one, command) in idle.zip(exceptions(today)) {
        let noter = Caller::new(officer.actor.clone(), later(occasion, &mut chance));
        let noted = app.note_exception(&noter, one.who.person, coverage.drive.id, command).await;
        noted.during("the demo's exceptions cannot be recorded")?;
    }
    // A third is on leave until a week after the due date.
    if let Some(one) = everyone.iter().filter(|one| !leads.contains(&one.who.person)).nth(SIGNED + READ + OPENED + 2) {
        let noter = Caller::new(officer.actor.clone(), later(occasion, &mut chance));
        let noted = app.note_absence(&noter, one.who.person, leave(today, due), None).await;
        noted.during("the demo's absence cannot be recorded")?;
    }
    // Yesterday's figures, for everybody.
    app.tend_drives(later(occasion, &mut chance)).await.during("the demo's figures cannot be told")?;
    Ok(())
}

/// A pack on its way to the first village, through the agency for villages.
async fn pack(app: &App, officer: &Caller, drive: DriveId, today: Date) -> Result<(), Failure> {
    let choices = app.pack_choices(officer).await.during("the demo's villages cannot be read")?;
    let agency = choices.agencies.iter().find(|unit| unit.name.ends_with("Masyarakat dan Desa"));
    let Some((village, agency)) = choices.villages.first().zip(agency) else {
        return Err(Failure::new("the demo has no village or no agency for villages"));
    };
    let due = (0..PACK_DAYS).try_fold(today, |day, _| day.next_day()).unwrap_or(today);
    let command = MakePack { drive, unit: village.id, through: agency.id, due };
    app.make_pack(officer, command).await.during("the demo's pack cannot be made")?;
    Ok(())
}

fn leave(since: Date, due: Date) -> AbsenceCommand {
    let until = (0..7).try_fold(due, |day, _| day.next_day());
    AbsenceCommand { kind: AbsenceKind::Leave, since, until, letter: "850/12 (rekaan)".to_owned() }
}

fn exceptions(today: Date) -> [ExceptionCommand; 2] {
    let words = |note: &str, witness: &str| Words { note: note.to_owned(), witness: witness.to_owned(), pact: None };
    [
        ExceptionCommand {
            kind: ExceptionKind::Exempt(ExemptReason::UnpaidLeave),
            on: today,
            words: words("Surat cuti ada di BKPSDM (rekaan)", ""),
        },
        ExceptionCommand {
            kind: ExceptionKind::Refused(Step::Signed),
            on: today,
            words: words("Ingin isinya dijelaskan dulu (rekaan)", "Joko Susilo, kepala tata usaha (rekaan)"),
        },
    ]
}

/// An assembly of everybody on the next day, for whoever tries the demo to lead.
fn assembly(drive: DriveId, now: Instant) -> Plan {
    const HOUR: i64 = 60 * 60 * 1_000_000;
    let hour = Instant::from_micros(now.micros() - now.micros().rem_euclid(HOUR));
    let witness = |name: &str, office: &str| Witness { name: name.to_owned(), office: office.to_owned() };
    Plan {
        drive,
        unit: None,
        held: hour.plus(Duration::from_secs(24 * 60 * 60)),
        place: "Halaman Kantor Bupati (rekaan)".to_owned(),
        leader: "Bupati Sukamaju (rekaan)".to_owned(),
        witnesses: vec![
            witness("Ketut Wirawan", "Ketua Bawaslu Kabupaten Sukamaju (rekaan)"),
            witness("Maria Goreti", "Ketua KPU Kabupaten Sukamaju (rekaan)"),
        ],
        leaders_first: false,
    }
}

fn settle(done: Option<Result<Result<(), Fault>, tokio::task::JoinError>>) -> Result<(), Failure> {
    match done {
        Some(done) => done.during("the demo's story broke off")?.during("the demo's story cannot go on"),
        None => Ok(()),
    }
}

/// How far somebody gets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Far {
    Opened,
    Read,
    Signed,
}

async fn act(app: App, caller: Caller, task: domain::ids::TaskId, far: Far, seed: [u8; 32]) -> Result<(), Fault> {
    let mut chance = Occasion::seeded(caller.occasion.at, seed).chance();
    let mut again =
        || Caller::new(caller.actor.clone(), Occasion::seeded(caller.occasion.at, chance.bytes())).on(caller.place);
    app.open_circular(&again(), task).await?;
    if far >= Far::Read {
        app.confirm_read(&again(), task).await?;
    }
    if far >= Far::Signed {
        let check = app.check(&again(), task).await?;
        // Every third has one answer wrong, on a question that most get wrong: four right ones are enough.
        let is_careless = seed[0].is_multiple_of(3);
        let hardest = check.questions.iter().map(|question| question.id.as_str()).max().filter(|_| is_careless);
        let answer = |question: &norms::Question| {
            let is_wrong = hardest == Some(question.id.as_str());
            u8::try_from((question.correct + usize::from(is_wrong)) % question.options.len()).ok()
        };
        let answers = check.questions.iter().map(answer).collect();
        app.answer_check(&again(), task, check.attempt, answers).await?;
        let freely = Declarations { pledged: true, freely: true };
        app.sign_pact(&again(), task, freely, Proved::Password).await?;
    }
    Ok(())
}

/// The same moment with fresh chance.
fn later(occasion: &Occasion, chance: &mut Chance) -> Occasion {
    Occasion::seeded(occasion.at, chance.bytes())
}

struct Cast {
    app: App,
    institution: Institution,
}

impl Cast {
    async fn playing(&self, who: SignIn, role: Role, at: &Occasion, chance: &mut Chance) -> Result<Caller, Failure> {
        let person = self.person(who).await?;
        let roles = vec![Held::own(Role::Employee, None), Held::own(role, None)];
        let actor = Actor::Person { person, institution: self.institution.id, roles };
        Ok(Caller::new(actor, later(at, chance)))
    }

    fn employee(&self, person: PersonId, occasion: Occasion) -> Caller {
        let roles = vec![Held::own(Role::Employee, None)];
        Caller::new(Actor::Person { person, institution: self.institution.id, roles }, occasion)
    }

    async fn person(&self, who: SignIn) -> Result<PersonId, Failure> {
        let index = self.app.keys().blind_index(who.number());
        let find = Find { scope: Scope::Institution(self.institution.id), index };
        let found = self.app.store().read(find).await.during("the demo's people cannot be read")?;
        found.ok_or_else(|| Failure::new("somebody of the demo is missing"))
    }

    async fn leads(&self) -> Result<BTreeSet<PersonId>, Failure> {
        let mut leads = BTreeSet::new();
        for who in SignIn::ALL {
            leads.insert(self.person(who).await?);
        }
        Ok(leads)
    }
}

struct Find {
    scope: Scope,
    index: [u8; 32],
}

impl Unit for Find {
    type Out = Option<PersonId>;
    type Error = StoreError;
    const NAME: &'static str = "demo/find";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        Ok(people::persons_with(tx, &self.scope, self.index).await?.into_iter().next())
    }
}
