//! Signatures that somebody has to look at: the head of the unit confirms those of a device that many use, and the personnel
//! agency decides about what was disowned.

use super::own::pledged_in;
use crate::coverage::{as_of, unit_on};
use crate::{App, Caller, Fault, Vouchers};
use domain::assembly::Attendance;
use domain::change::{Change, Effect};
use domain::coverage::AsOf;
use domain::drive::Drive;
use domain::ids::{SignatureCheckId, TaskId};
use domain::knowledge::{Pact, Step, Task};
use domain::manner::{Assurance, Way};
use domain::paper::{PaperKind, PaperState};
use domain::policy::{Action, Actor, Permit, Role, Target, allow};
use domain::signature_check::{CheckDecision, CheckOutcome, CheckReason, SignatureCheck, Standing, may_decide};
use domain::tenancy::UnitTree;
use store::data::signature_checks::ListedCheck;
use store::data::{
    accounts, assemblies, circulars, merges, record, record_read, signature_checks, step_ways, tasks, tenancy,
};
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
}

/// What a check is about, as it stands now.
struct Looked {
    task: Task,
    /// Where the pledge was given: there, or in a record that was merged into the person's since.
    there: TaskId,
    pact: Option<Pact>,
    attendance: Option<Attendance>,
    /// How the pledge was taken that counts; [`Way::OWN`] where none does.
    pledged: Way,
}

impl Looked {
    async fn load(tx: &mut Tx, scope: &Scope, check: &SignatureCheck) -> Result<Self, Fault> {
        let task = tasks::by_id(tx, scope, check.task).await?.ok_or(Fault::NotFound)?;
        let pact = match check.pact {
            Some(id) => Some(tasks::pact_by_id(tx, scope, id).await?.ok_or(Fault::NotFound)?),
            None => None,
        };
        let attendance = match check.attendance {
            Some(id) => Some(assemblies::attendance_by_id(tx, scope, id).await?.ok_or(Fault::NotFound)?),
            None => None,
        };
        let (there, _) = pledged_in(tx, scope, (task.id, task.person), check.given).await?;
        let pledged = step_ways::of_task(tx, scope, there).await?.of(Step::Pledged);
        Ok(Self { task, there, pact, attendance, pledged })
    }

    /// The effects of it being the person's own: what waited counts from now on, as taken when it was given. What counts
    /// already goes on as it is.
    fn counted(self, check: &SignatureCheck) -> Vec<Effect> {
        let way = Way::SharedDevice { device: check.device };
        let step = |step| Effect::StepTaken { task: check.task, step, at: check.given, way };
        let mut effects = Vec::new();
        let waiting_pact = self.pact.filter(|pact| pact.standing == Standing::Waiting);
        // Whoever was recorded at the desk meanwhile stands there by the sheet.
        let waiting_part = self.attendance.filter(|part| part.pledged.is_none() && part.sheet.is_none());
        // A pledge on a page of one's own was part of no assembly.
        let waits_alone = check.attendance.is_none() && self.task.pledged.is_none();
        if waiting_pact.is_some() || (check.pact.is_none() && (waiting_part.is_some() || waits_alone)) {
            effects.push(step(Step::Pledged));
        }
        if let Some(pact) = waiting_pact {
            effects.push(Effect::PactMoved { pact: pact.id, from: Standing::Waiting, to: Standing::Valid });
            effects.push(step(Step::Signed));
        }
        if let Some(part) = waiting_part {
            let part = Attendance { version: part.version + 1, pledged: Some(check.given), ..part };
            effects.push(Effect::AttendanceSaved(Box::new(part)));
        }
        effects
    }

    /// The effects of it never having been the person's own: the paper is withdrawn, what was given in that moment is taken
    /// back, and whoever is signed in as the person is signed out.
    async fn voided(self, tx: &mut Tx, scope: &Scope, check: &SignatureCheck) -> Result<Vec<Effect>, Fault> {
        // What was given in a record that was merged since is taken back there.
        let (task, pledged) = (self.pact.as_ref().map_or(self.there, |pact| pact.task), check.given);
        let mut effects = Vec::new();
        match &self.pact {
            Some(pact) => {
                let (state, object) = (PaperState::Withdrawn, *pact.id.bytes());
                effects.push(Effect::PactMoved { pact: pact.id, from: pact.standing, to: Standing::Void });
                effects.push(Effect::PaperMarked { kind: PaperKind::Pact, object, state });
                effects.push(match pact.standing {
                    Standing::Valid => Effect::SignatureUndone { task, signed: pact.signed },
                    Standing::Waiting | Standing::Void => Effect::PledgeReversed { task, pledged },
                });
            }
            // Whoever has signed the pact since then has pledged in their own name.
            None if self.task.signed.is_some() => {}
            None => effects.push(Effect::PledgeReversed { task, pledged }),
        }
        if let Some(part) = self.attendance.filter(|part| part.pledged == Some(pledged)) {
            let part = Attendance { version: part.version + 1, pledged: None, ..part };
            effects.push(Effect::AttendanceSaved(Box::new(part)));
        }
        // A sheet of paper is signed without any account.
        let by_hand = check.pact.is_none() && matches!(self.pledged, Way::Paper { .. });
        let whose = merges::survivor(tx, scope, check.person).await?;
        if let Some(account) = accounts::of_person(tx, scope, whose).await?.filter(|_| !by_hand) {
            effects.push(Effect::SessionsEnded { account: account.id });
        }
        Ok(effects)
    }
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
        let looked = Looked::load(tx, &scope, &check).await?;
        let units = tenancy::units(tx, &scope).await?;
        // It lies with whoever heads the unit where the person is today.
        let (_, as_of) = as_of(tx, &self.caller, None).await?;
        let unit = unit_on(tx, &scope, &looked.task, as_of.day).await?;
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
            .say_id("task", *check.task.bytes())
            .say_code("given", check.subject().code())
            .say_code("reason", check.reason.code())
            .say_code("outcome", self.outcome.code())
            .with(Effect::SignatureCheckDecided { id: check.id, decision });
        if let Some(pact) = check.pact {
            change = change.say_id("pact", *pact.bytes());
        }
        match self.outcome {
            CheckOutcome::Confirmed => change = change.with_all(looked.counted(&check)),
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
            CheckOutcome::Voided => change = change.with_all(looked.voided(tx, &scope, &check).await?),
        }
        record(tx, &scope, &change, at, &mut chance).await?;
        Ok(())
    }
}
