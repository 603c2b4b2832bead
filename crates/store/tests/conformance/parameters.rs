// long: every statement of institutions has its entry here, in one list.

//! For every statement that belongs to institutions: parameters that name the things of one town. A statement without
//! an entry here fails the property test of the scope.

// long: every statement of an institution has its line here, in the order of the areas.

use crate::support::{NOW, after, day};
use crate::town::Town;
use base::{Chance, Instant};
use domain::ids::{JobId, PersonId};
use domain::post::Duty;
use domain::roster_import::ImportState;
use store::{ToValue, Value, params};

/// Parameters without the institution of the scope. With the town's own scope each set answers or writes at least one
/// row of a settled town in which `job` is parked and the first account has a session.
pub fn parameters(name: &str, town: &Town, job: JobId, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let sets = match name.split_once('/')?.0 {
        "persons" | "details" | "engagements" | "units" => roster(name, town, chance)?,
        "posts" | "holders" | "appointments" | "grants" | "delegations" | "handovers" => posts(name, town, chance)?,
        "accounts" | "passkeys" | "activations" | "sessions" | "second_factors" | "recovery_codes" | "slip_batches"
        | "kiosks" => signing_in(name, town, chance)?,
        "circulars" | "drives" | "papers" | "files" | "seal_keys" => circulars(name, town, chance)?,
        "exceptions" => exceptions(name, town, chance)?,
        "consultations" | "published_answers" => consultations(name, town, chance)?,
        "packs" => packs(name, town, chance)?,
        "merges" | "merged_tasks" => merges(name, town, chance)?,
        "adoptions" => adoptions(name, town, chance)?,
        "own_elections" => own_elections(name, town, chance)?,
        "absences" => absences(name, town, chance)?,
        "readings" | "hearings" => readings(name, town, chance)?,
        "issuing" | "certified" => issuing(name, town, chance)?,
        "tasks" | "tallies" | "public_figures" | "attempts" | "pacts" | "step_ways" | "signature_checks" => {
            tasks(name, town, chance)?
        }
        "uploads" | "import_layouts" | "import_traces" => imports(name, town, chance)?,
        "messages" | "dispatches" | "reminders" => messages(name, town, chance)?,
        "assemblies" | "attendances" | "sheets" => assemblies(name, town, chance)?,
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
        "units/changes" => params![],
        "units/save" => params![unit, NOTHING, "lain", NOTHING],
        "units/note_change" => params![id, unit, today, "moved", NOTHING, unit, "1", today, NOW],
        "units/people" => params![t.engagements[0].unit, t.engagements[0].since],
        "units/holders" => params![t.posts[0].unit, t.holders[0].since],
        "units/add" => params![id, unit, "dinas", format!("{id:?}"), "x", 5_i64, today, NOTHING],
        "persons/add" => params![id, "", "x", "", "x", true],
        "persons/by_id" => params![person],
        "persons/change" => params![person, "", "lain", "", "lain", false],
        "persons/remove" => params![person],
        "persons/used" => params![person, NOTHING],
        "details/remove" => params![t.details[0].id],
        "details/date" => params![t.details[0].id, today],
        "engagements/remove" => params![t.engagements[0].id],
        "persons/count" | "engagements/on_day" => params![today],
        "persons/list" => {
            let list = |unit: Value| params![today, "", unit, 100_i64, 0_i64];
            return Some(vec![list(unit.to_value()), list(NOTHING)]);
        }
        "details/add" => params![id, person, "nip", chance.bytes::<32>(), [1_u8; 9], today, NOTHING],
        "details/by_index" => params![t.details[0].index],
        "details/end" => params![t.details[0].id, today],
        "details/of_person" | "engagements/of_person" => params![person],
        "engagements/of_persons" => params![person, person],
        "engagements/person_of" => params![t.engagements[0].id],
        "engagements/add" => params![id, person, unit, "pns", "x", today, NOTHING],
        "engagements/date" => params![t.engagements[0].id, today, today],
        "engagements/end" => params![t.engagements[0].id, today],
        _ => return None,
    }])
}

