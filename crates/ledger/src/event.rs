use crate::wire::{self, DecodeError, Reader};
use crate::{Commitment, Salt};
use base::Instant;
use std::collections::BTreeMap;

/// Who acted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person, by opaque id.
    Person([u8; 16]),
    /// The program itself, doing a follow-up job or a command of its administrator.
    System,
    /// Somebody who is not signed in.
    Public,
}

/// What an event says in one of its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A number: a count, a version, microseconds.
    Int(i64),
    /// A word of the program's own: never something a person typed.
    Code(String),
    /// The opaque id of something.
    Id([u8; 16]),
    /// A salted commitment to personal data.
    Personal(Commitment),
}

/// A named value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The field's name, unique within the event.
    pub name: String,
    /// What it says.
    pub value: Value,
}

/// One thing that happened: who did what to which object, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The event's own id.
    pub id: [u8; 16],
    /// When it happened.
    pub at: Instant,
    /// The institution it belongs to; none for what concerns the whole installation.
    pub institution: Option<[u8; 16]>,
    /// Who acted.
    pub actor: Actor,
    /// The role in which the actor was allowed to act.
    pub role: String,
    /// What was done.
    pub action: String,
    /// The kind of the object.
    pub object_kind: String,
    /// The object, where there is exactly one.
    pub object: Option<[u8; 16]>,
    fields: BTreeMap<String, Value>,
}

const MAGIC: &[u8; 5] = b"NTRL\x01";

mod tag {
    pub const ID: u8 = 1;
    pub const AT: u8 = 2;
    pub const INSTITUTION: u8 = 3;
    pub const ACTOR_PERSON: u8 = 4;
    pub const ACTOR_SYSTEM: u8 = 5;
    pub const ACTOR_PUBLIC: u8 = 6;
    pub const ROLE: u8 = 7;
    pub const ACTION: u8 = 8;
    pub const OBJECT_KIND: u8 = 9;
    pub const OBJECT: u8 = 10;
    pub const FIELD: u8 = 16;
    pub const INT: u8 = 17;
    pub const CODE: u8 = 18;
    pub const FIELD_ID: u8 = 19;
    pub const PERSONAL: u8 = 20;
}

impl Event {
    /// An event without fields.
    #[must_use]
    pub fn new(id: [u8; 16], at: Instant, actor: Actor, role: &str, action: &str, object_kind: &str) -> Self {
        Self {
            id,
            at,
            institution: None,
            actor,
            role: role.to_owned(),
            action: action.to_owned(),
            object_kind: object_kind.to_owned(),
            object: None,
            fields: BTreeMap::new(),
        }
    }

    /// Adds a field that is not personal. A second value for the same name replaces the first.
    pub fn say(&mut self, name: &str, value: Value) {
        self.fields.insert(name.to_owned(), value);
    }

    /// Adds a personal value as a commitment under `salt`. The caller keeps the salt.
    pub fn commit(&mut self, name: &str, salt: &Salt, value: &str) {
        self.say(name, Value::Personal(Commitment::to(name, salt, value.as_bytes())));
    }

    /// The fields in the order of their names.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().map(|(name, value)| Field { name: name.clone(), value: value.clone() })
    }

    /// The one encoding of this event.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        wire::put(&mut out, tag::ID, &self.id);
        wire::put(&mut out, tag::AT, &self.at.micros().to_be_bytes());
        if let Some(institution) = &self.institution {
            wire::put(&mut out, tag::INSTITUTION, institution);
        }
        match &self.actor {
            Actor::Person(id) => wire::put(&mut out, tag::ACTOR_PERSON, id),
            Actor::System => wire::put(&mut out, tag::ACTOR_SYSTEM, &[]),
            Actor::Public => wire::put(&mut out, tag::ACTOR_PUBLIC, &[]),
        }
        wire::put(&mut out, tag::ROLE, self.role.as_bytes());
        wire::put(&mut out, tag::ACTION, self.action.as_bytes());
        wire::put(&mut out, tag::OBJECT_KIND, self.object_kind.as_bytes());
        if let Some(object) = &self.object {
            wire::put(&mut out, tag::OBJECT, object);
        }
        for (name, value) in &self.fields {
            wire::put(&mut out, tag::FIELD, name.as_bytes());
            match value {
                Value::Int(int) => wire::put(&mut out, tag::INT, &int.to_be_bytes()),
                Value::Code(code) => wire::put(&mut out, tag::CODE, code.as_bytes()),
                Value::Id(id) => wire::put(&mut out, tag::FIELD_ID, id),
                Value::Personal(commitment) => wire::put(&mut out, tag::PERSONAL, &commitment.0),
            }
        }
        out
    }

    /// Reads an encoding.
    ///
    /// # Errors
    /// Returns a [`DecodeError`] for anything that [`Event::encode`] would not have written.
    pub fn decode(bytes: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = Reader::new(bytes);
        if reader.take(MAGIC.len()).map_err(|_| DecodeError::Unknown)? != MAGIC {
            return Err(DecodeError::Unknown);
        }
        let expect = |(found, bytes), wanted| if found == wanted { Ok(bytes) } else { Err(DecodeError::Tag(found)) };
        let id = wire::sixteen(expect(reader.next()?, tag::ID)?)?;
        let at = Instant::from_micros(wire::int(expect(reader.next()?, tag::AT)?)?);
        let (mut found, mut bytes) = reader.next()?;
        let mut institution = None;
        if found == tag::INSTITUTION {
            institution = Some(wire::sixteen(bytes)?);
            (found, bytes) = reader.next()?;
        }
        let actor = match (found, bytes.len()) {
            (tag::ACTOR_PERSON, _) => Actor::Person(wire::sixteen(bytes)?),
            (tag::ACTOR_SYSTEM, 0) => Actor::System,
            (tag::ACTOR_PUBLIC, 0) => Actor::Public,
            (tag::ACTOR_SYSTEM | tag::ACTOR_PUBLIC, _) => return Err(DecodeError::Length),
            (other, _) => return Err(DecodeError::Tag(other)),
        };
        let role = wire::text(expect(reader.next()?, tag::ROLE)?)?;
        let action = wire::text(expect(reader.next()?, tag::ACTION)?)?;
        let object_kind = wire::text(expect(reader.next()?, tag::OBJECT_KIND)?)?;
        let mut event =
            Self { id, at, institution, actor, role, action, object_kind, object: None, fields: BTreeMap::new() };
        let mut last: Option<String> = None;
        while !reader.is_empty() {
            let (found, bytes) = reader.next()?;
            if found == tag::OBJECT && event.object.is_none() && last.is_none() {
                event.object = Some(wire::sixteen(bytes)?);
                continue;
            }
            let name = wire::text(expect((found, bytes), tag::FIELD)?)?;
            if last.as_ref().is_some_and(|last| *last >= name) {
                return Err(DecodeError::Order);
            }
            let (found, bytes) = reader.next()?;
            let value = match found {
                tag::INT => Value::Int(wire::int(bytes)?),
                tag::CODE => Value::Code(wire::text(bytes)?),
                tag::FIELD_ID => Value::Id(wire::sixteen(bytes)?),
                tag::PERSONAL => Value::Personal(Commitment(bytes.try_into().map_err(|_| DecodeError::Length)?)),
                other => return Err(DecodeError::Tag(other)),
            };
            event.say(&name, value);
            last = Some(name);
        }
        Ok(event)
    }
}
