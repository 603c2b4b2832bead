//! Every route, visited as everybody: who is let in, who is kept out, what a write leaves behind.

mod adoptions;
mod broken;
mod cases;
pub mod halls;
mod packs;
mod questions;
mod scene;
pub mod steps;
mod visit;

use cases::{CASES, Case, Trace, Who};
use domain::policy::Role;
use scene::{EVERYBODY, Place, Scene};
use std::collections::BTreeSet;
use visit::{From, Seen};
use web::Mode;

/// How many forms may leave no event, those of the interface to the engine among them, which keep nothing. The number may only
/// become smaller.
const SILENT_MAX: usize = 17;

/// What somebody must meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// The page or the action, with one of the statuses of the case.
    In,
    /// The sign-in page.
    Led,
    /// A refusal that admits that there is something: 403.
    Denied,
    /// As if it did not exist: 404, or what the case says is answered instead.
    Absent,
    /// A refusal that may admit it or not: somebody without the role asks for a thing of another institution.
    Out,
}

/// What `role` must meet; nobody's role is a stranger's.
fn expected(case: &Case, role: Option<Role>, place: Place) -> Expected {
    match (case.who, role) {
        (Who::Anyone, _) if place == Place::Own => Expected::In,
        (Who::Anyone, _) => Expected::Absent,
        (_, None) if case.script => Expected::Absent,
        (_, None) => Expected::Led,
        (Who::Mine, Some(_)) if place == Place::Own => Expected::In,
        (Who::Mine, Some(_)) => Expected::Absent,
        (Who::Roles(roles), Some(role)) if roles.contains(&role) => match place {
            Place::Own => Expected::In,
            Place::Other if role == Role::HeadOfUnit => Expected::Denied,
            Place::Other => Expected::In,
            Place::Foreign => Expected::Absent,
        },
        (Who::Roles(_), Some(_)) if place == Place::Foreign => Expected::Out,
        (Who::Roles(_), Some(_)) => Expected::Denied,
    }
}

/// What is wrong with what was met; nothing when it is as it must be.
fn fault(case: &Case, expected: Expected, seen: &Seen) -> Option<String> {
    let led = seen.is_led();
    let right = match expected {
        Expected::In => case.answers.contains(&seen.status) && !led,
        Expected::Led => led,
        Expected::Denied => seen.status == 403,
        Expected::Absent => case.absent.contains(&seen.status),
        Expected::Out => [403, 404].contains(&seen.status),
    };
    (!right).then(|| format!("{} {} instead of {expected:?}", seen.status, seen.location))
}

