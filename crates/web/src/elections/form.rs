//! The form of an election: read into a command, with every mistake at its field.

use super::words;
use crate::chrome::error_at;
use crate::typed_date::typed_date;
use base::{Date, Language};
use domain::own_election::{
    CalendarLetter, ElectionKind, OwnElectionCommand, OwnElectionFlaw, OwnStage, STAGES_MAX, StageKind, Text,
};
use i18n::Messages;
use norms::{LoadError, Problem};
use std::collections::BTreeMap;

/// The field of a mistake, and what is wrong.
pub type FormError = (String, String);

/// What was typed, by field.
#[derive(Debug, Default, Clone)]
pub struct Typed(BTreeMap<String, String>);

/// The three fields of a day.
#[derive(Debug, Default)]
pub struct DayFields {
    pub day: String,
    pub month: String,
    pub year: String,
}

impl DayFields {
    fn is_empty(&self) -> bool {
        [&self.day, &self.month, &self.year].into_iter().all(String::is_empty)
    }
}

/// One row of the calendar on the form.
pub struct Row {
    pub number: usize,
    pub kind_field: String,
    pub kind: String,
    pub kind_error: String,
    pub name_field: String,
    pub name: String,
    pub from_field: String,
    pub from: DayFields,
    pub from_error: String,
    pub to_field: String,
    pub to: DayFields,
    pub to_error: String,
}

impl Typed {
    /// Reads what a form has sent.
    pub fn read(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// An empty form, with the stages that every calendar needs.
    pub fn empty() -> Self {
        let mut typed = Self::default();
        for (number, kind) in (1..).zip([StageKind::Campaign, StageKind::QuietPeriod, StageKind::Voting]) {
            typed.put(format!("jenis-{number}"), kind.code());
        }
        typed.put("baris".to_owned(), "4");
        typed
    }

    /// The form of an election that was entered before.
    pub fn of(said: &OwnElectionCommand) -> Self {
        let mut typed = Self::default();
        typed.put("nama".to_owned(), &said.name.id);
        typed.put("nama_en".to_owned(), if said.name.en == said.name.id { "" } else { &said.name.en });
        typed.put("untuk".to_owned(), said.kind.code());
        typed.put("ulang".to_owned(), said.of.as_deref().unwrap_or_default());
        typed.put("baris".to_owned(), &said.stages.len().to_string());
        for (number, stage) in (1..).zip(&said.stages) {
            typed.put(format!("jenis-{number}"), stage.kind.code());
            typed.put(format!("sebutan-{number}"), &stage.name.id);
            typed.put_day(&format!("dari-{number}"), stage.from);
            typed.put_day(&format!("sampai-{number}"), stage.to);
        }
        typed.put("surat".to_owned(), &said.letter.what);
        typed.put("nomor".to_owned(), &said.letter.number);
        typed.put_day("tanggal", said.letter.dated);
        typed.put("dibaca".to_owned(), &said.letter.read_at);
        typed
    }

    fn put(&mut self, field: String, value: &str) {
        self.0.insert(field, value.to_owned());
    }

    fn put_day(&mut self, field: &str, day: Date) {
        self.put(format!("{field}_day"), &day.day().to_string());
        self.put(format!("{field}_month"), &u8::from(day.month()).to_string());
        self.put(format!("{field}_year"), &day.year().to_string());
    }

    /// The same with more rows.
    pub fn widened(mut self) -> Self {
        let more = (self.rows_count() + 4).min(STAGES_MAX);
        self.put("baris".to_owned(), &more.to_string());
        self
    }

    /// What stands in a field.
    pub fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", |value| value.trim())
    }

    /// The fields of a day.
    pub fn day(&self, field: &str) -> DayFields {
        let part = |part: &str| self.get(&format!("{field}_{part}")).to_owned();
        DayFields { day: part("day"), month: part("month"), year: part("year") }
    }

    fn date(&self, field: &str) -> Option<Date> {
        let DayFields { day, month, year } = self.day(field);
        typed_date(&day, &month, &year)
    }

    /// How many rows are shown.
    pub fn rows_count(&self) -> usize {
        self.get("baris").parse().unwrap_or(4).clamp(1, STAGES_MAX)
    }

