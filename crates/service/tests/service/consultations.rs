//! Asking the adviser: who reads what, what is answered, and that nothing leads from a question to a person.

use crate::journey::again;
use base::{Date, Instant, Occasion};
use domain::consultation::{AnswerBasis, ConsultationCounts, ConsultationFlaw, Counted, Ruling};
use domain::ids::{ConsultationId, InstitutionId};
use domain::message::MessageKind;
use domain::policy::{Action, Actor, Denied, Role};
use ledger::Event;
use service::testing::{ROLES, World};
use service::{
    AnswerCommand, AnswerDecision, AskCommand, Caller, Device, Fault, QuestionKey, QuestionView, Receipt, Refusal,
};
use store::data::audit;
use store::{Scope, StoreError, Tx, Unit, transfer};

crate::on_both_engines!(
    a_question_with_a_name_is_answered_told_and_shown_to_its_asker_alone,
    a_question_without_a_name_is_found_by_its_code_alone,
    no_row_and_no_event_says_what_was_asked_or_by_whom,
    a_question_is_withdrawn_before_its_answer_and_erased_after_it,
    what_is_no_question_or_no_answer_is_told_why,
    nobody_advises_and_examines,
    an_answer_becomes_public_through_two_people,
);

const TEXT: &str = "Bolehkah saya menghadiri pernikahan keponakan yang dihadiri pasangan calon?";
const WORDS: &str = "Boleh hadir sebagai keluarga, tanpa seragam dan tanpa atribut.";

fn day(text: &str) -> Date {
    base::parse_iso_date(text).unwrap()
}

fn asks(named: bool) -> AskCommand {
    let facts = vec![("subject".to_owned(), "pns".to_owned()), ("tidak-ada".to_owned(), "x".to_owned())];
    AskCommand { text: format!("  {TEXT}\r\n"), facts, named }
}

fn basis(world: &World) -> Vec<AnswerBasis> {
    let provision = world.app.law().instrument("pp-2021-94").unwrap().provisions[0].id.clone();
    vec![AnswerBasis::Provision { instrument: "pp-2021-94".to_owned(), provision }]
}

fn answer(world: &World) -> AnswerCommand {
    AnswerCommand { ruling: Ruling::WithConditions, basis: basis(world), text: WORDS.to_owned() }
}

async fn staffed(mut world: World) -> World {
    world.hire(Role::Adviser).await;
    world.hire(Role::Adviser).await;
    world
}

fn stranger(world: &World) -> Caller {
    Caller::new(Actor::Public, Occasion::draw(world.tick()))
}

/// The second adviser.
fn colleague(world: &World) -> Caller {
    let second = world.town.people.iter().filter(|who| who.role == Role::Adviser).nth(1).unwrap();
    let Actor::Person { institution, roles, .. } = world.caller(&world.town, Role::Adviser).actor else {
        panic!("an adviser is somebody")
    };
    let actor = Actor::Person { person: second.person, institution, roles };
    Caller::new(actor, Occasion::draw(world.tick()))
}

async fn ask(world: &World, role: Role) -> ConsultationId {
    let caller = world.caller(&world.town, role);
    match world.app.ask_adviser(&caller, world.town.institution.id, asks(true)).await.unwrap() {
        Receipt::Own(id) => id,
        Receipt::Code(_) => panic!("a name was given"),
    }
}

async fn ask_without_name(world: &World) -> String {
    let receipt = world.app.ask_adviser(&stranger(world), world.town.institution.id, asks(false)).await.unwrap();
    match receipt {
        Receipt::Code(code) => code,
        Receipt::Own(_) => panic!("no name was given"),
    }
}

async fn by_code(world: &World, code: &str) -> Option<QuestionView> {
    let device = Device::new(None, &[10, 1, 2], b"test");
    world.app.question_by_code(&stranger(world), &device, code).await.unwrap()
}

async fn reply(world: &World, id: ConsultationId) {
    world.app.answer_question(&world.caller(&world.town, Role::Adviser), id, answer(world)).await.unwrap();
}

