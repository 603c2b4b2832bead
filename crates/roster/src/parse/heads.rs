//! Heads of units, one a row, each with the letter by which they are.

use super::{Findings, identity};
use crate::column::Column;
use crate::fault::{FileFault, RowFault, RowReason};
use crate::sheet::{Row, Sheet};
use crate::text::squeeze;
use crate::unit_index::{UnitIndex, UnitMatch};
use crate::{date, tenure};
use base::{Date, Id, kind};
use domain::number::IdentityNumber;
use domain::post::Tenure;
use std::collections::HashMap;

/// Against what a sheet of heads is read.
#[derive(Debug, Clone, Copy)]
pub struct HeadsContext<'a> {
    /// The units that live.
    pub units: &'a UnitIndex,
    /// Those that have ended, so that a row can be told so.
    pub ended: &'a UnitIndex,
    /// Today, in the institution's zone.
    pub today: Date,
    /// Most rows that say something about a head.
    pub most: usize,
}

/// One row as far as it could be read. What is missing without a fault was left empty, as it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadRow {
    /// The row's number in the file, from 1.
    pub line: u32,
    /// The unit.
    pub unit: Option<Id<kind::Unit>>,
    /// The unit as the row names it.
    pub unit_text: String,
    /// The title of the post; empty where the row has none.
    pub title: String,
    /// The number of the head.
    pub number: Option<IdentityNumber>,
    /// How the post is held.
    pub tenure: Option<Tenure>,
    /// First day.
    pub since: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// Number of the letter; empty where the row has none.
    pub letter: String,
    /// Date of the letter.
    pub dated: Option<Date>,
    /// What has to be mended.
    pub faults: Vec<RowFault>,
}

/// A sheet of heads, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParsedHeads {
    /// The rows that say something about a head, in the order of the file, faulty ones too.
    pub rows: Vec<HeadRow>,
    /// How many rows name a unit at most and are left out.
    pub skipped: usize,
}

/// What the form leaves empty: a row without any of it is one that nobody has filled in.
const FILLED: [Column; 6] =
    [Column::Number, Column::Tenure, Column::FirstDay, Column::LastDay, Column::LetterNumber, Column::LetterDate];

/// Most unknown units for which similar names are looked for; a whole wrong column gets none.
const MOST_SUGGESTED: usize = 50;

/// Reads the rows of a sheet of heads of units.
///
/// # Errors
/// [`FileFault::NoData`] when no row says anything about a head, [`FileFault::TooManyRows`] when too many do.
pub fn parse_heads(sheet: &Sheet, context: &HeadsContext<'_>) -> Result<ParsedHeads, FileFault> {
    let is_filled = |row: &&Row| FILLED.iter().any(|column| !sheet.cell(row, *column).is_blank());
    let filled: Vec<&Row> = sheet.rows().iter().filter(is_filled).collect();
    if filled.is_empty() {
        return Err(FileFault::NoData);
    }
    if filled.len() > context.most {
        return Err(FileFault::TooManyRows { limit: context.most });
    }
    let mut reader = Reader { context, seen: HashMap::new(), asked: 0 };
    let skipped = sheet.rows().len() - filled.len();
    Ok(ParsedHeads { rows: filled.into_iter().map(|row| reader.row(Findings::new(sheet, row))).collect(), skipped })
}

struct Reader<'a> {
    context: &'a HeadsContext<'a>,
    /// The first line of each unit.
    seen: HashMap<Id<kind::Unit>, u32>,
    /// For how many units similar names were looked for.
    asked: usize,
}

