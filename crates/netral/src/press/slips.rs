use base::Language;
use documents::{ActivationSlip, Imprint, SlipSheet};
use i18n::format;
use service::Slip;

/// Activation slips that lead to `address`.
pub(super) fn from(slips: &[Slip], address: &str, imprint: Imprint) -> (Vec<ActivationSlip>, SlipSheet) {
    // People type it from paper: browsers add the scheme themselves.
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let one = |slip: &Slip| ActivationSlip {
        institution: slip.institution.clone(),
        name: slip.name.clone(),
        unit: slip.unit.clone(),
        code: slip.code.clone(),
        address: address.to_owned(),
        expires: format::weekday_date(Language::Indonesian, slip.expires.date(imprint.zone)),
    };
    (slips.iter().map(one).collect(), SlipSheet { imprint })
}