fn adoptions(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, person) = (fresh(chance), t.persons[0].id);
    Some(vec![match name {
        "adoptions/add" => [
            params![id, 1_i64, "skb-2022", "d-08-level", "a", "Alasan", "Sekretaris Daerah", "Nama"],
            params![day("2024-11-27"), "waiting", person, NOW],
        ]
        .concat(),
        "adoptions/save" => params![t.adoption.id, 2_i64, "refused", person, NOW],
        "adoptions/by_id" => params![t.adoption.id],
        "adoptions/list" => params![],
        _ => return None,
    }])
}

fn own_elections(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, person) = (fresh(chance), t.persons[0].id);
    Some(vec![match name {
        "own_elections/add" => params![id, 1_i64, id, "{}", "waiting", person, NOW],
        "own_elections/save" => {
            params![t.own_election.id, 2_i64, "refused", None::<PersonId>, None::<Instant>, person, NOW]
        }
        "own_elections/by_id" => params![t.own_election.id],
        "own_elections/list" | "own_elections/confirmed" => params![],
        _ => return None,
    }])
}

fn posts(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (today, id) = (day("2024-11-27"), fresh(chance));
    let (person, unit, post) = (t.persons[0].id, t.units[0].id, t.posts[0].id);
    Some(vec![match name {
        "posts/add" => params![id, unit, "x", "other"],
        "posts/by_unit_duty" => params![unit, Duty::HeadOfRegion],
        "posts/list" => params![],
        "posts/by_id" => params![post],
        "posts/save" => params![post, "lain"],
        "appointments/add" => [
            params![id, 1_i64, t.posts[1].id, fresh(chance), person, "ends", NOTHING, NOTHING, today],
            params!["821/2", today, "waiting", person, NOW],
        ]
        .concat(),
        "appointments/save" => params![t.appointment.id, 2_i64, "refused", person, NOW],
        "appointments/by_id" => params![t.appointment.id],
        "appointments/of_post" => params![t.appointment.post],
        "appointments/waiting" => params![],
        "holders/add" => params![id, post, person, "plh", today, NOTHING],
        "holders/end" => params![t.holders[0].id, today],
        "holders/of_post" => params![post],
        "holders/of_person" | "holders/rows_of_person" => params![person],
        "holders/duties_of_person" | "grants/of_person" => params![person, today],
        "delegations/add" => params![id, person, t.persons[1].id, "head_of_unit", unit, today, today, "1", today, NOW],
        "delegations/end" => params![t.delegation.id, NOW],
        "delegations/by_id" => params![t.delegation.id],
        "delegations/to_person" => params![t.delegation.to, t.delegation.since],
        "delegations/of_person" => params![t.delegation.from, 9_i64],
        "handovers/add" => params![id, 1_i64, t.persons[2].id, person, t.persons[2].id, NOW, "proposed"],
        "handovers/add_role" => params![t.handover.id, t.grants[1].id, "inspector", NOTHING],
        "handovers/drop_roles" | "handovers/roles" | "handovers/by_id" => params![t.handover.id],
        "handovers/save" => params![t.handover.id, 2_i64, "called_off", person, NOW, NOTHING],
        "handovers/of_person" => params![t.handover.successor, 9_i64],
        "handovers/list" => params![9_i64],
        "holders/signatory" | "posts/on_day" | "holders/named_on" | "grants/list" => params![today],
        "grants/add" => params![id, person, "inspector", unit, today, NOTHING],
        "grants/end" => params![t.grants[0].id, today],
        _ => return None,
    }])
}

