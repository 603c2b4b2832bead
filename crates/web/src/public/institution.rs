//! The public page of one government.

use super::facts::{Facts, known, unknown};
use super::seal::Shown;
use super::sheet::{Fact, Origin, Words};
use super::{links, published, reported, stage, words};
use crate::{Ask, Page, Problem, Site, chrome};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use base::Zone;
use domain::circular::{Circular, State as Stand};
use i18n::format;
use norms::Instrument;
use service::Government;

#[derive(Template)]
#[template(path = "public/institution.html")]
struct InstitutionPage {
    page: Page,
    /// Whether it uses this installation.
    ours: bool,
    stages: Vec<(String, String)>,
    circulars: Vec<Entry>,
    instruments: Vec<Entry>,
    /// Name and work of each agency that the news names.
    agencies: Vec<(String, String)>,
    sources: Vec<Origin>,
    seal: Shown,
    /// Where its coverage is; empty where nothing is counted here.
    coverage: String,
    /// Where the stages that concern it are; empty where it does not use this installation.
    calendar: String,
}

/// A circular or instrument in a list.
struct Entry {
    href: String,
    /// What it is; empty where the list is of one kind.
    kind: String,
    title: Words,
    facts: Vec<Fact>,
}

pub async fn get(State(site): State<Site>, ask: Ask, Path(place): Path<String>) -> Result<Response, Problem> {
    let found = site.app.public_institution(ask.caller.occasion, &place).await?;
    let page = ask.page("");
    let stages = stage::lines(page.t, ask.language, &found.stages);
    let circulars = found.circulars.iter().map(|circular| ours(&page, &place, circular)).collect();
    let instruments = found.reported.iter().map(|instrument| told(&site, &page, instrument)).collect();
    let template = match found.government {
        Government::Ours(institution) => {
            let title = page.t.public_place_title(words::place(&institution.name));
            let seal = Shown::of(&site, &page, &institution).await?;
            InstitutionPage {
                seal,
                coverage: format!("/{place}/cakupan"),
                calendar: format!("/{place}/tahapan"),
                page: page.at(&institution).titled(title),
                ours: true,
                stages,
                circulars,
                instruments,
                agencies: Vec::new(),
                sources: Vec::new(),
            }
        }
        Government::Reported(known) => {
            let agencies = known.agencies.iter();
            let agencies = agencies.map(|it| (it.name.clone(), it.role.in_language(ask.language).to_owned()));
            let title = page.t.public_place_reported_title(words::place(known.name.in_language(ask.language)));
            InstitutionPage {
                ours: false,
                stages: Vec::new(),
                circulars,
                instruments,
                agencies: agencies.collect(),
                seal: Shown::nothing(),
                coverage: String::new(),
                calendar: String::new(),
                sources: reported::origins(page.t, ask.language, &known.sources),
                page: page.titled(title),
            }
        }
    };
    Ok(chrome::show(&template))
}

fn ours(page: &Page, place: &str, circular: &Circular) -> Entry {
    let (t, language) = (page.t, page.language);
    let mut facts = vec![match &circular.number {
        Some(number) => known(t.public_number(), number),
        None => unknown(t.public_number(), t.public_number_later()),
    }];
    facts.push(known(t.public_date(), format::date(language, circular.dated)));
    if let Stand::Published { signatory, .. } = &circular.state {
        let text = t.public_signed_by(&signatory.name, published::office(signatory));
        let words = Words::indonesian(text, language);
        facts.push(Fact { term: t.public_signatory(), words, known: true, links: Vec::new() });
    }
    if let Some(ended) = published::ended(page, place, circular) {
        facts.push(known(t.circular_state(), ended.text));
    }
    let categories = i18n::categories(t, circular.addressees.categories.iter().map(|it| it.code()));
    facts.push(known(t.public_addressees(), categories));
    Entry {
        href: format!("/{place}/edaran/{}", circular.id),
        // The heading above the list has said it.
        kind: String::new(),
        title: Words::indonesian(&circular.body.subject, language),
        facts,
    }
}

fn told(site: &Site, page: &Page, instrument: &Instrument) -> Entry {
    let (law, language, today) = (site.app.law(), page.language, site.now().date(Zone::Wib));
    Entry {
        href: links::href(law, instrument),
        kind: words::kind(page.t, instrument.kind),
        title: Words::here(instrument.title.in_language(language)),
        facts: Facts { t: page.t, language, law, instrument, today }.all(),
    }
}
