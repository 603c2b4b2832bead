//! Where one election stands on a day, and what changes next.

use super::teller::Teller;
use base::Date;
use i18n::format;
use norms::{Contest, Election, ElectionKind, Phase, Stage, StageKind};
use std::collections::BTreeSet;

/// One election on one day.
pub struct Now {
    pub name: String,
    pub href: String,
    /// Why it may not concern the reader's region; empty where it surely does.
    pub doubt: String,
    /// The phase and what it means, for each group of contests that are in the same one.
    pub places: Vec<(String, String)>,
    /// The stages that the day lies in.
    pub stages: Vec<String>,
    /// The windows of Pasal 71 UU Pilkada that hold or may hold, and what they mean.
    pub windows: Vec<(String, String)>,
    pub next: Option<Next>,
}

/// What changes next.
pub struct Next {
    pub date: String,
    pub left: String,
    pub turns: Vec<String>,
}

impl Now {
    pub fn of(teller: Teller<'_>, election: &Election, on: Date, doubt: String) -> Self {
        Self {
            name: teller.name(election),
            href: teller.href(election),
            doubt,
            places: places(teller, election, on),
            stages: stages(teller, election, on),
            windows: windows(teller, election, on),
            next: next(teller, election, on),
        }
    }
}

fn places(teller: Teller<'_>, election: &Election, on: Date) -> Vec<(String, String)> {
    let mut groups: Vec<(Vec<Contest>, BTreeSet<Phase>)> = Vec::new();
    for contest in election.kind.contests() {
        let phases = election.phases(on, Some(*contest));
        match groups.iter_mut().find(|(_, known)| *known == phases) {
            Some((contests, _)) => contests.push(*contest),
            None => groups.push((vec![*contest], phases)),
        }
    }
    if groups.is_empty() {
        // What is decided is one office alone.
        groups.push((Vec::new(), election.phases(on, None)));
    }
    let alike = groups.len() == 1;
    let place = |(contests, phases): &(Vec<Contest>, BTreeSet<Phase>)| {
        let words: Vec<String> = phases.iter().map(|phase| teller.phase(*phase)).collect();
        // A list of nearly all of them tells nobody anything.
        let words = if words.len() > 2 {
            teller.t.stages_phase_open()
        } else {
            words.join(&format!(" {} ", teller.t.stages_or()))
        };
        let name = teller.name(election);
        let title = if alike {
            teller.t.stages_now(name, words)
        } else {
            let contests: Vec<String> = contests.iter().map(|it| teller.contest(*it)).collect();
            teller.t.stages_now_contests(name, contests.join(", "), words)
        };
        let mut phases = phases.iter();
        let text = match (phases.next(), phases.next()) {
            (Some(only), None) => teller.phase_means(*only),
            _ => teller.t.stages_phase_unsure(),
        };
        (title, text)
    };
    groups.iter().map(place).collect()
}

const fn is_window(kind: StageKind) -> bool {
    matches!(kind, StageKind::TransferWindow | StageKind::ProgrammeWindow)
}

fn stages(teller: Teller<'_>, election: &Election, on: Date) -> Vec<String> {
    let t = teller.t;
    let surely = election.stages_on(on).filter(|stage| !is_window(stage.kind));
    let surely = surely.map(|stage| {
        let name = teller.stage(stage);
        let days = |from: Date, to: Date| format::number(teller.language, (to - from).whole_days() + 1);
        let line = match (stage.from, stage.to) {
            (Some(from), Some(to)) if from == to => t.stages_line_only(name, teller.date(from)),
            (Some(from), Some(to)) => {
                t.stages_line(name, days(from, on), days(from, to), format::weekday_date(teller.language, to))
            }
            (Some(from), None) => t.stages_line_open(name, days(from, on)),
            (None, _) => name,
        };
        match stage.or_from.filter(|other| on < *other) {
            Some(other) => format!("{line} {}", t.stages_line_or_later(teller.date(other))),
            None => line,
        }
    });
    // Between the two first days that sources give, nobody can say whether it has begun.
    let is_perhaps = |stage: &&Stage| {
        let first = stage.or_from.zip(stage.from);
        stage.held && !is_window(stage.kind) && first.is_some_and(|(other, from)| other <= on && on < from)
    };
    let perhaps = election.stages.iter().filter(is_perhaps);
    let perhaps = perhaps.map(|stage| t.stages_line_perhaps(teller.stage(stage), teller.days(stage)));
    surely.chain(perhaps).collect()
}

fn windows(teller: Teller<'_>, election: &Election, on: Date) -> Vec<(String, String)> {
    if election.kind != ElectionKind::Regional {
        return Vec::new();
    }
    let t = teller.t;
    let each = [
        (StageKind::TransferWindow, t.stages_window_transfer()),
        (StageKind::ProgrammeWindow, t.stages_window_programme()),
    ];
    let told = each.into_iter().filter_map(|(kind, name)| match election.window(kind, on) {
        Some(true) => Some((name, teller.means(kind))),
        Some(false) => None,
        None => Some((name, t.stages_window_unsure())),
    });
    told.collect()
}

fn next(teller: Teller<'_>, election: &Election, on: Date) -> Option<Next> {
    let t = teller.t;
    let turns = election.next_turns(on);
    let day = turns.first()?.on;
    let left = (day - on).whole_days();
    let words = turns.iter().map(|turn| {
        let name = teller.stage(turn.stage);
        let line = match (turn.begins, turn.disputed) {
            (true, false) => t.stages_turn_begins(name),
            (true, true) => t.stages_turn_disputed(name),
            (false, _) => t.stages_turn_over(name),
        };
        let mark = teller.mark(turn.stage.certainty);
        if mark.is_empty() { line } else { format!("{line} {mark}") }
    });
    Some(Next {
        date: format::weekday_date(teller.language, day),
        left: t.stages_left(left, format::number(teller.language, left)),
        turns: words.collect(),
    })
}
