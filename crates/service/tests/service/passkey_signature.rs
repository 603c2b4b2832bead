//! Signing the text of a pact with a passkey.

use crate::identity::{device, is_refused, sign_in};
use crate::journey::{FREELY, again, publish_to_everyone, ready_to_sign, task_of};
use crate::soft_device::SoftDevice;
use base::{Instant, Occasion};
use domain::change::Effect;
use domain::ids::TaskId;
use domain::people::{Name, Person};
use domain::policy::Role;
use serde_json::Value;
use service::testing::{PASSWORD, World};
use service::{Caller, Evidence, EvidenceFault, Proved, Refusal};
use std::time::Duration;

crate::on_both_engines!(
    a_passkey_signs_the_text_and_anybody_can_check_it,
    what_a_passkey_signed_counts_once_for_one_person_and_task,
    a_text_that_changed_meanwhile_is_not_signed,
    a_passkey_that_signed_no_text_signs_no_pact,
);

/// Gives whoever has this role a passkey.
async fn passkey_of(world: &World, role: Role) -> SoftDevice {
    let (caller, number) = (again(world, &world.caller(&world.town, role)), &world.town.person(role).number);
    let session = sign_in(world, number, PASSWORD, &device("a"), world.now).await.unwrap().token;
    let mut soft = SoftDevice::new(9);
    let (ceremony, options) = world.app.add_passkey_begin(&caller, &session).await.unwrap();
    let answer = soft.register(&options);
    world.app.add_passkey(&again(world, &caller), &session, &ceremony, &answer).await.unwrap();
    soft
}

