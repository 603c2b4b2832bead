use super::{Mine, Proved, mine};
use crate::coverage::as_of;
use crate::presence::{is_crowded, way_of_signing};
use crate::{App, Caller, Fault, Keys, Refusal};
use base::{Chance, Date, Language};
use domain::change::{Change, Effect};
use domain::coverage::History;
use domain::ids::{AttendanceId, PactId, TaskId};
use domain::job::Work;
use domain::knowledge::{NotNow, Pact, PactText, Step, pact_number};
use domain::manner::Manner;
use domain::message::Message;
use domain::number::IdentityNumber;
use domain::paper::{Paper, PaperKind, PaperState, Token};
use domain::people::{DetailKind, Name};
use domain::policy::Action;
use domain::signature_check::{CheckReason, SignatureCheck, Standing};
use norms::Catalogue;
use std::sync::Arc;
use store::data::{papers, people, record, tasks, tenancy};
use store::{Tx, Unit};

/// What the signer declares with the two boxes on the pact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declarations {
    /// *Saya mengucapkan keempat butir itu sebagai ikrar.*
    pub pledged: bool,
    /// *Saya menandatangani pakta ini dengan sadar dan tanpa paksaan.*
    pub freely: bool,
}

/// A signed pact and its paper.
#[derive(Debug, Clone)]
pub struct Signed {
    /// The pact.
    pub pact: Pact,
    /// The paper; its bytes may still be in the making.
    pub paper: Paper,
}

impl App {
    /// The pact as the caller would sign it now.
    ///
    /// # Errors
    /// [`Refusal::NotNow`] when the check has not been passed, the pact is signed or the caller is in no unit today.
    pub async fn pact_to_sign(&self, caller: &Caller, task: TaskId) -> Result<PactText, Fault> {
        let signing = self.signing(Proved::Passkey);
        self.store().read(LoadPact { caller: caller.clone(), task, signing }).await
    }

    /// Takes the pledge and signs the pact: signature, audit event and the order to render are one transaction.
    /// The caller has just proved to be themselves, by a passkey over the very text. Signing again answers the pact that
    /// exists.
    ///
    /// # Errors
    /// [`Refusal::DeclarationsMissing`] unless both declarations are made; [`Refusal::NotNow`] before the check
    /// is passed and for whoever is in no unit today; [`Refusal::CeremonyOver`] when a passkey signed another text or none.
    pub async fn sign_pact(
        &self,
        caller: &Caller,
        task: TaskId,
        declarations: Declarations,
        proved: Proved,
    ) -> Result<PactId, Fault> {
        if !(declarations.pledged && declarations.freely) {
            return Err(Refusal::DeclarationsMissing.into());
        }
        let signing = self.signing(proved);
        self.store().write(Sign { caller: caller.clone(), task, signing }).await
    }

    /// What every signing needs, by this proof.
    pub(crate) fn signing(&self, proved: Proved) -> Signing {
        Signing { proved, law: self.law_shared(), keys: self.keys().clone() }
    }

    /// The caller's signed pact of a task, if there is one.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such task of the caller.
    pub async fn signed_pact(&self, caller: &Caller, task: TaskId) -> Result<Option<Signed>, Fault> {
        self.store().read(LoadSigned { caller: caller.clone(), task }).await
    }
}

