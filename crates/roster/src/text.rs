//! Texts in a form in which they can be compared.

/// `text` in capitals, with every run of signs other than letters and digits as one space.
pub fn normal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_uppercase());
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
    if out.ends_with(' ') {
        out.pop();
    }
    out
}

/// `text` without leading and trailing blanks and with every run of blanks as one space.
pub fn squeeze(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a cell says that there is nothing: blank, a dash, `tidak ada`, an error of the spreadsheet.
pub fn is_nothing(text: &str) -> bool {
    let bare = text.trim();
    bare.chars().all(|c| !c.is_alphanumeric())
        || matches!(normal(bare).as_str(), "TIDAK ADA" | "BELUM ADA" | "KOSONG" | "NIHIL" | "N A" | "NULL" | "0")
}

/// How many letters have to be changed, added or removed to make one text of the other.
pub fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut costs: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (to, cost) in b.iter().zip(costs.iter_mut().skip(1)) {
            let change = diagonal + usize::from(from != *to);
            diagonal = *cost;
            left = change.min(left + 1).min(diagonal + 1);
            *cost = left;
        }
        if let Some(first) = costs.first_mut() {
            *first = i + 1;
        }
    }
    costs.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn normal_forms_ignore_signs_and_case() {
        assert_eq!(normal("  Ni. Pppk / nip-baru: "), "NI PPPK NIP BARU");
        assert_eq!(squeeze("  Budi\u{a0}\n Santoso "), "Budi Santoso");
    }

    #[test]
    fn nothing_is_written_in_many_ways() {
        for text in ["", " ", "-", "--", "Tidak ada", "n/a", "0", "#"] {
            assert!(is_nothing(text), "{text}");
        }
        assert!(!is_nothing("00"));
        assert!(!is_nothing("Adi"));
    }

    #[test]
    fn distances_are_counted_in_letters() {
        assert_eq!(distance("DINAS", "DINAS"), 0);
        assert_eq!(distance("DINAS", "DNAS"), 1);
        assert_eq!(distance("KITTEN", "SITTING"), 3);
        assert_eq!(distance("", "ABC"), 3);
        assert_eq!(distance("ABC", ""), 3);
    }

    proptest! {
        #[test]
        fn distance_is_symmetric_and_bounded(a in "[A-D]{0,8}", b in "[A-D]{0,8}") {
            prop_assert_eq!(distance(&a, &b), distance(&b, &a));
            prop_assert!(distance(&a, &b) <= a.len().max(b.len()));
            prop_assert_eq!(distance(&a, &b) == 0, a == b);
        }

        #[test]
        fn the_normal_form_is_final(text in "[ -~\u{a0}-\u{17f}]{0,40}") {
            let once = normal(&text);
            prop_assert_eq!(normal(&once), once);
        }
    }
}
