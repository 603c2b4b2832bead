//! Posts, and who holds them when and how.

use crate::ids::{HolderId, PersonId, PostId, UnitId};
use crate::unit_kind::UnitKind;
use base::Date;
use serde::{Deserialize, Serialize};

/// What a post obliges to, as far as the program acts on it. Roles and signatures follow the duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Duty {
    /// Bupati, wali kota, gubernur: signs circulars, appoints, decides.
    HeadOfRegion,
    /// Sekretaris daerah.
    RegionalSecretary,
    /// Kepala perangkat daerah, camat, lurah, kepala puskesmas, kepala sekolah: supervises a unit.
    HeadOfUnit,
    /// A post without such a duty.
    Other,
}

impl Duty {
    /// All duties.
    pub const ALL: [Self; 4] = [Self::HeadOfRegion, Self::RegionalSecretary, Self::HeadOfUnit, Self::Other];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::HeadOfRegion => "head_of_region",
            Self::RegionalSecretary => "regional_secretary",
            Self::HeadOfUnit => "head_of_unit",
            Self::Other => "other",
        }
    }

    /// Reads [`Duty::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|duty| duty.code() == code)
    }
}

/// How a post is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tenure {
    /// Definitif.
    Definitive,
    /// Pelaksana tugas: the post is vacant.
    Plt,
    /// Pelaksana harian: the holder is away.
    Plh,
    /// Penjabat: appointed to the vacant office of a head of region, or of a village's head.
    Pj,
    /// Penjabat sementara: while the head of region campaigns on leave.
    Pjs,
}

impl Tenure {
    /// All kinds of tenure.
    pub const ALL: [Self; 5] = [Self::Definitive, Self::Plt, Self::Plh, Self::Pj, Self::Pjs];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Definitive => "definitive",
            Self::Plt => "plt",
            Self::Plh => "plh",
            Self::Pj => "pj",
            Self::Pjs => "pjs",
        }
    }

    /// Reads [`Tenure::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tenure| tenure.code() == code)
    }

    /// Whether whoever holds a post so fills it, alone; else they stand in for its definitive holder, who keeps it.
    #[must_use]
    pub const fn fills(self) -> bool {
        matches!(self, Self::Definitive | Self::Plt | Self::Pj)
    }

    /// Whether a post with this duty in a unit of this kind can be held so. Pj. is for the head of region and for the head
    /// of a village (PP 16/2026 Pasal 59), Pjs. for the head of region alone.
    #[must_use]
    pub const fn fits(self, duty: Duty, kind: UnitKind) -> bool {
        match self {
            Self::Definitive | Self::Plt | Self::Plh => true,
            Self::Pj => {
                let of_village = matches!(duty, Duty::HeadOfUnit) && matches!(kind, UnitKind::Village);
                of_village || matches!(duty, Duty::HeadOfRegion)
            }
            Self::Pjs => matches!(duty, Duty::HeadOfRegion),
        }
    }

    /// What stands before the title in a signature block; nothing for a definitive holder.
    #[must_use]
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Definitive => "",
            Self::Plt => "Plt.",
            Self::Plh => "Plh.",
            Self::Pj => "Pj.",
            Self::Pjs => "Pjs.",
        }
    }
}

/// A post in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// The unit it belongs to.
    pub unit: UnitId,
    /// Its title, as in *Camat Kenanga*.
    pub title: String,
    /// What it obliges to.
    pub duty: Duty,
}

/// A post on a day, with whoever holds it then. A post that several people hold stands there once for each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostOnDay {
    /// The unit it belongs to.
    pub unit: UnitId,
    /// Its title.
    pub title: String,
    /// What it obliges to.
    pub duty: Duty,
    /// Who holds it on that day, in whatever capacity; nobody while it is vacant.
    pub holder: Option<PersonId>,
}

/// What titles of posts have in common that are one title: small letters, and one blank wherever there are any. So
/// *CAMAT  Kenanga* is *Camat Kenanga*, while *Camat* is another title. Nothing of a title of blanks alone.
#[must_use]
pub fn alike(title: &str) -> String {
    title.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// A person's holding of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Its id.
    pub id: HolderId,
    /// Which post.
    pub post: PostId,
    /// Who.
    pub person: PersonId,
    /// How.
    pub tenure: Tenure,
    /// First day.
    pub since: Date,
    /// Last day; none while it lasts. One before the first says that it was recorded by mistake and never held.
    pub until: Option<Date>,
}

impl Holder {
    /// Whether it holds on `day`.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it held, holds or will hold on any day.
    #[must_use]
    pub fn ever_holds(&self) -> bool {
        self.until.is_none_or(|until| self.since <= until)
    }

    /// Whether there is a day on which both this and a holding from `since` to `until` hold.
    #[must_use]
    pub fn meets(&self, since: Date, until: Option<Date>) -> bool {
        self.ever_holds() && until.is_none_or(|until| self.since <= until) && self.until.is_none_or(|own| since <= own)
    }
}

#[cfg(test)]
mod tests {
    use super::alike;
    use proptest::prelude::*;

    #[test]
    fn titles_differ_by_words_and_not_by_how_they_are_typed() {
        for typed in ["Camat Kenanga", " camat\u{a0} KENANGA\n", "CAMAT\tkenanga"] {
            assert_eq!(alike(typed), "camat kenanga", "{typed:?}");
        }
        assert_ne!(alike("Camat"), alike("Camat Kenanga"));
        assert_eq!(alike(" \u{a0}"), "");
    }

    proptest! {
        /// However a title is spaced and capitalised, it stays the same title.
        #[test]
        fn spacing_and_capitals_change_nothing(words in prop::collection::vec("[a-z.]{1,6}", 1..5), blanks in "[ \t\u{a0}]{1,3}") {
            let plain = words.join(" ");
            let typed = format!("{blanks}{}{blanks}", words.join(&blanks).to_uppercase());
            prop_assert_eq!(alike(&typed), alike(&plain));
            prop_assert_eq!(alike(&alike(&typed)), plain);
        }
    }
}
