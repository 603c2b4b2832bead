//! Puts what several statements have in common into them: `{name $2 $3}` becomes the text of `sql/shared/name.sql`, in
//! which `{1}` and `{2}` stand for what was given. A shared text may use other shared texts.

use std::collections::BTreeMap;

/// Shared texts by name.
pub type Shared = BTreeMap<String, String>;

/// How deep shared texts may lie in one another.
const DEEPEST: usize = 8;

/// The text of a shared file: without the comments at its head.
pub fn body(file: &str) -> String {
    let lines = file.lines().skip_while(|line| line.starts_with("--"));
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// The text with every use of a shared text replaced.
pub fn expand(text: &str, shared: &Shared) -> Result<String, String> {
    expanded(text, shared, DEEPEST)
}

fn expanded(text: &str, shared: &Shared, deeper: usize) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (used, behind) = after.split_once('}').ok_or("`{` without `}`")?;
        let mut words = used.split_whitespace();
        let name = words.next().unwrap_or_default();
        let given: Vec<&str> = words.collect();
        let found = shared.get(name).ok_or_else(|| format!("there is no sql/shared/{name}.sql"))?;
        if deeper == 0 {
            return Err(format!("sql/shared/{name}.sql lies in itself"));
        }
        let text = filled(found, &given).map_err(|why| format!("sql/shared/{name}.sql: {why}"))?;
        out.push_str(before);
        out.push_str(&expanded(&text, shared, deeper - 1)?);
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

fn filled(text: &str, given: &[&str]) -> Result<String, String> {
    let mut text = text.to_owned();
    for (n, value) in given.iter().enumerate() {
        let place = format!("{{{}}}", n + 1);
        if !text.contains(&place) {
            return Err(format!("{value} has no place in it"));
        }
        text = text.replace(&place, value);
    }
    let missing = (1..=9).find(|n| text.contains(&format!("{{{n}}}")));
    missing.map_or(Ok(text), |n| Err(format!("value {n} is not given")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shared() -> Shared {
        let all = [("a", "x = {1}"), ("b", "{a {2}} AND y = {1}"), ("loop", "{loop}")];
        all.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
    }

    #[test]
    fn shared_texts_are_put_in_with_what_is_given() {
        assert_eq!(expand("WHERE {b $1 $2};", &shared()).unwrap(), "WHERE x = $2 AND y = $1;");
        assert_eq!(body("-- why\n-- more\n\nx = 1\n-- kept\n"), "x = 1\n-- kept");
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let cases = [
            ("{c}", "there is no"),
            ("{a", "without"),
            ("{a}", "not given"),
            ("{a $1 $2}", "no place"),
            ("{loop}", "in itself"),
        ];
        for (text, why) in cases {
            let refusal = expand(text, &shared()).unwrap_err();
            assert!(refusal.contains(why), "{text}: {refusal}");
        }
    }
}
