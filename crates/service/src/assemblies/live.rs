//! What a hall sees of its assembly as it happens: one reader for each assembly, however many screens and phones watch.

use super::{Held, held, shares};
use crate::{App, Caller, Fault};
use base::{Clock, Zone};
use domain::assembly::{Assembly, DoorWords, Minute};
use domain::drive::Drive;
use domain::ids::{AssemblyId, InstitutionId};
use domain::policy::Action;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use store::data::assemblies::Turnout;
use store::data::{assemblies, circulars, tenancy};
use store::{Scope, Tx, Unit};
use tokio::sync::{Notify, watch};

/// How long one count holds at least.
const EVERY: Duration = Duration::from_secs(1);

/// A count that takes long is made seldom: at most this share of the time goes into counting.
const REST: u32 = 10;

/// Most screens and phones that watch at once. Whoever comes later sees the same page and loads it again by hand.
const WATCHERS_MAX: usize = 6_000;

/// How many people owe the pledge, and how many of them have taken it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many owe it.
    pub owing: i64,
    /// How many have taken it.
    pub pledged: i64,
}

/// What a hall may see. No names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hall {
    /// The assembly.
    pub assembly: Assembly,
    /// Its drive.
    pub drive: Drive,
    /// The institution's name.
    pub institution: String,
    /// The unit's name; none for the whole institution.
    pub unit: Option<String>,
    /// The zone in which times are told.
    pub zone: Zone,
    /// Everybody.
    pub share: Share,
    /// Each unit directly below, by name.
    pub units: Vec<(String, Share)>,
    /// Who came.
    pub turnout: Turnout,
    /// The words of this minute; none while the door is shut.
    pub words: Option<DoorWords>,
    /// Counts every ten seconds while more units take part than a screen can show at once.
    pub turn: i64,
}

/// More units than this take turns on the screen.
const UNITS_AT_ONCE: usize = 5;

impl Hall {
    /// The units that stand on the screen in this turn.
    #[must_use]
    pub fn units_shown(&self) -> &[(String, Share)] {
        let turns = self.units.len().div_ceil(UNITS_AT_ONCE).max(1);
        let turn = usize::try_from(self.turn.unsigned_abs()).unwrap_or(0) % turns;
        self.units.chunks(UNITS_AT_ONCE).nth(turn).unwrap_or_default()
    }
}

/// Somebody who watches an assembly. Dropping it makes room for another.
pub struct Watch {
    hall: watch::Receiver<Arc<Hall>>,
    live: Arc<Shared>,
}

impl Watch {
    /// What the hall sees now.
    #[must_use]
    pub fn now(&mut self) -> Arc<Hall> {
        Arc::clone(&self.hall.borrow_and_update())
    }

    /// Waits for a change and answers it; nothing when the program stops.
    pub async fn changed(&mut self) -> Option<Arc<Hall>> {
        self.hall.changed().await.ok()?;
        Some(self.now())
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.live.watchers.fetch_sub(1, Ordering::Relaxed);
    }
}

/// All assemblies that are being watched.
#[derive(Default)]
pub(crate) struct Live {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    halls: Mutex<BTreeMap<AssemblyId, Reader>>,
    watchers: AtomicUsize,
    stopped: AtomicBool,
}

struct Reader {
    hall: watch::Receiver<Arc<Hall>>,
    nudge: Arc<Notify>,
}

impl Shared {
    fn halls(&self) -> MutexGuard<'_, BTreeMap<AssemblyId, Reader>> {
        self.halls.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Live {
    /// Has an assembly read again at once: its phase changed.
    pub(crate) fn nudge(&self, id: AssemblyId) {
        if let Some(reader) = self.shared.halls().get(&id) {
            reader.nudge.notify_one();
        }
    }

    fn watch(&self, hall: watch::Receiver<Arc<Hall>>) -> Result<Watch, Fault> {
        let stopped = self.shared.stopped.load(Ordering::Relaxed);
        let before = self.shared.watchers.fetch_add(1, Ordering::Relaxed);
        let watch = Watch { hall, live: Arc::clone(&self.shared) };
        // A refused watch gives its place back when it is dropped.
        if stopped || before >= WATCHERS_MAX { Err(Fault::Busy) } else { Ok(watch) }
    }
}

impl App {
    /// What the hall sees of an assembly now, for its operator's screen.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may look at.
    pub async fn hall(&self, caller: &Caller, id: AssemblyId) -> Result<Hall, Fault> {
        self.store().read(May { caller: caller.clone(), id }).await?;
        self.read_hall(caller.institution()?, id, caller.occasion.at).await
    }

    /// Watches an assembly from its operator's screen.
    ///
    /// # Errors
    /// [`Fault::Denied`] beyond what the caller may look at, [`Fault::Busy`] when too many watch already.
    pub async fn watch_hall(&self, caller: &Caller, id: AssemblyId, clock: Arc<dyn Clock>) -> Result<Watch, Fault> {
        self.store().read(May { caller: caller.clone(), id }).await?;
        self.watch(caller.institution()?, id, clock).await
    }

