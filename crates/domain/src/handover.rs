//! Handing over: whoever leaves an office leaves what they hold to a successor. One proposes it, who leaves or an
//! administrator; the successor accepts it, and at that moment the roles change hands.

use crate::delegation;
use crate::ids::{GrantId, HandoverId, PersonId, UnitId};
use crate::policy::Role;
use base::Instant;
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How long a proposal waits for the successor: fourteen calendar days.
pub const WAITS: Duration = Duration::from_secs(14 * 24 * 60 * 60);

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandoverState {
    /// The successor has said nothing.
    Proposed,
    /// The successor accepted it.
    Accepted,
    /// The successor does not want it.
    Declined,
    /// Whoever leaves, or an administrator, took it back.
    CalledOff,
}

impl HandoverState {
    /// All states.
    pub const ALL: [Self; 4] = [Self::Proposed, Self::Accepted, Self::Declined, Self::CalledOff];

    /// The name under which it is stored.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::CalledOff => "called_off",
        }
    }

    /// Reads [`HandoverState::code`].
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// How a handover stands at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It waits for the successor.
    Waiting,
    /// The successor accepted it.
    Accepted,
    /// The successor does not want it.
    Declined,
    /// It was taken back.
    CalledOff,
    /// The successor said nothing in time.
    Lapsed,
}

/// A role that changes hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandedRole {
    /// The grant by which the one who leaves holds it.
    pub grant: GrantId,
    /// The role.
    pub role: Role,
    /// Over which unit; none means the whole institution.
    pub unit: Option<UnitId>,
}

/// How much waits for whoever holds the roles, by kind. Numbers, never names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Waiting {
    /// Drafts of circulars.
    pub drafts: u32,
    /// Scans of signed letters that a second person has to compare.
    pub scans: u32,
    /// Orders of activation slips that a second person has to release.
    pub slips: u32,
    /// Lines of signed sheets that have to be compared.
    pub samples: u32,
    /// Lines of readings that have to be compared; nothing in minutes from before these were counted.
    #[serde(default)]
    pub hearings: u32,
    /// Lines of village packs that were keyed and have to be compared; likewise.
    #[serde(default)]
    pub packs: u32,
    /// Signatures that somebody has to look at.
    pub checks: u32,
    /// Roster files on which nobody has decided.
    pub imports: u32,
    /// Imports that can still be undone: the last one, or none.
    pub undoable: u32,
}

/// What was moved when a handover was accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedOver {
    /// What waited at that moment.
    pub waiting: Waiting,
    /// How many delegations ended, given and received.
    pub delegations: u32,
    /// How many kiosks ended that the one who left had opened.
    pub kiosks: u32,
}

/// Who decided about a proposal, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Instant,
}

/// Roles that somebody leaves to a successor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Its id.
    pub id: HandoverId,
    /// One more with every change.
    pub version: i64,
    /// Who leaves the roles.
    pub leaving: PersonId,
    /// Who takes them on.
    pub successor: PersonId,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// When.
    pub proposed: Instant,
    /// The roles that were proposed; once accepted, those that changed hands. Empty where only the rest was read.
    pub roles: Vec<HandedRole>,
    /// What became of it.
    pub state: HandoverState,
    /// By whom and when, once something did.
    pub decided: Option<Decided>,
    /// What was moved, once it was accepted.
    pub done: Option<HandedOver>,
}

/// Why something cannot be done with a handover.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandoverRefusal {
    /// Nobody succeeds themselves.
    Oneself,
    /// Whoever proposes it for somebody else does not take it on: the second confirmation is another person's.
    SecondPerson,
    /// There is no role that could be handed over.
    Nothing,
    /// Another proposal of the same person waits.
    Waits,
    /// It waits no more.
    Over,
}

/// Whether a role can change hands in a handover that an administrator proposes, or the holder alone. Those that follow
/// from a post do with the post. Those that open personal data, give access or oversee others are left to a successor by
/// their holder only together with an administrator.
#[must_use]
pub fn moves(role: Role, by_administrator: bool) -> bool {
    role.is_granted() && (by_administrator || delegation::bound(role).is_none())
}

impl Handover {
    /// A proposal.
    ///
    /// # Errors
    /// [`HandoverRefusal::Oneself`], [`HandoverRefusal::SecondPerson`] and [`HandoverRefusal::Nothing`].
    pub fn propose(
        id: HandoverId,
        (leaving, successor): (PersonId, PersonId),
        roles: Vec<HandedRole>,
        (by, at): (PersonId, Instant),
    ) -> Result<Self, HandoverRefusal> {
        if leaving == successor {
            return Err(HandoverRefusal::Oneself);
        }
        if by == successor {
            return Err(HandoverRefusal::SecondPerson);
        }
        if roles.is_empty() {
            return Err(HandoverRefusal::Nothing);
        }
        let state = HandoverState::Proposed;
        let (decided, done) = (None, None);
        Ok(Self { id, version: 1, leaving, successor, proposed_by: by, proposed: at, roles, state, decided, done })
    }

    /// How it stands at `now`.
    #[must_use]
    pub fn stands(&self, now: Instant) -> Standing {
        match self.state {
            HandoverState::Proposed if now.since(self.proposed) < WAITS => Standing::Waiting,
            HandoverState::Proposed => Standing::Lapsed,
            HandoverState::Accepted => Standing::Accepted,
            HandoverState::Declined => Standing::Declined,
            HandoverState::CalledOff => Standing::CalledOff,
        }
    }

