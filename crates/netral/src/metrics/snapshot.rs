use base::Instant;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, MetricEncoder, NoLabelSet};
use prometheus_client::metrics::MetricType;
use prometheus_client::registry::Unit;
use service::{Backlog, JobCount};
use std::fmt;
use std::time::Duration;
use store::{Histogram, StoreMetrics};

/// What the store and the worker have counted, and what waits at this moment.
#[derive(Debug)]
pub struct Snapshot {
    pub store: StoreMetrics,
    pub jobs: Vec<JobCount>,
    /// Nothing when the store did not answer.
    pub backlog: Option<Backlog>,
    /// As of when the last good backup is.
    pub backup: Option<Instant>,
    pub now: Instant,
}

/// What is known of the process, under the names that every program uses.
#[derive(Debug)]
pub struct Process {
    pub started: Instant,
    /// In bytes.
    pub memory: Option<u64>,
}

type Name = &'static str;

/// Writes metrics, one name after another.
struct Out<'a>(DescriptorEncoder<'a>);

impl Out<'_> {
    fn begin<'s>(
        &'s mut self,
        name: Name,
        help: &str,
        unit: Option<&'s Unit>,
        kind: MetricType,
    ) -> Result<MetricEncoder<'s>, fmt::Error> {
        self.0.encode_descriptor(name, help, unit, kind)
    }

    fn count(&mut self, name: Name, help: &str, value: u64) -> fmt::Result {
        self.begin(name, help, None, MetricType::Counter)?.encode_counter::<NoLabelSet, _, f64>(&value, None)
    }

    fn counts<L: EncodeLabelSet>(
        &mut self,
        name: Name,
        help: &str,
        values: impl IntoIterator<Item = (L, u64)>,
    ) -> fmt::Result {
        let mut metric = self.begin(name, help, None, MetricType::Counter)?;
        for (labels, value) in values {
            metric.encode_family(&labels)?.encode_counter::<NoLabelSet, _, f64>(&value, None)?;
        }
        Ok(())
    }

    fn times<L: EncodeLabelSet>(
        &mut self,
        name: Name,
        help: &str,
        values: impl IntoIterator<Item = (L, Duration)>,
    ) -> fmt::Result {
        let mut metric = self.begin(name, help, Some(&Unit::Seconds), MetricType::Counter)?;
        for (labels, value) in values {
            let mut metric = metric.encode_family(&labels)?;
            metric.encode_counter::<NoLabelSet, _, f64>(&value.as_secs_f64(), None)?;
        }
        Ok(())
    }

    fn gauges<L: EncodeLabelSet>(
        &mut self,
        name: Name,
        help: &str,
        values: impl IntoIterator<Item = (L, u64)>,
    ) -> fmt::Result {
        let mut metric = self.begin(name, help, None, MetricType::Gauge)?;
        for (labels, value) in values {
            metric.encode_family(&labels)?.encode_gauge(&value)?;
        }
        Ok(())
    }
}

fn spread(metric: &mut MetricEncoder<'_>, seen: &Histogram, scale: impl Fn(u64) -> f64) -> fmt::Result {
    let mut buckets: Vec<(f64, u64)> = seen.buckets.iter().map(|(bound, count)| (scale(*bound), *count)).collect();
    buckets.push((f64::INFINITY, seen.above));
    metric.encode_histogram::<NoLabelSet>(scale(seen.sum), seen.count(), &buckets, None)
}

fn seconds(micros: u64) -> f64 {
    Duration::from_micros(micros).as_secs_f64()
}

#[expect(clippy::cast_precision_loss, reason = "a sum of batch sizes is far below what a float counts exactly")]
const fn number(count: u64) -> f64 {
    count as f64
}

impl Collector for Snapshot {
    fn encode(&self, encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let mut out = Out(encoder);
        self.units(&mut out)?;
        self.writer(&mut out)?;
        self.queues(&mut out)?;
        self.jobs(&mut out)
    }
}

impl Snapshot {
    fn units(&self, out: &mut Out<'_>) -> fmt::Result {
        let units = &self.store.units;
        let outcomes = units.iter().flat_map(|(name, unit)| {
            [("ok", unit.ok), ("refused", unit.refused), ("error", unit.errors)]
                .map(|(outcome, count)| ([("unit", *name), ("outcome", outcome)], count))
        });
        out.counts("netral_units", "Units of work by name and outcome", outcomes)?;
        let waited = units.iter().map(|(name, unit)| ([("unit", *name)], unit.waited));
        out.times("netral_unit_wait", "Time that units of work waited in the queue", waited)?;
        let ran = units.iter().map(|(name, unit)| ([("unit", *name)], unit.ran));
        out.times("netral_unit_run", "Time that units of work ran, without the commit that they share", ran)
    }

