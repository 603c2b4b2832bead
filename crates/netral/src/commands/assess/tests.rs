use super::*;
use base::parse_iso_date;

fn assessed(input: &str, format: Format) -> Result<String, Failure> {
    let catalogue = embedded().unwrap();
    let mut out = Vec::new();
    let today = parse_iso_date("2024-10-10").unwrap();
    let style = Style { format, reasons: false, language: Language::Indonesian };
    assess(&catalogue, &mut input.as_bytes(), &mut out, today, style)?;
    Ok(String::from_utf8(out).unwrap())
}

fn fault(input: &str) -> String {
    let failure = assessed(input, Format::Json).unwrap_err();
    assert_eq!(failure.code(), 2, "bad input has its own exit code");
    failure.to_string()
}

const ATTENDS: &str = r#"{"id": "a", "election": "pilkada-2024", "act": "attend", "facts": {"subject": "pns", "event": "campaign", "manner": "active", "side": "candidate"}}"#;

#[test]
fn one_object_over_lines_or_many_one_a_line() {
    let pretty = ATTENDS.replace(", \"", ",\n\"");
    let one: serde_json::Value = serde_json::from_str(&assessed(&pretty, Format::Json).unwrap()).unwrap();
    assert_eq!(one["id"], "a");
    assert_eq!(one["on"], "2024-10-10", "the day given stands in");
    assert_eq!(one["facts"]["stage"], serde_json::json!(["campaign"]), "the stage follows from the calendar");
    let norms: Vec<&str> = one["matches"].as_array().unwrap().iter().map(|it| it["norm"].as_str().unwrap()).collect();
    assert!(norms.contains(&"SKB-D-04"), "{norms:?}");
    let two = assessed(&format!("{ATTENDS}\n\n{ATTENDS}\n"), Format::Json).unwrap();
    let lines: Vec<&str> = two.lines().collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0], lines[1], "the same facts give the same answer");
}

#[test]
fn text_is_for_reading_aloud() {
    let text = assessed(ATTENDS, Format::Text).unwrap();
    for part in ["SKB-D-04", "Dasar:", "Ini usulan penilaian. Manusia yang memutuskan."] {
        assert!(text.contains(part), "lacks {part}: {text}");
    }
}

#[test]
fn faults_name_line_and_field() {
    let second = |broken: &str| fault(&format!("{ATTENDS}\n{broken}\n"));
    assert!(second("{\"acts\": [\"attend\"]").starts_with("line 2"), "a broken object");
    assert!(second("{\"acts\": [\"dance\"]}").starts_with("line 2, acts: "), "an act that does not exist");
    assert!(second("{}").starts_with("line 2, acts: "));
    assert!(second(r#"{"act": "like", "colour": 1}"#).contains("colour"), "a field that does not exist");
    assert!(second(r#"{"act": "like", "facts": {"mood": "good"}}"#).starts_with("line 2, facts.mood: "));
    let answer = second(r#"{"act": "like", "facts": {"subject": "teacher"}}"#);
    assert!(answer.starts_with("line 2, facts.subject: ") && answer.contains("pppk"), "{answer}");
    assert!(second(r#"{"act": "like", "election": "pilkada-1999"}"#).starts_with("line 2, election: "));
    assert!(second(r#"{"act": "like", "on": "10-10-2024"}"#).starts_with("line 2, on: "));
    let early = r#"{"act": "like", "on": "2024-08-01", "election": "pilkada-2024", "facts": {"side": "candidate"}}"#;
    assert!(second(early).starts_with("line 2, facts."), "nobody is a candidate before determination");
    assert!(fault("").contains("no facts"));
}

#[test]
fn the_interview_asks_only_what_matters_and_ends() {
    let catalogue = embedded().unwrap();
    // Always the first answer.
    let answers = "1\n".repeat(40);
    let mut out = Vec::new();
    let mut terminal = Terminal { input: &mut answers.as_bytes(), out: &mut out, language: Language::Indonesian };
    let on = parse_iso_date("2024-10-10").unwrap();
    interview(&catalogue, &mut terminal, Some("like"), Some("pilkada-2024".to_owned()), on).unwrap();
    let told = String::from_utf8(out).unwrap();
    let asked = told.matches("Saya tidak tahu").count();
    assert!((1..=8).contains(&asked), "{asked} questions: {told}");
    assert!(!told.contains("Apakah dilakukan dengan sengaja?"), "only officers are asked that");
    assert!(told.contains("Ini usulan penilaian."), "{told}");
}

#[test]
fn an_answer_that_is_no_number_is_asked_again_and_nothing_ends_the_interview() {
    let catalogue = embedded().unwrap();
    let mut out = Vec::new();
    let mut terminal = Terminal { input: &mut "maybe\n99\n".as_bytes(), out: &mut out, language: Language::English };
    let on = parse_iso_date("2024-10-10").unwrap();
    let left = interview(&catalogue, &mut terminal, Some("like"), None, on).unwrap_err();
    assert_eq!(left.code(), 2);
    assert_eq!(String::from_utf8(out).unwrap().matches("Type a number from 0").count(), 2);
}
