//! The questions of fact on which norms depend, and the acts: the words of the law files, in a form that can be reckoned with.

use crate::{
    consequence::in_time,
    day,
    facts::{Contradiction, ElementIndex, Elements, Facts, Limit, Truth},
    language::Text,
};
use base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The element whose answers are the acts.
pub const ACT: &str = "act";
/// The element whose answers are the categories of people.
pub const SUBJECT: &str = "subject";

/// Who can answer a question of fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Whoever asks before or after an act.
    Everyone,
    /// Only whoever examines a case: nobody can say it of an act that is still to come.
    Officer,
    /// Nobody, as long as the date and the election are known, from which it follows.
    Derived,
}

/// One answer to a question of fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Stable: facts that were stored use it.
    pub id: String,
    /// What people read.
    pub label: Text,
}

/// A question of fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// Stable: facts that were stored use it.
    pub id: String,
    /// What it is about, in a few words.
    pub label: Text,
    /// The question, in words that fit whoever did it.
    pub question: Text,
    /// What helps in answering.
    #[serde(default)]
    pub help: Option<Text>,
    /// Who can answer it.
    pub asked: Asked,
    /// The answer that is taken as given when somebody asks before an act: what one plans to do is deliberate.
    #[serde(default)]
    pub planned: Option<String>,
    /// The answers, of which exactly one is so.
    #[serde(default = "yes_or_no")]
    pub answers: Vec<Answer>,
}

fn yes_or_no() -> Vec<Answer> {
    let answer = |id: &str, indonesian: &str, english: &str| Answer {
        id: id.to_owned(),
        label: Text { id: indonesian.to_owned(), en: english.to_owned() },
    };
    vec![answer("yes", "ya", "yes"), answer("no", "tidak", "no")]
}

impl Element {
    /// The place of the answer with this id.
    #[must_use]
    pub fn answer(&self, id: &str) -> Option<u32> {
        self.answers.iter().position(|answer| answer.id == id).and_then(|place| u32::try_from(place).ok())
    }
}

/// A group of acts, by which they are listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ActGroup {
    /// Stable.
    pub id: String,
    /// What people read.
    pub label: Text,
}

/// Something that people do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Stable: facts that were stored use it.
    pub id: String,
    /// The group in which it is listed.
    pub group: String,
    /// What it is, so that it can follow *may I* or *it was*.
    pub label: Text,
    /// How people call it, in Indonesian: the search looks here.
    #[serde(default)]
    pub words: Vec<String>,
    /// What looks like it and is not.
    #[serde(default)]
    pub unlike: Vec<Text>,
}

/// Answers that elements can have: all of these hold.
pub type Limits = BTreeMap<String, Vec<String>>;

/// That some answers follow from others.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Implication {
    pub(crate) when: Limits,
    pub(crate) then: Limits,
}

/// That some answers follow from the day of the act.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Dated {
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub(crate) from: Option<Date>,
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub(crate) to: Option<Date>,
    pub(crate) then: Limits,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ElementsFile {
    pub(crate) elements: Vec<Element>,
    #[serde(default)]
    pub(crate) implications: Vec<Implication>,
    #[serde(default)]
    pub(crate) dated: Vec<Dated>,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ActsFile {
    pub(crate) groups: Vec<ActGroup>,
    pub(crate) acts: Vec<Act>,
}

/// All elements and acts, with how they hang together.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    elements: Vec<Element>,
    groups: Vec<ActGroup>,
    acts: Vec<Act>,
    layout: Elements,
    by_id: BTreeMap<String, ElementIndex>,
    /// What follows (second) from what (first).
    implications: Vec<(Limit, Limit)>,
    dated: Vec<(Option<Date>, Option<Date>, Limit)>,
}

/// What cannot be said in these words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsayable {
    /// No element has this id.
    Element(String),
    /// The element has no answer with this id.
    Answer(String, String),
    /// The elements do not fit: too many, or one with fewer than two answers or more than 64.
    Layout(String),
    /// A consequence is drawn from, or for, more or fewer than one element.
    NotOneElement,
}

impl Vocabulary {
    /// Puts elements and acts together. The element [`ACT`] comes first; its answers are the acts.
    pub(crate) fn new(elements: ElementsFile, acts: ActsFile) -> Result<Self, Unsayable> {
        let ElementsFile { elements: written, implications, dated } = elements;
        let act = Element {
            id: ACT.to_owned(),
            label: Text { id: "Perbuatan".to_owned(), en: "Act".to_owned() },
            question: Text { id: "Apa yang dilakukan?".to_owned(), en: "What is done?".to_owned() },
            help: None,
            asked: Asked::Everyone,
            planned: None,
            answers: acts.acts.iter().map(|act| Answer { id: act.id.clone(), label: act.label.clone() }).collect(),
        };
        let elements: Vec<Element> = std::iter::once(act).chain(written).collect();
        let counts: Vec<usize> = elements.iter().map(|element| element.answers.len()).collect();
        let layout = Elements::new(&counts).map_err(|fault| Unsayable::Layout(fault.to_string()))?;
        let by_id = elements.iter().zip(layout.all()).map(|(element, index)| (element.id.clone(), index)).collect();
        let mut vocabulary = Self {
            elements,
            groups: acts.groups,
            acts: acts.acts,
            layout,
            by_id,
            implications: Vec::new(),
            dated: Vec::new(),
        };
        let drawn: Result<Vec<_>, Unsayable> = implications
            .iter()
            .flat_map(|implication| {
                let when = vocabulary.clause(&implication.when);
                implication.then.iter().map(move |(element, answers)| {
                    let then = Limits::from([(element.clone(), answers.clone())]);
                    (when.clone(), then)
                })
            })
            .map(|(when, then)| Ok((when?, vocabulary.clause(&then)?)))
            .collect();
        vocabulary.implications = drawn?;
        let each = dated.iter().map(|it| Ok((it.from, it.to, vocabulary.clause(&it.then)?)));
        vocabulary.dated = each.collect::<Result<_, Unsayable>>()?;
        Ok(vocabulary)
    }

