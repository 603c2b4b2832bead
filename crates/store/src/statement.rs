//! The statements of the folder `sql/`: one module per area, one constant per file.

/// One statement of the folder `sql/`, the same on both engines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// `area/name`, as the file is called; it is also the name in errors and metrics.
    pub name: &'static str,
    /// The text with parameters `$1`, `$2` …, as PostgreSQL reads it.
    pub postgres: &'static str,
    /// The text with parameters `?1`, `?2` …, as SQLite reads it.
    pub sqlite: &'static str,
    /// Whose rows it touches.
    pub reach: Reach,
    /// What it does.
    pub kind: Kind,
}

/// Whose rows a statement touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Rows of one institution: its first parameter is that institution, and only the store supplies it.
    Institution,
    /// Rows outside any one institution.
    Outside {
        /// Why it may.
        reason: &'static str,
    },
}

/// What a statement does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It only reads.
    Read,
    /// It writes what a recorded change tells of.
    Record,
    /// It writes without an audit event: sessions, leases, counters, throttles.
    Bookkeeping,
}

include!(concat!(env!("OUT_DIR"), "/statements.rs"));
