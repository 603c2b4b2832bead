//! Reports that are kept beside the law: what is encoded of the catalogue of norms, and how decided cases compare with it.

use crate::catalogue;
use norms::{
    Assessment, CaseOutcome, Catalogue, DecidedCase, Holding, Inquiry, InquiryFault, Match, Norm, NormCategory,
    SCHEMAS, Verdict,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// Compares a file of `docs/generated` with what it has to be. `INSTA_UPDATE=always` writes it anew.
fn kept(name: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated").join(name);
    if std::env::var_os("INSTA_UPDATE").is_some_and(|it| it == "always") {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(found == text, "docs/generated/{name} is not what the law files give; INSTA_UPDATE=always writes it anew");
}

#[test]
fn every_kind_of_file_has_a_schema() {
    for kind in SCHEMAS {
        let schema = norms::schema(kind).unwrap();
        kept(&format!("schemas/{kind}.schema.json"), &format!("{}\n", serde_json::to_string_pretty(&schema).unwrap()));
    }
    assert!(norms::schema("weather").is_none());
}

/// The ids of the catalogue, each with the instruments that it cites: `cited.txt`.
fn ids() -> Vec<&'static str> {
    let lines = include_str!("cited.txt").lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
    lines.filter_map(|line| line.split([' ', ':', '|', '\t']).next()).collect()
}

fn limits(norm: &Norm, element: &str) -> BTreeSet<String> {
    let of = norm.when.iter().map(|limits| limits.get(element));
    if norm.when.is_empty() || of.clone().any(|answers| answers.is_none()) {
        return BTreeSet::new();
    }
    of.flatten().flatten().cloned().collect()
}

fn listed(answers: &BTreeSet<String>) -> String {
    if answers.is_empty() { "any".to_owned() } else { answers.iter().cloned().collect::<Vec<_>>().join(" ") }
}

#[test]
fn every_norm_of_the_catalogue_is_encoded_or_says_where_it_went() {
    let law = catalogue();
    let known: BTreeSet<&str> = law.law().norms().map(|norm| norm.id.as_str()).collect();
    let missing: Vec<&str> = ids().into_iter().filter(|id| !known.contains(id)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "norms of the catalogue that no file has");
    kept("coverage.md", &coverage(&law));
}

fn coverage(law: &Catalogue) -> String {
    let norms: Vec<&Norm> = law.law().norms().collect();
    let mut out = String::from("# What of the law is encoded\n\n");
    let acts: Vec<&Norm> = norms.iter().copied().filter(|norm| !norm.when.is_empty()).collect();
    writeln!(
        out,
        "{} norms: {} are matched against acts, {} are no acts. {} examples.\n\n\
         Written by the tests of `crates/norms`; see `docs/guide/law-files.md`.",
        norms.len(),
        acts.len(),
        norms.len() - acts.len(),
        norms.iter().map(|norm| norm.examples.len()).sum::<usize>()
    )
    .unwrap();
    out.push_str("\n## Norms that are matched against acts\n\n");
    out.push_str("| norm | category | subjects | stages | acts | disputes | certainty |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    for norm in &acts {
        let category = norm.category.map_or("-", NormCategory::code);
        let degrees: BTreeSet<&str> = norm.degrees.iter().map(|degree| degree.category.code()).collect();
        let degrees = degrees.into_iter().collect::<Vec<_>>().join(", ");
        let category =
            if degrees.is_empty() { category.to_owned() } else { format!("{category} (by facts: {degrees})") };
        let disputes: Vec<String> =
            norm.disputes.iter().map(|it| format!("{}/{}", it.instrument, it.dispute)).collect();
        writeln!(
            out,
            "| {} | {category} | {} | {} | {} | {} | {:?} |",
            norm.id,
            listed(&limits(norm, "subject")),
            listed(&limits(norm, "stage")),
            listed(&limits(norm, "act")),
            if disputes.is_empty() { "-".to_owned() } else { disputes.join(", ") },
            norm.certainty
        )
        .unwrap();
    }
    out.push_str("\n## Norms without a degree of their own\n\n| norm | why |\n| --- | --- |\n");
    for norm in acts.iter().filter(|norm| norm.category == Some(NormCategory::Unmapped)) {
        let why = norm.note.as_ref().map_or_else(
            || if norm.degrees.is_empty() { "no text on file sets one" } else { "a fact decides it" }.to_owned(),
            |note| note.en.clone(),
        );
        writeln!(out, "| {} | {why} |", norm.id).unwrap();
    }
    out.push_str("\n## No acts: where they went\n\n| norm | where |\n| --- | --- |\n");
    for norm in norms.iter().filter(|norm| norm.when.is_empty()) {
        writeln!(out, "| {} | {} |", norm.id, norm.not_an_act.as_ref().map_or("", |text| &text.en)).unwrap();
    }
    out.push_str("\n## Acts and the norms that can meet them\n\n| act | norms |\n| --- | --- |\n");
    for act in law.law().vocabulary().acts() {
        let meeting: Vec<&str> = acts
            .iter()
            .filter(|norm| {
                let limited = limits(norm, "act");
                limited.is_empty() || limited.contains(&act.id)
            })
            .map(|norm| norm.id.as_str())
            .collect();
        let meeting = if meeting.is_empty() { "none: allowed".to_owned() } else { meeting.join(" ") };
        writeln!(out, "| {} | {meeting} |", act.id).unwrap();
    }
    out.push_str("\n## Categories of people and the norms that can meet them\n\n| category | norms | of them |\n| --- | ---: | --- |\n");
    let Some(subject) = law.law().vocabulary().elements().iter().find(|element| element.id == "subject") else {
        return out;
    };
    for answer in &subject.answers {
        let meeting: Vec<&&Norm> = acts
            .iter()
            .filter(|norm| {
                let limited = limits(norm, "subject");
                limited.is_empty() || limited.contains(&answer.id)
            })
            .collect();
        let mut by: BTreeMap<&str, usize> = BTreeMap::new();
        for norm in &meeting {
            *by.entry(norm.category.map_or("permission", NormCategory::code)).or_default() += 1;
        }
        let by: Vec<String> = by.into_iter().map(|(category, count)| format!("{category} {count}")).collect();
        writeln!(out, "| {} | {} | {} |", answer.id, meeting.len(), by.join(", ")).unwrap();
    }
    out
}

/// How a decided case compares with what the engine proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Compared {
    /// The decided outcome is among what is proposed for sure or under a reading.
    Within,
    /// It is among what facts that the source does not tell would decide.
    Open,
    /// The engine proposes something graver, and names no reading under which the outcome comes out.
    Graver,
    /// It proposes something milder, or nothing of the kind.
    Milder,
    /// Nothing was decided that could be compared.
    NotComparable,
}

