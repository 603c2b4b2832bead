//! What a fresh draft begins with: a template of the law files.

use domain::category::Category;
use domain::circular::{Addressees, Body};
use domain::provision::Provision;
use norms::{Catalogue, Template, TemplateProvision};

/// The draft that the template with this id makes; the first one's when there is none, as when nobody chose.
pub fn begin(law: &Catalogue, id: &str) -> (Body, Addressees) {
    let templates = law.templates();
    let chosen = templates.iter().find(|it| it.id == id).or(templates.first());
    chosen.map(|template| draft(law, template)).unwrap_or_default()
}

/// The draft with which most begin.
#[must_use]
pub fn usual(law: &Catalogue) -> (Body, Addressees) {
    begin(law, "")
}

fn draft(law: &Catalogue, template: &Template) -> (Body, Addressees) {
    let provision = |it: &TemplateProvision| Provision {
        key: it.key.clone(),
        text: it.text.clone(),
        topics: it.topics.clone(),
        norms: norms(law, it),
    };
    let body = Body {
        subject: template.subject.clone(),
        election: template.election.clone(),
        opening: template.opening.clone(),
        provisions: template.provisions.iter().map(provision).collect(),
        closing: template.closing.clone(),
        bases: template.bases.clone(),
        copies: template.copies.clone(),
        attachments: Vec::new(),
    };
    let categories = template.categories.iter().filter_map(|code| Category::from_code(code)).collect();
    (body, Addressees { categories, ..Addressees::default() })
}

/// The norms that the articles state on which a provision rests. Whoever wrote the template chose these articles, so they are
/// no mere proposal.
fn norms(law: &Catalogue, provision: &TemplateProvision) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for basis in &provision.basis {
        let stated = law.norms_of(&basis.instrument, &basis.provision).filter(|norm| norm.kind.is_told());
        for norm in stated {
            if !found.contains(&norm.id) {
                found.push(norm.id.clone());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::Date;
    use domain::circular::departure::{Departure, departures};
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LAW: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

    /// Whoever begins from any template can publish at once: nothing is missing.
    #[test]
    fn every_template_is_complete() {
        let law = Catalogue::embedded().unwrap();
        assert!(law.templates().len() >= 4);
        for template in law.templates() {
            let (body, to) = begin(&law, &template.id);
            assert_eq!(body.flaws(&to), [], "{}", template.id);
            assert_eq!(to.categories.len(), template.categories.len(), "{}", template.id);
        }
    }

    #[test]
    fn whoever_chooses_none_gets_the_first() {
        let law = Catalogue::embedded().unwrap();
        assert_eq!(begin(&law, "tidak-ada"), usual(&law));
        assert_ne!(begin(&law, "desa"), usual(&law));
    }

    #[test]
    fn every_provision_of_a_template_is_tied_to_norms() {
        for template in LAW.templates() {
            for provision in draft(&LAW, template).0.provisions {
                assert!(!provision.norms.is_empty(), "{}: {}", template.id, provision.key);
            }
        }
    }

    /// What does not fit. That a norm is read in different ways is no fault of a template.
    fn misfits(body: &Body, to: &Addressees, dated: Date) -> Vec<Departure> {
        let mut found = departures(&LAW, body, to, dated);
        found.retain(|it| !matches!(it, Departure::NormDisputed { .. }));
        found
    }

    proptest! {
        /// A template says nothing that its bases do not say, to nobody whom they do not bind, whatever its author takes
        /// out and whenever, since the law on file is as it is.
        #[test]
        fn a_template_fits_the_law(
            which in 0_usize..4, out in any::<u16>(), left_out in 1_u16..511, later in 0_i32..2_000,
        ) {
            let template = &LAW.templates()[which % LAW.templates().len()];
            let (mut body, mut to) = draft(&LAW, template);
            let dated = Date::from_ordinal_date(2023, 304).unwrap().saturating_add(time::Duration::days(later.into()));
            prop_assert_eq!(misfits(&body, &to, dated), []);
            let mut place = 0;
            body.provisions.retain(|_| { place += 1; out & (1 << place) == 0 });
            let mut place = 0;
            to.categories.retain(|_| { place += 1; left_out & (1 << place) == 0 });
            prop_assert_eq!(misfits(&body, &to, dated), []);
        }
    }
}
