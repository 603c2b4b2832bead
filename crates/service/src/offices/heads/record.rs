//! All rows recorded, or none.

use super::super::write::{add, save, standing};
use super::weigh::{NewHead, Weighed, weigh};
use super::{HEADS_MAX, HeadCommand, HeadFlaw};
use crate::ground::Ground;
use crate::{App, Caller, Fault, Refusal};
use domain::policy::{Action, Denied};
use std::sync::Arc;
use store::{Tx, Unit};

impl App {
    /// Records the posts of head that are missing, and that these people take them: each as [`App::add_post`] and
    /// [`App::appoint`] do, with an audit event of its own, and all of it or nothing. Answers how many heads were recorded;
    /// what is recorded already is left as it is, so that sending it again changes nothing.
    ///
    /// # Errors
    /// [`Fault::Denied`] when the caller does not look after one of the units, [`Refusal::Heads`] with what is wrong in
    /// which line, [`Fault::NotFound`] for more than [`HEADS_MAX`] of them.
    pub async fn record_heads(&self, caller: &Caller, heads: Vec<HeadCommand>) -> Result<usize, Fault> {
        if heads.len() > HEADS_MAX {
            return Err(Fault::NotFound);
        }
        self.store().write(Heads { caller: caller.clone(), heads: Arc::new(heads) }).await
    }
}

struct Heads {
    caller: Caller,
    heads: Arc<Vec<HeadCommand>>,
}

impl Unit for Heads {
    type Out = usize;
    type Error = Fault;
    const NAME: &'static str = "offices/heads";

    async fn run(&self, tx: &mut Tx) -> Result<usize, Fault> {
        if !self.caller.actor.could(Action::RecordPost) {
            return Err(Denied(Action::RecordPost).into());
        }
        let ground = Ground::of(tx, &self.caller).await?;
        let mut chance = self.caller.occasion.chance();
        let mut standing = standing(tx, &ground).await?;
        let (mut recorded, mut flaws) = (0, Vec::new());
        for command in self.heads.iter() {
            match weigh(tx, &ground, &self.caller, &standing, command, &mut chance).await {
                Ok(Weighed::Known) => {}
                Ok(Weighed::New(new)) => {
                    let NewHead { post, appointment, change } = *new;
                    if let Some((post, permit)) = post {
                        add(tx, &ground, post.clone(), permit, &mut chance).await?;
                        standing.push(post);
                    }
                    save(tx, &ground, appointment, change, (&[], &[]), &mut chance).await?;
                    recorded += 1;
                }
                // Every line that has to be mended is told of at once. What was written meanwhile is undone with the rest.
                Err(fault) => flaws.push((command.line, HeadFlaw::of(fault)?)),
            }
        }
        if flaws.is_empty() { Ok(recorded) } else { Err(Refusal::Heads(flaws).into()) }
    }
}
