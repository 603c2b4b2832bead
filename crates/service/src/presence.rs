//! Those without a device of their own, and how surely each signature is the signer's.

mod checks;
mod kiosk;
mod own;
mod way;

pub use checks::{CheckLine, ChecksPage, SignedWays};
pub use kiosk::OpenKiosk;
pub use own::{OwnPledge, OwnPledges};
pub use way::Vouchers;

pub(crate) use own::waiting_pledge;
pub(crate) use way::{is_crowded, way_of_signing};
