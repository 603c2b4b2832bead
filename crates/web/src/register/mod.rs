//! The register of people and roster imports.

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
}
