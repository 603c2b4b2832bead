//! People, circulars, drives and what may be done with them: the pure core. No SQL, no HTTP, no clock, no async.
//!
//! A use case asks [`policy::allow`] for a [`policy::Permit`], lets the pure functions here decide, and hands
//! one [`change::Change`] to the store. A change cannot be made without a permit.

pub mod absence;
pub mod adoption;
pub mod appointment;
pub mod assembly;
pub mod category;
pub mod change;
pub mod circular;
pub mod consultation;
pub mod coverage;
pub mod delegation;
pub mod difficulty;
pub mod dispatch;
pub mod drive;
pub mod exception;
pub mod forecast;
pub mod handover;
pub mod ids;
pub mod job;
pub mod kiosk;
pub mod knowledge;
pub mod machine;
pub mod manner;
pub mod media;
pub mod merge;
pub mod message;
pub mod number;
pub mod own_election;
pub mod pack;
pub mod paper;
pub mod people;
pub mod policy;
pub mod post;
pub mod provision;
pub mod public_figures;
pub mod reading;
pub mod revision;
pub mod roster_import;
pub mod seal_key;
pub mod signature;
pub mod signature_check;
pub mod slip_batch;
pub mod tenancy;
pub mod unit_change;
pub mod unit_kind;
