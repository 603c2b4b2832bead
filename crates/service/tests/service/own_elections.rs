//! Elections of an institution: two people, the validator of the law files, and what rests on them.

use crate::identity::is_refused;
use base::{Date, parse_iso_date};
use domain::own_election::{
    CalendarLetter, ElectionKind, OwnElectionCommand, OwnElectionFlaw, OwnElectionState, OwnStage, StageKind, Text,
};
use domain::policy::Role;
use norms::Problem;
use service::testing::World;
use service::{Caller, Fault, Refusal};

crate::on_both_engines!(
    a_confirmed_election_is_the_law_of_its_institution_alone,
    who_enters_it_does_not_confirm_it_and_taking_away_needs_one,
    corrected_dates_take_the_place_of_the_earlier_ones,
    the_validator_of_the_law_files_speaks_first,
);

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

fn text(words: &str) -> Text {
    Text { id: words.to_owned(), en: String::new() }
}

fn stage(kind: StageKind, first: &str, last: &str) -> OwnStage {
    OwnStage { kind, name: text("Tahapan"), from: day(first), to: day(last) }
}

fn revote() -> OwnElectionCommand {
    OwnElectionCommand {
        name: text("Pemilihan ulang"),
        kind: ElectionKind::Regional,
        of: Some("pilkada-2024".to_owned()),
        stages: vec![
            stage(StageKind::Campaign, "2027-08-01", "2027-08-20"),
            stage(StageKind::Voting, "2027-08-24", "2027-08-24"),
        ],
        letter: CalendarLetter {
            what: "Keputusan KPU Kabupaten".to_owned(),
            number: "12/2024".to_owned(),
            dated: day("2024-10-01"),
            read_at: "Arsip BKPSDM".to_owned(),
        },
    }
}

fn officer(world: &World) -> Caller {
    world.caller(&world.town, Role::PersonnelOfficer)
}

fn lawyer(world: &World) -> Caller {
    world.caller(&world.town, Role::LegalOfficer)
}

fn flawed<T>(answer: &Result<T, Fault>, flaw: OwnElectionFlaw) -> bool {
    is_refused(answer, &Refusal::OwnElection(vec![flaw]))
}

async fn a_confirmed_election_is_the_law_of_its_institution_alone(world: World) {
    let app = &world.app;
    let (town, neighbour) = (world.town.institution.id, world.neighbour.institution.id);
    let national = app.law().fingerprint().to_owned();
    let print = async |institution| app.law_of(institution).await.unwrap().fingerprint().to_owned();
    let before = world.events().await;
    let id = app.enter_election(&officer(&world), None, revote()).await.unwrap();
    assert_eq!(app.enter_election(&officer(&world), None, revote()).await.unwrap(), id, "a second tap enters nothing");
    assert_eq!(world.events().await, before + 1);
    assert_eq!(print(town).await, national, "what waits changes nothing");
    app.confirm_election(&lawyer(&world), id).await.unwrap();
    app.confirm_election(&lawyer(&world), id).await.unwrap();
    assert_eq!(world.events().await, before + 2);
    let event = world.latest_event().await;
    assert_eq!((event.action.as_str(), event.object_kind.as_str()), ("confirm_election", "own_election"));

    let law = app.law_of(town).await.unwrap();
    assert!(law.running_on(day("2027-08-02")).any(|it| it.id == format!("own-{id}")));
    assert_ne!(law.fingerprint(), national);
    assert!(std::ptr::eq(&*law, &*app.law_of(town).await.unwrap()), "it is made once");
    assert_eq!((print(neighbour).await, app.law().fingerprint()), (national.clone(), national.as_str()));
    let theirs = world.caller(&world.neighbour, Role::PersonnelOfficer);
    assert!(app.own_elections(&theirs).await.unwrap().is_empty());
    assert!(matches!(app.end_election(&theirs, id).await, Err(Fault::NotFound)));
    assert!(matches!(app.own_election(&theirs, id).await, Err(Fault::NotFound)));

    app.end_election(&officer(&world), id).await.unwrap();
    assert_eq!(print(town).await, national);
    let [line] = app.own_elections(&officer(&world)).await.unwrap().try_into().unwrap();
    assert_eq!((line.election.state, line.holds), (OwnElectionState::TakenBack, false), "it stays in the history");
    assert!(![&line.entered_by, &line.confirmed_by, &line.ended_by].into_iter().any(String::is_empty));
}

