//! *Boleh atau tidak?*: from a question in one's own words to an answer, with nothing kept but a number.

use crate::{Browser, Stage};
use domain::policy::Role;
use norms::Verdict;
use std::time::Duration;

/// A like on the campaign account of a candidate: what is told on the way to its answer.
const LIKE: &str =
    "act=like&subject=pns&side=candidate&account=campaign_account&support=yes&election=pilkada-2024&on=2024-10-10";

fn href<'a>(body: &'a str, begins: &str) -> &'a str {
    let at = body.find(&format!("href=\"{begins}")).unwrap_or_else(|| panic!("no link to {begins}: {body}"));
    body[at + 6..].split('"').next().unwrap()
}

/// A link as a browser reads it.
fn plain(href: &str) -> String {
    href.replace("&#38;", "&").replace("&amp;", "&")
}

async fn page(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.header("location"));
    answer.body
}

#[tokio::test(flavor = "multi_thread")]
async fn words_of_ones_own_lead_to_an_act_by_its_id() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let found = page(&mut browser, "/boleh?tanya=boleh+like+status+calon+Budi%3F").await;
    let link = plain(href(&found, "/boleh/tanya"));
    assert_eq!(link, "/boleh/tanya?act=like");
    assert!(found.contains(r#"value="boleh like status calon Budi?""#), "what was typed stands in the field");
    for part in found.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(!part.to_lowercase().contains("budi"), "{part}");
    }
    let none = page(&mut browser, "/boleh?tanya=%3Cscript%3Exyzzy").await;
    assert!(none.contains("Belum ada yang cocok") && !none.contains("<script>xyzzy"));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_question_a_page_leads_to_an_answer_and_each_can_be_changed() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let first = page(&mut browser, "/boleh/tanya?act=like").await;
    assert_eq!(first.matches("<fieldset").count(), 1, "one thing a page");
    assert!(first.contains("Siapa Anda") && first.contains("Saya tidak tahu"));
    let sent = browser.get("/boleh/tanya?act=like&ditanya=subject").await;
    assert_eq!(sent.status, 422);
    assert!(sent.body.contains("Pilih satu jawaban") && sent.body.contains("Ada 1 hal yang perlu diperbaiki"));
    // A form that was answered leads to an address that tells only what was told.
    let sent = browser.get("/boleh/tanya?act=like&ditanya=subject&subject=pns").await;
    assert_eq!((sent.status, sent.header("location")), (303, "/boleh/tanya?act=like&subject=pns"));
    let when = page(&mut browser, "/boleh/tanya?act=like&subject=pns").await;
    assert!(when.contains("Kapan?") && when.contains("on_day"));
    let slip = "/boleh/tanya?act=like&subject=pns&ditanya=on&on_day=31&on_month=2&on_year=2024";
    assert_eq!(browser.get(slip).await.status, 422);
    let sent = browser.get("/boleh/tanya?act=like&subject=pns&ditanya=on&on_day=10&on_month=10&on_year=2024").await;
    assert_eq!(sent.header("location"), "/boleh/tanya?act=like&subject=pns&on=2024-10-10");
    let which = page(&mut browser, sent.header("location")).await;
    assert!(which.contains(r#"value="pilkada-2024""#), "the elections of that day are offered: {which}");
    let mut at = format!("/boleh/tanya?{LIKE}");
    loop {
        let answer = browser.get(&at).await;
        if answer.status == 303 && answer.header("location").starts_with("/boleh/jawaban") {
            at = answer.header("location").to_owned();
            break;
        }
        assert_eq!(answer.status, 200, "{at}");
        let name = answer.body.split("name=\"ditanya\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        at = format!("{at}&{name}=-");
    }
    let answered = page(&mut browser, &at).await;
    for said in ["Tidak boleh", "Dasar hukumnya", "Apa yang mengubah jawaban ini", "Ini bukan putusan", "Apa sanksinya"]
    {
        assert!(answered.contains(said), "{said}");
    }
    let given = answered.split("id=\"jawaban-anda\"").nth(1).unwrap();
    let change = plain(href(given, "/boleh/tanya?act=like&#38;subject=pns"));
    assert!(change.ends_with("&ubah=subject"), "{change}");
    assert_eq!(browser.get(&change).await.status, 200, "{change}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_cannot_be_read_leads_back() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    for query in [
        "",
        "?act=nothing",
        "?act=like&subject=king",
        "?act=like&nama=Siti+Rahmawati",
        "?act=like&on=besok",
        "?act=like&act=share",
        "?subject=pns",
        "?act=like&side=candidate&stage=before_nomination",
        "?act=like&election=pilkada-2024&on=2024-10-10&stage=voting",
        "?act=like&election=pilkada-2024&contest=president",
    ] {
        for page in ["tanya", "jawaban"] {
            let answer = browser.get(&format!("/boleh/{page}{query}")).await;
            assert_eq!(answer.status, 400, "{page}{query}");
            assert!(answer.body.contains("Tautan ini belum dapat dijawab"), "{page}{query}");
            assert!(!answer.body.contains("Siti"), "{page}{query}");
            let back = plain(href(answer.body.split("<main").nth(1).unwrap(), "/boleh"));
            let back = browser.get(&back).await;
            assert!([200, 303].contains(&back.status), "{page}{query}: {}", back.status);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_goes_to_no_other_site_and_into_no_search_engine() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    for path in ["/boleh", "/boleh/contoh", "/boleh/contoh/like-candidate-post"] {
        assert_eq!(browser.get(path).await.header("referrer-policy"), "no-referrer", "{path}");
    }
    for path in [format!("/boleh/jawaban?{LIKE}"), "/boleh/tanya?act=like".to_owned(), "/boleh?tanya=like".to_owned()] {
        let answer = browser.get(&path).await;
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert!(answer.header("x-robots-tag").contains("noindex"), "{path}");
        assert!(answer.body.contains(r#"<meta name="robots" content="noindex"#), "{path}");
        assert!(answer.body.contains("<title>Boleh atau tidak? – Netral</title>"), "{path}");
        let head = answer.body.split("</head>").next().unwrap().to_lowercase();
        for specific in ["pns", "menyukai", "unggahan", "pilkada", "tidak boleh"] {
            assert!(!head.contains(specific), "the preview of {path} says {specific}");
        }
        assert!(browser.cookies.is_empty(), "{path} leaves a cookie");
    }
    let elsewhere = browser.get("/bantuan").await;
    assert_eq!(elsewhere.header("referrer-policy"), "same-origin");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_already_is_mended_first() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let past = page(&mut browser, &format!("/boleh/jawaban?{LIKE}")).await;
    let (mend, law) = (past.find("Kalau sudah terlanjur").unwrap(), past.find("Dasar hukumnya").unwrap());
    assert!(mend < law && past.contains("tidak melaporkan Anda"));
    let ahead = LIKE.replace("on=2024-10-10", "on=2024-11-20");
    stage.clock.set(stage.world.now);
    let ahead = page(&mut browser, &format!("/boleh/jawaban?{ahead}")).await;
    assert!(!ahead.contains("tidak melaporkan Anda"));
    let done = plain(href(&ahead.replace("&#38;", "&"), "/boleh/jawaban"));
    assert!(done.ends_with("&terlanjur=1"), "{done}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_number_of_each_verdict_is_kept() {
    let stage = Stage::new().await;
    let events = stage.world.events().await;
    let mut browser = stage.browser();
    for _ in 0..2 {
        page(&mut browser, &format!("/boleh/jawaban?{LIKE}")).await;
    }
    page(&mut browser, "/boleh/jawaban?act=vote&subject=pns").await;
    browser.head(&format!("/boleh/jawaban?{LIKE}")).await;
    page(&mut browser, "/boleh/contoh/like-candidate-post").await;
    assert_eq!(stage.world.events().await, events, "nobody is noted as having asked");
    let mut administrator = stage.browser_of(Role::InstitutionAdministrator).await;
    let told = page(&mut administrator, "/kelola").await;
    assert!(told.contains("Tidak boleh: 2"), "{told}");
    let sum: i64 = {
        let caller = stage.world.caller(&stage.world.town, Role::InstitutionAdministrator);
        let told = stage.world.app.self_checks(&caller).await.unwrap();
        assert_eq!(told.iter().map(|(verdict, _)| *verdict).collect::<Vec<_>>(), Verdict::ALL);
        told.iter().map(|(_, count)| count).sum()
    };
    assert_eq!(sum, 3);
    stage.clock.set(stage.world.now.plus(Duration::from_secs(40 * 24 * 60 * 60)));
    let mut administrator = stage.browser_of(Role::InstitutionAdministrator).await;
    assert!(page(&mut administrator, "/kelola").await.contains("Tidak boleh: 0"), "older ones are not told");
}

#[tokio::test(flavor = "multi_thread")]
async fn both_languages_tell_the_same_norms() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let indonesian = page(&mut browser, &format!("/boleh/jawaban?{LIKE}")).await;
    let english = page(&mut browser, &format!("/boleh/jawaban?{LIKE}&bahasa=en")).await;
    let links = |body: &str| {
        let rules = body.split("href=\"/aturan/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        rules.collect::<Vec<_>>()
    };
    assert!(!links(&indonesian).is_empty());
    assert_eq!(links(&indonesian), links(&english));
    assert!(english.contains("Not allowed") && english.contains("Legal basis"));
}