/// Asks the device and answers the word, and the challenge that the device saw.
async fn prove(world: &World, caller: &Caller, task: TaskId, soft: &mut SoftDevice) -> (String, String) {
    let (ceremony, options) = world.app.sign_passkey_begin(&again(world, caller), task).await.unwrap();
    let answer = soft.sign(&options);
    let word = world.app.sign_passkey(&again(world, caller), task, &ceremony, &answer).await.unwrap();
    let options: Value = serde_json::from_str(&options).unwrap();
    (word, options["publicKey"]["challenge"].as_str().unwrap().to_owned())
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

async fn a_passkey_signs_the_text_and_anybody_can_check_it(world: World) {
    publish_to_everyone(&world).await;
    let mut soft = passkey_of(&world, Role::Employee).await;
    let (caller, task) = ready_to_sign(&world, Role::Employee).await;
    let (word, challenge) = prove(&world, &caller, task, &mut soft).await;
    let proved = world.app.take_proof(&again(&world, &caller), task, &word).await.unwrap();
    let id = world.app.sign_pact(&again(&world, &caller), task, FREELY, proved).await.unwrap();

    let pact = world.app.signed_pact(&caller, task).await.unwrap().unwrap().pact;
    assert_eq!(pact.proof(), Some("passkey_text"));
    assert_eq!(challenge, base64(&pact.commitment().0), "the device saw the commitment to this very text");
    let evidence = world.app.own_evidence(&again(&world, &caller), id).await.unwrap().unwrap();
    let file = evidence.to_json();
    assert_eq!(Evidence::parse(&file).unwrap().check(), Ok(pact.commitment().0));

    // One fact changed, and the passkey did not sign that.
    let forged = |change: &dyn Fn(&mut Value)| {
        let mut value: Value = serde_json::from_str(&file).unwrap();
        change(&mut value);
        Evidence::parse(&value.to_string()).and_then(|evidence| evidence.check())
    };
    let not_signed = Err(EvidenceFault::NotSigned);
    assert_eq!(forged(&|it| it["text"]["statement"] = "Saya tidak berjanji apa-apa.".into()), not_signed);
    assert_eq!(forged(&|it| it["salt"] = base64(&[1; 32]).into()), not_signed);
    assert_eq!(forged(&|it| it["site"] = "https://contoh.invalid".into()), not_signed);
    assert_eq!(forged(&|it| it["answer"]["response"]["signature"] = base64(&[48, 0]).into()), not_signed);
    assert_eq!(forged(&|it| it["form"] = "lain".into()), Err(EvidenceFault::Unreadable));
    assert_eq!(Evidence::parse("{}"), Err(EvidenceFault::Unreadable));

    // Nobody else gets the file, and whoever signed with a password has none.
    let other = world.caller(&world.town, Role::Inspector);
    assert!(world.app.own_evidence(&other, id).await.is_err());
    let (by_password, theirs) = ready_to_sign(&world, Role::LegalOfficer).await;
    let signed = world.app.sign_pact(&again(&world, &by_password), theirs, FREELY, Proved::Password).await.unwrap();
    assert_eq!(world.app.own_evidence(&again(&world, &by_password), signed).await.unwrap(), None);
}

async fn what_a_passkey_signed_counts_once_for_one_person_and_task(world: World) {
    publish_to_everyone(&world).await;
    let mut soft = passkey_of(&world, Role::Employee).await;
    let (caller, task) = ready_to_sign(&world, Role::Employee).await;
    let (word, _) = prove(&world, &caller, task, &mut soft).await;
    let thief = world.caller(&world.town, Role::Inspector);
    assert!(is_refused(&world.app.take_proof(&thief, task, &word).await, &Refusal::CeremonyOver));
    let elsewhere = world.app.take_proof(&caller, TaskId::draw(), &word).await;
    assert!(is_refused(&elsewhere, &Refusal::CeremonyOver));
    assert!(matches!(world.app.take_proof(&caller, task, &word).await.unwrap(), Proved::OverText(_)));
    assert!(is_refused(&world.app.take_proof(&caller, task, &word).await, &Refusal::CeremonyOver));

    let (late, _) = prove(&world, &caller, task, &mut soft).await;
    let after = |seconds| -> Instant { world.now.plus(Duration::from_secs(seconds)) };
    let later = Caller::new(caller.actor.clone(), Occasion::draw(after(600)));
    assert!(is_refused(&world.app.take_proof(&later, task, &late).await, &Refusal::CeremonyOver));

    // What was asked for one task is no answer for another.
    let (ceremony, options) = world.app.sign_passkey_begin(&again(&world, &caller), task).await.unwrap();
    let answer = soft.sign(&options);
    let other = world.app.sign_passkey(&again(&world, &caller), TaskId::draw(), &ceremony, &answer).await;
    assert!(is_refused(&other, &Refusal::CeremonyOver));
}

async fn a_text_that_changed_meanwhile_is_not_signed(world: World) {
    publish_to_everyone(&world).await;
    let mut soft = passkey_of(&world, Role::Employee).await;
    let (caller, task) = ready_to_sign(&world, Role::Employee).await;
    let (word, _) = prove(&world, &caller, task, &mut soft).await;
    let me = world.town.person(Role::Employee);
    let name = Name { bare: "Nama Lain".to_owned(), ..me.name.clone() };
    let person = Person { id: me.person, name, has_phone: true };
    let occasion = Occasion::draw(world.tick());
    let changed = vec![Effect::PersonChanged(Box::new(person))];
    world.app.set_up(occasion, world.town.institution.id, changed).await.unwrap();
    let proved = world.app.take_proof(&again(&world, &caller), task, &word).await.unwrap();
    let signed = world.app.sign_pact(&again(&world, &caller), task, FREELY, proved).await;
    assert!(is_refused(&signed, &Refusal::CeremonyOver));
    assert!(world.app.signed_pact(&caller, task).await.unwrap().is_none());
}

async fn a_passkey_that_signed_no_text_signs_no_pact(world: World) {
    publish_to_everyone(&world).await;
    let mut soft = passkey_of(&world, Role::Employee).await;
    // Reading and check are still to be done, so there is no text to sign; for a pledge it is enough.
    let (caller, task) = task_of(&world, Role::Employee).await;
    let (word, _) = prove(&world, &caller, task, &mut soft).await;
    let proved = world.app.take_proof(&again(&world, &caller), task, &word).await.unwrap();
    assert_eq!(proved, Proved::Passkey);
    let (caller, task) = ready_to_sign(&world, Role::Employee).await;
    let signed = world.app.sign_pact(&again(&world, &caller), task, FREELY, proved).await;
    assert!(is_refused(&signed, &Refusal::CeremonyOver));
}