async fn told(world: &World, role: Role) -> Vec<MessageKind> {
    let notices = world.app.notices(&world.caller(&world.town, role)).await.unwrap();
    notices.unread.iter().map(|it| it.kind).collect()
}

async fn a_question_with_a_name_is_answered_told_and_shown_to_its_asker_alone(world: World) {
    let world = staffed(world).await;
    let id = ask(&world, Role::Employee).await;
    let (app, town) = (&world.app, &world.town);
    let employee = world.caller(town, Role::Employee);
    let own = app.own_questions(&employee).await.unwrap();
    assert_eq!((own.len(), own[0].id, own[0].asked), (1, id, day("2024-10-14")));
    assert_eq!(own[0].due, (day("2024-10-17"), Counted::Working), "three working days");
    assert_eq!(told(&world, Role::Adviser).await, [MessageKind::Question]);

    // At the desk, and nowhere else.
    let adviser = world.caller(town, Role::Adviser);
    let desk = app.adviser_desk(&adviser).await.unwrap();
    assert_eq!((desk.open.len(), desk.answered.len(), desk.advisers), (1, 0, 2));
    let seen = app.question_at_desk(&again(&world, &adviser), id).await.unwrap();
    let question = seen.question.unwrap();
    assert_eq!((question.text.as_str(), question.facts.len()), (TEXT, 1), "what is no fact was left out");
    assert_eq!(seen.name, Some(town.person(Role::Employee).name.full()));
    for role in ROLES {
        let caller = world.caller(town, role);
        let denied = app.question_at_desk(&caller, id).await;
        assert!(matches!(denied, Err(Fault::Denied(Denied(Action::ViewQuestions)))), "{role:?}: {denied:?}");
        let denied = app.adviser_desk(&again(&world, &caller)).await;
        assert!(matches!(denied, Err(Fault::Denied(_))), "{role:?}");
        let denied = app.answer_question(&again(&world, &caller), id, answer(&world)).await;
        assert!(matches!(denied, Err(Fault::Denied(_))), "{role:?}");
        if role != Role::Employee {
            let absent = app.own_question(&again(&world, &caller), id).await;
            assert!(matches!(absent, Err(Fault::NotFound)), "{role:?}: {absent:?}");
        }
    }
    let theirs = app.own_question(&again(&world, &adviser), id).await;
    assert!(matches!(theirs, Err(Fault::NotFound)), "the adviser reads it at the desk, where it leaves a trace");
    let neighbour = world.caller(&world.neighbour, Role::Adviser);
    assert!(matches!(app.question_at_desk(&neighbour, id).await, Err(Fault::NotFound)));

    reply(&world, id).await;
    let twice = app.answer_question(&again(&world, &adviser), id, answer(&world)).await;
    assert!(matches!(twice, Err(Fault::Refused(Refusal::AlreadyAnswered))), "{twice:?}");
    assert_eq!(told(&world, Role::Employee).await, [MessageKind::Replied]);
    let view = app.own_question(&again(&world, &employee), id).await.unwrap();
    let (given, on) = view.answer.unwrap();
    assert_eq!((given.ruling, given.text.as_str(), on), (Ruling::WithConditions, WORDS, day("2024-10-14")));
    assert_eq!((given.basis, given.office.as_str()), (basis(&world), "Puskesmas Melati (rekaan)"));
    let desk = app.adviser_desk(&again(&world, &adviser)).await.unwrap();
    let counts = ConsultationCounts { asked: 1, answered: 1, in_time: 1, median_days: Some(0) };
    assert_eq!((desk.open.len(), desk.answered.len(), desk.counts), (0, 1, counts));

    // Nobody writes themselves the answer that they show later.
    let mine = ask(&world, Role::Adviser).await;
    let own = app.answer_question(&again(&world, &adviser), mine, answer(&world)).await;
    assert!(matches!(own, Err(Fault::Refused(Refusal::NotOneself))), "{own:?}");
    app.answer_question(&colleague(&world), mine, answer(&world)).await.unwrap();
}

