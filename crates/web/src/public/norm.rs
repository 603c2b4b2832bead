//! One norm with everything that is on file about it.

use super::facts::{known, unknown};
use super::sheet::{Fact, Link, Origin};
use super::{norm_list, reported, words};
use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use base::Language;
use i18n::{Messages, format};
use norms::{
    Catalogue, Certainty, Expected, Limits, Norm, NormBasis, NormDispute, NormReading, Part, Reading as LawReading,
};
use service::Fault;

/// A question of fact and the answers that meet it.
type Said = (String, String);

/// A provision on which the norm rests.
struct Ground {
    part: String,
    link: Link,
    says: String,
    doubt: String,
    origins: Vec<Origin>,
}

/// A point on which readings differ.
struct Disputed {
    matter: String,
    readings: Vec<Read>,
    treatment: String,
}

/// A reading, what supports it, and what the norm says under it.
struct Read {
    text: String,
    support: String,
    means: String,
    limits: Vec<Said>,
}

/// Facts under which the category is another one.
struct Degreed {
    category: String,
    limits: Vec<Said>,
    bases: Vec<Link>,
}

#[derive(Template)]
#[template(path = "public/norm.html")]
struct NormPage {
    page: Page,
    kind: String,
    facts: Vec<Fact>,
    grounds: Vec<Ground>,
    /// Why it is not matched against acts; empty where it is.
    no_act: String,
    when: Vec<Vec<Said>>,
    exceptions: Vec<(String, Vec<Said>)>,
    degrees: Vec<Degreed>,
    disputes: Vec<Disputed>,
    /// Case, day and what the norm says of it.
    examples: Vec<(String, String, String)>,
    note: String,
}

struct Teller<'a> {
    law: &'a Catalogue,
    t: &'static Messages,
    language: Language,
}

pub async fn get(State(site): State<Site>, ask: Ask, Path(id): Path<String>) -> Result<Response, Problem> {
    let law = site.app.law();
    let (norm, _) = law.law().norm(&id).ok_or(Fault::NotFound)?;
    let page = ask.page(norm.title.in_language(ask.language));
    let teller = Teller { law, t: page.t, language: ask.language };
    let text = |text: &norms::Text| text.in_language(ask.language).to_owned();
    Ok(chrome::show(&NormPage {
        kind: words::norm_kind(page.t, norm.kind),
        facts: teller.facts(norm),
        grounds: norm.basis.iter().filter_map(|basis| teller.ground(basis)).collect(),
        no_act: norm.not_an_act.as_ref().map(text).unwrap_or_default(),
        when: norm.when.iter().map(|limits| teller.limits(limits)).collect(),
        exceptions: norm.exceptions.iter().map(|it| (text(&it.because), teller.limits(&it.limits))).collect(),
        degrees: norm.degrees.iter().map(|degree| teller.degree(degree)).collect(),
        disputes: norm.disputes.iter().filter_map(|dispute| teller.disputed(dispute)).collect(),
        examples: norm.examples.iter().map(|it| teller.example(it)).collect(),
        note: norm.note.as_ref().map(text).unwrap_or_default(),
        page,
    }))
}

