//! Heads of many units at once, from a file that carries the letter of each: what is missing, what a file comes to, and
//! all of it recorded or nothing.

mod read;
mod record;
mod weigh;

pub use read::{HeadLine, HeadState, HeadsFile, HeadsPreview};

use crate::ground::Ground;
use crate::register::in_order;
use crate::{App, Caller, Fault, Refusal};
use base::Date;
use domain::appointment::PostFlaw;
use domain::delegation::Letter;
use domain::ids::{PersonId, PostId, UnitId};
use domain::policy::Action;
use domain::post::{Duty, Post, Tenure};
use roster::RowFault;
use std::collections::BTreeSet;
use store::data::appointments;
use store::{Tx, Unit};

/// Most heads of units that are recorded at once.
pub const HEADS_MAX: usize = 500;

/// A unit whose lists reach nobody today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadlessUnit {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The title of its post of head; empty where it has none.
    pub title: String,
}

/// A head of a unit to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadCommand {
    /// The line of the file that says so, for whoever has to mend it.
    pub line: u32,
    /// Which unit.
    pub unit: UnitId,
    /// The title of its post of head; it may be empty where the unit has that post.
    pub title: String,
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

/// What keeps a row from being recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeadFlaw {
    /// A cell that cannot be read, or is empty.
    Cell(RowFault),
    /// The unit is none of those that the caller looks after.
    Outside,
    /// Nobody in the register has this number.
    NobodyHasIt,
    /// The person does not work here any more.
    HasLeft,
    /// The rules about posts say no.
    Post(PostFlaw),
}

impl HeadFlaw {
    /// What a refusal says about a row.
    ///
    /// # Errors
    /// Gives back a fault that is about more than one row.
    fn of(fault: Fault) -> Result<Self, Fault> {
        match fault {
            Fault::Refused(Refusal::Post(flaw)) => Ok(Self::Post(flaw)),
            Fault::Refused(Refusal::HasLeft) => Ok(Self::HasLeft),
            other => Err(other),
        }
    }
}

impl App {
    /// The living units in which the caller may record posts and whose post of head nobody holds today, in the order of the
    /// tree.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may record posts nowhere.
    pub async fn headless_units(&self, caller: &Caller) -> Result<Vec<HeadlessUnit>, Fault> {
        self.store().read(Headless { caller: caller.clone() }).await
    }
}

struct Headless {
    caller: Caller,
}

impl Unit for Headless {
    type Out = Vec<HeadlessUnit>;
    type Error = Fault;
    const NAME: &'static str = "offices/headless";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<HeadlessUnit>, Fault> {
        let ground = Ground::of(tx, &self.caller).await?;
        let (reached, _) = ground.reach(&self.caller, Action::RecordPost)?;
        let posts = appointments::posts(tx, &ground.scope).await?;
        let holders = appointments::holders_on(tx, &ground.scope, ground.today).await?;
        let held: BTreeSet<PostId> = holders.iter().filter(|it| !it.has_left).map(|it| it.post).collect();
        let mut headless = Vec::new();
        for unit in in_order(&ground.tree) {
            let here: Vec<&Post> = of_head(&posts, unit.id).collect();
            let headed = here.iter().any(|post| held.contains(&post.id));
            let Some(known) = ground.tree.get(unit.id) else { continue };
            if headed || !reached.contains(&unit.id) || !ground.lives(unit.id) {
                continue;
            }
            let title = here.first().map(|post| post.title.clone()).unwrap_or_default();
            headless.push(HeadlessUnit { code: known.code.clone(), name: known.name.clone(), title });
        }
        Ok(headless)
    }
}

/// The posts of head among these of a unit. It has one; what was recorded before that rule stands.
fn of_head(posts: &[Post], unit: UnitId) -> impl Iterator<Item = &Post> {
    posts.iter().filter(move |post| post.unit == unit && post.duty == Duty::HeadOfUnit)
}
