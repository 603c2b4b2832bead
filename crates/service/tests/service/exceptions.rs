//! Who is exempt and who refused: what is recorded, what is owed then, and what the person can do about it.

use crate::journey::{FREELY, again, publish_to_everyone, ready_to_sign, sign_as};
use base::{Date, Instant, Language, Occasion, Zone};
use domain::exception::{ExceptionCommand, ExceptionFlaw, ExceptionKind, ExemptReason, Words};
use domain::ids::{DriveId, PersonId};
use domain::knowledge::{NotNow, Step};
use domain::message::MessageKind;
use domain::paper::Token;
use domain::policy::Role;
use service::testing::{Town, World, papers};
use service::{
    BroughtKey, Caller, Certificate, Counts, ExceptedQuery, ExceptionView, Fault, LetterSheet, MinutesSheet,
    NotYetQuery, PackSheet, PactSheet, Press, Proved, RecogniseFlaw, RecordSheet, Refusal, SealKey, Slip,
};

crate::on_both_engines!(
    whoever_refused_goes_on_owing_is_told_answers_and_can_sign_after_all,
    whoever_is_exempt_owes_nothing_until_it_is_taken_back_or_they_take_part,
    what_cannot_be_right_is_not_recorded,
    only_heads_above_and_the_agency_record_and_read_it,
    a_pact_of_another_institution_is_recognised_by_its_seal,
);

fn today() -> Date {
    base::parse_iso_date("2024-10-14").unwrap()
}

fn refused(step: Step) -> ExceptionCommand {
    let words = Words { note: " Merasa dipaksa ".to_owned(), witness: "Joko, lurah".to_owned(), pact: None };
    ExceptionCommand { kind: ExceptionKind::Refused(step), on: today(), words }
}

fn exempt(reason: ExemptReason) -> ExceptionCommand {
    let words = Words { note: "Surat cuti (rekaan)".to_owned(), ..Words::default() };
    ExceptionCommand { kind: ExceptionKind::Exempt(reason), on: today(), words }
}

struct Scene {
    head: Caller,
    employee: Caller,
    person: PersonId,
    drive: DriveId,
}

async fn scene(world: &World) -> Scene {
    publish_to_everyone(world).await;
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let employee = world.caller(&world.town, Role::Employee);
    let person = world.town.person(Role::Employee).person;
    let drive = world.app.home(&employee).await.unwrap().tasks[0].drive.id;
    Scene { head, employee, person, drive }
}

async fn counts(world: &World) -> Counts {
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.coverage(&officer, None, None).await.unwrap().unwrap().total
}

/// Of whom an exception stands in the head's unit, and how many are exempt and refused.
async fn standing(world: &World, head: &Caller) -> (Vec<PersonId>, (i64, i64)) {
    let unit = Some(world.town.units[1]);
    let query = ExceptedQuery { drive: None, unit, page: 9 };
    let page = world.app.excepted(&again(world, head), query).await.unwrap();
    assert_eq!(world.app.excepted_count(&again(world, head), page.drive.id, unit).await.unwrap(), page.count);
    let people = page.people.iter().map(|(who, _)| who.person).collect();
    (people, (page.count.exempt, page.count.refused))
}

async fn record(world: &World, scene: &Scene) -> Vec<ExceptionView> {
    let head = again(world, &scene.head);
    let record = world.app.person_record(&head, scene.person).await.unwrap();
    record.meant(Some(scene.drive)).unwrap().exceptions.clone()
}

