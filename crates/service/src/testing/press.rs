use crate::{Fault, LetterSheet, MinutesSheet, PackSheet, PactSheet, Press, RecordSheet, Slip};
use base::{Instant, Language, Zone};
use seal::SealKey;

/// A press that prints the most telling word of each sheet, so that tests need no typesetting.
#[derive(Debug, Clone, Copy)]
pub struct PlainPress;

impl Press for PlainPress {
    fn letter(&self, sheet: &LetterSheet, _at: Instant) -> Result<Vec<u8>, Fault> {
        Ok(sheet.circular.body.subject.clone().into_bytes())
    }

    fn pact(&self, sheet: &PactSheet) -> Result<Vec<u8>, Fault> {
        Ok(sheet.pact.number.clone().into_bytes())
    }

    fn minutes(&self, sheet: &MinutesSheet, _at: Instant) -> Result<Vec<u8>, Fault> {
        let tally = &sheet.tally;
        Ok(format!("{} {}/{}", sheet.assembly.plan.place, tally.pledged, tally.owing).into_bytes())
    }

    fn pack(&self, sheet: &PackSheet, _at: Instant) -> Result<Vec<u8>, Fault> {
        Ok(sheet.lines.iter().map(|line| format!("{} {}\n", line.name, line.code)).collect::<String>().into_bytes())
    }

    fn seal(&self, paper: &[u8], key: &SealKey, _at: Instant) -> Result<Vec<u8>, Fault> {
        Ok([paper, b" sealed by ", key.certificate().name().as_bytes()].concat())
    }

    fn slips(&self, slips: &[Slip], _: &str, _: Zone, _: bool, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(slips.iter().map(|slip| format!("{} {}\n", slip.name, slip.code)).collect::<String>().into_bytes())
    }

    fn record(&self, sheet: &RecordSheet, _language: Language) -> Result<Vec<u8>, Fault> {
        Ok(sheet.record.person.name.full().into_bytes())
    }
}

/// A press that prints nothing, ever.
#[derive(Debug, Clone, Copy)]
pub struct BrokenPress;

impl BrokenPress {
    fn broken() -> Result<Vec<u8>, Fault> {
        Err(Fault::Unexpected("the press is broken".to_owned()))
    }
}

impl Press for BrokenPress {
    fn letter(&self, _: &LetterSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Self::broken()
    }

    fn pact(&self, _: &PactSheet) -> Result<Vec<u8>, Fault> {
        Self::broken()
    }

    fn minutes(&self, _: &MinutesSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Self::broken()
    }

    fn pack(&self, _: &PackSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Self::broken()
    }

    fn slips(&self, _: &[Slip], _: &str, _: Zone, _: bool, _: Instant) -> Result<Vec<u8>, Fault> {
        Self::broken()
    }

    fn record(&self, _: &RecordSheet, _: Language) -> Result<Vec<u8>, Fault> {
        Self::broken()
    }
}
