//! What a unit of an institution is.

use serde::{Deserialize, Serialize};

/// The kind of a node in an institution's tree. It decides default texts and lists, never access.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum UnitKind {
    /// Sekretariat daerah, sekretariat DPRD or another secretariat.
    Secretariat,
    /// Dinas.
    Department,
    /// Badan, such as the personnel agency.
    Agency,
    /// Inspektorat.
    Inspectorate,
    /// Kantor or satuan, such as Satpol PP.
    Office,
    /// Kecamatan.
    District,
    /// Kelurahan.
    UrbanVillage,
    /// Desa, which has its own government under UU 6/2014.
    Village,
    /// Puskesmas.
    HealthCentre,
    /// Rumah sakit umum daerah.
    Hospital,
    /// A school of any level.
    School,
    /// Bagian, as in a secretariat.
    Division,
    /// Bidang, as in a dinas.
    Section,
    /// Anything else.
    Other,
}

impl UnitKind {
    /// All kinds, in the order in which forms offer them.
    pub const ALL: [Self; 14] = [
        Self::Secretariat,
        Self::Department,
        Self::Agency,
        Self::Inspectorate,
        Self::Office,
        Self::District,
        Self::UrbanVillage,
        Self::Village,
        Self::HealthCentre,
        Self::Hospital,
        Self::School,
        Self::Division,
        Self::Section,
        Self::Other,
    ];

    /// The name under which it is stored; it is the official Indonesian word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Secretariat => "sekretariat",
            Self::Department => "dinas",
            Self::Agency => "badan",
            Self::Inspectorate => "inspektorat",
            Self::Office => "kantor",
            Self::District => "kecamatan",
            Self::UrbanVillage => "kelurahan",
            Self::Village => "desa",
            Self::HealthCentre => "puskesmas",
            Self::Hospital => "rsud",
            Self::School => "sekolah",
            Self::Division => "bagian",
            Self::Section => "bidang",
            Self::Other => "lainnya",
        }
    }

    /// Reads [`UnitKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_survives_its_code() {
        for kind in UnitKind::ALL {
            assert_eq!(UnitKind::from_code(kind.code()), Some(kind));
        }
        assert_eq!(UnitKind::from_code("Dinas"), None);
    }
}