    fn clause(&self, limits: &Limits) -> Result<Limit, Unsayable> {
        let mut each = limits.iter();
        let (Some((element, answers)), None) = (each.next(), each.next()) else {
            return Err(Unsayable::NotOneElement);
        };
        let (index, answers) = self.limit(element, answers)?;
        Limit::new(&self.layout, index, answers).ok_or(Unsayable::NotOneElement)
    }

    /// The element and the answers with these ids.
    ///
    /// # Errors
    /// [`Unsayable`] naming the id that does not exist.
    pub fn limit(&self, element: &str, answers: &[impl AsRef<str>]) -> Result<(ElementIndex, Vec<u32>), Unsayable> {
        let index = self.index(element).ok_or_else(|| Unsayable::Element(element.to_owned()))?;
        let found = self.element(index);
        let place = |id: &str| {
            let place = found.and_then(|element| element.answer(id));
            place.ok_or_else(|| Unsayable::Answer(element.to_owned(), id.to_owned()))
        };
        Ok((index, answers.iter().map(|id| place(id.as_ref())).collect::<Result<_, _>>()?))
    }

    /// All elements, the act first.
    #[must_use]
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The groups of acts, in the order in which they are listed.
    #[must_use]
    pub fn groups(&self) -> &[ActGroup] {
        &self.groups
    }

    /// All acts.
    #[must_use]
    pub fn acts(&self) -> &[Act] {
        &self.acts
    }

    /// The act with this id.
    #[must_use]
    pub fn act(&self, id: &str) -> Option<&Act> {
        self.acts.iter().find(|act| act.id == id)
    }

    /// How the answers are laid out.
    #[must_use]
    pub const fn layout(&self) -> &Elements {
        &self.layout
    }

    /// The element with this id.
    #[must_use]
    pub fn index(&self, id: &str) -> Option<ElementIndex> {
        self.by_id.get(id).copied()
    }

    /// The element at this place.
    #[must_use]
    pub fn element(&self, index: ElementIndex) -> Option<&Element> {
        self.elements.get(index.place())
    }

    /// What is known after `known`, when the element with id `element` has one of `answers`.
    ///
    /// # Errors
    /// [`Contradiction`] when that was ruled out, by itself or by what follows from other answers. Ids that do not exist
    /// narrow nothing; [`Vocabulary::limit`] refuses them before.
    pub fn with(&self, known: Facts, element: &str, answers: &[&str]) -> Result<Facts, Contradiction> {
        match self.limit(element, answers) {
            Ok((index, answers)) => self.settle(known.among(&self.layout, index, answers)?),
            Err(_) => Ok(known),
        }
    }

    /// Draws what follows from what is known, until nothing new follows.
    ///
    /// # Errors
    /// [`Contradiction`] when answers exclude each other.
    pub fn settle(&self, mut known: Facts) -> Result<Facts, Contradiction> {
        loop {
            let before = known;
            for (when, then) in &self.implications {
                if when.truth(&known) == Truth::Yes {
                    known = then.kept(known)?;
                } else if then.truth(&known) == Truth::No {
                    known = when.broken(known)?;
                }
            }
            if known == before {
                return Ok(known);
            }
        }
    }

    /// Draws what follows from the day of the act.
    ///
    /// # Errors
    /// [`Contradiction`] when that was ruled out.
    pub fn dated(&self, known: Facts, on: Date) -> Result<Facts, Contradiction> {
        let now = self.dated.iter().filter(|(from, to, _)| in_time(*from, *to, on));
        let known = now.map(|(.., then)| then).try_fold(known, |known, then| then.kept(known))?;
        self.settle(known)
    }

    /// The same with what is taken as given when somebody asks before an act, as far as it was not said otherwise.
    #[must_use]
    pub fn planned(&self, known: Facts) -> Facts {
        let given = self.elements.iter().zip(self.layout.all());
        let given = given.filter_map(|(element, index)| Some((index, element.answer(element.planned.as_ref()?)?)));
        given.fold(known, |known, (index, answer)| {
            known.is(&self.layout, index, answer).and_then(|known| self.settle(known)).unwrap_or(known)
        })
    }

    /// What is known, as ids: elements of which not every answer is possible any more, with those that are.
    #[must_use]
    pub fn known(&self, known: Facts) -> BTreeMap<&str, Vec<&str>> {
        let one = |index: ElementIndex| {
            let element = self.element(index)?;
            let set = known.set(&self.layout, index);
            let possible = |(place, _): &(u32, _)| set >> place & 1 == 1;
            let ids = || (0..).zip(&element.answers).filter(possible).map(|(_, answer)| answer.id.as_str()).collect();
            (set.count_ones() < self.layout.answers(index)).then(|| (element.id.as_str(), ids()))
        };
        self.layout.all().filter_map(one).collect()
    }

    /// The same as limits.
    #[must_use]
    pub fn told(&self, known: Facts) -> Limits {
        let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
        self.known(known).into_iter().map(|(element, ids)| (element.to_owned(), owned(ids))).collect()
    }
}
