//! The whole register as a workbook that our own import reads back.

use super::aside;
use crate::{App, Fault};
use base::{Date, Language, Occasion, iso_date};
use domain::ids::{InstitutionId, PersonId};
use domain::people::{Detail, DetailKind, Engagement, Person};
use domain::policy::{Action, Actor, Target, allow};
use domain::tenancy::{Institution, UnitTree};
use roster::{Column, category_word, table_workbook};
use std::collections::BTreeMap;
use store::data::{people, record_read, tenancy};
use store::{Scope, Tx, Unit};

const COLUMNS: [Column; 14] = [
    Column::Nip,
    Column::NiPppk,
    Column::Nik,
    Column::TitleBefore,
    Column::Name,
    Column::TitleAfter,
    Column::Category,
    Column::Unit,
    Column::Position,
    Column::Since,
    Column::Until,
    Column::Phone,
    Column::Email,
    Column::HasPhone,
];

impl App {
    /// Everybody who is engaged today, as an XLSX workbook with numbers and contacts in clear: for the administrator of
    /// the installation on the command line alone. One row a person; further engagements are told in words behind it,
    /// because a roster has one row for each number.
    ///
    /// # Errors
    /// [`Fault::NotFound`] when there is no such institution, [`Fault::Unexpected`] when a value was sealed with
    /// another key.
    pub async fn export_roster(
        &self,
        occasion: Occasion,
        institution: InstitutionId,
        language: Language,
    ) -> Result<Vec<u8>, Fault> {
        let found = self.store().write(Export { occasion, institution }).await?;
        let app = self.clone();
        aside(move || workbook(&app, &found, language)).await?
    }
}

struct Found {
    institution: Institution,
    tree: UnitTree,
    people: BTreeMap<PersonId, Person>,
    engagements: Vec<Engagement>,
    details: Vec<Detail>,
    today: Date,
}

fn workbook(app: &App, found: &Found, language: Language) -> Result<Vec<u8>, Fault> {
    let (title, note, also) = match language {
        Language::Indonesian => ("Pegawai", "Keterangan unit", "Penempatan lain"),
        Language::English => ("People", "Unit in words", "Further engagements"),
    };
    let mut details: BTreeMap<PersonId, Vec<&Detail>> = BTreeMap::new();
    for detail in &found.details {
        details.entry(detail.person).or_default().push(detail);
    }
    let mut engagements: BTreeMap<PersonId, Vec<&Engagement>> = BTreeMap::new();
    for engagement in &found.engagements {
        engagements.entry(engagement.person).or_default().push(engagement);
    }
    let mut rows = Vec::new();
    for (person, engagements) in &engagements {
        let (Some(person), Some((first, others))) = (found.people.get(person), engagements.split_first()) else {
            continue;
        };
        let held = details.get(&person.id).map_or(&[][..], Vec::as_slice);
        let value = |kind: DetailKind| {
            held.iter().find(|detail| detail.kind == kind).map(|detail| app.open_detail(detail)).transpose()
        };
        let numbers = [value(DetailKind::Nip)?, value(DetailKind::NiPppk)?, value(DetailKind::Nik)?];
        let (phone, email) = (value(DetailKind::Phone)?, value(DetailKind::Email)?);
        let mut cells: Vec<String> = numbers.into_iter().map(Option::unwrap_or_default).collect();
        cells.extend([person.name.before.clone(), person.name.bare.clone(), person.name.after.clone()]);
        cells.extend([category_word(first.category).to_owned(), code(found, first), first.position.clone()]);
        cells.extend([iso_date(first.since), first.until.map(iso_date).unwrap_or_default()]);
        cells.extend([phone.unwrap_or_default(), email.unwrap_or_default()]);
        cells.push(if person.has_phone { "ya" } else { "tidak" }.to_owned());
        cells.push(words(found, first));
        let others = others.iter().map(|e| format!("{}, {}", category_word(e.category), words(found, e)));
        cells.push(others.collect::<Vec<_>>().join("; "));
        rows.push((person.name.bare.clone(), person.id, cells));
    }
    rows.sort_unstable();
    let headings: Vec<&str> = COLUMNS.iter().map(|column| column.heading(language)).chain([note, also]).collect();
    let title = format!("{title}, {}", found.institution.name);
    table_workbook(&title, &headings, rows.into_iter().map(|(_, _, cells)| cells), found.today)
        .map_err(|fault| Fault::Unexpected(fault.to_string()))
}

/// The unit's code, which is unique where names are not.
fn code(found: &Found, engagement: &Engagement) -> String {
    let unit = found.tree.get(engagement.unit);
    unit.map(|unit| if unit.code.is_empty() { unit.name.clone() } else { unit.code.clone() }).unwrap_or_default()
}

fn words(found: &Found, engagement: &Engagement) -> String {
    let path = found.tree.path(engagement.unit);
    let names = path.iter().filter_map(|unit| found.tree.get(*unit)).map(|unit| unit.name.as_str());
    names.collect::<Vec<_>>().join(", ")
}

struct Export {
    occasion: Occasion,
    institution: InstitutionId,
}

impl Unit for Export {
    type Out = Found;
    type Error = Fault;
    const NAME: &'static str = "roster_import/export";

    async fn run(&self, tx: &mut Tx) -> Result<Found, Fault> {
        let scope = Scope::Institution(self.institution);
        let institution = tenancy::institution_by_id(tx, self.institution).await?.ok_or(Fault::NotFound)?;
        let target = Target::of(self.institution, "register").object(*self.institution.bytes());
        let permit = allow(&Actor::System, Action::ExportRegister, &target)?;
        let today = self.occasion.at.date(institution.zone);
        let engagements = people::engagements_on(tx, &scope, today).await?;
        let people = people::everybody(tx, &scope).await?.into_iter().map(|person| (person.id, person)).collect();
        let details = people::details_now(tx, &scope).await?;
        let tree = tenancy::units(tx, &scope).await?;
        let mut count: Vec<PersonId> = engagements.iter().map(|engagement| engagement.person).collect();
        count.dedup();
        record_read(tx, &scope, permit, count.len(), self.occasion.at, &mut self.occasion.chance()).await?;
        Ok(Found { institution, tree, people, engagements, details, today })
    }
}
