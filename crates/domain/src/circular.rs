//! Circulars: drafted, then published once and for all.

pub mod attachments;
pub mod certified;
pub mod departure;
pub mod issuing;
pub mod numbering;
pub mod on_paper;
mod overlay;
mod withdraw;

pub use withdraw::{Before, End, Ending, Withdraw, WithdrawRefusal};

use self::attachments::Attachment;
use crate::category::Category;
use crate::change::{Change, Effect};
use crate::drive::{DriveCommand, DriveFlaw};
use crate::ids::{CircularId, DriveId, PaperId, UnitId};
use crate::job::Work;
use crate::paper::{Paper, PaperKind, PaperState, Token};
use crate::policy::Permit;
use crate::post::Duty;
use crate::provision::{self, Provision};
use crate::revision::{Revision, compare, concerned};
use base::{Chance, Date, Instant};
use serde::{Deserialize, Serialize};

/// What a circular says, part by part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Body {
    /// What it is about.
    pub subject: String,
    /// The elections it concerns, in words: *Pilkada 2024*.
    pub election: String,
    /// The sentences before the provisions.
    pub opening: String,
    /// The numbered provisions, in order. Their number is their place, beginning with one.
    #[serde(deserialize_with = "provision::read")]
    pub provisions: Vec<Provision>,
    /// The sentences after them.
    pub closing: String,
    /// The instruments it rests on, by the ids of the law files.
    pub bases: Vec<String>,
    /// Who receives a copy.
    pub copies: Vec<String>,
    /// The files that belong to it, in order; one of before there were any has none.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
}

/// Whom a circular binds: these categories, in these units and all under them but for the excepted ones. No unit means
/// every unit. With posts or titles it binds only those of the categories who hold such a post in these units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Addressees {
    /// The categories.
    pub categories: Vec<Category>,
    /// The units.
    pub units: Vec<UnitId>,
    /// Only who holds a post with one of these duties or titles; none of either means everybody.
    #[serde(default)]
    pub posts: Vec<Duty>,
    /// Titles of posts as they are written in the register: of a post that is recorded, or the position somebody works
    /// in. A title stands for every post that bears it on the day, also for one that comes later; see
    /// [`crate::post::alike`].
    #[serde(default)]
    pub titles: Vec<String>,
    /// Units that are left out, with all under them.
    #[serde(default)]
    pub except: Vec<UnitId>,
}

impl Addressees {
    /// Whether it binds holders of certain posts alone.
    #[must_use]
    pub fn is_for_posts(&self) -> bool {
        !self.posts.is_empty() || !self.titles.is_empty()
    }
}

/// Who signed, as it stood on the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signatory {
    /// *Plt.*, *Pj.* and so on; empty for a definitive holder.
    pub tenure: String,
    /// The post.
    pub title: String,
    /// The name with titles.
    pub name: String,
}

/// Where a circular stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It is being written.
    Draft,
    /// It was published and never changes again, but for its number while the register has given none.
    Published {
        /// When.
        at: Instant,
        /// Who signed it.
        signatory: Signatory,
    },
}

/// A circular of an institution.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circular {
    /// Its id.
    pub id: CircularId,
    /// Counts changes: a writer who saw an older version is told so.
    pub version: i64,
    /// Its number in the register; a letter is final without.
    pub number: Option<String>,
    /// The date on the letter.
    pub dated: Date,
    /// What it says.
    pub body: Body,
    /// Whom it binds.
    pub addressees: Addressees,
    /// Where it stands.
    pub state: State,
    /// What it revises, if it does.
    pub revision: Option<Revision>,
    /// Since when and why it holds no longer.
    pub end: Option<End>,
}

/// Limits that keep a circular a circular.
pub mod limits {
    /// Most provisions.
    pub const PROVISIONS: usize = 40;
    /// Most characters of one text.
    pub const TEXT: usize = 4_000;
    /// Most titles of posts to which a circular is addressed: the letter names each.
    pub const TITLES: usize = 200;
    /// Most characters of the subject.
    pub const SUBJECT: usize = 200;
    /// Most characters of a number in the register, and of the pattern it is made by.
    pub const NUMBER: usize = 60;
    /// Most characters of a reason.
    pub const REASON: usize = 500;
}

