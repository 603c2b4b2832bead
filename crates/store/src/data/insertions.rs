//! New rows of the kinds that come by the thousand, written many at a time.

use super::{imports, people, tasks};
use crate::statement::imports as imports_sql;
use crate::{Scope, Statement, StoreError, Tx, Value, params};
use domain::change::Effect;
use domain::roster_import::ImportEffect;

/// A statement that adds one row, and the row.
pub(super) type Insertion = (&'static Statement, Vec<Value>);

/// The one row that an effect adds; none when it does anything else, or is never seen in numbers.
fn of(effect: &Effect) -> Option<Insertion> {
    match effect {
        Effect::PersonAdded(person) => Some(people::adding(person)),
        Effect::DetailAdded(detail) => Some(people::adding_detail(detail)),
        Effect::EngagementAdded(engagement) => Some(people::adding_engagement(engagement)),
        Effect::TaskDelivered(task) => Some(tasks::delivering(task)),
        Effect::ImportRowStaged { import, line, good, sealed } => {
            Some((imports_sql::STAGE_ROW, params![import, *line, *good, sealed]))
        }
        Effect::Import(ImportEffect::PersonTraced { import, person, after, before }) => {
            Some(imports::tracing(*import, *person, after, before.as_ref()))
        }
        _ => None,
    }
}

/// Insertions that wait for one another, by statement.
///
/// New rows may refer to one another in any order, since references are looked at when the unit of work ends. Whatever
/// changes or removes rows has to see those that came before it, so they are written first.
#[derive(Default)]
pub(super) struct Waiting(Vec<(&'static Statement, Vec<Vec<Value>>)>);

impl Waiting {
    /// Whether the effect was taken; any other has to be written after [`Waiting::write`].
    pub(super) fn take(&mut self, effect: &Effect) -> bool {
        let Some((statement, row)) = of(effect) else { return false };
        match self.0.iter_mut().find(|(known, _)| known.name == statement.name) {
            Some((_, rows)) => rows.push(row),
            None => self.0.push((statement, vec![row])),
        }
        true
    }

    /// Writes what waits and answers how many rows that were.
    pub(super) async fn write(&mut self, tx: &mut Tx, scope: &Scope) -> Result<u64, StoreError> {
        let mut written = 0;
        for (statement, rows) in self.0.drain(..) {
            written += tx.execute_each(scope, statement, rows).await?;
        }
        Ok(written)
    }
}
