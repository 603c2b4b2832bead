//! Persons, their engagements, and the sealed details that identify and reach them.

use crate::category::Category;
use crate::ids::{DetailId, EngagementId, PersonId, UnitId};
use base::Date;

/// A person's name, with academic titles kept apart so that one can sort and search by the bare name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Titles before the name, as in *dr.*
    pub before: String,
    /// The bare name.
    pub bare: String,
    /// Titles after the name, as in *S.Kep.*
    pub after: String,
}

impl Name {
    /// The name as it is written on papers: titles, name, comma, titles.
    #[must_use]
    pub fn full(&self) -> String {
        let mut full = String::new();
        if !self.before.is_empty() {
            full.push_str(&self.before);
            full.push(' ');
        }
        full.push_str(&self.bare);
        if !self.after.is_empty() {
            full.push_str(", ");
            full.push_str(&self.after);
        }
        full
    }

    /// Only initials, as the public verification page shows it: *S. R.*
    #[must_use]
    pub fn initials(&self) -> String {
        let initials: Vec<String> = self
            .bare
            .split_whitespace()
            .filter(|word| word.chars().next().is_some_and(char::is_alphabetic))
            .filter_map(|word| word.chars().next())
            .map(|first| format!("{}.", first.to_uppercase()))
            .collect();
        initials.join(" ")
    }
}

/// The form in which texts are compared when somebody searches: lower case, without accents that the
/// two engines would treat differently, one blank between words.
#[must_use]
pub fn search_form(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Somebody whom the norms bind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The id that survives every change of number, category and unit.
    pub id: PersonId,
    /// The name.
    pub name: Name,
    /// Whether the person has a phone that can open a page, as far as the agency knows.
    pub has_phone: bool,
}

/// A dated employment in a unit. Several may hold for one person on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Engagement {
    /// Its id.
    pub id: EngagementId,
    /// Whose it is.
    pub person: PersonId,
    /// Where.
    pub unit: UnitId,
    /// As what.
    pub category: Category,
    /// The position in words, as the roster gives it.
    pub position: String,
    /// First day.
    pub since: Date,
    /// Last day; none while it lasts.
    pub until: Option<Date>,
}

impl Engagement {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// Whether somebody with these engagements has left by `day`: one is over, and none holds any more. Somebody who was
/// never engaged here has not left.
#[must_use]
pub fn has_left(engagements: &[Engagement], day: Date) -> bool {
    let is_over = |engagement: &Engagement| engagement.until.is_some_and(|until| until < day);
    engagements.iter().any(is_over) && !engagements.iter().any(|engagement| engagement.holds_on(day))
}

/// What a sealed detail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DetailKind {
    /// Employee number of a civil servant.
    Nip,
    /// Employee number of a PPPK.
    NiPppk,
    /// National identity number, kept only where there is neither of the above.
    Nik,
    /// Telephone.
    Phone,
    /// E-mail address.
    Email,
}

impl DetailKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Nip, Self::NiPppk, Self::Nik, Self::Phone, Self::Email];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nip => "nip",
            Self::NiPppk => "ni_pppk",
            Self::Nik => "nik",
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }

    /// Reads [`DetailKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether it identifies a person for signing in and for matching a roster.
    #[must_use]
    pub const fn identifies(self) -> bool {
        matches!(self, Self::Nip | Self::NiPppk | Self::Nik)
    }
}

/// A number or contact: encrypted, and found again through a keyed blind index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// Its id.
    pub id: DetailId,
    /// Whose it is.
    pub person: PersonId,
    /// What it is.
    pub kind: DetailKind,
    /// Keyed hash of the value: equal values give equal indexes, and without the key it tells nothing.
    pub index: [u8; 32],
    /// The value, encrypted.
    pub sealed: Vec<u8>,
    /// First day on which it was known.
    pub since: Date,
    /// Last day on which it held.
    pub until: Option<Date>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn name(before: &str, bare: &str, after: &str) -> Name {
        Name { before: before.into(), bare: bare.into(), after: after.into() }
    }

    #[test]
    fn names_are_written_with_titles_and_shown_as_initials() {
        let siti = name("dr.", "Siti Rahmawati", "Sp.A.");
        assert_eq!(siti.full(), "dr. Siti Rahmawati, Sp.A.");
        assert_eq!(siti.initials(), "S. R.");
        assert_eq!(name("", "Budi", "").full(), "Budi");
    }

    fn engaged(since: &str, until: Option<&str>) -> Engagement {
        let day = |text: &str| base::parse_iso_date(text).unwrap();
        Engagement {
            id: EngagementId::draw(),
            person: PersonId::draw(),
            unit: UnitId::draw(),
            category: Category::Pns,
            position: String::new(),
            since: day(since),
            until: until.map(day),
        }
    }

    #[test]
    fn whoever_has_left_was_here_and_is_not_any_more() {
        let today = base::parse_iso_date("2024-10-14").unwrap();
        let (over, last_day) = (engaged("2020-01-01", Some("2024-10-13")), engaged("2020-01-01", Some("2024-10-14")));
        let (lasting, coming) = (engaged("2020-01-01", None), engaged("2024-11-01", None));
        for (left, engagements) in [
            (false, vec![]),
            (true, vec![over.clone()]),
            (false, vec![last_day]),
            (false, vec![over.clone(), lasting]),
            (true, vec![over, coming.clone()]),
            (false, vec![coming]),
        ] {
            assert_eq!(has_left(&engagements, today), left, "{engagements:?}");
        }
    }

    proptest! {
        #[test]
        fn the_search_form_is_stable(text in "\\PC{0,30}") {
            let once = search_form(&text);
            prop_assert_eq!(search_form(&once), once.clone());
            prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
        }
    }
}
