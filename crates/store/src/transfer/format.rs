use super::catalogue::Schema;
use super::{Manifest, TableRows, TransferError};
use crate::Value;
use sha2::{Digest, Sha256};
use std::io::{BufReader, BufWriter, Read, Write};

const MAGIC: &[u8; 16] = b"NETRAL-EXPORT-1\n";
/// No table of ours has more columns; a greater number is damage.
const MOST_COLUMNS: u32 = 1000;

/// Writes an export piece by piece.
pub(super) struct ExportWriter<W: Write> {
    sink: BufWriter<W>,
    digest: Sha256,
    manifest: Manifest,
}

impl<W: Write> ExportWriter<W> {
    pub(super) fn open(sink: W, schema: Schema, tables: usize) -> Result<Self, TransferError> {
        let manifest = Manifest { schema_version: schema.version, tables: Vec::new(), digest: [0; 32] };
        let mut writer = Self { sink: BufWriter::new(sink), digest: Sha256::new(), manifest };
        writer.put(MAGIC)?;
        writer.put(&schema.version.to_be_bytes())?;
        writer.put(&schema.digest)?;
        writer.put(&length(tables)?)?;
        Ok(writer)
    }

    pub(super) fn table(&mut self, name: &str, columns: &[String]) -> Result<(), TransferError> {
        self.text(name.as_bytes())?;
        self.put(&length(columns.len())?)?;
        for column in columns {
            self.text(column.as_bytes())?;
        }
        self.manifest.tables.push(TableRows { table: name.to_owned(), rows: 0 });
        Ok(())
    }

    pub(super) fn row(&mut self, values: &[Value]) -> Result<(), TransferError> {
        self.put(&[1])?;
        for value in values {
            match value {
                Value::Null => self.put(&[0])?,
                Value::Int(number) => {
                    self.put(&[1])?;
                    self.put(&number.to_be_bytes())?;
                }
                Value::Text(text) => {
                    self.put(&[2])?;
                    self.text(text.as_bytes())?;
                }
                Value::Bytes(bytes) => {
                    self.put(&[3])?;
                    self.text(bytes)?;
                }
            }
        }
        if let Some(table) = self.manifest.tables.last_mut() {
            table.rows += 1;
        }
        Ok(())
    }

    pub(super) fn end_table(&mut self) -> Result<(), TransferError> {
        let rows = self.manifest.tables.last().map_or(0, |table| table.rows);
        self.put(&[0])?;
        self.put(&rows.to_be_bytes())
    }

    pub(super) fn finish(mut self) -> Result<(W, Manifest), TransferError> {
        self.manifest.digest = self.digest.finalize().into();
        self.sink.write_all(&self.manifest.digest)?;
        let sink = self.sink.into_inner().map_err(|error| TransferError::Io(error.to_string()))?;
        Ok((sink, self.manifest))
    }

    fn text(&mut self, bytes: &[u8]) -> Result<(), TransferError> {
        self.put(&length(bytes.len())?)?;
        self.put(bytes)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), TransferError> {
        self.digest.update(bytes);
        self.sink.write_all(bytes)?;
        Ok(())
    }
}

fn length(length: usize) -> Result<[u8; 4], TransferError> {
    let length = u32::try_from(length).map_err(|_| TransferError::Io("a value is longer than 4 GiB".to_owned()))?;
    Ok(length.to_be_bytes())
}

/// A piece of an export.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Event {
    Table { name: String, columns: Vec<String> },
    Row(Vec<Value>),
    EndOfTable,
    End(Manifest),
}

/// Reads an export piece by piece. What it read is trustworthy only after [`Event::End`].
pub(super) struct ExportReader<R: Read> {
    source: BufReader<R>,
    digest: Sha256,
    pub(super) schema: Schema,
    tables_left: u32,
    /// The number of columns of the table being read; nothing between tables.
    columns: Option<u32>,
    tables: Vec<TableRows>,
}

impl<R: Read> ExportReader<R> {
    pub(super) fn open(source: R) -> Result<Self, TransferError> {
        let mut reader = Self {
            source: BufReader::new(source),
            digest: Sha256::new(),
            schema: Schema { version: 0, digest: [0; 32] },
            tables_left: 0,
            columns: None,
            tables: Vec::new(),
        };
        if &reader.take::<16>().map_err(|_| TransferError::Foreign)? != MAGIC {
            return Err(TransferError::Foreign);
        }
        reader.schema = Schema { version: i64::from_be_bytes(reader.take()?), digest: reader.take()? };
        reader.tables_left = u32::from_be_bytes(reader.take()?);
        Ok(reader)
    }

    pub(super) fn next_event(&mut self) -> Result<Event, TransferError> {
        match self.columns {
            Some(columns) => self.row(columns),
            None if self.tables_left == 0 => self.end(),
            None => self.table(),
        }
    }

    fn table(&mut self) -> Result<Event, TransferError> {
        self.tables_left -= 1;
        let name = self.text()?;
        let count = u32::from_be_bytes(self.take()?);
        if count > MOST_COLUMNS {
            return Err(TransferError::Damaged("a table has too many columns"));
        }
        let columns = (0..count).map(|_| self.text()).collect::<Result<_, _>>()?;
        self.columns = Some(count);
        self.tables.push(TableRows { table: name.clone(), rows: 0 });
        Ok(Event::Table { name, columns })
    }

