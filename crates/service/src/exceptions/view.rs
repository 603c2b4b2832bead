use super::{place_of_answer, words_of};
use crate::{Fault, Keys, Vouchers};
use base::{Date, Instant};
use domain::exception::{Exception, ExceptionKind, Words};
use domain::ids::ExceptionId;
use domain::knowledge::Task;
use store::{Scope, Tx};

/// An exception with its words opened, for those who may read them: the person, the heads above them and the personnel
/// agency.
#[derive(Debug, Clone)]
pub struct ExceptionView {
    /// Its id.
    pub id: ExceptionId,
    /// Exempt or refused, and why or what.
    pub kind: ExceptionKind,
    /// Since when they are exempt, or the day on which they refused; a calendar day.
    pub on: Date,
    /// What was said.
    pub words: Words,
    /// The name of who recorded it.
    pub by: String,
    /// When it was recorded.
    pub at: Instant,
    /// What the person answered, and when.
    pub answer: Option<(String, Instant)>,
    /// The name of who took it back, and when.
    pub ended: Option<(String, Instant)>,
    /// When the person took the refused step after all.
    pub done: Option<Instant>,
    /// Whether it holds.
    pub stands: bool,
}

/// The exceptions about a task, opened, the latest first.
pub(crate) async fn views(
    tx: &mut Tx,
    scope: &Scope,
    keys: &Keys,
    task: &Task,
    all: Vec<Exception>,
) -> Result<Vec<ExceptionView>, Fault> {
    let mine: Vec<Exception> = all.into_iter().filter(|it| it.task == task.id).collect();
    let named = mine.iter().flat_map(|it| [Some(it.by), it.ended.map(|(by, _)| by)]).flatten().collect();
    let names = Vouchers::of(tx, scope, named).await?;
    mine.into_iter()
        .map(|it| {
            let answer = match &it.answer {
                Some((sealed, at)) => Some((keys.open_text(&place_of_answer(it.id), sealed)?, *at)),
                None => None,
            };
            Ok(ExceptionView {
                id: it.id,
                kind: it.kind,
                on: it.on,
                words: words_of(keys, it.id, &it.words)?,
                by: names.name(Some(it.by)).to_owned(),
                at: it.at,
                answer,
                ended: it.ended.map(|(by, at)| (names.name(Some(by)).to_owned(), at)),
                done: it.done_after_all(task),
                stands: it.stands(task),
            })
        })
        .collect()
}
