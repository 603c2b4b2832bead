use super::*;
use crate::roster_import::known::Contact;
use base::parse_iso_date;
use domain::ids::UnitId;
use domain::number::NumberKind;
use domain::people::Name;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    parse_iso_date(text).unwrap()
}

const TODAY: &str = "2024-10-14";

fn index(value: &str) -> [u8; 32] {
    let mut index = [0; 32];
    for (place, byte) in value.bytes().take(32).enumerate() {
        index[place] = byte;
    }
    index
}

fn unit(n: u8) -> UnitId {
    UnitId::from_bytes(&[n; 16]).unwrap()
}

fn row() -> GoodRow {
    GoodRow {
        before: String::new(),
        bare: "Siti Rahmawati".into(),
        after: "S.Kep.".into(),
        kind: NumberKind::Nip,
        number: "198503152010011007".into(),
        category: Category::Pns,
        unit: unit(1),
        position: Some("Perawat".into()),
        since: None,
        until: None,
        has_phone: None,
        phone: None,
        email: None,
        notes: Vec::new(),
    }
}

/// What the register knows after the steps were written.
fn after(known: Option<&Known>, row: &GoodRow, outcome: &Outcome) -> Known {
    let fresh = Person { id: PersonId::draw(), name: row.name(), has_phone: true };
    let mut known = known.cloned().unwrap_or(Known {
        person: fresh,
        engagements: Vec::new(),
        contacts: Vec::new(),
        details: Vec::new(),
    });
    for step in &outcome.steps {
        match step {
            Step::Person(person) => known.person = person.clone(),
            Step::Detail(kind, value) if !kind.identifies() => {
                known.contacts.push(Contact { id: DetailId::draw(), kind: *kind, index: index(value) });
            }
            Step::Detail(..) => {}
            Step::EndDetail(id, _) => known.contacts.retain(|contact| contact.id != *id),
            Step::Engage { since, until } => known.engagements.push(Engagement {
                id: EngagementId::draw(),
                person: known.person.id,
                unit: row.unit,
                category: row.category,
                position: row.position.clone().unwrap_or_default(),
                since: *since,
                until: *until,
            }),
            Step::Date { id, since, until } => {
                let e = known.engagements.iter_mut().find(|e| e.id == *id).unwrap();
                (e.since, e.until) = (*since, *until);
            }
            Step::End { id, until } => known.engagements.iter_mut().find(|e| e.id == *id).unwrap().until = Some(*until),
        }
    }
    known
}

fn apply(known: Option<&Known>, row: &GoodRow) -> (ChangeKind, Known) {
    let outcome = reconcile(row, known, index, PersonId::draw(), day(TODAY));
    (outcome.kind, after(known, row, &outcome))
}

fn holding(known: &Known, on: &str) -> Vec<(UnitId, Category)> {
    known.engagements.iter().filter(|e| e.holds_on(day(on))).map(|e| (e.unit, e.category)).collect()
}

#[test]
fn a_move_ends_the_old_engagement_the_day_before() {
    let (kind, known) = apply(None, &GoodRow { since: Some(day("2020-01-01")), ..row() });
    assert_eq!(kind, ChangeKind::New);
    let there = GoodRow { unit: unit(2), since: Some(day("2024-09-01")), ..row() };
    let (kind, known) = apply(Some(&known), &there);
    assert_eq!(kind, ChangeKind::Moved);
    assert_eq!(known.engagements[0].until, Some(day("2024-08-31")));
    assert_eq!(holding(&known, "2024-08-31"), [(unit(1), Category::Pns)]);
    assert_eq!(holding(&known, "2024-09-01"), [(unit(2), Category::Pns)]);
}

#[test]
fn a_move_without_a_day_counts_from_today() {
    let (_, known) = apply(None, &GoodRow { since: Some(day("2020-01-01")), ..row() });
    let (kind, known) = apply(Some(&known), &GoodRow { category: Category::Cpns, ..row() });
    assert_eq!(kind, ChangeKind::Category);
    assert_eq!(holding(&known, "2024-10-13"), [(unit(1), Category::Pns)]);
    assert_eq!(holding(&known, TODAY), [(unit(1), Category::Cpns)]);
}

#[test]
fn what_was_recorded_wrongly_today_never_held() {
    let (_, known) = apply(None, &row());
    let (_, known) = apply(Some(&known), &GoodRow { unit: unit(2), ..row() });
    assert_eq!(holding(&known, TODAY), [(unit(2), Category::Pns)]);
    assert_eq!(known.engagements.iter().filter(|e| e.unit == unit(1) && e.until < Some(e.since)).count(), 1);
}

#[test]
fn a_seat_in_the_village_council_survives_a_row_about_the_office() {
    let (_, known) = apply(None, &row());
    let council = GoodRow { category: Category::VillageCouncilMember, unit: unit(3), position: None, ..row() };
    let (kind, known) = apply(Some(&known), &council);
    assert_eq!(kind, ChangeKind::Moved);
    assert_eq!(holding(&known, TODAY).len(), 2);
    let (_, known) = apply(Some(&known), &GoodRow { unit: unit(2), ..row() });
    assert_eq!(
        holding(&known, TODAY),
        [(unit(3), Category::VillageCouncilMember), (unit(2), Category::Pns)],
        "only the office was left"
    );
}

