//! How busy the cores were: of the whole machine, since load, program and database share it.

use crate::Fault;
use std::time::Duration;

/// Ticks of all cores since the machine was started.
#[derive(Debug, Clone, Copy)]
pub struct Ticks {
    busy: u64,
    all: u64,
}

impl Ticks {
    /// Reads them.
    pub fn now() -> Result<Self, Fault> {
        Self::parse(&std::fs::read_to_string("/proc/stat")?).ok_or_else(|| "/proc/stat is not understood".into())
    }

    /// user, nice, system, idle, iowait, irq, softirq, steal …; idle and iowait are the ones that are not busy.
    fn parse(text: &str) -> Option<Self> {
        let line = text.lines().next()?.strip_prefix("cpu ")?;
        let fields: Vec<u64> = line.split_whitespace().take(8).filter_map(|field| field.parse().ok()).collect();
        let all: u64 = fields.iter().sum();
        let idle = fields.get(3)? + fields.get(4)?;
        Some(Self { busy: all.checked_sub(idle)?, all })
    }

    /// The part of all cores' time that was busy since `earlier`, 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "ticks of hours at most")]
    pub fn busy_since(self, earlier: Self) -> f64 {
        let all = self.all.saturating_sub(earlier.all).max(1);
        self.busy.saturating_sub(earlier.busy) as f64 / all as f64
    }
}

/// Memory that a process holds, in MiB.
pub fn resident_mib(process: u32) -> Result<f64, Fault> {
    let text = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib / 1024.0)
}

/// Ticks that Linux counts in a second, on every machine that it runs on today.
const TICKS: u64 = 100;

/// The time of cores that a process has spent, its own and the kernel's for it.
pub fn spent(process: u32) -> Result<Duration, Fault> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    ticks_of(&text).map(|ticks| Duration::from_millis(ticks * 1_000 / TICKS)).ok_or_else(|| "/proc/stat is odd".into())
}

/// The 14th and 15th field; the second is a name in brackets that may hold anything.
fn ticks_of(stat: &str) -> Option<u64> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(11).map(str::parse::<u64>);
    Some(fields.next()?.ok()? + fields.next()?.ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idle_and_waiting_for_the_disk_are_not_busy() {
        let before = Ticks::parse("cpu  10 0 10 100 20 0 0 0 0 0\ncpu0 1 2").unwrap();
        let after = Ticks::parse("cpu  40 0 20 120 60 0 0 0 0 0\n").unwrap();
        assert!((after.busy_since(before) - 0.4).abs() < 1e-9);
        assert!(Ticks::parse("intr 1 2 3").is_none());
    }

    #[test]
    fn what_a_process_spent_is_its_own_and_the_kernels_part() {
        let stat = "7 (a ) name) S 1 7 7 0 -1 4194560 100 0 0 0 250 50 9 9 20 0 4 0 100 1 1";
        assert_eq!(ticks_of(stat), Some(300));
        assert_eq!(ticks_of("7 (name) S 1"), None);
    }
}
