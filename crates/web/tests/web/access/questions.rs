//! Questions to the adviser, as routes are about them.

use base::Occasion;
use domain::consultation::Ruling;
use domain::ids::{ConsultationId, PublishedAnswerId};
use domain::policy::Role;
use service::testing::{Town, World};
use service::{AnswerCommand, AskCommand, Caller, Fault, Receipt, Refusal};

const TEXT: &str = "Bolehkah saya hadir pada acara keluarga yang dihadiri calon?";

fn command(named: bool) -> AskCommand {
    AskCommand { text: TEXT.to_owned(), facts: Vec::new(), named }
}

/// A question that somebody asked with their name.
pub async fn named(world: &World, town: &Town, role: Role) -> ConsultationId {
    let caller = world.caller(town, role);
    match world.app.ask_adviser(&caller, town.institution.id, command(true)).await.unwrap() {
        Receipt::Own(id) => id,
        Receipt::Code(_) => panic!("a name was given"),
    }
}

/// A question without a name, and its code.
async fn nameless(world: &World, town: &Town) -> (ConsultationId, String) {
    let known: Vec<_> = open(world, town).await;
    let ask = async |now| {
        let caller = Caller::new(domain::policy::Actor::Public, Occasion::draw(now));
        world.app.ask_adviser(&caller, town.institution.id, command(false)).await
    };
    let mut receipt = ask(world.tick()).await;
    if let Err(Fault::Refused(Refusal::WaitUntil(until))) = receipt {
        // So many in a row are not taken at once.
        receipt = ask(until).await;
    }
    let Receipt::Code(code) = receipt.unwrap() else { panic!("no name was given") };
    let fresh = open(world, town).await.into_iter().find(|id| !known.contains(id)).unwrap();
    (fresh, code)
}

async fn open(world: &World, town: &Town) -> Vec<ConsultationId> {
    let adviser = world.caller(town, Role::Adviser);
    world.app.adviser_desk(&adviser).await.unwrap().open.iter().map(|it| it.id).collect()
}

async fn reply(world: &World, town: &Town, id: ConsultationId) {
    let text = "Aturannya ditafsirkan berbeda.".to_owned();
    let answer = AnswerCommand { ruling: Ruling::Unsettled, basis: Vec::new(), text };
    world.app.answer_question(&world.caller(town, Role::Adviser), id, answer).await.unwrap();
}

/// A question of an employee, answered. It has a name: so many without one are not taken at once.
pub async fn answered(world: &World, town: &Town) -> ConsultationId {
    let id = named(world, town, Role::Employee).await;
    reply(world, town, id).await;
    id
}

/// The code of a question without a name, answered.
pub async fn code_of_answered(world: &World, town: &Town) -> String {
    let (id, code) = nameless(world, town).await;
    reply(world, town, id).await;
    code
}

/// An answer that the second adviser told anew.
pub async fn anew(world: &World, town: &Town) -> PublishedAnswerId {
    let id = answered(world, town).await;
    let second = town.people.iter().filter(|who| who.role == Role::Adviser).nth(1).unwrap();
    let first = world.caller(town, Role::Adviser);
    let domain::policy::Actor::Person { institution, roles, .. } = first.actor else {
        panic!("an adviser is somebody")
    };
    let actor = domain::policy::Actor::Person { person: second.person, institution, roles };
    let caller = Caller::new(actor, Occasion::draw(world.tick()));
    let texts = ["Bolehkah hadir?", "Boleh.", "", ""].map(str::to_owned);
    world.app.propose_answer(&caller, id, texts).await.unwrap()
}