/// A rule that a draft does not meet, with the field it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// There is no subject.
    SubjectMissing,
    /// The subject is too long.
    SubjectLong,
    /// There is no provision.
    ProvisionsMissing,
    /// There are too many provisions.
    ProvisionsMany,
    /// A text is too long.
    TextLong,
    /// No legal basis was picked.
    BasisMissing,
    /// No category was picked.
    CategoriesMissing,
    /// It is addressed to too many titles of posts.
    TitlesMany,
    /// No election was named.
    ElectionMissing,
}

impl Body {
    /// Everything that keeps a circular with this body and these addressees from being published.
    #[must_use]
    pub fn flaws(&self, addressees: &Addressees) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        let long = |text: &String| text.chars().count() > limits::TEXT;
        if self.subject.trim().is_empty() {
            flaws.push(Flaw::SubjectMissing);
        }
        if self.subject.chars().count() > limits::SUBJECT {
            flaws.push(Flaw::SubjectLong);
        }
        if self.election.trim().is_empty() {
            flaws.push(Flaw::ElectionMissing);
        }
        if self.provisions.iter().all(|it| it.text.trim().is_empty()) {
            flaws.push(Flaw::ProvisionsMissing);
        }
        if self.provisions.len() > limits::PROVISIONS {
            flaws.push(Flaw::ProvisionsMany);
        }
        if self.provisions.iter().any(|it| long(&it.text)) || long(&self.opening) || long(&self.closing) {
            flaws.push(Flaw::TextLong);
        }
        if self.bases.is_empty() {
            flaws.push(Flaw::BasisMissing);
        }
        if addressees.categories.is_empty() {
            flaws.push(Flaw::CategoriesMissing);
        }
        if addressees.titles.len() > limits::TITLES {
            flaws.push(Flaw::TitlesMany);
        }
        flaws
    }
}

/// Why a circular cannot be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishRefusal {
    /// It was published before.
    AlreadyPublished,
    /// Its text is not complete.
    Flawed(Vec<Flaw>),
    /// Nobody holds the post of head of region on that day.
    NoSignatory,
    /// What was decided about the drive does not hold together.
    Drive(Vec<DriveFlaw>),
    /// The circular that it revises was replaced or withdrawn meanwhile.
    RevisedEnded,
}

/// What is decided when a circular is published.
#[derive(Debug, Clone)]
pub struct Publish {
    /// The day on which it is published, in the institution's zone.
    pub today: Date,
    /// The moment.
    pub at: Instant,
    /// Who holds the post of head of region on that day.
    pub signatory: Option<Signatory>,
    /// The drive that goes out with it.
    pub drive: DriveCommand,
    /// The circular that it revises, as it stands now.
    pub revised: Option<Circular>,
}

/// What stands once a circular is signed, in the program or on paper.
struct Signed {
    dated: Date,
    at: Instant,
    signatory: Signatory,
    drive: DriveCommand,
    revised: Option<Circular>,
}

/// The circular that a draft revises was replaced or withdrawn meanwhile.
struct RevisedEnded;

impl From<RevisedEnded> for PublishRefusal {
    fn from(_: RevisedEnded) -> Self {
        Self::RevisedEnded
    }
}

impl Circular {
    /// A fresh draft.
    #[must_use]
    pub fn draft(id: CircularId, dated: Date, body: Body, addressees: Addressees) -> Self {
        let state = State::Draft;
        Self { id, version: 1, number: None, dated, body, addressees, state, revision: None, end: None }
    }

    /// A fresh draft that is to take the place of this circular: it says the same so far, without a number.
    #[must_use]
    pub fn revise(&self, id: CircularId, dated: Date) -> Self {
        let mut draft = Self::draft(id, dated, self.body.clone(), self.addressees.clone());
        draft.revision = Some(Revision { replaces: self.id, judged: Vec::new(), concerns: Vec::new() });
        draft
    }

