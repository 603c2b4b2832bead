//! Units in time: begun, named otherwise, put elsewhere, ended and carried on by another one.

mod look;

use crate::{App, Caller, Fault, Refusal, UnitName};
use base::{Chance, Date, Instant, WorkWeek};
use domain::appointment::needs_two;
use domain::change::{Change, Effect};
use domain::delegation::Letter;
use domain::ids::{PersonId, UnitId};
use domain::people::Engagement;
use domain::policy::{Action, Permit, Target, allow};
use domain::tenancy::{Unit as UnitOf, UnitTree};
use domain::unit_change::{Turn, UnitChange, UnitFlaw, lives_on};
use domain::unit_kind::UnitKind;
use look::{List, Look};
use std::collections::BTreeSet;
use store::data::{appointments, people, record, record_read, tenancy, units};
use store::{Scope, Tx, Unit};

/// The units of an institution, with what became of them.
#[derive(Debug, Clone)]
pub struct UnitsView {
    /// Every unit, past ones too, in the order of the tree.
    pub lines: Vec<UnitState>,
    /// Today, in the institution's zone.
    pub today: Date,
}

/// One unit in the list.
#[derive(Debug, Clone)]
pub struct UnitState {
    /// The unit as it is now, or was last.
    pub unit: UnitOf,
    /// How many units stand above it.
    pub depth: usize,
    /// The unit that carries it on, after its end.
    pub successor: Option<UnitName>,
}

/// One unit, with what became of it.
#[derive(Debug, Clone)]
pub struct UnitView {
    /// The unit as it is now, or was last.
    pub unit: UnitOf,
    /// The unit above it.
    pub above: Option<String>,
    /// What became of it, the latest first, each with the name of the other unit it is about.
    pub changes: Vec<(UnitChange, String)>,
    /// What was merged into it or split from it, the latest first, each with that unit's name.
    pub related: Vec<(UnitChange, String)>,
    /// Every living unit, in the order of the tree, for the choice of another one.
    pub units: Vec<UnitName>,
    /// Whether it lives today.
    pub lives: bool,
    /// Today, in the institution's zone.
    pub today: Date,
}

/// A unit to be begun.
#[derive(Debug, Clone)]
pub struct NewUnit {
    /// Its name.
    pub name: String,
    /// Its code in the institution's spreadsheets.
    pub code: String,
    /// What kind of unit it is.
    pub kind: UnitKind,
    /// The unit above it.
    pub parent: Option<UnitId>,
    /// The unit from which it was split.
    pub out_of: Option<UnitId>,
    /// Its working week; none for that of the unit above it.
    pub week: Option<WorkWeek>,
}

/// What changes in a unit.
#[derive(Debug, Clone)]
pub enum UnitTurn {
    /// Another name.
    Rename(String),
    /// Another place in the tree; none for the top.
    Move(Option<UnitId>),
    /// Its end.
    End {
        /// The unit that carries it on.
        into: Option<UnitId>,
        /// How many people move with it, as the officer has read: the review.
        people: usize,
    },
}

/// What the end of a unit moves.
#[derive(Debug, Clone)]
pub struct EndReview {
    /// The names of those who move to the successor, sorted.
    pub people: Vec<String>,
    /// The names of the units that are put under the successor.
    pub units: Vec<String>,
    /// How many holdings of posts end.
    pub posts: usize,
    /// How many roles over the unit end.
    pub roles: usize,
}

impl App {
    /// Every unit of the institution with its days.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever does not look after units.
    pub async fn units_view(&self, caller: &Caller) -> Result<UnitsView, Fault> {
        self.store().read(List { caller: caller.clone() }).await
    }

    /// One unit, with what became of it.
    ///
    /// # Errors
    /// As [`App::units_view`]; [`Fault::NotFound`] when the institution has no such unit.
    pub async fn unit_view(&self, caller: &Caller, unit: UnitId) -> Result<UnitView, Fault> {
        self.store().read(Look { caller: caller.clone(), unit }).await
    }

    /// Begins a unit.
    ///
    /// # Errors
    /// As [`App::units_view`]; [`Refusal::Unit`] when something is wrong with it.
    pub async fn begin_unit(&self, caller: &Caller, new: NewUnit, day: Date, letter: Letter) -> Result<UnitId, Fault> {
        self.store().write(Begin { caller: caller.clone(), new, day, letter }).await
    }

    /// What would move if the unit ended and `into` carried it on from `day`. Leaves a trace: it names people.
    ///
    /// # Errors
    /// As [`App::change_unit`].
    pub async fn review_unit_end(
        &self,
        caller: &Caller,
        unit: UnitId,
        into: Option<UnitId>,
        day: Date,
        letter: Letter,
    ) -> Result<EndReview, Fault> {
        let turn = UnitTurn::End { into, people: 0 };
        self.store().write(Review(Turning { caller: caller.clone(), unit, turn, day, letter })).await
    }