fn merges(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, person, merge) = (fresh(chance), t.persons[0].id, t.merge.id);
    let (two, three) = (t.persons[2].id, t.persons[3].id);
    let nothing = vec![NOTHING; 6];
    Some(vec![match name {
        "merges/add" => params![id, 1_i64, two, three, chance.bytes::<40>(), person, NOW, "proposed"],
        "merges/save" => params![merge, 3_i64, "undone", person, NOW, "{}", two, NOW, chance.bytes::<40>()],
        "merges/by_id" | "merged_tasks/of_merge" => params![merge],
        "merges/of_person" | "merges/survivor_of" => params![t.merge.double],
        "merges/list" => params![9_i64],
        "merges/namesakes" => params![],
        "merges/in_the_way" => params![person, day("2024-11-27"), NOW],
        "merges/move_engagement" => params![t.engagements[2].id, two, three],
        "merges/move_holder" => params![t.holders[0].id, person, three],
        "merges/move_absence" => params![t.absence.id, two, three],
        "merges/move_detail" => params![t.details[2].id, two, three, NOTHING, NOTHING],
        "merged_tasks/join" => [params![t.tasks[2].id, merge, t.tasks[3].id], nothing].concat(),
        "merged_tasks/keep_own" | "merged_tasks/set_times" => {
            [params![t.joined.survivor, NOW, NOW], vec![NOTHING; 4]].concat()
        }
        "merged_tasks/part" | "merged_tasks/survivor_of" => params![t.joined.double],
        "merged_tasks/of_survivor" => params![t.joined.survivor],
        "merged_tasks/used" | "merged_tasks/remove_made" => params![t.tasks[1].id],
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
            params![engagement.unit, engagement.since, NOW, false, 100_i64]
        }
        "accounts/of_person" => params![t.persons[0].id],
        "accounts/set_password" => params![account, "lain"],
        "passkeys/add" => params![id, account, token, "{}", NOW],
        "passkeys/of_account" | "passkeys/remove_all" | "sessions/close_all" => params![account],
        "passkeys/used" => params![t.passkeys[0].id, "{}"],
        "activations/add" => params![token, t.persons[4].id, NOW, after(9)],
        "activations/of_person" => params![t.activations[2].person, 9_i64],
        "slip_batches/add" => {
            let (unit, by) = (t.units[0].id, t.persons[0].id);
            params![id, 1_i64, unit, by, NOW, "ordered", NOTHING, NOTHING, 0_i64]
        }
        "slip_batches/save" => {
            let next = t.released();
            let decided = next.decided?;
            params![next.id, next.version, next.state, decided.by, decided.at, 2_i64]
        }
        "slip_batches/add_person" => params![t.slip_batch.id, t.persons[0].id],
        "slip_batches/by_id" => params![t.slip_batch.id],
        "slip_batches/list" => params![9_i64],
        "slip_batches/people" => params![t.slip_batch.id, day("2024-11-27")],
        "activations/retire" => params![t.activations[2].person, after(5)],
        "activations/use" => params![t.activations[2].code, after(5)],
        "sessions/open" => {
            params![token, account, t.persons[0].id, "other/other", 1_i64, NOW, NOW, NOTHING, after(9), NOTHING]
        }
        "kiosks/add" => params![id, t.persons[1].id, token, NOW, after(9)],
        "kiosks/end" => params![t.kiosk.id, after(9)],
        "kiosks/of_operator" => params![t.kiosk.operator, after(1)],
        "sessions/of_account" | "second_factors/of_account" | "second_factors/remove" => params![account],
        "recovery_codes/living" | "recovery_codes/remove_all" => params![t.accounts[1]],
        "second_factors/set" => params![t.accounts[1], [1_u8; 40], 7_i64, NOW],
        "second_factors/taken" => params![account, t.second_factor.step + 1],
        "recovery_codes/add" => params![account, token],
        "recovery_codes/use" => params![t.accounts[1], t.recovery_codes[0], after(9)],
        "sessions/end" => params![account, t.session],
        _ => return None,
    }])
}

