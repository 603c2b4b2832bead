//! Accounts, passkeys, activation codes, sessions, ceremonies and throttles.

use crate::support::{FACTS, NOW, World, after, behaviours, day, get, get_outside, put, put_outside};
use base::Id;
use domain::change::{Activation, Effect, Passkey, SecondFactor};
use domain::ids::{AccountId, PersonId};
use domain::kiosk::Kiosk;
use domain::knowledge::Proof;
use domain::machine::{Browser, Machine, Platform};
use domain::slip_batch::{Decided, SlipBatch};
use store::data::accounts::SlipLine;
use store::data::sessions::{Facts, SessionLine, Throttle};
use store::{Class, StoreError};

behaviours!(
    a_person_has_one_account,
    passwords_are_set_and_removed,
    passkeys_are_kept_counted_and_removed,
    an_activation_code_is_used_once,
    a_new_code_retires_older_ones,
    an_order_of_slips_is_decided_once,
    sessions_live_until_they_are_closed,
    a_session_tells_what_it_knows,
    a_kiosk_is_known_by_its_token_until_it_is_ended,
    one_session_of_an_account_ends,
    an_account_has_one_second_factor,
    a_code_is_taken_once_and_none_before_it,
    recovery_codes_are_used_once,
    the_second_factor_makes_a_session_strong,
    every_session_of_an_account_ends,
    a_ceremony_is_taken_once,
    throttles_are_counted_and_forgotten,
    what_has_ended_is_swept,
);

async fn a_person_has_one_account(world: World) {
    let town = world.settle().await;
    let (person, nobody) = (town.persons[0].id, town.persons[3].id);
    let account = get!(world, accounts::of_person(person)).unwrap();
    assert_eq!((account.id, account.person), (town.accounts[0], person));
    assert!(get!(world, accounts::of_person(nobody)).is_none());
    let engagement = town.engagements.iter().find(|line| line.person == nobody).unwrap();
    let (unit, on) = (engagement.unit, engagement.since);
    let missing: Vec<PersonId> =
        get!(world, accounts::missing_in_unit((unit, false), (on, NOW), 100)).into_iter().map(|(id, _)| id).collect();
    assert!(missing.contains(&nobody) && !missing.contains(&person), "{missing:?}");
    // The first unit is above all others.
    let top = town.units[0].id;
    let below = get!(world, accounts::missing_in_unit((top, true), (on, NOW), 100));
    assert_eq!(below.len(), town.persons.len() - town.accounts.len());
    assert!(get!(world, accounts::missing_in_unit((top, false), (on, NOW), 100)).len() < below.len());
    let again = world.record([Effect::AccountAdded { id: Id::draw(), person, at: after(9) }]).await.unwrap();
    assert_eq!(again.rows, 0, "the account that is there stays");
    assert_eq!(get!(world, accounts::of_person(person)).unwrap().id, town.accounts[0]);
    let stranger = Effect::AccountAdded { id: Id::draw(), person: PersonId::draw(), at: NOW };
    assert_eq!(world.record([stranger]).await.unwrap_err().class(), Some(Class::ForeignKey));
}

async fn passwords_are_set_and_removed(world: World) {
    let town = world.settle().await;
    let (account, person) = (town.accounts[0], town.persons[0].id);
    for hash in [Some("$argon2id$v=19$satu".to_owned()), None, Some("$argon2id$v=19$dua".to_owned())] {
        world.record([Effect::PasswordSet { account, hash: hash.clone() }]).await.unwrap();
        assert_eq!(get!(world, accounts::of_person(person)).unwrap().password, hash);
    }
    let stale = world.record([Effect::PasswordSet { account: AccountId::draw(), hash: None }]).await;
    assert_eq!(stale, Err(StoreError::Stale { effect: "password_set" }));
}

