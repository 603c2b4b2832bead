mod words;

use crate::text::normal;
use base::Language;
use words::{HEADS, PEOPLE, UNITS};

/// What the rows of a sheet are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SheetKind {
    /// One person a row.
    #[default]
    People,
    /// One unit a row.
    Units,
    /// One head of a unit a row.
    Heads,
}

/// A column that Netral understands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// Any of the three numbers in one column.
    Number,
    /// NIP.
    Nip,
    /// NI PPPK.
    NiPppk,
    /// NIK.
    Nik,
    /// A person's or a unit's name.
    Name,
    /// Academic and religious titles before the name.
    TitleBefore,
    /// Titles after the name.
    TitleAfter,
    /// Jabatan.
    Position,
    /// The unit of a person.
    Unit,
    /// The larger unit above it: SKPD, OPD, unit induk.
    ParentUnit,
    /// Status or kind of employment.
    Category,
    /// First day of the engagement.
    Since,
    /// Last day of the engagement.
    Until,
    /// Telephone.
    Phone,
    /// E-mail.
    Email,
    /// Whether the person has a phone at all.
    HasPhone,
    /// Code of a unit.
    Code,
    /// Kind of a unit.
    Kind,
    /// Code or name of the unit above.
    Parent,
    /// Five or six working days.
    WorkWeek,
    /// Code of the unit of a head.
    UnitCode,
    /// Title of the post of a head.
    PostTitle,
    /// How a post is held.
    Tenure,
    /// First day in a post.
    FirstDay,
    /// Last day in a post.
    LastDay,
    /// Number of the letter by which somebody takes a post.
    LetterNumber,
    /// Date of that letter.
    LetterDate,
}

const fn table(kind: SheetKind) -> &'static [(Column, &'static [&'static str])] {
    match kind {
        SheetKind::People => PEOPLE,
        SheetKind::Units => UNITS,
        SheetKind::Heads => HEADS,
    }
}

/// The column that a heading means, if it means one.
pub(crate) fn guess(kind: SheetKind, heading: &str) -> Option<Column> {
    // Notes in brackets, as in "NIP (18 digit)", belong to nobody's vocabulary.
    let short = heading.split_once('(').map_or(heading, |(before, _)| before);
    [normal(heading), normal(short)].iter().filter(|text| !text.is_empty()).find_map(|text| {
        table(kind).iter().find(|(_, words)| words.contains(&text.as_str())).map(|(column, _)| *column)
    })
}

impl Column {
    /// The columns of a sheet of people, in the order in which they are offered.
    pub const PEOPLE: [Self; 16] = [
        Self::Number,
        Self::Nip,
        Self::NiPppk,
        Self::Nik,
        Self::Name,
        Self::TitleBefore,
        Self::TitleAfter,
        Self::Position,
        Self::Category,
        Self::Unit,
        Self::ParentUnit,
        Self::Since,
        Self::Until,
        Self::Phone,
        Self::Email,
        Self::HasPhone,
    ];

