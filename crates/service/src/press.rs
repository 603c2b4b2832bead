//! What makes papers as PDF. The service knows what stands on a paper; how it is set is known elsewhere.

use crate::{Fault, PackSheet, PersonRecord, WorksheetSheet};
use base::{Instant, Language, Zone};
use domain::assembly::{Assembly, Tally};
use domain::circular::Circular;
use domain::knowledge::Pact;
use domain::media::Media;
use domain::paper::Paper;
use domain::tenancy::Institution;
use seal::SealKey;

/// What stands on the official letter of a circular.
#[derive(Debug, Clone)]
pub struct LetterSheet {
    /// Whose letter it is.
    pub institution: Institution,
    /// What it says.
    pub circular: Circular,
    /// The citations of its legal basis, in order.
    pub bases: Vec<String>,
    /// The names of the units it is addressed to; empty means every unit.
    pub units: Vec<String>,
    /// The names of the units that are left out.
    pub except: Vec<String>,
    /// Its code and number.
    pub paper: Paper,
    /// Where its code leads.
    pub url: String,
}

/// What stands on a signed pact.
#[derive(Debug, Clone)]
pub struct PactSheet {
    /// The institution in which it was signed.
    pub institution: Institution,
    /// What was signed.
    pub pact: Pact,
    /// The name of who vouches for the signature; empty where nobody has to.
    pub voucher: String,
    /// Its code and number.
    pub paper: Paper,
    /// Where its code leads.
    pub url: String,
}

/// What stands on the minutes of an assembly.
#[derive(Debug, Clone)]
pub struct MinutesSheet {
    /// Whose assembly it was.
    pub institution: Institution,
    /// The assembly.
    pub assembly: Assembly,
    /// Its numbers when it was closed.
    pub tally: Tally,
    /// The elections.
    pub election: String,
    /// The unit that gathered; none for the whole institution.
    pub unit: Option<String>,
    /// The points of the pledge, as they were read.
    pub points: Vec<String>,
    /// Its code.
    pub paper: Paper,
    /// Where its code leads.
    pub url: String,
}

/// An activation slip. It is printed once; nothing of it is kept.
#[derive(Clone)]
pub struct Slip {
    /// The institution's name.
    pub institution: String,
    /// For whom.
    pub name: String,
    /// The unit.
    pub unit: String,
    /// The code, in groups.
    pub code: String,
    /// When it dies.
    pub expires: Instant,
}

/// One person's record in all drives.
#[derive(Debug, Clone)]
pub struct RecordSheet {
    /// What is recorded.
    pub record: PersonRecord,
    /// When this paper was made.
    pub as_of: Instant,
}

/// Makes papers.
pub trait Press: Send + Sync + 'static {
    /// The official letter.
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when it cannot be set.
    fn letter(&self, sheet: &LetterSheet, at: Instant) -> Result<Vec<u8>, Fault>;

    /// The pact.
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when it cannot be set.
    fn pact(&self, sheet: &PactSheet) -> Result<Vec<u8>, Fault>;

    /// The minutes of an assembly.
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when they cannot be set.
    fn minutes(&self, sheet: &MinutesSheet, at: Instant) -> Result<Vec<u8>, Fault>;

    /// The sheets of a village pack.
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when they cannot be set.
    fn pack(&self, sheet: &PackSheet, at: Instant) -> Result<Vec<u8>, Fault>;

    /// A paper of this press, with the seal of its institution on it. Only a press whose papers are no PDFs, as in
    /// tests, needs another way.
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when it is no paper of this press.
    fn seal(&self, paper: &[u8], key: &SealKey, at: Instant) -> Result<Vec<u8>, Fault> {
        Ok(seal::sign(paper, key, at)?)
    }

    /// How many pages an uploaded file has; none when it cannot be shown. A press that looks into no files takes each for
    /// one page.
    fn pages(&self, _file: &[u8], _media: Media) -> Option<usize> {
        Some(1)
    }

    /// One page of an uploaded file, beginning with one, as a picture to compare; none when there is no such page.
    fn picture(&self, _file: &[u8], _media: Media, _page: usize) -> Option<(Media, Vec<u8>)> {
        None
    }

    /// A sheet of activation slips that lead to `address`.
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when it cannot be set.
    fn slips(&self, slips: &[Slip], address: &str, zone: Zone, example: bool, at: Instant) -> Result<Vec<u8>, Fault>;

    /// One person's record.
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when it cannot be set.
    fn record(&self, sheet: &RecordSheet, language: Language) -> Result<Vec<u8>, Fault>;

    /// The worksheet of an assessment. A press that sets none, as in tests of other papers, says so.
    ///
    /// # Errors
    /// [`Fault::Unexpected`] when it cannot be set.
    fn worksheet(&self, _sheet: &WorksheetSheet) -> Result<Vec<u8>, Fault> {
        Err(Fault::Unexpected("this press sets no worksheets".to_owned()))
    }
}
