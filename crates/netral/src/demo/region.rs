//! The Kabupaten Sukamaju (rekaan): who works where, as what, and who heads what. The same seed makes the same region.

use super::cast::{HEAD_OF_REGION, Part, part_at, role_at};
use super::dice::Dice;
use super::jobs;
use super::names::{Sex, name};
use super::numbers::Numbers;
use super::twin::{Later, earlier};
use super::units::{Mark, Place, lay_out};
use base::{Date, Month, Occasion, WorkWeek, Zone};
use domain::category::Category;
use domain::change::{Effect, RoleGrant};
use domain::ids::{AccountId, PersonId, PostId, UnitId};
use domain::number::NumberKind;
use domain::people::{DetailKind, Engagement, Person};
use domain::post::{Duty, Holder, Post, Tenure};
use domain::tenancy::{Institution, InstitutionKind, Letterhead};
use domain::unit_kind::UnitKind;
use service::App;
use web::SignIn;

/// The short name under which the region's pages are.
pub const SHORT_NAME: &str = "kabupaten-sukamaju";

/// How many in a hundred have no phone.
const WITHOUT_PHONE: usize = 15;
/// How many heads in a hundred only act as such.
const ACTING: usize = 9;
/// Every so many villages, an official of the district stands in for the head.
const CARETAKER_EVERY: usize = 20;

/// A region ready to be written.
pub struct Region {
    /// The institution.
    pub institution: Institution,
    /// Everything about it, the institution first; accounts have no password yet.
    pub effects: Vec<Effect>,
    /// The accounts of those who can sign in.
    pub accounts: Vec<(SignIn, AccountId)>,
}

/// Makes the region.
pub fn make(app: &App, occasion: &Occasion) -> Region {
    let mut dice = Dice::new(occasion.chance());
    let institution = institution(&mut dice);
    let mut numbers = Numbers::default();
    for sign_in in SignIn::ALL {
        numbers.reserve(sign_in.number());
    }
    let places = lay_out(&mut dice, day(2017, 1, 1));
    let effects = vec![Effect::InstitutionAdded(Box::new(institution.clone()))];
    let mut maker = Maker { app, occasion, dice, numbers, effects, accounts: Vec::new(), villages: 0, doubled: false };
    maker.effects.extend(places.iter().map(|place| Effect::UnitAdded(Box::new(place.unit.clone()))));
    for place in &places {
        maker.people_of(place);
    }
    Region { institution, effects: maker.effects, accounts: maker.accounts }
}

fn institution(dice: &mut Dice) -> Institution {
    Institution {
        id: dice.chance().id(),
        short_name: SHORT_NAME.to_owned(),
        name: "Pemerintah Kabupaten Sukamaju (rekaan)".to_owned(),
        kind: InstitutionKind::Regency,
        head_title: "Bupati Sukamaju".to_owned(),
        place: "Sukamaju".to_owned(),
        zone: Zone::Wib,
        week: WorkWeek::Five,
        letterhead: Letterhead {
            government: "PEMERINTAH KABUPATEN SUKAMAJU (REKAAN)".to_owned(),
            office: "BUPATI SUKAMAJU".to_owned(),
            address: vec!["Jalan Contoh Nomor 10, Sukamaju 00000".to_owned(), "Telepon (000) 000-000".to_owned()],
        },
        help: "Hubungi BKPSDM Kabupaten Sukamaju (rekaan), telepon (000) 000-000.".to_owned(),
        example: true,
    }
}

/// A day that the callers know to exist.
fn day(year: usize, month: u8, day: u8) -> Date {
    let year = i32::try_from(year).unwrap_or(2020);
    Date::from_calendar_date(year, Month::try_from(month).unwrap_or(Month::January), day).unwrap_or(Date::MIN)
}

struct Maker<'a> {
    app: &'a App,
    occasion: &'a Occasion,
    dice: Dice,
    numbers: Numbers,
    effects: Vec<Effect>,
    accounts: Vec<(SignIn, AccountId)>,
    /// Villages that have got their people.
    villages: usize,
    /// Whether somebody stands in the register twice already.
    doubled: bool,
}

/// Somebody on the way into the register.
struct Somebody {
    person: PersonId,
    unit: UnitId,
    category: Category,
    position: String,
    since: Date,
}

