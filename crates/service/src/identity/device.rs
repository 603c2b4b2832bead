use crate::{Keys, Refusal};
use base::Chance;
use domain::ids::{InstitutionId, KioskId, PersonId};
use domain::kiosk::Kiosk;
use domain::machine::Machine;
use domain::paper::letters;
use subtle::ConstantTimeEq;

/// Most people whom one computer remembers; an office's computer is shared.
const REMEMBERED: usize = 8;

/// Characters of a device's own name.
const NAME: usize = 25;

/// Characters of a mark.
const MARK: usize = 16;

/// What a browser shows of itself when somebody signs in.
///
/// Its cookie holds a random name and a mark for each person who has signed in there. A mark is a keyed hash, so it
/// cannot be made elsewhere, and it says nothing about the person to whoever looks at the cookie.
#[derive(Clone)]
pub struct Device {
    name: Option<String>,
    marks: Vec<String>,
    network: Vec<u8>,
    agent: Vec<u8>,
    kiosk: Option<(KioskId, InstitutionId)>,
}

impl Device {
    /// A browser with this cookie, network prefix and user agent; each may be missing.
    #[must_use]
    pub fn new(cookie: Option<&str>, network: &[u8], agent: &[u8]) -> Self {
        let mut parts = cookie.unwrap_or_default().split('.');
        let is_ours = |part: &&str, length| part.len() == length && part.bytes().all(|b| b.is_ascii_alphanumeric());
        let name = parts.next().filter(|part| is_ours(part, NAME)).map(str::to_owned);
        let marks = parts.filter(|part| is_ours(part, MARK)).take(REMEMBERED).map(str::to_owned).collect();
        Self { name, marks, network: network.to_vec(), agent: agent.to_vec(), kiosk: None }
    }

    /// The same browser as a kiosk: sessions on it are short, and it remembers nobody.
    #[must_use]
    pub fn at_kiosk(mut self, kiosk: &Kiosk) -> Self {
        (self.name, self.marks) = (None, Vec::new());
        self.kiosk = Some((kiosk.id, kiosk.institution));
        self
    }

    /// The kiosk that it is, for somebody of this institution.
    ///
    /// # Errors
    /// [`Refusal::KioskElsewhere`] when it is a kiosk of another institution, whose operator vouches for nobody else.
    pub(super) fn kiosk(&self, institution: InstitutionId) -> Result<Option<KioskId>, Refusal> {
        match self.kiosk {
            Some((_, own)) if own != institution => Err(Refusal::KioskElsewhere),
            kiosk => Ok(kiosk.map(|(id, _)| id)),
        }
    }

    /// The name of the device if `person` has signed in on it before.
    pub(super) fn known_to(&self, keys: &Keys, person: PersonId) -> Option<&str> {
        let name = self.name.as_deref()?;
        let expected = mark(keys, name, person);
        let fits = |mark: &String| bool::from(mark.as_bytes().ct_eq(expected.as_bytes()));
        self.marks.iter().any(fits).then_some(name)
    }

    /// The cookie with which the device remembers `person`, the latest first.
    pub(super) fn remember(&self, keys: &Keys, person: PersonId, chance: &mut Chance) -> String {
        let fresh = letters(&chance.bytes::<16>(), NAME);
        let (name, marks) = match &self.name {
            Some(name) => (name.clone(), self.marks.as_slice()),
            None => (fresh, [].as_slice()),
        };
        let new = mark(keys, &name, person);
        let others = marks.iter().filter(|mark| **mark != new).take(REMEMBERED - 1);
        let marks: Vec<&str> = std::iter::once(new.as_str()).chain(others.map(String::as_str)).collect();
        format!("{name}.{}", marks.join("."))
    }

    /// The random name in its cookie.
    pub(crate) fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    /// The part of the network it asks from.
    pub(crate) fn network(&self) -> &[u8] {
        &self.network
    }

    /// What kind of device it says it is.
    pub(super) fn machine(&self) -> Machine {
        Machine::of_agent(&self.agent)
    }

    /// What it calls itself.
    pub(super) fn agent(&self) -> &[u8] {
        &self.agent
    }
}

fn mark(keys: &Keys, name: &str, person: PersonId) -> String {
    letters(&keys.hash("device", &[name.as_bytes(), person.bytes()].concat()), MARK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::{Instant, Occasion};
    use proptest::prelude::*;

    #[test]
    fn a_device_knows_who_signed_in_and_nobody_else() {
        let (keys, other) = (Keys::new(&[1; 32]), Keys::new(&[2; 32]));
        let mut chance = Occasion::draw(Instant::from_micros(0)).chance();
        let people: Vec<PersonId> = (0..=REMEMBERED).map(|_| PersonId::draw()).collect();
        let mut device = Device::new(None, b"", b"");
        for person in &people {
            assert_eq!(device.known_to(&keys, *person), None);
            device = Device::new(Some(&device.remember(&keys, *person, &mut chance)), b"", b"");
            assert!(device.known_to(&keys, *person).is_some());
            assert_eq!(device.known_to(&other, *person), None, "a cookie of another installation");
        }
        assert_eq!(device.known_to(&keys, people[0]), None, "the oldest is forgotten");
        assert!(device.known_to(&keys, people[1]).is_some());
    }

    #[test]
    fn signing_in_again_adds_no_second_mark() {
        let (keys, person) = (Keys::new(&[1; 32]), PersonId::draw());
        let mut chance = Occasion::draw(Instant::from_micros(0)).chance();
        let once = Device::new(None, b"", b"").remember(&keys, person, &mut chance);
        assert_eq!(Device::new(Some(&once), b"", b"").remember(&keys, person, &mut chance), once);
    }

    proptest! {
        #[test]
        fn a_made_up_cookie_is_known_to_nobody(cookie in "[A-Z0-9.]{0,200}") {
            let device = Device::new(Some(&cookie), b"", b"");
            prop_assert_eq!(device.known_to(&Keys::new(&[1; 32]), PersonId::draw()), None);
        }
    }
}
