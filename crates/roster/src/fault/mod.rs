//! What can be wrong with a file, and how each fault is told to the officer who sent it.

mod file;
mod row;
mod warning;

pub use file::FileFault;
pub use row::{RowFault, RowReason};
pub use warning::{RowWarning, WarningReason};

#[cfg(test)]
mod tests;
