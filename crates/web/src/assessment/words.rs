//! What the engine names by codes, in words.

use i18n::Messages;
use norms::{CaseOutcome, CaseStage, Certainty, Effect, Part};

pub fn certainty(t: &Messages, it: Certainty) -> String {
    match it {
        Certainty::Verified => t.assessment_certainty_verified(),
        Certainty::Partial => t.assessment_certainty_partial(),
        Certainty::Memory => t.assessment_certainty_memory(),
    }
}

pub fn part(t: &Messages, it: Part) -> String {
    match it {
        Part::Norm => t.assessment_part_norm(),
        Part::Sanction => t.assessment_part_sanction(),
    }
}

pub fn holds(t: &Messages, code: &str) -> String {
    match code {
        "applies" => t.assessment_holds_applies(),
        "disputed" => t.assessment_holds_disputed(),
        _ => t.assessment_holds_open(),
    }
}

/// What a reading means for the facts.
pub fn under(t: &Messages, code: &str) -> String {
    match code {
        "applies" => t.assessment_reading_applies(),
        "does_not_apply" => t.assessment_reading_not(),
        _ => t.assessment_reading_open(),
    }
}

pub fn effect(t: &Messages, it: Effect) -> String {
    match it {
        Effect::Heavier => t.assessment_effect_heavier(),
        Effect::Lighter => t.assessment_effect_lighter(),
        Effect::NoneStated => t.assessment_effect_none_stated(),
        Effect::Rule => t.assessment_effect_rule(),
    }
}

pub fn outcome(t: &Messages, it: CaseOutcome) -> String {
    match it {
        CaseOutcome::NoneProved => t.assessment_outcome_none_proved(),
        CaseOutcome::Recommendation => t.assessment_outcome_recommendation(),
        CaseOutcome::MoralOpen => t.assessment_outcome_moral_open(),
        CaseOutcome::MoralUnstated => t.assessment_outcome_moral_unstated(),
        CaseOutcome::DisciplineLight => t.assessment_outcome_discipline_light(),
        CaseOutcome::DisciplineMedium => t.assessment_outcome_discipline_medium(),
        CaseOutcome::DisciplineHeavy => t.assessment_outcome_discipline_heavy(),
        CaseOutcome::DisciplineUnstated => t.assessment_outcome_discipline_unstated(),
        CaseOutcome::Criminal => t.assessment_outcome_criminal(),
        CaseOutcome::CriminalNotProved => t.assessment_outcome_criminal_not_proved(),
        CaseOutcome::VillageAdministrative => t.assessment_outcome_village_administrative(),
        CaseOutcome::Reprimand => t.assessment_outcome_reprimand(),
        CaseOutcome::ContractReprimand => t.assessment_outcome_contract_reprimand(),
        CaseOutcome::ContractEnd => t.assessment_outcome_contract_end(),
        CaseOutcome::Pending => t.assessment_outcome_pending(),
        CaseOutcome::NotActedOn => t.assessment_outcome_not_acted_on(),
        CaseOutcome::Other => t.assessment_outcome_other(),
    }
}

pub fn stage(t: &Messages, it: CaseStage) -> String {
    match it {
        CaseStage::SanctionReported => t.assessment_stage_sanction_reported(),
        CaseStage::Recommendation => t.assessment_stage_recommendation(),
        CaseStage::Court => t.assessment_stage_court(),
        CaseStage::BawasluDecision => t.assessment_stage_bawaslu(),
        CaseStage::Pending => t.assessment_stage_pending(),
        CaseStage::RecommendationOnly => t.assessment_stage_recommendation_only(),
        CaseStage::Other => t.assessment_stage_other(),
        CaseStage::NotActedOn => t.assessment_stage_not_acted_on(),
    }
}
