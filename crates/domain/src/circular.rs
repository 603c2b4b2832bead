//! Circulars: drafted, then published once and for all.

pub mod issuing;
pub mod numbering;
pub mod on_paper;

use crate::category::Category;
use crate::change::{Change, Effect};
use crate::drive::{Drive, DriveCommand};
use crate::ids::{CircularId, DriveId, PaperId, UnitId};
use crate::job::Work;
use crate::paper::{Paper, PaperKind, PaperState, Token};
use crate::policy::Permit;
use crate::post::Duty;
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
    pub provisions: Vec<String>,
    /// The sentences after them.
    pub closing: String,
    /// The instruments it rests on, by the ids of the law files.
    pub bases: Vec<String>,
    /// Who receives a copy.
    pub copies: Vec<String>,
}

/// Whom a circular binds: these categories, in these units and all under them but for the excepted ones. No unit means
/// every unit. With posts it binds only those of the categories who hold such a post in these units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Addressees {
    /// The categories.
    pub categories: Vec<Category>,
    /// The units.
    pub units: Vec<UnitId>,
    /// Only who holds a post with one of these duties; none means everybody.
    #[serde(default)]
    pub posts: Vec<Duty>,
    /// Units that are left out, with all under them.
    #[serde(default)]
    pub except: Vec<UnitId>,
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
}

/// Limits that keep a circular a circular.
pub mod limits {
    /// Most provisions.
    pub const PROVISIONS: usize = 40;
    /// Most characters of one text.
    pub const TEXT: usize = 4_000;
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
        if self.provisions.iter().all(|provision| provision.trim().is_empty()) {
            flaws.push(Flaw::ProvisionsMissing);
        }
        if self.provisions.len() > limits::PROVISIONS {
            flaws.push(Flaw::ProvisionsMany);
        }
        if self.provisions.iter().any(long) || long(&self.opening) || long(&self.closing) {
            flaws.push(Flaw::TextLong);
        }
        if self.bases.is_empty() {
            flaws.push(Flaw::BasisMissing);
        }
        if addressees.categories.is_empty() {
            flaws.push(Flaw::CategoriesMissing);
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
    /// The due date lies before the day of publishing.
    DueBeforeToday,
    /// The pass mark is not between one and the number of questions.
    PassMark,
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
}

impl Circular {
    /// A fresh draft.
    #[must_use]
    pub fn draft(id: CircularId, dated: Date, body: Body, addressees: Addressees) -> Self {
        Self { id, version: 1, number: None, dated, body, addressees, state: State::Draft }
    }

    /// The change that stores this draft, new or edited.
    #[must_use]
    pub fn save(self, permit: Permit) -> Change {
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
        if command.drive.due < command.today {
            return Err(PublishRefusal::DueBeforeToday);
        }
        if !(1..=crate::knowledge::QUESTIONS).contains(&command.drive.pass_mark) {
            return Err(PublishRefusal::PassMark);
        }
        let (circular, today) = (self.id, command.today);
        let change = Change::new(permit).job(Work::RenderLetter { circular });
        Ok(self.go_out(change, today, command.at, signatory, command.drive, chance))
    }

    /// What follows from a signature, in the program or on paper: the circular stands, its letter can be verified, and
    /// the drive begins.
    fn go_out(
        mut self,
        change: Change,
        dated: Date,
        at: Instant,
        signatory: Signatory,
        drive: DriveCommand,
        chance: &mut Chance,
    ) -> Change {
        self.body.provisions.retain(|provision| !provision.trim().is_empty());
        self.version += 1;
        self.dated = dated;
        self.state = State::Published { at, signatory };
        let drive = Drive {
            id: chance.id::<base::kind::Drive>() as DriveId,
            circular: self.id,
            name: drive.name,
            election: self.body.election.clone(),
            due: drive.due,
            pass_mark: drive.pass_mark,
            begun: at,
        };
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
        let begun = drive.id;
        change
            .say("version", self.version)
            .say_id("drive", *begun.bytes())
            .with(Effect::CircularSaved(Box::new(self)))
            .with(Effect::PaperMade(Box::new(paper)))
            .with(Effect::DriveBegun(Box::new(drive)))
            .job(Work::Deliver { drive: begun })
    }
}
