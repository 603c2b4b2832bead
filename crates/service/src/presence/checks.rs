//! Signatures that somebody has to look at: the head of the unit confirms those of a device that many use, and whoever did
//! not sign says so to the personnel agency.

use crate::coverage::{as_of, unit_on};
use crate::{App, Caller, Fault, Vouchers};
use base::Instant;
use domain::change::{Change, Effect};
use domain::coverage::AsOf;
use domain::drive::Drive;
use domain::ids::{PersonId, SignatureCheckId, TaskId};
use domain::knowledge::{Pact, Step};
use domain::manner::{Assurance, Way};
use domain::paper::{PaperKind, PaperState};
use domain::policy::{Action, Actor, Permit, Role, Target, allow};
use domain::signature_check::{CheckDecision, CheckOutcome, CheckReason, SignatureCheck, Standing, may_decide};
use domain::tenancy::UnitTree;
use store::data::signature_checks::ListedCheck;
use store::data::{accounts, circulars, record, record_read, signature_checks, step_ways, tasks, tenancy};
use store::{Scope, Tx, Unit};

/// Checks on one page; what was decided long ago is in the audit events.
const LISTED: u32 = 200;

/// A check as it stands on the page of those who decide.
#[derive(Debug, Clone)]
pub struct CheckLine {
    /// The check with the person's name.
    pub listed: ListedCheck,
    /// The unit's name.
    pub unit: String,
    /// How many other people pledged or signed on the device, where that is the reason.
    pub others: i64,
    /// What the viewer may decide now.
    pub choices: Vec<CheckOutcome>,
}

/// The checks that a viewer may see.
#[derive(Debug, Clone)]
pub struct ChecksPage {
    /// Those not decided first.
    pub lines: Vec<CheckLine>,
    /// Who decided.
    pub deciders: Vouchers,
    /// How the newest drive was signed; nothing before there is one.
    pub ways: Option<SignedWays>,
}

/// How the pacts of a drive were signed where the viewer may look.
#[derive(Debug, Clone)]
pub struct SignedWays {
    /// The drive.
    pub drive: Drive,
    /// How many count that were signed in each way, in the order of [`Assurance::ALL`].
    pub counts: [i64; 4],
    /// How many were signed and wait to be confirmed.
    pub waiting: i64,
}

impl App {
    /// The signatures to look at: a head sees those on crowded devices in the units they head, the agency sees all. Leaves a
    /// trace with the number of names.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever decides about none.
    pub async fn signature_checks(&self, caller: &Caller) -> Result<ChecksPage, Fault> {
        self.store().write(Look { caller: caller.clone() }).await
    }

    /// Decides a check. Deciding it the same way again changes nothing.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever it does not lie with, about one's own signature too; [`Fault::Conflict`] when somebody
    /// else has decided otherwise; [`Fault::NotFound`] when there is no such check.
    pub async fn decide_signature(
        &self,
        caller: &Caller,
        id: SignatureCheckId,
        outcome: CheckOutcome,
    ) -> Result<(), Fault> {
        self.store().write(Decide { caller: caller.clone(), id, outcome }).await
    }

    /// The caller says that they did not sign the pact of their own task: the personnel agency looks. Saying it again
    /// changes nothing.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller or no pact that counts or waits.
    pub async fn disown_signature(&self, caller: &Caller, task: TaskId) -> Result<(), Fault> {
        self.store().write(Disown { caller: caller.clone(), task }).await
    }

    /// The checks of the caller's own signatures, newest first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when nobody is signed in.
    pub async fn own_signature_checks(&self, caller: &Caller) -> Result<Vec<SignatureCheck>, Fault> {
        self.store().read(Own { caller: caller.clone() }).await
    }
}

/// The effects of a pact that counts from now on: both steps, taken when it was signed.
fn counted(pact: &Pact, device: Option<domain::manner::DeviceMark>) -> Vec<Effect> {
    let way = Way::SharedDevice { device };
    let step = |step| Effect::StepTaken { task: pact.task, step, at: pact.signed, way };
    let (from, to) = (Standing::Waiting, Standing::Valid);
    vec![Effect::PactMoved { pact: pact.id, from, to }, step(Step::Pledged), step(Step::Signed)]
}

struct Look {
    caller: Caller,
}

impl Unit for Look {
    type Out = ChecksPage;
    type Error = Fault;
    const NAME: &'static str = "presence/signature_checks";

