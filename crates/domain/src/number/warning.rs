use base::Language;

/// An oddity in the structure of a number. The number is accepted; a person should look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberWarning {
    /// The digits of the birth date are no calendar date.
    BirthDateImpossible,
    /// The birth date makes its bearer younger than 15 or older than 100 years.
    BirthDateUnlikely,
    /// The appointment month of a NIP is not 01 to 12.
    AppointmentMonthImpossible,
    /// The appointment lies in the future or before the sixteenth year of life.
    AppointmentUnlikely,
    /// The sex digit is neither 1 nor 2.
    SexDigitUnknown,
    /// The serial is all zeros; serials begin with one. Spreadsheets that round long numbers leave this behind.
    SerialZero,
    /// The number stands as a NIP but has the code 21 where NI PPPK have it.
    LooksLikeNiPppk,
    /// The number stands as a NI PPPK but has not the usual code 21. Whether other codes are given out is unknown to us.
    PppkCodeUnknown,
    /// No province has this code.
    ProvinceUnknown,
    /// The digits of the regency or the district are zero.
    RegionZero,
}

impl NumberWarning {
    /// All warnings.
    pub const ALL: [Self; 10] = [
        Self::BirthDateImpossible,
        Self::BirthDateUnlikely,
        Self::AppointmentMonthImpossible,
        Self::AppointmentUnlikely,
        Self::SexDigitUnknown,
        Self::SerialZero,
        Self::LooksLikeNiPppk,
        Self::PppkCodeUnknown,
        Self::ProvinceUnknown,
        Self::RegionZero,
    ];

    /// What looks odd, for the officer who sent the number.
    #[must_use]
    pub const fn message(self, language: Language) -> &'static str {
        match language {
            Language::Indonesian => self.indonesian(),
            Language::English => self.english(),
        }
    }

    const fn indonesian(self) -> &'static str {
        match self {
            Self::BirthDateImpossible => {
                "Bagian tanggal lahir pada nomor ini tidak ada di kalender. Periksa, mungkin ada angka yang tertukar."
            }
            Self::BirthDateUnlikely => {
                "Menurut nomor ini, umurnya di bawah 15 atau di atas 100 tahun. Periksa angka tahun lahirnya."
            }
            Self::AppointmentMonthImpossible => {
                "Bagian bulan pengangkatan (angka ke-13 dan ke-14) bukan 01 sampai 12. Periksa kembali."
            }
            Self::AppointmentUnlikely => {
                "Tahun pengangkatan pada nomor ini belum tiba atau terlalu dekat dengan tahun lahir. Periksa kembali."
            }
            Self::SexDigitUnknown => "Angka ke-15 biasanya 1 (pria) atau 2 (wanita). Periksa kembali.",
            Self::SerialZero => {
                "Nomor urut di akhir hanya berisi nol. Mungkin angka terakhir dibulatkan oleh Excel. \
                 Cocokkan dengan surat keputusannya."
            }
            Self::LooksLikeNiPppk => {
                "Susunannya seperti NI PPPK, tetapi tercatat sebagai NIP. Periksa status pegawainya."
            }
            Self::PppkCodeUnknown => {
                "Angka ke-13 dan ke-14 pada NI PPPK biasanya 21. Periksa kembali; bila memang demikian, biarkan."
            }
            Self::ProvinceUnknown => "Dua angka pertama bukan kode provinsi yang kami kenal. Periksa kembali.",
            Self::RegionZero => "Kode kabupaten/kota atau kecamatan pada NIK ini berisi nol. Periksa kembali.",
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::BirthDateImpossible => "The birth date in this number is not in the calendar. Digits may be swapped.",
            Self::BirthDateUnlikely => {
                "By this number its bearer is under 15 or over 100 years old. Check the year of birth."
            }
            Self::AppointmentMonthImpossible => {
                "The month of appointment (digits 13 and 14) is not 01 to 12. Check it."
            }
            Self::AppointmentUnlikely => {
                "The year of appointment has not come yet or is too close to the year of birth. Check it."
            }
            Self::SexDigitUnknown => "Digit 15 is usually 1 (man) or 2 (woman). Check it.",
            Self::SerialZero => {
                "The serial at the end is all zeros. Excel may have rounded the last digits. \
                 Compare it with the decision letter."
            }
            Self::LooksLikeNiPppk => "It is built like an NI PPPK but stands as a NIP. Check the employee's status.",
            Self::PppkCodeUnknown => "Digits 13 and 14 of an NI PPPK are usually 21. Check it; if it is so, leave it.",
            Self::ProvinceUnknown => "The first two digits are no province code that we know. Check it.",
            Self::RegionZero => "The regency or district code in this NIK is zero. Check it.",
        }
    }
}
