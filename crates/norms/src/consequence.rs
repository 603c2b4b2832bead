//! What follows from a breach: categories, penalties, who may impose them, which procedure follows, and what counts heavier.

use crate::{day, language::Text, norm::NormCategory, source::Certainty, vocabulary::Limits};
use base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a consequence is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsequenceBasis {
    /// The id of the instrument.
    pub instrument: String,
    /// The id of the provision, when it is on file.
    #[serde(default)]
    pub provision: Option<String>,
    /// The article in words, when its provision is not on file, or to name a part of it.
    #[serde(default)]
    pub article: Option<String>,
}

/// A disputed point of an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DisputeAt {
    /// The id of the instrument.
    pub instrument: String,
    /// The id of the dispute within it.
    pub dispute: String,
}

/// What a category means, and whom its degrees bind.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CategoryEntry {
    /// Which.
    pub id: NormCategory,
    /// Its name.
    pub name: Text,
    /// What it means, in one plain sentence.
    pub says: Text,
    /// The categories of people to whom it applies; everybody when empty.
    #[serde(default)]
    pub binds: Vec<String>,
    /// What holds for the others.
    #[serde(default)]
    pub otherwise: Option<Text>,
}

/// A sanction that a provision makes available.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// Stable.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// The categories that bring it by themselves.
    #[serde(default)]
    pub categories: Vec<NormCategory>,
    /// Whom it can meet, and under which regulation: all of these.
    #[serde(default)]
    pub when: Limits,
    /// The first day on which it can be imposed.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub from: Option<Date>,
    /// The last day on which it can be imposed.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub to: Option<Date>,
    /// What has to happen before it can be imposed at all.
    #[serde(default)]
    pub awaits: Option<Text>,
    /// Where it is written.
    pub basis: Vec<ConsequenceBasis>,
    /// A point on which readings differ.
    #[serde(default)]
    pub dispute: Option<DisputeAt>,
    /// How far it was checked.
    pub certainty: Certainty,
    /// Amounts and terms.
    #[serde(default)]
    pub says: Option<Text>,
}

impl Penalty {
    /// Whether it can be imposed on `date`, as far as dates decide.
    #[must_use]
    pub fn is_available(&self, date: Date) -> bool {
        self.awaits.is_none() && in_time(self.from, self.to, date)
    }
}

pub(crate) fn in_time(from: Option<Date>, to: Option<Date>, date: Date) -> bool {
    from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to)
}

/// Who may impose what on whom.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Stable.
    pub id: String,
    /// Who, in words.
    pub who: Text,
    /// On whom: all of these.
    #[serde(default)]
    pub when: Limits,
    /// For which categories.
    pub categories: Vec<NormCategory>,
    /// For which penalties only; all of the categories when empty.
    #[serde(default)]
    pub penalties: Vec<String>,
    /// Since when.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub from: Option<Date>,
    /// Until when.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub to: Option<Date>,
    /// Where it is written.
    pub basis: Vec<ConsequenceBasis>,
    /// How far it was checked.
    pub certainty: Certainty,
    /// What a reader has to know.
    #[serde(default)]
    pub note: Option<Text>,
}

/// A procedure that follows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// Stable: the code of the procedure.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// What happens in it.
    pub says: Text,
    /// The categories that lead to it.
    pub categories: Vec<NormCategory>,
    /// For whom and in which election: all of these.
    #[serde(default)]
    pub when: Limits,
    /// Since when.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub from: Option<Date>,
    /// Until when.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub to: Option<Date>,
    /// The first term that matters, with its kind of days.
    #[serde(default)]
    pub clock: Option<Text>,
    /// How it stands beside other procedures.
    #[serde(default)]
    pub beside: Option<Text>,
    /// Where it is written.
    #[serde(default)]
    pub basis: Vec<ConsequenceBasis>,
    /// How far it was checked.
    pub certainty: Certainty,
}

/// In which direction a circumstance counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Heavier.
    Heavier,
    /// Lighter.
    Lighter,
    /// No provision on file says: a person weighs it.
    NoneStated,
    /// In neither: a rule that has to be kept.
    Rule,
}

/// Something beside the act itself that counts, or that a person has to weigh.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Circumstance {
    /// Stable.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// In which direction it counts.
    pub effect: Effect,
    /// The facts: all of these.
    #[serde(default)]
    pub when: Limits,
    /// What follows, in words.
    pub says: Text,
    /// Where it is written.
    #[serde(default)]
    pub basis: Vec<ConsequenceBasis>,
}

/// Everything of the file on consequences.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consequences {
    /// What categories mean.
    pub categories: Vec<CategoryEntry>,
    /// The sanctions.
    pub penalties: Vec<Penalty>,
    /// Who may impose them.
    pub authorities: Vec<Authority>,
    /// Which procedures follow.
    pub tracks: Vec<Track>,
    /// What counts beside the act.
    pub circumstances: Vec<Circumstance>,
}

impl Consequences {
    /// What this category means.
    #[must_use]
    pub fn category(&self, id: NormCategory) -> Option<&CategoryEntry> {
        self.categories.iter().find(|entry| entry.id == id)
    }

    /// The penalty with this id.
    #[must_use]
    pub fn penalty(&self, id: &str) -> Option<&Penalty> {
        self.penalties.iter().find(|entry| entry.id == id)
    }
}
