//! The stage calendar: what stage it is, what changes next, and the same to subscribe to.

use crate::{Browser, Stage};
use std::collections::BTreeSet;

async fn page(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.body.replace('\u{a0}', " ")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_tells_todays_stage_and_what_changes_next() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    // The clock of the tests stands on 14 October 2024.
    for path in ["/tahapan", "/tahapan/pilkada-2024", "/kabupaten-sukamaju/tahapan"] {
        let body = page(&mut browser, path).await;
        for said in [
            "Hari ini, Senin, 14 Oktober 2024",
            "Pilkada 2024: masa kampanye",
            "Kampanye: hari ke-20 dari 60, sampai Sabtu, 23 November 2024.",
            "Minggu, 24 November 2024",
            "41 hari kalender lagi.",
            "Masa tenang mulai.",
            "Penggantian pejabat",
        ] {
            assert!(body.contains(said), "{path}: {said}");
        }
    }
    let english = page(&mut browser, "/tahapan?bahasa=en").await;
    assert!(english.contains("41 calendar days left.") && english.contains("Regional elections 2024: campaign"));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_day_can_be_chosen_and_a_slip_is_mended() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let voting = page(&mut browser, "/tahapan/pilkada-2024?pada=2024-11-27").await;
    assert!(voting.contains("Pada Rabu, 27 November 2024") && voting.contains("hari pemungutan suara"));
    assert!(voting.contains("Kembali ke hari ini"));
    let quiet = page(&mut browser, "/tahapan?pada=2021-07-01").await;
    assert!(quiet.contains("Tidak ada pemilihan yang pasti berjalan"));
    for slip in ["2024-02-31", "kemarin", "1999-01-01"] {
        let answer = browser.get(&format!("/tahapan?pada={slip}")).await;
        assert_eq!(answer.status, 422, "{slip}");
        assert!(answer.body.contains("Tulis tanggal seperti 2024-10-10"), "{slip}");
    }
    assert_eq!(browser.get("/tahapan/pilkada-1955").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn doubts_of_a_calendar_stand_on_its_page() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let moved = page(&mut browser, "/tahapan/pilkada-2020").await;
    for said in [
        "Sumber lain menyebut mulai 23 Maret 2020.",
        "Direncanakan, tidak dilaksanakan",
        "Tidak dilaksanakan",
        "Baru sebagian dibaca",
        "Sebagian daerah; daftarnya tidak tercatat",
    ] {
        assert!(moved.contains(said), "{said}");
    }
    let repeated = page(&mut browser, "/tahapan/pilkada-ulang-2025").await;
    assert!(repeated.contains("Kota Pangkalpinang") && repeated.contains("href=\"/tahapan/pilkada-2024\""));
    let first = page(&mut browser, "/tahapan/pilkada-2024").await;
    assert!(first.contains("Diulang di sebagian daerah") && first.contains("href=\"/tahapan/psu-2025\""));
}

/// A region is told what concerns it, what may, and what does not.
#[tokio::test(flavor = "multi_thread")]
async fn an_institution_sees_elsewhere_as_elsewhere() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let body = page(&mut browser, "/kabupaten-sukamaju/tahapan").await;
    assert!(body.contains("Jadwal yang menyangkut daerah ini") && body.contains("Belum pasti menyangkut daerah ini"));
    let elsewhere = body.split("Tidak menyangkut daerah ini:").nth(1).unwrap().split("</p>").next().unwrap();
    let law = stage.world.app.law();
    assert!(elsewhere.contains(&law.election("pilkada-ulang-2025").unwrap().name.id), "{elsewhere}");
    assert!(!elsewhere.contains("Pilkada 2024"), "{elsewhere}");
    assert_eq!(browser.get("/kota-depok/tahapan").await.status, 404, "it does not use this installation");
}

/// The properties of each event, unfolded.
fn events(text: &str) -> Vec<Vec<(String, String)>> {
    let unfolded = text.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT\r\n").skip(1).map(|rest| rest.split("END:VEVENT").next().unwrap());
    let property = |line: &str| {
        let (name, value) = line.split_once(':').unwrap();
        (name.to_owned(), value.to_owned())
    };
    events.map(|event| event.lines().map(property).collect()).collect()
}

fn value<'a>(event: &'a [(String, String)], name: &str) -> &'a str {
    event.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

/// RFC 5545: lines, folding, and what an event of whole days has to have.
#[tokio::test(flavor = "multi_thread")]
async fn the_calendar_to_subscribe_to_is_valid() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    for path in ["/tahapan.ics", "/tahapan/pilkada-2024/tahapan.ics", "/kabupaten-sukamaju/tahapan.ics"] {
        let answer = browser.get(path).await;
        assert_eq!((answer.status, answer.header("content-type")), (200, "text/calendar; charset=utf-8"), "{path}");
        let text = &answer.body;
        assert!(text.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:") && text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{path}: every line ends with CRLF");
        for line in text.split("\r\n") {
            // 75 octets are recommended; the library does not count the space with which the last line goes on.
            assert!(line.len() <= 76, "{path}: {line}");
        }
        let events = events(text);
        assert!(!events.is_empty(), "{path}");
        let uids: BTreeSet<&str> = events.iter().map(|event| value(event, "UID")).collect();
        assert_eq!(uids.len(), events.len(), "{path}: no two events share an id");
        for event in &events {
            assert_eq!(value(event, "DTSTAMP"), "20241014T003000Z", "the clock of the site, in universal time");
            let (start, end) = (value(event, "DTSTART;VALUE=DATE"), value(event, "DTEND;VALUE=DATE"));
            assert!(start.len() == 8 && start < end, "{path}: {start} {end}");
            assert!(!value(event, "SUMMARY").is_empty() && value(event, "DESCRIPTION").contains("Sumber:"));
        }
        assert_eq!(*text, browser.get(path).await.body, "the same at the same moment");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn events_tell_days_doubts_and_what_was_not_held() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let regional = events(&browser.get("/tahapan/pilkada-2024/tahapan.ics").await.body);
    let one = |all: &[Vec<(String, String)>], uid: &str| all.iter().find(|it| value(it, "UID") == uid).unwrap().clone();
    let campaign = one(&regional, "pilkada-2024.campaign@tahapan.netral");
    assert_eq!(value(&campaign, "SUMMARY"), "Kampanye Pilkada 2024");
    assert_eq!(value(&campaign, "DTSTART;VALUE=DATE"), "20240925");
    assert_eq!(value(&campaign, "DTEND;VALUE=DATE"), "20241124", "the day after the last one");
    assert_eq!(value(&campaign, "STATUS"), "CONFIRMED");
    let open = one(&regional, "pilkada-2024.transfer_window@tahapan.netral");
    assert!(value(&open, "SUMMARY").ends_with(" mulai"), "its end is not known");
    let moved = events(&browser.get("/tahapan/pilkada-2020/tahapan.ics").await.body);
    let other = one(&moved, "pilkada-2020.transfer_window.sumber-lain@tahapan.netral");
    assert_eq!((value(&other, "DTSTART;VALUE=DATE"), value(&other, "STATUS")), ("20200323", "TENTATIVE"));
    assert!(moved.iter().any(|it| value(it, "STATUS") == "CANCELLED"));
}
