//! A value that is told again and again, with its JSON.

use serde::{Serialize, Serializer};
use serde_json::value::{RawValue, to_raw_value};
use std::{
    fmt::{self, Display, Formatter},
    ops::Deref,
};

/// A value that answers repeat word for word, together with its JSON: writing an answer then copies it.
///
/// It is to be written as JSON only.
#[derive(Debug, Clone)]
pub struct Told<T> {
    value: T,
    json: Option<Box<RawValue>>,
}

impl<T: Serialize> Told<T> {
    /// With its JSON.
    pub(super) fn kept(value: T) -> Self {
        // What has no JSON says so when it is written.
        let json = to_raw_value(&value).ok();
        Self { value, json }
    }

    /// Without, for what is told once.
    pub(super) const fn once(value: T) -> Self {
        Self { value, json: None }
    }
}

impl<T> Deref for Told<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Display> Display for Told<T> {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        self.value.fmt(out)
    }
}

impl<T: PartialEq> PartialEq for Told<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Told<T> {}

impl<T: Serialize> Serialize for Told<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.json {
            Some(json) => json.serialize(serializer),
            None => self.value.serialize(serializer),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_written_as_its_value_whether_its_json_is_kept_or_not() {
        let value = vec!["a \"b\"", "c\n"];
        let plain = serde_json::to_string(&value).unwrap();
        assert_eq!(serde_json::to_string(&Told::kept(value.clone())).unwrap(), plain);
        assert_eq!(serde_json::to_string(&Told::once(value.clone())).unwrap(), plain);
        assert_eq!(Told::kept(value.clone()), Told::once(value));
    }
}
