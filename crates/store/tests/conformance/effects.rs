//! Every effect: recorded once, and failing at every place without leaving anything behind.

// long: every effect is named and recorded here, so that none is forgotten.

use crate::support::{FACTS, NOW, World, after, behaviours, day, get, permit, put, settle};
use crate::town::Town;
use base::Id;
use domain::absence::{AbsenceEffect, DueReason, OwnDue};
use domain::change::{Change, Effect};
use domain::circular::certified::{CertifiedState, Doubt};
use domain::circular::issuing::Issuing;
use domain::circular::on_paper::ScanState;
use domain::consultation::{ConsultationEffect, PublishingState};
use domain::dispatch::{Channel, DispatchState};
use domain::exception::ExceptionEffect;
use domain::job::Work;
use domain::merge::{MergeEffect, MovedRow};
use domain::pack::{LineOutcome, Marks, PackEffect, Settled, SheetCheck};
use domain::paper::{PaperState, StoredFile};
use domain::people::Person;
use domain::reading::ReadingEffect;
use domain::roster_import::{ImportEffect, ImportState};
use domain::signature_check::{CheckDecision, CheckOutcome, Standing};
use std::collections::BTreeSet;
use store::{Class, Scope, StoreError};

behaviours!(every_effect_is_recorded, a_failure_at_any_place_leaves_nothing, each_effect_that_fails_leaves_nothing);

