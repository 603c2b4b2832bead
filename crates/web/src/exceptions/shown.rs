use crate::Page;
use domain::exception::ExceptionKind;
use i18n::format;
use service::ExceptionView;

/// An exception in words.
pub struct Shown {
    /// Its id.
    pub id: String,
    /// What was recorded.
    pub what: String,
    /// Since when or when, as a calendar day.
    pub date: String,
    /// Whether it holds, in a word.
    pub state: String,
    /// Everything else that is known of it, a sentence each.
    pub lines: Vec<String>,
    /// Whether it holds.
    pub stands: bool,
    /// Whether the person can still answer it.
    pub answerable: bool,
}

/// Exceptions in words, in the order in which they come.
pub fn shown(page: &Page, all: &[ExceptionView]) -> Vec<Shown> {
    all.iter().map(|it| one(page, it)).collect()
}

fn one(page: &Page, it: &ExceptionView) -> Shown {
    let t = page.t;
    let moment = |at| format::moment(page.language, at, page.zone);
    let day = format::date(page.language, it.on);
    let is_exempt = matches!(it.kind, ExceptionKind::Exempt(_));
    let what = i18n::exception(t, it.kind.code(), it.kind.reason());
    let mut lines = Vec::new();
    if !it.words.witness.is_empty() {
        lines.push(t.exception_witness(&it.words.witness));
    }
    if !it.words.note.is_empty() {
        lines.push(if is_exempt { t.exception_note(&it.words.note) } else { t.exception_said(&it.words.note) });
    }
    if let Some(pact) = &it.words.pact {
        lines.push(t.recognised_sealed(&pact.issuer, moment(base::Instant::from_micros(pact.sealed))));
        lines.push(t.recognised_prints(&pact.fingerprint, &pact.digest));
    }
    lines.push(t.exception_by(&it.by, moment(it.at)));
    if let Some((words, at)) = &it.answer {
        lines.push(t.exception_answer(moment(*at), words));
    }
    if let Some((name, at)) = &it.ended {
        lines.push(t.exception_ended(name, moment(*at)));
    }
    if let Some(at) = it.done {
        lines.push(t.exception_done(moment(at)));
    }
    Shown {
        id: it.id.to_string(),
        what: if is_exempt { t.exception_choice_exempt(what) } else { what },
        date: if is_exempt { t.exception_since(day) } else { t.exception_on(day) },
        state: if it.stands { t.exception_holds() } else { t.exception_over() },
        lines,
        stands: it.stands,
        answerable: it.answer.is_none() && it.ended.is_none(),
    }
}
