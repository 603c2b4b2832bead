//! From text to entries: parsing one file, and finding texts that lack a language.

use crate::{
    consequence::Consequences,
    decided::{CasesFile, DecidedCase},
    election::Election,
    error::LoadError,
    holiday::HolidayYear,
    institution::{Body, Institution},
    instrument::Instrument,
    norm::{Norm, NormsFile},
    pledge::PledgeTexts,
    problem::Problem,
    question::Question,
    sanction::Sanction,
    situation::{Situation, SituationsFile},
    template::Template,
    vocabulary::{ActsFile, ElementsFile},
};
use schemars::JsonSchema;
use serde::{Deserialize, de::DeserializeOwned};
use toml::Value;

/// An entry together with the file it stands in.
#[derive(Debug, Clone)]
pub(crate) struct Filed<T> {
    pub(crate) file: String,
    pub(crate) entry: T,
}

/// Everything that was read, before it is checked.
#[derive(Debug, Default)]
pub(crate) struct Files {
    pub(crate) institutions: Vec<Filed<Institution>>,
    pub(crate) bodies: Vec<Filed<Body>>,
    pub(crate) instruments: Vec<Filed<Instrument>>,
    pub(crate) elections: Vec<Filed<Election>>,
    pub(crate) holidays: Vec<Filed<HolidayYear>>,
    pub(crate) questions: Vec<Filed<Question>>,
    pub(crate) templates: Vec<Filed<Template>>,
    pub(crate) sanctions: Vec<Filed<Sanction>>,
    pub(crate) pledge: Option<Filed<PledgeTexts>>,
    pub(crate) elements: Option<ElementsFile>,
    pub(crate) acts: Option<ActsFile>,
    pub(crate) consequences: Option<Filed<Consequences>>,
    pub(crate) norms: Vec<Filed<Norm>>,
    pub(crate) situations: Vec<Filed<Situation>>,
    pub(crate) cases: Vec<Filed<DecidedCase>>,
}

