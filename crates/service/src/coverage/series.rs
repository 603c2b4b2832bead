//! The figures of a place as they went from day to day.

use base::Date;
use domain::category::Category;
use domain::coverage::Counts;
use domain::knowledge::Step;
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
pub(super) fn days<'a>(tallies: impl Iterator<Item = &'a Tally>, last: Date) -> Vec<DayLine> {
    let mut turns: BTreeMap<Date, Counts> = BTreeMap::new();
    for tally in tallies.filter(|tally| tally.day <= last) {
        turns.entry(tally.day).or_default().add(&tally.counts);
    }
    let (mut lines, mut counts) = (Vec::new(), Counts::default());
    let mut next = turns.keys().next().copied();
    while let Some(day) = next.filter(|day| *day <= last) {
        counts.add(turns.get(&day).unwrap_or(&Counts::default()));
        lines.push(DayLine { day, counts });
        next = day.next_day();
    }
    lines
}

/// The figures of each category at the end of `day`, without those in which nobody is counted.
pub(super) fn categories(tallies: &[Tally], day: Date) -> Vec<(Category, Counts)> {
    let of = |category: Category| {
        let mut sum = Counts::default();
        tallies.iter().filter(|t| t.category == category && t.day <= day).for_each(|t| sum.add(&t.counts));
        (category, sum)
    };
    Category::ALL.into_iter().map(of).filter(|(_, counts)| counts.owing() > 0).collect()
}

/// How many signed on each day that was over on `today`.
pub(super) fn signed_on(days: &[DayLine], today: Date) -> Vec<i64> {
    let mut before = 0;
    let over = days.iter().filter(|line| line.day < today);
    over.map(|line| {
        let signed = line.counts.of(Step::Signed);
        signed - std::mem::replace(&mut before, signed)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_without_a_change_have_a_line_too() {
        let day = |n: u8| base::parse_iso_date(&format!("2024-10-{n:02}")).unwrap();
        let tally = |at: u8, category, delivered, signed| Tally {
            category,
            day: day(at),
            counts: Counts([delivered, 0, 0, 0, 0, signed]),
        };
        let all = [
            tally(3, Category::Pns, 10, 0),
            tally(5, Category::Pns, 0, 4),
            tally(5, Category::Pppk, 2, 0),
            tally(9, Category::Pns, -10, -4),
        ];
        let lines = days(all.iter(), day(6));
        let seen: Vec<_> =
            lines.iter().map(|line| (line.day, line.counts.owing(), line.counts.of(Step::Signed))).collect();
        assert_eq!(seen, [(day(3), 10, 0), (day(4), 10, 0), (day(5), 12, 4), (day(6), 12, 4)]);
        assert_eq!(signed_on(&lines, day(6)), [0, 0, 4]);
        let by = categories(&all, day(6));
        assert_eq!(
            by.iter().map(|(category, counts)| (*category, counts.owing())).collect::<Vec<_>>(),
            [(Category::Pns, 10), (Category::Pppk, 2)]
        );
        assert_eq!(categories(&all, day(9)).len(), 1, "nobody is counted any more");
    }
}
