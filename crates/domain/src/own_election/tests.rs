use super::*;
use base::Id;

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

fn text(words: &str) -> Text {
    Text { id: words.to_owned(), en: String::new() }
}

fn stage(kind: StageKind, from: &str, to: &str) -> OwnStage {
    OwnStage { kind, name: text("Tahapan"), from: day(from), to: day(to) }
}

fn said() -> OwnElectionCommand {
    OwnElectionCommand {
        name: text(" Pemilihan kepala desa serentak "),
        kind: ElectionKind::Village,
        of: None,
        stages: vec![
            stage(StageKind::Nomination, "2027-08-01", "2027-08-09"),
            stage(StageKind::Nomination, "2027-08-10", "2027-08-12"),
            stage(StageKind::Voting, "2027-09-01", "2027-09-01"),
        ],
        letter: CalendarLetter {
            what: "Keputusan Bupati Sukamaju".to_owned(),
            number: "141/22/2027".to_owned(),
            dated: day("2027-05-01"),
            read_at: "https://jdih.example/141-22-2027".to_owned(),
        },
    }
    .tidy()
}

#[test]
fn what_is_typed_is_tidied_and_every_flaw_is_told() {
    let good = said();
    assert_eq!(
        (good.name.id.as_str(), good.name.en.as_str()),
        ("Pemilihan kepala desa serentak", good.name.id.as_str())
    );
    assert_eq!(good.flaws(day("2027-05-01")), []);
    assert_eq!(good.flaws(day("2027-04-30")), [OwnElectionFlaw::LetterDate], "a letter of tomorrow is not there yet");
    let mut bad = good.clone();
    bad.name = text(" ");
    bad.stages[1].to = day("2101-01-01");
    bad.letter = CalendarLetter {
        what: String::new(),
        number: "x".repeat(LETTER_MAX + 1),
        dated: day("2003-12-31"),
        read_at: " ".to_owned(),
    };
    let all = [
        OwnElectionFlaw::Name,
        OwnElectionFlaw::LetterWhat,
        OwnElectionFlaw::LetterNumber,
        OwnElectionFlaw::LetterDate,
        OwnElectionFlaw::LetterRead,
        OwnElectionFlaw::Stage(1),
    ];
    assert_eq!(bad.tidy().flaws(day("2027-05-01")), all);
    let none = OwnElectionCommand { stages: Vec::new(), ..good };
    assert_eq!(none.flaws(day("2027-05-01")), [OwnElectionFlaw::Stages]);
}

#[test]
fn what_was_entered_becomes_a_calendar_line_by_line() {
    let it = OwnElection::enter(Id::draw(), None, said(), Id::draw(), Instant::from_micros(1));
    let election = it.said.election(it.name(), "Kabupaten Sukamaju");
    assert_eq!(election.id, format!("own-{}", it.id));
    let ids: Vec<&str> = election.stages.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["nomination", "nomination-2", "voting"]);
    assert_eq!(election.sources[0].url.as_deref(), Some("https://jdih.example/141-22-2027"));
    assert_eq!(election.letter.unwrap().id, "Keputusan Bupati Sukamaju 141/22/2027");
    let kept = serde_json::to_string(&it.said).unwrap();
    assert!(kept.contains("\"from\":\"2027-08-01\""), "{kept}");
    assert_eq!(serde_json::from_str::<OwnElectionCommand>(&kept).unwrap(), it.said);
}

#[test]
fn a_second_person_confirms_and_what_has_ended_stays_ended() {
    let (one, other, at) = (Id::draw(), Id::draw(), Instant::from_micros(7));
    let entered = OwnElection::enter(Id::draw(), None, said(), one, Instant::from_micros(1));
    assert_eq!(entered.confirm(one, at), Err(OwnElectionFlaw::SecondPerson));
    let confirmed = entered.confirm(other, at).unwrap();
    assert_eq!((confirmed.state, confirmed.version), (OwnElectionState::Confirmed, 2));
    assert_eq!(confirmed.confirm(other, at), Err(OwnElectionFlaw::Decided));
    assert_eq!(entered.end(other, at).unwrap().state, OwnElectionState::Refused);
    assert_eq!(entered.end(one, at).unwrap().state, OwnElectionState::TakenBack);
    let ended = confirmed.end(other, at).unwrap();
    assert_eq!((ended.state, ended.confirmed.is_some()), (OwnElectionState::TakenBack, true));
    assert_eq!(ended.end(one, at), Err(OwnElectionFlaw::Decided));
}

#[test]
fn the_last_confirmed_one_of_a_series_holds() {
    let (by, second) = (Id::draw(), Id::draw());
    let at = Instant::from_micros;
    let first = OwnElection::enter(Id::draw(), None, said(), by, at(1)).confirm(second, at(10)).unwrap();
    let enter = |when| OwnElection::enter(Id::draw(), Some(first.series), said(), by, at(when));
    let later = enter(2).confirm(second, at(20)).unwrap();
    let waiting = enter(3);
    assert_eq!(later.name(), first.name(), "a corrected date moves the event in the calendars of subscribers");
    assert_eq!(standing(&[later.clone(), first.clone(), waiting.clone()]), [&later]);
    let ended = later.end(by, at(30)).unwrap();
    assert_eq!(standing(&[ended, first.clone(), waiting]), [&first], "what it had replaced holds again");
    assert!(standing(&[first.end(by, at(40)).unwrap()]).is_empty());
}
