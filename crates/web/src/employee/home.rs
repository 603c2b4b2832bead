use super::notices::Told;
use super::{declaring, go_on_declaring};
use crate::chrome::show;
use crate::{Ask, Page, Problem, Site, presence};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use base::{Date, Instant, Zone};
use domain::drive::{Asks, Late};
use domain::exception::ExceptionKind;
use domain::knowledge::{Pact, Step};
use domain::signature_check::{CheckReason, SignatureCheck, Standing};
use i18n::format;
use norms::Catalogue;
use service::{DaysLeft, Home, OwnPledges, OwnTask};

/// One line of a task card.
struct Line {
    id: String,
    title: String,
    kind: &'static str,
    word: String,
    href: String,
    hint: String,
}

struct Card {
    title: String,
    circular: String,
    due: String,
    /// By when all of it is owed, where the next step is owed sooner; empty where it is not.
    all: String,
    /// Why it is another day than everybody's; empty where it is not.
    why: String,
    left: String,
    /// What is late, in a word; empty while nothing is.
    late: String,
    lines: Vec<Line>,
    next: Option<(String, String)>,
}

struct PactLine {
    number: String,
    election: String,
    signed: String,
    href: String,
    /// How it was signed, and whether it counts.
    how: String,
    /// Where one says that it was somebody else; empty where nothing counts or waits any more.
    disown: String,
}

/// A pledge that was taken apart from any pact.
struct PledgeLine {
    election: String,
    at: String,
    /// How it was taken, and whether it counts.
    how: String,
    /// Where one says that it was somebody else.
    disown: String,
}

#[derive(Template)]
#[template(path = "employee/home.html")]
struct HomePage {
    page: Page,
    name: String,
    stages: Vec<(String, String)>,
    told: Told,
    /// What was recorded about the person, and where they answer it.
    recorded: Vec<(String, String)>,
    cards: Vec<Card>,
    pacts: Vec<PactLine>,
    pledges: Vec<PledgeLine>,
}

/// The employee's home page: one task with date and steps, then the papers.
pub async fn get(State(site): State<Site>, ask: Ask) -> Result<Response, Problem> {
    if let Err(redirect) = ask.signed_in() {
        return Ok(redirect.into_response());
    }
    let home = site.app.home(&ask.caller).await?;
    let notices = site.app.notices(&ask.caller).await?;
    let institution = ask.institution()?;
    let (zone, law) = (institution.zone, site.app.law_of(institution.id).await?);
    let page = ask.page("");
    let title = page.t.home();
    let stages = stages(&law, &page, ask.caller.occasion.at.date(zone));
    let own_pledges = site.app.own_pledges(&ask.caller).await?;
    let waits = |own: &OwnTask| match own.drive.asks {
        Asks::Pledge => own_pledges.pledges.iter().any(|it| it.task == own.task.id && it.waiting && !it.looked_at),
        _ => home.pacts.iter().any(|it| it.task == own.task.id && it.standing == Standing::Waiting),
    };
    let cards = home.tasks.iter().filter(|own| own.drive.next(&own.task).is_some());
    let cards = cards.map(|own| card(&page, own, waits(own))).collect();
    let checks = site.app.own_signature_checks(&ask.caller).await?;
    let pacts = home
        .pacts
        .iter()
        .map(|pact| PactLine {
            number: pact.number.clone(),
            election: pact.text.election.clone(),
            signed: format::moment(page.language, pact.signed, zone),
            href: format!("/dokumen/{}/pakta.pdf", pact.id),
            how: how(&page, pact, &checks),
            disown: match pact.standing {
                Standing::Void => String::new(),
                Standing::Valid | Standing::Waiting => format!("/tugas/{}/bukan-saya", pact.task),
            },
        })
        .collect();
    let pledges = pledges(&page, &own_pledges);
    let name = greeting(&page, ask.caller.occasion.at, zone, &home.person.name.full());
    let told = Told::new(&page, &notices);
    let recorded = recorded(&page, &home);
    Ok(show(&HomePage { name, stages, told, recorded, cards, pacts, pledges, page: page.titled(title) }))
}

