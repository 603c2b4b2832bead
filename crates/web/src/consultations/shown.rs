//! Questions and answers in words.

use crate::public::{provision_link, tied};
use crate::{Page, Site};
use base::{Date, Language};
use domain::consultation::{Answer, AnswerBasis, CALENDAR_DAYS, Counted, Ruling, WORKING_DAYS};
use i18n::{Messages, format};
use norms::Catalogue;
use service::QuestionView;

/// A provision or norm: its words, and where it is read; empty where it is read nowhere.
pub struct Basis {
    pub text: String,
    pub href: String,
}

/// An answer, or what was told of one anew.
pub struct Told {
    /// Shape and word of its beginning.
    pub verdict: (&'static str, String),
    pub basis: Vec<Basis>,
    /// Its paragraphs.
    pub text: Vec<String>,
    /// When, and in which office; empty where that is not told.
    pub on: String,
    pub office: String,
}

/// A question with its answer.
pub struct Shown {
    pub institution: String,
    pub asked: String,
    pub due: String,
    /// The question's paragraphs; none once it was erased.
    pub question: Option<Vec<String>>,
    pub facts: Vec<(String, String)>,
    pub answer: Option<Told>,
}

/// The shape that stands for a ruling: those of the self-check.
pub const fn shape(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::May => "boleh",
        Ruling::WithConditions => "bersyarat",
        Ruling::Unsettled => "belum-pasti",
        Ruling::MayNot => "dilarang",
    }
}

/// A text in paragraphs.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// What an answer rests on; what the law files do not have any more is named by its id.
pub fn basis(law: &Catalogue, language: Language, of: &[AnswerBasis]) -> Vec<Basis> {
    let one = |basis: &AnswerBasis| match basis {
        AnswerBasis::Provision { instrument, provision } => {
            match law.instrument(instrument).zip(law.provision(instrument, provision)) {
                Some((instrument, provision)) => {
                    let link = provision_link(law, language, instrument, provision);
                    Basis { text: link.text, href: link.href }
                }
                None => Basis { text: basis.code(), href: String::new() },
            }
        }
        AnswerBasis::Norm { norm } => match law.law().norm(norm) {
            Some((norm, _)) => {
                let link = norm.basis.first().and_then(|it| {
                    let (instrument, provision) =
                        (law.instrument(&it.instrument)?, law.provision(&it.instrument, &it.provision)?);
                    Some(provision_link(law, language, instrument, provision))
                });
                let title = norm.title.in_language(language);
                match link {
                    Some(link) => Basis { text: format!("{title} ({})", link.text), href: link.href },
                    None => Basis { text: title.to_owned(), href: String::new() },
                }
            }
            None => Basis { text: norm.clone(), href: String::new() },
        },
    };
    of.iter().map(one).collect()
}

/// Every norm and provision that can be chosen: what a form sends, and its words. The norms come first.
pub fn choices(law: &Catalogue, page: &Page, today: Date) -> Vec<(String, String)> {
    let language = page.language;
    let mut all = vec![(String::new(), page.t.adviser_basis_nothing())];
    for norm in law.law().norms().filter(|norm| norm.to.is_none_or(|to| to >= today)) {
        let code = AnswerBasis::Norm { norm: norm.id.clone() }.code();
        all.push((code, format!("{} {}: {}", page.t.adviser_basis_norm(), norm.id, norm.title.in_language(language))));
    }
    let mut instruments: Vec<_> =
        law.instruments().iter().filter(|it| it.is_offered() && it.in_force_on(today) != Some(false)).collect();
    instruments.sort_by_key(|it| it.rank());
    for instrument in instruments {
        for provision in &instrument.provisions {
            let (instrument_id, provision_id) = (instrument.id.clone(), provision.id.clone());
            let code = AnswerBasis::Provision { instrument: instrument_id, provision: provision_id }.code();
            let text = format!("{} {}", instrument.citation.in_language(language), provision.number);
            all.push((code, tied(text.trim_end())));
        }
    }
    all
}

/// Facts of the self-check in words: what each is about, and its answer.
pub fn facts(law: &Catalogue, language: Language, of: &[(String, String)]) -> Vec<(String, String)> {
    let vocabulary = law.law().vocabulary();
    of.iter()
        .filter_map(|(element, answer)| {
            let element = vocabulary.element(vocabulary.index(element)?)?;
            let answer = element.answers.iter().find(|it| it.id == *answer)?;
            Some((element.label.in_language(language).to_owned(), answer.label.in_language(language).to_owned()))
        })
        .collect()
}

/// By when it is answered, in words.
pub fn due(page: &Page, (day, counted): (Date, Counted)) -> String {
    let date = format::weekday_date(page.language, day);
    match counted {
        Counted::Working => page.t.ask_due_working(date, format::number(page.language, i64::from(WORKING_DAYS))),
        Counted::Calendar => page.t.ask_due_calendar(date, format::number(page.language, CALENDAR_DAYS)),
    }
}

/// What stands below an answer about who gave it.
pub fn office(t: &Messages, office: &str) -> String {
    if office.is_empty() { t.answer_office_none() } else { t.answer_office(office) }
}

/// An answer of this day.
pub fn told(site: &Site, page: &Page, answer: &Answer, on: Date) -> Told {
    let date = format::weekday_date(page.language, on);
    Told {
        verdict: (shape(answer.ruling), i18n::ruling(page.t, answer.ruling.code())),
        basis: basis(site.app.law(), page.language, &answer.basis),
        text: paragraphs(&answer.text),
        on: page.t.answer_on(date),
        office: office(page.t, &answer.office),
    }
}

/// A question as its asker sees it.
pub fn shown(site: &Site, page: &Page, view: &QuestionView) -> Shown {
    let asked = view.question.as_ref();
    Shown {
        institution: view.institution.name.clone(),
        asked: page.t.question_asked(format::weekday_date(page.language, view.asked)),
        due: due(page, view.due),
        question: asked.map(|asked| paragraphs(&asked.text)),
        facts: asked.map(|asked| facts(site.app.law(), page.language, &asked.facts)).unwrap_or_default(),
        answer: view.answer.as_ref().map(|(answer, on)| told(site, page, answer, *on)),
    }
}
