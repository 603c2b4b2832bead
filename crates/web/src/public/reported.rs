//! The page of an instrument of the law files.

use super::facts::{Facts, binds};
use super::links;
use super::norm_list;
use super::sheet::{Clause, Disputed, Link, Origin, Sheet, Words};
use super::words;
use base::Date;
use base::Language;
use i18n::Messages;
use norms::{Catalogue, Certainty, Dispute, Instrument, Provision};

/// What the page of this instrument shows on a day.
pub fn sheet(t: &'static Messages, language: Language, law: &Catalogue, instrument: &Instrument, today: Date) -> Sheet {
    let reported = links::regional(law, instrument).is_some();
    let bases = if reported { links::all_above(law, language, instrument) } else { Vec::new() };
    let bases_note = if bases.is_empty() { String::new() } else { t.public_bases_drawn() };
    let clause = |provision| clause(t, language, law, instrument, provision);
    Sheet {
        kind: words::kind(t, instrument.kind),
        title: Words::here(instrument.title.in_language(language)),
        facts: Facts { t, language, law, instrument, today }.all(),
        wording: t.public_provisions_lead(),
        provisions: instrument.provisions.iter().map(clause).collect(),
        bases_title: t.public_bases_drawn_title(),
        bases,
        bases_note,
        disputes: instrument.disputes.iter().map(|dispute| disputed(language, dispute)).collect(),
        notes: notes(language, law, instrument),
        sources: origins(t, language, &instrument.sources),
        ..Sheet::default()
    }
}

/// What a reader has to know: of the instrument itself, then of what it does to others and others to it.
fn notes(language: Language, law: &Catalogue, instrument: &Instrument) -> Vec<String> {
    let own = instrument.notes.iter().map(|note| note.in_language(language).to_owned());
    let about = |other: &Instrument, text: &norms::Text| {
        format!("{}: {}", links::tied(other.citation.in_language(language)), text.in_language(language))
    };
    let to = instrument.relations().filter_map(|(_, it)| Some(about(law.instrument(it.instrument())?, it.text()?)));
    let by = law.relations_to(&instrument.id).filter_map(|(other, it)| Some(about(other, it.text()?)));
    own.chain(to).chain(by).collect()
}

/// Sources with how far each was checked.
pub fn origins(t: &Messages, language: Language, sources: &[norms::Source]) -> Vec<Origin> {
    let origin = |source: &norms::Source| {
        let at = source.at.as_ref().map(|at| format!(", {at}")).unwrap_or_default();
        Origin {
            what: format!("{}{at}", source.what.in_language(language)),
            certainty: words::certainty(t, source.certainty),
            url: source.url.clone().unwrap_or_default(),
        }
    };
    sources.iter().map(origin).collect()
}

fn clause(t: &Messages, language: Language, law: &Catalogue, instrument: &Instrument, provision: &Provision) -> Clause {
    let number = match provision.number.as_str() {
        // A heading needs words: an instrument of which only the whole is known has neither number nor topic.
        "" if provision.topics.is_empty() => Words::here(t.public_whole()),
        "" => Words::default(),
        digits if digits.bytes().all(|b| b.is_ascii_digit()) => Words::here(t.public_point(digits)),
        cited => Words::indonesian(links::tied(cited), language),
    };
    let source = instrument.sources.iter().find(|source| source.key == provision.source);
    let source = source.filter(|_| instrument.sources.len() > 1);
    let reported = links::regional(law, instrument).is_some();
    let disputes = instrument
        .disputes_on(&provision.id)
        .map(|dispute| Link::to(format!("#{}", dispute_anchor(dispute)), dispute.matter.in_language(language)));
    Clause {
        anchor: links::anchor(&provision.id),
        number,
        topic: provision.topics.first().map(|topic| words::topic(t, *topic)).unwrap_or_default(),
        words: Words::here(provision.text.in_language(language)),
        binds: binds(t, &provision.addressees),
        note: provision.note.as_ref().map(|note| note.in_language(language).to_owned()).unwrap_or_default(),
        doubt: match provision.certainty {
            Certainty::Verified => String::new(),
            doubtful => words::certainty(t, doubtful),
        },
        source: source.map(|source| source.what.in_language(language).to_owned()).unwrap_or_default(),
        // What a region wrote is told as the news has it, with the rules above it.
        norms: if reported { Vec::new() } else { norm_list::resting_on(language, law, &instrument.id, &provision.id) },
        above: if reported { links::above(law, language, instrument, provision) } else { Vec::new() },
        disputes: disputes.collect(),
    }
}

fn dispute_anchor(dispute: &Dispute) -> String {
    format!("tafsir-{}", dispute.id)
}

fn disputed(language: Language, dispute: &Dispute) -> Disputed {
    let reading = |reading: &norms::Reading| {
        (reading.text.in_language(language).to_owned(), reading.support.in_language(language).to_owned())
    };
    Disputed {
        anchor: dispute_anchor(dispute),
        matter: dispute.matter.in_language(language).to_owned(),
        readings: dispute.readings.iter().map(reading).collect(),
        treatment: dispute.treatment.in_language(language).to_owned(),
    }
}