    /// Whether it was published and still holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!(self.state, State::Published { .. }) && self.end.is_none()
    }

    /// The change that stores this draft, new or edited.
    #[must_use]
    pub fn save(mut self, permit: Permit, chance: &mut Chance) -> Change {
        provision::give_keys(&mut self.body.provisions, chance);
        let provisions = i64::try_from(self.body.provisions.len()).unwrap_or(i64::MAX);
        let version = self.version;
        Change::new(permit)
            .with(Effect::CircularSaved(Box::new(self)))
            .say("provisions", provisions)
            .say("version", version)
    }

    /// Publishes the circular, makes its letter a verifiable paper and begins the drive.
    ///
    /// # Errors
    /// Returns the [`PublishRefusal`] that a person can act on.
    pub fn publish(self, permit: Permit, command: Publish, chance: &mut Chance) -> Result<Change, PublishRefusal> {
        if self.state != State::Draft {
            return Err(PublishRefusal::AlreadyPublished);
        }
        let flaws = self.body.flaws(&self.addressees);
        if !flaws.is_empty() {
            return Err(PublishRefusal::Flawed(flaws));
        }
        let signatory = command.signatory.ok_or(PublishRefusal::NoSignatory)?;
        let flaws = command.drive.flaws(command.today);
        if !flaws.is_empty() {
            return Err(PublishRefusal::Drive(flaws));
        }
        let (circular, at) = (self.id, command.at);
        let signed = Signed { dated: command.today, at, signatory, drive: command.drive, revised: command.revised };
        let change = Change::new(permit).job(Work::RenderLetter { circular });
        Ok(self.go_out(change, signed, chance)?)
    }

    /// What follows from a signature, in the program or on paper: the circular stands, its letter can be verified, the
    /// drive begins, and what it revises is replaced.
    fn go_out(mut self, change: Change, signed: Signed, chance: &mut Chance) -> Result<Change, RevisedEnded> {
        let Signed { dated, at, signatory, drive, revised } = signed;
        self.body.provisions.retain(|provision| !provision.text.trim().is_empty());
        provision::give_keys(&mut self.body.provisions, chance);
        let replaced = self.settle_revision(revised, at)?;
        self.version += 1;
        self.dated = dated;
        self.state = State::Published { at, signatory };
        let begun: DriveId = chance.id();
        let drive = drive.begin(begun, self.id, self.revision.is_some(), at);
        let paper = Paper {
            id: chance.id::<base::kind::Paper>() as PaperId,
            kind: PaperKind::Letter,
            object: *self.id.bytes(),
            token: Token::from_random(&chance.bytes()),
            number: self.number.clone(),
            dated: self.dated,
            initials: String::new(),
            state: PaperState::Valid,
            file: None,
        };
        Ok(change
            .say("version", self.version)
            .say_id("drive", *begun.bytes())
            .with(Effect::CircularSaved(Box::new(self)))
            .with(Effect::PaperMade(Box::new(paper)))
            .with(Effect::DriveBegun(Box::new(drive)))
            .with_all(replaced)
            .job(Work::Deliver { drive: begun }))
    }

    /// Fixes whom the revision concerns, and ends what it replaces.
    fn settle_revision(&mut self, revised: Option<Self>, at: Instant) -> Result<Vec<Effect>, RevisedEnded> {
        let Some(revision) = &mut self.revision else { return Ok(Vec::new()) };
        let revised = revised.filter(|it| it.id == revision.replaces && it.holds());
        let revised = revised.ok_or(RevisedEnded)?;
        let differences = compare(&revised.body, &self.body);
        revision.concerns = concerned(&differences, &revision.judged, &self.addressees.categories);
        let end = End { at, how: Ending::Replaced { by: self.id } };
        Ok(vec![
            Effect::CircularEnded { id: revised.id, end: Box::new(end) },
            Effect::PaperMarked { kind: PaperKind::Letter, object: *revised.id.bytes(), state: PaperState::Replaced },
        ])
    }
}
