//! Answers told anew for everybody.

use super::{ANSWER_MAX, AnswerBasis, ConsultationFlaw, QUESTION_MAX, Ruling, is_said};
use crate::ids::{ConsultationId, PersonId, PublishedAnswerId};
use base::Date;
use serde::{Deserialize, Serialize};

/// How far an anonymised answer is on its way to everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PublishingState {
    /// It waits for somebody else to look whether anybody can be recognised in it.
    Proposed,
    /// Everybody may read it.
    Published,
    /// Whoever looked sent it back.
    Returned,
    /// It was taken down.
    Ended,
}

impl PublishingState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Proposed, Self::Published, Self::Returned, Self::Ended];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Published => "published",
            Self::Returned => "returned",
            Self::Ended => "ended",
        }
    }

    /// Reads [`PublishingState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether it can become this.
    #[must_use]
    pub const fn leads_to(self, next: Self) -> bool {
        matches!((self, next), (Self::Proposed, Self::Published | Self::Returned) | (Self::Published, Self::Ended))
    }
}

/// The words of an anonymised answer. They lie sealed like the question, until everybody may read them and after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedWords {
    /// The question, told anew so that nobody is recognised.
    pub question: String,
    /// The same in English; empty where nobody wrote it.
    pub question_en: String,
    /// What it begins with.
    pub ruling: Ruling,
    /// What it rests on.
    pub basis: Vec<AnswerBasis>,
    /// The answer.
    pub answer: String,
    /// The same in English; empty where nobody wrote it.
    pub answer_en: String,
}

impl PublishedWords {
    /// What keeps them from being proposed.
    #[must_use]
    pub fn flaws(&self) -> Vec<ConsultationFlaw> {
        let both = self.question_en.trim().is_empty() == self.answer_en.trim().is_empty();
        let long = |text: &str, most: usize| text.chars().count() > most;
        let english = both && !long(&self.question_en, QUESTION_MAX) && !long(&self.answer_en, ANSWER_MAX);
        let all = [
            (!is_said(&self.question, QUESTION_MAX), ConsultationFlaw::PublishedQuestion),
            (!is_said(&self.answer, ANSWER_MAX), ConsultationFlaw::PublishedAnswer),
            (!english, ConsultationFlaw::PublishedEnglish),
        ];
        all.into_iter().filter_map(|(wrong, flaw)| wrong.then_some(flaw)).collect()
    }
}

/// An anonymised answer on its way to everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedAnswer {
    /// Its id.
    pub id: PublishedAnswerId,
    /// From which question it was made; known at the desk alone.
    pub consultation: ConsultationId,
    /// Its words, sealed.
    pub words: Vec<u8>,
    /// How far it is.
    pub state: PublishingState,
    /// Who proposed it, and on which day.
    pub proposed: (PersonId, Date),
    /// Who looked at it last, and on which day.
    pub decided: Option<(PersonId, Date)>,
}
