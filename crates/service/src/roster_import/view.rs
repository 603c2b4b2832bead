//! What the officer sees before deciding: what has to be mended, what would change, who is missing.

use super::known::Register;
use super::reconcile::{Kind, reconcile};
use super::row::{Finding, GoodRow, Header, Staged};
use super::{Setting, aside, covered, permit, setting};
use crate::trace::Trace;
use crate::{App, Caller, Fault, Keys};
use base::{Date, Language, Occasion};
use domain::ids::{ImportId, InstitutionId, PersonId, UnitId};
use domain::people::search_form;
use domain::policy::{Actor, Permit};
use domain::roster_import::{Import, ImportState};
use domain::tenancy::UnitTree;
use std::collections::{BTreeSet, HashSet};
use store::data::imports;
use store::{Scope, Tx, Unit};

/// Faults that a page shows; the workbook to mend holds all of them.
const FAULTS_SHOWN: usize = 200;
/// Oddities and moves that a page shows.
const NOTES_SHOWN: usize = 50;
/// Rows that one read brings from the store.
const PAGE: u32 = 2_000;

/// One fault or oddity of one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultLine {
    /// The row's number in the file, from 1.
    pub line: u32,
    /// The heading of the column.
    pub column: String,
    /// The value as it stands in the file; none for others than who sent the file.
    pub value: Option<String>,
    /// What is wrong and how to mend it.
    pub reason: String,
}

/// Somebody who would change unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mover {
    /// The name with titles.
    pub name: String,
    /// The units and positions until now.
    pub from: String,
    /// The unit and position then.
    pub to: String,
}

/// What the good rows would change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// People whom the register does not know yet.
    pub new: usize,
    /// People with another unit, category or position.
    pub moved: usize,
    /// People with another name, contact or date.
    pub corrected: usize,
    /// People about whom the file says what is known.
    pub unchanged: usize,
    /// The first of those who moved.
    pub movers: Vec<Mover>,
}

/// Somebody in a covered unit about whom the file says nothing: perhaps gone, perhaps forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaver {
    /// Who.
    pub person: PersonId,
    /// The name with titles.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// The position in words.
    pub position: String,
}

/// An import as the officer sees it.
#[derive(Debug, Clone)]
pub struct ImportView {
    /// The import.
    pub import: Import,
    /// Whether the caller sent the file.
    pub own: bool,
    /// The names of the declared units.
    pub units: Vec<String>,
    /// The first faults.
    pub faults: Vec<FaultLine>,
    /// How many faults there are; a row may have several.
    pub faults_total: usize,
    /// Whether the faulty rows are still kept.
    pub faults_kept: bool,
    /// The first oddities of rows that can be applied.
    pub notes: Vec<FaultLine>,
    /// How many oddities there are.
    pub notes_total: usize,
    /// Headings that mean nothing to us.
    pub ignored: Vec<String>,
    /// Rows without number and name.
    pub skipped: u32,
    /// What would change. Only while the officer decides.
    pub changes: Changes,
    /// Who is missing. Only while the officer decides.
    pub leavers: Vec<Leaver>,
}

impl App {
    /// What an import holds and what it would change. Nothing is applied.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the institution has no such import, [`Fault::Denied`] when the caller may not see it.
    pub async fn import(&self, caller: &Caller, id: ImportId, language: Language) -> Result<ImportView, Fault> {
        let institution = caller.institution()?;
        let (view, permit) = self.look(&caller.actor, caller.occasion, institution, id, language).await?;
        let count = view.faults.len() + view.notes.len() + view.leavers.len() + view.changes.movers.len();
        self.store().write(Trace { occasion: caller.occasion, institution, permit, count }).await?;
        Ok(view)
    }

