//! Numbers that are well formed and nobody's: a NIP or NI PPPK of ours tells of an appointment at the age of sixteen,
//! which no law allows, and a NIK of a regency that does not exist.

use super::dice::Dice;
use super::names::Sex;
use domain::number::NumberKind;
use std::collections::BTreeSet;

/// Age at appointment that no real number tells of: eighteen is the least.
const AGE_AT_APPOINTMENT: usize = 16;

/// A province that exists and a regency in it that does not.
const NOWHERE: &str = "3399";

/// Numbers that have not been given out yet.
#[derive(Default)]
pub struct Numbers {
    given: BTreeSet<String>,
}

impl Numbers {
    /// Sets a number aside, so that nobody else gets it.
    pub fn reserve(&mut self, number: &str) {
        self.given.insert(number.to_owned());
    }

    /// A fresh number for somebody born in one of these years.
    pub fn draw(&mut self, dice: &mut Dice, kind: NumberKind, sex: Sex, born: (usize, usize)) -> String {
        loop {
            let number = one(dice, kind, sex, born);
            if self.given.insert(number.clone()) {
                return number;
            }
        }
    }
}

fn one(dice: &mut Dice, kind: NumberKind, sex: Sex, born: (usize, usize)) -> String {
    let year = dice.between(born.0, born.1);
    let (month, day) = (dice.between(1, 12), dice.between(1, 28));
    let appointed = year + AGE_AT_APPOINTMENT;
    let digit = if sex == Sex::Man { 1 } else { 2 };
    let serial = dice.between(1, 899);
    match kind {
        NumberKind::Nip => {
            let appointed_month = dice.between(1, 12);
            format!("{year}{month:02}{day:02}{appointed}{appointed_month:02}{digit}{serial:03}")
        }
        NumberKind::NiPppk => format!("{year}{month:02}{day:02}{appointed}21{digit}{serial:03}"),
        NumberKind::Nik => {
            let day = if sex == Sex::Woman { day + 40 } else { day };
            let district = dice.between(1, 8);
            format!("{NOWHERE}{district:02}{day:02}{month:02}{:02}{serial:04}", year % 100)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Instant, Occasion, parse_iso_date};
    use domain::number::IdentityNumber;

    #[test]
    fn numbers_are_well_formed_without_oddity_and_given_once() {
        let mut dice = Dice::new(Occasion::seeded(Instant::from_micros(0), [1; 32]).chance());
        let (mut numbers, mut seen) = (Numbers::default(), BTreeSet::new());
        let today = parse_iso_date("2026-11-22").unwrap();
        for kind in NumberKind::ALL {
            for sex in [Sex::Man, Sex::Woman] {
                for _ in 0..500 {
                    let text = numbers.draw(&mut dice, kind, sex, (1966, 2002));
                    let number = IdentityNumber::parse(kind, &text).unwrap();
                    assert_eq!(number.warnings(today), [], "{text}");
                    assert!(seen.insert(text));
                }
            }
        }
    }
}