    fn writer(&self, out: &mut Out<'_>) -> fmt::Result {
        let writer = &self.store.writer;
        let mut metric = out.begin(
            "netral_commit_duration",
            "Time that a COMMIT took; the count is that of commits",
            Some(&Unit::Seconds),
            MetricType::Histogram,
        )?;
        spread(&mut metric, &self.store.commit_micros, seconds)?;
        let mut metric = out.begin(
            "netral_batch_units",
            "Units of work that shared a transaction; the sum is that of units",
            None,
            MetricType::Histogram,
        )?;
        spread(&mut metric, &self.store.batch_sizes, number)?;
        out.count(
            "netral_batch_failures",
            "Batches that failed as a whole and ran again unit by unit",
            writer.batch_failures,
        )?;
        out.count("netral_units_alone", "Units of work that had to run again alone", writer.alone)?;
        out.count("netral_unit_panics", "Units of work that panicked", writer.panics)?;
        out.count("netral_store_reconnects", "Connections to the store that were opened anew", writer.reconnects)
    }

    fn queues(&self, out: &mut Out<'_>) -> fmt::Result {
        let queues = &self.store.queues;
        let waiting = queues.iter().map(|queue| ([("queue", queue.name)], queue.waiting));
        out.gauges("netral_queue_waiting", "Units of work that wait for a connection now", waiting)?;
        let refused = queues.iter().map(|queue| ([("queue", queue.name)], queue.refused));
        out.counts("netral_queue_refused", "Units of work that were not taken because the queue was full", refused)?;
        let mut metric = out.begin(
            "netral_queue_wait",
            "Time that a unit of work waited for a connection",
            Some(&Unit::Seconds),
            MetricType::Histogram,
        )?;
        for queue in queues {
            spread(&mut metric.encode_family(&[("queue", queue.name)])?, &queue.wait_micros, seconds)?;
        }
        Ok(())
    }

    fn jobs(&self, out: &mut Out<'_>) -> fmt::Result {
        let labels = |job: &JobCount| [("kind", job.kind), ("outcome", job.outcome.code())];
        let tries = self.jobs.iter().map(|job| (labels(job), job.count));
        out.counts("netral_job_tries", "Tries at follow-up jobs by kind and outcome", tries)?;
        let ran = self.jobs.iter().map(|job| (labels(job), job.took));
        out.times("netral_job_run", "Time that follow-up jobs took", ran)?;
        let up = u32::from(self.backlog.is_some());
        let mut metric =
            out.begin("netral_store_up", "Whether the store answered just now", None, MetricType::Gauge)?;
        metric.encode_gauge(&up)?;
        if let Some(backup) = self.backup {
            let age = self.now.since(backup).as_secs_f64();
            let help = "How old the last good backup is";
            out.begin("netral_backup_age", help, Some(&Unit::Seconds), MetricType::Gauge)?.encode_gauge(&age)?;
        }
        let Some(backlog) = &self.backlog else { return Ok(()) };
        let states = [("waiting", backlog.waiting), ("running", backlog.running), ("parked", backlog.parked)];
        let states = states.map(|(state, count)| ([("state", state)], count));
        out.gauges(
            "netral_jobs_open",
            "Follow-up jobs that are not done; those that are parked need a person",
            states,
        )?;
        let age = backlog.oldest_due.map_or(Duration::ZERO, |due| self.now.since(due));
        let mut metric = out.begin(
            "netral_job_oldest",
            "For how long the job that waits longest has been due",
            Some(&Unit::Seconds),
            MetricType::Gauge,
        )?;
        metric.encode_gauge(&age.as_secs_f64())
    }
}

impl Collector for Process {
    fn encode(&self, encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let mut out = Out(encoder);
        let version = [("version", env!("CARGO_PKG_VERSION"))];
        out.begin("netral_build", "The version that runs", None, MetricType::Info)?.encode_info(&version)?;
        let started = self.started.since(Instant::from_micros(0)).as_secs_f64();
        let help = "When the program started, in seconds since 1970";
        out.begin("process_start_time", help, Some(&Unit::Seconds), MetricType::Gauge)?.encode_gauge(&started)?;
        let Some(memory) = self.memory else { return Ok(()) };
        let help = "Memory that the program takes";
        out.begin("process_resident_memory", help, Some(&Unit::Bytes), MetricType::Gauge)?.encode_gauge(&memory)
    }
}
