use crate::{App, Fault};
use base::{Chance, Date, Instant, Occasion};
use domain::absence::AbsenceKind;
use domain::change::{Change, Effect};
use domain::coverage::AsOf;
use domain::ids::{DriveId, InstitutionId, PersonId, UnitId};
use domain::job::Work;
use domain::message::{Message, Round, rounds};
use domain::policy::{Action, Actor, Target, allow};
use domain::tenancy::Institution;
use norms::Catalogue;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::data::messages::{self, OwedBy, Owing};
use store::data::{absences, circulars, record, tallies, tenancy};
use store::{Scope, StoreError, Tx, Unit};

/// Most people who are told something by one unit of work.
const SLICE: u32 = 500;

impl App {
    /// Begins the rounds of reminding whose day has come, in every institution. Answers how many began. May be asked
    /// as often as one likes: each round begins once.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn begin_rounds(&self, occasion: Occasion) -> Result<usize, Fault> {
        let mut chance = occasion.chance();
        let mut begun = 0;
        for institution in self.store().read(Everywhere).await? {
            let (law, now) = (self.law_shared(), occasion.at);
            for (drive, round) in self.store().read(Due { institution: institution.clone(), law, now }).await? {
                let occasion = Occasion::seeded(now, chance.bytes());
                begun += 1;
                self.store().write(Begin { occasion, institution: institution.id, drive, round }).await?;
            }
            let (today, week) = (now.date(institution.zone), institution.week);
            // Where the calendar of holidays does not reach, the days of the week decide.
            let works =
                self.law().calendar().is_working_day(week, today).unwrap_or_else(|_| week.works_on(today.weekday()));
            self.remind_apart(&institution, (works, Occasion::seeded(now, chance.bytes()))).await?;
            self.remind_back(&institution, (works, Occasion::seeded(now, chance.bytes()))).await?;
        }
        Ok(begun)
    }

    /// Tells the next slice of those whom a round is for. True when nobody is left.
    pub(crate) async fn remind_slice(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        (drive, round): (DriveId, Round),
        unit: Option<UnitId>,
    ) -> Result<bool, Fault> {
        let seconded = self.due_rules().seconded.away();
        self.store().write(Slice { occasion, institution, drive, round, unit, seconded }).await
    }
}

struct Everywhere;

impl Unit for Everywhere {
    type Out = Vec<Institution>;
    type Error = StoreError;
    const NAME: &'static str = "messages/everywhere";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        tenancy::institutions(tx).await
    }
}

/// Which rounds are due and have not begun.
struct Due {
    institution: Institution,
    law: Arc<Catalogue>,
    now: Instant,
}

impl Unit for Due {
    type Out = Vec<(DriveId, Round)>;
    type Error = StoreError;
    const NAME: &'static str = "messages/due";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        let (scope, zone) = (Scope::Institution(self.institution.id), self.institution.zone);
        let today = self.now.date(zone);
        let week = self.institution.week;
        // Where the calendar of holidays does not reach, the days of the week decide.
        let works = self.law.calendar().is_working_day(week, today).unwrap_or_else(|_| week.works_on(today.weekday()));
        let mut due = Vec::new();
        for drive in circulars::drives(tx, &scope).await? {
            if drive.ended.is_some() {
                continue;
            }
            let wanted = rounds(drive.begun.date(zone), drive.know_by, drive.due, today);
            if wanted.is_empty() {
                continue;
            }
            let begun = messages::rounds(tx, &scope, drive.id).await?;
            let new = wanted.into_iter().filter(|round| works || !round.waits_for_working_day());
            due.extend(new.filter(|round| !begun.contains(&round.code())).map(|round| (drive.id, round)));
        }
        Ok(due)
    }
}

struct Begin {
    occasion: Occasion,
    institution: InstitutionId,
    drive: DriveId,
    round: Round,
}

impl Unit for Begin {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "messages/begin";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let target = Target::of(self.institution, "drive").object(*self.drive.bytes());
        let permit = allow(&Actor::System, Action::PlanMessages, &target)?;
        let at = self.occasion.at;
        let change = Change::new(permit)
            .say_code("round", &self.round.code())
            .with(Effect::RoundBegun { drive: self.drive, round: self.round, at })
            .job(Work::Remind { drive: self.drive, round: self.round, unit: None });
        record(tx, &Scope::Institution(self.institution), &change, at, &mut self.occasion.chance()).await?;
        Ok(())
    }
}

struct Slice {
    occasion: Occasion,
    institution: InstitutionId,
    drive: DriveId,
    round: Round,
    unit: Option<UnitId>,
    seconded: AbsenceKind,
}

impl Unit for Slice {
    type Out = bool;
    type Error = Fault;
    const NAME: &'static str = "messages/remind";