impl Teller<'_> {
    fn facts(&self, norm: &Norm) -> Vec<Fact> {
        let (t, language) = (self.t, self.language);
        let force = norm_list::force(t, language, norm.from, norm.to);
        let is_dated = norm.from.is_some() || norm.to.is_some();
        let mut facts = vec![known(t.norms_id(), &norm.id)];
        facts.push(match norm.category {
            Some(category) => known(t.norms_category(), norm_list::category(language, self.law, category)),
            None => unknown(t.norms_category(), t.norms_no_category()),
        });
        facts.push(if is_dated { known(t.public_in_force(), force) } else { unknown(t.public_in_force(), force) });
        if norm.reaches_back {
            facts.push(known(t.norms_reach(), t.norms_reaches_back()));
        }
        let penalties = norm.penalties.iter().filter_map(|id| self.law.law().consequences().penalty(id));
        let penalties: Vec<&str> = penalties.map(|it| it.name.in_language(language)).collect();
        if !penalties.is_empty() {
            facts.push(known(t.norms_penalties(), penalties.join("; ")));
        }
        facts.push(known(t.norms_certainty(), words::certainty(t, norm.certainty)));
        facts
    }

    fn ground(&self, basis: &NormBasis) -> Option<Ground> {
        let instrument = self.law.instrument(&basis.instrument)?;
        let provision = instrument.provision(&basis.provision)?;
        let sources: Vec<_> = instrument.sources.iter().filter(|it| it.key == provision.source).cloned().collect();
        Some(Ground {
            part: match basis.part {
                Part::Norm => self.t.norms_part_norm(),
                Part::Sanction => self.t.norms_part_sanction(),
            },
            link: norm_list::provision(self.law, self.language, &basis.instrument, &basis.provision)?,
            says: provision.text.in_language(self.language).to_owned(),
            // That the norm rests on it may be less sure than what it says.
            doubt: match basis.certainty.unwrap_or(provision.certainty).max(provision.certainty) {
                Certainty::Verified => String::new(),
                doubtful => words::certainty(self.t, doubtful),
            },
            origins: reported::origins(self.t, self.language, &sources),
        })
    }

    /// Each fact and the answers that meet it, in words.
    fn limits(&self, limits: &Limits) -> Vec<Said> {
        let vocabulary = self.law.law().vocabulary();
        // In the order in which facts are asked.
        let asked = vocabulary.elements().iter().filter_map(|element| Some((element, limits.get(&element.id)?)));
        let said = asked.map(|(element, ids)| {
            let answers = element.answers.iter().filter(|answer| ids.contains(&answer.id));
            let answers: Vec<&str> = answers.map(|it| it.label.in_language(self.language)).collect();
            (element.label.in_language(self.language).to_owned(), answers.join("; "))
        });
        said.collect()
    }

    fn degree(&self, degree: &norms::Degree) -> Degreed {
        let link = |it: &NormBasis| norm_list::provision(self.law, self.language, &it.instrument, &it.provision);
        Degreed {
            category: norm_list::category(self.language, self.law, degree.category),
            limits: self.limits(&degree.limits),
            bases: degree.basis.iter().filter_map(link).collect(),
        }
    }

    fn disputed(&self, written: &NormDispute) -> Option<Disputed> {
        let dispute = self.law.dispute(&written.instrument, &written.dispute)?;
        let readings = dispute.readings.iter().zip(&written.readings);
        Some(Disputed {
            matter: dispute.matter.in_language(self.language).to_owned(),
            readings: readings.map(|(reading, own)| self.reading(reading, own)).collect(),
            treatment: dispute.treatment.in_language(self.language).to_owned(),
        })
    }

    fn reading(&self, reading: &LawReading, own: &NormReading) -> Read {
        let t = self.t;
        let means = match own.category {
            _ if own.never => t.norms_reading_never(),
            Some(category) => t.norms_reading_category(norm_list::category(self.language, self.law, category)),
            None if own.limits.is_empty() => t.norms_reading_same(),
            None => t.norms_reading_limits(),
        };
        Read {
            text: reading.text.in_language(self.language).to_owned(),
            support: reading.support.in_language(self.language).to_owned(),
            means,
            limits: self.limits(&own.limits),
        }
    }

    fn example(&self, example: &norms::Example) -> (String, String, String) {
        let says = match example.expect {
            Expected::Applies => self.t.norms_example_applies(),
            Expected::DoesNotApply => self.t.norms_example_not(),
            Expected::Disputed => self.t.norms_example_disputed(),
            Expected::Open => self.t.norms_example_open(),
        };
        (example.case.in_language(self.language).to_owned(), format::date(self.language, example.on), says)
    }
}