    /// Changes a unit from `day` on. At its end everybody who works there moves to the successor with the position they
    /// have, units under it are put under the successor, and posts of the unit and roles over it end the day before.
    ///
    /// # Errors
    /// As [`App::unit_view`]; [`Refusal::Unit`] when something is wrong with it; [`Fault::Conflict`] when not as many
    /// people would move as the officer has read.
    pub async fn change_unit(
        &self,
        caller: &Caller,
        unit: UnitId,
        turn: UnitTurn,
        day: Date,
        letter: Letter,
    ) -> Result<(), Fault> {
        self.store().write(Turning { caller: caller.clone(), unit, turn, day, letter }).await
    }
}

struct Ground {
    scope: Scope,
    permit: Permit,
    tree: UnitTree,
    changes: Vec<UnitChange>,
    now: Instant,
    today: Date,
}

impl Ground {
    async fn of(tx: &mut Tx, caller: &Caller, unit: Option<UnitId>) -> Result<Self, Fault> {
        let (scope, now) = (caller.scope()?, caller.occasion.at);
        let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let tree = tenancy::units(tx, &scope).await?;
        let mut target = Target::of(institution.id, "unit");
        if let Some(unit) = unit {
            target = target.object(*unit.bytes()).units(tree.path(unit));
        }
        let permit = allow(&caller.actor, Action::ManageUnits, &target)?;
        if unit.is_some_and(|unit| tree.get(unit).is_none()) {
            return Err(Fault::NotFound);
        }
        let changes = units::changes(tx, &scope).await?;
        Ok(Self { scope, permit, tree, changes, now, today: now.date(institution.zone) })
    }

    fn name(&self, unit: Option<UnitId>) -> String {
        unit.and_then(|unit| self.tree.get(unit)).map(|unit| unit.name.clone()).unwrap_or_default()
    }

    fn noted(&self, unit: UnitId, day: Date, turn: Turn, letter: &Letter, chance: &mut Chance) -> Effect {
        let letter = Letter { number: letter.number.trim().to_owned(), dated: letter.dated };
        Effect::UnitChangeNoted(Box::new(UnitChange { id: chance.id(), unit, day, turn, letter, at: self.now }))
    }

    fn sound(&self, letter: &Letter) -> Result<(), Fault> {
        if letter.is_sound(self.today) { Ok(()) } else { Err(Refusal::Unit(UnitFlaw::Letter).into()) }
    }
}

struct Begin {
    caller: Caller,
    new: NewUnit,
    day: Date,
    letter: Letter,
}

impl Unit for Begin {
    type Out = UnitId;
    type Error = Fault;
    const NAME: &'static str = "units/begin";

    async fn run(&self, tx: &mut Tx) -> Result<UnitId, Fault> {
        let ground = Ground::of(tx, &self.caller, None).await?;
        let mut chance = self.caller.occasion.chance();
        let NewUnit { name, code, kind, parent, out_of, week } = self.new.clone();
        let above = || parent.and_then(|above| ground.tree.get(above)).and_then(|above| above.week);
        let week = week.or_else(above);
        let unit = UnitOf { id: chance.id(), parent, kind, code, name, week, since: self.day, until: None };
        let (unit, turn) = ground.tree.begun(unit, out_of, ground.today).map_err(Refusal::Unit)?;
        ground.sound(&self.letter)?;
        let id = unit.id;
        let noted = ground.noted(id, self.day, turn, &self.letter, &mut chance);
        let change = Change::new(ground.permit.clone()).say_code("turn", "began").say_id("unit", *id.bytes());
        let change = change.with(Effect::UnitAdded(Box::new(unit))).with(noted);
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(id)
    }
}

struct Turning {
    caller: Caller,
    unit: UnitId,
    turn: UnitTurn,
    day: Date,
    letter: Letter,
}

/// What the end of a unit changes besides the unit itself.
#[derive(Default)]
struct Moving {
    effects: Vec<Effect>,
    people: BTreeSet<PersonId>,
    units: Vec<UnitId>,
    posts: usize,
    roles: usize,
    /// Whether a post is held in it that nobody leaves without a second person.
    by_two: bool,
}

impl Turning {
    /// The unit as it will be, and what else changes.
    async fn decide(&self, tx: &mut Tx, ground: &Ground, chance: &mut Chance) -> Result<(UnitOf, Turn, Moving), Fault> {
        let with = (ground.changes.as_slice(), ground.today);
        let (tree, unit, day) = (&ground.tree, self.unit, self.day);
        let mut moving = Moving::default();
        let turned = match &self.turn {
            UnitTurn::Rename(name) => tree.renamed(unit, name, day, with),
            UnitTurn::Move(under) => tree.moved(unit, *under, day, with),
            UnitTurn::End { into, .. } => {
                moving = self.moving(tx, ground, *into, chance).await?;
                tree.ended(unit, *into, day, moving.people.is_empty() && moving.units.is_empty(), with)
            }
        };
        let (unit, turn) = turned.map_err(Refusal::Unit)?;
        if moving.by_two {
            return Err(Refusal::Unit(UnitFlaw::HeldByTwo).into());
        }
        ground.sound(&self.letter)?;
        Ok((unit, turn, moving))
    }

