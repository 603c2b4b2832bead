use crate::{FromValue, StoreError, Value};

/// One row that a statement answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    statement: &'static str,
    values: Vec<Value>,
}

impl Row {
    pub(crate) const fn new(statement: &'static str, values: Vec<Value>) -> Self {
        Self { statement, values }
    }

    /// Starts reading the columns in the order of the statement:
    /// `Person { id: r.next()?, name: r.next()? }`.
    #[must_use]
    pub fn reader(self) -> Reader {
        Reader { statement: self.statement, column: 0, values: self.values.into_iter() }
    }

    /// Reads the only column of a row.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when the value is not what was expected or the row has other columns.
    pub fn only<T: FromValue>(self) -> Result<T, StoreError> {
        let mut reader = self.reader();
        let value = reader.next()?;
        reader.end()?;
        Ok(value)
    }
}

/// Reads the columns of one row from left to right.
#[derive(Debug)]
pub struct Reader {
    statement: &'static str,
    column: usize,
    values: std::vec::IntoIter<Value>,
}

impl Reader {
    /// The next column.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] names the statement, the column's number from 1 and what was expected.
    #[expect(clippy::should_implement_trait, reason = "every column has its own type, an iterator has one")]
    pub fn next<T: FromValue>(&mut self) -> Result<T, StoreError> {
        self.column += 1;
        let value = self.values.next().ok_or(self.unreadable("another column"))?;
        T::from_value(value).map_err(|wrong| self.unreadable(wrong.0))
    }

    /// Makes sure that no column was left unread.
    ///
    /// # Errors
    /// [`StoreError::Unreadable`] when there are more columns.
    pub fn end(&mut self) -> Result<(), StoreError> {
        self.column += 1;
        if self.values.next().is_some() { Err(self.unreadable("no further column")) } else { Ok(()) }
    }

    const fn unreadable(&self, expected: &'static str) -> StoreError {
        StoreError::Unreadable { statement: self.statement, column: self.column, expected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_read_in_order_and_mistakes_are_located() {
        let row = Row::new("people/by_id", vec![Value::Int(7), Value::Text("Sari".into())]);
        let mut reader = row.clone().reader();
        assert_eq!(reader.next::<i64>(), Ok(7));
        assert_eq!(
            reader.next::<bool>(),
            Err(StoreError::Unreadable { statement: "people/by_id", column: 2, expected: "0 or 1" })
        );
        assert_eq!(
            reader.next::<i64>(),
            Err(StoreError::Unreadable { statement: "people/by_id", column: 3, expected: "another column" })
        );
        assert_eq!(
            row.only::<i64>(),
            Err(StoreError::Unreadable { statement: "people/by_id", column: 2, expected: "no further column" })
        );
    }
}
