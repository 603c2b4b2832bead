use super::*;
use crate::{KnownUnit, ReadOptions, SheetKind, read};
use proptest::prelude::*;

fn parsed(rows: &str, known: &UnitIndex) -> ParsedUnits {
    let options = ReadOptions { kind: SheetKind::Units, ..ReadOptions::default() };
    let text = format!("Kode;Nama;Jenis;Induk;Minggu kerja\n{rows}");
    parse_units(&read("unit.csv", text.as_bytes(), &options).unwrap(), known)
}

fn reasons(rows: &str) -> Vec<(u32, String, RowReason)> {
    let faults = parsed(rows, &UnitIndex::default()).faults;
    faults.into_iter().map(|fault| (fault.line, fault.column, fault.reason)).collect()
}

#[test]
fn a_tree_is_read_with_parents_first() {
    let known = KnownUnit { id: Id::draw(), name: "Sekretariat Daerah".into(), code: None, parent: None };
    let index = UnitIndex::new("Kabupaten Sukamaju", vec![known.clone()]);
    let units = parsed(
        "K2;Puskesmas Mekar;;Dinkes;6 hari\nDinkes;Dinas Kesehatan;dinas;;5\n;Bagian Umum;bagian;SETDA;\n",
        &index,
    );
    assert_eq!(units.faults, []);
    let [health, common, centre] = units.rows.as_slice() else { panic!("{units:?}") };
    assert_eq!((health.kind, health.parent, health.week), (UnitKind::Department, None, WorkWeek::Five));
    assert_eq!((common.kind, common.parent), (UnitKind::Division, Some(ParentRef::Known(known.id))));
    assert_eq!(
        (centre.kind, centre.parent, centre.week),
        (UnitKind::HealthCentre, Some(ParentRef::Row(0)), WorkWeek::Six)
    );
}

#[test]
fn every_fault_of_a_unit_is_found_in_its_column() {
    let name = |text: &str| text.to_owned();
    assert_eq!(reasons("A;;dinas;;\n"), [(2, name("Nama"), RowReason::UnitNameMissing)]);
    assert_eq!(reasons("A;Pasar;toko;;\n"), [(2, name("Jenis"), RowReason::UnitKindUnknown)]);
    assert_eq!(reasons("A;Pasar;lainnya;;7\n"), [(2, name("Minggu kerja"), RowReason::WorkWeekUnknown)]);
    assert_eq!(reasons("A;Pasar;lainnya;B;\n"), [(2, name("Induk"), RowReason::ParentUnknown)]);
    assert_eq!(reasons("1E+17;Pasar;lainnya;;\n"), [(2, name("Kode"), RowReason::DigitsDestroyed)]);
    assert_eq!(reasons("A;X;dinas;;\na;Y;dinas;;\n"), [(3, name("Kode"), RowReason::Duplicate { first: 2 })]);
    assert_eq!(reasons("A;X;dinas;;\nB;X;dinas;;\nC;Z;bidang;X;\n"), [(4, name("Induk"), RowReason::ParentAmbiguous)]);
    assert_eq!(
        reasons("A;X;toko;;\nB;Y;bidang;A;\nC;Z;bidang;B;\n"),
        [
            (2, name("Jenis"), RowReason::UnitKindUnknown),
            (3, name("Induk"), RowReason::ParentFaulty),
            (4, name("Induk"), RowReason::ParentFaulty)
        ]
    );
    assert_eq!(
        reasons("A;X;dinas;B;\nB;Y;dinas;A;\nC;Z;bidang;A;\n"),
        [
            (2, name("Induk"), RowReason::ParentCircle),
            (3, name("Induk"), RowReason::ParentCircle),
            (4, name("Induk"), RowReason::ParentFaulty)
        ]
    );
    assert_eq!(reasons("A;X;dinas;A;\n"), [(2, name("Induk"), RowReason::ParentCircle)]);
}

proptest! {
    #[test]
    fn every_unit_is_placed_below_its_parent_or_faulty(parents in proptest::collection::vec(0usize..12, 1..12)) {
        let count = parents.len();
        let row = |(place, parent): (usize, &usize)| {
            // Places beyond the end stand directly under the institution.
            let parent = if *parent < count { format!("K{parent}") } else { String::new() };
            format!("K{place};Unit {place};lainnya;{parent};5\n")
        };
        let text: String = parents.iter().enumerate().map(row).collect();
        let units = parsed(&text, &UnitIndex::default());
        prop_assert_eq!(units.rows.len() + units.faults.len(), count);
        for (place, unit) in units.rows.iter().enumerate() {
            let wanted = parents[usize::try_from(unit.line).unwrap() - 2];
            match unit.parent {
                Some(ParentRef::Row(above)) => {
                    prop_assert!(above < place);
                    prop_assert_eq!(units.rows[above].code.clone(), Some(format!("K{wanted}")));
                }
                other => prop_assert!(other.is_none() && wanted >= count),
            }
        }
    }
}
