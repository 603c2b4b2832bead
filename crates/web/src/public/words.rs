//! What the codes of the law files are called.

use base::Language;
use i18n::Messages;
use norms::{Capacity, Certainty, InstrumentKind, NormKind, Role, Signatory, Topic};

pub fn kind(t: &Messages, kind: InstrumentKind) -> String {
    match kind {
        InstrumentKind::Law => t.public_kind_law(),
        InstrumentKind::CourtDecision => t.public_kind_court_decision(),
        InstrumentKind::GovernmentRegulation => t.public_kind_government_regulation(),
        InstrumentKind::PresidentialRegulation => t.public_kind_presidential_regulation(),
        InstrumentKind::ElectionCommissionRegulation => t.public_kind_election_commission_regulation(),
        InstrumentKind::AgencyRegulation => t.public_kind_agency_regulation(),
        InstrumentKind::JointDecree => t.public_kind_joint_decree(),
        InstrumentKind::Circular => t.public_kind_circular(),
        InstrumentKind::Letter => t.public_kind_letter(),
        InstrumentKind::Guideline => t.public_kind_guideline(),
        InstrumentKind::Statement => t.public_kind_statement(),
        InstrumentKind::Directive => t.public_kind_directive(),
        InstrumentKind::PledgeAssembly => t.public_kind_pledge_assembly(),
    }
}

pub fn norm_kind(t: &Messages, kind: NormKind) -> String {
    match kind {
        NormKind::Principle => t.norms_kind_principle(),
        NormKind::Duty => t.norms_kind_duty(),
        NormKind::Prohibition => t.norms_kind_prohibition(),
        NormKind::Permission => t.norms_kind_permission(),
        NormKind::Requirement => t.norms_kind_requirement(),
        NormKind::Sanction => t.norms_kind_sanction(),
        NormKind::Power => t.norms_kind_power(),
        NormKind::Procedure => t.norms_kind_procedure(),
        NormKind::Scope => t.norms_kind_scope(),
        NormKind::Instrument => t.norms_kind_instrument(),
    }
}

pub fn certainty(t: &Messages, certainty: Certainty) -> String {
    match certainty {
        Certainty::Verified => t.public_certainty_verified(),
        Certainty::Partial => t.public_certainty_partial(),
        Certainty::Memory => t.public_certainty_memory(),
    }
}

pub fn role(t: &Messages, role: Role) -> String {
    match role {
        Role::HeadOfUnit => t.public_role_head_of_unit(),
        Role::Camat => t.public_role_camat(),
        Role::Lurah => t.public_role_lurah(),
        Role::DirectSuperior => t.public_role_direct_superior(),
        Role::AppointingAuthority => t.public_role_appointing_authority(),
        Role::RegionalHead => t.public_role_regional_head(),
        Role::AsnOfficial => t.public_role_asn_official(),
        Role::CampaignSide => t.public_role_campaign_side(),
        Role::ElectionSupervisor => t.public_role_election_supervisor(),
    }
}

pub fn topic(t: &Messages, topic: Topic) -> String {
    match topic {
        Topic::Support => t.public_topic_support(),
        Topic::CampaignAttributes => t.public_topic_campaign_attributes(),
        Topic::SocialMedia => t.public_topic_social_media(),
        Topic::SupportLetterKtp => t.public_topic_support_letter_ktp(),
        Topic::StateFacilities => t.public_topic_state_facilities(),
        Topic::Decisions => t.public_topic_decisions(),
        Topic::AppealsGifts => t.public_topic_appeals_gifts(),
        Topic::VotingRight => t.public_topic_voting_right(),
        Topic::DutyOfHead => t.public_topic_duty_of_head(),
        Topic::NonAsn => t.public_topic_non_asn(),
        Topic::Village => t.public_topic_village(),
        Topic::MoneyPolitics => t.public_topic_money_politics(),
        Topic::Reporting => t.public_topic_reporting(),
        Topic::Pledge => t.public_topic_pledge(),
    }
}

/// Name, capacity and office, as in *Wahyu Hidayat, Penjabat (Pj.) Wali Kota Malang*.
pub fn signatory(t: &Messages, language: Language, who: &Signatory) -> String {
    let office = who.office.in_language(language);
    let office = match who.capacity {
        Capacity::Definitive => office.to_owned(),
        Capacity::Plt => t.public_capacity_plt(office),
        Capacity::Plh => t.public_capacity_plh(office),
        Capacity::Pj => t.public_capacity_pj(office),
        Capacity::Pjs => t.public_capacity_pjs(office),
    };
    t.public_signed_by(&who.name, &office)
}

/// The name of a place without the word for its government: *Kabupaten Batang*.
pub fn place(government: &str) -> &str {
    let prefixes = ["Pemerintah ", "Government of "];
    prefixes.iter().find_map(|prefix| government.strip_prefix(prefix)).unwrap_or(government)
}
