//! The certified signature on a letter: asked for once, by whom the letter names, and told as what came of it.

use crate::journey::{draft, due, everyone};
use crate::paper_issue::refused;
use base::{Clock, FixedClock, Instant};
use domain::circular::certified::{
    ANSWERS_WITHIN, CertifiedRefusal, CertifiedState, Doubt, NotSigned, SignedForm, SignedLetter,
};
use domain::ids::CircularId;
use domain::paper::PaperKind;
use domain::policy::Role;
use futures::FutureExt as _;
use futures::future::BoxFuture;
use seal::testing::{countersign, paper};
use seal::{SealKey, Verdict};
use service::testing::World;
use service::{
    App, CertifiedCommand, CertifiedSigner, CertifiedView, Fault, LetterSheet, MinutesSheet, PackSheet, PactSheet,
    Press, PublicCircular, PublishCommand, RecordSheet, Refusal, Secret, SigningMishap, Slip, ToSign,
};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;

mod at_once;

crate::on_both_engines!(
    a_signed_letter_is_kept_beside_the_sealed_one,
    a_letter_that_the_server_wrote_anew_is_told_as_such,
    what_was_refused_is_told_and_can_be_asked_for_again,
    what_nobody_knows_is_told_as_unknown,
    a_second_tap_never_sends_twice,
    a_request_whose_answer_never_came_is_unknown_after_a_while,
    only_whom_the_letter_names_can_sign_it,
);

const NIK: &str = "3399025203900777";
const PASSPHRASE: &str = "frasa-sandi-sekali-pakai";

/// A press whose letters are PDFs that can be sealed.
struct PdfPress;

impl Press for PdfPress {
    fn letter(&self, sheet: &LetterSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(paper(&sheet.circular.body.subject))
    }

