use super::{official, verification};
use crate::master_key::hex;
use base::Language;
use documents::PactPaper;
use domain::manner::Manner;
use i18n::format;
use ledger::{Commitment, Salt};
use service::PactSheet;

/// A signed pact. What is printed for comparison is a commitment: a bare digest of personal data must not exist.
pub(super) fn from(sheet: &PactSheet, title: &str, opening: &str) -> PactPaper {
    let (pact, institution) = (&sheet.pact, &sheet.institution);
    let text = &pact.text;
    let commitment = Commitment::to("pact", &Salt(pact.salt), &text.canonical());
    PactPaper {
        imprint: official(institution.example, pact.signed, institution.zone),
        institution: institution.name.clone(),
        title: title.to_owned(),
        election: text.election.clone(),
        name: text.name.clone(),
        masked_number: text.number.clone(),
        post: text.position.clone(),
        unit: text.unit.clone(),
        lead: opening.to_owned(),
        points: text.points.clone(),
        statement: text.statement.clone(),
        place: institution.place.clone(),
        date: format::date(Language::Indonesian, pact.signed.date(institution.zone)),
        time: format::time(Language::Indonesian, pact.signed, institution.zone),
        pact_number: pact.number.clone(),
        signed_by: signed_by(pact.manner, &sheet.voucher),
        digest: hex(&commitment.0),
        verification: verification(&sheet.paper, &sheet.url),
    }
}

/// How it was signed, as on the page of the record.
fn signed_by(manner: Manner, voucher: &str) -> String {
    let t = i18n::messages(Language::Indonesian);
    let way = i18n::way(t, manner.assurance().code(), voucher);
    match manner.proof() {
        Some(proof) => format!("{way}; {}", i18n::proof(t, proof.code())),
        None => way,
    }
}
