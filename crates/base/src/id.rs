use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;
use uuid::Uuid;

/// An identifier of one kind of thing. `Id<kind::Person>` and `Id<kind::Unit>` cannot be confused.
///
/// The value is a UUID version 7: it sorts by the time it was drawn. On paper and in addresses it is
/// written as 32 hexadecimal digits.
pub struct Id<K> {
    value: Uuid,
    kind: PhantomData<fn() -> K>,
}

impl<K> Id<K> {
    /// Wraps a UUID that was drawn or read elsewhere.
    #[must_use]
    pub const fn from_uuid(value: Uuid) -> Self {
        Self { value, kind: PhantomData }
    }

    /// Draws a fresh id. Call it at the edge, before a unit of work, never inside one:
    /// a unit may run twice.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "the one place that draws ids")]
    pub fn draw() -> Self {
        Self::from_uuid(Uuid::now_v7())
    }

    /// The bare UUID.
    #[must_use]
    pub const fn uuid(&self) -> Uuid {
        self.value
    }

    /// The sixteen bytes that are stored.
    #[must_use]
    pub const fn bytes(&self) -> &[u8; 16] {
        self.value.as_bytes()
    }

    /// Reads the sixteen bytes that were stored.
    ///
    /// # Errors
    /// Returns [`IdError`] when there are not exactly sixteen.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, IdError> {
        Uuid::from_slice(bytes).map(Self::from_uuid).map_err(|_| IdError)
    }
}

/// A text or byte string that is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct IdError;

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Id<K> {}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.value.cmp(&other.value)
    }
}
impl<K> Hash for Id<K> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.value.hash(state);
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.value.as_simple())
    }
}
impl<K> FromStr for Id<K> {
    type Err = IdError;
    fn from_str(text: &str) -> Result<Self, IdError> {
        Uuid::try_parse(text).map(Self::from_uuid).map_err(|_| IdError)
    }
}
impl<K> Serialize for Id<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de, K> Deserialize<'de> for Id<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// What an [`Id`] can identify.
pub mod kind {
    macro_rules! kinds {
        ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
            $($(#[$doc])* #[derive(Debug, Clone, Copy, PartialEq, Eq)] pub enum $name {})*
        };
    }
    kinds! {
        /// A tenant: city, regency, province, ministry or agency.
        Institution,
        /// A node of an institution's tree.
        Unit,
        /// Somebody whom the norms bind.
        Person,
        /// A dated employment of a person in a unit.
        Engagement,
        /// A post that persons hold one after another.
        Post,
        /// A person's holding of a post.
        Holder,
        /// The means by which a person signs in.
        Account,
        /// A passkey of an account.
        Passkey,
        /// A role given to a person.
        Grant,
        /// A circular of an institution.
        Circular,
        /// A drive: one circular version, elections, addressees, obligations, dates.
        Drive,
        /// What one person owes in one drive.
        Task,
        /// One try at the check of understanding.
        Attempt,
        /// A signed integrity pact.
        Pact,
        /// A numbered paper that can be verified by its code.
        Paper,
        /// Bytes kept in the file store.
        File,
        /// A follow-up piece of work.
        Job,
        /// That somebody is exempt from a drive, or refused.
        Exception,
        /// A question to the adviser.
        Consultation,
        /// An anonymised answer of the adviser.
        PublishedAnswer,
        /// One uploaded roster file.
        Import,
        /// An uploaded file that is kept until somebody has decided on it.
        Upload,
        /// An audit event.
        Event,
        /// A number, contact or other sealed detail of a person.
        Detail,
        /// A gathering at which the pledge is taken.
        Assembly,
        /// Somebody's part in an assembly.
        Attendance,
        /// A village pack.
        Pack,
        /// One person's line of a village pack.
        PackLine,
        /// A picture of a village pack that came back.
        PackPicture,
        /// A photographed sheet of an assembly.
        Sheet,
        /// A period in which somebody is away.
        Absence,
        /// A reading of a circular to a unit.
        Reading,
        /// That somebody was at such a reading.
        Hearing,
        /// A key with which an institution seals its papers.
        SealKey,
        /// The scan of a letter that was signed by hand.
        Scan,
        /// A number that was given to a circular.
        Number,
        /// One time that a certified signature was asked for.
        Certified,
        /// A look at one signature.
        SignatureCheck,
        /// A shared computer in kiosk mode.
        Kiosk,
        /// A message to a person.
        Message,
        /// Activation slips for many people at once.
        SlipBatch,
        /// Roles that somebody leaves to a successor.
        Handover,
        /// Two records of one person that become one.
        Merge,
        /// A beginning or an end of holding a post.
        Appointment,
        /// The reading of a disputed point that an institution adopts.
        Adoption,
        /// An election that an institution records itself.
        OwnElection,
        /// A role in which somebody acts for its holder.
        Delegation,
        /// What became of a unit.
        UnitChange,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_text_and_bytes() {
        let id: Id<kind::Person> = Id::draw();
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(Id::from_bytes(id.bytes()), Ok(id));
        assert_eq!("x".parse::<Id<kind::Person>>(), Err(IdError));
    }
}