async fn a_question_without_a_name_is_found_by_its_code_alone(world: World) {
    let world = staffed(world).await;
    let code = ask_without_name(&world).await;
    assert_eq!(code.len(), 19, "four groups of four");
    let typed = code.to_lowercase().replace('-', " ");
    let view = by_code(&world, &typed).await.unwrap();
    assert!(view.answer.is_none() && view.question.is_some_and(|asked| asked.asker.is_none()));
    assert_eq!(by_code(&world, "0000-0000-0000-0000").await, None);
    assert_eq!(by_code(&world, "salah").await, None);
    let adviser = world.caller(&world.town, Role::Adviser);
    let id = world.app.adviser_desk(&adviser).await.unwrap().open[0].id;
    let seen = world.app.question_at_desk(&again(&world, &adviser), id).await.unwrap();
    assert_eq!((seen.name, seen.question.unwrap().asker), (None, None));
    reply(&world, id).await;
    assert!(by_code(&world, &code).await.unwrap().answer.is_some());
    assert_eq!(told(&world, Role::Employee).await, [], "there is nobody to tell");
    // Guessing is slowed for a network, and says nothing of whether a code exists.
    let device = Device::new(None, &[10, 9, 9], b"test");
    for n in 0..100 {
        let guess = format!("{n:016}");
        assert_eq!(world.app.question_by_code(&stranger(&world), &device, &guess).await.unwrap(), None);
    }
    let waits = world.app.question_by_code(&stranger(&world), &device, &code).await;
    assert!(matches!(waits, Err(Fault::Refused(Refusal::WaitUntil(_)))), "{waits:?}");
}

/// The events of this action: those of whoever asks stand at the beginning of their day, before others of it.
struct Trail(InstitutionId, &'static str);

impl Unit for Trail {
    type Out = Vec<Event>;
    type Error = StoreError;
    const NAME: &'static str = "test/trail";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Event>, StoreError> {
        let all = audit::latest(tx, &Scope::Institution(self.0), 1000).await?;
        Ok(all.into_iter().filter(|event| event.action == self.1).collect())
    }
}

async fn trail(world: &World, action: &'static str) -> Vec<Event> {
    world.app.store().read(Trail(world.town.institution.id, action)).await.unwrap()
}

/// Everything that is stored, as a backup takes it.
async fn everything(world: &World) -> Vec<u8> {
    transfer::export(world.app.store(), Vec::new()).await.unwrap().0
}

fn holds(all: &[u8], text: &[u8]) -> bool {
    all.windows(text.len()).any(|window| window == text)
}

async fn no_row_and_no_event_says_what_was_asked_or_by_whom(world: World) {
    let world = staffed(world).await;
    let me = world.town.person(Role::Employee).person;
    let id = ask(&world, Role::Employee).await;
    let events = trail(&world, "ask_adviser").await;
    assert_eq!(events.len(), 1);
    let event = events[0].clone();
    assert_eq!(event.actor, ledger::Actor::Public, "a name is in no trail");
    assert_eq!(event.at, Instant::from_local(day("2024-10-14"), base::MIDNIGHT, base::Zone::Wib), "the day alone");
    let adviser = world.caller(&world.town, Role::Adviser);
    world.app.question_at_desk(&adviser, id).await.unwrap();
    let read = world.latest_event().await;
    let who = adviser.person().unwrap();
    assert_eq!((read.action.as_str(), read.actor), ("view_questions", ledger::Actor::Person(*who.bytes())));
    assert_eq!(read.object, Some(*id.bytes()));
    for event in [&event, &read] {
        assert!(!holds(&event.encode(), me.bytes()) && !holds(&event.encode(), b"pernikahan"));
    }
    reply(&world, id).await;
    assert!(!holds(&world.latest_event().await.encode(), me.bytes()));
    let code = ask_without_name(&world).await;
    let all = everything(&world).await;
    let name = world.town.institution.name.as_bytes();
    assert!(holds(&all, name), "what lies in the clear is found, so what is not found does not");
    for secret in ["pernikahan", "tanpa atribut", code.as_str(), code.replace('-', "").as_str()] {
        assert!(!holds(&all, secret.as_bytes()), "{secret} lies in the clear");
    }
}

