//! Recording posts, and who takes and leaves them.

use crate::ground::Ground;
use crate::{App, Caller, Fault, Refusal};
use base::{Chance, Date};
use domain::appointment::{
    Appointment, AppointmentState, PostFlaw, Turn, ending, may_begin, may_stand, needs_two, title,
};
use domain::change::{Change, Effect};
use domain::delegation::Letter;
use domain::ids::{HolderId, PersonId, PostId, UnitId};
use domain::message::Message;
use domain::people::has_left;
use domain::policy::{Action, Permit, Target, allow};
use domain::post::{Duty, Holder, Post, Tenure};
use store::data::{appointments, merges, people, record};
use store::{Tx, Unit};

/// A post to be recorded.
#[derive(Debug, Clone)]
pub struct NewPost {
    /// Its unit.
    pub unit: UnitId,
    /// Its title.
    pub title: String,
    /// What it obliges to.
    pub duty: Duty,
}

/// Somebody takes a post.
#[derive(Debug, Clone)]
pub struct AppointCommand {
    /// Which post.
    pub post: PostId,
    /// Who.
    pub person: PersonId,
    /// How.
    pub tenure: Tenure,
    /// First day.
    pub since: Date,
    /// Last day, where the letter names one.
    pub until: Option<Date>,
    /// By which letter.
    pub letter: Letter,
}

/// Somebody leaves a post.
#[derive(Debug, Clone)]
pub struct EndCommand {
    /// Which post.
    pub post: PostId,
    /// Which holding.
    pub holder: HolderId,
    /// Last day and letter; none takes back what was recorded by mistake.
    pub last: Option<(Date, Letter)>,
}

/// What came of recording something about a holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recorded {
    /// It is so.
    Done,
    /// It waits for a second person.
    Waiting,
}

impl App {
    /// Records a post of a unit.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever does not look after that unit, [`Refusal::Post`] with what is wrong.
    pub async fn add_post(&self, caller: &Caller, new: NewPost) -> Result<PostId, Fault> {
        self.store().write(Add { caller: caller.clone(), new }).await
    }

    /// Corrects the title of a post. Papers keep the one they were given with.
    ///
    /// # Errors
    /// As [`App::add_post`]; [`Fault::NotFound`] when there is no such post.
    pub async fn retitle_post(&self, caller: &Caller, post: PostId, title: &str) -> Result<(), Fault> {
        self.store().write(Retitle { caller: caller.clone(), post, title: title.to_owned() }).await
    }

    /// Records that somebody takes a post; their roles follow from it. What is about the head of region or the regional
    /// secretary waits for a second person. Recording the same again changes nothing.
    ///
    /// # Errors
    /// As [`App::retitle_post`]; [`Refusal::HasLeft`] for somebody who does not work here any more.
    pub async fn appoint(&self, caller: &Caller, command: AppointCommand) -> Result<Recorded, Fault> {
        self.store().write(Appoint { caller: caller.clone(), command }).await
    }

    /// Records that somebody leaves a post, or never held it. Whoever stands in for a definitive holder stands in no more.
    /// Otherwise as [`App::appoint`].
    ///
    /// # Errors
    /// As [`App::retitle_post`].
    pub async fn end_holding(&self, caller: &Caller, command: EndCommand) -> Result<Recorded, Fault> {
        self.store().write(End { caller: caller.clone(), command }).await
    }
}

struct Add {
    caller: Caller,
    new: NewPost,
}

impl Unit for Add {
    type Out = PostId;
    type Error = Fault;
    const NAME: &'static str = "offices/add";

    async fn run(&self, tx: &mut Tx) -> Result<PostId, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let mut chance = self.caller.occasion.chance();
        let others = standing(tx, &ground).await?;
        let (post, permit) = new_post(&ground, &self.caller, chance.id(), &self.new, &others)?;
        let id = post.id;
        add(tx, &ground, post, permit, &mut chance).await?;
        Ok(id)
    }
}

/// A new post by the rules, beside the `others` that stand, with the permit for it.
pub(super) fn new_post(
    ground: &Ground,
    caller: &Caller,
    id: PostId,
    new: &NewPost,
    others: &[Post],
) -> Result<(Post, Permit), Fault> {
    let NewPost { unit, title: typed, duty } = new;
    let permit = ground.permit_on_post(caller, Action::RecordPost, *unit, Some(id))?;
    if !ground.lives(*unit) {
        return Err(PostFlaw::Unit.into());
    }
    whole(caller, ground, *duty)?;
    let post = Post { id, unit: *unit, title: title(typed)?, duty: *duty };
    may_stand(&post, others)?;
    Ok((post, permit))
}

