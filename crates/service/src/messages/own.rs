use crate::{App, Caller, Fault};
use base::Instant;
use domain::change::{Change, Effect};
use domain::coverage::AsOf;
use domain::ids::DriveId;
use domain::policy::{Action, Target, allow};
use std::collections::BTreeSet;
use std::time::Duration;
use store::data::messages::{self, Notice};
use store::data::{record, tenancy};
use store::{Tx, Unit};

/// How long what a person was told can be looked at: ninety days.
const SHOWN_FOR: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// How many of a person's messages are looked at, the newest.
const AT_MOST: u32 = 40;

/// What somebody was told and has not done since.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    /// What they have not read, newest first. Of what asks for the same task only the newest is there.
    pub unread: Vec<Notice>,
    /// What they have read, newest first.
    pub read: Vec<Notice>,
}

impl App {
    /// What the caller was told. What asked for a task that is done is not there any more.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn notices(&self, caller: &Caller) -> Result<Notices, Fault> {
        let found = self.store().read(Look { caller: caller.clone() }).await?;
        let mut asked: BTreeSet<DriveId> = BTreeSet::new();
        let mut notices = Notices::default();
        for notice in found {
            let again = notice.kind.asks_for_task() && notice.drive.is_some_and(|drive| !asked.insert(drive));
            match (again, notice.read) {
                (true, _) => {}
                (false, None) => notices.unread.push(notice),
                (false, Some(_)) => notices.read.push(notice),
            }
        }
        Ok(notices)
    }

    /// Notes that the caller has read what they were told until `until`, as they saw it on their page. Doing so again
    /// changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn read_notices(&self, caller: &Caller, until: Instant) -> Result<(), Fault> {
        self.store().write(Read { caller: caller.clone(), until }).await
    }
}

struct Look {
    caller: Caller,
}

impl Unit for Look {
    type Out = Vec<Notice>;
    type Error = Fault;
    const NAME: &'static str = "messages/own";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<Notice>, Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let target = Target::of(self.caller.institution()?, "person").person(me);
        allow(&self.caller.actor, Action::ViewOwn, &target)?;
        let at = self.caller.occasion.at;
        let institution = tenancy::institution_by_id(tx, self.caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let as_of = AsOf::end_of(at.date(institution.zone), institution.zone);
        Ok(messages::of_person(tx, &scope, me, at.before(SHOWN_FOR), as_of, AT_MOST).await?)
    }
}

struct Read {
    caller: Caller,
    until: Instant,
}

impl Unit for Read {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "messages/read";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let target = Target::of(self.caller.institution()?, "person").object(*me.bytes()).person(me);
        let permit = allow(&self.caller.actor, Action::ReadMessages, &target)?;
        let at = self.caller.occasion.at;
        let read = Effect::MessagesRead { person: me, until: self.until.min(at), at };
        record(tx, &scope, &Change::new(permit).with(read), at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}
