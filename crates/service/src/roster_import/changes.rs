//! Who would change and how, page by page: *Yang berubah*.

use super::known::Known;
use super::reconcile::ChangeKind;
use super::row::GoodRow;
use super::view::name_of;
use crate::trace::Trace;
use crate::{App, Caller, Fault, Refusal};
use base::{Date, Language};
use domain::category::Category;
use domain::ids::{ImportId, PersonId};
use domain::people::{Engagement, search_form};
use domain::roster_import::{Import, ImportState};
use domain::tenancy::UnitTree;

/// People on one page.
const PAGE: usize = 50;

/// Which changes are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangeQuery {
    /// Only this kind; none means every change, without those who stay as they are.
    pub kind: Option<ChangeKind>,
    /// Words in the name; empty for everybody.
    pub words: String,
    /// The page, from 1.
    pub page: u32,
}

/// How many people the good rows would change, each counted once by what matters most.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Whom the register does not know yet.
    pub new: usize,
    /// With another unit.
    pub moved: usize,
    /// With a last day where there was none.
    pub ended: usize,
    /// With another category.
    pub category: usize,
    /// With another position.
    pub position: usize,
    /// With another name.
    pub renamed: usize,
    /// With another contact or date.
    pub corrected: usize,
    /// About whom the file says what is known.
    pub unchanged: usize,
    /// In covered units, about whom the file says nothing.
    pub missing: usize,
}

impl Changes {
    /// How many of one kind.
    #[must_use]
    pub const fn of(&self, kind: ChangeKind) -> usize {
        match kind {
            ChangeKind::New => self.new,
            ChangeKind::Moved => self.moved,
            ChangeKind::Ended => self.ended,
            ChangeKind::Category => self.category,
            ChangeKind::Position => self.position,
            ChangeKind::Renamed => self.renamed,
            ChangeKind::Corrected => self.corrected,
            ChangeKind::Unchanged => self.unchanged,
            ChangeKind::Missing => self.missing,
        }
    }

    /// Counts one person.
    pub(super) const fn count(&mut self, kind: ChangeKind) {
        match kind {
            ChangeKind::New => self.new += 1,
            ChangeKind::Moved => self.moved += 1,
            ChangeKind::Ended => self.ended += 1,
            ChangeKind::Category => self.category += 1,
            ChangeKind::Position => self.position += 1,
            ChangeKind::Renamed => self.renamed += 1,
            ChangeKind::Corrected => self.corrected += 1,
            ChangeKind::Unchanged => self.unchanged += 1,
            ChangeKind::Missing => self.missing += 1,
        }
    }
}

/// Where and as what somebody works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// The unit.
    pub unit: String,
    /// As what.
    pub category: Category,
    /// The position in words.
    pub position: String,
    /// Last day, where one is known.
    pub until: Option<Date>,
}

/// What would change about one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeLine {
    /// The line in the file, from 1; none for somebody whom it does not name.
    pub line: Option<u32>,
    /// The name with titles, as the file has it.
    pub name: String,
    /// Whose record it is; none for somebody new.
    pub person: Option<PersonId>,
    /// What changes most.
    pub kind: ChangeKind,
    /// Whether they are found by a number that they had once, as when two records of theirs became one.
    pub by_former_number: bool,
    /// The name until now, where it changes.
    pub old_name: Option<String>,
    /// Where the person is today.
    pub before: Vec<Placement>,
    /// What the file says.
    pub after: Option<Placement>,
}

/// A page of changes.
#[derive(Debug, Clone)]
pub struct ChangeList {
    /// The import.
    pub import: Import,
    /// How many of each kind.
    pub changes: Changes,
    /// The people of the page.
    pub lines: Vec<ChangeLine>,
    /// How many fit the question on all pages together.
    pub total: usize,
    /// Whether there are pages after this one.
    pub more: bool,
}

impl App {
    /// Whom an import would change, by line of the file and at last those who are missing in it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the institution has no such import, [`Refusal::ImportOver`] once it was decided on,
    /// [`Fault::Denied`] when the caller may not see it.
    pub async fn import_changes(
        &self,
        caller: &Caller,
        id: ImportId,
        query: ChangeQuery,
        language: Language,
    ) -> Result<ChangeList, Fault> {
        let institution = caller.institution()?;
        let pick = Pick::new(query);
        let (survey, permit) =
            self.survey(&caller.actor, caller.occasion, institution, id, language, Some(pick)).await?;
        let (view, pick) = survey.finish();
        if view.import.state != ImportState::Staged {
            return Err(Refusal::ImportOver.into());
        }
        let (skip, lines, total) = pick.map(|pick| (pick.skip, pick.lines, pick.total)).unwrap_or_default();
        self.store().write(Trace { occasion: caller.occasion, institution, permit, count: lines.len() }).await?;
        let more = total > skip.saturating_add(lines.len());
        Ok(ChangeList { import: view.import, changes: view.changes, lines, total, more })
    }
}

/// Picks one page while the rows pass by.
pub(super) struct Pick {
    kind: Option<ChangeKind>,
    words: String,
    skip: usize,
    lines: Vec<ChangeLine>,
    total: usize,
}

impl Pick {
    fn new(query: ChangeQuery) -> Self {
        let page = usize::try_from(query.page.max(1)).unwrap_or(usize::MAX);
        let skip = (page - 1).saturating_mul(PAGE);
        Self { kind: query.kind, words: search_form(&query.words), skip, lines: Vec::new(), total: 0 }
    }

    /// Whether somebody belongs on the page that is asked for.
    fn takes(&mut self, kind: ChangeKind, name: &str) -> bool {
        let fits = self.kind.map_or(kind != ChangeKind::Unchanged, |wanted| wanted == kind);
        if !fits || !search_form(name).contains(&self.words) {
            return false;
        }
        self.total += 1;
        self.total > self.skip && self.lines.len() < PAGE
    }

    pub(super) fn row(
        &mut self,
        tree: &UnitTree,
        (line, row, by_former_number): (u32, &GoodRow, bool),
        known: Option<&Known>,
        kind: ChangeKind,
        today: Date,
    ) {
        if !self.takes(kind, &row.bare) {
            return;
        }
        let name = row.name();
        let position = row.position.clone().unwrap_or_default();
        let after = Placement { unit: name_of(tree, row.unit), category: row.category, position, until: row.until };
        self.lines.push(ChangeLine {
            line: Some(line),
            person: known.map(|known| known.person.id),
            kind,
            by_former_number,
            old_name: known.filter(|known| known.person.name != name).map(|known| known.person.name.full()),
            name: name.full(),
            before: known.map(|known| standings(tree, known, today)).unwrap_or_default(),
            after: Some(after),
        });
    }

    pub(super) fn missing(&mut self, tree: &UnitTree, known: &Known, today: Date) {
        if !self.takes(ChangeKind::Missing, &known.person.name.bare) {
            return;
        }
        self.lines.push(ChangeLine {
            line: None,
            name: known.person.name.full(),
            person: Some(known.person.id),
            kind: ChangeKind::Missing,
            by_former_number: false,
            old_name: None,
            before: standings(tree, known, today),
            after: None,
        });
    }
}

fn standings(tree: &UnitTree, known: &Known, today: Date) -> Vec<Placement> {
    let standing = |e: &Engagement| Placement {
        unit: name_of(tree, e.unit),
        category: e.category,
        position: e.position.clone(),
        until: e.until,
    };
    known.engagements.iter().filter(|e| e.holds_on(today)).map(standing).collect()
}