async fn whoever_refused_goes_on_owing_is_told_answers_and_can_sign_after_all(world: World) {
    let scene = scene(&world).await;
    let before = counts(&world).await;
    let (app, drive) = (&world.app, scene.drive);
    let note = |command| app.note_exception(&scene.head, scene.person, drive, command);
    let id = note(refused(Step::Signed)).await.unwrap();
    let events = world.events().await;
    let twice = app.note_exception(&again(&world, &scene.head), scene.person, drive, refused(Step::Read)).await;
    assert_eq!(twice.unwrap(), id, "one refusal stands at a time");
    assert_eq!(world.events().await, events);
    assert_eq!(counts(&world).await, before, "it is counted as owing");
    assert_eq!(standing(&world, &scene.head).await, (vec![scene.person], (0, 1)));
    let query = NotYetQuery::all(drive, Some(world.town.units[1]));
    let listed = app.not_yet(&again(&world, &scene.head), query).await.unwrap().people;
    let line = listed.iter().find(|one| one.who.person == scene.person).unwrap();
    assert_eq!(line.who.refused, Some(Step::Signed));

    // The person is told, reads it and answers once.
    let told = app.notices(&scene.employee).await.unwrap().unread;
    assert!(told.iter().any(|it| it.kind == MessageKind::Excepted), "{told:?}");
    let home = app.home(&scene.employee).await.unwrap();
    let task = home.tasks[0].task.id;
    assert_eq!(home.exceptions.len(), 1);
    let empty = app.answer_exception(&again(&world, &scene.employee), task, id, "  ").await;
    assert!(matches!(empty, Err(Fault::Refused(Refusal::AnswerMissing))), "{empty:?}");
    for answer in ["Saya minta waktu.", "Lain lagi"] {
        app.answer_exception(&again(&world, &scene.employee), task, id, answer).await.unwrap();
    }
    let own = app.own_exceptions(&again(&world, &scene.employee), task).await.unwrap();
    assert_eq!(
        own[0].words,
        Words { note: "Merasa dipaksa".to_owned(), witness: "Joko, lurah".to_owned(), pact: None }
    );
    assert_eq!(own[0].answer.as_ref().map(|(words, _)| words.as_str()), Some("Saya minta waktu."));
    assert!(own[0].stands && own[0].by == world.town.person(Role::HeadOfUnit).name.full());

    // Signing after all ends it; both stay in the record.
    sign_as(&world, Role::Employee).await;
    assert_eq!(standing(&world, &scene.head).await, (vec![], (0, 0)));
    let kept = record(&world, &scene).await;
    assert!(kept.len() == 1 && !kept[0].stands && kept[0].done.is_some() && kept[0].ended.is_none(), "{kept:?}");
    let after = counts(&world).await;
    assert_eq!((after.owing(), after.done()), (before.owing(), before.done() + 1));
}

async fn whoever_is_exempt_owes_nothing_until_it_is_taken_back_or_they_take_part(world: World) {
    let scene = scene(&world).await;
    let before = counts(&world).await;
    let app = &world.app;
    let (employee, task) = ready_to_sign(&world, Role::Employee).await;
    let note = async || {
        let head = again(&world, &scene.head);
        app.note_exception(&head, scene.person, scene.drive, exempt(ExemptReason::UnpaidLeave)).await.unwrap()
    };
    let sign = async || app.sign_pact(&again(&world, &employee), task, FREELY, Proved::Password).await;
    let first = note().await;
    let now = counts(&world).await;
    assert_eq!((now.owing(), now.of(Step::Passed)), (before.owing() - 1, 0), "not counted at all");
    assert_eq!(standing(&world, &scene.head).await, (vec![scene.person], (1, 0)));
    let blocked = sign().await;
    assert!(matches!(blocked, Err(Fault::Refused(Refusal::NotNow(NotNow::Exempt)))), "{blocked:?}");
    let head = again(&world, &scene.head);
    let refusal = app.note_exception(&head, scene.person, scene.drive, refused(Step::Signed)).await;
    assert!(matches!(refusal, Err(Fault::Refused(Refusal::AlreadyExempt))), "{refusal:?}");
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    app.end_exception(&officer, scene.person, first).await.unwrap();
    let events = world.events().await;
    app.end_exception(&again(&world, &officer), scene.person, first).await.unwrap();
    assert_eq!(world.events().await, events, "it ends once");
    assert_eq!(counts(&world).await.owing(), before.owing());
    // Exempt again: this time the person takes part all the same.
    let second = note().await;
    assert_ne!(first, second);
    for _ in 0..2 {
        app.take_part(&again(&world, &employee), task).await.unwrap();
    }
    sign().await.unwrap();
    let kept = record(&world, &scene).await;
    let enders: Vec<_> = kept.iter().map(|it| it.ended.as_ref().map(|(name, _)| name.clone())).collect();
    let name = |role| Some(world.town.person(role).name.full());
    assert_eq!(enders, [name(Role::Employee), name(Role::PersonnelOfficer)], "the latest first");
    assert_eq!(counts(&world).await.done(), before.done() + 1);
}

