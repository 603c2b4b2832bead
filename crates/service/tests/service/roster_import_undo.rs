//! An import that is undone leaves the register as it was.

use crate::journey::{publish_to_everyone, work};
use crate::roster_import::{apply, everybody, newcomers, officer, stage, tops};
use base::{Language, Occasion};
use domain::change::Effect;
use domain::ids::{ImportId, InstitutionId, PersonId};
use domain::people::{Engagement, Person};
use domain::policy::Role;
use domain::roster_import::{ImportState, KeptReason, UNDO};
use service::testing::{World, scope_of};
use service::{Caller, Decision, Fault, Refusal};
use std::time::Duration;
use store::data::people;
use store::{Tx, Unit};

crate::on_both_engines!(
    an_undone_import_leaves_everything_as_it_was,
    what_was_only_laid_before_somebody_goes_with_them,
    whoever_changed_since_is_left_alone_and_named,
    a_stopped_import_can_be_undone,
    whoever_a_stopped_import_brought_is_asked_at_once,
    only_the_last_import_is_undone_and_not_for_ever,
);

/// Persons, engagements, and numbers and contacts of an institution, whole.
type Register = (Vec<Person>, Vec<Engagement>, Vec<String>);

struct Everything(InstitutionId);

impl Unit for Everything {
    type Out = Register;
    type Error = Fault;
    const NAME: &'static str = "test/everything";

    async fn run(&self, tx: &mut Tx) -> Result<Register, Fault> {
        let scope = scope_of(self.0);
        let persons = people::everybody(tx, &scope).await?;
        let mut details = Vec::new();
        for person in &persons {
            details.extend(people::details_of(tx, &scope, person.id).await?.iter().map(|detail| format!("{detail:?}")));
        }
        Ok((persons, people::engagements(tx, &scope).await?, details))
    }
}

async fn register(world: &World) -> Register {
    world.app.store().read(Everything(world.town.institution.id)).await.unwrap()
}

/// Rows that change everybody in some way, and people whom nobody knows.
fn changed(world: &World) -> Vec<String> {
    let mut rows = everybody(&world.town, "inspector");
    rows[0] = rows[0].replace("Puskesmas Melati", "Desa Sukasari");
    rows[1] = rows[1].replace(", S.Sos.", ", M.M.");
    rows[2] = rows[2].replace(";pns;", ";cpns;");
    rows[3] = rows[3].replace("Jabatan contoh;01/01/2020;", "Jabatan contoh;01/01/2019;081234567890");
    rows[4] = rows[4].replace("Jabatan contoh", "Bidan");
    rows.extend(newcomers(230));
    rows
}

/// Stages and applies, with the inspector as somebody who left.
async fn applied(world: &World, rows: &[String]) -> ImportId {
    let import = stage(world, &officer(world), rows, &tops(&world.town)).await.unwrap();
    apply(world, import, vec![world.town.person(Role::Inspector).person]).await.unwrap();
    world.apply_import(world.town.institution.id, import).await.unwrap();
    import
}

async fn undo(world: &World, import: ImportId) -> Result<(), Fault> {
    world.app.decide_import(&officer(world), import, Decision::Undo).await?;
    world.undo_import(world.town.institution.id, import).await
}

async fn what_was_only_laid_before_somebody_goes_with_them(world: World) {
    publish_to_everyone(&world).await;
    let owing = async || world.app.coverage(&officer(&world), None, None).await.unwrap().unwrap().total.owing();
    let (before, asked) = (register(&world).await, owing().await);
    let import = stage(&world, &officer(&world), &newcomers(3), &tops(&world.town)).await.unwrap();
    apply(&world, import, Vec::new()).await.unwrap();
    // Whoever came is asked at once, by a job.
    work(&world).await;
    assert_eq!(owing().await, asked + 3);
    undo(&world, import).await.unwrap();
    assert_eq!(register(&world).await, before);
    assert_eq!(owing().await, asked, "they are counted no more");
}

async fn an_undone_import_leaves_everything_as_it_was(world: World) {
    let before = register(&world).await;
    let import = applied(&world, &changed(&world)).await;
    assert_ne!(register(&world).await, before);
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    let offer = view.undo.unwrap();
    assert_eq!(offer.people, 236);
    assert_eq!(Some(offer.until), view.import.decided.map(|decided| decided.plus(UNDO)));
    undo(&world, import).await.unwrap();
    assert_eq!(register(&world).await, before);
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    assert_eq!((view.import.state, view.import.undone, view.import.kept), (ImportState::Undone, 236, 0));
    assert!(view.undo.is_none() && view.kept.is_empty());
    // A job that runs once more finds nothing to do, and nobody undoes it twice.
    world.undo_import(world.town.institution.id, import).await.unwrap();
    assert_eq!(register(&world).await, before);
    assert!(matches!(undo(&world, import).await, Err(Fault::Refused(Refusal::UndoOver))));
    // Sent again, the file does what it did the first time.
    let again = applied(&world, &changed(&world)).await;
    undo(&world, again).await.unwrap();
    assert_eq!(register(&world).await, before);
}

