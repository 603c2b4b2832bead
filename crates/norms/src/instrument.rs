//! Laws, regulations, decrees and circulars, and the provisions in them that matter for neutrality.

use crate::{
    day,
    language::Text,
    relation::{Amendment, Relation, Replacement, Review},
    source::{Certainty, Source},
    subject::{Addressees, Topic},
};
use base::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The kind of an instrument, highest rank first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum InstrumentKind {
    /// Undang-undang.
    Law,
    /// Putusan Mahkamah Konstitusi, by which a law is read.
    CourtDecision,
    /// Peraturan pemerintah.
    GovernmentRegulation,
    /// Peraturan presiden.
    PresidentialRegulation,
    /// Peraturan KPU.
    ElectionCommissionRegulation,
    /// Peraturan menteri, and peraturan of another agency or lembaga such as BKN.
    AgencyRegulation,
    /// Keputusan bersama.
    JointDecree,
    /// Surat edaran.
    Circular,
    /// Surat dinas: an official letter that answers or reminds.
    Letter,
    /// Pedoman: guidance on how something is done, without the form of a regulation.
    Guideline,
    /// Pernyataan: what an official said in public.
    Statement,
    /// Directives of a leader that may lack number and date.
    Directive,
    /// A pledge or an integrity pact taken together, as it is reported.
    PledgeAssembly,
}

impl InstrumentKind {
    /// Whether a circular can rest on it. What is no regulation, decree, decision or circular informs, and binds nobody.
    #[must_use]
    pub const fn is_basis(self) -> bool {
        match self {
            Self::Law
            | Self::CourtDecision
            | Self::GovernmentRegulation
            | Self::PresidentialRegulation
            | Self::ElectionCommissionRegulation
            | Self::AgencyRegulation
            | Self::JointDecree
            | Self::Circular => true,
            Self::Letter | Self::Guideline | Self::Statement | Self::Directive | Self::PledgeAssembly => false,
        }
    }
}

/// How exactly the date of an instrument is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DatePrecision {
    /// `date` is the day.
    Day,
    /// No source gives the date; `date` is absent and a note says so.
    Unknown,
    /// Sources give different days; `date` is absent and a dispute tells each of them.
    Disputed,
}

/// In which capacity somebody holds the office they sign for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// The regular holder; also when the source names the office without any other capacity.
    Definitive,
    /// Pelaksana tugas.
    Plt,
    /// Pelaksana harian.
    Plh,
    /// Penjabat.
    Pj,
    /// Penjabat sementara.
    Pjs,
}

/// Who signed an instrument, gave the directives or led the assembly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Signatory {
    /// The name as the source writes it.
    pub name: String,
    /// The office, without the capacity.
    pub office: Text,
    /// In which capacity.
    pub capacity: Capacity,
}

/// The number that one issuer gave. A joint decree has one for each issuer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// An institution's short name or a body's id.
    pub issuer: String,
    /// As written on the instrument.
    pub number: String,
}

/// Since when and until when an instrument has force. An absent end is open, unless it has ended on a day that no source
/// gives; an absent start is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// The first day in force.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub from: Option<Date>,
    /// The last day in force.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub to: Option<Date>,
    /// Whether it has ended on a day that no source gives.
    #[serde(default)]
    pub ended: bool,
}

/// An addressable part of an instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Provision {
    /// Unique within the instrument.
    pub id: String,
    /// Article, paragraph and letter as they stand, such as `Pasal 5 huruf n angka 4`; empty when it has none.
    pub number: String,
    /// What it says, in our own words.
    pub text: Text,
    /// Whom it binds or concerns.
    pub addressees: Addressees,
    /// Ids in the catalogue of norms.
    #[serde(default)]
    pub norms: Vec<String>,
    /// What it is about.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// How far wording and number were checked.
    pub certainty: Certainty,
    /// The key of the source.
    pub source: String,
    /// What a reader has to know beside the text.
    #[serde(default)]
    pub note: Option<Text>,
}

/// One reading of a disputed point.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The reading.
    pub text: Text,
    /// What supports it.
    pub support: Text,
    /// The day that it stands for, in a dispute about a day.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub day: Option<Date>,
}

/// A point on which texts or sources disagree. All readings are kept; software never chooses silently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dispute {
    /// Unique within the instrument.
    pub id: String,
    /// What is disputed.
    pub matter: Text,
    /// At least two readings.
    pub readings: Vec<Reading>,
    /// How the system treats the point until it is settled.
    pub treatment: Text,
    /// The provisions of the same instrument that it touches; empty when it touches the instrument as a whole.
    #[serde(default)]
    pub provisions: Vec<String>,
}