    /// The name under which a choice of columns is stored and sent.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Nip => "nip",
            Self::NiPppk => "ni_pppk",
            Self::Nik => "nik",
            Self::Name => "name",
            Self::TitleBefore => "title_before",
            Self::TitleAfter => "title_after",
            Self::Position => "position",
            Self::Unit => "unit",
            Self::ParentUnit => "parent_unit",
            Self::Category => "category",
            Self::Since => "since",
            Self::Until => "until",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::HasPhone => "has_phone",
            Self::Code => "code",
            Self::Kind => "kind",
            Self::Parent => "parent",
            Self::WorkWeek => "work_week",
            Self::UnitCode => "unit_code",
            Self::PostTitle => "post_title",
            Self::Tenure => "tenure",
            Self::FirstDay => "first_day",
            Self::LastDay => "last_day",
            Self::LetterNumber => "letter_number",
            Self::LetterDate => "letter_date",
        }
    }

    /// Reads [`Column::code`] of a column of people.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::PEOPLE.into_iter().find(|column| column.code() == code)
    }

    /// The heading under which templates and messages show this column.
    #[must_use]
    pub const fn heading(self, language: Language) -> &'static str {
        match language {
            Language::Indonesian => match self {
                Self::Number => "Nomor pegawai",
                Self::Nip => "NIP",
                Self::NiPppk => "NI PPPK",
                Self::Nik => "NIK",
                Self::Name => "Nama",
                Self::TitleBefore => "Gelar depan",
                Self::TitleAfter => "Gelar belakang",
                Self::Position => "Jabatan",
                Self::Unit => "Unit kerja",
                Self::ParentUnit => "Unit induk",
                Self::Category => "Status pegawai",
                Self::Since => "TMT",
                Self::Until => "TMT selesai",
                Self::Phone => "No HP",
                Self::Email => "Email",
                Self::HasPhone => "Punya HP",
                Self::Code => "Kode",
                Self::Kind => "Jenis",
                Self::Parent => "Induk",
                Self::WorkWeek => "Minggu kerja",
                Self::UnitCode => "Kode unit",
                Self::PostTitle => "Nama jabatan",
                Self::Tenure => "Cara memangku",
                Self::FirstDay => "Hari pertama",
                Self::LastDay => "Hari terakhir",
                Self::LetterNumber => "Nomor surat",
                Self::LetterDate => "Tanggal surat",
            },
            Language::English => match self {
                Self::Number => "Employee number",
                Self::Nip => "NIP",
                Self::NiPppk => "NI PPPK",
                Self::Nik => "NIK",
                Self::Name => "Name",
                Self::TitleBefore => "Title before",
                Self::TitleAfter => "Title after",
                Self::Position => "Position",
                Self::Unit => "Unit name",
                Self::ParentUnit => "Parent unit",
                Self::Category => "Category",
                Self::Since => "Since",
                Self::Until => "Until",
                Self::Phone => "Phone",
                Self::Email => "Email",
                Self::HasPhone => "Has phone",
                Self::Code => "Code",
                Self::Kind => "Kind",
                Self::Parent => "Parent",
                Self::WorkWeek => "Work week",
                Self::UnitCode => "Unit code",
                Self::PostTitle => "Title of the post",
                Self::Tenure => "How it is held",
                Self::FirstDay => "First day",
                Self::LastDay => "Last day",
                Self::LetterNumber => "Letter number",
                Self::LetterDate => "Letter date",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_means_one_column() {
        for kind in [SheetKind::People, SheetKind::Units, SheetKind::Heads] {
            let mut seen = std::collections::BTreeMap::new();
            for (column, words) in table(kind) {
                for word in *words {
                    assert_eq!(normal(word), *word, "not in normal form");
                    assert_eq!(seen.insert(word, column), None, "{word} twice");
                }
                assert!(kind != SheetKind::People || Column::from_code(column.code()) == Some(*column), "{column:?}");
                for language in Language::ALL {
                    assert_eq!(guess(kind, column.heading(language)), Some(*column), "{column:?} {language:?}");
                }
            }
        }
    }

    #[test]
    fn headings_are_recognised_as_people_write_them() {
        for (heading, column) in [
            ("N.I.P (18 digit)", None),
            ("NIP (18 digit)", Some(Column::Nip)),
            (" nip/ni pppk ", Some(Column::Number)),
            ("No. HP", Some(Column::Phone)),
            ("SKPD/OPD", Some(Column::ParentUnit)),
            ("Gelar_Depan", Some(Column::TitleBefore)),
            ("Daftar pegawai Dinas Kesehatan", None),
            ("(", None),
        ] {
            assert_eq!(guess(SheetKind::People, heading), column, "{heading}");
        }
        assert_eq!(guess(SheetKind::Units, "Unit Kerja"), Some(Column::Name));
        assert_eq!(guess(SheetKind::Heads, "TMT Jabatan"), Some(Column::FirstDay));
        assert_eq!(guess(SheetKind::Heads, "No. SK"), Some(Column::LetterNumber));
    }
}
