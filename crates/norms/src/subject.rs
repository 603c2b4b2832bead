//! Whom a provision binds, and what it is about.

use crate::language::Text;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

/// The codes of the nine categories of people, in the order of the glossary.
pub const CATEGORY_CODES: [&str; 9] = [
    "pns",
    "cpns",
    "pppk",
    "pppk_part_time",
    "non_asn",
    "village_head",
    "village_apparatus",
    "village_council_member",
    "regional_enterprise_staff",
];

/// An office with duties of its own, beside the category its holder belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Kepala perangkat daerah or pimpinan OPD.
    HeadOfUnit,
    /// Camat.
    Camat,
    /// Lurah.
    Lurah,
    /// Atasan langsung.
    DirectSuperior,
    /// Pejabat pembina kepegawaian.
    AppointingAuthority,
    /// Gubernur, bupati, wali kota, their deputies, and penjabat in their place.
    RegionalHead,
    /// Pejabat aparatur sipil negara: a civil servant who holds an office.
    AsnOfficial,
    /// Peserta, pelaksana or tim kampanye, and candidates.
    CampaignSide,
    /// Bawaslu and its regional bodies.
    ElectionSupervisor,
}

/// Whom an instrument or a provision addresses.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Addressees {
    /// In words, as an instrument states it; absent for a single provision.
    #[serde(default)]
    pub text: Option<Text>,
    /// Codes out of [`CATEGORY_CODES`].
    #[serde(default)]
    pub categories: Vec<String>,
    /// Offices that are addressed beside or instead of categories.
    #[serde(default)]
    pub roles: Vec<Role>,
}

impl Addressees {
    /// Whether people of this category are addressed.
    #[must_use]
    pub fn includes(&self, category: &str) -> bool {
        self.categories.iter().any(|code| code == category)
    }
}

/// Reads codes of categories; `["all"]` stands for every one.
pub(crate) fn categories<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let listed = Vec::<String>::deserialize(deserializer)?;
    Ok(if listed == ["all"] { CATEGORY_CODES.map(str::to_owned).to_vec() } else { listed })
}

/// What a provision or a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Supporting or siding with a candidate or party in general.
    Support,
    /// Taking part in a campaign, attributes of a party or of the service.
    CampaignAttributes,
    /// Posts, likes, comments, groups, hoaxes.
    SocialMedia,
    /// A letter of support with a copy of the identity card.
    SupportLetterKtp,
    /// Vehicles, buildings, equipment and budgets of the state.
    StateFacilities,
    /// Decisions and acts that favour or harm.
    Decisions,
    /// Meetings, invitations, appeals and gifts in favour of a side.
    AppealsGifts,
    /// The right to vote, which everyone keeps.
    VotingRight,
    /// What heads of units have to do.
    DutyOfHead,
    /// People on contract outside the civil service.
    NonAsn,
    /// Village government.
    Village,
    /// Money and gifts for votes.
    MoneyPolitics,
    /// Reporting a suspicion and who supervises.
    Reporting,
    /// The pledge and the integrity pact.
    Pledge,
}

impl Topic {
    /// All topics, in the order of the enumeration.
    pub const ALL: [Self; 14] = [
        Self::Support,
        Self::CampaignAttributes,
        Self::SocialMedia,
        Self::SupportLetterKtp,
        Self::StateFacilities,
        Self::Decisions,
        Self::AppealsGifts,
        Self::VotingRight,
        Self::DutyOfHead,
        Self::NonAsn,
        Self::Village,
        Self::MoneyPolitics,
        Self::Reporting,
        Self::Pledge,
    ];

    /// The name under which it is stored and under which law files speak of it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::CampaignAttributes => "campaign_attributes",
            Self::SocialMedia => "social_media",
            Self::SupportLetterKtp => "support_letter_ktp",
            Self::StateFacilities => "state_facilities",
            Self::Decisions => "decisions",
            Self::AppealsGifts => "appeals_gifts",
            Self::VotingRight => "voting_right",
            Self::DutyOfHead => "duty_of_head",
            Self::NonAsn => "non_asn",
            Self::Village => "village",
            Self::MoneyPolitics => "money_politics",
            Self::Reporting => "reporting",
            Self::Pledge => "pledge",
        }
    }

    /// Reads [`Topic::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_stored_as_law_files_write_it() {
        for topic in Topic::ALL {
            assert_eq!(serde_json::to_value(topic).unwrap(), topic.code());
            assert_eq!(Topic::from_code(topic.code()), Some(topic));
        }
        assert_eq!(Topic::from_code("cuaca"), None);
    }
}
