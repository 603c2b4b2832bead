//! What long lists share: narrowing them to a unit, and the way from page to page.

use service::UnitName;
use url::form_urlencoded::Serializer;

/// Where the pages beside this one are.
pub struct Pages {
    /// Address of the page before; empty on the first one.
    pub previous: String,
    /// Which page this is, in words.
    pub here: String,
    /// Address of the page after; empty on the last one.
    pub next: String,
}

impl Pages {
    /// Page `number`, counted from 1, of the list at `path`; `kept` are the fields of its form, which stay as they are.
    pub fn new(path: &str, kept: &[(&str, &str)], number: u32, more: bool, here: String) -> Self {
        let address = |number: u32| {
            let mut query = Serializer::new(String::new());
            query.extend_pairs(kept);
            format!("{path}?{}", query.append_pair("hal", &number.to_string()).finish())
        };
        Self {
            previous: if number > 1 { address(number - 1) } else { String::new() },
            here,
            next: if more { address(number.saturating_add(1)) } else { String::new() },
        }
    }

    /// Whether there is more than this page.
    pub fn several(&self) -> bool {
        !self.previous.is_empty() || !self.next.is_empty()
    }
}

/// The page number that somebody asked for; the first one where it is none.
pub fn page_number(asked: &str) -> u32 {
    asked.parse().unwrap_or(1).max(1)
}

/// Units as a list to choose from, indented as the tree has them below the topmost of these. `all` stands for all of
/// them.
pub fn unit_choices(all: String, units: &[UnitName]) -> Vec<(String, String)> {
    let top = units.iter().map(|unit| unit.depth).min().unwrap_or_default();
    let named = units.iter().map(|unit| {
        let indent = "\u{a0}\u{a0}\u{a0}".repeat(unit.depth - top);
        (unit.id.to_string(), format!("{indent}{}", unit.name))
    });
    std::iter::once((String::new(), all)).chain(named).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Id;

    #[test]
    fn the_ways_on_keep_what_was_looked_for() {
        let pages = Pages::new("/pegawai", &[("kata", "Ni'ma & é"), ("unit", "")], 2, true, String::new());
        assert_eq!(pages.previous, "/pegawai?kata=Ni%27ma+%26+%C3%A9&unit=&hal=1");
        assert_eq!(pages.next, "/pegawai?kata=Ni%27ma+%26+%C3%A9&unit=&hal=3");
        assert!(pages.several());
        let only = Pages::new("/pegawai", &[], 1, false, String::new());
        assert_eq!((only.previous.as_str(), only.next.as_str(), only.several()), ("", "", false));
    }

    #[test]
    fn what_is_no_page_is_the_first() {
        assert_eq!(["3", "0", "-1", "x", ""].map(page_number), [3, 1, 1, 1, 1]);
    }

    #[test]
    fn units_are_indented_below_the_topmost_shown() {
        let unit = |name: &str, depth| UnitName { id: Id::draw(), name: name.to_owned(), depth };
        let choices = unit_choices("Semua".to_owned(), &[unit("Dinas", 2), unit("Puskesmas", 3)]);
        let names: Vec<_> = choices.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["Semua", "Dinas", "\u{a0}\u{a0}\u{a0}Puskesmas"]);
        assert_eq!(choices[0].0, "");
    }
}