impl Maker<'_> {
    fn people_of(&mut self, place: &Place) {
        let unit = &place.unit;
        if unit.kind == UnitKind::Village {
            self.villages += 1;
        }
        // The head of the region is one of the people, and belongs to no unit.
        let taken = usize::from(place.mark == Mark::Hospital);
        for slot in 0..place.people.saturating_sub(taken) {
            let part = part_at(place.mark, slot);
            let person =
                if slot == 0 { self.head(place, part.as_ref()) } else { self.staff(place, slot, part.as_ref()) };
            if let Some(role) = role_at(place.mark, slot) {
                let (id, since) = (self.dice.chance().id(), day(2024, 1, 2));
                let grant = RoleGrant { id, person, role, unit: None, since, until: None };
                self.effects.push(Effect::RoleGranted(Box::new(grant)));
            }
        }
        if place.mark == Mark::Secretariat {
            self.head_of_region(unit.id);
        }
    }

    fn staff(&mut self, place: &Place, slot: usize, part: Option<&Part>) -> PersonId {
        let work = jobs::draw(&mut self.dice, place.unit.kind, slot);
        match part {
            Some(part) => self.play(part, place.unit.id),
            None => self.hire(place.unit.id, work.category, work.position, work.titles),
        }
    }

    /// The head of a unit, or who stands in.
    fn head(&mut self, place: &Place, part: Option<&Part>) -> PersonId {
        let unit = &place.unit;
        let post = self.post(unit.id, &place.head, Duty::HeadOfUnit);
        let (person, tenure) = match (part, unit.kind, unit.parent) {
            (Some(part), _, _) => (self.play(part, unit.id), part.tenure),
            (None, UnitKind::Village, Some(district)) if self.villages.is_multiple_of(CARETAKER_EVERY) => {
                (self.hire(district, Category::Pns, "Kepala Seksi Pemerintahan", ("", "S.IP.")), Tenure::Pj)
            }
            (None, UnitKind::Village, _) => {
                (self.hire(unit.id, Category::VillageHead, "Kepala Desa", ("", "")), Tenure::Definitive)
            }
            (None, UnitKind::Other, _) => {
                let staff = Category::RegionalEnterpriseStaff;
                (self.hire(unit.id, staff, &place.head, ("", "S.E., M.M.")), Tenure::Definitive)
            }
            _ => {
                let tenure = if place.mark == Mark::None && self.dice.percent(ACTING) {
                    self.dice.weighted(&[(Tenure::Plt, 7), (Tenure::Plh, 2)], Tenure::Plt)
                } else {
                    Tenure::Definitive
                };
                let position = if tenure == Tenure::Definitive { place.head.as_str() } else { "Sekretaris" };
                (self.hire(unit.id, Category::Pns, position, titles_of_head(unit.kind)), tenure)
            }
        };
        self.hold(post, person, tenure);
        if place.mark == Mark::Secretariat {
            let post = self.post(unit.id, &place.head, Duty::RegionalSecretary);
            self.hold(post, person, tenure);
        }
        person
    }

    fn head_of_region(&mut self, secretariat: UnitId) {
        let post = self.post(secretariat, "Bupati Sukamaju", Duty::HeadOfRegion);
        let person = self.register(&HEAD_OF_REGION);
        self.hold(post, person, Tenure::Definitive);
    }

    /// Somebody who can sign in, at work in a unit.
    fn play(&mut self, part: &Part, unit: UnitId) -> PersonId {
        let person = self.register(part);
        let since = self.begun(part.category);
        self.engage(Somebody { person, unit, category: part.category, position: part.position.to_owned(), since });
        person
    }

    /// Somebody who can sign in: the person, the number and the account.
    fn register(&mut self, part: &Part) -> PersonId {
        let person: PersonId = self.dice.chance().id();
        let record = Person { id: person, name: part.full_name(), has_phone: part.has_phone };
        self.effects.push(Effect::PersonAdded(Box::new(record)));
        self.number(person, part.category, part.sign_in.number());
        // Under a name that is kept for examples: no mail ever arrives anywhere.
        let address = format!("{}@sukamaju.example", mailbox(part.sign_in));
        // With chance of its own, so that everybody else stays who they are.
        let mut seed = *b"Surel Kabupaten Sukamaju (rekaan";
        seed[0] = u8::try_from(self.accounts.len()).unwrap_or(u8::MAX);
        let mut chance = Occasion::seeded(self.occasion.at, seed).chance();
        let email = self.app.seal_detail(person, DetailKind::Email, &address, day(2017, 1, 1), &mut chance);
        self.effects.push(Effect::DetailAdded(Box::new(email)));
        let id = self.dice.chance().id();
        self.accounts.push((part.sign_in, id));
        self.effects.push(Effect::AccountAdded { id, person, at: self.occasion.at });
        person
    }

    /// Somebody whom chance made.
    fn hire(&mut self, unit: UnitId, category: Category, position: &str, titles: (&str, &str)) -> PersonId {
        let person: PersonId = self.dice.chance().id();
        let sex = if self.dice.percent(52) { Sex::Woman } else { Sex::Man };
        let titles = if titles.0 == "Dra." && sex == Sex::Man { ("Drs.", titles.1) } else { titles };
        let has_phone = !self.dice.percent(WITHOUT_PHONE);
        let record = Person { id: person, name: name(&mut self.dice, sex, titles), has_phone };
        let number = self.numbers.draw(&mut self.dice, kind_of_number(category), sex, born(category));
        if category == Category::Pppk && !self.doubled {
            self.doubled = true;
            let later = Later { name: &record.name, sex, number: &number, unit };
            let days = (day(2018, 1, 1), day(2020, 12, 31));
            self.effects.extend(earlier(self.app, self.occasion.at, &later, days));
        }
        self.effects.push(Effect::PersonAdded(Box::new(record)));
        self.number(person, category, &number);
        let since = self.begun(category);
        self.engage(Somebody { person, unit, category, position: position.to_owned(), since });
        person
    }

    fn number(&mut self, person: PersonId, category: Category, number: &str) {
        let kind = match kind_of_number(category) {
            NumberKind::Nip => DetailKind::Nip,
            NumberKind::NiPppk => DetailKind::NiPppk,
            NumberKind::Nik => DetailKind::Nik,
        };
        let detail = self.app.seal_detail(person, kind, number, day(2017, 1, 1), self.dice.chance());
        self.effects.push(Effect::DetailAdded(Box::new(detail)));
    }

    fn engage(&mut self, who: Somebody) {
        let Somebody { person, unit, category, position, since } = who;
        let id = self.dice.chance().id();
        let engagement = Engagement { id, person, unit, category, position, since, until: None };
        self.effects.push(Effect::EngagementAdded(Box::new(engagement)));
    }

    fn post(&mut self, unit: UnitId, title: &str, duty: Duty) -> PostId {
        let id = self.dice.chance().id();
        self.effects.push(Effect::PostAdded(Box::new(Post { id, unit, title: title.to_owned(), duty })));
        id
    }

    fn hold(&mut self, post: PostId, person: PersonId, tenure: Tenure) {
        let id = self.dice.chance().id();
        let since = if tenure == Tenure::Definitive { day(2022, 3, 1) } else { day(2024, 2, 1) };
        self.effects.push(Effect::HolderAdded(Box::new(Holder { id, post, person, tenure, since, until: None })));
    }

    /// Since when somebody of this category works where they do.
    fn begun(&mut self, category: Category) -> Date {
        let (first, last) = match category {
            // Part-time agreements began with the decision of the ministry of January 2025.
            Category::PppkPartTime => return day(2025, 10, 1),
            Category::Cpns => return day(2025, 6, 1),
            Category::Pns => (2017, 2023),
            Category::Pppk => (2021, 2023),
            Category::NonAsn => (2018, 2022),
            Category::VillageHead => (2020, 2022),
            Category::VillageApparatus | Category::VillageCouncilMember => (2018, 2023),
            Category::RegionalEnterpriseStaff => (2017, 2023),
        };
        let (year, month) = (self.dice.between(first, last), self.dice.between(1, 12));
        day(year, u8::try_from(month).unwrap_or(1), 1)
    }
}

