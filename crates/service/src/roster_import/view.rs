//! What the officer sees before deciding: what has to be mended, what would change, who is missing.

use super::changes::{Changes, Pick};
use super::known::{Known, Register};
use super::reconcile::reconcile;
use super::row::{Finding, GoodRow, Header, Staged};
use super::undo::{self, UndoOffer};
use super::{Setting, aside, covered, permit, setting};
use crate::trace::Trace;
use crate::{App, Caller, Fault, Keys};
use base::{Date, Instant, Language, Occasion};
use domain::ids::{ImportId, InstitutionId, PersonId, UnitId};
use domain::people::search_form;
use domain::policy::{Actor, Permit};
use domain::roster_import::{Import, ImportState, KeptReason};
use domain::tenancy::UnitTree;
use std::collections::{BTreeSet, HashSet};
use store::data::imports;
use store::{Scope, Tx, Unit};

/// Faults that a page shows; the workbook to mend holds all of them.
const FAULTS_SHOWN: usize = 200;
/// Oddities that a page shows.
const NOTES_SHOWN: usize = 50;
/// People who were not put back, on one page.
const KEPT_SHOWN: u32 = 200;
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
    /// Whether it can be undone.
    pub undo: Option<UndoOffer>,
    /// The first of those who were not put back when it was undone, and why.
    pub kept: Vec<(String, PersonId, KeptReason)>,
}

impl App {
    /// What an import holds and what it would change. Nothing is applied.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when the institution has no such import, [`Fault::Denied`] when the caller may not see it.
    pub async fn import(&self, caller: &Caller, id: ImportId, language: Language) -> Result<ImportView, Fault> {
        let institution = caller.institution()?;
        let (view, permit) = self.look(&caller.actor, caller.occasion, institution, id, language).await?;
        let count = view.faults.len() + view.notes.len() + view.leavers.len() + view.kept.len();
        if count > 0 || view.import.state == ImportState::Staged {
            self.store().write(Trace { occasion: caller.occasion, institution, permit, count }).await?;
        }
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
        let (survey, permit) = self.survey(actor, occasion, institution, id, language, None).await?;
        Ok((survey.finish().0, permit))
    }

    /// Goes through the rows of an import, and picks some of what they change when that is asked for.
    pub(super) async fn survey(
        &self,
        actor: &Actor,
        occasion: Occasion,
        institution: InstitutionId,
        id: ImportId,
        language: Language,
        pick: Option<Pick>,
    ) -> Result<(Survey, Permit), Fault> {
        let look = Look { institution, id, now: occasion.at };
        let (setting, register, over) = self.store().read(look).await?;
        let permit = permit(actor, institution, id, &setting.tree, &setting.import.units)?;
        let today = occasion.at.date(setting.institution.zone);
        let own = setting.import.by == actor.person();
        let state = setting.import.state;
        let mut survey = Survey::new(setting, register, today, own, language);
        (survey.view.undo, survey.view.kept, survey.pick) = (over.undo, over.kept, pick);
        // Faulty rows first: whoever stands in one of them is not missing. Good rows matter while somebody decides, and
        // a page that only shows how far the work is reads nobody's.
        let rows: &[bool] = match state {
            ImportState::Staged => &[false, true],
            ImportState::Columns | ImportState::Applying | ImportState::Undoing => &[],
            ImportState::Applied | ImportState::Undone | ImportState::Discarded => &[false],
        };
        for good in rows.iter().copied() {
            let mut after = -1_i64;
            loop {
                let page = self.store().read(Rows { institution, id, good, after, limit: PAGE }).await?;
                let Some((last, _)) = page.last() else { break };
                after = i64::from(*last);
                let keys = self.keys().clone();
                survey = aside(move || survey.take(&keys, id, page)).await??;
            }
        }
        Ok((survey, permit))
    }
}