    async fn run(&self, tx: &mut Tx) -> Result<ChecksPage, Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let units = tenancy::units(tx, &scope).await?;
        let institution = self.caller.institution()?;
        let permit = self.permit(&units, institution)?;
        let (mut lines, mut deciders) = (Vec::new(), Vec::new());
        let (_, as_of) = as_of(tx, &self.caller, None).await?;
        for listed in signature_checks::list(tx, &scope, as_of.day, LISTED).await? {
            let target = Target::of(institution, "signature_check").units(units.path(listed.unit));
            let agency = allow(&self.caller.actor, Action::DecideSignature, &target).is_ok();
            let head = allow(&self.caller.actor, Action::ConfirmSignature, &target).is_ok();
            let sees = agency || (head && listed.check.reason == CheckReason::Crowded);
            if !sees {
                continue;
            }
            deciders.extend(listed.check.decision.map(|decision| decision.by));
            let others = match listed.check.device {
                Some(device) => step_ways::others_on_device(tx, &scope, device, listed.check.person).await?,
                None => 0,
            };
            let may = |outcome: &CheckOutcome| may_decide(&listed.check, agency, me, *outcome);
            let choices = CheckOutcome::ALL.into_iter().filter(may).collect();
            let unit = units.get(listed.unit).map(|unit| unit.name.clone()).unwrap_or_default();
            lines.push(CheckLine { listed, unit, others, choices });
        }
        let occasion = self.caller.occasion;
        record_read(tx, &scope, permit, lines.len(), occasion.at, &mut occasion.chance()).await?;
        let deciders = Vouchers::of(tx, &scope, deciders).await?;
        let ways = self.ways(tx, &scope, &units, as_of).await?;
        Ok(ChecksPage { lines, deciders, ways })
    }
}

impl Look {
    /// How the newest drive was signed, in the units whose counts the viewer may see.
    async fn ways(
        &self,
        tx: &mut Tx,
        scope: &Scope,
        units: &UnitTree,
        as_of: AsOf,
    ) -> Result<Option<SignedWays>, Fault> {
        let Some(drive) = circulars::drives(tx, scope).await?.into_iter().next() else { return Ok(None) };
        let (mut counts, mut waiting) = ([0; 4], 0);
        for line in tasks::signed_ways(tx, scope, drive.id, as_of).await? {
            if crate::coverage::permit(&self.caller, Action::ViewCoverage, units, Some(line.unit)).is_err() {
                continue;
            }
            match line.standing {
                Standing::Waiting => waiting += line.count,
                Standing::Valid | Standing::Void => {
                    let place = Assurance::ALL.iter().position(|assurance| *assurance == line.assurance);
                    if let Some(count) = place.and_then(|place| counts.get_mut(place)) {
                        *count += line.count;
                    }
                }
            }
        }
        Ok(Some(SignedWays { drive, counts, waiting }))
    }

    /// The agency looks at the institution, a head at the first unit they head.
    fn permit(&self, units: &UnitTree, institution: domain::ids::InstitutionId) -> Result<Permit, Fault> {
        let whole = Target::of(institution, "signature_check");
        let actor: &Actor = &self.caller.actor;
        let headed = actor.units(Role::HeadOfUnit).into_iter().next();
        match (allow(actor, Action::ViewSignatureChecks, &whole), headed) {
            (Ok(permit), _) => Ok(permit),
            (Err(_), Some(unit)) => Ok(allow(actor, Action::ViewSignatureChecks, &whole.units(units.path(unit)))?),
            (Err(denied), None) => Err(denied.into()),
        }
    }
}

struct Decide {
    caller: Caller,
    id: SignatureCheckId,
    outcome: CheckOutcome,
}

impl Decide {
    /// With whom the decision lies, and whether it is the agency.
    fn permit(&self, target: &Target, check: &SignatureCheck) -> Result<(Permit, bool), Fault> {
        let actor = &self.caller.actor;
        match allow(actor, Action::DecideSignature, target) {
            Ok(permit) => Ok((permit, true)),
            Err(_) if check.reason == CheckReason::Crowded => {
                Ok((allow(actor, Action::ConfirmSignature, target)?, false))
            }
            Err(denied) => Err(denied.into()),
        }
    }
}

