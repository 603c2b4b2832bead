use super::*;
use crate::circular::{Addressees, Body, End, Ending, Signatory};
use crate::paper::{PaperKind, PaperState, Token};
use crate::policy::{Action, Actor, Held, Role, Target, allow};
use base::{Id, parse_iso_date};
use proptest::prelude::*;

const NOW: Instant = Instant::from_micros(1_728_865_800_000_000);

fn circular() -> Circular {
    let dated = parse_iso_date("2024-10-14").unwrap();
    let signatory = Signatory { tenure: String::new(), title: "Bupati".to_owned(), name: "Rahmat".to_owned() };
    let state = State::Published { at: NOW, signatory };
    Circular { state, ..Circular::draft(Id::draw(), dated, Body::default(), Addressees::default()) }
}

fn letter(circular: &Circular, file: Option<FileId>) -> Paper {
    Paper {
        id: Id::draw(),
        kind: PaperKind::Letter,
        object: *circular.id.bytes(),
        token: Token::from_random(&[7; 13]),
        number: None,
        dated: circular.dated,
        initials: String::new(),
        state: PaperState::Valid,
        file,
    }
}

fn permit(person: PersonId) -> Permit {
    let institution = Id::draw();
    let roles = vec![Held::own(Role::DecidingAuthority, None)];
    let actor = Actor::Person { person, institution, roles };
    allow(&actor, Action::SignCertified, &Target::of(institution, "circular")).unwrap()
}

#[test]
fn only_a_letter_of_the_program_is_signed_and_only_by_whom_it_names() {
    let (circular, me) = (circular(), Id::draw());
    let (made, none) = (letter(&circular, Some(Id::draw())), letter(&circular, None));
    let end = End { at: NOW, how: Ending::Replaced { by: Id::draw() } };
    let ended = Circular { end: Some(end), ..circular.clone() };
    let draft = Circular { state: State::Draft, ..circular.clone() };
    let ground = |circular, letter, signatory| Ground { circular, letter, signatory, tries: &[] };
    for (ground, refusal) in [
        (ground(&draft, Some(&made), Some(me)), CertifiedRefusal::NotInForce),
        (ground(&ended, Some(&made), Some(me)), CertifiedRefusal::NotInForce),
        (ground(&circular, None, Some(me)), CertifiedRefusal::NoLetter),
        (ground(&circular, Some(&none), Some(me)), CertifiedRefusal::NoLetter),
        (ground(&circular, Some(&made), None), CertifiedRefusal::NotSignatory),
        (ground(&circular, Some(&made), Some(Id::draw())), CertifiedRefusal::NotSignatory),
    ] {
        assert_eq!(ground.ready(Some(me), NOW), Err(refusal));
    }
    let right = ground(&circular, Some(&made), Some(me));
    assert_eq!(right.ready(Some(me), NOW), Ok(made.file.unwrap()));
    assert_eq!(right.ready(None, NOW), Err(CertifiedRefusal::NotSignatory));
}

fn outcome(kind: u8, at: Instant) -> CertifiedState {
    match kind {
        0 => CertifiedState::Sent,
        1 => CertifiedState::Refused { at, why: NotSigned::Passphrase, words: String::new() },
        2 => CertifiedState::Unknown { at, why: Doubt::BrokenOff },
        _ => CertifiedState::Signed(SignedLetter {
            at,
            file: Id::draw(),
            signer: None,
            form: SignedForm::Kept,
            behind: 0,
        }),
    }
}

proptest! {
    /// Whatever happened and however often somebody taps: no two requests are on their way at once, none follows a
    /// signed one, and none leaves from a page that has not shown what came of the last.
    #[test]
    fn what_was_sent_once_is_not_sent_again_unseen(
        taps in prop::collection::vec((0u32..4, 0u64..200, 0u8..4), 1..24),
    ) {
        let (circular, me) = (circular(), Id::draw());
        let letter = letter(&circular, Some(Id::draw()));
        let mut tries: Vec<CertifiedTry> = Vec::new();
        let mut now = NOW;
        for (seen, seconds, kind) in taps {
            now = now.plus(Duration::from_secs(seconds));
            let ground =
                Ground { circular: &circular, letter: Some(&letter), signatory: Some(me), tries: &tries };
            let newest = tries.first().map(|it| it.state_at(now));
            let turns = tries.first().map_or(0, |it| it.turn);
            match ground.ask(permit(me), Id::draw(), (me, now), seen) {
                Ok((asked, change)) => {
                    prop_assert_eq!((seen, asked.turn), (turns, turns + 1));
                    prop_assert!(!matches!(newest, Some(CertifiedState::Sent | CertifiedState::Signed(_))));
                    let closes = change.effects().len() == 2;
                    let open = tries.first().is_some_and(|it| it.state == CertifiedState::Sent);
                    prop_assert_eq!(closes, open);
                    if let Some(before) = tries.first_mut() {
                        before.state = before.state_at(now);
                    }
                    tries.insert(0, CertifiedTry { state: outcome(kind, now), ..asked });
                }
                Err(CertifiedRefusal::OnItsWay) => prop_assert_eq!(newest, Some(CertifiedState::Sent)),
                Err(CertifiedRefusal::Signed) => {
                    prop_assert!(matches!(newest, Some(CertifiedState::Signed(_))));
                }
                Err(CertifiedRefusal::LookAgain) => prop_assert!(seen != turns),
                Err(other) => prop_assert!(false, "{:?}", other),
            }
        }
    }
}

#[test]
fn the_event_says_what_came_of_it_and_nothing_that_anybody_typed() {
    let me = Id::draw();
    let asked =
        CertifiedTry { id: Id::draw(), circular: Id::draw(), turn: 2, by: me, sent: NOW, state: CertifiedState::Sent };
    let words = "NIK tidak dikenal".to_owned();
    let state = CertifiedState::Refused { at: NOW, why: NotSigned::Signer, words };
    let change = asked.end(permit(me), state, None);
    let (event, salts) = change.event(NOW, &mut base::Occasion::seeded(NOW, [1; 32]).chance());
    let told = String::from_utf8_lossy(&event.encode()).into_owned();
    assert!(told.contains("refused") && told.contains("signer") && !told.contains("dikenal"), "{told}");
    assert!(salts.is_empty());
}
