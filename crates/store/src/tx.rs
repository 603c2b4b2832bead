use crate::engine::{Connector, Engine, Link, Mode};
use crate::error::{Class, EngineError};
use crate::{Kind, Reach, Row, Scope, Statement, StoreError, ToValue, Value};
use std::time::Duration;

/// One transaction, as a unit of work sees it.
///
/// It owns its connection. A statement that fails spoils the unit on both engines: later statements are refused and
/// the unit is rolled back even when it claims success. To go on after a conflict, write ON CONFLICT.
pub struct Tx {
    link: Link,
    lane: i64,
    failure: Option<EngineError>,
}

impl Tx {
    /// The rows of one institution that a statement answers. The institution of the scope is the statement's `$1`;
    /// `params` are `$2` and following.
    ///
    /// # Errors
    /// [`StoreError::OutOfScope`] when the scope is not exactly one institution, [`StoreError::Misused`] when the
    /// statement reaches outside, [`StoreError::Engine`] when the engine fails.
    pub async fn all(
        &mut self,
        scope: &Scope,
        statement: &'static Statement,
        params: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        let values = scoped(scope, statement, params)?;
        self.rows(statement, values).await
    }

    /// Like [`Tx::all`], for at most one row.
    ///
    /// # Errors
    /// As [`Tx::all`], and [`StoreError::NotOne`] when there are several.
    pub async fn optional(
        &mut self,
        scope: &Scope,
        statement: &'static Statement,
        params: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        at_most_one(statement, self.all(scope, statement, params).await?)
    }

    /// Like [`Tx::all`], for exactly one row.
    ///
    /// # Errors
    /// As [`Tx::all`], and [`StoreError::NotOne`] when there is none or several.
    pub async fn one(
        &mut self,
        scope: &Scope,
        statement: &'static Statement,
        params: Vec<Value>,
    ) -> Result<Row, StoreError> {
        exactly_one(statement, self.all(scope, statement, params).await?)
    }

    /// Writes rows of one institution and answers how many; the parameters are those of [`Tx::all`].
    ///
    /// # Errors
    /// As [`Tx::all`], and [`StoreError::Misused`] when the statement only reads.
    pub async fn execute(
        &mut self,
        scope: &Scope,
        statement: &'static Statement,
        params: Vec<Value>,
    ) -> Result<u64, StoreError> {
        let values = scoped(scope, statement, params)?;
        self.write(statement, values).await
    }

    /// [`Tx::all`] for every one of `all`, in one go: the answers come in that order.
    ///
    /// # Errors
    /// As [`Tx::all`].
    pub async fn all_each(
        &mut self,
        scope: &Scope,
        statement: &'static Statement,
        all: Vec<Vec<Value>>,
    ) -> Result<Vec<Vec<Row>>, StoreError> {
        let all = self.each(scope, statement, all)?;
        let answer = self.link.rows_each(statement, &all).await;
        let rows = self.note(answer)?;
        let named = |values| Row::new(statement.name, values);
        Ok(rows.into_iter().map(|rows| rows.into_iter().map(named).collect()).collect())
    }

    /// [`Tx::execute`] for every one of `all`, in one go; answers how many rows were written by all together.
    ///
    /// # Errors
    /// As [`Tx::execute`].
    pub async fn execute_each(
        &mut self,
        scope: &Scope,
        statement: &'static Statement,
        all: Vec<Vec<Value>>,
    ) -> Result<u64, StoreError> {
        if statement.kind == Kind::Read {
            return Err(StoreError::Misused { statement: statement.name, why: "it only reads" });
        }
        let all = self.each(scope, statement, all)?;
        let answer = self.link.execute_each(statement, &all).await;
        self.note(answer.map_err(StoreError::from))
    }

    fn each(
        &self,
        scope: &Scope,
        statement: &'static Statement,
        all: Vec<Vec<Value>>,
    ) -> Result<Vec<Vec<Value>>, StoreError> {
        let all: Vec<_> = all.into_iter().map(|params| scoped(scope, statement, params)).collect::<Result<_, _>>()?;
        all.iter().try_for_each(|values| self.ready(statement, values))?;
        Ok(all)
    }

    /// The rows of a statement that reaches outside any one institution.
    ///
    /// # Errors
    /// [`StoreError::Misused`] when the statement belongs to institutions, [`StoreError::Engine`] when the engine
    /// fails.
    pub async fn outside_all(
        &mut self,
        statement: &'static Statement,
        params: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        outside(statement)?;
        self.rows(statement, params).await
    }

    /// Like [`Tx::outside_all`], for at most one row.
    ///
    /// # Errors
    /// As [`Tx::outside_all`], and [`StoreError::NotOne`] when there are several.
    pub async fn outside_optional(
        &mut self,
        statement: &'static Statement,
        params: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        at_most_one(statement, self.outside_all(statement, params).await?)
    }

    /// Like [`Tx::outside_all`], for exactly one row.
    ///
    /// # Errors
    /// As [`Tx::outside_all`], and [`StoreError::NotOne`] when there is none or several.
    pub async fn outside_one(&mut self, statement: &'static Statement, params: Vec<Value>) -> Result<Row, StoreError> {
        exactly_one(statement, self.outside_all(statement, params).await?)
    }

    /// Writes by a statement that reaches outside any one institution and answers how many rows.
    ///
    /// # Errors
    /// As [`Tx::outside_all`], and [`StoreError::Misused`] when the statement only reads.
    pub async fn outside_execute(
        &mut self,
        statement: &'static Statement,
        params: Vec<Value>,
    ) -> Result<u64, StoreError> {
        outside(statement)?;
        self.write(statement, params).await
    }

