use norms::{Catalogue, Language, LoadErrors, Problem};
use proptest::prelude::*;

const QUESTION: &str = "questions/money-politics.toml";
const PP94: &str = "instruments/pp-2021-94.toml";
const PILKADA: &str = "elections/pilkada-2024.toml";

/// Loads the real files with one passage of one file changed.
pub fn changed(file: &str, from: &str, to: &str) -> Vec<(String, Problem)> {
    let (_, text) = Catalogue::embedded_files().iter().find(|(name, _)| *name == file).unwrap();
    assert!(text.contains(from), "{file} has no `{from}`");
    errors_with(file, &text.replacen(from, to, 1))
}

fn errors_with(file: &str, text: &str) -> Vec<(String, Problem)> {
    let mut files: Vec<(&str, &str)> =
        Catalogue::embedded_files().iter().copied().filter(|(name, _)| *name != file).collect();
    files.push((file, text));
    match Catalogue::from_files(files) {
        Ok(_) => Vec::new(),
        // What other files say about entries that are gone is a consequence, not the mistake.
        Err(LoadErrors(errors)) => {
            errors.into_iter().filter(|error| error.file == file).map(|error| (error.key, error.problem)).collect()
        }
    }
}

pub fn one(key: &str, problem: Problem) -> Vec<(String, Problem)> {
    vec![(key.to_owned(), problem)]
}

#[test]
fn a_file_that_is_not_toml_names_the_line() {
    let found = errors_with("holidays/2026.toml", "year = 2026\ndays = [\n");
    assert!(matches!(&found[..], [(key, Problem::Syntax(_))] if key.starts_with("line ")), "{found:?}");
}

#[test]
fn an_unknown_key_is_refused_with_its_line() {
    let found = changed(PILKADA, "kind = \"regional\"", "kind = \"regional\"\ncolour = \"red\"");
    assert!(
        matches!(&found[..], [(key, Problem::Syntax(text))] if key == "line 3" && text.contains("colour")),
        "{found:?}"
    );
}

#[test]
fn a_date_that_does_not_exist_is_refused() {
    let found = changed(PILKADA, "2024-11-23", "2024-11-31");
    assert!(matches!(&found[..], [(_, Problem::Syntax(_))]), "{found:?}");
}

#[test]
fn a_missing_translation_is_found_by_key() {
    let found = changed("pledge.toml", ", en = \"Pledge of neutrality\" }", " }");
    assert_eq!(found, one("pledge.title.en", Problem::MissingTranslation));
    let found = changed("pledge.toml", "\"Pledge of neutrality\"", "\" \"");
    assert_eq!(found, one("pledge.title.en", Problem::MissingTranslation));
}

#[test]
fn a_file_in_the_wrong_place_is_refused() {
    assert_eq!(errors_with("norm/x.toml", ""), one("", Problem::UnknownPlace));
}

#[test]
fn a_template_cites_what_it_rests_on() {
    let file = "templates/desa.toml";
    let found = changed(file, ", \"uu-2016-10\"]", "]");
    assert_eq!(found, one("provisions[2].basis[0]", Problem::NotCited("uu-2016-10".into())));
    let found = changed(file, "provision = \"71-1\"", "provision = \"71-9\"");
    assert_eq!(found, one("provisions[2].basis[0]", Problem::UnknownProvision("71-9".into())));
    let found = changed(file, "[\"village_head\", ", "[\"raja\", ");
    assert_eq!(found, one("categories[0]", Problem::UnknownCategory("raja".into())));
    let found = changed(file, "key = \"partai\"", "key = \"kampanye\"");
    assert_eq!(found, one("provisions[1].key", Problem::Duplicate("kampanye".into(), file.into())));
    let found = changed(file, "[\"support\", \"village\"]", "[]");
    assert_eq!(found, one("provisions[1].topics", Problem::Empty));
}

