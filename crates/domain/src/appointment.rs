//! Who takes a post and who leaves it, as the personnel agency records it: the rules, and the second person where the post
//! opens the door to publishing and deciding.

use crate::delegation::Letter;
pub use crate::handover::Decided;
use crate::ids::{AppointmentId, HolderId, PersonId, PostId};
use crate::post::{Duty, Holder, Post, Tenure, alike};
use crate::unit_kind::UnitKind;
use base::{Date, Instant};

/// Longest title of a post, in characters.
pub const TITLE_MAX: usize = 200;

/// How many calendar days ahead a first day may lie, and the last day of what ends: nobody is appointed years before.
const AHEAD_MAX: i64 = 366;
/// How many calendar days from its first day, or from today, the last day of a decree may lie: ten years, longer than any
/// term.
const LASTS_MAX: i64 = 3_660;

/// What becomes of a holding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Somebody takes the post.
    Begins {
        /// How.
        tenure: Tenure,
        /// First day.
        since: Date,
        /// Last day, where the letter names one.
        until: Option<Date>,
    },
    /// Somebody leaves the post.
    Ends {
        /// Last day.
        until: Date,
    },
    /// It was recorded by mistake: they never held it.
    Never,
}

impl Turn {
    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Begins { .. } => "begins",
            Self::Ends { .. } => "ends",
            Self::Never => "never",
        }
    }
}

/// Where what was recorded stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AppointmentState {
    /// It waits for a second person; nothing follows from it.
    Waiting,
    /// It holds.
    Done,
    /// The second person refused it, or whoever proposed it took it back.
    Refused,
}

impl AppointmentState {
    /// All states.
    pub const ALL: [Self; 3] = [Self::Waiting, Self::Done, Self::Refused];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }

    /// Reads [`AppointmentState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// What was recorded about a holding, by whom and by which letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// One more with every change.
    pub version: i64,
    /// Which post.
    pub post: PostId,
    /// Which holding; while a beginning waits, the one it will be.
    pub holder: HolderId,
    /// Who takes or leaves the post.
    pub person: PersonId,
    /// What becomes of it.
    pub turn: Turn,
    /// By which letter; none where a mistake is taken back.
    pub letter: Option<Letter>,
    /// Where it stands.
    pub state: AppointmentState,
    /// Who recorded it.
    pub proposed_by: PersonId,
    /// When.
    pub proposed: Instant,
    /// Who decided about it, and when; nobody where one person is enough.
    pub decided: Option<Decided>,
}

/// What is wrong with a post or with what is to be recorded about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostFlaw {
    /// A post needs a title of at most [`TITLE_MAX`] characters.
    Title,
    /// The unit has such a post with this title. Who is secretary and head of a unit at once holds two posts.
    TitleTaken,
    /// The unit does not exist any more, or never did.
    Unit,
    /// There is one head of region, and one regional secretary.
    OnlyOne,
    /// A unit has one post of head.
    HeadTaken,
    /// Nobody is chosen, or nobody whom the register knows.
    Person,
    /// Nobody records that they take a post themselves.
    Oneself,
    /// The post cannot be held so.
    Tenure,
    /// The last day comes before the first.
    Order,
    /// A day lies more than a year ahead.
    TooFar,
    /// The last day that a decree names lies more than ten years ahead.
    UntilTooFar,
    /// Somebody fills the post on some of these days, or stands in on them: since this day.
    Held {
        /// Since when they do.
        since: Date,
    },
    /// Nobody stands in where nobody holds the post definitively, on all these days.
    NoDefinitive,
    /// It ended before that day, or never held.
    Over,
    /// The letter has no number, or is dated in the future.
    Letter,
    /// Something else about the post waits for the second person.
    Waits,
    /// Whoever proposed it, or whom it is about, does not confirm it.
    SecondPerson,
    /// It was decided.
    Decided,
}

/// Whether it takes two people to say who holds a post with this duty: by signing in as its holder one can publish and decide.
#[must_use]
pub const fn needs_two(duty: Duty) -> bool {
    matches!(duty, Duty::HeadOfRegion | Duty::RegionalSecretary)
}

/// A title as it is kept: one blank between words.
///
/// # Errors
/// [`PostFlaw::Title`] when it is empty or too long.
pub fn title(typed: &str) -> Result<String, PostFlaw> {
    let title = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = !title.is_empty() && title.chars().count() <= TITLE_MAX;
    if fits { Ok(title) } else { Err(PostFlaw::Title) }
}

/// Whether `post` may stand beside the `others` of the institution, as a new one or with a corrected title.
///
/// # Errors
/// [`PostFlaw::TitleTaken`], [`PostFlaw::OnlyOne`] and [`PostFlaw::HeadTaken`].
pub fn may_stand<'a>(post: &Post, others: impl IntoIterator<Item = &'a Post>) -> Result<(), PostFlaw> {
    for other in others.into_iter().filter(|other| other.id != post.id) {
        if needs_two(post.duty) && other.duty == post.duty {
            return Err(PostFlaw::OnlyOne);
        }
        if other.unit != post.unit {
            continue;
        }
        if post.duty == Duty::HeadOfUnit && other.duty == Duty::HeadOfUnit {
            return Err(PostFlaw::HeadTaken);
        }
        if other.duty == post.duty && alike(&other.title) == alike(&post.title) {
            return Err(PostFlaw::TitleTaken);
        }
    }
    Ok(())
}