async fn passkeys_are_kept_counted_and_removed(world: World) {
    let town = world.settle().await;
    let (account, other) = (town.accounts[0], town.accounts[1]);
    let first = town.passkeys[0].clone();
    let second =
        Passkey { id: Id::draw(), credential: vec![0, 255, 7], data: "{}".to_owned(), at: after(4), ..first.clone() };
    world.record([Effect::PasskeyAdded(Box::new(second.clone()))]).await.unwrap();
    assert_eq!(get!(world, accounts::passkeys(account)), [first.clone(), second.clone()]);
    let found = get_outside!(world, accounts::passkey_anywhere(&[0, 255, 7])).unwrap();
    assert_eq!((found.institution, found.person), (town.institution.id, town.persons[0].id));
    assert_eq!(found.passkey, second);
    let id = second.id;
    put!(world, accounts::passkey_used(id, "{\"counter\":2}"));
    let used = Passkey { data: "{\"counter\":2}".to_owned(), ..second.clone() };
    assert_eq!(get!(world, accounts::passkeys(account)), [first, used]);
    // A credential belongs to one account.
    let twin = Passkey { id: Id::draw(), account: other, ..second };
    assert_eq!(world.record([Effect::PasskeyAdded(Box::new(twin))]).await.unwrap_err().class(), Some(Class::Unique));
    assert_eq!(world.record([Effect::PasskeysRemoved { account }]).await.unwrap().rows, 2);
    assert_eq!(world.record([Effect::PasskeysRemoved { account }]).await.unwrap().rows, 0);
    assert_eq!(get!(world, accounts::passkeys(account)), []);
    assert_eq!(get!(world, accounts::passkeys(other)), [town.passkeys[1].clone()]);
}

async fn an_activation_code_is_used_once(world: World) {
    let town = world.settle().await;
    let live = town.activations[2].clone();
    let code = live.code;
    let known = get_outside!(world, accounts::activation(code)).unwrap();
    let read = (known.institution, known.person, known.expires, known.used);
    assert_eq!(read, (town.institution.id, live.person, live.expires, None));
    assert!(get_outside!(world, accounts::activation([0; 32])).is_none());
    let used = |at| world.record([Effect::ActivationUsed { code, at }]);
    let stale = Err(StoreError::Stale { effect: "activation_used" });
    assert_eq!(used(live.expires).await, stale, "it has died");
    assert_eq!(used(after(10)).await.unwrap().rows, 1);
    assert_eq!(used(after(11)).await, stale, "it was used");
    assert_eq!(get_outside!(world, accounts::activation(code)).unwrap().used, Some(after(10)));
    assert_eq!(world.record([Effect::ActivationUsed { code: [0; 32], at: NOW }]).await, stale, "it never was");
}

async fn a_new_code_retires_older_ones(world: World) {
    let town = world.settle().await;
    let old = town.activations[2].clone();
    let issued = after(100);
    let new = Activation { code: [8; 32], issued, expires: after(200), ..old.clone() };
    world.record([Effect::ActivationIssued(Box::new(new.clone()))]).await.unwrap();
    let (retired, kept) = (old.code, town.activations[1].code);
    assert_eq!(get_outside!(world, accounts::activation(retired)).unwrap().expires, issued);
    let stale = world.record([Effect::ActivationUsed { code: retired, at: after(101) }]).await;
    assert_eq!(stale, Err(StoreError::Stale { effect: "activation_used" }));
    // What was used stays as it was, also when its owner gets a new code.
    let again = Activation { code: [9; 32], person: town.activations[1].person, ..new };
    world.record([Effect::ActivationIssued(Box::new(again))]).await.unwrap();
    let other = get_outside!(world, accounts::activation(kept)).unwrap();
    assert_eq!((other.expires, other.used), (town.activations[1].expires, Some(after(1))));
    world.record([Effect::ActivationUsed { code: [8; 32], at: after(101) }]).await.unwrap();
    assert_eq!(get_outside!(world, accounts::activation([8; 32])).unwrap().used, Some(after(101)));
}

