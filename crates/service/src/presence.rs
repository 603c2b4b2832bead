//! Those without a device of their own, and how surely each signature is the signer's.

mod checks;
mod way;

pub use checks::{CheckLine, ChecksPage};
pub use way::Vouchers;

pub(crate) use way::{is_crowded, way_of_signing};