#[test]
fn a_sanction_names_what_knows_it() {
    let file = "sanctions.toml";
    let found = changed(file, "\"medium-sanctions\"", "\"level-5-n-1\"");
    assert_eq!(found, one("allowance.basis[0]", Problem::UnknownDispute("level-5-n-1".into())));
    let found = changed(file, "provision = \"7-3\"", "provision = \"7-9\"");
    assert_eq!(found, one("rise-or-rank.basis[0]", Problem::UnknownProvision("7-9".into())));
    let found = changed(file, "\"pidana\", ", "\"pidana\", \"skorsing\", ");
    assert_eq!(found, one("words", Problem::Duplicate("skorsing".into(), file.into())));
    let found = changed(file, "{ instrument = \"pp-2021-94\", provision = \"8-4\" }", "");
    assert_eq!(found, one("demotion.instead", Problem::Empty));
}

#[test]
fn a_set_without_the_pledge_is_refused() {
    let files = Catalogue::embedded_files().iter().copied().filter(|(name, _)| *name != "pledge.toml");
    let Err(LoadErrors(errors)) = Catalogue::from_files(files) else { panic!("accepted") };
    assert_eq!(errors[0].problem, Problem::MissingFile);
}

#[test]
fn references_must_lead_somewhere() {
    let unknown = |found: Vec<(String, Problem)>, key: &str, problem: Problem| assert_eq!(found, one(key, problem));
    unknown(
        changed(PILKADA, "\"pkpu-2024-2\"", "\"pkpu-2024-99\""),
        "instrument",
        Problem::UnknownInstrument("pkpu-2024-99".into()),
    );
    unknown(
        changed("instruments/uu-2016-10.toml", "instrument = \"uu-2015-1\"", "instrument = \"uu-1\""),
        "amends[0].instrument",
        Problem::UnknownInstrument("uu-1".into()),
    );
    unknown(
        changed("instruments/uu-2023-20.toml", "issuers = [\"dpr-presiden\"]", "issuers = [\"dpr-presiden\", \"mk\"]"),
        "issuers[1]",
        Problem::UnknownIssuer("mk".into()),
    );
    unknown(
        changed("instruments/skb-2022.toml", "{ issuer = \"kasn\"", "{ issuer = \"kpu\""),
        "numbers[3].issuer",
        Problem::UnknownIssuer("kpu".into()),
    );
    unknown(
        changed("instruments/pkpu-2024-2.toml", "elections = [\"pilkada-2024\"]", "elections = [\"pilkada-2029\"]"),
        "elections[0]",
        Problem::UnknownElection("pilkada-2029".into()),
    );
    unknown(
        changed("institutions/kota-depok.toml", "source = \"article-001\"", "source = \"rumour\""),
        "agencies[0].source",
        Problem::UnknownSource("rumour".into()),
    );
}

#[test]
fn an_unknown_category_is_found_by_key() {
    let found = changed(PP94, "categories = [\"pns\", \"cpns\"]", "categories = [\"pns\", \"honorer\"]");
    assert_eq!(found, one("addressees.categories[1]", Problem::UnknownCategory("honorer".into())));
}

#[test]
fn an_instrument_needs_a_source_and_its_own_name() {
    let bare = "id = \"x\"\nkind = \"circular\"\ncitation = { id = \"a\", en = \"b\" }\n\
                title = { id = \"a\", en = \"b\" }\nissuers = [\"kota-depok\"]\ndate_precision = \"unknown\"\n\
                addressees = {}\nsources = []\n";
    assert_eq!(errors_with("instruments/x.toml", bare), one("sources", Problem::MissingSource));
    let misplaced = errors_with("instruments/y.toml", bare);
    assert!(misplaced.contains(&("id".to_owned(), Problem::FileName("x".into()))), "{misplaced:?}");
}

#[test]
fn dates_must_agree_with_each_other() {
    assert_eq!(changed(PP94, "date = 2021-08-31\n", ""), one("date_precision", Problem::DatePrecision));
    let backwards = changed(
        "instruments/pp-2018-49.toml",
        "in_force = { from = 2018-11-28 }",
        "in_force = { from = 2018-11-28, to = 2018-11-27 }",
    );
    assert_eq!(backwards, one("in_force.to", Problem::EndsBeforeStart));
}

