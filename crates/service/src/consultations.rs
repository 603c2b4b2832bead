//! Questions to the adviser of the personnel agency: asked with a name or without, read at the desk alone, answered, shown by
//! whoever asked, and told anew for everybody.
//!
//! Whoever asks is the public in every audit event, signed in or not, and what they do is recorded at the beginning of its
//! day: outside the desk there are that day and the answer, and no way from either to a person.

mod ask;
mod desk;
mod own;
mod publish;

pub use ask::{AskCommand, AskPlace, Receipt};
pub use desk::{AnswerCommand, Desk, DeskLine, DeskView};
pub use own::{OwnQuestion, QuestionKey, QuestionView};
pub use publish::{AnswerDecision, ProposedView, PublishedView};

use crate::{Fault, Keys, roles};
use base::{Chance, Date, Instant, MIDNIGHT, Occasion};
use domain::consultation::{Answer, Asked, PublishedWords};
use domain::ids::{ConsultationId, InstitutionId, PersonId, PublishedAnswerId};
use domain::merge::MergeState;
use domain::paper::tidy_code;
use domain::policy::{Action, Actor, Permit, Role, Target, allow};
use domain::tenancy::Institution;
use store::data::{merges, people, tenancy};
use store::{Scope, StoreError, Tx};

/// The place for which what was asked is sealed.
fn place_of_question(id: ConsultationId) -> String {
    format!("consultation/{id}/question")
}

/// The place for which what was answered is sealed.
fn place_of_answer(id: ConsultationId) -> String {
    format!("consultation/{id}/answer")
}

/// The place for which an anonymised answer is sealed.
fn place_of_words(id: PublishedAnswerId) -> String {
    format!("published_answer/{id}/words")
}

/// The mark by which somebody finds their questions again. It is keyed: from the rows alone nobody learns whose they are.
fn mark_of(keys: &Keys, person: PersonId) -> [u8; 32] {
    keys.hash("consultation-asker", person.bytes())
}

/// The hash under which a code is kept, however it was typed.
fn hash_of_code(keys: &Keys, typed: &str) -> [u8; 32] {
    keys.hash("consultation-code", tidy_code(typed).as_bytes())
}

/// The mark of a message about a question.
fn mark_of_message(keys: &Keys, id: ConsultationId) -> [u8; 32] {
    keys.hash("consultation-message", id.bytes())
}

fn unreadable(_: serde_json::Error) -> Fault {
    Fault::Unexpected("the words of a question are not of this version".to_owned())
}

fn seal<T: serde::Serialize>(keys: &Keys, place: &str, words: &T, chance: &mut Chance) -> Result<Vec<u8>, Fault> {
    let text = serde_json::to_string(words).map_err(unreadable)?;
    Ok(keys.seal(place, text.as_bytes(), chance))
}

fn open_question(keys: &Keys, id: ConsultationId, sealed: &[u8]) -> Result<Asked, Fault> {
    serde_json::from_str(&keys.open_text(&place_of_question(id), sealed)?).map_err(unreadable)
}

fn open_answer(keys: &Keys, id: ConsultationId, sealed: &[u8]) -> Result<Answer, Fault> {
    serde_json::from_str(&keys.open_text(&place_of_answer(id), sealed)?).map_err(unreadable)
}

fn open_words(keys: &Keys, id: PublishedAnswerId, sealed: &[u8]) -> Result<PublishedWords, Fault> {
    serde_json::from_str(&keys.open_text(&place_of_words(id), sealed)?).map_err(unreadable)
}

/// The permit of whoever asks: nobody's name stands in it.
fn unnamed(institution: InstitutionId, id: ConsultationId) -> Result<Permit, Fault> {
    let target = Target::of(institution, "consultation").object(*id.bytes());
    Ok(allow(&Actor::Public, Action::AskAdviser, &target)?)
}

/// An occasion at the beginning of the day, so that ids and events tell the day of a question and not the hour; and the
/// chance of the hour, for what is not about whoever asked.
fn at_day(occasion: Occasion, institution: &Institution) -> (Occasion, Chance) {
    let day = occasion.at.date(institution.zone);
    let begins = Instant::from_local(day, MIDNIGHT, institution.zone);
    let mut chance = occasion.chance();
    (Occasion::seeded(begins, chance.bytes()), chance)
}

/// Everybody who is an adviser on `day`.
async fn advisers(tx: &mut Tx, scope: &Scope, day: Date) -> Result<Vec<PersonId>, StoreError> {
    let mut found = Vec::new();
    for (grant, _) in people::grants_from(tx, scope, day).await? {
        if grant.role != Role::Adviser || found.contains(&grant.person) {
            continue;
        }
        let held = roles::held(tx, scope, grant.person, day).await?;
        if held.iter().any(|held| held.role == Role::Adviser) {
            found.push(grant.person);
        }
    }
    Ok(found)
}

/// The marks of a person: their own, and those of the records that became theirs.
async fn marks(tx: &mut Tx, scope: &Scope, keys: &Keys, person: PersonId) -> Result<Vec<[u8; 32]>, StoreError> {
    let mut records = vec![person];
    let mut at = 0;
    while let Some(record) = records.get(at).copied() {
        for merge in merges::of_person(tx, scope, record).await? {
            if merge.state == MergeState::Done && merge.survivor == record && !records.contains(&merge.double) {
                records.push(merge.double);
            }
        }
        at += 1;
    }
    Ok(records.into_iter().map(|record| mark_of(keys, record)).collect())
}

async fn institution(tx: &mut Tx, id: InstitutionId) -> Result<Institution, Fault> {
    tenancy::institution_by_id(tx, id).await?.ok_or(Fault::NotFound)
}
