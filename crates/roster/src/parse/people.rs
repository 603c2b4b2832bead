use super::{Findings, identity};
use crate::category::{self, Reading};
use crate::column::Column;
use crate::contact;
use crate::date;
use crate::fault::{RowFault, RowReason, RowWarning, WarningReason};
use crate::name::PersonName;
use crate::sheet::{Row, Sheet};
use crate::text::squeeze;
use crate::unit_index::{UnitIndex, UnitMatch};
use base::{Date, Id, kind};
use domain::category::Category;
use domain::number::IdentityNumber;
use std::collections::HashMap;

/// What the rows are read against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The institution's units.
    pub units: &'a UnitIndex,
    /// The present day where the institution is.
    pub today: Date,
}

/// One person's engagement, ready to be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// The row's number in the file, from 1.
    pub line: u32,
    /// The name with its titles.
    pub name: PersonName,
    /// The number by which the person is known; a NIK only where there is no NIP or NI PPPK.
    pub number: IdentityNumber,
    /// The kind of the engagement.
    pub category: Category,
    /// The unit.
    pub unit: Id<kind::Unit>,
    /// The position as the file words it.
    pub position: Option<String>,
    /// First day of the engagement, where the file says it.
    pub since: Option<Date>,
    /// Last day of the engagement, where the file says it.
    pub until: Option<Date>,
    /// Whether the person has a phone, where the file says or shows it.
    pub has_phone: Option<bool>,
    /// The telephone number, beginning with `+62`.
    pub phone: Option<String>,
    /// The e-mail address in lower case.
    pub email: Option<String>,
}

/// A sheet of people, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parsed {
    /// Rows without fault, in the order of the file.
    pub rows: Vec<RosterRow>,
    /// What has to be mended, in the order of the file. A row may have several faults.
    pub faults: Vec<RowFault>,
    /// What looks odd but is applied.
    pub warnings: Vec<RowWarning>,
}

impl Parsed {
    /// How many rows have to be mended.
    #[must_use]
    pub fn faulty_rows(&self) -> usize {
        let mut lines: Vec<u32> = self.faults.iter().map(|fault| fault.line).collect();
        lines.dedup();
        lines.len()
    }
}

/// Reads the rows of a people's sheet. No row is lost: each one is in `rows`, has a fault, or has a
/// warning that it was skipped because it has neither number nor name.
#[must_use]
pub fn parse(sheet: &Sheet, context: &Context<'_>) -> Parsed {
    let mut parsed = Parsed::default();
    let mut reader = Reader { context, units: HashMap::new(), asked: 0, numbers: HashMap::new() };
    for row in sheet.rows() {
        let mut findings = Findings::new(sheet, row);
        if let Some(good) = reader.row(&mut findings)
            && findings.faults.is_empty()
        {
            parsed.rows.push(good);
        }
        parsed.faults.append(&mut findings.faults);
        parsed.warnings.append(&mut findings.warnings);
    }
    parsed
}

/// Most distinct unknown units for which similar names are looked for; a whole wrong column gets none.
const MOST_SUGGESTED: usize = 200;

struct Reader<'a> {
    context: &'a Context<'a>,
    /// What each pair of unit and unit above leads to.
    units: HashMap<(String, Option<String>), Result<Id<kind::Unit>, RowReason>>,
    /// For how many names similar ones were looked for.
    asked: usize,
    /// The first line of each number.
    numbers: HashMap<String, u32>,
}

