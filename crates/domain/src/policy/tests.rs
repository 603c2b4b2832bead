use super::*;
use proptest::prelude::*;

/// Role × action as a table of letters, so that a change of permission is a visible difference.
#[test]
fn the_table_is_the_golden_file() {
    let mut table = format!("{:<26}", "");
    let head: Vec<String> = Role::ALL.iter().map(|role| role.code().to_owned()).collect();
    table.push_str("O own, U unit, I institution, A installation, . no\n");
    let mark = |n: usize| u32::try_from(n).ok().and_then(|n| char::from_digit(n, 36)).unwrap();
    for (n, role) in head.iter().enumerate() {
        table.push_str(&format!("{:<26}{} {role}\n", "", mark(n)));
    }
    table.push_str(&format!("{:<26}{}\n", "action", (0..head.len()).map(mark).collect::<String>()));
    for action in Action::ALL {
        let row: String = Role::ALL
            .iter()
            .map(|role| match reach(*role, *action) {
                None => '.',
                Some(Reach::Own) => 'O',
                Some(Reach::Unit) => 'U',
                Some(Reach::Institution) => 'I',
                Some(Reach::Installation) => 'A',
            })
            .collect();
        table.push_str(&format!("{:<26}{row}\n", action.code()));
    }
    insta::assert_snapshot!("policy", table);
}

fn any_role() -> impl Strategy<Value = Role> {
    prop::sample::select(Role::ALL.to_vec())
}

fn any_action() -> impl Strategy<Value = Action> {
    prop::sample::select(Action::ALL.to_vec())
}

proptest! {
    /// Nobody reaches another institution, whatever the role, but for what is open to the whole installation.
    #[test]
    fn institutions_are_walls(role in any_role(), action in any_action(), own in any::<bool>()) {
        let (mine, other, me, unit) = (InstitutionId::draw(), InstitutionId::draw(), PersonId::draw(), UnitId::draw());
        let roles = vec![Held::own(role, None), Held::own(role, Some(unit))];
        let actor = Actor::Person { person: me, institution: mine, roles };
        let target = Target::of(if own { mine } else { other }, "thing").person(me).units(vec![unit]);
        let allowed = allow(&actor, action, &target).is_ok();
        match reach(role, action) {
            None => prop_assert!(!allowed),
            Some(Reach::Installation) => prop_assert!(allowed),
            Some(_) => prop_assert_eq!(allowed, own),
        }
    }

    /// A head reaches the units under their own and no other.
    #[test]
    fn a_head_reaches_only_below(action in any_action(), inside in any::<bool>()) {
        let (institution, mine, other) = (InstitutionId::draw(), UnitId::draw(), UnitId::draw());
        let held = Held::own(Role::HeadOfUnit, Some(mine));
        let actor = Actor::Person { person: PersonId::draw(), institution, roles: vec![held] };
        let path = if inside { vec![other, mine] } else { vec![other] };
        let target = Target::of(institution, "unit").units(path);
        if allow(&actor, action, &target).is_ok() {
            prop_assert!(inside || reach(Role::HeadOfUnit, action) == Some(Reach::Installation));
        }
    }

    /// What is one's own is nobody else's, in whatever role.
    #[test]
    fn own_is_own(action in any_action()) {
        let (institution, me, other) = (InstitutionId::draw(), PersonId::draw(), PersonId::draw());
        let roles = vec![Held::own(Role::Employee, None)];
        let actor = Actor::Person { person: me, institution, roles };
        let target = Target::of(institution, "task").person(other);
        if let Ok(permit) = allow(&actor, action, &target) {
            prop_assert_eq!(reach(Role::Employee, permit.action()), Some(Reach::Installation));
        }
    }
}

#[test]
fn the_administrator_reads_no_person_and_no_draft() {
    for action in [Action::ViewPeople, Action::ViewPersonRecord, Action::ViewDraft, Action::UnmaskNumber] {
        assert_eq!(reach(Role::InstitutionAdministrator, action), None);
        assert_eq!(reach(Role::PlatformOperator, action), None);
    }
}

#[test]
fn questions_are_read_and_answered_by_the_adviser_alone() {
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Adviser) {
        for action in [Action::ViewQuestions, Action::AnswerQuestion, Action::ProposeAnswer] {
            assert_eq!(reach(role, action), None, "{role:?} {action:?}");
        }
        assert_eq!(role.excludes(Role::Adviser), role.is_of_cases(), "{role:?}");
        assert_eq!(Role::Adviser.excludes(role), role.excludes(Role::Adviser), "{role:?}");
    }
    assert!(Role::Adviser.needs_second_factor() && Role::Adviser.ends_with_employment());
}

#[test]
fn whoever_acts_for_the_whole_institution_signs_in_with_two_factors() {
    let acts = [
        Action::PublishCircular,
        Action::SubmitScan,
        Action::ConfirmScan,
        Action::WithdrawCircular,
        Action::BeginDrive,
        Action::RecordPost,
        Action::ConfirmAppointment,
        Action::DecideMerge,
        Action::GrantRole,
        Action::ViewPeople,
        Action::UnmaskNumber,
    ];
    for role in Role::ALL.into_iter().filter(|role| !matches!(role, Role::System)) {
        for action in acts.into_iter().filter(|action| reach(role, *action) == Some(Reach::Institution)) {
            assert!(role.needs_second_factor(), "{role:?} may {action:?} by a password alone");
        }
    }
}

#[test]
fn the_event_says_who_in_which_role_did_what_to_which_object() {
    let (institution, person) = (InstitutionId::draw(), PersonId::draw());
    let actor = Actor::Person { person, institution, roles: vec![Held::own(Role::Employee, None)] };
    let target = Target::of(institution, "task").person(person).object([7; 16]);
    let event = allow(&actor, Action::SignPact, &target).unwrap().event([1; 16], Instant::from_micros(5));
    assert_eq!((event.action.as_str(), event.role.as_str(), event.object), ("sign_pact", "employee", Some([7; 16])));
    assert_eq!(event.actor, ledger::Actor::Person(*person.bytes()));
}
