//! The only way to write domain state: state, audit event, salts and follow-up jobs in one transaction.

mod joint;

use super::insertions::Waiting;
use super::{
    absences, accounts, adoptions, appointments, assemblies, certified, circulars, consultations, delegations,
    dispatches, exceptions, handovers, imports, issuing, joiners, kiosks, merges, messages, own_elections, packs,
    papers, people, public_figures, readings, seal_keys, signature_checks, slip_batches, step_ways, tallies, tasks,
    tenancy, to_json, units,
};
use crate::statement::{
    accounts as accounts_sql, activations, attempts, audit, circulars as circulars_sql, details, engagements, grants,
    holders, imports as imports_sql, jobs, kiosks as kiosks_sql, pacts, papers as papers_sql, passkeys, recovery_codes,
    seal_keys as seal_keys_sql, second_factors, sessions, signature_checks as signature_checks_sql, tasks as tasks_sql,
};
use crate::{Scope, StoreError, Tx, params};
use base::{Chance, Id, Instant, kind};
use domain::change::{Change, Effect};
use domain::circular::issuing::Issuing;
use domain::ids::{EventId, JobId};
use domain::job::Work;
use domain::knowledge::Step;
use domain::manner::Way;
use domain::merge::MergeEffect;
use domain::pack::PackEffect;
use domain::policy::Permit;
use domain::reading::ReadingEffect;
use domain::signature_check::CheckDecision;
use domain::tenancy::Institution;
use ledger::{Actor, Event, Salt};

/// What [`record`] wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The audit event.
    pub event: EventId,
    /// Rows of domain state that changed.
    pub rows: u64,
}

/// Writes a change: its effects, what they do to the figures of drives, its audit event with the salts of its
/// commitments, its jobs, and that of looking for joiners where it may have brought some.
///
/// # Errors
/// [`StoreError::Stale`] when the stored state is not the one the change was decided on, and
/// [`StoreError::OutOfScope`] when the permit was for another institution than the scope.
pub async fn record(
    tx: &mut Tx,
    scope: &Scope,
    change: &Change,
    at: Instant,
    chance: &mut Chance,
) -> Result<Recorded, StoreError> {
    same_institution(scope, change.permit())?;
    let mut rows = 0;
    let watch = tallies::Watch::begin(tx, scope, change.effects()).await?;
    let mut waiting = Waiting::default();
    for effect in change.effects() {
        if !waiting.take(effect) {
            rows += waiting.write(tx, scope).await?;
            rows += apply(tx, scope, effect).await?;
        }
    }
    rows += waiting.write(tx, scope).await?;
    if let Some(watch) = watch {
        watch.settle(tx, scope, change.effects()).await?;
    }
    if tallies::moves_units(change.effects()) {
        tallies::recount_all(tx, scope).await?;
    }
    let (event, salts) = change.event(at, chance);
    write_event(tx, &event, &salts).await?;
    for work in change.jobs() {
        enqueue(tx, scope, *work, at, chance).await?;
    }
    if joiners::may_follow(change.effects()) && joiners::are_asked(tx, scope, at).await? {
        enqueue(tx, scope, Work::Tend, at, chance).await?;
    }
    Ok(Recorded { event: Id::from_bytes(&event.id).unwrap_or_else(|_| chance.id::<kind::Event>()), rows })
}

async fn enqueue(tx: &mut Tx, scope: &Scope, work: Work, at: Instant, chance: &mut Chance) -> Result<(), StoreError> {
    let id: JobId = chance.id();
    let text = to_json(&work, jobs::ADD.name)?;
    tx.execute(scope, jobs::ADD, params![id, work.kind(), text, at, at, "ready", 0_i64]).await.map(drop)
}

/// Leaves the trace of a read of personal data: who read how many, and why. One per request.
///
/// # Errors
/// As [`record`].
pub async fn record_read(
    tx: &mut Tx,
    scope: &Scope,
    permit: Permit,
    count: usize,
    at: Instant,
    chance: &mut Chance,
) -> Result<(), StoreError> {
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    record(tx, scope, &Change::new(permit).say("count", count), at, chance).await.map(drop)
}

