//! The form in which one line of a pack is read beside the pictures: the same for whoever keys and for whoever reads again.

use crate::{Page, chrome};
use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use domain::pack::{Aside, Difference, Marks, OPTIONS, PackLine};
use i18n::Messages;
use serde::Deserialize;
use service::{PackLineView, PackView};

/// The letter of an option on paper.
fn letter(option: u8) -> char {
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

/// The value in the form of why a sheet is set aside.
const fn aside_code(why: Aside) -> &'static str {
    match why {
        Aside::Unreadable => "tidak-terbaca",
        Aside::Missing => "tidak-ada",
    }
}

/// Whose line is read, and which one was just read before.
#[derive(Deserialize, Default)]
pub struct Which {
    /// The place of the line.
    pub orang: Option<u32>,
    /// The place of the one before.
    pub tadi: Option<u32>,
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
    /// What was just done; empty where nothing was.
    pub done: String,
    /// What to do.
    pub lead: String,
    /// What is said when there is no line.
    pub nobody: String,
    /// Address, words and number of each picture, the one on which the person's sheet is first.
    pub pictures: Vec<(String, String, usize)>,
    /// The choice of the picture on which the person's sheet is; empty where it is not asked.
    pub sheets: Vec<(String, String)>,
    /// How far one is.
    pub place: String,
    /// Where to go without saving; empty where there is nobody else.
    pub skip: String,
    /// The line.
    pub form: Option<LineForm>,
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

/// One line as a form.
pub struct LineForm {
    /// Its place.
    pub place: u32,
    /// The person's name.
    pub name: String,
    /// How the code begins; the rest is typed from the paper.
    pub code: String,
    /// The rest of the code, as typed.
    pub typed: String,
    /// How many answers it has.
    pub questions: usize,
    /// Whether the sheet can be read: `ada`, or the code of why not.
    pub sheet: String,
    /// Read: `ya`, `tidak` or nothing yet.
    pub read: String,
    /// The answers as typed.
    pub answers: String,
    /// Pledged: as read.
    pub pledged: String,
    /// The picture on which the sheet is, as chosen.
    pub on: String,
    /// In what the first reading differs, where the line is looked at again: only that is asked.
    pub only: Option<Vec<Difference>>,
    asks_pledge: bool,
    line: PackLine,
    errors: Vec<(String, String)>,
}

impl LineForm {
    /// What is wrong with a field; empty where nothing is.
    pub fn error(&self, field: &str) -> &str {
        self.errors.iter().find(|(name, _)| name == field).map_or("", |(_, text)| text)
    }

    /// Everything that is wrong, by field.
    pub fn errors(&self) -> Vec<(String, String)> {
        self.errors.clone()
    }

    fn asks(&self, what: Difference) -> bool {
        self.only.as_ref().is_none_or(|only| only.contains(&Difference::Sheet) || only.contains(&what))
    }

    /// Whether it is asked all over, beginning with whether the sheet can be read.
    pub fn asks_all(&self) -> bool {
        self.asks(Difference::Sheet)
    }

    /// Whether the rest of the code is asked: with the first mark that somebody sees on the sheet.
    pub fn asks_code(&self) -> bool {
        let second = self.line.reread.as_ref().map(|it| it.marks.clone().unwrap_or_default());
        self.asks_all() || (self.only.is_some() && second.is_some_and(|marks| marks.is_blank()))
    }

    /// Whether it is asked about reading.
    pub fn asks_read(&self) -> bool {
        self.asks(Difference::Read)
    }

    /// Whether it is asked about the pledge.
    pub fn asks_pledged(&self) -> bool {
        self.asks_pledge && self.asks(Difference::Pledged)
    }