async fn a_question_is_withdrawn_before_its_answer_and_erased_after_it(world: World) {
    let world = staffed(world).await;
    let (app, employee) = (&world.app, world.caller(&world.town, Role::Employee));
    let (first, second) = (ask(&world, Role::Employee).await, ask(&world, Role::Employee).await);
    let early = app.erase_question(&again(&world, &employee), QuestionKey::Own(second)).await;
    assert!(matches!(early, Err(Fault::Conflict)), "{early:?}");
    let head = world.caller(&world.town, Role::HeadOfUnit);
    let theirs = app.withdraw_question(&head, QuestionKey::Own(first)).await;
    assert!(matches!(theirs, Err(Fault::NotFound)), "{theirs:?}");
    app.withdraw_question(&again(&world, &employee), QuestionKey::Own(first)).await.unwrap();
    let events = trail(&world, "ask_adviser").await;
    assert_eq!(events.len(), 3, "two questions, one of them withdrawn");
    assert!(events.iter().all(|event| event.actor == ledger::Actor::Public));
    let gone = app.own_question(&again(&world, &employee), first).await;
    assert!(matches!(gone, Err(Fault::NotFound)), "{gone:?}");
    let adviser = world.caller(&world.town, Role::Adviser);
    let at_desk = app.question_at_desk(&adviser, first).await;
    assert!(matches!(at_desk, Err(Fault::NotFound)), "what was withdrawn is not read any more");
    reply(&world, second).await;
    let late = app.withdraw_question(&again(&world, &employee), QuestionKey::Own(second)).await;
    assert!(matches!(late, Err(Fault::Refused(Refusal::AlreadyAnswered))), "{late:?}");
    for _ in 0..2 {
        app.erase_question(&again(&world, &employee), QuestionKey::Own(second)).await.unwrap();
    }
    let view = app.own_question(&again(&world, &employee), second).await.unwrap();
    assert!(view.question.is_none() && view.answer.is_some(), "day and answer stay for the asker's proof");
    assert!(app.question_at_desk(&again(&world, &adviser), second).await.unwrap().question.is_none());
    // The same by a code.
    let code = ask_without_name(&world).await;
    let key = || QuestionKey::Code(code.clone());
    app.withdraw_question(&stranger(&world), key()).await.unwrap();
    assert_eq!(by_code(&world, &code).await, None);
    assert!(matches!(app.withdraw_question(&stranger(&world), key()).await, Err(Fault::NotFound)));
}

async fn what_is_no_question_or_no_answer_is_told_why(world: World) {
    let employee = world.caller(&world.town, Role::Employee);
    let here = world.town.institution.id;
    let nobody = world.app.ask_adviser(&employee, here, asks(true)).await;
    assert!(matches!(nobody, Err(Fault::Refused(Refusal::NoAdviser))), "{nobody:?}");
    assert!(!world.app.ask_place(employee.occasion, here).await.unwrap().open);
    let world = staffed(world).await;
    let short = AskCommand { text: "Boleh?".to_owned(), ..asks(true) };
    let refused = world.app.ask_adviser(&again(&world, &employee), here, short).await;
    let flaws = vec![ConsultationFlaw::QuestionShort];
    assert!(matches!(refused, Err(Fault::Refused(Refusal::Consultation(found))) if found == flaws));
    let named = world.app.ask_adviser(&stranger(&world), here, asks(true)).await;
    assert!(matches!(named, Err(Fault::NotFound)), "a name is given by signing in");
    let elsewhere = world.app.ask_adviser(&again(&world, &employee), world.neighbour.institution.id, asks(true)).await;
    assert!(matches!(elsewhere, Err(Fault::Denied(_))), "{elsewhere:?}");
    let id = ask(&world, Role::Employee).await;
    let adviser = world.caller(&world.town, Role::Adviser);
    let unknown = vec![AnswerBasis::Norm { norm: "TIDAK-ADA".to_owned() }];
    for (basis, text, flaws) in [
        (unknown, WORDS, vec![ConsultationFlaw::Basis]),
        (Vec::new(), " ", vec![ConsultationFlaw::Answer, ConsultationFlaw::Basis]),
    ] {
        let command = AnswerCommand { ruling: Ruling::MayNot, basis, text: text.to_owned() };
        let refused = world.app.answer_question(&again(&world, &adviser), id, command).await;
        assert!(
            matches!(&refused, Err(Fault::Refused(Refusal::Consultation(found))) if *found == flaws),
            "{refused:?}"
        );
    }
}