async fn what_cannot_be_right_is_not_recorded(world: World) {
    let scene = scene(&world).await;
    let note = async |command: ExceptionCommand| {
        let head = again(&world, &scene.head);
        match world.app.note_exception(&head, scene.person, scene.drive, command).await {
            Err(Fault::Refused(Refusal::Exception(flaws))) => flaws,
            other => panic!("{other:?}"),
        }
    };
    let silent = ExceptionCommand { words: Words::default(), ..refused(Step::Read) };
    assert_eq!(note(silent).await, [ExceptionFlaw::Note, ExceptionFlaw::Witness]);
    let early = ExceptionCommand { on: today().previous_day().unwrap(), ..refused(Step::Read) };
    assert_eq!(note(early).await, [ExceptionFlaw::Day], "before it was delivered");
    let bare = ExceptionCommand { words: Words::default(), ..exempt(ExemptReason::Other) };
    assert_eq!(note(bare).await, [ExceptionFlaw::Note]);
    assert!(record(&world, &scene).await.is_empty());
}

async fn only_heads_above_and_the_agency_record_and_read_it(world: World) {
    let scene = scene(&world).await;
    let (app, town) = (&world.app, &world.town);
    let id = app.note_exception(&scene.head, scene.person, scene.drive, refused(Step::Read)).await.unwrap();
    let note = async |caller: Caller, person| {
        app.note_exception(&again(&world, &caller), person, scene.drive, exempt(ExemptReason::Left)).await
    };
    let outsider = town.people.last().unwrap().person;
    assert!(matches!(note(scene.head.clone(), outsider).await, Err(Fault::Denied(_))), "another unit");
    for role in [Role::Employee, Role::Inspector, Role::DecidingAuthority] {
        let caller = world.caller(town, role);
        assert!(matches!(note(caller, scene.person).await, Err(Fault::Denied(_))), "{role:?}");
    }
    let own = town.person(Role::HeadOfUnit).person;
    let oneself = note(scene.head.clone(), own).await;
    assert!(matches!(oneself, Err(Fault::Refused(Refusal::NotOneself))), "{oneself:?}");
    let neighbour = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(matches!(note(neighbour, scene.person).await, Err(Fault::NotFound)));
    // The head of region, a politician, sees neither names nor records.
    let mayor = world.caller(town, Role::DecidingAuthority);
    let query = ExceptedQuery { drive: None, unit: None, page: 1 };
    assert!(matches!(app.excepted(&mayor, query).await, Err(Fault::Denied(_))));
    let inspector = world.caller(town, Role::Inspector);
    let seen = app.person_record(&inspector, scene.person).await.unwrap().drives.remove(0);
    assert!(seen.exceptions.len() == 1 && !seen.may_note);
    let end = app.end_exception(&again(&world, &inspector), scene.person, id).await;
    assert!(matches!(end, Err(Fault::Denied(_))), "{end:?}");
    let stranger = world.caller(town, Role::Inspector);
    let task = app.home(&scene.employee).await.unwrap().tasks[0].task.id;
    assert!(matches!(app.own_exceptions(&stranger, task).await, Err(Fault::NotFound)));
    assert!(matches!(app.take_part(&again(&world, &stranger), task).await, Err(Fault::NotFound)));
}

