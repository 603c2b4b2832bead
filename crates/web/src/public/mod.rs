//! Pages for everybody: institutions, circulars, verification, help, language.

use crate::Area;

/// The routes of this area.
pub fn area() -> Area {
    Area::new()
}
