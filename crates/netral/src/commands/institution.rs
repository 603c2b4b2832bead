use super::say;
use super::session::Session;
use crate::Settings;
use crate::failure::{During, Failure};
use base::{WorkWeek, Zone};
use clap::Args;
use domain::change::Effect;
use domain::ids::InstitutionId;
use domain::tenancy::{Institution, InstitutionKind, Letterhead, is_short_name};

/// An institution, as it is typed.
#[derive(Debug, Args)]
pub struct New {
    /// The name in addresses: small letters, digits and hyphens, for example kabupaten-sukamaju
    #[arg(long)]
    short_name: String,
    /// The full name, for example "Pemerintah Kabupaten Sukamaju"
    #[arg(long)]
    name: String,
    /// regency, city, province or agency
    #[arg(long)]
    kind: String,
    /// The title of its head, for example "Bupati Sukamaju"
    #[arg(long)]
    head_title: String,
    /// The place on its letters, for example Sukamaju
    #[arg(long)]
    place: String,
    /// WIB, WITA or WIT
    #[arg(long)]
    zone: String,
    /// Working days a week, 5 or 6; units may differ
    #[arg(long, default_value_t = 5)]
    work_days: i64,
    /// One line of the address under the letterhead; may be given several times
    #[arg(long)]
    address_line: Vec<String>,
    /// Whom to ask for help, shown at the foot of every page
    #[arg(long)]
    help_text: String,
}

/// Adds an institution.
///
/// # Errors
/// Says which part cannot be used, or that the short name is taken.
pub async fn add(settings: &Settings, new: New) -> Result<(), Failure> {
    let session = Session::open(settings).await?;
    let institution = parse(new, session.occasion.chance().id())?;
    if session.app.institution(&institution.short_name).await.is_ok() {
        return Err(Failure::new(format!("there is an institution `{}` already", institution.short_name)));
    }
    let (id, short_name) = (institution.id, institution.short_name.clone());
    let effects = vec![Effect::InstitutionAdded(Box::new(institution))];
    session.app.set_up(session.next(), id, effects).await.during("the institution cannot be added")?;
    let seal = session.app.make_seal(session.next(), id).await.during("its seal key cannot be made")?;
    session.close().await;
    say(format_args!(
        "Added {short_name}. Its papers are sealed with a key of this fingerprint; make it known:\n  {}\nNext, its first \
         administrator:\n  netral user add --institution {short_name} --number NIP --name NAME --role \
         institution_administrator",
        seal.fingerprint()
    ))
}

/// What is to be another, as it is typed.
#[derive(Debug, Args)]
pub struct Changed {
    /// The full name
    #[arg(long)]
    name: Option<String>,
    /// The title of its head
    #[arg(long)]
    head_title: Option<String>,
    /// The place on its letters
    #[arg(long)]
    place: Option<String>,
    /// Working days a week, 5 or 6; units may differ
    #[arg(long)]
    work_days: Option<i64>,
    /// One line of the address under the letterhead, instead of all lines there were; may be given several times
    #[arg(long)]
    address_line: Vec<String>,
    /// Whom to ask for help, shown at the foot of every page
    #[arg(long)]
    help_text: Option<String>,
}

/// Corrects an institution.
///
/// # Errors
/// Says which part cannot be used, that nothing is to change, or that there is no such institution.
pub async fn set(settings: &Settings, short_name: &str, changed: Changed) -> Result<(), Failure> {
    let session = Session::open(settings).await?;
    let known = session.institution(short_name).await?;
    let institution = change(known.clone(), changed)?;
    if institution == known {
        return Err(Failure::new("nothing would change: give at least one part another value".to_owned()));
    }
    let effects = vec![Effect::InstitutionSaved(Box::new(institution))];
    session.app.set_up(session.next(), known.id, effects).await.during("the institution cannot be changed")?;
    session.close().await;
    say(format_args!("Changed {short_name}."))
}

fn change(mut it: Institution, changed: Changed) -> Result<Institution, Failure> {
    let Changed { name, head_title, place, work_days, address_line, help_text } = changed;
    for (flag, text) in
        [("--name", &name), ("--head-title", &head_title), ("--place", &place), ("--help-text", &help_text)]
    {
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            return Err(Failure::new(format!("{flag} is empty")));
        }
    }
    if let Some(days) = work_days {
        it.week = WorkWeek::from_days(days).ok_or_else(|| Failure::new("--work-days takes 5 or 6".to_owned()))?;
    }
    if let Some(name) = name {
        it.letterhead.government = name.to_uppercase();
        it.name = name;
    }
    if let Some(title) = head_title {
        it.letterhead.office = title.to_uppercase();
        it.head_title = title;
    }
    if !address_line.is_empty() {
        it.letterhead.address = address_line;
    }
    it.place = place.unwrap_or(it.place);
    it.help = help_text.unwrap_or(it.help);
    Ok(it)
}

fn parse(new: New, id: InstitutionId) -> Result<Institution, Failure> {
    let wrong = |what: &str| Failure::new(what.to_owned());
    if !is_short_name(&new.short_name) {
        return Err(wrong(
            "--short-name takes 3 to 40 small letters, digits and hyphens, and no word that is an address of the program",
        ));
    }
    let head = new.head_title.to_uppercase();
    Ok(Institution {
        id,
        kind: InstitutionKind::from_code(&new.kind)
            .ok_or_else(|| wrong("--kind takes regency, city, province or agency"))?,
        zone: Zone::from_code(&new.zone.to_uppercase()).ok_or_else(|| wrong("--zone takes WIB, WITA or WIT"))?,
        week: WorkWeek::from_days(new.work_days).ok_or_else(|| wrong("--work-days takes 5 or 6"))?,
        letterhead: Letterhead { government: new.name.to_uppercase(), office: head, address: new.address_line },
        short_name: new.short_name,
        name: new.name,
        head_title: new.head_title,
        place: new.place,
        help: new.help_text,
        example: false,
    })
}
