use super::table::{WriteFault, heading_format, text_format, workbook, write_headings, write_text};
use crate::category::word;
use crate::column::Column;
use base::{Date, Language};
use domain::category::Category;
use domain::unit_kind::UnitKind;
use rust_xlsxwriter::DataValidation;

/// Width of the explanations, in characters.
const NOTES_WIDTH: f64 = 90.0;

const PEOPLE: [Column; 13] = [
    Column::Nip,
    Column::NiPppk,
    Column::Nik,
    Column::Name,
    Column::Category,
    Column::Unit,
    Column::ParentUnit,
    Column::Position,
    Column::Since,
    Column::Until,
    Column::Phone,
    Column::Email,
    Column::HasPhone,
];

const UNITS: [Column; 5] = [Column::Code, Column::Name, Column::Kind, Column::Parent, Column::WorkWeek];

/// A workbook for a roster of people: headings over columns of text, and a sheet that explains them.
/// `on` is the day that the workbook bears.
///
/// # Errors
/// Returns [`WriteFault`] when the workbook cannot be written.
pub fn template(language: Language, on: Date) -> Result<Vec<u8>, WriteFault> {
    let title = match language {
        Language::Indonesian => "Pegawai",
        Language::English => "People",
    };
    let form = Form { title, columns: &PEOPLE, rows: &[] as &[[String; 0]], choices: None };
    write(&form, language, on, |column| note(column, false, language))
}

/// A workbook for the tree of units. `on` is the day that the workbook bears.
///
/// # Errors
/// Returns [`WriteFault`] when the workbook cannot be written.
pub fn unit_template(language: Language, on: Date) -> Result<Vec<u8>, WriteFault> {
    let title = match language {
        Language::Indonesian => "Unit kerja",
        Language::English => "Units",
    };
    let form = Form { title, columns: &UNITS, rows: &[] as &[[String; 0]], choices: None };
    write(&form, language, on, |column| note(column, true, language))
}

/// A workbook to be filled in.
pub struct Form<'a, Row> {
    /// What it is, and the name of its sheet.
    pub title: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// What stands in the first cells of its rows.
    pub rows: &'a [Row],
    /// A column whose cells offer words to choose from.
    pub choices: Option<(Column, &'a [&'a str])>,
}

