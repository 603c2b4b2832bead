//! The administrator's pages.

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
}