/// The name of an effect. Whoever adds an effect is stopped here and adds it to [`Town::effects`] or [`later`].
///
/// [`Town::effects`]: crate::town::Town::effects
fn name(effect: &Effect) -> &'static str {
    match effect {
        Effect::InstitutionAdded(_) => "institution added",
        Effect::InstitutionSaved(_) => "institution saved",
        Effect::UnitAdded(_) => "unit added",
        Effect::UnitSaved(_) => "unit saved",
        Effect::UnitChangeNoted(_) => "unit change noted",
        Effect::PersonAdded(_) => "person added",
        Effect::PersonChanged(_) => "person changed",
        Effect::DetailAdded(_) => "detail added",
        Effect::DetailEnded { .. } => "detail ended",
        Effect::EngagementAdded(_) => "engagement added",
        Effect::EngagementEnded { .. } => "engagement ended",
        Effect::EngagementDated { .. } => "engagement dated",
        Effect::PostAdded(_) => "post added",
        Effect::PostSaved(_) => "post saved",
        Effect::AdoptionSaved(_) => "adoption saved",
        Effect::OwnElectionSaved(_) => "own election saved",
        Effect::AppointmentSaved(_) => "appointment saved",
        Effect::HolderAdded(_) => "holder added",
        Effect::HolderEnded { .. } => "holder ended",
        Effect::RoleGranted(_) => "role granted",
        Effect::RoleEnded { .. } => "role ended",
        Effect::Delegated(_) => "delegated",
        Effect::DelegationEnded { .. } => "delegation ended",
        Effect::AccountAdded { .. } => "account added",
        Effect::PasswordSet { .. } => "password set",
        Effect::PasskeyAdded(_) => "passkey added",
        Effect::PasskeysRemoved { .. } => "passkeys removed",
        Effect::ActivationIssued(_) => "activation issued",
        Effect::ActivationUsed { .. } => "activation used",
        Effect::SlipBatchSaved(_) => "slip batch saved",
        Effect::HandoverSaved(_) => "handover saved",
        Effect::SessionsEnded { .. } => "sessions ended",
        Effect::SessionEnded { .. } => "session ended",
        Effect::SecondFactorSet(_) => "second factor set",
        Effect::SecondFactorRemoved { .. } => "second factor removed",
        Effect::CodeTaken { .. } => "code taken",
        Effect::RecoveryCodesMade { .. } => "recovery codes made",
        Effect::RecoveryCodeUsed { .. } => "recovery code used",
        Effect::CircularSaved(_) => "circular saved",
        Effect::CircularEnded { .. } => "circular ended",
        Effect::Issuing(effect) => issuing_name(effect),
        Effect::CircularRestored { .. } => "circular restored",
        Effect::DriveBegun(_) => "drive begun",
        Effect::DrivesEnded { .. } => "drives ended",
        Effect::TaskEnded { .. } => "task ended",
        Effect::TaskReopened { .. } => "task reopened",
        Effect::TaskDelivered(_) => "task delivered",
        Effect::StepTaken { .. } => "step taken",
        Effect::Exception(effect) => exception_name(effect),
        Effect::Consultation(effect) => consultation_name(effect),
        Effect::Absence(effect) => absence_name(effect),
        Effect::Reading(effect) => reading_name(effect),
        Effect::AttemptAsked(_) => "attempt asked",
        Effect::AttemptAnswered { .. } => "attempt answered",
        Effect::Pack(effect) => pack_name(effect),
        Effect::Merge(effect) => merge_name(effect),
        Effect::PactSigned(_) => "pact signed",
        Effect::PactMoved { .. } => "pact moved",
        Effect::SignatureUndone { .. } => "signature undone",
        Effect::KioskOpened(_) => "kiosk opened",
        Effect::KioskEnded { .. } => "kiosk ended",
        Effect::SignatureCheckOpened(_) => "signature check opened",
        Effect::SignatureCheckDecided { .. } => "signature check decided",
        Effect::AssemblySaved(_) => "assembly saved",
        Effect::AttendanceSaved(_) => "attendance saved",
        Effect::SheetKept { .. } => "sheet kept",
        Effect::PledgeReversed { .. } => "pledge reversed",
        Effect::PaperMade(_) => "paper made",
        Effect::PaperMarked { .. } => "paper marked",
        Effect::PaperRestored { .. } => "paper restored",
        Effect::PaperRendered { .. } => "paper rendered",
        Effect::SealKeyMade(_) => "seal key made",
        Effect::SealKeyEnded { .. } => "seal key ended",
        Effect::MessagePlanned(_) => "message planned",
        Effect::MessagesRead { .. } => "messages read",
        Effect::FiguresTold(_) => "figures told",
        Effect::RoundBegun { .. } => "round begun",
        Effect::DispatchResent { .. } => "dispatch resent",
        Effect::RemindersChosen { .. } => "reminders chosen",
        Effect::ImportStaged(_) => "import staged",
        Effect::ImportRowStaged { .. } => "import row staged",
        Effect::ImportRowsApplied { .. } => "import rows applied",
        Effect::ImportRowsErased { .. } => "import rows erased",
        Effect::JobRetried { .. } => "job retried",
        Effect::ImportMoved { .. } => "import moved",
        Effect::Import(effect) => import_name(effect),
    }
}

fn exception_name(effect: &ExceptionEffect) -> &'static str {
    match effect {
        ExceptionEffect::Noted(_) => "exception noted",
        ExceptionEffect::Answered { .. } => "exception answered",
        ExceptionEffect::Ended { .. } => "exception ended",
        ExceptionEffect::TaskSet { .. } => "exceptions of a task set",
    }
}

fn consultation_name(effect: &ConsultationEffect) -> &'static str {
    match effect {
        ConsultationEffect::Asked(_) => "question asked",
        ConsultationEffect::Answered { .. } => "question answered",
        ConsultationEffect::Withdrawn { .. } => "question withdrawn",
        ConsultationEffect::Erased { .. } => "question erased",
        ConsultationEffect::Proposed(_) => "answer proposed",
        ConsultationEffect::Decided { .. } => "answer decided",
    }
}

fn merge_name(effect: &MergeEffect) -> &'static str {
    match effect {
        MergeEffect::Saved(_) => "merge saved",
        MergeEffect::RowMoved { .. } => "row moved",
        MergeEffect::TaskJoined(_) => "task joined",
        MergeEffect::TaskParted { .. } => "task parted",
    }
}

