//! Whom the norms bind.

use serde::{Deserialize, Serialize};

/// The kind of an engagement. Several may hold for one person on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Category {
    /// Pegawai negeri sipil.
    Pns,
    /// Calon pegawai negeri sipil.
    Cpns,
    /// Pegawai pemerintah dengan perjanjian kerja.
    Pppk,
    /// PPPK paruh waktu.
    PppkPartTime,
    /// Non-ASN on a contract paid from the regional budget.
    NonAsn,
    /// Kepala desa.
    VillageHead,
    /// Perangkat desa.
    VillageApparatus,
    /// Anggota Badan Permusyawaratan Desa.
    VillageCouncilMember,
    /// Pegawai BUMD.
    RegionalEnterpriseStaff,
}

impl Category {
    /// All categories, in the order of the glossary.
    pub const ALL: [Self; 9] = [
        Self::Pns,
        Self::Cpns,
        Self::Pppk,
        Self::PppkPartTime,
        Self::NonAsn,
        Self::VillageHead,
        Self::VillageApparatus,
        Self::VillageCouncilMember,
        Self::RegionalEnterpriseStaff,
    ];

    /// The name under which it is stored and under which law files speak of it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pns => "pns",
            Self::Cpns => "cpns",
            Self::Pppk => "pppk",
            Self::PppkPartTime => "pppk_part_time",
            Self::NonAsn => "non_asn",
            Self::VillageHead => "village_head",
            Self::VillageApparatus => "village_apparatus",
            Self::VillageCouncilMember => "village_council_member",
            Self::RegionalEnterpriseStaff => "regional_enterprise_staff",
        }
    }

    /// Reads [`Category::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.code() == code)
    }
}
