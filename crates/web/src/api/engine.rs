//! The two questions, each answered from what is sent alone.

use crate::Site;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::{Language, Zone};
use norms::{Audience, Catalogue, InquiryFault, WrittenInquiry, facts::ElementIndex};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// In which language answers are written.
#[derive(Deserialize)]
pub struct Spoken {
    language: Option<String>,
}

impl Spoken {
    fn language(&self) -> Result<Language, Refused> {
        match self.language.as_deref() {
            None | Some("id") => Ok(Language::Indonesian),
            Some("en") => Ok(Language::English),
            Some(_) => Err(Refused::new("language", "Pakai id atau en. Use id or en.".to_owned())),
        }
    }
}

/// Why what was sent is not answered.
pub struct Refused {
    field: String,
    message: String,
}

impl Refused {
    fn new(field: impl Into<String>, message: String) -> Self {
        Self { field: field.into(), message }
    }

    fn of(fault: &InquiryFault, language: Language) -> Self {
        Self::new(fault.field(), fault.message(language))
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        #[derive(Serialize)]
        struct Fault {
            field: String,
            message: String,
        }
        #[derive(Serialize)]
        struct Body {
            error: Fault,
        }
        let error = Fault { field: self.field, message: self.message };
        (StatusCode::BAD_REQUEST, Json(Body { error })).into_response()
    }
}

fn parsed<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refused> {
    serde_json::from_slice(body).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Refused::new(place, error.to_string())
    })
}

fn answer(body: impl Serialize) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

/// What the law says of the facts that were sent.
pub async fn assess(State(site): State<Site>, Query(spoken): Query<Spoken>, body: Bytes) -> Result<Response, Refused> {
    #[derive(Serialize)]
    struct Answered<'a> {
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<String>,
        #[serde(flatten)]
        explanation: norms::Explanation<'a>,
    }
    let language = spoken.language()?;
    let law = site.app.law();
    let written: WrittenInquiry = parsed(&body)?;
    let id = written.id.clone();
    let refused = |fault: InquiryFault| Refused::of(&fault, language);
    let inquiry = written.about(site.now().date(Zone::Wib)).map_err(refused)?;
    let assessment = law.assess(&inquiry).map_err(refused)?;
    Ok(answer(Answered { id, explanation: law.explain(&assessment, language) }))
}

/// Facts, who is asked, and what they could not answer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Interview {
    inquiry: WrittenInquiry,
    #[serde(default)]
    audience: Asked,
    #[serde(default)]
    skip: Vec<String>,
}

#[derive(Default, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Asked {
    #[default]
    Everyone,
    Officer,
}

/// The question that is best asked next.
#[derive(Serialize)]
struct Next<'a> {
    /// Absent when no answer changes anything any more.
    next: Option<Question<'a>>,
    verdict: &'static str,
}

#[derive(Serialize)]
struct Question<'a> {
    element: &'a str,
    question: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    answers: Vec<Choice<'a>>,
}

#[derive(Serialize)]
struct Choice<'a> {
    id: &'a str,
    label: &'a str,
}

/// Which question still matters.
pub async fn next_question(
    State(site): State<Site>,
    Query(spoken): Query<Spoken>,
    body: Bytes,
) -> Result<Response, Refused> {
    let language = spoken.language()?;
    let law = site.app.law();
    let Interview { inquiry, audience, skip } = parsed(&body)?;
    let audience = match audience {
        Asked::Everyone => Audience::Everyone,
        Asked::Officer => Audience::Officer,
    };
    let refused = |fault: InquiryFault| Refused::of(&fault, language);
    let inquiry = inquiry.about(site.now().date(Zone::Wib)).map_err(refused)?;
    let vocabulary = law.law().vocabulary();
    let index = |id: &String| {
        vocabulary.index(id).ok_or_else(|| refused(InquiryFault::Element(id.clone()))).map_err(|mut fault| {
            "skip".clone_into(&mut fault.field);
            fault
        })
    };
    let skip: Vec<ElementIndex> = skip.iter().map(index).collect::<Result<_, _>>()?;
    let mut told = law.told(&inquiry).map_err(refused)?;
    if audience == Audience::Everyone {
        told = told.into_iter().map(|facts| vocabulary.planned(facts)).collect();
    }
    let found = told
        .iter()
        .find_map(|facts| law.law().next_question(facts, inquiry.on, audience, &skip).map(|element| (facts, element)));
    let next = found.and_then(|(facts, index)| question(law, facts, index, language));
    let assessment = law.law().assess_all(&told, inquiry.on);
    Ok(answer(Next { next, verdict: law.law().verdict(&assessment).code() }))
}

fn question<'a>(
    law: &'a Catalogue,
    facts: &norms::facts::Facts,
    index: ElementIndex,
    language: Language,
) -> Option<Question<'a>> {
    let vocabulary = law.law().vocabulary();
    let element = vocabulary.element(index)?;
    let possible = facts.possible(vocabulary.layout(), index).filter_map(|it| element.answers.get(it as usize));
    Some(Question {
        element: &element.id,
        question: element.question.in_language(language),
        help: element.help.as_ref().map(|help| help.in_language(language)),
        answers: possible.map(|it| Choice { id: &it.id, label: it.label.in_language(language) }).collect(),
    })
}
