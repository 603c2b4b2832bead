//! What somebody holds: roles, delegations, kiosks, and what waits for whoever holds them.

use crate::{DelegationLine, Fault, roles};
use base::{Date, Instant};
use domain::circular::State;
use domain::circular::on_paper::ScanState;
use domain::handover::{HandedRole, Waiting, moves};
use domain::ids::{InstitutionId, KioskId, PersonId, UnitId};
use domain::pack::Pack;
use domain::policy::{Action, Actor, Held, Role, Target, allow};
use domain::roster_import::ImportState;
use domain::signature_check::CheckReason;
use domain::slip_batch::Standing;
use domain::tenancy::UnitTree;
use store::data::{
    assemblies, circulars, delegations, imports, issuing, kiosks, packs, people, readings, signature_checks,
    slip_batches, tenancy,
};
use store::{Scope, Tx};

/// How many of a kind are looked at, the newest.
const LOOKED_AT: u32 = 200;

/// A role that somebody holds themselves, and whether it can be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldOffice {
    /// The role.
    pub role: Role,
    /// The unit's name; empty for the whole institution.
    pub unit_name: String,
    /// What becomes of it when it is proposed by whoever looks.
    pub fate: Fate,
}

/// What becomes of a role at a handover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It goes to the successor.
    Moves,
    /// It follows a post, and changes with the post.
    FollowsPost,
    /// It stays unless an administrator proposes the handover.
    WithAdministrator,
}

/// What somebody holds.
#[derive(Debug, Clone)]
pub struct Holdings {
    /// Who.
    pub person: PersonId,
    /// The name with titles.
    pub name: String,
    /// The roles they hold themselves.
    pub offices: Vec<HeldOffice>,
    /// What they delegated and is not over, and whether that ends with the handover.
    pub given: Vec<(DelegationLine, bool)>,
    /// What was delegated to them and is not over; it ends with the handover.
    pub received: Vec<DelegationLine>,
    /// How many kiosks they have open; they end with the handover.
    pub kiosks: usize,
    /// What waits for whoever holds their roles.
    pub waiting: Waiting,
}

/// Where and when one looks.
pub(super) struct Ground {
    pub(super) scope: Scope,
    pub(super) institution: InstitutionId,
    pub(super) tree: UnitTree,
    pub(super) now: Instant,
    pub(super) today: Date,
}

/// What a handover moves and ends.
pub(super) struct Moved {
    pub(super) roles: Vec<HandedRole>,
    pub(super) delegations: Vec<domain::delegation::Delegation>,
    pub(super) kiosks: Vec<KioskId>,
}

impl Ground {
    pub(super) async fn of(tx: &mut Tx, caller: &crate::Caller) -> Result<Self, Fault> {
        let (scope, now) = (caller.scope()?, caller.occasion.at);
        let institution = tenancy::institution_by_id(tx, caller.institution()?).await?.ok_or(Fault::NotFound)?;
        let tree = tenancy::units(tx, &scope).await?;
        Ok(Self { scope, institution: institution.id, tree, now, today: now.date(institution.zone) })
    }

    pub(super) async fn name(&self, tx: &mut Tx, person: PersonId) -> Result<String, Fault> {
        Ok(people::person(tx, &self.scope, person).await?.map(|person| person.name.full()).unwrap_or_default())
    }

    pub(super) fn unit_name(&self, unit: Option<UnitId>) -> String {
        unit.and_then(|unit| self.tree.get(unit)).map(|unit| unit.name.clone()).unwrap_or_default()
    }

    /// The roles given to somebody by hand that hold today and change hands.
    pub(super) async fn roles(
        &self,
        tx: &mut Tx,
        person: PersonId,
        by_administrator: bool,
    ) -> Result<Vec<HandedRole>, Fault> {
        let grants = people::grants_from(tx, &self.scope, self.today).await?;
        let mine =
            grants.into_iter().map(|(grant, _)| grant).filter(|it| it.person == person && it.since <= self.today);
        let handed = mine.filter(|it| moves(it.role, by_administrator));
        Ok(handed.map(|it| HandedRole { grant: it.id, role: it.role, unit: it.unit }).collect())
    }

    /// What changes and what ends when `roles` of somebody change hands: delegations of those roles, what they act in
    /// for others, and the kiosks they have open.
    pub(super) async fn moved(&self, tx: &mut Tx, person: PersonId, roles: Vec<HandedRole>) -> Result<Moved, Fault> {
        let all = delegations::of_person(tx, &self.scope, person, LOOKED_AT).await?;
        let handed = |role: Role, unit: Option<UnitId>| roles.iter().any(|it| it.role == role && it.unit == unit);
        let ends = all.into_iter().map(|(it, _)| it).filter(|it| !it.is_over(self.today));
        let delegations = ends.filter(|it| it.to == person || handed(it.role, it.unit)).collect();
        let kiosks = kiosks::of_operator(tx, &self.scope, person, self.now).await?;
        Ok(Moved { roles, delegations, kiosks: kiosks.into_iter().map(|kiosk| kiosk.id).collect() })
    }