    fn pact(&self, _: &PactSheet) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn minutes(&self, _: &MinutesSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn pack(&self, _: &PackSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn slips(&self, _: &[Slip], _: &str, _: base::Zone, _: bool, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn record(&self, _: &RecordSheet, _: base::Language) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }
}

/// What the server does with a letter.
type Deed = Box<dyn Fn(&[u8]) -> Result<Vec<u8>, SigningMishap> + Send + Sync>;

/// A server of certified signatures that does as a test says, and waits for `go` where there is one.
struct Server {
    deeds: Mutex<Vec<Deed>>,
    asked: Mutex<Vec<ToSign>>,
    came: Notify,
    go: Option<Notify>,
}

impl Server {
    fn new(deeds: Vec<Deed>, waits: bool) -> Arc<Self> {
        let (deeds, asked) = (Mutex::new(deeds), Mutex::default());
        Arc::new(Self { deeds, asked, came: Notify::new(), go: waits.then(Notify::new) })
    }

    fn asked(&self) -> usize {
        self.asked.lock().unwrap().len()
    }
}

impl CertifiedSigner for Server {
    fn sign<'a>(&'a self, letter: &'a ToSign) -> BoxFuture<'a, Result<Vec<u8>, SigningMishap>> {
        async move {
            self.asked.lock().unwrap().push(letter.clone());
            self.came.notify_one();
            if let Some(go) = &self.go {
                go.notified().await;
            }
            let deed = self.deeds.lock().unwrap().remove(0);
            deed(&letter.pdf)
        }
        .boxed()
    }

    fn host(&self) -> &str {
        "esign.example"
    }
}

fn signatory() -> SealKey {
    let at = service::testing::monday();
    SealKey::make("Rahmat Contoh (rekaan)", at, &mut base::Occasion::seeded(at, [3; 32]).chance()).unwrap()
}

/// As a server that adds the signature to the letter.
fn adds() -> Deed {
    Box::new(|letter| Ok(countersign(letter, &signatory(), b"% DSS").unwrap()))
}

fn refuses(why: NotSigned, words: &str) -> Deed {
    let words = words.to_owned();
    Box::new(move |_| Err(SigningMishap::NotSigned { why, words: words.clone() }))
}

/// A published circular whose letter was made and sealed.
async fn issued(world: &World) -> CircularId {
    let id = draft(world, everyone()).await;
    let command = PublishCommand::for_pact(1, due(), 4);
    world.app.publish_circular(&world.caller(&world.town, Role::DecidingAuthority), id, command).await.unwrap();
    let occasion = base::Occasion::draw(world.now);
    world.app.render_letter(occasion, world.town.institution.id, id, &PdfPress).await.unwrap();
    id
}

fn command(seen: u32) -> CertifiedCommand {
    let (nik, passphrase) = (Secret::new(NIK.to_owned()), Secret::new(PASSPHRASE.to_owned()));
    CertifiedCommand { seen, nik, passphrase }
}

async fn ask(world: &World, app: &App, id: CircularId, seen: u32) -> Result<(), Fault> {
    let caller = world.caller(&world.town, Role::DecidingAuthority);
    let clock: Arc<dyn Clock> = Arc::new(FixedClock::new(caller.occasion.at));
    app.sign_certified(&caller, id, command(seen), &clock).await
}

async fn look(world: &World, app: &App, id: CircularId) -> CertifiedView {
    app.certified_view(&world.caller(&world.town, Role::DecidingAuthority), id).await.unwrap()
}

async fn newest(world: &World, app: &App, id: CircularId) -> CertifiedState {
    look(world, app, id).await.tries.remove(0).state
}

async fn public(world: &World, id: CircularId) -> Option<SignedLetter> {
    let name = &world.town.institution.short_name;
    match world.app.public_circular(name, &id.to_string()).await.unwrap() {
        PublicCircular::Published(found) => found.certified,
        PublicCircular::Reported { .. } => panic!("it was published here"),
    }
}

fn certified(outcome: Result<(), Fault>) -> CertifiedRefusal {
    match refused(outcome) {
        Refusal::Certified(refusal) => refusal,
        other => panic!("{other:?}"),
    }
}

async fn a_signed_letter_is_kept_beside_the_sealed_one(world: World) {
    let id = issued(&world).await;
    let name = &world.town.institution.short_name;
    let sealed = world.app.letter_pdf(name, id).await.unwrap().unwrap();
    let server = Server::new(vec![adds()], false);
    let app = world.app.clone().signing_through(server.clone());
    let view = look(&world, &app, id).await;
    assert_eq!((view.ready, view.server.as_str(), view.tries.len()), (Ok(()), "esign.example", 0));
    let before = world.events().await;
    ask(&world, &app, id, 0).await.unwrap();
    assert_eq!(world.events().await - before, 2, "that it was asked for, and what came of it");

    let asked = server.asked.lock().unwrap()[0].clone();
    assert_eq!((asked.nik.reveal(), asked.passphrase.reveal()), (NIK, PASSPHRASE));
    assert_eq!(asked.pdf, sealed, "the very bytes that everybody has");
    let CertifiedState::Signed(signed) = newest(&world, &app, id).await else { panic!("it is not signed") };
    assert_eq!((signed.signer.as_deref(), signed.form), (Some("Rahmat Contoh (rekaan)"), SignedForm::Kept));
    assert_eq!((signed.behind, public(&world, id).await), (5, Some(signed.clone())));
    // The sealed letter stays what it was, and our own check still finds it in the signed one.
    assert_eq!(world.app.letter_pdf(name, id).await.unwrap().unwrap(), sealed);
    let bytes = world.app.certified_pdf(name, id).await.unwrap().unwrap();
    let trusted = world.app.seal_certificates(world.town.institution.id).await.unwrap();
    let trusted: Vec<_> = trusted.into_iter().map(|it| it.certificate).collect();
    assert!(bytes.starts_with(&sealed) && matches!(seal::verify(&bytes, &trusted), Verdict::Appended { .. }));
    assert_eq!(look(&world, &app, id).await.ready, Err(CertifiedRefusal::Signed));
    assert_eq!(certified(ask(&world, &app, id, 1).await), CertifiedRefusal::Signed);
    assert_eq!(server.asked(), 1);
}

async fn a_letter_that_the_server_wrote_anew_is_told_as_such(world: World) {
    let id = issued(&world).await;
    let rewrites: Deed = Box::new(|_| Ok(countersign(&paper("ditulis ulang"), &signatory(), b"").unwrap()));
    let app = world.app.clone().signing_through(Server::new(vec![rewrites], false));
    ask(&world, &app, id, 0).await.unwrap();
    let signed = public(&world, id).await.unwrap();
    assert_eq!((signed.form, signed.behind), (SignedForm::Rewritten, 0));
    let name = &world.town.institution.short_name;
    let sealed = world.app.letter_pdf(name, id).await.unwrap().unwrap();
    assert_ne!(world.app.certified_pdf(name, id).await.unwrap().unwrap(), sealed);
}

async fn what_was_refused_is_told_and_can_be_asked_for_again(world: World) {
    let id = issued(&world).await;
    let words = "Passphrase anda salah 2031";
    let server =
        Server::new(vec![refuses(NotSigned::Passphrase, words), refuses(NotSigned::Unreachable, ""), adds()], false);
    let app = world.app.clone().signing_through(server.clone());
    ask(&world, &app, id, 0).await.unwrap();
    assert_eq!(server.asked(), 1, "a refused passphrase is never tried again by itself");
    let CertifiedState::Refused { why, words: told, .. } = newest(&world, &app, id).await else { panic!("refused") };
    assert_eq!((why, told.as_str()), (NotSigned::Passphrase, words));
    assert_eq!(public(&world, id).await, None);
    ask(&world, &app, id, 1).await.unwrap();
    ask(&world, &app, id, 2).await.unwrap();
    let view = look(&world, &app, id).await;
    let codes: Vec<_> = view.tries.iter().map(|it| (it.turn, it.state.code(), it.state.why())).collect();
    let expected =
        [(3, "signed", Some("kept")), (2, "refused", Some("unreachable")), (1, "refused", Some("passphrase"))];
    assert_eq!(codes, expected);
    // What was not typed as it must be never leaves.
    let (seen, caller) = (3, world.caller(&world.town, Role::DecidingAuthority));
    let clock: Arc<dyn Clock> = Arc::new(FixedClock::new(world.now));
    let other = issued(&world).await;
    for (nik, passphrase, expected) in [
        ("", PASSPHRASE, CertifiedRefusal::Nik),
        ("33990252039007771", PASSPHRASE, CertifiedRefusal::Nik),
        (NIK, "", CertifiedRefusal::Passphrase),
    ] {
        let (nik, passphrase) = (Secret::new(nik.to_owned()), Secret::new(passphrase.to_owned()));
        let command = CertifiedCommand { seen, nik, passphrase };
        assert_eq!(certified(app.sign_certified(&caller, other, command, &clock).await), expected);
    }
    assert_eq!(server.asked(), 3);
}

async fn what_nobody_knows_is_told_as_unknown(world: World) {
    let id = issued(&world).await;
    let deeds: Vec<Deed> = vec![
        Box::new(|_| Err(SigningMishap::BrokenOff)),
        Box::new(|_| Err(SigningMishap::Unreadable)),
        Box::new(|_| Ok(b"<html>".to_vec())),
        Box::new(|letter| Ok(letter.to_vec())),
        Box::new(|letter| Ok([letter, b"\n% lebih"].concat())),
        adds(),
    ];
    let app = world.app.clone().signing_through(Server::new(deeds, false));
    for (turn, doubt) in (0..5).zip([Doubt::BrokenOff].into_iter().chain([Doubt::Unreadable; 4])) {
        ask(&world, &app, id, turn).await.unwrap();
        let CertifiedState::Unknown { why, .. } = newest(&world, &app, id).await else { panic!("{turn}: known") };
        assert_eq!((why, public(&world, id).await), (doubt, None), "{turn}");
    }
    // The person looked, and decides to ask again.
    ask(&world, &app, id, 5).await.unwrap();
    assert!(public(&world, id).await.is_some());
}

async fn a_second_tap_never_sends_twice(world: World) {
    let id = issued(&world).await;
    let server = Server::new(vec![refuses(NotSigned::Passphrase, "salah"), adds()], true);
    let app = world.app.clone().signing_through(server.clone());
    let first = ask(&world, &app, id, 0);
    let taps = async {
        server.came.notified().await;
        assert_eq!(newest(&world, &app, id).await, CertifiedState::Sent);
        assert_eq!(certified(ask(&world, &app, id, 0).await), CertifiedRefusal::OnItsWay);
        assert_eq!(certified(ask(&world, &app, id, 1).await), CertifiedRefusal::OnItsWay);
        server.go.as_ref().unwrap().notify_one();
    };
    let (first, ()) = tokio::join!(first, taps);
    first.unwrap();
    // A tap that comes late has not seen what came of the first, and would use up another try of the passphrase.
    assert_eq!(certified(ask(&world, &app, id, 0).await), CertifiedRefusal::LookAgain);
    assert_eq!(server.asked(), 1);
}

async fn a_request_whose_answer_never_came_is_unknown_after_a_while(world: World) {
    let id = issued(&world).await;
    let server = Server::new(vec![adds(), adds()], true);
    let app = world.app.clone().signing_through(server.clone());
    let asking = tokio::spawn({
        let (app, caller) = (app.clone(), world.caller(&world.town, Role::DecidingAuthority));
        let clock: Arc<dyn Clock> = Arc::new(FixedClock::new(caller.occasion.at));
        async move { app.sign_certified(&caller, id, command(0), &clock).await }
    });
    server.came.notified().await;
    // The browser went away; the request goes on by itself, and here it never ends.
    asking.abort();
    assert_eq!(newest(&world, &app, id).await, CertifiedState::Sent);
    let mut later = world.caller(&world.town, Role::DecidingAuthority);
    later.occasion = base::Occasion::draw(later.occasion.at.plus(ANSWERS_WITHIN + Duration::from_secs(1)));
    let view = app.certified_view(&later, id).await.unwrap();
    assert!(matches!(view.tries[0].state, CertifiedState::Unknown { why: Doubt::Silence, .. }), "{:?}", view.tries);
    assert_eq!(view.ready, Ok(()));
    // Asking again closes it as what it is; an answer that came after all changes nothing of it.
    let again = Server::new(vec![refuses(NotSigned::Other, "lain")], false);
    let next = world.app.clone().signing_through(again);
    let clock: Arc<dyn Clock> = Arc::new(FixedClock::new(later.occasion.at));
    next.sign_certified(&later, id, command(1), &clock).await.unwrap();
    let states: Vec<_> = next.certified_view(&later, id).await.unwrap().tries;
    let codes: Vec<_> = states.iter().map(|it| (it.turn, it.state.why())).collect();
    assert_eq!(codes, [(2, Some("other")), (1, Some("silence"))]);
}

async fn only_whom_the_letter_names_can_sign_it(world: World) {
    let (id, draft) = (issued(&world).await, draft(&world, everyone()).await);
    let server = Server::new(Vec::new(), false);
    let app = world.app.clone().signing_through(server.clone());
    let clock: Arc<dyn Clock> = Arc::new(FixedClock::new(world.now));
    for role in [Role::PersonnelOfficer, Role::InstitutionAdministrator, Role::Employee] {
        let caller = world.caller(&world.town, role);
        let asked = app.sign_certified(&caller, id, command(0), &clock).await;
        assert!(matches!(asked, Err(Fault::Denied(_))), "{role:?}: {asked:?}");
        assert!(matches!(app.certified_view(&caller, id).await, Err(Fault::Denied(_))));
    }
    // Whoever acts as the head of region without being the one on the letter, and the neighbour's head.
    let mut other = world.caller(&world.town, Role::DecidingAuthority);
    if let domain::policy::Actor::Person { person, .. } = &mut other.actor {
        *person = world.town.person(Role::Inspector).person;
    }
    assert_eq!(certified(app.sign_certified(&other, id, command(0), &clock).await), CertifiedRefusal::NotSignatory);
    let neighbour = world.caller(&world.neighbour, Role::DecidingAuthority);
    assert!(matches!(app.sign_certified(&neighbour, id, command(0), &clock).await, Err(Fault::NotFound)));
    assert_eq!(certified(ask(&world, &app, draft, 0).await), CertifiedRefusal::NotInForce);
    // Without a server there is nothing of it.
    let caller = world.caller(&world.town, Role::DecidingAuthority);
    assert!(matches!(world.app.certified_view(&caller, id).await, Err(Fault::NotFound)));
    assert!(matches!(ask(&world, &world.app, id, 0).await, Err(Fault::NotFound)));
    let paper = world.app.letter_sheet(world.town.institution.id, id).await.unwrap().paper;
    assert_eq!((paper.kind, server.asked()), (PaperKind::Letter, 0));
}
