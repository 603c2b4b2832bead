use crate::column::Column;
use base::Language;

/// Why a whole file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message(Language::English))]
pub enum FileFault {
    /// No bytes.
    Empty,
    /// More bytes than [`crate::Limits::file_bytes`].
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
    /// A workbook that grows beyond all measure when it is inflated, or has too many parts.
    InflatesTooMuch,
    /// More rows than allowed.
    TooManyRows {
        /// The limit.
        limit: usize,
    },
    /// More columns than allowed.
    TooManyColumns {
        /// The limit.
        limit: usize,
    },
    /// More filled cells than allowed.
    TooManyCells {
        /// The limit.
        limit: usize,
    },
    /// A cell with too much text; in CSV mostly a quotation mark that is never closed.
    CellTooLong {
        /// The line, from 1.
        line: u32,
        /// The limit in bytes.
        limit: usize,
    },
    /// A workbook behind a password.
    Encrypted,
    /// The binary `.xls` of Excel 97 to 2003.
    LegacyExcel,
    /// The binary `.xlsb`.
    BinaryExcel,
    /// OpenDocument (`.ods`).
    OpenDocument,
    /// A web page that is called a spreadsheet.
    WebPage,
    /// PDF.
    Pdf,
    /// Neither XLSX nor text.
    UnknownFormat,
    /// A workbook that breaks its own format.
    Damaged,
    /// No rows under the header, or nothing at all.
    NoData,
    /// No row that looks like a header.
    NoHeader {
        /// The cells of the first row that has something in it.
        found: Vec<String>,
    },
    /// Compulsory columns are missing.
    MissingColumns {
        /// What is missing; [`Column::Number`] stands for any of the three numbers.
        missing: Vec<Column>,
        /// The headings that were found.
        found: Vec<String>,
        /// The line of the header, from 1.
        line: u32,
    },
}

/// The first headings of a row, short enough for a message.
fn list(found: &[String]) -> String {
    let shown: Vec<String> = found
        .iter()
        .filter(|text| !text.is_empty())
        .take(12)
        .map(|text| format!("\"{}\"", text.chars().take(40).collect::<String>()))
        .collect();
    shown.join(", ")
}

fn names(columns: &[Column], language: Language) -> String {
    columns
        .iter()
        .map(|column| match (column, language) {
            (Column::Number, Language::Indonesian) => "NIP, NI PPPK atau NIK".to_owned(),
            (Column::Number, Language::English) => "NIP, NI PPPK or NIK".to_owned(),
            _ => column.heading(language).to_owned(),
        })
        .collect::<Vec<_>>()
        .join("; ")
}

