//! The sanction, if it is proved: what can be imposed, by whom, and what happens until then.

use super::answer::link;
use super::view;
use crate::public::RuleLink;
use base::Language;
use i18n::Messages;
use norms::{Catalogue, ExplainedCategory, ExplainedMatch, ExplainedPenalty, Explanation, NormCategory, Verdict};

/// What a category of breaches brings.
pub struct Consequence {
    pub name: String,
    pub says: String,
    /// Name and terms of each sanction.
    pub penalties: Vec<(String, String)>,
    pub bases: Vec<RuleLink>,
}

/// What follows when it is proved.
#[derive(Default)]
pub struct Sanctions {
    pub categories: Vec<Consequence>,
    pub authorities: Vec<String>,
    /// Name, course and first term of each procedure.
    pub tracks: Vec<(String, String, String)>,
}

/// What follows of what the verdict rests on. Several categories can lead to the same authority and the same procedure:
/// each is told once.
pub fn sanctions(
    law: &Catalogue,
    language: Language,
    t: &Messages,
    explained: &Explanation<'_>,
    verdict: Verdict,
) -> Sanctions {
    let mut found = Sanctions::default();
    let rests = |it: &&ExplainedCategory<'_>| {
        it.category != NormCategory::Principle && (verdict != Verdict::NotAllowed || it.holds == "applies")
    };
    for it in explained.consequences.iter().filter(rests) {
        found.categories.push(consequence(law, language, t, explained, it));
        for who in it.authorities.iter().map(|it| view::capital(it.who)) {
            if !found.authorities.contains(&who) {
                found.authorities.push(who);
            }
        }
        for track in &it.tracks {
            let track = (view::capital(track.name), track.says.to_owned(), track.clock.unwrap_or_default().to_owned());
            if !found.tracks.contains(&track) {
                found.tracks.push(track);
            }
        }
    }
    found
}

fn consequence(
    law: &Catalogue,
    language: Language,
    t: &Messages,
    explained: &Explanation<'_>,
    it: &ExplainedCategory<'_>,
) -> Consequence {
    let of = |found: &&ExplainedMatch<'_>| it.norms.contains(&found.norm);
    let own = explained.matches.iter().filter(of).flat_map(|it| &it.penalties);
    let mut penalties: Vec<&ExplainedPenalty<'_>> = it.penalties.iter().collect();
    for penalty in own.filter(|_| it.penalties.is_empty()) {
        if !penalties.iter().any(|known| known.penalty == penalty.penalty) {
            penalties.push(penalty);
        }
    }
    let mut bases: Vec<RuleLink> = Vec::new();
    for link in penalties.iter().flat_map(|it| it.basis.iter()).map(|basis| link(law, language, basis)) {
        if !bases.contains(&link) {
            bases.push(link);
        }
    }
    Consequence {
        name: it.name.to_owned(),
        says: it.otherwise.unwrap_or(it.says).to_owned(),
        penalties: penalties.into_iter().map(|it| penalty(t, it)).collect(),
        bases,
    }
}

fn penalty(t: &Messages, it: &ExplainedPenalty<'_>) -> (String, String) {
    let awaits = it.awaits.map(|what| t.may_awaits(what.as_str()));
    let terms = it.says.map(ToString::to_string).into_iter().chain(awaits).collect::<Vec<_>>().join(" ");
    (view::capital(it.name), terms)
}