async fn an_order_of_slips_is_decided_once(world: World) {
    let town = world.settle().await;
    let (id, today) = (town.slip_batch.id, day("2024-11-27"));
    let bare = SlipBatch { people: Vec::new(), ..town.slip_batch.clone() };
    assert_eq!(get!(world, slip_batches::by_id(id)), Some(bare.clone()));
    assert_eq!(get!(world, slip_batches::list(9)), [(bare, 2)]);
    let people = get!(world, slip_batches::people(id, today));
    let named: Vec<PersonId> = people.iter().map(|line| line.person).collect();
    assert_eq!(named, town.slip_batch.people, "by name");
    for line in &people {
        let home = town.engagements.iter().find(|engagement| engagement.person == line.person).unwrap();
        assert_eq!((line.unit, line.account), (Some(home.unit), None));
    }
    let account = Id::draw();
    world.record([Effect::AccountAdded { id: account, person: named[0], at: NOW }]).await.unwrap();
    let people = get!(world, slip_batches::people(id, day("2023-01-01")));
    assert_eq!((people[0].account, people[0].unit), (Some(account), None), "on a day before they came");
    let released = town.released();
    let save = |batch: &SlipBatch| world.record([Effect::SlipBatchSaved(Box::new(batch.clone()))]);
    save(&released).await.unwrap();
    assert_eq!(save(&released).await, Err(StoreError::Stale { effect: "slip_batch_saved" }), "somebody was faster");
    let stored = get!(world, slip_batches::by_id(id)).unwrap();
    assert_eq!(stored, SlipBatch { people: Vec::new(), ..released });
    // Nobody releases what they ordered, whatever the program above thinks.
    let order = SlipBatch { id: Id::draw(), ..town.slip_batch.clone() };
    let alone = order.release(town.persons[1].id, NOW).unwrap();
    save(&order).await.unwrap();
    let by = Some(Decided { by: order.ordered_by, at: NOW });
    assert_eq!(save(&SlipBatch { decided: by, ..alone }).await.unwrap_err().class(), Some(Class::Check));
    let last = town.activations[2].clone();
    let owner = last.person;
    let slips = get!(world, accounts::slips_of(owner, 9));
    assert_eq!(slips[0], SlipLine { issued: last.issued, expires: last.expires, used: None });
}

async fn sessions_live_until_they_are_closed(world: World) {
    let town = world.settle().await;
    let owner = (town.accounts[0], town.persons[0].id);
    let (now, expires) = (after(10), after(3_600));
    put!(world, sessions::open([1; 32], owner, (now, expires), FACTS));
    put!(world, sessions::open([2; 32], owner, (now, expires), FACTS));
    let session = get_outside!(world, sessions::by_token([1; 32])).unwrap();
    assert_eq!((session.institution, session.account, session.person), (town.institution.id, owner.0, owner.1));
    assert_eq!((session.seen, session.expires), (now, expires));
    for (seen, expected) in [(after(70), after(70)), (after(20), after(70)), (after(130), after(130))] {
        put_outside!(world, sessions::seen([1; 32], seen));
        assert_eq!(get_outside!(world, sessions::by_token([1; 32])).unwrap().seen, expected, "it never goes back");
    }
    assert_eq!(get_outside!(world, sessions::by_token([2; 32])).unwrap().seen, now);
    put_outside!(world, sessions::close([1; 32]));
    put_outside!(world, sessions::close([1; 32]));
    assert!(get_outside!(world, sessions::by_token([1; 32])).is_none());
    assert!(get_outside!(world, sessions::by_token([2; 32])).is_some());
}

