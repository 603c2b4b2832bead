//! What provisions say beside the norms that they are tied to. Nothing is said of a provision that nobody has tied, and
//! nothing of a norm that the files do not know any more.

use super::reach::addresses;
use super::spoken_to::spoken_to;
use super::stages::named_in;
use super::{Departure, Time};
use crate::category::Category;
use crate::circular::{Addressees, Body};
use crate::provision::Provision;
use base::Date;
use norms::{Catalogue, Contest, ElectionKind, Limits, Norm, NormReading, Phase, words_of};
use std::collections::BTreeSet;

/// Most norms that are named in place of one that has ended.
const NEXT: usize = 4;

/// Words for offices. Who is named by an office is fewer than a category on purpose.
const OFFICES: &[&str] = &["pejabat", "atasan", "camat", "lurah", "pimpinan", "kepala perangkat", "kepala unit"];

pub(super) fn departures(
    law: &Catalogue,
    body: &Body,
    to: &Addressees,
    dated: Date,
    told: &[Departure],
) -> Vec<Departure> {
    let contests = contests(law, &body.election);
    let mut found = Vec::new();
    for (place, provision) in (1..).zip(&body.provisions).filter(|(_, it)| !it.norms.is_empty()) {
        let tied: Vec<&Norm> = provision.norms.iter().filter_map(|id| Some(law.law().norm(id)?.0)).collect();
        let in_time: Vec<_> = tied.iter().map(|norm| (*norm, time(law, place, provision, norm, dated))).collect();
        let holding: Vec<&Norm> = in_time.iter().filter(|(_, late)| late.is_none()).map(|(norm, _)| *norm).collect();
        found.extend(in_time.into_iter().filter_map(|(_, late)| late));
        found.extend(stages(law, place, provision, &holding));
        found.extend(others(law, place, provision, &holding, to, told));
        found.extend(holding.iter().filter_map(|norm| left_out(law, body, (place, provision), norm, to)));
        found.extend(holding.iter().filter_map(|norm| disputed(place, norm, &contests)));
    }
    found
}

fn ids(norms: &[&Norm]) -> Vec<String> {
    norms.iter().map(|norm| norm.id.clone()).collect()
}

/// Whether a norm had ended or not begun on the date of the letter. That it reaches acts of before makes no difference: a
/// letter tells what holds.
fn time(law: &Catalogue, place: usize, provision: &Provision, norm: &Norm, dated: Date) -> Option<Departure> {
    let id = norm.id.clone();
    if let Some(first) = norm.from.filter(|first| dated < *first) {
        return Some(Departure::NormNotBegun { provision: place, norm: id, first });
    }
    let last = norm.to.filter(|last| *last < dated)?;
    let mut replaced_by: Vec<String> = Vec::new();
    for successor in norm.says_by().flat_map(|(instrument, _)| law.successors(instrument)) {
        if !replaced_by.contains(&successor.id) {
            replaced_by.push(successor.id.clone());
        }
    }
    let alike = if replaced_by.is_empty() { Vec::new() } else { law.norms_in(&provision.text, &replaced_by, dated) };
    let next = alike.into_iter().take(NEXT).map(|norm| norm.id.clone()).collect();
    Some(Departure::NormEnded { provision: place, norm: id, last, next, replaced_by })
}

/// Whether the words of a provision take time from the norms, or add some to all of them.
fn stages(law: &Catalogue, place: usize, provision: &Provision, norms: &[&Norm]) -> Vec<Departure> {
    let Some(named) = named_in(&provision.text) else { return Vec::new() };
    let mut found = Vec::new();
    let wider = |norm: &&Norm| law.law().surely_holds_in(norm).is_some_and(|holds| !holds.is_subset(&named));
    let cut: Vec<&Norm> = norms.iter().copied().filter(wider).collect();
    if !cut.is_empty() {
        let holds = cut.iter().filter_map(|norm| law.law().surely_holds_in(norm)).flatten();
        let missing: BTreeSet<Time> = holds.filter(|phase| !named.contains(phase)).map(Time::of).collect();
        let missing = missing.into_iter().collect();
        found.push(Departure::SaysLess { provision: place, norms: ids(&cut), missing });
    }
    // One norm that does not depend on the time, or of which that is not known, may be what the words rest on.
    let times: Option<Vec<BTreeSet<Phase>>> = norms.iter().map(|norm| law.law().may_hold_in(norm)).collect();
    let held: BTreeSet<Time> = times.iter().flatten().flatten().copied().map(Time::of).collect();
    let beyond: BTreeSet<Time> = named.into_iter().map(Time::of).filter(|time| !held.contains(time)).collect();
    if times.is_some() && !norms.is_empty() && !beyond.is_empty() {
        let beyond = beyond.into_iter().collect();
        found.push(Departure::SaysMore { provision: place, norms: ids(norms), beyond });
    }
    found
}

