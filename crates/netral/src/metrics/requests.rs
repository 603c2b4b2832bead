use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::{Family, MetricConstructor};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use std::time::Duration;

/// Upper bounds in seconds: from a page out of memory to a person who gives up. 0.2 and 0.4 are what pages aim at.
const SECONDS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 1.0, 5.0];

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    method: &'static str,
    /// The pattern of the route.
    route: String,
    /// The class of the status, such as `2xx`.
    status: &'static str,
}

/// Makes the histogram of labels that are seen for the first time.
#[derive(Debug, Clone, Copy)]
struct Buckets;

impl MetricConstructor<Histogram> for Buckets {
    fn new_metric(&self) -> Histogram {
        Histogram::new(SECONDS)
    }
}

/// Requests by route, method and class of status.
pub struct Requests {
    durations: Family<Labels, Histogram, Buckets>,
    registry: Registry,
}

impl Requests {
    pub fn new() -> Self {
        let durations = Family::new_with_constructor(Buckets);
        let mut registry = Registry::with_prefix("netral");
        registry.register_with_unit(
            "request_duration",
            "Time until a request was answered, without sending the body",
            Unit::Seconds,
            durations.clone(),
        );
        Self { durations, registry }
    }

    pub fn registry(&self) -> &Registry {
        &self.registry
    }

    pub fn answered(&self, method: &'static str, route: &str, status: u16, took: Duration) {
        let labels = Labels { method, route: route.to_owned(), status: class(status) };
        self.durations.get_or_create(&labels).observe(took.as_secs_f64());
    }
}

const fn class(status: u16) -> &'static str {
    match status / 100 {
        1 => "1xx",
        2 => "2xx",
        3 => "3xx",
        4 => "4xx",
        _ => "5xx",
    }
}