fn pack_name(effect: &PackEffect) -> &'static str {
    match effect {
        PackEffect::Made(..) => "pack made",
        PackEffect::PictureKept(..) => "pack picture kept",
        PackEffect::LineKeyed { .. } => "pack line keyed",
        PackEffect::LineReread { .. } => "pack line reread",
        PackEffect::LineSettled { .. } => "pack line settled",
    }
}

fn absence_name(effect: &AbsenceEffect) -> &'static str {
    match effect {
        AbsenceEffect::Noted(_) => "absence noted",
        AbsenceEffect::Struck { .. } => "absence struck",
        AbsenceEffect::TaskDue { .. } => "due date of a task set",
    }
}

fn reading_name(effect: &ReadingEffect) -> &'static str {
    match effect {
        ReadingEffect::Kept { .. } => "reading kept",
        ReadingEffect::Heard(_) => "reading heard",
        ReadingEffect::Compared { .. } => "hearing compared",
        ReadingEffect::NotHeard { .. } => "reading not heard",
    }
}

fn import_name(effect: &ImportEffect) -> &'static str {
    match effect {
        ImportEffect::PartKept { .. } => "part kept",
        ImportEffect::UploadErased { .. } => "upload erased",
        ImportEffect::LayoutRemembered { .. } => "layout remembered",
        ImportEffect::Decided { .. } => "import decided",
        ImportEffect::PersonTraced { .. } => "person traced",
        ImportEffect::UndoMoved { .. } => "undo moved",
        ImportEffect::PersonKept { .. } => "person kept",
        ImportEffect::TraceErased { .. } => "trace erased",
        ImportEffect::TracesErased { .. } => "traces erased",
        ImportEffect::PersonRemoved(_) => "person removed",
        ImportEffect::DetailRemoved(_) => "detail removed",
        ImportEffect::DetailDated { .. } => "detail dated",
        ImportEffect::EngagementRemoved(_) => "engagement removed",
    }
}

fn issuing_name(effect: &Issuing) -> &'static str {
    match effect {
        Issuing::FileKept(_) => "file kept",
        Issuing::ScanSubmitted(..) => "scan submitted",
        Issuing::ScanDecided { .. } => "scan decided",
        Issuing::NumberGiven { .. } => "number given",
        Issuing::PatternSet(_) => "pattern set",
        Issuing::CertifiedSent(_) => "certified signature asked for",
        Issuing::CertifiedEnded { .. } => "certified signature ended",
    }
}

/// How many effects there are.
const EFFECTS: usize = 124;