/// Stores what [`new_post`] allowed.
pub(super) async fn add(
    tx: &mut Tx,
    ground: &Ground,
    post: Post,
    permit: Permit,
    chance: &mut Chance,
) -> Result<(), Fault> {
    let change = Change::new(permit)
        .say_code("part", "added")
        .say_code("duty", post.duty.code())
        .say_id("unit", *post.unit.bytes())
        .with(Effect::PostAdded(Box::new(post)));
    record(tx, &ground.scope, &change, ground.now, chance).await?;
    Ok(())
}

struct Retitle {
    caller: Caller,
    post: PostId,
    title: String,
}

impl Unit for Retitle {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "offices/retitle";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let (known, permit) = ground.post(tx, &self.caller, Action::RecordPost, self.post).await?;
        let post = Post { title: title(&self.title)?, ..known.clone() };
        if post == known {
            return Ok(());
        }
        whole(&self.caller, &ground, known.duty)?;
        may_stand(&post, &standing(tx, &ground).await?)?;
        let change = Change::new(permit).say_code("part", "retitled").with(Effect::PostSaved(Box::new(post)));
        record(tx, &ground.scope, &change, ground.now, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}

/// The posts of units that live: one in a unit that has ended is in nobody's way.
pub(super) async fn standing(tx: &mut Tx, ground: &Ground) -> Result<Vec<Post>, Fault> {
    let all = appointments::posts(tx, &ground.scope).await?;
    Ok(all.into_iter().filter(|post| ground.lives(post.unit)).collect())
}

/// The posts with which one can publish and decide are those of the whole institution: whoever works for some units
/// neither makes them nor names them.
fn whole(caller: &Caller, ground: &Ground, duty: Duty) -> Result<(), Fault> {
    if needs_two(duty) {
        allow(&caller.actor, Action::RecordPost, &Target::of(ground.institution.id, "post"))?;
    }
    Ok(())
}

/// Whether this is recorded already by the caller, and waits; something else that waits is in the way.
pub(super) async fn waits(tx: &mut Tx, ground: &Ground, wanted: &Appointment) -> Result<bool, Fault> {
    let all = appointments::of_post(tx, &ground.scope, wanted.post).await?;
    match all.iter().find(|it| it.state == AppointmentState::Waiting) {
        None => Ok(false),
        Some(it) if it.proposed_by == wanted.proposed_by && it.person == wanted.person && it.turn == wanted.turn => {
            Ok(true)
        }
        Some(_) => Err(PostFlaw::Waits.into()),
    }
}

struct Appoint {
    caller: Caller,
    command: AppointCommand,
}

impl Unit for Appoint {
    type Out = Recorded;
    type Error = Fault;
    const NAME: &'static str = "offices/appoint";

    async fn run(&self, tx: &mut Tx) -> Result<Recorded, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let (post, permit) = ground.post(tx, &self.caller, Action::RecordPost, self.command.post).await?;
        let mut chance = self.caller.occasion.chance();
        match beginning(tx, &ground, &self.caller, (&post, permit), &self.command, &mut chance).await? {
            Beginning::Known(recorded) => Ok(recorded),
            Beginning::New(it, change) => save(tx, &ground, *it, change, (&[], &[]), &mut chance).await,
        }
    }
}

/// What recording that somebody takes a post comes to.
pub(super) enum Beginning {
    /// It is recorded already.
    Known(Recorded),
    /// This is to be stored.
    New(Box<Appointment>, Change),
}

/// That somebody takes this post, by the rules. Nothing is stored.
pub(super) async fn beginning(
    tx: &mut Tx,
    ground: &Ground,
    caller: &Caller,
    (post, permit): (&Post, Permit),
    command: &AppointCommand,
    chance: &mut Chance,
) -> Result<Beginning, Fault> {
    let me = caller.person()?;
    let AppointCommand { tenure, since, until, letter, .. } = command;
    if !ground.lives(post.unit) {
        return Err(PostFlaw::Unit.into());
    }
    let person = merges::survivor(tx, &ground.scope, command.person).await?;
    people::person(tx, &ground.scope, person).await?.ok_or(PostFlaw::Person)?;
    // Whoever acts for somebody appoints them as little as themselves.
    if permit.behalf() == Some(person) {
        return Err(PostFlaw::Oneself.into());
    }
    let turn = Turn::Begins { tenure: *tenure, since: *since, until: *until };
    let ids = (post.id, chance.id(), person);
    let what = (turn, Some(tidy(letter)));
    let it = Appointment::record((chance.id(), post.duty), ids, what, (me, ground.now), ground.today)?;
    let holders = people::holders(tx, &ground.scope, post.id).await?;
    let same = |held: &Holder| held.person == person && held.tenure == *tenure && held.since == *since;
    if holders.iter().any(|held| same(held) && held.ever_holds() && held.until == *until) {
        return Ok(Beginning::Known(Recorded::Done));
    }
    if waits(tx, ground, &it).await? {
        return Ok(Beginning::Known(Recorded::Waiting));
    }
    may_take(tx, ground, (person, post), &holders, &turn).await?;
    let change = Change::new(permit)
        .say_code("part", it.state.code())
        .say_code("turn", turn.code())
        .say_code("tenure", tenure.code())
        .say_id("person", *person.bytes());
    Ok(Beginning::New(Box::new(it), change))
}