    pub(super) async fn holdings(
        &self,
        tx: &mut Tx,
        person: PersonId,
        by_administrator: bool,
    ) -> Result<Holdings, Fault> {
        let name = people::person(tx, &self.scope, person).await?.ok_or(Fault::NotFound)?.name.full();
        let own = roles::own(tx, &self.scope, person, self.today).await?;
        let office = |held: &&Held| held.role != Role::Employee;
        let fate = |role: Role| match moves(role, by_administrator) {
            true => Fate::Moves,
            false if role.is_granted() => Fate::WithAdministrator,
            false => Fate::FollowsPost,
        };
        let offices = own.iter().filter(office).map(|held| HeldOffice {
            role: held.role,
            unit_name: self.unit_name(held.unit),
            fate: fate(held.role),
        });
        let offices = offices.collect();
        let roles = self.roles(tx, person, by_administrator).await?;
        let ending = self.moved(tx, person, roles).await?;
        let (mut given, mut received) = (Vec::new(), Vec::new());
        for (delegation, other) in delegations::of_person(tx, &self.scope, person, LOOKED_AT).await? {
            if delegation.is_over(self.today) {
                continue;
            }
            let ends = ending.delegations.iter().any(|it| it.id == delegation.id);
            let unit_name = self.unit_name(delegation.unit);
            let line = DelegationLine { other: other.full(), unit_name, delegation };
            match line.delegation.from == person {
                true => given.push((line, ends)),
                false => received.push(line),
            }
        }
        let waiting = self.waiting(tx, person).await?;
        Ok(Holdings { person, name, offices, given, received, kiosks: ending.kiosks.len(), waiting })
    }

    /// What waits for whoever holds the roles of `person`, as far as they reach.
    pub(super) async fn waiting(&self, tx: &mut Tx, person: PersonId) -> Result<Waiting, Fault> {
        let roles = roles::own(tx, &self.scope, person, self.today).await?;
        let actor = Actor::Person { person, institution: self.institution, roles };
        let may = |action: Action, unit: Option<UnitId>| {
            let target = Target::of(self.institution, "handover");
            let path = unit.map(|unit| self.tree.path(unit)).unwrap_or_default();
            allow(&actor, action, &target.units(path)).is_ok()
        };
        let mut waiting = Waiting::default();
        if may(Action::ViewDraft, None) {
            (waiting.drafts, waiting.scans) = self.letters(tx, may(Action::ConfirmScan, None)).await?;
        }
        if actor.could(Action::ReleaseSlips) {
            let all = slip_batches::list(tx, &self.scope, LOOKED_AT).await?;
            let open = |batch: &domain::slip_batch::SlipBatch| batch.stands(self.now) == Standing::Waiting;
            let reached = all.iter().filter(|(it, _)| open(it) && may(Action::ReleaseSlips, Some(it.unit)));
            waiting.slips = count(reached.count());
        }
        if actor.could(Action::ViewSignatureChecks) {
            let all = signature_checks::list(tx, &self.scope, self.today, LOOKED_AT).await?;
            let lies = |it: &&signature_checks::ListedCheck| {
                let head = it.check.reason == CheckReason::Crowded && may(Action::ConfirmSignature, Some(it.unit));
                it.check.decision.is_none() && (head || may(Action::DecideSignature, Some(it.unit)))
            };
            waiting.checks = count(all.iter().filter(lies).count());
        }
        if actor.could(Action::CheckSheet) {
            waiting.samples = self.samples(tx, |unit| may(Action::CheckSheet, unit)).await?;
            let heard = readings::waiting(tx, &self.scope).await?.into_iter();
            waiting.hearings =
                heard.filter(|(unit, _)| may(Action::CheckSheet, Some(*unit))).map(|(_, lines)| lines).sum();
        }
        if actor.could(Action::ConfirmPack) {
            let all = packs::list(tx, &self.scope).await?;
            // As the pack itself: for whoever stands above the village or the agency.
            let reached = |it: &Pack| [it.unit, it.through].iter().any(|unit| may(Action::ConfirmPack, Some(*unit)));
            waiting.packs = all.iter().filter(|(it, _)| reached(it)).map(|(_, count)| count.to_compare()).sum();
        }
        if may(Action::ImportRoster, None) {
            let all = imports::list(tx, &self.scope, LOOKED_AT).await?;
            let open = |state: ImportState| matches!(state, ImportState::Columns | ImportState::Staged);
            waiting.imports = count(all.iter().filter(|import| open(import.state)).count());
            let last = imports::last(tx, &self.scope).await?;
            waiting.undoable = count(all.iter().filter(|it| Some(it.id) == last && it.undoable(self.now)).count());
        }
        Ok(waiting)
    }

    /// How many drafts there are, and how many of them have a scan that waits.
    async fn letters(&self, tx: &mut Tx, confirms: bool) -> Result<(u32, u32), Fault> {
        let (mut drafts, mut scans) = (0, 0);
        for circular in circulars::list(tx, &self.scope).await?.iter().filter(|it| it.state == State::Draft) {
            drafts += 1;
            if confirms {
                let all = issuing::scans(tx, &self.scope, circular.id).await?;
                scans += all.iter().filter(|scan| scan.state == ScanState::Waiting).count();
            }
        }
        Ok((drafts, count(scans)))
    }

    async fn samples(&self, tx: &mut Tx, may: impl Fn(Option<UnitId>) -> bool) -> Result<u32, Fault> {
        let mut open = 0;
        for assembly in assemblies::list(tx, &self.scope).await?.iter().filter(|it| may(it.plan.unit)) {
            let lines = assemblies::sampled(tx, &self.scope, assembly.id).await?;
            open += lines.iter().filter(|line| line.checked.is_none()).count();
        }
        Ok(count(open))
    }
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
