//! Reminding those who were away when a round of their drive was held: the one that would be held on the day on which they
//! are back.

use super::rounds::owed_by;
use crate::{App, Fault};
use base::{Date, Occasion};
use domain::absence::AbsenceKind;
use domain::change::{Change, Effect};
use domain::coverage::AsOf;
use domain::ids::DriveId;
use domain::message::{Message, Round, back_since, occasion_of_round, rounds};
use domain::policy::{Action, Actor, Target, allow};
use domain::tenancy::Institution;
use store::data::messages::{self, Owing};
use store::data::{circulars, record};
use store::{Scope, StoreError, Tx, Unit};

/// Most people who are told something by one unit of work.
const SLICE: u32 = 500;

/// What one institution's people who are back are asked by.
#[derive(Clone)]
struct Back {
    institution: Institution,
    as_of: AsOf,
    seconded: AbsenceKind,
    /// Whether today is a working day.
    works: bool,
}

impl App {
    /// Tells those who are back from being away, and owe by a day of the drive, of the round that was held meanwhile and whose
    /// turn it still is; whoever was told of it is not told again.
    pub(super) async fn remind_back(
        &self,
        institution: &Institution,
        (works, occasion): (bool, Occasion),
    ) -> Result<(), Fault> {
        let as_of = AsOf::end_of(occasion.at.date(institution.zone), institution.zone);
        let seconded = self.due_rules().seconded.away();
        let back = Back { institution: institution.clone(), as_of, seconded, works };
        let mut chance = occasion.chance();
        for (drive, round) in self.store().read(Due(back.clone())).await? {
            let occasion = Occasion::seeded(occasion.at, chance.bytes());
            self.store().write(Tell { occasion, back: back.clone(), drive, round }).await?;
        }
        Ok(())
    }
}

impl Back {
    /// The next of them in a round.
    async fn next(
        &self,
        tx: &mut Tx,
        (drive, round): (DriveId, Round),
        limit: u32,
    ) -> Result<Vec<domain::ids::PersonId>, StoreError> {
        let scope = Scope::Institution(self.institution.id);
        let whom = Owing { drive, unit: None, as_of: self.as_of, by: owed_by(round), seconded: self.seconded };
        let since: Date = back_since(self.as_of.day);
        messages::owing_back(tx, &scope, &whom, since, &occasion_of_round(drive, round), limit).await
    }
}

/// In which rounds somebody has their turn.
struct Due(Back);

impl Unit for Due {
    type Out = Vec<(DriveId, Round)>;
    type Error = StoreError;
    const NAME: &'static str = "messages/due_back";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let (scope, zone) = (Scope::Institution(self.0.institution.id), self.0.institution.zone);
        let mut turns = Vec::new();
        for drive in circulars::drives(tx, &scope).await?.into_iter().filter(|drive| drive.ended.is_none()) {
            let wanted = rounds(drive.begun.date(zone), drive.know_by, drive.due, self.0.as_of.day);
            let begun = if wanted.is_empty() { Vec::new() } else { messages::rounds(tx, &scope, drive.id).await? };
            // A round that has not begun tells them with everybody else, and heads are told numbers of others.
            let held = wanted.into_iter().filter(|round| {
                let is_turn = self.0.works || !round.waits_for_working_day();
                is_turn && *round != Round::LateCount && begun.contains(&round.code())
            });
            for round in held {
                if !self.0.next(tx, (drive.id, round), 1).await?.is_empty() {
                    turns.push((drive.id, round));
                }
            }
        }
        Ok(turns)
    }
}

struct Tell {
    occasion: Occasion,
    back: Back,
    drive: DriveId,
    round: Round,
}

impl Unit for Tell {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "messages/tell_back";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let institution = self.back.institution.id;
        let target = Target::of(institution, "drive").object(*self.drive.bytes());
        let permit = allow(&Actor::System, Action::PlanMessages, &target)?;
        let (at, mut chance) = (self.occasion.at, self.occasion.chance());
        let people = self.back.next(tx, (self.drive, self.round), SLICE).await?;
        let count = i64::try_from(people.len()).unwrap_or(i64::MAX);
        let mut change = Change::new(permit).say_code("round", &self.round.code()).say("count", count);
        for person in people {
            let message = Message::in_round(chance.id(), person, self.drive, self.round, (self.back.as_of.day, at));
            change = change.with(Effect::MessagePlanned(Box::new(message)));
        }
        record(tx, &Scope::Institution(institution), &change, at, &mut chance).await?;
        Ok(())
    }
}