/// Whether somebody may take a post so.
pub(super) async fn may_take(
    tx: &mut Tx,
    ground: &Ground,
    (person, post): (PersonId, &Post),
    holders: &[Holder],
    turn: &Turn,
) -> Result<(), Fault> {
    let Turn::Begins { tenure, since, until } = *turn else { return Ok(()) };
    may_begin((post.duty, ground.kind(post.unit)), holders, (tenure, since, until), ground.today)?;
    if has_left(&people::engagements_of(tx, &ground.scope, person).await?, ground.today) {
        return Err(Refusal::HasLeft.into());
    }
    Ok(())
}

struct End {
    caller: Caller,
    command: EndCommand,
}

impl Unit for End {
    type Out = Recorded;
    type Error = Fault;
    const NAME: &'static str = "offices/end";

    async fn run(&self, tx: &mut Tx) -> Result<Recorded, Fault> {
        let (me, ground) = (self.caller.person()?, Ground::of(tx, &self.caller).await?);
        let (post, permit) = ground.post(tx, &self.caller, Action::RecordPost, self.command.post).await?;
        let holders = people::holders(tx, &ground.scope, post.id).await?;
        let holder = holders.iter().find(|it| it.id == self.command.holder).ok_or(Fault::NotFound)?;
        let (turn, letter) = match &self.command.last {
            Some((until, letter)) => (Turn::Ends { until: *until }, Some(tidy(letter))),
            None => (Turn::Never, None),
        };
        let mut chance = self.caller.occasion.chance();
        let ids = (post.id, holder.id, holder.person);
        let it = Appointment::record((chance.id(), post.duty), ids, (turn, letter), (me, ground.now), ground.today)?;
        let ends = ending(holder, &holders, self.command.last.as_ref().map(|it| it.0), ground.today)?;
        if ends.is_empty() {
            return Ok(Recorded::Done);
        }
        if waits(tx, &ground, &it).await? {
            return Ok(Recorded::Waiting);
        }
        let change = Change::new(permit)
            .say_code("part", it.state.code())
            .say_code("turn", turn.code())
            .say_id("person", *holder.person.bytes())
            .say("holdings", i64::try_from(ends.len()).unwrap_or(i64::MAX));
        save(tx, &ground, it, change, (&ends, &holders), &mut chance).await
    }
}

fn tidy(letter: &Letter) -> Letter {
    Letter { number: letter.number.trim().to_owned(), dated: letter.dated }
}

/// Holdings that end, each with its last day, and all holdings of the post.
pub(super) type Ends<'a> = (&'a [(HolderId, Date)], &'a [Holder]);

/// Stores what was recorded, and what follows from it where it holds at once.
pub(super) async fn save(
    tx: &mut Tx,
    ground: &Ground,
    it: Appointment,
    change: Change,
    ends: Ends<'_>,
    chance: &mut Chance,
) -> Result<Recorded, Fault> {
    let (state, follows) = (it.state, follows(ground, &it, ends, chance));
    let change = change.with(Effect::AppointmentSaved(Box::new(it))).with_all(follows);
    record(tx, &ground.scope, &change, ground.now, chance).await?;
    Ok(if state == AppointmentState::Waiting { Recorded::Waiting } else { Recorded::Done })
}

/// Once what was recorded holds: the holding that begins or those that end, and that everybody who takes or leaves the post
/// by it is told so.
pub(super) fn follows(
    ground: &Ground,
    it: &Appointment,
    (ends, holders): Ends<'_>,
    chance: &mut Chance,
) -> Vec<Effect> {
    if it.state != AppointmentState::Done {
        return Vec::new();
    }
    let mut effects = Vec::new();
    let mut tell = |holder: &Holder| {
        Effect::MessagePlanned(Box::new(Message::appointed(chance.id(), holder, (ground.today, ground.now))))
    };
    if let Some(holder) = it.begun() {
        effects.push(tell(&holder));
        effects.push(Effect::HolderAdded(Box::new(holder)));
    }
    for (id, until) in ends.iter().copied() {
        effects.extend(holders.iter().find(|holder| holder.id == id).map(&mut tell));
        effects.push(Effect::HolderEnded { id, until });
    }
    effects
}