fn circulars(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (today, id) = (day("2024-11-27"), fresh(chance));
    let draft = t.circulars[1].id;
    Some(vec![match name {
        "circulars/list" | "circulars/published" | "drives/list" => params![],
        "circulars/by_id" => params![draft],
        "circulars/add" => params![id, 1_i64, NOTHING, today, "x", "{}", "{}", NOTHING, NOTHING, NOTHING],
        "circulars/save" => params![draft, 2_i64, NOTHING, today, "x", "{}", "{}", NOTHING, NOTHING, "{}"],
        "circulars/end" => params![t.circulars[0].id, NOW, "{}"],
        "circulars/restore" => params![t.circulars[0].id, NOW],
        "drives/running" => params![],
        "drives/add" => params![id, draft, "x", "x", today, NOTHING, 4_i64, "read", 3_i64, false, NOW],
        "drives/end" => params![t.circulars[0].id, NOW],
        "drives/by_id" => params![t.drive.id],
        "papers/make" => params![id, "letter", draft, format!("{id:?}"), NOTHING, today, "", "valid"],
        "papers/of_object" => {
            return Some(t.papers.iter().map(|paper| params![paper.kind, paper.object]).collect());
        }
        "papers/restore" => params![t.papers[1].kind, t.papers[1].object],
        "papers/mark" => params![t.papers[1].kind, t.papers[1].object, "replaced"],
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
            let drive = params![today, NOTHING, 4_i64, "signed", NOTHING];
            let letter = params![id, published.id, 1_i64, NOTHING, today, "{}"];
            [letter, drive, params!["pdf", t.file.id, by, "x", NOW]].concat()
        }
        "issuing/decide_scan" => params![t.scan.id, "returned", by, "x", NOW, "x"],
        "issuing/scans_of_circular" => params![t.circulars[1].id],
        "issuing/add_number" => params![id, published.id, "x", "", by, "x", NOW],
        "issuing/numbers_of_circular" => params![published.id],
        "issuing/number_circular" => params![published.id, "x", t.number.number],
        "issuing/number_letter" => params![published.id, "x"],
        "issuing/pattern" => params![],
        "issuing/set_pattern" => params!["{nomor}"],
        // The town's own request is open: another turn of the same letter would be a second one on its way.
        "certified/send" => params![id, t.circulars[1].id, 1_i64, by, NOW],
        "certified/conclude" => params![t.certified.id, "refused", NOW, "other", "x", NOTHING, NOTHING, NOTHING],
        "certified/of_circular" => params![published.id],
        _ => return None,
    }])
}

fn tasks(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, drive, person) = (fresh(chance), t.drive.id, t.persons[0].id);
    let (step, today) = (|task: usize| params![t.tasks[task].id, after(50)], day("2024-11-27"));
    Some(vec![match name {
        "tasks/by_id" | "attempts/of_task" | "pacts/of_task" | "step_ways/of_task" => params![t.tasks[0].id],
        "tasks/set_due" => params![t.tasks[1].id, today, "joined", NOTHING, NOTHING],
        "tasks/due_apart" => params![drive, today, after(100_000)],
        "tasks/set_exception" => params![t.tasks[1].id, NOW, NOTHING],
        "tasks/delivered_persons" | "tasks/of_drive" => params![drive],
        "tasks/page_of_drive" => params![drive, NOTHING, 100_i64],
        "public_figures/days" => params![],
        "public_figures/of_drive" => params![drive],
        "public_figures/of_day" => params![drive, day("2024-11-27")],
        "public_figures/add" => params![drive, day("2024-11-28"), "{\"blocks\":[]}"],
        "tallies/places" => params![drive, day("2024-11-27")],
        "tasks/not_yet" => params![drive, "siti", day("2024-11-27"), after(100), "", 50_i64, 0_i64],
        "tasks/not_yet_count" => params![drive, "siti", day("2024-11-27"), after(100), ""],
        "tasks/not_yet_within" => {
            params![drive, "siti", day("2024-11-27"), after(100), "", t.units[0].id, 50_i64, 0_i64]
        }
        "tasks/not_yet_count_within" => params![drive, "siti", day("2024-11-27"), after(100), "", t.units[0].id],
        "tallies/of_drive" | "tallies/clear" => params![drive],
        "tallies/of_place" => params![drive, t.units[0].id],
        "tallies/below" => {
            let below = |unit: Value| params![drive, unit, day("2024-11-27")];
            return Some(vec![below(t.units[0].id.to_value()), below(NOTHING)]);
        }
        "tallies/add" => {
            params![drive, t.units[0].id, "pns", day("2025-01-31"), 1_i64, 0_i64, 0_i64, 0_i64, 0_i64, 0_i64, 3_i64]
        }
        "tallies/put" => {
            params![drive, t.units[0].id, "pns", day("2025-01-31"), 1_i64, 0_i64, 0_i64, 0_i64, 0_i64, 0_i64]
        }
        "tasks/reopen" => params![t.tasks[1].id],
        "tasks/end" => params![t.tasks[1].id, NOW],
        "attempts/first_of_circular" => params![t.circulars[0].id],
        "tasks/deliver" => {
            let whom = params![id, drive, t.persons[5].id, t.units[0].id, "pns", NOW];
            [whom, params![NOTHING, NOTHING, today, "joined"]].concat()
        }
        "tasks/of_person" | "pacts/of_person" => params![person],
        "tasks/opened" => step(1),
        "tasks/touch" | "tasks/remove_of_person" => params![t.tasks[1].person],
        "tasks/read" => step(2),
        "tasks/passed" => step(3),
        "tasks/pledged" | "tasks/signed" => step(4),
        "step_ways/forget" => params![t.tasks[0].id, "read"],
        "tasks/unread" => params![t.tasks[3].id, after(3)],
        "tasks/unpledge" => params![t.tasks[0].id, after(5)],
        "attempts/add" => params![id, t.tasks[1].id, "[]", NOW],
        "attempts/answer" => params![t.attempts[1].id, "[]", 5_i64, after(50)],
        "pacts/by_id" => params![t.pact.id],
        "pacts/sign" => {
            let number = format!("{id:?}");
            let (task, signer, by) = (t.tasks[1].id, t.tasks[1].person, t.persons[0].id);
            let who = params![id, task, signer, number, "{}", "kiosk", "password", by];
            [who, params![NOW, chance.bytes::<32>(), None::<String>, "valid"]].concat()
        }
        "pacts/by_way" => params![drive, day("2024-11-27"), after(90_000)],
        "pacts/move" => params![t.pact.id, "valid", "void"],
        "tasks/unsign" => params![t.tasks[0].id, after(6)],
        "step_ways/forget_signature" => params![t.tasks[0].id],
        "signature_checks/list" => params![day("2024-11-27"), 100_i64],
        "signature_checks/by_id" => params![t.check.id],
        "signature_checks/of_person" => params![person],
        "signature_checks/decide" => params![t.check.id, "confirmed", person, after(50)],
        "signature_checks/open" => {
            params![id, t.pact.id, NOTHING, after(6), t.tasks[0].id, person, "crowded", NOTHING, NOW]
        }
        "step_ways/note" => params![t.tasks[1].id, "read", "paper", person, t.persons[1].id, NOTHING],
        "step_ways/others_on_device" => params![t.device, t.persons[1].id],
        _ => return None,
    }])
}

