//! Elements and what is known about them.

use thiserror::Error;

/// Words of 64 answers each.
const WORDS: usize = 8;
/// Answers that one element can have at most: they share a word.
const ANSWERS_MAX: usize = 64;

/// Which element, by its place among [`Elements`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ElementIndex(pub(super) u16);

impl ElementIndex {
    /// Its place among the elements.
    #[must_use]
    pub fn place(self) -> usize {
        usize::from(self.0)
    }

    pub(crate) const fn number(self) -> u16 {
        self.0
    }
}

/// Answers of one element, one bit each.
pub(crate) type AnswerSet = u64;

/// Where the answers of an element stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) word: usize,
    shift: u32,
    answers: u32,
}

impl Place {
    pub(super) const fn mask(self) -> u64 {
        (u64::MAX >> (u64::BITS - self.answers)) << self.shift
    }
}

/// The questions of fact, as numbers of answers: their words stand in the law files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Elements {
    places: Vec<Place>,
}

/// Why elements cannot be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ElementsFault {
    /// An element has fewer than two answers, or more than 64.
    #[error("element {0} has fewer than two answers, or more than 64")]
    Answers(usize),
    /// All elements together have more answers than there is room for.
    #[error("the elements have more answers together than there is room for")]
    TooMany,
}

/// That an answer was ruled out by another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the answer was ruled out before")]
pub struct Contradiction {
    /// The element with no answer left.
    pub element: ElementIndex,
}

impl Elements {
    /// Elements with so many answers each.
    ///
    /// # Errors
    /// [`ElementsFault`] when an element has too few or too many answers, or all together have too many.
    pub fn new(answers: &[usize]) -> Result<Self, ElementsFault> {
        let (mut places, mut word, mut shift) = (Vec::with_capacity(answers.len()), 0, 0);
        for (index, count) in answers.iter().copied().enumerate() {
            if !(2..=ANSWERS_MAX).contains(&count) {
                return Err(ElementsFault::Answers(index));
            }
            // An element lies in one word, so that one comparison looks at all its answers.
            if shift + count > ANSWERS_MAX {
                (word, shift) = (word + 1, 0);
            }
            if word >= WORDS || index > usize::from(u16::MAX) {
                return Err(ElementsFault::TooMany);
            }
            let [at, count_bits] = [shift, count].map(|it| u32::try_from(it).unwrap_or(u32::MAX));
            places.push(Place { word, shift: at, answers: count_bits });
            shift += count;
        }
        Ok(Self { places })
    }

    /// The element at this place; none when there is no such.
    #[must_use]
    pub fn index(&self, place: usize) -> Option<ElementIndex> {
        self.places.get(place)?;
        u16::try_from(place).ok().map(ElementIndex)
    }

    /// All elements, in order.
    pub fn all(&self) -> impl Iterator<Item = ElementIndex> + use<> {
        (0..u16::try_from(self.places.len()).unwrap_or(u16::MAX)).map(ElementIndex)
    }

    /// How many answers an element has.
    #[must_use]
    pub fn answers(&self, element: ElementIndex) -> u32 {
        self.place(element).map_or(0, |place| place.answers)
    }

    pub(super) fn place(&self, element: ElementIndex) -> Option<Place> {
        self.places.get(usize::from(element.0)).copied()
    }

    /// These answers of an element as the bits of its word; answers that it does not have are left out.
    pub(super) fn bits(&self, element: ElementIndex, answers: impl IntoIterator<Item = u32>) -> u64 {
        let Some(place) = self.place(element) else { return 0 };
        let known = answers.into_iter().filter(|answer| *answer < place.answers);
        known.fold(0, |bits, answer| bits | (1 << (place.shift + answer)))
    }
}

/// What is known: for each element, the answers that are still possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Facts {
    pub(super) possible: [u64; WORDS],
}

impl Default for Facts {
    fn default() -> Self {
        Self { possible: [u64::MAX; WORDS] }
    }
}

impl Facts {
    /// The same with one answer known.
    ///
    /// # Errors
    /// [`Contradiction`] when it was ruled out, or when the element has no such answer.
    pub fn is(self, elements: &Elements, element: ElementIndex, answer: u32) -> Result<Self, Contradiction> {
        self.narrowed(elements, element, elements.bits(element, [answer]))
    }

    /// The same with one answer ruled out.
    ///
    /// # Errors
    /// [`Contradiction`] when no other answer is left.
    pub fn is_not(self, elements: &Elements, element: ElementIndex, answer: u32) -> Result<Self, Contradiction> {
        let Some(place) = elements.place(element) else { return Err(Contradiction { element }) };
        self.narrowed(elements, element, place.mask() & !elements.bits(element, [answer]))
    }

    /// The same with the answer known to be one of these.
    ///
    /// # Errors
    /// [`Contradiction`] when all of them were ruled out.
    pub fn among(
        self,
        elements: &Elements,
        element: ElementIndex,
        answers: impl IntoIterator<Item = u32>,
    ) -> Result<Self, Contradiction> {
        self.narrowed(elements, element, elements.bits(element, answers))
    }

    /// What both agree on: an answer is possible when it is in one of them.
    #[must_use]
    pub fn or(self, other: &Self) -> Self {
        let mut possible = self.possible;
        for (word, more) in possible.iter_mut().zip(other.possible) {
            *word |= more;
        }
        Self { possible }
    }

    fn narrowed(self, elements: &Elements, element: ElementIndex, bits: u64) -> Result<Self, Contradiction> {
        let place = elements.place(element).ok_or(Contradiction { element })?;
        self.left(element, place.word, place.mask(), bits)
    }

    /// The same where, of the bits of `element` in this word, only `bits` are left.
    pub(super) fn left(
        mut self,
        element: ElementIndex,
        word: usize,
        mask: u64,
        bits: u64,
    ) -> Result<Self, Contradiction> {
        match self.possible.get_mut(word) {
            Some(word) if *word & bits != 0 => {
                *word &= bits | !mask;
                Ok(self)
            }
            _ => Err(Contradiction { element }),
        }
    }

    /// The answers that are still possible.
    pub fn possible(self, elements: &Elements, element: ElementIndex) -> impl Iterator<Item = u32> + use<> {
        let set = self.set(elements, element);
        (0..elements.answers(element)).filter(move |answer| set >> answer & 1 == 1)
    }

    /// The same, one bit each.
    pub(crate) fn set(self, elements: &Elements, element: ElementIndex) -> AnswerSet {
        elements.place(element).map_or(0, |place| self.word(place) >> place.shift)
    }

    /// The answer, once there is only one.
    #[must_use]
    pub fn known(self, elements: &Elements, element: ElementIndex) -> Option<u32> {
        let mut possible = self.possible(elements, element);
        possible.next().filter(|_| possible.next().is_none())
    }

    pub(super) fn word(&self, place: Place) -> u64 {
        self.possible.get(place.word).copied().unwrap_or_default() & place.mask()
    }
}
