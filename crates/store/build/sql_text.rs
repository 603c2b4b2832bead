//! Reads the files of `sql/` and refuses what would not mean the same on both engines. Shared by the build script
//! and by the crate's `testing` feature.

use crate::code::code_only;

/// A statement file that was understood.
#[derive(Debug, PartialEq, Eq)]
pub struct Parsed {
    /// Why the statement may reach beyond one institution; nothing when it does not.
    pub outside: Option<String>,
    /// `read`, `record` or `bookkeeping`.
    pub kind: String,
    /// The text with `$n`.
    pub postgres: String,
    /// The text with `?n`.
    pub sqlite: String,
}

/// Reads one statement file.
pub fn parse(file: &str) -> Result<Parsed, String> {
    let mut lines = file.lines();
    let reach = header(lines.next(), "reach")?;
    let kind = header(lines.next(), "kind")?;
    let outside = match reach.split_once(';') {
        None if reach == "institution" => None,
        Some(("outside", reason)) if !reason.trim().is_empty() => Some(reason.trim().to_owned()),
        _ => return Err(format!("reach is `institution` or `outside; <reason>`, not `{reach}`")),
    };
    let body = lines.collect::<Vec<_>>().join("\n");
    let text = body.trim().trim_end_matches(';').trim_end();
    let code = code_only(text).to_lowercase();
    portable(&code)?;
    fits_kind(&code, &kind)?;
    parameters(&code)?;
    if outside.is_none() && !(words(&code).any(|word| word == "institution_id") && code.contains("$1")) {
        return Err("reach is institution, so the text must hold `institution_id` to `$1`".to_owned());
    }
    Ok(Parsed { outside, kind, postgres: text.to_owned(), sqlite: question_marks(text) })
}

fn header(line: Option<&str>, key: &str) -> Result<String, String> {
    line.and_then(|line| line.strip_prefix("-- "))
        .and_then(|line| line.strip_prefix(key))
        .and_then(|line| line.strip_prefix(':'))
        .map(|value| value.trim().to_owned())
        .ok_or_else(|| format!("the file must begin with the lines `-- reach: …` and `-- kind: …`; `{key}` is missing"))
}

fn portable(code: &str) -> Result<(), String> {
    let refuse = |what: &str| Err(format!("{what} does not mean the same on both engines or hides a parameter"));
    if code.trim().is_empty() {
        return Err("there is no statement".to_owned());
    }
    if code.contains(';') {
        return Err("there is more than one statement".to_owned());
    }
    if code.contains("::") {
        return refuse("`::` (write CAST)");
    }
    if code.contains('?') {
        return refuse("`?` (write $1, $2 …)");
    }
    let list: Vec<&str> = words(code).collect();
    for clock in ["current_timestamp", "current_date", "current_time", "localtime", "localtimestamp", "clock_timestamp"]
        .into_iter()
        .chain(["datetime", "strftime", "julianday", "unixepoch"])
    {
        if list.contains(&clock) {
            return refuse(&format!("`{clock}` (pass the time)"));
        }
    }
    let tight: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if list.contains(&"now") && tight.contains("now()") {
        return refuse("`now()` (pass the time)");
    }
    if list.windows(2).any(|pair| matches!(pair, ["replace", "into"] | ["or", "replace"])) {
        return refuse("REPLACE (write ON CONFLICT … DO UPDATE)");
    }
    for (at, _) in code.match_indices('*') {
        let before = code.get(..at).unwrap_or_default().trim_end();
        let word = words(before).last().filter(|word| before.ends_with(word));
        if before.ends_with([',', '.']) || matches!(word, Some("select" | "distinct" | "all" | "returning")) {
            return refuse("`*` in a list of columns (name them)");
        }
    }
    Ok(())
}

fn fits_kind(code: &str, kind: &str) -> Result<(), String> {
    let writes = words(code).any(|word| matches!(word, "insert" | "update" | "delete"));
    match (kind, writes) {
        ("read", false) | ("record" | "bookkeeping", true) => Ok(()),
        ("read", true) => Err("kind is read, but the statement writes".to_owned()),
        ("record" | "bookkeeping", false) => Err(format!("kind is {kind}, but the statement writes nothing")),
        _ => Err(format!("kind is `read`, `record` or `bookkeeping`, not `{kind}`")),
    }
}

fn parameters(code: &str) -> Result<(), String> {
    let mut seen: Vec<u32> = code
        .split('$')
        .skip(1)
        .map(|rest| {
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().map_err(|_| "`$` must be followed by a number".to_owned())
        })
        .collect::<Result<_, _>>()?;
    seen.sort_unstable();
    seen.dedup();
    match seen.iter().zip(1..).find(|(number, expected)| *number != expected) {
        Some((number, expected)) => Err(format!("parameter ${expected} is missing although there is ${number}")),
        None => Ok(()),
    }
}

