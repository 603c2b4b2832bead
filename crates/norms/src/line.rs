//! At which line of its file a key stands.

use crate::error::LoadError;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The same mistakes, each with its line, as far as its key leads to one.
pub(crate) fn located(mut errors: Vec<LoadError>, files: &[(&str, &str)]) -> Vec<LoadError> {
    for error in &mut errors {
        let text = files.iter().find(|(name, _)| *name == error.file).map(|(_, text)| *text);
        error.line = text.and_then(|text| line(text, &error.key));
    }
    errors
}

/// The line of what `key` leads to, or of the last step towards it that is there.
///
/// A key is made of names and places, such as `stages[2].from`; its first name may be the `id` of an entry in a list.
fn line(text: &str, key: &str) -> Option<usize> {
    if key.is_empty() {
        return None;
    }
    let table = DeTable::parse(text).ok()?;
    let mut names = key.split('.');
    let (first, first_place) = step(names.next()?);
    let mut at = match table.get_ref().get(first) {
        Some(value) => value,
        None => entry(table.get_ref(), first)?,
    };
    at = first_place.and_then(|place| nth(at, place)).unwrap_or(at);
    for name in names {
        let (name, place) = step(name);
        let Some(next) = within(at, name) else { break };
        at = place.and_then(|place| nth(next, place)).unwrap_or(next);
    }
    Some(text.bytes().take(at.span().start).filter(|byte| *byte == b'\n').count() + 1)
}

/// A name and the place behind it: `stages[2]` is `stages` and 2.
fn step(name: &str) -> (&str, Option<usize>) {
    match name.strip_suffix(']').and_then(|name| name.split_once('[')) {
        Some((name, place)) => (name, place.parse().ok()),
        None => (name, None),
    }
}

type Value<'i> = Spanned<DeValue<'i>>;

fn within<'a, 'i>(value: &'a Value<'i>, name: &str) -> Option<&'a Value<'i>> {
    match value.get_ref() {
        DeValue::Table(table) => table.get(name),
        _ => None,
    }
}

fn nth<'a, 'i>(value: &'a Value<'i>, place: usize) -> Option<&'a Value<'i>> {
    match value.get_ref() {
        DeValue::Array(list) => list.get(place),
        _ => None,
    }
}

/// The entry with this id in any list of the file.
fn entry<'a, 'i>(table: &'a DeTable<'i>, id: &str) -> Option<&'a Value<'i>> {
    let lists = table.iter().filter_map(|(_, value)| match value.get_ref() {
        DeValue::Array(list) => Some(list),
        _ => None,
    });
    let is_it = |value: &&Value<'i>| within(value, "id").is_some_and(|own| own.get_ref().as_str() == Some(id));
    lists.flat_map(|list| list.iter()).find(is_it)
}

#[cfg(test)]
mod tests {
    use super::line;

    const TEXT: &str = "id = \"pilkada\"\n\n[[stages]]\nid = \"campaign\"\nfrom = 2024-09-25\n\n[[stages]]\nid = \"voting\"\nname = { id = \"a\", en = \"b\" }\n";

    #[test]
    fn a_key_leads_to_its_line() {
        assert_eq!(line(TEXT, "id"), Some(1));
        assert_eq!(line(TEXT, "stages[0].from"), Some(5));
        assert_eq!(line(TEXT, "stages[1].name.en"), Some(9));
        assert_eq!(line(TEXT, "voting.name"), Some(9), "an entry is found by its id");
    }

    #[test]
    fn a_key_that_is_missing_leads_to_where_it_should_be() {
        assert_eq!(line(TEXT, "stages[1].from"), Some(7));
        assert_eq!(line(TEXT, "sources"), None);
        assert_eq!(line(TEXT, ""), None);
    }
}