    fn row(&mut self, columns: u32) -> Result<Event, TransferError> {
        match self.take()? {
            [1] => {
                let values = (0..columns).map(|_| self.value()).collect::<Result<_, _>>()?;
                if let Some(table) = self.tables.last_mut() {
                    table.rows += 1;
                }
                Ok(Event::Row(values))
            }
            [0] => {
                let promised = u64::from_be_bytes(self.take()?);
                if self.tables.last().is_none_or(|table| table.rows != promised) {
                    return Err(TransferError::Damaged("a table has another number of rows than it says"));
                }
                self.columns = None;
                Ok(Event::EndOfTable)
            }
            _ => Err(TransferError::Damaged("a row begins wrongly")),
        }
    }

    fn end(&mut self) -> Result<Event, TransferError> {
        let own: [u8; 32] = self.digest.clone().finalize().into();
        if self.take::<32>()? != own {
            return Err(TransferError::Damaged("its SHA-256 differs"));
        }
        if self.source.read(&mut [0])? != 0 {
            return Err(TransferError::Damaged("something follows its end"));
        }
        let tables = std::mem::take(&mut self.tables);
        Ok(Event::End(Manifest { schema_version: self.schema.version, tables, digest: own }))
    }

    fn value(&mut self) -> Result<Value, TransferError> {
        match self.take()? {
            [0] => Ok(Value::Null),
            [1] => Ok(Value::Int(i64::from_be_bytes(self.take()?))),
            [2] => self.text().map(Value::Text),
            [3] => self.bytes().map(Value::Bytes),
            _ => Err(TransferError::Damaged("a value is of no known class")),
        }
    }

    fn text(&mut self) -> Result<String, TransferError> {
        String::from_utf8(self.bytes()?).map_err(|_| TransferError::Damaged("a text is not UTF-8"))
    }

    fn bytes(&mut self) -> Result<Vec<u8>, TransferError> {
        let length = u64::from(u32::from_be_bytes(self.take()?));
        // Grows as bytes arrive: a damaged length must not reserve gigabytes.
        let mut bytes = Vec::new();
        self.source.by_ref().take(length).read_to_end(&mut bytes)?;
        if bytes.len() as u64 != length {
            return Err(TransferError::Damaged("it ends too early"));
        }
        self.digest.update(&bytes);
        Ok(bytes)
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], TransferError> {
        let mut bytes = [0; N];
        self.source.read_exact(&mut bytes)?;
        self.digest.update(bytes);
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transfer::check;
    use proptest::prelude::*;

    fn values() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::Int),
            any::<String>().prop_map(Value::Text),
            any::<Vec<u8>>().prop_map(Value::Bytes),
        ]
    }

    fn written(rows: &[(Value, Value)]) -> (Vec<u8>, Manifest) {
        let schema = Schema { version: 3, digest: [7; 32] };
        let mut writer = ExportWriter::open(Vec::new(), schema, 2).unwrap();
        writer.table("empty", &["id".to_owned()]).unwrap();
        writer.end_table().unwrap();
        writer.table("note", &["id".to_owned(), "text".to_owned()]).unwrap();
        for (left, right) in rows {
            writer.row(&[left.clone(), right.clone()]).unwrap();
        }
        writer.end_table().unwrap();
        writer.finish().unwrap()
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(rows in prop::collection::vec((values(), values()), 0..8)) {
            let (bytes, manifest) = written(&rows);
            prop_assert_eq!(check(bytes.as_slice()), Ok(manifest));
            let mut reader = ExportReader::open(bytes.as_slice()).unwrap();
            let mut read = Vec::new();
            loop {
                match reader.next_event().unwrap() {
                    Event::Row(values) => read.push(values),
                    Event::End(_) => break,
                    Event::Table { .. } | Event::EndOfTable => {}
                }
            }
            prop_assert_eq!(read, rows.into_iter().map(|(left, right)| vec![left, right]).collect::<Vec<_>>());
        }

        #[test]
        fn any_change_is_noticed(rows in prop::collection::vec((values(), values()), 1..4), at: prop::sample::Index, bit in 0_u32..8) {
            let (mut bytes, _) = written(&rows);
            let at = at.index(bytes.len());
            bytes[at] ^= 1_u8 << bit;
            prop_assert!(check(bytes.as_slice()).is_err());
        }

        #[test]
        fn any_cut_is_noticed(rows in prop::collection::vec((values(), values()), 1..4), at: prop::sample::Index) {
            let (bytes, _) = written(&rows);
            prop_assert!(check(&bytes[..at.index(bytes.len())]).is_err());
        }
    }

    #[test]
    fn what_follows_the_end_is_noticed() {
        let (mut bytes, _) = written(&[]);
        bytes.push(0);
        assert_eq!(check(bytes.as_slice()), Err(TransferError::Damaged("something follows its end")));
        assert_eq!(check(&b"PK\x03\x04 something else"[..]), Err(TransferError::Foreign));
    }
}