fn exceptions(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, drive, unit, e) = (fresh(chance), t.drive.id, t.units[0].id, &t.exception);
    Some(vec![match name {
        "exceptions/note" => {
            params![id, e.task, e.person, "exempt", "left", day("2024-11-27"), [1_u8; 9], t.persons[0].id, NOW]
        }
        "exceptions/answer" => params![e.id, [1_u8; 9], NOW],
        "exceptions/end" => params![e.id, t.persons[0].id, NOW],
        "exceptions/of_person" => params![e.person],
        "exceptions/recognised" => params![],
        "exceptions/standing" => params![drive, unit, 50_i64, 0_i64],
        "exceptions/standing_count" => params![drive, unit],
        _ => return None,
    }])
}

fn consultations(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, on, answer) = (fresh(chance), day("2024-11-29"), &t.published_answer);
    let [first, second, third] = &t.consultations;
    Some(vec![match name {
        "consultations/ask" => params![id, on, on, "working", chance.bytes::<32>(), NOTHING, [1_u8; 9]],
        "consultations/answer" => params![first.id, [1_u8; 9], on],
        "consultations/withdraw" => params![second.id, on],
        "consultations/erase" => params![third.id],
        "consultations/by_id" => params![first.id],
        "consultations/of_asker" => params![first.asker],
        "consultations/open" => params![],
        "consultations/answered" => params![9_i64],
        "consultations/times" => params![first.asked],
        "published_answers/propose" => params![id, first.id, [1_u8; 9], "proposed", t.persons[0].id, on],
        "published_answers/decide" => params![answer.id, "proposed", "returned", t.persons[1].id, on],
        "published_answers/by_id" => params![answer.id],
        "published_answers/of_consultation" => params![third.id],
        "published_answers/in_state" => params!["proposed", 9_i64],
        _ => return None,
    }])
}

