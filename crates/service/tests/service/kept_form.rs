//! Forms that were interrupted by the sign-in: sealed for one person, for a while.

use crate::identity::{device, sign_in};
use base::Occasion;
use domain::policy::Role;
use service::KEPT_FORM_LASTS;
use service::testing::{PASSWORD, World};
use std::time::Duration;

crate::on_both_engines!(
    a_kept_form_opens_for_whoever_typed_it_and_for_a_while,
    a_session_that_ran_out_still_says_whose_it_was_until_it_is_swept,
);

const SECOND: Duration = Duration::from_secs(1);

async fn a_kept_form_opens_for_whoever_typed_it_and_for_a_while(world: World) {
    let (app, town) = (&world.app, &world.town);
    let (mine, other) = (town.person(Role::Employee).person, town.person(Role::HeadOfUnit).person);
    let form = "perihal=Netralitas".as_bytes();
    let sealed = app.seal_form(mine, form, Occasion::draw(world.now));
    assert!(!sealed.contains("Netralitas"));
    assert_ne!(sealed, app.seal_form(mine, form, Occasion::draw(world.now)), "equal forms look different");
    assert_eq!(app.open_form(mine, &sealed, world.now), Some((world.now, form.to_vec())));
    let last = world.now.plus(KEPT_FORM_LASTS - SECOND);
    assert!(app.open_form(mine, &sealed, last).is_some());
    assert_eq!(app.open_form(mine, &sealed, world.now.plus(KEPT_FORM_LASTS)), None, "too old");
    assert_eq!(app.open_form(other, &sealed, world.now), None, "somebody else's");
    for at in 0..sealed.len() {
        let mut bytes = sealed.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).unwrap();
        assert_eq!(app.open_form(mine, &changed, world.now), None, "changed at {at}");
    }
    for nothing in ["", "A", "bukan segel", "ÄÖ"] {
        assert_eq!(app.open_form(mine, nothing, world.now), None, "{nothing}");
    }
}

async fn a_session_that_ran_out_still_says_whose_it_was_until_it_is_swept(world: World) {
    let (app, employee) = (&world.app, world.town.person(Role::Employee));
    let admission = sign_in(&world, &employee.number, PASSWORD, &device("a"), world.now).await.unwrap();
    let owner = || app.session_owner(&admission.token);
    assert_eq!(owner().await.unwrap(), Some(employee.person));
    // A session ends after twelve hours; a form may follow it for two more.
    let ended = world.now.plus(Duration::from_secs(12 * 60 * 60));
    let sweep = |after: Duration| app.sweep(Occasion::draw(ended.plus(after)));
    assert!(app.session(&admission.token, Occasion::draw(ended)).await.unwrap().is_none());
    sweep(KEPT_FORM_LASTS - SECOND).await.unwrap();
    assert_eq!(owner().await.unwrap(), Some(employee.person));
    sweep(KEPT_FORM_LASTS + SECOND).await.unwrap();
    assert_eq!(owner().await.unwrap(), None);

    let again = sign_in(&world, &employee.number, PASSWORD, &device("a"), world.now).await.unwrap();
    app.sign_out(&again.token).await.unwrap();
    assert_eq!(app.session_owner(&again.token).await.unwrap(), None, "ended by hand");
}
