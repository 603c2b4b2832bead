//! A mail program's own button stops reminders, and nothing that merely looks at the link does (RFC 8058).

use crate::access::steps::publish;
use crate::press;
use axum::body::Body;
use axum::http::{Request, header};
use base::{FixedClock, Occasion};
use domain::change::Effect;
use domain::dispatch::{Channel, Mishap, SendingRules};
use domain::people::DetailKind;
use domain::policy::Role;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use service::testing::World;
use service::{Courier, Outgoing};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tower::ServiceExt as _;
use web::{Mode, Site, router};

const FORM: &str = "application/x-www-form-urlencoded";
const ONE_CLICK: &str = "List-Unsubscribe=One-Click";

/// Keeps the link of the last mail.
#[derive(Default)]
struct Mailbox(Mutex<String>);

impl Courier for Mailbox {
    fn carry<'a>(&'a self, message: &'a Outgoing) -> BoxFuture<'a, Result<(), Mishap>> {
        self.0.lock().unwrap().clone_from(&message.stop);
        async { Ok(()) }.boxed()
    }
}

/// A world in which a mail went to the employee, and the path that stops such mails.
async fn mailed() -> (World, String) {
    let rules = SendingRules { channels: vec![Channel::Email], quiet: None, per_day: 2 };
    let world = World::sending(store::Engine::Sqlite, rules).await;
    let mut chance = Occasion::draw(world.now).chance();
    let since = base::parse_iso_date("2020-01-01").unwrap();
    let person = world.town.person(Role::Employee).person;
    let detail = world.app.seal_detail(person, DetailKind::Email, "siti@contoh.example", since, &mut chance);
    let occasion = Occasion::seeded(world.now, chance.bytes());
    let added = vec![Effect::DetailAdded(Box::new(detail))];
    world.app.set_up(occasion, world.town.institution.id, added).await.unwrap();
    publish(&world, &world.town, "Netralitas").await;
    crate::access::steps::work(&world).await;
    let mailbox = Mailbox::default();
    let later = world.now.plus(Duration::from_secs(60 * 60));
    world.app.send_once(Occasion::draw(later), Channel::Email, &mailbox).await.unwrap();
    let link = mailbox.0.lock().unwrap().clone();
    (world, link.strip_prefix("http://localhost:8080").unwrap().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_stops_without_a_session_and_a_look_stops_nothing() {
    let (world, path) = mailed().await;
    let clock = Arc::new(FixedClock::new(world.now));
    let site =
        router(Site { app: world.app.clone(), clock, press: Arc::new(press::Blank), mode: Mode::Serve, secure: true });
    let send = async |method: &str, headers: &[(&str, &str)], body: &str| {
        let mut request = Request::builder().method(method).uri(&path).header(header::HOST, "localhost:8080");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        site.clone().oneshot(request).await.unwrap().status().as_u16()
    };
    let wanted = async || {
        let employee = world.caller(&world.town, Role::Employee);
        world.app.own_reminders(&employee).await.unwrap().chosen.email
    };
    assert_eq!(send("GET", &[], "").await, 200);
    assert_eq!(send("HEAD", &[], "").await, 200);
    // Other sites, browsers that somebody is signed in with, and programs that send something else.
    let kind = ("content-type", FORM);
    for (headers, body) in [
        (vec![kind, ("sec-fetch-site", "cross-site")], ONE_CLICK),
        (vec![kind, ("origin", "https://jahat.example")], ONE_CLICK),
        (vec![kind, ("cookie", "__Host-netral-sesi=x")], ONE_CLICK),
        (vec![kind], ""),
        (vec![kind], "List-Unsubscribe=Two"),
        (vec![("content-type", "application/json")], ONE_CLICK),
    ] {
        assert_eq!(send("POST", &headers, body).await, 403, "{headers:?} {body}");
    }
    assert!(wanted().await, "nothing was stopped");
    let parts = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
    for (kind, body) in [(FORM, ONE_CLICK), ("multipart/form-data; boundary=b", parts)] {
        // 200 and not a redirect, which such programs do not follow.
        assert_eq!(send("POST", &[("content-type", kind)], body).await, 200, "{kind}");
        assert!(!wanted().await, "{kind}");
        let employee = world.caller(&world.town, Role::Employee);
        world.app.choose_reminders(&employee, domain::dispatch::Reminders::default()).await.unwrap();
    }
}
