use crate::StoreError;
use base::{Id, kind};

/// Whose rows a caller may reach. It stands in front of every statement that belongs to institutions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// One institution and nothing else.
    Institution(Id<kind::Institution>),
    /// The keeping of the installation: no row of any institution.
    Platform,
    /// Anybody: no row of any institution.
    Public,
    /// Somebody who sees several institutions, one at a time, such as a supervisor.
    Seat {
        /// The institutions that were granted.
        grants: Vec<Id<kind::Institution>>,
    },
}

impl Scope {
    /// Narrows this scope to one institution.
    ///
    /// # Errors
    /// [`StoreError::OutOfScope`] when the institution is not within this scope.
    pub fn within(&self, institution: Id<kind::Institution>) -> Result<Self, StoreError> {
        let inside = match self {
            Self::Institution(own) => *own == institution,
            Self::Seat { grants } => grants.contains(&institution),
            Self::Platform | Self::Public => false,
        };
        if inside { Ok(Self::Institution(institution)) } else { Err(StoreError::OutOfScope { what: "institution" }) }
    }

    /// The institution, when this scope is exactly one.
    #[must_use]
    pub const fn institution(&self) -> Option<Id<kind::Institution>> {
        match self {
            Self::Institution(institution) => Some(*institution),
            Self::Platform | Self::Public | Self::Seat { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_granted_institutions_are_within() {
        let [a, b, c] = [Id::draw(), Id::draw(), Id::draw()];
        let seat = Scope::Seat { grants: vec![a, b] };
        let refused = Err(StoreError::OutOfScope { what: "institution" });
        assert_eq!(seat.within(b), Ok(Scope::Institution(b)));
        assert_eq!(seat.within(c), refused);
        assert_eq!(Scope::Institution(a).within(a), Ok(Scope::Institution(a)));
        assert_eq!(Scope::Institution(a).within(b), refused);
        assert_eq!(Scope::Platform.within(a), refused);
        assert_eq!(Scope::Public.within(a), refused);
        assert_eq!(seat.institution(), None);
    }
}