async fn nobody_advises_and_examines(world: World) {
    let administrator = || world.caller(&world.town, Role::InstitutionAdministrator);
    let number = |role: Role| world.town.person(role).number.clone();
    for role in [Role::Inspector, Role::Examiner, Role::DecidingAuthority, Role::PreparesForAuthority] {
        let refused = world.app.grant_role(&administrator(), &number(role), Role::Adviser).await;
        assert!(matches!(refused, Err(Fault::Refused(Refusal::RolesApart))), "{role:?}: {refused:?}");
    }
    world.app.grant_role(&administrator(), &number(Role::LegalOfficer), Role::Adviser).await.unwrap();
    let refused = world.app.grant_role(&administrator(), &number(Role::LegalOfficer), Role::Examiner).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::RolesApart))), "{refused:?}");
    assert!(world.app.ask_place(administrator().occasion, world.town.institution.id).await.unwrap().open);
}

async fn an_answer_becomes_public_through_two_people(world: World) {
    let world = staffed(world).await;
    let (app, here) = (&world.app, world.town.institution.id);
    let id = ask(&world, Role::Employee).await;
    let adviser = world.caller(&world.town, Role::Adviser);
    let texts = || ["Bolehkah hadir pada acara keluarga?", "Boleh, sebagai keluarga.", "", ""].map(str::to_owned);
    let early = app.propose_answer(&adviser, id, texts()).await;
    assert!(matches!(early, Err(Fault::Conflict)), "before the answer: {early:?}");
    reply(&world, id).await;
    let half = [texts()[0].as_str(), "Boleh.", "May I?", ""].map(str::to_owned);
    let refused = app.propose_answer(&again(&world, &adviser), id, half).await;
    assert!(matches!(refused, Err(Fault::Refused(Refusal::Consultation(_)))), "{refused:?}");
    let made = app.propose_answer(&again(&world, &adviser), id, texts()).await.unwrap();
    let twice = app.propose_answer(&again(&world, &adviser), id, texts()).await;
    assert!(matches!(twice, Err(Fault::Conflict)), "one at a time: {twice:?}");
    assert_eq!(app.published_answers(here).await.unwrap(), []);
    let own = app.decide_answer(&again(&world, &adviser), made, AnswerDecision::Publish).await;
    assert!(matches!(own, Err(Fault::Refused(Refusal::NotOneself))), "{own:?}");
    for role in [Role::Inspector, Role::PersonnelOfficer, Role::InstitutionAdministrator] {
        let denied = app.decide_answer(&world.caller(&world.town, role), made, AnswerDecision::Publish).await;
        assert!(matches!(denied, Err(Fault::Denied(_))), "{role:?}: {denied:?}");
    }
    // The head of the adviser's unit may look, too, and sees no question that was asked.
    let head = world.caller(&world.town, Role::HeadOfUnit);
    assert!(told(&world, Role::HeadOfUnit).await.contains(&MessageKind::SecondLook));
    let waiting = app.answers_to_confirm(&head).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].mine_to_decide), (1, true));
    assert_eq!(waiting[0].words.question, texts()[0]);
    app.decide_answer(&colleague(&world), made, AnswerDecision::Publish).await.unwrap();
    let public = app.published_answers(here).await.unwrap();
    assert_eq!((public.len(), public[0].words.ruling), (1, Ruling::WithConditions));
    assert_eq!(app.published_answers(world.neighbour.institution.id).await.unwrap(), []);
    let late = app.decide_answer(&again(&world, &head), made, AnswerDecision::Return).await;
    assert!(matches!(late, Err(Fault::Conflict)), "{late:?}");
    app.decide_answer(&again(&world, &adviser), made, AnswerDecision::End).await.unwrap();
    assert_eq!(app.published_answers(here).await.unwrap(), [], "whoever wrote it may take it down");
}