fn visitors() -> impl Iterator<Item = Option<Role>> {
    std::iter::once(None).chain(EVERYBODY.map(Some))
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_route_has_a_case_and_every_case_a_route() {
    let known: BTreeSet<(String, &str)> = CASES.iter().map(|case| (case.method.to_owned(), case.path)).collect();
    assert_eq!(known.len(), CASES.len(), "a route has two cases");
    let of = |mode| web::routes(mode).into_iter().map(|entry| (entry.method.to_string(), entry.path));
    let there: BTreeSet<(String, &str)> = of(Mode::Demo).chain(of(Mode::Serve)).collect();
    let without: Vec<_> = there.difference(&known).collect();
    assert!(without.is_empty(), "routes without a case in access/cases.rs: {without:?}");
    let gone: Vec<_> = known.difference(&there).collect();
    assert!(gone.is_empty(), "cases of routes that are not there any more: {gone:?}");
}

/// The journey "halaman" looks at every page of this list in a browser; a page it does not come by fails it.
#[test]
fn every_page_is_on_the_list_that_the_browser_walks() {
    let kept = include_str!("../../../../tests/browser/pages.txt").replace("\r\n", "\n");
    let pages = web::routes(Mode::Demo).into_iter().filter(|entry| entry.method == "GET").map(|entry| entry.path);
    let sorted: BTreeSet<&str> = pages.collect();
    let found: String = sorted.iter().map(|path| format!("{path}\n")).collect();
    assert!(kept == found, "tests/browser/pages.txt does not fit the routes. Complete it must read:\n{found}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_lets_in_whom_it_is_for_and_nobody_else() {
    let scene = Scene::new().await;
    let mut faults = Vec::new();
    for case in CASES {
        for place in case.thing.places() {
            for role in visitors() {
                let name = role.map_or("stranger", Role::code);
                let asked = scene.ask(case, role, *place).await;
                let before = scene.stage.world.events().await;
                let seen = scene.send(&asked, role, From::Here).await;
                let must = expected(case, role, *place);
                let mut wrong: Vec<String> = fault(case, must, &seen).into_iter().collect();
                wrong.extend(seen.unguarded(role.is_some()));
                let left = scene.stage.world.events().await - before;
                // A refusal leaves one event, unless the same one left it less than a minute ago.
                let most = i64::from(seen.status == 403 && role.is_some());
                if must != Expected::In && left > most {
                    wrong.push(format!("left {left} events although it was kept out"));
                }
                faults.extend(wrong.iter().map(|it| format!("{} {} {place:?} {name}: {it}", case.method, case.path)));
            }
        }
    }
    assert_none(&faults);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_write_leaves_an_event() {
    let scene = Scene::new().await;
    let mut faults = Vec::new();
    let writes = CASES.iter().filter(|case| case.method == "POST");
    for case in writes {
        let role = case.first();
        let asked = scene.ask(case, role, Place::Own).await;
        let before = scene.stage.world.events().await;
        let seen = scene.send(&asked, role, From::Here).await;
        let left = scene.stage.world.events().await - before;
        let mine = match role {
            Some(role) => scene.latest_is_by(role).await,
            None => true,
        };
        let wrong = match case.trace {
            _ if !case.answers.contains(&seen.status) => Some(format!("the form was not taken: {}", seen.status)),
            Trace::Event if left == 0 => Some("no event".to_owned()),
            Trace::Event if !mine => Some("somebody else's event".to_owned()),
            Trace::Unnamed if left == 0 => Some("no event".to_owned()),
            Trace::Nothing(_) if left > 0 => Some(format!("leaves {left} events: take it off the list")),
            Trace::Event | Trace::Unnamed | Trace::Nothing(_) => None,
        };
        faults.extend(wrong.map(|it| format!("{}: {it}", case.path)));
    }
    assert_none(&faults);
}

#[test]
fn forms_without_an_event_are_few_and_say_why() {
    let reasons = CASES.iter().filter(|case| case.method == "POST").filter_map(|case| match case.trace {
        Trace::Nothing(reason) => Some(reason),
        Trace::Event | Trace::Unnamed => None,
    });
    let reasons: Vec<&str> = reasons.collect();
    assert!(reasons.iter().all(|reason| reason.len() > 20), "{reasons:?}");
    assert_eq!(reasons.len(), SILENT_MAX, "lower SILENT_MAX when one is gone; never raise it");
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_from_elsewhere_are_refused_on_every_route() {
    let scene = Scene::new().await;
    let mut faults = Vec::new();
    for case in CASES.iter().filter(|case| case.method == "POST") {
        for role in [None, case.first()] {
            let asked = scene.ask(case, role, Place::Own).await;
            let before = scene.stage.world.events().await;
            for from in From::ELSEWHERE {
                let seen = scene.send(&asked, role, from).await;
                let mut wrong = seen.unguarded(role.is_some());
                // A program comes from nowhere, brings no cookie along and is answered as nobody.
                let is_program = matches!(from, From::Nowhere) && case.path.starts_with("/api/v1/");
                if seen.status != 403 && !(is_program && case.answers.contains(&seen.status)) {
                    wrong.push(format!("{} instead of 403", seen.status));
                }
                if !seen.cookies.is_empty() {
                    wrong.push(format!("sets cookies: {:?}", seen.cookies));
                }
                faults.extend(wrong.iter().map(|it| format!("{} {from:?}: {it}", case.path)));
            }
            if scene.stage.world.events().await != before {
                faults.push(format!("{}: left an event", case.path));
            }
        }
    }
    assert_none(&faults);
}
