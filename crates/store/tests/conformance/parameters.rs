//! For every statement that belongs to institutions: parameters that name the things of one town. A statement without
//! an entry here fails the property test of the scope.

use crate::support::{NOW, after, day};
use crate::town::Town;
use base::Chance;
use domain::ids::JobId;
use domain::post::Duty;
use domain::roster_import::ImportState;
use store::{ToValue, Value, params};

/// Parameters without the institution of the scope. With the town's own scope each set answers or writes at least one
/// row of a settled town in which `job` is parked and the first account has a session.
pub fn parameters(name: &str, town: &Town, job: JobId, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let sets = match name.split_once('/')?.0 {
        "persons" | "details" | "engagements" | "units" => roster(name, town, chance)?,
        "posts" | "holders" | "grants" => posts(name, town, chance)?,
        "accounts" | "passkeys" | "activations" | "sessions" => signing_in(name, town, chance)?,
        "circulars" | "drives" | "papers" | "files" | "seal_keys" => circulars(name, town, chance)?,
        "issuing" => issuing(name, town, chance)?,
        "tasks" | "attempts" | "pacts" | "step_ways" => tasks(name, town, chance)?,
        "imports" | "jobs" | "audit" => queue(name, town, job, chance)?,
        _ => return None,
    };
    Some(sets)
}

const NOTHING: Value = Value::Null;

fn fresh(chance: &mut Chance) -> [u8; 16] {
    chance.bytes()
}

fn roster(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (today, id) = (day("2024-11-27"), fresh(chance));
    let (person, unit) = (t.persons[0].id, t.units[0].id);
    Some(vec![match name {
        "units/list" | "details/current" | "details/indexes" | "engagements/list" | "persons/everybody" => params![],
        "units/add" => params![id, unit, "dinas", format!("{id:?}"), "x", 5_i64, today, NOTHING],
        "persons/add" => params![id, "", "x", "", "x", true],
        "persons/by_id" => params![person],
        "persons/change" => params![person, "", "lain", "", "lain", false],
        "persons/count" | "engagements/on_day" => params![today],
        "persons/list" => {
            let list = |unit: Value| params![today, "", unit, 100_i64, 0_i64];
            return Some(vec![list(unit.to_value()), list(NOTHING)]);
        }
        "details/add" => params![id, person, "nip", chance.bytes::<32>(), [1_u8; 9], today, NOTHING],
        "details/by_index" => params![t.details[0].index],
        "details/end" => params![t.details[0].id, today],
        "details/of_person" | "engagements/of_person" => params![person],
        "engagements/add" => params![id, person, unit, "pns", "x", today, NOTHING],
        "engagements/date" => params![t.engagements[0].id, today, today],
        "engagements/end" => params![t.engagements[0].id, today],
        _ => return None,
    }])
}

fn posts(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (today, id) = (day("2024-11-27"), fresh(chance));
    let (person, unit, post) = (t.persons[0].id, t.units[0].id, t.posts[0].id);
    Some(vec![match name {
        "posts/add" => params![id, unit, "x", "other"],
        "posts/by_unit_duty" => params![unit, Duty::HeadOfRegion],
        "holders/add" => params![id, post, person, "plh", today, NOTHING],
        "holders/end" => params![t.holders[0].id, today],
        "holders/of_post" => params![post],
        "holders/of_person" => params![person],
        "holders/duties_of_person" | "grants/of_person" => params![person, today],
        "holders/signatory" | "holders/on_day" | "grants/list" => params![today],
        "grants/add" => params![id, person, "inspector", unit, today, NOTHING],
        "grants/end" => params![t.grants[0].id, today],
        _ => return None,
    }])
}

fn signing_in(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let id = fresh(chance);
    let (account, token) = (t.accounts[0], chance.bytes::<32>());
    Some(vec![match name {
        "accounts/add" => params![id, t.persons[4].id, NOW],
        "accounts/missing_in_unit" => {
            let engagement = t.engagements.iter().find(|line| line.person == t.persons[4].id)?;
            params![engagement.unit, engagement.since, NOW, 100_i64]
        }
        "accounts/of_person" => params![t.persons[0].id],
        "accounts/set_password" => params![account, "lain"],
        "passkeys/add" => params![id, account, token, "{}", NOW],
        "passkeys/of_account" | "passkeys/remove_all" | "sessions/close_all" => params![account],
        "passkeys/used" => params![t.passkeys[0].id, "{}"],
        "activations/add" => params![token, t.persons[4].id, NOW, after(9)],
        "activations/retire" => params![t.activations[2].person, after(5)],
        "activations/use" => params![t.activations[2].code, after(5)],
        "sessions/open" => params![token, account, t.persons[0].id, NOW, after(9)],
        _ => return None,
    }])
}

