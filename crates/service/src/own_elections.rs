//! Elections that an institution records itself: entered by one person, confirmed by a second one, and read by everything of that
//! institution that looks at calendars.

use crate::{App, Caller, Fault, Refusal, Vouchers, second_person};
use domain::change::{Change, Effect};
use domain::ids::OwnElectionId;
use domain::own_election::{OwnElection, OwnElectionCommand, OwnElectionFlaw, OwnElectionState, standing};
use domain::policy::{Action, Permit, Target, allow};
use domain::tenancy::Institution;
use norms::{Catalogue, LoadError};
use std::sync::Arc;
use store::data::{own_elections, record, tenancy};
use store::{Tx, Unit};

/// An election of the institution, with the names of those who entered it and decided about it.
#[derive(Debug, Clone)]
pub struct OwnElectionLine {
    /// The election.
    pub election: OwnElection,
    /// Whether assessments and calendars rest on it.
    pub holds: bool,
    /// What the validator of the law files finds today: an election can come to contradict a later release.
    pub faults: Vec<LoadError>,
    /// Who entered it.
    pub entered_by: String,
    /// Who confirmed it; empty where nobody did.
    pub confirmed_by: String,
    /// Who refused it or took it back; empty where nobody did.
    pub ended_by: String,
    /// Whether the caller may confirm it.
    pub may_confirm: bool,
    /// Whether the caller may refuse it, or take it back.
    pub may_end: bool,
    /// Whether the caller may enter another one in its place.
    pub may_correct: bool,
}

impl App {
    /// The elections that the institution recorded, the latest first: what waits and what has ended, too.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not enter any.
    pub async fn own_elections(&self, caller: &Caller) -> Result<Vec<OwnElectionLine>, Fault> {
        self.store().read(Look { caller: caller.clone(), law: self.law_shared() }).await
    }

    /// One of them.
    ///
    /// # Errors
    /// [`Fault::NotFound`] where the institution has no such one, [`Fault::Denied`] for whoever may not.
    pub async fn own_election(&self, caller: &Caller, id: OwnElectionId) -> Result<OwnElectionLine, Fault> {
        let all = self.own_elections(caller).await?;
        all.into_iter().find(|it| it.election.id == id).ok_or(Fault::NotFound)
    }

    /// Enters an election; it waits for a second person. `instead` is one whose place it takes, such as with corrected dates.
    /// Entering what waits already, word for word, answers what waits.
    ///
    /// # Errors
    /// [`Refusal::OwnElection`] and [`Refusal::Calendar`] with everything that is wrong, [`Fault::NotFound`] where there is
    /// nothing to take the place of, [`Fault::Denied`] for whoever may not.
    pub async fn enter_election(
        &self,
        caller: &Caller,
        instead: Option<OwnElectionId>,
        said: OwnElectionCommand,
    ) -> Result<OwnElectionId, Fault> {
        let (said, law) = (said.tidy(), self.law_shared());
        self.store().write(Enter { caller: caller.clone(), said, instead, law }).await
    }

    /// A second person confirms what somebody entered; calendars and assessments rest on it from then on. Doing so again
    /// changes nothing.
    ///
    /// # Errors
    /// [`Refusal::OwnElection`] for who entered it, or acts for them; [`Refusal::Calendar`] when it contradicts what has come
    /// meanwhile; [`Fault::NotFound`], [`Fault::Denied`].
    pub async fn confirm_election(&self, caller: &Caller, id: OwnElectionId) -> Result<(), Fault> {
        self.store().write(Decide { caller: caller.clone(), id, confirm: true, law: self.law_shared() }).await
    }

    /// Refuses it, takes one's own back while it waits, or takes a confirmed one back. Doing so again changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`], [`Fault::Denied`].
    pub async fn end_election(&self, caller: &Caller, id: OwnElectionId) -> Result<(), Fault> {
        self.store().write(Decide { caller: caller.clone(), id, confirm: false, law: self.law_shared() }).await
    }
}

fn faults(law: &Catalogue, it: &OwnElection, region: &str) -> Vec<LoadError> {
    law.with_elections(vec![it.said.election(it.name(), region)]).err().map(|errors| errors.0).unwrap_or_default()
}

fn permit(caller: &Caller, action: Action, id: Option<OwnElectionId>) -> Result<Permit, Fault> {
    let target = Target::of(caller.institution()?, "own_election");
    let target = match id {
        Some(id) => target.object(*id.bytes()),
        None => target,
    };
    Ok(allow(&caller.actor, action, &target)?)
}

async fn institution(tx: &mut Tx, caller: &Caller) -> Result<Institution, Fault> {
    tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)
}

struct Look {
    caller: Caller,
    law: Arc<Catalogue>,
}

impl Unit for Look {
    type Out = Vec<OwnElectionLine>;
    type Error = Fault;
    const NAME: &'static str = "own_elections/look";