    /// The rows with what is wrong in them.
    pub fn rows(&self, errors: &[FormError]) -> Vec<Row> {
        let error = |field: &str| error_at(errors, field).to_owned();
        let row = |number: usize| {
            let field = |name: &str| format!("{name}-{number}");
            let (kind_field, from_field, to_field) = (field("jenis"), field("dari"), field("sampai"));
            Row {
                number,
                kind: self.get(&kind_field).to_owned(),
                kind_error: error(&kind_field),
                name: self.get(&field("sebutan")).to_owned(),
                name_field: field("sebutan"),
                from: self.day(&from_field),
                from_error: error(&from_field),
                to: self.day(&to_field),
                to_error: error(&to_field),
                kind_field,
                from_field,
                to_field,
            }
        };
        (1..=self.rows_count()).map(row).collect()
    }

    /// The rows in which anything stands beside a kind that was proposed.
    fn filled(&self) -> Vec<usize> {
        let is_filled = |number: &usize| {
            let days = ["dari", "sampai"].map(|it| self.day(&format!("{it}-{number}")));
            days.iter().any(|it| !it.is_empty()) || !self.get(&format!("sebutan-{number}")).is_empty()
        };
        (1..=self.rows_count()).filter(is_filled).collect()
    }

    /// The command, or everything that is missing or no day at all.
    ///
    /// # Errors
    /// What to mend, each at its field.
    pub fn command(&self, t: &Messages) -> Result<OwnElectionCommand, Vec<FormError>> {
        let mut errors = Vec::new();
        let mut need = |missing: bool, field: &str, words: String| {
            if missing {
                errors.push((field.to_owned(), words));
            }
        };
        let kind = ElectionKind::from_code(self.get("untuk"));
        need(self.get("nama").is_empty(), "nama", t.own_election_error_name());
        need(kind.is_none(), "untuk", t.own_election_error_kind());
        let filled = self.filled();
        need(filled.is_empty(), "jenis-1", t.own_election_error_stages());
        let mut stages = Vec::new();
        for number in filled {
            let field = |name: &str| format!("{name}-{number}");
            let kind = StageKind::from_code(self.get(&field("jenis")));
            let from = self.date(&field("dari"));
            // A stage of one day needs its day once.
            let to = if self.day(&field("sampai")).is_empty() { from } else { self.date(&field("sampai")) };
            need(kind.is_none(), &field("jenis"), t.own_election_error_stage_kind());
            need(from.is_none(), &field("dari"), t.own_election_error_from());
            need(to.is_none() && from.is_some(), &field("sampai"), t.own_election_error_to());
            if let (Some(kind), Some(from), Some(to)) = (kind, from, to) {
                stages.push(OwnStage { kind, name: stage_name(kind, self.get(&field("sebutan"))), from, to });
            }
        }
        need(self.get("surat").is_empty(), "surat", t.own_election_error_letter());
        need(self.get("nomor").is_empty(), "nomor", t.own_election_error_number());
        let dated = self.date("tanggal");
        need(dated.is_none(), "tanggal", t.own_election_error_dated());
        need(self.get("dibaca").is_empty(), "dibaca", t.own_election_error_read_at());
        let (Some(kind), Some(dated), true) = (kind, dated, errors.is_empty()) else { return Err(errors) };
        let text = |field: &str| self.get(field).to_owned();
        let of = Some(text("ulang")).filter(|of| !of.is_empty());
        let letter = CalendarLetter { what: text("surat"), number: text("nomor"), dated, read_at: text("dibaca") };
        Ok(OwnElectionCommand { name: Text { id: text("nama"), en: text("nama_en") }, kind, of, stages, letter })
    }

    /// What the rules say of it, at the fields of this form.
    pub fn flawed(&self, t: &Messages, flaws: Vec<OwnElectionFlaw>) -> Vec<FormError> {
        let at = |(field, words): FormError| (self.row_of(&field).map_or(field, |row| format!("jenis-{row}")), words);
        flaws.into_iter().map(|flaw| at(words::flawed(t, flaw))).collect()
    }

