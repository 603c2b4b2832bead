//! One post with its holders in time, and whom one could appoint.

use crate::ground::Ground;
use crate::register::{name_of, number_of};
use crate::trace::Trace;
use crate::{App, Caller, Fault};
use base::{Date, Instant};
use domain::appointment::{Appointment, AppointmentState, Turn, needs_two};
use domain::delegation::Letter;
use domain::ids::{AppointmentId, HolderId, PersonId, PostId, UnitId};
use domain::people::{Name, has_left};
use domain::policy::{Action, Permit};
use domain::post::{Holder, Post, Tenure};
use store::data::people::RegisterFilter;
use store::data::{appointments, merges, people};
use store::{Tx, Unit};

/// Most people that are offered.
const OFFERED: u32 = 20;

/// A post with its holders in time.
#[derive(Debug, Clone)]
pub struct OfficeView {
    /// The post.
    pub post: Post,
    /// The name of its unit.
    pub unit: String,
    /// Who holds and held it, the latest first.
    pub holdings: Vec<HoldingRow>,
    /// What waits for a second person.
    pub waiting: Option<WaitingView>,
    /// Whether the caller may record something about it.
    pub may_record: bool,
    /// Whether its unit lives today.
    pub lives: bool,
    /// Whether it takes two people to say who holds it.
    pub two: bool,
    /// Today, in the institution's zone.
    pub today: Date,
}

/// One holding of the post.
#[derive(Debug, Clone)]
pub struct HoldingRow {
    /// The holding.
    pub holder: Holder,
    /// The holder's name with titles.
    pub name: String,
    /// The letter by which it began, where one was recorded.
    pub begun: Option<Letter>,
    /// The letter by which it ended, likewise.
    pub ended: Option<Letter>,
    /// Whether its holder has left the service.
    pub has_left: bool,
}

/// What waits for a second person.
#[derive(Debug, Clone)]
pub struct WaitingView {
    /// Which.
    pub id: AppointmentId,
    /// The name of whom it is about.
    pub name: String,
    /// Where they work: the names of their units, with the positions there. Names alone are shared by many.
    pub works: Vec<(String, String)>,
    /// What becomes of the holding.
    pub turn: Turn,
    /// By which letter.
    pub letter: Option<Letter>,
    /// The name of who proposed it.
    pub proposed_by: String,
    /// When.
    pub proposed: Instant,
    /// Whether the caller may confirm it.
    pub may_confirm: bool,
    /// Whether the caller may refuse it, and whether that takes their own proposal back.
    pub may_turn_down: Option<bool>,
}

/// Whom somebody looks for, to appoint them.
#[derive(Debug, Clone, Default)]
pub struct AppointQuery {
    /// Words in the name, or a whole identity number.
    pub words: String,
    /// The person, once chosen.
    pub person: Option<PersonId>,
}

/// What the form of an appointment shows.
#[derive(Debug, Clone)]
pub struct AppointView {
    /// The post.
    pub post: Post,
    /// The name of its unit.
    pub unit: String,
    /// How it can be held.
    pub tenures: Vec<Tenure>,
    /// Who was found.
    pub found: Vec<Candidate>,
    /// Whether there are more than can be shown.
    pub more: bool,
    /// Who was chosen.
    pub chosen: Option<Candidate>,
    /// Whether it takes two people to say who holds it.
    pub two: bool,
}

/// Somebody who could be appointed.
#[derive(Debug, Clone)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// The name with titles.
    pub name: String,
    /// The names of their units, with the positions there.
    pub works: Vec<(String, String)>,
}

impl App {
    /// A post with its holders. Leaves a trace: it names people.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see posts of that unit, [`Fault::NotFound`] when there is no such post.
    pub async fn office(&self, caller: &Caller, id: PostId) -> Result<OfficeView, Fault> {
        let (view, permit) = self.store().read(Look { caller: caller.clone(), id }).await?;
        let count = view.holdings.len() + usize::from(view.waiting.is_some());
        let (occasion, institution) = (caller.occasion, caller.institution()?);
        self.store().write(Trace { occasion, institution, permit, count }).await?;
        Ok(view)
    }

    /// What is needed to appoint somebody to a post. Leaves a trace when it names people.
    ///
    /// # Errors
    /// As [`App::office`], for whoever may not record holders.
    pub async fn appointing(&self, caller: &Caller, id: PostId, query: AppointQuery) -> Result<AppointView, Fault> {
        let number = number_of(&query.words).map(|number| self.keys().blind_index(&number));
        let (view, permit) = self.store().read(Choose { caller: caller.clone(), id, query, number }).await?;
        let count = view.found.len() + usize::from(view.chosen.is_some());
        let (occasion, institution) = (caller.occasion, caller.institution()?);
        self.store().write(Trace { occasion, institution, permit, count }).await?;
        Ok(view)
    }
}

struct Look {
    caller: Caller,
    id: PostId,
}

/// The letter of the last thing that was recorded about this holding and is so.
fn letter(all: &[Appointment], holder: HolderId, is: impl Fn(&Turn) -> bool) -> Option<Letter> {
    let done = |it: &&Appointment| it.state == AppointmentState::Done && it.holder == holder && is(&it.turn);
    all.iter().rev().find(done).and_then(|it| it.letter.clone())
}