    async fn run(&self, tx: &mut Tx) -> Result<Vec<OwnElectionLine>, Fault> {
        permit(&self.caller, Action::EnterElection, None)?;
        let (scope, me, actor) = (self.caller.scope()?, self.caller.person()?, &self.caller.actor);
        let institution = institution(tx, &self.caller).await?;
        let all = own_elections::list(tx, &scope).await?;
        let who = |it: &OwnElection| [Some(it.entered_by), it.confirmed.map(|it| it.by), it.ended.map(|it| it.by)];
        let vouchers = Vouchers::of(tx, &scope, all.iter().flat_map(who).flatten().collect()).await?;
        let holding: Vec<OwnElectionId> = standing(&all).into_iter().map(|it| it.id).collect();
        let waits = |it: &OwnElection| it.state == OwnElectionState::Waiting;
        let waiting: Vec<OwnElectionId> = all.iter().filter(|it| waits(it)).map(|it| it.series).collect();
        let (enters, confirms) = (actor.could(Action::EnterElection), actor.could(Action::ConfirmElection));
        let line = |it: OwnElection| {
            let (waits, mine) = (waits(&it), it.entered_by == me);
            let holds = holding.contains(&it.id);
            OwnElectionLine {
                faults: if waits || holds { faults(&self.law, &it, &institution.name) } else { Vec::new() },
                entered_by: vouchers.name(Some(it.entered_by)).to_owned(),
                confirmed_by: vouchers.name(it.confirmed.map(|it| it.by)).to_owned(),
                ended_by: vouchers.name(it.ended.map(|it| it.by)).to_owned(),
                may_confirm: waits && !mine && confirms,
                may_end: if waits && mine { enters } else { (waits || holds) && confirms },
                may_correct: holds && enters && !waiting.contains(&it.series),
                holds,
                election: it,
            }
        };
        Ok(all.into_iter().map(line).collect())
    }
}

struct Enter {
    caller: Caller,
    said: OwnElectionCommand,
    instead: Option<OwnElectionId>,
    law: Arc<Catalogue>,
}

impl Unit for Enter {
    type Out = OwnElectionId;
    type Error = Fault;
    const NAME: &'static str = "own_elections/enter";

    async fn run(&self, tx: &mut Tx) -> Result<OwnElectionId, Fault> {
        let (scope, at, mut chance) = (self.caller.scope()?, self.caller.occasion.at, self.caller.occasion.chance());
        let (id, me): (OwnElectionId, _) = (chance.id(), self.caller.person()?);
        let permit = permit(&self.caller, Action::EnterElection, Some(id))?;
        let institution = institution(tx, &self.caller).await?;
        let all = own_elections::list(tx, &scope).await?;
        let waits = |it: &&OwnElection| it.state == OwnElectionState::Waiting;
        // Sent twice: it is entered.
        if let Some(twin) = all.iter().filter(waits).find(|it| it.said == self.said && it.entered_by == me) {
            return Ok(twin.id);
        }
        let series = match self.instead {
            Some(one) => {
                Some(standing(&all).iter().find(|it| it.id == one).map(|it| it.series).ok_or(Fault::NotFound)?)
            }
            None => None,
        };
        let mut flaws = self.said.flaws(at.date(institution.zone));
        if all.iter().filter(waits).any(|it| series == Some(it.series)) {
            flaws.push(OwnElectionFlaw::Waits);
        }
        let entered = OwnElection::enter(id, series, self.said.clone(), me, at);
        let faults = faults(&self.law, &entered, &institution.name);
        match (flaws.is_empty(), faults.is_empty()) {
            (true, true) => {}
            (true, false) => return Err(Refusal::Calendar(faults).into()),
            (false, _) => return Err(Refusal::OwnElection(flaws).into()),
        }
        record(tx, &scope, &change(permit, entered), at, &mut chance).await?;
        Ok(id)
    }
}

struct Decide {
    caller: Caller,
    id: OwnElectionId,
    confirm: bool,
    law: Arc<Catalogue>,
}

impl Unit for Decide {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "own_elections/decide";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, me, at) = (self.caller.scope()?, self.caller.person()?, self.caller.occasion.at);
        let known = own_elections::by_id(tx, &scope, self.id).await?;
        let own = |it: &OwnElection| it.entered_by == me && it.state == OwnElectionState::Waiting;
        let takes_back = !self.confirm && known.as_ref().is_some_and(own);
        let action = if takes_back { Action::EnterElection } else { Action::ConfirmElection };
        let permit = permit(&self.caller, action, Some(self.id))?;
        let known = known.ok_or(Fault::NotFound)?;
        let ended = [OwnElectionState::Refused, OwnElectionState::TakenBack];
        let is_so =
            if self.confirm { known.state == OwnElectionState::Confirmed } else { ended.contains(&known.state) };
        if is_so {
            return Ok(());
        }
        let refused = |flaw| Fault::from(Refusal::OwnElection(vec![flaw]));
        if self.confirm {
            if second_person::is_one_of(tx, &scope, &permit, me, &[known.entered_by]).await? {
                return Err(refused(OwnElectionFlaw::SecondPerson));
            }
            let faults = faults(&self.law, &known, &institution(tx, &self.caller).await?.name);
            if !faults.is_empty() {
                return Err(Refusal::Calendar(faults).into());
            }
        }
        let decided = if self.confirm { known.confirm(me, at) } else { known.end(me, at) }.map_err(refused)?;
        record(tx, &scope, &change(permit, decided), at, &mut self.caller.occasion.chance()).await?;
        Ok(())
    }
}

/// The event says which kind of election it is and when people vote, never what was typed.
fn change(permit: Permit, it: OwnElection) -> Change {
    let voting = it.said.stages.iter().filter(|it| it.kind == norms::StageKind::Voting).map(|it| it.to).max();
    let mut change = Change::new(permit).say_code("part", it.state.code()).say_code("kind", it.said.kind.code());
    if let Some(voting) = voting {
        change = change.say_code("voting", &base::iso_date(voting));
    }
    change.with(Effect::OwnElectionSaved(Box::new(it)))
}
