//! What stands on the paper of a pack. It is set anew each time it is printed and kept nowhere.

use super::look::name;
use super::{Held, held};
use crate::tasks::questions_of;
use crate::{App, Caller, Fault, LetterSheet};
use domain::drive::Drive;
use domain::ids::PackId;
use domain::knowledge::Step;
use domain::pack::{Pack, owes_any, owes_on_paper};
use domain::policy::Action;
use norms::{Pledge, Question};
use store::data::{people, record_read, tasks};
use store::{Tx, Unit};

/// What stands on the sheets of a pack.
#[derive(Debug, Clone)]
pub struct PackSheet {
    /// The circular's letter.
    pub letter: LetterSheet,
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
}

impl App {
    /// What stands on the sheets of a pack, for whoever may see it, to be printed. Lines that are void or recorded
    /// are left out, and so is who owes nothing any more. One trace per request.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see it; [`Fault::NotFound`] when there is none, nothing is left to
    /// fill in, or its drive has ended.
    pub async fn pack_sheet(&self, caller: &Caller, id: PackId) -> Result<PackSheet, Fault> {
        let Printed { pack, village, through, drive, lines: found } =
            self.store().write(Print { caller: caller.clone(), id }).await?;
        let letter = self.letter_sheet(caller.institution()?, drive.circular).await?;
        let mut lines = Vec::new();
        for (line, questions) in found {
            lines.push(PackSheetLine { questions: questions_of(self.law(), &questions)?, ..line });
        }
        let pledge = lines.iter().any(|line| line.pledges).then(|| self.law().pledge().pledge.clone());
        Ok(PackSheet { letter, pack, village, through, drive, pledge, lines })
    }
}

struct Printed {
    pack: Pack,
    village: String,
    through: String,
    drive: Drive,
    /// Each with the ids of its questions.
    lines: Vec<(PackSheetLine, Vec<String>)>,
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
        let mut sheets = Vec::new();
        for (line, person) in lines {
            if !line.is_open() {
                continue;
            }
            let task = tasks::by_id(tx, &scope, line.task).await?.ok_or(Fault::NotFound)?;
            // The exempt, and whoever has done all of it meanwhile, have nothing to fill in.
            if !owes_any(&drive, &task) {
                continue;
            }
            let engagements = people::engagements_of(tx, &scope, line.person).await?;
            let holds = |since, until: Option<_>| since <= today && until.is_none_or(|until| today <= until);
            let mut now = engagements.into_iter().filter(|it| holds(it.since, it.until));
            let position = now.find(|it| it.category == task.category).map(|it| it.position).unwrap_or_default();
            let (reads, pledges) = (task.read.is_none(), owes_on_paper(&drive, &task, Step::Pledged));
            let questions =
                if owes_on_paper(&drive, &task, Step::Passed) { line.questions.clone() } else { Vec::new() };
            let (place, code, name) = (line.place, line.grouped(), person.full());
            let sheet = PackSheetLine { place, name, position, code, reads, pledges, questions: Vec::new() };
            sheets.push((sheet, questions));
        }
        if sheets.is_empty() || drive.ended.is_some() {
            return Err(Fault::NotFound);
        }
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, sheets.len(), occasion.at, &mut occasion.chance()).await?;
        let (village, through) = (name(&tree, pack.unit), name(&tree, pack.through));
        Ok(Printed { pack, village, through, drive, lines: sheets })
    }
}