/// What a pact has in its metadata.
const PACT: &str = "%<pdf:Keywords>netral-pakta-integritas\n";

/// A press whose papers are the smallest PDFs that can be sealed, with this in them.
struct Smallest(&'static str);

impl Press for Smallest {
    fn letter(&self, _: &LetterSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(smallest(self.0))
    }

    fn pact(&self, _: &PactSheet) -> Result<Vec<u8>, Fault> {
        Ok(smallest(self.0))
    }

    fn minutes(&self, _: &MinutesSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn pack(&self, _: &PackSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn slips(&self, _: &[Slip], _: &str, _: Zone, _: bool, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn record(&self, _: &RecordSheet, _: Language) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }
}

fn smallest(mark: &str) -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/MediaBox[0 0 595 842]/Parent 2 0 R>>",
    ];
    let (mut text, mut table) = (format!("%PDF-1.7\n{mark}"), "0000000000 65535 f \n".to_owned());
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", text.len()));
        text.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let begin = text.len();
    text.push_str(&format!("xref\n0 4\n{table}trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{begin}\n%%EOF"));
    text.into_bytes()
}

/// A paper that an institution of this installation has sealed, with this in it.
async fn sealed_by(world: &World, town: &Town, mark: &'static str) -> Vec<u8> {
    let issued = papers::publish(world, town).await;
    let occasion = Occasion::draw(world.tick());
    world.app.render_letter(occasion, town.institution.id, issued.circular.id, &Smallest(mark)).await.unwrap();
    world.app.letter_pdf(&town.institution.short_name, issued.circular.id).await.unwrap().unwrap()
}

fn officer(world: &World) -> Caller {
    again(world, &world.caller(&world.town, Role::PersonnelOfficer))
}

async fn a_pact_of_another_institution_is_recognised_by_its_seal(world: World) {
    let scene = scene(&world).await;
    let before = counts(&world).await;
    let with = async |paper: &[u8], text: &str, read_out: &str| {
        let head = again(&world, &scene.head);
        world.app.recognise_pact(&head, scene.person, scene.drive, paper, BroughtKey { text, read_out }).await
    };
    let print = |pem: &str| Certificate::all_from_pem(pem).map(|all| all[0].fingerprint().to_string());
    let recognise = async |paper: &[u8], pem: &str| {
        let whole = print(pem).unwrap_or_default();
        with(paper, pem, &whole.get(..19).unwrap_or_default().to_lowercase()).await
    };
    let flaw = async |paper: &[u8], key: &str| match recognise(paper, key).await {
        Err(Fault::Refused(Refusal::Recognition(flaw))) => flaw,
        other => panic!("{other:?}"),
    };
    // Somebody far away: their key is known only by the certificate that was brought along.
    let at = world.now;
    let make = |seed| SealKey::make("Kota Jauh (rekaan)", at, &mut Occasion::seeded(at, [seed; 32]).chance()).unwrap();
    let (key, forger) = (make(1), make(2));
    let paper = Smallest(PACT).seal(&smallest(PACT), &key, at).unwrap();
    let pem = key.certificate().to_pem();
    let mut changed = paper.clone();
    changed[20] ^= 1;
    assert_eq!(flaw(&paper, "").await, RecogniseFlaw::UnknownKey, "a seal alone proves nothing");
    assert_eq!(flaw(&paper, &forger.certificate().to_pem()).await, RecogniseFlaw::UnknownKey);
    assert_eq!(flaw(&paper, "segel").await, RecogniseFlaw::NoKey);
    assert_eq!(flaw(&changed, &pem).await, RecogniseFlaw::Altered);
    assert_eq!(flaw(&[paper.clone(), b"\n".to_vec()].concat(), &pem).await, RecogniseFlaw::Altered);
    assert_eq!(flaw(&smallest(PACT), &pem).await, RecogniseFlaw::NotSealed);
    let own = sealed_by(&world, &world.town, PACT).await;
    let letter = Smallest("").seal(&smallest(""), &key, at).unwrap();
    assert_eq!(flaw(&letter, &pem).await, RecogniseFlaw::NotAPact, "anybody can download a letter");
    assert_eq!(flaw(&own, &pem).await, RecogniseFlaw::Own);
    // Whoever made the key in that name can also bring it: somebody there has to read it out.
    let whole = print(&pem).unwrap();
    for read_out in ["", &whole[..14], "0000 0000 0000 0000"] {
        let unread = with(&paper, &pem, read_out).await;
        assert!(matches!(unread, Err(Fault::Refused(Refusal::Recognition(RecogniseFlaw::Fingerprint)))), "{unread:?}");
    }
    assert_eq!(counts(&world).await.owing(), before.owing(), "nothing was recorded so far");
    // Behind another exemption the paper would be lost.
    let head = again(&world, &scene.head);
    let ill = exempt(ExemptReason::LongIllness);
    let other = world.app.note_exception(&head, scene.person, scene.drive, ill).await.unwrap();
    let behind = recognise(&paper, &pem).await;
    assert!(matches!(behind, Err(Fault::Refused(Refusal::AlreadyExempt))), "{behind:?}");
    world.app.end_exception(&again(&world, &head), scene.person, other).await.unwrap();

    let first = recognise(&paper, &pem).await.unwrap();
    assert_eq!(counts(&world).await.owing(), before.owing() - 1);
    let kept = &record(&world, &scene).await[0];
    let pact = kept.words.pact.as_ref().unwrap();
    assert_eq!((kept.id, kept.kind), (first, ExceptionKind::Exempt(ExemptReason::Recognised)));
    assert_eq!(pact.issuer, "Kota Jauh (rekaan)");
    assert_eq!(pact.fingerprint, Certificate::all_from_pem(&pem).unwrap()[0].fingerprint().to_string());

    // The paper of one person excuses nobody else.
    let other = world.town.person(Role::Inspector).person;
    let key = BroughtKey { text: &pem, read_out: &whole[..19] };
    let used = world.app.recognise_pact(&officer(&world), other, scene.drive, &paper, key).await;
    assert!(matches!(used, Err(Fault::Refused(Refusal::Recognition(RecogniseFlaw::Taken)))), "{used:?}");

    // Whoever made a paper here also says whether it still counts.
    let (signer, task) = ready_to_sign(&world, Role::LegalOfficer).await;
    world.app.sign_pact(&again(&world, &signer), task, FREELY, Proved::Password).await.unwrap();
    let counting = world.app.signed_pact(&signer, task).await.unwrap().unwrap().paper.token;
    let marked = |code: &str| -> &'static str {
        format!("%<pdf:Keywords>netral-pakta-integritas, 0f0f, {code}</pdf:Keywords>\n").leak()
    };
    let unknown = sealed_by(&world, &world.neighbour, marked(Token::from_random(&[7; 13]).as_str())).await;
    world.app.end_exception(&officer(&world), scene.person, first).await.unwrap();
    assert_eq!(flaw(&unknown, "").await, RecogniseFlaw::NotInForce);
    let known = sealed_by(&world, &world.neighbour, marked(&counting.grouped())).await;
    let second = recognise(&known, "").await.unwrap();
    world.app.end_exception(&officer(&world), scene.person, second).await.unwrap();

    // A neighbour in the same installation needs no key.
    let theirs = sealed_by(&world, &world.neighbour, PACT).await;
    recognise(&theirs, "").await.unwrap();
    assert_eq!(record(&world, &scene).await[0].words.pact.as_ref().unwrap().issuer, world.neighbour.institution.name);
}
