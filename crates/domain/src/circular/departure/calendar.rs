//! Days that do not fit the calendars of the elections that a letter names.

use super::{Departure, dates};
use crate::circular::Body;
use base::Date;
use norms::{Catalogue, Election, StageKind};

pub(super) fn departures(law: &Catalogue, body: &Body, dated: Date) -> Vec<Departure> {
    let elections: Vec<&Election> = law.elections_named(&body.election).collect();
    let voted = |it: &&Election| it.span(StageKind::Voting).map(|(_, last)| (last, it.id.clone()));
    let last = elections.iter().filter_map(voted).max();
    let over = last.filter(|(voted, _)| *voted < dated);
    let mut found: Vec<Departure> =
        over.map(|(voted, election)| Departure::ElectionOver { election, voted }).into_iter().collect();
    for (place, provision) in (1..).zip(&body.provisions) {
        let stages = stages_in(&provision.text);
        let spans: Vec<_> = elections
            .iter()
            .flat_map(|it| stages.iter().filter_map(move |stage| Some((it.id.clone(), *stage, it.span(*stage)?))))
            .collect();
        let is_inside = |day: Date| spans.iter().any(|(_, _, (from, to))| (*from..=*to).contains(&day));
        for day in dates::written_in(&provision.text) {
            if let Some((election, stage, span)) = spans.first().filter(|_| !is_inside(day)) {
                let (election, stage, span) = (election.clone(), *stage, *span);
                found.push(Departure::OutsideStage { provision: place, day, election, stage, span });
            }
        }
    }
    found
}

/// The stages that a text names.
fn stages_in(text: &str) -> Vec<StageKind> {
    let words = text.to_lowercase();
    let stages = [
        ("masa kampanye", StageKind::Campaign),
        ("masa tenang", StageKind::QuietPeriod),
        ("pemungutan suara", StageKind::Voting),
    ];
    stages.into_iter().filter(|(name, _)| words.contains(name)).map(|(_, stage)| stage).collect()
}
