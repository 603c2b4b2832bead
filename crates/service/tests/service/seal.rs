//! The seal keys of institutions: made once, replaced on the record, their secrets kept shut.

#![expect(clippy::unwrap_used, reason = "a test's helpers fail by panicking, too")]

use base::Occasion;
use domain::seal_key::SealKeyRecord;
use ledger::{Actor, Event, Value};
use service::testing::papers::publish;
use service::testing::{PlainPress, World, scope_of};
use service::{Certificate, Fault};
use store::Tx;

crate::on_both_engines!(
    the_first_paper_brings_the_key_and_the_second_keeps_it,
    a_replaced_key_stays_listed_and_its_secret_is_gone,
    every_institution_has_its_own_key,
);

struct Look(domain::ids::InstitutionId);

impl store::Unit for Look {
    type Out = (Vec<SealKeyRecord>, Vec<Event>);
    type Error = Fault;
    const NAME: &'static str = "test/seal_keys";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let scope = scope_of(self.0);
        let keys = store::data::seal_keys::list(tx, &scope).await?;
        Ok((keys, store::data::audit::latest(tx, &scope, 50).await?))
    }
}

async fn look(world: &World) -> (Vec<SealKeyRecord>, Vec<Event>) {
    world.app.store().read(Look(world.town.institution.id)).await.unwrap()
}

fn of(events: &[Event], action: &str) -> Vec<Event> {
    events.iter().filter(|event| event.action == action).cloned().collect()
}

fn said(event: &Event, name: &str) -> Option<Value> {
    event.fields().find(|field| field.name == name).map(|field| field.value)
}

fn code(certificate: &Certificate) -> Option<Value> {
    Some(Value::Code(certificate.fingerprint().to_string().replace(' ', "")))
}

async fn render(world: &World) {
    let issued = publish(world, &world.town).await;
    let occasion = Occasion::draw(world.tick());
    world.app.render_letter(occasion, world.town.institution.id, issued.circular.id, &PlainPress).await.unwrap();
}

async fn the_first_paper_brings_the_key_and_the_second_keeps_it(world: World) {
    let own = world.town.institution.id;
    assert!(world.app.seal_certificates(own).await.unwrap().is_empty());
    render(&world).await;
    let certificates = world.app.seal_certificates(own).await.unwrap();
    assert_eq!((certificates.len(), certificates[0].until), (1, None));
    assert_eq!(certificates[0].certificate.name(), world.town.institution.name);
    render(&world).await;
    assert_eq!(world.app.seal_certificates(own).await.unwrap(), certificates);
    let (keys, events) = look(&world).await;
    let made = of(&events, "make_seal_key");
    assert_eq!(made.len(), 1);
    assert_eq!((made[0].actor, made[0].object), (Actor::System, Some(*keys[0].id.bytes())));
    assert_eq!(said(&made[0], "fingerprint"), code(&certificates[0].certificate));
    assert_eq!(keys[0].secret.as_ref().unwrap().len(), 24 + 32 + 16, "the secret lies open");
}

async fn a_replaced_key_stays_listed_and_its_secret_is_gone(world: World) {
    let own = world.town.institution.id;
    let none = world.app.rotate_seal(Occasion::draw(world.tick()), own).await;
    assert!(matches!(none, Err(Fault::NotFound)), "{none:?}");
    render(&world).await;
    let at = world.tick();
    let (old, new) = world.app.rotate_seal(Occasion::draw(at), own).await.unwrap();
    assert_ne!(old, new);
    let listed = world.app.seal_certificates(own).await.unwrap();
    let short: Vec<_> = listed.iter().map(|it| (&it.certificate, it.until)).collect();
    assert_eq!(short, [(&new, None), (&old, Some(at))]);
    let (keys, events) = look(&world).await;
    assert!(keys[0].secret.is_some() && keys[1].secret.is_none());
    let rotated = of(&events, "rotate_seal_key");
    assert_eq!(rotated.len(), 1);
    assert_eq!(said(&rotated[0], "fingerprint"), code(&new));
    assert_eq!(said(&rotated[0], "replaces"), code(&old));
    // The new key seals.
    render(&world).await;
    assert_eq!(of(&look(&world).await.1, "make_seal_key").len(), 1);
}

async fn every_institution_has_its_own_key(world: World) {
    render(&world).await;
    let issued = publish(&world, &world.neighbour).await;
    let (occasion, there) = (Occasion::draw(world.tick()), world.neighbour.institution.id);
    world.app.render_letter(occasion, there, issued.circular.id, &PlainPress).await.unwrap();
    let here = world.app.seal_certificates(world.town.institution.id).await.unwrap();
    let there = world.app.seal_certificates(there).await.unwrap();
    assert_eq!((here.len(), there.len()), (1, 1));
    assert_ne!(here[0].certificate, there[0].certificate);
    assert_eq!(there[0].certificate.name(), world.neighbour.institution.name);
}