/// The pledges in the person's name, each with the way to disown it.
fn pledges(page: &Page, own: &OwnPledges) -> Vec<PledgeLine> {
    let t = page.t;
    let line = |pledge: &service::OwnPledge| {
        let how = presence::how_pledged(page, pledge, &own.vouchers);
        let state = match (pledge.looked_at, pledge.waiting) {
            (true, _) => Some(t.pact_checked()),
            (false, true) => Some(t.pact_waiting()),
            (false, false) => None,
        };
        PledgeLine {
            election: pledge.election.clone(),
            at: format::moment(page.language, pledge.at, page.zone),
            how: state.map_or(how.clone(), |state| format!("{how}. {state}")),
            disown: presence::address_of_pledge(pledge.task),
        }
    };
    own.pledges.iter().map(line).collect()
}

/// What stands of what was recorded about the person, each with its page.
fn recorded(page: &Page, home: &Home) -> Vec<(String, String)> {
    let t = page.t;
    let told = home.exceptions.iter().filter_map(|it| {
        let own = home.tasks.iter().find(|own| own.task.id == it.task && it.stands(&own.task))?;
        let day = format::date(page.language, it.on);
        let text = match it.kind {
            ExceptionKind::Exempt(_) => t.own_exception_exempt(day),
            ExceptionKind::Refused(Step::Read) => t.own_exception_read(day),
            ExceptionKind::Refused(Step::Passed) => t.own_exception_passed(day),
            ExceptionKind::Refused(Step::Pledged) => t.own_exception_pledged(day),
            ExceptionKind::Refused(_) => t.own_exception_signed(day),
        };
        Some((text, format!("/tugas/{}/catatan", own.task.id)))
    });
    told.collect()
}

fn greeting(page: &Page, at: Instant, zone: Zone, name: &str) -> String {
    match at.local(zone).hour() {
        4..=10 => page.t.greeting_morning(name),
        11..=14 => page.t.greeting_noon(name),
        15..=17 => page.t.greeting_afternoon(name),
        _ => page.t.greeting_evening(name),
    }
}

/// The stages of elections on this day, with the day on which each ends.
fn stages(law: &Catalogue, page: &Page, today: Date) -> Vec<(String, String)> {
    law.stages_on(today)
        // Windows without an end, such as that for replacing officials, concern a few and end by other events.
        .filter(|(_, stage)| stage.to.is_some())
        .map(|(election, stage)| {
            let name =
                format!("{}, {}", stage.name.in_language(page.language), election.name.in_language(page.language));
            let until = stage.to.map(|to| page.t.stage_until(format::weekday_date(page.language, to)));
            (name, until.unwrap_or_default())
        })
        .collect()
}

/// How a pact was signed; where it does not simply count, that stands beside it.
fn how(page: &Page, pact: &Pact, checks: &[SignatureCheck]) -> String {
    let t = page.t;
    let how = i18n::assurance(t, pact.manner.assurance().code());
    let looks = checks.iter().any(|it| {
        it.pact == Some(pact.id)
            && it.decision.is_none()
            && matches!(it.reason, CheckReason::NotMe | CheckReason::Doubted)
    });
    let state = match pact.standing {
        Standing::Void => t.pact_void(),
        _ if looks => t.pact_checked(),
        Standing::Waiting => t.pact_waiting(),
        Standing::Valid => return how,
    };
    format!("{how}. {state}")
}

