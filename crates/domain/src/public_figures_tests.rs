//! Tries to find out from told figures what they must not tell.

use super::*;
use proptest::prelude::*;

/// People of a block and how many of them are done, day after day: how many join, how many leave, how many of those who
/// leave were done, how many come to be done.
type Days = Vec<(i64, i64, i64, i64)>;

fn cells() -> impl Strategy<Value = Vec<Cell>> {
    let people = prop_oneof![0_i64..12, 0_i64..60, 0_i64..400];
    let one = (0_usize..5, 0_usize..4, people, 0_i64..=100, 0_i64..=100);
    prop::collection::vec(one, 1..14).prop_map(|all| {
        let cell = |(group, category, people, read, done): (usize, usize, i64, i64, i64)| {
            let read = people * read / 100;
            let (group, category) = (UnitKind::ALL[group], Category::ALL[category]);
            Cell { group, category, people, read, done: read * done / 100 }
        };
        all.into_iter().map(cell).collect()
    })
}

fn nobody() -> Label {
    Label { group: None, category: None }
}

/// Whether the one who knows only that a number lies between two others, and of how many people, knows too much.
fn tells_too_much(known: Between, people: i64) -> bool {
    known.high < LEAST_KNOWN || people - known.low < LEAST_KNOWN
}

/// One statement that was told: the blocks it is a sum of, and between which numbers the sum lies.
type Statement = (Vec<usize>, Between);

/// Everything that is told of how many are done.
fn statements(figures: &PublicFigures) -> Vec<Statement> {
    let of = |wanted: &dyn Fn(&Label) -> bool| -> Vec<usize> {
        (0..figures.blocks.len()).filter(|n| wanted(&figures.blocks[*n].label)).collect()
    };
    let mut all: Vec<Statement> =
        figures.blocks.iter().enumerate().map(|(n, block)| (vec![n], block.told().done)).collect();
    all.push((of(&|_| true), figures.total().done));
    all.extend(figures.groups().into_iter().map(|(group, told)| (of(&|label| label.group == group), told.done)));
    all.extend(figures.categories().into_iter().map(|(only, told)| (of(&|label| label.category == only), told.done)));
    all
}

/// Narrows what is known of each block by every statement until nothing can be narrowed any more. `people` is how many
/// people each block really has: the one who reasons knows that.
fn reason(statements: &[Statement], people: &[i64]) -> Vec<Between> {
    let mut known: Vec<Between> = people.iter().map(|count| Between { low: 0, high: *count }).collect();
    loop {
        let before = known.clone();
        for (blocks, sum) in statements {
            for n in blocks {
                let others = || blocks.iter().filter(|other| *other != n);
                let low = sum.low - others().map(|other| known[*other].high).sum::<i64>();
                let high = sum.high - others().map(|other| known[*other].low).sum::<i64>();
                known[*n] = Between { low: known[*n].low.max(low), high: known[*n].high.min(high) };
            }
        }
        if known == before {
            return known;
        }
    }
}