    /// What the validator of the law files says of it, in words for who filled in the form, at the row that is meant.
    pub fn faulty(&self, t: &Messages, language: Language, faults: &[LoadError]) -> Vec<FormError> {
        let one = |fault: &LoadError| {
            let field = |name: &str| format!("{name}-{}", self.row_of(&fault.key).unwrap_or(1));
            let stage = |code: &str| {
                // The second of a kind is called like the first with a number.
                let kind = StageKind::ALL
                    .into_iter()
                    .find(|it| code == it.code() || code.starts_with(&format!("{}-", it.code())));
                kind.map_or_else(|| code.to_owned(), |kind| words::stage(t, kind))
            };
            match &fault.problem {
                Problem::EndsBeforeStart => (field("sampai"), t.own_election_error_backwards()),
                Problem::Overlap(other) => (field("dari"), t.own_election_error_overlap(stage(other))),
                Problem::NeedsStage(kind) => (field("jenis"), t.own_election_error_needs(stage(kind))),
                Problem::UnknownElection(_) | Problem::Repeats(_) => ("ulang".to_owned(), t.own_election_error_of()),
                other => ("nama".to_owned(), other.message(language)),
            }
        };
        faults.iter().map(one).collect()
    }

    /// The row of the form that a key such as `stages[2].to` means.
    fn row_of(&self, key: &str) -> Option<usize> {
        let place: usize = key.strip_prefix("stages[")?.split(']').next()?.parse().ok()?;
        self.filled().get(place).copied()
    }
}

/// What a stage is called: as typed, or as its kind is called in both languages.
fn stage_name(kind: StageKind, typed: &str) -> Text {
    let usual = |language| words::stage(i18n::messages(language), kind);
    let (id, en) = (usual(Language::Indonesian), usual(Language::English));
    if typed.is_empty() || typed == id { Text { id, en } } else { Text { id: typed.to_owned(), en: String::new() } }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(fields: &[(&str, &str)]) -> Typed {
        let usual = [("nama", "Pilkades"), ("untuk", "village"), ("surat", "SK"), ("nomor", "1"), ("dibaca", "arsip")];
        let day = [("tanggal_day", "1"), ("tanggal_month", "5"), ("tanggal_year", "2027"), ("baris", "4")];
        let all = usual.iter().chain(&day).chain(fields);
        Typed::read(all.map(|(field, value)| ((*field).to_owned(), (*value).to_owned())).collect())
    }

    const VOTING: [(&str, &str); 4] =
        [("jenis-3", "voting"), ("dari-3_day", "7"), ("dari-3_month", "9"), ("dari-3_year", "2027")];

    #[test]
    fn a_row_without_a_day_is_left_out_and_one_day_is_typed_once() {
        let t = i18n::messages(Language::Indonesian);
        let said = typed(&[&VOTING[..], &[("jenis-1", "campaign")]].concat()).command(t).unwrap();
        let [stage] = said.stages.as_slice() else { panic!("{said:?}") };
        assert_eq!((stage.kind, stage.from), (StageKind::Voting, stage.to));
        assert_eq!((stage.name.id.as_str(), stage.name.en.as_str()), ("Pemungutan suara", "Voting"));
        assert_eq!(Typed::of(&said).command(t).unwrap(), said, "a correction begins with what was entered");
    }

    #[test]
    fn every_mistake_stands_at_its_row() {
        let t = i18n::messages(Language::Indonesian);
        let bad = typed(&[("jenis-2", "voting"), ("dari-2_day", "31"), ("dari-2_month", "2"), ("dari-2_year", "2027")]);
        let found: Vec<String> = bad.command(t).unwrap_err().into_iter().map(|it| it.0).collect();
        assert_eq!(found, ["dari-2"]);
        let good = typed(&VOTING);
        let fault = |key: &str, problem| LoadError { file: String::new(), key: key.to_owned(), line: None, problem };
        let faults = [
            fault("stages[0].to", Problem::EndsBeforeStart),
            fault("stages", Problem::NeedsStage("quiet_period")),
            fault("stages[0].from", Problem::Overlap("campaign-2".to_owned())),
        ];
        let told = good.faulty(t, Language::Indonesian, &faults);
        let fields: Vec<&str> = told.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(fields, ["sampai-3", "jenis-1", "dari-3"]);
        assert!(told[1].1.contains("Masa tenang") && told[2].1.contains("Kampanye"), "{told:?}");
    }
}