/// The categories that an outcome can rest on; nothing when it cannot be compared.
fn categories(outcome: CaseOutcome) -> Option<Vec<NormCategory>> {
    use NormCategory as N;
    Some(match outcome {
        CaseOutcome::MoralOpen | CaseOutcome::MoralUnstated => vec![N::Ethics],
        CaseOutcome::DisciplineLight => vec![N::DisciplineLight],
        CaseOutcome::DisciplineMedium => vec![N::DisciplineMedium],
        CaseOutcome::DisciplineHeavy => vec![N::DisciplineHeavy],
        CaseOutcome::DisciplineUnstated => vec![N::DisciplineLight, N::DisciplineMedium, N::DisciplineHeavy],
        CaseOutcome::Criminal => vec![N::Criminal],
        CaseOutcome::VillageAdministrative | CaseOutcome::ContractReprimand | CaseOutcome::ContractEnd => {
            vec![N::Administrative]
        }
        CaseOutcome::NoneProved
        | CaseOutcome::CriminalNotProved
        | CaseOutcome::Reprimand
        | CaseOutcome::Recommendation
        | CaseOutcome::Pending
        | CaseOutcome::NotActedOn
        | CaseOutcome::Other => return None,
    })
}

fn compared(law: &Catalogue, case: &DecidedCase, assessment: &Assessment) -> Compared {
    let against: Vec<&Match> = assessment.matches.iter().filter(|it| !it.norm(law.law()).kind.allows()).collect();
    let sure = |holding: Holding| against.iter().filter(move |it| it.holding() == holding);
    match case.outcome {
        _ if !case.tested || !case.clear => Compared::NotComparable,
        // Not proved is a finding on evidence: it is compared only with what the engine takes for sure.
        CaseOutcome::NoneProved => {
            if sure(Holding::Applies).next().is_none() {
                Compared::Within
            } else {
                Compared::Graver
            }
        }
        CaseOutcome::CriminalNotProved => {
            let convicts = sure(Holding::Applies).any(|it| it.categories.only() == Some(NormCategory::Criminal));
            if convicts { Compared::Graver } else { Compared::Within }
        }
        outcome => {
            let Some(wanted) = categories(outcome) else { return Compared::NotComparable };
            let has = |it: &&&Match| wanted.iter().any(|category| it.categories.contains(*category));
            // Without a degree in the text, a degree that was decided is one of those left open.
            let unmapped = |it: &&&Match| it.categories.contains(NormCategory::Unmapped);
            if sure(Holding::Applies).chain(sure(Holding::Disputed)).any(|it| has(&it)) {
                Compared::Within
            } else if against.iter().any(|it| has(&it) || unmapped(&it)) {
                Compared::Open
            } else if law.law().gravest(assessment) > wanted.into_iter().max() {
                Compared::Graver
            } else {
                Compared::Milder
            }
        }
    }
}

