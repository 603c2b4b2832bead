//! What people read from a sheet, and what of it two of them read alike.

use crate::ids::PersonId;
use base::Instant;
use serde::{Deserialize, Serialize};

/// Why nothing can be read from somebody's sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aside {
    /// They are there and cannot be read.
    Unreadable,
    /// They are not among the pictures.
    Missing,
}

impl Aside {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Unreadable, Self::Missing];
}

/// What stands on the paper for one person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Marks {
    /// Why it is set aside; then nothing else is said of it.
    #[serde(default)]
    pub aside: Option<Aside>,
    /// Whether they marked and signed that they have read the circular.
    pub read: bool,
    /// The answers, from zero; none where a question has no answer or more than one.
    pub answers: Vec<Option<u8>>,
    /// Whether they signed the pledge.
    pub pledged: bool,
}

/// The first reading of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed {
    /// Who keyed it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// What they read. It is erased once the line is settled or void.
    pub marks: Option<Marks>,
    /// On which of all pages that came back the person's sheet is, from 1, where whoever keyed it said so.
    pub page: Option<u32>,
}

/// The second reading of a line, where it was another one than the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reread {
    /// Who read it.
    pub by: PersonId,
    /// When.
    pub at: Instant,
    /// What they read. It is erased once the line is settled or void.
    pub marks: Option<Marks>,
    /// Whether they have looked again and still read it otherwise: a third person has to read it.
    pub stands: bool,
}

/// Something in which two readings of the same line differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// Whether there is a sheet that can be read. Then nothing else is compared.
    Sheet,
    /// Whether it was read.
    Read,
    /// The answer to this question, from zero.
    Answer(usize),
    /// Whether the pledge was signed.
    Pledged,
}

impl Marks {
    /// A sheet with so many questions of which nothing is read.
    #[must_use]
    pub fn set_aside(why: Aside, questions: usize) -> Self {
        Self { aside: Some(why), answers: vec![None; questions], ..Self::default() }
    }

    /// Whether nothing stands there.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.read && !self.pledged && self.answers.iter().all(Option::is_none)
    }

    /// Whether it says all that can be said of a sheet with so many questions, and nothing of one that is set aside.
    #[must_use]
    pub fn fits(&self, questions: usize) -> bool {
        self.answers.len() == questions && (self.aside.is_none() || self.is_blank())
    }

    /// In what two readings differ.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<Difference> {
        if self.aside != other.aside {
            return vec![Difference::Sheet];
        }
        let answer = |marks: &Self, n: usize| marks.answers.get(n).copied().flatten();
        let count = self.answers.len().max(other.answers.len());
        let answers = (0..count).filter(|n| answer(self, *n) != answer(other, *n)).map(Difference::Answer);
        let read = (self.read != other.read).then_some(Difference::Read);
        let pledged = (self.pledged != other.pledged).then_some(Difference::Pledged);
        read.into_iter().chain(answers).chain(pledged).collect()
    }

    /// This reading with what differed taken from `again`, and nothing else: who looks again looks at what differs.
    #[must_use]
    pub fn looked_again(&self, differences: &[Difference], again: &Self) -> Self {
        let mut marks = self.clone();
        for difference in differences {
            match *difference {
                Difference::Sheet => return again.clone(),
                Difference::Read => marks.read = again.read,
                Difference::Pledged => marks.pledged = again.pledged,
                Difference::Answer(n) => {
                    if let Some(answer) = marks.answers.get_mut(n) {
                        *answer = again.answers.get(n).copied().flatten();
                    }
                }
            }
        }
        marks
    }
}

/// Two people who read the same: the later of them, and the earlier.
pub type Pair = (PersonId, PersonId);

/// What two people read alike of a line, each part with these two. A part without them says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// What was read alike; where a part has no two people, what stands here is nothing.
    pub marks: Marks,
    /// Who read alike whether it was read.
    pub read: Option<Pair>,
    /// Who read all answers alike.
    pub answers: Option<Pair>,
    /// Who read alike whether the pledge was signed.
    pub pledged: Option<Pair>,
}

impl Alike {
    /// What two people read, who agree on all of it.
    #[must_use]
    pub const fn of_two(pair: Pair, marks: Marks) -> Self {
        let said = if marks.aside.is_none() { Some(pair) } else { None };
        Self { marks, read: said, answers: said, pledged: said }
    }

    /// What at least two of three people read alike, in the order in which they read: part by part, so that a slip in one
    /// place undoes nothing in another. Who says that a sheet cannot be read says nothing about its parts.
    #[must_use]
    pub fn of_three(readings: [(PersonId, &Marks); 3]) -> Self {
        let [first, second, third] = readings;
        let pairs = [(third, second), (third, first), (second, first)];
        let questions = first.1.answers.len();
        let aside = pairs.iter().find_map(|((_, one), (_, other))| one.aside.filter(|why| other.aside == Some(*why)));
        if let Some(why) = aside {
            let marks = Marks::set_aside(why, questions);
            return Self { marks, read: None, answers: None, pledged: None };
        }
        let legible = |one: &Marks, other: &Marks| one.aside.is_none() && other.aside.is_none();
        let alike = |is: fn(&Marks, &Marks) -> bool| {
            let found = pairs.iter().find(|((_, one), (_, other))| legible(one, other) && is(one, other));
            found.map(|((by, marks), (also, _))| ((*by, *also), *marks))
        };
        let read = alike(|one, other| one.read == other.read);
        let answers = alike(|one, other| one.answers == other.answers);
        let pledged = alike(|one, other| one.pledged == other.pledged);
        let marks = Marks {
            aside: None,
            read: read.is_some_and(|(_, marks)| marks.read),
            answers: answers.map_or_else(|| vec![None; questions], |(_, marks)| marks.answers.clone()),
            pledged: pledged.is_some_and(|(_, marks)| marks.pledged),
        };
        let pair = |found: Option<(Pair, &Marks)>| found.map(|(pair, _)| pair);
        Self { marks, read: pair(read), answers: pair(answers), pledged: pair(pledged) }
    }
}
