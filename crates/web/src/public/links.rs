//! Addresses of instruments and their provisions.

use super::sheet::{Link, Words};
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
    Link::to(href(law, instrument), instrument.citation.in_language(language))
}

/// The national instruments that had force when `instrument` was issued, highest rank first. Without any date of it
/// none is left out. What only informs stands above nobody.
fn national<'a>(law: &'a Catalogue, instrument: &Instrument) -> Vec<&'a Instrument> {
    let day = instrument.date.or(instrument.reported_on);
    let had_force = |it: &&Instrument| day.and_then(|day| it.in_force_on(day)) != Some(false);
    let all = law.instruments().iter().filter(|it| it.is_offered() && regional(law, it).is_none());
    let mut found: Vec<_> = all.filter(had_force).collect();
    found.sort_by_key(|it| it.kind);
    found
}

/// Links to the national provisions that carry one of the norms of a provision of `instrument`, highest rank first.
pub fn above(law: &Catalogue, language: Language, instrument: &Instrument, provision: &Provision) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for national in national(law, instrument) {
        let shares = |above: &&Provision| above.norms.iter().any(|norm| provision.norms.contains(norm));
        for above in national.provisions.iter().filter(shares) {
            let link = self::provision(law, language, national, above);
            // Parts without a number of their own look alike; the first leads to the instrument well enough.
            if links.iter().all(|known| (&known.text, &known.article) != (&link.text, &link.article)) {
                links.push(link);
            }
        }
    }
    links
}

/// A link to a provision, by the citation of its instrument and its number.
pub fn provision(law: &Catalogue, language: Language, instrument: &Instrument, provision: &Provision) -> Link {
    let href = format!("{}#{}", href(law, instrument), anchor(&provision.id));
    Link { href, ..article(instrument.citation.in_language(language), &provision.number, language) }
}

/// The words of a citation with an article, without an address.
pub fn article(citation: &str, article: &str, language: Language) -> Link {
    let article = if article.is_empty() { Words::default() } else { Words::indonesian(tied(article), language) };
    Link { href: String::new(), text: tied(citation), lang: "", article }
}

/// With no-break spaces between a word such as *Pasal* and what it counts, and no others: a line must break somewhere.
pub fn tied(citation: &str) -> String {
    const COUNTING: [&str; 13] =
        ["UU", "PP", "Perpres", "PKPU", "PerBKN", "MK", "SE", "SKB", "Pasal", "ayat", "huruf", "angka", "nomor"];
    let mut out = String::with_capacity(citation.len());
    for word in citation.split(' ') {
        let before = out.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
        if !out.is_empty() {
            out.push(if COUNTING.contains(&before) { '\u{a0}' } else { ' ' });
        }
        out.push_str(word);
    }
    out
}

/// The national instruments in which [`above`] finds something for any provision, highest rank first.
pub fn all_above(law: &Catalogue, language: Language, instrument: &Instrument) -> Vec<Link> {
    let norms: Vec<_> = instrument.provisions.iter().flat_map(|provision| &provision.norms).collect();
    let shares = |above: &Provision| above.norms.iter().any(|norm| norms.contains(&norm));
    let found = national(law, instrument).into_iter().filter(|it| it.provisions.iter().any(shares));
    found.map(|it| titled(law, language, it)).collect()
}

/// A link with citation and title: *UU 20/2023, Aparatur Sipil Negara*.
pub fn titled(law: &Catalogue, language: Language, instrument: &Instrument) -> Link {
    let mut link = to(law, language, instrument);
    link.text = format!("{}, {}", link.text, instrument.title.in_language(language));
    link
}

#[cfg(test)]
mod tests {
    use super::tied;

    #[test]
    fn a_citation_breaks_between_its_parts_only() {
        let shown = tied("PP 94/2021 Pasal 5 huruf n angka 4").replace('\u{a0}', "_");
        assert_eq!(shown, "PP_94/2021 Pasal_5 huruf_n angka_4");
        assert_eq!(tied(""), "");
    }
}
