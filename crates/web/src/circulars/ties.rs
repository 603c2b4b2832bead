//! The norms that a provision is tied to, as its author chooses them: what is tied and what its words propose to tick, and
//! any other by its code.

use super::warnings::norm_link;
use crate::public::RuleLink;
use base::{Date, Language};
use domain::circular::Body;
use domain::provision::Provision;
use i18n::Messages;
use norms::{Catalogue, Norm};

/// A norm to tick.
pub struct NormChoice {
    /// Its code.
    pub id: String,
    /// Its short name.
    pub title: String,
    /// Its article, which leads to it.
    pub link: RuleLink,
    /// Whether it is tied.
    pub is_tied: bool,
}

/// The choice of norms of one provision.
pub struct NormField {
    /// Names of the fields for ticked norms and for typed codes.
    pub name: String,
    pub more_name: String,
    /// What is tied, in words; empty for a provision that nobody has kept yet.
    pub chosen: String,
    /// What is tied, then what is proposed.
    pub choices: Vec<NormChoice>,
    /// Codes that the law files do not know.
    pub unknown: String,
}

/// What the choice is made by.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub law: &'a Catalogue,
    pub t: &'a Messages,
    pub language: Language,
    pub today: Date,
}

/// Brings codes to how the law files write them: capitals make no difference to whoever types one.
pub fn settle(law: &Catalogue, body: &mut Body) {
    for provision in &mut body.provisions {
        let mut settled: Vec<String> = Vec::new();
        for code in &provision.norms {
            let known = law.law().norms().find(|norm| norm.id.eq_ignore_ascii_case(code));
            let code = known.map_or(code, |norm| &norm.id);
            if !settled.contains(code) {
                settled.push(code.clone());
            }
        }
        provision.norms = settled;
    }
}

/// The codes of a provision that no norm has.
fn unknown<'a>(law: &Catalogue, provision: &'a Provision) -> Vec<&'a str> {
    provision.norms.iter().filter(|id| law.law().norm(id).is_none()).map(String::as_str).collect()
}

/// What is wrong with the codes, each with the field to mend it in.
pub fn errors(law: &Catalogue, t: &Messages, body: &Body) -> Vec<(String, String)> {
    let one = |(place, provision): (usize, &Provision)| {
        let unknown = unknown(law, provision);
        let text = || t.draft_norms_unknown(place.to_string(), unknown.join(", "));
        (!unknown.is_empty()).then(|| (format!("norma-lain-{place}"), text()))
    };
    (1..).zip(&body.provisions).filter_map(one).collect()
}

impl NormField {
    /// The choice for a provision of a draft that rests on `bases`.
    pub fn of(ground: Ground<'_>, place: usize, provision: &Provision, bases: &[String]) -> Self {
        let Ground { law, t, language, today } = ground;
        let tied: Vec<&Norm> = provision.norms.iter().filter_map(|id| Some(law.law().norm(id)?.0)).collect();
        let mut proposed = law.norms_in(&provision.text, bases, today);
        proposed.retain(|norm| !provision.norms.contains(&norm.id));
        let unknown = unknown(law, provision).join(", ");
        let choice = |norm: &&Norm, is_tied: bool| NormChoice {
            id: norm.id.clone(),
            title: norm.title.in_language(language).to_owned(),
            link: norm_link(law, language, norm),
            is_tied,
        };
        let titles: Vec<&str> = tied.iter().map(|norm| norm.title.in_language(language)).collect();
        let is_new = provision.key.is_empty() && provision.norms.is_empty();
        let chosen = match (titles.as_slice(), proposed.len()) {
            _ if is_new => String::new(),
            ([], 0) => t.draft_norms_none(),
            ([], count) => t.draft_norms_proposed(count.to_string()),
            (some, _) => t.draft_norms_chosen(some.join("; ")),
        };
        let choices = tied.iter().map(|norm| choice(norm, true));
        Self {
            name: format!("norma-{place}"),
            more_name: format!("norma-lain-{place}"),
            chosen,
            choices: choices.chain(proposed.iter().map(|norm| choice(norm, false))).collect(),
            unknown,
        }
    }
}

/// All norms that a provision can repeat, as code and short name, to be found while one types.
pub fn known(law: &Catalogue, language: Language) -> Vec<(String, String)> {
    let told = law.law().norms().filter(|norm| norm.kind.is_told());
    told.map(|norm| (norm.id.clone(), norm.title.in_language(language).to_owned())).collect()
}
