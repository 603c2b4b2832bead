//! One row against the rules: the same that hold when a post and its holder are recorded one by one.

use super::super::write::{AppointCommand, Beginning, NewPost, beginning, new_post};
use super::{HeadCommand, of_head};
use crate::ground::Ground;
use crate::{Caller, Fault};
use base::Chance;
use domain::appointment::Appointment;
use domain::change::Change;
use domain::policy::{Action, Permit};
use domain::post::{Duty, Post, alike};
use store::Tx;

/// What a row comes to.
pub(super) enum Weighed {
    /// It is recorded already.
    Known,
    /// This is to be stored.
    New(Box<NewHead>),
}

/// A head who is to be recorded.
pub(super) struct NewHead {
    /// The post, unless it stands.
    pub(super) post: Option<(Post, Permit)>,
    /// That somebody takes it.
    pub(super) appointment: Appointment,
    /// What is told of that.
    pub(super) change: Change,
}

/// The post of head that a row means by this title: the one that is called so, or any where the row calls it nothing.
fn meant<'a>(standing: &'a [Post], command: &HeadCommand) -> Option<&'a Post> {
    let wanted = alike(&command.title);
    of_head(standing, command.unit).find(|post| wanted.is_empty() || alike(&post.title) == wanted)
}

/// Weighs one row beside the posts that stand. Nothing is stored.
pub(super) async fn weigh(
    tx: &mut Tx,
    ground: &Ground,
    caller: &Caller,
    standing: &[Post],
    command: &HeadCommand,
    chance: &mut Chance,
) -> Result<Weighed, Fault> {
    let (post, permit, is_new) = match meant(standing, command) {
        Some(post) => {
            let permit = ground.permit_on_post(caller, Action::RecordPost, post.unit, Some(post.id))?;
            (post.clone(), permit, false)
        }
        // Of a unit whose head is called otherwise, this says so.
        None => {
            let new = NewPost { unit: command.unit, title: command.title.clone(), duty: Duty::HeadOfUnit };
            let (post, permit) = new_post(ground, caller, chance.id(), &new, standing)?;
            (post, permit, true)
        }
    };
    let HeadCommand { person, tenure, since, until, letter, .. } = command.clone();
    let taking = AppointCommand { post: post.id, person, tenure, since, until, letter };
    Ok(match beginning(tx, ground, caller, (&post, permit.clone()), &taking, chance).await? {
        Beginning::Known(_) => Weighed::Known,
        Beginning::New(it, change) => {
            let post = is_new.then_some((post, permit));
            Weighed::New(Box::new(NewHead { post, appointment: *it, change }))
        }
    })
}
