//! The law browser: what is searched, narrowed to a day, and told of each norm.

use crate::{Browser, Stage, escaped};

async fn page(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, 200, "{path}");
    answer.body
}

#[tokio::test(flavor = "multi_thread")]
async fn every_norm_has_a_page_with_basis_readings_and_examples_in_both_languages() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let law = stage.world.app.law();
    for language in [base::Language::Indonesian, base::Language::English] {
        for norm in law.law().norms() {
            let path = format!("/aturan/norma/{}?bahasa={}", norm.id, language.code());
            let body = page(&mut browser, &path).await;
            let tells = |text: &norms::Text| body.contains(&escaped(text.in_language(language)));
            assert!(tells(&norm.title), "{path}");
            for basis in &norm.basis {
                assert!(tells(&law.provision(&basis.instrument, &basis.provision).unwrap().text), "{path}");
            }
            for written in &norm.disputes {
                let disputes = &law.instrument(&written.instrument).unwrap().disputes;
                let dispute = disputes.iter().find(|it| it.id == written.dispute).unwrap();
                assert!(tells(&dispute.matter) && tells(&dispute.treatment), "{path}");
                assert!(dispute.readings.iter().all(|it| tells(&it.text) && tells(&it.support)), "{path}");
            }
            assert!(norm.exceptions.iter().all(|it| tells(&it.because)), "{path}");
            assert!(norm.examples.iter().all(|it| tells(&it.case)), "{path}");
            assert!(norm.note.iter().chain(&norm.not_an_act).all(tells), "{path}");
        }
    }
    assert_eq!(browser.get("/aturan/norma/TIDAK-ADA").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_provision_leads_to_its_norms_and_a_norm_to_its_provisions() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    assert!(page(&mut browser, "/aturan/skb-2022").await.contains("href=\"/aturan/norma/SKB-D-04\""));
    let norm = page(&mut browser, "/aturan/norma/SKB-D-04").await;
    assert!(norm.contains("href=\"/aturan/skb-2022#ketentuan-d-04\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_search_finds_what_has_all_words_in_any_case() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let found = page(&mut browser, "/aturan?cari=PP+94%2F2021").await;
    assert!(found.contains("href=\"/aturan/pp-2021-94\"") && !found.contains("href=\"/aturan/uu-2023-20\""));
    let links = |body: &str| body.matches("href=\"/aturan/norma/").count();
    let (large, small) =
        (page(&mut browser, "/aturan?cari=KAMPANYE").await, page(&mut browser, "/aturan?cari=kampanye").await);
    assert!(links(&large) > 0 && links(&large) == links(&small));
    let none = page(&mut browser, "/aturan?cari=%3Cscript%3Exyzzy").await;
    assert!(none.contains("Belum ada yang cocok") && !none.contains("<script>xyzzy"));
    let norms = page(&mut browser, "/aturan/norma?cari=skb-d-04").await;
    assert!(norms.contains("/aturan/norma/SKB-D-04") && !norms.contains("/aturan/norma/SKB-D-05"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_leaves_out_what_had_no_force_then() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let old = page(&mut browser, "/aturan?pada=2020-01-01").await;
    assert!(old.contains("href=\"/aturan/pp-2010-53\"") && !old.contains("href=\"/aturan/pp-2021-94\""));
    let new = page(&mut browser, "/aturan?pada=2024-10-14").await;
    assert!(!new.contains("href=\"/aturan/pp-2010-53\"") && new.contains("href=\"/aturan/pp-2021-94\""));
    let norms = page(&mut browser, "/aturan/norma?pada=2020-01-01&aturan=skb-2022").await;
    assert!(!norms.contains("/aturan/norma/SKB-D-04"));
    for path in ["/aturan?pada=2024-02-31", "/aturan/norma?pada=besok", "/aturan/perubahan?dari=x"] {
        let answer = browser.get(path).await;
        assert_eq!(answer.status, 422, "{path}");
        assert!(answer.body.contains("Tulis tanggal seperti 2024-10-10"), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_norms_is_narrowed_and_goes_page_by_page() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let law = stage.world.app.law();
    let mut seen = std::collections::BTreeSet::new();
    for number in 1..=law.law().norms().count().div_ceil(50) {
        let body = page(&mut browser, &format!("/aturan/norma?hal={number}")).await;
        let links = body.split("href=\"/aturan/norma/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        let links: Vec<String> = links.collect();
        assert!(links.len() <= 50);
        seen.extend(links);
    }
    assert_eq!(seen.len(), law.law().norms().count(), "every norm is on one of the pages");
    let criminal = page(&mut browser, "/aturan/norma?kategori=criminal").await;
    assert!(criminal.contains("/aturan/norma/UU7-490") && !criminal.contains("/aturan/norma/SKB-D-04"));
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_between_two_days_lead_to_what_changed() {
    let stage = Stage::new().await;
    let mut browser = stage.browser();
    let body = page(&mut browser, "/aturan/perubahan?dari=2021-08-01&sampai=2021-09-30").await;
    assert!(body.contains("href=\"/aturan/pp-2021-94\"") && body.contains("Peraturan mulai berlaku"));
    let wrong = browser.get("/aturan/perubahan?dari=2022-01-01&sampai=2021-01-01").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Pilih tanggal awal yang tidak lebih lambat"));
}
