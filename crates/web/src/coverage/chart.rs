//! The curve of a drive as SVG: lines in a drawing that stretches with the page, words beside them at their final size.

use base::{Date, Language};
use domain::drive::Asks;
use domain::knowledge::Step;
use i18n::{Messages, format};
use service::{Counts, Coverage};

/// The chart of a drive over time.
pub struct Chart {
    /// What it shows, as a finding.
    pub title: String,
    /// The same in words, for whoever does not see it.
    pub description: String,
    /// The share that has read, as points of 100 by 100; that has opened, where the drive asks for reading only.
    pub begun: String,
    /// The share that has done all that the drive asks.
    pub done: String,
    /// The corners of the forecast; empty where there is none.
    pub band: String,
    /// Where today, or the day asked for, is; per cent of the width.
    pub now: Mark,
    /// Where the due date is.
    pub due: Mark,
    /// What stands at the ends of the lines, those who have begun before those who are done.
    pub ends: [End; 2],
    /// The first day, where it does not stand in the way of another word.
    pub first: String,
    /// The days as a table: day, owing, read, passed, signed, done on that day.
    pub rows: Vec<[String; 6]>,
}

/// A labelled vertical.
pub struct Mark {
    /// Per cent of the width.
    pub x: f64,
    /// The side of the line on which the word begins: `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// The word.
    pub word: String,
}

/// The word at the end of a line.
pub struct End {
    /// Distance from the top, pixels.
    pub y: f64,
    /// The word.
    pub word: String,
}

/// Height of the drawing in pixels, and what stands above it.
const HEIGHT: f64 = 180.0;
const ABOVE: f64 = 30.0;
/// How far two words must be apart, pixels.
const APART: f64 = 20.0;

/// How many days back the finding looks, calendar days.
const WEEK: usize = 7;

fn percent(part: i64, whole: i64) -> f64 {
    super::overview::percent(part, whole)
}

/// The chart of what is looked at; none before there are two days to join.
pub fn chart(t: &Messages, language: Language, coverage: &Coverage) -> Option<Chart> {
    let (first, last) = (coverage.days.first()?, coverage.days.last()?);
    if coverage.days.len() < 2 || last.counts.owing() == 0 {
        return None;
    }
    let end = coverage.drive.due.max(last.day);
    let x = |day: Date| percent((day - first.day).whole_days(), (end - first.day).whole_days().max(1));
    let share = |counts: &Counts, step: Step| percent(counts.of(step), counts.owing());
    let line = |step: Step| {
        let point = |day: Date, counts: &Counts| format!("{:.2},{:.2}", x(day), 100.0 - share(counts, step));
        coverage.days.iter().map(|line| point(line.day, &line.counts)).collect::<Vec<_>>().join(" ")
    };
    let band = coverage.forecast.as_ref().map(|made| {
        let whole = last.counts.owing();
        let at = |done: i64| 100.0 - percent(done, whole);
        let (from, now) = (x(last.day), at(last.counts.done()));
        let (low, high) = (at(made.low), at(made.high));
        format!("{from:.2},{now:.2} {:.2},{high:.2} {:.2},{low:.2}", x(end), x(end))
    });
    let (begun, done) = steps(coverage);
    let words = |step: Step| format::percent(language, last.counts.of(step), last.counts.owing());
    let (now, due) = (x(last.day), x(coverage.drive.due));
    let today = coverage.as_of == coverage.today;
    let mark = |x: f64, word: String| Mark { x, anchor: anchor(x), word };
    let title = finding(t, language, coverage)?;
    Some(Chart {
        description: t.coverage_chart_described(
            format::date(language, first.day),
            format::date(language, last.day),
            super::step_name(t, begun),
            words(begun),
            words(done),
        ),
        title,
        begun: line(begun),
        done: line(done),
        band: band.unwrap_or_default(),
        ends: ends([(share(&last.counts, begun), begun), (share(&last.counts, done), done)])
            .map(|(y, step)| End { y, word: t.coverage_chart_end(super::step_name(t, step), words(step)) }),
        first: if now < 55.0 { String::new() } else { format::date(language, first.day) },
        now: mark(now, if today { t.coverage_chart_today() } else { format::date(language, last.day) }),
        due: mark(due, t.coverage_chart_due(format::date(language, coverage.drive.due))),
        rows: rows(language, coverage),
    })
}

