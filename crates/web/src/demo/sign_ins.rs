use i18n::Messages;

/// The password of everybody who can sign in at the start of a demo.
pub const DEMO_PASSWORD: &str = "netral untuk semua";

/// Somebody of the demo who can sign in from the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SignIn {
    /// The head of the region.
    HeadOfRegion,
    /// A personnel officer of the agency.
    PersonnelOfficer,
    /// The acting head of a district.
    ActingDistrictHead,
    /// The head of a health centre.
    HeadOfHealthCentre,
    /// A nurse under an agreement.
    Nurse,
    /// The secretary of a village, who has no phone.
    VillageSecretary,
    /// A guard on contract.
    Guard,
    /// An inspector.
    Inspector,
    /// Somebody of the legal division.
    LegalOfficer,
    /// The administrator.
    Administrator,
    /// Who may see identity numbers in full.
    IdentityCustodian,
    /// The data protection officer.
    DataProtectionOfficer,
    /// An adviser.
    Adviser,
}

impl SignIn {
    /// Everybody, in the order in which they are shown.
    pub const ALL: [Self; 13] = [
        Self::HeadOfRegion,
        Self::PersonnelOfficer,
        Self::ActingDistrictHead,
        Self::HeadOfHealthCentre,
        Self::Nurse,
        Self::VillageSecretary,
        Self::Guard,
        Self::Inspector,
        Self::LegalOfficer,
        Self::Administrator,
        Self::IdentityCustodian,
        Self::DataProtectionOfficer,
        Self::Adviser,
    ];

    /// The NIP, NI PPPK or NIK to sign in with. All are made up: the first two tell of an appointment at the age of
    /// sixteen, the last of a regency that does not exist.
    #[must_use]
    pub const fn number(self) -> &'static str {
        match self {
            Self::HeadOfRegion => "3399011004700001",
            Self::PersonnelOfficer => "198008081996082901",
            Self::ActingDistrictHead => "197803031994031902",
            Self::HeadOfHealthCentre => "197507071991072903",
            Self::Nurse => "199209092008212904",
            Self::VillageSecretary => "3399025203900002",
            Self::Guard => "3399031508850003",
            Self::Inspector => "197404041990041905",
            Self::LegalOfficer => "198202021998021906",
            Self::Administrator => "198808082004081907",
            Self::IdentityCustodian => "198505052001052908",
            Self::DataProtectionOfficer => "198606062002062909",
            Self::Adviser => "198709092003091910",
        }
    }

    /// Who they are, in a few words.
    #[must_use]
    pub fn name(self, t: &Messages) -> String {
        match self {
            Self::HeadOfRegion => t.demo_who_head_of_region(),
            Self::PersonnelOfficer => t.demo_who_personnel_officer(),
            Self::ActingDistrictHead => t.demo_who_acting_district_head(),
            Self::HeadOfHealthCentre => t.demo_who_head_of_health_centre(),
            Self::Nurse => t.demo_who_nurse(),
            Self::VillageSecretary => t.demo_who_village_secretary(),
            Self::Guard => t.demo_who_guard(),
            Self::Inspector => t.demo_who_inspector(),
            Self::LegalOfficer => t.demo_who_legal_officer(),
            Self::Administrator => t.demo_who_administrator(),
            Self::IdentityCustodian => t.demo_who_identity_custodian(),
            Self::DataProtectionOfficer => t.demo_who_data_protection_officer(),
            Self::Adviser => t.demo_who_adviser(),
        }
    }

    /// What can be tried as them.
    #[must_use]
    pub fn to_try(self, t: &Messages) -> String {
        match self {
            Self::HeadOfRegion => t.demo_try_head_of_region(),
            Self::PersonnelOfficer => t.demo_try_personnel_officer(),
            Self::ActingDistrictHead => t.demo_try_acting_district_head(),
            Self::HeadOfHealthCentre => t.demo_try_head_of_health_centre(),
            Self::Nurse => t.demo_try_nurse(),
            Self::VillageSecretary => t.demo_try_village_secretary(),
            Self::Guard => t.demo_try_guard(),
            Self::Inspector => t.demo_try_inspector(),
            Self::LegalOfficer => t.demo_try_legal_officer(),
            Self::Administrator => t.demo_try_administrator(),
            Self::IdentityCustodian => t.demo_try_identity_custodian(),
            Self::DataProtectionOfficer => t.demo_try_data_protection_officer(),
            Self::Adviser => t.demo_try_adviser(),
        }
    }
}
