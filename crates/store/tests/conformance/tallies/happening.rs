//! What may happen to somebody, at random.

use proptest::prelude::*;

/// What happens to somebody. Numbers choose among whom and what there is; days count from the drive's first.
#[derive(Debug, Clone, Copy)]
pub enum Happening {
    Joins { unit: usize, category: usize, on: u32 },
    Leaves { who: usize, on: u32 },
    Moves { who: usize, unit: usize, category: usize, on: u32 },
    Returns { who: usize, unit: usize, on: u32 },
    IsCorrected { engagement: usize, since: u32, lasts: Option<u32> },
    Receives { who: usize, on: u32 },
    Goes { task: usize, on: u32 },
    IsAskedAnew { task: usize, on: u32 },
    UnsaysThePledge { task: usize },
    NeverSigned { task: usize },
    IsExempted { task: usize, on: u32 },
    Refuses { task: usize, step: usize },
    OwesAlike { task: usize },
    OwesByAnotherDay { task: usize, until: Option<u32> },
    UnitEnds { unit: usize, into: usize, on: u32 },
    AreOne { who: usize, other: usize },
    AreTwo { which: usize },
}

pub fn happening() -> impl Strategy<Value = Happening> {
    let (who, unit, category, on) = (0usize..1_000, 0usize..10, 0usize..4, 0u32..40);
    let (step, until) = (0usize..3, prop::option::of(0u32..60));
    prop_oneof![
        (unit.clone(), category.clone(), on.clone()).prop_map(|(unit, category, on)| Happening::Joins {
            unit,
            category,
            on
        }),
        (who.clone(), on.clone()).prop_map(|(who, on)| Happening::Leaves { who, on }),
        (who.clone(), unit.clone(), category, on.clone()).prop_map(|(who, unit, category, on)| Happening::Moves {
            who,
            unit,
            category,
            on
        }),
        (who.clone(), unit.clone(), on.clone()).prop_map(|(who, unit, on)| Happening::Returns { who, unit, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::IsExempted { task, on }),
        (who.clone(), step).prop_map(|(task, step)| Happening::Refuses { task, step }),
        who.clone().prop_map(|task| Happening::OwesAlike { task }),
        (who.clone(), until).prop_map(|(task, until)| Happening::OwesByAnotherDay { task, until }),
        (unit.clone(), unit, on.clone()).prop_map(|(unit, into, on)| Happening::UnitEnds { unit, into, on }),
        (who.clone(), on.clone(), prop::option::of(0u32..20))
            .prop_map(|(engagement, since, lasts)| Happening::IsCorrected { engagement, since, lasts }),
        (who.clone(), on.clone()).prop_map(|(who, on)| Happening::Receives { who, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::Goes { task, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::Goes { task, on }),
        (who.clone(), on.clone()).prop_map(|(task, on)| Happening::Goes { task, on }),
        (who.clone(), on).prop_map(|(task, on)| Happening::IsAskedAnew { task, on }),
        who.clone().prop_map(|task| Happening::UnsaysThePledge { task }),
        who.clone().prop_map(|task| Happening::NeverSigned { task }),
        (who.clone(), who.clone()).prop_map(|(who, other)| Happening::AreOne { who, other }),
        (who.clone(), who.clone()).prop_map(|(who, other)| Happening::AreOne { who, other }),
        who.prop_map(|which| Happening::AreTwo { which }),
    ]
}
