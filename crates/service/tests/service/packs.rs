//! Village packs: out, back as pictures, keyed by one and compared by another.

use crate::journey::{again, draft, due, everyone, work};
use base::{Chance, Date, Occasion};
use domain::category::Category;
use domain::change::Effect;
use domain::circular::Addressees;
use domain::drive::Asks;
use domain::ids::{PackId, PersonId, TaskId, UnitId};
use domain::knowledge::Step;
use domain::manner::Way;
use domain::media::UploadFlaw;
use domain::message::MessageKind;
use domain::pack::{Aside, Difference, LineOutcome, Marks, PackRefusal, PackState, SheetCheck};
use domain::people::{Engagement, Name, Person};
use domain::policy::{Actor, Held, Role};
use service::testing::{PlainPress, World};
use service::{
    Caller, Fault, KeyedLine, MakePack, NotYetQuery, PackView, PersonRecord, PublishCommand, Refusal, SettledLine,
    Settlement,
};

mod follow;
mod hands;
mod outdated;
mod owed;

crate::on_both_engines!(
    what_two_people_read_alike_is_recorded_once_as_paper,
    a_newer_pack_voids_the_older_and_a_confirmed_one_empties_the_list,
    a_pack_is_for_who_stands_above_the_village_or_the_agency,
    what_cannot_be_right_is_refused,
);

const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 a photograph \xff\xd9";

/// A day in the week of the tests.
fn back_by() -> Date {
    base::parse_iso_date("2024-10-21").unwrap()
}

/// Two more people of the village, who have no account.
async fn villagers(world: &World) -> Vec<PersonId> {
    let names = ["Ani Lestari", "Budi Raharjo"].map(str::to_owned);
    villagers_named(world, names.to_vec(), &mut Occasion::draw(world.now).chance()).await
}

async fn villagers_named(world: &World, names: Vec<String>, chance: &mut Chance) -> Vec<PersonId> {
    let since = base::parse_iso_date("2020-01-01").unwrap();
    let (mut effects, mut ids) = (Vec::new(), Vec::new());
    for bare in names {
        let name = Name { before: String::new(), bare, after: String::new() };
        let person = Person { id: chance.id(), name, has_phone: false };
        ids.push(person.id);
        effects.push(Effect::EngagementAdded(Box::new(Engagement {
            id: chance.id(),
            person: person.id,
            unit: world.town.units[2],
            category: Category::VillageApparatus,
            position: "Kepala Dusun".to_owned(),
            since,
            until: None,
        })));
        effects.push(Effect::PersonAdded(Box::new(person)));
    }
    effects.sort_by_key(|effect| !matches!(effect, Effect::PersonAdded(_)));
    let occasion = Occasion::draw(world.tick());
    world.app.set_up(occasion, world.town.institution.id, effects).await.unwrap();
    ids
}

struct Scene {
    officer: Caller,
    colleague: Caller,
    /// Ani, Budi and the village head, as the pack lists them by name.
    people: [PersonId; 3],
    command: MakePack,
}

fn acting(world: &World, person: PersonId, role: Role, unit: Option<UnitId>) -> Caller {
    let roles = vec![Held::own(Role::Employee, None), Held::own(role, unit)];
    let actor = Actor::Person { person, institution: world.town.institution.id, roles };
    Caller::new(actor, Occasion::draw(world.tick()))
}

async fn scene(world: &World, asks: Asks) -> Scene {
    let added = villagers(world).await;
    let categories = vec![Category::Pns, Category::VillageHead, Category::VillageApparatus];
    let id = draft(world, Addressees { categories, ..everyone() }).await;
    let head = world.caller(&world.town, Role::DecidingAuthority);
    let command = PublishCommand { asks, ..PublishCommand::for_pact(1, due(), 4) };
    world.app.publish_circular(&head, id, command).await.unwrap();
    work(world).await;
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    let drive = world.app.drives(&officer).await.unwrap()[0].drive.id;
    let [_, through, unit] = world.town.units;
    Scene {
        colleague: acting(world, world.town.person(Role::LegalOfficer).person, Role::PersonnelOfficer, None),
        people: [added[0], added[1], world.town.people.last().unwrap().person],
        command: MakePack { drive, unit, through, due: back_by() },
        officer,
    }
}

async fn look(world: &World, caller: &Caller, id: PackId) -> PackView {
    world.app.pack(&again(world, caller), id).await.unwrap()
}

