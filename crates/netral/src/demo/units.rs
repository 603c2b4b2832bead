//! The units of the Kabupaten Sukamaju (rekaan).

use super::dice::Dice;
use base::{Date, WorkWeek};
use domain::ids::UnitId;
use domain::tenancy::Unit;
use domain::unit_kind::UnitKind;

/// A unit of the made-up region, and what its head is called.
pub struct Place {
    /// The unit.
    pub unit: Unit,
    /// The title of its head.
    pub head: String,
    /// How many people work there.
    pub people: usize,
    /// What marks it out for those who can sign in.
    pub mark: Mark,
}

/// Units in which somebody who can sign in works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// No one in particular.
    None,
    /// The secretariat of the region.
    Secretariat,
    /// The personnel agency.
    Personnel,
    /// The inspectorate.
    Inspectorate,
    /// The legal division.
    Legal,
    /// The office for communication, which runs the program.
    Communication,
    /// A health centre.
    HealthCentre,
    /// A district.
    District,
    /// A village.
    Village,
    /// The hospital; it takes who is left over.
    Hospital,
}

const DIVISIONS: [&str; 7] = [
    "Pemerintahan",
    "Hukum",
    "Organisasi",
    "Umum",
    "Perekonomian",
    "Kesejahteraan Rakyat",
    "Protokol dan Komunikasi Pimpinan",
];

const DEPARTMENTS: [&str; 10] = [
    "Pendidikan",
    "Kesehatan",
    "Pekerjaan Umum dan Penataan Ruang",
    "Sosial",
    "Kependudukan dan Pencatatan Sipil",
    "Pemberdayaan Masyarakat dan Desa",
    "Perhubungan",
    "Komunikasi dan Informatika",
    "Pertanian",
    "Lingkungan Hidup",
];

const AGENCIES: [&str; 4] = [
    "Kepegawaian dan Pengembangan Sumber Daya Manusia",
    "Perencanaan Pembangunan Daerah",
    "Pengelolaan Keuangan dan Aset Daerah",
    "Penanggulangan Bencana Daerah",
];

const DISTRICTS: [&str; 8] =
    ["Melati", "Kenanga", "Cempaka", "Anggrek", "Flamboyan", "Teratai", "Bougenvil", "Kamboja"];

/// Villages of each district; the first two districts have more.
const VILLAGES: [usize; 8] = [8, 8, 8, 8, 7, 7, 7, 7];
const URBAN_VILLAGES: [usize; 8] = [2, 2, 1, 1, 1, 1, 1, 1];
const HEALTH_CENTRES: [usize; 8] = [3, 3, 3, 3, 2, 2, 2, 2];
const SCHOOLS: [usize; 8] = [15; 8];

const FIRST: [&str; 12] =
    ["Suka", "Karang", "Tanjung", "Mekar", "Sumber", "Harapan", "Bukit", "Kebon", "Rawa", "Pasir", "Lembah", "Padang"];
const LAST: [&str; 6] = ["asri", "damai", "indah", "jaya", "rukun", "wangi"];

/// Everybody but the hospital's staff is counted unit by unit; the hospital has who is left of this many.
pub const PEOPLE: usize = 6_000;

/// Lays out the region.
pub fn lay_out(dice: &mut Dice, since: Date) -> Vec<Place> {
    let mut plan = Plan { dice, since, places: Vec::new(), names: village_names() };
    plan.centre();
    plan.districts();
    let others: usize = plan.places.iter().map(|place| place.people).sum();
    if let Some(hospital) = plan.places.iter_mut().find(|place| place.mark == Mark::Hospital) {
        hospital.people = PEOPLE.saturating_sub(others);
    }
    plan.places
}

struct Plan<'a> {
    dice: &'a mut Dice,
    since: Date,
    places: Vec<Place>,
    names: Vec<String>,
}

