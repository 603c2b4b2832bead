//! The norms as the engine reads them: conditions over facts, found by act and by who acts.

use crate::{
    consequence::{Authority, Circumstance, Consequences, Penalty, Track},
    error::LoadError,
    facts::{Condition, ElementIndex, Expression, Facts, Truth},
    norm::{Norm, NormCategory, NormDispute},
    problem::Problem,
    read::Filed,
    vocabulary::{ACT, Asked, Limits, SUBJECT, Unsayable, Vocabulary},
};

/// A norm with its conditions.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    pub(crate) norm: Norm,
    /// The file it stands in.
    pub(crate) file: String,
    /// Met when it applies under some reading of each point.
    pub(crate) widest: Condition,
    /// Met when it applies under every reading; nothing when readings do not decide whether it applies.
    pub(crate) agreed: Option<Condition>,
    /// The reading of each dispute, with the facts under which it applies then.
    pub(crate) readings: Vec<Vec<Condition>>,
    /// The facts under which each degree holds.
    pub(crate) degrees: Vec<Condition>,
    /// The facts of each exception together with what else the norm asks for.
    pub(crate) exceptions: Vec<Condition>,
    /// The category by itself, and those that readings give it.
    pub(crate) own: u8,
}

/// Facts under which something follows.
#[derive(Debug, Clone)]
pub(crate) struct Follows<T> {
    pub(crate) entry: T,
    pub(crate) when: Condition,
}

/// All norms, compiled.
#[derive(Debug, Clone)]
pub struct Law {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) norms: Vec<Compiled>,
    pub(crate) consequences: Consequences,
    pub(crate) penalties: Vec<Follows<Penalty>>,
    pub(crate) authorities: Vec<Follows<Authority>>,
    pub(crate) tracks: Vec<Follows<Track>>,
    pub(crate) circumstances: Vec<Follows<Circumstance>>,
    pub(crate) act: ElementIndex,
    pub(crate) subject: ElementIndex,
    /// The norms that can match, by act and by subject; the last row and column stand for *not known*.
    index: Vec<Vec<Vec<u16>>>,
    /// The elements that everybody can be asked about, or that follow from the calendar.
    pub(crate) everybodys: u64,
    /// The subjects that categories bind, of those that do not bind everybody.
    pub(crate) binds: Vec<(NormCategory, Condition)>,
}

/// Reads limits of a file; every id that does not exist is told with its key.
struct Reader<'a> {
    vocabulary: &'a Vocabulary,
    file: &'a str,
    found: &'a mut Vec<LoadError>,
}

impl Reader<'_> {
    fn all(&mut self, key: &str, limits: &Limits) -> Expression {
        let each = limits.iter().map(|(element, answers)| {
            let at = format!("{key}.{element}");
            if answers.is_empty() {
                self.found.push(LoadError::new(self.file, at, Problem::Empty));
                return Expression::All(Vec::new());
            }
            match self.vocabulary.limit(element, answers) {
                Ok((index, answers)) => Expression::Is(index, answers),
                Err(unsayable) => {
                    self.found.push(LoadError::new(self.file, at, unsayable.into()));
                    Expression::All(Vec::new())
                }
            }
        });
        Expression::All(each.collect())
    }
}

impl From<Unsayable> for Problem {
    fn from(unsayable: Unsayable) -> Self {
        match unsayable {
            Unsayable::Element(id) => Self::UnknownElement(id),
            Unsayable::Answer(element, id) => Self::UnknownAnswer(element, id),
            Unsayable::Layout(detail) => Self::Syntax(detail),
            Unsayable::NotOneElement => Self::NotOneElement,
        }
    }
}

impl Law {
    /// Compiles norms and consequences; every id that does not exist is told.
    pub(crate) fn new(
        vocabulary: Vocabulary,
        norms: Vec<Filed<Norm>>,
        consequences: Filed<Consequences>,
    ) -> Result<Self, Vec<LoadError>> {
        let mut found = Vec::new();
        let compiled: Vec<Compiled> = norms.into_iter().map(|filed| compile(&vocabulary, filed, &mut found)).collect();
        let Filed { file, entry: consequences } = consequences;
        let mut reader = Reader { vocabulary: &vocabulary, file: &file, found: &mut found };
        let penalties = follows(&mut reader, "penalties", &consequences.penalties, |it| (&it.id, &it.when));
        let authorities = follows(&mut reader, "authorities", &consequences.authorities, |it| (&it.id, &it.when));
        let tracks = follows(&mut reader, "tracks", &consequences.tracks, |it| (&it.id, &it.when));
        let circumstances = follows(&mut reader, "circumstances", &consequences.circumstances, |it| (&it.id, &it.when));
        let mut binds = Vec::new();
        for entry in consequences.categories.iter().filter(|entry| !entry.binds.is_empty()) {
            let limits = Limits::from([(SUBJECT.to_owned(), entry.binds.clone())]);
            let bound = reader.all(&format!("{}.binds", entry.id.code()), &limits);
            binds.push((entry.id, Condition::new(vocabulary.layout(), &bound)));
        }
        let mut needed = |id: &str, file: &str| {
            let index = vocabulary.index(id);
            if index.is_none() {
                found.push(LoadError::new(file, "elements", Problem::UnknownElement(id.to_owned())));
            }
            index
        };
        let (act, subject) = (needed(ACT, "acts.toml"), needed(SUBJECT, "elements.toml"));
        let (Some(act), Some(subject), true) = (act, subject, found.is_empty()) else { return Err(found) };
        let index = index(&vocabulary, &compiled, act, subject);
        let asked = vocabulary.elements().iter().zip(vocabulary.layout().all());
        let asked = asked.filter(|(element, _)| element.asked != Asked::Officer);
        let everybodys = asked.fold(0, |set, (_, element)| set | crate::assess::element_bit(element));
        Ok(Self {
            vocabulary,
            norms: compiled,
            consequences,
            penalties,
            authorities,
            tracks,
            circumstances,
            act,
            subject,
            index,
            everybodys,
            binds,
        })
    }

