//! Where a draft departs from the law above it, in words.

mod norms;

pub use norms::norm_link;

use crate::Page;
use crate::public::{RuleLink, provision_link, rule_link, tied, topic};
use ::norms::{Catalogue, StageKind};
use base::Date;
use domain::category::Category;
use domain::circular::departure::{Article, Departure, departures};
use domain::circular::{Addressees, Body};
use i18n::{Language, Messages, format};

/// One thing to look at.
pub struct Warning {
    /// What does not fit, and how to mend it.
    pub text: String,
    /// What links lead to; empty where there are none.
    pub lead: String,
    /// The articles.
    pub links: Vec<RuleLink>,
}

/// What whoever drafts or signs is told.
#[derive(Default)]
pub struct Warnings {
    /// About the letter as a whole, and what is plainly wrong in a provision.
    pub first: Vec<Warning>,
    /// Provisions that go further than the cited law.
    pub wider: Vec<Warning>,
    /// Where sources disagree.
    pub disputed: Vec<Warning>,
}

impl Warnings {
    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty() && self.wider.is_empty() && self.disputed.is_empty()
    }
}

/// The warnings for a letter that would be dated `today`, by the law as it stands for its institution.
pub fn of(law: &Catalogue, page: &Page, body: &Body, to: &Addressees, today: Date) -> Warnings {
    let words = Words { law, t: page.t, language: page.language };
    let mut warnings = Warnings::default();
    for departure in departures(law, body, to, today) {
        let list = match &departure {
            Departure::Wider { is_all: false, .. } => &mut warnings.wider,
            Departure::Disputed { .. } | Departure::SanctionDisputed { .. } | Departure::NormDisputed { .. } => {
                &mut warnings.disputed
            }
            _ => &mut warnings.first,
        };
        list.push(words.of(departure));
    }
    warnings
}

struct Words<'a> {
    law: &'a Catalogue,
    t: &'a Messages,
    language: Language,
}