    /// The newest imports of the institution. Nothing personal stands in them.
    ///
    /// # Errors
    /// [`Fault::Denied`] when the caller may not import.
    pub async fn imports(&self, caller: &Caller) -> Result<Vec<Import>, Fault> {
        let institution = caller.institution()?;
        permit(&caller.actor, institution, caller.occasion.chance().id(), &UnitTree::default(), &[])?;
        self.store().read(Newest { institution }).await
    }

    /// [`App::import`] for any actor, and without its trace.
    pub(super) async fn look(
        &self,
        actor: &Actor,
        occasion: Occasion,
        institution: InstitutionId,
        id: ImportId,
        language: Language,
    ) -> Result<(ImportView, Permit), Fault> {
        let look = Look { institution, id };
        let (setting, register) = self.store().read(look).await?;
        let permit = permit(actor, institution, id, &setting.tree, &setting.import.units)?;
        let today = occasion.at.date(setting.institution.zone);
        let own = setting.import.by == actor.person();
        let mut survey = Survey::new(setting, register, today, own, language);
        // Faulty rows first: whoever stands in one of them is not missing.
        for good in [false, true] {
            let mut after = -1_i64;
            loop {
                let page = self.store().read(Rows { institution, id, good, after, limit: PAGE }).await?;
                let Some((last, _)) = page.last() else { break };
                after = i64::from(*last);
                let keys = self.keys().clone();
                survey = aside(move || survey.take(&keys, id, page)).await??;
            }
        }
        Ok((survey.finish(), permit))
    }
}

/// Collects what a view shows while the rows pass by.
struct Survey {
    view: ImportView,
    tree: UnitTree,
    register: Register,
    covered: BTreeSet<UnitId>,
    today: Date,
    language: Language,
    /// Who stands in the file, by person or at least by name.
    present: HashSet<PersonId>,
    names: HashSet<String>,
}

impl Survey {
    fn new(setting: Setting, register: Register, today: Date, own: bool, language: Language) -> Self {
        let Setting { tree, import, .. } = setting;
        let units = import.units.iter().map(|unit| name_of(&tree, *unit)).collect();
        let covered = covered(&tree, &import.units);
        let view = ImportView {
            import,
            own,
            units,
            faults: Vec::new(),
            faults_total: 0,
            faults_kept: false,
            notes: Vec::new(),
            notes_total: 0,
            ignored: Vec::new(),
            skipped: 0,
            changes: Changes::default(),
            leavers: Vec::new(),
        };
        Self { view, tree, register, covered, today, language, present: HashSet::new(), names: HashSet::new() }
    }

    /// Whether the officer still decides, so that changes and missing people matter.
    fn undecided(&self) -> bool {
        self.view.import.state == ImportState::Staged
    }

    fn take(mut self, keys: &Keys, id: ImportId, page: Vec<(u32, Vec<u8>)>) -> Result<Self, Fault> {
        for (line, sealed) in page {
            match Staged::open(keys, id, line, &sealed)? {
                Staged::Header(Header { ignored, skipped, .. }) => {
                    self.view.ignored = ignored;
                    self.view.skipped = skipped;
                }
                Staged::Faulty(row) => {
                    self.view.faults_kept = true;
                    for finding in &row.faults {
                        if self.view.faults.len() < FAULTS_SHOWN {
                            self.view.faults.push(self.line(line, finding));
                        }
                    }
                    self.view.faults_total += row.faults.len();
                    let persons = row.numbers.iter().filter_map(|n| self.register.person(&keys.blind_index(n)));
                    self.present.extend(persons);
                    self.names.insert(row.name);
                }
                Staged::Good(row) => {
                    for finding in &row.notes {
                        if self.view.notes.len() < NOTES_SHOWN {
                            self.view.notes.push(self.line(line, finding));
                        }
                    }
                    self.view.notes_total += row.notes.len();
                    if self.undecided() {
                        self.change(keys, &row);
                    }
                }
            }
        }
        Ok(self)
    }

