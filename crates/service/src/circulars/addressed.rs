use crate::Fault;
use base::Date;
use domain::circular::Addressees;
use domain::ids::UnitId;
use domain::people::Engagement;
use domain::post::{PostOnDay, alike};
use domain::tenancy::UnitTree;
use std::collections::{BTreeMap, BTreeSet};
use store::data::{circulars, people, tenancy};
use store::{Scope, Tx};

/// Whom addressees bind on a day.
pub(super) struct Reach {
    /// The engagements that are bound: one for each person.
    pub bound: Vec<Engagement>,
    /// The titles, as they are written in the addressees, that nobody holds.
    pub unheld: Vec<String>,
}

/// The engagements on `day` that a circular with these addressees binds: one for each person.
pub(super) async fn addressed(
    tx: &mut Tx,
    scope: &Scope,
    addressees: &Addressees,
    day: Date,
) -> Result<Vec<Engagement>, Fault> {
    Ok(reach(tx, scope, addressees, day).await?.bound)
}

/// Whom a circular with these addressees binds on `day`, and which of its titles nobody holds then.
pub(super) async fn reach(tx: &mut Tx, scope: &Scope, addressees: &Addressees, day: Date) -> Result<Reach, Fault> {
    let units = tenancy::units(tx, scope).await?;
    let posts = if addressees.is_for_posts() { circulars::posts_on(tx, scope, day).await? } else { Vec::new() };
    Ok(among(addressees, &units, &posts, people::engagements_on(tx, scope, day).await?))
}

/// The titles to which a circular is addressed, alike ones once, and whether anybody was found to hold them.
struct Titles(BTreeMap<String, bool>);

impl Titles {
    fn of(addressees: &Addressees) -> Self {
        let keys = addressees.titles.iter().map(|title| alike(title)).filter(|key| !key.is_empty());
        Self(keys.map(|key| (key, false)).collect())
    }

    /// Whether a title that somebody holds is one of them.
    fn name(&mut self, title: &str) -> bool {
        let found = if self.0.is_empty() { None } else { self.0.get_mut(&alike(title)) };
        found.map(|held| *held = true).is_some()
    }

    fn is_held(&self, title: &str) -> bool {
        self.0.get(&alike(title)).is_some_and(|held| *held)
    }
}

