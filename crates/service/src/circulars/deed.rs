use crate::{Caller, Fault};
use base::Date;
use domain::circular::on_paper::Deed;
use store::data::{people, tenancy};
use store::{Scope, Tx};

/// What the caller does now, in the office they hold on `day`: the post in which they were last put, and for whoever has
/// none the position with its unit. It is shown to the public, so it never has a name.
pub(super) async fn deed(tx: &mut Tx, scope: &Scope, caller: &Caller, day: Date) -> Result<Deed, Fault> {
    let person = caller.person()?;
    let holds = |since: Date, until: Option<Date>| since <= day && until.is_none_or(|until| until >= day);
    let post = people::holdings(tx, scope, person).await?.into_iter().rfind(|it| holds(it.since, it.until));
    let office = if let Some(post) = post {
        format!("{} {}", post.tenure.abbreviation(), post.title).trim().to_owned()
    } else {
        let engagements = people::engagements_of(tx, scope, person).await?;
        let engagement = engagements.into_iter().rfind(|it| holds(it.since, it.until)).ok_or(Fault::NotFound)?;
        let unit = tenancy::units(tx, scope).await?.get(engagement.unit).map(|unit| unit.name.clone());
        [engagement.position, unit.unwrap_or_default()].join(", ")
    };
    Ok(Deed { person, office, at: caller.occasion.at })
}