/// A law, regulation, decree, circular or directive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// The name of its file and the way others refer to it.
    pub id: String,
    /// Law, regulation, circular and so on.
    pub kind: InstrumentKind,
    /// The short form used when citing it, such as `PP 94/2021`.
    pub citation: Text,
    /// Title or subject.
    pub title: Text,
    /// Whether the title is our own description, because no source gives the official one.
    #[serde(default)]
    pub described: bool,
    /// Institutions (short names) and national bodies (ids) that issued it.
    pub issuers: Vec<String>,
    /// Numbers; empty when it has none or none is known.
    #[serde(default)]
    pub numbers: Vec<Number>,
    /// The date of the instrument, when a source gives it.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub date: Option<Date>,
    /// Whether the date is known.
    pub date_precision: DatePrecision,
    /// The day on which the source reports it, when that is all that is known.
    #[serde(default, deserialize_with = "day::optional")]
    #[schemars(with = "Option<day::Written>")]
    pub reported_on: Option<Date>,
    /// Who signed it, gave it or led it, as far as the sources say.
    #[serde(default)]
    pub signatories: Vec<Signatory>,
    /// Whom it addresses.
    pub addressees: Addressees,
    /// Since when and until when.
    #[serde(default)]
    pub in_force: InForce,
    /// What it changes.
    #[serde(default)]
    pub amends: Vec<Amendment>,
    /// What it takes the place of.
    #[serde(default)]
    pub replaces: Vec<Replacement>,
    /// What it tested against the constitution.
    #[serde(default)]
    pub reviews: Vec<Review>,
    /// Elections it concerns; empty when it concerns every election.
    #[serde(default)]
    pub elections: Vec<String>,
    /// The parts that matter for neutrality.
    #[serde(default)]
    pub provisions: Vec<Provision>,
    /// Where all this was read.
    pub sources: Vec<Source>,
    /// Points on which readings differ.
    #[serde(default)]
    pub disputes: Vec<Dispute>,
    /// What a reader has to know.
    #[serde(default)]
    pub notes: Vec<Text>,
}

impl Instrument {
    /// Whether the instrument has force on `date`; `None` when its start is not known, or its end is not although it has
    /// one.
    #[must_use]
    pub fn in_force_on(&self, date: Date) -> Option<bool> {
        if self.in_force.to.is_some_and(|to| date > to) {
            return Some(false);
        }
        let begun = self.in_force.from.map(|from| from <= date);
        if self.in_force.ended && begun == Some(true) { None } else { begun }
    }

    /// Whether a circular can be offered to rest on it: it is of a kind that binds, and not gone since an unknown day.
    #[must_use]
    pub const fn is_offered(&self) -> bool {
        self.kind.is_basis() && !self.in_force.ended
    }

    /// What it does to other instruments, each with its place in the list of its kind.
    pub fn relations(&self) -> impl Iterator<Item = (usize, Relation<'_>)> {
        let amends = self.amends.iter().map(Relation::Amends).enumerate();
        let replaces = self.replaces.iter().map(Relation::Replaces).enumerate();
        amends.chain(replaces).chain(self.reviews.iter().map(Relation::Reviews).enumerate())
    }

    /// Its place in a list of legal bases: by kind, the highest first, then by year and day. The year of one without a
    /// date is the last number of its citation, as in `PKPU 3/2022`.
    #[must_use]
    pub fn rank(&self) -> (InstrumentKind, i32, Option<Date>, &str) {
        let numbers = self.citation.id.split(|c: char| !c.is_ascii_digit());
        let cited = || numbers.filter_map(|it| it.parse().ok()).next_back().unwrap_or(i32::MAX);
        (self.kind, self.date.map_or_else(cited, Date::year), self.date, &self.id)
    }

    /// The provision with this id.
    #[must_use]
    pub fn provision(&self, id: &str) -> Option<&Provision> {
        self.provisions.iter().find(|provision| provision.id == id)
    }

    /// The disputes that touch this provision, or the instrument as a whole.
    pub fn disputes_on<'a>(&'a self, provision: &'a str) -> impl Iterator<Item = &'a Dispute> + 'a {
        self.disputes
            .iter()
            .filter(move |dispute| dispute.provisions.is_empty() || dispute.provisions.iter().any(|id| id == provision))
    }
}
