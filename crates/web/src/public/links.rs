//! Addresses of instruments and their provisions.

use super::sheet::Link;
use base::Language;
use norms::{Catalogue, Instrument, Provision};

/// The fragment of a provision's address. The prefix keeps it apart from every other id of a page.
pub fn anchor(provision: &str) -> String {
    format!("ketentuan-{provision}")
}

/// Whether the instrument was issued by a regional government of the law files: it then has its page there.
pub fn regional<'a>(law: &Catalogue, instrument: &'a Instrument) -> Option<&'a str> {
    instrument.issuers.iter().find(|issuer| law.institution(issuer).is_some()).map(String::as_str)
}

/// Where the instrument is read.
pub fn href(law: &Catalogue, instrument: &Instrument) -> String {
    match regional(law, instrument) {
        Some(place) => format!("/{place}/edaran/{}", instrument.id),
        None => format!("/aturan/{}", instrument.id),
    }
}

/// A link to an instrument, by its citation.
pub fn to(law: &Catalogue, language: Language, instrument: &Instrument) -> Link {
    Link { href: href(law, instrument), text: instrument.citation.in_language(language).to_owned(), lang: "" }
}

/// Links to the provisions of national instruments that carry one of the norms of `provision`, highest rank first.
pub fn above(law: &Catalogue, language: Language, provision: &Provision) -> Vec<Link> {
    let mut national: Vec<_> = law.instruments().iter().filter(|it| regional(law, it).is_none()).collect();
    national.sort_by_key(|it| it.kind);
    let mut links = Vec::new();
    for instrument in national {
        for above in &instrument.provisions {
            if above.norms.iter().any(|norm| provision.norms.contains(norm)) {
                let text = format!("{} {}", instrument.citation.in_language(language), above.number);
                let href = format!("{}#{}", href(law, instrument), anchor(&above.id));
                links.push(Link { href, text: text.trim_end().replace(' ', "\u{a0}"), lang: "" });
            }
        }
    }
    links
}

/// The national instruments in which [`above`] finds something for any provision, highest rank first.
pub fn all_above(law: &Catalogue, language: Language, instrument: &Instrument) -> Vec<Link> {
    let norms: Vec<_> = instrument.provisions.iter().flat_map(|provision| &provision.norms).collect();
    let shares = |other: &&Instrument| {
        regional(law, other).is_none()
            && other.provisions.iter().any(|above| above.norms.iter().any(|norm| norms.contains(&norm)))
    };
    let mut found: Vec<_> = law.instruments().iter().filter(shares).collect();
    found.sort_by_key(|it| it.kind);
    found.into_iter().map(|it| titled(law, language, it)).collect()
}

/// A link with citation and title: *UU 20/2023, Aparatur Sipil Negara*.
pub fn titled(law: &Catalogue, language: Language, instrument: &Instrument) -> Link {
    let mut link = to(law, language, instrument);
    link.text = format!("{}, {}", link.text, instrument.title.in_language(language));
    link
}
