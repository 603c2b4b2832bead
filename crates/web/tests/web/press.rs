use base::{Instant, Language, Zone};
use domain::circular::certified::NotSigned;
use domain::media::Media;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use service::{
    CertifiedSigner, Fault, LetterSheet, MinutesSheet, PackSheet, PactSheet, Press, RecordSheet, SealKey,
    SigningMishap, Slip, ToSign, WorksheetSheet,
};

/// A press whose papers have no bytes: how papers look is tested where they are set.
pub struct Blank;

impl Press for Blank {
    fn letter(&self, _: &LetterSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(Vec::new())
    }

    fn pact(&self, _: &PactSheet) -> Result<Vec<u8>, Fault> {
        Ok(Vec::new())
    }

    fn pack(&self, _: &PackSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(Vec::new())
    }

    fn minutes(&self, _: &MinutesSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(Vec::new())
    }

    fn seal(&self, paper: &[u8], _: &SealKey, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(paper.to_vec())
    }

    fn picture(&self, _: &[u8], _: Media, page: usize) -> Option<(Media, Vec<u8>)> {
        (page == 1).then(|| (Media::Png, Vec::new()))
    }

    fn slips(&self, _: &[Slip], _: &str, _: Zone, _: bool, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(Vec::new())
    }

    fn record(&self, _: &RecordSheet, _: Language) -> Result<Vec<u8>, Fault> {
        Ok(Vec::new())
    }

    fn worksheet(&self, _: &WorksheetSheet) -> Result<Vec<u8>, Fault> {
        Ok(Vec::new())
    }
}

/// A server of certified signatures that signs nothing.
pub struct Refusing;

impl CertifiedSigner for Refusing {
    fn sign<'a>(&'a self, _: &'a ToSign) -> BoxFuture<'a, Result<Vec<u8>, SigningMishap>> {
        let words = "<b>Passphrase</b> anda salah".to_owned();
        async move { Err(SigningMishap::NotSigned { why: NotSigned::Passphrase, words }) }.boxed()
    }

    fn host(&self) -> &str {
        "esign.example"
    }
}