proptest! {
    /// Whatever number within the told tens is the true one, the same is told: so none can be ruled out.
    #[test]
    fn nothing_within_a_told_ten_can_be_ruled_out(people in 0_i64..300, done in 0_i64..300, other in 0_i64..300) {
        let (done, other) = (done.min(people), other.min(people));
        let block = Block::of(nobody(), people, done, done);
        let told = block.told().done;
        prop_assert!(told.low <= done && done <= told.high);
        let known = Between { low: told.low, high: told.high.min(people) };
        prop_assert!(people < 2 * TEN || !tells_too_much(known, people));
        if people < 2 * TEN {
            prop_assert!(told.low == 0 && told.high >= people, "of few people nothing is told");
        }
        let same = Block::of(nobody(), people, other, other) == block;
        prop_assert_eq!(same, told.low <= other && other <= told.high);
    }

    /// Reasoning from groups, categories and the total narrows no block, even for whoever knows how many people each has.
    #[test]
    fn sums_tell_no_more_than_their_parts(cells in cells()) {
        let Some(figures) = PublicFigures::of(&cells, None) else { return Ok(()) };
        let labels: BTreeSet<Label> = figures.blocks.iter().map(|block| block.label).collect();
        let truth = |count: fn(&Cell) -> i64| -> Vec<i64> {
            let of = |label: &Label| cells.iter().filter(|cell| place(&labels, cell) == *label).map(count).sum();
            figures.blocks.iter().map(|block| of(&block.label)).collect()
        };
        let (people, done) = (truth(|cell| cell.people), truth(|cell| cell.done));
        let known = reason(&statements(&figures), &people);
        for (n, block) in figures.blocks.iter().enumerate() {
            prop_assert!(people[n] >= LEAST, "{:?} has {} people", block.label, people[n]);
            let told = block.told().done;
            prop_assert_eq!(known[n], Between { low: told.low, high: told.high.min(people[n]) });
            prop_assert!(known[n].low <= done[n] && done[n] <= known[n].high);
            prop_assert!(!tells_too_much(known[n], people[n]));
        }
        let total = figures.total();
        let all: i64 = cells.iter().map(|cell| cell.people).sum();
        prop_assert!(total.people.low <= all && all <= total.people.high, "everybody is told of");
    }

    /// How people are divided hangs on nothing that they did, and stays.
    #[test]
    fn the_division_tells_nothing(before in cells(), after in cells()) {
        let undone: Vec<Cell> = before.iter().map(|cell| Cell { read: 0, done: 0, ..*cell }).collect();
        prop_assert_eq!(divide(&before), divide(&undone));
        let Some(first) = PublicFigures::of(&before, None) else { return Ok(()) };
        let later = PublicFigures::of(&after, Some(&first)).unwrap();
        let labels = |figures: &PublicFigures| figures.blocks.iter().map(|block| block.label).collect::<BTreeSet<_>>();
        prop_assert!(labels(&later).is_superset(&labels(&first)));
        prop_assert!(labels(&later).difference(&labels(&first)).all(|label| *label == nobody()));
    }

    /// Versions of many days, joined with how many people came and went between them, tell no more of any day than that
    /// day's version: never that fewer than five did or did not.
    #[test]
    fn versions_laid_side_by_side_tell_no_more(
        people in 20_i64..120,
        done in 0_i64..120,
        days in prop::collection::vec((0_i64..9, 0_i64..9, 0_i64..9, 0_i64..30), 1..30),
    ) {
        let days: Days = days;
        let mut truth = vec![(people, done.min(people), 0, 0)];
        for (join, leave, were_done, more) in days {
            let (people, done, ..) = truth[truth.len() - 1];
            let leave = leave.min(people - 2 * TEN).max(0);
            let gone = were_done.min(leave).min(done).max(leave - (people - done));
            let people = people + join - leave;
            truth.push((people, (done - gone + more).min(people), join, leave));
        }
        let told = |(people, done, ..): &(i64, i64, i64, i64)| {
            let told = Block::of(nobody(), *people, *done, *done).told().done;
            Between { low: told.low, high: told.high.min(*people) }
        };
        let mut known: Vec<Between> = truth.iter().map(told).collect();
        // Whoever is done stays done, but they may leave; whoever joins may be done. Nobody outside knows who it was.
        for n in 1..known.len() {
            let least = known[n - 1].low - truth[n].3;
            known[n].low = known[n].low.max(least);
        }
        for n in (1..known.len()).rev() {
            let most = known[n].high + truth[n].3;
            known[n - 1].high = known[n - 1].high.min(most);
        }
        for (known, (people, done, ..)) in known.iter().zip(&truth) {
            prop_assert!(known.low <= *done && *done <= known.high);
            prop_assert!(!tells_too_much(*known, *people), "{known:?} of {people}");
        }
    }
}

#[test]
fn small_groups_are_told_with_others_and_few_people_not_at_all() {
    let cell = |group, category, people| Cell { group, category, people, read: people / 2, done: people / 4 };
    let (school, village) = (UnitKind::School, UnitKind::Village);
    let few = [cell(school, Category::Pns, 20), cell(village, Category::VillageHead, 19)];
    assert_eq!(PublicFigures::of(&few, None), None);
    let cells = [
        cell(school, Category::Pns, 200),
        cell(school, Category::Cpns, 3),
        cell(village, Category::VillageHead, 12),
        cell(village, Category::VillageApparatus, 60),
        cell(UnitKind::Office, Category::Pns, 44),
    ];
    let figures = PublicFigures::of(&cells, None).unwrap();
    let named: Vec<_> = figures.blocks.iter().map(|block| (block.label, block.told().people.low)).collect();
    let label = |group, category| Label { group: Some(group), category: Some(category) };
    // The two small ones are too few together: the smallest block goes with them.
    let expected =
        [(nobody(), 50), (label(village, Category::VillageApparatus), 60), (label(school, Category::Pns), 200)];
    assert_eq!(named, expected);
    let total = figures.total();
    assert_eq!((total.people, total.done.low), (Between { low: 310, high: 337 }, 70));
    assert_eq!(figures.groups().last().unwrap().0, None, "what is not named stands last");
}
