//! The form of an assessment: read out of the address, and laid out with what can matter for these acts.

use crate::typed_date::typed_date;
use base::{Date, Language};
use i18n::Messages;
use norms::facts::{ElementIndex, Facts};
use norms::{ACT, Answers, Catalogue, Element, Inquiry, InquiryFault, Limits, Mattering, SUBJECT};
use std::collections::BTreeMap;
use url::form_urlencoded::Serializer;

/// Before the id of an element in the name of its field: no id of the law files is taken for a field of the page.
const FACT: &str = "unsur-";

/// What the address of the page says, as it was typed and chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    pub day: String,
    pub month: String,
    pub year: String,
    pub election: String,
    pub acts: Vec<String>,
    /// By the id of the element; what is not known is left out.
    pub answers: BTreeMap<String, String>,
    /// Whether anything was sent at all.
    pub begun: bool,
}

impl Sent {
    /// Reads the fields of an address. A field that there is not is passed over: the address may come from an older version.
    pub fn read(pairs: Vec<(String, String)>) -> Self {
        let mut sent = Self { begun: !pairs.is_empty(), ..Self::default() };
        for (name, value) in pairs {
            match name.as_str() {
                "hari_day" => sent.day = value,
                "hari_month" => sent.month = value,
                "hari_year" => sent.year = value,
                "pemilihan" => sent.election = value,
                "perbuatan" if !value.is_empty() && !sent.acts.contains(&value) => sent.acts.push(value),
                _ => {
                    if let Some(element) = name.strip_prefix(FACT).filter(|id| *id != ACT && !value.is_empty()) {
                        sent.answers.insert(element.to_owned(), value);
                    }
                }
            }
        }
        sent
    }

    /// The day of the act, if it is one.
    pub fn on(&self) -> Option<Date> {
        typed_date(&self.day, &self.month, &self.year)
    }

    /// What is asked of the engine, with all answers or with none but the category of the person.
    fn inquiry(&self, on: Date, all: bool) -> Inquiry {
        let kept = self.answers.iter().filter(|(element, _)| all || element.as_str() == SUBJECT);
        let facts: Limits = kept.map(|(element, answer)| (element.clone(), vec![answer.clone()])).collect();
        let election = Some(self.election.clone()).filter(|id| !id.is_empty());
        Inquiry { on, election, acts: self.acts.clone(), facts: Answers(facts) }
    }

    /// The same as the query of an address.
    pub fn query(&self) -> String {
        let mut query = Serializer::new(String::new());
        let day = [("hari_day", &self.day), ("hari_month", &self.month), ("hari_year", &self.year)];
        query.extend_pairs(day).append_pair("pemilihan", &self.election);
        query.extend_pairs(self.acts.iter().map(|act| ("perbuatan", act)));
        query.extend_pairs(self.answers.iter().map(|(element, answer)| (field_of(element), answer)));
        query.finish()
    }
}

/// What keeps an assessment from being made: the field and how to mend it.
pub type FormError = (String, String);

/// One question of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub name: String,
    pub question: String,
    pub help: String,
    pub options: Vec<(String, String)>,
    pub current: String,
}

/// The questions that can matter, in groups.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fields {
    /// They can change which norms apply.
    pub norms: Vec<Field>,
    /// They can change only what follows.
    pub consequences: Vec<Field>,
    /// They were answered before and can change nothing; they are shown so that nothing is assessed unseen.
    pub kept: Vec<Field>,
}

/// What the acts, the day and the election leave to be asked. Nothing while one of them is missing or does not exist.
pub fn fields(law: &Catalogue, t: &Messages, language: Language, sent: &Sent) -> Option<Fields> {
    let on = sent.on()?;
    // The questions do not change with the answers, the category of the person aside: a form that drops what was just
    // answered cannot be corrected.
    let told = law.told(&sent.inquiry(on, false)).ok()?;
    let Mattering { mut norms, consequences } = law.law().mattering(&told, on);
    let vocabulary = law.law().vocabulary();
    let open = law.told(&Inquiry { facts: Answers::default(), ..sent.inquiry(on, false) }).ok()?;
    let asker = Asker { law, t, language, sent, acts: &told, open: &open };
    if let Some(subject) = vocabulary.index(SUBJECT)
        && !norms.contains(&subject)
    {
        norms.insert(0, subject);
    }
    let asked = |list: &[ElementIndex]| list.iter().filter_map(|it| asker.field(*it)).collect::<Vec<Field>>();
    let (norms, consequences) = (asked(&norms), asked(&consequences));
    let is_shown = |name: &str| norms.iter().chain(&consequences).any(|field| field.name == name);
    let answered = sent.answers.keys().filter(|id| !is_shown(&field_of(id)));
    let kept = answered.filter_map(|id| asker.field(vocabulary.index(id)?)).collect();
    Some(Fields { norms, consequences, kept })
}

struct Asker<'a> {
    law: &'a Catalogue,
    t: &'a Messages,
    language: Language,
    sent: &'a Sent,
    /// What is known with the category of the person.
    acts: &'a [Facts],
    /// What is known without it.
    open: &'a [Facts],
}

impl Fields {
    /// Whether the form asks the question of this field.
    pub fn has(&self, name: &str) -> bool {
        let all = self.norms.iter().chain(&self.consequences).chain(&self.kept);
        all.into_iter().any(|field| field.name == name)
    }
}

