//! Those without a device of their own, and how surely each signature is the signer's.

mod way;

pub use way::Vouchers;

pub(crate) use way::way_of_signing;
