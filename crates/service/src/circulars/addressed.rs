use crate::Fault;
use base::Date;
use domain::circular::Addressees;
use domain::ids::{PersonId, UnitId};
use domain::people::Engagement;
use domain::post::Duty;
use domain::tenancy::UnitTree;
use store::data::{circulars, people, tenancy};
use store::{Scope, Tx};

/// The engagements on `day` that a circular with these addressees binds: one for each person.
pub(super) async fn addressed(
    tx: &mut Tx,
    scope: &Scope,
    addressees: &Addressees,
    day: Date,
) -> Result<Vec<Engagement>, Fault> {
    let units = tenancy::units(tx, scope).await?;
    let held = if addressees.posts.is_empty() { Vec::new() } else { circulars::duties_on(tx, scope, day).await? };
    Ok(among(addressees, &units, &held, people::engagements_on(tx, scope, day).await?))
}

/// Of these engagements those that are bound. `held` says who has which duty in which unit.
fn among(
    addressees: &Addressees,
    units: &UnitTree,
    held: &[(PersonId, Duty, UnitId)],
    engagements: Vec<Engagement>,
) -> Vec<Engagement> {
    let under = |unit: UnitId, above: &[UnitId]| above.iter().any(|above| units.is_within(unit, *above));
    let counts = |unit: UnitId| {
        (addressees.units.is_empty() || under(unit, &addressees.units)) && !under(unit, &addressees.except)
    };
    // Whoever holds a post is bound by where the post is: an acting head works elsewhere.
    let holds = |person: PersonId| {
        held.iter().any(|(holder, duty, unit)| *holder == person && addressees.posts.contains(duty) && counts(*unit))
    };
    let covers = |engagement: &Engagement| {
        addressees.categories.contains(&engagement.category)
            && if addressees.posts.is_empty() { counts(engagement.unit) } else { holds(engagement.person) }
    };
    let mut seen = std::collections::BTreeSet::new();
    engagements.into_iter().filter(|e| covers(e) && seen.insert(e.person)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::category::Category;
    use domain::ids::EngagementId;
    use domain::tenancy::Unit;
    use domain::unit_kind::UnitKind;
    use proptest::prelude::*;

    fn since() -> Date {
        base::parse_iso_date("2020-01-01").unwrap()
    }

    /// Two departments, each with two units below.
    fn tree() -> (UnitTree, Vec<UnitId>) {
        let ids: Vec<UnitId> = (0..6).map(|_| UnitId::draw()).collect();
        let unit = |n: usize| Unit {
            id: ids[n],
            parent: (n >= 2).then(|| ids[n % 2]),
            kind: UnitKind::Department,
            code: n.to_string(),
            name: n.to_string(),
            week: None,
            since: since(),
            until: None,
        };
        (UnitTree::new((0..6).map(unit)), ids)
    }

    fn engagement(person: PersonId, unit: UnitId) -> Engagement {
        let (id, position) = (EngagementId::draw(), String::new());
        Engagement { id, person, unit, category: Category::Pns, position, since: since(), until: None }
    }

    proptest! {
        /// Whoever is bound is in a unit that is named and in none that is excepted; with posts, by their post.
        #[test]
        fn nobody_outside_is_bound(
            homes in prop::collection::vec(0_usize..6, 1..12),
            offices in prop::collection::vec(prop::option::of(0_usize..6), 12),
            named in prop::collection::btree_set(0_usize..6, 0..3),
            excepted in prop::collection::btree_set(0_usize..6, 0..3),
            by_post: bool,
        ) {
            let (units, ids) = tree();
            let people: Vec<PersonId> = homes.iter().map(|_| PersonId::draw()).collect();
            let engagements: Vec<_> = people.iter().zip(&homes).map(|(p, home)| engagement(*p, ids[*home])).collect();
            let held: Vec<_> = people.iter().zip(&offices)
                .filter_map(|(person, office)| Some((*person, Duty::HeadOfUnit, ids[(*office)?]))).collect();
            let addressees = Addressees {
                categories: vec![Category::Pns],
                units: named.iter().map(|n| ids[*n]).collect(),
                posts: if by_post { vec![Duty::HeadOfUnit] } else { Vec::new() },
                except: excepted.iter().map(|n| ids[*n]).collect(),
            };
            let bound: Vec<PersonId> =
                among(&addressees, &units, &held, engagements).into_iter().map(|it| it.person).collect();
            for (n, person) in people.iter().enumerate() {
                let place = if by_post { offices[n] } else { Some(homes[n]) };
                let under = |set: &std::collections::BTreeSet<usize>, unit: usize| {
                    set.iter().any(|above| *above == unit || (unit >= 2 && *above == unit % 2))
                };
                let must = place.is_some_and(|unit| (named.is_empty() || under(&named, unit)) && !under(&excepted, unit));
                prop_assert_eq!(bound.contains(person), must);
            }
        }
    }
}
