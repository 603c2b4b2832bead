//! Pages that exist only in the demo.

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
}
