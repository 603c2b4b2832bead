use crate::text::normal;

/// A telephone number as `+62…`, if the text holds one; of several the first.
pub fn phone(text: &str) -> Option<String> {
    let first = text.split([',', ';', '/']).find(|part| part.chars().any(|c| c.is_ascii_digit()))?;
    if first.chars().any(char::is_alphabetic) {
        return None;
    }
    let digits: String = first.chars().filter(char::is_ascii_digit).collect();
    // A spreadsheet that takes the number for a number loses the leading zero.
    let national = match digits.strip_prefix("62").filter(|rest| rest.len() >= 8) {
        Some(rest) => rest,
        None => digits.as_str(),
    };
    let national = national.trim_start_matches('0');
    (8..=12).contains(&national.len()).then(|| format!("+62{national}"))
}

/// An address for e-mail in lower case, if the text can be one.
pub fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (user, host) = text.split_once('@')?;
    let host_good = host.contains('.')
        && host.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'));
    let user_good = !user.is_empty() && user.chars().all(|c| c.is_alphanumeric() || "._%+-'".contains(c));
    (host_good && user_good && text.len() <= 254).then_some(text)
}

/// Yes or no as people write it.
pub fn yes_no(text: &str) -> Option<bool> {
    match normal(text).as_str() {
        "YA" | "Y" | "ADA" | "PUNYA" | "1" | "TRUE" | "BENAR" | "YES" | "SUDAH" | "MEMILIKI" => Some(true),
        "TIDAK" | "T" | "TIDAK ADA" | "TIDAK PUNYA" | "0" | "FALSE" | "SALAH" | "NO" | "N" | "TDK" | "BELUM" => {
            Some(false)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn phones_are_read_as_people_write_them() {
        for text in [
            "081234567890",
            "0812-3456-7890",
            "+62 812 3456 7890",
            "6281234567890",
            "81234567890",
            "(0812) 34567890 / 0813",
        ] {
            assert_eq!(phone(text).as_deref(), Some("+6281234567890"), "{text}");
        }
        for text in ["", "-", "tidak ada", "0812", "0812345678901234", "08l234567890"] {
            assert_eq!(phone(text), None, "{text}");
        }
    }

    #[test]
    fn emails_are_lowered_and_checked() {
        assert_eq!(email(" Budi.S@Contoh.go.id ").as_deref(), Some("budi.s@contoh.go.id"));
        for text in ["budi", "budi@", "@contoh.id", "budi@contoh", "bu di@contoh.id", "budi@contoh..id"] {
            assert_eq!(email(text), None, "{text}");
        }
    }

    #[test]
    fn yes_and_no() {
        assert_eq!(yes_no("Ya"), Some(true));
        assert_eq!(yes_no("tidak ada"), Some(false));
        assert_eq!(yes_no("mungkin"), None);
    }

    proptest! {
        #[test]
        fn a_normal_phone_stays(digits in "8[1-9][0-9]{7,9}") {
            let written = format!("+62{digits}");
            prop_assert_eq!(phone(&written), Some(written.clone()));
            prop_assert_eq!(phone(&format!("0{digits}")), Some(written));
        }
    }
}
