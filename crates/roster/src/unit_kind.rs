use crate::text::normal;
use domain::unit_kind::UnitKind;

/// First words of units' names, in their normal form, and what a unit is that begins so.
const BEGINNINGS: &[(&str, UnitKind)] = &[
    ("SEKRETARIAT", UnitKind::Secretariat),
    ("SETDA", UnitKind::Secretariat),
    ("SETWAN", UnitKind::Secretariat),
    ("DINAS", UnitKind::Department),
    ("BADAN", UnitKind::Agency),
    ("INSPEKTORAT", UnitKind::Inspectorate),
    ("KANTOR", UnitKind::Office),
    ("SATUAN", UnitKind::Office),
    ("SATPOL", UnitKind::Office),
    ("KECAMATAN", UnitKind::District),
    ("KELURAHAN", UnitKind::UrbanVillage),
    ("DESA", UnitKind::Village),
    ("KALURAHAN", UnitKind::Village),
    ("PEMERINTAH DESA", UnitKind::Village),
    ("PUSKESMAS", UnitKind::HealthCentre),
    ("UPT PUSKESMAS", UnitKind::HealthCentre),
    ("UPTD PUSKESMAS", UnitKind::HealthCentre),
    ("RSUD", UnitKind::Hospital),
    ("RUMAH SAKIT", UnitKind::Hospital),
    ("SEKOLAH", UnitKind::School),
    ("SD", UnitKind::School),
    ("SMP", UnitKind::School),
    ("SMA", UnitKind::School),
    ("SMK", UnitKind::School),
    ("SLB", UnitKind::School),
    ("TK", UnitKind::School),
    ("PAUD", UnitKind::School),
    ("BAGIAN", UnitKind::Division),
    ("BIDANG", UnitKind::Section),
    ("LAINNYA", UnitKind::Other),
    ("LAIN LAIN", UnitKind::Other),
];

/// The kind that a cell names or a unit's name begins with.
pub fn read(text: &str) -> Option<UnitKind> {
    let text = crate::unit_index::normal_name(&normal(text));
    BEGINNINGS
        .iter()
        .find(|(word, _)| text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        .map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_from_words_and_names() {
        for kind in UnitKind::ALL {
            assert_eq!(read(kind.code()), Some(kind));
        }
        assert_eq!(read("Dinas Kesehatan"), Some(UnitKind::Department));
        assert_eq!(read("SDN 2 Sukamaju"), Some(UnitKind::School));
        assert_eq!(read("UPTD Puskesmas Mekar"), Some(UnitKind::HealthCentre));
        assert_eq!(read("Kec. Cibodas"), Some(UnitKind::District));
        assert_eq!(read("Desain"), None);
        assert_eq!(read(""), None);
    }
}