fn packs(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, drive, unit, person) = (fresh(chance), t.drive.id, t.units[0].id, t.persons[0].id);
    let (pack, picture, today) = (t.pack.id, &t.pack_picture, day("2024-11-27"));
    Some(vec![match name {
        "packs/add" => params![id, drive, unit, unit, today, person, NOW, pack],
        "packs/add_line" => params![id, pack, 9_i64, t.tasks[3].id, t.tasks[3].person, "AAAABBBB", "[]"],
        "packs/void_lines" => params![t.pack_lines[0].task, NOW],
        "packs/by_id" | "packs/lines" | "packs/pictures" | "packs/tasks" => params![pack],
        "packs/open_tasks" => params![drive],
        "packs/list" => params![],
        "packs/key_line" => params![t.pack_lines[0].id, t.persons[3].id, NOW, "{}", 1_i64],
        "packs/reread_line" => params![t.pack_lines[1].id, person, NOW, "{}", 1_i64],
        "packs/settle_line" => params![t.pack_lines[1].id, person, NOW, "{}"],
        "packs/add_picture" => {
            params![id, pack, picture.file, "png", 1_i64, chance.bytes::<32>(), person, NOW]
        }
        _ => return None,
    }])
}

fn absences(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, it, today) = (fresh(chance), &t.absence, day("2024-11-27"));
    Some(vec![match name {
        "absences/note" => params![id, it.person, "leave", today, NOTHING, "x", t.persons[0].id, NOW],
        "absences/strike" => params![it.id, t.persons[0].id, NOW],
        "absences/of_person" => params![it.person],
        "absences/standing" => params![today],
        _ => return None,
    }])
}

fn readings(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, drive, unit, today, h) = (fresh(chance), t.drive.id, t.units[0].id, day("2024-11-27"), &t.hearing);
    Some(vec![match name {
        "readings/keep" => {
            let mut values = params![id, drive, unit, today, "x", "x", t.file.id, "jpeg"];
            values.extend(params![t.persons[0].id, 3_i64, NOW]);
            values
        }
        "readings/by_id" | "hearings/of_reading" => params![t.reading.id],
        "readings/list" => params![unit, 10_i64],
        "readings/waiting" => params![],
        "readings/heard" => params![drive, unit, after(100_000)],
        "hearings/add" => params![id, t.reading.id, t.tasks[1].id, t.tasks[1].person, unit, true],
        "hearings/compare" => params![h.id, after(50), t.persons[0].id, false],
        "hearings/doubted" => params![t.reversed.person],
        "hearings/unheard" => params![drive, unit, "siti", today, after(100_000), 50_i64, 0_i64],
        "hearings/unheard_count" => params![drive, unit, "siti", today, after(100_000)],
        _ => return None,
    }])
}

fn imports(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (import, upload) = (t.imports[0].id, t.imports[0].upload);
    let person = t.persons[0].id;
    Some(vec![match name {
        "uploads/keep" => params![upload, 9_i64, [1_u8; 9]],
        "uploads/parts" => params![upload],
        "uploads/erase" => params![import],
        "import_layouts/list" => params![],
        "import_layouts/put" => params![chance.bytes::<32>(), "[]", NOW],
        "import_traces/put" => params![import, t.persons[3].id, [1_u8; 32], NOTHING],
        "import_traces/list" | "import_traces/kept" => params![import, 100_i64],
        "import_traces/count" | "import_traces/erase_all" => params![import],
        "import_traces/keep" => params![import, person, "changed"],
        "import_traces/erase" => params![import, person],
        _ => return None,
    }])
}

fn messages(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (today, id, unit) = (day("2024-11-27"), fresh(chance), t.units[0].id);
    let (drive, person) = (t.drive.id, t.message.person);
    Some(vec![match name {
        "messages/remove_of_person" => params![t.message.person],
        "messages/plan" => params![id, person, drive, "asked", "lain", NOTHING, today, NOW],
        "messages/read" => params![person, NOW, after(50)],
        "messages/of_person" => params![person, NOW, today, after(100_000), 10_i64],
        "messages/begin_round" => params![drive, "due_1", NOW],
        "messages/rounds" => params![drive],
        "messages/owing" => params![drive, unit, "lain", today, after(100_000), 10_i64, "all", "seconded_out"],
        "messages/owing_apart" => {
            let due = t.tasks[3].due?.on?;
            params![drive, "lain", today, after(100_000), due, due, 10_i64, "seconded_out"]
        }
        "messages/unknowing_apart" => {
            let know = t.tasks[3].know?.on?;
            params![drive, "lain", today, after(100_000), know, know, 10_i64, "seconded_out"]
        }
        "messages/owing_back" => {
            let (back, since) = (today, day("2024-11-15"));
            params![drive, "lain", back, after(100_000), since, 10_i64, "seconded_out", ""]
        }
        "messages/owing_count" => params![drive, unit, today, after(100_000), "seconded_out"],
        "messages/heads" => params![today],
        "dispatches/remove_of_person" => params![t.message.person],
        "dispatches/plan" => params![t.message.id, false],
        "dispatches/due" => params![NOW, "email", NOW, 10_i64],
        "dispatches/move" => {
            params![t.message.id, "email", "waiting", "parked", "later", after(50), 1_i64, after(50)]
        }
        "dispatches/counts" => params![NOW],
        "dispatches/in_state" => params!["waiting", 10_i64],
        "dispatches/resend" => params![t.message.id, "email", "waiting", after(50)],
        "reminders/of_person" => params![person],
        "reminders/choose" => params![person, "id", false, false, after(50)],
        _ => return None,
    }])
}