    /// Watches an assembly that the caller has joined.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when they have not, [`Fault::Busy`] when too many watch already.
    pub async fn watch_own(&self, caller: &Caller, id: AssemblyId, clock: Arc<dyn Clock>) -> Result<Watch, Fault> {
        self.standing(caller, id).await?;
        self.watch(caller.institution()?, id, clock).await
    }

    /// Lets everybody go who watches, for the program stops.
    pub fn stop_watching(&self) {
        self.live().shared.stopped.store(true, Ordering::Relaxed);
        for reader in self.live().shared.halls().values() {
            reader.nudge.notify_one();
        }
    }

    async fn watch(&self, institution: InstitutionId, id: AssemblyId, clock: Arc<dyn Clock>) -> Result<Watch, Fault> {
        if let Some(hall) = self.live().shared.halls().get(&id).map(|reader| reader.hall.clone()) {
            return self.live().watch(hall);
        }
        let first = Arc::new(self.read_hall(institution, id, clock.now()).await?);
        let (sender, hall) = watch::channel(first);
        let nudge = Arc::new(Notify::new());
        let hall = {
            let mut halls = self.live().shared.halls();
            // Somebody else may have begun meanwhile; then this reader is not needed.
            if let Some(known) = halls.get(&id) {
                known.hall.clone()
            } else {
                halls.insert(id, Reader { hall: hall.clone(), nudge: Arc::clone(&nudge) });
                tokio::spawn(self.clone().go_on_reading(institution, id, clock, (sender, nudge)));
                hall
            }
        };
        self.live().watch(hall)
    }

    /// Reads an assembly for as long as somebody watches it.
    async fn go_on_reading(
        self,
        institution: InstitutionId,
        id: AssemblyId,
        clock: Arc<dyn Clock>,
        (sender, nudge): (watch::Sender<Arc<Hall>>, Arc<Notify>),
    ) {
        let mut rest = EVERY;
        loop {
            // Whichever comes first: the next turn, or a phase that changed.
            drop(tokio::time::timeout(rest, nudge.notified()).await);
            {
                let mut halls = self.live().shared.halls();
                // The list itself watches, too. Nobody can come in between: they would need the list.
                if sender.receiver_count() <= 1 || self.live().shared.stopped.load(Ordering::Relaxed) {
                    halls.remove(&id);
                    return;
                }
            }
            // A stopwatch for the pause that follows; no rule depends on it.
            let begun = std::time::Instant::now();
            match self.read_hall(institution, id, clock.now()).await {
                Ok(hall) => {
                    sender.send_if_modified(|known| {
                        let changed = **known != hall;
                        if changed {
                            *known = Arc::new(hall);
                        }
                        changed
                    });
                }
                // The screen goes on showing what was true before.
                Err(fault) => tracing::warn!(%fault, "an assembly could not be counted"),
            }
            rest = EVERY.max(begun.elapsed().saturating_mul(REST));
        }
    }

    async fn read_hall(&self, institution: InstitutionId, id: AssemblyId, at: base::Instant) -> Result<Hall, Fault> {
        let mut hall = self.store().read(Read { institution, id, at }).await?;
        if hall.assembly.phase.is_open() {
            hall.words = Some(self.door_words(id, Minute::of(at)));
        }
        if hall.units.len() > UNITS_AT_ONCE {
            hall.turn = at.micros().div_euclid(10_000_000);
        }
        Ok(hall)
    }
}

struct May {
    caller: Caller,
    id: AssemblyId,
}

impl Unit for May {
    type Out = ();
    type Error = Fault;
    const NAME: &'static str = "assemblies/may_watch";

    async fn run(&self, tx: &mut Tx) -> Result<(), Fault> {
        let Held { .. } = held(tx, &self.caller, self.id, Action::ViewAssembly).await?;
        Ok(())
    }
}

struct Read {
    institution: InstitutionId,
    id: AssemblyId,
    at: base::Instant,
}

impl Unit for Read {
    type Out = Hall;
    type Error = Fault;
    const NAME: &'static str = "assemblies/hall";

    async fn run(&self, tx: &mut Tx) -> Result<Hall, Fault> {
        let scope = Scope::Institution(self.institution);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let assembly = assemblies::by_id(tx, &scope, self.id).await?.ok_or(Fault::NotFound)?;
        let drive = circulars::drive_by_id(tx, &scope, assembly.plan.drive).await?.ok_or(Fault::NotFound)?;
        let tree = tenancy::units(tx, &scope).await?;
        let (share, units) =
            shares(tx, &scope, &tree, &drive, assembly.plan.unit, self.at.date(institution.zone)).await?;
        let turnout = assemblies::turnout(tx, &scope, self.id).await?;
        let unit = assembly.plan.unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone());
        Ok(Hall {
            assembly,
            drive,
            institution: institution.name,
            unit,
            zone: institution.zone,
            share,
            units,
            turnout,
            words: None,
            turn: 0,
        })
    }
}
