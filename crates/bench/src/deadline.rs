//! The last day of a drive: people sign in, read, pass the check, pledge and sign, at the rate of a real last hour and as
//! fast as the program can.

use crate::browser::{Browser, between};
use crate::cell::Cell;
use crate::copies::{Template, name};
use crate::disk::Disk;
use crate::people::{self, Crowd, PASSWORD};
use crate::program::Program;
use crate::report::Report;
use crate::{Fault, Plan, machine, tell};
use base::{Clock as _, Occasion, SystemClock};
use domain::knowledge::{QUESTIONS, Step};
use service::{Caller, CoverageQuery};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};
use store::Engine;
use tokio::task::JoinSet;

/// 50,000 people in four hours, half of them in the last.
pub const PEOPLE: usize = 50_000;
/// People a second in that last hour.
pub const RATE: f64 = PEOPLE as f64 / 2.0 / 3_600.0;
/// People at a time when the program is pressed.
pub const AT_A_TIME: usize = 64;
/// More people than any machine of today can take in a second, for a while.
const A_SECOND: usize = 150;
/// Passwords that are hashed to know what one costs.
const HASHES: u32 = 40;

/// One way of coming.
pub struct Day {
    /// Answers, and how long they took.
    pub answers: Cell,
    /// People who saw that they had signed.
    pub signed: usize,
    /// Seconds from the first one's coming to the last one's being done.
    pub seconds: f64,
    /// Signatures that the program has afterwards.
    pub kept: usize,
    /// The part of all cores' time that was busy.
    pub busy: f64,
    /// The part of the program's own time that went into hashing passwords.
    pub hashing: f64,
}

/// Measures on both engines.
pub async fn measure(plan: &Plan, report: &mut Report) -> Result<(), Fault> {
    let newcomers = usize::try_from(plan.deadline_seconds).unwrap_or(usize::MAX).saturating_mul(A_SECOND);
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let crowd = Crowd { newcomers, ..Crowd::default() };
        let mut template = Template::of(plan, engine, Disk::AsItIs, crowd).await?;
        let mut days = Vec::new();
        for pace in [Some(RATE), None] {
            let copy = template.copy(plan)?;
            let program = Program::serve(plan, &copy, Disk::AsItIs, crate::writes::GROUP)?;
            let mut day = come(plan, &program, copy.data(), pace).await?;
            program.stop()?;
            let (kept, hash) = afterwards(copy.data(), &copy.store).await?;
            day.kept = kept;
            // What was spent in all stands in `hashing` until the cost of one is known.
            day.hashing = day.signed as f64 * hash.as_secs_f64() / day.hashing;
            if day.kept != day.signed {
                return Err(
                    format!("{} saw that they had signed, {} signatures are there", day.signed, day.kept).into()
                );
            }
            tell(&format!("bench: {} {:.1} people a second", name(engine), day.signed as f64 / day.seconds));
            days.push(day);
        }
        report.deadline(engine, &days);
    }
    Ok(())
}

/// Lets people come, so many a second or as soon as somebody before them is done.
async fn come(plan: &Plan, program: &Program, data: &Path, pace: Option<f64>) -> Result<Day, Fault> {
    let everybody = Arc::new(people::newcomers(data)?);
    let known = Arc::new(right_answers()?);
    let span = Duration::from_secs(plan.deadline_seconds);
    let next = Arc::new(AtomicUsize::new(0));
    let (ticks, spent) = (machine::Ticks::now()?, machine::spent(program.process())?);
    let begun = Instant::now();
    let mut walks: JoinSet<Result<Vec<Duration>, Fault>> = JoinSet::new();
    match pace {
        Some(rate) => {
            let mut coming = tokio::time::interval(Duration::from_secs_f64(1.0 / rate));
            while begun.elapsed() < span {
                coming.tick().await;
                let number = everybody.get(next.fetch_add(1, Relaxed)).ok_or("too few people")?.clone();
                let (site, known) = (program.site, Arc::clone(&known));
                walks.spawn(async move { walk(site, &number, &known).await });
            }
        }
        None => {
            for _ in 0..AT_A_TIME {
                let (site, known, everybody, next) =
                    (program.site, Arc::clone(&known), Arc::clone(&everybody), Arc::clone(&next));
                walks.spawn(async move {
                    let mut took = Vec::new();
                    while begun.elapsed() < span {
                        let number = everybody.get(next.fetch_add(1, Relaxed)).ok_or("too few people")?;
                        took.extend(walk(site, number, &known).await?);
                    }
                    Ok(took)
                });
            }
        }
    }
    let mut took = Vec::new();
    while let Some(done) = walks.join_next().await {
        took.extend(done??);
    }
    let window = begun.elapsed();
    Ok(Day {
        answers: Cell::of(took, window),
        signed: next.load(Relaxed),
        seconds: window.as_secs_f64(),
        kept: 0,
        busy: machine::Ticks::now()?.busy_since(ticks),
        hashing: machine::spent(program.process())?.saturating_sub(spent).as_secs_f64(),
    })
}