fn circulars(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (today, id) = (day("2024-11-27"), fresh(chance));
    let draft = t.circulars[1].id;
    Some(vec![match name {
        "circulars/list" | "drives/list" => params![],
        "circulars/by_id" => params![draft],
        "circulars/add" => params![id, 1_i64, NOTHING, today, "x", "{}", "{}", NOTHING, NOTHING],
        "circulars/save" => params![draft, 2_i64, NOTHING, today, "x", "{}", "{}", NOTHING, NOTHING],
        "drives/add" => params![id, draft, "x", "x", today, 4_i64, NOW],
        "drives/by_id" => params![t.drive.id],
        "papers/make" => params![id, "letter", draft, format!("{id:?}"), NOTHING, today, "", "valid"],
        "papers/of_object" => {
            return Some(t.papers.iter().map(|paper| params![paper.kind, paper.object]).collect());
        }
        "papers/rendered" => params![t.papers[1].id, t.file.id],
        "files/add" => params![id, chance.bytes::<32>(), 1_i64, NOW],
        "files/by_id" => params![t.file.id],
        "seal_keys/current" | "seal_keys/list" => params![],
        "seal_keys/add" => params![id, [1_u8; 9], NOTHING, NOW, after(9)],
        "seal_keys/end" => params![t.seal_key.id, after(50)],
        _ => return None,
    }])
}

fn issuing(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (today, id, by) = (day("2024-11-27"), fresh(chance), t.persons[1].id);
    let published = &t.circulars[0];
    Some(vec![match name {
        "issuing/submit_scan" => {
            params![id, published.id, 1_i64, NOTHING, today, "{}", today, 4_i64, "pdf", t.file.id, by, "x", NOW]
        }
        "issuing/decide_scan" => params![t.scan.id, "returned", by, "x", NOW, "x"],
        "issuing/scans_of_circular" => params![t.circulars[1].id],
        "issuing/add_number" => params![id, published.id, "x", "", by, "x", NOW],
        "issuing/numbers_of_circular" => params![published.id],
        "issuing/number_circular" => params![published.id, "x", t.number.number],
        "issuing/number_letter" => params![published.id, "x"],
        "issuing/pattern" => params![],
        "issuing/set_pattern" => params!["{nomor}"],
        _ => return None,
    }])
}

fn tasks(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, drive, person) = (fresh(chance), t.drive.id, t.persons[0].id);
    let step = |task: usize| params![t.tasks[task].id, after(50)];
    Some(vec![match name {
        "tasks/by_id" | "attempts/of_task" | "pacts/of_task" | "step_ways/of_task" => params![t.tasks[0].id],
        "tasks/coverage" | "tasks/delivered_persons" => params![drive],
        "tasks/not_yet" => params![drive, "siti", t.units[0].id, 50_i64, 0_i64],
        "tasks/not_yet_count" => params![drive, "siti", t.units[0].id],
        "tasks/deliver" => params![id, drive, t.persons[5].id, t.units[0].id, "pns", NOW],
        "tasks/of_person" | "pacts/of_person" => params![person],
        "tasks/opened" => step(1),
        "tasks/read" => step(2),
        "tasks/passed" => step(3),
        "tasks/pledged" | "tasks/signed" => step(4),
        "attempts/add" => params![id, t.tasks[1].id, "[]", NOW],
        "attempts/answer" => params![t.attempts[1].id, "[]", 5_i64, after(50)],
        "pacts/by_id" => params![t.pact.id],
        "pacts/sign" => {
            let number = format!("{id:?}");
            let (task, signer, by) = (t.tasks[1].id, t.tasks[1].person, t.persons[0].id);
            params![id, task, signer, number, "{}", "kiosk", "password", by, NOW, chance.bytes::<32>()]
        }
        "step_ways/note" => params![t.tasks[1].id, "read", "paper", person, NOTHING],
        "step_ways/others_on_device" => params![t.device, t.persons[1].id],
        _ => return None,
    }])
}

fn queue(name: &str, t: &Town, job: JobId, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, import) = (fresh(chance), t.imports[0].id);
    Some(vec![match name {
        "imports/applying" | "jobs/counts" => params![],
        "jobs/parked" => params![1_000_i64],
        "imports/by_id" | "imports/erase_rows" => params![import],
        "imports/erase_applied" => params![import, 9_i64],
        "audit/times_of_object" => params![t.institution.id, "set_up", 10_i64],
        "imports/list" | "audit/latest" => params![1_000_i64],
        "audit/count_since" => params![NOW],
        "imports/move" => params![import, ImportState::Applied, 3_i64, 0_i64, t.imports[0].state],
        "imports/rows" => {
            return Some([true, false].map(|good| params![import, good, 0_i64, 100_i64]).to_vec());
        }
        "imports/stage" => {
            params![id, "x.csv", ImportState::Staged, "[]", 0_i64, 0_i64, 0_i64, 0_i64, t.persons[0].id, NOW]
        }
        "imports/stage_row" => params![import, 77_i64, true, [1_u8; 9]],
        "jobs/add" => params![id, "deliver", "{}", NOW, NOW, "ready", 0_i64],
        "jobs/retry" => params![job, after(50)],
        _ => return None,
    }])
}
