//! Who has not signed, by name: page by page, and whole to be taken out of the program.

use super::{Counts, as_of, permit, series, within};
use crate::register::{in_order, name_of};
use crate::{App, Caller, Fault, UnitName};
use base::{Date, Zone};
use domain::category::Category;
use domain::coverage::Taken;
use domain::drive::Drive;
use domain::ids::{DriveId, UnitId};
use domain::policy::{Action, Permit};
use store::data::tasks::{NotYet, NotYetFilter};
use store::data::{circulars, record_read, tallies, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// People on one page.
const PAGE: u32 = 50;

/// What somebody looks for among those who have not signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYetQuery {
    /// The drive.
    pub drive: DriveId,
    /// This unit and all under it; none for the whole institution.
    pub unit: Option<UnitId>,
    /// Of these, only a unit under it and all under that one.
    pub under: Option<UnitId>,
    /// Of these, only people counted as this.
    pub category: Option<Category>,
    /// At the end of which day; today when none is named or it has not come yet.
    pub day: Option<Date>,
    /// Words in the name; empty for everybody.
    pub words: String,
    /// Which page, from 1. Beyond the last page the last one is meant.
    pub page: u32,
}

impl NotYetQuery {
    /// The first page of everybody in a unit, or in the institution.
    #[must_use]
    pub fn all(drive: DriveId, unit: Option<UnitId>) -> Self {
        Self { drive, unit, under: None, category: None, day: None, words: String::new(), page: 1 }
    }
}

/// Somebody who has not signed, with the name of their unit.
#[derive(Debug, Clone)]
pub struct Missing {
    /// Who and how far.
    pub who: NotYet,
    /// The unit's name.
    pub unit: String,
}

/// One page of those who have not signed.
#[derive(Debug, Clone)]
pub struct NotYetPage {
    /// The people on it, by name.
    pub people: Vec<Missing>,
    /// How many people were found, on all pages.
    pub found: i64,
    /// Which page it is, from 1.
    pub page: u32,
    /// How many pages there are; one when nobody was found.
    pub pages: u32,
    /// The unit asked for, or all of them, and those under it, in the order of the tree: for the choice of one.
    pub units: Vec<UnitName>,
}

impl App {
    /// Who in a unit and under it, or in the whole institution, has not signed: one page. One trace per request, with
    /// the number of names on the page.
    ///
    /// The head of region, a politician, sees numbers and no names: nobody shall have to fear the one whose election it
    /// is for a pact not yet signed.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may look at, and for whoever sees numbers only. [`Fault::NotFound`] when
    /// there is no such drive or unit, or the unit to narrow it to does not lie under the one asked for.
    pub async fn not_yet(&self, caller: &Caller, query: NotYetQuery) -> Result<NotYetPage, Fault> {
        let (page, permit) = self.store().read(Look { caller: caller.clone(), query }).await?;
        // Names are shown once it stands that they were looked at; finding them keeps no writer waiting.
        self.store().write(Seen { caller: caller.clone(), permit, people: page.people.len() }).await?;
        Ok(page)
    }

    /// Everybody in a unit and under it, or in the whole institution, who has not signed by today, to be taken out of
    /// the program.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may look but not export.
    pub async fn export_not_yet(
        &self,
        caller: &Caller,
        drive: DriveId,
        unit: Option<UnitId>,
    ) -> Result<Vec<Missing>, Fault> {
        self.export_not_yet_as_of(caller, NotYetQuery::all(drive, unit)).await
    }

    /// Everybody whom the query finds, on all pages, to be taken out of the program. The words of the query are not
    /// looked at: the file holds everybody.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may look but not export.
    pub async fn export_not_yet_as_of(&self, caller: &Caller, query: NotYetQuery) -> Result<Vec<Missing>, Fault> {
        let (people, permit) = self.store().read(Export { caller: caller.clone(), query }).await?;
        self.store().write(Seen { caller: caller.clone(), permit, people: people.len() }).await?;
        Ok(people)
    }
}

/// How many pages `found` people fill; an empty list is a page, too.
fn pages(found: i64) -> u32 {
    let filled = found.max(0).unsigned_abs().div_ceil(u64::from(PAGE));
    u32::try_from(filled).unwrap_or(u32::MAX).max(1)
}

struct Look {
    caller: Caller,
    query: NotYetQuery,
}

