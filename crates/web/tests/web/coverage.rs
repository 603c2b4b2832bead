//! Who has not signed: page by page, looked for by name and unit, and the ways there and back.

use crate::Stage;
use crate::access::steps::{publish, sign, work};
use base::{Id, Occasion};
use domain::category::Category;
use domain::change::Effect;
use domain::people::{Engagement, Name, Person};
use domain::policy::Role;
use service::testing::{Town, World};

/// Settles so many more people in the village of the town.
async fn crowd(world: &World, town: &Town, people: usize) {
    let since = base::parse_iso_date("2020-01-01").unwrap();
    let mut effects = Vec::new();
    for n in 1..=people {
        let name = Name { before: String::new(), bare: format!("Penduduk {n:02}"), after: String::new() };
        let person = Person { id: Id::draw(), name, has_phone: n % 2 == 0 };
        effects.push(Effect::EngagementAdded(Box::new(Engagement {
            id: Id::draw(),
            person: person.id,
            unit: town.units[2],
            category: Category::Pns,
            position: "Jabatan contoh".to_owned(),
            since,
            until: None,
        })));
        effects.insert(n - 1, Effect::PersonAdded(Box::new(person)));
    }
    world.app.set_up(Occasion::draw(world.tick()), town.institution.id, effects).await.unwrap();
}

fn names(body: &str) -> usize {
    body.matches("<th scope=\"row\">").count()
}

/// The address of the link with this relation.
fn way(body: &str, relation: &str) -> String {
    let before = body.split(&format!("\" rel=\"{relation}\"")).next().unwrap();
    before.rsplit("href=\"").next().unwrap().replace("&#38;", "&")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_long_list_is_shown_page_by_page_and_searched() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    crowd(world, town, 60).await;
    publish(world, town, "Netralitas").await;
    work(world).await;
    let mut officer = stage.browser_of(Role::PersonnelOfficer).await;
    let before = world.events().await;
    let first = officer.get("/ikhtisar/belum").await.body;
    assert_eq!(world.events().await, before + 1, "one reading of names, one trace");
    assert!(first.contains("73 orang belum menandatangani pakta."), "{first}");
    assert!(names(&first) == 50 && first.contains("Halaman\u{a0}1 dari\u{a0}2") && !first.contains("rel=\"prev\""));
    let second = officer.get(&way(&first, "next")).await.body;
    assert!(names(&second) == 23 && second.contains("rel=\"prev\"") && !second.contains("rel=\"next\""));
    assert_eq!(names(&officer.get("/ikhtisar/belum?hal=99").await.body), 23, "there is nothing behind the last page");

    let found = officer.get("/ikhtisar/belum?kata=PENDUDUK+07").await.body;
    assert!(names(&found) == 1 && found.contains("1 orang cocok") && found.contains("value=\"PENDUDUK 07\""));
    assert!(found.contains("/ikhtisar/belum.xlsx?gerakan="), "the file holds everybody");
    let file = officer.get("/ikhtisar/belum.xlsx").await.bytes;
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(file)).unwrap();
    let sheet = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    let head = rows.iter().position(|row| row.iter().any(|cell| cell == "Nama")).unwrap();
    assert_eq!(rows.len() - head - 1, 73, "everybody, on all pages");
    let (name, unit) = ["Nama", "Unit"].map(|title| rows[head].iter().position(|cell| cell == title).unwrap()).into();
    let line = rows.iter().find(|row| row[name] == "Penduduk 07").unwrap();
    assert_eq!(line[unit], "Desa Sukasari (rekaan)");
    let nobody = officer.get("/ikhtisar/belum?kata=tidakada").await.body;
    assert!(names(&nobody) == 0 && nobody.contains("Mungkin orang itu sudah selesai"));

    let village = town.units[2];
    let there = officer.get(&format!("/ikhtisar/belum?kata=penduduk&unit={village}")).await.body;
    assert!(names(&there) == 50 && there.contains(&format!("value=\"{village}\" selected")));
    let next = way(&there, "next");
    assert!(next.contains("kata=penduduk") && next.contains(&format!("unit={village}")) && next.ends_with("hal=2"));
    assert_eq!(names(&officer.get(&next).await.body), 10);
    // The form that changes the language comes back to the same page of the same search.
    let here = format!("name=\"kembali\" value=\"{}\"", next.replace('&', "&#38;"));
    assert!(officer.get(&next).await.body.contains(&here), "{here}");
    let foreign = officer.get(&format!("/ikhtisar/belum?unit={}", world.neighbour.units[1])).await;
    assert_eq!(foreign.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_head_of_one_unit_finds_no_link_that_leads_nowhere() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    publish(world, town, "Netralitas").await;
    work(world).await;
    let own = town.units[1];
    let mut head = stage.browser_of(Role::HeadOfUnit).await;
    let page = head.get(&format!("/unit/{own}")).await.body;
    assert!(page.contains("Puskesmas Melati") && !page.contains("govuk-back-link"), "{page}");
    let list = head.get(&format!("/unit/{own}/belum")).await.body;
    assert!(list.contains("12 orang di Puskesmas Melati (rekaan) belum menandatangani pakta."), "{list}");
    assert!(names(&list) == 12 && !list.contains("role=\"search\""), "a short list needs no search");
    assert!(!list.contains("<th scope=\"col\">Unit</th>"), "one unit is not named in every line");
    let who = town.person(Role::Employee).person;
    let record = head.get(&format!("/pegawai/{who}/pengetahuan")).await.body;
    assert!(record.contains(&format!("href=\"/unit/{own}/belum?gerakan=")), "back to the list: {record}");
    assert!(record.contains("Siapa yang belum di Puskesmas Melati (rekaan)"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_works_for_others_finds_their_own_tasks() {
    let stage = Stage::new().await;
    let link = "<a href=\"/beranda\">Tugas saya</a>";
    let mut officer = stage.browser_of(Role::PersonnelOfficer).await;
    assert!(officer.get("/ikhtisar").await.body.contains(link));
    assert!(!officer.get("/beranda").await.body.contains(link), "not where it leads");
    let nurse = stage.browser_of(Role::Employee).await.get("/akun").await.body;
    assert!(!nurse.contains(link), "who has no menu needs none");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_overview_says_who_is_furthest_behind_and_where_nobody_has_begun() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    let page = async || {
        // Figures are of the moment, and the page of one moment is the same for everybody.
        stage.browser_of(Role::PersonnelOfficer).await.get("/ikhtisar").await.body
    };
    crowd(world, town, 3).await;
    publish(world, town, "Netralitas").await;
    work(world).await;
    let body = page().await;
    assert!(body.contains("Di 2 unit belum ada seorang pun yang selesai."), "{body}");
    sign(world, town, Role::Employee).await;
    let body = page().await;
    // Nobody of the village, however small it is beside the others.
    assert!(body.contains("Paling tertinggal: Desa Sukasari (rekaan), 0,0% dari 4 orang sudah selesai."), "{body}");
    assert!(!body.contains("belum ada seorang pun"), "one unit alone is named above");
}