impl FileFault {
    /// What is wrong with the file and how to mend it.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Indonesian => self.indonesian(),
            Language::English => self.english(),
        }
    }

    fn indonesian(&self) -> String {
        match self {
            Self::Empty => "Berkas ini kosong. Pilih berkas yang berisi daftar pegawai.".into(),
            Self::TooLarge { limit } => format!(
                "Berkas ini lebih besar dari {} MB. Bagi per perangkat daerah, lalu unggah satu per satu.",
                limit >> 20
            ),
            Self::InflatesTooMuch => "Isi berkas ini jauh lebih besar daripada ukurannya, jadi tidak kami buka. \
                Salin datanya ke buku kerja baru, simpan sebagai .xlsx, lalu unggah lagi."
                .into(),
            Self::TooManyRows { limit } => {
                format!("Berkas ini berisi lebih dari {limit} baris. Bagi per perangkat daerah, lalu unggah satu per satu.")
            }
            Self::TooManyColumns { limit } => {
                format!("Ada isi di kanan kolom ke-{limit}. Hapus kolom yang tidak diperlukan, lalu unggah lagi.")
            }
            Self::TooManyCells { limit } => {
                format!("Berkas ini berisi lebih dari {limit} sel. Hapus kolom yang tidak diperlukan atau bagi berkasnya.")
            }
            Self::CellTooLong { line, limit } => format!(
                "Satu sel di baris {line} berisi lebih dari {limit} huruf. Pada CSV, periksa tanda kutip (\") yang tidak ditutup."
            ),
            Self::Encrypted => "Berkas ini memakai kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu unggah lagi.".into(),
            Self::LegacyExcel => {
                "Berkas ini berformat Excel lama (.xls). Buka di Excel, pilih Simpan Sebagai .xlsx, lalu unggah lagi.".into()
            }
            Self::BinaryExcel => {
                "Berkas ini berformat .xlsb. Buka di Excel, pilih Simpan Sebagai .xlsx, lalu unggah lagi.".into()
            }
            Self::OpenDocument => {
                "Berkas ini berformat OpenDocument (.ods). Buka di LibreOffice, simpan sebagai .xlsx atau .csv, lalu unggah lagi."
                    .into()
            }
            Self::WebPage => "Berkas ini sebenarnya halaman web, walau namanya seperti Excel. \
                Buka di Excel, pilih Simpan Sebagai .xlsx, lalu unggah lagi."
                .into(),
            Self::Pdf => "Berkas ini PDF. Unggah berkas asalnya dalam bentuk .xlsx atau .csv.".into(),
            Self::UnknownFormat => "Berkas ini bukan .xlsx dan bukan .csv. Simpan daftarnya dalam salah satu bentuk itu.".into(),
            Self::Damaged => {
                "Berkas .xlsx ini rusak. Buka di Excel, simpan ulang dengan nama baru, lalu unggah lagi.".into()
            }
            Self::NoData => "Tidak ada baris berisi data. Isi baris di bawah judul kolom, lalu unggah lagi.".into(),
            Self::NoHeader { found } => format!(
                "Baris judul kolom tidak ditemukan. Baris pertama berisi: {}. Tambahkan judul kolom, atau pakai berkas contoh kami.",
                list(found)
            ),
            Self::MissingColumns { missing, found, line } => format!(
                "Kolom yang belum ada: {}. Judul yang kami temukan di baris {line}: {}. Tambahkan atau ganti nama kolomnya.",
                names(missing, Language::Indonesian),
                list(found)
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Empty => "This file is empty. Choose the file that holds the list of employees.".into(),
            Self::TooLarge { limit } => {
                format!("This file is larger than {} MB. Split it by unit and send the parts one by one.", limit >> 20)
            }
            Self::InflatesTooMuch => "The content of this file is far larger than its size, so we do not open it. \
                Copy the data into a new workbook, save it as .xlsx and send that."
                .into(),
            Self::TooManyRows { limit } => {
                format!("This file has more than {limit} rows. Split it by unit and send the parts one by one.")
            }
            Self::TooManyColumns { limit } => {
                format!("There is something to the right of column {limit}. Remove columns you do not need.")
            }
            Self::TooManyCells { limit } => {
                format!("This file has more than {limit} filled cells. Remove columns you do not need, or split it.")
            }
            Self::CellTooLong { line, limit } => {
                format!("A cell in line {line} holds more than {limit} letters. In a CSV, look for a quotation mark (\") left open.")
            }
            Self::Encrypted => "This file has a password. Open it in Excel, remove the password, save and send it again.".into(),
            Self::LegacyExcel => "This is an old Excel file (.xls). Open it in Excel and save it as .xlsx.".into(),
            Self::BinaryExcel => "This is an .xlsb file. Open it in Excel and save it as .xlsx.".into(),
            Self::OpenDocument => {
                "This is an OpenDocument file (.ods). Open it in LibreOffice and save it as .xlsx or .csv.".into()
            }
            Self::WebPage => {
                "This file is a web page although it is named like an Excel file. Open it in Excel and save it as .xlsx.".into()
            }
            Self::Pdf => "This is a PDF. Send the file it was made from, as .xlsx or .csv.".into(),
            Self::UnknownFormat => "This file is neither .xlsx nor .csv. Save the list in one of these forms.".into(),
            Self::Damaged => "This .xlsx file is damaged. Open it in Excel, save it under a new name and send that.".into(),
            Self::NoData => "There are no rows with data. Fill rows below the headings and send it again.".into(),
            Self::NoHeader { found } => {
                format!("No row of headings was found. The first row holds: {}. Add headings, or use our template.", list(found))
            }
            Self::MissingColumns { missing, found, line } => format!(
                "Missing columns: {}. The headings we found in line {line}: {}. Add the columns or rename yours.",
                names(missing, Language::English),
                list(found)
            ),
        }
    }
}