#[test]
fn an_engagement_that_is_over_is_history() {
    let (_, known) = apply(None, &row());
    let past = GoodRow { unit: unit(2), since: Some(day("2015-01-01")), until: Some(day("2019-12-31")), ..row() };
    let (kind, known) = apply(Some(&known), &past);
    assert_eq!(kind, ChangeKind::Corrected);
    assert_eq!(holding(&known, TODAY), [(unit(1), Category::Pns)]);
    assert_eq!(holding(&known, "2017-01-01"), [(unit(2), Category::Pns)]);
}

#[test]
fn dates_names_and_contacts_are_corrected() {
    let (_, known) = apply(None, &GoodRow { phone: Some("+6281".into()), ..row() });
    let mended =
        GoodRow { bare: "Siti Rahmawaty".into(), since: Some(day("2020-02-01")), phone: Some("+6282".into()), ..row() };
    let (kind, known) = apply(Some(&known), &mended);
    assert_eq!(kind, ChangeKind::Renamed);
    assert_eq!(known.person.name.bare, "Siti Rahmawaty");
    assert_eq!(known.engagements.len(), 1);
    assert_eq!(known.engagements[0].since, day("2020-02-01"));
    assert_eq!(known.contacts.iter().map(|contact| contact.index).collect::<Vec<_>>(), [index("+6282")]);
}

#[test]
fn what_changes_has_a_name() {
    let (_, known) = apply(None, &row());
    let last = Some(day("2024-12-31"));
    for (kind, next) in [
        (ChangeKind::Moved, GoodRow { unit: unit(2), position: Some("Bidan".into()), ..row() }),
        (ChangeKind::Category, GoodRow { category: Category::Cpns, position: Some("Bidan".into()), ..row() }),
        (ChangeKind::Position, GoodRow { position: Some("Bidan".into()), ..row() }),
        (ChangeKind::Ended, GoodRow { until: last, ..row() }),
        (ChangeKind::Corrected, GoodRow { has_phone: Some(false), ..row() }),
        (ChangeKind::Unchanged, row()),
    ] {
        assert_eq!(apply(Some(&known), &next).0, kind);
    }
}

#[test]
fn silence_about_name_parts_is_not_kept_apart_from_their_absence() {
    let (_, known) = apply(None, &row());
    let (kind, known) = apply(Some(&known), &GoodRow { after: String::new(), ..row() });
    assert_eq!(kind, ChangeKind::Renamed);
    assert_eq!(known.person.name, Name { before: String::new(), bare: "Siti Rahmawati".into(), after: String::new() });
}

/// A day up to two and a half years before or after today.
fn any_date() -> impl Strategy<Value = Date> {
    let origin = day("2022-04-01");
    (0u64..1_800).prop_map(move |days| origin + std::time::Duration::from_secs(days * 86_400))
}

fn any_row() -> impl Strategy<Value = GoodRow> {
    let category = prop::sample::select(Category::ALL.to_vec());
    let position = prop::option::of(prop::sample::select(vec!["Perawat", "Bidan"]));
    let contact = prop::option::of(prop::sample::select(vec!["+6281", "+6282"]));
    (
        category,
        1u8..4,
        position,
        prop::option::of(any_date()),
        prop::option::of(any_date()),
        contact,
        any::<Option<bool>>(),
    )
        .prop_map(|(category, n, position, since, until, phone, has_phone)| {
            // A file with the last day before the first is refused when it is read.
            let until = until.filter(|until| since.is_none_or(|since| since <= *until));
            GoodRow {
                category,
                unit: unit(n),
                position: position.map(str::to_owned),
                since,
                until,
                phone: phone.map(str::to_owned),
                has_phone,
                ..row()
            }
        })
}

proptest! {
    /// Whatever files came before, the same row a second time changes nothing.
    #[test]
    fn the_same_row_again_changes_nothing(rows in prop::collection::vec(any_row(), 1..6)) {
        let mut known: Option<Known> = None;
        for row in &rows {
            let (_, next) = apply(known.as_ref(), row);
            let again = reconcile(row, Some(&next), index, PersonId::draw(), day(TODAY));
            prop_assert_eq!(&again, &Outcome { kind: ChangeKind::Unchanged, steps: Vec::new() }, "{:?} {:?}", row, next);
            known = Some(next);
        }
    }

    /// Nobody works in two offices at once because of a roster, and nobody disappears through one.
    #[test]
    fn one_office_holds_after_a_row_about_today(rows in prop::collection::vec(any_row(), 1..6)) {
        let mut known: Option<Known> = None;
        for row in rows {
            let row = GoodRow { category: Category::Pns, since: None, until: None, ..row };
            let (_, next) = apply(known.as_ref(), &row);
            prop_assert_eq!(holding(&next, TODAY), [(row.unit, Category::Pns)]);
            known = Some(next);
        }
    }
}
