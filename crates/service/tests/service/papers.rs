//! Papers: what stands on them, that their bytes are kept once, and what a stranger with the code may learn.

#![expect(clippy::unwrap_used, reason = "a test's helpers fail by panicking, too")]

use base::{Instant, Language, Occasion, Zone};
use domain::ids::CircularId;
use domain::paper::{PaperKind, PaperState, Token};
use domain::policy::Role;
use ledger::{Actor, Value};
use service::testing::papers::{keep_draft, publish, sign};
use service::testing::{PlainPress, World, scope_of};
use service::{
    Device, Fault, LetterSheet, MinutesSheet, PackSheet, PactSheet, Press, RecordSheet, Refusal, SealKey, Slip,
};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;
use store::Tx;

crate::on_both_engines!(
    a_letter_verifies_as_its_circular,
    a_pact_verifies_with_initials_only_and_leaves_one_event,
    a_code_in_a_loop_leaves_one_event_a_day,
    guessing_codes_is_slowed_and_forgotten,
    an_unknown_code_tells_nothing_and_leaves_nothing,
    a_letter_is_rendered_once_and_read_by_everybody,
    two_who_render_at_once_keep_one_paper,
    a_pact_is_read_by_its_signer_alone,
    a_draft_has_no_letter,
);

/// A press whose papers are words, so that a test sees what it was given.
#[derive(Default)]
struct Words {
    printed: AtomicU32,
}

impl Press for Words {
    fn letter(&self, sheet: &LetterSheet, at: Instant) -> Result<Vec<u8>, Fault> {
        let time = self.printed.fetch_add(1, Ordering::SeqCst);
        let (bases, units) = (sheet.bases.join(";"), sheet.units.join(";"));
        Ok(format!("{time} {} {bases} {units} {} {}", sheet.circular.body.subject, sheet.url, at.micros()).into_bytes())
    }

    fn pact(&self, sheet: &PactSheet) -> Result<Vec<u8>, Fault> {
        let time = self.printed.fetch_add(1, Ordering::SeqCst);
        Ok(format!("{time} {} {}", sheet.pact.text.name, sheet.url).into_bytes())
    }

    fn seal(&self, paper: &[u8], key: &SealKey, at: Instant) -> Result<Vec<u8>, Fault> {
        let by = format!(" sealed by {} at {}", key.certificate().name(), at.micros());
        Ok([paper, by.as_bytes()].concat())
    }