async fn a_session_tells_what_it_knows(world: World) {
    let town = world.settle().await;
    let owner = (town.accounts[0], town.persons[0].id);
    let machine = Machine { platform: Platform::AndroidPhone, browser: Browser::Samsung };
    let facts = Facts { machine, factors: 2, proved: after(1), proof: None, kiosk: None };
    put!(world, sessions::open([1; 32], owner, (NOW, after(60)), FACTS));
    put!(world, sessions::open([2; 32], owner, (after(1), after(61)), facts));
    assert_eq!(get_outside!(world, sessions::by_token([2; 32])).unwrap().facts, facts);
    put_outside!(world, sessions::proved([2; 32], after(9), Proof::Passkey));
    let proved = Facts { proved: after(9), proof: Some(Proof::Passkey), ..facts };
    assert_eq!(get_outside!(world, sessions::by_token([2; 32])).unwrap().facts, proved);
    assert_eq!(
        get_outside!(world, sessions::by_token([1; 32])).unwrap().facts,
        FACTS,
        "another session proves nothing"
    );
    let line =
        |token, machine, began, expires| SessionLine { token, machine, began, seen: began, expires, kiosk: None };
    let (first, second) = (line([1; 32], FACTS.machine, NOW, after(60)), line([2; 32], machine, after(1), after(61)));
    assert_eq!(get!(world, sessions::of_account(owner.0)), [second, first]);
    put_outside!(world, sessions::seen([1; 32], after(30)));
    let first = SessionLine { seen: after(30), ..first };
    assert_eq!(get!(world, sessions::of_account(owner.0)), [first, second], "the latest used is the first");
    let other = town.accounts[1];
    assert_eq!(get!(world, sessions::of_account(other)), []);
}

async fn an_account_has_one_second_factor(world: World) {
    let town = world.settle().await;
    let (account, other) = (town.accounts[0], town.accounts[1]);
    assert_eq!(get!(world, accounts::second_factor(account)), Some(town.second_factor.clone()));
    assert_eq!(get!(world, accounts::second_factor(other)), None);
    let second = SecondFactor { sealed: vec![9; 60], step: 99, ..town.second_factor.clone() };
    let again = world.record([Effect::SecondFactorSet(Box::new(second.clone()))]).await;
    assert_eq!(again, Err(StoreError::Stale { effect: "second_factor_set" }), "the one that is there stays");
    assert_eq!(get!(world, accounts::second_factor(account)), Some(town.second_factor.clone()));
    world.record([Effect::RecoveryCodesMade { account, codes: vec![[4; 32]] }]).await.unwrap();
    world.record([Effect::SecondFactorRemoved { account }]).await.unwrap();
    assert_eq!(get!(world, accounts::second_factor(account)), None);
    assert_eq!(get!(world, accounts::recovery_codes(account)), Vec::<[u8; 32]>::new(), "they go with it");
    assert_eq!(world.record([Effect::SecondFactorRemoved { account }]).await.unwrap().rows, 0);
    world.record([Effect::SecondFactorSet(Box::new(second.clone()))]).await.unwrap();
    assert_eq!(get!(world, accounts::second_factor(account)), Some(second));
}

async fn a_code_is_taken_once_and_none_before_it(world: World) {
    let town = world.settle().await;
    let (account, step) = (town.accounts[0], town.second_factor.step);
    let take = |step| world.record([Effect::CodeTaken { account, step }]);
    let stale = Err(StoreError::Stale { effect: "code_taken" });
    assert_eq!(take(step).await, stale, "it was taken to set it up");
    assert_eq!(take(step + 2).await.unwrap().rows, 1);
    assert_eq!(take(step + 2).await, stale);
    assert_eq!(take(step + 1).await, stale, "older ones died with it");
    assert_eq!(get!(world, accounts::second_factor(account)).unwrap().step, step + 2);
}

