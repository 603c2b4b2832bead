//! How a post is held, in the words of letters and lists.

use crate::text::normal;
use domain::post::Tenure;

/// What a cell says about it; nothing where we do not know the words.
pub fn read(text: &str) -> Option<Tenure> {
    // "Pelaksana tugas (Plt.)" says it twice.
    match normal(text).as_str() {
        "DEFINITIF" | "DEFINITIVE" | "PEJABAT DEFINITIF" => Some(Tenure::Definitive),
        "PLT" | "PELAKSANA TUGAS" | "PELAKSANA TUGAS PLT" => Some(Tenure::Plt),
        "PLH" | "PELAKSANA HARIAN" | "PELAKSANA HARIAN PLH" => Some(Tenure::Plh),
        "PJ" | "PENJABAT" | "PENJABAT PJ" => Some(Tenure::Pj),
        "PJS" | "PENJABAT SEMENTARA" | "PENJABAT SEMENTARA PJS" => Some(Tenure::Pjs),
        _ => None,
    }
}

/// The word that a form offers for it.
pub const fn word(tenure: Tenure) -> &'static str {
    match tenure {
        Tenure::Definitive => "Definitif",
        other => other.abbreviation(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenure_is_read_as_people_write_it() {
        for tenure in Tenure::ALL {
            assert_eq!(read(word(tenure)), Some(tenure));
            assert_eq!(read(&word(tenure).to_uppercase()), Some(tenure));
        }
        for (text, tenure) in [
            ("plt", Some(Tenure::Plt)),
            (" Pelaksana  Tugas (Plt.)", Some(Tenure::Plt)),
            ("Pelaksana harian", Some(Tenure::Plh)),
            ("Penjabat (Pj.)", Some(Tenure::Pj)),
            ("Penjabat sementara", Some(Tenure::Pjs)),
            ("Camat", None),
            ("", None),
        ] {
            assert_eq!(read(text), tenure, "{text}");
        }
    }
}
