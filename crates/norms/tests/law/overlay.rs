//! Elections of an institution beside those of the files: the same checks, the same answers, and a fingerprint that covers both.

use norms::{Answers, Catalogue, Election, ElectionKind, Inquiry, InquiryFault, LoadErrors, Phase, Problem, StageKind};
use std::sync::LazyLock;
use time::macros::date;

static LAW: LazyLock<Catalogue> = LazyLock::new(crate::catalogue);

const REVOTE: &str = r#"
id = "own-revote"
kind = "regional"
name = { id = "Pemilihan ulang Sukamaju", en = "Repeated election of Sukamaju" }
of = "pilkada-2024"
regions = { names = ["Kabupaten Sukamaju"], complete = true }
letter = { id = "Keputusan KPU Kabupaten 12/2027", en = "Decision 12/2027 of the KPU" }
sources = [{ key = "letter", what = { id = "Keputusan KPU", en = "Decision of the KPU" }, certainty = "verified" }]

[[stages]]
id = "campaign"
kind = "campaign"
name = { id = "Kampanye", en = "Campaign" }
from = 2027-08-01
to = 2027-08-20
certainty = "verified"

[[stages]]
id = "voting"
kind = "voting"
name = { id = "Pemungutan suara", en = "Voting" }
from = 2027-08-24
to = 2027-08-24
certainty = "verified"
"#;

fn election(text: &str) -> Election {
    toml::from_str(text).unwrap()
}

fn revote() -> Election {
    election(REVOTE)
}

fn problems(answer: Result<Catalogue, LoadErrors>) -> Vec<(String, String, Problem)> {
    answer.unwrap_err().0.into_iter().map(|it| (it.file, it.key, it.problem)).collect()
}

fn on(file: &str, key: &str, problem: Problem) -> (String, String, Problem) {
    (file.to_owned(), key.to_owned(), problem)
}

#[test]
fn an_election_of_an_institution_is_read_as_if_it_stood_in_the_files() {
    let own = LAW.with_elections(vec![revote()]).unwrap();
    let files = Catalogue::embedded_files().iter().copied().chain([("elections/own-revote.toml", REVOTE)]);
    let filed = Catalogue::from_files(files).unwrap();
    assert_eq!(own.elections(), filed.elections());
    assert_eq!(LAW.election("own-revote"), None, "the files themselves stay as they are");
    for day in [date!(2027 - 07 - 31), date!(2027 - 08 - 01), date!(2027 - 08 - 24), date!(2028 - 01 - 01)] {
        let running = |law: &Catalogue| law.running_on(day).map(|it| it.id.clone()).collect::<Vec<_>>();
        let choice = |law: &Catalogue| law.elections_to_choose(day).iter().map(|it| it.id.clone()).collect::<Vec<_>>();
        assert_eq!((running(&own), choice(&own)), (running(&filed), choice(&filed)), "{day}");
        let inquiry = Inquiry {
            on: day,
            election: Some("own-revote".to_owned()),
            acts: vec!["attend".to_owned()],
            facts: Answers::default(),
        };
        assert_eq!(own.assess(&inquiry).unwrap(), filed.assess(&inquiry).unwrap(), "{day}");
        assert!(matches!(LAW.assess(&inquiry), Err(InquiryFault::Election(..))), "elsewhere it does not exist");
    }
}

#[test]
fn the_fingerprint_covers_the_files_and_what_is_laid_over_them() {
    let print = |own: Vec<Election>| LAW.with_elections(own).unwrap().fingerprint().to_owned();
    assert_eq!(print(Vec::new()), LAW.fingerprint());
    let one = print(vec![revote()]);
    assert_ne!(one, LAW.fingerprint());
    assert_eq!(one, print(vec![revote()]));
    let mut moved = revote();
    moved.stages[1].to = Some(date!(2027 - 08 - 25));
    let mut renamed = revote();
    renamed.name.id.push('.');
    assert!(![one.clone(), print(vec![renamed])].contains(&print(vec![moved.clone()])));
    moved.id = "own-second".to_owned();
    assert_eq!(print(vec![revote(), moved.clone()]), print(vec![moved, revote()]), "whatever order they come in");

    let inquiry = |law: &Catalogue| {
        let asked = Inquiry {
            on: date!(2024 - 10 - 10),
            election: Some("pilkada-2024".to_owned()),
            acts: vec!["attend".to_owned()],
            facts: Answers::default(),
        };
        let told = law.explain(&law.assess(&asked).unwrap(), base::Language::Indonesian);
        (told.law.to_owned(), told.fingerprint)
    };
    let own = LAW.with_elections(vec![revote()]).unwrap();
    let (law, assessed) = inquiry(&own);
    assert_eq!(law, one);
    assert_ne!(assessed, inquiry(&LAW).1, "an assessment says on which calendars it rests");
}

