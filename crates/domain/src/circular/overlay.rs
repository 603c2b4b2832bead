//! A published circular as the law files write instruments: assessments of its institution tell which norms it repeats.

use super::{Circular, State};
use base::Zone;
use norms::{
    Addressees, Certainty, DatePrecision, InForce, Instrument, InstrumentKind, Provision as Filed, Source, Text,
};

/// The key of the only source: the circular itself.
const LETTER: &str = "letter";

impl Circular {
    /// The circular as an instrument of `issuer`, with the provisions that repeat norms; nothing while it is a draft.
    ///
    /// It holds from the day on which it was published until the day on which it ended, in `zone`: before, nobody could
    /// know it. Where it was restored, the days on which another one stood in its place count as its own.
    #[must_use]
    pub fn instrument(&self, issuer: &str, zone: Zone) -> Option<Instrument> {
        let State::Published { at, .. } = self.state else { return None };
        let both = |words: &str| Text { id: words.to_owned(), en: words.to_owned() };
        let provision = |(place, it): (usize, &crate::provision::Provision)| Filed {
            id: it.key.clone(),
            number: place.to_string(),
            text: both(&it.text),
            addressees: Addressees::default(),
            norms: it.norms.clone(),
            topics: it.topics.clone(),
            certainty: Certainty::Verified,
            source: LETTER.to_owned(),
            note: None,
        };
        let cited = |word: &str| match &self.number {
            Some(number) => format!("{word} {number}"),
            None => format!("{word} “{}”", self.body.subject),
        };
        let citation = Text { id: cited("Surat edaran"), en: cited("Circular") };
        let tied = |(_, it): &(usize, &crate::provision::Provision)| !it.norms.is_empty();
        Some(Instrument {
            id: self.id.to_string(),
            kind: InstrumentKind::Circular,
            title: both(&self.body.subject),
            described: false,
            issuers: vec![issuer.to_owned()],
            numbers: Vec::new(),
            date: Some(self.dated),
            date_precision: DatePrecision::Day,
            reported_on: None,
            signatories: Vec::new(),
            addressees: Addressees {
                text: None,
                categories: self.addressees.categories.iter().map(|it| it.code().to_owned()).collect(),
                roles: Vec::new(),
            },
            in_force: InForce {
                from: Some(at.date(zone)),
                to: self.end.as_ref().map(|end| end.at.date(zone)),
                ended: false,
            },
            amends: Vec::new(),
            replaces: Vec::new(),
            reviews: Vec::new(),
            elections: Vec::new(),
            provisions: (1..).zip(&self.body.provisions).filter(tied).map(provision).collect(),
            sources: vec![Source {
                key: LETTER.to_owned(),
                what: citation.clone(),
                url: None,
                at: None,
                certainty: Certainty::Verified,
            }],
            citation,
            disputes: Vec::new(),
            notes: Vec::new(),
        })
    }
}
