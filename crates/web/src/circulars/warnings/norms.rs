//! Where a provision departs from the norms it is tied to, in words.

use super::{Warning, Words};
use crate::public::{RuleLink, article_words};
use base::Language;
use domain::circular::departure::{Departure, Time};
use norms::{Catalogue, Norm};

/// Most norms to which one warning leads.
const LINKS: usize = 4;

/// The article on which a norm rests, as a link to the norm: *PP 94/2021 Pasal 5 huruf n angka 5*. The title of one whose
/// article is not on file.
pub fn norm_link(law: &Catalogue, language: Language, norm: &Norm) -> RuleLink {
    let cited = norm.says_by().find_map(|(instrument, provision)| {
        let number = &law.provision(instrument, provision)?.number;
        Some(article_words(law.instrument(instrument)?.citation.in_language(language), number, language))
    });
    let href = format!("/aturan/norma/{}", norm.id);
    match cited {
        Some(link) => RuleLink { href, ..link },
        None => RuleLink::to(href, norm.title.in_language(language)),
    }
}

impl Words<'_> {
    /// What departs from a norm; nothing for any other departure.
    pub(super) fn of_norms(&self, departure: &Departure) -> Option<Warning> {
        let t = self.t;
        let see = |text: String, norms: &[String]| Warning { text, lead: t.departure_see(), links: self.norms(norms) };
        Some(match departure {
            Departure::SaysLess { provision, norms, missing } => {
                see(t.departure_says_less(provision.to_string(), self.times(missing)), norms)
            }
            Departure::SaysMore { provision, norms, beyond } => {
                see(t.departure_says_more(provision.to_string(), self.times(beyond)), norms)
            }
            Departure::TiedToOthers { provision, norms, categories } => {
                see(t.departure_tied_others(provision.to_string(), self.people(categories)), norms)
            }
            Departure::LeftOut { provision, norm, categories } => {
                let text = t.departure_left_out(provision.to_string(), self.people(categories));
                see(text, std::slice::from_ref(norm))
            }
            Departure::NormEnded { provision, norm, last, next, replaced_by } => {
                let text = t.departure_norm_ended(provision.to_string(), self.date(*last), self.title(norm));
                let next = match next.as_slice() {
                    [] => replaced_by.iter().filter_map(|id| self.rule(id)).collect(),
                    norms => self.norms(norms),
                };
                match next.as_slice() {
                    [] => see(text, std::slice::from_ref(norm)),
                    _ => Warning { text, lead: t.departure_replaced(), links: next },
                }
            }
            Departure::NormNotBegun { provision, norm, first } => {
                let text = t.departure_norm_not_begun(provision.to_string(), self.date(*first), self.title(norm));
                see(text, std::slice::from_ref(norm))
            }
            Departure::NormDisputed { provision, norm, disputes } => {
                let matters: Vec<String> =
                    disputes.iter().map(|(instrument, dispute)| self.matter(instrument, dispute)).collect();
                let text = t.departure_norm_disputed(provision.to_string(), self.title(norm), matters.join("; "));
                see(text, std::slice::from_ref(norm))
            }
            _ => return None,
        })
    }

    fn norms(&self, ids: &[String]) -> Vec<RuleLink> {
        let found = ids.iter().filter_map(|id| self.law.law().norm(id)).take(LINKS);
        found.map(|(norm, _)| norm_link(self.law, self.language, norm)).collect()
    }

    fn title(&self, id: &str) -> String {
        let found = self.law.law().norm(id);
        found.map_or(id, |(norm, _)| norm.title.in_language(self.language)).to_owned()
    }

    /// *sebelum dan sesudah*.
    fn times(&self, times: &[Time]) -> String {
        let t = self.t;
        let word = |time: &Time| match time {
            Time::Before => t.departure_time_before(),
            Time::During => t.departure_time_during(),
            Time::After => t.departure_time_after(),
        };
        match times {
            [one, other] => t.departure_times_two(word(one), word(other)),
            [first, second, third] => t.departure_times_three(word(first), word(second), word(third)),
            some => some.iter().map(word).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::category::Category;

    /// Every kind of warning in both languages: only reading it tells whether the arguments stand in their places.
    #[test]
    fn every_warning_on_norms_reads_well() {
        let law = Catalogue::embedded().unwrap();
        let day = |text| base::parse_iso_date(text).unwrap();
        let (five, old) = ("PP94-5N5".to_owned(), "PP53-4-12-15".to_owned());
        let norms = || vec![five.clone()];
        let departures = [
            Departure::SaysLess { provision: 3, norms: norms(), missing: vec![Time::Before, Time::After] },
            Departure::SaysMore { provision: 3, norms: norms(), beyond: vec![Time::Before] },
            Departure::TiedToOthers { provision: 3, norms: norms(), categories: vec![Category::Pppk] },
            Departure::LeftOut { provision: 3, norm: five.clone(), categories: vec![Category::Cpns] },
            Departure::NormEnded {
                provision: 3,
                norm: old,
                last: day("2021-08-30"),
                next: norms(),
                replaced_by: vec!["pp-2021-94".to_owned()],
            },
            Departure::NormNotBegun { provision: 3, norm: five.clone(), first: day("2021-08-31") },
            Departure::NormDisputed {
                provision: 3,
                norm: five.clone(),
                disputes: vec![("pp-2021-94".to_owned(), "legislative-candidates".to_owned())],
            },
        ];
        for (language, parts) in [
            (
                Language::Indonesian,
                [
                    "Butir 3 membatasi waktunya. Norma yang terkait juga berlaku sebelum dan sesudah masa kampanye.",
                    "Butir 3 menyebut waktu sebelum masa kampanye.",
                    "butir 3 tidak mengikat kategori ini: PPPK.",
                    "Butir 3 tidak menyebut kategori ini: CPNS.",
                    "Butir 3 terkait norma yang hanya berlaku sampai 30 Agustus 2021: ",
                    "Butir 3 terkait norma yang baru berlaku mulai 31 Agustus 2021: ",
                    "Butir 3 terkait norma yang ditafsirkan berbeda (Keputusan",
                ],
            ),
            (
                Language::English,
                [
                    "Provision 3 limits its time. The norms tied to it hold before and after the campaign, too.",
                    "Provision 3 names the time before the campaign.",
                    "provision 3 do not bind these categories: Contract civil servants (PPPK).",
                    "Provision 3 does not name these categories: Candidate civil servants (CPNS).",
                    "Provision 3 is tied to a norm that was in force until 30 August 2021 only: ",
                    "Provision 3 is tied to a norm that is in force from 31 August 2021 only: ",
                    "Provision 3 is tied to a norm that is read in different ways (Decisions",
                ],
            ),
        ] {
            let words = Words { law: &law, t: i18n::messages(language), language };
            for (departure, part) in departures.iter().zip(parts) {
                let Warning { text, lead, links } = words.of_norms(departure).unwrap();
                let text = text.replace('\u{a0}', " ");
                assert!(text.contains(part), "{text}\n{part}");
                assert!(!lead.is_empty());
                let link = links.first().unwrap();
                assert_eq!(link.href, "/aturan/norma/PP94-5N5");
                let shown = format!("{} {}", link.text, link.article.text).replace('\u{a0}', " ");
                assert_eq!(shown, "PP 94/2021 Pasal 5 huruf n angka 5");
            }
        }
    }
}