    async fn moving(
        &self,
        tx: &mut Tx,
        ground: &Ground,
        into: Option<UnitId>,
        chance: &mut Chance,
    ) -> Result<Moving, Fault> {
        let (scope, mut moving) = (&ground.scope, Moving::default());
        let last = self.day.previous_day().ok_or(Refusal::Unit(UnitFlaw::TooEarly))?;
        let there = match into {
            Some(into) => units::people(tx, scope, into, self.day).await?,
            None => Vec::new(),
        };
        for engagement in units::people(tx, scope, self.unit, self.day).await? {
            moving.people.insert(engagement.person);
            moving.effects.extend(carried(&engagement, into, self.day, last, &there, chance));
        }
        let posts = appointments::posts(tx, scope).await?;
        for holder in units::holders(tx, scope, self.unit, self.day).await? {
            // Who leaves such a post is proposed by one and confirmed by another.
            if posts.iter().any(|post| post.id == holder.post && needs_two(post.duty)) {
                moving.by_two = true;
            }
            moving.posts += 1;
            moving.effects.push(Effect::HolderEnded { id: holder.id, until: last });
        }
        for (grant, _) in people::grants_from(tx, scope, self.day).await? {
            if grant.unit == Some(self.unit) {
                moving.roles += 1;
                moving.effects.push(Effect::RoleEnded { id: grant.id, until: last });
            }
        }
        for below in ground.tree.iter().filter(|it| it.parent == Some(self.unit) && lives_on(it, self.day)) {
            moving.units.push(below.id);
            let turn = Turn::Moved { from: below.parent };
            moving.effects.push(Effect::UnitSaved(Box::new(UnitOf { parent: into, ..below.clone() })));
            moving.effects.push(ground.noted(below.id, self.day, turn, &self.letter, chance));
        }
        Ok(moving)
    }
}

/// The engagement ends the day before and goes on in the successor, unless its person is engaged there anyway.
fn carried(
    engagement: &Engagement,
    into: Option<UnitId>,
    day: Date,
    last: Date,
    there: &[Engagement],
    chance: &mut Chance,
) -> Vec<Effect> {
    // One that was to begin later never holds in the unit that has ended.
    let until = if engagement.since < day { last } else { engagement.since.previous_day().unwrap_or(last) };
    let mut effects = vec![Effect::EngagementEnded { id: engagement.id, until }];
    let since = engagement.since.max(day);
    let is_there = |it: &Engagement| {
        it.person == engagement.person
            && it.since <= since
            && it.until.is_none_or(|until| engagement.until.is_some_and(|e| e <= until))
    };
    if let Some(unit) = into.filter(|_| !there.iter().any(is_there)) {
        let next = Engagement { id: chance.id(), unit, since, ..engagement.clone() };
        effects.push(Effect::EngagementAdded(Box::new(next)));
    }
    effects
}

impl Unit for Turning {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "units/change";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let ground = Ground::of(tx, &self.caller, Some(self.unit)).await?;
        let mut chance = self.caller.occasion.chance();
        let (unit, turn, moving) = self.decide(tx, &ground, &mut chance).await?;
        let moved = moving.people.len();
        if matches!(self.turn, UnitTurn::End { people, .. } if people != moved) {
            return Err(Fault::Conflict);
        }
        let mut change = Change::new(ground.permit.clone()).say_code("turn", turn.code());
        if let Some(other) = turn.other() {
            change = change.say_id("other", *other.bytes());
        }
        if let UnitTurn::End { .. } = self.turn {
            change = change.say("people", i64::try_from(moved).unwrap_or(i64::MAX));
        }
        let noted = ground.noted(self.unit, self.day, turn, &self.letter, &mut chance);
        let change = change.with(Effect::UnitSaved(Box::new(unit))).with(noted).with_all(moving.effects);
        record(tx, &ground.scope, &change, ground.now, &mut chance).await?;
        Ok(())
    }
}

struct Review(Turning);

impl Unit for Review {
    type Out = EndReview;
    type Error = Fault;
    const NAME: &'static str = "units/review_end";

    async fn run(&self, tx: &mut Tx) -> Result<EndReview, Fault> {
        let Self(turning) = self;
        let ground = Ground::of(tx, &turning.caller, Some(turning.unit)).await?;
        let mut chance = turning.caller.occasion.chance();
        let (_, _, moving) = turning.decide(tx, &ground, &mut chance).await?;
        let mut named = Vec::new();
        for person in &moving.people {
            if let Some(person) = people::person(tx, &ground.scope, *person).await? {
                named.push((domain::people::search_form(&person.name.bare), person.name.full()));
            }
        }
        named.sort();
        record_read(tx, &ground.scope, ground.permit.clone(), named.len(), ground.now, &mut chance).await?;
        Ok(EndReview {
            people: named.into_iter().map(|(_, name)| name).collect(),
            units: moving.units.iter().map(|unit| ground.name(Some(*unit))).collect(),
            posts: moving.posts,
            roles: moving.roles,
        })
    }
}
