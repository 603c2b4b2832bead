use base::Language;
use domain::number::NumberError;

/// One thing that keeps one row from being applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowFault {
    /// The row's number in the file, from 1.
    pub line: u32,
    /// The heading of the column as it stands in the file, or ours where the file has none.
    pub column: String,
    /// The value as given. It may be personal data: show it only to the officer who sent the file.
    pub value: String,
    /// What is wrong.
    pub reason: RowReason,
}

impl RowFault {
    /// What is wrong, where, and how to mend it.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        self.reason.message(language)
    }
}

/// What is wrong with a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowReason {
    /// The spreadsheet program kept the number as a number and lost its last digits.
    DigitsDestroyed,
    /// The cell shows an error of the spreadsheet program, such as `#REF!`.
    SpreadsheetError,
    /// Nobody's name.
    NameMissing,
    /// No number at all.
    NumberMissing {
        /// The number that people of this category have.
        wanted: &'static str,
    },
    /// The number has the wrong length or other signs than digits.
    Number(NumberError),
    /// A number of any kind has 18 or 16 digits; this one has not.
    NumberLength {
        /// How many digits were found.
        found: usize,
    },
    /// The number stood in an earlier row already.
    Duplicate {
        /// The line of the first row.
        first: u32,
    },
    /// No category.
    CategoryMissing,
    /// A category that we do not know.
    CategoryUnknown,
    /// "ASN" alone: PNS and PPPK are bound by different rules.
    CategoryAmbiguous,
    /// No unit.
    UnitMissing,
    /// No unit of the institution has this name or code.
    UnitUnknown {
        /// Units with similar names.
        similar: Vec<String>,
    },
    /// Several units have this name.
    UnitAmbiguous {
        /// The units, with the one above each.
        choices: Vec<String>,
    },
    /// The unit lies outside those that the officer declared for the file.
    UnitNotCovered {
        /// The unit's official name.
        unit: String,
    },
    /// Somebody who stood in an earlier row already, under another number of theirs.
    SamePerson {
        /// The line of the first row.
        first: u32,
    },
    /// Not a date in any form that we read.
    DateUnreadable,
    /// The month stands first, as in American spreadsheets.
    DateMonthFirst,
    /// A date before 1945 or more than ten years ahead.
    DateOutOfRange,
    /// The last day is before the first.
    UntilBeforeSince,
    /// A unit without name.
    UnitNameMissing,
    /// A kind of unit that we do not know.
    UnitKindUnknown,
    /// The unit above is neither in this file nor known.
    ParentUnknown,
    /// Several units could be the one above.
    ParentAmbiguous,
    /// The unit above has itself to be mended first.
    ParentFaulty,
    /// A unit stands above itself.
    ParentCircle,
    /// The week has neither five nor six days.
    WorkWeekUnknown,
    /// Several units have this name, and only a code tells them apart.
    UnitNeedsCode {
        /// The units, with the one above each.
        choices: Vec<String>,
    },
    /// The unit does not exist any more.
    UnitEnded,
    /// Code and name lead to two units.
    UnitMismatch {
        /// The unit that has the code.
        unit: String,
    },
    /// The unit stood in an earlier row already.
    UnitTwice {
        /// The line of the first row.
        first: u32,
    },
    /// Nobody's number where somebody of the register is meant.
    HolderMissing,
    /// Not said how the post is held.
    TenureMissing,
    /// No way of holding a post that we know.
    TenureUnknown,
    /// A day that has to be there is missing.
    DayMissing,
    /// The letter has no number.
    LetterMissing,
}

