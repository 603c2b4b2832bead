//! Those without a device of their own, and how surely each signature is the signer's.

mod checks;
mod kiosk;
mod way;

pub use checks::{CheckLine, ChecksPage, SignedWays};
pub use kiosk::OpenKiosk;
pub use way::Vouchers;

pub(crate) use way::{is_crowded, way_of_signing};
