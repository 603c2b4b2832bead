//! Facts and law make an assessment: which norms apply for sure, which may, which nearly would, and what still decides.

use crate::{
    facts::{Condition, ElementIndex, Facts, Limit, Truth, open_elements},
    law::{Compiled, Law},
    norm::{Norm, NormCategory},
};
use base::Date;

/// Elements, one bit each.
pub(crate) type ElementSet = u64;

pub(crate) const fn element_bit(element: ElementIndex) -> ElementSet {
    1 << element.number()
}

/// Categories, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Categories(u8);

impl Categories {
    /// Those in it, the least grave first.
    pub fn iter(self) -> impl Iterator<Item = NormCategory> {
        NormCategory::ALL.into_iter().filter(move |category| self.contains(*category))
    }

    /// Whether this one is in it.
    #[must_use]
    pub const fn contains(self, category: NormCategory) -> bool {
        self.0 & category.bit() != 0
    }

    /// The only one, if it is one.
    #[must_use]
    pub fn only(self) -> Option<NormCategory> {
        let mut each = self.iter();
        each.next().filter(|_| each.next().is_none())
    }

    /// The gravest.
    #[must_use]
    pub fn gravest(self) -> Option<NormCategory> {
        self.iter().last()
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// How a norm stands to facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holding {
    /// Facts that are not known decide whether it applies.
    Open,
    /// It applies under some readings of the law, and not under others.
    Disputed,
    /// It applies under every reading.
    Applies,
}

/// A norm that applies, or may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    pub(crate) place: u16,
    /// Whether it applies under some reading.
    pub(crate) widest: Truth,
    /// Whether it applies under every reading.
    pub(crate) agreed: Truth,
    /// The categories that can come out.
    pub categories: Categories,
    /// Facts that still decide whether it applies.
    pub(crate) open: ElementSet,
    /// Which of the acts brings it most surely.
    pub(crate) act: u16,
}

impl Match {
    /// How it stands to the facts.
    #[must_use]
    pub fn holding(&self) -> Holding {
        match (self.widest, self.agreed) {
            (_, Truth::Yes) => Holding::Applies,
            (Truth::Yes, _) => Holding::Disputed,
            _ => Holding::Open,
        }
    }

    /// The norm.
    #[must_use]
    pub fn norm<'a>(&self, law: &'a Law) -> &'a Norm {
        &law.compiled(self.place).norm
    }

    /// What both say together, where the other one is of `act`.
    fn join(&mut self, other: &Self, act: u16) {
        if (other.widest, other.agreed) > (self.widest, self.agreed) {
            self.act = act;
        }
        self.widest = self.widest.max(other.widest);
        self.agreed = self.agreed.max(other.agreed);
        self.categories = self.categories.or(other.categories);
        self.open |= other.open;
    }
}

/// A norm that would apply if one fact were different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NearMiss {
    pub(crate) place: u16,
    /// The answers with which it would apply.
    pub limit: Limit,
}

impl NearMiss {
    /// The norm.
    #[must_use]
    pub fn norm<'a>(&self, law: &'a Law) -> &'a Norm {
        &law.compiled(self.place).norm
    }
}

/// What the law says of some facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The day of the act.
    pub on: Date,
    /// What is known, once for each act.
    pub acts: Vec<Facts>,
    /// Norms that apply or may.
    pub matches: Vec<Match>,
    /// Norms that nearly would.
    pub near: Vec<NearMiss>,
}

/// The answer for whoever asks before an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// No norm on file stands against such an act of such people, whatever else is so.
    Allowed,
    /// None stands against it, and one would under other facts.
    WithCare,
    /// Readings differ, or a fact is not known that decides.
    Unsettled,
    /// A norm stands against it under every reading.
    NotAllowed,
}

impl Verdict {
    /// All of them, from the freest to the strictest.
    pub const ALL: [Self; 4] = [Self::Allowed, Self::WithCare, Self::Unsettled, Self::NotAllowed];

    /// The name under which it is stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::WithCare => "with_care",
            Self::Unsettled => "unsettled",
            Self::NotAllowed => "not_allowed",
        }
    }
}

/// Who answers questions of fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Whoever asks before or after an act.
    Everyone,
    /// Whoever examines a case.
    Officer,
}