/// The effects that change what a settled town has.
async fn later(world: &World) -> Vec<Effect> {
    let town = &world.town;
    let until = day("2024-12-31");
    let parked = get!(world, jobs::parked(100));
    let mut person = town.persons[0].clone();
    person.name.bare = "Nama Baru".to_owned();
    let (import, idle) = (town.imports[0].clone(), town.persons[5].id);
    let detail = town.details.iter().find(|line| line.person == idle).unwrap().id;
    let engagement = town.engagements.iter().find(|line| line.person == idle).unwrap().id;
    let (id, from, state) = (import.id, import.state, ImportState::Undoing);
    let imports = [
        ImportEffect::UploadErased { import: id },
        ImportEffect::UndoMoved { id, from, state, undone: 1, kept: 1 },
        ImportEffect::TraceErased { import: id, person: town.persons[0].id },
        ImportEffect::TracesErased { import: id },
        ImportEffect::DetailDated { id: town.details[1].id, until: Some(until) },
        ImportEffect::DetailRemoved(detail),
        ImportEffect::EngagementRemoved(engagement),
        ImportEffect::PersonRemoved(idle),
    ];
    let returned = ScanState::Returned(town.scan.submitted.clone(), "Bukan surat ini".to_owned());
    let mut later = vec![
        Effect::PersonChanged(Box::new(person)),
        Effect::InstitutionSaved(Box::new(domain::tenancy::Institution {
            help: "Telepon lain (rekaan)".to_owned(),
            ..town.institution.clone()
        })),
        Effect::UnitSaved(Box::new(domain::tenancy::Unit { until: Some(until), ..town.units[2].clone() })),
        Effect::DetailEnded { id: town.details[0].id, until },
        Effect::EngagementEnded { id: town.engagements[0].id, until },
        Effect::EngagementDated { id: town.engagements[1].id, since: day("2020-01-01"), until: Some(until) },
        Effect::HolderEnded { id: town.holders[0].id, until },
        Effect::PostSaved(Box::new(domain::post::Post { title: "Judul lain".to_owned(), ..town.posts[0].clone() })),
        Effect::RoleEnded { id: town.grants[0].id, until },
        Effect::DelegationEnded { id: town.delegation.id, at: after(8) },
        Effect::PasskeysRemoved { account: town.accounts[0] },
        Effect::SessionEnded { account: town.accounts[0], token: [5; 32] },
        Effect::SessionsEnded { account: town.accounts[0] },
        Effect::CodeTaken { account: town.accounts[0], step: town.second_factor.step + 1 },
        Effect::RecoveryCodeUsed { account: town.accounts[1], code: town.recovery_codes[1], at: after(8) },
        Effect::RecoveryCodesMade { account: town.accounts[1], codes: vec![[3; 32]] },
        Effect::SecondFactorRemoved { account: town.accounts[0] },
        Effect::JobRetried { id: parked[0].id, at: after(5) },
        Effect::SealKeyEnded { id: town.seal_key.id, until: after(7) },
        Effect::KioskEnded { id: town.kiosk.id, at: after(8) },
        Effect::SignatureCheckDecided {
            id: town.check.id,
            decision: CheckDecision { outcome: CheckOutcome::Voided, by: town.persons[1].id, at: after(8) },
        },
        Effect::PactMoved { pact: town.pact.id, from: Standing::Valid, to: Standing::Void },
        Effect::SignatureUndone { task: town.pact.task, signed: town.pact.signed },
        Effect::MessagesRead { person: town.message.person, until: NOW, at: after(8) },
        Effect::DispatchResent {
            message: town.message.id,
            channel: Channel::Email,
            from: DispatchState::Waiting,
            at: after(8),
        },
        Effect::PledgeReversed { task: town.tasks[0].id, pledged: after(5) },
        Effect::Absence(AbsenceEffect::Struck { id: town.absence.id, by: town.persons[0].id, at: after(8) }),
        Effect::Absence(AbsenceEffect::TaskDue {
            task: town.tasks[1].id,
            due: Some(OwnDue { on: None, why: DueReason::Seconded }),
            know: Some(OwnDue { on: Some(day("2025-01-02")), why: DueReason::Seconded }),
        }),
        Effect::Reading(ReadingEffect::NotHeard { task: town.tasks[3].id, read: after(3) }),
        Effect::CircularEnded { id: town.circulars[0].id, end: Box::new(town.withdrawal()) },
        Effect::CircularRestored { id: town.circulars[0].id, ended: town.withdrawal().at },
        Issuing::ScanDecided { id: town.scan.id, state: returned }.effect(),
        Issuing::CertifiedEnded {
            id: town.certified.id,
            state: CertifiedState::Unknown { at: after(9), why: Doubt::BrokenOff },
        }
        .effect(),
        Issuing::FileKept(StoredFile { id: Id::draw(), address: [0x77; 32], size: 7, at: after(9) }).effect(),
        Effect::DrivesEnded { circular: town.circulars[0].id, at: after(8) },
        Effect::TaskEnded { task: town.tasks[1].id, at: after(9) },
        Effect::TaskReopened { task: town.tasks[1].id },
        Effect::PaperMarked { kind: town.papers[1].kind, object: town.papers[1].object, state: PaperState::Replaced },
        Effect::PaperRestored { kind: town.papers[1].kind, object: town.papers[1].object },
    ];
    let (id, by, words) = (town.exception.id, town.persons[0].id, vec![1; 9]);
    let exceptions =
        [ExceptionEffect::Answered { id, words, at: after(8) }, ExceptionEffect::Ended { id, by, at: after(9) }];
    later.extend(exceptions.map(Effect::Exception));
    let (on, decided) = (day("2024-11-29"), (town.persons[1].id, day("2024-11-29")));
    let (from, to) = (PublishingState::Proposed, PublishingState::Published);
    let [first, second, third] = town.consultations.each_ref().map(|it| it.id);
    let questions = [
        ConsultationEffect::Answered { id: first, answer: vec![4; 40], on },
        ConsultationEffect::Withdrawn { id: second, on },
        ConsultationEffect::Erased { id: third },
        ConsultationEffect::Decided { id: town.published_answer.id, from, to, decided },
    ];
    later.extend(questions.map(Effect::Consultation));
    let (line, by, marks) = (town.pack_lines[1].id, town.persons[1].id, Marks::default());
    later.push(Effect::Pack(PackEffect::LineReread { line, by, at: after(10), marks, stands: true }));
    let outcome = LineOutcome { read: true, check: SheetCheck::Incomplete, pledged: false };
    let settled = Settled { by: town.persons[0].id, at: after(10), outcome };
    later.push(Effect::Pack(PackEffect::LineSettled { line: town.pack_lines[1].id, settled }));
    later.extend(merges(town).map(Effect::Merge));
    later.extend(imports.map(Effect::Import));
    later
}

