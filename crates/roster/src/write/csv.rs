use super::neutral::neutralise;
use super::table::WriteFault;
use csv::WriterBuilder;

/// The sign between the fields of an exported CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Delimiter {
    /// `;`, which Excel expects where the comma is the decimal sign, as in Indonesia.
    #[default]
    Semicolon,
    /// `,`, which programs expect.
    Comma,
}

impl Delimiter {
    const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Comma => b',',
        }
    }
}

/// A table as CSV in UTF-8 with a byte order mark, so that Excel reads its letters; cells that could be
/// taken for formulas are neutralised.
///
/// # Errors
/// Returns [`WriteFault`] when a row has not as many cells as there are headers.
pub fn table_csv<R, C>(headers: &[&str], rows: R, delimiter: Delimiter) -> Result<Vec<u8>, WriteFault>
where
    R: IntoIterator<Item = Vec<C>>,
    C: AsRef<str>,
{
    let mut writer =
        WriterBuilder::new().delimiter(delimiter.byte()).flexible(false).from_writer(b"\xEF\xBB\xBF".to_vec());
    let fault = |error: csv::Error| WriteFault(error.to_string());
    writer.write_record(headers.iter().map(|text| neutralise(text).into_owned())).map_err(fault)?;
    for row in rows {
        writer.write_record(row.iter().map(|text| neutralise(text.as_ref()).into_owned())).map_err(fault)?;
    }
    writer.into_inner().map_err(|error| WriteFault(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_neutral() {
        let bytes = table_csv(&["Nama", "Nilai"], [vec!["A;\"B\"", "=1+1"]], Delimiter::Semicolon).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), "\u{feff}Nama;Nilai\n\"A;\"\"B\"\"\";'=1+1\n");
    }

    #[test]
    fn a_row_of_another_length_is_refused() {
        assert!(table_csv(&["Nama", "Nilai"], [vec!["A"]], Delimiter::Comma).is_err());
    }
}