/// How the sheets are filled in: read and pledged, the answers of each line all right, all wrong, or the first missing.
#[derive(Clone, Copy, PartialEq)]
enum Answers {
    Right,
    Wrong,
    Missing,
}

fn marks(world: &World, view: &PackView, line: usize, how: Answers) -> Marks {
    let bank = world.app.law().questions();
    let answer = |(n, id): (usize, &String)| {
        let correct = bank.iter().find(|it| it.id.as_str() == id).unwrap().correct;
        let pick = if how == Answers::Wrong { (correct + 1) % 3 } else { correct };
        (how != Answers::Missing || n > 0).then(|| u8::try_from(pick).unwrap())
    };
    let answers = view.lines[line].line.questions.iter().enumerate().map(answer).collect();
    Marks { aside: None, read: true, answers, pledged: true }
}

/// What somebody types from one line: its place, what stands there, and the end of its code.
type Sheet = (u32, Marks, String);

fn line_of(world: &World, view: &PackView, line: usize, how: Answers) -> Sheet {
    let known = &view.lines[line].line;
    (known.place, marks(world, view, line, how), known.code[4..].to_lowercase())
}

fn sheets(world: &World, view: &PackView) -> Vec<Sheet> {
    (0..view.lines.len()).map(|line| line_of(world, view, line, Answers::Right)).collect()
}

async fn send(world: &World, caller: &Caller, id: PackId) {
    world.app.return_pack(&again(world, caller), id, PHOTO, &PlainPress).await.unwrap();
}

async fn key(world: &World, caller: &Caller, id: PackId, lines: &[Sheet]) -> Result<usize, Fault> {
    let line = |(place, marks, code): &Sheet| KeyedLine {
        place: *place,
        code: code.clone(),
        marks: marks.clone(),
        page: None,
    };
    world.app.key_pack(&again(world, caller), id, lines.iter().map(line).collect()).await
}

async fn settle(world: &World, caller: &Caller, id: PackId, lines: &[Sheet], looked_again: bool) -> Settlement {
    let line = |(place, marks, code): &Sheet| {
        let (place, code, marks) = (*place, code.clone(), marks.clone());
        SettledLine { place, code, marks, looked_again }
    };
    world.app.settle_pack(&again(world, caller), id, lines.iter().map(line).collect()).await.unwrap()
}

fn outcome(view: &PackView, line: usize) -> LineOutcome {
    view.lines[line].line.settled.as_ref().unwrap().outcome
}

