//! How a step was taken and how a pact was signed: on whose device, by which proof, and who vouches for it.

use crate::ids::PersonId;
use crate::knowledge::{Proof, Step};

/// What a browser is called by its own random cookie, hashed under the installation's key. It tells one device from
/// another and nothing about whoever holds it.
pub type DeviceMark = [u8; 32];

/// How many people may pledge and sign on one device before somebody has to confirm that it was they.
pub const PEOPLE_PER_DEVICE: i64 = 3;

/// How surely a signature is the signer's own act, in a word that anybody may learn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assurance {
    /// On a device on which nobody else had signed before.
    OwnDevice,
    /// On a device on which somebody else had signed before.
    SharedDevice,
    /// On a shared computer that a named operator had put into kiosk mode.
    Kiosk,
    /// By hand on paper; a named person attests it.
    Paper,
}

impl Assurance {
    /// All of them, the surest first.
    pub const ALL: [Self; 4] = [Self::OwnDevice, Self::SharedDevice, Self::Kiosk, Self::Paper];

    /// The name under which it is stored and audited.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OwnDevice => "own_device",
            Self::SharedDevice => "shared_device",
            Self::Kiosk => "kiosk",
            Self::Paper => "paper",
        }
    }

    /// Reads [`Assurance::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|assurance| assurance.code() == code)
    }
}

/// How a pact was signed. Whoever signs on paper proves nothing to the program, and whoever signs elsewhere always does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// On a device on which nobody else had signed before.
    OwnDevice(Proof),
    /// On a device on which somebody else had signed before.
    SharedDevice(Proof),
    /// On a shared computer in kiosk mode.
    Kiosk {
        /// How the signer proved to be themselves.
        proof: Proof,
        /// Who had put the computer into kiosk mode.
        operator: PersonId,
    },
    /// By hand on paper.
    Paper {
        /// Who attests to have the sheet and to have seen who signed.
        attested_by: PersonId,
    },
}

impl Manner {
    /// The plain word for it.
    #[must_use]
    pub const fn assurance(self) -> Assurance {
        match self {
            Self::OwnDevice(_) => Assurance::OwnDevice,
            Self::SharedDevice(_) => Assurance::SharedDevice,
            Self::Kiosk { .. } => Assurance::Kiosk,
            Self::Paper { .. } => Assurance::Paper,
        }
    }

    /// How the signer proved to be themselves; nothing on paper.
    #[must_use]
    pub const fn proof(self) -> Option<Proof> {
        match self {
            Self::OwnDevice(proof) | Self::SharedDevice(proof) | Self::Kiosk { proof, .. } => Some(proof),
            Self::Paper { .. } => None,
        }
    }

    /// The operator of the kiosk, or who attests the paper.
    #[must_use]
    pub const fn named(self) -> Option<PersonId> {
        match self {
            Self::OwnDevice(_) | Self::SharedDevice(_) => None,
            Self::Kiosk { operator, .. } => Some(operator),
            Self::Paper { attested_by } => Some(attested_by),
        }
    }

    /// Puts together what is stored apart; nothing when the parts do not fit.
    #[must_use]
    pub const fn from_parts(assurance: Assurance, proof: Option<Proof>, named: Option<PersonId>) -> Option<Self> {
        match (assurance, proof, named) {
            (Assurance::OwnDevice, Some(proof), None) => Some(Self::OwnDevice(proof)),
            (Assurance::SharedDevice, Some(proof), None) => Some(Self::SharedDevice(proof)),
            (Assurance::Kiosk, Some(proof), Some(operator)) => Some(Self::Kiosk { proof, operator }),
            (Assurance::Paper, None, Some(attested_by)) => Some(Self::Paper { attested_by }),
            _ => None,
        }
    }

    /// How a pact is signed by somebody who takes the step this way and proves themselves; nothing where one cannot
    /// sign, which is by hearing a circular read out, nor prove anything, which is on paper.
    #[must_use]
    pub const fn proved(way: Way, proof: Proof) -> Option<Self> {
        match way {
            Way::OwnDevice { .. } => Some(Self::OwnDevice(proof)),
            Way::SharedDevice { .. } => Some(Self::SharedDevice(proof)),
            Way::Kiosk { operator } => Some(Self::Kiosk { proof, operator }),
            Way::Reading { .. } | Way::Paper { .. } => None,
        }
    }
}

/// How one step of a task was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// With the person's own sign-in. The device is noted where it matters, at pledge and signature.
    OwnDevice {
        /// Which.
        device: Option<DeviceMark>,
    },
    /// With the person's own sign-in, on a device on which somebody else had pledged or signed before.
    SharedDevice {
        /// Which; none when the browser kept its name to itself.
        device: Option<DeviceMark>,
    },
    /// On a shared computer in kiosk mode.
    Kiosk {
        /// Who had put the computer into kiosk mode.
        operator: PersonId,
    },
    /// By having been there when the circular was read out.
    Reading {
        /// Who recorded the attendance.
        recorded_by: PersonId,
    },
    /// By hand on paper.
    Paper {
        /// Who attests it.
        attested_by: PersonId,
        /// Who attests it beside them, where two have to: who keyed what the other compared.
        also: Option<PersonId>,
    },
}

impl Way {
    /// With one's own sign-in, on a device that is not noted.
    pub const OWN: Self = Self::OwnDevice { device: None };

