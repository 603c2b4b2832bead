//! Institutions and their units.

use crate::ids::{InstitutionId, UnitId};
use crate::unit_kind::UnitKind;
use base::{Date, WorkWeek, Zone};
use serde::{Deserialize, Serialize};

/// What an institution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum InstitutionKind {
    /// Kabupaten.
    Regency,
    /// Kota.
    City,
    /// Provinsi.
    Province,
    /// Kementerian or lembaga.
    Agency,
}

impl InstitutionKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Regency, Self::City, Self::Province, Self::Agency];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Regency => "regency",
            Self::City => "city",
            Self::Province => "province",
            Self::Agency => "agency",
        }
    }

    /// Reads [`InstitutionKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// The lines on top of an institution's letters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letterhead {
    /// The government, for example `PEMERINTAH KABUPATEN SUKAMAJU`.
    pub government: String,
    /// The office that writes, for example `BUPATI SUKAMAJU`.
    pub office: String,
    /// Address, telephone, web: one line each.
    pub address: Vec<String>,
}

/// A tenant: the city, regency, province, ministry or agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Institution {
    /// Its id.
    pub id: InstitutionId,
    /// The first segment of its public addresses.
    pub short_name: String,
    /// The official name.
    pub name: String,
    /// What it is.
    pub kind: InstitutionKind,
    /// How its head is called: *Bupati*, *Wali Kota*, *Gubernur*.
    pub head_title: String,
    /// Where its letters are signed.
    pub place: String,
    /// Its civil time zone.
    pub zone: Zone,
    /// The working week of units that set none of their own.
    pub week: WorkWeek,
    /// What stands on top of its letters.
    pub letterhead: Letterhead,
    /// Whom people may ask, with hours and telephone; shown at the foot of every page.
    pub help: String,
    /// Whether it is made up. Every page and paper of a made-up institution says so.
    pub example: bool,
}

/// First segments of addresses that belong to the program and can be no institution's short name.
pub const RESERVED_SEGMENTS: [&str; 44] = [
    "akun",
    "aktivasi",
    "aksesibilitas",
    "aset",
    "aturan",
    "bahasa",
    "banding",
    "bantuan",
    "beranda",
    "berhenti",
    "boleh",
    "catatan",
    "data",
    "demo",
    "desa",
    "dokumen",
    "edaran",
    "i",
    "ikhtisar",
    "ikrar",
    "izin",
    "kalender",
    "kelola",
    "keluar",
    "keputusan",
    "kios",
    "lapor",
    "laporan",
    "masuk",
    "operator",
    "pegawai",
    "pemberian",
    "pengawas",
    "pengawasan",
    "periksa",
    "perkara",
    "perkara-saya",
    "privasi",
    "sehat",
    "siap",
    "tahapan",
    "tanya",
    "tugas",
    "unit",
];

/// Whether `text` can be an institution's short name: 3 to 40 lower-case letters, digits and inner
/// hyphens, and not one of [`RESERVED_SEGMENTS`].
#[must_use]
pub fn is_short_name(text: &str) -> bool {
    (3..=40).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !RESERVED_SEGMENTS.contains(&text)
}

/// A node of an institution's tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The unit above; none for the institution's top units.
    pub parent: Option<UnitId>,
    /// What kind of unit it is.
    pub kind: UnitKind,
    /// The code the institution uses in its spreadsheets; unique within the institution.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its working week, where it differs from the institution's.
    pub week: Option<WorkWeek>,
    /// First day of its existence.
    pub since: Date,
    /// Last day of its existence.
    pub until: Option<Date>,
}

/// An institution's units, with the questions one asks of a tree.
#[derive(Debug, Clone, Default)]
pub struct UnitTree {
    units: std::collections::BTreeMap<UnitId, Unit>,
}

impl UnitTree {
    /// A tree of the given units.
    pub fn new(units: impl IntoIterator<Item = Unit>) -> Self {
        Self { units: units.into_iter().map(|unit| (unit.id, unit)).collect() }
    }

    /// The unit with this id.
    #[must_use]
    pub fn get(&self, id: UnitId) -> Option<&Unit> {
        self.units.get(&id)
    }

    /// All units, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.units.values()
    }

    /// The unit itself and every unit above it, nearest first. Ends at a unit that is missing or was
    /// seen before, so that a damaged tree cannot loop.
    #[must_use]
    pub fn path(&self, id: UnitId) -> Vec<UnitId> {
        let mut path = Vec::new();
        let mut next = Some(id);
        while let Some(unit) = next.and_then(|id| self.units.get(&id)) {
            if path.contains(&unit.id) {
                break;
            }
            path.push(unit.id);
            next = unit.parent;
        }
        path
    }

    /// Whether `unit` is `above` or lies under it.
    #[must_use]
    pub fn is_within(&self, unit: UnitId, above: UnitId) -> bool {
        self.path(unit).contains(&above)
    }

    /// `above` and every unit under it.
    #[must_use]
    pub fn subtree(&self, above: UnitId) -> Vec<UnitId> {
        self.units.keys().copied().filter(|id| self.is_within(*id, above)).collect()
    }

    /// The topmost unit over `id`, which may be itself.
    #[must_use]
    pub fn top(&self, id: UnitId) -> Option<UnitId> {
        self.path(id).last().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day() -> Date {
        base::parse_iso_date("2024-01-01").unwrap()
    }

    fn unit(n: u128, parent: Option<u128>) -> Unit {
        let id = |n: u128| UnitId::from_bytes(&n.to_be_bytes()).unwrap();
        Unit {
            id: id(n),
            parent: parent.map(id),
            kind: UnitKind::ALL[0],
            code: n.to_string(),
            name: n.to_string(),
            week: None,
            since: day(),
            until: None,
        }
    }

    proptest! {
        /// Whatever the parents, even in a circle, every question ends, and a unit is always within itself.
        #[test]
        fn a_tree_never_loops(parents in prop::collection::vec(prop::option::of(0u128..12), 1..12)) {
            let tree = UnitTree::new(parents.iter().enumerate().map(|(n, p)| unit(n as u128, *p)));
            for node in tree.iter() {
                prop_assert!(tree.is_within(node.id, node.id));
                prop_assert!(tree.subtree(node.id).contains(&node.id));
                prop_assert!(tree.path(node.id).len() <= parents.len());
            }
        }
    }

    #[test]
    fn a_child_is_within_its_ancestors_only() {
        let tree = UnitTree::new([unit(1, None), unit(2, Some(1)), unit(3, Some(2)), unit(4, None)]);
        let id = |n: u128| UnitId::from_bytes(&n.to_be_bytes()).unwrap();
        assert!(tree.is_within(id(3), id(1)) && !tree.is_within(id(3), id(4)) && !tree.is_within(id(1), id(3)));
        assert_eq!(tree.subtree(id(2)), [id(2), id(3)]);
        assert_eq!(tree.top(id(3)), Some(id(1)));
    }

    #[test]
    fn short_names_leave_the_programs_own_addresses_alone() {
        assert!(is_short_name("kabupaten-sukamaju") && is_short_name("kota-2"));
        for bad in ["masuk", "unit", "ab", "Kota", "kota_depok", "-kota", "kota-", "kotá"] {
            assert!(!is_short_name(bad), "{bad}");
        }
    }
}
