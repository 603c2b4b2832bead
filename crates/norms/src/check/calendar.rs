//! Election calendars and holidays: order, overlap, completeness.

use super::{Findings, duplicates};
use crate::{
    election::{Election, Stage, StageKind},
    error::LoadError,
    problem::Problem,
    read::{Filed, Files},
};
use std::collections::BTreeMap;

/// The stages on which "before, during and after the campaign" rests, in the order in which they must come.
const BACKBONE: [(StageKind, &str); 3] =
    [(StageKind::Campaign, "campaign"), (StageKind::QuietPeriod, "quiet_period"), (StageKind::Voting, "voting")];

/// Checks calendars against each other: each with the file it stands in, those of an institution as well. `instruments` says
/// which instruments there are.
pub(crate) fn elections(all: &[(&str, &Election)], instruments: &dyn Fn(&str) -> bool, found: &mut Vec<LoadError>) {
    duplicates(all.iter().map(|(file, entry)| (entry.id.as_str(), *file)), "id", found);
    for (file, entry) in all {
        let mut findings = Findings { file, found };
        findings.named_after("id", &entry.id);
        findings.sources(&entry.sources);
        references(&mut findings, all, instruments, entry);
        let is_bare = entry.regions.as_ref().is_some_and(|it| it.complete && it.names.is_empty());
        findings.add_if(is_bare, "regions.names", Problem::Empty);
        findings.unique("stages", "id", entry.stages.iter().map(|stage| stage.id.as_str()));
        for (index, stage) in entry.stages.iter().enumerate() {
            days(&mut findings, index, stage);
            contests(&mut findings, entry, index, stage);
        }
        backbone(&mut findings, entry);
    }
}

fn references(
    findings: &mut Findings<'_>,
    all: &[(&str, &Election)],
    instruments: &dyn Fn(&str) -> bool,
    entry: &Election,
) {
    match &entry.instrument {
        Some(id) => findings.add_if(!instruments(id), "instrument", Problem::UnknownInstrument(id.clone())),
        None => {
            let is_bare = entry.of.is_none() && entry.letter.is_none();
            findings.add_if(is_bare, "instrument", Problem::NeedsInstrument);
        }
    }
    let Some(of) = &entry.of else { return };
    match all.iter().find(|(_, it)| it.id == *of) {
        None => findings.add("of", Problem::UnknownElection(of.clone())),
        Some((_, first)) => {
            let fits = first.of.is_none() && first.kind == entry.kind;
            findings.add_if(!fits, "of", Problem::Repeats(of.clone()));
        }
    }
}

fn days(findings: &mut Findings<'_>, index: usize, stage: &Stage) {
    let backwards = stage.from.zip(stage.to).is_some_and(|(from, to)| to < from);
    findings.add_if(backwards, format!("stages[{index}].to"), Problem::EndsBeforeStart);
    let alone = stage.or_from.is_some() && (stage.from.is_none() || stage.from == stage.or_from);
    findings.add_if(alone, format!("stages[{index}].or_from"), Problem::OneStart);
}

/// A stage can concern only what the election decides. Campaign, quiet period and voting are those of all.
fn contests(findings: &mut Findings<'_>, election: &Election, index: usize, stage: &Stage) {
    let is_backbone = stage.held && BACKBONE.iter().any(|(kind, _)| *kind == stage.kind);
    for (place, contest) in stage.contests.iter().enumerate() {
        let fits = !is_backbone && election.kind.contests().contains(contest);
        let key = format!("stages[{index}].contests[{place}]");
        findings.add_if(!fits, key, Problem::Contest(contest.code()));
    }
    findings.unique(&format!("stages[{index}].contests"), "", stage.contests.iter().map(|contest| contest.code()));
}

/// A repetition has of each at most one, the others exactly one.
fn backbone(findings: &mut Findings<'_>, election: &Election) {
    let mut earlier: Option<&Stage> = None;
    for (kind, name) in BACKBONE {
        let mut held = election.stages.iter().enumerate().filter(|(_, stage)| stage.kind == kind && stage.held);
        let (index, stage) = match (held.next(), held.next()) {
            (Some(found), None) => found,
            (None, _) if election.of.is_some() => continue,
            _ => {
                findings.add("stages", Problem::NeedsStage(name));
                continue;
            }
        };
        if stage.from.is_none() || stage.to.is_none() {
            findings.add(format!("stages[{index}]"), Problem::NeedsStage(name));
        }
        if let Some(before) = earlier {
            let overlaps = stage.from.zip(before.to).is_some_and(|(from, to)| from <= to);
            findings.add_if(overlaps, format!("stages[{index}].from"), Problem::Overlap(before.id.clone()));
        }
        earlier = Some(stage);
    }
}

pub(super) fn holidays(files: &Files, found: &mut Vec<LoadError>) {
    let mut years = BTreeMap::new();
    for Filed { file, entry } in &files.holidays {
        let mut findings = Findings { file, found };
        if let Some(earlier) = years.insert(entry.year, file.clone()) {
            findings.add("year", Problem::Duplicate(entry.year.to_string(), earlier));
        }
        findings.named_after("year", &entry.year.to_string());
        findings.sources(&entry.sources);
        findings.add_if(entry.days.is_empty(), "days", Problem::Empty);
        let mut days = Vec::new();
        for (index, day) in entry.days.iter().enumerate() {
            let key = format!("days[{index}].date");
            findings.add_if(day.date.year() != entry.year, key.clone(), Problem::OtherYear);
            let again = days.contains(&day.date);
            findings.add_if(again, key, Problem::Duplicate(base::iso_date(day.date), file.clone()));
            days.push(day.date);
        }
    }
}
