//! The rows of a file between being looked at and being recorded: they go along in the page, so that nothing of what nobody
//! has confirmed is kept.

use base::{iso_date, parse_iso_date};
use domain::delegation::Letter;
use domain::post::Tenure;
use service::{HEADS_MAX, HeadCommand};

/// What stands between two cells, and what no cell holds.
const BETWEEN: char = '\t';

/// The rows as one field of a form: a line for each, as short as it can be, so that a form of many rows can go along where a
/// proof is asked in between.
pub fn pack<'a>(rows: impl IntoIterator<Item = &'a HeadCommand>) -> String {
    let lines = rows.into_iter().map(|row| {
        let cells = [
            row.line.to_string(),
            row.unit.to_string(),
            row.person.to_string(),
            row.tenure.code().to_owned(),
            iso_date(row.since),
            row.until.map(iso_date).unwrap_or_default(),
            iso_date(row.letter.dated),
            plain(&row.letter.number),
            plain(&row.title),
        ];
        cells.join(&BETWEEN.to_string())
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Reads [`pack`]; nothing where it is not whole, or has more rows than a file may have.
pub fn unpack(field: &str) -> Option<Vec<HeadCommand>> {
    let rows: Option<Vec<HeadCommand>> = field.lines().filter(|line| !line.is_empty()).map(row).collect();
    rows.filter(|rows| !rows.is_empty() && rows.len() <= HEADS_MAX)
}

fn row(line: &str) -> Option<HeadCommand> {
    let cells: Vec<&str> = line.split(BETWEEN).collect();
    let [line, unit, person, tenure, since, until, dated, number, title] = cells.as_slice() else { return None };
    let day = |text: &str| parse_iso_date(text).ok();
    Some(HeadCommand {
        line: line.parse().ok()?,
        unit: unit.parse().ok()?,
        title: (*title).to_owned(),
        person: person.parse().ok()?,
        tenure: Tenure::from_code(tenure)?,
        since: day(since)?,
        until: if until.is_empty() { None } else { Some(day(until)?) },
        letter: Letter { number: (*number).to_owned(), dated: day(dated)? },
    })
}

/// Words with one blank between them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Date, Id};
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        parse_iso_date(text).unwrap()
    }

    fn command(number: &str, title: &str, until: Option<Date>) -> HeadCommand {
        HeadCommand {
            line: 7,
            unit: Id::draw(),
            title: title.to_owned(),
            person: Id::draw(),
            tenure: Tenure::Plt,
            since: day("2024-10-01"),
            until,
            letter: Letter { number: number.to_owned(), dated: day("2024-09-27") },
        }
    }

    #[test]
    fn five_hundred_rows_can_go_along_where_a_proof_is_asked() {
        let row = command("800.1.3.3/1234/BKPSDM/2024", "Kepala Puskesmas Rawat Inap Sukamaju Selatan", None);
        let field = pack(&vec![row; HEADS_MAX]);
        // Each sign between two cells takes two bytes in the sealed form.
        let sealed = serde_json::to_vec(&field).unwrap().len();
        assert!(sealed < 140 * 1024, "{sealed} bytes");
        assert_eq!(unpack(&field).map(|rows| rows.len()), Some(HEADS_MAX));
        let more = format!("{field}\n{}", field.lines().next().unwrap());
        assert_eq!(unpack(&more), None, "one more than a file may have");
    }

    #[test]
    fn what_is_not_whole_is_not_read() {
        let field = pack(&[command("821/1", "Camat", None)]);
        for broken in [
            String::new(),
            "\n\n".to_owned(),
            field.replace("2024-10-01", "2024-13-01"),
            field.replace("plt", "raja"),
            field.replace('\t', " "),
            format!("{field}\tlagi"),
            format!("{field}\n{}", &field[..20]),
            field.replacen(|c: char| c.is_ascii_hexdigit(), "x", 12),
        ] {
            assert_eq!(unpack(&broken), None, "{broken}");
        }
    }

    proptest! {
        /// Rows come back as they went, also by way of a browser, which ends lines in its own way.
        #[test]
        fn rows_come_back(number in "[A-Za-z0-9./<>\"& -]{1,20}", title in "[A-Za-z\u{e9}.']{0,12}( [A-Za-z]{1,8}){0,3}",
            lasts in any::<bool>(), browser in any::<bool>()) {
            let row = command(&plain(&number), &plain(&title), lasts.then(|| day("2025-01-31")));
            let rows = vec![row.clone(), HeadCommand { line: 8, unit: Id::draw(), ..row }];
            let field = pack(&rows);
            let field = if browser { field.replace('\n', "\r\n") } else { field };
            prop_assert_eq!(unpack(&field), Some(rows));
        }
    }
}
