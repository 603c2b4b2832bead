//! The form in which the lines of a pack are read from pictures: the same for whoever keys and for whoever compares.

use crate::{Page, chrome};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::drive::Asks;
use domain::pack::{Marks, OPTIONS, PackLine};
use i18n::Messages;
use service::{PackLineView, PackView};

/// The letter of an option on paper.
pub fn letter(option: u8) -> char {
    char::from(b'A'.saturating_add(option))
}

/// Answers as they are typed, a letter each and `-` where there is none or more than one; nothing when they are not
/// `count` answers.
pub fn answers(typed: &str, count: usize) -> Option<Vec<Option<u8>>> {
    let marks = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | ';'));
    let read = marks.map(|c| match c.to_ascii_uppercase() {
        '-' | '–' | '_' => Some(None),
        c @ 'A'..='Z' => u8::try_from(c).ok().map(|c| c - b'A').filter(|option| *option < OPTIONS).map(Some),
        _ => None,
    });
    let read: Vec<Option<u8>> = read.collect::<Option<_>>()?;
    (read.len() == count).then_some(read)
}

/// Answers as they would be typed.
fn typed(marks: &Marks) -> String {
    marks.answers.iter().map(|answer| answer.map_or('-', letter)).collect()
}

/// The page with that form beside the pictures.
#[derive(Template)]
#[template(path = "packs/lines.html")]
pub struct LinesPage {
    /// The page around it.
    pub page: Page,
    /// Where one came from: address and words.
    pub back: (String, String),
    /// Where the form goes.
    pub here: String,
    /// What has to be mended: field and words.
    pub errors: Vec<(String, String)>,
    /// What to do.
    pub lead: String,
    /// What is said when there is no line.
    pub nobody: String,
    /// The words on the button.
    pub button: String,
    /// Address and words of each picture.
    pub pictures: Vec<(String, String)>,
    /// The lines.
    pub forms: Vec<LineForm>,
}

impl LinesPage {
    /// The answer: with something to mend its status says so.
    pub fn respond(&self) -> Response {
        let mut response = chrome::show(self);
        if !self.errors.is_empty() {
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        }
        response
    }
}

/// One line of the form.
pub struct LineForm {
    /// Its place, by which its fields are named.
    pub place: u32,
    /// The person's name.
    pub name: String,
    /// How the code begins; the rest is typed from the paper.
    pub code: String,
    /// The rest of the code, as typed.
    pub typed: String,
    /// How many answers it has.
    pub questions: usize,
    /// Whether the drive asks for the pledge.
    pub asks_pledge: bool,
    /// Read: `ya`, `tidak` or nothing yet.
    pub read: String,
    /// The answers as typed.
    pub answers: String,
    /// Pledged: as read.
    pub pledged: String,
    /// In what the first reading differs; empty unless the two were compared and do.
    pub differences: Vec<String>,
    line: PackLine,
    errors: [String; 4],
}

impl LineForm {
    /// What is wrong with the code.
    pub fn code_error(&self) -> &str {
        &self.errors[3]
    }

    /// What is wrong with the read mark.
    pub fn read_error(&self) -> &str {
        &self.errors[0]
    }

    /// What is wrong with the answers.
    pub fn answers_error(&self) -> &str {
        &self.errors[1]
    }

    /// What is wrong with the pledge mark.
    pub fn pledged_error(&self) -> &str {
        &self.errors[2]
    }

    /// The name of a field of this line.
    pub fn field(&self, field: &str) -> String {
        format!("{field}-{}", self.place)
    }
}

/// The fields that were sent.
pub type Fields = Vec<(String, String)>;

