//! People, circulars, drives and what may be done with them: the pure core. No SQL, no HTTP, no clock, no async.

pub mod category;
pub mod number;