/// The case as an inquiry. Its stage is what its source tells; the calendar is used only for days of acts.
fn assessed(law: &Catalogue, case: &DecidedCase) -> Result<Assessment, InquiryFault> {
    law.assess(&Inquiry { on: case.on, election: None, acts: case.acts.clone(), facts: case.facts.clone() })
}

#[test]
fn decided_cases_compare_with_the_norms_as_the_report_says() {
    let law = catalogue();
    let mut counts: BTreeMap<Compared, usize> = BTreeMap::new();
    let mut rows = String::new();
    for case in law.cases() {
        let assessment = assessed(&law, case).unwrap_or_else(|fault| panic!("{}: {fault:?}", case.id));
        let found = compared(&law, case, &assessment);
        *counts.entry(found).or_default() += 1;
        let is_miss = matches!(found, Compared::Graver | Compared::Milder);
        assert_eq!(case.departs.is_some(), is_miss, "{}: {found:?} and why practice departs go together", case.id);
        rows.push_str(&row(&law, case, &assessment, found));
    }
    let mut out = String::from("# Decided cases beside the norms\n\n");
    out.push_str(
        "Real cases, as facts without names and places, held against the norms of the day of the act. The norms are not bent to \
         fit them: where practice departs from the text, the reason stands in the last column. Written by the tests of \
         `crates/norms`.\n\n| how it compares | cases |\n| --- | ---: |\n",
    );
    for (compared, count) in &counts {
        writeln!(out, "| {} | {count} |", words(*compared)).unwrap();
    }
    out.push_str("\n| case | outcome | proposed for sure | under a reading | open | compares | why |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    out.push_str(&rows);
    kept("cases.md", &out);
}

fn words(compared: Compared) -> &'static str {
    match compared {
        Compared::Within => "the outcome is among what is proposed",
        Compared::Open => "the outcome is among what is left open",
        Compared::Graver => "the engine is graver, without a dispute that allows the outcome",
        Compared::Milder => "the engine is milder",
        Compared::NotComparable => "nothing to compare: no outcome, an unclear one, or only a recommendation",
    }
}

fn row(law: &Catalogue, case: &DecidedCase, assessment: &Assessment, found: Compared) -> String {
    let told = |holding: Holding| {
        let of = assessment.matches.iter().filter(|it| it.holding() == holding && !it.norm(law.law()).kind.allows());
        let each: Vec<String> = of
            .map(|it| {
                let categories: Vec<&str> = it.categories.iter().map(NormCategory::code).collect();
                format!("{} ({})", it.norm(law.law()).id, categories.join("/"))
            })
            .collect();
        if each.is_empty() { "-".to_owned() } else { each.join(", ") }
    };
    let why =
        [&case.departs, &case.note].into_iter().flatten().map(|text| text.en.as_str()).collect::<Vec<_>>().join(" ");
    format!(
        "| {} | {:?} | {} | {} | {} | {:?} | {why} |\n",
        case.id,
        case.outcome,
        told(Holding::Applies),
        told(Holding::Disputed),
        told(Holding::Open),
        found
    )
}

#[test]
fn situations_cover_every_answer_and_most_acts() {
    let law = catalogue();
    assert!(law.situations().len() >= 60, "{} situations", law.situations().len());
    let verdicts: BTreeSet<&str> = law.situations().iter().map(|it| it.answer.verdict.as_str()).collect();
    let all = [Verdict::Allowed, Verdict::WithCare, Verdict::Unsettled, Verdict::NotAllowed].map(Verdict::code);
    assert_eq!(verdicts, all.into_iter().collect::<BTreeSet<_>>());
}
