//! Reads the files of `migrations/` and refuses what an import could not load. Tested with the crate.

use crate::code::code_only;
use crate::sql_text::words;

/// Refuses a migration whose references are checked before the end of a transaction: an import could not load
/// tables in any order.
pub fn check_migration(text: &str) -> Result<(), String> {
    let code = code_only(text).to_lowercase();
    for (at, word) in code.match_indices("references") {
        let mut depth = 0_i32;
        let clause: String = code
            .get(at + word.len()..)
            .unwrap_or_default()
            .chars()
            .take_while(|c| {
                depth += i32::from(*c == '(') - i32::from(*c == ')');
                depth >= 0 && !(depth == 0 && matches!(c, ',' | ';'))
            })
            .collect();
        let list: Vec<&str> = words(&clause).collect();
        if !list.windows(3).any(|three| three == ["deferrable", "initially", "deferred"]) {
            let line = text.get(..at).unwrap_or_default().lines().count();
            return Err(format!("line {line}: REFERENCES needs DEFERRABLE INITIALLY DEFERRED"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_must_be_deferred() {
        let good = "CREATE TABLE a (b BIGINT REFERENCES c (d) DEFERRABLE INITIALLY DEFERRED, -- REFERENCES x\n\
                    e TEXT, FOREIGN KEY (b, e) REFERENCES f (g, h) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED)";
        assert_eq!(check_migration(good), Ok(()));
        for bad in [
            "CREATE TABLE a (\nb BIGINT REFERENCES c (d), e BIGINT REFERENCES f DEFERRABLE INITIALLY DEFERRED)",
            "CREATE TABLE a (e TEXT,\n b BIGINT REFERENCES c);",
            "CREATE TABLE a (e TEXT,\n b BIGINT REFERENCES c DEFERRABLE INITIALLY IMMEDIATE)",
        ] {
            let refusal = check_migration(bad).unwrap_err();
            assert!(refusal.starts_with("line 2: REFERENCES needs"), "{refusal}");
        }
    }
}
