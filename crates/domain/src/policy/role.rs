/// What somebody is, when they act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Not signed in.
    Public,
    /// Everybody who has an account, about themselves.
    Employee,
    /// Kepala unit; follows the post on the date.
    HeadOfUnit,
    /// Petugas kepegawaian at the personnel agency.
    PersonnelOfficer,
    /// Inspektorat.
    Inspector,
    /// Member of an examining team.
    Examiner,
    /// Pejabat yang berwenang: the head of region or who acts for them; follows the post on the date.
    DecidingAuthority,
    /// Prepares papers for a deciding authority.
    PreparesForAuthority,
    /// Sekretaris daerah: sees the letters of the head of region through; follows the post on the date.
    RegionalSecretary,
    /// Bagian hukum.
    LegalOfficer,
    /// May see identity numbers in full.
    IdentityCustodian,
    /// Penasihat netralitas at the personnel agency: answers questions, which nobody else reads.
    Adviser,
    /// Pejabat pelindungan data pribadi (UU 27/2022 Pasal 53).
    DataProtectionOfficer,
    /// A seat of Bawaslu, KPU, BKN or the province.
    OutsideSeat,
    /// Runs the program for the institution.
    InstitutionAdministrator,
    /// Runs the program for several institutions.
    PlatformOperator,
    /// The program itself.
    System,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 17] = [
        Self::Public,
        Self::Employee,
        Self::HeadOfUnit,
        Self::PersonnelOfficer,
        Self::Inspector,
        Self::Examiner,
        Self::DecidingAuthority,
        Self::PreparesForAuthority,
        Self::RegionalSecretary,
        Self::LegalOfficer,
        Self::IdentityCustodian,
        Self::DataProtectionOfficer,
        Self::OutsideSeat,
        Self::InstitutionAdministrator,
        Self::PlatformOperator,
        Self::Adviser,
        Self::System,
    ];

    /// The name under which it is stored and audited.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Employee => "employee",
            Self::HeadOfUnit => "head_of_unit",
            Self::PersonnelOfficer => "personnel_officer",
            Self::Inspector => "inspector",
            Self::Examiner => "examiner",
            Self::DecidingAuthority => "deciding_authority",
            Self::PreparesForAuthority => "prepares_for_authority",
            Self::RegionalSecretary => "regional_secretary",
            Self::LegalOfficer => "legal_officer",
            Self::IdentityCustodian => "identity_custodian",
            Self::Adviser => "adviser",
            Self::DataProtectionOfficer => "data_protection_officer",
            Self::OutsideSeat => "outside_seat",
            Self::InstitutionAdministrator => "institution_administrator",
            Self::PlatformOperator => "platform_operator",
            Self::System => "system",
        }
    }

    /// Reads [`Role::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether it ends when whoever holds it leaves the institution's service. A head of region was elected or sent, and
    /// a seat from outside belongs to another body: neither is an employment here.
    #[must_use]
    pub const fn ends_with_employment(self) -> bool {
        !matches!(self, Self::Public | Self::Employee | Self::DecidingAuthority | Self::OutsideSeat | Self::System)
    }

    /// Whether who holds it signs in with two factors: it lets somebody see the data of a whole institution's people, act
    /// for the institution, or hand access to others. Heads of units are many, see only their own unit, and are asked to
    /// use a passkey, not made to.
    #[must_use]
    pub const fn needs_second_factor(self) -> bool {
        matches!(
            self,
            Self::PersonnelOfficer
                | Self::Inspector
                | Self::DecidingAuthority
                | Self::PreparesForAuthority
                | Self::RegionalSecretary
                | Self::LegalOfficer
                | Self::IdentityCustodian
                | Self::Adviser
                | Self::DataProtectionOfficer
                | Self::OutsideSeat
                | Self::InstitutionAdministrator
                | Self::PlatformOperator
        )
    }

    /// Whether who holds it examines cases, or decides them or prepares that. Nobody of these is an adviser: what was asked
    /// in confidence would be known where cases are.
    #[must_use]
    pub const fn is_of_cases(self) -> bool {
        matches!(self, Self::Inspector | Self::Examiner | Self::DecidingAuthority | Self::PreparesForAuthority)
    }

    /// Whether nobody holds both at a time.
    #[must_use]
    pub const fn excludes(self, other: Self) -> bool {
        (matches!(self, Self::Adviser) && other.is_of_cases()) || (matches!(other, Self::Adviser) && self.is_of_cases())
    }

    /// Whether an administrator can give it. The others follow from having an account, from a post, or
    /// from not being a person.
    #[must_use]
    pub const fn is_granted(self) -> bool {
        !matches!(
            self,
            Self::Public
                | Self::Employee
                | Self::HeadOfUnit
                | Self::DecidingAuthority
                | Self::RegionalSecretary
                | Self::System
                | Self::PlatformOperator
        )
    }
}
