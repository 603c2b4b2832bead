//! What the use cases do, on both engines.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test's helpers fail by panicking, too")]

use service::testing::World;
use store::Engine;

/// Runs a behaviour on SQLite and on PostgreSQL, each as a test of its own.
#[macro_export]
macro_rules! on_both_engines {
    ($($name:ident),* $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                super::$name($crate::world(store::Engine::Sqlite).await).await;
            })*
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")]
            async fn $name() {
                super::$name($crate::world(store::Engine::Postgres).await).await;
            })*
        }
    };
}

/// A fresh world.
pub async fn world(engine: Engine) -> World {
    World::new(engine).await
}

mod absences;
mod addressees;
mod adoptions;
mod appointments;
mod assemblies;
mod assemblies_desk;
mod assemblies_pledges;
mod attachments;
mod certified;
mod consultations;
mod coverage;
mod delegations;
mod denied;
mod dues;
mod exceptions;
mod handovers;
mod heads;
mod housekeeping;
mod identity;
mod identity_account;
mod identity_devices;
mod identity_passkey;
mod identity_second_factor;
mod identity_throttle;
mod journey;
mod kept_form;
mod merges;
mod messages;
mod offices;
mod own_elections;
mod own_law;
mod packs;
mod paper_issue;
mod papers;
mod passkey_signature;
mod place;
mod presence;
mod presence_checks;
mod presence_kiosk;
mod public;
mod questions;
mod readings;
mod register;
mod revision;
mod roster_import;
mod roster_import_columns;
mod roster_import_rows;
mod roster_import_undo;
mod seal;
mod sending;
mod setup;
mod slip_batches;
mod soft_device;
mod system;
mod units;
mod withdrawals;
