//! The parts that are not left to chance: those who can sign in, and a few who hold a role.

use super::units::Mark;
use domain::category::Category;
use domain::people::Name;
use domain::policy::Role;
use domain::post::Tenure;
use web::SignIn;

/// A part somebody plays.
pub struct Part {
    /// How they sign in.
    pub sign_in: SignIn,
    /// Their name, without titles.
    pub name: &'static str,
    /// Titles before and after it.
    pub titles: (&'static str, &'static str),
    /// As whom they work.
    pub category: Category,
    /// As what; a head has the title of the post.
    pub position: &'static str,
    /// How they hold the post of their unit, when they are its head.
    pub tenure: Tenure,
    /// Whether they have a phone.
    pub has_phone: bool,
}

impl Part {
    /// The name with its titles.
    pub fn full_name(&self) -> Name {
        Name { before: self.titles.0.to_owned(), bare: self.name.to_owned(), after: self.titles.1.to_owned() }
    }
}

/// The head of the region: elected, so employed by no unit.
pub const HEAD_OF_REGION: Part =
    part(SignIn::HeadOfRegion, "Suryadi Purnomo", ("Drs. H.", "M.Si."), Category::NonAsn, "Bupati Sukamaju");

const fn part(
    sign_in: SignIn,
    name: &'static str,
    titles: (&'static str, &'static str),
    category: Category,
    position: &'static str,
) -> Part {
    Part { sign_in, name, titles, category, position, tenure: Tenure::Definitive, has_phone: true }
}

/// Who plays the part at this place of a marked unit; 0 is its head.
pub const fn part_at(mark: Mark, slot: usize) -> Option<Part> {
    use Category::{NonAsn, Pns, Pppk, VillageApparatus};
    Some(match (mark, slot) {
        (Mark::Personnel, 1) => {
            part(SignIn::PersonnelOfficer, "Dewi Anggraini", ("", "S.AP."), Pns, "Analis SDM Aparatur Ahli Muda")
        }
        (Mark::Personnel, 2) => {
            part(SignIn::IdentityCustodian, "Ratna Kusuma", ("", "S.Kom."), Pns, "Pranata Komputer Ahli Muda")
        }
        (Mark::Personnel, 4) => part(SignIn::Adviser, "Wulan Maheswari", ("", "S.H."), Pns, "Analis Hukum Ahli Muda"),
        (Mark::District, 0) => Part {
            tenure: Tenure::Plt,
            ..part(SignIn::ActingDistrictHead, "Hendra Wijaya", ("", "S.STP."), Pns, "Sekretaris Kecamatan Melati")
        },
        (Mark::HealthCentre, 0) => {
            part(SignIn::HeadOfHealthCentre, "Lestari Handayani", ("dr.", "M.Kes."), Pns, "Kepala Puskesmas Melati")
        }
        (Mark::HealthCentre, 1) => part(SignIn::Nurse, "Siti Rahmawati", ("", "A.Md.Kep."), Pppk, "Perawat Terampil"),
        (Mark::Village, 1) => Part {
            has_phone: false,
            ..part(SignIn::VillageSecretary, "Sri Hartini", ("", ""), VillageApparatus, "Sekretaris Desa")
        },
        (Mark::Communication, 1) => {
            part(SignIn::Administrator, "Bayu Pratama", ("", "S.Kom."), Pns, "Pranata Komputer Ahli Muda")
        }
        (Mark::Communication, 2) => {
            part(SignIn::DataProtectionOfficer, "Maya Permana", ("", "S.H., M.Kn."), Pns, "Penelaah Teknis Kebijakan")
        }
        (Mark::Communication, 3) => part(SignIn::Guard, "Slamet Hariyono", ("", ""), NonAsn, "Penjaga kantor"),
        (Mark::Inspectorate, 1) => {
            part(SignIn::Inspector, "Agus Santoso", ("", "S.E., Ak."), Pns, "Auditor Ahli Madya")
        }
        (Mark::Legal, 1) => {
            part(SignIn::LegalOfficer, "Indah Firmansyah", ("", "S.H."), Pns, "Perancang Peraturan Ahli Muda")
        }
        _ => return None,
    })
}

/// The role that whoever is at this place is given by hand.
pub const fn role_at(mark: Mark, slot: usize) -> Option<Role> {
    Some(match (mark, slot) {
        (Mark::Personnel, 1 | 3) => Role::PersonnelOfficer,
        (Mark::Personnel, 2) => Role::IdentityCustodian,
        (Mark::Personnel, 4 | 5) => Role::Adviser,
        (Mark::Communication, 1) => Role::InstitutionAdministrator,
        (Mark::Communication, 2) => Role::DataProtectionOfficer,
        (Mark::Inspectorate, 1) => Role::Inspector,
        (Mark::Inspectorate, 2 | 3) => Role::Examiner,
        (Mark::Legal, 1) => Role::LegalOfficer,
        (Mark::Legal, 2) => Role::PreparesForAuthority,
        _ => return None,
    })
}