    fn line(&self, line: u32, finding: &Finding) -> FaultLine {
        FaultLine {
            line,
            column: finding.column.clone(),
            value: self.view.own.then(|| finding.value.clone()),
            reason: finding.text(self.language).to_owned(),
        }
    }

    fn change(&mut self, keys: &Keys, row: &GoodRow) {
        let known = self.register.person(&keys.blind_index(&row.number)).and_then(|id| self.register.known(id));
        // Whoever is new gets an id only when the row is applied.
        let nobody = known.map_or(PersonId::from_uuid(Default::default()), |known| known.person.id);
        let outcome = reconcile(row, known, |value| keys.blind_index(value), nobody, self.today);
        let mover = known.filter(|_| outcome.kind == Kind::Moved).map(|known| Mover {
            name: known.person.name.full(),
            from: self
                .places(known.engagements.iter().filter(|e| e.holds_on(self.today)).map(|e| (e.unit, &*e.position))),
            to: self.places([(row.unit, row.position.as_deref().unwrap_or_default())]),
        });
        self.present.extend(known.map(|known| known.person.id));
        let changes = &mut self.view.changes;
        changes.count(outcome.kind);
        if changes.movers.len() < NOTES_SHOWN {
            changes.movers.extend(mover);
        }
    }

    fn places<'a>(&self, places: impl IntoIterator<Item = (UnitId, &'a str)>) -> String {
        let words = places.into_iter().map(|(unit, position)| match position {
            "" => name_of(&self.tree, unit),
            position => format!("{position}, {}", name_of(&self.tree, unit)),
        });
        words.collect::<Vec<_>>().join("; ")
    }

    fn finish(mut self) -> ImportView {
        if self.undecided() {
            let missing = self.register.present(self.today).filter(|known| {
                !self.present.contains(&known.person.id) && !self.names.contains(&search_form(&known.person.name.bare))
            });
            let leavers = missing.filter_map(|known| {
                let here = |e: &&domain::people::Engagement| e.holds_on(self.today) && self.covered.contains(&e.unit);
                let engagement = known.engagements.iter().find(here)?;
                Some(Leaver {
                    person: known.person.id,
                    name: known.person.name.full(),
                    unit: name_of(&self.tree, engagement.unit),
                    position: engagement.position.clone(),
                })
            });
            self.view.leavers = leavers.collect();
            self.view.leavers.sort_by(|a, b| (&a.unit, &a.name).cmp(&(&b.unit, &b.name)));
        }
        self.view
    }
}

fn name_of(tree: &UnitTree, unit: UnitId) -> String {
    tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default()
}

struct Look {
    institution: InstitutionId,
    id: ImportId,
}

impl Unit for Look {
    type Out = (Setting, Register);
    type Error = Fault;
    const NAME: &'static str = "roster_import/look";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let setting = setting(tx, self.institution, self.id).await?;
        let register = if setting.import.state == ImportState::Staged {
            Register::load(tx, &Scope::Institution(self.institution)).await?
        } else {
            Register::default()
        };
        Ok((setting, register))
    }
}

/// Sealed rows of an import by line, good or faulty.
pub(super) struct Rows {
    pub institution: InstitutionId,
    pub id: ImportId,
    pub good: bool,
    /// The line behind which they begin.
    pub after: i64,
    pub limit: u32,
}

impl Unit for Rows {
    type Out = Vec<(u32, Vec<u8>)>;
    type Error = Fault;
    const NAME: &'static str = "roster_import/rows";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let scope = Scope::Institution(self.institution);
        Ok(imports::rows(tx, &scope, self.id, self.good, (self.after, self.limit)).await?)
    }
}

struct Newest {
    institution: InstitutionId,
}

impl Unit for Newest {
    type Out = Vec<Import>;
    type Error = Fault;
    const NAME: &'static str = "roster_import/newest";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Import>, Fault> {
        Ok(imports::list(tx, &Scope::Institution(self.institution), 10).await?)
    }
}
