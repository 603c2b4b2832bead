//! What stands on the paper of a pack. It is set anew each time it is printed and kept nowhere.

use super::look::name;
use super::{Held, held};
use crate::tasks::question_of;
use crate::{App, Caller, Fault, LetterSheet};
use domain::drive::Drive;
use domain::ids::PackId;
use domain::knowledge::Step;
use domain::pack::{Pack, SheetCheck, owes_any, owes_on_paper};
use domain::policy::Action;
use norms::{Pledge, Question};
use std::collections::BTreeMap;
use store::data::{packs, people, record_read, tasks};
use store::{Tx, Unit};

/// What stands on the sheets of a pack.
#[derive(Debug, Clone)]
pub struct PackSheet {
    /// The circular's letter.
    pub letter: LetterSheet,
    /// Whether the letter and the sheet to sign for it are printed: always, but in a pack that follows another only where
    /// somebody still has to read it.
    pub brings_letter: bool,
    /// The pack.
    pub pack: Pack,
    /// The village's name.
    pub village: String,
    /// The agency's name.
    pub through: String,
    /// The drive.
    pub drive: Drive,
    /// The pledge, where somebody on it has to take it.
    pub pledge: Option<Pledge>,
    /// Its people, in their order.
    pub lines: Vec<PackSheetLine>,
}

/// One person on the sheets.
#[derive(Debug, Clone)]
pub struct PackSheetLine {
    /// Their place, from 1.
    pub place: u32,
    /// Their name.
    pub name: String,
    /// Their position in the village.
    pub position: String,
    /// Their code, in groups.
    pub code: String,
    /// Whether they still have to read it.
    pub reads: bool,
    /// Whether they still have to take the pledge.
    pub pledges: bool,
    /// Their questions; none when they have passed the check.
    pub questions: Vec<Question>,
    /// What came of their sheet in the pack that this one follows, where it was not judged.
    pub came: Option<SheetCheck>,
    /// The questions that they answered last without passing, to be explained. What this pack asks of anybody is left out.
    pub explained: Vec<Question>,
    /// Whether something was left out there.
    pub held_back: bool,
}

impl App {
    /// What stands on the sheets of a pack, for whoever may see it, to be printed. Lines that are void or recorded
    /// are left out, and so is who owes nothing any more, and a sheet with a question that is not in the law files any more.
    /// One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see it; [`Fault::NotFound`] when there is none, nothing is left to
    /// fill in, or its drive has ended.
    pub async fn pack_sheet(&self, caller: &Caller, id: PackId) -> Result<PackSheet, Fault> {
        let Printed { pack, village, through, drive, lines: found } =
            self.store().write(Print { caller: caller.clone(), id }).await?;
        let letter = self.letter_sheet(caller.institution()?, drive.circular).await?;
        let mut lines = Vec::new();
        for PrintedLine { line, questions, explained } in found {
            // A sheet that could not be judged any more is not printed again.
            let Some(questions) = questions.iter().map(|id| question_of(self.law(), id)).collect() else { continue };
            // What was asked before may have been taken out of the law files since; then there is nothing to explain.
            let explained = explained.iter().filter_map(|id| question_of(self.law(), id)).collect();
            lines.push(PackSheetLine { questions, explained, ..line });
        }
        if lines.is_empty() {
            return Err(Fault::NotFound);
        }
        let pledge = lines.iter().any(|line| line.pledges).then(|| self.law().pledge().pledge.clone());
        let brings_letter = pack.follows.is_none() || lines.iter().any(|line| line.reads);
        Ok(PackSheet { letter, brings_letter, pack, village, through, drive, pledge, lines })
    }
}

struct Printed {
    pack: Pack,
    village: String,
    through: String,
    drive: Drive,
    lines: Vec<PrintedLine>,
}

/// A line whose questions are known by their ids.
struct PrintedLine {
    line: PackSheetLine,
    questions: Vec<String>,
    explained: Vec<String>,
}

struct Print {
    caller: Caller,
    id: PackId,
}

impl Unit for Print {
    type Out = Printed;
    type Error = Fault;
    const NAME: &'static str = "packs/print";

    async fn run(&self, tx: &mut Tx) -> Result<Printed, Fault> {
        let Held { scope, tree, today, pack, lines, drive, permit, .. } =
            held(tx, &self.caller, self.id, Action::ViewPack).await?;
        let before = match pack.follows {
            Some(before) => packs::lines(tx, &scope, before).await?,
            None => Vec::new(),
        };
        let before = before.into_iter().filter_map(|(line, _)| Some((line.person, line.settled?.outcome.check)));
        let before: BTreeMap<_, _> = before.collect();
        let owed = packs::tasks(tx, &scope, pack.id).await?;
        let mut sheets: Vec<PrintedLine> = Vec::new();
        for (line, person) in lines {
            // The exempt, and whoever has done all of it meanwhile, have nothing to fill in.
            let task = owed.iter().find(|task| task.id == line.task).filter(|task| owes_any(&drive, task));
            let Some(task) = task.filter(|_| line.is_open()) else { continue };
            let engagements = people::engagements_of(tx, &scope, line.person).await?;
            let holds = |since, until: Option<_>| since <= today && until.is_none_or(|until| today <= until);
            let mut now = engagements.into_iter().filter(|it| holds(it.since, it.until));
            let position = now.find(|it| it.category == task.category).map(|it| it.position).unwrap_or_default();
            let (reads, pledges) = (task.read.is_none(), owes_on_paper(&drive, task, Step::Pledged));
            let (mut questions, mut explained) = (Vec::new(), Vec::new());
            if owes_on_paper(&drive, task, Step::Passed) {
                questions.clone_from(&line.questions);
                let answered = tasks::attempts(tx, &scope, task.id).await?.into_iter().rev();
                let last = answered.filter(|attempt| attempt.answers.is_some()).take(1);
                explained.extend(last.flat_map(|attempt| attempt.questions));
            }
            let sheet = PackSheetLine {
                place: line.place,
                name: person.full(),
                position,
                code: line.grouped(),
                reads,
                pledges,
                questions: Vec::new(),
                came: before.get(&line.person).copied().filter(|check| !matches!(check, SheetCheck::Failed)),
                explained: Vec::new(),
                held_back: false,
            };
            sheets.push(PrintedLine { line: sheet, questions, explained });
        }
        hold_back(&mut sheets);
        if sheets.is_empty() || drive.ended.is_some() {
            return Err(Fault::NotFound);
        }
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, sheets.len(), occasion.at, &mut occasion.chance()).await?;
        let (village, through) = (name(&tree, pack.unit), name(&tree, pack.through));
        Ok(Printed { pack, village, through, drive, lines: sheets })
    }
}

/// Leaves out of what is explained to anybody what these sheets ask of somebody: they go through the same hands.
fn hold_back(sheets: &mut [PrintedLine]) {
    let asked: Vec<String> = sheets.iter().flat_map(|sheet| sheet.questions.clone()).collect();
    for PrintedLine { line, explained, .. } in sheets {
        let before = explained.len();
        explained.retain(|id| !asked.contains(id));
        line.held_back = explained.len() < before;
    }
}
