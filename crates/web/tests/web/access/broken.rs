//! Requests that no page of ours makes.

use super::cases::CASES;
use super::scene::{Asked, Place, Scene, Thing};
use super::visit::{From, Seen};
use super::{Expected, assert_none, expected, visitors};

/// Ids that no object has, and what is no id at all.
const NO_IDS: [&str; 4] = ["x", "%00", "00000000-0000-0000-0000-000000000000", "..%2f..%2fetc"];

/// Forms that are empty, are no form, or only ask for one more field.
const NO_FORMS: [&[u8]; 3] = [b"", b"%%%=\xff&versi=x", b"aksi=tambah"];

fn is_fault(seen: &Seen) -> bool {
    seen.status >= 500
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_id_names_nothing() {
    let scene = Scene::new().await;
    let mut faults = Vec::new();
    for case in CASES.iter().filter(|case| case.thing != Thing::Nothing) {
        for role in [None, case.first()] {
            let asked = scene.ask(case, role, Place::Own).await;
            for odd in NO_IDS {
                let odd = Asked { path: asked.path.replace(&asked.id, odd), ..asked.clone() };
                let before = scene.stage.world.events().await;
                let seen = scene.send(&odd, role, From::Here).await;
                let mut wrong = seen.unguarded(role.is_some());
                if is_fault(&seen) || (role.is_some() && seen.status < 400) {
                    wrong.push(seen.status.to_string());
                }
                if scene.stage.world.events().await != before {
                    wrong.push("left an event".to_owned());
                }
                faults.extend(wrong.iter().map(|it| format!("{} {} {role:?}: {it}", case.method, odd.path)));
            }
        }
    }
    assert_none(&faults);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_form_opens_nothing_that_a_whole_one_would_not() {
    let scene = Scene::new().await;
    let mut faults = Vec::new();
    for case in CASES.iter().filter(|case| case.method == "POST") {
        for place in case.thing.places() {
            for role in visitors() {
                let must = expected(case, role, *place);
                let asked = scene.ask(case, role, *place).await;
                let before = scene.stage.world.events().await;
                let mut refused = false;
                for body in NO_FORMS {
                    let seen = scene.send(&Asked { body: body.to_vec(), ..asked.clone() }, role, From::Here).await;
                    refused |= seen.status == 403 && role.is_some();
                    let mut wrong = seen.unguarded(role.is_some());
                    let led = seen.is_led();
                    if is_fault(&seen) || (must != Expected::In && seen.status < 400 && !led) {
                        wrong.push(format!("{} {} instead of {must:?}", seen.status, seen.location));
                    }
                    faults.extend(wrong.iter().map(|it| format!("{} {place:?} {role:?}: {it}", case.path)));
                }
                // Being refused leaves one event, however often within the same minute.
                let left = scene.stage.world.events().await - before;
                if must != Expected::In && left > i64::from(refused) {
                    faults.push(format!("{} {place:?} {role:?}: left {left} events", case.path));
                }
            }
        }
    }
    assert_none(&faults);
}
