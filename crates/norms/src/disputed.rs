//! The disputed points of instruments that make a difference for norms or sanctions.

use crate::{
    catalogue::Catalogue,
    consequence::Penalty,
    instrument::{Dispute, Instrument},
    norm::Norm,
};

/// A disputed point, and what it touches.
#[derive(Debug, Clone)]
pub struct Disputed<'a> {
    /// The instrument whose text is disputed.
    pub instrument: &'a Instrument,
    /// The point.
    pub dispute: &'a Dispute,
    /// The norms for which its readings mean different things.
    pub norms: Vec<&'a Norm>,
    /// The sanctions that are available under some reading only.
    pub penalties: Vec<&'a Penalty>,
}

impl Catalogue {
    /// Every disputed point that touches a norm or a sanction: the highest rank first, and in the order of the files within
    /// an instrument.
    #[must_use]
    pub fn disputed(&self) -> Vec<Disputed<'_>> {
        let mut instruments: Vec<&Instrument> = self.instruments().iter().collect();
        instruments.sort_by(|one, other| one.rank().cmp(&other.rank()));
        let points = instruments.into_iter().flat_map(|it| it.disputes.iter().map(move |dispute| (it, dispute)));
        let touched = points.map(|(instrument, dispute)| self.touched(instrument, dispute));
        touched.filter(|it| !it.norms.is_empty() || !it.penalties.is_empty()).collect()
    }

    /// The disputed point with these ids, when it touches anything.
    #[must_use]
    pub fn disputed_point(&self, instrument: &str, dispute: &str) -> Option<Disputed<'_>> {
        let instrument = self.instrument(instrument)?;
        let dispute = instrument.disputes.iter().find(|it| it.id == dispute)?;
        Some(self.touched(instrument, dispute)).filter(|it| !it.norms.is_empty() || !it.penalties.is_empty())
    }

    fn touched<'a>(&'a self, instrument: &'a Instrument, dispute: &'a Dispute) -> Disputed<'a> {
        let law = self.law();
        let names =
            |norm: &&Norm| norm.disputes.iter().any(|it| it.instrument == instrument.id && it.dispute == dispute.id);
        let hangs = |penalty: &&Penalty| {
            penalty.dispute.as_ref().is_some_and(|it| it.instrument == instrument.id && it.dispute == dispute.id)
        };
        Disputed {
            instrument,
            dispute,
            norms: law.norms().filter(names).collect(),
            penalties: law.consequences().penalties.iter().filter(hangs).collect(),
        }
    }
}