async fn recovery_codes_are_used_once(world: World) {
    let town = world.settle().await;
    let (account, other) = (town.accounts[1], town.accounts[0]);
    let (first, second) = (town.recovery_codes[0], town.recovery_codes[1]);
    let mut both = vec![first, second];
    both.sort_unstable();
    assert_eq!(get!(world, accounts::recovery_codes(account)), both);
    let using = |account, code| world.record([Effect::RecoveryCodeUsed { account, code, at: after(9) }]);
    let stale = Err(StoreError::Stale { effect: "recovery_code_used" });
    assert_eq!(using(other, first).await, stale, "somebody else's");
    assert_eq!(using(account, first).await.unwrap().rows, 1);
    assert_eq!(using(account, first).await, stale);
    assert_eq!(get!(world, accounts::recovery_codes(account)), [second]);
    world.record([Effect::RecoveryCodesMade { account, codes: vec![[3; 32]] }]).await.unwrap();
    assert_eq!(get!(world, accounts::recovery_codes(account)), [[3; 32]], "new ones take the place of old ones");
}

async fn the_second_factor_makes_a_session_strong(world: World) {
    let town = world.settle().await;
    for (token, place, enrolled) in [([1; 32], 0, true), ([2; 32], 1, false)] {
        let owner = (town.accounts[place], town.persons[place].id);
        put!(world, sessions::open(token, owner, (NOW, after(60)), FACTS));
        assert_eq!(get_outside!(world, sessions::by_token(token)).unwrap().enrolled, enrolled);
    }
    put_outside!(world, sessions::strengthened([1; 32], after(5)));
    let strong = Facts { factors: 2, proved: after(5), ..FACTS };
    assert_eq!(get_outside!(world, sessions::by_token([1; 32])).unwrap().facts, strong);
    assert_eq!(get_outside!(world, sessions::by_token([2; 32])).unwrap().facts, FACTS);
}

async fn one_session_of_an_account_ends(world: World) {
    let town = world.settle().await;
    let (account, other) = (town.accounts[0], town.accounts[1]);
    let owner = (account, town.persons[0].id);
    for token in [[1; 32], [2; 32]] {
        put!(world, sessions::open(token, owner, (NOW, after(60)), FACTS));
    }
    let token = [1; 32];
    assert_eq!(world.record([Effect::SessionEnded { account: other, token }]).await.unwrap().rows, 0, "not theirs");
    assert_eq!(world.record([Effect::SessionEnded { account, token }]).await.unwrap().rows, 1);
    assert_eq!(world.record([Effect::SessionEnded { account, token }]).await.unwrap().rows, 0, "it has ended");
    assert!(get_outside!(world, sessions::by_token([1; 32])).is_none());
    assert!(get_outside!(world, sessions::by_token([2; 32])).is_some());
}

async fn every_session_of_an_account_ends(world: World) {
    let town = world.settle().await;
    let (first, second) = ((town.accounts[0], town.persons[0].id), (town.accounts[1], town.persons[1].id));
    for (token, owner) in [([1; 32], first), ([2; 32], first), ([3; 32], second)] {
        put!(world, sessions::open(token, owner, (NOW, after(60)), FACTS));
    }
    assert_eq!(world.record([Effect::SessionsEnded { account: first.0 }]).await.unwrap().rows, 2);
    for (token, lives) in [([1; 32], false), ([2; 32], false), ([3; 32], true)] {
        assert_eq!(get_outside!(world, sessions::by_token(token)).is_some(), lives);
    }
}

async fn a_ceremony_is_taken_once(world: World) {
    for token in [[1; 32], [2; 32], [3; 32]] {
        put_outside!(world, sessions::open_ceremony(token, "sign_in", "{\"challenge\":1}", after(300)));
    }
    assert_eq!(put_outside!(world, sessions::take_ceremony([1; 32], "register", NOW)), None, "another kind");
    let state = put_outside!(world, sessions::take_ceremony([1; 32], "sign_in", after(299)));
    assert_eq!(state.as_deref(), Some("{\"challenge\":1}"));
    assert_eq!(put_outside!(world, sessions::take_ceremony([1; 32], "sign_in", after(299))), None, "taken");
    assert_eq!(put_outside!(world, sessions::take_ceremony([2; 32], "sign_in", after(300))), None, "too late");
    assert_eq!(put_outside!(world, sessions::take_ceremony([2; 32], "sign_in", NOW)), None, "taken though late");
    // Of many who take it at once one gets it.
    let takers =
        (0..8).map(|_| world.write(|tx| Box::pin(store::data::sessions::take_ceremony(tx, [3; 32], "sign_in", NOW))));
    let taken =
        futures::future::join_all(takers).await.into_iter().filter(|taken| matches!(taken, Ok(Some(_)))).count();
    assert_eq!(taken, 1);
}

