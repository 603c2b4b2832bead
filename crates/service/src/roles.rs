//! What a person is on a day: the roles that follow from having an account, from posts and from being given.

use crate::Fault;
use base::Date;
use domain::delegation;
use domain::ids::PersonId;
use domain::people::has_left;
use domain::policy::{Held, Role};
use domain::post::Duty;
use store::data::{delegations, people};
use store::{Scope, StoreError, Tx};

/// Every role in which `person` can act on `day`, [`Role::Employee`] first: their own, and those that were delegated to
/// them and that their holder still holds.
pub(crate) async fn held(tx: &mut Tx, scope: &Scope, person: PersonId, day: Date) -> Result<Vec<Held>, StoreError> {
    let mut held = own(tx, scope, person, day).await?;
    let delegated = delegations::to_person(tx, scope, person, day).await?;
    // Most people act for nobody.
    if delegated.is_empty() || left(tx, scope, person, day).await? {
        apart(&mut held);
        return Ok(held);
    }
    for it in delegated {
        let giver = own(tx, scope, it.from, day).await?;
        if delegation::bound(it.role).is_none() && giver.contains(&Held::own(it.role, it.unit)) {
            held.push(Held { role: it.role, unit: it.unit, behalf: Some(it.from) });
        }
    }
    apart(&mut held);
    Ok(held)
}

/// Whoever examines or decides cases, be it for somebody else, is no adviser meanwhile, however the roles came together.
fn apart(held: &mut Vec<Held>) {
    if held.iter().any(|held| held.role.is_of_cases()) {
        held.retain(|held| held.role != Role::Adviser);
    }
}

/// Every role that `person` holds themselves on `day`, [`Role::Employee`] first.
///
/// Whoever has left the institution's service keeps their own pages, and no role that ends with the employment. While
/// somebody stands in for the head of region (Plt., Plh., Pjs., as during the leave for a campaign, UU 10/2016 Pasal
/// 70 ayat (3)), the stand-in alone is the deciding authority.
pub(crate) async fn own(tx: &mut Tx, scope: &Scope, person: PersonId, day: Date) -> Result<Vec<Held>, StoreError> {
    let mut held = vec![Held::own(Role::Employee, None)];
    for (duty, unit) in people::duties(tx, scope, person, day).await? {
        match duty {
            Duty::HeadOfUnit => held.push(Held::own(Role::HeadOfUnit, Some(unit))),
            Duty::HeadOfRegion => {
                let signs = people::signatory(tx, scope, day).await?;
                if signs.is_some_and(|(signatory, _)| signatory == person) {
                    held.push(Held::own(Role::DecidingAuthority, None));
                }
            }
            Duty::RegionalSecretary => held.push(Held::own(Role::RegionalSecretary, None)),
            Duty::Other => {}
        }
    }
    for (role, unit) in people::roles(tx, scope, person, day).await? {
        held.push(Held::own(role, unit));
    }
    // Most people hold nothing that could end; for them it is not looked up.
    if held.iter().any(|held| held.role.ends_with_employment()) && left(tx, scope, person, day).await? {
        held.retain(|held| !held.role.ends_with_employment());
    }
    Ok(held)
}

/// Whether `person` has left the institution's service by `day`.
async fn left(tx: &mut Tx, scope: &Scope, person: PersonId, day: Date) -> Result<bool, StoreError> {
    Ok(has_left(&people::engagements_of(tx, scope, person).await?, day))
}

/// Whether `person` may be given `role` on `day`.
///
/// # Errors
/// [`crate::Refusal::HasLeft`] when the role would end before it began, [`crate::Refusal::RolesApart`] when they hold one that
/// nobody holds beside it.
pub(crate) async fn may_be_given(
    tx: &mut Tx,
    scope: &Scope,
    person: PersonId,
    role: Role,
    day: Date,
) -> Result<(), Fault> {
    if role.ends_with_employment() && left(tx, scope, person, day).await? {
        return Err(crate::Refusal::HasLeft.into());
    }
    if held(tx, scope, person, day).await?.iter().any(|held| held.role.excludes(role)) {
        return Err(crate::Refusal::RolesApart.into());
    }
    Ok(())
}