    /// The numbers of the answers that are asked one by one, from 1.
    pub fn single_answers(&self) -> Vec<usize> {
        let one = |it: &Difference| if let Difference::Answer(n) = it { Some(n + 1) } else { None };
        if self.asks_all() { Vec::new() } else { self.only.iter().flatten().filter_map(one).collect() }
    }
}

/// The fields that were sent.
pub type Fields = Vec<(String, String)>;

/// The value of a field that was sent; empty where it was not.
pub fn value(fields: &Fields, name: &str) -> String {
    fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}

/// A form of this line, empty or as far as it was keyed before.
pub fn fresh(view: &PackView, it: &PackLineView, known: bool) -> LineForm {
    let said = |is: bool| if is { "ya".to_owned() } else { "tidak".to_owned() };
    let keyed = it.line.keyed.as_ref().filter(|_| known);
    let whole = keyed.and_then(|keyed| keyed.marks.as_ref());
    let marks = whole.filter(|marks| marks.aside.is_none());
    // Whoever keyed something has typed the code already.
    let proved = marks.filter(|marks| !marks.is_blank()).and_then(|_| it.line.code.strip_prefix(it.line.first_group()));
    LineForm {
        place: it.line.place,
        name: it.name.clone(),
        code: it.line.first_group().to_owned(),
        typed: proved.unwrap_or_default().to_owned(),
        questions: it.line.questions.len(),
        sheet: whole.and_then(|marks| marks.aside).map_or("ada", aside_code).to_owned(),
        read: marks.map(|marks| said(marks.read)).unwrap_or_default(),
        answers: marks.map(typed).unwrap_or_default(),
        pledged: marks.map(|marks| said(marks.pledged)).unwrap_or_default(),
        on: keyed.and_then(|keyed| keyed.page).map(|page| page.to_string()).unwrap_or_default(),
        only: if known { None } else { it.look_again.clone() },
        asks_pledge: view.drive.asks.for_pledge(),
        line: it.line.clone(),
        errors: Vec::new(),
    }
}

/// Reads the fields into a form; nothing where something is missing or cannot be understood, which the form then says.
pub fn read(t: &Messages, fields: &Fields, form: &mut LineForm) -> Option<Marks> {
    let value = |name: &str| value(fields, name);
    (form.read, form.answers, form.pledged) = (value("baca"), value("jawaban"), value("ikrar"));
    (form.typed, form.sheet, form.on) = (value("kode"), value("lembar"), value("halaman"));
    if let Some(why) = Aside::ALL.into_iter().find(|why| aside_code(*why) == form.sheet).filter(|_| form.asks_all()) {
        return Some(Marks::set_aside(why, form.questions));
    }
    let said = |text: &str| match text {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    };
    let mut errors: Vec<(String, String)> = Vec::new();
    let mut marks = Marks { answers: vec![None; form.questions], ..Marks::default() };
    if form.asks_read() {
        match said(&form.read) {
            Some(read) => marks.read = read,
            None => errors.push(("baca".to_owned(), t.pack_error_read(&form.name))),
        }
    }
    if form.asks_all() && form.questions > 0 {
        match answers(&form.answers, form.questions) {
            Some(given) => marks.answers = given,
            None => errors.push(("jawaban".to_owned(), t.pack_error_answers(&form.name))),
        }
    }
    for number in form.single_answers() {
        let field = format!("jawaban-{number}");
        match (answers(&value(&field), 1).as_deref(), marks.answers.get_mut(number - 1)) {
            (Some([given]), Some(answer)) => *answer = *given,
            _ => errors.push((field, t.pack_error_answer(number.to_string()))),
        }
    }
    if form.asks_pledged() {
        match said(&form.pledged) {
            Some(pledged) => marks.pledged = pledged,
            None => errors.push(("ikrar".to_owned(), t.pack_error_pledged(&form.name))),
        }
    }
    if errors.is_empty() && form.asks_code() && !form.line.takes(&form.typed, &marks) {
        errors.push(("kode".to_owned(), t.pack_error_code(&form.name)));
    }
    form.errors = errors;
    form.errors.is_empty().then_some(marks)
}

/// The line with this place among `lines`, or the first of them for which `is_open` says that it waits, or the first.
pub fn chosen<'a>(
    lines: &[&'a PackLineView],
    place: Option<u32>,
    is_open: impl Fn(&PackLineView) -> bool,
) -> Option<&'a PackLineView> {
    let named = lines.iter().find(|it| Some(it.line.place) == place);
    named.or_else(|| lines.iter().find(|it| is_open(it))).or_else(|| lines.first()).copied()
}

/// The place of the line that waits next after `place`, going round.
pub fn next(lines: &[&PackLineView], place: u32, is_open: impl Fn(&PackLineView) -> bool) -> Option<u32> {
    let others = lines.iter().map(|it| (it.line.place <= place, it.line.place, is_open(it)));
    others
        .filter(|(_, other, open)| *open && *other != place)
        .map(|(is_before, other, _)| (is_before, other))
        .min()
        .map(|it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// What is shown can be typed again, in small letters and with blanks between, and means the same.
        #[test]
        fn answers_survive_being_typed(given in prop::collection::vec(prop::option::of(0..OPTIONS), 0..8), blanks: bool) {
            let marks = Marks { read: true, answers: given.clone(), ..Marks::default() };
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