#[test]
fn a_dispute_keeps_all_its_readings() {
    let (_, text) =
        Catalogue::embedded_files().iter().find(|(name, _)| *name == "instruments/pp-2004-42.toml").unwrap();
    let (before, rest) = text.split_once("[[disputes.readings]]").unwrap();
    let (_, after) = rest.split_once("[[disputes.readings]]").unwrap();
    let found = errors_with("instruments/pp-2004-42.toml", &format!("{before}[[disputes.readings]]{after}"));
    assert_eq!(found, one("disputes[0].readings", Problem::OneReading));
    let found = changed(PP94, "provisions = [\"8-3\"]", "provisions = [\"8-9\"]");
    assert_eq!(found, one("disputes[3].provisions[0]", Problem::UnknownProvision("8-9".into())));
}

#[test]
fn ids_are_unique() {
    let found = changed(PP94, "id = \"5-n-2\"", "id = \"5-n-1\"");
    assert_eq!(found, one("provisions[8].id", Problem::Duplicate("5-n-1".into(), PP94.into())));
    let found = changed(QUESTION, "id = \"envelope-courier\"", "id = \"envelope-voter\"");
    assert_eq!(found, one("id", Problem::Duplicate("envelope-voter".into(), QUESTION.into())));
}

#[test]
fn a_calendar_needs_its_backbone_in_order() {
    let found = changed(PILKADA, "kind = \"quiet_period\"", "kind = \"counting\"");
    assert_eq!(found, one("stages", Problem::NeedsStage("quiet_period")));
    let found = changed(PILKADA, "from = 2024-11-24", "from = 2024-11-23");
    assert!(found.iter().any(|(_, problem)| *problem == Problem::Overlap("campaign".into())), "{found:?}");
    let found = changed(PILKADA, "to = 2024-11-26", "to = 2024-11-20");
    assert!(found.iter().any(|(_, problem)| *problem == Problem::EndsBeforeStart), "{found:?}");
}

#[test]
fn a_stage_concerns_contests_that_the_election_decides() {
    let pemilu = "elections/pemilu-2024.toml";
    let at = |place: &str, code| one(place, Problem::Contest(code));
    let found = changed(pemilu, "contests = [\"dpd\"]", "contests = [\"regional_head\"]");
    assert_eq!(found, at("stages[2].contests[0]", "regional_head"));
    let found = changed(PILKADA, "kind = \"campaign\"", "kind = \"campaign\"\ncontests = [\"regional_head\"]");
    assert_eq!(found, at("stages[8].contests[0]", "regional_head"), "the campaign is one for all");
    let found = changed(pemilu, "contests = [\"dpd\"]", "contests = [\"dpd\", \"dpd\"]");
    assert_eq!(found, one("stages[2].contests[1]", Problem::Duplicate("dpd".into(), pemilu.into())));
}

#[test]
fn a_second_first_day_differs_from_the_first() {
    let file = "elections/pilkada-2020.toml";
    let found = changed(file, "or_from = 2020-03-23", "or_from = 2020-01-08");
    assert_eq!(found, one("stages[0].or_from", Problem::OneStart));
    let found = changed(file, "from = 2020-01-08\n", "");
    assert_eq!(found, one("stages[0].or_from", Problem::OneStart));
}

#[test]
fn a_repetition_repeats_an_election_of_its_kind() {
    let file = "elections/psu-2025-papua.toml";
    let of = |id: &str| changed(file, "of = \"pilkada-2024\"", &format!("of = \"{id}\""));
    assert_eq!(of("pilkada-2018"), []);
    assert_eq!(of("pilkada-2029"), one("of", Problem::UnknownElection("pilkada-2029".into())));
    for id in ["pemilu-2024", "psu-2025-papua", "psu-2025"] {
        assert_eq!(of(id), one("of", Problem::Repeats(id.into())), "{id}");
    }
    assert_eq!(changed(file, "of = \"pilkada-2024\"\n", ""), one("instrument", Problem::NeedsInstrument));
    let found = changed(file, "kind = \"quiet_period\"", "kind = \"campaign\"");
    assert_eq!(found, one("stages", Problem::NeedsStage("campaign")), "not two, either");
}

