//! What somebody asks the engine: an act on a day, and what is known of it, as ids.

use crate::{
    assess::Assessment,
    catalogue::Catalogue,
    election::Election,
    facts::{Contradiction, Facts},
    law::Law,
    vocabulary::{ACT, Limits, Unsayable},
};
use base::{Date, Language, parse_iso_date};
use schemars::JsonSchema;
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{MapAccess, SeqAccess, Visitor, value::SeqAccessDeserializer},
};
use std::{
    collections::BTreeMap,
    fmt::{self, Formatter},
};

/// What is known, by the id of the element: one answer, or some of which one is so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Answers(#[schemars(with = "BTreeMap<String, OneOrSome>")] pub Limits);

/// One id, or several.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum OneOrSome {
    One(String),
    Some(Vec<String>),
}

impl OneOrSome {
    fn all(self) -> Vec<String> {
        match self {
            Self::One(one) => vec![one],
            Self::Some(some) => some,
        }
    }
}

impl<'de> Deserialize<'de> for OneOrSome {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Ids;

        impl<'de> Visitor<'de> for Ids {
            type Value = OneOrSome;

            fn expecting(&self, out: &mut Formatter<'_>) -> fmt::Result {
                out.write_str("an id, or a list of ids")
            }

            fn visit_str<E>(self, id: &str) -> Result<OneOrSome, E> {
                Ok(OneOrSome::One(id.to_owned()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<OneOrSome, A::Error> {
                Deserialize::deserialize(SeqAccessDeserializer::new(list)).map(OneOrSome::Some)
            }
        }

        deserializer.deserialize_any(Ids)
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Elements;

        impl<'de> Visitor<'de> for Elements {
            type Value = Answers;

            fn expecting(&self, out: &mut Formatter<'_>) -> fmt::Result {
                out.write_str("elements with their answers")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answers, A::Error> {
                let mut known = Limits::new();
                while let Some((element, answers)) = map.next_entry::<String, OneOrSome>()? {
                    known.insert(element, answers.all());
                }
                Ok(Answers(known))
            }
        }

        deserializer.deserialize_map(Elements)
    }
}

/// An act, or several of one occasion, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inquiry {
    /// The day of the act.
    pub on: Date,
    /// The id of the election that it concerns; the stage follows from its calendar.
    pub election: Option<String>,
    /// What was done. With several, the other facts hold for each of them.
    pub acts: Vec<String>,
    /// What is known beside the act.
    pub facts: Answers,
}

/// An inquiry as somebody writes it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrittenInquiry {
    /// The writer's own name for it, which comes back with the answer.
    #[serde(default)]
    pub id: Option<String>,
    /// The day of the act, as in `2024-10-10`; another one stands in when it is absent.
    #[serde(default)]
    pub on: Option<String>,
    /// The id of the election.
    #[serde(default)]
    pub election: Option<String>,
    /// What was done: one id, or several.
    #[serde(default, alias = "act")]
    pub acts: Acts,
    /// What is known beside the act.
    #[serde(default)]
    pub facts: Answers,
}

/// One id of an act, or several.
#[derive(Debug, Clone, Default, PartialEq, Eq, JsonSchema)]
#[serde(transparent)]
pub struct Acts(#[schemars(with = "OneOrSome")] pub Vec<String>);

impl<'de> Deserialize<'de> for Acts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        OneOrSome::deserialize(deserializer).map(|ids| Self(ids.all()))
    }
}

impl WrittenInquiry {
    /// The inquiry, about `today` where it names no day.
    ///
    /// # Errors
    /// [`InquiryFault::Day`] when the day is none.
    pub fn about(self, today: Date) -> Result<Inquiry, InquiryFault> {
        let on = match self.on {
            None => today,
            Some(written) => parse_iso_date(&written).map_err(|_| InquiryFault::Day(written))?,
        };
        Ok(Inquiry { on, election: self.election, acts: self.acts.0, facts: self.facts })
    }
}

/// Why an inquiry cannot be assessed as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InquiryFault {
    /// No act is given.
    NoAct,
    /// No element has this id.
    Element(String),
    /// The element (first) has no answer with this id (second); it has these.
    Answer(String, String, Vec<String>),
    /// This is no day.
    Day(String),
    /// The act with this id does not exist.
    Act(String),
    /// Nothing is left that the element could be: answers, the day and the election exclude each other.
    Contradiction(String),
    /// No election on file has this id; there are these.
    Election(String, Vec<String>),
}

impl InquiryFault {
    /// The field of the inquiry to which it belongs.
    #[must_use]
    pub fn field(&self) -> String {
        match self {
            Self::Day(_) => "on".to_owned(),
            Self::NoAct | Self::Act(_) => "acts".to_owned(),
            Self::Element(id) | Self::Answer(id, ..) | Self::Contradiction(id) => format!("facts.{id}"),
            Self::Election(..) => "election".to_owned(),
        }
    }