/// A form of these lines, empty or as far as they were keyed before.
pub fn fresh<'a>(view: &PackView, lines: impl Iterator<Item = &'a PackLineView>, known: bool) -> Vec<LineForm> {
    let said = |is: bool| if is { "ya".to_owned() } else { "tidak".to_owned() };
    let form = |it: &PackLineView| {
        let marks = it.line.keyed.as_ref().filter(|_| known).and_then(|keyed| keyed.marks.as_ref());
        // Whoever keyed something has typed the code already.
        let proved =
            marks.filter(|marks| !marks.is_blank()).and_then(|_| it.line.code.strip_prefix(it.line.first_group()));
        LineForm {
            place: it.line.place,
            name: it.name.clone(),
            code: it.line.first_group().to_owned(),
            typed: proved.unwrap_or_default().to_owned(),
            questions: it.line.questions.len(),
            asks_pledge: view.drive.asks == Asks::Pact,
            read: marks.map(|marks| said(marks.read)).unwrap_or_default(),
            answers: marks.map(typed).unwrap_or_default(),
            pledged: marks.map(|marks| said(marks.pledged)).unwrap_or_default(),
            differences: Vec::new(),
            line: it.line.clone(),
            errors: Default::default(),
        }
    };
    lines.map(form).collect()
}

/// What was read from the fields of one line: nothing where nothing was said of it.
pub enum Read {
    /// Nothing was said of this line.
    Nothing,
    /// Everything that it takes.
    Marks(Marks),
    /// Something is missing or cannot be understood; the form says what.
    Wrong,
}

/// Reads the fields of a line into its form.
pub fn read(t: &Messages, fields: &Fields, form: &mut LineForm) -> Read {
    let value = |name: &str| {
        let name = format!("{name}-{}", form.place);
        fields.iter().find(|(field, _)| *field == name).map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    (form.read, form.answers, form.pledged) = (value("baca"), value("jawaban"), value("ikrar"));
    form.typed = value("kode");
    if [&form.read, &form.answers, &form.pledged, &form.typed].into_iter().all(String::is_empty) {
        return Read::Nothing;
    }
    let said = |text: &str| match text {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    };
    let read = said(&form.read);
    let given = if form.questions == 0 { Some(Vec::new()) } else { answers(&form.answers, form.questions) };
    let pledged = if form.asks_pledge { said(&form.pledged) } else { Some(false) };
    match (read, given, pledged) {
        (Some(read), Some(answers), Some(pledged)) => {
            let marks = Marks { read, answers, pledged };
            if form.line.takes(&form.typed, &marks) {
                return Read::Marks(marks);
            }
            form.errors[3] = t.pack_error_code(&form.name);
            Read::Wrong
        }
        (read, given, pledged) => {
            if read.is_none() {
                form.errors[0] = t.pack_error_read(&form.name);
            }
            if given.is_none() {
                form.errors[1] = t.pack_error_answers(&form.name);
            }
            if pledged.is_none() {
                form.errors[2] = t.pack_error_pledged(&form.name);
            }
            Read::Wrong
        }
    }
}

/// Everything that is wrong with the lines, by field.
pub fn errors(forms: &[LineForm]) -> Vec<(String, String)> {
    let named = |form: &LineForm| {
        let fields = ["baca", "jawaban", "ikrar", "kode"].map(|field| form.field(field));
        fields.into_iter().zip(form.errors.clone()).filter(|(_, text)| !text.is_empty()).collect::<Vec<_>>()
    };
    forms.iter().flat_map(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// What is shown can be typed again, in small letters and with blanks between, and means the same.
        #[test]
        fn answers_survive_being_typed(given in prop::collection::vec(prop::option::of(0..OPTIONS), 0..8), blanks: bool) {
            let marks = Marks { read: true, answers: given.clone(), pledged: false };
            let text = typed(&marks);
            let text = if blanks { text.chars().map(|c| format!("{} , ", c.to_ascii_lowercase())).collect() } else { text };
            prop_assert_eq!(answers(&text, given.len()), Some(given.clone()));
            prop_assert_eq!(answers(&text, given.len() + 1), None, "one is missing");
        }
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        for typed in ["ABCDA", "ABC1A", "", "ABCA", "ABCABC"] {
            assert_eq!(answers(typed, 5), None, "{typed}");
        }
        assert_eq!(answers("acb-a", 5), Some(vec![Some(0), Some(2), Some(1), None, Some(0)]));
    }
}