impl RowReason {
    /// What is wrong and how to mend it.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::Indonesian => self.indonesian(),
            Language::English => self.english(),
        }
    }

    fn indonesian(&self) -> String {
        match self {
            Self::DigitsDestroyed => {
                "Excel menyimpan nomor ini sebagai bilangan, sehingga angka sesudah angka ke-15 sudah hilang. \
                Ubah format kolomnya menjadi Teks, lalu ketik ulang nomornya dari dokumen asal."
                    .into()
            }
            Self::SpreadsheetError => "Sel ini berisi pesan galat rumus. Ganti dengan nilai yang sebenarnya.".into(),
            Self::NameMissing => "Nama belum diisi. Tulis nama lengkapnya.".into(),
            Self::NumberMissing { wanted } => format!("Nomor belum diisi. Untuk pegawai ini diperlukan {wanted}."),
            Self::Number(error) => error.message(Language::Indonesian),
            Self::NumberLength { found } => format!(
                "NIP dan NI PPPK terdiri dari 18 angka, NIK 16 angka. Yang tertulis {found} angka. Cocokkan dengan dokumen asalnya."
            ),
            Self::Duplicate { first } => {
                format!("Nomor ini sudah ada di baris {first}. Hapus salah satu, atau perbaiki nomornya.")
            }
            Self::CategoryMissing => {
                "Status pegawai belum diisi. Tulis misalnya PNS, CPNS, PPPK, PPPK Paruh Waktu, Non ASN, Kepala Desa."
                    .into()
            }
            Self::CategoryUnknown => {
                "Status ini belum kami kenal. Tulis salah satu: PNS, CPNS, PPPK, PPPK Paruh Waktu, Non ASN, \
                Kepala Desa, Perangkat Desa, Anggota BPD, Pegawai BUMD."
                    .into()
            }
            Self::CategoryAmbiguous => {
                "ASN dapat berarti PNS atau PPPK. Tulis yang mana, karena aturannya berbeda.".into()
            }
            Self::UnitMissing => "Unit kerja belum diisi. Tulis nama atau kode unitnya.".into(),
            Self::UnitUnknown { similar } if similar.is_empty() => {
                "Unit ini belum terdaftar. Periksa ejaannya, atau tambahkan unitnya lebih dahulu.".into()
            }
            Self::UnitUnknown { similar } => format!(
                "Unit ini belum terdaftar. Yang mirip: {}. Perbaiki namanya, atau tambahkan unitnya lebih dahulu.",
                similar.join("; ")
            ),
            Self::UnitAmbiguous { choices } => format!(
                "Ada beberapa unit dengan nama ini: {}. Isi kolom unit induk, atau tulis kode unitnya.",
                choices.join("; ")
            ),
            Self::UnitNotCovered { unit } => format!(
                "{unit} tidak termasuk unit yang Anda nyatakan untuk berkas ini. Pindahkan baris ini ke berkas unit itu, atau unggah lagi dan ikut pilih unit itu."
            ),
            Self::SamePerson { first } => {
                format!("Pegawai ini sudah ada di baris {first} dengan nomornya yang lain. Hapus salah satu barisnya.")
            }
            Self::DateUnreadable => "Tanggal ini tidak terbaca. Tulis hari, bulan, tahun, misalnya 01/03/2024.".into(),
            Self::DateMonthFirst => "Bulannya tampak ditulis di depan. Tulis hari lebih dahulu, misalnya 25/03/2024, \
                dan periksa tanggal lain di berkas ini."
                .into(),
            Self::DateOutOfRange => {
                "Tanggal ini sebelum 1945 atau lebih dari sepuluh tahun ke depan. Periksa tahunnya.".into()
            }
            Self::UntilBeforeSince => "Tanggal selesai lebih awal daripada tanggal mulai. Periksa keduanya.".into(),
            Self::UnitNameMissing => "Nama unit belum diisi. Tulis nama resminya.".into(),
            Self::UnitKindUnknown => {
                "Jenis unit ini belum kami kenal. Tulis misalnya dinas, badan, kecamatan, kelurahan, desa, \
                puskesmas, sekolah, atau lainnya."
                    .into()
            }
            Self::ParentUnknown => {
                "Unit induk ini tidak ada di berkas ini dan belum terdaftar. Periksa kode atau namanya.".into()
            }
            Self::ParentAmbiguous => "Ada beberapa unit dengan nama induk ini. Tulis kodenya.".into(),
            Self::ParentFaulty => {
                "Unit induknya di berkas ini masih perlu diperbaiki. Perbaiki baris induknya lebih dahulu.".into()
            }
            Self::ParentCircle => {
                "Unit ini berada di bawah dirinya sendiri. Periksa kolom induk pada unit ini dan unit di atasnya."
                    .into()
            }
            Self::WorkWeekUnknown => "Minggu kerja hanya 5 atau 6 hari. Tulis 5 atau 6.".into(),
            Self::UnitNeedsCode { choices } => {
                format!("Ada beberapa unit dengan nama ini: {}. Tulis kode unitnya.", choices.join("; "))
            }
            Self::UnitEnded => "Unit ini sudah berakhir. Tulis unit yang menggantikannya, atau hapus baris ini.".into(),
            Self::UnitMismatch { unit } => {
                format!("Kode unit di baris ini milik {unit}. Perbaiki kode atau nama unitnya sampai keduanya cocok.")
            }
            Self::UnitTwice { first } => format!("Unit ini sudah ada di baris {first}. Hapus salah satu barisnya."),
            Self::HolderMissing => {
                "Nomor pegawai belum diisi. Tulis NIP, NI PPPK, atau NIK orang yang memangku.".into()
            }
            Self::TenureMissing => {
                "Cara memangku belum diisi. Tulis salah satu: Definitif, Plt., Plh., atau Pj.".into()
            }
            Self::TenureUnknown => {
                "Cara memangku ini belum kami kenal. Tulis salah satu: Definitif, Plt., Plh., atau Pj.".into()
            }
            Self::DayMissing => "Tanggal belum diisi. Tulis hari, bulan, tahun, misalnya 01/03/2024.".into(),
            Self::LetterMissing => {
                "Nomor surat belum diisi. Tulis nomor surat keputusan atau surat perintahnya.".into()
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::DigitsDestroyed => "Excel kept this as a number, so everything after the 15th digit is lost. \
                Format the column as Text and type the number again from the original document."
                .into(),
            Self::SpreadsheetError => "This cell shows a formula error. Replace it with the real value.".into(),
            Self::NameMissing => "The name is missing. Write the full name.".into(),
            Self::NumberMissing { wanted } => format!("The number is missing. This employee needs {wanted}."),
            Self::Number(error) => error.message(Language::English),
            Self::NumberLength { found } => format!(
                "A NIP or NI PPPK has 18 digits, a NIK has 16. {found} are written. Compare it with the original document."
            ),
            Self::Duplicate { first } => {
                format!("This number stands in line {first} already. Remove one of the two or correct the number.")
            }
            Self::CategoryMissing => {
                "The category is missing. Write for example PNS, CPNS, PPPK, PPPK Paruh Waktu, Non ASN, Kepala Desa."
                    .into()
            }
            Self::CategoryUnknown => {
                "We do not know this category. Write one of PNS, CPNS, PPPK, PPPK Paruh Waktu, Non ASN, \
                Kepala Desa, Perangkat Desa, Anggota BPD, Pegawai BUMD."
                    .into()
            }
            Self::CategoryAmbiguous => "ASN can mean PNS or PPPK. Write which, because different rules hold.".into(),
            Self::UnitMissing => "The unit is missing. Write its name or code.".into(),
            Self::UnitUnknown { similar } if similar.is_empty() => {
                "This unit is not registered. Check the spelling, or add the unit first.".into()
            }
            Self::UnitUnknown { similar } => format!(
                "This unit is not registered. Similar ones: {}. Correct the name, or add the unit first.",
                similar.join("; ")
            ),
            Self::UnitAmbiguous { choices } => format!(
                "Several units have this name: {}. Fill in the parent unit, or write the unit's code.",
                choices.join("; ")
            ),
            Self::UnitNotCovered { unit } => format!(
                "{unit} is not among the units you declared for this file. Move this row to that unit's file, or upload again and declare that unit too."
            ),
            Self::SamePerson { first } => {
                format!("This person is in row {first} already, under their other number. Delete one of the rows.")
            }
            Self::DateUnreadable => "This date cannot be read. Write day, month, year, for example 01/03/2024.".into(),
            Self::DateMonthFirst => "The month seems to stand first. Write the day first, for example 25/03/2024, \
                and check the other dates of this file."
                .into(),
            Self::DateOutOfRange => "This date is before 1945 or more than ten years ahead. Check the year.".into(),
            Self::UntilBeforeSince => "The last day is before the first. Check both.".into(),
            Self::UnitNameMissing => "The name of the unit is missing. Write its official name.".into(),
            Self::UnitKindUnknown => {
                "We do not know this kind of unit. Write for example dinas, badan, kecamatan, kelurahan, desa, \
                puskesmas, sekolah or lainnya."
                    .into()
            }
            Self::ParentUnknown => {
                "The unit above is neither in this file nor registered. Check its code or name.".into()
            }
            Self::ParentAmbiguous => "Several units have this name. Write the code of the one above.".into(),
            Self::ParentFaulty => "The row of the unit above has to be mended first.".into(),
            Self::ParentCircle => {
                "This unit stands above itself. Check the parents of this unit and of those above.".into()
            }
            Self::WorkWeekUnknown => "A working week has 5 or 6 days. Write 5 or 6.".into(),
            Self::UnitNeedsCode { choices } => {
                format!("Several units have this name: {}. Write the unit's code.", choices.join("; "))
            }
            Self::UnitEnded => "This unit has ended. Write the unit that took its place, or delete this row.".into(),
            Self::UnitMismatch { unit } => {
                format!("The code in this row is that of {unit}. Correct code or name until the two fit.")
            }
            Self::UnitTwice { first } => format!("This unit is in row {first} already. Delete one of the rows."),
            Self::HolderMissing => "The number is missing. Write the holder's NIP, NI PPPK or NIK.".into(),
            Self::TenureMissing => "How the post is held is missing. Write Definitif, Plt., Plh. or Pj.".into(),
            Self::TenureUnknown => {
                "We do not know this way of holding a post. Write Definitif, Plt., Plh. or Pj.".into()
            }
            Self::DayMissing => "The date is missing. Write day, month, year, for example 01/03/2024.".into(),
            Self::LetterMissing => "The number of the letter is missing. Write that of the decree or order.".into(),
        }
    }
}
