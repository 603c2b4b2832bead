//! The page of a circular that was published here. What the institution wrote is shown as written, in Indonesian.

use super::facts::{known, unknown};
use super::links;
use super::norm_list;
use super::sheet::{Clause, Fact, Link, Sheet, Words};
use crate::Page;
use crate::circulars::posts_facts;
use base::Language;
use domain::circular::on_paper::{ScanState, SignedScan};
use domain::circular::{Before, Circular, Ending, Signatory, State};
use domain::provision::Provision;
use i18n::{Messages, format};
use norms::Catalogue;
use service::Published;

/// What the page of this circular shows.
pub fn sheet(t: &Messages, language: Language, law: &Catalogue, published: &Published) -> Sheet {
    let circular = &published.circular;
    let body = &circular.body;
    let own = |text: &str| Words::indonesian(text, language);
    let binds = i18n::categories(t, circular.addressees.categories.iter().map(|it| it.code()));
    let clause = |(n, provision): (usize, &Provision)| Clause {
        anchor: format!("butir-{}", n + 1),
        number: Words::here(t.public_point((n + 1).to_string())),
        topic: String::new(),
        words: own(&provision.text),
        binds: String::new(),
        note: String::new(),
        doubt: String::new(),
        source: String::new(),
        norms: norms(law, language, provision),
        above: Vec::new(),
        disputes: Vec::new(),
    };
    let basis = |id: &String| match law.instrument(id) {
        Some(instrument) => links::titled(law, language, instrument),
        None => Link { href: String::new(), text: id.clone(), lang: "id", article: Words::default() },
    };
    Sheet {
        kind: t.public_circular(),
        title: own(&body.subject),
        facts: facts(t, language, published, binds),
        opening: own(&body.opening),
        provisions: body.provisions.iter().enumerate().map(clause).collect(),
        closing: own(&body.closing),
        bases_title: t.public_bases(),
        bases: law.by_rank(&body.bases).into_iter().map(basis).collect(),
        ..Sheet::default()
    }
}

/// The norms that a provision is tied to, as far as the files still know them.
fn norms(law: &Catalogue, language: Language, provision: &Provision) -> Vec<Link> {
    let found = provision.norms.iter().filter_map(|id| law.law().norm(id));
    found.map(|(norm, _)| norm_list::link(language, norm)).collect()
}

fn facts(t: &Messages, language: Language, published: &Published, categories: String) -> Vec<Fact> {
    let circular = &published.circular;
    let own = |term: String, text: String| {
        let words = Words::indonesian(text, language);
        Fact { term, words, known: true, links: Vec::new() }
    };
    let mut facts = vec![match &circular.number {
        Some(number) => known(t.public_number(), number),
        None => unknown(t.public_number(), t.public_number_later()),
    }];
    let zone = published.institution.zone;
    for given in published.numbers.iter().filter(|given| !given.reason.is_empty()) {
        let (by, when) = (&given.given.office, format::moment(language, given.given.at, zone));
        facts.push(known(t.number_history(), t.number_corrected(&given.number, by, when, &given.reason)));
    }
    facts.push(known(t.public_date(), format::date(language, circular.dated)));
    if let State::Published { signatory, .. } = &circular.state {
        facts.push(own(t.public_signatory(), t.public_signed_by(&signatory.name, office(signatory))));
    }
    if let Some(way) = published.scan.as_ref().and_then(|scan| on_paper(t, scan)) {
        facts.push(known(t.paper_how(), way));
    }
    facts.push(known(t.public_addressees(), categories));
    facts.push(match published.units.as_slice() {
        [] => known(t.public_units(), t.public_units_all()),
        units => own(t.public_units(), units.join("; ")),
    });
    let posts = posts_facts(t, &circular.addressees).into_iter();
    facts.extend(posts.map(|(term, words, is_own)| if is_own { own(term, words) } else { known(term, words) }));
    if !published.except.is_empty() {
        facts.push(own(t.draft_except(), published.except.join("; ")));
    }
    facts.push(own(t.public_election(), circular.body.election.clone()));
    if !circular.body.copies.is_empty() {
        facts.push(own(t.public_copies(), circular.body.copies.join("; ")));
    }
    facts
}

/// How a letter on paper was published: who uploaded the scan and who compared it, by their offices.
pub fn on_paper(t: &Messages, scan: &SignedScan) -> Option<String> {
    match &scan.state {
        ScanState::Confirmed(deed) => Some(t.paper_published(&scan.submitted.office, &deed.office)),
        ScanState::Waiting | ScanState::Returned(..) => None,
    }
}

/// The office with the capacity in which it is held: *Pj. Bupati Sukamaju*.
pub fn office(signatory: &Signatory) -> String {
    format!("{} {}", signatory.tenure, signatory.title).trim().to_owned()
}

/// That a circular holds no longer.
pub struct Ended {
    /// Kind and word of its state.
    pub state: (&'static str, String),
    /// What happened.
    pub text: String,
    /// What the institution wrote about it; empty when it was replaced.
    pub reason: Words,
    /// Where the circular in its place is; empty when it was withdrawn.
    pub successor: String,
}

/// What became of the circular that a withdrawn revision had replaced.
pub fn before_words(t: &Messages, before: Before) -> String {
    match before {
        Before::Restored => t.public_circular_before_restored(),
        Before::Withdrawn => t.public_circular_before_withdrawn(),
    }
}

/// How this circular came to hold no longer; nothing while it does.
pub fn ended(page: &Page, place: &str, circular: &Circular) -> Option<Ended> {
    let (t, end) = (page.t, circular.end.as_ref()?);
    let at = format::date(page.language, end.at.date(page.zone));
    let own = |text: String| Words::indonesian(text, page.language);
    Some(match &end.how {
        Ending::Replaced { by } => Ended {
            state: ("diganti", t.circular_replaced()),
            text: t.public_circular_replaced(at),
            reason: Words::default(),
            successor: format!("/{place}/edaran/{by}"),
        },
        Ending::Withdrawn { reason, letter, before } => Ended {
            state: ("dicabut", t.circular_withdrawn()),
            text: {
                let withdrawn = match letter.is_empty() {
                    true => t.public_circular_withdrawn(at),
                    false => t.public_circular_withdrawn_by(at, letter),
                };
                [Some(withdrawn), before.map(|before| before_words(t, before))]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            },
            reason: own(reason.clone()),
            successor: String::new(),
        },
    })
}
