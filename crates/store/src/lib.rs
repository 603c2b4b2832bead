//! The storage engine: SQLite and PostgreSQL behind one [`Store`], with one behaviour.
//!
//! Work is written as a [`Unit`] and handed to [`Store::write`] or [`Store::read`]. Inside, a [`Tx`] runs
//! [`Statement`]s, which are the files of `sql/`, each written once for both engines. A statement that belongs to
//! institutions gets its institution from the [`Scope`] and from nowhere else.

#[path = "../build/code.rs"]
mod code;
pub mod data;
mod engine;
mod error;
mod metrics;
pub mod migration;
#[cfg(test)]
#[path = "../build/migration_text.rs"]
mod migration_text;
mod row;
mod scope;
mod settings;
#[cfg(test)]
#[path = "../build/shared.rs"]
mod shared;
#[cfg(any(test, feature = "testing"))]
#[path = "../build/sql_text.rs"]
mod sql_text;
pub mod statement;
mod stats;
mod store;
#[cfg(feature = "testing")]
pub mod testing;
pub mod transfer;
mod tx;
mod unit;
mod value;
mod worker;

pub use engine::Engine;
pub use error::{Class, EngineError, StoreError};
pub use metrics::{Histogram, QueueMetrics, StoreMetrics, UnitMetrics};
pub use migration::{Migration, SchemaError};
pub use row::{Reader, Row};
pub use scope::Scope;
pub use settings::StoreSettings;
pub use statement::{Kind, Reach, Statement};
pub use stats::WriterStats;
pub use store::Store;
pub use tx::Tx;
pub use unit::{Unit, UnitError};
pub use value::{Expected, FromValue, ToValue, Value};