impl Law {
    pub(crate) fn compiled(&self, place: u16) -> &Compiled {
        // Places come from this law's own index only.
        &self.norms[usize::from(place)]
    }

    /// What the law says of `facts` about an act on the day `on`.
    ///
    /// It proposes. It decides nothing, and chooses no reading.
    #[must_use]
    pub fn assess(&self, facts: &Facts, on: Date) -> Assessment {
        let unbound = self.unbound(facts);
        let (mut matches, mut near) = (Vec::with_capacity(16), Vec::with_capacity(16));
        for &place in self.candidates(facts) {
            let compiled = self.compiled(place);
            if !compiled.norm.reaches(on) {
                continue;
            }
            let widest = compiled.widest.truth(facts);
            if widest == Truth::No {
                // Another act, or somebody else doing it, is another case and no near miss.
                let same = |limit: &&Limit| limit.element != self.act && limit.element != self.subject;
                let misses = compiled.widest.missed_limits(facts).filter(same);
                near.extend(misses.map(|limit| NearMiss { place, limit: *limit }));
            } else {
                matches.push(matched(place, compiled, facts, widest, unbound));
            }
        }
        Assessment { on, acts: vec![*facts], matches, near }
    }

    /// The categories that bind none of those who may have acted: for them no degree is set.
    fn unbound(&self, facts: &Facts) -> u8 {
        let unbound = self.binds.iter().filter(|(_, bound)| bound.truth(facts) == Truth::No);
        unbound.fold(0, |set, (category, _)| set | category.bit())
    }

    /// What the law says of several acts of one occasion: a norm applies when it does for one of them.
    #[must_use]
    pub fn assess_all(&self, acts: &[Facts], on: Date) -> Assessment {
        let mut whole = Assessment { on, acts: acts.to_vec(), matches: Vec::new(), near: Vec::new() };
        for (act, facts) in (0..).zip(acts) {
            let one = self.assess(facts, on);
            for other in one.matches {
                match whole.matches.iter_mut().find(|known| known.place == other.place) {
                    None => whole.matches.push(Match { act, ..other }),
                    Some(known) => known.join(&other, act),
                }
            }
            whole.near.extend(one.near);
        }
        let matched: Vec<u16> = whole.matches.iter().map(|it| it.place).collect();
        whole.near.retain(|miss| !matched.contains(&miss.place));
        whole
    }

    /// The answer for whoever asks before an act.
    #[must_use]
    pub fn verdict(&self, assessment: &Assessment) -> Verdict {
        let mine = self.asked_of(Audience::Everyone);
        let mut against = None;
        let mut is_allowed = false;
        for it in &assessment.matches {
            let holding = it.holding();
            if it.norm(self).kind.allows() {
                is_allowed |= holding != Holding::Open;
            } else if holding != Holding::Open || it.open & mine != 0 {
                against = against.max(Some(holding));
            }
        }
        match against {
            Some(Holding::Applies) if !is_allowed => Verdict::NotAllowed,
            Some(_) => Verdict::Unsettled,
            None if self.could_be_barred(assessment) => Verdict::WithCare,
            None => Verdict::Allowed,
        }
    }

    /// Whether a norm stands against these acts of these people under other facts.
    fn could_be_barred(&self, assessment: &Assessment) -> bool {
        let bars = |place: &u16| {
            let norm = &self.compiled(*place).norm;
            !norm.kind.allows() && norm.reaches(assessment.on)
        };
        assessment.acts.iter().any(|facts| self.candidates(facts).iter().any(bars))
    }

    /// The gravest category that applies under every reading, of norms that stand against the act.
    #[must_use]
    pub fn gravest(&self, assessment: &Assessment) -> Option<NormCategory> {
        let sure = assessment.matches.iter().filter(|it| it.holding() == Holding::Applies);
        sure.filter_map(|it| it.categories.gravest()).max()
    }