#[test]
fn kinds_are_called_as_in_the_files() {
    for kind in StageKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        assert_eq!(StageKind::from_code(kind.code()), Some(kind));
    }
    for kind in ElectionKind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        assert_eq!(ElectionKind::from_code(kind.code()), Some(kind));
    }
}

#[test]
fn nothing_of_the_files_can_be_put_in_the_shade() {
    let shadow = Election { id: "pilkada-2024".to_owned(), of: None, ..revote() };
    let found = problems(LAW.with_elections(vec![shadow]));
    let twice = Problem::Duplicate("pilkada-2024".to_owned(), "elections/pilkada-2024.toml".to_owned());
    assert!(found.contains(&on("own/pilkada-2024.toml", "id", twice)), "{found:?}");
    let twice = Problem::Duplicate("own-revote".to_owned(), "own/own-revote.toml".to_owned());
    assert_eq!(problems(LAW.with_elections(vec![revote(), revote()])), [on("own/own-revote.toml", "id", twice)]);
}

#[test]
fn it_is_checked_like_the_files() {
    let file = "own/own-revote.toml";
    let with = |change: &dyn Fn(&mut Election)| {
        let mut it = revote();
        change(&mut it);
        problems(LAW.with_elections(vec![it]))
    };
    let backwards = with(&|it| it.stages[0].to = Some(date!(2027 - 07 - 01)));
    assert_eq!(backwards, [on(file, "stages[0].to", Problem::EndsBeforeStart)]);
    let overlap = with(&|it| it.stages[1].from = Some(date!(2027 - 08 - 20)));
    assert_eq!(overlap, [on(file, "stages[1].from", Problem::Overlap("campaign".to_owned()))]);
    let nowhere = with(&|it| it.of = Some("pilkada-1999".to_owned()));
    assert_eq!(nowhere, [on(file, "of", Problem::UnknownElection("pilkada-1999".to_owned()))]);
    let whole = with(&|it| it.of = None);
    assert_eq!(whole, [on(file, "stages", Problem::NeedsStage("quiet_period"))], "only a repetition may lack a stage");
    let bare = with(&|it| it.sources.clear());
    assert_eq!(bare, [on(file, "sources", Problem::MissingSource)]);
}

#[test]
fn a_village_election_has_a_calendar_and_no_norm_asks_about_it() {
    let quiet = "[[stages]]\nid = \"quiet_period\"\nkind = \"quiet_period\"\nname = { id = \"Masa tenang\", en = \"Quiet\" }\n\
                 from = 2027-08-21\nto = 2027-08-23\ncertainty = \"verified\"\n";
    let text = format!("{REVOTE}{quiet}").replace("\"regional\"", "\"village\"").replace("of = \"pilkada-2024\"\n", "");
    let law = LAW.with_elections(vec![election(&text)]).unwrap();
    let it = law.election("own-revote").unwrap();
    assert_eq!(it.phases(date!(2027 - 08 - 22), None).into_iter().collect::<Vec<_>>(), [Phase::QuietPeriod]);
    assert!(law.running_on(date!(2027 - 08 - 22)).any(|it| it.id == "own-revote"));
    let asked = Inquiry {
        on: date!(2027 - 08 - 22),
        election: Some("own-revote".to_owned()),
        acts: vec!["attend".to_owned()],
        facts: Answers::default(),
    };
    let Err(InquiryFault::Election(id, others)) = law.assess(&asked) else { panic!("no norm knows village elections") };
    assert!(id == "own-revote" && !others.contains(&id) && others.iter().any(|it| it == "pilkada-2024"));
}
