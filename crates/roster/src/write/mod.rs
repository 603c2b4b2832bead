//! From rows back to files.

pub mod csv;
pub mod faults;
pub mod figures;
pub mod heads;
pub mod neutral;
pub mod table;
pub mod template;
