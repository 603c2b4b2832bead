//! The agency's overview and each head's list.

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
}
