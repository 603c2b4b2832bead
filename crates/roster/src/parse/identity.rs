//! Which of the three numbers identifies a person, by the columns and the category.

use super::Findings;
use crate::column::Column;
use crate::fault::{RowReason, WarningReason};
use crate::sheet::Cell;
use base::Date;
use domain::category::Category;
use domain::number::{IdentityNumber, NumberError, NumberKind};

/// The number that everybody of this category has, if there is one.
const fn staff_number(category: Category) -> Option<NumberKind> {
    match category {
        Category::Pns | Category::Cpns => Some(NumberKind::Nip),
        Category::Pppk | Category::PppkPartTime => Some(NumberKind::NiPppk),
        Category::NonAsn
        | Category::VillageHead
        | Category::VillageApparatus
        | Category::VillageCouncilMember
        | Category::RegionalEnterpriseStaff => None,
    }
}

/// The kind of a number that stands in a column for either kind of staff: the category knows best, then
/// the column, then digits 13 and 14, which are a month in every NIP.
fn staff_kind(column: Column, category: Option<Category>, text: &str) -> NumberKind {
    if let Some(kind) = category.and_then(staff_number) {
        return kind;
    }
    match column {
        Column::Nip => NumberKind::Nip,
        Column::NiPppk => NumberKind::NiPppk,
        _ => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            match digits.get(12..14) {
                Some("21") => NumberKind::NiPppk,
                _ => NumberKind::Nip,
            }
        }
    }
}

/// Reads one cell as the number it must be.
fn read(findings: &mut Findings<'_>, column: Column, category: Option<Category>) -> Option<IdentityNumber> {
    if let Cell::Damaged(_) = findings.cell(column) {
        findings.fault(column, RowReason::DigitsDestroyed);
        return None;
    }
    let text = findings.text(column)?;
    let kind = match column {
        Column::Nik => NumberKind::Nik,
        Column::Number => match text.chars().filter(char::is_ascii_digit).count() {
            16 => NumberKind::Nik,
            18 => staff_kind(column, category, &text),
            _ => category.and_then(staff_number).unwrap_or(NumberKind::Nik),
        },
        _ => staff_kind(column, category, &text),
    };
    match IdentityNumber::parse(kind, &text) {
        Ok(number) => Some(number),
        Err(NumberError::Length { found, .. }) if column == Column::Number && found != 16 && found != 18 => {
            findings.fault(column, RowReason::NumberLength { found });
            None
        }
        Err(error) => {
            findings.fault(column, RowReason::Number(error));
            None
        }
    }
}

/// The number of somebody who is in the register already; none, with a fault, where there is none.
pub fn known(findings: &mut Findings<'_>) -> Option<IdentityNumber> {
    let before = findings.faults.len();
    let number = read(findings, Column::Number, None);
    if number.is_none() && findings.faults.len() == before {
        findings.fault(Column::Number, RowReason::HolderMissing);
    }
    number
}

/// The number of the row's person, with the column it stood in. A NIK counts only where there is no other.
pub fn find(findings: &mut Findings<'_>, category: Option<Category>, today: Date) -> Option<(Column, IdentityNumber)> {
    let faults = findings.faults.len();
    // The column of the category's own number comes first when both are filled.
    let pppk = category.and_then(staff_number) == Some(NumberKind::NiPppk);
    let staff = if pppk { [Column::NiPppk, Column::Nip] } else { [Column::Nip, Column::NiPppk] };
    let mut found: Option<(Column, IdentityNumber)> = None;
    for column in [staff[0], staff[1], Column::Number, Column::Nik] {
        if findings.cell(column).is_blank() {
            continue;
        }
        match &found {
            Some(_) if column == Column::Nik => findings.warn(column, WarningReason::NikNotKept),
            Some(_) => {}
            None => {
                found = read(findings, column, category).map(|number| (column, number));
                if found.is_none() && findings.faults.len() > faults {
                    return None;
                }
            }
        }
    }
    let wanted = category.and_then(staff_number);
    match found {
        Some((column, number)) => {
            // Somebody who has a staff number is never filed under a NIK.
            if let Some(wanted) = wanted.filter(|_| number.kind() == NumberKind::Nik) {
                findings.fault(column, RowReason::NumberMissing { wanted: wanted.label() });
                return None;
            }
            for warning in number.warnings(today) {
                findings.warn(column, WarningReason::Number(warning));
            }
            Some((column, number))
        }
        None => {
            let place = [staff[0], Column::Number, Column::Nik, staff[1]]
                .into_iter()
                .find(|column| findings.sheet.heading(*column).is_some())
                .unwrap_or(Column::Number);
            findings.fault(place, RowReason::NumberMissing { wanted: wanted.map_or("NIK", NumberKind::label) });
            None
        }
    }
}