impl Plan<'_> {
    fn add(
        &mut self,
        parent: Option<UnitId>,
        kind: UnitKind,
        code: String,
        name: String,
        size: (usize, usize),
    ) -> UnitId {
        let id = self.dice.chance().id();
        let week = matches!(kind, UnitKind::HealthCentre | UnitKind::School).then_some(WorkWeek::Six);
        let head = head_title(kind, &name);
        let people = self.dice.between(size.0, size.1);
        let unit = Unit { id, parent, kind, code, name, week, since: self.since, until: None };
        self.places.push(Place { unit, head, people, mark: Mark::None });
        id
    }

    fn marked(&mut self, mark: Mark) {
        if let Some(last) = self.places.last_mut() {
            last.mark = mark;
        }
    }

    fn centre(&mut self) {
        let region = "Kabupaten Sukamaju";
        let secretariat = self.add(None, UnitKind::Secretariat, "01".into(), "Sekretariat Daerah".into(), (8, 8));
        self.marked(Mark::Secretariat);
        for (n, name) in (1..).zip(DIVISIONS) {
            let name = format!("Bagian {name}");
            self.add(Some(secretariat), UnitKind::Division, format!("01.{n:02}"), name, (11, 15));
            if n == 2 {
                self.marked(Mark::Legal);
            }
        }
        self.add(None, UnitKind::Secretariat, "02".into(), "Sekretariat DPRD".into(), (36, 42));
        self.add(None, UnitKind::Inspectorate, "03".into(), format!("Inspektorat {region}"), (42, 48));
        self.marked(Mark::Inspectorate);
        for (n, name) in (10..).zip(DEPARTMENTS) {
            let id = self.add(None, UnitKind::Department, n.to_string(), format!("Dinas {name}"), (48, 66));
            match name {
                "Kesehatan" => {
                    self.add(Some(id), UnitKind::Hospital, format!("{n}.90"), "RSUD Sukamaju".into(), (0, 0));
                    self.marked(Mark::Hospital);
                }
                "Komunikasi dan Informatika" => self.marked(Mark::Communication),
                _ => {}
            }
        }
        for (n, name) in (30..).zip(AGENCIES) {
            self.add(None, UnitKind::Agency, n.to_string(), format!("Badan {name}"), (40, 50));
            if n == 30 {
                self.marked(Mark::Personnel);
            }
        }
        self.add(None, UnitKind::Office, "40".into(), "Satuan Polisi Pamong Praja".into(), (120, 135));
        for (n, name) in (50..).zip(["Perumda Air Minum Tirta Sukamaju", "Perumda BPR Sukamaju"]) {
            self.add(None, UnitKind::Other, n.to_string(), name.into(), (50, 65));
        }
    }

    fn districts(&mut self) {
        let under = |places: &[Place], name: &str| places.iter().find(|p| p.unit.name == name).map(|p| p.unit.id);
        let education = under(&self.places, "Dinas Pendidikan");
        let health = under(&self.places, "Dinas Kesehatan");
        let (mut centre, mut school) = (0, 0);
        for (n, district) in (1..).zip(DISTRICTS) {
            let place = n - 1;
            let count = |counts: &[usize]| counts.get(place).copied().unwrap_or(0);
            let code = format!("6{n}");
            let name = format!("Kecamatan {district}");
            let id = self.add(None, UnitKind::District, code.clone(), name, (22, 26));
            if n == 1 {
                self.marked(Mark::District);
            }
            for m in 1..=count(&URBAN_VILLAGES) {
                let name = format!("Kelurahan {}", self.next_name());
                self.add(Some(id), UnitKind::UrbanVillage, format!("{code}.{m:02}"), name, (8, 10));
            }
            for m in 1..=count(&VILLAGES) {
                let name = format!("Desa {}", self.next_name());
                self.add(Some(id), UnitKind::Village, format!("{code}.{:02}", 20 + m), name, (16, 18));
                if (n, m) == (1, 1) {
                    self.marked(Mark::Village);
                }
            }
            for m in 1..=count(&HEALTH_CENTRES) {
                centre += 1;
                let name = match m {
                    1 => format!("Puskesmas {district}"),
                    _ => format!("Puskesmas {district} {m}"),
                };
                self.add(health, UnitKind::HealthCentre, format!("11.{centre:02}"), name, (38, 45));
                if (n, m) == (1, 1) {
                    self.marked(Mark::HealthCentre);
                }
            }
            for m in 1..=count(&SCHOOLS) {
                school += 1;
                let (name, size) = match m {
                    1..=3 => (format!("SMP Negeri {m} {district}"), (22, 28)),
                    _ => (format!("SD Negeri {} {district}", m - 3), (14, 18)),
                };
                self.add(education, UnitKind::School, format!("10.{school:03}"), name, size);
            }
        }
    }

    fn next_name(&mut self) -> String {
        let place = self.dice.below(self.names.len());
        if self.names.is_empty() { String::new() } else { self.names.swap_remove(place) }
    }
}

/// Every first part with every last part: seventy-two names for seventy villages.
fn village_names() -> Vec<String> {
    FIRST.iter().flat_map(|first| LAST.iter().map(move |last| format!("{first}{last}"))).collect()
}

fn head_title(kind: UnitKind, name: &str) -> String {
    let rest = name.split_once(' ').map_or(name, |(_, rest)| rest);
    match kind {
        UnitKind::Secretariat if name == "Sekretariat DPRD" => "Sekretaris DPRD".to_owned(),
        UnitKind::Secretariat => "Sekretaris Daerah".to_owned(),
        UnitKind::Inspectorate => "Inspektur Daerah".to_owned(),
        UnitKind::District => format!("Camat {rest}"),
        UnitKind::UrbanVillage => format!("Lurah {rest}"),
        UnitKind::Hospital | UnitKind::Other => format!("Direktur {name}"),
        _ => format!("Kepala {name}"),
    }
}
