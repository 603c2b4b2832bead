//! The form for many heads of units at once.

use super::table::WriteFault;
use super::template::{Form, write};
use crate::column::Column;
use crate::tenure::word;
use base::{Date, Language};
use domain::post::{Duty, Tenure};
use domain::unit_kind::UnitKind;

const HEADS: [Column; 9] = [
    Column::UnitCode,
    Column::Unit,
    Column::PostTitle,
    Column::Number,
    Column::Tenure,
    Column::FirstDay,
    Column::LastDay,
    Column::LetterNumber,
    Column::LetterDate,
];

/// A workbook in which the heads of units are filled in: one row for each of `units`, given by code, name and the title of
/// its post where it has one. `on` is the day that the workbook bears.
///
/// # Errors
/// Returns [`WriteFault`] when the workbook cannot be written.
pub fn heads_template(
    units: impl IntoIterator<Item = [String; 3]>,
    language: Language,
    on: Date,
) -> Result<Vec<u8>, WriteFault> {
    let title = match language {
        Language::Indonesian => "Kepala unit",
        Language::English => "Heads of units",
    };
    let rows: Vec<[String; 3]> = units.into_iter().collect();
    // A village's head may be held as Pj.; Pjs. is for nobody who heads a unit.
    let fits = |tenure: &Tenure| tenure.fits(Duty::HeadOfUnit, UnitKind::Village);
    let words: Vec<&str> = Tenure::ALL.into_iter().filter(fits).map(word).collect();
    let form = Form { title, columns: &HEADS, rows: &rows, choices: Some((Column::Tenure, &words)) };
    write(&form, language, on, |column| note(column, language).to_owned())
}

/// How a column is filled in.
const fn note(column: Column, language: Language) -> &'static str {
    match (language, column) {
        (Language::Indonesian, Column::UnitCode) => "Sudah diisi. Jangan diubah.",
        (Language::Indonesian, Column::Unit) => {
            "Sudah diisi. Baris unit yang belum ada kepalanya boleh dibiarkan kosong."
        }
        (Language::Indonesian, Column::PostTitle) => {
            "Seperti tertulis pada surat, misalnya Camat Melati. Sudah diisi bila jabatannya sudah tercatat."
        }
        (Language::Indonesian, Column::Number) => {
            "Wajib. NIP, NI PPPK, atau NIK orang yang memangku, yang sudah terdaftar sebagai pegawai di Netral."
        }
        (Language::Indonesian, Column::Tenure) => "Wajib. Definitif, Plt., Plh., atau Pj. Pj. hanya untuk kepala desa.",
        (Language::Indonesian, Column::FirstDay) => {
            "Wajib. Hari/bulan/tahun, misalnya 01/03/2024. Paling jauh satu tahun lagi."
        }
        (Language::Indonesian, Column::LastDay) => "Isi bila suratnya menyebut hari terakhir. Hari itu masih termasuk.",
        (Language::Indonesian, Column::LetterNumber) => "Wajib. Surat keputusan atau surat perintah yang mendasarinya.",
        (Language::Indonesian, Column::LetterDate) => "Wajib. Hari/bulan/tahun, tidak lebih dari hari ini.",
        (Language::English, Column::UnitCode) => "Filled in. Do not change it.",
        (Language::English, Column::Unit) => "Filled in. Leave the row as it is where the unit has no head yet.",
        (Language::English, Column::PostTitle) => {
            "As it stands on letters, for example Camat Melati. Filled in where the post is recorded."
        }
        (Language::English, Column::Number) => {
            "Compulsory. NIP, NI PPPK or NIK of the holder, who has to be in the register of Netral."
        }
        (Language::English, Column::Tenure) => {
            "Compulsory. Definitif, Plt., Plh. or Pj. Pj. is for the head of a village only."
        }
        (Language::English, Column::FirstDay) => {
            "Compulsory. Day/month/year, for example 01/03/2024. At most one year ahead."
        }
        (Language::English, Column::LastDay) => "Fill it in if the letter names a last day. That day still counts.",
        (Language::English, Column::LetterNumber) => "Compulsory. The decree or order behind it.",
        (Language::English, Column::LetterDate) => "Compulsory. Day/month/year, not after today.",
        _ => "",
    }
}
