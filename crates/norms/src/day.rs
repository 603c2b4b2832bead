//! Dates in law files are TOML dates (`2023-08-02`, without quotation marks).

use base::{Date, Month};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de::Error};

/// A date as schemas describe it.
pub(crate) struct Written;

impl JsonSchema for Written {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date" })
    }
}

pub(crate) fn required<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let value = toml::value::Datetime::deserialize(deserializer)?;
    let (Some(day), None) = (value.date, value.time) else {
        return Err(D::Error::custom("expected a date such as 2023-08-02, without a time"));
    };
    Month::try_from(day.month)
        .and_then(|month| Date::from_calendar_date(i32::from(day.year), month, day.day))
        .map_err(|_| D::Error::custom("this date does not exist"))
}

pub(crate) fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    required(deserializer).map(Some)
}