/// Whether somebody may hold a post with this duty, in a unit of this kind, so from `since` to `until`, beside the `others` of the post.
///
/// On each day at most one holder fills a post: definitively, as Plt. or as Pj. Plh. and Pjs. stand in, at most one at a
/// time, for a holder who has it definitively on all their days.
///
/// # Errors
/// The [`PostFlaw`] that is in the way.
pub fn may_begin(
    (duty, kind): (Duty, UnitKind),
    others: &[Holder],
    (tenure, since, until): (Tenure, Date, Option<Date>),
    today: Date,
) -> Result<(), PostFlaw> {
    if !tenure.fits(duty, kind) {
        return Err(PostFlaw::Tenure);
    }
    if until.is_some_and(|until| until < since) {
        return Err(PostFlaw::Order);
    }
    if is_too_far(since, today) {
        return Err(PostFlaw::TooFar);
    }
    if until.is_some_and(|until| (until - since.max(today)).whole_days() > LASTS_MAX) {
        return Err(PostFlaw::UntilTooFar);
    }
    let same_seat = |it: &&Holder| it.tenure.fills() == tenure.fills() && it.meets(since, until);
    if let Some(held) = others.iter().find(same_seat) {
        return Err(PostFlaw::Held { since: held.since });
    }
    let covers = |it: &Holder| {
        it.tenure == Tenure::Definitive
            && it.holds_on(since)
            && it.until.is_none_or(|own| until.is_some_and(|until| until <= own))
    };
    if !tenure.fills() && !others.iter().any(covers) {
        return Err(PostFlaw::NoDefinitive);
    }
    Ok(())
}

fn is_too_far(day: Date, from: Date) -> bool {
    (day - from).whole_days() > AHEAD_MAX
}

/// What ends, each with its last day, when `holder` holds the post until `last`, or never did when that is none: with a
/// definitive holder also whoever stands in for them afterwards. Nothing when it is known already.
///
/// # Errors
/// [`PostFlaw::Order`], [`PostFlaw::TooFar`] and [`PostFlaw::Over`].
pub fn ending(
    holder: &Holder,
    others: &[Holder],
    last: Option<Date>,
    today: Date,
) -> Result<Vec<(HolderId, Date)>, PostFlaw> {
    if last.is_some_and(|last| last < holder.since) {
        return Err(PostFlaw::Order);
    }
    if last.is_some_and(|last| is_too_far(last, today)) {
        return Err(PostFlaw::TooFar);
    }
    let last = last.or_else(|| holder.since.previous_day()).ok_or(PostFlaw::Order)?;
    if holder.until == Some(last) {
        return Ok(Vec::new());
    }
    if !holder.ever_holds() || holder.until.is_some_and(|known| known < last) {
        return Err(PostFlaw::Over);
    }
    let mut ends = vec![(holder.id, last)];
    if holder.tenure == Tenure::Definitive {
        let stands_in = |it: &&Holder| {
            let beside = holder.meets(it.since, it.until);
            !it.tenure.fills() && it.ever_holds() && beside && it.until.is_none_or(|until| last < until)
        };
        // One who was to stand in later never does.
        let cut = |it: &Holder| it.since.previous_day().map(|before| (it.id, last.max(before)));
        ends.extend(others.iter().filter(stands_in).filter_map(cut));
    }
    Ok(ends)
}

impl Appointment {
    /// Something recorded: it waits for a second person where the `duty` needs one, else it holds at once.
    ///
    /// # Errors
    /// [`PostFlaw::Oneself`] when somebody records that they take a post, [`PostFlaw::Letter`] without a sound letter where
    /// one is needed.
    pub fn record(
        (id, duty): (AppointmentId, Duty),
        (post, holder, person): (PostId, HolderId, PersonId),
        (turn, letter): (Turn, Option<Letter>),
        (by, at): (PersonId, Instant),
        today: Date,
    ) -> Result<Self, PostFlaw> {
        if by == person && matches!(turn, Turn::Begins { .. }) {
            return Err(PostFlaw::Oneself);
        }
        let letter = match turn {
            Turn::Never => None,
            _ => Some(letter.filter(|letter| letter.is_sound(today)).ok_or(PostFlaw::Letter)?),
        };
        let state = if needs_two(duty) { AppointmentState::Waiting } else { AppointmentState::Done };
        Ok(Self {
            id,
            version: 1,
            post,
            holder,
            person,
            turn,
            letter,
            state,
            proposed_by: by,
            proposed: at,
            decided: None,
        })
    }

    /// A second person confirms it.
    ///
    /// # Errors
    /// [`PostFlaw::Decided`], and [`PostFlaw::SecondPerson`] for whoever proposed it or whom it is about.
    pub fn confirm(&self, by: PersonId, at: Instant) -> Result<Self, PostFlaw> {
        if by == self.proposed_by || by == self.person {
            return Err(PostFlaw::SecondPerson);
        }
        self.decide(AppointmentState::Done, by, at)
    }

    /// Somebody refuses it, or whoever proposed it takes it back.
    ///
    /// # Errors
    /// [`PostFlaw::Decided`].
    pub fn turn_down(&self, by: PersonId, at: Instant) -> Result<Self, PostFlaw> {
        self.decide(AppointmentState::Refused, by, at)
    }

    fn decide(&self, state: AppointmentState, by: PersonId, at: Instant) -> Result<Self, PostFlaw> {
        if self.state != AppointmentState::Waiting {
            return Err(PostFlaw::Decided);
        }
        Ok(Self { version: self.version + 1, state, decided: Some(Decided { by, at }), ..self.clone() })
    }

    /// The holding that begins with it, once it is done.
    #[must_use]
    pub fn begun(&self) -> Option<Holder> {
        let Turn::Begins { tenure, since, until } = self.turn else { return None };
        let (id, post, person) = (self.holder, self.post, self.person);
        Some(Holder { id, post, person, tenure, since, until })
    }
}

#[cfg(test)]
mod tests;
