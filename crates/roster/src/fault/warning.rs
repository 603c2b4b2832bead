use base::Language;
use domain::number::NumberWarning;

/// Something odd in a row that is applied all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowWarning {
    /// The row's number in the file, from 1.
    pub line: u32,
    /// The heading of the column as it stands in the file, or ours where the file has none.
    pub column: String,
    /// The value as given. It may be personal data: show it only to the officer who sent the file.
    pub value: String,
    /// What is odd.
    pub reason: WarningReason,
}

impl RowWarning {
    /// What is odd and what became of it.
    #[must_use]
    pub fn message(&self, language: Language) -> &'static str {
        self.reason.message(language)
    }
}

/// What is odd about a row that is applied all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarningReason {
    /// The number's inner structure.
    Number(NumberWarning),
    /// A NIK beside a NIP or NI PPPK: it is not taken over, because it is not needed (UU 27/2022 Pasal 16 ayat (2) huruf a).
    NikNotKept,
    /// Digits in a name.
    NameWithDigits,
    /// A telephone number that cannot be one; it is left out.
    PhoneLeftOut,
    /// An e-mail address that cannot be one; it is left out.
    EmailLeftOut,
    /// Neither yes nor no; taken as unknown.
    HasPhoneUnclear,
    /// A row with neither number nor name, such as a sum or a signature; it is skipped.
    RowSkipped,
}

impl WarningReason {
    /// What is odd and what became of it.
    #[must_use]
    pub const fn message(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Number(warning), _) => warning.message(language),
            (Self::NikNotKept, Language::Indonesian) => {
                "NIK tidak kami simpan karena sudah ada NIP atau NI PPPK. Anda tidak perlu mengubah apa pun."
            }
            (Self::NikNotKept, Language::English) => {
                "We do not keep the NIK because there is a NIP or NI PPPK. You need not change anything."
            }
            (Self::NameWithDigits, Language::Indonesian) => {
                "Ada angka di dalam nama. Periksa, mungkin kolomnya bergeser."
            }
            (Self::NameWithDigits, Language::English) => {
                "There are digits in the name. Check whether columns have shifted."
            }
            (Self::PhoneLeftOut, Language::Indonesian) => {
                "Nomor HP ini tidak lengkap, jadi tidak kami simpan. Tulis misalnya 081234567890."
            }
            (Self::PhoneLeftOut, Language::English) => {
                "This phone number is not complete, so we leave it out. Write for example 081234567890."
            }
            (Self::EmailLeftOut, Language::Indonesian) => {
                "Alamat email ini tidak lengkap, jadi tidak kami simpan. Tulis misalnya nama@contoh.go.id."
            }
            (Self::EmailLeftOut, Language::English) => {
                "This e-mail address is not complete, so we leave it out. Write for example nama@contoh.go.id."
            }
            (Self::HasPhoneUnclear, Language::Indonesian) => "Isi kolom ini tidak jelas. Tulis ya atau tidak.",
            (Self::HasPhoneUnclear, Language::English) => "This cell is not clear. Write ya (yes) or tidak (no).",
            (Self::RowSkipped, Language::Indonesian) => {
                "Baris ini tanpa nomor dan nama, jadi kami lewati. Bila ini pegawai, isi nomor dan namanya."
            }
            (Self::RowSkipped, Language::English) => {
                "This row has neither number nor name, so we skip it. If it is an employee, fill in both."
            }
        }
    }
}
