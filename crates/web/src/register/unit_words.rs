//! What the forms about units have in common.

use crate::typed_date::calendar_day;
use base::Date;
use domain::delegation::Letter;
use domain::unit_change::{Turn, UnitChange, UnitFlaw};
use domain::unit_kind::UnitKind;
use i18n::{Language, Messages, format};
use serde::Deserialize;

/// From which day, and by which letter.
#[derive(Debug, Default, Clone, Deserialize)]
pub struct When {
    #[serde(default)]
    pub mulai_day: String,
    #[serde(default)]
    pub mulai_month: String,
    #[serde(default)]
    pub mulai_year: String,
    #[serde(default)]
    pub surat: String,
    #[serde(default)]
    pub tanggal_day: String,
    #[serde(default)]
    pub tanggal_month: String,
    #[serde(default)]
    pub tanggal_year: String,
}

impl When {
    /// The same fields, filled with these.
    pub fn of(day: Date, letter: &Letter) -> Self {
        let parts = |date: Date| (date.day().to_string(), u8::from(date.month()).to_string(), date.year().to_string());
        let ((mulai_day, mulai_month, mulai_year), (tanggal_day, tanggal_month, tanggal_year)) =
            (parts(day), parts(letter.dated));
        let surat = letter.number.clone();
        Self { mulai_day, mulai_month, mulai_year, surat, tanggal_day, tanggal_month, tanggal_year }
    }

    /// Day and letter.
    ///
    /// # Errors
    /// The fields in which there is no date.
    pub fn read(&self, t: &Messages) -> Result<(Date, Letter), Vec<(&'static str, String)>> {
        let day = calendar_day(&self.mulai_day, &self.mulai_month, &self.mulai_year);
        let dated = calendar_day(&self.tanggal_day, &self.tanggal_month, &self.tanggal_year);
        match (day, dated) {
            (Some(day), Some(dated)) => Ok((day, Letter { number: self.surat.clone(), dated })),
            (day, dated) => {
                let missing = [(day.is_none(), "mulai"), (dated.is_none(), "tanggal")];
                Err(missing.into_iter().filter(|it| it.0).map(|(_, field)| (field, t.import_error_date())).collect())
            }
        }
    }
}

/// The field that has to be mended, and how. `other` is the field in which the other unit is chosen.
pub fn flawed(t: &Messages, flaw: UnitFlaw, other: &'static str) -> (&'static str, String) {
    match flaw {
        UnitFlaw::Name => ("nama", t.unit_error_name()),
        UnitFlaw::Code => ("kode", t.unit_error_code()),
        UnitFlaw::Future => ("mulai", t.unit_error_future()),
        UnitFlaw::TooEarly => ("mulai", t.unit_error_early()),
        UnitFlaw::Other => (other, t.unit_error_other()),
        UnitFlaw::SuccessorMissing => (other, t.unit_error_successor()),
        UnitFlaw::Letter => ("surat", t.unit_error_letter()),
        UnitFlaw::Over => ("mulai", t.unit_error_over()),
        UnitFlaw::HeldByTwo => (other, t.unit_error_held()),
    }
}

/// What became of a unit, in a sentence. `other` is the name of the other unit that it is about.
pub fn turn(t: &Messages, turn: &Turn, other: &str) -> String {
    match turn {
        Turn::Began { out_of: None } => t.unit_turn_began(),
        Turn::Began { out_of: Some(_) } => t.unit_turn_split(other),
        Turn::Renamed { from } => t.unit_turn_renamed(from.as_str()),
        Turn::Moved { from: None } => t.unit_turn_moved_from_top(),
        Turn::Moved { from: Some(_) } => t.unit_turn_moved(other),
        Turn::Ended { into: None } => t.unit_turn_ended(),
        Turn::Ended { into: Some(_) } => t.unit_turn_merged(other),
    }
}

/// Day and letter of a change.
pub fn by_letter(t: &Messages, language: Language, change: &UnitChange) -> (String, String) {
    let letter = t.delegation_letter_of(&change.letter.number, format::date(language, change.letter.dated));
    (format::date(language, change.day), letter)
}

/// The kinds of units, to choose from.
pub fn kinds(t: &Messages) -> Vec<(String, String)> {
    UnitKind::ALL.into_iter().map(|kind| (kind.code().to_owned(), kind_of(t, kind))).collect()
}

/// The name of a kind.
pub fn kind_of(t: &Messages, kind: UnitKind) -> String {
    match kind {
        UnitKind::Secretariat => t.kind_secretariat(),
        UnitKind::Department => t.kind_department(),
        UnitKind::Agency => t.kind_agency(),
        UnitKind::Inspectorate => t.kind_inspectorate(),
        UnitKind::Office => t.kind_office(),
        UnitKind::District => t.kind_district(),
        UnitKind::UrbanVillage => t.kind_urban_village(),
        UnitKind::Village => t.kind_village(),
        UnitKind::HealthCentre => t.kind_health_centre(),
        UnitKind::Hospital => t.kind_hospital(),
        UnitKind::School => t.kind_school(),
        UnitKind::Division => t.kind_division(),
        UnitKind::Section => t.kind_section(),
        UnitKind::Other => t.kind_other(),
    }
}
