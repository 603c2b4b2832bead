//! Assessing facts: what is proposed, what is asked for, and that nothing of it stays.

use crate::Stage;
use domain::category::Category;
use domain::circular::{Addressees, Body};
use domain::policy::Role;
use domain::provision::Provision;
use service::PublishCommand;
use std::collections::BTreeSet;

const ACT: &str = "hari_day=10&hari_month=10&hari_year=2024&pemilihan=pilkada-2024&perbuatan=attend";

/// What stands between the tags of one kind, in their order.
fn between<'a>(body: &'a str, tag: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let parts = body.split(&open).skip(1);
    parts.filter_map(|part| Some(part.split_once('>')?.1.split(&close).next()?.trim())).collect()
}

#[tokio::test]
async fn the_form_begins_with_day_election_and_acts_and_then_asks_only_what_can_matter() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::Inspector).await;
    let blank = browser.get("/penilaian").await;
    assert_eq!(blank.status, 200);
    for field in ["name=\"hari_day\"", "name=\"pemilihan\"", "name=\"perbuatan\" value=\"attend\""] {
        assert!(blank.body.contains(field), "{field}");
    }
    assert!(!blank.body.contains("name=\"unsur-") && !blank.body.contains("id=\"usulan\""), "{}", blank.body);
    let asked = browser.get(&format!("/penilaian?{ACT}&unsur-subject=pns")).await;
    assert_eq!(asked.status, 200);
    for (field, is_asked) in [("event", true), ("manner", true), ("support_letter", false), ("stage", false)] {
        assert_eq!(asked.body.contains(&format!("name=\"unsur-{field}\"")), is_asked, "{field}");
    }
}

#[tokio::test]
async fn a_proposal_shows_its_reasons_says_that_a_person_decides_and_passes_no_verdict() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::LegalOfficer).await;
    let before = stage.world.events().await;
    let facts = "unsur-subject=pns&unsur-event=campaign&unsur-manner=active&unsur-side=candidate&unsur-support=yes";
    let address = format!("/penilaian?{ACT}&{facts}");
    let seen = browser.get(&address).await;
    assert_eq!(seen.status, 200);
    for part in ["Ini usulan. Manusia yang memutuskan.", "PP94-", "Dasar", "Karena", "Tafsir A", "Sidik penilaian"] {
        assert!(seen.body.contains(part), "{part}");
    }
    assert!(!seen.body.contains("n-verdict"), "an officer is not told what the public is told");
    let again = browser.get(&address).await;
    assert_eq!(between(&seen.body, "dd"), between(&again.body, "dd"), "the same address, another proposal");
    assert_eq!(stage.world.events().await, before, "asking about facts that name nobody leaves nothing");
    let (headings, terms) = (between(&seen.body, "h2"), between(&seen.body, "dt"));
    let terms: BTreeSet<&str> = terms.into_iter().collect();
    insta::assert_snapshot!(format!("{}\n\n{}", headings.join("\n"), terms.into_iter().collect::<Vec<_>>().join("\n")));
}

