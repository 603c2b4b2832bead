//! What the disk can do at this minute: the ceiling of every durable commit that stands alone.

use crate::Fault;
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const LOOKED_FOR: Duration = Duration::from_millis(400);
const BLOCK: [u8; 4096] = [0x5a; 4096];

/// How a flush of the disk goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disk {
    /// As the machine has it.
    AsItIs,
    /// Each flush 3 ms longer.
    Slow,
}

impl Disk {
    pub const BOTH: [Self; 2] = [Self::AsItIs, Self::Slow];

    pub const fn words(self) -> &'static str {
        match self {
            Self::AsItIs => "as it is",
            Self::Slow => "3 ms added to each flush",
        }
    }

    /// Makes the flushes of `command` and its children as they are on this disk.
    pub fn under(self, command: &mut Command, slow_flush: &Path) {
        if self == Self::Slow {
            command.env("LD_PRELOAD", slow_flush);
        }
    }
}

/// Writes 4 KiB and flushes, one after the other, and answers how many a second were durable.
pub fn flushes(folder: &Path) -> Result<f64, Fault> {
    let mut file = tempfile::tempfile_in(folder)?;
    let begun = Instant::now();
    let mut done = 0_u32;
    while begun.elapsed() < LOOKED_FOR {
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&BLOCK)?;
        file.sync_data()?;
        done += 1;
    }
    Ok(f64::from(done) / begun.elapsed().as_secs_f64())
}

/// The same from a process of its own, on the disk `disk`.
pub fn flushes_on(disk: Disk, folder: &Path, slow_flush: &Path) -> Result<f64, Fault> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("flushes").arg(folder);
    disk.under(&mut command, slow_flush);
    let output = command.output()?;
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}