    /// The names of all ways, as they are stored.
    pub const CODES: [&'static str; 5] = ["own_device", "shared_device", "kiosk", "reading", "paper"];

    /// The name under which it is stored and audited.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::OwnDevice { .. } => "own_device",
            Self::SharedDevice { .. } => "shared_device",
            Self::Kiosk { .. } => "kiosk",
            Self::Reading { .. } => "reading",
            Self::Paper { .. } => "paper",
        }
    }

    /// Whoever vouches for it: the operator, who recorded or who attests it.
    #[must_use]
    pub const fn named(self) -> Option<PersonId> {
        match self {
            Self::OwnDevice { .. } | Self::SharedDevice { .. } => None,
            Self::Kiosk { operator } => Some(operator),
            Self::Reading { recorded_by } => Some(recorded_by),
            Self::Paper { attested_by, .. } => Some(attested_by),
        }
    }

    /// Whoever vouches for it beside [`Way::named`], where two have to.
    #[must_use]
    pub const fn also(self) -> Option<PersonId> {
        match self {
            Self::Paper { also, .. } => also,
            Self::OwnDevice { .. } | Self::SharedDevice { .. } | Self::Kiosk { .. } | Self::Reading { .. } => None,
        }
    }

    /// The device, where it is noted.
    #[must_use]
    pub const fn device(self) -> Option<DeviceMark> {
        match self {
            Self::OwnDevice { device } | Self::SharedDevice { device } => device,
            Self::Kiosk { .. } | Self::Reading { .. } | Self::Paper { .. } => None,
        }
    }

    /// Puts together what is stored apart; nothing when the parts do not fit.
    #[must_use]
    pub fn from_parts(
        code: &str,
        (named, also): (Option<PersonId>, Option<PersonId>),
        device: Option<DeviceMark>,
    ) -> Option<Self> {
        match (code, named, also, device) {
            ("own_device", None, None, device) => Some(Self::OwnDevice { device }),
            ("shared_device", None, None, device) => Some(Self::SharedDevice { device }),
            ("kiosk", Some(operator), None, None) => Some(Self::Kiosk { operator }),
            ("reading", Some(recorded_by), None, None) => Some(Self::Reading { recorded_by }),
            ("paper", Some(attested_by), also, None) => Some(Self::Paper { attested_by, also }),
            _ => None,
        }
    }
}

/// How the steps of one task were taken, as far as it was not plainly with one's own sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ways(pub Vec<(Step, Way)>);

impl Ways {
    /// How `step` was taken, if it was.
    #[must_use]
    pub fn of(&self, step: Step) -> Way {
        self.0.iter().find(|(taken, _)| *taken == step).map_or(Way::OWN, |(_, way)| *way)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn person() -> impl Strategy<Value = PersonId> {
        any::<[u8; 16]>().prop_map(|bytes| PersonId::from_bytes(&bytes).unwrap())
    }

    fn proof() -> impl Strategy<Value = Proof> {
        prop_oneof![Just(Proof::Password), Just(Proof::Passkey)]
    }

    fn manner() -> impl Strategy<Value = Manner> {
        prop_oneof![
            proof().prop_map(Manner::OwnDevice),
            proof().prop_map(Manner::SharedDevice),
            (proof(), person()).prop_map(|(proof, operator)| Manner::Kiosk { proof, operator }),
            person().prop_map(|attested_by| Manner::Paper { attested_by }),
        ]
    }

    fn way() -> impl Strategy<Value = Way> {
        let device = || prop::option::of(any::<[u8; 32]>());
        prop_oneof![
            device().prop_map(|device| Way::OwnDevice { device }),
            device().prop_map(|device| Way::SharedDevice { device }),
            person().prop_map(|operator| Way::Kiosk { operator }),
            person().prop_map(|recorded_by| Way::Reading { recorded_by }),
            (person(), prop::option::of(person())).prop_map(|(attested_by, also)| Way::Paper { attested_by, also }),
        ]
    }

    proptest! {
        #[test]
        fn a_manner_survives_being_stored_in_parts(manner in manner()) {
            let parts = (manner.assurance(), manner.proof(), manner.named());
            prop_assert_eq!(Manner::from_parts(parts.0, parts.1, parts.2), Some(manner));
        }

        /// No other parts make a manner: a signature on paper with a password, or in a kiosk that nobody runs.
        #[test]
        fn parts_that_do_not_fit_are_no_manner(
            assurance in prop::sample::select(Assurance::ALL.to_vec()),
            proof in prop::option::of(proof()),
            named in prop::option::of(person()),
        ) {
            let fits = proof.is_none() == (assurance == Assurance::Paper)
                && named.is_some() == matches!(assurance, Assurance::Kiosk | Assurance::Paper);
            let manner = Manner::from_parts(assurance, proof, named);
            prop_assert_eq!(manner.is_some(), fits);
            prop_assert!(manner.is_none_or(|manner| manner.assurance() == assurance));
        }

        #[test]
        fn a_way_survives_being_stored_in_parts(way in way()) {
            prop_assert!(Way::CODES.contains(&way.code()));
            prop_assert_eq!(Way::from_parts(way.code(), (way.named(), way.also()), way.device()), Some(way));
        }

        /// What is proved at signing is told of the signature as it is told of the step.
        #[test]
        fn a_signature_is_as_sure_as_the_way_it_was_given(way in way(), proof in proof()) {
            match Manner::proved(way, proof) {
                Some(manner) => {
                    prop_assert_eq!(manner.assurance().code(), way.code());
                    prop_assert_eq!((manner.proof(), manner.named()), (Some(proof), way.named()));
                }
                None => prop_assert!(way.named().is_some() && way.code() != "kiosk"),
            }
        }
    }

    #[test]
    fn codes_are_read_back() {
        for assurance in Assurance::ALL {
            assert_eq!(Assurance::from_code(assurance.code()), Some(assurance));
        }
        assert_eq!(Assurance::from_code("elsewhere"), None);
    }
}