    fn pack(&self, _: &PackSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn minutes(&self, _: &MinutesSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn slips(&self, _: &[Slip], _: &str, _: Zone, _: bool, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn record(&self, _: &RecordSheet, _: Language) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }
}

struct Latest(domain::ids::InstitutionId);

impl store::Unit for Latest {
    type Out = Vec<ledger::Event>;
    type Error = Fault;
    const NAME: &'static str = "test/latest";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        Ok(store::data::audit::latest(tx, &scope_of(self.0), 50).await?)
    }
}

async fn events(world: &World, action: &str) -> Vec<ledger::Event> {
    let all = world.app.store().read(Latest(world.town.institution.id)).await.unwrap();
    all.into_iter().filter(|event| event.action == action).collect()
}

/// What [`Words`] puts behind a sealed paper.
fn seal(world: &World) -> String {
    format!(" sealed by {} at {}", world.town.institution.name, world.now.micros())
}

fn now(world: &World) -> Occasion {
    Occasion::draw(world.now)
}

async fn a_letter_verifies_as_its_circular(world: World) {
    let issued = publish(&world, &world.town).await;
    let typed = issued.letter.token.grouped().to_lowercase();
    let found = world.app.verify(now(&world), &typed).await.unwrap().unwrap();
    assert_eq!((found.kind, found.state, found.initials.as_str()), (PaperKind::Letter, PaperState::Valid, ""));
    assert_eq!(found.number.as_deref(), Some("800/1/2024"));
    assert_eq!(found.institution, world.town.institution);
    let circular = found.circular.unwrap();
    assert_eq!((circular.id, circular.signatory.tenure.as_str()), (issued.circular.id, "Pj."));
}

async fn a_pact_verifies_with_initials_only_and_leaves_one_event(world: World) {
    let issued = publish(&world, &world.town).await;
    let who = world.town.person(Role::Employee);
    for (n, state) in PaperState::ALL.into_iter().enumerate() {
        // One person signs once; the others lend their names to the other states.
        let who = &world.town.people[if n == 0 { 0 } else { n + 1 }];
        let signed = sign(&world, &world.town, &issued, who, state).await;
        let found = world.app.verify(now(&world), signed.paper.token.as_str()).await.unwrap().unwrap();
        assert_eq!((found.kind, found.state), (PaperKind::Pact, state));
        assert_eq!(found.signed, Some(world.now));
        assert_eq!(found.initials, who.name.initials());
        let told = format!("{found:?}");
        assert!(!told.contains(&who.name.bare) && !told.contains("Puskesmas") && !told.contains("Jabatan"), "{told}");
        let left = events(&world, "verify_paper").await;
        assert_eq!(left.len(), n + 1);
        let event = left.iter().find(|event| event.object == Some(*signed.paper.id.bytes())).unwrap();
        assert_eq!(event.actor, Actor::Public);
        let said: Vec<_> = event.fields().map(|field| (field.name, field.value)).collect();
        assert_eq!(said, [("outcome".to_owned(), Value::Code(state.code().to_owned()))]);
    }
    assert_eq!(who.name.initials(), "W. E.");
}

async fn a_code_in_a_loop_leaves_one_event_a_day(world: World) {
    let issued = publish(&world, &world.town).await;
    let who = &world.town.people[0];
    let signed = sign(&world, &world.town, &issued, who, PaperState::Valid).await;
    let look = async |at| {
        let found = world.app.verify(Occasion::draw(at), signed.paper.token.as_str()).await.unwrap();
        assert!(found.is_some());
        events(&world, "verify_paper").await.len()
    };
    for _ in 0..5 {
        assert_eq!(look(world.now).await, 1);
    }
    let tomorrow = world.now.plus(Duration::from_secs(24 * 3600));
    assert_eq!((look(tomorrow).await, look(tomorrow).await), (2, 2));
}

async fn guessing_codes_is_slowed_and_forgotten(world: World) {
    let issued = publish(&world, &world.town).await;
    let code = issued.letter.token.as_str();
    let (office, other) = (Device::new(None, &[10, 0, 0], b"one"), Device::new(None, &[10, 9, 9], b"two"));
    let check = |at, device: &Device, code: &str| {
        let (app, device, code) = (world.app.clone(), device.clone(), code.to_owned());
        async move { app.check_paper(Occasion::draw(at), &device, &code).await }
    };
    let mut tries = 0;
    let until = loop {
        let guess = Token::from_random(&[u8::try_from(tries % 250).unwrap(); 13]);
        match check(world.now, &office, guess.as_str()).await {
            Ok(None) => tries += 1,
            Err(Fault::Refused(Refusal::WaitUntil(until))) => break until,
            other => panic!("{other:?}"),
        }
        assert!(tries <= 1000, "nobody is slowed");
    };
    assert!(tries >= 100, "an office mistypes: {tries}");
    let right = check(world.now, &office, code).await;
    assert!(matches!(right, Err(Fault::Refused(Refusal::WaitUntil(_)))), "right ones wait, too: {right:?}");
    assert!(check(world.now, &other, code).await.unwrap().is_some(), "another network does not wait");
    assert!(check(until, &office, code).await.unwrap().is_some(), "nor this one, later");
    let again = Token::from_random(&[251; 13]);
    assert!(check(until, &office, again.as_str()).await.unwrap().is_none());
    assert!(check(until, &office, code).await.is_err(), "each further one means a wait");
    let later = until.plus(Duration::from_secs(20 * 60));
    for _ in 0..2 {
        assert!(check(later, &office, again.as_str()).await.unwrap().is_none(), "old ones are forgotten");
    }
}

async fn an_unknown_code_tells_nothing_and_leaves_nothing(world: World) {
    publish(&world, &world.town).await;
    let unissued = Token::from_random(&[7; 13]);
    for typed in [unissued.as_str(), "", "0000", "'; DROP TABLE papers", "W. E."] {
        assert_eq!(world.app.verify(now(&world), typed).await.unwrap(), None, "{typed}");
    }
    assert!(events(&world, "verify_paper").await.is_empty());
}

async fn a_letter_is_rendered_once_and_read_by_everybody(world: World) {
    let issued = publish(&world, &world.town).await;
    let (own, id, press) = (world.town.institution.id, issued.circular.id, Words::default());
    assert_eq!(world.app.letter_pdf("kabupaten-sukamaju", id).await.unwrap(), None);
    world.app.render_letter(now(&world), own, id, &press).await.unwrap();
    world.app.render_letter(now(&world), own, id, &press).await.unwrap();
    assert_eq!(press.printed.load(Ordering::SeqCst), 1);
    let bytes = world.app.letter_pdf("kabupaten-sukamaju", id).await.unwrap().unwrap();
    let expected = format!(
        "0 Netralitas pegawai dalam Pilkada 2024 Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara;\
         Peraturan Pemerintah Nomor 94 Tahun 2021 tentang Disiplin Pegawai Negeri Sipil Dinas Kesehatan (rekaan) \
         http://localhost:8080/periksa/{} {}{}",
        issued.letter.token.as_str(),
        world.now.micros(),
        seal(&world)
    );
    assert_eq!(String::from_utf8(bytes).unwrap(), expected);
    let left = events(&world, "render").await;
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].actor, left[0].object), (Actor::System, Some(*id.bytes())));
    assert!(matches!(world.app.letter_pdf("kota-lain", id).await, Err(Fault::NotFound)));
    let elsewhere = world.app.render_letter(now(&world), world.neighbour.institution.id, id, &press).await;
    assert!(matches!(elsewhere, Err(Fault::NotFound)), "{elsewhere:?}");
}