/// Collects what a view shows while the rows pass by.
pub(super) struct Survey {
    view: ImportView,
    tree: UnitTree,
    register: Register,
    pick: Option<Pick>,
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
            undo: None,
            kept: Vec::new(),
        };
        Self {
            view,
            tree,
            register,
            pick: None,
            covered,
            today,
            language,
            present: HashSet::new(),
            names: HashSet::new(),
        }
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
                        self.change(keys, line, &row);
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

    fn change(&mut self, keys: &Keys, line: u32, row: &GoodRow) {
        let index = keys.blind_index(&row.number);
        let known = self.register.person(&index).and_then(|id| self.register.known(id));
        // Whoever is new gets an id only when the row is applied.
        let nobody = known.map_or(PersonId::from_uuid(Default::default()), |known| known.person.id);
        let outcome = reconcile(row, known, |value| keys.blind_index(value), nobody, self.today);
        if let Some(pick) = &mut self.pick {
            let former = self.register.is_former(&index);
            pick.row(&self.tree, (line, row, former), known, outcome.kind, self.today);
        }
        self.present.extend(known.map(|known| known.person.id));
        self.view.changes.count(outcome.kind);
    }

    /// Everybody in a covered unit about whom the file says nothing, with where they are.
    fn missing(&self) -> Vec<(Leaver, &Known)> {
        let missing = self.register.present(self.today).filter(|known| {
            !self.present.contains(&known.person.id) && !self.names.contains(&search_form(&known.person.name.bare))
        });
        let leaver = |known| {
            let known: &Known = known;
            let here = |e: &&domain::people::Engagement| e.holds_on(self.today) && self.covered.contains(&e.unit);
            let engagement = known.engagements.iter().find(here)?;
            let leaver = Leaver {
                person: known.person.id,
                name: known.person.name.full(),
                unit: name_of(&self.tree, engagement.unit),
                position: engagement.position.clone(),
            };
            Some((leaver, known))
        };
        let mut leavers: Vec<_> = missing.filter_map(leaver).collect();
        leavers.sort_by(|(a, _), (b, _)| (&a.unit, &a.name).cmp(&(&b.unit, &b.name)));
        leavers
    }

    /// What was found, and what was picked.
    pub(super) fn finish(mut self) -> (ImportView, Option<Pick>) {
        if self.undecided() {
            let mut pick = self.pick.take();
            let missing = self.missing();
            if let Some(pick) = &mut pick {
                for (_, known) in &missing {
                    pick.missing(&self.tree, known, self.today);
                }
            }
            let leavers: Vec<Leaver> = missing.into_iter().map(|(leaver, _)| leaver).collect();
            self.view.changes.missing = leavers.len();
            self.view.leavers = leavers;
            self.pick = pick;
        }
        (self.view, self.pick)
    }
}

pub(super) fn name_of(tree: &UnitTree, unit: UnitId) -> String {
    tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default()
}

/// What is left of an import that was decided on.
#[derive(Default)]
struct Over {
    undo: Option<UndoOffer>,
    kept: Vec<(String, PersonId, KeptReason)>,
}

struct Look {
    institution: InstitutionId,
    id: ImportId,
    now: Instant,
}

impl Unit for Look {
    type Out = (Setting, Register, Over);
    type Error = Fault;
    const NAME: &'static str = "roster_import/look";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let setting = setting(tx, self.institution, self.id).await?;
        let scope = Scope::Institution(self.institution);
        if setting.import.state == ImportState::Staged {
            let register = Register::load(tx, &scope).await?;
            return Ok((setting, register, Over::default()));
        }
        let undo = undo::offer(tx, &scope, &setting, self.now).await?;
        let kept =
            if setting.import.kept > 0 { imports::kept(tx, &scope, self.id, KEPT_SHOWN).await? } else { Vec::new() };
        let kept = kept.into_iter().map(|(name, person, reason)| (name.full(), person, reason)).collect();
        Ok((setting, Register::default(), Over { undo, kept }))
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
