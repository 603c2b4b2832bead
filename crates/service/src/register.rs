//! The register of people: looked through, one person's page, and numbers in full for who may see them.
//!
//! Numbers and contacts are shown masked. Every request that shows people leaves one audit event.

mod list;
mod mask;
mod person;
mod units;

pub use list::{RegisterEntry, RegisterPage, RegisterQuery, UnitName};
pub(crate) use list::{in_order, name_of, number_of, people_of};
pub(crate) use mask::masked;
pub(crate) use person::target as person_target;
pub use person::{DetailLine, EngagementLine, HoldingLine, PersonPage, RecordMerge};
pub use units::{EndReview, NewUnit, UnitState, UnitTurn, UnitView, UnitsView};

use domain::people::{Detail, DetailKind};

/// The number by which a person is known best: that of their employment before the national one, a present before a
/// past one.
pub(crate) fn best_number(details: &[Detail]) -> Option<&Detail> {
    let place = |kind: DetailKind| DetailKind::ALL.iter().position(|other| *other == kind);
    let numbers = details.iter().filter(|detail| detail.kind.identifies());
    numbers.min_by_key(|detail| (detail.until.is_some(), place(detail.kind), std::cmp::Reverse(detail.since)))
}
