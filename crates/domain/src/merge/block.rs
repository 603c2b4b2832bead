//! What stands in the way of making two records one, or of parting them.

/// What stands in the way of a merge. Each is ended or decided where it belongs before two records become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MergeBlock {
    /// One of the two is part of another merge that nobody has decided about.
    Proposed,
    /// One of the two was merged into another record before.
    MergedAway,
    /// Only the record that would end can sign in.
    Account,
    /// Both hold the same post on the same day.
    Post,
    /// The record that would end holds a role that was given to it: whoever gives access decides who has it.
    Role,
    /// The record that would end holds, or will hold, a post with a duty: whoever holds it may sign and decide.
    Duty,
    /// A delegation of or to the record that would end is not over.
    Delegation,
    /// A handover of or to the record that would end waits for an answer.
    Handover,
    /// The record that would end is recorded as exempt, or as having refused.
    Exception,
    /// A pact of one of the two waits for a head to say who signed it.
    Pact,
    /// Somebody looks at a signature of one of the two.
    Check,
    /// One of the two stands on a sheet that is still to be recorded or compared.
    Sheet,
}

impl MergeBlock {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Proposed,
        Self::MergedAway,
        Self::Account,
        Self::Post,
        Self::Role,
        Self::Duty,
        Self::Delegation,
        Self::Handover,
        Self::Exception,
        Self::Pact,
        Self::Check,
        Self::Sheet,
    ];

    /// The name under which the store answers it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::MergedAway => "merged_away",
            Self::Account => "account",
            Self::Post => "post",
            Self::Role => "role",
            Self::Duty => "duty",
            Self::Delegation => "delegation",
            Self::Handover => "handover",
            Self::Exception => "exception",
            Self::Pact => "pact",
            Self::Check => "check",
            Self::Sheet => "sheet",
        }
    }

    /// Reads [`MergeBlock::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|block| block.code() == code)
    }

    /// Whether it stands in the way also when it is about the record that stays.
    #[must_use]
    pub const fn concerns_both(self) -> bool {
        matches!(self, Self::Proposed | Self::MergedAway | Self::Pact | Self::Check | Self::Sheet)
    }
}

/// Why something cannot be done with a merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeRefusal {
    /// It is one and the same record.
    Same,
    /// Nobody merges or parts a record of their own.
    Oneself,
    /// Whoever proposed it does not confirm it.
    SecondPerson,
    /// No reason was given.
    ReasonMissing,
    /// What stands in the way.
    Blocked(Vec<MergeBlock>),
    /// It was decided, or parted, before.
    Over,
    /// It is longer ago than [`super::PARTED_WITHIN`].
    TooLate,
    /// The record that stays was itself merged into another one since.
    MergedSince,
}
