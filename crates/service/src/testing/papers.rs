//! A published circular and a signed pact, written straight into a world.

use super::{Inhabitant, Town, World};
use base::{Chance, Date, Occasion};
use domain::change::Effect;
use domain::circular::{Addressees, Body, Circular, Signatory, State};
use domain::drive::Drive;
use domain::drive::{Asks, DriveCommand};
use domain::knowledge::{Pact, PactText, Proof, QUESTIONS, Task, pact_number};
use domain::manner::Manner;
use domain::paper::{Paper, PaperKind, PaperState, Token};
use domain::provision::Provision;
use domain::signature_check::Standing;

/// A published circular with its drive and its letter.
#[derive(Debug, Clone)]
pub struct Issued {
    /// The circular.
    pub circular: Circular,
    /// The drive that carries it.
    pub drive: Drive,
    /// Its letter.
    pub letter: Paper,
}

/// A signed pact with its paper.
#[derive(Debug, Clone)]
pub struct SignedPact {
    /// The pact.
    pub pact: Pact,
    /// Its paper.
    pub paper: Paper,
}

/// A draft of two provisions for everybody in `units[0]` of the town.
#[must_use]
pub fn draft(town: &Town, dated: Date, chance: &mut Chance) -> Circular {
    let body = Body {
        subject: "Netralitas pegawai dalam Pilkada 2024".to_owned(),
        election: "Pilkada 2024".to_owned(),
        opening: "Pegawai tetap memiliki hak pilih.".to_owned(),
        provisions: ["Tidak mendukung calon.", "Tidak memakai kendaraan dinas."].map(Provision::proposed).to_vec(),
        closing: "Edaran ini berlaku sejak tanggalnya.".to_owned(),
        bases: vec!["pp-2021-94".to_owned(), "uu-2023-20".to_owned()],
        copies: vec!["Inspektorat".to_owned()],
        attachments: Vec::new(),
    };
    let addressees = Addressees {
        categories: vec![domain::category::Category::Pns],
        units: vec![town.units[0]],
        ..Addressees::default()
    };
    Circular::draft(chance.id(), dated, body, addressees)
}

/// Writes a draft of the town.
///
/// # Panics
/// When the store refuses: a test then cannot go on.
#[expect(clippy::expect_used, reason = "only tests call it, and they must stop")]
pub async fn keep_draft(world: &World, town: &Town) -> Circular {
    let occasion = Occasion::draw(world.now);
    let mut chance = occasion.chance();
    let circular = draft(town, world.now.date(town.institution.zone), &mut chance);
    let saved = vec![Effect::CircularSaved(Box::new(circular.clone()))];
    let apart = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(apart, town.institution.id, saved).await.expect("a draft");
    circular
}

/// Publishes a circular of the town. It is numbered 800/1/2024.
///
/// # Panics
/// When the store refuses: a test then cannot go on.
#[expect(clippy::expect_used, reason = "only tests call it, and they must stop")]
pub async fn publish(world: &World, town: &Town) -> Issued {
    let occasion = Occasion::draw(world.now);
    let mut chance = occasion.chance();
    let today = world.now.date(town.institution.zone);
    let mut circular = draft(town, today, &mut chance);
    circular.number = Some("800/1/2024".to_owned());
    let signatory = Signatory {
        tenure: "Pj.".to_owned(),
        title: "Bupati Sukamaju".to_owned(),
        name: "Rahmat Contoh, M.Si.".to_owned(),
    };
    circular.state = State::Published { at: world.now, signatory };
    let (name, election) = ("Pilkada 2024".to_owned(), circular.body.election.clone());
    let (pass_mark, asks, tries) = (QUESTIONS, Asks::Pact, None);
    let command = DriveCommand { name, election, due: today, know_by: None, pass_mark, asks, tries };
    let drive = command.begin(chance.id(), circular.id, false, world.now);
    let letter = Paper {
        id: chance.id(),
        kind: PaperKind::Letter,
        object: *circular.id.bytes(),
        token: Token::from_random(&chance.bytes()),
        number: circular.number.clone(),
        dated: today,
        initials: String::new(),
        state: PaperState::Valid,
        file: None,
    };
    let effects = vec![
        Effect::CircularSaved(Box::new(circular.clone())),
        Effect::DriveBegun(Box::new(drive.clone())),
        Effect::PaperMade(Box::new(letter.clone())),
    ];
    let apart = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(apart, town.institution.id, effects).await.expect("a published circular");
    Issued { circular, drive, letter }
}

/// Signs the pact of a drive as this inhabitant, whose paper is in `state`.
///
/// # Panics
/// When the store refuses: a test then cannot go on.
#[expect(clippy::expect_used, reason = "only tests call it, and they must stop")]
pub async fn sign(world: &World, town: &Town, issued: &Issued, who: &Inhabitant, state: PaperState) -> SignedPact {
    let occasion = Occasion::draw(world.now);
    let mut chance = occasion.chance();
    let today = world.now.date(town.institution.zone);
    let done = Some(world.now);
    let task = Task {
        id: chance.id(),
        drive: issued.drive.id,
        person: who.person,
        unit: who.unit,
        category: who.category,
        delivered: world.now,
        opened: done,
        read: done,
        passed: done,
        pledged: done,
        signed: done,
        ended: None,
        exempt: None,
        refused: None,
        due: None,
        know: None,
    };
    let token = Token::from_random(&chance.bytes());
    let tail = who.number.get(who.number.len().saturating_sub(4)..).unwrap_or_default();
    let pact = Pact {
        id: chance.id(),
        task: task.id,
        person: who.person,
        number: pact_number(today, token.as_str()),
        text: PactText {
            name: who.name.full(),
            number: format!("**************{tail}"),
            position: "Jabatan contoh".to_owned(),
            unit: "Puskesmas Melati (rekaan)".to_owned(),
            election: issued.drive.election.clone(),
            points: vec!["Menjaga netralitas.".to_owned()],
            statement: "Saya sudah membaca edaran.".to_owned(),
            circular: "SE 800/1/2024".to_owned(),
        },
        manner: Manner::OwnDevice(Proof::Password),
        signed: world.now,
        salt: chance.bytes(),
        passkey: None,
        standing: Standing::Valid,
    };
    let paper = Paper {
        id: chance.id(),
        kind: PaperKind::Pact,
        object: *pact.id.bytes(),
        token,
        number: Some(pact.number.clone()),
        dated: today,
        initials: who.name.initials(),
        state,
        file: None,
    };
    let effects = vec![
        Effect::TaskDelivered(Box::new(task)),
        Effect::PactSigned(Box::new(pact.clone())),
        Effect::PaperMade(Box::new(paper.clone())),
    ];
    let apart = Occasion::seeded(world.now, chance.bytes());
    world.app.set_up(apart, town.institution.id, effects).await.expect("a signed pact");
    SignedPact { pact, paper }
}
