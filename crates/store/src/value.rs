use base::{Date, Id, Instant};

/// One value in the only four storage classes that both engines share.
///
/// Truth values are the integers 0 and 1, moments are whole microseconds, days are text `YYYY-MM-DD`, ids are
/// sixteen bytes. Everything else is a mistake that shows when a row is read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// Text without the character U+0000, which PostgreSQL cannot keep.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// What can be handed to a statement.
pub trait ToValue {
    /// The stored form.
    fn to_value(&self) -> Value;
}

/// What can be read from a row.
pub trait FromValue: Sized {
    /// Reads the stored form.
    ///
    /// # Errors
    /// Returns what was [`Expected`] when the value is of another class or outside the range.
    fn from_value(value: Value) -> Result<Self, Expected>;
}

/// What a reader expected and did not find; it never carries the value, which may be personal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {0}")]
pub struct Expected(pub &'static str);

/// The values of a statement's parameters, in order, without the institution of the scope:
/// `params![person, name, at]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => {
        ::std::vec::Vec::<$crate::Value>::from([$($crate::ToValue::to_value(&$value)),*])
    };
}

impl ToValue for Value {
    fn to_value(&self) -> Value {
        self.clone()
    }
}
impl FromValue for Value {
    fn from_value(value: Value) -> Result<Self, Expected> {
        Ok(value)
    }
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, ToValue::to_value)
    }
}
impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self, Expected> {
        match value {
            Value::Null => Ok(None),
            value => T::from_value(value).map(Some),
        }
    }
}

impl ToValue for i64 {
    fn to_value(&self) -> Value {
        Value::Int(*self)
    }
}
impl FromValue for i64 {
    fn from_value(value: Value) -> Result<Self, Expected> {
        match value {
            Value::Int(number) => Ok(number),
            _ => Err(Expected("a whole number")),
        }
    }
}

impl ToValue for u32 {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
}
impl FromValue for u32 {
    fn from_value(value: Value) -> Result<Self, Expected> {
        let wrong = Expected("a whole number from 0 to 4294967295");
        match value {
            Value::Int(number) => Self::try_from(number).map_err(|_| wrong),
            _ => Err(wrong),
        }
    }
}

impl ToValue for bool {
    fn to_value(&self) -> Value {
        Value::Int(i64::from(*self))
    }
}
impl FromValue for bool {
    fn from_value(value: Value) -> Result<Self, Expected> {
        match value {
            Value::Int(0) => Ok(false),
            Value::Int(1) => Ok(true),
            _ => Err(Expected("0 or 1")),
        }
    }
}

impl ToValue for str {
    fn to_value(&self) -> Value {
        Value::Text(self.to_owned())
    }
}
impl ToValue for String {
    fn to_value(&self) -> Value {
        Value::Text(self.clone())
    }
}
impl FromValue for String {
    fn from_value(value: Value) -> Result<Self, Expected> {
        match value {
            Value::Text(text) => Ok(text),
            _ => Err(Expected("text")),
        }
    }
}

impl ToValue for [u8] {
    fn to_value(&self) -> Value {
        Value::Bytes(self.to_vec())
    }
}
impl ToValue for Vec<u8> {
    fn to_value(&self) -> Value {
        Value::Bytes(self.clone())
    }
}
impl FromValue for Vec<u8> {
    fn from_value(value: Value) -> Result<Self, Expected> {
        match value {
            Value::Bytes(bytes) => Ok(bytes),
            _ => Err(Expected("bytes")),
        }
    }
}

impl<const N: usize> ToValue for [u8; N] {
    fn to_value(&self) -> Value {
        Value::Bytes(self.to_vec())
    }
}
impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: Value) -> Result<Self, Expected> {
        let wrong = Expected("bytes of a fixed length");
        match value {
            Value::Bytes(bytes) => Self::try_from(bytes).map_err(|_| wrong),
            _ => Err(wrong),
        }
    }
}

impl<K> ToValue for Id<K> {
    fn to_value(&self) -> Value {
        Value::Bytes(self.bytes().to_vec())
    }
}
impl<K> FromValue for Id<K> {
    fn from_value(value: Value) -> Result<Self, Expected> {
        let wrong = Expected("an id of sixteen bytes");
        match value {
            Value::Bytes(bytes) => Self::from_bytes(&bytes).map_err(|_| wrong),
            _ => Err(wrong),
        }
    }
}

impl ToValue for Instant {
    fn to_value(&self) -> Value {
        Value::Int(self.micros())
    }
}
impl FromValue for Instant {
    fn from_value(value: Value) -> Result<Self, Expected> {
        match value {
            Value::Int(micros) => Ok(Self::from_micros(micros)),
            _ => Err(Expected("a moment in whole microseconds")),
        }
    }
}

impl ToValue for Date {
    fn to_value(&self) -> Value {
        Value::Text(base::iso_date(*self))
    }
}
impl FromValue for Date {
    fn from_value(value: Value) -> Result<Self, Expected> {
        let wrong = Expected("a day written YYYY-MM-DD");
        match value {
            Value::Text(text) => base::parse_iso_date(&text).map_err(|_| wrong),
            _ => Err(wrong),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Month, kind};
    use proptest::prelude::*;

    fn survives<T: ToValue + FromValue + PartialEq + std::fmt::Debug>(value: T) {
        assert_eq!(T::from_value(value.to_value()), Ok(value));
    }

    proptest! {
        #[test]
        fn everything_survives_being_stored(
            number: i64, small: u32, truth: bool, text: String, bytes: Vec<u8>, key: [u8; 16], days in 0i32..60_000,
        ) {
            survives(number);
            survives(small);
            survives(truth);
            survives(text.clone());
            survives(bytes.clone());
            survives(key);
            survives(Some(text));
            survives(None::<i64>);
            survives(Instant::from_micros(number));
            survives(Id::<kind::Person>::from_bytes(&key).unwrap());
            let origin = Date::from_calendar_date(1900, Month::January, 1).unwrap();
            survives(Date::from_julian_day(origin.to_julian_day() + days).unwrap());
        }
    }

    #[test]
    fn another_class_or_range_is_named() {
        assert_eq!(u32::from_value(Value::Int(-1)), Err(Expected("a whole number from 0 to 4294967295")));
        assert_eq!(bool::from_value(Value::Int(2)), Err(Expected("0 or 1")));
        assert_eq!(i64::from_value(Value::Null), Err(Expected("a whole number")));
        assert_eq!(Id::<kind::Unit>::from_value(Value::Bytes(vec![1; 15])), Err(Expected("an id of sixteen bytes")));
        assert_eq!(Date::from_value(Value::Text("1-1-2024".into())), Err(Expected("a day written YYYY-MM-DD")));
        assert_eq!(<Option<bool>>::from_value(Value::Text("1".into())), Err(Expected("0 or 1")));
    }

    #[test]
    fn parameters_keep_their_order() {
        let name = String::from("Sari");
        assert_eq!(
            params![1_i64, &name, None::<u32>, true],
            vec![Value::Int(1), Value::Text(name.clone()), Value::Null, Value::Int(1)]
        );
        assert!(params![].is_empty());
    }
}