impl Look {
    async fn waiting(&self, tx: &mut Tx, ground: &Ground, post: &Post, it: &Appointment) -> Result<WaitingView, Fault> {
        let me = self.caller.person()?;
        let may = |action| ground.permit_on_post(&self.caller, action, post.unit, Some(post.id)).is_ok();
        let (mine, confirms) = (it.proposed_by == me, may(Action::ConfirmAppointment));
        let own = mine && may(Action::RecordPost);
        Ok(WaitingView {
            id: it.id,
            name: ground.name(tx, it.person).await?,
            works: works(tx, ground, it.person).await?,
            turn: it.turn,
            letter: it.letter.clone(),
            proposed_by: ground.name(tx, it.proposed_by).await?,
            proposed: it.proposed,
            may_confirm: confirms && !mine && it.person != me,
            may_turn_down: (own || (confirms && !mine)).then_some(mine),
        })
    }
}

impl Unit for Look {
    type Out = (OfficeView, Permit);
    type Error = Fault;
    const NAME: &'static str = "offices/look";

    async fn run(&self, tx: &mut Tx) -> Result<(OfficeView, Permit), Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let (post, permit) = ground.post(tx, &self.caller, Action::ViewPosts, self.id).await?;
        let recorded = appointments::of_post(tx, &ground.scope, self.id).await?;
        let mut holdings = Vec::new();
        for holder in people::holders(tx, &ground.scope, self.id).await?.into_iter().rev() {
            let engagements = people::engagements_of(tx, &ground.scope, holder.person).await?;
            holdings.push(HoldingRow {
                name: ground.name(tx, holder.person).await?,
                begun: letter(&recorded, holder.id, |turn| matches!(turn, Turn::Begins { .. })),
                ended: letter(&recorded, holder.id, |turn| matches!(turn, Turn::Ends { .. })),
                has_left: has_left(&engagements, ground.today),
                holder,
            });
        }
        let waiting = match recorded.iter().find(|it| it.state == AppointmentState::Waiting) {
            Some(it) => Some(self.waiting(tx, &ground, &post, it).await?),
            None => None,
        };
        let view = OfficeView {
            unit: ground.unit_name(post.unit),
            lives: ground.lives(post.unit),
            may_record: ground.permit_on_post(&self.caller, Action::RecordPost, post.unit, Some(post.id)).is_ok(),
            two: needs_two(post.duty),
            today: ground.today,
            holdings,
            waiting,
            post,
        };
        Ok((view, permit))
    }
}

/// Where somebody works today: the names of the units, with the positions there.
pub(super) async fn works(tx: &mut Tx, ground: &Ground, person: PersonId) -> Result<Vec<(String, String)>, Fault> {
    let engagements = people::engagements_of(tx, &ground.scope, person).await?;
    let held = engagements.into_iter().filter(|it| it.holds_on(ground.today));
    Ok(held.map(|it| (ground.unit_name(it.unit), it.position)).collect())
}

struct Choose {
    caller: Caller,
    id: PostId,
    query: AppointQuery,
    number: Option<[u8; 32]>,
}

impl Choose {
    async fn candidate(tx: &mut Tx, ground: &Ground, (person, name): (PersonId, &Name)) -> Result<Candidate, Fault> {
        Ok(Candidate { person, name: name.full(), works: works(tx, ground, person).await? })
    }

    /// Who has the number, or whose name has the words. An officer of one unit looks for names there alone; whoever comes
    /// from elsewhere is found by the number that stands in the letter.
    async fn found(&self, tx: &mut Tx, ground: &Ground, post: &Post) -> Result<Vec<PersonId>, Fault> {
        if let Some(number) = self.number {
            return Ok(people::persons_with(tx, &ground.scope, number).await?);
        }
        if self.query.words.trim().is_empty() {
            return Ok(Vec::new());
        }
        let may = |unit: Option<UnitId>| ground.may_look(&self.caller, unit);
        let unit = if may(None) {
            None
        } else {
            let highest = ground.tree.path(post.unit).into_iter().rev().find(|unit| may(Some(*unit)));
            Some(highest.unwrap_or(post.unit))
        };
        let words = name_of(&self.query.words);
        let filter = RegisterFilter { day: ground.today, words, unit, limit: OFFERED + 1, offset: 0 };
        let mut found: Vec<PersonId> = Vec::new();
        for line in people::register(tx, &ground.scope, &filter).await? {
            if !found.contains(&line.person.id) {
                found.push(line.person.id);
            }
        }
        Ok(found)
    }
}

impl Unit for Choose {
    type Out = (AppointView, Permit);
    type Error = Fault;
    const NAME: &'static str = "offices/choose";

    async fn run(&self, tx: &mut Tx) -> Result<(AppointView, Permit), Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let (post, _) = ground.post(tx, &self.caller, Action::RecordPost, self.id).await?;
        let permit = ground.permit_on_post(&self.caller, Action::ViewPosts, post.unit, Some(post.id))?;
        let mut found = Vec::new();
        for id in self.found(tx, &ground, &post).await? {
            if let Some(person) = people::person(tx, &ground.scope, id).await? {
                found.push(Self::candidate(tx, &ground, (id, &person.name)).await?);
            }
        }
        let more = found.len() > OFFERED as usize;
        found.truncate(OFFERED as usize);
        let chosen = match self.query.person {
            None => None,
            Some(person) => {
                let id = merges::survivor(tx, &ground.scope, person).await?;
                let person = people::person(tx, &ground.scope, id).await?.ok_or(Fault::NotFound)?;
                Some(Self::candidate(tx, &ground, (id, &person.name)).await?)
            }
        };
        let view = AppointView {
            unit: ground.unit_name(post.unit),
            tenures: Tenure::ALL.into_iter().filter(|tenure| tenure.fits(post.duty, ground.kind(post.unit))).collect(),
            two: needs_two(post.duty),
            found,
            more,
            chosen,
            post,
        };
        Ok((view, permit))
    }
}