/// Writes the form, and the sheet on which `note` explains each column.
pub fn write<Row: AsRef<[String]>>(
    form: &Form<'_, Row>,
    language: Language,
    on: Date,
    note: impl Fn(Column) -> String,
) -> Result<Vec<u8>, WriteFault> {
    let Form { title, columns, rows, choices } = *form;
    let mut workbook = workbook(title, on)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(title)?;
    write_headings(sheet, 0, columns.iter().map(|column| column.heading(language)))?;
    sheet.set_freeze_panes(1, 0)?;
    let plain = text_format();
    for (line, cells) in (1_u32..).zip(rows) {
        for (place, text) in (0_u16..).zip(cells.as_ref()) {
            write_text(sheet, line, place, text, &plain)?;
        }
    }
    if let Some((chosen, words)) = choices
        && let Some((place, _)) = (0_u16..).zip(columns).find(|(_, column)| **column == chosen)
        && let Ok(last) = u32::try_from(rows.len().max(1))
    {
        // It offers and does not refuse: whoever types the whole word is understood as well.
        let offered = DataValidation::new().allow_list_strings(words)?.show_error_message(false);
        sheet.add_data_validation(1, place, last, place, &offered)?;
    }
    let notes = workbook.add_worksheet();
    let (name, left, right) = match language {
        Language::Indonesian => ("Penjelasan", "Judul kolom", "Cara mengisi"),
        Language::English => ("Explanations", "Heading", "How to fill it"),
    };
    notes.set_name(name)?;
    write_headings(notes, 0, [left, right])?;
    notes.set_column_width(1, NOTES_WIDTH)?;
    let (bold, wrapped) = (heading_format(), text_format().set_text_wrap());
    for (row, column) in (1_u32..).zip(columns) {
        write_text(notes, row, 0, column.heading(language), &bold)?;
        write_text(notes, row, 1, &note(*column), &wrapped)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// How a column is filled in.
fn note(column: Column, units: bool, language: Language) -> String {
    let categories = || Category::ALL.map(word).join(", ");
    let kinds = || UnitKind::ALL.map(UnitKind::code).join(", ");
    match language {
        Language::Indonesian => match column {
            Column::Nip => {
                "Untuk PNS dan CPNS: 18 angka. Kolom ini berformat Teks; jangan diubah menjadi Angka.".into()
            }
            Column::NiPppk => "Untuk PPPK dan PPPK Paruh Waktu: 18 angka.".into(),
            Column::Nik => "Hanya untuk yang tidak mempunyai NIP atau NI PPPK: 16 angka.".into(),
            Column::Name if units => "Wajib. Nama resmi unit.".into(),
            Column::Name => "Wajib. Nama lengkap; gelar boleh ikut, misalnya Ir. Budi Santoso, M.M.".into(),
            Column::Category => format!("Wajib. Salah satu: {}.", categories()),
            Column::Unit => "Wajib. Nama atau kode unit seperti yang terdaftar di Netral.".into(),
            Column::ParentUnit => "Isi bila ada beberapa unit bernama sama, misalnya Sekretariat.".into(),
            Column::Position => "Jabatan, seperti pada surat keputusan.".into(),
            Column::Since => "Tanggal mulai: hari/bulan/tahun, misalnya 01/03/2024.".into(),
            Column::Until => "Tanggal selesai, bila sudah diketahui.".into(),
            Column::Phone => "Misalnya 081234567890.".into(),
            Column::Email => "Misalnya nama@contoh.go.id.".into(),
            Column::HasPhone => "Ya atau tidak. Yang tidak mempunyai ponsel dibantu operator unit.".into(),
            Column::Code => "Kode unit, bila ada. Setiap kode hanya satu kali.".into(),
            Column::Kind => format!("Salah satu: {}.", kinds()),
            Column::Parent => "Kode atau nama unit di atasnya. Kosong bila langsung di bawah pemerintah daerah.".into(),
            Column::WorkWeek => "5 atau 6 hari kerja seminggu.".into(),
            Column::Number
            | Column::TitleBefore
            | Column::TitleAfter
            | Column::UnitCode
            | Column::PostTitle
            | Column::Tenure
            | Column::FirstDay
            | Column::LastDay
            | Column::LetterNumber
            | Column::LetterDate => String::new(),
        },
        Language::English => match column {
            Column::Nip => {
                "For PNS and CPNS: 18 digits. This column is formatted as Text; do not turn it into numbers.".into()
            }
            Column::NiPppk => "For PPPK and part-time PPPK: 18 digits.".into(),
            Column::Nik => "Only for those who have neither NIP nor NI PPPK: 16 digits.".into(),
            Column::Name if units => "Compulsory. The unit's official name.".into(),
            Column::Name => "Compulsory. The full name; titles may stay, for example Ir. Budi Santoso, M.M.".into(),
            Column::Category => format!("Compulsory. One of: {}.", categories()),
            Column::Unit => "Compulsory. The unit's name or code as registered in Netral.".into(),
            Column::ParentUnit => "Fill it in where several units have one name, such as Sekretariat.".into(),
            Column::Position => "The position as in the decision letter.".into(),
            Column::Since => "First day: day/month/year, for example 01/03/2024.".into(),
            Column::Until => "Last day, if it is known.".into(),
            Column::Phone => "For example 081234567890.".into(),
            Column::Email => "For example nama@contoh.go.id.".into(),
            Column::HasPhone => "Ya or tidak. Who has no phone is helped by the unit's operator.".into(),
            Column::Code => "The unit's code, if it has one. Each code only once.".into(),
            Column::Kind => format!("One of: {}.", kinds()),
            Column::Parent => "Code or name of the unit above. Empty for units directly under the institution.".into(),
            Column::WorkWeek => "5 or 6 working days a week.".into(),
            Column::Number
            | Column::TitleBefore
            | Column::TitleAfter
            | Column::UnitCode
            | Column::PostTitle
            | Column::Tenure
            | Column::FirstDay
            | Column::LastDay
            | Column::LetterNumber
            | Column::LetterDate => String::new(),
        },
    }
}
