use super::*;
use base::parse_iso_date;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

#[test]
fn an_answer_is_due_on_the_third_working_day() {
    let weekday = |day: Date| Some(day.weekday().number_from_monday() <= 5);
    assert_eq!(due(day("2024-10-14"), weekday), (day("2024-10-17"), Counted::Working));
    assert_eq!(due(day("2024-10-17"), weekday), (day("2024-10-22"), Counted::Working), "a weekend lies between");
    assert_eq!(due(day("2024-10-19"), weekday), (day("2024-10-23"), Counted::Working), "asked on a Saturday");
}

#[test]
fn where_the_holidays_are_not_known_calendar_days_are_counted() {
    let until_new_year = |day: Date| (day.year() < 2025).then_some(true);
    assert_eq!(due(day("2024-12-28"), until_new_year), (day("2024-12-31"), Counted::Working));
    assert_eq!(due(day("2024-12-30"), until_new_year), (day("2025-01-04"), Counted::Calendar));
}

#[test]
fn only_an_unsettled_answer_rests_on_nothing() {
    let text = "Boleh, asal tidak memakai seragam.";
    for ruling in Ruling::ALL {
        let flaws = answer_flaws(ruling, &[], text);
        assert_eq!(flaws.is_empty(), ruling == Ruling::Unsettled, "{ruling:?}");
        assert_eq!(Ruling::from_code(ruling.code()), Some(ruling));
    }
    let norm = AnswerBasis::Norm { norm: "PP94-5N1".to_owned() };
    assert_eq!(answer_flaws(Ruling::MayNot, std::slice::from_ref(&norm), " "), [ConsultationFlaw::Answer]);
    assert_eq!(answer_flaws(Ruling::May, &vec![norm; BASES_MAX + 1], text), [ConsultationFlaw::Basis]);
}

#[test]
fn a_basis_is_read_back_from_its_code() {
    for code in ["norm:PP94-5N1", "pp-2021-94/5-n-4"] {
        assert_eq!(AnswerBasis::from_code(code).map(|it| it.code()).as_deref(), Some(code));
    }
    assert_eq!(AnswerBasis::from_code("sembarang"), None);
}

#[test]
fn what_is_published_says_both_texts_in_a_language_or_neither() {
    let words = |question_en: &str, answer_en: &str| PublishedWords {
        question: "Bolehkah menyukai unggahan calon?".to_owned(),
        question_en: question_en.to_owned(),
        ruling: Ruling::MayNot,
        basis: Vec::new(),
        answer: "Tidak boleh.".to_owned(),
        answer_en: answer_en.to_owned(),
    };
    assert_eq!(words("", "").flaws(), []);
    assert_eq!(words("May I?", "No.").flaws(), []);
    assert_eq!(words("May I?", "").flaws(), [ConsultationFlaw::PublishedEnglish]);
}

#[test]
fn the_numbers_tell_how_long_half_of_the_answers_took() {
    let time = |asked: &str, answered: Option<&str>, count, in_time| AnswerTime {
        asked: day(asked),
        answered: answered.map(day),
        count,
        in_time,
    };
    let times = [
        time("2024-10-01", Some("2024-10-02"), 2, 2),
        time("2024-10-01", Some("2024-10-09"), 1, 0),
        time("2024-10-14", None, 4, 0),
    ];
    let told = ConsultationCounts { asked: 7, answered: 3, in_time: 2, median_days: Some(1) };
    assert_eq!(ConsultationCounts::of(&times), told);
    assert_eq!(ConsultationCounts::of(&[]), ConsultationCounts::default());
}

#[test]
fn a_proposal_is_looked_at_once() {
    use PublishingState as S;
    let ways = [(S::Proposed, S::Published), (S::Proposed, S::Returned), (S::Published, S::Ended)];
    for (from, to) in S::ALL.into_iter().flat_map(|from| S::ALL.map(|to| (from, to))) {
        assert_eq!(from.leads_to(to), ways.contains(&(from, to)), "{from:?} {to:?}");
    }
}

proptest! {
    #[test]
    fn a_question_of_any_text_is_taken_or_refused_by_its_length(text in "\\PC{0,60}") {
        let flaw = question_flaw(&text);
        prop_assert_eq!(flaw == Some(ConsultationFlaw::QuestionShort), text.chars().count() < QUESTION_MIN);
    }

    #[test]
    fn facts_are_ids_alone(pairs in prop::collection::vec(("\\PC{0,20}", "\\PC{0,20}"), 0..60)) {
        let facts = facts_of(pairs);
        prop_assert!(facts.len() <= FACTS_MAX);
        prop_assert!(facts.iter().all(|(a, b)| a.is_ascii() && !b.contains(['<', '&', ' '])));
    }
}