/// The two steps that have a line: where people begin, and the last that is asked.
fn steps(coverage: &Coverage) -> (Step, Step) {
    let asks = coverage.drive.asks;
    (if asks == Asks::Reading { Step::Opened } else { Step::Read }, asks.last())
}

fn anchor(x: f64) -> &'static str {
    match x {
        x if x < 20.0 => "start",
        x if x > 80.0 => "end",
        _ => "middle",
    }
}

/// Where the words at the ends of the lines stand: beside their lines, never upon each other nor below the drawing.
fn ends([begun, done]: [(f64, Step); 2]) -> [(f64, Step); 2] {
    let at = |share: f64| ABOVE + HEIGHT * (1.0 - share / 100.0);
    // Nobody is done who has not begun, so the line of those who have begun is the upper one.
    let (high, low) = (at(begun.0), at(done.0));
    let upper = (high - 8.0).max(ABOVE + 10.0);
    let (upper, lower) = if low - high > APART + 8.0 {
        (upper, (low - 8.0).max(upper + APART))
    } else if low + 18.0 < ABOVE + HEIGHT - 4.0 {
        (upper, (low + 18.0).max(upper + APART))
    } else {
        (high - 8.0 - APART, high - 8.0)
    };
    [(upper, begun.1), (lower, done.1)]
}

fn finding(t: &Messages, language: Language, coverage: &Coverage) -> Option<String> {
    let days = &coverage.days;
    let back = days.len().saturating_sub(1).min(WEEK);
    let (before, last) = (days.get(days.len() - 1 - back)?, days.last()?);
    let share = |counts: &Counts| format::percent(language, counts.done(), counts.owing());
    let (from, to) = (share(&before.counts), share(&last.counts));
    let back = i64::try_from(back).ok()?;
    let grown = percent(last.counts.done(), last.counts.owing()) - percent(before.counts.done(), before.counts.owing());
    let what = if coverage.drive.asks == Asks::Pact { t.coverage_chart_pacts() } else { t.coverage_chart_done() };
    let count = format::number(language, back);
    Some(match grown {
        _ if from == to => t.coverage_chart_same(back, what, to, count),
        grown if grown > 0.0 => t.coverage_chart_rose(back, what, from, to, count),
        _ => t.coverage_chart_fell(back, what, from, to, count),
    })
}

fn rows(language: Language, coverage: &Coverage) -> Vec<[String; 6]> {
    let number = |n: i64| format::number(language, n);
    let mut before = 0;
    let mut rows: Vec<[String; 6]> = coverage
        .days
        .iter()
        .map(|line| {
            let done = line.counts.done();
            let more = done - std::mem::replace(&mut before, done);
            [
                format::date(language, line.day),
                number(line.counts.owing()),
                number(line.counts.of(Step::Read)),
                number(line.counts.of(Step::Passed)),
                number(line.counts.of(super::last_column(coverage.drive.asks))),
                number(more),
            ]
        })
        .collect();
    rows.reverse();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_never_stand_upon_each_other(read in 0f64..100.0, behind in 0f64..100.0) {
            let [(upper, _), (lower, _)] = ends([(read, Step::Read), ((read - behind).max(0.0), Step::Signed)]);
            prop_assert!(lower - upper >= APART - 1e-9, "{upper} {lower}");
            prop_assert!(upper > ABOVE && lower < ABOVE + HEIGHT, "{upper} {lower}");
        }
    }
}