async fn what_two_people_read_alike_is_recorded_once_as_paper(world: World) {
    let Scene { officer, colleague, people, command } = scene(&world, Asks::Pact).await;
    let app = &world.app;
    let id = app.make_pack(&again(&world, &officer), command).await.unwrap();
    let view = look(&world, &officer, id).await;
    assert_eq!(view.lines.iter().map(|it| it.line.person).collect::<Vec<_>>(), people);
    assert!(view.lines.iter().all(|it| it.line.questions.len() == 5 && !it.may_key));
    let sheet = app.pack_sheet(&again(&world, &officer), id).await.unwrap();
    assert_eq!((sheet.lines.len(), sheet.pledge.is_some()), (3, true));
    assert!(sheet.lines.iter().all(|line| line.questions.len() == 5 && line.reads && line.pledges));

    // Meanwhile the village head reads it on a phone.
    let head = acting(&world, people[2], Role::Employee, None);
    let task: TaskId = view.lines[2].line.task;
    app.open_circular(&again(&world, &head), task).await.unwrap();
    app.confirm_read(&again(&world, &head), task).await.unwrap();
    let read_before = app.home(&head).await.unwrap().tasks[0].task.read;

    let all: Vec<Sheet> = (0..)
        .zip([Answers::Right, Answers::Wrong, Answers::Missing])
        .map(|(line, how)| line_of(&world, &view, line, how))
        .collect();
    let early = key(&world, &officer, id, &all).await;
    assert!(matches!(early, Err(Fault::Refused(Refusal::Pack(PackRefusal::NotReturned)))), "{early:?}");
    send(&world, &officer, id).await;
    send(&world, &colleague, id).await;
    assert_eq!(look(&world, &officer, id).await.pictures.len(), 1, "the same file is kept once");
    // What is keyed waits for whoever takes the role on.
    let waits = async || {
        let desk = app.handover_desk(&again(&world, &officer), None).await.unwrap();
        desk.holdings.waiting.packs
    };
    assert_eq!(waits().await, 0);
    assert_eq!(key(&world, &officer, id, &all).await.unwrap(), 3);
    assert_eq!(waits().await, 3);
    assert_eq!(key(&world, &officer, id, &all).await.unwrap(), 0, "keyed alike, nothing is left to keep");
    assert_eq!(key(&world, &colleague, id, &all).await.unwrap(), 0, "not what somebody else keyed");
    assert_eq!(settle(&world, &officer, id, &all, true).await, Settlement::default(), "nor what one keyed oneself");

    // The second person misreads one answer, is told where and not how, and looks again.
    let mut second = all.clone();
    second[1].1.answers[3] = None;
    second[1].1.read = false;
    let found = settle(&world, &colleague, id, &second, false).await;
    assert_eq!((found.settled, found.differing, found.look_again.as_slice()), (2, 0, [2].as_slice()));
    assert_eq!(waits().await, 1);
    let seen = look(&world, &colleague, id).await;
    assert_eq!(seen.lines[1].look_again, Some(vec![Difference::Read, Difference::Answer(3)]));
    assert_eq!(seen.count.state(), PackState::Keyed);
    assert_eq!(look(&world, &officer, id).await.lines[1].look_again, None, "nobody else is told");
    // Trying again without having looked tells nothing more, whatever is tried; looking again changes what differs alone.
    let mut tried = all[1..2].to_vec();
    let events = world.events().await;
    assert_eq!(settle(&world, &colleague, id, &tried, false).await.look_again, [2]);
    assert_eq!(world.events().await, events + 1, "a trace of the look, and no more");
    tried[0].1.answers[0] = None;
    assert_eq!(settle(&world, &colleague, id, &tried, true).await.settled, 1);
    let view = look(&world, &officer, id).await;
    assert_eq!(view.count.state(), PackState::Confirmed);
    let events = world.events().await;
    assert_eq!(settle(&world, &colleague, id, &all, true).await, Settlement::default(), "a second tap");
    assert_eq!(world.events().await, events);

    // What was recorded: by both, and not what was done before.
    let plain = |check| LineOutcome { read: true, check, pledged: true };
    assert_eq!(outcome(&view, 0), plain(SheetCheck::Passed));
    assert_eq!(outcome(&view, 1), plain(SheetCheck::Failed));
    assert_eq!(outcome(&view, 2), LineOutcome { read: false, ..plain(SheetCheck::Incomplete) });
    let record = async |n: usize| app.person_record(&again(&world, &officer), people[n]).await.unwrap();
    let both = Way::Paper { attested_by: colleague.person().unwrap(), also: officer.actor.person() };
    let PersonRecord { vouchers, drives, .. } = record(0).await;
    let ani = &drives[0];
    assert_eq!((ani.task.opened, ani.task.signed), (None, None), "nothing is inferred");
    for step in [Step::Read, Step::Passed, Step::Pledged] {
        assert!(ani.task.at(step).is_some() && ani.ways.of(step) == both, "{step:?}");
    }
    let (one, other) = vouchers.of_way(both);
    let named = |role| world.town.person(role).name.full();
    assert_eq!((one, other), (named(Role::LegalOfficer).as_str(), named(Role::PersonnelOfficer).as_str()));
    let budi = &record(1).await.drives[0];
    assert!(budi.task.read.is_some() && budi.task.passed.is_none() && budi.task.pledged.is_some());
    let head = &record(2).await.drives[0];
    assert_eq!((head.task.read, head.ways.of(Step::Read)), (read_before, Way::OWN), "the earlier record stays");
    let counts = app.coverage(&again(&world, &officer), None, None).await.unwrap().unwrap().total;
    assert_eq!((counts.of(Step::Opened), counts.of(Step::Read), counts.of(Step::Passed)), (1, 3, 1));

    // Who failed gets other questions on the next pack; who passed is asked for nothing that was done.
    let next = app.make_pack(&again(&world, &officer), command).await.unwrap();
    let next = look(&world, &officer, next).await;
    assert_eq!(next.lines.iter().map(|it| it.line.person).collect::<Vec<_>>(), people[1..]);
    let asked = &view.lines[1].line.questions;
    assert!(next.lines[0].line.questions.iter().all(|question| !asked.contains(question)));

    // Whose pledge was read from a sheet is told, and finds it with both names where they can say that it was not them.
    let me = acting(&world, people[2], Role::Employee, None);
    let told = app.notices(&again(&world, &me)).await.unwrap().unread;
    assert!(told.iter().any(|notice| notice.kind == MessageKind::Pledged), "{told:?}");
    let own = app.own_pledges(&again(&world, &me)).await.unwrap();
    assert_eq!(own.pledges.iter().map(|it| (it.task, it.way)).collect::<Vec<_>>(), [(task, both)]);
}

