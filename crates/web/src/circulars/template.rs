//! What a fresh draft begins with: a template of the law files.

use domain::category::Category;
use domain::circular::{Addressees, Body};
use domain::provision::Provision;
use norms::{Catalogue, Template, TemplateProvision};

/// The draft that the template with this id makes; the first one's when there is none, as when nobody chose.
pub fn begin(law: &Catalogue, id: &str) -> (Body, Addressees) {
    let templates = law.templates();
    let chosen = templates.iter().find(|it| it.id == id).or(templates.first());
    chosen.map(draft).unwrap_or_default()
}

/// The draft with which most begin.
#[must_use]
pub fn usual(law: &Catalogue) -> (Body, Addressees) {
    begin(law, "")
}

fn draft(template: &Template) -> (Body, Addressees) {
    let provision =
        |it: &TemplateProvision| Provision { key: it.key.clone(), text: it.text.clone(), topics: it.topics.clone() };
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