    /// The question to ask next: the one after which, whatever the answer is, the fewest others are still open. None when no
    /// answer can change the result any more.
    ///
    /// An officer is asked everything that can change which norms apply or their category; everybody else only what can
    /// change the answer, or make what follows graver. `skip` names elements that the asked person could not answer.
    #[must_use]
    pub fn next_question(
        &self,
        facts: &Facts,
        on: Date,
        audience: Audience,
        skip: &[ElementIndex],
    ) -> Option<ElementIndex> {
        let assessment = self.assess(facts, on);
        let deciding = self.deciding(&assessment, audience);
        let asked = self.left_to_ask(audience, skip);
        let vocabulary = &self.vocabulary;
        crate::facts::next_question(
            vocabulary.layout(),
            &deciding,
            facts,
            |element| asked & element_bit(element) != 0,
            |facts, element, answer| {
                facts.is(vocabulary.layout(), element, answer).and_then(|facts| vocabulary.settle(facts)).ok()
            },
        )
    }

    /// How many questions [`Law::next_question`] can still lead to, one after the other, at most.
    #[must_use]
    pub fn questions_left(&self, facts: &Facts, on: Date, audience: Audience, skip: &[ElementIndex]) -> usize {
        let assessment = self.assess(facts, on);
        let asked = self.left_to_ask(audience, skip);
        let open = open_elements(self.deciding(&assessment, audience), facts);
        open.into_iter().filter(|element| asked & element_bit(*element) != 0).count()
    }

    fn left_to_ask(&self, audience: Audience, skip: &[ElementIndex]) -> ElementSet {
        let skipped = skip.iter().fold(0, |set, element| set | element_bit(*element));
        self.asked_of(audience) & !skipped
    }

    /// The conditions of which the outcome can still change what is asked for.
    fn deciding(&self, assessment: &Assessment, audience: Audience) -> Vec<&Condition> {
        let sure = self.gravest(assessment);
        let is_refused = self.verdict(assessment) == Verdict::NotAllowed;
        let matters = |it: &&Match| {
            audience == Audience::Officer
                || !is_refused
                || it.norm(self).kind.allows()
                || it.categories.gravest() > sure
        };
        let mut conditions = Vec::new();
        for it in assessment.matches.iter().filter(matters) {
            let compiled = self.compiled(it.place);
            conditions.push(&compiled.widest);
            conditions.extend(&compiled.agreed);
            conditions.extend(compiled.degrees.iter());
        }
        conditions
    }

    const fn asked_of(&self, audience: Audience) -> ElementSet {
        match audience {
            Audience::Everyone => self.everybodys,
            Audience::Officer => ElementSet::MAX,
        }
    }
}

fn matched(place: u16, compiled: &Compiled, facts: &Facts, widest: Truth, unbound: u8) -> Match {
    let mut open = open_in(&compiled.widest, facts, widest);
    let agreed = match &compiled.agreed {
        None => widest,
        Some(condition) => {
            let agreed = condition.truth(facts);
            open |= open_in(condition, facts, agreed);
            agreed
        }
    };
    let Categories(found) = categories(compiled, facts);
    let unmapped = if found & unbound == 0 { 0 } else { NormCategory::Unmapped.bit() };
    Match { place, widest, agreed, categories: Categories(found & !unbound | unmapped), open, act: 0 }
}

fn open_in(condition: &Condition, facts: &Facts, truth: Truth) -> ElementSet {
    if truth != Truth::Open {
        return 0;
    }
    condition.open_limits(facts).fold(0, |set, limit| set | element_bit(limit.element))
}

/// The categories that can come out: the first degree whose facts hold decides; readings can give others.
fn categories(compiled: &Compiled, facts: &Facts) -> Categories {
    let mut found = 0;
    let mut is_decided = false;
    for (degree, condition) in compiled.norm.degrees.iter().zip(&compiled.degrees) {
        match condition.truth(facts) {
            Truth::No => {}
            Truth::Open => found |= degree.category.bit(),
            Truth::Yes => {
                found |= degree.category.bit();
                is_decided = true;
                break;
            }
        }
    }
    if !is_decided {
        found |= compiled.own;
    }
    for (dispute, conditions) in compiled.norm.disputes.iter().zip(&compiled.readings) {
        for (reading, condition) in dispute.readings.iter().zip(conditions) {
            if let Some(category) = reading.category
                && condition.truth(facts) != Truth::No
            {
                found |= category.bit();
            }
        }
    }
    Categories(found)
}