fn card(page: &Page, own: &OwnTask, waits: bool) -> Card {
    let t = page.t;
    let id = own.task.id;
    let day = |step: Step| own.drive.due_of(&own.task, step).map(|due| format::weekday_date(page.language, due));
    let next_step = own.next_step();
    let knows_first = own.drive.know_by.is_some() && next_step <= Step::Passed;
    let due = match day(next_step) {
        Some(due) if knows_first => t.know_by(due),
        Some(due) => t.due_by(due),
        None => t.due_own_later(),
    };
    let all = day(own.drive.asks.last()).filter(|_| knows_first).map(|due| t.due_all(due)).unwrap_or_default();
    let apart = if knows_first { own.task.know } else { own.task.due };
    let why = apart.map(|due| t.due_own_why(i18n::due_reason(t, due.why.code()))).unwrap_or_default();
    let lateness = own.lateness();
    let left = match own.left {
        _ if lateness == Some(Late::All) => t.due_passed(),
        _ if lateness == Some(Late::Knowing) => t.know_passed(),
        // A due date is a calendar day: on a Saturday before it no working day is left, and today is none either.
        Some(DaysLeft::Working(0)) if !own.works_today => t.due_no_working_day(),
        Some(DaysLeft::Working(0)) => t.due_today(),
        Some(DaysLeft::Working(days)) => t.due_left(days, format::number(page.language, i64::from(days))),
        Some(DaysLeft::Calendar(days)) => t.due_left_calendar(days, format::number(page.language, i64::from(days))),
        None => String::new(),
    };
    let line = |step: &str, title: String, kind: &'static str, href: String, hint: String| {
        let word = match kind {
            "sudah" => t.status_sudah(),
            "dimulai" => t.status_dimulai(),
            _ => t.status_belum(),
        };
        Line { id: format!("{step}-{id}"), title, kind, word, href, hint }
    };
    let kind = |done: bool, begun: bool| match (done, begun) {
        (true, _) => "sudah",
        (false, true) => "dimulai",
        (false, false) => "belum",
    };
    let task = &own.task;
    let at = |step| task.at(step).is_some();
    let path = |step: &str| format!("/tugas/{id}/{step}");
    let open = |reachable: bool, step: &str| if reachable { path(step) } else { String::new() };
    let last = own.drive.asks.last();
    let mut lines = vec![
        line("terima", t.task_delivered(), "sudah", String::new(), String::new()),
        line(
            "baca",
            if own.drive.only_changed { t.task_read_again() } else { t.task_read() },
            kind(at(Step::Read), at(Step::Opened)),
            path("baca"),
            t.task_read_hint(),
        ),
        line(
            "jawab",
            t.task_check(),
            kind(at(Step::Passed), false),
            open(at(Step::Read) && !at(Step::Passed), "pertanyaan"),
            t.task_check_hint(),
        ),
        line(
            if last == Step::Pledged { "ikrar" } else { "pakta" },
            if last == Step::Pledged { t.task_pledge() } else { t.task_sign() },
            kind(at(last), waits),
            if at(Step::Passed) && !waits { declaring(id, own.drive.asks) } else { String::new() },
            if waits { t.pact_waiting() } else { String::new() },
        ),
    ];
    // Delivered, read, checked, pledged or signed: as far as the drive asks.
    lines.truncate(match own.drive.asks {
        Asks::Reading => 2,
        Asks::Check => 3,
        Asks::Pledge | Asks::Pact => 4,
    });
    let next = match own.drive.next(task) {
        None => None,
        Some(_) if waits => None,
        Some(Step::Delivered | Step::Opened) => Some((path("baca"), t.begin_reading())),
        Some(Step::Read) => Some((path("baca"), t.go_on_reading())),
        Some(Step::Passed) => Some((path("pertanyaan"), t.go_on_check())),
        Some(Step::Pledged | Step::Signed) => Some((declaring(id, own.drive.asks), go_on_declaring(t, own.drive.asks))),
    };
    Card {
        title: match own.drive.asks {
            Asks::Pact => t.task_title(&own.drive.election),
            Asks::Pledge => t.task_title_pledge(&own.drive.election),
            Asks::Check | Asks::Reading => t.task_title_read(&own.drive.election),
        },
        circular: own.circular.body.subject.clone(),
        due,
        all,
        why,
        left,
        late: match lateness {
            None => String::new(),
            Some(Late::Knowing) => t.late_knowing(),
            Some(Late::All) => t.status_terlambat(),
        },
        lines,
        next,
    }
}