#[test]
fn regions_that_are_all_known_are_named() {
    let found = changed("elections/pilkada-2018.toml", "complete = false", "complete = true");
    assert_eq!(found, one("regions.names", Problem::Empty));
}

#[test]
fn a_holiday_belongs_to_its_year_once() {
    let file = "holidays/2024.toml";
    assert_eq!(changed(file, "date = 2024-01-01", "date = 2023-01-01"), one("days[0].date", Problem::OtherYear));
    let found = changed(file, "date = 2024-02-09", "date = 2024-02-08");
    assert!(matches!(&found[..], [(_, Problem::Duplicate(day, _))] if day == "2024-02-08"), "{found:?}");
}

#[test]
fn a_question_needs_a_basis_that_binds_its_categories() {
    let found = changed(QUESTION, "categories = [\"pns\", \"cpns\"]", "categories = [\"pns\", \"village_head\"]");
    assert_eq!(found, one("office-gift.categories", Problem::Unbound("village_head".into())));
    let found = changed(QUESTION, "basis = [{ instrument = \"pp-2021-94\", provision = \"5-k\" }]", "basis = []");
    assert!(found.contains(&("office-gift.basis".to_owned(), Problem::Empty)), "{found:?}");
    let found = changed(QUESTION, "provision = \"5-k\"", "provision = \"5-z\"");
    assert_eq!(found, one("office-gift.basis[0]", Problem::UnknownProvision("5-z".into())));
    let found = changed(QUESTION, "pledge_point = 4", "pledge_point = 5");
    assert_eq!(found, one("groceries.basis[0]", Problem::UnknownPledgePoint(5)));
}

#[test]
fn nothing_disputed_is_asked_as_certain() {
    let found = changed(QUESTION, "provision = \"5-k\"", "provision = \"5-n-1\"");
    let disputes = ["pp-2021-94/passive-attendance", "pp-2021-94/level-5-n-1"];
    let expected: Vec<_> =
        disputes.map(|id| ("office-gift.basis[0]".to_owned(), Problem::Disputed(id.to_owned()))).to_vec();
    assert_eq!(found, expected);
    let found = changed(QUESTION, "certainty = \"verified\"", "certainty = \"memory\"");
    assert!(matches!(&found[..], [(_, Problem::Unchecked)]), "{found:?}");
}

#[test]
fn the_pledge_has_four_points_in_order() {
    assert_eq!(changed("pledge.toml", "number = 2", "number = 3"), one("pledge.points", Problem::PledgePoints));
}

#[test]
fn a_message_says_where_what_and_how_to_mend_in_both_languages() {
    let (_, text) = Catalogue::embedded_files().iter().find(|(name, _)| *name == PILKADA).unwrap();
    let text = text.replacen("\"pkpu-2024-2\"", "\"pkpu-0\"", 1);
    let files = Catalogue::embedded_files().iter().copied().filter(|(name, _)| *name != PILKADA);
    let Err(errors) = Catalogue::from_files(files.chain([(PILKADA, text.as_str())])) else { panic!("accepted") };
    assert_eq!(
        errors.message(Language::Indonesian),
        "elections/pilkada-2024.toml:4, instrument: Peraturan `pkpu-0` belum ada. Tambahkan berkasnya atau perbaiki \
         rujukannya."
    );
    assert_eq!(
        errors.to_string(),
        "elections/pilkada-2024.toml:4, instrument: There is no instrument `pkpu-0`. Add its file or correct the \
         reference."
    );
}

proptest! {
    #[test]
    fn reading_never_panics(folder in 0usize..6, text in "\\PC*") {
        let file = ["instruments/a.toml", "elections/a.toml", "holidays/a.toml", "questions/a.toml", "pledge.toml", "a"];
        let _ = Catalogue::from_files([(file[folder], text.as_str())]);
    }
}