/// The files of which there is exactly one.
#[derive(Debug)]
pub(crate) struct Singles {
    pub(crate) pledge: Filed<PledgeTexts>,
    pub(crate) elements: ElementsFile,
    pub(crate) acts: ActsFile,
    pub(crate) consequences: Filed<Consequences>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bodies {
    bodies: Vec<Body>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sanctions {
    sanctions: Vec<Sanction>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Questions {
    questions: Vec<Question>,
}

impl Files {
    /// Reads one file into the list its folder stands for.
    pub(crate) fn read(&mut self, file: &str, text: &str) -> Result<(), Vec<LoadError>> {
        let filed = |file: &str| file.to_owned();
        match file.split_once('/') {
            None if file == "bodies.toml" => {
                let Bodies { bodies } = parse(file, text)?;
                self.bodies.extend(bodies.into_iter().map(|entry| Filed { file: filed(file), entry }));
            }
            None if file == "sanctions.toml" => {
                let Sanctions { sanctions } = parse(file, text)?;
                self.sanctions.extend(sanctions.into_iter().map(|entry| Filed { file: filed(file), entry }));
            }
            None if file == "pledge.toml" => {
                self.pledge = Some(Filed { file: filed(file), entry: parse(file, text)? });
            }
            None if file == "elements.toml" => self.elements = Some(parse(file, text)?),
            None if file == "acts.toml" => self.acts = Some(parse(file, text)?),
            None if file == "consequences.toml" => {
                self.consequences = Some(Filed { file: filed(file), entry: parse(file, text)? });
            }
            None if file == "cases.toml" => {
                let CasesFile { cases } = parse(file, text)?;
                self.cases.extend(cases.into_iter().map(|entry| Filed { file: filed(file), entry }));
            }
            Some(("situations", _)) => {
                let SituationsFile { situations } = parse(file, text)?;
                self.situations.extend(situations.into_iter().map(|entry| Filed { file: filed(file), entry }));
            }
            Some(("norms", _)) => {
                let NormsFile { norms } = parse(file, text)?;
                self.norms.extend(norms.into_iter().map(|entry| Filed { file: filed(file), entry }));
            }
            Some(("institutions", _)) => {
                self.institutions.push(Filed { file: filed(file), entry: parse(file, text)? });
            }
            Some(("instruments", _)) => {
                self.instruments.push(Filed { file: filed(file), entry: parse(file, text)? });
            }
            Some(("elections", _)) => self.elections.push(Filed { file: filed(file), entry: parse(file, text)? }),
            Some(("templates", _)) => self.templates.push(Filed { file: filed(file), entry: parse(file, text)? }),
            Some(("holidays", _)) => self.holidays.push(Filed { file: filed(file), entry: parse(file, text)? }),
            Some(("questions", _)) => {
                let Questions { questions } = parse(file, text)?;
                self.questions.extend(questions.into_iter().map(|entry| Filed { file: filed(file), entry }));
            }
            _ => return Err(vec![LoadError::new(file, "", Problem::UnknownPlace)]),
        }
        Ok(())
    }

    /// The files of which there is exactly one.
    pub(crate) fn singles(&mut self) -> Result<Singles, Vec<LoadError>> {
        let mut missing = Vec::new();
        let mut is_there = |there: bool, file: &str| {
            if !there {
                missing.push(LoadError::new(file, "", Problem::MissingFile));
            }
        };
        is_there(self.pledge.is_some(), "pledge.toml");
        is_there(self.elements.is_some(), "elements.toml");
        is_there(self.acts.is_some(), "acts.toml");
        is_there(self.consequences.is_some(), "consequences.toml");
        match (self.pledge.take(), self.elements.take(), self.acts.take(), self.consequences.take()) {
            (Some(pledge), Some(elements), Some(acts), Some(consequences)) => {
                Ok(Singles { pledge, elements, acts, consequences })
            }
            _ => Err(missing),
        }
    }

    /// The instrument with this id.
    pub(crate) fn instrument(&self, id: &str) -> Option<&Instrument> {
        self.instruments.iter().map(|filed| &filed.entry).find(|it| it.id == id)
    }
}

fn parse<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Vec<LoadError>> {
    let syntax = |error: &toml::de::Error| {
        let start = error.span().map_or(0, |span| span.start);
        let line = text.bytes().take(start).filter(|byte| *byte == b'\n').count() + 1;
        vec![LoadError::new(file, format!("line {line}"), Problem::Syntax(error.message().to_owned()))]
    };
    let table: toml::Table = text.parse().map_err(|error| syntax(&error))?;
    // Texts are looked at first: "the translation is missing" helps more than "missing field `en`".
    let mut gaps = Vec::new();
    missing_translations(file, "", &Value::Table(table), &mut gaps);
    if !gaps.is_empty() {
        return Err(gaps);
    }
    toml::from_str(text).map_err(|error| syntax(&error))
}

/// A table whose only keys are `id` and `en` is a text; it needs both, and neither may be blank.
fn missing_translations(file: &str, key: &str, value: &Value, gaps: &mut Vec<LoadError>) {
    match value {
        Value::Table(table) => {
            let is_text = !table.is_empty() && table.keys().all(|name| name == "id" || name == "en");
            for (name, inner) in table {
                let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
                if is_text && inner.as_str().is_some_and(|text| text.trim().is_empty()) {
                    gaps.push(LoadError::new(file, key, Problem::MissingTranslation));
                } else {
                    missing_translations(file, &key, inner, gaps);
                }
            }
            if is_text {
                for name in ["id", "en"].into_iter().filter(|name| !table.contains_key(*name)) {
                    gaps.push(LoadError::new(file, format!("{key}.{name}"), Problem::MissingTranslation));
                }
            }
        }
        Value::Array(entries) => {
            for (index, inner) in entries.iter().enumerate() {
                missing_translations(file, &format!("{key}[{index}]"), inner, gaps);
            }
        }
        _ => {}
    }
}
