//! The rows of a file in words: who would hold what, and what has to be mended where.

use super::words::{flawed, letter};
use crate::register::tenure;
use domain::appointment::PostFlaw;
use i18n::{Language, Messages, format};
use roster::Column;
use service::{HeadFlaw, HeadLine, HeadState};

/// What has to be mended in a row.
pub struct Mend {
    /// The heading of its column.
    pub column: String,
    /// What stands there; empty where that shows elsewhere.
    pub value: String,
    /// What is wrong and how to mend it.
    pub reason: String,
}

/// One row of the file.
pub struct Line {
    pub number: String,
    pub unit: String,
    pub title: String,
    pub name: String,
    pub works: Vec<String>,
    pub tenure: String,
    pub days: String,
    pub letter: String,
    pub state: (&'static str, String),
    pub mend: Vec<Mend>,
}

/// A row as the page shows it.
pub fn line(t: &Messages, language: Language, line: &HeadLine) -> Line {
    let day = |day| format::date(language, day);
    let days = match (line.since, line.until) {
        (Some(since), Some(until)) => t.office_heads_until(day(since), day(until)),
        (Some(since), None) => t.office_heads_since(day(since)),
        (None, _) => String::new(),
    };
    let (state, mend) = match &line.state {
        HeadState::Ready(_) => (("dimulai", t.office_heads_state_ready()), Vec::new()),
        HeadState::Known => (("sudah", t.office_heads_state_known()), Vec::new()),
        HeadState::Faulty(flaws) => {
            (("terlambat", t.office_heads_to_mend()), flaws.iter().map(|flaw| mend(t, language, flaw)).collect())
        }
    };
    let works = line.person.iter().flat_map(|person| &person.works);
    Line {
        number: line.line.to_string(),
        unit: line.unit.clone(),
        title: line.title.clone(),
        name: line.person.as_ref().map(|person| person.name.clone()).unwrap_or_default(),
        works: works.map(|(unit, position)| t.office_works(position, unit)).collect(),
        tenure: line.tenure.map(|it| tenure(t, it)).unwrap_or_default(),
        days,
        letter: line.letter.as_ref().map(|it| letter(t, language, it)).unwrap_or_default(),
        state,
        mend,
    }
}

/// What is wrong with a row, at which of its columns, and how to mend it.
pub fn mend(t: &Messages, language: Language, flaw: &HeadFlaw) -> Mend {
    let at = |column: Column, reason: String| Mend {
        column: column.heading(language).to_owned(),
        value: String::new(),
        reason,
    };
    match flaw {
        HeadFlaw::Cell(fault) => {
            Mend { column: fault.column.clone(), value: fault.value.clone(), reason: fault.message(language) }
        }
        HeadFlaw::Outside => at(Column::Unit, t.office_heads_error_outside()),
        HeadFlaw::NobodyHasIt => at(Column::Number, t.office_heads_error_nobody()),
        HeadFlaw::HasLeft => at(Column::Number, t.office_error_has_left()),
        HeadFlaw::Post(PostFlaw::Unit) => at(Column::Unit, t.office_heads_error_unit()),
        HeadFlaw::Post(PostFlaw::HeadTaken) => at(Column::PostTitle, t.office_heads_error_title()),
        HeadFlaw::Post(PostFlaw::Person) => at(Column::Number, t.office_heads_error_nobody()),
        HeadFlaw::Post(flaw) => {
            let (field, reason) = flawed(t, language, *flaw);
            at(column_of(field), reason)
        }
    }
}

/// The column of the file that holds what this field of the forms for one holder holds.
fn column_of(field: &str) -> Column {
    match field {
        "judul" => Column::PostTitle,
        "orang" => Column::Number,
        "cara" => Column::Tenure,
        "mulai" => Column::FirstDay,
        "sampai" => Column::LastDay,
        "surat" => Column::LetterNumber,
        _ => Column::Unit,
    }
}
