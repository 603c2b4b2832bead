use crate::text::squeeze;

/// A name split into titles and the name itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PersonName {
    /// Titles before the name, such as `Dr. Ir. H.`; may be empty.
    pub before: String,
    /// The name without titles, with the capitals of the file.
    pub bare: String,
    /// Titles after the name, such as `S.Kom., M.M.`; may be empty.
    pub after: String,
}

/// Titles before a name, without dots and in capitals.
const BEFORE: &[&str] = &[
    "DR", "DRS", "DRA", "DRG", "DRH", "IR", "PROF", "H", "HJ", "KH", "APT", "NS", "BDN", "LETKOL", "KAPTEN", "AKBP",
    "TGK", "UST", "USTADZ",
];

/// Titles before a name that are also initials: only with a dot are they titles.
const NEED_DOT: &[&str] = &["H"];

/// Degrees that people write after a name without a comma, without dots and in capitals.
const AFTER: &[&str] = &[
    "AMA", "AMAPD", "AMD", "AMDAK", "AMDFARM", "AMDKEB", "AMDKEP", "AMDKES", "AMDKOM", "AMDPD", "AMDPK", "AMK",
    "AMKEB", "AMKG", "AMKL", "APT", "MA", "MAG", "MAK", "MAP", "MBA", "MENG", "MH", "MHUM", "MIKOM", "MIP", "MKEB",
    "MKEP", "MKES", "MKM", "MKN", "MKOM", "MM", "MP", "MPD", "MPDI", "MPSI", "MSC", "MSE", "MSI", "MSOS", "MSP", "MT",
    "MTI", "MTP", "NS", "PHD", "SA", "SAG", "SAK", "SAN", "SAP", "SARS", "SE", "SEI", "SEMAK", "SFARM", "SGZ", "SH",
    "SHI", "SHUT", "SHUM", "SIP", "SIKOM", "SK", "SKED", "SKEP", "SKG", "SKH", "SKM", "SKOM", "SOR", "SP", "SPA",
    "SPB", "SPD", "SPDI", "SPDK", "SPDL", "SPI", "SPOG", "SPPD", "SPSI", "SPT", "SS", "SSI", "SSIT", "SSN", "SSOS",
    "SSOSI", "SST", "SSTKEB", "SSTP", "ST", "STP", "STH", "STHI", "STRKEB", "STRKEP", "STRKES", "STRGZ", "SY",
];

fn core(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

fn is_before(word: &str) -> bool {
    let core = core(word);
    BEFORE.contains(&core.as_str()) && (word.ends_with('.') || !NEED_DOT.contains(&core.as_str()))
}

/// A degree in the middle of a text: with a dot inside or behind, so that the name `Sari` is none.
fn is_after(word: &str) -> bool {
    word.contains('.') && AFTER.contains(&core(word).as_str())
}

/// The words of `text`, with titles that were written without blanks (`Dr.Ir.Budi`) taken apart.
fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    for word in text.split(' ') {
        let mut rest = word;
        while let Some((head, tail)) = rest.split_once('.') {
            let title = format!("{head}.");
            // `M.M.` has to stay whole, so only what is no degree as a whole is split.
            if tail.is_empty() || is_after(rest) || !is_before(&title) {
                break;
            }
            out.push(title);
            rest = tail;
        }
        if !rest.is_empty() {
            out.push(rest.to_owned());
        }
    }
    out
}

fn joined(parts: &[&str], separator: &str) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(separator)
}

impl PersonName {
    /// Splits a name as lists write it; `before` and `after` come from columns of their own.
    #[must_use]
    pub fn split(text: &str, before: &str, after: &str) -> Self {
        let text = squeeze(text);
        let (front, back) = text.split_once(',').unwrap_or((&text, ""));
        let words = words(&squeeze(front));
        // At least one word is the name, even if it looks like a title.
        let titles = words.iter().take_while(|word| is_before(word)).count().min(words.len().saturating_sub(1));
        let degrees = words.iter().skip(titles + 1).rev().take_while(|word| is_after(word)).count();
        let end = words.len().saturating_sub(degrees);
        let slice = |from: usize, to: usize| words.get(from..to).map(|part| part.join(" ")).unwrap_or_default();
        let behind = words.get(end..).map(|part| part.join(", ")).unwrap_or_default();
        let back = squeeze(back.trim_matches(|c: char| c == ',' || c.is_whitespace()));
        Self {
            before: joined(&[&squeeze(before), &slice(0, titles)], " "),
            bare: slice(titles, end),
            after: joined(&[&behind, &back, squeeze(after).trim_matches(',').trim()], ", "),
        }
    }

    /// The name with its titles, as letters write it.
    #[must_use]
    pub fn full(&self) -> String {
        let front = joined(&[&self.before, &self.bare], " ");
        joined(&[&front, &self.after], ", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn parts(text: &str) -> (String, String, String) {
        let name = PersonName::split(text, "", "");
        (name.before, name.bare, name.after)
    }

    #[test]
    fn titles_are_told_from_names() {
        for (text, before, bare, after) in [
            ("Dr. Ir. H. Budi Santoso, S.Kom., M.M.", "Dr. Ir. H.", "Budi Santoso", "S.Kom., M.M."),
            ("dr. Sri Wahyuni, Sp.A", "dr.", "Sri Wahyuni", "Sp.A"),
            ("Dr.Ir.Budi", "Dr. Ir.", "Budi", ""),
            ("Hj. SITI AMINAH A.Md.Keb", "Hj.", "SITI AMINAH", "A.Md.Keb"),
            ("Drs Slamet S.Pd. M.Pd.", "Drs", "Slamet", "S.Pd., M.Pd."),
            ("  Ani   Sari ", "", "Ani Sari", ""),
            ("H Abdul", "", "H Abdul", ""),
            ("M. Yusuf", "", "M. Yusuf", ""),
            ("Budi A.Yani", "", "Budi A.Yani", ""),
            ("Ahmad, S.H., M.H.,", "", "Ahmad", "S.H., M.H."),
            ("Prof. Dr. Made, Ph.D", "Prof. Dr.", "Made", "Ph.D"),
            ("Apt. Rina", "Apt.", "Rina", ""),
            ("Ir.", "", "Ir.", ""),
            ("", "", "", ""),
            (", S.E.", "", "", "S.E."),
        ] {
            assert_eq!(parts(text), (before.into(), bare.into(), after.into()), "{text}");
        }
    }

    #[test]
    fn title_columns_come_outermost() {
        let name = PersonName::split("H. Budi, S.E.", "Dr.", "M.M.");
        assert_eq!(name.full(), "Dr. H. Budi, S.E., M.M.");
    }

    proptest! {
        #[test]
        fn splitting_a_full_name_again_changes_nothing(text in "[A-Za-z., ]{0,40}") {
            let once = PersonName::split(&text, "", "");
            prop_assume!(!once.bare.is_empty());
            prop_assert_eq!(PersonName::split(&once.full(), "", ""), once);
        }

        #[test]
        fn no_letter_is_lost(text in "\\PC{0,40}") {
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).count();
            prop_assert_eq!(letters(&PersonName::split(&text, "", "").full()), letters(&text));
        }
    }
}
