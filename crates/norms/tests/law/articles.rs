//! The five articles from which the requirements come: every sentence leads to its norms, and facts of what it tells meet them.

use crate::catalogue;
use base::parse_iso_date;
use norms::{Answers, Holding, Inquiry};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Articles {
    sentences: Vec<Sentence>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sentence {
    article: String,
    number: u32,
    /// The norms to which it leads.
    norms: Vec<String>,
    on: Option<toml::value::Datetime>,
    #[serde(default)]
    acts: Vec<String>,
    #[serde(default)]
    facts: Answers,
    /// Those of them that the facts have to meet.
    #[serde(default)]
    matched: Vec<String>,
}

#[test]
fn every_sentence_of_the_articles_leads_to_its_norms() {
    let law = catalogue();
    let articles: Articles = toml::from_str(include_str!("articles.toml")).unwrap();
    assert!(articles.sentences.len() > 35);
    let mut told = 0;
    for sentence in &articles.sentences {
        let name = format!("{} sentence {}", sentence.article, sentence.number);
        for id in sentence.norms.iter().chain(&sentence.matched) {
            assert!(law.law().norm(id).is_some(), "{name}: no norm {id}");
        }
        let Some(on) = sentence.on else { continue };
        told += 1;
        let inquiry = Inquiry {
            on: parse_iso_date(&on.to_string()).unwrap(),
            election: None,
            acts: sentence.acts.clone(),
            facts: sentence.facts.clone(),
        };
        let assessment = law.assess(&inquiry).unwrap_or_else(|fault| panic!("{name}: {fault:?}"));
        let found: Vec<&str> = assessment
            .matches
            .iter()
            .filter(|it| it.holding() != Holding::Open)
            .map(|it| it.norm(law.law()).id.as_str())
            .collect();
        for id in &sentence.matched {
            assert!(found.contains(&id.as_str()), "{name}: {id} is not among {found:?}");
        }
    }
    assert!(told >= 25, "facts for {told} sentences only");
}
