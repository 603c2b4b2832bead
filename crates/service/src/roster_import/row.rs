//! Rows between being read and being applied. They lie in the store as sealed JSON.

use crate::{Fault, Keys};
use base::{Chance, Date, Language};
use domain::category::Category;
use domain::ids::{ImportId, UnitId};
use domain::number::NumberKind;
use domain::people::{DetailKind, Name};
use roster::RosterRow;
use serde::{Deserialize, Serialize};

/// The line under which the headings are kept: files count from 1.
pub(super) const HEADER_LINE: u32 = 0;

/// One row as it is staged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Staged {
    /// What belongs to the whole file.
    Header(Header),
    /// A row that can be applied.
    Good(Box<GoodRow>),
    /// A row that has to be mended.
    Faulty(FaultyRow),
}

/// What belongs to the whole file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    /// The headings, for the workbook to mend.
    pub headings: Vec<String>,
    /// Headings that mean nothing to us.
    pub ignored: Vec<String>,
    /// Lines that have neither number nor name.
    pub skipped: u32,
}

/// A row that can be applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct GoodRow {
    pub before: String,
    pub bare: String,
    pub after: String,
    pub kind: NumberKind,
    pub number: String,
    pub category: Category,
    pub unit: UnitId,
    pub position: Option<String>,
    pub since: Option<Date>,
    pub until: Option<Date>,
    pub has_phone: Option<bool>,
    pub phone: Option<String>,
    pub email: Option<String>,
    /// What looks odd.
    pub notes: Vec<Finding>,
}

impl GoodRow {
    pub(super) fn new(row: RosterRow, notes: Vec<Finding>) -> Self {
        Self {
            before: row.name.before,
            bare: row.name.bare,
            after: row.name.after,
            kind: row.number.kind(),
            number: row.number.reveal().to_owned(),
            category: row.category,
            unit: row.unit,
            position: row.position,
            since: row.since,
            until: row.until,
            has_phone: row.has_phone,
            phone: row.phone,
            email: row.email,
            notes,
        }
    }

    /// The name as the register keeps it.
    pub(super) fn name(&self) -> Name {
        Name { before: self.before.clone(), bare: self.bare.clone(), after: self.after.clone() }
    }

    /// As what the number is kept.
    pub(super) const fn detail_kind(&self) -> DetailKind {
        match self.kind {
            NumberKind::Nip => DetailKind::Nip,
            NumberKind::NiPppk => DetailKind::NiPppk,
            NumberKind::Nik => DetailKind::Nik,
        }
    }
}

/// A row that has to be mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct FaultyRow {
    pub cells: Vec<String>,
    pub faults: Vec<Finding>,
    /// Numbers that can be read in it, so that its person is not taken for somebody who left.
    pub numbers: Vec<String>,
    /// The name in the form in which names are compared, for the same reason.
    pub name: String,
}

/// A fault or an oddity of one cell, worded in both languages: who looks at it may read another one than who sent it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Finding {
    pub column: String,
    pub value: String,
    pub indonesian: String,
    pub english: String,
}

impl Finding {
    pub(super) fn text(&self, language: Language) -> &str {
        match language {
            Language::Indonesian => &self.indonesian,
            Language::English => &self.english,
        }
    }
}

fn place(import: ImportId, line: u32) -> String {
    format!("import/{import}/{line}")
}

impl Staged {
    pub(super) const fn is_good(&self) -> bool {
        matches!(self, Self::Good(_))
    }

    /// Seals the row for its line of its import.
    pub(super) fn seal(&self, keys: &Keys, import: ImportId, line: u32, chance: &mut Chance) -> Result<Vec<u8>, Fault> {
        // The message of the serialiser could quote the row.
        let json = serde_json::to_vec(self).map_err(|_| Fault::Unexpected("a row cannot be written".to_owned()))?;
        Ok(keys.seal(&place(import, line), &json, chance))
    }

    pub(super) fn open(keys: &Keys, import: ImportId, line: u32, sealed: &[u8]) -> Result<Self, Fault> {
        let json = keys.open(&place(import, line), sealed)?;
        serde_json::from_slice(&json).map_err(|_| Fault::Unexpected("a staged row cannot be read".to_owned()))
    }
}