impl Unit for Look {
    type Out = (NotYetPage, Permit);
    type Error = Fault;
    const NAME: &'static str = "coverage/not_yet";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, query): (Scope, &NotYetQuery) = (self.caller.scope()?, &self.query);
        let units = tenancy::units(tx, &scope).await?;
        let permit = permit(&self.caller, Action::ViewNotYet, &units, query.unit)?;
        let drive = circulars::drive_by_id(tx, &scope, query.drive).await?.ok_or(Fault::NotFound)?;
        let (institution, _) = as_of(tx, &self.caller, query.day).await?;
        if query.under.is_some_and(|under| units.get(under).is_none() || !within(&units, under, query.unit)) {
            return Err(Fault::NotFound);
        }
        let filter = filter(tx, &self.caller, query, name_of(&query.words)).await?;
        let found = if filter.words.trim().is_empty() {
            owing(tx, &scope, &drive, &filter, institution.zone).await?
        } else {
            tasks::not_yet_count(tx, &scope, &filter).await?
        };
        let pages = pages(found);
        let page = query.page.clamp(1, pages);
        let lines = match found {
            // Who looks for nobody among very many would look at each.
            0 => Vec::new(),
            _ => tasks::not_yet(tx, &scope, &filter, PAGE, (page - 1).saturating_mul(PAGE)).await?,
        };
        let people: Vec<Missing> = lines.into_iter().map(|who| named(&units, who)).collect();
        let mut names = in_order(&units);
        names.retain(|unit| within(&units, unit.id, query.unit));
        Ok((NotYetPage { people, found, page, pages, units: names }, permit))
    }
}

/// How many owe something, by the figures that are kept.
async fn owing(tx: &mut Tx, scope: &Scope, drive: &Drive, filter: &NotYetFilter, zone: Zone) -> Result<i64, Fault> {
    let day = filter.as_of.day;
    let counted = tallies::of_place(tx, scope, drive.id, filter.unit).await?;
    let wanted = counted.iter().filter(|tally| filter.category.is_none_or(|only| only == tally.category));
    let taken = series::days(wanted, day).last().map_or_else(Taken::default, |(_, taken)| *taken);
    Ok(Counts::new(taken, drive, drive.ended.is_some_and(|at| at.date(zone) <= day)).not_yet())
}

/// That somebody looked at names.
struct Seen {
    caller: Caller,
    permit: Permit,
    people: usize,
}

impl Unit for Seen {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "coverage/not_yet_seen";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, occasion) = (self.caller.scope()?, self.caller.occasion);
        record_read(tx, &scope, self.permit.clone(), self.people, occasion.at, &mut occasion.chance()).await?;
        Ok(())
    }
}

async fn filter(tx: &mut Tx, caller: &Caller, query: &NotYetQuery, words: String) -> Result<NotYetFilter, Fault> {
    let (_, as_of) = as_of(tx, caller, query.day).await?;
    let (unit, category) = (query.under.or(query.unit), query.category);
    Ok(NotYetFilter { drive: query.drive, words, unit, category, as_of })
}

fn named(units: &domain::tenancy::UnitTree, who: NotYet) -> Missing {
    let unit = units.get(who.unit).map(|unit| unit.name.clone()).unwrap_or_default();
    Missing { who, unit }
}

struct Export {
    caller: Caller,
    query: NotYetQuery,
}

impl Unit for Export {
    type Out = (Vec<Missing>, Permit);
    type Error = Fault;
    const NAME: &'static str = "coverage/export_not_yet";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let scope = self.caller.scope()?;
        let units = tenancy::units(tx, &scope).await?;
        let permit = permit(&self.caller, Action::ExportCoverage, &units, self.query.unit)?;
        circulars::drive_by_id(tx, &scope, self.query.drive).await?.ok_or(Fault::NotFound)?;
        let filter = filter(tx, &self.caller, &self.query, String::new()).await?;
        let lines = tasks::not_yet(tx, &scope, &filter, u32::MAX, 0).await?;
        Ok((lines.into_iter().map(|who| named(&units, who)).collect(), permit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn full_pages_have_no_empty_one_behind_them() {
        assert_eq!([0, 1, 50, 51, 100, 5_759].map(pages), [1, 1, 1, 2, 2, 116]);
    }

    proptest! {
        #[test]
        fn every_page_but_the_last_is_full(found in 0_i64..10_000_000) {
            let (pages, page) = (i64::from(pages(found)), i64::from(PAGE));
            prop_assert!(pages * page >= found);
            prop_assert!((pages - 1) * page < found.max(1));
        }
    }
}