/// One person's way from the sign-in to the page that says that all is done. Answers how long each page took.
async fn walk(site: SocketAddr, number: &str, known: &BTreeMap<String, usize>) -> Result<Vec<Duration>, Fault> {
    let mut browser = Browser::connect(site).await?;
    browser.look("/masuk").await?;
    let form = format!("nomor={number}&sandi={}", PASSWORD.replace(' ', "+"));
    let home = browser.send("/masuk", &form).await?;
    let home = browser.look(&home).await?;
    let task = between(&home, "href=\"/tugas/", "/")?.to_owned();
    let read = format!("/tugas/{task}/baca");
    browser.look(&read).await?;
    let check = browser.send(&read, "").await?;
    let page = browser.look(&check).await?;
    let mut answers = format!("percobaan={}", between(&page, "name=\"percobaan\" value=\"", "\"")?);
    for n in 1..=QUESTIONS {
        let question = between(&page, &format!("legend\">{n}. "), "</legend>")?;
        let right = known.get(question).ok_or("a question that is not in the bank")?;
        answers.push_str(&format!("&jawaban-{n}={right}"));
    }
    let result = browser.send(&check, &answers).await?;
    browser.look(&result).await?;
    let sign = format!("/tugas/{task}/tanda-tangan");
    browser.look(&sign).await?;
    let done = browser.send(&sign, "ikrar=ya&sadar=ya").await?;
    if !done.ends_with("/selesai") {
        return Err(format!("signing leads to {done}").into());
    }
    browser.look(&done).await?;
    Ok(browser.took)
}

/// The right answer of each question, by its words as they stand on a page.
fn right_answers() -> Result<BTreeMap<String, usize>, Fault> {
    let law = norms::Catalogue::embedded().map_err(|_| "the law files cannot be read")?;
    let escaped = |text: &str| {
        [("&", "&#38;"), ("<", "&#60;"), (">", "&#62;"), ("\"", "&#34;"), ("'", "&#39;")]
            .iter()
            .fold(text.to_owned(), |text, (plain, written)| text.replace(plain, written))
    };
    Ok(law.questions().iter().map(|question| (escaped(&question.text.id), question.correct)).collect())
}

/// The signatures that are there, and what hashing a password costs.
async fn afterwards(data: &Path, store: &str) -> Result<(usize, Duration), Fault> {
    let app = people::open(data, store, crate::writes::GROUP).await?;
    let occasion = || Occasion::draw(SystemClock.now());
    let known = app.session(&people::officer(data)?, occasion()).await?.ok_or("no session of the officer")?;
    let caller = Caller::new(known.actor, occasion());
    let coverage = app.coverage_as_of(&caller, CoverageQuery::default()).await?.ok_or("no drive")?;
    // Time of cores, not of the clock: whatever else the machine does meanwhile does not count.
    let before = machine::spent(std::process::id())?;
    for _ in 0..HASHES {
        app.passwords().hash(PASSWORD.to_owned(), occasion().chance().bytes()).await?;
    }
    let hash = machine::spent(std::process::id())?.saturating_sub(before) / HASHES;
    app.store().clone().close().await;
    Ok((usize::try_from(coverage.total.of(Step::Signed))?, hash))
}