/// Before the `@` of those whom one can sign in as.
const fn mailbox(who: SignIn) -> &'static str {
    match who {
        SignIn::HeadOfRegion => "bupati",
        SignIn::PersonnelOfficer => "bkpsdm",
        SignIn::ActingDistrictHead => "camat",
        SignIn::HeadOfHealthCentre => "kepala.puskesmas",
        SignIn::Nurse => "perawat",
        SignIn::VillageSecretary => "sekretaris.desa",
        SignIn::Guard => "penjaga",
        SignIn::Inspector => "inspektorat",
        SignIn::LegalOfficer => "hukum",
        SignIn::Administrator => "administrator",
        SignIn::IdentityCustodian => "data.identitas",
        SignIn::DataProtectionOfficer => "data.pribadi",
        SignIn::Adviser => "penasihat",
    }
}

/// Which number somebody of this category has: a NIK is kept only where there is no other.
const fn kind_of_number(category: Category) -> NumberKind {
    match category {
        Category::Pns | Category::Cpns => NumberKind::Nip,
        Category::Pppk | Category::PppkPartTime => NumberKind::NiPppk,
        Category::NonAsn
        | Category::VillageHead
        | Category::VillageApparatus
        | Category::VillageCouncilMember
        | Category::RegionalEnterpriseStaff => NumberKind::Nik,
    }
}

/// The years in which somebody of this category may have been born.
const fn born(category: Category) -> (usize, usize) {
    match category {
        Category::Cpns => (1996, 2003),
        Category::Pns => (1968, 1995),
        Category::Pppk | Category::PppkPartTime => (1976, 1999),
        Category::NonAsn => (1975, 2003),
        Category::VillageHead | Category::VillageCouncilMember => (1966, 1992),
        Category::VillageApparatus | Category::RegionalEnterpriseStaff => (1972, 2000),
    }
}

const fn titles_of_head(kind: UnitKind) -> (&'static str, &'static str) {
    match kind {
        UnitKind::School => ("", "S.Pd., M.Pd."),
        UnitKind::HealthCentre => ("dr.", ""),
        UnitKind::Hospital => ("dr.", "Sp.PD., M.Kes."),
        UnitKind::District | UnitKind::UrbanVillage => ("", "S.STP., M.Si."),
        UnitKind::Inspectorate => ("", "S.E., Ak., M.Si."),
        UnitKind::Division => ("", "S.H., M.H."),
        _ => ("", "S.Sos., M.Si."),
    }
}