/// Of these engagements those that are bound. `posts` are those of the day.
fn among(addressees: &Addressees, units: &UnitTree, posts: &[PostOnDay], engagements: Vec<Engagement>) -> Reach {
    let under = |unit: UnitId, above: &[UnitId]| above.iter().any(|above| units.is_within(unit, *above));
    let counts = |unit: UnitId| {
        (addressees.units.is_empty() || under(unit, &addressees.units)) && !under(unit, &addressees.except)
    };
    let mut titles = Titles::of(addressees);
    // Whoever holds a post is bound by where the post is: an acting head works elsewhere.
    let mut by_post = BTreeSet::new();
    // Whoever has left the service and still stands in the register of posts is nobody to address.
    let here: BTreeSet<_> = engagements.iter().map(|it| it.person).collect();
    let held = posts.iter().filter_map(|post| Some((post, post.holder.filter(|it| here.contains(it))?)));
    for (post, holder) in held {
        let is_named = titles.name(&post.title) || addressees.posts.contains(&post.duty);
        if is_named && counts(post.unit) {
            by_post.insert(holder);
        }
    }
    let (mut bound, mut seen) = (Vec::new(), BTreeSet::new());
    for engagement in engagements {
        // Rosters have the title as the position; a post is recorded apart only where somebody recorded it.
        let is_named = titles.name(&engagement.position) || !addressees.is_for_posts();
        let is_meant = (is_named && counts(engagement.unit)) || by_post.contains(&engagement.person);
        if is_meant && addressees.categories.contains(&engagement.category) && seen.insert(engagement.person) {
            bound.push(engagement);
        }
    }
    let unheld = addressees.titles.iter().filter(|title| !titles.is_held(title)).cloned().collect();
    Reach { bound, unheld }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::category::Category;
    use domain::ids::{EngagementId, PersonId};
    use domain::post::Duty;
    use domain::tenancy::Unit;
    use domain::unit_kind::UnitKind;
    use proptest::prelude::*;

    /// Titles as a register has them: three, of which two are typed in more than one way.
    const TITLES: [&str; 6] = ["Camat", "CAMAT", "Lurah", " lurah  ", "Bendahara Pengeluaran", ""];
    /// Which of them is which.
    const SAME: [usize; 6] = [0, 0, 1, 1, 2, 3];
    const NO_TITLE: usize = 3;

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

    fn engagement(person: PersonId, unit: UnitId, position: &str) -> Engagement {
        let (id, position) = (EngagementId::draw(), position.to_owned());
        Engagement { id, person, unit, category: Category::Pns, position, since: since(), until: None }
    }

    proptest! {
        /// Whoever is bound is in a unit that is named and in none that is excepted; with posts or titles, by their post
        /// or by the position they work in. A title that nobody holds anywhere is told.
        #[test]
        fn nobody_outside_is_bound(
            homes in prop::collection::vec((0_usize..6, 0_usize..6), 1..12),
            offices in prop::collection::vec(prop::option::of((0_usize..6, 0_usize..6, any::<bool>())), 12),
            named in prop::collection::btree_set(0_usize..6, 0..3),
            excepted in prop::collection::btree_set(0_usize..6, 0..3),
            by_duty: bool,
            titles in prop::collection::vec(0_usize..6, 0..3),
        ) {
            let (units, ids) = tree();
            let people: Vec<PersonId> = homes.iter().map(|_| PersonId::draw()).collect();
            let engagements: Vec<_> =
                people.iter().zip(&homes).map(|(p, (home, title))| engagement(*p, ids[*home], TITLES[*title])).collect();
            let posts: Vec<_> = offices.iter().enumerate().filter_map(|(n, office)| {
                let (unit, title, is_head) = (*office)?;
                let duty = if is_head { Duty::HeadOfUnit } else { Duty::Other };
                // The posts of whoever is not there are vacant.
                Some(PostOnDay { unit: ids[unit], title: TITLES[title].to_owned(), duty, holder: people.get(n).copied() })
            }).collect();
            let addressees = Addressees {
                categories: vec![Category::Pns],
                units: named.iter().map(|n| ids[*n]).collect(),
                posts: if by_duty { vec![Duty::HeadOfUnit] } else { Vec::new() },
                titles: titles.iter().map(|n| TITLES[*n].to_owned()).collect(),
                except: excepted.iter().map(|n| ids[*n]).collect(),
            };
            let Reach { bound, unheld } = among(&addressees, &units, &posts, engagements);
            let bound: Vec<PersonId> = bound.into_iter().map(|it| it.person).collect();
            let is_titled = |title: usize| SAME[title] != NO_TITLE && titles.iter().any(|n| SAME[*n] == SAME[title]);
            let counts = |unit: usize| {
                let under = |set: &BTreeSet<usize>| set.iter().any(|above| *above == unit || (unit >= 2 && *above == unit % 2));
                (named.is_empty() || under(&named)) && !under(&excepted)
            };
            for (n, person) in people.iter().enumerate() {
                let (home, position) = homes[n];
                let by_post = offices[n].is_some_and(|(unit, title, is_head)| {
                    ((by_duty && is_head) || is_titled(title)) && counts(unit)
                });
                let by_home = (is_titled(position) || (!by_duty && titles.is_empty())) && counts(home);
                prop_assert_eq!(bound.contains(person), by_post || by_home);
            }
            let is_held = |title: usize| {
                let positions = homes.iter().map(|(_, title)| *title);
                let held = offices.iter().take(people.len()).filter_map(|office| office.map(|(_, title, _)| title));
                SAME[title] != NO_TITLE && positions.chain(held).any(|it| SAME[it] == SAME[title])
            };
            let must: Vec<&str> = titles.iter().filter(|title| !is_held(**title)).map(|title| TITLES[*title]).collect();
            prop_assert_eq!(unheld, must);
        }
    }
}
