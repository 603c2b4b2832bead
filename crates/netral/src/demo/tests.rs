use super::*;
use base::{Instant, parse_iso_date};
use domain::category::Category;
use domain::number::{IdentityNumber, NumberKind};
use domain::people::DetailKind;
use domain::post::{Duty, Tenure};
use domain::unit_kind::UnitKind;
use service::testing::World;
use std::collections::{BTreeMap, BTreeSet};
use store::Engine;

const AT: Instant = Instant::from_micros(1_795_000_000_000_000);

async fn made(seed: [u8; 32]) -> (App, region::Region) {
    let app = World::new(Engine::Sqlite).await.app;
    let region = region::make(&app, &Occasion::seeded(AT, seed));
    (app, region)
}

#[tokio::test]
async fn the_same_seed_makes_the_same_region() {
    let (_, first) = made(SEED).await;
    let (_, again) = made(SEED).await;
    let (_, other) = made([1; 32]).await;
    assert!(first.effects == again.effects);
    assert!(first.effects != other.effects);
}

#[tokio::test]
async fn six_thousand_people_of_every_category_work_in_units_of_every_kind() {
    let (_, region) = made(SEED).await;
    let (mut people, mut without_phone) = (0, 0);
    let mut categories: BTreeMap<Category, usize> = BTreeMap::new();
    let mut kinds: BTreeMap<UnitKind, usize> = BTreeMap::new();
    let mut codes = BTreeSet::new();
    for effect in &region.effects {
        match effect {
            Effect::PersonAdded(person) => {
                people += 1;
                without_phone += usize::from(!person.has_phone);
            }
            Effect::EngagementAdded(engagement) => *categories.entry(engagement.category).or_default() += 1,
            Effect::UnitAdded(unit) => {
                assert!(codes.insert(unit.code.clone()), "{} is there twice", unit.code);
                let six = matches!(unit.kind, UnitKind::School | UnitKind::HealthCentre);
                assert_eq!(unit.week.is_some(), six, "{}", unit.name);
                *kinds.entry(unit.kind).or_default() += 1;
            }
            _ => {}
        }
    }
    assert_eq!(people, units::PEOPLE + 1, "one of them is there twice");
    assert!((800..=1_000).contains(&without_phone), "{without_phone}");
    let of = |category| categories.get(&category).copied().unwrap_or(0);
    for (category, range) in [
        (Category::Pns, 2_000..2_700),
        (Category::Cpns, 100..300),
        (Category::Pppk, 1_000..1_500),
        (Category::PppkPartTime, 250..500),
        (Category::NonAsn, 400..700),
        (Category::VillageHead, 55..60),
        (Category::VillageApparatus, 480..660),
        (Category::VillageCouncilMember, 420..421),
        (Category::RegionalEnterpriseStaff, 100..131),
    ] {
        assert!(range.contains(&of(category)), "{}: {}", category.code(), of(category));
    }
    let engaged = categories.values().sum::<usize>() - 1;
    assert_eq!(
        engaged,
        units::PEOPLE - 1,
        "all but the head of the region are engaged, one of them a second time before"
    );
    let of = |kind| kinds.get(&kind).copied().unwrap_or(0);
    assert_eq!(
        [UnitKind::Village, UnitKind::District, UnitKind::School, UnitKind::HealthCentre].map(of),
        [60, 8, 120, 20]
    );
    assert_eq!([UnitKind::Hospital, UnitKind::Inspectorate, UnitKind::UrbanVillage].map(of), [1, 1, 10]);
}

#[tokio::test]
async fn numbers_are_unique_well_formed_and_a_niks_only_where_there_is_no_other() {
    let (app, region) = made(SEED).await;
    let today = parse_iso_date("2026-11-22").unwrap();
    let mut seen = BTreeSet::new();
    for effect in &region.effects {
        let Effect::DetailAdded(detail) = effect else { continue };
        if detail.kind == DetailKind::Email {
            assert!(app.open_detail(detail).unwrap().ends_with(".example"), "a mail must never reach anybody");
            continue;
        }
        let kind = match detail.kind {
            DetailKind::Nip => NumberKind::Nip,
            DetailKind::NiPppk => NumberKind::NiPppk,
            DetailKind::Nik => NumberKind::Nik,
            other => panic!("{other:?} is no number"),
        };
        let number = app.open_detail(detail).unwrap();
        assert_eq!(IdentityNumber::parse(kind, &number).unwrap().warnings(today), [], "{number}");
        assert!(seen.insert(detail.person), "somebody has two numbers");
    }
    assert_eq!(seen.len(), units::PEOPLE + 1);
}

#[tokio::test]
async fn every_unit_has_one_head_and_some_only_act() {
    let (_, region) = made(SEED).await;
    let mut heads: BTreeMap<_, usize> = BTreeMap::new();
    let (mut units, mut duties, mut tenures) = (0, BTreeMap::new(), Vec::new());
    for effect in &region.effects {
        match effect {
            Effect::UnitAdded(_) => units += 1,
            Effect::PostAdded(post) => {
                duties.insert(post.id, post.duty);
                if post.duty == Duty::HeadOfUnit {
                    *heads.entry(post.unit).or_default() += 1;
                }
            }
            Effect::HolderAdded(holder) => {
                if duties.get(&holder.post) == Some(&Duty::HeadOfRegion) {
                    assert_eq!(holder.tenure, Tenure::Definitive);
                }
                tenures.push(holder.tenure);
            }
            _ => {}
        }
    }
    assert_eq!((heads.len(), heads.values().copied().max()), (units, Some(1)));
    for (tenure, least) in [(Tenure::Plt, 5), (Tenure::Plh, 1), (Tenure::Pj, 2)] {
        assert!(tenures.iter().filter(|found| **found == tenure).count() >= least, "{}", tenure.code());
    }
}

#[tokio::test]
async fn everybody_who_is_shown_can_sign_in() {
    let (app, region) = made(SEED).await;
    let shown: Vec<SignIn> =
        SignIn::ALL.into_iter().filter(|who| region.accounts.iter().any(|(made, _)| made == who)).collect();
    assert_eq!(shown, SignIn::ALL);
    let set = passwords(&app, &region.accounts).await.unwrap();
    assert_eq!(set.len(), SignIn::ALL.len());
    let Some(Effect::PasswordSet { hash, .. }) = set.into_iter().next() else { panic!("no password") };
    assert!(app.passwords().check(DEMO_PASSWORD.to_owned(), hash).await.unwrap());
    let numbers: BTreeSet<String> = region
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::DetailAdded(detail) if detail.kind.identifies() => app.open_detail(detail).ok(),
            _ => None,
        })
        .collect();
    for who in SignIn::ALL {
        assert!(numbers.contains(who.number()) && sign_ins("http://localhost").contains(who.number()), "{who:?}");
    }
    // One of them stands in the register twice, by another number.
    assert_eq!(numbers.len(), units::PEOPLE + 1, "every number is somebody's alone");
}