fn same_institution(scope: &Scope, permit: &Permit) -> Result<(), StoreError> {
    let permitted = permit.institution();
    if permitted.is_none() || permitted == scope.institution() {
        return Ok(());
    }
    Err(StoreError::OutOfScope { what: "permit" })
}

/// Statements about institutions name them instead of being given the scope.
fn own_institution(scope: &Scope, it: &Institution) -> Result<(), StoreError> {
    if scope.institution() == Some(it.id) { Ok(()) } else { Err(StoreError::OutOfScope { what: "institution" }) }
}

async fn write_event(tx: &mut Tx, event: &Event, salts: &[(&'static str, Salt)]) -> Result<(), StoreError> {
    let actor = match &event.actor {
        Actor::Person(id) => Some(id.to_vec()),
        Actor::System | Actor::Public => None,
    };
    let institution = event.institution.map(|id| id.to_vec());
    let object = event.object.map(|id| id.to_vec());
    let values = params![event.id, institution, event.at, actor, event.action, object, event.encode()];
    tx.outside_execute(audit::ADD, values).await?;
    for (field, salt) in salts {
        tx.outside_execute(audit::ADD_SALT, params![event.id, *field, salt.0]).await?;
    }
    Ok(())
}

/// For effects that rest on what was read before: no row means that somebody else was faster.
pub(super) fn fresh(rows: u64, effect: &'static str) -> Result<u64, StoreError> {
    if rows == 0 { Err(StoreError::Stale { effect }) } else { Ok(rows) }
}

async fn apply(tx: &mut Tx, scope: &Scope, effect: &Effect) -> Result<u64, StoreError> {
    match effect {
        Effect::InstitutionAdded(institution) => tenancy::add_institution(tx, institution).await,
        Effect::InstitutionSaved(it) => {
            own_institution(scope, it)?;
            fresh(tenancy::save_institution(tx, it).await?, "institution_saved")
        }
        Effect::UnitAdded(unit) => tenancy::add_unit(tx, scope, unit).await,
        Effect::UnitSaved(unit) => fresh(units::save(tx, scope, unit).await?, "unit_saved"),
        Effect::UnitChangeNoted(change) => units::note(tx, scope, change).await,
        Effect::PersonChanged(person) => fresh(people::change(tx, scope, person).await?, "person_changed"),
        Effect::DetailEnded { id, until } => {
            fresh(tx.execute(scope, details::END, params![id, until]).await?, "detail_ended")
        }
        Effect::EngagementEnded { id, until } => {
            fresh(tx.execute(scope, engagements::END, params![id, until]).await?, "engagement_ended")
        }
        Effect::EngagementDated { id, since, until } => {
            fresh(tx.execute(scope, engagements::DATE, params![id, since, until]).await?, "engagement_dated")
        }
        Effect::PostAdded(post) => people::add_post(tx, scope, post).await,
        Effect::PostSaved(post) => fresh(appointments::save_post(tx, scope, post).await?, "post_saved"),
        Effect::OwnElectionSaved(it) => fresh(own_elections::save(tx, scope, it).await?, "own_election_saved"),
        Effect::AdoptionSaved(it) => fresh(adoptions::save(tx, scope, it).await?, "adoption_saved"),
        Effect::AppointmentSaved(it) => fresh(appointments::save(tx, scope, it).await?, "appointment_saved"),
        Effect::HolderAdded(holder) => people::add_holder(tx, scope, holder).await,
        Effect::HolderEnded { id, until } => {
            fresh(tx.execute(scope, holders::END, params![id, until]).await?, "holder_ended")
        }
        Effect::RoleGranted(grant) => people::add_grant(tx, scope, grant).await,
        Effect::RoleEnded { id, until } => {
            fresh(tx.execute(scope, grants::END, params![id, until]).await?, "role_ended")
        }
        Effect::Delegated(delegation) => delegations::add(tx, scope, delegation).await,
        Effect::DelegationEnded { id, at } => fresh(delegations::end(tx, scope, *id, *at).await?, "delegation_ended"),
        Effect::CircularSaved(circular) => fresh(circulars::save(tx, scope, circular).await?, "circular_saved"),
        Effect::Issuing(effect) => apply_to_letter(tx, scope, effect).await,
        Effect::CircularEnded { id, end } => fresh(circulars::conclude(tx, scope, *id, end).await?, "circular_ended"),
        Effect::CircularRestored { id, ended } => {
            fresh(tx.execute(scope, circulars_sql::RESTORE, params![id, ended]).await?, "circular_restored")
        }
        Effect::DriveBegun(drive) => circulars::begin(tx, scope, drive).await,
        Effect::DrivesEnded { circular, at } => circulars::end_drives(tx, scope, *circular, *at).await,
        Effect::TaskEnded { task, at } => tx.execute(scope, tasks_sql::END, params![task, at]).await,
        Effect::TaskReopened { task } => tx.execute(scope, tasks_sql::REOPEN, params![task]).await,
        Effect::StepTaken { task, step, at, way } => {
            let rows = tasks::step(tx, scope, *task, *step, *at).await?;
            // Who takes a step a second time changes neither when it was taken nor how.
            if rows > 0 && *way != Way::OWN {
                step_ways::note(tx, scope, *task, *step, *way).await?;
            }
            Ok(rows)
        }
        Effect::Exception(effect) => exceptions::apply(tx, scope, effect).await,
        Effect::Consultation(effect) => consultations::apply(tx, scope, effect).await,
        Effect::AttemptAsked(attempt) => tasks::ask(tx, scope, attempt).await,
        Effect::AttemptAnswered { id, answers, correct, at } => {
            let answers = to_json(answers, attempts::ANSWER.name)?;
            let rows = tx.execute(scope, attempts::ANSWER, params![id, answers, *correct, at]).await?;
            fresh(rows, "attempt_answered")
        }
        Effect::AssemblySaved(assembly) => fresh(assemblies::save(tx, scope, assembly).await?, "assembly_saved"),
        Effect::AttendanceSaved(it) => fresh(assemblies::attend(tx, scope, it).await?, "attendance_saved"),
        Effect::SheetKept { sheet, file } => {
            papers::add_file(tx, scope, file).await?;
            assemblies::keep_sheet(tx, scope, sheet).await
        }
        Effect::PledgeReversed { task, pledged } => {
            let rows = joint::take_back(tx, scope, tasks_sql::UNPLEDGE, (*task, *pledged)).await?;
            if rows > 0 {
                step_ways::forget(tx, scope, *task, Step::Pledged).await?;
            }
            Ok(rows)
        }
        Effect::Pack(effect) => {
            if let PackEffect::PictureKept(_, file) = effect {
                papers::add_file(tx, scope, file).await?;
            }
            packs::apply(tx, scope, effect).await
        }
        Effect::Absence(effect) => absences::apply(tx, scope, effect).await,
        Effect::Reading(effect) => apply_to_reading(tx, scope, effect).await,
        Effect::Merge(MergeEffect::TaskJoined(it)) => joint::join(tx, scope, it).await,
        Effect::Merge(MergeEffect::TaskParted { double }) => joint::part(tx, scope, *double).await,
        Effect::Merge(MergeEffect::Saved(it)) => fresh(merges::save(tx, scope, it).await?, "merge_saved"),
        Effect::Merge(MergeEffect::RowMoved { row, from, to }) => merges::move_row(tx, scope, row, (*from, *to)).await,
        Effect::PactSigned(pact) => tasks::sign(tx, scope, pact).await,
        Effect::PactMoved { pact, from, to } => {
            fresh(tx.execute(scope, pacts::MOVE, params![pact, from, to]).await?, "pact_moved")
        }
        Effect::SignatureUndone { task, signed } => {
            let rows = joint::take_back(tx, scope, tasks_sql::UNSIGN, (*task, *signed)).await?;
            step_ways::forget_signature(tx, scope, *task).await?;
            fresh(rows, "signature_undone")
        }
        Effect::SignatureCheckOpened(check) => signature_checks::open(tx, scope, check).await,
        Effect::SignatureCheckDecided { id, decision: CheckDecision { outcome, by, at } } => {
            let values = params![id, outcome, by, at];
            fresh(tx.execute(scope, signature_checks_sql::DECIDE, values).await?, "signature_check_decided")
        }
        Effect::KioskOpened(kiosk) => kiosks::add(tx, scope, kiosk).await,
        Effect::KioskEnded { id, at } => {
            fresh(tx.execute(scope, kiosks_sql::END, params![id, at]).await?, "kiosk_ended")
        }
        Effect::PaperMade(paper) => papers::make(tx, scope, paper).await,
        Effect::PaperMarked { kind, object, state } => {
            fresh(tx.execute(scope, papers_sql::MARK, params![kind, object, state]).await?, "paper_marked")
        }
        Effect::PaperRestored { kind, object } => {
            fresh(tx.execute(scope, papers_sql::RESTORE, params![kind, object]).await?, "paper_restored")
        }
        Effect::PaperRendered { paper, file } => {
            papers::add_file(tx, scope, file).await?;
            fresh(tx.execute(scope, papers_sql::RENDERED, params![paper, file.id]).await?, "paper_rendered")
        }
        Effect::SealKeyMade(key) => fresh(seal_keys::add(tx, scope, key).await?, "seal_key_made"),
        Effect::SealKeyEnded { id, until } => {
            fresh(tx.execute(scope, seal_keys_sql::END, params![id, until]).await?, "seal_key_ended")
        }
        Effect::MessagePlanned(message) => {
            let rows = messages::plan(tx, scope, message).await?;
            // Who was told before is not written to again.
            if rows > 0 {
                dispatches::plan(tx, scope, message).await?;
            }
            Ok(rows)
        }
        Effect::DispatchResent { message, channel, from, at } => {
            dispatches::resend(tx, scope, (*message, *channel), (*from, *at)).await
        }
        Effect::RemindersChosen { person, chosen, at } => dispatches::choose(tx, scope, *person, (chosen, *at)).await,
        Effect::MessagesRead { person, until, at } => messages::read(tx, scope, *person, (*until, *at)).await,
        Effect::FiguresTold(edition) => public_figures::tell(tx, scope, edition).await,
        Effect::RoundBegun { drive, round, at } => {
            fresh(messages::begin_round(tx, scope, *drive, *round, *at).await?, "round_begun")
        }
        Effect::ImportStaged(import) => imports::stage(tx, scope, import).await,
        Effect::ImportMoved { id, from, state, applied, unchanged } => {
            let values = params![id, state, *applied, *unchanged, from];
            fresh(tx.execute(scope, imports_sql::MOVE, values).await?, "import_moved")
        }
        Effect::ImportRowsApplied { import, through } => fresh(
            tx.execute(scope, imports_sql::ERASE_APPLIED, params![import, *through]).await?,
            "import_rows_applied",
        ),
        Effect::ImportRowsErased { import } => tx.execute(scope, imports_sql::ERASE_ROWS, params![import]).await,
        Effect::Import(effect) => imports::apply(tx, scope, effect).await,
        Effect::JobRetried { id, at } => fresh(tx.execute(scope, jobs::RETRY, params![id, at]).await?, "job_retried"),
        _ => apply_to_account(tx, scope, effect).await,
    }
}

/// The effects on readings of a circular to a unit.
async fn apply_to_reading(tx: &mut Tx, scope: &Scope, effect: &ReadingEffect) -> Result<u64, StoreError> {
    if let ReadingEffect::NotHeard { task, read } = effect {
        let rows = joint::take_back(tx, scope, tasks_sql::UNREAD, (*task, *read)).await?;
        if rows > 0 {
            step_ways::forget(tx, scope, *task, Step::Read).await?;
        }
        return Ok(rows);
    }
    if let ReadingEffect::Kept { file, .. } = effect {
        papers::add_file(tx, scope, file).await?;
    }
    readings::apply(tx, scope, effect).await
}

/// The effects on the way from a draft to an official letter.
async fn apply_to_letter(tx: &mut Tx, scope: &Scope, effect: &Issuing) -> Result<u64, StoreError> {
    match effect {
        Issuing::FileKept(file) => papers::add_file(tx, scope, file).await,
        Issuing::ScanSubmitted(scan, file) => {
            papers::add_file(tx, scope, file).await?;
            issuing::submit(tx, scope, scan).await
        }
        Issuing::ScanDecided { id, state } => fresh(issuing::decide(tx, scope, *id, state).await?, "scan_decided"),
        Issuing::NumberGiven { given, before } => {
            fresh(issuing::give_number(tx, scope, given, before.as_deref()).await?, "number_given")
        }
        Issuing::PatternSet(pattern) => issuing::set_pattern(tx, scope, pattern.as_ref()).await,
        Issuing::CertifiedSent(it) => fresh(certified::send(tx, scope, it).await?, "certified_sent"),
        Issuing::CertifiedEnded { id, state } => {
            fresh(certified::conclude(tx, scope, *id, state).await?, "certified_ended")
        }
    }
}

/// The effects on the means of signing in.
async fn apply_to_account(tx: &mut Tx, scope: &Scope, effect: &Effect) -> Result<u64, StoreError> {
    match effect {
        Effect::AccountAdded { id, person, at } => tx.execute(scope, accounts_sql::ADD, params![id, person, at]).await,
        Effect::PasswordSet { account, hash } => {
            let rows = tx.execute(scope, accounts_sql::SET_PASSWORD, params![account, hash]).await?;
            fresh(rows, "password_set")
        }
        Effect::PasskeyAdded(passkey) => accounts::add_passkey(tx, scope, passkey).await,
        Effect::PasskeysRemoved { account } => tx.execute(scope, passkeys::REMOVE_ALL, params![account]).await,
        Effect::ActivationIssued(a) => {
            tx.execute(scope, activations::RETIRE, params![a.person, a.issued]).await?;
            tx.execute(scope, activations::ADD, params![a.code, a.person, a.issued, a.expires]).await
        }
        Effect::ActivationUsed { code, at } => {
            fresh(tx.execute(scope, activations::USE, params![code, at]).await?, "activation_used")
        }
        Effect::HandoverSaved(it) => fresh(handovers::save(tx, scope, it).await?, "handover_saved"),
        Effect::SlipBatchSaved(batch) => fresh(slip_batches::save(tx, scope, batch).await?, "slip_batch_saved"),
        Effect::SessionsEnded { account } => tx.execute(scope, sessions::CLOSE_ALL, params![account]).await,
        Effect::SessionEnded { account, token } => tx.execute(scope, sessions::END, params![account, token]).await,
        Effect::SecondFactorSet(factor) => {
            fresh(accounts::set_second_factor(tx, scope, factor).await?, "second_factor_set")
        }
        Effect::SecondFactorRemoved { account } => {
            tx.execute(scope, recovery_codes::REMOVE_ALL, params![account]).await?;
            tx.execute(scope, second_factors::REMOVE, params![account]).await
        }
        Effect::CodeTaken { account, step } => {
            fresh(tx.execute(scope, second_factors::TAKEN, params![account, *step]).await?, "code_taken")
        }
        Effect::RecoveryCodesMade { account, codes } => accounts::make_recovery_codes(tx, scope, *account, codes).await,
        Effect::RecoveryCodeUsed { account, code, at } => {
            let rows = tx.execute(scope, recovery_codes::USE, params![account, code, at]).await?;
            fresh(rows, "recovery_code_used")
        }
        _ => Err(StoreError::Misused { statement: "record", why: "an effect has no statement" }),
    }
}