async fn throttles_are_counted_and_forgotten(world: World) {
    assert_eq!(get_outside!(world, sessions::throttle([1; 32])), None);
    for throttle in [Throttle { failures: 1, until: NOW }, Throttle { failures: 9, until: after(60) }] {
        put_outside!(world, sessions::put_throttle([1; 32], throttle));
        assert_eq!(get_outside!(world, sessions::throttle([1; 32])), Some(throttle));
    }
    assert_eq!(get_outside!(world, sessions::throttle([2; 32])), None, "another device is not slowed");
    put_outside!(world, sessions::clear_throttle([1; 32]));
    assert_eq!(get_outside!(world, sessions::throttle([1; 32])), None);
}

async fn what_has_ended_is_swept(world: World) {
    let town = world.settle().await;
    let owner = (town.accounts[0], town.persons[0].id);
    for (token, ends) in [([1; 32], after(10)), ([2; 32], after(20))] {
        put!(world, sessions::open(token, owner, (NOW, ends), FACTS));
        put_outside!(world, sessions::open_ceremony(token, "sign_in", "{}", ends));
        put_outside!(world, sessions::put_throttle(token, Throttle { failures: 3, until: ends }));
    }
    let (now, forgotten) = (after(20), after(5));
    assert_eq!(put_outside!(world, sessions::sweep(now, now, forgotten)), 2, "a throttle is remembered for longer");
    assert!(get_outside!(world, sessions::throttle([1; 32])).is_some());
    assert_eq!(put_outside!(world, sessions::sweep(now, now, now)), 1);
    assert!(get_outside!(world, sessions::by_token([1; 32])).is_none());
    assert!(get_outside!(world, sessions::throttle([1; 32])).is_none());
    assert!(get_outside!(world, sessions::by_token([2; 32])).is_some());
    assert!(get_outside!(world, sessions::throttle([2; 32])).is_some());
    let kept = put_outside!(world, sessions::take_ceremony([2; 32], "sign_in", NOW));
    assert_eq!(kept.as_deref(), Some("{}"));
}

async fn a_kiosk_is_known_by_its_token_until_it_is_ended(world: World) {
    let town = world.settle().await;
    let first = town.kiosk;
    let name = town.persons.iter().find(|person| person.id == first.operator).unwrap().name.clone();
    assert_eq!(get_outside!(world, kiosks::by_token(first.token)), Some((first, name.clone())));
    assert_eq!(get_outside!(world, kiosks::by_token([9; 32])), None);
    let who = (town.institution.id, first.operator);
    let second = Kiosk::open(Id::draw(), who, [8; 32], after(60));
    world.record([Effect::KioskOpened(second)]).await.unwrap();
    let (operator, nobody, now) = (first.operator, PersonId::draw(), after(90));
    assert_eq!(get!(world, kiosks::of_operator(operator, now)), [second, first], "the latest stands first");
    assert_eq!(get!(world, kiosks::of_operator(nobody, now)), []);
    world.record([Effect::KioskEnded { id: second.id, at: after(100) }]).await.unwrap();
    assert_eq!(get!(world, kiosks::of_operator(operator, now)), [first]);
    let ended = Kiosk { ended: Some(after(100)), ..second };
    assert_eq!(get_outside!(world, kiosks::by_token([8; 32])), Some((ended, name)), "over, and still known");
    let late = first.expires;
    assert_eq!(get!(world, kiosks::of_operator(operator, late)), [], "after twelve hours none is open");
}