/// The pact's text for the person of a task, with unit and position as they are today, wherever the person was addressed. It
/// is Indonesian whatever language the page speaks: that is what is signed.
pub(super) async fn text_to_sign(
    tx: &mut Tx,
    mine: &Mine,
    (signing, today): (&Signing, Date),
) -> Result<(PactText, Name), Fault> {
    let Signing { law, keys, .. } = signing;
    let person = people::person(tx, &mine.scope, mine.task.person).await?.ok_or(Fault::NotFound)?;
    let units = tenancy::units(tx, &mine.scope).await?;
    let engagements = people::engagements_of(tx, &mine.scope, person.id).await?;
    let held = History { task: &mine.task, engagements: &engagements }.engagement(today).ok_or(NotNow::Nowhere)?;
    let unit = units.get(held.unit).map(|unit| unit.name.clone()).unwrap_or_default();
    let mut number = String::new();
    for detail in people::details_of(tx, &mine.scope, person.id).await? {
        if detail.until.is_none() && detail.kind.identifies() && (number.is_empty() || detail.kind == DetailKind::Nip) {
            let open = keys.open_text(&format!("detail/{}", detail.id), &detail.sealed)?;
            number = masked(detail.kind, &open);
        }
    }
    let words = law.pledge();
    let id = Language::Indonesian;
    let points = words.pledge.points.iter().map(|point| point.text.in_language(id).to_owned()).collect();
    let statement: Vec<&str> = words.pact.statements.iter().map(|s| s.text.in_language(id)).collect();
    let circular = match &mine.circular.number {
        Some(number) => format!("{}, nomor {number}", mine.circular.body.subject),
        None => mine.circular.body.subject.clone(),
    };
    let text = PactText {
        name: person.name.full(),
        number,
        position: held.position.clone(),
        unit,
        election: mine.drive.election.clone(),
        points,
        statement: statement.join(" "),
        circular,
    };
    Ok((text, person.name))
}

fn masked(kind: DetailKind, number: &str) -> String {
    use domain::number::NumberKind as K;
    let kind = match kind {
        DetailKind::Nip => K::Nip,
        DetailKind::NiPppk => K::NiPppk,
        _ => K::Nik,
    };
    IdentityNumber::parse(kind, number).map(|number| number.masked()).unwrap_or_default()
}

struct LoadPact {
    caller: Caller,
    task: TaskId,
    signing: Signing,
}

impl Unit for LoadPact {
    type Out = PactText;
    type Error = Fault;
    const NAME: &'static str = "tasks/pact_to_sign";

    async fn run(&self, tx: &mut Tx) -> Result<PactText, Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::SignPact).await?;
        mine.drive.may(&mine.task, Step::Signed)?;
        if tasks::pact_of_task(tx, &mine.scope, self.task).await?.is_some() {
            return Err(NotNow::Done.into());
        }
        let today = as_of(tx, &self.caller, None).await?.1.day;
        Ok(text_to_sign(tx, &mine, (&self.signing, today)).await?.0)
    }
}

/// With what somebody signs.
pub(crate) struct Signing {
    /// How they proved just now to be themselves.
    pub(crate) proved: Proved,
    pub(crate) law: Arc<Catalogue>,
    pub(crate) keys: Keys,
}

struct Sign {
    caller: Caller,
    task: TaskId,
    signing: Signing,
}

impl Unit for Sign {
    type Out = PactId;
    type Error = Fault;
    const NAME: &'static str = "tasks/sign";

    async fn run(&self, tx: &mut Tx) -> Result<PactId, Fault> {
        sign(tx, &self.caller, (self.task, None), &self.signing, &mut self.caller.occasion.chance()).await
    }
}

