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

pub(super) fn elections(files: &Files, found: &mut Vec<LoadError>) {
    duplicates(files.elections.iter().map(|filed| (filed.entry.id.as_str(), filed.file.as_str())), "id", found);
    for Filed { file, entry } in &files.elections {
        let mut findings = Findings { file, found };
        findings.named_after("id", &entry.id);
        findings.sources(&entry.sources);
        let known = files.instruments.iter().any(|filed| filed.entry.id == entry.instrument);
        findings.add_if(!known, "instrument", Problem::UnknownInstrument(entry.instrument.clone()));
        findings.unique("stages", "id", entry.stages.iter().map(|stage| stage.id.as_str()));
        for (index, stage) in entry.stages.iter().enumerate() {
            let backwards = stage.from.zip(stage.to).is_some_and(|(from, to)| to < from);
            findings.add_if(backwards, format!("stages[{index}].to"), Problem::EndsBeforeStart);
        }
        backbone(&mut findings, entry);
    }
}

fn backbone(findings: &mut Findings<'_>, election: &Election) {
    let mut earlier: Option<&Stage> = None;
    for (kind, name) in BACKBONE {
        let mut held = election.stages.iter().enumerate().filter(|(_, stage)| stage.kind == kind && stage.held);
        let (Some((index, stage)), None) = (held.next(), held.next()) else {
            findings.add("stages", Problem::NeedsStage(name));
            continue;
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