/// What becomes of the town's merge, and of rows that move one by one.
fn merges(town: &Town) -> [MergeEffect; 6] {
    let (from, to) = (town.persons[2].id, town.persons[3].id);
    let moved = |row| MergeEffect::RowMoved { row, from, to };
    let parted = town.merge.part(town.persons[2].id, after(11), vec![2; 40]).unwrap();
    let (id, holder) = (town.details[2].id, MovedRow::Holder(town.holders[0].id));
    [
        moved(MovedRow::Engagement(town.engagements[2].id)),
        moved(MovedRow::Absence(town.absence.id)),
        moved(MovedRow::Detail { id, until: None, ended: Some(day("2024-11-01")) }),
        MergeEffect::RowMoved { row: holder, from: town.persons[0].id, to },
        MergeEffect::TaskParted { double: town.joined.double },
        MergeEffect::Saved(Box::new(parted)),
    ]
}

async fn every_effect_is_recorded(world: World) {
    let town = world.settle().await;
    let scope = world.scope();
    let owner = (town.accounts[0], town.persons[0].id);
    world
        .write(move |tx| {
            Box::pin(async move {
                for token in [[4; 32], [5; 32]] {
                    store::data::sessions::open(tx, &scope, token, owner, (NOW, after(60)), FACTS).await?;
                }
                Ok(())
            })
        })
        .await
        .unwrap();
    let later = later(&world).await;
    let names: BTreeSet<&str> = town.effects().iter().chain(&later).map(name).collect();
    assert_eq!(names.len(), EFFECTS, "recorded: {names:?}");
    for effect in later {
        let what = name(&effect);
        let before = world.picture().await;
        // What erases whatever there is finds several rows.
        let several = what.ends_with("s erased") || what == "upload erased";
        let rows = world.record([effect]).await.unwrap().rows;
        assert!(rows == 1 || (several && rows > 1), "{what}: {rows}");
        let after = world.picture().await;
        // The figures follow from the rest, and the recount says whether they did; that joiners are looked for follows, too.
        let told = |table: &str| table != "tallies" && (table != "jobs" || what == "job retried");
        let changed: Vec<&str> = after
            .iter()
            .filter(|(table, rows)| told(table) && **rows != before[*table])
            .map(|(table, _)| table.as_str())
            .collect();
        // A signature takes with it how it was given, as a reading does.
        let tables = if matches!(what, "signature undone" | "reading not heard") { 3 } else { 2 };
        assert_eq!(changed.len(), tables, "{what}: {changed:?}");
        assert!(changed.contains(&"audit_events"), "{what}: {changed:?}");
        let drive = town.drive.id;
        assert_eq!(put!(world, tallies::recount(drive)), 0, "{what}");
    }
}

