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

/// The name of a group of units, by the code of their kind: *Sekolah*, *Schools*.
#[must_use]
pub fn unit_group(t: &Messages, code: &str) -> String {
    match code {
        "sekretariat" => t.unit_group_secretariats(),
        "dinas" => t.unit_group_departments(),
        "badan" => t.unit_group_agencies(),
        "inspektorat" => t.unit_group_inspectorates(),
        "kantor" => t.unit_group_offices(),
        "kecamatan" => t.unit_group_districts(),
        "kelurahan" => t.unit_group_urban_villages(),
        "desa" => t.unit_group_villages(),
        "puskesmas" => t.unit_group_health_centres(),
        "rsud" => t.unit_group_hospitals(),
        "sekolah" => t.unit_group_schools(),
        _ => t.unit_group_others(),
    }
}

/// People of a category as they stand inside a sentence, by its code: *kepala desa*, *village heads*.
#[must_use]
pub fn category_people(t: &Messages, code: &str) -> String {
    match code {
        "pns" => t.categories_pns(),
        "cpns" => t.categories_cpns(),
        "pppk" => t.categories_pppk(),
        "pppk_part_time" => t.categories_pppk_part_time(),
        "non_asn" => t.categories_non_asn(),
        "village_head" => t.categories_village_head(),
        "village_apparatus" => t.categories_village_apparatus(),
        "village_council_member" => t.categories_village_council_member(),
        "regional_enterprise_staff" => t.categories_regional_enterprise_staff(),
        other => other.to_owned(),
    }
}

/// People of several categories in one list, which begins with a capital letter.
#[must_use]
pub fn categories<'a>(t: &Messages, codes: impl IntoIterator<Item = &'a str>) -> String {
    let list = codes.into_iter().map(|code| category_people(t, code)).collect::<Vec<_>>().join(", ");
    let mut letters = list.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Who holds a post with a duty, by its code.
#[must_use]
pub fn duty(t: &Messages, code: &str) -> String {
    match code {
        "head_of_region" => t.duty_head_of_region(),
        "regional_secretary" => t.duty_regional_secretary(),
        "head_of_unit" => t.duty_head_of_unit(),
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
        "regional_secretary" => t.role_regional_secretary(),
        "legal_officer" => t.role_legal_officer(),
        "identity_custodian" => t.role_identity_custodian(),
        "adviser" => t.role_adviser(),
        "data_protection_officer" => t.role_data_protection_officer(),
        "outside_seat" => t.role_outside_seat(),
        "institution_administrator" => t.role_institution_administrator(),
        "platform_operator" => t.role_platform_operator(),
        "system" => t.role_system(),
        other => other.to_owned(),
    }
}

/// What an answer of the adviser begins with, by its code.
#[must_use]
pub fn ruling(t: &Messages, code: &str) -> String {
    match code {
        "allowed" => t.ruling_allowed(),
        "with_care" => t.ruling_with_care(),
        "unsettled" => t.ruling_unsettled(),
        "not_allowed" => t.ruling_not_allowed(),
        other => other.to_owned(),
    }
}

/// How surely a signature is the signer's own, by its code.
#[must_use]
pub fn assurance(t: &Messages, code: &str) -> String {
    match code {
        "own_device" => t.assurance_own_device(),
        "shared_device" => t.assurance_shared_device(),
        "kiosk" => t.assurance_kiosk(),
        "paper" => t.assurance_paper(),
        other => other.to_owned(),
    }
}

/// The names of one or two people who vouch for the same; the other is empty where there is one only.
#[must_use]
pub fn names(t: &Messages, one: &str, other: &str) -> String {
    if other.is_empty() { one.to_owned() } else { t.two_names(one, other) }
}

/// How a step was taken, by its code, with the name of whoever vouches for it.
#[must_use]
pub fn way(t: &Messages, code: &str, name: &str) -> String {
    match code {
        "kiosk" => t.way_kiosk(name),
        "reading" => t.way_reading(name),
        "paper" => t.way_paper(name),
        other => assurance(t, other),
    }
}

/// Why somebody is away, by its code.
#[must_use]
pub fn absence(t: &Messages, code: &str) -> String {
    match code {
        "leave" => t.absence_leave(),
        "study" => t.absence_study(),
        "long_illness" => t.absence_long_illness(),
        "seconded_out" => t.absence_seconded_out(),
        "seconded_in" => t.absence_seconded_in(),
        other => other.to_owned(),
    }
}

/// Why somebody's due date is another one than their drive's, by its code.
#[must_use]
pub fn due_reason(t: &Messages, code: &str) -> String {
    match code {
        "joined" => t.due_reason_joined(),
        "away" => t.due_reason_away(),
        "seconded" => t.due_reason_seconded(),
        other => other.to_owned(),
    }
}

/// How a signer proved to be themselves, by the word for it; `passkey_text` says that a passkey signed the text itself.
#[must_use]
pub fn proof(t: &Messages, code: &str) -> String {
    match code {
        "password" => t.proof_password(),
        "passkey" => t.proof_passkey(),
        "passkey_text" => t.proof_passkey_text(),
        other => other.to_owned(),
    }
}

/// Why somebody is exempt, or what they refused, by the codes of kind and reason.
#[must_use]
pub fn exception(t: &Messages, kind: &str, reason: &str) -> String {
    match (kind, reason) {
        ("exempt", "left") => t.exempt_left(),
        ("exempt", "long_illness") => t.exempt_long_illness(),
        ("exempt", "unpaid_leave") => t.exempt_unpaid_leave(),
        ("exempt", "elsewhere") => t.exempt_elsewhere(),
        ("exempt", "recognised") => t.exempt_recognised(),
        ("exempt", "died") => t.exempt_died(),
        ("exempt", _) => t.exempt_other(),
        (_, "read") => t.refused_read(),
        (_, "passed") => t.refused_passed(),
        (_, "pledged") => t.refused_pledged(),
        (_, "signed") => t.refused_signed(),
        (_, other) => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Language, messages};

    #[test]
    fn a_list_of_categories_reads_like_a_sentence() {
        let (id, en) = (messages(Language::Indonesian), messages(Language::English));
        assert_eq!(categories(id, ["village_head", "pns", "non_asn"]), "Kepala desa, PNS, pegawai non-ASN");
        assert_eq!(categories(en, ["pns", "village_head"]), "Civil servants (PNS), village heads");
        assert_eq!(categories(id, []), "");
    }
}
