//! Reminding those who owe it by a day of their own: in the rounds of a drive they are passed over.

use crate::{App, Fault};
use base::{Date, Occasion};
use domain::absence::AbsenceKind;
use domain::change::{Change, Effect};
use domain::coverage::AsOf;
use domain::ids::DriveId;
use domain::message::{Message, Round, rounds_apart};
use domain::policy::{Action, Actor, Target, allow};
use domain::tenancy::Institution;
use store::data::{circulars, messages, record};
use store::{Scope, StoreError, Tx, Unit};

/// Most people who are told something by one unit of work.
const SLICE: u32 = 500;

/// A round in a drive, for those whose own due date lies from one day through another.
type Turn = (DriveId, Round, (Date, Date));

impl App {
    /// Tells those who owe by a day of their own that it comes near or has passed; whoever was told is not told again.
    pub(super) async fn remind_apart(
        &self,
        institution: &Institution,
        (works, occasion): (bool, Occasion),
    ) -> Result<(), Fault> {
        let as_of = AsOf::end_of(occasion.at.date(institution.zone), institution.zone);
        let seconded = self.due_rules().seconded.away();
        let due = Due { institution: institution.clone(), as_of, seconded, works };
        let mut chance = occasion.chance();
        for turn in self.store().read(due).await? {
            let occasion = Occasion::seeded(occasion.at, chance.bytes());
            self.store().write(Tell { occasion, institution: institution.clone(), as_of, seconded, turn }).await?;
        }
        Ok(())
    }
}

/// In which drives somebody has their turn.
struct Due {
    institution: Institution,
    as_of: AsOf,
    seconded: AbsenceKind,
    works: bool,
}

impl Unit for Due {
    type Out = Vec<Turn>;
    type Error = StoreError;
    const NAME: &'static str = "messages/due_apart";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Turn>, StoreError> {
        let scope = Scope::Institution(self.institution.id);
        let mut turns = Vec::new();
        for drive in circulars::drives(tx, &scope).await?.into_iter().filter(|drive| drive.ended.is_none()) {
            for (round, days) in rounds_apart(self.as_of.day) {
                let turn = self.works || !round.waits_for_working_day();
                if !turn {
                    continue;
                }
                let whose = (drive.id, days);
                let next = messages::owing_apart(tx, &scope, whose, self.as_of, self.seconded, round, 1).await?;
                if !next.is_empty() {
                    turns.push((drive.id, round, days));
                }
            }
        }
        Ok(turns)
    }
}

struct Tell {
    occasion: Occasion,
    institution: Institution,
    as_of: AsOf,
    seconded: AbsenceKind,
    turn: Turn,
}

impl Unit for Tell {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "messages/tell_apart";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (drive, round, days) = self.turn;
        let target = Target::of(self.institution.id, "drive").object(*drive.bytes());
        let permit = allow(&Actor::System, Action::PlanMessages, &target)?;
        let (scope, at, mut chance) =
            (Scope::Institution(self.institution.id), self.occasion.at, self.occasion.chance());
        let people = messages::owing_apart(tx, &scope, (drive, days), self.as_of, self.seconded, round, SLICE).await?;
        let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
        let mut change = Change::new(permit).say_code("round", &round.code()).say("count", count);
        for whom in people {
            let message = Message::in_round_apart(chance.id(), whom, drive, round, (self.as_of.day, at));
            change = change.with(Effect::MessagePlanned(Box::new(message)));
        }
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(())
    }
}