impl Words<'_> {
    fn of(&self, departure: Departure) -> Warning {
        let t = self.t;
        let plain = |text: String| Warning { text, lead: String::new(), links: Vec::new() };
        if let Some(warning) = self.of_norms(&departure) {
            return warning;
        }
        match departure {
            Departure::Ended { basis, last, replaced_by } => {
                let next: Vec<RuleLink> = replaced_by.iter().filter_map(|id| self.rule(id)).collect();
                let lead = if next.is_empty() { String::new() } else { t.departure_replaced() };
                let links = if next.is_empty() { self.rule(&basis).into_iter().collect() } else { next };
                Warning { text: t.departure_ended(self.cited(&basis), self.date(last)), lead, links }
            }
            Departure::NotBegun { basis, first } => {
                let text = t.departure_not_begun(self.cited(&basis), self.date(first));
                Warning { links: self.rule(&basis).into_iter().collect(), ..plain(text) }
            }
            Departure::Disputed { basis, dispute } => {
                let text = t.departure_disputed(self.cited(&basis), self.matter(&basis, &dispute));
                Warning { links: self.rule(&basis).into_iter().collect(), ..plain(text) }
            }
            Departure::Unbound(categories) => plain(t.departure_unbound(self.people(&categories))),
            Departure::Untold { provision } => plain(t.departure_untold(provision.to_string())),
            Departure::Wider { provision, topics, categories, is_all, could } => {
                let topics: Vec<String> = topics.into_iter().map(|it| topic(t, it).to_lowercase()).collect();
                let (number, topics) = (provision.to_string(), topics.join(", "));
                let people = self.people(&categories);
                let text = if is_all {
                    t.departure_without_basis(number, topics)
                } else {
                    t.departure_wider(number, topics, people)
                };
                let lead = if could.is_empty() { t.departure_nothing_known() } else { t.departure_could() };
                Warning { text, lead, links: self.articles(&could) }
            }
            Departure::Sanction { provision, sanction, categories, known_to } => {
                let found = self.law.sanctions().iter().find(|it| it.id == sanction);
                let name = found.map_or("", |it| it.name.in_language(self.language)).to_owned();
                let number = provision.to_string();
                match found.and_then(|it| it.instead.as_ref()) {
                    Some(instead) => plain(t.departure_word(number, name, instead.in_language(self.language))),
                    None => Warning {
                        text: t.departure_sanction(number, name, self.people(&categories)),
                        lead: t.departure_sanction_known(),
                        links: self.articles(&known_to),
                    },
                }
            }
            Departure::SanctionDisputed { provision, article, dispute, .. } => {
                let matter = self.matter(&article.instrument, &dispute);
                let text = t.departure_sanction_disputed(provision.to_string(), matter);
                Warning { links: self.articles(&[article]), ..plain(text) }
            }
            Departure::ElectionOver { election, voted } => {
                plain(t.departure_election_over(self.election(&election), self.date(voted)))
            }
            Departure::OutsideStage { provision, day, election, stage, span: (from, to) } => {
                let stage = self.stage(&election, stage);
                let (day, from, to) = (self.date(day), self.date(from), self.date(to));
                plain(t.departure_outside(provision.to_string(), day, self.election(&election), stage, from, to))
            }
            // Put into words above.
            Departure::SaysLess { .. }
            | Departure::SaysMore { .. }
            | Departure::TiedToOthers { .. }
            | Departure::LeftOut { .. }
            | Departure::NormEnded { .. }
            | Departure::NormNotBegun { .. }
            | Departure::NormDisputed { .. } => plain(String::new()),
        }
    }

    fn cited(&self, id: &str) -> String {
        let found = self.law.instrument(id);
        tied(found.map_or(id, |it| it.citation.in_language(self.language)))
    }

    fn rule(&self, id: &str) -> Option<RuleLink> {
        Some(rule_link(self.law, self.language, self.law.instrument(id)?))
    }

    fn articles(&self, articles: &[Article]) -> Vec<RuleLink> {
        let link = |it: &Article| {
            let instrument = self.law.instrument(&it.instrument)?;
            Some(provision_link(self.law, self.language, instrument, instrument.provision(&it.provision)?))
        };
        articles.iter().filter_map(link).collect()
    }

    fn matter(&self, instrument: &str, dispute: &str) -> String {
        self.law.dispute(instrument, dispute).map_or("", |it| it.matter.in_language(self.language)).to_owned()
    }

    fn people(&self, categories: &[Category]) -> String {
        i18n::categories(self.t, categories.iter().map(|it| it.code()))
    }

    fn date(&self, day: base::Date) -> String {
        format::date(self.language, day)
    }

    fn election(&self, id: &str) -> String {
        self.law.election(id).map_or(id, |it| it.name.in_language(self.language)).to_owned()
    }

    fn stage(&self, election: &str, kind: StageKind) -> String {
        let found = self.law.election(election).and_then(|it| it.held(kind).next());
        found.map_or("", |it| it.name.in_language(self.language)).to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::provision::Provision;

    /// Every kind of warning as it is read, in both languages: the arguments of a sentence are all texts, and only reading
    /// it tells whether they stand in their places.
    #[test]
    fn every_warning_reads_well() {
        let law = Catalogue::embedded().unwrap();
        let provisions = [
            "PNS, PPPK, dan kepala desa membuka media sosial dengan bijak.",
            "PNS tidak memberi surat dukungan dengan KTP.",
            "Surat ini ditempel.",
            "PPPK tidak memihak; pelanggar dikenai pemotongan tunjangan kinerja atau dipecat.",
            "PNS tidak memihak; pelanggar dikenai pemotongan tunjangan kinerja. Masa kampanye dimulai 20 September 2024.",
        ];
        let body = Body {
            election: "Pilkada 2024".to_owned(),
            bases: ["uu-2014-5", "uu-2014-6", "uu-2023-20", "pp-2004-42", "se-menpanrb-2024-4"]
                .map(str::to_owned)
                .to_vec(),
            provisions: provisions.map(Provision::proposed).to_vec(),
            ..Body::default()
        };
        let categories = vec![Category::Pns, Category::Pppk, Category::VillageHead, Category::NonAsn];
        let to = Addressees { categories, ..Addressees::default() };
        let day = |text| base::parse_iso_date(text).unwrap();
        let cites_discipline = Body { bases: vec!["uu-2023-20".to_owned(), "pp-2021-94".to_owned()], ..body.clone() };
        let mut read = String::new();
        for language in [Language::Indonesian, Language::English] {
            let words = Words { law: &law, t: i18n::messages(language), language };
            let early = departures(&law, &body, &to, day("2023-11-01"));
            let late = departures(&law, &cites_discipline, &to, day("2026-11-22"));
            for departure in early.into_iter().chain(late) {
                let Warning { text, lead, links } = words.of(departure);
                let links: Vec<String> = links
                    .into_iter()
                    .map(|it| format!("[{}]({})", format!("{} {}", it.text, it.article.text).trim_end(), it.href))
                    .collect();
                let line = format!("{text} {lead} {}", links.join(", ")).replace('\u{a0}', " ");
                read.push_str(line.trim_end());
                read.push('\n');
            }
            read.push('\n');
        }
        insta::assert_snapshot!(read);
    }
}