    /// The engine underneath.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        self.link.engine()
    }

    async fn rows(&mut self, statement: &'static Statement, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        self.ready(statement, &values)?;
        let answer = self.link.rows(statement, &values).await;
        let rows = self.note(answer)?;
        Ok(rows.into_iter().map(|values| Row::new(statement.name, values)).collect())
    }

    async fn write(&mut self, statement: &'static Statement, values: Vec<Value>) -> Result<u64, StoreError> {
        if statement.kind == Kind::Read {
            return Err(StoreError::Misused { statement: statement.name, why: "it only reads" });
        }
        self.ready(statement, &values)?;
        let answer = self.link.execute(statement, &values).await;
        self.note(answer.map_err(StoreError::from))
    }

    fn ready(&self, statement: &'static Statement, values: &[Value]) -> Result<(), StoreError> {
        if let Some(failure) = &self.failure {
            return Err(failure.clone().into());
        }
        // SQLite would keep the character, PostgreSQL cannot.
        if values.iter().any(|value| matches!(value, Value::Text(text) if text.contains('\0'))) {
            return Err(StoreError::Misused { statement: statement.name, why: "a text holds the character U+0000" });
        }
        #[cfg(feature = "testing")]
        crate::testing::note_statement(self.engine(), statement.name);
        Ok(())
    }

    fn note<T>(&mut self, answer: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(StoreError::Engine(error)) = &answer {
            self.failure = Some(error.clone());
        }
        answer
    }
}

fn scoped(scope: &Scope, statement: &'static Statement, params: Vec<Value>) -> Result<Vec<Value>, StoreError> {
    if statement.reach != Reach::Institution {
        return Err(StoreError::Misused { statement: statement.name, why: "it reaches outside any institution" });
    }
    let institution = scope.institution().ok_or(StoreError::OutOfScope { what: statement.name })?;
    let mut values = Vec::with_capacity(params.len() + 1);
    values.push(institution.to_value());
    values.extend(params);
    Ok(values)
}

fn outside(statement: &'static Statement) -> Result<(), StoreError> {
    match statement.reach {
        Reach::Outside { .. } => Ok(()),
        Reach::Institution => Err(StoreError::Misused { statement: statement.name, why: "it needs a scope" }),
    }
}

fn at_most_one(statement: &'static Statement, mut rows: Vec<Row>) -> Result<Option<Row>, StoreError> {
    match rows.len() {
        0 | 1 => Ok(rows.pop()),
        rows => Err(StoreError::NotOne { statement: statement.name, rows }),
    }
}

fn exactly_one(statement: &'static Statement, rows: Vec<Row>) -> Result<Row, StoreError> {
    at_most_one(statement, rows)?.ok_or(StoreError::NotOne { statement: statement.name, rows: 0 })
}

/// What only the writers and readers do.
impl Tx {
    pub(crate) async fn open(connector: &Connector, mode: Mode) -> Result<Self, StoreError> {
        Ok(Self { link: connector.connect(mode).await?, lane: 0, failure: None })
    }

    /// On this lane, see [`Tx::lane`].
    pub(crate) fn on_lane(self, lane: i64) -> Self {
        Self { lane, ..self }
    }

    /// Which of the connections this is that write at once: a row that many units change has one copy for each, so that
    /// they do not stand in one another's way.
    pub(crate) const fn lane(&self) -> i64 {
        self.lane
    }

    pub(crate) async fn begin(&mut self, mode: Mode) -> Result<(), EngineError> {
        self.failure = None;
        self.link.begin(mode).await
    }

    pub(crate) async fn savepoint(&mut self) -> Result<(), EngineError> {
        self.failure = None;
        self.link.control("savepoint", "SAVEPOINT unit").await
    }

    pub(crate) async fn release(&mut self) -> Result<(), EngineError> {
        self.link.control("release", "RELEASE SAVEPOINT unit").await
    }

    /// Undoes the unit. The savepoint outlives ROLLBACK TO, so it is released too.
    pub(crate) async fn undo(&mut self) -> Result<(), EngineError> {
        self.link.control("undo", "ROLLBACK TO SAVEPOINT unit").await?;
        self.release().await
    }

    pub(crate) async fn commit(&mut self) -> Result<(), EngineError> {
        self.link.control("commit", "COMMIT").await
    }

    /// Ends the transaction without keeping anything; does nothing when the engine has ended it itself.
    pub(crate) async fn rollback(&mut self) -> Result<(), EngineError> {
        if self.link.engine() == Engine::Sqlite && !self.link.in_transaction() {
            return Ok(());
        }
        self.link.control("rollback", "ROLLBACK").await
    }

    /// The first failure of a statement since the savepoint.
    pub(crate) fn take_failure(&mut self) -> Option<EngineError> {
        self.failure.take()
    }

    /// Whether the batch this failure happened in is beyond saving: the connection is gone, or SQLite has rolled
    /// everything back by itself, as it does when the disk is full.
    pub(crate) fn broken_by(&self, failure: &EngineError) -> bool {
        failure.class == Class::Lost || !self.link.in_transaction()
    }

    pub(crate) async fn pause(&mut self, span: Duration) {
        self.link.pause(span).await;
    }

    pub(crate) const fn link(&mut self) -> &mut Link {
        &mut self.link
    }
}
