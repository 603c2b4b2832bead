//! What people do in units of each kind, and as whom.

use super::dice::Dice;
use domain::category::Category;
use domain::unit_kind::UnitKind;

/// Category, position, and titles before and after the name.
pub struct Work {
    /// As whom.
    pub category: Category,
    /// As what.
    pub position: &'static str,
    /// Titles.
    pub titles: (&'static str, &'static str),
}

type Jobs = [(&'static str, &'static str, &'static str)];

const OFFICE: &Jobs = &[
    ("Analis Kebijakan Ahli Muda", "", "S.AP."),
    ("Analis SDM Aparatur Ahli Pertama", "", "S.Psi."),
    ("Arsiparis Terampil", "", "A.Md."),
    ("Bendahara Pengeluaran", "", "S.E."),
    ("Kepala Subbagian Umum", "", "S.Sos., M.AP."),
    ("Penelaah Teknis Kebijakan", "", "S.IP."),
    ("Pengadministrasi Perkantoran", "", ""),
    ("Pengolah Data dan Informasi", "", "A.Md."),
    ("Perencana Ahli Muda", "", "S.T."),
    ("Pranata Komputer Ahli Pertama", "", "S.Kom."),
];
const SCHOOL: &Jobs = &[
    ("Guru Ahli Madya", "", "S.Pd., M.Pd."),
    ("Guru Ahli Muda", "", "S.Pd."),
    ("Guru Ahli Muda", "Dra.", ""),
    ("Guru Ahli Pertama", "", "S.Pd."),
    ("Guru Ahli Pertama", "", "S.Pd.I."),
    ("Guru Kelas", "", "S.Pd."),
    ("Pengadministrasi Sekolah", "", ""),
];
const HEALTH: &Jobs = &[
    ("Ahli Gizi", "", "S.Gz."),
    ("Apoteker Ahli Pertama", "apt.", "S.Farm."),
    ("Bidan Terampil", "", "A.Md.Keb."),
    ("Dokter Ahli Pertama", "dr.", ""),
    ("Dokter Gigi Ahli Pertama", "drg.", ""),
    ("Perawat Ahli Pertama", "", "S.Kep., Ns."),
    ("Perawat Terampil", "", "A.Md.Kep."),
    ("Pranata Laboratorium Kesehatan", "", "A.Md.A.K."),
    ("Perekam Medis", "", "A.Md.RMIK."),
    ("Sanitarian", "", "A.Md.KL."),
];
const PATROL: &Jobs = &[
    ("Polisi Pamong Praja Terampil", "", ""),
    ("Polisi Pamong Praja Mahir", "", "S.Sos."),
    ("Polisi Pamong Praja Ahli Pertama", "", "S.H."),
];
const AUDIT: &Jobs = &[
    ("Auditor Ahli Muda", "", "S.E., Ak."),
    ("Auditor Ahli Pertama", "", "S.E."),
    ("Pengawas Penyelenggaraan Urusan Pemerintahan Daerah", "", "S.H."),
];
const CONTRACT: &Jobs = &[
    ("Pengemudi", "", ""),
    ("Penjaga kantor", "", ""),
    ("Petugas kebersihan", "", ""),
    ("Operator layanan", "", ""),
    ("Tenaga administrasi", "", ""),
];
const APPARATUS: &Jobs = &[
    ("Kepala Urusan Keuangan", "", ""),
    ("Kepala Urusan Perencanaan", "", ""),
    ("Kepala Urusan Tata Usaha dan Umum", "", ""),
    ("Kepala Seksi Pemerintahan", "", ""),
    ("Kepala Seksi Kesejahteraan", "", ""),
    ("Kepala Seksi Pelayanan", "", ""),
    ("Kepala Dusun", "", ""),
];
const ENTERPRISE: &Jobs = &[
    ("Staf Keuangan", "", "S.E."),
    ("Staf Pelayanan Pelanggan", "", ""),
    ("Teknisi", "", ""),
    ("Pembaca Meter", "", ""),
    ("Satuan Pengawas Internal", "", "S.Ak."),
];

/// Seats of a village's council; the apparatus has the rest.
const COUNCIL: usize = 7;

const OFFICES: [(Category, usize); 5] = [
    (Category::Pns, 58),
    (Category::Cpns, 3),
    (Category::Pppk, 17),
    (Category::PppkPartTime, 8),
    (Category::NonAsn, 14),
];
const SERVICES: [(Category, usize); 5] = [
    (Category::Pns, 46),
    (Category::Cpns, 4),
    (Category::Pppk, 31),
    (Category::PppkPartTime, 8),
    (Category::NonAsn, 11),
];

/// What somebody does in a unit of this kind. `slot` is their place among its people; 0 is the head.
pub fn draw(dice: &mut Dice, kind: UnitKind, slot: usize) -> Work {
    match kind {
        UnitKind::Village => village(dice, slot),
        UnitKind::Other => pick(dice, Category::RegionalEnterpriseStaff, ENTERPRISE),
        _ => staff(dice, kind),
    }
}

fn village(dice: &mut Dice, slot: usize) -> Work {
    match slot {
        1 => Work { category: Category::VillageApparatus, position: "Sekretaris Desa", titles: ("", "") },
        2 => Work { category: Category::VillageCouncilMember, position: "Ketua BPD", titles: ("", "") },
        n if n < 2 + COUNCIL => {
            Work { category: Category::VillageCouncilMember, position: "Anggota BPD", titles: ("", "") }
        }
        _ => pick(dice, Category::VillageApparatus, APPARATUS),
    }
}

fn staff(dice: &mut Dice, kind: UnitKind) -> Work {
    let (shares, jobs) = match kind {
        UnitKind::School => (&SERVICES, SCHOOL),
        UnitKind::HealthCentre | UnitKind::Hospital => (&SERVICES, HEALTH),
        UnitKind::Office => (&OFFICES, PATROL),
        UnitKind::Inspectorate => (&OFFICES, AUDIT),
        _ => (&OFFICES, OFFICE),
    };
    match dice.weighted(shares, Category::Pns) {
        Category::NonAsn => pick(dice, Category::NonAsn, CONTRACT),
        category => pick(dice, category, jobs),
    }
}

fn pick(dice: &mut Dice, category: Category, jobs: &Jobs) -> Work {
    let place = dice.below(jobs.len());
    let (position, before, after) = jobs.get(place).copied().unwrap_or_default();
    Work { category, position, titles: (before, after) }
}