/// Whether a norm binds people of a category. One that is not matched against acts binds whom its articles address.
fn binds(law: &Catalogue, norm: &Norm, category: Category) -> bool {
    match norm.subjects() {
        Some(subjects) => subjects.contains(category.code()),
        None => !norm.when.is_empty() || addressed(law, norm, category),
    }
}

fn addressed(law: &Catalogue, norm: &Norm, category: Category) -> bool {
    let mut articles = norm.says_by().filter_map(|(instrument, provision)| law.provision(instrument, provision));
    articles.any(|article| addresses(article, category))
}

/// To whom a provision speaks of those to whom the letter is addressed.
fn meant(provision: &Provision, to: &Addressees) -> Vec<Category> {
    let named = spoken_to(&provision.text);
    to.categories.iter().copied().filter(|it| named.is_empty() || named.contains(it)).collect()
}

fn others(
    law: &Catalogue,
    place: usize,
    provision: &Provision,
    norms: &[&Norm],
    to: &Addressees,
    told: &[Departure],
) -> Option<Departure> {
    if norms.is_empty() {
        return None;
    }
    // For whom nothing that is cited says this was told already.
    let is_told = |category: &Category| {
        told.iter().any(|departure| match departure {
            Departure::Unbound(categories) => categories.contains(category),
            Departure::Wider { provision, categories, .. } => *provision == place && categories.contains(category),
            _ => false,
        })
    };
    let is_bound = |category: &Category| norms.iter().any(|norm| binds(law, norm, *category));
    let mut categories = meant(provision, to);
    categories.retain(|it| !is_bound(it) && !is_told(it));
    (!categories.is_empty()).then(|| Departure::TiedToOthers { provision: place, norms: ids(norms), categories })
}

/// Whom a norm names beside those whom the provision names. Only what both the norm and its article say counts, and only
/// where no other provision that is tied to the norm speaks to them.
fn left_out(
    law: &Catalogue,
    body: &Body,
    (place, provision): (usize, &Provision),
    norm: &Norm,
    to: &Addressees,
) -> Option<Departure> {
    let words = words_of(&provision.text);
    let by_office = OFFICES.iter().any(|office| words.contains(&format!(" {office} ")));
    let subjects = norm.subjects().filter(|_| !by_office)?;
    let tied = body.provisions.iter().filter(|it| it.norms.contains(&norm.id));
    let reached: Vec<Category> = tied.flat_map(|it| meant(it, to)).collect();
    let forgotten = |it: &Category| subjects.contains(it.code()) && !reached.contains(it) && addressed(law, norm, *it);
    let categories: Vec<Category> = to.categories.iter().copied().filter(forgotten).collect();
    (!categories.is_empty()).then(|| Departure::LeftOut { provision: place, norm: norm.id.clone(), categories })
}

/// The contests of the elections that a letter names; all of them where that cannot be read.
fn contests(law: &Catalogue, election: &str) -> Vec<Contest> {
    let words = words_of(election);
    let named = law.elections_named(election).map(|it| it.kind);
    let by_word = [(" pilkada ", ElectionKind::Regional), (" pemilu ", ElectionKind::General)];
    let by_word = by_word.into_iter().filter(|(word, _)| words.contains(word)).map(|(_, kind)| kind);
    let mut found: Vec<Contest> = named.chain(by_word).flat_map(|kind| kind.contests()).copied().collect();
    found.sort();
    found.dedup();
    if found.is_empty() { Contest::ALL.to_vec() } else { found }
}

/// The points on which readings differ about when a norm applies. Where they differ about the sanction alone, or about
/// contests of which the letter does not speak, its words are the same under all of them.
fn disputed(place: usize, norm: &Norm, contests: &[Contest]) -> Option<Departure> {
    let differs = |readings: &[NormReading]| {
        let told: BTreeSet<(bool, Limits)> = readings.iter().map(|it| (it.never, concerning(it, contests))).collect();
        told.len() > 1
    };
    let disputes = norm.disputes.iter().filter(|it| differs(&it.readings));
    let disputes: Vec<_> = disputes.map(|it| (it.instrument.clone(), it.dispute.clone())).collect();
    (!disputes.is_empty()).then(|| Departure::NormDisputed { provision: place, norm: norm.id.clone(), disputes })
}

/// What a reading asks for beyond what is so in these contests anyway.
fn concerning(reading: &NormReading, contests: &[Contest]) -> Limits {
    let is_so = |answers: &[String]| contests.iter().all(|it| answers.iter().any(|answer| answer == it.code()));
    let mut limits = reading.limits.clone();
    limits.retain(|element, answers| element != "contest" || !is_so(answers));
    limits
}

#[cfg(test)]
mod tests;