#[tokio::test]
async fn a_provision_of_the_institutions_own_circular_is_told_with_the_norm_that_it_repeats() {
    let stage = Stage::new().await;
    let (world, town) = (&stage.world, &stage.world.town);
    let norms = world.app.law().law().norms().map(|norm| norm.id.clone()).filter(|id| id.starts_with("PP94-5"));
    let tied = Provision { norms: norms.collect(), ..Provision::new("Tidak mengikuti kampanye.") };
    let body = Body {
        subject: "Netralitas pegawai".to_owned(),
        election: "Pilkada 2024".to_owned(),
        provisions: vec![Provision::new("Menjaga netralitas."), tied],
        bases: vec!["pp-2021-94".to_owned()],
        ..Body::default()
    };
    let to = Addressees { categories: vec![Category::Pns], ..Addressees::default() };
    let id = world.app.begin_draft(&world.caller(town, Role::PersonnelOfficer), body, to).await.unwrap();
    let command = PublishCommand::for_pact(1, base::parse_iso_date("2024-10-18").unwrap(), 4);
    world.app.publish_circular(&world.caller(town, Role::DecidingAuthority), id, command).await.unwrap();

    let mut browser = stage.browser_of(Role::Inspector).await;
    let facts = "unsur-event=campaign&unsur-manner=active&unsur-side=candidate&unsur-support=yes";
    let of = |subject: &str, day: u8| {
        let act = format!("hari_day={day}&hari_month=10&hari_year=2024&pemilihan=pilkada-2024&perbuatan=attend");
        format!("/penilaian?{act}&unsur-subject={subject}&{facts}")
    };
    let seen = browser.get(&of("pns", 31)).await.body;
    assert!(seen.contains("Edaran instansi yang mengulangnya"), "{seen}");
    assert!(seen.contains("Butir 2: Tidak mengikuti kampanye."));
    assert!(seen.contains(&format!("href=\"/{}/edaran/{id}\"", town.institution.short_name)));
    for other in [of("cpns", 31), of("pns", 1)] {
        let body = browser.get(&other).await.body;
        assert!(body.contains("PP94-5") && !body.contains("Tidak mengikuti kampanye."), "{other}");
    }
}

#[tokio::test]
async fn what_cannot_be_assessed_is_told_with_how_to_mend_it() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::PersonnelOfficer).await;
    for (query, told) in [
        ("hari_day=31&hari_month=2&hari_year=2024".to_owned(), "Tanggal perbuatan belum benar."),
        ("hari_day=10&hari_month=10&hari_year=2024".to_owned(), "Perbuatan belum dipilih."),
        (format!("{ACT}&perbuatan=tidak-ada"), "Alamat ini memuat pilihan yang tidak dikenal."),
        (format!("{ACT}&unsur-side=prospective_candidate"), "bertentangan dengan jawaban lain"),
    ] {
        let seen = browser.get(&format!("/penilaian?{query}")).await;
        assert_eq!(seen.status, 422, "{query}");
        assert!(seen.body.contains(told), "{query}: {}", seen.body);
        assert!(!seen.body.contains("id=\"usulan\""), "{query}");
        for link in seen.body.split("<li><a href=\"#").skip(1) {
            let id = link.split('"').next().unwrap();
            assert!(seen.body.contains(&format!("id=\"{id}\"")), "{query}: nothing is at #{id}");
        }
        let paper = browser.get(&format!("/penilaian/lembar-kerja.pdf?{query}")).await;
        assert_eq!(paper.status, 303, "{query}");
        assert!(paper.location().starts_with("/penilaian?"), "{}", paper.location());
    }
}

#[tokio::test]
async fn the_worksheet_is_had_by_the_same_address() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::Examiner).await;
    let page = browser.get(&format!("/penilaian?{ACT}&unsur-subject=pns&unsur-event=campaign")).await;
    let link = page.body.split("href=\"/penilaian/lembar-kerja.pdf").nth(1).unwrap();
    let address = format!("/penilaian/lembar-kerja.pdf{}", link.split('"').next().unwrap().replace("&#38;", "&"));
    let paper = browser.get(&address).await;
    assert_eq!((paper.status, paper.header("content-type")), (200, "application/pdf"));
    let place = paper.header("content-disposition");
    assert!(place.starts_with("inline; filename=\"lembar-kerja-") && place.ends_with(".pdf\""), "{place}");
}

#[tokio::test]
async fn the_election_around_the_day_is_offered_first() {
    let stage = Stage::new().await;
    let mut browser = stage.browser_of(Role::Inspector).await;
    let page = browser.get(&format!("/penilaian?{ACT}")).await;
    let groups: Vec<&str> = page.body.split("<optgroup label=\"").skip(1).collect();
    assert_eq!(groups.len(), 2, "{}", page.body);
    assert!(groups[0].contains("value=\"pilkada-2024\"") && !groups[1].contains("value=\"pilkada-2024\""));
    assert!(groups[1].contains("value=\"pemilu-2019\""));
}