impl Unit for Decide {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "presence/decide_signature";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let check = signature_checks::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        let task = tasks::by_id(tx, &scope, check.task).await?.ok_or(Fault::NotFound)?;
        let pact = tasks::pact_by_id(tx, &scope, check.pact).await?.ok_or(Fault::NotFound)?;
        let units = tenancy::units(tx, &scope).await?;
        // It lies with whoever heads the unit where the person is today.
        let (_, as_of) = as_of(tx, &self.caller, None).await?;
        let unit = unit_on(tx, &scope, &task, as_of.day).await?;
        let target =
            Target::of(self.caller.institution()?, "signature_check").object(*check.id.bytes()).units(units.path(unit));
        let (permit, agency) = self.permit(&target, &check)?;
        if let Some(decision) = check.decision {
            let same = decision.outcome == self.outcome;
            return if same { Ok(()) } else { Err(Fault::Conflict) };
        }
        if !may_decide(&check, agency, me, self.outcome) {
            return Err(domain::policy::Denied(permit.action()).into());
        }
        let at = self.caller.occasion.at;
        let mut chance = self.caller.occasion.chance();
        let decision = CheckDecision { outcome: self.outcome, by: me, at };
        let mut change = Change::new(permit)
            .say_id("pact", *pact.id.bytes())
            .say_code("reason", check.reason.code())
            .say_code("outcome", self.outcome.code())
            .with(Effect::SignatureCheckDecided { id: check.id, decision });
        match self.outcome {
            CheckOutcome::Confirmed if pact.standing == Standing::Waiting => {
                change = change.with_all(counted(&pact, check.device));
            }
            CheckOutcome::Confirmed => {}
            CheckOutcome::Doubted => {
                let again = SignatureCheck {
                    id: chance.id(),
                    reason: CheckReason::Doubted,
                    opened: at,
                    decision: None,
                    ..check
                };
                change = change.with(Effect::SignatureCheckOpened(Box::new(again)));
            }
            CheckOutcome::Voided => change = change.with_all(voided(tx, &scope, &pact).await?),
        }
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(())
    }
}

/// The effects of a pact that was never the person's own: its paper is withdrawn, its steps are taken back, and whoever is
/// signed in as the person is signed out.
async fn voided(tx: &mut Tx, scope: &Scope, pact: &Pact) -> Result<Vec<Effect>, Fault> {
    let mut effects = vec![
        Effect::PactMoved { pact: pact.id, from: pact.standing, to: Standing::Void },
        Effect::PaperMarked { kind: PaperKind::Pact, object: *pact.id.bytes(), state: PaperState::Withdrawn },
    ];
    let (task, signed) = (pact.task, pact.signed);
    effects.push(match pact.standing {
        Standing::Valid => Effect::SignatureUndone { task, signed },
        // The pledge of an assembly, taken in the same moment on the same device.
        Standing::Waiting | Standing::Void => Effect::PledgeReversed { task, pledged: signed },
    });
    if let Some(account) = accounts::of_person(tx, scope, pact.person).await? {
        effects.push(Effect::SessionsEnded { account: account.id });
    }
    Ok(effects)
}

struct Disown {
    caller: Caller,
    task: TaskId,
}

impl Unit for Disown {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "presence/disown_signature";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let (scope, me) = (self.caller.scope()?, self.caller.person()?);
        let task = tasks::by_id(tx, &scope, self.task).await?.ok_or(Fault::NotFound)?;
        let target = Target::of(self.caller.institution()?, "task").object(*task.id.bytes()).person(task.person);
        let permit = allow(&self.caller.actor, Action::DisownSignature, &target).map_err(|_| Fault::NotFound)?;
        let pact = tasks::pact_of_task(tx, &scope, task.id).await?.ok_or(Fault::NotFound)?;
        let at: Instant = self.caller.occasion.at;
        let mut chance = self.caller.occasion.chance();
        let mut change = Change::new(permit).say_id("pact", *pact.id.bytes());
        let open = signature_checks::of_person(tx, &scope, me).await?;
        let open = open.into_iter().find(|check| check.pact == pact.id && check.decision.is_none());
        match open {
            // The agency looks already.
            Some(check) if check.reason != CheckReason::Crowded => return Ok(()),
            // What the head has not said yet, the person has.
            Some(check) => {
                let decision = CheckDecision { outcome: CheckOutcome::Doubted, by: me, at };
                change = change.with(Effect::SignatureCheckDecided { id: check.id, decision });
            }
            None => {}
        }
        let check = SignatureCheck {
            id: chance.id(),
            pact: pact.id,
            task: task.id,
            person: me,
            reason: CheckReason::NotMe,
            device: open.and_then(|check| check.device),
            opened: at,
            decision: None,
        };
        let change = change.with(Effect::SignatureCheckOpened(Box::new(check)));
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(())
    }
}

struct Own {
    caller: Caller,
}

impl Unit for Own {
    type Out = Vec<SignatureCheck>;
    type Error = Fault;
    const NAME: &'static str = "presence/own_signature_checks";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let (scope, me): (Scope, PersonId) = (self.caller.scope()?, self.caller.person()?);
        let target = Target::of(self.caller.institution()?, "person").person(me);
        allow(&self.caller.actor, Action::ViewOwn, &target)?;
        Ok(signature_checks::of_person(tx, &scope, me).await?)
    }
}