/// Every file of the world lies in a folder of two letters.
fn kept(world: &World, address: [u8; 32]) -> usize {
    let folder = world.app.files().path(&address);
    let root = folder.parent().and_then(std::path::Path::parent).unwrap();
    let shelves = std::fs::read_dir(root).unwrap();
    shelves.map(|shelf| std::fs::read_dir(shelf.unwrap().path()).unwrap().count()).sum()
}

async fn two_who_render_at_once_keep_one_paper(world: World) {
    let issued = publish(&world, &world.town).await;
    let (own, object) = (world.town.institution.id, *issued.circular.id.bytes());
    let one = world.app.keep_rendered(now(&world), own, PaperKind::Letter, object, b"satu", &PlainPress);
    let two = world.app.keep_rendered(now(&world), own, PaperKind::Letter, object, b"dua", &PlainPress);
    let (one, two) = tokio::join!(one, two);
    one.unwrap();
    two.unwrap();
    let bytes = world.app.letter_pdf("kabupaten-sukamaju", issued.circular.id).await.unwrap().unwrap();
    assert!(bytes.starts_with(b"satu sealed by ") || bytes.starts_with(b"dua sealed by "));
    assert_eq!(events(&world, "make_seal_key").await.len(), 1, "two keys for one institution");
    assert_eq!(events(&world, "render").await.len(), 1);
    assert_eq!(kept(&world, [0; 32]), 1, "the loser's bytes were left behind");
    let nothing = world.app.keep_rendered(now(&world), own, PaperKind::Pact, object, b"tiga", &PlainPress).await;
    assert!(matches!(nothing, Err(Fault::NotFound)), "{nothing:?}");
}

async fn a_pact_is_read_by_its_signer_alone(world: World) {
    let issued = publish(&world, &world.town).await;
    let who = world.town.person(Role::Employee);
    let signed = sign(&world, &world.town, &issued, who, PaperState::Valid).await;
    let (own, id, press) = (world.town.institution.id, signed.pact.id, Words::default());
    let mine = world.caller(&world.town, Role::Employee);
    assert_eq!(world.app.own_pact_pdf(&mine, id).await.unwrap(), None);
    assert!(events(&world, "view_own").await.is_empty(), "nothing was read");
    world.app.render_pact(now(&world), own, id, &press).await.unwrap();
    world.app.render_pact(now(&world), own, id, &press).await.unwrap();
    let bytes = world.app.own_pact_pdf(&mine, id).await.unwrap().unwrap();
    let url = format!("http://localhost:8080/periksa/{}", signed.paper.token.as_str());
    assert_eq!(String::from_utf8(bytes).unwrap(), format!("0 {} {url}{}", who.name.full(), seal(&world)));
    let left = events(&world, "view_own").await;
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].object, Some(*id.bytes()));
    for (town, role) in [
        (&world.town, Role::HeadOfUnit),
        (&world.town, Role::PersonnelOfficer),
        (&world.town, Role::InstitutionAdministrator),
        (&world.neighbour, Role::Employee),
    ] {
        let other = world.app.own_pact_pdf(&world.caller(town, role), id).await;
        assert!(matches!(other, Err(Fault::NotFound)), "{}: {other:?}", role.code());
    }
    let unknown = world.app.own_pact_pdf(&mine, domain::ids::PactId::draw()).await;
    assert!(matches!(unknown, Err(Fault::NotFound)), "{unknown:?}");
}

async fn a_draft_has_no_letter(world: World) {
    let draft = keep_draft(&world, &world.town).await;
    let (own, press) = (world.town.institution.id, Words::default());
    for id in [draft.id, CircularId::draw()] {
        let rendered = world.app.render_letter(now(&world), own, id, &press).await;
        assert!(matches!(rendered, Err(Fault::NotFound)), "{rendered:?}");
        let read = world.app.letter_pdf("kabupaten-sukamaju", id).await;
        assert!(matches!(read, Err(Fault::NotFound)), "{read:?}");
    }
}