async fn a_newer_pack_voids_the_older_and_a_confirmed_one_empties_the_list(world: World) {
    let Scene { officer, colleague, command, .. } = scene(&world, Asks::Check).await;
    let app = &world.app;
    let waiting = async || {
        let query = NotYetQuery::all(command.drive, Some(command.unit));
        app.not_yet(&again(&world, &officer), query).await.unwrap().found
    };
    let old = app.make_pack(&again(&world, &officer), command).await.unwrap();
    let events = world.events().await;
    assert_eq!(app.make_pack(&again(&world, &officer), command).await.unwrap(), old, "a second tap");
    assert_eq!(world.events().await, events);
    send(&world, &officer, old).await;
    let before = look(&world, &officer, old).await;
    let all = sheets(&world, &before);
    key(&world, &officer, old, &all[..1]).await.unwrap();
    let new = app.make_pack(&again(&world, &officer), command).await.unwrap();
    let after = look(&world, &officer, old).await;
    assert_eq!(after.count.state(), PackState::Replaced);
    assert!(after.lines.iter().all(|it| !it.may_key && !it.may_settle));
    assert_eq!(key(&world, &officer, old, &all).await.unwrap(), 0, "a void code takes nothing");
    assert_eq!(settle(&world, &colleague, old, &all, true).await, Settlement::default());
    assert!(matches!(app.pack_sheet(&again(&world, &officer), old).await, Err(Fault::NotFound)));

    assert_eq!(waiting().await, 3);
    send(&world, &officer, new).await;
    let view = look(&world, &officer, new).await;
    assert!(view.lines.iter().zip(&before.lines).all(|(a, b)| a.line.code != b.line.code));
    // A sheet of the older pack carries its code, and is nobody's in the new one.
    let stale = key(&world, &officer, new, &all).await;
    assert!(matches!(stale, Err(Fault::Refused(Refusal::Pack(PackRefusal::OtherCode)))), "{stale:?}");
    let all = sheets(&world, &view);
    assert_eq!(key(&world, &officer, new, &all).await.unwrap(), 3);
    assert_eq!(waiting().await, 3, "keyed is not recorded");
    let mixed = vec![SettledLine { place: 1, code: all[1].2.clone(), marks: all[0].1.clone(), looked_again: true }];
    let mixed = app.settle_pack(&again(&world, &colleague), new, mixed).await;
    assert!(matches!(mixed, Err(Fault::Refused(Refusal::Pack(PackRefusal::OtherCode)))), "{mixed:?}");
    assert_eq!(settle(&world, &colleague, new, &all, false).await.settled, 3);
    assert_eq!(waiting().await, 0);
    let states: Vec<_> =
        app.packs(&officer).await.unwrap().iter().map(|it| (it.pack.id, it.count.state(), it.overdue)).collect();
    assert_eq!(states, [(new, PackState::Confirmed, false), (old, PackState::Replaced, false)]);
    let nobody = app.make_pack(&again(&world, &officer), command).await;
    assert!(matches!(nobody, Err(Fault::Refused(Refusal::Pack(PackRefusal::NobodyOwes)))), "{nobody:?}");
}

