//! Somebody who stands in the register twice: once under contract with a NIK, and since their appointment with a number as
//! PPPK. The earlier engagement is over, so no figure counts them twice; the page of likely doubles shows the two.

use super::names::Sex;
use base::{Date, Instant, Occasion};
use domain::category::Category;
use domain::change::Effect;
use domain::ids::{PersonId, UnitId};
use domain::people::{DetailKind, Engagement, Name, Person};
use service::App;

/// Whose earlier record it is.
pub struct Later<'a> {
    /// Their name.
    pub name: &'a Name,
    /// Whom the day of birth in a national number tells apart.
    pub sex: Sex,
    /// Their number as PPPK, which begins with their day of birth.
    pub number: &'a str,
    /// Where they work.
    pub unit: UnitId,
}

/// The earlier record, from `days.0` to `days.1`, with chance of its own, so that everybody else stays who they are.
pub fn earlier(app: &App, at: Instant, later: &Later<'_>, days: (Date, Date)) -> Vec<Effect> {
    let mut chance = Occasion::seeded(at, *b"Dua catatan Kabupaten Sukamaju (").chance();
    let person: PersonId = chance.id();
    let part = |from: usize, to: usize| later.number.get(from..to).unwrap_or_default();
    let day: u32 = part(6, 8).parse().unwrap_or_default();
    let day = if later.sex == Sex::Woman { day + 40 } else { day };
    // A regency that does not exist, and a serial beyond those that are given out.
    let nik = format!("339909{day:02}{}{}0950", part(4, 6), part(2, 4));
    let detail = app.seal_detail(person, DetailKind::Nik, &nik, days.0, &mut chance);
    let engagement = Engagement {
        id: chance.id(),
        person,
        unit: later.unit,
        category: Category::NonAsn,
        position: "Tenaga kontrak".to_owned(),
        since: days.0,
        until: Some(days.1),
    };
    vec![
        Effect::PersonAdded(Box::new(Person { id: person, name: later.name.clone(), has_phone: true })),
        Effect::DetailAdded(Box::new(detail)),
        Effect::EngagementAdded(Box::new(engagement)),
    ]
}