    async fn run(&self, tx: &mut Tx) -> Result<bool, Fault> {
        let target = Target::of(self.institution, "drive").object(*self.drive.bytes());
        let permit = allow(&Actor::System, Action::PlanMessages, &target)?;
        let (scope, at) = (Scope::Institution(self.institution), self.occasion.at);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let day = at.date(institution.zone);
        let mut chance = self.occasion.chance();
        let (effects, all) = if self.round == Round::LateCount {
            (heads(tx, &scope, (self.drive, &institution), (day, at), &mut chance).await?, true)
        } else {
            // What was asked for on a day is told on that day or not at all: the next day is another day.
            let over = matches!(self.round, Round::Asked { day: asked } if asked != day);
            let drive = circulars::drive_by_id(tx, &scope, self.drive).await?.ok_or(Fault::NotFound)?;
            let turns = rounds(drive.begun.date(institution.zone), drive.know_by, drive.due, day);
            let is_near = turns.iter().any(|it| it.is_about_knowing());
            // Nobody is told of a drive twice on a day: where both days come near, who has not passed is told of the nearer.
            let by = match owed_by(self.round) {
                // The day before the last one everybody is told, whatever else comes near.
                OwedBy::Drive if is_near && self.round != (Round::Due { days: 1 }) => OwedBy::Rest,
                by => by,
            };
            let as_of = AsOf::end_of(day, institution.zone);
            let whom = Owing { drive: self.drive, unit: self.unit, as_of, by, seconded: self.seconded };
            if over { (Vec::new(), true) } else { tell_next(tx, &scope, &whom, self.round, at, &mut chance).await? }
        };
        if effects.is_empty() {
            return Ok(all);
        }
        let count = i64::try_from(effects.len()).unwrap_or(i64::MAX);
        let change = Change::new(permit).say_code("round", &self.round.code()).say("count", count).with_all(effects);
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(all)
    }
}

/// By which day those owe something whom a round is for.
pub(super) const fn owed_by(round: Round) -> OwedBy {
    match round {
        Round::Asked { .. } => OwedBy::Any,
        Round::Know { .. } => OwedBy::Knowing,
        Round::Due { .. } | Round::Late | Round::LateCount => OwedBy::Drive,
    }
}

/// The messages to the next people whom a round is for, and whether nobody is left behind them.
pub(super) async fn tell_next(
    tx: &mut Tx,
    scope: &Scope,
    whom: &Owing,
    round: Round,
    at: Instant,
    chance: &mut Chance,
) -> Result<(Vec<Effect>, bool), Fault> {
    let occasion = domain::message::occasion_of_round(whom.drive, round);
    let people = messages::owing(tx, scope, whom, &occasion, SLICE).await?;
    let all = people.len() < usize::try_from(SLICE).unwrap_or(usize::MAX);
    let tell = |person: PersonId, chance: &mut Chance| {
        Effect::MessagePlanned(Box::new(Message::in_round(
            chance.id(),
            person,
            whom.drive,
            round,
            (whom.as_of.day, at),
        )))
    };
    Ok((people.into_iter().map(|person| tell(person, chance)).collect(), all))
}

/// The messages that tell each head of a unit how many people in it and under it are late.
async fn heads(
    tx: &mut Tx,
    scope: &Scope,
    (drive, institution): (DriveId, &Institution),
    (day, at): (Date, Instant),
    chance: &mut Chance,
) -> Result<Vec<Effect>, Fault> {
    let asked = circulars::drive_by_id(tx, scope, drive).await?.ok_or(Fault::NotFound)?;
    if asked.ended.is_some() {
        return Ok(Vec::new());
    }
    let mut late: BTreeMap<UnitId, i64> = BTreeMap::new();
    for line in tallies::of_units(tx, scope, drive, day).await? {
        *late.entry(line.unit).or_default() += line.counts.owing() - line.counts.of(asked.asks.last());
    }
    let (units, zone) = (tenancy::units(tx, scope).await?, institution.zone);
    // Whoever owes it by a day of their own that has not passed is not late, in no unit above either.
    for ahead in absences::due_apart(tx, scope, drive, AsOf::end_of(day, zone)).await? {
        if ahead.due.is_ahead(day) {
            units.path(ahead.unit).into_iter().for_each(|unit| *late.entry(unit).or_default() -= 1);
        }
    }
    let heads = messages::heads(tx, scope, day).await?.into_iter();
    let late_in =
        |unit: UnitId| late.get(&unit).and_then(|count| u32::try_from(*count).ok()).filter(|count| *count > 0);
    let told = heads.filter_map(|(head, unit)| Some((head, unit, late_in(unit)?)));
    Ok(told
        .map(|(head, unit, count)| {
            let message = Message::late_count(chance.id(), head, drive, (unit, count), (day, at));
            Effect::MessagePlanned(Box::new(message))
        })
        .collect())
}
