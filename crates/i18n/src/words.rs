use crate::Messages;

/// The name of a category of people, by its code.
#[must_use]
pub fn category(t: &Messages, code: &str) -> String {
    match code {
        "pns" => t.category_pns(),
        "cpns" => t.category_cpns(),
        "pppk" => t.category_pppk(),
        "pppk_part_time" => t.category_pppk_part_time(),
        "non_asn" => t.category_non_asn(),
        "village_head" => t.category_village_head(),
        "village_apparatus" => t.category_village_apparatus(),
        "village_council_member" => t.category_village_council_member(),
        "regional_enterprise_staff" => t.category_regional_enterprise_staff(),
        other => other.to_owned(),
    }
}

/// The name of a role, by its code.
#[must_use]
pub fn role(t: &Messages, code: &str) -> String {
    match code {
        "public" => t.role_public(),
        "employee" => t.role_employee(),
        "head_of_unit" => t.role_head_of_unit(),
        "personnel_officer" => t.role_personnel_officer(),
        "inspector" => t.role_inspector(),
        "examiner" => t.role_examiner(),
        "deciding_authority" => t.role_deciding_authority(),
        "prepares_for_authority" => t.role_prepares_for_authority(),
        "legal_officer" => t.role_legal_officer(),
        "identity_custodian" => t.role_identity_custodian(),
        "data_protection_officer" => t.role_data_protection_officer(),
        "outside_seat" => t.role_outside_seat(),
        "institution_administrator" => t.role_institution_administrator(),
        "platform_operator" => t.role_platform_operator(),
        "system" => t.role_system(),
        other => other.to_owned(),
    }
}
