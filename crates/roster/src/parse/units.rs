use super::Findings;
use crate::column::Column;
use crate::fault::{RowFault, RowReason};
use crate::sheet::{Cell, Sheet};
use crate::text::{normal, squeeze};
use crate::unit_index::{UnitIndex, UnitMatch};
use base::{Id, WorkWeek, kind};
use domain::unit_kind::UnitKind;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The unit above a unit of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParentRef {
    /// A unit that the institution has already.
    Known(Id<kind::Unit>),
    /// A unit of the file, by its place in [`ParsedUnits::rows`]; always an earlier one.
    Row(usize),
}

/// One unit, ready to be applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// The row's number in the file, from 1.
    pub line: u32,
    /// The code in the institution's own lists.
    pub code: Option<String>,
    /// The official name.
    pub name: String,
    /// What the unit is.
    pub kind: UnitKind,
    /// The unit above; none for a unit directly under the institution.
    pub parent: Option<ParentRef>,
    /// The working week; five days where the file is silent.
    pub week: WorkWeek,
}

/// A sheet of units, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParsedUnits {
    /// Rows without fault; a unit comes after the one above it.
    pub rows: Vec<UnitRow>,
    /// What has to be mended, in the order of the file.
    pub faults: Vec<RowFault>,
}

/// A row before its unit above is known.
struct Draft {
    code: Option<String>,
    name: String,
    kind: Option<UnitKind>,
    parent: Option<String>,
    week: WorkWeek,
}

/// Where the text in the parent's column leads.
enum Upper {
    None,
    Known(Id<kind::Unit>),
    Draft(usize),
}

/// Reads the rows of a units' sheet against the units that exist already.
#[must_use]
pub fn parse_units(sheet: &Sheet, known: &UnitIndex) -> ParsedUnits {
    let mut findings: Vec<Findings<'_>> = sheet.rows().iter().map(|row| Findings::new(sheet, row)).collect();
    let drafts: Vec<Draft> = findings.iter_mut().map(draft).collect();
    let mut by_code: HashMap<String, usize> = HashMap::new();
    let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, (draft, findings)) in drafts.iter().zip(&mut findings).enumerate() {
        by_name.entry(known.key(&draft.name)).or_default().push(place);
        if let Some(code) = &draft.code {
            let first = *by_code.entry(code.to_uppercase()).or_insert(place);
            if let Some(row) = sheet.rows().get(first).filter(|_| first != place) {
                findings.fault(Column::Code, RowReason::Duplicate { first: row.line });
            }
        }
    }
    let mut uppers = Vec::with_capacity(drafts.len());
    for (draft, findings) in drafts.iter().zip(&mut findings) {
        uppers.push(match draft.parent.as_deref() {
            None => Upper::None,
            Some(text) => upper(text, known, &by_code, &by_name).unwrap_or_else(|reason| {
                findings.fault(Column::Parent, reason);
                Upper::None
            }),
        });
    }
    for place in in_circles(&uppers) {
        if let Some(findings) = findings.get_mut(place) {
            findings.fault(Column::Parent, RowReason::ParentCircle);
        }
    }
    let order = downwards(&uppers);
    let mut placed: BTreeMap<usize, usize> = BTreeMap::new();
    let mut out = ParsedUnits::default();
    for place in order {
        let (Some(draft), Some(findings), Some(upper)) =
            (drafts.get(place), findings.get_mut(place), uppers.get(place))
        else {
            continue;
        };
        let parent = match upper {
            Upper::None => None,
            Upper::Known(id) => Some(ParentRef::Known(*id)),
            Upper::Draft(above) => match placed.get(above) {
                Some(row) => Some(ParentRef::Row(*row)),
                None => {
                    if findings.faults.is_empty() {
                        findings.fault(Column::Parent, RowReason::ParentFaulty);
                    }
                    continue;
                }
            },
        };
        if let (true, Some(kind)) = (findings.faults.is_empty(), draft.kind) {
            placed.insert(place, out.rows.len());
            let (code, name) = (draft.code.clone(), draft.name.clone());
            out.rows.push(UnitRow { line: findings.row.line, code, name, kind, parent, week: draft.week });
        }
    }
    out.faults = findings.into_iter().flat_map(|findings| findings.faults).collect();
    out
}

