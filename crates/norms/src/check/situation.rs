//! Situations: facts that can be told, and answers that the norms give.

use super::{Findings, duplicates};
use crate::{error::LoadError, law::Law, problem::Problem, read::Filed, situation::Situation};
use base::Language;

pub(super) fn check(situations: &[Filed<Situation>], law: &Law) -> Vec<LoadError> {
    let mut found = Vec::new();
    duplicates(situations.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str())), "id", &mut found);
    for Filed { file, entry } in situations {
        let mut findings = Findings { file, found: &mut found };
        if let Err(came) = answer(law, entry) {
            findings.add(format!("{}.answer", entry.id), Problem::ExampleFails(came));
        }
    }
    found
}

fn answer(law: &Law, situation: &Situation) -> Result<(), String> {
    let expected = &situation.answer;
    let told = |fault: crate::InquiryFault| fault.message(Language::English);
    let facts = law.facts(&situation.facts).and_then(|facts| law.dated(facts, expected.on)).map_err(told)?;
    let assessment = law.assess(&law.vocabulary().planned(facts), expected.on);
    let verdict = law.verdict(&assessment).code();
    let norms: Vec<&str> = assessment.matches.iter().map(|it| it.norm(law).id.as_str()).collect();
    let misses = expected.norms.iter().any(|norm| !norms.contains(&norm.as_str()));
    if verdict != expected.verdict || misses {
        return Err(format!("{verdict}: {}", norms.join(", ")));
    }
    Ok(())
}
