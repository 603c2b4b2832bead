//! What a file of heads comes to: every row with the person behind its number, and what keeps it from being recorded.

use super::super::look::{Candidate, works};
use super::super::write::standing;
use super::weigh::{Weighed, weigh};
use super::{HEADS_MAX, HeadCommand, HeadFlaw, of_head};
use crate::ground::Ground;
use crate::trace::Trace;
use crate::{App, Caller, Fault, Keys, Refusal};
use base::{Chance, Date, Language};
use domain::delegation::Letter;
use domain::ids::PersonId;
use domain::policy::{Action, Permit};
use domain::post::{Post, Tenure};
use roster::{FileFault, HeadRow, HeadsContext, KnownUnit, ParsedHeads, ReadOptions, SheetKind, UnitIndex};
use std::sync::Arc;
use store::data::{merges, people};
use store::{Tx, Unit};

/// A file of heads of units as it was sent.
#[derive(Debug, Clone, Default)]
pub struct HeadsFile {
    /// Its name.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// What recording a file would do. Nothing of it is recorded.
#[derive(Debug, Clone)]
pub struct HeadsPreview {
    /// The rows that say something about a head, in the order of the file.
    pub lines: Vec<HeadLine>,
    /// How many rows nobody filled in.
    pub skipped: usize,
}

/// One row of the file.
#[derive(Debug, Clone)]
pub struct HeadLine {
    /// Its number in the file, from 1.
    pub line: u32,
    /// The name of the unit, or what the row says in its place.
    pub unit: String,
    /// The title of the post.
    pub title: String,
    /// Whom the number belongs to.
    pub person: Option<Candidate>,
    /// How the post is held.
    pub tenure: Option<Tenure>,
    /// First day.
    pub since: Option<Date>,
    /// Last day, where the letter names one.
    pub until: Option<Date>,
    /// The letter.
    pub letter: Option<Letter>,
    /// What would become of it.
    pub state: HeadState,
}

/// What would become of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadState {
    /// It can be recorded so.
    Ready(Box<HeadCommand>),
    /// It is recorded already.
    Known,
    /// It has to be mended.
    Faulty(Vec<HeadFlaw>),
}

impl App {
    /// Reads a file of heads of units and weighs every row as [`App::record_heads`] would. Leaves a trace: it names people.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may record posts nowhere, [`Refusal::RosterFile`] in `language` when the file cannot be
    /// read.
    pub async fn read_heads(
        &self,
        caller: &Caller,
        file: HeadsFile,
        language: Language,
    ) -> Result<HeadsPreview, Fault> {
        let ground = self.store().read(Prepare { caller: caller.clone() }).await?;
        let keys = self.keys().clone();
        let parsed = tokio::task::spawn_blocking(move || parse(&file, &ground, &keys))
            .await?
            .map_err(|fault| Refusal::RosterFile(fault.message(language)))?;
        let skipped = parsed.skipped;
        let (lines, permit) = self.store().read(Weigh { caller: caller.clone(), rows: Arc::new(parsed.rows) }).await?;
        let count = lines.iter().filter(|line| line.person.is_some()).count();
        let (occasion, institution) = (caller.occasion, caller.institution()?);
        self.store().write(Trace { occasion, institution, permit, count }).await?;
        Ok(HeadsPreview { lines, skipped })
    }
}

/// The rows of a file, each with the keyed hash of its number.
struct Numbered {
    rows: Vec<(HeadRow, Option<[u8; 32]>)>,
    skipped: usize,
}

fn parse(file: &HeadsFile, ground: &Ground, keys: &Keys) -> Result<Numbered, FileFault> {
    let options = ReadOptions { kind: SheetKind::Heads, ..ReadOptions::default() };
    let sheet = roster::read(&file.name, &file.bytes, &options)?;
    let (units, ended) = (index(ground, true), index(ground, false));
    let context = HeadsContext { units: &units, ended: &ended, today: ground.today, most: HEADS_MAX };
    let ParsedHeads { rows, skipped } = roster::parse_heads(&sheet, &context)?;
    let numbered = |row: HeadRow| {
        let number = row.number.as_ref().map(|number| keys.blind_index(number.reveal()));
        (row, number)
    };
    Ok(Numbered { rows: rows.into_iter().map(numbered).collect(), skipped })
}

/// The units that live today, or those that do not.
fn index(ground: &Ground, living: bool) -> UnitIndex {
    let units = ground.tree.iter().filter(|unit| ground.lives(unit.id) == living).map(|unit| KnownUnit {
        id: unit.id,
        name: unit.name.clone(),
        code: Some(unit.code.clone()),
        parent: unit.parent,
    });
    // Lists write "Dinas Kesehatan Kabupaten Sukamaju", not "Dinas Kesehatan Pemerintah Kabupaten Sukamaju".
    UnitIndex::new(ground.institution.name.trim_start_matches("Pemerintah "), units.collect())
}

