//! Whatever people type, a document comes out.
#![allow(clippy::unwrap_used)]

#[path = "../examples/samples/data.rs"]
mod data;

use documents::{
    ActivationSlip, CircularLetter, Language, MinutesPaper, PackPaper, PactPaper, PersonRecord, Renderer,
    WorksheetPaper,
};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::LazyLock;

static RENDERER: LazyLock<Renderer> = LazyLock::new(Renderer::new);

/// Strings whose values are a fixed choice and not free text.
const CHOICES: [&str; 3] = ["language", "zone", "milestone"];

/// Replaces every free text inside `value` by the next of `texts`, in a circle.
fn fill(value: &mut Value, texts: &mut impl Iterator<Item = String>) {
    match value {
        Value::String(text) => *text = texts.next().unwrap(),
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, texts)),
        Value::Object(map) => {
            map.iter_mut().filter(|(key, _)| !CHOICES.contains(&key.as_str())).for_each(|(_, item)| fill(item, texts));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn filled<T: Serialize + DeserializeOwned>(sample: &T, texts: &[String]) -> T {
    let mut value = serde_json::to_value(sample).unwrap();
    fill(&mut value, &mut texts.iter().cloned().cycle());
    serde_json::from_value(value).unwrap()
}

fn render_all(texts: &[String]) {
    let language = Language::Indonesian;
    let letter: CircularLetter = filled(&data::letter(language), texts);
    RENDERER.render_letter(&letter).unwrap();
    let pact: PactPaper = filled(&data::pact(language), texts);
    RENDERER.render_pact(&pact).unwrap();
    let slips: Vec<ActivationSlip> = filled(&data::slips(language), texts);
    RENDERER.render_slips(&slips, &data::sheet(language)).unwrap();
    let minutes: MinutesPaper = filled(&data::minutes(language), texts);
    RENDERER.render_minutes(&minutes).unwrap();
    let pack: PackPaper = filled(&data::pack(language), texts);
    RENDERER.render_pack(&pack).unwrap();
    let pack: PackPaper = filled(&data::follow_up(language), texts);
    RENDERER.render_pack(&pack).unwrap();
    let worksheet: WorksheetPaper = filled(&data::worksheet(language), texts);
    RENDERER.render_worksheet(&worksheet).unwrap();
    let record: PersonRecord = filled(&data::record(language), texts);
    RENDERER.render_person_record(&record).unwrap();
}

fn each(texts: &[&str]) {
    for text in texts {
        render_all(&[(*text).to_owned()]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 40, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_any_field_gives_a_document(texts in proptest::collection::vec("(?s).{0,40}", 1..7)) {
        render_all(&texts);
    }

    #[test]
    fn any_text_of_the_face_gives_a_document(
        texts in proptest::collection::vec("[ -~À-ɏͰ-ϿЀ-ӿא-ת\u{300}-\u{36f}ﬀ-ﬄ←-⇿#\\[\\]$*_@<>\\\\\"]{0,45}", 1..7),
    ) {
        render_all(&texts);
    }
}

#[test]
fn hard_texts_give_a_document() {
    each(&[
        "",
        " ",
        "#panic(\"x\") $x$ *b* _i_ `r` <label> @ref = H \\ // c /* d",
        "👨‍👩‍👧 ꦱꦸꦏꦩꦗꦸ 漢字 العربية ไทย",
        "\u{0}\u{7f}\u{feff}\u{fffe}\u{e000}\u{10ffff}\u{202e}abc\u{301}\u{301}\u{301}",
        "\u{301}",
        "שלום abc",
        "baris satu\nbaris dua\r\n\u{2028}baris tiga",
        &"W".repeat(200),
        &"kata ".repeat(40),
    ]);
}

#[test]
fn long_texts_and_empty_lists_give_a_document() {
    let long = "Kalimat yang panjang sekali. ".repeat(300);
    let mut letter = data::letter(Language::Indonesian);
    letter.subject.clone_from(&long);
    letter.closing = vec![long.clone()];
    letter.signatory.name.clone_from(&long);
    RENDERER.render_letter(&letter).unwrap();
    letter.addressees.clear();
    letter.legal_basis.clear();
    letter.opening.clear();
    letter.provisions.clear();
    letter.closing.clear();
    letter.copies.clear();
    letter.letterhead.address.clear();
    letter.addressed_at = None;
    letter.signatory.capacity = None;
    letter.signatory.rank = None;
    letter.signatory.nip = None;
    RENDERER.render_letter(&letter).unwrap();
    let mut pact = data::pact(Language::English);
    pact.title.clone_from(&long);
    pact.points.clear();
    RENDERER.render_pact(&pact).unwrap();
    let mut slips = data::slips(Language::English);
    slips[0].name = long;
    RENDERER.render_slips(&slips, &data::sheet(Language::English)).unwrap();
    let mut worksheet = data::worksheet(Language::English);
    worksheet.sections[0].title.clear();
    worksheet.sections[0].entries[0].lines[0].1.clear();
    worksheet.sections[0].entries[0].points[0].readings.clear();
    worksheet.sections[1].none.clear();
    worksheet.fingerprint.clear();
    worksheet.facts.clear();
    RENDERER.render_worksheet(&worksheet).unwrap();
    worksheet.sections.clear();
    RENDERER.render_worksheet(&worksheet).unwrap();
    let mut record = data::record(Language::English);
    record.verification = None;
    record.drives[0].title.clear();
    record.drives[1].facts.clear();
    record.drives[1].entries.clear();
    RENDERER.render_person_record(&record).unwrap();
    record.drives.clear();
    RENDERER.render_person_record(&record).unwrap();
}
