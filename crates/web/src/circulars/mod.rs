//! Drafting and publishing circulars.

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
}