struct Prepare {
    caller: Caller,
}

impl Unit for Prepare {
    type Out = Ground;
    type Error = Fault;
    const NAME: &'static str = "offices/heads_ground";

    async fn run(&self, tx: &mut Tx) -> Result<Ground, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        ground.reach(&self.caller, Action::RecordPost).map(drop)?;
        Ok(ground)
    }
}

struct Weigh {
    caller: Caller,
    rows: Arc<Vec<(HeadRow, Option<[u8; 32]>)>>,
}

impl Unit for Weigh {
    type Out = (Vec<HeadLine>, Permit);
    type Error = Fault;
    const NAME: &'static str = "offices/heads_weigh";

    async fn run(&self, tx: &mut Tx) -> Result<(Vec<HeadLine>, Permit), Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let (_, permit) = ground.reach(&self.caller, Action::ViewPosts)?;
        let mut chance = self.caller.occasion.chance();
        let standing = standing(tx, &ground).await?;
        let mut lines = Vec::with_capacity(self.rows.len());
        for (row, number) in self.rows.iter() {
            lines.push(self.line(tx, &ground, &standing, (row, *number), &mut chance).await?);
        }
        Ok((lines, permit))
    }
}

impl Weigh {
    async fn line(
        &self,
        tx: &mut Tx,
        ground: &Ground,
        standing: &[Post],
        (row, number): (&HeadRow, Option<[u8; 32]>),
        chance: &mut Chance,
    ) -> Result<HeadLine, Fault> {
        let mut flaws: Vec<HeadFlaw> = row.faults.iter().cloned().map(HeadFlaw::Cell).collect();
        let may = |unit| ground.permit_on_post(&self.caller, Action::RecordPost, unit, None).is_ok();
        let reached = row.unit.is_some_and(may);
        if row.unit.is_some() && !reached {
            flaws.push(HeadFlaw::Outside);
        }
        // Whose number it is, is told about one's own units alone.
        let person = match number.filter(|_| reached) {
            Some(number) => {
                let found = candidate(tx, ground, number).await?;
                if found.is_none() {
                    flaws.push(HeadFlaw::NobodyHasIt);
                }
                found
            }
            None => None,
        };
        let command = command(row, person.as_ref()).filter(|_| flaws.is_empty());
        let stands = row.unit.and_then(|unit| of_head(standing, unit).next()).filter(|_| row.title.is_empty());
        let state = match command {
            None => HeadState::Faulty(flaws),
            Some(command) => match weigh(tx, ground, &self.caller, standing, &command, chance).await {
                Ok(Weighed::Known) => HeadState::Known,
                Ok(Weighed::New(..)) => HeadState::Ready(Box::new(command)),
                Err(fault) => HeadState::Faulty(vec![HeadFlaw::of(fault)?]),
            },
        };
        let letter = row.dated.filter(|_| !row.letter.is_empty());
        Ok(HeadLine {
            line: row.line,
            unit: row.unit.map_or_else(|| row.unit_text.clone(), |unit| ground.unit_name(unit)),
            title: stands.map_or_else(|| row.title.clone(), |post| post.title.clone()),
            person,
            tenure: row.tenure,
            since: row.since,
            until: row.until,
            letter: letter.map(|dated| Letter { number: row.letter.clone(), dated }),
            state,
        })
    }
}

/// Whoever has this number now, or had it, and where they work.
async fn candidate(tx: &mut Tx, ground: &Ground, number: [u8; 32]) -> Result<Option<Candidate>, Fault> {
    let found: Option<PersonId> = people::persons_with(tx, &ground.scope, number).await?.into_iter().next();
    let Some(found) = found else { return Ok(None) };
    let person = merges::survivor(tx, &ground.scope, found).await?;
    let name = ground.name(tx, person).await?;
    Ok(Some(Candidate { person, name, works: works(tx, ground, person).await? }))
}

/// The row as it would be recorded, once nothing of it is missing.
fn command(row: &HeadRow, person: Option<&Candidate>) -> Option<HeadCommand> {
    Some(HeadCommand {
        line: row.line,
        unit: row.unit?,
        title: row.title.clone(),
        person: person?.person,
        tenure: row.tenure?,
        since: row.since?,
        until: row.until,
        letter: Letter { number: row.letter.clone(), dated: row.dated? },
    })
}
