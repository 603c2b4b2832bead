use std::fmt;

/// Why the store did not do what it was asked.
///
/// No variant carries a stored value: errors are logged, and values may be personal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The queue is full; the caller should say so and ask to try again shortly.
    #[error("the store is busy: its queue is full")]
    Busy,
    /// The store was closed.
    #[error("the store is closed")]
    Closed,
    /// The unit of work panicked; nothing of it was kept.
    #[error("unit `{unit}` panicked")]
    Panicked {
        /// The unit's name.
        unit: &'static str,
    },
    /// The unit went on after a statement had failed and claimed success; nothing of it was kept.
    #[error("unit `{unit}` claimed success although a statement had failed: {failure}")]
    Swallowed {
        /// The unit's name.
        unit: &'static str,
        /// What had failed.
        failure: EngineError,
    },
    /// A statement of one institution was run with a scope that is not one institution, or an institution was
    /// asked for that the scope does not hold.
    #[error("`{what}` is out of scope")]
    OutOfScope {
        /// The statement's name, or `institution`.
        what: &'static str,
    },
    /// A statement was run in a way that its header does not allow.
    #[error("statement `{statement}` was run wrongly: {why}")]
    Misused {
        /// The statement's name.
        statement: &'static str,
        /// What is wrong.
        why: &'static str,
    },
    /// A statement that answers one row answered another number.
    #[error("statement `{statement}` answered {rows} rows where one was expected")]
    NotOne {
        /// The statement's name.
        statement: &'static str,
        /// The number of rows.
        rows: usize,
    },
    /// The stored state is not the one that a change was decided on: somebody else was faster.
    #[error("`{effect}` came too late")]
    Stale {
        /// Which effect found nothing to change.
        effect: &'static str,
    },
    /// A column does not hold what the program expects.
    #[error("statement `{statement}`, column {column}: expected {expected}")]
    Unreadable {
        /// The statement's name.
        statement: &'static str,
        /// The column's number, from 1.
        column: usize,
        /// What was expected.
        expected: &'static str,
    },
    /// The engine refused or failed.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The settings cannot be used; the text says which and how to mend it.
    #[error("{0}")]
    Settings(String),
    /// The schema of the store does not fit this program.
    #[error(transparent)]
    Schema(#[from] crate::SchemaError),
    /// An export cannot be written or read.
    #[error(transparent)]
    Transfer(#[from] crate::transfer::TransferError),
}

impl StoreError {
    /// The class of an engine's failure; nothing for all other errors.
    #[must_use]
    pub const fn class(&self) -> Option<Class> {
        match self {
            Self::Engine(error) => Some(error.class),
            _ => None,
        }
    }
}

impl crate::UnitError for StoreError {
    fn is_refusal(&self) -> bool {
        // Somebody else was faster, or asked for what is not theirs: nothing is broken.
        matches!(self, Self::Stale { .. } | Self::OutOfScope { .. })
    }
}

/// A failure that came from SQLite or PostgreSQL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EngineError {
    /// What kind of failure it is, the same on both engines.
    pub class: Class,
    /// The engine's own code: an SQLSTATE, or SQLite's extended result code.
    pub code: String,
    /// The engine's own words.
    pub message: String,
    /// The statement's name, or `begin`, `commit` and the like.
    pub during: &'static str,
}

