//! Keying what stands on the sheets: the first of two readings.

use super::{Held, held};
use crate::{App, Caller, Fault, Refusal};
use domain::change::{Change, Effect};
use domain::ids::PackId;
use domain::pack::{Marks, PackEffect, PackRefusal};
use domain::policy::Action;
use store::data::record;
use store::{Tx, Unit};

/// What somebody reads from the line with this place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyedLine {
    /// The place of the line, from 1.
    pub place: u32,
    /// The last characters of the code that is printed there, or all of it.
    pub code: String,
    /// What stands there.
    pub marks: Marks,
    /// On which of all pages that came back it stands, from 1, where whoever keyed it said so: the second reader is shown
    /// that page first.
    pub page: Option<u32>,
}

impl App {
    /// Keeps what the caller read from the sheets, until somebody else has compared it; answers of how many lines. Nobody
    /// keys their own line, nor one that somebody else has keyed or compared: such lines are passed over.
    ///
    /// # Errors
    /// [`Refusal::Pack`] while nothing has come back or where a code is not that of the line, [`Fault::Conflict`] when a line asks other questions.
    pub async fn key_pack(&self, caller: &Caller, id: PackId, lines: Vec<KeyedLine>) -> Result<usize, Fault> {
        self.store().write(Key { caller: caller.clone(), id, lines }).await
    }
}

struct Key {
    caller: Caller,
    id: PackId,
    lines: Vec<KeyedLine>,
}

impl Unit for Key {
    type Out = usize;
    type Error = Fault;
    const NAME: &'static str = "packs/key";

    async fn run(&self, tx: &mut Tx) -> Result<usize, Fault> {
        let Held { scope, lines, pictures, permit, .. } = held(tx, &self.caller, self.id, Action::KeyPack).await?;
        if pictures.is_empty() {
            return Err(Refusal::Pack(PackRefusal::NotReturned).into());
        }
        let (by, at) = (self.caller.person()?, self.caller.occasion.at);
        let mut effects = Vec::new();
        let pages: u32 = pictures.iter().map(|picture| picture.pages).sum();
        for KeyedLine { place, code, marks, page } in &self.lines {
            let Some((line, _)) = lines.iter().find(|(line, _)| line.place == *place) else { continue };
            if !line.may_key(by) {
                continue;
            }
            if !marks.fits(line.questions.len()) || page.is_some_and(|page| !(1..=pages).contains(&page)) {
                return Err(Fault::Conflict);
            }
            if !line.takes(code, marks) {
                return Err(Refusal::Pack(PackRefusal::OtherCode).into());
            }
            let known = line.keyed.as_ref().map(|keyed| (keyed.marks.as_ref(), keyed.page));
            if known != Some((Some(marks), *page)) {
                let (marks, page) = (marks.clone(), *page);
                effects.push(Effect::Pack(PackEffect::LineKeyed { line: line.id, by, at, marks, page }));
            }
        }
        let count = effects.len();
        if count > 0 {
            let change = Change::new(permit)
                .say_code("part", "keyed")
                .say("people", i64::try_from(count).unwrap_or(i64::MAX))
                .with_all(effects);
            record(tx, &scope, &change, at, &mut self.caller.occasion.chance()).await?;
        }
        Ok(count)
    }
}
