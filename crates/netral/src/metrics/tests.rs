use super::*;
use axum::body::Body;
use axum::http::Request;
use base::{FixedClock, Occasion};
use domain::policy::Role;
use service::testing::{BrokenPress, World};
use std::collections::{BTreeMap, BTreeSet};
use tower::ServiceExt as _;

/// Every name that a label may have. A new one is decided on, not slipped in: its values must be few and no data.
const LABELS: [&str; 10] = ["kind", "le", "method", "outcome", "queue", "route", "state", "status", "unit", "version"];

/// One line: the name, its labels and the value.
struct Sample {
    name: String,
    labels: BTreeMap<String, String>,
    value: f64,
}

fn samples(text: &str) -> Vec<Sample> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let (key, value) = line.rsplit_once(' ').unwrap();
            let (name, labels) = key.split_once('{').unwrap_or((key, "}"));
            let labels = labels.strip_suffix('}').unwrap();
            let pairs = labels.split("\",").filter(|pair| !pair.is_empty()).map(|pair| {
                let (label, value) = pair.split_once("=\"").unwrap();
                (label.to_owned(), value.trim_end_matches('"').to_owned())
            });
            Sample { name: name.to_owned(), labels: pairs.collect(), value: value.parse().unwrap() }
        })
        .collect()
}

/// The value of the one sample of this name with these labels.
fn value(samples: &[Sample], name: &str, labels: &[(&str, &str)]) -> f64 {
    let fits = |sample: &&Sample| {
        sample.name == name
            && labels.iter().all(|(label, value)| sample.labels.get(*label).is_some_and(|it| it == value))
    };
    let found: Vec<&Sample> = samples.iter().filter(fits).collect();
    assert_eq!(found.len(), 1, "{name} {labels:?}");
    found[0].value
}

async fn busy(world: &World) -> Metrics {
    let metrics = Metrics::new(world.app.clone(), Arc::new(FixedClock::new(world.now.plus(Duration::from_secs(60)))));
    let officer = world.caller(&world.town, Role::PersonnelOfficer);
    world.app.register(&officer, service::RegisterQuery::default()).await.unwrap();
    assert!(world.app.granted_roles(&officer).await.is_err(), "an officer gives no roles");
    world.app.work_once(Occasion::draw(world.now), &BrokenPress).await.unwrap();
    metrics.answered("GET", "/pegawai", 200, Duration::from_millis(3));
    metrics.answered("GET", "/pegawai", 204, Duration::from_millis(300));
    metrics.answered("POST", "/masuk", 422, Duration::from_secs(60));
    metrics.answered("other", "none", 404, Duration::ZERO);
    metrics
}

#[tokio::test(flavor = "multi_thread")]
async fn outcomes_times_and_queues_are_told() {
    let world = World::new(store::Engine::Sqlite).await;
    let metrics = busy(&world).await;
    let text = metrics.text().await.unwrap();
    assert!(text.ends_with("# EOF\n"), "{text}");
    let samples = samples(&text);
    let value = |name: &str, labels: &[(&str, &str)]| value(&samples, name, labels);
    for (expected, name, labels) in [
        (
            2.0,
            "netral_request_duration_seconds_count",
            &[("method", "GET"), ("route", "/pegawai"), ("status", "2xx")][..],
        ),
        (1.0, "netral_request_duration_seconds_bucket", &[("route", "/pegawai"), ("le", "0.2")]),
        (2.0, "netral_request_duration_seconds_bucket", &[("route", "/pegawai"), ("le", "0.4")]),
        (0.0, "netral_request_duration_seconds_bucket", &[("route", "/masuk"), ("le", "5.0")]),
        (1.0, "netral_request_duration_seconds_bucket", &[("route", "/masuk"), ("le", "+Inf")]),
        (1.0, "netral_units_total", &[("unit", "system/roles"), ("outcome", "refused")]),
        (0.0, "netral_units_total", &[("unit", "system/roles"), ("outcome", "error")]),
        (1.0, "netral_units_total", &[("unit", "jobs/take"), ("outcome", "ok")]),
        (0.0, "netral_queue_waiting", &[("queue", "write")]),
        (0.0, "netral_queue_refused_total", &[("queue", "read")]),
        (0.0, "netral_jobs_open", &[("state", "parked")]),
        (1.0, "netral_store_up", &[]),
        (1.0, "netral_build_info", &[("version", env!("CARGO_PKG_VERSION"))]),
        (1_728_865_860.0, "process_start_time_seconds", &[]),
    ] {
        assert_eq!(value(name, labels), expected, "{name} {labels:?}");
    }
    assert!(value("netral_unit_run_seconds_total", &[("unit", "system/roles")]) > 0.0);
    assert!(value("netral_commit_duration_seconds_count", &[]) >= 2.0);
    assert!(value("netral_batch_units_sum", &[]) >= value("netral_batch_units_count", &[]));
    assert!(value("process_resident_memory_bytes", &[]) > 1_000_000.0);
}

#[tokio::test(flavor = "multi_thread")]
async fn labels_are_few_and_their_values_are_names_of_the_code() {
    let world = World::new(store::Engine::Sqlite).await;
    let text = busy(&world).await.text().await.unwrap();
    let samples = samples(&text);
    let used: BTreeSet<&str> = samples.iter().flat_map(|sample| sample.labels.keys().map(String::as_str)).collect();
    let unknown: Vec<_> = used.iter().filter(|label| !LABELS.contains(label)).collect();
    assert!(unknown.is_empty(), "decide on these labels and add them to the list: {unknown:?}");
    let is_word = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    let routes: BTreeSet<&str> = web::routes(web::Mode::Demo).into_iter().map(|entry| entry.path).collect();
    for (label, value) in samples.iter().flat_map(|sample| &sample.labels) {
        let is_name = match label.as_str() {
            "unit" => value.split_once('/').is_some_and(|(area, name)| is_word(area) && is_word(name)),
            "route" => value == "none" || routes.contains(value.as_str()),
            "method" => ["GET", "HEAD", "POST", "other"].contains(&value.as_str()),
            "status" => ["2xx", "3xx", "4xx", "5xx"].contains(&value.as_str()),
            "le" => value == "+Inf" || value.parse::<f64>().is_ok(),
            "version" => value == env!("CARGO_PKG_VERSION"),
            _ => is_word(value),
        };
        assert!(is_name, "{label}={value}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_does_not_answer_is_told_with_everything_else() {
    let world = World::new(store::Engine::Sqlite).await;
    let metrics = busy(&world).await;
    world.app.store().clone().close().await;
    let text = metrics.text().await.unwrap();
    let samples = samples(&text);
    assert_eq!(value(&samples, "netral_store_up", &[]), 0.0);
    assert_eq!(value(&samples, "netral_units_total", &[("unit", "jobs/take"), ("outcome", "ok")]), 1.0);
    assert!(!text.contains("netral_jobs_open"), "what is not known is not told");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_endpoint_answers_one_path_only() {
    let world = World::new(store::Engine::Sqlite).await;
    let router = router(Arc::new(busy(&world).await));
    for (method, path, status) in
        [("GET", "/metrics", 200), ("POST", "/metrics", 405), ("GET", "/", 404), ("GET", "/masuk", 404)]
    {
        let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
        let answer = router.clone().oneshot(request).await.unwrap();
        assert_eq!(answer.status().as_u16(), status, "{method} {path}");
        if status == 200 {
            assert_eq!(answer.headers()["content-type"], OPEN_METRICS_TYPE);
        }
    }
}

const OPEN_METRICS_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
