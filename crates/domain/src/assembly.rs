//! Assemblies: the gathering at which the pledge is taken, its phases, and who took part.

mod door;
mod words;

pub use door::{DoorWords, Minute};
pub use words::WORDS;

use crate::ids::{AssemblyId, AttendanceId, DriveId, FileId, PersonId, SheetId, TaskId, UnitId};
use base::Instant;
use serde::{Deserialize, Serialize};

/// How many points the pledge has; they are read one by one.
pub const POINTS: u8 = 4;

/// Most witnesses of one assembly.
pub const WITNESSES_MAX: usize = 10;

/// Longest name, office or place, in characters.
pub const TEXT_MAX: usize = 120;

/// Where an assembly stands. The operator moves it on, one phase at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Not begun: nobody can join.
    Planned,
    /// *Gabung*: phones join.
    Join,
    /// *Baca*: the point with this number, from 1, is read aloud together.
    Read(u8),
    /// *Tanda tangan*, for those who lead a unit only: they go first.
    Leaders,
    /// *Tanda tangan*, for everybody.
    Sign,
    /// *Selesai*.
    Done,
}

impl Phase {
    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Join => "join",
            Self::Read(_) => "read",
            Self::Leaders => "leaders",
            Self::Sign => "sign",
            Self::Done => "done",
        }
    }

    /// The point that is being read; zero while none is.
    #[must_use]
    pub const fn point(self) -> u8 {
        match self {
            Self::Read(point) => point,
            _ => 0,
        }
    }

    /// Reads [`Phase::code`] and [`Phase::point`].
    #[must_use]
    pub fn from_code(code: &str, point: u8) -> Option<Self> {
        match (code, point) {
            ("planned", 0) => Some(Self::Planned),
            ("join", 0) => Some(Self::Join),
            ("read", 1..=POINTS) => Some(Self::Read(point)),
            ("leaders", 0) => Some(Self::Leaders),
            ("sign", 0) => Some(Self::Sign),
            ("done", 0) => Some(Self::Done),
            _ => None,
        }
    }

    /// Whether the door is open: people in the hall can join.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Planned | Self::Done)
    }

    /// Whether somebody may sign now who leads a unit, or does not.
    #[must_use]
    pub const fn takes_signatures(self, leads: bool) -> bool {
        match self {
            Self::Sign => true,
            Self::Leaders => leads,
            _ => false,
        }
    }
}

/// Which way the operator moves an assembly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the next phase or point.
    On,
    /// To the one before, after a slip of the finger. What is done stays done.
    Back,
}

/// Somebody who watches the pledge being taken, and for which body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// The name, with titles.
    pub name: String,
    /// The office, such as *Ketua Bawaslu*.
    pub office: String,
}

/// What the planner decides about an assembly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The drive whose pledge is taken.
    pub drive: DriveId,
    /// This unit and all under it; none for the whole institution.
    pub unit: Option<UnitId>,
    /// When it begins.
    pub held: Instant,
    /// Where.
    pub place: String,
    /// Who leads the pledge.
    pub leader: String,
    /// Who watches.
    pub witnesses: Vec<Witness>,
    /// Whether those who lead a unit sign before the others.
    pub leaders_first: bool,
}

/// What is wrong with a [`Plan`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanFault {
    /// No place, or too long a one.
    Place,
    /// No leader, or too long a name.
    Leader,
    /// A witness without name or office, too long a name, or too many of them.
    Witnesses,
}

/// The numbers that the minutes tell, as they were when the assembly was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Each unit directly under the one that gathered, by name.
    pub units: Vec<UnitTally>,
    /// How many people owe the pledge.
    pub owing: i64,
    /// How many of them have taken it.
    pub pledged: i64,
    /// How many of these at the assembly on a phone.
    pub by_phone: i64,
    /// How many of those on a device on which somebody else had pledged before.
    pub shared: i64,
    /// How many of these at the assembly on the sheet at the desk.
    pub by_sheet: i64,
    /// How many others took it on a device that so many used that somebody still had to confirm it. Before these were told
    /// apart there was none.
    #[serde(default)]
    pub waiting: i64,
}

/// One line of a [`Tally`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitTally {
    /// The unit's name on that day.
    pub name: String,
    /// How many of its people owe the pledge.
    pub owing: i64,
    /// How many of them have taken it.
    pub pledged: i64,
}

/// An assembly as it lies in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assembly {
    /// Its id.
    pub id: AssemblyId,
    /// Counts its changes from 1: two operators cannot move it twice at once.
    pub version: i64,
    /// What was planned.
    pub plan: Plan,
    /// Where it stands.
    pub phase: Phase,
    /// When the door was opened first.
    pub opened: Option<Instant>,
    /// When everybody could sign first: from here the units' clock runs.
    pub signing: Option<Instant>,
    /// When it was closed.
    pub closed: Option<Instant>,
    /// The numbers at that moment.
    pub tally: Option<Tally>,
}

impl Assembly {
    /// A planned assembly, its texts trimmed, lines of witnesses without any text left out.
    ///
    /// # Errors
    /// Everything that is wrong with the plan.
    pub fn planned(id: AssemblyId, plan: Plan) -> Result<Self, Vec<PlanFault>> {
        let trim = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let witnesses = plan.witnesses.into_iter().map(|w| Witness { name: trim(w.name), office: trim(w.office) });
        let plan = Plan {
            place: trim(plan.place),
            leader: trim(plan.leader),
            witnesses: witnesses.filter(|w| !(w.name.is_empty() && w.office.is_empty())).collect(),
            ..plan
        };
        let bad = |text: &str| text.is_empty() || text.chars().count() > TEXT_MAX;
        let witnesses_bad = plan.witnesses.len() > WITNESSES_MAX
            || plan.witnesses.iter().any(|witness| bad(&witness.name) || bad(&witness.office));
        let faults: Vec<PlanFault> = [
            (bad(&plan.place), PlanFault::Place),
            (bad(&plan.leader), PlanFault::Leader),
            (witnesses_bad, PlanFault::Witnesses),
        ]
        .into_iter()
        .filter_map(|(bad, fault)| bad.then_some(fault))
        .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        let phase = Phase::Planned;
        Ok(Self { id, version: 1, plan, phase, opened: None, signing: None, closed: None, tally: None })
    }