async fn whoever_changed_since_is_left_alone_and_named(world: World) {
    let import = applied(&world, &changed(&world)).await;
    let find = |register: &Register, name: &str| -> Person {
        register.0.iter().find(|person| person.name.bare == name).unwrap().clone()
    };
    let now = register(&world).await;
    let (renamed, working) = (find(&now, "Orang Baru 7"), find(&now, "Orang Baru 9"));
    let moved = now.1.iter().find(|line| line.position == "Bidan").unwrap().clone();
    let mut name = renamed.name.clone();
    name.after = "S.E.".into();
    let account = Effect::AccountAdded { id: base::Id::draw(), person: working.id, at: world.now };
    let effects = vec![
        Effect::PersonChanged(Box::new(Person { name, ..renamed.clone() })),
        Effect::EngagementEnded { id: moved.id, until: moved.since },
        account,
    ];
    world.app.set_up(Occasion::draw(world.now), world.town.institution.id, effects).await.unwrap();
    let before = register(&world).await;
    undo(&world, import).await.unwrap();
    let after = register(&world).await;
    let view = world.app.import(&officer(&world), import, Language::Indonesian).await.unwrap();
    assert_eq!((view.import.undone, view.import.kept), (233, 3));
    let mut kept: Vec<(PersonId, KeptReason)> =
        view.kept.iter().map(|(_, person, reason)| (*person, *reason)).collect();
    kept.sort_by_key(|(person, _)| *person);
    let mut expected =
        vec![(renamed.id, KeptReason::Changed), (moved.person, KeptReason::Changed), (working.id, KeptReason::InUse)];
    expected.sort_by_key(|(person, _)| *person);
    assert_eq!(kept, expected);
    for person in [renamed.id, moved.person, working.id] {
        let of = |register: &Register| -> Vec<Engagement> {
            register.1.iter().filter(|line| line.person == person).cloned().collect()
        };
        assert_eq!(of(&after), of(&before), "nothing of them was touched");
    }
}

async fn a_stopped_import_can_be_undone(world: World) {
    let before = register(&world).await;
    let import = stage(&world, &officer(&world), &newcomers(1_100), &tops(&world.town)).await.unwrap();
    apply(&world, import, Vec::new()).await.unwrap();
    world.apply_some(world.town.institution.id, import, 1).await.unwrap();
    let running = world.app.decide_import(&officer(&world), import, Decision::Undo).await;
    assert!(matches!(running, Err(Fault::Refused(Refusal::UndoOver))), "it has to be stopped first");
    world.app.decide_import(&officer(&world), import, Decision::Discard).await.unwrap();
    assert_eq!(register(&world).await.0.len(), before.0.len() + 500);
    undo(&world, import).await.unwrap();
    assert_eq!(register(&world).await, before);
}

async fn whoever_a_stopped_import_brought_is_asked_at_once(world: World) {
    publish_to_everyone(&world).await;
    let owing = async || world.app.coverage(&officer(&world), None, None).await.unwrap().unwrap().total.owing();
    let asked = owing().await;
    let import = stage(&world, &officer(&world), &newcomers(600), &tops(&world.town)).await.unwrap();
    apply(&world, import, Vec::new()).await.unwrap();
    world.apply_some(world.town.institution.id, import, 1).await.unwrap();
    world.app.decide_import(&officer(&world), import, Decision::Discard).await.unwrap();
    work(&world).await;
    assert_eq!(owing().await, asked + 500);
}

async fn only_the_last_import_is_undone_and_not_for_ever(world: World) {
    let before = register(&world).await;
    let first = applied(&world, &newcomers(2)).await;
    let world_later =
        |seconds: u64| Caller::new(officer(&world).actor, Occasion::draw(world.now.plus(Duration::from_secs(seconds))));
    let second = stage(&world, &officer(&world), &newcomers(4), &tops(&world.town)).await.unwrap();
    let decision = Decision::ApplyGood { leavers: Vec::new(), last_day: world.now.date(base::Zone::Wib) };
    world.app.decide_import(&world_later(60), second, decision).await.unwrap();
    world.apply_import(world.town.institution.id, second).await.unwrap();
    assert!(matches!(undo(&world, first).await, Err(Fault::Refused(Refusal::UndoNotLast))));
    undo(&world, second).await.unwrap();
    let days = |days: u64| days * 24 * 60 * 60;
    let late = world.app.decide_import(&world_later(days(8)), first, Decision::Undo).await;
    assert!(matches!(late, Err(Fault::Refused(Refusal::UndoOver))));
    let employee = world.caller(&world.town, Role::Employee);
    assert!(matches!(world.app.decide_import(&employee, first, Decision::Undo).await, Err(Fault::Denied(_))));
    // What could not be undone any more is not kept either.
    let sweep = |day: u64| world.app.sweep_uploads(Occasion::draw(world.now.plus(Duration::from_secs(days(day)))));
    assert_eq!(sweep(6).await.unwrap(), 0);
    undo(&world, first).await.unwrap();
    assert_eq!(register(&world).await, before);
    let third = applied(&world, &newcomers(1)).await;
    assert_eq!(sweep(8).await.unwrap(), 1);
    let view = world.app.import(&officer(&world), third, Language::Indonesian).await.unwrap();
    assert!(view.undo.is_none());
}
