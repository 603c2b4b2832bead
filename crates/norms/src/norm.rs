//! A norm: whom it binds, on which facts it rests, what follows, and on which points readings differ.

use crate::{day, language::Text, source::Certainty, vocabulary::Limits};
use base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a norm does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NormKind {
    /// Asas: a principle.
    Principle,
    /// Kewajiban: a duty. Its facts describe how it is broken.
    Duty,
    /// Larangan: a prohibition.
    Prohibition,
    /// Kebolehan: something that is allowed.
    Permission,
    /// Syarat: a requirement, such as for standing.
    Requirement,
    /// Sanksi: what a breach leads to.
    Sanction,
    /// Kewenangan: who may decide.
    Power,
    /// Prosedur: how something is done.
    Procedure,
    /// Cakupan: whom a regulation reaches.
    Scope,
    /// The instrument as a whole.
    Instrument,
}

impl NormKind {
    /// Whether it allows, so that a match speaks for the act.
    #[must_use]
    pub const fn allows(self) -> bool {
        matches!(self, Self::Permission)
    }
}

/// Into which class a breach falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NormCategory {
    /// Asas.
    Principle,
    /// Kode etik.
    Ethics,
    /// No degree is set, or it depends on facts that are not known.
    Unmapped,
    /// Hukuman disiplin ringan.
    DisciplineLight,
    /// Hukuman disiplin sedang.
    DisciplineMedium,
    /// Hukuman disiplin berat.
    DisciplineHeavy,
    /// A consequence outside discipline: dismissal by law, requirements for standing, duties of superiors, village law.
    Administrative,
    /// Pidana.
    Criminal,
}

impl NormCategory {
    /// All categories, the least grave first.
    pub const ALL: [Self; 8] = [
        Self::Principle,
        Self::Ethics,
        Self::Unmapped,
        Self::DisciplineLight,
        Self::DisciplineMedium,
        Self::DisciplineHeavy,
        Self::Administrative,
        Self::Criminal,
    ];

    /// The name under which law files speak of it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Principle => "principle",
            Self::Ethics => "ethics",
            Self::Unmapped => "unmapped",
            Self::DisciplineLight => "discipline_light",
            Self::DisciplineMedium => "discipline_medium",
            Self::DisciplineHeavy => "discipline_heavy",
            Self::Administrative => "administrative",
            Self::Criminal => "criminal",
        }
    }

    /// Whether it is a degree of a disciplinary sanction.
    #[must_use]
    pub const fn is_discipline(self) -> bool {
        matches!(self, Self::DisciplineLight | Self::DisciplineMedium | Self::DisciplineHeavy)
    }

    pub(crate) const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// For what a norm rests on a provision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// For what it says.
    Norm,
    /// For what follows.
    Sanction,
}

/// A provision on which a norm rests.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NormBasis {
    /// The id of the instrument.
    pub instrument: String,
    /// The id of the provision within it.
    pub provision: String,
    /// For what.
    pub part: Part,
}

/// Facts under which a norm does not apply although it would.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Exception {
    /// Why, in words.
    pub because: Text,
    /// The facts.
    #[serde(flatten)]
    pub limits: Limits,
}

/// That a fact decides the category.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Degree {
    /// The facts; the first entry whose facts hold decides.
    #[serde(rename = "where")]
    pub limits: Limits,
    /// The category that then holds.
    pub category: NormCategory,
    /// The provisions that say so.
    #[serde(default)]
    pub basis: Vec<NormBasis>,
    /// Ids of penalties beyond those of the category.
    #[serde(default)]
    pub penalties: Vec<String>,
}

/// What one reading of a dispute means for a norm.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NormReading {
    /// `a` for the first reading of the dispute, `b` for the second, and so on.
    pub reading: String,
    /// What has to hold too under this reading.
    #[serde(rename = "where", default)]
    pub limits: Limits,
    /// That under this reading the norm does not apply at all.
    #[serde(default)]
    pub never: bool,
    /// The category under this reading, where it differs.
    #[serde(default)]
    pub category: Option<NormCategory>,
    /// Ids of penalties under this reading beyond those of the category.
    #[serde(default)]
    pub penalties: Vec<String>,
}

/// A disputed point that touches a norm: the readings stand in the instrument.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NormDispute {
    /// The id of the instrument.
    pub instrument: String,
    /// The id of the dispute within it.
    pub dispute: String,
    /// One entry for each of its readings, in their order.
    pub readings: Vec<NormReading>,
}

/// What an example expects of its norm.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Expected {
    /// It applies under every reading.
    Applies,
    /// It does not apply under any.
    DoesNotApply,
    /// It applies under some readings only.
    Disputed,
    /// Facts that are missing decide.
    Open,
}

/// Facts and what the norm says of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// What happens, in words.
    pub case: Text,
    /// On which day.
    #[serde(deserialize_with = "day::required")]
    #[schemars(with = "day::Written")]
    pub on: Date,
    /// What is known.
    pub facts: crate::inquiry::Answers,
    /// What the norm says.
    pub expect: Expected,
    /// The category that the norm then has.
    #[serde(default)]
    pub category: Option<NormCategory>,
}

/// One norm.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// Stable, such as `PP94-5N1`.
    pub id: String,
    /// A short name.
    pub title: Text,
    /// What it does.
    pub kind: NormKind,
    /// Into which class a breach falls; absent for permissions, procedures and powers.
    #[serde(default)]
    pub category: Option<NormCategory>,
    /// The first day of force, where it is known.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub from: Option<Date>,
    /// The last day of force.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub to: Option<Date>,
    /// Whether it also reaches acts before its first day; its facts then say which.
    #[serde(default)]
    pub reaches_back: bool,
    /// The provisions on which it rests.
    pub basis: Vec<NormBasis>,
    /// Ids of penalties beyond those of its category.
    #[serde(default)]
    pub penalties: Vec<String>,
    /// How far it was checked against its sources.
    pub certainty: Certainty,
    /// What a reader has to know.
    #[serde(default)]
    pub note: Option<Text>,
    /// Why it is not matched against acts, and where it went instead.
    #[serde(default)]
    pub not_an_act: Option<Text>,
    /// The facts on which it rests: any of these tables, each with all of its limits.
    #[serde(default)]
    pub when: Vec<Limits>,
    /// Facts under which it does not apply.
    #[serde(default, rename = "except")]
    pub exceptions: Vec<Exception>,
    /// Facts that decide the category.
    #[serde(default)]
    pub degrees: Vec<Degree>,
    /// Points on which readings differ.
    #[serde(default)]
    pub disputes: Vec<NormDispute>,
    /// Facts and what it says of them.
    #[serde(default)]
    pub examples: Vec<Example>,
}

impl Norm {
    /// Whether it applies to acts of this day, as far as dates decide. An unknown first or last day excludes nothing.
    #[must_use]
    pub fn reaches(&self, date: Date) -> bool {
        (self.reaches_back || self.from.is_none_or(|from| from <= date)) && self.to.is_none_or(|to| date <= to)
    }
}

#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NormsFile {
    pub(crate) norms: Vec<Norm>,
}