impl fmt::Display for EngineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` failed ({}): {}", self.during, self.code, self.message)
    }
}

impl std::error::Error for EngineError {}

/// What a failure means for the caller and for the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A unique key exists already.
    Unique,
    /// A row that is referred to is missing, or one that is referred to was removed.
    ForeignKey,
    /// A column that must be filled is empty.
    NotNull,
    /// A CHECK is not met, or a value is of the wrong type.
    Check,
    /// Another transaction was in the way; the same unit may succeed when run again.
    Again,
    /// The connection cannot be trusted any more.
    Lost,
    /// There is no room left.
    Full,
    /// A write where only reading is allowed.
    ReadOnly,
    /// The statement took too long.
    TooSlow,
    /// Anything else: most likely a mistake in a statement.
    Other,
}

impl EngineError {
    /// A failure of the program's own making, worded by us.
    pub(crate) fn own(class: Class, during: &'static str, message: impl Into<String>) -> Self {
        Self { class, code: "netral".to_owned(), message: message.into(), during }
    }

    pub(crate) fn sqlite(during: &'static str, error: &rusqlite::Error) -> Self {
        let (class, code) = match error {
            rusqlite::Error::SqliteFailure(failure, _) => (sqlite_class(failure), failure.extended_code.to_string()),
            _ => (Class::Other, "driver".to_owned()),
        };
        Self { class, code, message: error.to_string(), during }
    }

    pub(crate) fn postgres(during: &'static str, error: &tokio_postgres::Error) -> Self {
        let Some(answer) = error.as_db_error() else {
            let source = std::error::Error::source(error);
            // Without an answer of the server, either a value did not fit its parameter or the connection broke.
            let ours = source.is_some_and(|e| e.is::<tokio_postgres::types::WrongType>() || e.is::<ValueMisfit>());
            let class = if ours { Class::Check } else { Class::Lost };
            let message = source.map_or_else(|| error.to_string(), |source| format!("{error}: {source}"));
            return Self { class, code: "driver".to_owned(), message, during };
        };
        let code = answer.code().code();
        let message = without_values(code, answer.message());
        Self { class: postgres_class(code), code: code.to_owned(), message, during }
    }
}

/// The words of PostgreSQL, unless they may quote a value: those of its class "data exception" do. Its DETAIL, which
/// quotes stored values, is never looked at.
fn without_values(code: &str, message: &str) -> String {
    if code.starts_with("22") { "a value cannot be used".to_owned() } else { message.to_owned() }
}

/// A value that does not fit the type PostgreSQL gave to its parameter.
#[derive(Debug, thiserror::Error)]
#[error("a value does not fit a parameter of type {0}")]
pub(crate) struct ValueMisfit(pub(crate) String);

fn sqlite_class(failure: &rusqlite::ffi::Error) -> Class {
    use rusqlite::ErrorCode as Code;
    use rusqlite::ffi;
    match failure.code {
        Code::ConstraintViolation => match failure.extended_code {
            ffi::SQLITE_CONSTRAINT_UNIQUE | ffi::SQLITE_CONSTRAINT_PRIMARYKEY | ffi::SQLITE_CONSTRAINT_ROWID => {
                Class::Unique
            }
            // A deferred key that fails at COMMIT, and some old paths, give the bare code.
            ffi::SQLITE_CONSTRAINT_FOREIGNKEY => Class::ForeignKey,
            ffi::SQLITE_CONSTRAINT_NOTNULL => Class::NotNull,
            _ => Class::Check,
        },
        Code::TypeMismatch => Class::Check,
        Code::DatabaseBusy | Code::DatabaseLocked => Class::Again,
        Code::DiskFull => Class::Full,
        Code::ReadOnly => Class::ReadOnly,
        Code::OperationInterrupted => Class::TooSlow,
        Code::SystemIoFailure | Code::DatabaseCorrupt | Code::NotADatabase | Code::CannotOpen => Class::Lost,
        _ => Class::Other,
    }
}

fn postgres_class(code: &str) -> Class {
    match code {
        "23505" => Class::Unique,
        "23503" => Class::ForeignKey,
        "23502" => Class::NotNull,
        "23514" | "22P02" | "22003" => Class::Check,
        "40001" | "40P01" | "55P03" => Class::Again,
        "53100" | "53200" => Class::Full,
        "25006" => Class::ReadOnly,
        "57014" => Class::TooSlow,
        // The server ended the session, is starting or stopping, or lost our prepared statements.
        "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "26000" | "53300" => Class::Lost,
        code if code.starts_with("08") => Class::Lost,
        _ => Class::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_that_quote_a_value_are_not_kept() {
        assert!(!without_values("22P02", "invalid input syntax for type bigint: \"Budi\"").contains("Budi"));
        assert!(without_values("23505", "duplicate key value violates unique constraint \"a\"").contains("unique"));
    }

    #[test]
    fn codes_of_both_engines_mean_the_same() {
        let sqlite = |code| sqlite_class(&rusqlite::ffi::Error::new(code));
        use rusqlite::ffi;
        for (class, left, right) in [
            (Class::Unique, ffi::SQLITE_CONSTRAINT_PRIMARYKEY, "23505"),
            (Class::ForeignKey, ffi::SQLITE_CONSTRAINT_FOREIGNKEY, "23503"),
            (Class::NotNull, ffi::SQLITE_CONSTRAINT_NOTNULL, "23502"),
            (Class::Check, ffi::SQLITE_CONSTRAINT_CHECK, "23514"),
            (Class::Again, ffi::SQLITE_BUSY_SNAPSHOT, "40001"),
            (Class::Full, ffi::SQLITE_FULL, "53100"),
            (Class::ReadOnly, ffi::SQLITE_READONLY, "25006"),
            (Class::Lost, ffi::SQLITE_IOERR_WRITE, "08006"),
            (Class::Other, ffi::SQLITE_ERROR, "42601"),
        ] {
            assert_eq!((sqlite(left), postgres_class(right)), (class, class), "{left} {right}");
        }
    }
}
