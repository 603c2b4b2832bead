//! Number, date, signatory, addressees and force of an instrument of the law files, the unknown said as unknown.

use super::links;
use super::sheet::{Fact, Link, Words};
use super::words;
use base::{Date, Language};
use i18n::{Messages, format};
use norms::{Addressees, Catalogue, DatePrecision, Instrument, InstrumentKind, Relation};

/// A reader's view of one instrument.
pub struct Facts<'a> {
    /// The messages.
    pub t: &'static Messages,
    /// The language.
    pub language: Language,
    /// The law files.
    pub law: &'a Catalogue,
    /// The instrument.
    pub instrument: &'a Instrument,
    /// The day on which it is looked at.
    pub today: Date,
}

impl Facts<'_> {
    /// All facts that the kind of instrument has, in their order.
    pub fn all(&self) -> Vec<Fact> {
        let t = self.t;
        let reported = links::regional(self.law, self.instrument).is_some();
        let mut facts = Vec::new();
        if !reported {
            facts.push(known(t.public_issuers(), self.issuers()));
        }
        facts.extend(self.number(reported));
        facts.push(self.date(reported));
        facts.extend(self.signatory(reported));
        if let Some(text) = &self.instrument.addressees.text {
            facts.push(known(t.public_addressees(), text.in_language(self.language)));
        }
        let elections = self.instrument.elections.iter().filter_map(|id| self.law.election(id));
        let elections: Vec<_> = elections.map(|election| election.name.in_language(self.language)).collect();
        if !elections.is_empty() {
            facts.push(known(t.public_election(), elections.join(", ")));
        }
        facts.extend(self.force(reported));
        facts.extend(self.relations());
        facts
    }

    fn issuers(&self) -> String {
        let name = |issuer: &String| {
            self.law
                .issuer_name(issuer)
                .map_or_else(|| issuer.clone(), |name| name.in_language(self.language).to_owned())
        };
        self.instrument.issuers.iter().map(name).collect::<Vec<_>>().join("; ")
    }

    fn number(&self, reported: bool) -> Option<Fact> {
        let numbers = &self.instrument.numbers;
        let term = self.t.public_number();
        match numbers.as_slice() {
            // An assembly is an event and a statement is spoken: neither has a number to be missing.
            [] if matches!(self.instrument.kind, InstrumentKind::PledgeAssembly | InstrumentKind::Statement) => None,
            [] if reported => Some(unknown(term, self.t.public_number_not_reported())),
            [] => Some(unknown(term, self.t.not_known())),
            [one] => Some(known(term, &one.number)),
            several => {
                let each = several.iter().map(|number| {
                    let issuer = self.law.issuer_name(&number.issuer);
                    let issuer = issuer.map_or(number.issuer.as_str(), |name| name.in_language(self.language));
                    self.t.public_number_of(issuer, &number.number)
                });
                Some(known(term, each.collect::<Vec<_>>().join("; ")))
            }
        }
    }

    fn date(&self, reported: bool) -> Fact {
        let term = self.t.public_date();
        if let Some(date) = self.instrument.date {
            return known(term, format::date(self.language, date));
        }
        let mut text = match self.instrument.date_precision {
            DatePrecision::Disputed => self.t.public_date_disputed(),
            _ if reported => self.t.public_date_not_reported(),
            _ => self.t.public_date_not_known(),
        };
        if let Some(day) = self.instrument.reported_on {
            text.push(' ');
            text.push_str(&self.t.public_reported_on(format::date(self.language, day)));
        }
        unknown(term, text)
    }

    fn signatory(&self, reported: bool) -> Option<Fact> {
        let term = match self.instrument.kind {
            InstrumentKind::Directive => self.t.public_signatory_directive(),
            InstrumentKind::PledgeAssembly => self.t.public_signatory_assembly(),
            _ => self.t.public_signatory(),
        };
        let who = self.instrument.signatories.iter().map(|who| words::signatory(self.t, self.language, who));
        let who: Vec<_> = who.collect();
        match self.instrument.kind {
            _ if !who.is_empty() => Some(known(term, who.join("; "))),
            InstrumentKind::Circular if reported => Some(unknown(term, self.t.public_signatory_not_reported())),
            _ => None,
        }
    }

    /// An instrument of a region whose force nobody reports has no such line; one of the nation says that it is not known.
    fn force(&self, reported: bool) -> Option<Fact> {
        let t = self.t;
        let term = t.public_in_force();
        let date = |date| format::date(self.language, date);
        let force = &self.instrument.in_force;
        let text = match (force.from, force.to) {
            (_, None) if force.ended => return Some(unknown(term, t.public_force_ended())),
            (Some(from), Some(to)) => t.public_force_between(date(from), date(to)),
            (Some(from), None) if from > self.today => t.public_force_from_future(date(from)),
            (Some(from), None) => t.public_force_since(date(from)),
            (None, Some(to)) => t.public_force_until(date(to)),
            // A statement is made once; it has no force to begin.
            (None, None) if reported || self.instrument.kind == InstrumentKind::Statement => return None,
            (None, None) => return Some(unknown(term, t.public_force_not_known())),
        };
        Some(known(term, text))
    }

    /// What it does to others and others to it, as links.
    fn relations(&self) -> Vec<Fact> {
        let t = self.t;
        let id = &self.instrument.id;
        let link = |it: &Instrument| links::titled(self.law, self.language, it);
        let to = |key: &str| -> Vec<Link> {
            let own = self.instrument.relations().filter(|(_, relation)| relation.key() == key);
            own.filter_map(|(_, relation)| self.law.instrument(relation.instrument())).map(link).collect()
        };
        let by = |key: &str| -> Vec<Link> {
            let others = self.law.relations_to(id).filter(|(_, relation): &(_, Relation<'_>)| relation.key() == key);
            others.map(|(it, _)| link(it)).collect()
        };
        let rows = [
            (t.public_replaced_by(), by("replaces")),
            (t.public_replaces(), to("replaces")),
            (t.public_amended_by(), by("amends")),
            (t.public_amends(), to("amends")),
            (t.public_reviewed_by(), by("reviews")),
            (t.public_reviews(), to("reviews")),
        ];
        rows.into_iter().filter(|(_, links)| !links.is_empty()).map(|(term, links)| linked(term, links)).collect()
    }
}

/// Categories and offices in one list: *PNS, PPPK, camat*.
pub fn binds(t: &Messages, addressees: &Addressees) -> String {
    let categories = addressees.categories.iter().map(|code| i18n::category_people(t, code));
    let roles = addressees.roles.iter().map(|role| words::role(t, *role));
    categories.chain(roles).collect::<Vec<_>>().join(", ")
}

/// Something that is known.
pub fn known(term: String, text: impl Into<String>) -> Fact {
    Fact { term, words: Words::here(text), known: true, links: Vec::new() }
}

/// Something that is not known, and the words that say so.
pub fn unknown(term: String, text: impl Into<String>) -> Fact {
    Fact { term, words: Words::here(text), known: false, links: Vec::new() }
}

fn linked(term: String, links: Vec<Link>) -> Fact {
    Fact { term, words: Words::default(), known: true, links }
}