async fn a_pack_is_for_who_stands_above_the_village_or_the_agency(world: World) {
    let Scene { officer, people, command, .. } = scene(&world, Asks::Check).await;
    let app = &world.app;
    let [top, agency, village] = world.town.units;
    let head_of = |unit| acting(&world, world.town.person(Role::HeadOfUnit).person, Role::HeadOfUnit, Some(unit));
    let id = app.make_pack(&again(&world, &officer), command).await.unwrap();
    let elsewhere = MakePack { through: top, ..command };
    for caller in [head_of(village), head_of(agency), world.caller(&world.town, Role::Employee)] {
        let made = app.make_pack(&caller, command).await;
        assert!(matches!(made, Err(Fault::Denied(_))), "{made:?}");
    }
    // The head of the agency sees what goes through it and nothing else.
    assert_eq!(app.packs(&head_of(agency)).await.unwrap().len(), 1);
    let other = app.make_pack(&again(&world, &officer), elsewhere).await.unwrap();
    assert_eq!(app.packs(&head_of(agency)).await.unwrap().len(), 1);
    assert!(matches!(app.pack(&head_of(agency), other).await, Err(Fault::Denied(_))));
    assert!(matches!(
        app.pack(&world.caller(&world.neighbour, Role::PersonnelOfficer), id).await,
        Err(Fault::NotFound)
    ));
    assert!(matches!(app.packs(&world.caller(&world.town, Role::Inspector)).await, Err(Fault::Denied(_))));

    // The village head may key what is of others and never their own line.
    let mine = acting(&world, people[2], Role::HeadOfUnit, Some(village));
    send(&world, &officer, other).await;
    let view = look(&world, &mine, other).await;
    assert_eq!(view.lines.iter().map(|it| it.may_key).collect::<Vec<_>>(), [true, true, false]);
    let all = sheets(&world, &view);
    assert_eq!(key(&world, &mine, other, &all).await.unwrap(), 2);
    assert_eq!(key(&world, &officer, other, &all).await.unwrap(), 1, "somebody else keys it");
    assert_eq!(settle(&world, &mine, other, &all, true).await, Settlement::default());
    assert_eq!(settle(&world, &head_of(top), other, &all, false).await.settled, 3);

    // Whoever looks at a picture leaves a trace.
    let picture = look(&world, &officer, other).await.pictures[0].id;
    let events = world.events().await;
    let (_, bytes) = app.pack_picture(&again(&world, &officer), other, picture).await.unwrap();
    assert_eq!((bytes.as_slice(), world.events().await - events), (PHOTO, 1));
    assert!(matches!(app.pack_picture(&head_of(agency), other, picture).await, Err(Fault::Denied(_))));
}

async fn what_cannot_be_right_is_refused(world: World) {
    let Scene { officer, command, .. } = scene(&world, Asks::Check).await;
    let (app, yesterday) = (&world.app, base::parse_iso_date("2024-10-13").unwrap());
    let [top, agency, village] = world.town.units;
    let late = app.make_pack(&again(&world, &officer), MakePack { due: yesterday, ..command }).await;
    assert!(matches!(late, Err(Fault::Refused(Refusal::Pack(PackRefusal::DuePassed)))), "{late:?}");
    for wrong in [MakePack { unit: agency, ..command }, MakePack { through: village, ..command }] {
        assert!(matches!(app.make_pack(&again(&world, &officer), wrong).await, Err(Fault::NotFound)));
    }
    // A drive that has just begun is still on its way to people.
    let id = draft(&world, everyone()).await;
    let head = world.caller(&world.town, Role::DecidingAuthority);
    world.app.publish_circular(&head, id, PublishCommand::for_pact(1, due(), 4)).await.unwrap();
    let drive = app.drives(&officer).await.unwrap()[0].drive.id;
    let early = app.make_pack(&again(&world, &officer), MakePack { drive, ..command }).await;
    assert!(matches!(early, Err(Fault::Refused(Refusal::Pack(PackRefusal::NotDelivered)))), "{early:?}");
    let choices = app.pack_choices(&officer).await.unwrap();
    let ids = |units: &[service::UnitName]| units.iter().map(|unit| unit.id).collect::<Vec<_>>();
    assert_eq!((ids(&choices.villages), ids(&choices.agencies)), (vec![village], vec![top, agency]));
    let id = app.make_pack(&again(&world, &officer), command).await.unwrap();
    let sent = app.return_pack(&again(&world, &officer), id, b"MZ surat.jpg", &PlainPress).await;
    assert!(matches!(sent, Err(Fault::Refused(Refusal::Upload(UploadFlaw::Kind)))), "{sent:?}");
    send(&world, &officer, id).await;
    let four = Marks { aside: None, read: true, answers: vec![Some(0); 4], pledged: false };
    assert!(matches!(key(&world, &officer, id, &[(1, four, String::new())]).await, Err(Fault::Conflict)));
    assert_eq!(key(&world, &officer, id, &[(9, Marks::default(), String::new())]).await.unwrap(), 0, "no such line");
}
