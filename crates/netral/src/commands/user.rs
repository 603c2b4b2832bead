use super::say;
use super::session::Session;
use crate::Settings;
use crate::failure::{During, Failure};
use base::{Date, Language};
use clap::Args;
use domain::category::Category;
use domain::change::{Effect, RoleGrant};
use domain::ids::PersonId;
use domain::number::{IdentityNumber, NumberKind};
use domain::people::{DetailKind, Engagement, Name, Person};
use domain::policy::Role;
use domain::tenancy::Institution;
use store::data::people;
use store::{Scope, StoreError, Tx, Unit};

/// A person who does not stand in the register yet, as they are typed.
#[derive(Debug, Args)]
pub struct New {
    #[command(flatten)]
    who: Who,
    /// The kind of the number: nip, ni_pppk or nik
    #[arg(long, default_value = "nip")]
    number_kind: String,
    /// The name without titles
    #[arg(long)]
    name: String,
    /// Titles before the name
    #[arg(long, default_value = "")]
    title_before: String,
    /// Titles after the name
    #[arg(long, default_value = "")]
    title_after: String,
    /// The code of the unit; without one the next import of the roster says where the person works
    #[arg(long, requires = "position")]
    unit: Option<String>,
    /// The position in words
    #[arg(long, requires = "unit")]
    position: Option<String>,
    /// The category: pns, cpns, pppk, pppk_part_time, non_asn and so on
    #[arg(long, default_value = "pns")]
    category: String,
    /// A role to give at once, for example institution_administrator
    #[arg(long)]
    role: Option<String>,
}

/// Somebody of an institution.
#[derive(Debug, Args)]
pub struct Who {
    /// The short name of the institution
    #[arg(long)]
    institution: String,
    /// The NIP, NI PPPK or NIK
    #[arg(long)]
    number: String,
}

/// A role for somebody of the register.
#[derive(Debug, Args)]
pub struct Grant {
    #[command(flatten)]
    who: Who,
    /// The role, for example personnel_officer
    #[arg(long)]
    role: String,
    /// The code of the unit to which the role is limited, with all under it
    #[arg(long)]
    unit: Option<String>,
}

/// Adds a person and prints an activation code.
///
/// # Errors
/// Says which part cannot be used, or that the number is taken.
pub async fn add(settings: &Settings, new: New) -> Result<(), Failure> {
    let kind = NumberKind::from_code(&new.number_kind)
        .ok_or_else(|| Failure::new("--number-kind takes nip, ni_pppk or nik"))?;
    let number =
        IdentityNumber::parse(kind, &new.who.number).map_err(|error| Failure::new(error.message(Language::English)))?;
    let category = Category::from_code(&new.category)
        .ok_or_else(|| Failure::new(format!("--category takes {}", Category::ALL.map(Category::code).join(", "))))?;
    let role = new.role.as_deref().map(granted).transpose()?;
    let session = Session::open(settings).await?;
    let institution = session.institution(&new.who.institution).await?;
    if !session.persons(&institution, number.reveal()).await?.is_empty() {
        return Err(Failure::new(
            "somebody has this number already; give a role with `netral user role`, a code with `netral user slip`",
        ));
    }
    let today = session.today(&institution);
    let occasion = session.next();
    let mut chance = occasion.chance();
    let person: PersonId = chance.id();
    let name = Name { before: new.title_before, bare: new.name, after: new.title_after };
    let detail = session.app.seal_detail(person, detail_kind(kind), number.reveal(), today, &mut chance);
    let mut effects = vec![
        Effect::PersonAdded(Box::new(Person { id: person, name, has_phone: true })),
        Effect::DetailAdded(Box::new(detail)),
    ];
    if let (Some(code), Some(position)) = (&new.unit, new.position) {
        let unit = session.unit(&institution, code).await?;
        let id = chance.id();
        let engagement = Engagement { id, person, unit, category, position, since: today, until: None };
        effects.push(Effect::EngagementAdded(Box::new(engagement)));
    }
    if let Some(role) = role {
        effects.push(Effect::RoleGranted(Box::new(RoleGrant {
            id: chance.id(),
            person,
            role,
            unit: None,
            since: today,
            until: None,
        })));
    }
    session.app.set_up(session.next(), institution.id, effects).await.during("the person cannot be added")?;
    print_slip(&session, &institution, person).await?;
    session.close().await;
    Ok(())
}