impl Reader<'_> {
    /// Reads one row. None means that a fault or a warning says why.
    fn row(&mut self, findings: &mut Findings<'_>) -> Option<RosterRow> {
        let blank = |column: Column| findings.cell(column).is_blank();
        if [Column::Number, Column::Nip, Column::NiPppk, Column::Nik, Column::Name].into_iter().all(blank) {
            skip(findings);
            return None;
        }
        let category = category(findings);
        let number = identity::find(findings, category, self.context.today);
        if let Some((column, number)) = &number {
            self.first(findings, *column, number);
        }
        let name = name(findings);
        let unit = self.unit(findings);
        let position = findings.text(Column::Position).map(|text| squeeze(&text));
        let (since, until) = self.dates(findings);
        let (has_phone, phone, email) = contacts(findings);
        let (_, number) = number?;
        Some(RosterRow {
            line: findings.row.line,
            name: name?,
            number,
            category: category?,
            unit: unit?,
            position,
            since,
            until,
            has_phone,
            phone,
            email,
        })
    }

    /// Notes the number's first line; a second row with it is a fault that names the first.
    fn first(&mut self, findings: &mut Findings<'_>, column: Column, number: &IdentityNumber) {
        let line = findings.row.line;
        let first = *self.numbers.entry(number.reveal().to_owned()).or_insert(line);
        if first != line {
            findings.fault(column, RowReason::Duplicate { first });
        }
    }

    fn unit(&mut self, findings: &mut Findings<'_>) -> Option<Id<kind::Unit>> {
        let faults = findings.faults.len();
        let own = findings.text(Column::Unit);
        let above = findings.text(Column::ParentUnit);
        if findings.faults.len() > faults {
            return None;
        }
        let (column, text, above) = match (own, above) {
            (Some(own), above) => (Column::Unit, own, above),
            (None, Some(above)) => (Column::ParentUnit, above, None),
            (None, None) => match &findings.sheet.assume().unit {
                Some(unit) => (Column::Unit, unit.clone(), None),
                None => {
                    findings.fault(Column::Unit, RowReason::UnitMissing);
                    return None;
                }
            },
        };
        let key = (text, above);
        let found = match self.units.get(&key) {
            Some(known) => known.clone(),
            None => {
                let found = self.look_up(&key.0, key.1.as_deref());
                self.units.insert(key, found.clone());
                found
            }
        };
        found.map_err(|reason| findings.fault(column, reason)).ok()
    }

    fn look_up(&mut self, text: &str, above: Option<&str>) -> Result<Id<kind::Unit>, RowReason> {
        match self.context.units.find(text, above) {
            UnitMatch::One(unit) => Ok(unit),
            UnitMatch::Several(choices) => Err(RowReason::UnitAmbiguous { choices }),
            UnitMatch::None => {
                self.asked += 1;
                let similar = if self.asked <= MOST_SUGGESTED { self.context.units.similar(text) } else { Vec::new() };
                Err(RowReason::UnitUnknown { similar })
            }
        }
    }

    fn dates(&self, findings: &mut Findings<'_>) -> (Option<Date>, Option<Date>) {
        let mut date = |column: Column| {
            findings.text(column)?;
            let read = date::read(findings.cell(column), self.context.today, findings.sheet.since_1904());
            read.map_err(|reason| findings.fault(column, reason)).ok()
        };
        let (since, until) = (date(Column::Since), date(Column::Until));
        if let (Some(since), Some(until)) = (since, until)
            && until < since
        {
            findings.fault(Column::Until, RowReason::UntilBeforeSince);
        }
        (since, until)
    }
}

/// Warns that a row with neither number nor name, such as a sum or a signature, is left out.
fn skip(findings: &mut Findings<'_>) {
    let row: &Row = findings.row;
    let value = row.cells.iter().map(|cell| cell.text()).find(|text| !text.is_empty()).unwrap_or_default().into_owned();
    let (column, _) = findings.place(Column::Name);
    findings.warnings.push(RowWarning { line: row.line, column, value, reason: WarningReason::RowSkipped });
}

fn category(findings: &mut Findings<'_>) -> Option<Category> {
    let faults = findings.faults.len();
    let Some(text) = findings.text(Column::Category) else {
        if findings.faults.len() == faults {
            let assumed = findings.sheet.assume().category;
            if assumed.is_none() {
                findings.fault(Column::Category, RowReason::CategoryMissing);
            }
            return assumed;
        }
        return None;
    };
    match category::read(&text) {
        Reading::Category(category) => Some(category),
        Reading::Ambiguous => {
            findings.fault(Column::Category, RowReason::CategoryAmbiguous);
            None
        }
        Reading::Unknown => {
            findings.fault(Column::Category, RowReason::CategoryUnknown);
            None
        }
    }
}

fn name(findings: &mut Findings<'_>) -> Option<PersonName> {
    let faults = findings.faults.len();
    let text = findings.text(Column::Name).unwrap_or_default();
    let before = findings.text(Column::TitleBefore).unwrap_or_default();
    let after = findings.text(Column::TitleAfter).unwrap_or_default();
    if findings.faults.len() > faults {
        return None;
    }
    let name = PersonName::split(&text, &before, &after);
    if !name.bare.chars().any(char::is_alphabetic) {
        findings.fault(Column::Name, RowReason::NameMissing);
        return None;
    }
    if name.bare.chars().any(|c| c.is_ascii_digit()) {
        findings.warn(Column::Name, WarningReason::NameWithDigits);
    }
    Some(name)
}

/// Whether there is a phone, its number, and the e-mail address. A contact that cannot be one is left out
/// with a warning: nobody's engagement waits for a telephone number.
fn contacts(findings: &mut Findings<'_>) -> (Option<bool>, Option<String>, Option<String>) {
    let phone = findings.text(Column::Phone).and_then(|text| {
        let phone = contact::phone(&text);
        if phone.is_none() {
            findings.warn(Column::Phone, WarningReason::PhoneLeftOut);
        }
        phone
    });
    let email = findings.text(Column::Email).and_then(|text| {
        let email = contact::email(&text);
        if email.is_none() {
            findings.warn(Column::Email, WarningReason::EmailLeftOut);
        }
        email
    });
    // "0" and "tidak ada" are blank elsewhere but an answer here.
    let answer = findings.cell(Column::HasPhone).text();
    let said = contact::yes_no(&answer);
    if said.is_none() && !findings.cell(Column::HasPhone).is_blank() {
        findings.warn(Column::HasPhone, WarningReason::HasPhoneUnclear);
    }
    (said.or(phone.is_some().then_some(true)), phone, email)
}