/// The town's whole foundation with one faulty effect at every place in turn.
async fn a_failure_at_any_place_leaves_nothing(world: World) {
    let all = world.town.effects();
    let empty = world.picture().await;
    assert!(empty.values().all(Vec::is_empty));
    let stranger = Person { id: Id::draw(), ..world.town.persons[0].clone() };
    let faults = [
        (Effect::PersonChanged(Box::new(stranger)), None),
        (Effect::PersonAdded(Box::new(world.town.persons[0].clone())), Some(Class::Unique)),
    ];
    for place in 1..=all.len() {
        let (fault, class) = &faults[usize::from(place > 20)];
        let mut effects = all.clone();
        effects.insert(place, fault.clone());
        let change = Change::new(permit(None))
            .with_all(effects)
            .commit("name", "Siti")
            .job(Work::Deliver { drive: world.town.drive.id });
        let refused = world.record_in(world.scope(), change).await.unwrap_err();
        match class {
            None => assert_eq!(refused, StoreError::Stale { effect: "person_changed" }, "at {place}"),
            Some(class) => assert_eq!(refused.class(), Some(*class), "at {place}"),
        }
        if place % 8 == 0 || place == all.len() {
            assert_eq!(world.picture().await, empty, "at {place}");
        }
    }
    assert_eq!(world.picture().await, empty);
    // And without a fault the same is stored.
    settle(&world, &world.town).await;
}

/// Each effect of the foundation a second time, after one that would have succeeded.
async fn each_effect_that_fails_leaves_nothing(world: World) {
    let town = world.settle().await;
    let mut failed = BTreeSet::new();
    let before = world.picture().await;
    for effect in town.effects() {
        let what = name(&effect);
        let new = Person { id: Id::draw(), ..town.persons[0].clone() };
        let change = Change::new(permit(None))
            .with(Effect::PersonAdded(Box::new(new)))
            .with(effect)
            // Makes those fail that change nothing, or what they find, when they come a second time.
            .with(Effect::RoleEnded { id: Id::draw(), until: day("2024-12-31") })
            .commit("name", "Siti")
            .job(Work::RenderPact { pact: town.pact.id });
        match world.record_in(world.scope(), change).await.unwrap_err() {
            StoreError::Stale { effect: "role_ended" } => {}
            StoreError::Stale { .. } => drop(failed.insert(what)),
            error => {
                assert_eq!(error.class(), Some(Class::Unique), "{what}: {error}");
                failed.insert(what);
            }
        }
        assert_eq!(world.picture().await, before, "{what}");
    }
    let harmless = [
        "account added",
        "exceptions of a task set",
        "figures told",
        "import rows erased",
        "layout remembered",
        "message planned",
        "pack line keyed",
        "password set",
        "pattern set",
        "person traced",
        "recovery codes made",
        "reminders chosen",
        "step taken",
        "task delivered",
    ];
    let expected: BTreeSet<&str> = town.effects().iter().map(name).filter(|name| !harmless.contains(name)).collect();
    assert_eq!(failed, expected);
    let nowhere = Change::new(permit(None)).with(town.effects().remove(1));
    assert_eq!(world.record_in(Scope::Platform, nowhere).await, Err(StoreError::OutOfScope { what: "units/add" }));
}
