//! Delegations: a holder of a role lets another person act for them, for a time and by a letter.

use crate::ids::{DelegationId, PersonId, UnitId};
use crate::policy::{Held, Role};
use base::{Date, Instant};

/// How many calendar days a delegation may last unless the installation says otherwise.
pub const DAYS_MAX: u32 = 90;

/// Why a role stays with its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Everybody has it, or nobody holds it as a person.
    NoOffice,
    /// It follows from holding the office itself: whoever acts for its holder is recorded as Plt., Plh., Pj. or Pjs.
    FollowsPost,
    /// It hands access to others, so who has it is decided by whoever gives roles.
    GivesAccess,
    /// It opens identity numbers or personal data to one named person.
    NamedPerson,
    /// It oversees others and answers to nobody whom it oversees.
    Oversees,
}

/// Why `role` cannot be delegated; nothing where it can.
#[must_use]
pub const fn bound(role: Role) -> Option<Bound> {
    match role {
        Role::HeadOfUnit | Role::PersonnelOfficer | Role::LegalOfficer | Role::PreparesForAuthority => None,
        Role::Public | Role::Employee | Role::System => Some(Bound::NoOffice),
        Role::DecidingAuthority | Role::RegionalSecretary => Some(Bound::FollowsPost),
        Role::InstitutionAdministrator | Role::PlatformOperator => Some(Bound::GivesAccess),
        Role::IdentityCustodian | Role::DataProtectionOfficer | Role::Adviser => Some(Bound::NamedPerson),
        Role::Inspector | Role::Examiner | Role::OutsideSeat => Some(Bound::Oversees),
    }
}

/// The letter by which something was delegated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its number.
    pub number: String,
    /// Its date.
    pub dated: Date,
}

/// A role that its holder lets another person act in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// Its id.
    pub id: DelegationId,
    /// Whose role it is.
    pub from: PersonId,
    /// Who acts for them.
    pub to: PersonId,
    /// The role.
    pub role: Role,
    /// Over which unit it is held; none means the whole institution.
    pub unit: Option<UnitId>,
    /// First day.
    pub since: Date,
    /// Last day.
    pub until: Date,
    /// By which letter.
    pub letter: Letter,
    /// When it was given.
    pub given: Instant,
    /// When it was taken back, or given back.
    pub ended: Option<Instant>,
}

/// What is wrong with a delegation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// The giver does not hold the role themselves: what was delegated to them is not passed on.
    NotHeld,
    /// The role stays with its holder.
    Bound(Bound),
    /// Nobody delegates to themselves.
    Oneself,
    /// The first day is past.
    Past,
    /// The last day comes before the first.
    Order,
    /// It lasts longer than the installation allows, in calendar days.
    TooLong(u32),
    /// The letter has no number.
    Letter,
    /// The letter is dated in the future.
    LetterDate,
}

impl Delegation {
    /// What is wrong with it, when `held` is what its giver holds on `today`, and at most `days` calendar days are allowed.
    #[must_use]
    pub fn flaws(&self, held: &[Held], today: Date, days: u32) -> Vec<Flaw> {
        let mine = |held: &Held| held.behalf.is_none() && held.role == self.role && held.unit == self.unit;
        let lasts = (self.until - self.since).whole_days();
        let all = [
            (bound(self.role).is_none() && !held.iter().any(mine), Flaw::NotHeld),
            (self.from == self.to, Flaw::Oneself),
            (self.since < today, Flaw::Past),
            (lasts < 0, Flaw::Order),
            (lasts >= i64::from(days), Flaw::TooLong(days)),
            (self.letter.number.trim().is_empty(), Flaw::Letter),
            (self.letter.dated > today, Flaw::LetterDate),
        ];
        let bound = bound(self.role).map(Flaw::Bound);
        bound.into_iter().chain(all.into_iter().filter_map(|(wrong, flaw)| wrong.then_some(flaw))).collect()
    }

    /// Whether the delegate can act in it on `day`, as far as it is about the delegation alone.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.ended.is_none() && self.since <= day && day <= self.until
    }

    /// Whether it is over by `day`, so that it need not be taken back.
    #[must_use]
    pub fn is_over(&self, day: Date) -> bool {
        self.ended.is_some() || self.until < day
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(number: i64) -> Date {
        let first = base::parse_iso_date("2024-01-01").unwrap();
        (0..number).fold(first, |day, _| day.next_day().unwrap())
    }

    fn delegation(role: Role, since: i64, until: i64) -> Delegation {
        Delegation {
            id: DelegationId::draw(),
            from: PersonId::draw(),
            to: PersonId::draw(),
            role,
            unit: None,
            since: day(since),
            until: day(until),
            letter: Letter { number: "800/1/2024".to_owned(), dated: day(100) },
            given: Instant::from_micros(0),
            ended: None,
        }
    }

    proptest! {
        /// One without flaws holds on exactly the days from its first to its last, at most as many as are allowed.
        #[test]
        fn a_sound_one_holds_for_its_days(since in 90i64..130, lasts in -3i64..120, days in 1u32..100, ended in any::<bool>()) {
            let held = [Held { role: Role::HeadOfUnit, unit: None, behalf: None }];
            let mut it = delegation(Role::HeadOfUnit, since, since + lasts);
            let flaws = it.flaws(&held, day(100), days);
            prop_assert_eq!(flaws.is_empty(), since >= 100 && (0..i64::from(days)).contains(&lasts), "{:?}", flaws);
            let holds = (0..400).filter(|n| it.holds_on(day(*n))).count();
            prop_assert_eq!(i64::try_from(holds).unwrap(), (lasts + 1).max(0));
            it.ended = ended.then(|| Instant::from_micros(1));
            prop_assert!((0..400).all(|n| !(it.holds_on(day(n)) && it.is_over(day(n)))));
            prop_assert!(!ended || (0..400).all(|n| it.is_over(day(n))));
        }
    }

    #[test]
    fn what_one_was_lent_is_not_lent_on() {
        let it = delegation(Role::PersonnelOfficer, 100, 110);
        let lent = Held { role: Role::PersonnelOfficer, unit: None, behalf: Some(PersonId::draw()) };
        assert_eq!(it.flaws(&[lent], day(100), DAYS_MAX), [Flaw::NotHeld]);
        let narrower = Held { role: Role::PersonnelOfficer, unit: Some(UnitId::draw()), behalf: None };
        assert_eq!(it.flaws(&[narrower], day(100), DAYS_MAX), [Flaw::NotHeld]);
        let own = Held { role: Role::PersonnelOfficer, unit: None, behalf: None };
        assert_eq!(it.flaws(&[own], day(100), DAYS_MAX), []);
        let mut wrong = Delegation { to: it.from, ..it };
        wrong.letter = Letter { number: " ".to_owned(), dated: day(101) };
        assert_eq!(wrong.flaws(&[own], day(100), DAYS_MAX), [Flaw::Oneself, Flaw::Letter, Flaw::LetterDate]);
    }

    #[test]
    fn most_roles_stay_with_their_holder() {
        let free: Vec<Role> = Role::ALL.into_iter().filter(|role| bound(*role).is_none()).collect();
        let expected = [Role::HeadOfUnit, Role::PersonnelOfficer, Role::PreparesForAuthority, Role::LegalOfficer];
        assert_eq!(free, expected);
        let own = Held { role: Role::InstitutionAdministrator, unit: None, behalf: None };
        let it = delegation(Role::InstitutionAdministrator, 100, 101);
        assert_eq!(it.flaws(&[own], day(100), DAYS_MAX), [Flaw::Bound(Bound::GivesAccess)]);
    }
}