/// `$n` as `?n`: SQLite would take `$n` for a name and number it by its first use.
pub fn question_marks(text: &str) -> String {
    let code = code_only(text);
    text.char_indices()
        .map(|(at, c)| if c == '$' && code.as_bytes().get(at) == Some(&b'$') { '?' } else { c })
        .collect()
}

/// The words of a code text: letters, digits and underscores.
pub fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const READ: &str = "-- reach: outside; a test\n-- kind: read\n";

    fn refusal(file: &str) -> String {
        parse(file).expect_err(file)
    }

    #[test]
    fn a_statement_is_kept_in_both_spellings() {
        let file = "-- reach: institution\n-- kind: record\nUPDATE a SET b = $2, c = '$1;' -- $9; *\n\
                    WHERE institution_id = $1 AND d = $2;\n";
        let text = "UPDATE a SET b = $2, c = '$1;' -- $9; *\nWHERE institution_id = $1 AND d = $2";
        let parsed = parse(file).unwrap();
        assert_eq!(parsed.postgres, text);
        assert_eq!(parsed.sqlite, "UPDATE a SET b = ?2, c = '$1;' -- $9; *\nWHERE institution_id = ?1 AND d = ?2");
        assert_eq!((parsed.kind.as_str(), parsed.outside), ("record", None));
        let outside = parse(&format!("{READ}SELECT count(*), 2 * a FROM b")).unwrap();
        assert_eq!(outside.outside.as_deref(), Some("a test"));
    }

    #[test]
    fn headers_must_be_complete() {
        for (file, hint) in [
            ("SELECT 1", "`reach` is missing"),
            ("-- reach: institution\nSELECT 1", "`kind` is missing"),
            ("-- reach: outside\n-- kind: read\nSELECT 1", "outside; <reason>"),
            ("-- reach: outside;\n-- kind: read\nSELECT 1", "outside; <reason>"),
            ("-- reach: all\n-- kind: read\nSELECT 1", "outside; <reason>"),
            ("-- reach: outside; a\n-- kind: write\nSELECT 1", "kind is"),
            ("-- reach: outside; a\n-- kind: read\nDELETE FROM a", "the statement writes"),
            ("-- reach: outside; a\n-- kind: record\nSELECT a FROM b", "writes nothing"),
            ("-- reach: institution\n-- kind: read\nSELECT a FROM b WHERE c = $1", "institution_id"),
            ("-- reach: institution\n-- kind: read\nSELECT institution_id FROM b", "institution_id"),
            ("-- reach: institution\n-- kind: read\nSELECT a FROM b WHERE 'institution_id' = $1", "institution_id"),
        ] {
            assert!(refusal(file).contains(hint), "{file}: {}", refusal(file));
        }
    }

    #[test]
    fn what_is_not_portable_is_refused() {
        for (text, hint) in [
            ("", "no statement"),
            ("-- only a comment", "no statement"),
            ("SELECT 1; SELECT 2", "more than one"),
            ("SELECT * FROM a", "`*`"),
            ("SELECT DISTINCT * FROM a", "`*`"),
            ("SELECT a, * FROM a", "`*`"),
            ("SELECT a.* FROM a", "`*`"),
            ("SELECT now()", "`now()`"),
            ("SELECT NOW ( )", "`now()`"),
            ("SELECT CURRENT_TIMESTAMP", "`current_timestamp`"),
            ("SELECT datetime('now')", "`datetime`"),
            ("SELECT '1'::bigint", "`::`"),
            ("SELECT ?1", "`?`"),
            ("SELECT $2", "$1 is missing"),
            ("SELECT $1, $3", "$2 is missing"),
            ("SELECT $a", "followed by a number"),
        ] {
            let refusal = refusal(&format!("{READ}{text}"));
            assert!(refusal.contains(hint), "{text}: {refusal}");
        }
        for text in ["REPLACE INTO a (b) VALUES (1)", "INSERT OR REPLACE INTO a (b) VALUES (1)"] {
            assert!(refusal(&format!("-- reach: outside; a\n-- kind: record\n{text}")).contains("REPLACE"), "{text}");
        }
    }

    #[test]
    fn quoted_and_commented_text_is_not_code() {
        let text = "SELECT 'now(); ''*''', \"a::b\" /* ; */ -- ::\nFROM known";
        assert!(parse(&format!("{READ}{text}")).is_ok());
        assert_eq!(code_only("a'é'b--c\nd/*e*/f\"g"), "a    b   \nd     f  ");
    }
}
