//! An employee's own pages: home, reading, check, pledge and pact, papers.

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
}