/// Signs the pact of the caller's own task; one that is signed is answered as it is. Whoever signs it together with the
/// pledge at an assembly names their part in it.
pub(crate) async fn sign(
    tx: &mut Tx,
    caller: &Caller,
    (task, attendance): (TaskId, Option<AttendanceId>),
    signing: &Signing,
    chance: &mut Chance,
) -> Result<PactId, Fault> {
    let mine = mine(tx, caller, task, Action::SignPact).await?;
    match mine.drive.may(&mine.task, Step::Signed) {
        Ok(()) => {}
        Err(NotNow::Done) => {
            let pact = tasks::pact_of_task(tx, &mine.scope, task).await?;
            return pact.map(|pact| pact.id).ok_or(Fault::NotFound);
        }
        Err(reason) => return Err(reason.into()),
    }
    // One that waits to be confirmed is not signed a second time.
    if let Some(pact) = tasks::pact_of_task(tx, &mine.scope, task).await? {
        return Ok(pact.id);
    }
    let (at, today) = (caller.occasion.at, as_of(tx, caller, None).await?.1.day);
    let (text, name) = text_to_sign(tx, &mine, (signing, today)).await?;
    let (salt, passkey) = match &signing.proved {
        Proved::Password => (chance.bytes(), None),
        // Every signature by passkey is one over the text. Where there was none to sign yet, the device is asked again.
        Proved::Passkey => return Err(Refusal::CeremonyOver.into()),
        Proved::OverText(over) => (over.salt, Some(over.signature.clone())),
    };
    let way = way_of_signing(tx, &mine.scope, caller, mine.task.person).await?;
    let crowded = is_crowded(tx, &mine.scope, way, mine.task.person).await?;
    let unproved = || Fault::Unexpected("a way in which nobody can sign".to_owned());
    let proof = signing.proved.by();
    let manner = Manner::proved(way, proof).ok_or_else(unproved)?;
    let token = Token::from_random(&chance.bytes());
    let number = pact_number(today, &domain::paper::letters(&chance.bytes::<5>(), 8));
    let pact = Pact {
        id: chance.id(),
        task,
        person: mine.task.person,
        number: number.clone(),
        text,
        manner,
        signed: at,
        salt,
        passkey,
        standing: if crowded { Standing::Waiting } else { Standing::Valid },
    };
    // Name, post or circular changed while the device signed: what it signed is not what would be kept.
    if let Proved::OverText(over) = &signing.proved
        && pact.commitment().0 != over.commitment
    {
        return Err(Refusal::CeremonyOver.into());
    }
    let paper = Paper {
        id: chance.id(),
        kind: PaperKind::Pact,
        object: *pact.id.bytes(),
        token,
        number: Some(number),
        dated: today,
        initials: name.initials(),
        state: PaperState::Valid,
        file: None,
    };
    let id = pact.id;
    let told = Message::signed(chance.id(), pact.person, &id.to_string(), (today, at));
    let mut change = Change::new(mine.permit)
        .say_id("pact", *id.bytes())
        .say_code("proof", proof.code())
        .say_code("assurance", manner.assurance().code())
        .say("version", mine.circular.version)
        .say_commitment("text", pact.commitment())
        .with(Effect::PactSigned(Box::new(pact)))
        .with(Effect::PaperMade(Box::new(paper)))
        .with(Effect::MessagePlanned(Box::new(told)))
        .job(Work::RenderPact { pact: id });
    if crowded {
        // Neither step is taken until somebody has confirmed who it was: nobody counts what may not be so.
        let check = SignatureCheck {
            id: chance.id(),
            pact: Some(id),
            attendance,
            given: at,
            task,
            person: mine.task.person,
            reason: CheckReason::Crowded,
            device: way.device(),
            opened: at,
            decision: None,
        };
        change = change.say_code("standing", "waiting").with(Effect::SignatureCheckOpened(Box::new(check)));
    } else {
        let taken = |step| Effect::StepTaken { task, step, at, way };
        change = change.with(taken(Step::Pledged)).with(taken(Step::Signed));
    }
    if let Some(named) = manner.named() {
        change = change.say_id("operator", *named.bytes());
    }
    record(tx, &mine.scope, &change, at, chance).await?;
    Ok(id)
}

struct LoadSigned {
    caller: Caller,
    task: TaskId,
}

impl Unit for LoadSigned {
    type Out = Option<Signed>;
    type Error = Fault;
    const NAME: &'static str = "tasks/signed_pact";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, Fault> {
        let mine = mine(tx, &self.caller, self.task, Action::ViewOwn).await?;
        let Some(pact) = tasks::pact_of_task(tx, &mine.scope, self.task).await? else { return Ok(None) };
        let paper = papers::of_object(tx, &mine.scope, PaperKind::Pact, *pact.id.bytes()).await?;
        let paper = paper.ok_or_else(|| Fault::Unexpected("a pact without its paper".to_owned()))?;
        Ok(Some(Signed { pact, paper }))
    }
}
