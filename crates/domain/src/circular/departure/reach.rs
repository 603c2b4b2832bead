//! Whom the cited instruments bind, in what, and with which sanctions.

use super::spoken_to::spoken_to;
use super::{Article, Departure};
use crate::category::Category;
use crate::circular::{Addressees, Body};
use crate::provision::Provision;
use base::Date;
use norms::{Catalogue, Certainty, Instrument, Role, Sanction, SanctionBasis, Topic};

/// Most articles that are named beside one warning.
const ARTICLES: usize = 4;

/// Where a letter says to people what nothing that it cites says to them. Nothing is said of a letter that cites nothing in
/// force: that is told by its flaws and by what has ended.
pub(super) fn departures(
    law: &Catalogue,
    cited: &[&Instrument],
    body: &Body,
    to: &Addressees,
    dated: Date,
) -> Vec<Departure> {
    if cited.is_empty() {
        return Vec::new();
    }
    let is_bound = |category: &Category| cited.iter().any(|it| binds(it, *category));
    let (bound, unbound): (Vec<Category>, Vec<Category>) = to.categories.iter().partition(|it| is_bound(it));
    let mut found: Vec<Departure> = Vec::new();
    if !unbound.is_empty() {
        found.push(Departure::Unbound(unbound));
    }
    for (place, provision) in (1..).zip(&body.provisions).filter(|(_, it)| !it.text.trim().is_empty()) {
        // Whoever is bound by nothing was named once already.
        let named = spoken_to(&provision.text);
        let meant: Vec<Category> = bound.iter().copied().filter(|it| named.is_empty() || named.contains(it)).collect();
        found.extend(topics(law, cited, (place, provision), &meant, dated));
        for sanction in law.sanctions().iter().filter(|it| it.is_named_in(&provision.text)) {
            found.extend(sanctions(law, cited, place, sanction, &meant));
        }
    }
    found
}

/// Whether an instrument addresses people of a category, itself or in some provision.
fn binds(instrument: &Instrument, category: Category) -> bool {
    instrument.addressees.includes(category.code()) || instrument.provisions.iter().any(|it| addresses(it, category))
}

/// Whether a provision of law addresses people of a category, as such or by an office that they can hold.
pub(super) fn addresses(provision: &norms::Provision, category: Category) -> bool {
    let by_office = provision.addressees.roles.iter().any(|role| holders(*role).contains(&category));
    by_office || provision.addressees.includes(category.code())
}

/// The categories out of which an office is filled. Offices outside the workforce of a region bind nobody here.
const fn holders(role: Role) -> &'static [Category] {
    match role {
        Role::HeadOfUnit | Role::Camat | Role::Lurah | Role::DirectSuperior | Role::AsnOfficial => {
            &[Category::Pns, Category::Pppk]
        }
        Role::AppointingAuthority | Role::RegionalHead | Role::CampaignSide | Role::ElectionSupervisor => &[],
    }
}

/// What a provision is about. Topics that only say who is meant count for nothing beside others.
fn matters(provision: &Provision) -> Vec<Topic> {
    let says_who = |topic: &Topic| matches!(topic, Topic::Village | Topic::NonAsn);
    let others: Vec<Topic> = provision.topics.iter().copied().filter(|it| !says_who(it)).collect();
    if others.is_empty() { provision.topics.clone() } else { others }
}

fn topics(
    law: &Catalogue,
    cited: &[&Instrument],
    (place, provision): (usize, &Provision),
    meant: &[Category],
    dated: Date,
) -> Option<Departure> {
    let matters = matters(provision);
    if matters.is_empty() {
        return Some(Departure::Untold { provision: place });
    }
    let about = |it: &norms::Provision| it.topics.iter().any(|topic| matters.contains(topic));
    let says = |instrument: &Instrument, category: Category| {
        instrument.provisions.iter().any(|it| about(it) && addresses(it, category))
    };
    let without = |category: &Category| !cited.iter().any(|it| says(it, *category));
    let categories: Vec<Category> = meant.iter().copied().filter(without).collect();
    if categories.is_empty() {
        return None;
    }
    let is_cited = |it: &Instrument| cited.iter().any(|known| known.id == it.id);
    let mut others: Vec<&Instrument> = national(law).filter(|it| !is_cited(it)).collect();
    others.retain(|it| it.is_offered() && it.in_force_on(dated) != Some(false));
    others.sort_by_key(|it| it.rank());
    // What nobody has read yet is not proposed to be cited.
    let is_read = |part: &norms::Provision| part.certainty != Certainty::Memory;
    let concerns = |part: &norms::Provision| categories.iter().any(|who| addresses(part, *who));
    let could = others.into_iter().flat_map(|it| {
        let fits = |part: &&norms::Provision| is_read(part) && about(part) && concerns(part);
        it.provisions.iter().filter(fits).map(|part| article(&it.id, &part.id))
    });
    let could = could.take(ARTICLES).collect();
    let is_all = categories.len() == meant.len();
    Some(Departure::Wider { provision: place, topics: provision.topics.clone(), categories, is_all, could })
}

/// The instruments that no regional government issued: those of one bind nobody in another.
fn national(law: &Catalogue) -> impl Iterator<Item = &Instrument> {
    law.instruments().iter().filter(|it| !it.issuers.iter().any(|issuer| law.institution(issuer).is_some()))
}

fn article(instrument: &str, provision: &str) -> Article {
    Article { instrument: instrument.to_owned(), provision: provision.to_owned() }
}

fn sanctions(
    law: &Catalogue,
    cited: &[&Instrument],
    place: usize,
    sanction: &Sanction,
    meant: &[Category],
) -> Vec<Departure> {
    let is_cited = |it: &&SanctionBasis| cited.iter().any(|known| known.id == it.instrument);
    let reaches = |it: &SanctionBasis, category: Category| {
        law.provision(&it.instrument, &it.provision).is_some_and(|part| addresses(part, category))
    };
    let rests: Vec<&SanctionBasis> = sanction.basis.iter().filter(is_cited).collect();
    let without = |category: &Category| !rests.iter().any(|it| reaches(it, *category));
    let categories: Vec<Category> = meant.iter().copied().filter(without).collect();
    let mut found = Vec::new();
    if !categories.is_empty() {
        let known_to = sanction.basis.iter().take(ARTICLES).map(|it| article(&it.instrument, &it.provision)).collect();
        found.push(Departure::Sanction { provision: place, sanction: sanction.id.clone(), categories, known_to });
    }
    let concerns = |it: &&SanctionBasis| meant.iter().any(|category| reaches(it, *category));
    found.extend(rests.into_iter().filter(concerns).filter_map(|it| {
        let article = article(&it.instrument, &it.provision);
        let (sanction, dispute) = (sanction.id.clone(), it.dispute.clone()?);
        Some(Departure::SanctionDisputed { provision: place, sanction, article, dispute })
    }));
    found
}