async fn who_enters_it_does_not_confirm_it_and_taking_away_needs_one(world: World) {
    let app = &world.app;
    for role in [Role::Employee, Role::Inspector, Role::InstitutionAdministrator, Role::HeadOfUnit] {
        let caller = world.caller(&world.town, role);
        assert!(matches!(app.own_elections(&caller).await, Err(Fault::Denied(_))), "{role:?}");
        assert!(matches!(app.enter_election(&caller, None, revote()).await, Err(Fault::Denied(_))), "{role:?}");
    }
    let id = app.enter_election(&officer(&world), None, revote()).await.unwrap();
    let line = async |caller: &Caller| {
        let line = app.own_election(caller, id).await.unwrap();
        (line.may_confirm, line.may_end, line.may_correct)
    };
    assert_eq!(line(&officer(&world)).await, (false, true, false));
    assert_eq!(line(&lawyer(&world)).await, (true, true, false));
    assert!(flawed(&app.confirm_election(&officer(&world), id).await, OwnElectionFlaw::SecondPerson));
    app.end_election(&lawyer(&world), id).await.unwrap();
    assert!(flawed(&app.confirm_election(&lawyer(&world), id).await, OwnElectionFlaw::Decided));
    let refused = app.own_election(&officer(&world), id).await.unwrap();
    assert_eq!(refused.election.state, OwnElectionState::Refused);
    let own = app.enter_election(&lawyer(&world), None, revote()).await.unwrap();
    app.end_election(&lawyer(&world), own).await.unwrap();
    let taken = app.own_election(&officer(&world), own).await.unwrap();
    assert_eq!(taken.election.state, OwnElectionState::TakenBack);
}

async fn corrected_dates_take_the_place_of_the_earlier_ones(world: World) {
    let (app, town) = (&world.app, world.town.institution.id);
    let first = app.enter_election(&officer(&world), None, revote()).await.unwrap();
    let early = app.enter_election(&lawyer(&world), Some(first), revote()).await;
    assert!(matches!(early, Err(Fault::NotFound)), "nothing takes the place of what does not hold");
    app.confirm_election(&lawyer(&world), first).await.unwrap();
    let mut moved = revote();
    moved.stages[1] = stage(StageKind::Voting, "2027-08-28", "2027-08-28");
    let later = app.enter_election(&lawyer(&world), Some(first), moved.clone()).await.unwrap();
    let again = app.enter_election(&officer(&world), Some(first), moved).await;
    assert!(flawed(&again, OwnElectionFlaw::Waits));
    let voting = async || {
        let law = app.law_of(town).await.unwrap();
        law.election(&format!("own-{first}")).and_then(|it| it.span(StageKind::Voting)).map(|(first, _)| first)
    };
    assert_eq!(voting().await, Some(day("2027-08-24")));
    app.confirm_election(&officer(&world), later).await.unwrap();
    assert_eq!(voting().await, Some(day("2027-08-28")), "under the same id");
    app.end_election(&officer(&world), later).await.unwrap();
    assert_eq!(voting().await, Some(day("2027-08-24")), "what it had replaced holds again");
}

async fn the_validator_of_the_law_files_speaks_first(world: World) {
    let (app, before) = (&world.app, world.events().await);
    let enter = async |said| app.enter_election(&officer(&world), None, said).await;
    let problems = |answer: Result<_, Fault>| match answer {
        Err(Fault::Refused(Refusal::Calendar(faults))) => {
            faults.into_iter().map(|it| (it.key, it.problem)).collect::<Vec<_>>()
        }
        other => panic!("{other:?}"),
    };
    let mut overlap = revote();
    overlap.stages[1].from = day("2027-08-19");
    let found = problems(enter(overlap).await);
    assert_eq!(found, [("stages[1].from".to_owned(), Problem::Overlap("campaign".to_owned()))]);
    let village = OwnElectionCommand { kind: ElectionKind::Village, of: None, ..revote() };
    assert_eq!(problems(enter(village).await), [("stages".to_owned(), Problem::NeedsStage("quiet_period"))]);
    let nowhere = OwnElectionCommand { of: Some("pilkada-1999".to_owned()), ..revote() };
    assert_eq!(problems(enter(nowhere).await).len(), 1);
    let mut nameless = revote();
    nameless.name = text(" ");
    assert!(flawed(&enter(nameless).await, OwnElectionFlaw::Name));
    assert_eq!(world.events().await, before, "nothing of it was kept");
}