impl Reader<'_> {
    fn row(&mut self, mut findings: Findings<'_>) -> HeadRow {
        let line = findings.row.line;
        let unit = self.unit(&mut findings);
        let title = findings.text(Column::PostTitle).unwrap_or_default();
        let number = identity::known(&mut findings);
        let tenure = tenure_of(&mut findings);
        let since = self.day_needed(&mut findings, Column::FirstDay);
        let until = self.day(&mut findings, Column::LastDay);
        let letter = needed(&mut findings, Column::LetterNumber, RowReason::LetterMissing).unwrap_or_default();
        let dated = self.day_needed(&mut findings, Column::LetterDate);
        let named = [Column::Unit, Column::UnitCode].map(|column| squeeze(&findings.cell(column).text()));
        let unit_text = named.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
        let faults = findings.faults;
        let (title, letter) = (squeeze(&title), squeeze(&letter));
        HeadRow { line, unit, unit_text, title, number, tenure, since, until, letter, dated, faults }
    }

    /// The unit that the row is about. Its code says which; the name beside it has to fit, so that a column that slipped
    /// while sorting gives nobody the post of another unit.
    fn unit(&mut self, findings: &mut Findings<'_>) -> Option<Id<kind::Unit>> {
        let before = findings.faults.len();
        let (code, name) = (findings.text(Column::UnitCode), findings.text(Column::Unit));
        if findings.faults.len() > before {
            return None;
        }
        let (column, text) = match (&code, &name) {
            (Some(code), _) => (Column::UnitCode, code),
            (None, Some(name)) => (Column::Unit, name),
            (None, None) => {
                findings.fault(Column::Unit, RowReason::UnitMissing);
                return None;
            }
        };
        let units = self.context.units;
        let unit = match units.find(text, None) {
            UnitMatch::One(unit) => unit,
            UnitMatch::Several(choices) => {
                findings.fault(column, RowReason::UnitNeedsCode { choices });
                return None;
            }
            UnitMatch::None => {
                let reason = self.unknown(text, name.as_deref());
                findings.fault(column, reason);
                return None;
            }
        };
        let official = units.name(unit).unwrap_or_default();
        if let Some(name) = name.as_ref().filter(|_| code.is_some())
            && units.key(name) != units.key(official)
        {
            findings.fault(Column::Unit, RowReason::UnitMismatch { unit: official.to_owned() });
            return None;
        }
        let first = *self.seen.entry(unit).or_insert(findings.row.line);
        if first != findings.row.line {
            findings.fault(column, RowReason::UnitTwice { first });
        }
        Some(unit)
    }

    /// Why no unit that lives is meant.
    fn unknown(&mut self, text: &str, name: Option<&str>) -> RowReason {
        if self.context.ended.find(text, None) != UnitMatch::None {
            return RowReason::UnitEnded;
        }
        self.asked += 1;
        let similar = match self.asked {
            ..=MOST_SUGGESTED => self.context.units.similar(name.unwrap_or(text)),
            _ => Vec::new(),
        };
        RowReason::UnitUnknown { similar }
    }

    fn day(&self, findings: &mut Findings<'_>, column: Column) -> Option<Date> {
        findings.text(column)?;
        let read = date::read(findings.cell(column), self.context.today, findings.sheet.since_1904());
        read.map_err(|reason| findings.fault(column, reason)).ok()
    }

    /// A day that has to be there.
    fn day_needed(&self, findings: &mut Findings<'_>, column: Column) -> Option<Date> {
        needed(findings, column, RowReason::DayMissing)?;
        self.day(findings, column)
    }
}

/// The text of a cell that has to be there: where it is empty, `missing` says so.
fn needed(findings: &mut Findings<'_>, column: Column, missing: RowReason) -> Option<String> {
    let before = findings.faults.len();
    let text = findings.text(column);
    if text.is_none() && findings.faults.len() == before {
        findings.fault(column, missing);
    }
    text
}

fn tenure_of(findings: &mut Findings<'_>) -> Option<Tenure> {
    let tenure = tenure::read(&needed(findings, Column::Tenure, RowReason::TenureMissing)?);
    if tenure.is_none() {
        findings.fault(Column::Tenure, RowReason::TenureUnknown);
    }
    tenure
}

#[cfg(test)]
mod tests;