    fn decide(&self, state: HandoverState, by: PersonId, at: Instant) -> Self {
        Self { version: self.version + 1, state, decided: Some(Decided { by, at }), ..self.clone() }
    }

    /// The successor accepts it: `roles` of those that were proposed are still held and change hands now.
    ///
    /// # Errors
    /// [`HandoverRefusal::Over`] when it waits no more, [`HandoverRefusal::Nothing`] when none of them is still held.
    pub fn accept(&self, roles: Vec<HandedRole>, done: HandedOver, at: Instant) -> Result<Self, HandoverRefusal> {
        if self.stands(at) != Standing::Waiting {
            return Err(HandoverRefusal::Over);
        }
        if roles.is_empty() {
            return Err(HandoverRefusal::Nothing);
        }
        Ok(Self { roles, done: Some(done), ..self.decide(HandoverState::Accepted, self.successor, at) })
    }

    /// The successor does not want it.
    ///
    /// # Errors
    /// [`HandoverRefusal::Over`] when it waits no more.
    pub fn decline(&self, at: Instant) -> Result<Self, HandoverRefusal> {
        match self.stands(at) {
            Standing::Waiting => Ok(self.decide(HandoverState::Declined, self.successor, at)),
            _ => Err(HandoverRefusal::Over),
        }
    }

    /// Takes it back, also after nobody answered in time.
    ///
    /// # Errors
    /// [`HandoverRefusal::Over`] when it was decided.
    pub fn call_off(&self, by: PersonId, at: Instant) -> Result<Self, HandoverRefusal> {
        match self.state {
            HandoverState::Proposed => Ok(self.decide(HandoverState::CalledOff, by, at)),
            _ => Err(HandoverRefusal::Over),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const DONE: HandedOver = HandedOver {
        waiting: Waiting {
            drafts: 0,
            scans: 0,
            slips: 0,
            samples: 0,
            hearings: 0,
            packs: 0,
            checks: 0,
            imports: 0,
            undoable: 0,
        },
        delegations: 0,
        kiosks: 0,
    };

    fn role() -> HandedRole {
        HandedRole { grant: GrantId::draw(), role: Role::PersonnelOfficer, unit: None }
    }

    fn proposal() -> Handover {
        let people = (PersonId::draw(), PersonId::draw());
        Handover::propose(HandoverId::draw(), people, vec![role()], (people.0, Instant::from_micros(0))).unwrap()
    }

    #[test]
    fn a_minute_from_before_everything_was_counted_is_read() {
        let old = r#"{"drafts":1,"scans":0,"slips":0,"samples":2,"checks":0,"imports":0,"undoable":0}"#;
        let read: Waiting = serde_json::from_str(old).unwrap();
        assert_eq!(read, Waiting { drafts: 1, samples: 2, ..Waiting::default() });
    }

    #[test]
    fn it_always_takes_two_people() {
        let (leaving, other) = (PersonId::draw(), PersonId::draw());
        let propose = |successor, by, roles| {
            let at = Instant::from_micros(0);
            Handover::propose(HandoverId::draw(), (leaving, successor), roles, (by, at)).map(|it| it.successor)
        };
        assert_eq!(propose(leaving, leaving, vec![role()]), Err(HandoverRefusal::Oneself));
        assert_eq!(propose(leaving, other, vec![role()]), Err(HandoverRefusal::Oneself));
        assert_eq!(propose(other, other, vec![role()]), Err(HandoverRefusal::SecondPerson));
        assert_eq!(propose(other, leaving, Vec::new()), Err(HandoverRefusal::Nothing));
        assert_eq!(propose(other, leaving, vec![role()]), Ok(other));
        assert_eq!(propose(other, PersonId::draw(), vec![role()]), Ok(other));
    }

    #[test]
    fn only_with_an_administrator_does_access_change_hands() {
        let moved = |by| Role::ALL.into_iter().filter(|role| moves(*role, by)).collect::<Vec<_>>();
        assert_eq!(moved(false), [Role::PersonnelOfficer, Role::PreparesForAuthority, Role::LegalOfficer]);
        assert!(
            moved(true).contains(&Role::InstitutionAdministrator) && moved(true).contains(&Role::IdentityCustodian)
        );
        assert!(!moved(true).contains(&Role::HeadOfUnit), "it follows from the post");
    }

    #[derive(Debug, Clone, Copy)]
    enum Act {
        Accept,
        Decline,
        CallOff,
    }

    proptest! {
        /// Whatever is tried at whatever time: it is decided at most once, and accepted only in time.
        #[test]
        fn it_is_decided_once(acts in prop::collection::vec((prop::sample::select(vec![Act::Accept, Act::Decline, Act::CallOff]), 0u64..30), 1..8)) {
            let mut it = proposal();
            for (act, days) in acts {
                let at = Instant::from_micros(0).plus(Duration::from_secs(days * 86_400));
                let (was, in_time) = (it.state, at.since(it.proposed) < WAITS);
                let next = match act {
                    Act::Accept => it.accept(vec![role()], DONE, at),
                    Act::Decline => it.decline(at),
                    Act::CallOff => it.call_off(it.leaving, at),
                };
                let open = was == HandoverState::Proposed;
                prop_assert_eq!(next.is_ok(), open && (in_time || matches!(act, Act::CallOff)));
                if let Ok(next) = next {
                    prop_assert_eq!(next.version, it.version + 1);
                    prop_assert_eq!(next.done.is_some(), matches!(act, Act::Accept));
                    it = next;
                }
                prop_assert_eq!(it.decided.is_some(), it.state != HandoverState::Proposed);
            }
        }
    }
}
