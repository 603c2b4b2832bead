//! The figures of a place as they went from day to day.

use super::Counts;
use base::Date;
use domain::category::Category;
use domain::coverage::Taken;
use std::collections::BTreeMap;
use store::data::tallies::Tally;

/// How far a part of the institution was at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayLine {
    /// The day.
    pub day: Date,
    /// The figures at its end.
    pub counts: Counts,
}

/// A line for every day from the first on which somebody was counted to `last`.
pub(super) fn days<'a>(tallies: impl Iterator<Item = &'a Tally>, last: Date) -> Vec<(Date, Taken)> {
    let mut turns: BTreeMap<Date, Taken> = BTreeMap::new();
    for tally in tallies.filter(|tally| tally.day <= last) {
        turns.entry(tally.day).or_default().add(&tally.counts);
    }
    let (mut lines, mut counts) = (Vec::new(), Taken::default());
    let mut next = turns.keys().next().copied();
    while let Some(day) = next.filter(|day| *day <= last) {
        counts.add(turns.get(&day).unwrap_or(&Taken::default()));
        lines.push((day, counts));
        next = day.next_day();
    }
    lines
}

/// The figures of each category at the end of `day`, without those in which nobody is counted.
pub(super) fn categories(tallies: &[Tally], day: Date) -> Vec<(Category, Taken)> {
    let of = |category: Category| {
        let mut sum = Taken::default();
        tallies.iter().filter(|t| t.category == category && t.day <= day).for_each(|t| sum.add(&t.counts));
        (category, sum)
    };
    Category::ALL.into_iter().map(of).filter(|(_, counts)| counts.owing() > 0).collect()
}

/// How many came to have done all that is asked on each day that was over on `today`.
pub(super) fn done_on(days: &[DayLine], today: Date) -> Vec<i64> {
    let mut before = 0;
    let over = days.iter().filter(|line| line.day < today);
    over.map(|line| {
        let done = line.counts.done();
        done - std::mem::replace(&mut before, done)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::knowledge::Step;

    #[test]
    fn days_without_a_change_have_a_line_too() {
        let day = |n: u8| base::parse_iso_date(&format!("2024-10-{n:02}")).unwrap();
        let tally = |at: u8, category, delivered, signed| Tally {
            category,
            day: day(at),
            counts: Taken([delivered, 0, 0, 0, 0, signed]),
        };
        let all = [
            tally(3, Category::Pns, 10, 0),
            tally(5, Category::Pns, 0, 4),
            tally(5, Category::Pppk, 2, 0),
            tally(9, Category::Pns, -10, -4),
        ];
        let lines = days(all.iter(), day(6));
        let seen: Vec<_> = lines.iter().map(|(day, taken)| (*day, taken.owing(), taken.of(Step::Signed))).collect();
        assert_eq!(seen, [(day(3), 10, 0), (day(4), 10, 0), (day(5), 12, 4), (day(6), 12, 4)]);
        let counts = |taken: &Taken| Counts { taken: *taken, ..Counts::default() };
        let lines: Vec<_> = lines.iter().map(|(day, taken)| DayLine { day: *day, counts: counts(taken) }).collect();
        assert_eq!(done_on(&lines, day(6)), [0, 0, 4]);
        let by = categories(&all, day(6));
        assert_eq!(
            by.iter().map(|(category, counts)| (*category, counts.owing())).collect::<Vec<_>>(),
            [(Category::Pns, 10), (Category::Pppk, 2)]
        );
        assert_eq!(categories(&all, day(9)).len(), 1, "nobody is counted any more");
    }
}
