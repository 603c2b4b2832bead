//! How much of a number or contact is shown to everybody who may see the register.

use domain::number::{IdentityNumber, NumberKind};
use domain::people::DetailKind;

/// The value with all but a little hidden.
pub(crate) fn masked(kind: DetailKind, value: &str) -> String {
    let number = |kind| IdentityNumber::parse(kind, value).map_or_else(|_| "••••".to_owned(), |n| n.masked());
    match kind {
        DetailKind::Nip => number(NumberKind::Nip),
        DetailKind::NiPppk => number(NumberKind::NiPppk),
        DetailKind::Nik => number(NumberKind::Nik),
        DetailKind::Phone => {
            let shown: String = value.chars().skip(value.chars().count().saturating_sub(3)).collect();
            format!("••••\u{a0}{shown}")
        }
        DetailKind::Email => match value.split_once('@') {
            Some((user, host)) => format!("{}•••@{host}", user.chars().take(1).collect::<String>()),
            None => "••••".to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_little_is_shown() {
        for (kind, value, shown) in [
            (DetailKind::Nip, "198503152010011007", "•••• •••• •••• •• 1007"),
            (DetailKind::Nik, "3201011703900001", "•••• •••• •••• 0001"),
            (DetailKind::Nik, "rusak", "••••"),
            (DetailKind::Phone, "+6281234567890", "••••\u{a0}890"),
            (DetailKind::Email, "siti@contoh.go.id", "s•••@contoh.go.id"),
            (DetailKind::Email, "rusak", "••••"),
        ] {
            assert_eq!(masked(kind, value), shown);
        }
    }
}