impl Asker<'_> {
    /// The question, with the answers that the day, the election and the acts leave possible.
    fn field(&self, index: ElementIndex) -> Option<Field> {
        let vocabulary = self.law.law().vocabulary();
        let element = vocabulary.element(index)?;
        let known = if element.id == SUBJECT { self.open } else { self.acts };
        let together = known.iter().copied().reduce(|all, facts| all.or(&facts))?;
        let possible = together.possible(vocabulary.layout(), index).filter_map(|it| element.answers.get(it as usize));
        let answer = |it: &norms::Answer| (it.id.clone(), it.label.in_language(self.language).to_owned());
        let unknown = (String::new(), self.t.assessment_unknown());
        Some(Field {
            name: field_of(&element.id),
            question: element.question.in_language(self.language).to_owned(),
            help: help_of(element, self.language),
            options: std::iter::once(unknown).chain(possible.map(answer)).collect(),
            current: self.sent.answers.get(&element.id).cloned().unwrap_or_default(),
        })
    }
}

/// The inquiry, or what has to be mended before there is one.
pub fn asked(law: &Catalogue, t: &Messages, language: Language, sent: &Sent) -> Result<Inquiry, Vec<FormError>> {
    let on = sent.on();
    let wrong = [
        (on.is_none(), "hari", t.assessment_error_day()),
        (sent.acts.is_empty(), "perbuatan", t.assessment_error_acts()),
    ];
    let errors: Vec<FormError> =
        wrong.into_iter().filter_map(|(is_wrong, field, text)| is_wrong.then(|| (field.to_owned(), text))).collect();
    let Some(on) = on.filter(|_| errors.is_empty()) else { return Err(errors) };
    let inquiry = sent.inquiry(on, true);
    match law.told(&inquiry) {
        Ok(_) => Ok(inquiry),
        Err(InquiryFault::Contradiction(id)) => {
            let vocabulary = law.law().vocabulary();
            let element = vocabulary.index(&id).and_then(|index| vocabulary.element(index));
            let label = element.map_or("", |it| it.label.in_language(language));
            Err(vec![(field_of(&id), t.assessment_error_contradiction(label))])
        }
        Err(_) => Err(vec![("hari".to_owned(), t.assessment_error_unknown())]),
    }
}

/// The name of the field of an element.
pub fn field_of(element: &str) -> String {
    format!("{FACT}{element}")
}

/// Whether a field is one of an element.
pub fn is_of_element(field: &str) -> bool {
    field.starts_with(FACT)
}

/// What helps to answer the question of an element; empty where nothing does.
pub fn help_of(element: &Element, language: Language) -> String {
    element.help.as_ref().map_or("", |help| help.in_language(language)).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(query: &str) -> Vec<(String, String)> {
        url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    }

    #[test]
    fn an_address_is_read_and_written_back_without_what_is_not_known() {
        let query = "hari_day=10&hari_month=10&hari_year=2024&pemilihan=pilkada-2024&perbuatan=attend&perbuatan=post\
                     &unsur-event=campaign&unsur-subject=pns";
        let sent = Sent::read(pairs(&format!("{query}&unsur-side=&unsur-act=x&lain=y&perbuatan=attend&perbuatan=")));
        assert_eq!(sent.query(), query);
        assert_eq!(Sent::read(pairs(query)), sent);
        assert!(!Sent::read(Vec::new()).begun);
    }

    #[test]
    fn what_is_missing_contradicts_or_does_not_exist_is_told_at_its_field() {
        let (law, language) = (Catalogue::embedded().unwrap(), Language::Indonesian);
        let t = i18n::messages(language);
        let of = |query: &str| {
            let errors = asked(&law, t, language, &Sent::read(pairs(query))).unwrap_err();
            errors.into_iter().map(|(field, _)| field).collect::<Vec<_>>()
        };
        let day = "hari_day=10&hari_month=10&hari_year=2024";
        assert_eq!(of("hari_day=1"), ["hari", "perbuatan"]);
        assert_eq!(of(day), ["perbuatan"]);
        assert_eq!(of(&format!("{day}&perbuatan=x")), ["hari"]);
        assert_eq!(of(&format!("{day}&perbuatan=attend&pemilihan=x")), ["hari"]);
        assert_eq!(of(&format!("{day}&perbuatan=attend&unsur-subject=x")), ["hari"]);
        // In the campaign candidates have been determined.
        let side = of(&format!("{day}&perbuatan=attend&pemilihan=pilkada-2024&unsur-side=prospective_candidate"));
        assert!(side.len() == 1 && side[0].starts_with("unsur-"), "{side:?}");
    }

    #[test]
    fn a_question_stays_on_the_form_once_it_is_answered() {
        let (law, language) = (Catalogue::embedded().unwrap(), Language::English);
        let t = i18n::messages(language);
        let of = |query: &str| fields(&law, t, language, &Sent::read(pairs(query))).unwrap();
        let base = "hari_day=10&hari_month=10&hari_year=2024&pemilihan=pilkada-2024&perbuatan=attend&unsur-subject=pns";
        let names = |fields: &[Field]| fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
        let before = of(base);
        let after = of(&format!("{base}&unsur-event=campaign&unsur-manner=active"));
        assert_eq!(names(&before.norms), names(&after.norms));
        assert_eq!(names(&before.consequences), names(&after.consequences));
        assert_eq!(before.norms[0].name, "unsur-subject");
        assert!(before.norms[0].options.len() > 10, "every category can still be chosen");
        // What cannot matter for this act is not asked, and stays visible where the address has it.
        let stray = of(&format!("{base}&unsur-support_letter=letter_only"));
        assert!(names(&stray.norms).iter().chain(&names(&stray.kept)).any(|name| name == "unsur-support_letter"));
    }
}