fn assemblies(name: &str, t: &Town, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, drive, unit, assembly) = (fresh(chance), t.drive.id, t.units[0].id, t.assembly.id);
    let whole = |id: Value, version: i64| {
        let mut values = params![id, version, drive, unit, NOW, "x", "x", "[]", false, "join", 0_i64];
        values.extend(params![NOW, NOTHING, NOTHING, NOTHING]);
        values
    };
    Some(vec![match name {
        "assemblies/list" => params![],
        "assemblies/by_id" => params![assembly],
        "assemblies/add" => whole(id.to_value(), 1),
        "assemblies/save" => whole(assembly.to_value(), 2),
        "attendances/save" => {
            let task = &t.tasks[2];
            let mut values = params![id, 1_i64, assembly, task.id, task.person, task.unit, NOW, NOTHING, NOTHING, true];
            values.extend(params![NOTHING, NOTHING, NOTHING]);
            values
        }
        "attendances/of_task" => params![assembly, t.tasks[1].id],
        "attendances/pledged" => params![t.attendances[0].person, t.attendances[0].task, after(5)],
        "attendances/by_id" => params![t.attendances[1].id],
        "attendances/counts" | "attendances/sampled" | "sheets/of_assembly" => params![assembly],
        "attendances/absent" => {
            params![drive, assembly, unit, "siti", day("2024-11-27"), after(100_000), 50_i64, 0_i64]
        }
        "attendances/absent_count" => params![drive, unit, "siti", day("2024-11-27"), after(100_000)],
        "sheets/add" => params![id, assembly, t.file.id, "jpeg", t.persons[0].id, 3_i64, NOW],
        _ => return None,
    }])
}

fn queue(name: &str, t: &Town, job: JobId, chance: &mut Chance) -> Option<Vec<Vec<Value>>> {
    let (id, import) = (fresh(chance), t.imports[0].id);
    Some(vec![match name {
        "imports/last" | "imports/applying" | "jobs/counts" => params![],
        "jobs/parked" => params![1_000_i64],
        "imports/by_id" | "imports/erase_rows" => params![import],
        "imports/erase_applied" => params![import, 9_i64],
        "audit/times_of_object" => params![t.institution.id, "set_up", 10_i64],
        "imports/list" | "audit/latest" => params![1_000_i64],
        "audit/count_since" => params![NOW],
        "imports/move" => params![import, ImportState::Applied, 3_i64, 0_i64, t.imports[0].state],
        "imports/decide" => params![t.imports[1].id, NOW],
        "imports/undo" => params![import, ImportState::Undoing, 3_i64, 0_i64, t.imports[0].state],
        "imports/rows" => {
            return Some([true, false].map(|good| params![import, good, 0_i64, 100_i64]).to_vec());
        }
        "imports/stage" => {
            let mut row = params![id, "x.csv", ImportState::Staged, "[]", 0_i64, 0_i64, 0_i64, 0_i64];
            row.extend(params![t.persons[0].id, NOW, id, "{}", NOTHING, 0_i64, 0_i64]);
            row
        }
        "imports/stage_row" => params![import, 77_i64, true, [1_u8; 9]],
        "jobs/add" => params![id, "deliver", "{}", NOW, NOW, "ready", 0_i64],
        "jobs/waiting" => params!["deliver"],
        "jobs/sooner" => params![job, NOW],
        "jobs/retry" => params![job, after(50)],
        _ => return None,
    }])
}