fn draft(findings: &mut Findings<'_>) -> Draft {
    let name = findings.text(Column::Name).map(|text| squeeze(&text)).unwrap_or_default();
    if name.is_empty() && findings.faults.is_empty() {
        findings.fault(Column::Name, RowReason::UnitNameMissing);
    }
    let kind = match findings.text(Column::Kind) {
        Some(text) => {
            let kind = crate::unit_kind::read(&text);
            if kind.is_none() {
                findings.fault(Column::Kind, RowReason::UnitKindUnknown);
            }
            kind
        }
        None => Some(crate::unit_kind::read(&name).unwrap_or(UnitKind::Other)),
    };
    let week = match findings.text(Column::WorkWeek) {
        None => WorkWeek::Five,
        Some(text) => match normal(&text).trim_end_matches(" HARI").trim_end_matches(" HARI KERJA") {
            "5" | "LIMA" => WorkWeek::Five,
            "6" | "ENAM" => WorkWeek::Six,
            _ => {
                findings.fault(Column::WorkWeek, RowReason::WorkWeekUnknown);
                WorkWeek::Five
            }
        },
    };
    if let Cell::Damaged(_) = findings.cell(Column::Code) {
        findings.fault(Column::Code, RowReason::DigitsDestroyed);
    }
    let code = findings.text(Column::Code).map(|text| squeeze(&text));
    Draft { code, name, kind, parent: findings.text(Column::Parent), week }
}

/// The unit above: by code in the file, by name in the file, then among the known units.
fn upper(
    text: &str,
    known: &UnitIndex,
    by_code: &HashMap<String, usize>,
    by_name: &HashMap<String, Vec<usize>>,
) -> Result<Upper, RowReason> {
    if let Some(place) = by_code.get(&squeeze(text).to_uppercase()) {
        return Ok(Upper::Draft(*place));
    }
    match by_name.get(&known.key(text)).map(Vec::as_slice) {
        Some([place]) => return Ok(Upper::Draft(*place)),
        Some([_, _, ..]) => return Err(RowReason::ParentAmbiguous),
        _ => {}
    }
    match known.find(text, None) {
        UnitMatch::One(id) => Ok(Upper::Known(id)),
        UnitMatch::Several(_) => Err(RowReason::ParentAmbiguous),
        UnitMatch::None => Err(RowReason::ParentUnknown),
    }
}

/// The places that are above themselves.
fn in_circles(uppers: &[Upper]) -> BTreeSet<usize> {
    let next = |place: usize| match uppers.get(place) {
        Some(Upper::Draft(above)) => Some(*above),
        _ => None,
    };
    // 0: not seen, otherwise the walk that saw it first.
    let mut seen = vec![0_usize; uppers.len()];
    let mut circles = BTreeSet::new();
    for start in 0..uppers.len() {
        let mut at = Some(start);
        while let Some(place) = at {
            match seen.get_mut(place) {
                Some(mark) if *mark == 0 => *mark = start + 1,
                Some(mark) if *mark == start + 1 => {
                    let mut around = Some(place);
                    while let Some(member) = around.filter(|member| circles.insert(*member)) {
                        around = next(member);
                    }
                    break;
                }
                _ => break,
            }
            at = next(place);
        }
    }
    circles
}

/// All places, each after the one above it; those above or in circles come last, in the file's order.
fn downwards(uppers: &[Upper]) -> Vec<usize> {
    let mut below: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut order = Vec::with_capacity(uppers.len());
    for (place, upper) in uppers.iter().enumerate() {
        match upper {
            Upper::Draft(above) => below.entry(*above).or_default().push(place),
            _ => order.push(place),
        }
    }
    let mut at = 0;
    while let Some(place) = order.get(at).copied() {
        order.extend(below.remove(&place).unwrap_or_default());
        at += 1;
    }
    order.extend(below.into_values().flatten());
    order
}

#[cfg(test)]
mod tests;