    /// What is wrong and how to mend it.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let indonesian = language == Language::Indonesian;
        match self {
            Self::NoAct if indonesian => {
                "Perbuatannya belum disebut. Isi `acts` dengan paling sedikit satu id perbuatan.".into()
            }
            Self::NoAct => "No act is given. Put at least one id of an act into `acts`.".into(),
            Self::Day(written) if indonesian => format!("`{written}` bukan tanggal. Tulis seperti 2024-10-10."),
            Self::Day(written) => format!("`{written}` is no day. Write it as in 2024-10-10."),
            Self::Act(id) if indonesian => {
                format!("Perbuatan `{id}` tidak dikenal. `netral law acts` menampilkan semua id.")
            }
            Self::Act(id) => format!("There is no act `{id}`. `netral law acts` lists all ids."),
            Self::Element(id) if indonesian => {
                format!("Unsur `{id}` tidak dikenal. `netral law elements` menampilkan semua id.")
            }
            Self::Element(id) => format!("There is no element `{id}`. `netral law elements` lists all ids."),
            Self::Answer(element, id, known) if indonesian => {
                format!("Unsur `{element}` tidak memiliki jawaban `{id}`. Pakai salah satu: {}.", known.join(", "))
            }
            Self::Answer(element, id, known) => {
                format!("The element `{element}` has no answer `{id}`. Use one of: {}.", known.join(", "))
            }
            Self::Contradiction(element) if indonesian => format!(
                "Jawaban untuk `{element}` bertentangan dengan jawaban lain, tanggal, atau pemilihannya. Misalnya, sebelum \
                 penetapan orang itu masih bakal calon. Periksa keduanya."
            ),
            Self::Contradiction(element) => format!(
                "The answer to `{element}` contradicts another one, the day or the election. Before determination, for \
                 example, somebody is still a prospective candidate. Check both."
            ),
            Self::Election(id, known) if indonesian => {
                format!("Pemilihan `{id}` tidak ada. Pakai salah satu: {}.", known.join(", "))
            }
            Self::Election(id, known) => format!("There is no election `{id}`. Use one of: {}.", known.join(", ")),
        }
    }
}

impl Law {
    /// What these answers tell, with what follows from them.
    ///
    /// # Errors
    /// [`InquiryFault`] naming the id that does not exist, or the element for which nothing is left.
    pub fn facts(&self, answers: &Answers) -> Result<Facts, InquiryFault> {
        self.learn(Facts::default(), answers)
    }

    /// The same as `known`, and what these answers tell.
    ///
    /// # Errors
    /// As [`Law::facts`].
    pub fn learn(&self, known: Facts, answers: &Answers) -> Result<Facts, InquiryFault> {
        let vocabulary = self.vocabulary();
        let mut facts = known;
        for (element, ids) in &answers.0 {
            let (index, places) = vocabulary.limit(element, ids).map_err(|unsayable| match unsayable {
                Unsayable::Answer(element, id) => {
                    let known = vocabulary.index(&element).and_then(|index| vocabulary.element(index));
                    let known = known.map(|it| it.answers.iter().map(|answer| answer.id.clone()).collect());
                    InquiryFault::Answer(element, id, known.unwrap_or_default())
                }
                _ => InquiryFault::Element(element.clone()),
            })?;
            facts = facts.among(vocabulary.layout(), index, places).map_err(|fault| self.contradiction(fault))?;
        }
        vocabulary.settle(facts).map_err(|fault| self.contradiction(fault))
    }

    /// What follows from the day of the act.
    ///
    /// # Errors
    /// [`InquiryFault::Contradiction`] when that was ruled out.
    pub fn dated(&self, known: Facts, on: Date) -> Result<Facts, InquiryFault> {
        self.vocabulary().dated(known, on).map_err(|fault| self.contradiction(fault))
    }

    fn act(&self, known: Facts, act: &str) -> Result<Facts, InquiryFault> {
        let (index, places) = self.vocabulary().limit(ACT, &[act]).map_err(|_| InquiryFault::Act(act.to_owned()))?;
        let facts = known.among(self.vocabulary().layout(), index, places);
        facts.and_then(|facts| self.vocabulary().settle(facts)).map_err(|fault| self.contradiction(fault))
    }

    pub(crate) fn contradiction(&self, fault: Contradiction) -> InquiryFault {
        let element = self.vocabulary().element(fault.element);
        InquiryFault::Contradiction(element.map(|element| element.id.clone()).unwrap_or_default())
    }
}

impl Catalogue {
    /// What an inquiry tells, once for each of its acts.
    ///
    /// # Errors
    /// [`InquiryFault`] naming what does not exist, or what cannot be.
    pub fn told(&self, inquiry: &Inquiry) -> Result<Vec<Facts>, InquiryFault> {
        let law = self.law();
        let election = match &inquiry.election {
            None => None,
            Some(id) => {
                let known = |it: &&Election| it.kind.code_of_fact().is_some();
                let all = || self.elections().iter().filter(known).map(|it| it.id.clone()).collect();
                let found = self.election(id).filter(known);
                Some(found.ok_or_else(|| InquiryFault::Election(id.clone(), all()))?)
            }
        };
        if inquiry.acts.is_empty() {
            return Err(InquiryFault::NoAct);
        }
        let known = law.dated(law.facts(&inquiry.facts)?, inquiry.on)?;
        let placed = |act: &String| {
            let facts = law.act(known, act)?;
            election.map_or(Ok(facts), |election| law.placed(facts, election, inquiry.on))
        };
        inquiry.acts.iter().map(placed).collect()
    }

    /// What the law says of an inquiry.
    ///
    /// # Errors
    /// As [`Catalogue::told`].
    pub fn assess(&self, inquiry: &Inquiry) -> Result<Assessment, InquiryFault> {
        Ok(self.law().assess_all(&self.told(inquiry)?, inquiry.on))
    }
}