/// Gives a role from today on.
///
/// # Errors
/// When the person or the role is unknown, or the role is not one that is given by hand.
pub async fn role(settings: &Settings, grant: Grant) -> Result<(), Failure> {
    let role = granted(&grant.role)?;
    let session = Session::open(settings).await?;
    let institution = session.institution(&grant.who.institution).await?;
    let person = session.person(&institution, &grant.who.number).await?;
    let unit = match &grant.unit {
        Some(code) => Some(session.unit(&institution, code).await?),
        None => None,
    };
    let (id, since) = (session.next().chance().id(), session.today(&institution));
    let effect = Effect::RoleGranted(Box::new(RoleGrant { id, person, role, unit, since, until: None }));
    session.app.set_up(session.next(), institution.id, vec![effect]).await.during("the role cannot be given")?;
    session.close().await;
    say(format_args!("Given from today on: {}.", role.code()))
}

/// Prints a new activation code and ends whatever the person signed in with before.
///
/// # Errors
/// When the person is unknown.
pub async fn slip(settings: &Settings, who: Who) -> Result<(), Failure> {
    let session = Session::open(settings).await?;
    let institution = session.institution(&who.institution).await?;
    let person = session.person(&institution, &who.number).await?;
    print_slip(&session, &institution, person).await?;
    session.close().await;
    Ok(())
}

/// Lists who holds a role, and which.
///
/// # Errors
/// When the institution is unknown.
pub async fn list(settings: &Settings, institution: &str) -> Result<(), Failure> {
    let session = Session::open(settings).await?;
    let institution = session.institution(institution).await?;
    let (scope, day) = (Scope::Institution(institution.id), session.today(&institution));
    let found = session.app.store().read(Grants { scope, day }).await.during("the store cannot be read")?;
    session.close().await;
    if found.is_empty() {
        return say("Nobody holds a role.");
    }
    found.iter().try_for_each(|(grant, name)| say(format_args!("{:<26} {}", grant.role.code(), name.full())))
}

async fn print_slip(session: &Session, institution: &Institution, person: PersonId) -> Result<(), Failure> {
    let slip = session.app.issue_first_activation(session.next(), institution.id, person).await;
    let slip = slip.during("no activation code could be made")?;
    let expires = base::iso_date(slip.expires.date(institution.zone));
    say(format_args!(
        "Activation code for {}: {}\nIt is shown once and good until {expires}. Type it at {}/aktivasi.",
        slip.name,
        slip.code,
        session.app.address()
    ))
}

fn granted(code: &str) -> Result<Role, Failure> {
    let role = Role::from_code(code).filter(|role| role.is_granted());
    role.ok_or_else(|| {
        let known: Vec<&str> = Role::ALL.into_iter().filter(|role| role.is_granted()).map(Role::code).collect();
        Failure::new(format!("--role takes {}; other roles follow from a post", known.join(", ")))
    })
}

const fn detail_kind(kind: NumberKind) -> DetailKind {
    match kind {
        NumberKind::Nip => DetailKind::Nip,
        NumberKind::NiPppk => DetailKind::NiPppk,
        NumberKind::Nik => DetailKind::Nik,
    }
}

struct Grants {
    scope: Scope,
    day: Date,
}

impl Unit for Grants {
    type Out = Vec<(RoleGrant, Name)>;
    type Error = StoreError;
    const NAME: &'static str = "command/grants";

    async fn run(&self, tx: &mut Tx) -> Result<Self::Out, StoreError> {
        people::grants_from(tx, &self.scope, self.day).await
    }
}