    /// The phase one step further; nothing where there is none.
    #[must_use]
    pub const fn beyond(&self, step: Step) -> Option<Phase> {
        use Phase as P;
        match (step, self.phase) {
            (Step::On, P::Planned) => Some(P::Join),
            (Step::On, P::Join) => Some(P::Read(1)),
            (Step::On, P::Read(point)) if point < POINTS => Some(P::Read(point + 1)),
            (Step::On, P::Read(_)) if self.plan.leaders_first => Some(P::Leaders),
            (Step::On, P::Read(_) | P::Leaders) => Some(P::Sign),
            (Step::On, P::Sign) => Some(P::Done),
            (Step::Back, P::Read(point)) if point > 1 => Some(P::Read(point - 1)),
            (Step::Back, P::Read(_)) => Some(P::Join),
            (Step::Back, P::Leaders) => Some(P::Read(POINTS)),
            (Step::Back, P::Sign) if self.plan.leaders_first => Some(P::Leaders),
            (Step::Back, P::Sign) => Some(P::Read(POINTS)),
            (Step::On, P::Done) | (Step::Back, P::Planned | P::Join | P::Done) => None,
        }
    }

    /// The assembly one step further; nothing where there is none.
    #[must_use]
    pub fn moved(&self, step: Step, at: Instant) -> Option<Self> {
        let phase = self.beyond(step)?;
        let first = |known: Option<Instant>, now: bool| known.or(now.then_some(at));
        Some(Self {
            version: self.version + 1,
            phase,
            opened: first(self.opened, phase == Phase::Join),
            signing: first(self.signing, phase == Phase::Sign),
            closed: first(self.closed, phase == Phase::Done),
            ..self.clone()
        })
    }
}

/// That somebody took part in an assembly: on their own phone, or on the sheet at the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Its id.
    pub id: AttendanceId,
    /// Counts its changes from 1.
    pub version: i64,
    /// Which assembly.
    pub assembly: AssemblyId,
    /// The task of the drive that the pledge belongs to.
    pub task: TaskId,
    /// Who.
    pub person: PersonId,
    /// The unit in which they were addressed.
    pub unit: UnitId,
    /// When they joined, or were recorded at the desk.
    pub joined: Instant,
    /// When they took the pledge here; none before, and none when it was taken back after a check.
    pub pledged: Option<Instant>,
    /// The sheet on which they signed; none for a phone.
    pub sheet: Option<SheetId>,
    /// Whether the personnel agency is asked to compare this line with the sheet.
    pub sampled: bool,
    /// What came of that.
    pub checked: Option<SampleCheck>,
}

/// How a sampled line of a sheet was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SampleCheck {
    /// When.
    pub at: Instant,
    /// Who looked.
    pub by: PersonId,
    /// Whether the signature stands on the sheet.
    pub agreed: bool,
}

/// A signed sheet of an assembly, photographed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its id.
    pub id: SheetId,
    /// Of which assembly.
    pub assembly: AssemblyId,
    /// The photograph.
    pub file: FileId,
    /// What kind of picture it is.
    pub kind: PictureKind,
    /// Who recorded it and attests to it.
    pub officer: PersonId,
    /// How many people it was recorded for.
    pub people: u32,
    /// When.
    pub at: Instant,
}

/// The pictures that are taken, told by their first bytes and not by their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// A photograph of a phone.
    Jpeg,
    /// A picture of a screen or scanner.
    Png,
    /// A scan.
    Pdf,
}

impl PictureKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Pdf];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }

    /// Reads [`PictureKind::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What `bytes` are by their beginning.
    #[must_use]
    pub fn sniff(bytes: &[u8]) -> Option<Self> {
        let begins: [(Self, &[u8]); 3] =
            [(Self::Jpeg, b"\xff\xd8\xff"), (Self::Png, b"\x89PNG\r\n\x1a\n"), (Self::Pdf, b"%PDF-")];
        begins.into_iter().find(|(_, begin)| bytes.starts_with(begin)).map(|(kind, _)| kind)
    }
}

/// How many lines of a sheet of `people` the personnel agency compares: one in twenty, at least three, at most all.
#[must_use]
pub fn sample_size(people: usize) -> usize {
    people.div_ceil(20).max(3).min(people)
}

/// Which lines are compared: as many as [`sample_size`] says, chosen by `draw`, which gives a number below its argument.
#[must_use]
pub fn sample(people: usize, mut draw: impl FnMut(usize) -> usize) -> Vec<usize> {
    let mut left: Vec<usize> = (0..people).collect();
    let mut chosen: Vec<usize> = (0..sample_size(people)).map(|_| left.swap_remove(draw(left.len()))).collect();
    chosen.sort_unstable();
    chosen
}

/// As [`sample`], drawn by the chance of the request: the same again for whoever runs twice.
#[must_use]
pub fn drawn(people: usize, chance: &mut base::Chance) -> Vec<usize> {
    sample(people, |below| {
        let below = u64::try_from(below.max(1)).unwrap_or(u64::MAX);
        usize::try_from(chance.number() % below).unwrap_or(0)
    })
}

#[cfg(test)]
mod tests;