    /// The words in which facts are told.
    #[must_use]
    pub const fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// What follows from breaches.
    #[must_use]
    pub const fn consequences(&self) -> &Consequences {
        &self.consequences
    }

    /// All norms, those that are not matched against acts too, in the order of files.
    pub fn norms(&self) -> impl Iterator<Item = &Norm> {
        self.norms.iter().map(|compiled| &compiled.norm)
    }

    /// The norm with this id, and the file it stands in.
    #[must_use]
    pub fn norm(&self, id: &str) -> Option<(&Norm, &str)> {
        let found = self.norms.iter().find(|compiled| compiled.norm.id == id);
        found.map(|compiled| (&compiled.norm, compiled.file.as_str()))
    }

    /// The norms that can match these facts, by place.
    pub(crate) fn candidates(&self, facts: &Facts) -> &[u16] {
        let layout = self.vocabulary.layout();
        let place = |element: ElementIndex| {
            let unknown = layout.answers(element);
            facts.known(layout, element).unwrap_or(unknown) as usize
        };
        let row = self.index.get(place(self.act)).and_then(|row| row.get(place(self.subject)));
        row.map_or(&[], Vec::as_slice)
    }
}

fn follows<T: Clone>(
    reader: &mut Reader<'_>,
    list: &str,
    entries: &[T],
    of: impl Fn(&T) -> (&String, &Limits),
) -> Vec<Follows<T>> {
    let each = entries.iter().map(|entry| {
        let (id, limits) = of(entry);
        let expression = reader.all(&format!("{list}.{id}.when"), limits);
        Follows { entry: entry.clone(), when: Condition::new(reader.vocabulary.layout(), &expression) }
    });
    each.collect()
}

fn compile(vocabulary: &Vocabulary, filed: Filed<Norm>, found: &mut Vec<LoadError>) -> Compiled {
    let Filed { file, entry: norm } = filed;
    let mut reader = Reader { vocabulary, file: &file, found };
    let key = |field: &str, index: usize| format!("{}.{field}[{index}]", norm.id);
    let any: Vec<Expression> =
        norm.when.iter().enumerate().map(|(index, limits)| reader.all(&key("when", index), limits)).collect();
    let except: Vec<Expression> = norm
        .exceptions
        .iter()
        .enumerate()
        .map(|(index, exception)| reader.all(&key("except", index), &exception.limits))
        .collect();
    let any = Expression::Any(any);
    let base = Expression::All(vec![any.clone(), Expression::Not(Box::new(Expression::Any(except.clone())))]);
    let disputes: Vec<Vec<Expression>> =
        norm.disputes.iter().enumerate().map(|(at, dispute)| reader.readings(&key("disputes", at), dispute)).collect();
    let degrees: Vec<Expression> = norm
        .degrees
        .iter()
        .enumerate()
        .map(|(index, degree)| reader.all(&key("degrees", index), &degree.limits))
        .collect();
    let layout = vocabulary.layout();
    let narrowed = |and: Vec<Expression>| {
        let all = std::iter::once(base.clone()).chain(and).collect();
        Condition::new(layout, &Expression::All(all))
    };
    let widest = narrowed(disputes.iter().map(|readings| Expression::Any(readings.clone())).collect());
    let agreed = narrowed(disputes.iter().flatten().cloned().collect());
    let own = norm.category.map_or(0, NormCategory::bit);
    Compiled {
        agreed: (agreed != widest).then_some(agreed),
        widest,
        readings: disputes
            .iter()
            .map(|readings| readings.iter().map(|reading| narrowed(vec![reading.clone()])).collect())
            .collect(),
        degrees: degrees.iter().map(|degree| Condition::new(layout, degree)).collect(),
        exceptions: except
            .into_iter()
            .map(|exception| Condition::new(layout, &Expression::All(vec![any.clone(), exception])))
            .collect(),
        own,
        file,
        norm,
    }
}

impl Reader<'_> {
    fn readings(&mut self, key: &str, dispute: &NormDispute) -> Vec<Expression> {
        let each = dispute.readings.iter().enumerate().map(|(index, reading)| {
            let limits = self.all(&format!("{key}.readings[{index}].where"), &reading.limits);
            if reading.never { Expression::Any(Vec::new()) } else { limits }
        });
        each.collect()
    }
}

/// For each act and subject, and for each of them unknown, the norms that are not out of the question.
fn index(vocabulary: &Vocabulary, norms: &[Compiled], act: ElementIndex, subject: ElementIndex) -> Vec<Vec<Vec<u16>>> {
    let layout = vocabulary.layout();
    let known = |facts: Facts, element: ElementIndex, answer: u32| {
        if answer == layout.answers(element) { Some(facts) } else { facts.is(layout, element, answer).ok() }
    };
    let row = |act_answer: u32| {
        let cell = |subject_answer: u32| {
            let facts = known(Facts::default(), act, act_answer).and_then(|it| known(it, subject, subject_answer));
            let Some(facts) = facts else { return Vec::new() };
            let possible = norms.iter().enumerate().filter(|(_, norm)| norm.widest.truth(&facts) != Truth::No);
            possible.filter_map(|(place, _)| u16::try_from(place).ok()).collect()
        };
        (0..=layout.answers(subject)).map(cell).collect()
    };
    (0..=layout.answers(act)).map(row).collect()
}
