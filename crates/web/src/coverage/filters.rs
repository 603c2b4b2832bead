//! What an overview is narrowed to. It stands in the address, so that a link shows to others what it shows to oneself.

use base::Date;
use domain::category::Category;
use domain::ids::{DriveId, UnitId};
use serde::Deserialize;
use service::{Coverage, CoverageQuery};
use url::form_urlencoded::Serializer;

/// The fields of the address. What cannot be read is as if it were not there.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Filters {
    /// The drive.
    #[serde(default)]
    pub gerakan: String,
    /// The code of a category.
    #[serde(default)]
    pub kategori: String,
    /// The day at whose end one looks, `YYYY-MM-DD`.
    #[serde(default)]
    pub pada: String,
}

impl Filters {
    /// The drive asked for.
    pub fn drive(&self) -> Option<DriveId> {
        self.gerakan.parse().ok()
    }

    /// The category asked for.
    pub fn category(&self) -> Option<Category> {
        Category::from_code(&self.kategori)
    }

    /// The day asked for.
    pub fn day(&self) -> Option<Date> {
        base::parse_iso_date(&self.pada).ok()
    }

    /// The figures of a unit, or of the whole institution, that are asked for.
    pub fn query(&self, unit: Option<UnitId>) -> CoverageQuery {
        CoverageQuery { drive: self.drive(), unit, category: self.category(), day: self.day() }
    }

    /// What was shown, for the links of the page.
    pub fn shown(coverage: &Coverage) -> Self {
        let query = coverage.query();
        Self {
            gerakan: coverage.drive.id.to_string(),
            kategori: query.category.map_or("", Category::code).to_owned(),
            pada: query.day.map(base::iso_date).unwrap_or_default(),
        }
    }

    /// An address with these fields; those that narrow nothing are left out.
    pub fn at(&self, path: &str) -> String {
        let mut query = Serializer::new(String::new());
        for (name, value) in self.fields() {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        format!("{path}?{}", query.finish())
    }

    /// The fields by name.
    pub fn fields(&self) -> [(&'static str, &str); 3] {
        [("gerakan", &self.gerakan), ("kategori", &self.kategori), ("pada", &self.pada)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_narrows_nothing() {
        let odd = Filters { gerakan: "x".to_owned(), kategori: "raja".to_owned(), pada: "besok".to_owned() };
        assert_eq!(odd.query(None), CoverageQuery::default());
    }

    #[test]
    fn an_address_says_what_is_narrowed() {
        let day = Filters { pada: "2024-10-14".to_owned(), ..Filters::default() };
        assert_eq!(day.at("/ikhtisar"), "/ikhtisar?pada=2024-10-14");
        assert_eq!(day.day(), base::parse_iso_date("2024-10-14").ok());
    }
}
