//! Pages for everybody: what they show, what they never show, in both languages.

#![expect(clippy::unwrap_used, reason = "a test's helpers fail by panicking, too")]

use crate::escaped;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use base::{FixedClock, Instant, Language, Zone};
use domain::paper::{PaperState, Token};
use domain::tenancy::RESERVED_SEGMENTS;
use http_body_util::BodyExt as _;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use service::testing::World;
use service::testing::papers::{keep_draft, publish, sign};
use service::{Fault, LetterSheet, MinutesSheet, PackSheet, PactSheet, Press, RecordSheet, SealKey, Slip};
use std::sync::Arc;
use store::Engine;
use tower::ServiceExt as _;
use web::{Mode, Site, router};

struct Words;

impl Press for Words {
    fn letter(&self, sheet: &LetterSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(format!("%PDF {}", sheet.url).into_bytes())
    }

    fn pact(&self, _: &PactSheet) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn pack(&self, _: &PackSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn minutes(&self, _: &MinutesSheet, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn seal(&self, paper: &[u8], _: &SealKey, _: Instant) -> Result<Vec<u8>, Fault> {
        Ok(paper.to_vec())
    }

    fn slips(&self, _: &[Slip], _: &str, _: Zone, _: bool, _: Instant) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }

    fn record(&self, _: &RecordSheet, _: Language) -> Result<Vec<u8>, Fault> {
        Err(Fault::NotFound)
    }
}

struct Visitor {
    world: World,
    site: Router,
}

impl Visitor {
    async fn new() -> Self {
        let world = World::new(Engine::Sqlite).await;
        let site = router(Site {
            app: world.app.clone(),
            clock: Arc::new(FixedClock::new(world.now)),
            press: Arc::new(Words),
            mode: Mode::Serve,
            secure: true,
        });
        Self { world, site }
    }

    async fn ask(&self, request: Request<Body>) -> Response<String> {
        let (parts, body) = self.site.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Response::from_parts(parts, String::from_utf8(bytes.to_vec()).unwrap())
    }

    async fn get(&self, path: &str, language: &str) -> Response<String> {
        let request = Request::get(path).header(header::COOKIE, format!("bahasa={language}"));
        self.ask(request.body(Body::empty()).unwrap()).await
    }

    async fn page(&self, path: &str, language: &str) -> String {
        let response = self.get(path, language).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        response.into_body()
    }

    async fn choose(&self, form: &'static str) -> Response<String> {
        let request = Request::post("/bahasa")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.ask(request.body(Body::from(form)).unwrap()).await
    }
}

fn location(response: &Response<String>) -> &str {
    response.headers().get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
}

/// The words of a page's main part, a line for each element that has some.
fn words(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).unwrap_or_default();
    let mut lines: Vec<String> = Vec::new();
    let inline = ["a", "/a", "span", "/span", "strong", "/strong"];
    let mut fresh = true;
    for part in main.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split_whitespace().next().unwrap_or_default();
        fresh |= !inline.contains(&name);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            continue;
        }
        match lines.last_mut() {
            Some(line) if !fresh => {
                line.push(' ');
                line.push_str(&text);
            }
            _ => lines.push(text),
        }
        fresh = false;
    }
    lines.join("\n").replace("&#38;", "&").replace("&#34;", "\"").replace("&#39;", "'")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_front_tells_real_examples_from_those_who_use_it() {
    let visitor = Visitor::new().await;
    for language in ["id", "en"] {
        insta::assert_snapshot!(format!("front-{language}"), words(&visitor.page("/", language).await));
    }
}

/// A change of what is said about a real government is a difference that somebody has to look at.
#[tokio::test(flavor = "multi_thread")]
async fn pages_of_real_governments_change_only_on_purpose() {
    let visitor = Visitor::new().await;
    for known in visitor.world.app.law().institutions() {
        for language in ["id", "en"] {
            let mut text = words(&visitor.page(&format!("/{}", known.short_name), language).await);
            for instrument in visitor.world.app.law().issued_by(&known.short_name) {
                let path = format!("/{}/edaran/{}", known.short_name, instrument.id);
                text = format!("{text}\n\n# {path}\n{}", words(&visitor.page(&path, language).await));
            }
            insta::assert_snapshot!(format!("{}-{language}", known.short_name), text);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_unknown_is_said_as_unknown() {
    let visitor = Visitor::new().await;
    let malang = visitor.page("/kota-malang/edaran/arahan-kota-malang-pemilu-2024", "id").await;
    assert!(malang.contains("Nomornya tidak disebut dalam berita."));
    assert!(malang.contains("Tanggalnya tidak disebut dalam berita. Diberitakan 19\u{a0}November\u{a0}2023."));
    assert!(malang.contains("Wahyu Hidayat, Penjabat (Pj.) Wali Kota Malang"));
    let batang = visitor.page("/kabupaten-batang/edaran/se-kabupaten-batang-800-169-2023", "id").await;
    for said in ["Hanya selama masa kampanye.", "Sebelum, selama, dan sesudah masa kampanye."] {
        assert!(batang.contains(said), "both readings of the dispute are shown: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_instrument_and_every_provision_has_an_address() {
    let visitor = Visitor::new().await;
    let law = visitor.world.app.law();
    let list = visitor.page("/aturan", "id").await;
    for instrument in law.instruments() {
        let issuer = instrument.issuers.iter().find(|issuer| law.institution(issuer).is_some());
        let own = match issuer {
            Some(place) => format!("/{place}/edaran/{}", instrument.id),
            None => format!("/aturan/{}", instrument.id),
        };
        assert_eq!(list.contains(&format!("href=\"{own}\"")), issuer.is_none(), "{own} in the list of rules");
        let page = visitor.page(&own, "en").await;
        let read = |text: &norms::Text| page.contains(&escaped(&text.en));
        assert!(read(&instrument.title), "{own}");
        for provision in &instrument.provisions {
            assert!(read(&provision.text), "{own} {}", provision.id);
            assert_eq!(
                page.matches(&format!("id=\"ketentuan-{}\"", provision.id)).count(),
                1,
                "{own} {}",
                provision.id
            );
            let led = visitor.get(&format!("/aturan/{}/{}", instrument.id, provision.id), "id").await;
            assert_eq!(
                (led.status(), location(&led)),
                (StatusCode::SEE_OTHER, format!("{own}#ketentuan-{}", provision.id).as_str())
            );
        }
        for dispute in &instrument.disputes {
            assert!(dispute.readings.iter().all(|reading| read(&reading.text) && read(&reading.support)), "{own}");
        }
        assert!(instrument.sources.iter().all(|source| read(&source.what)), "{own}");
        let targets = page.split("href=\"/aturan/").skip(1).map(|rest| rest.split('"').next().unwrap());
        // Norms have pages of their own, which the tests of the law browser visit.
        for target in targets.filter(|target| !target.starts_with("norma/")) {
            let (id, fragment) = target.split_once('#').unwrap_or((target, ""));
            let found = law.instrument(id).unwrap_or_else(|| panic!("{own} leads to {target}"));
            let provision = fragment.strip_prefix("ketentuan-");
            assert!(provision.is_none_or(|id| found.provision(id).is_some()), "{own} leads to {target}");
        }
    }
    assert_eq!(visitor.get("/aturan/uu-0000-0", "id").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(visitor.get("/aturan/uu-2023-20/x", "id").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_circular_is_read_and_a_draft_is_not() {
    let visitor = Visitor::new().await;
    let town = &visitor.world.town;
    let draft = keep_draft(&visitor.world, town).await;
    let issued = publish(&visitor.world, town).await;
    let (open, hidden) = (issued.circular.id, draft.id);
    for language in ["id", "en"] {
        let page = visitor.page("/kabupaten-sukamaju", language).await;
        assert!(page.contains(&format!("/kabupaten-sukamaju/edaran/{open}")));
        assert!(!page.contains(&hidden.to_string()));
        let page = visitor.page(&format!("/kabupaten-sukamaju/edaran/{open}"), language).await;
        let code = issued.letter.token.grouped();
        insta::assert_snapshot!(format!("circular-{language}"), words(&page).replace(&code, "CODE"));
    }
    for path in [
        format!("/kabupaten-sukamaju/edaran/{hidden}"),
        format!("/kabupaten-sukamaju/edaran/{hidden}/surat.pdf"),
        format!("/kota-lain/edaran/{open}"),
        format!("/kota-lain/edaran/{open}/surat.pdf"),
        format!("/kabupaten-sukamaju/edaran/{open}/surat.pdf"),
        "/kabupaten-sukamaju/edaran/x".to_owned(),
        "/kota-depok/edaran/arahan-kota-malang-pemilu-2024".to_owned(),
    ] {
        assert_eq!(visitor.get(&path, "id").await.status(), StatusCode::NOT_FOUND, "{path}");
    }
    let occasion = base::Occasion::draw(visitor.world.now);
    visitor.world.app.render_letter(occasion, town.institution.id, open, &Words).await.unwrap();
    let pdf = visitor.get(&format!("/kabupaten-sukamaju/edaran/{open}/surat.pdf"), "id").await;
    assert_eq!(pdf.headers().get(header::CONTENT_TYPE).unwrap(), "application/pdf");
    assert!(pdf.body().starts_with("%PDF http://localhost:8080/periksa/"));
    let page = visitor.page(&format!("/kabupaten-sukamaju/edaran/{open}"), "id").await;
    assert!(page.contains("surat.pdf"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_lives_at_a_reserved_or_unknown_name() {
    let visitor = Visitor::new().await;
    // A name that some area of the site answers under is not an institution either, whatever it answers.
    let own: Vec<_> = web::routes(Mode::Serve).into_iter().map(|entry| entry.path).collect();
    for name in RESERVED_SEGMENTS.into_iter().chain(["kota-tiada", "favicon.ico", "wp-login.php", "KOTA-DEPOK"]) {
        let path = format!("/{name}");
        if !own.contains(&path.as_str()) {
            let status = visitor.get(&path, "id").await.status();
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        }
        let below = visitor.get(&format!("/{name}/edaran/1"), "id").await.status();
        assert_eq!(below, StatusCode::NOT_FOUND, "{path}/edaran/1");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn verification_answers_in_words_for_every_state() {
    let visitor = Visitor::new().await;
    let town = &visitor.world.town;
    let issued = publish(&visitor.world, town).await;
    for (state, who) in PaperState::ALL.into_iter().zip(&town.people) {
        let signed = sign(&visitor.world, town, &issued, who, state).await;
        for language in ["id", "en"] {
            let page = visitor.page(&format!("/periksa/{}", signed.paper.token.as_str()), language).await;
            let text =
                words(&page).replace(&signed.paper.token.grouped(), "CODE").replace(&signed.pact.number, "NUMBER");
            insta::assert_snapshot!(format!("verified-{}-{language}", state.code()), text);
        }
    }
    let letter = visitor.get(&format!("/periksa/{}", issued.letter.token.as_str()), "id").await;
    assert!(letter.body().contains("Surat edaran ini diterbitkan Kabupaten Sukamaju (rekaan) dan belum dicabut."));
    assert_eq!(letter.headers().get(header::CACHE_CONTROL).unwrap(), "no-store");
    let typed = issued.letter.token.grouped().to_lowercase();
    for path in [format!("/periksa/{typed}"), format!("/periksa?kode={typed}")] {
        let led = visitor.get(&path, "id").await;
        assert_eq!(location(&led), format!("/periksa/{}", issued.letter.token.as_str()), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_code_is_told_so_and_a_mistyped_one_is_mended() {
    let visitor = Visitor::new().await;
    let unissued = Token::from_random(&[7; 13]);
    for path in [format!("/periksa/{}", unissued.as_str()), "/periksa/bukan-kode".to_owned()] {
        let answer = visitor.get(&path, "id").await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body().contains("Tidak dikenal") && !answer.body().contains("Dokumen ini asli"), "{path}");
    }
    for (query, said) in [
        ("?kode=", "Ketik kode yang tercetak di bawah kertas Anda."),
        ("?kode=7K3QD", "Kode terdiri dari 20 huruf dan angka. Yang Anda tulis 5."),
        ("?kode=7K3QD-0V9AM-X2C4R-TB81U", "tanpa I, L, O, dan U"),
        ("?kode=%3Cscript%3E", "Yang Anda tulis 6."),
    ] {
        let answer = visitor.get(&format!("/periksa{query}"), "id").await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{query}");
        assert!(answer.body().contains(said), "{query}");
        assert!(answer.body().contains("Ada 1 hal yang perlu diperbaiki"), "{query}");
        assert!(!answer.body().contains("<script>"), "{query}");
    }
    assert_eq!(visitor.get("/periksa", "id").await.status(), StatusCode::OK);
}

/// Whoever finds the page of a paper in a search engine was never handed that paper.
#[tokio::test(flavor = "multi_thread")]
async fn papers_are_in_no_search_engine_and_guessing_them_is_slowed() {
    let visitor = Visitor::new().await;
    let issued = publish(&visitor.world, &visitor.world.town).await;
    let known = format!("/periksa/{}", issued.letter.token.as_str());
    let guess = |n: u8| format!("/periksa/{}", Token::from_random(&[n; 13]).as_str());
    for path in ["/periksa", known.as_str(), guess(0).as_str()] {
        let answer = visitor.get(path, "id").await;
        let told = answer.headers().get("x-robots-tag").map(|value| value.to_str().unwrap()).unwrap_or_default();
        assert!(told.contains("noindex"), "{path}: {told:?}");
        assert!(answer.body().contains(r#"<meta name="robots" content="noindex"#), "{path}");
    }
    assert!(visitor.get("/robots.txt", "id").await.body().contains("Disallow: /periksa"));
    for (tried, path) in (1..=250).chain(1..=250).map(guess).enumerate() {
        let answer = visitor.get(&path, "id").await;
        if answer.status() == StatusCode::TOO_MANY_REQUESTS {
            assert!(tried > 100 && answer.headers().contains_key(header::RETRY_AFTER), "an office mistypes: {tried}");
            assert!(answer.body().contains("Terlalu banyak kode yang tidak dikenal"), "{}", answer.body());
            assert_eq!(visitor.get(&known, "id").await.status(), StatusCode::TOO_MANY_REQUESTS);
            return;
        }
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    }
    panic!("nobody is slowed");
}

/// Whatever people are called and whatever their number: the page has their initials, and neither the name nor any
/// six digits of the number that follow each other.
#[tokio::test(flavor = "multi_thread")]
async fn verification_never_shows_a_name_or_a_number() {
    let visitor = Visitor::new().await;
    let town = &visitor.world.town;
    let mut runner = TestRunner::deterministic();
    let people = ("[2-9]{18}|[2-9]{16}", "[A-Z][a-z]{3,9}( [A-Z][a-z]{3,9}){1,2}", "(S\\.Kom\\.)?");
    for who in &town.people {
        // One person signs once in a drive, so everybody gets a drive for every name they lend.
        for _ in 0..2 {
            let issued = publish(&visitor.world, town).await;
            let (number, bare, after) = people.new_tree(&mut runner).unwrap().current();
            let mut who = who.clone();
            who.number.clone_from(&number);
            who.name.bare.clone_from(&bare);
            who.name.after = after;
            let signed = sign(&visitor.world, town, &issued, &who, PaperState::Valid).await;
            let page = visitor.page(&format!("/periksa/{}", signed.paper.token.as_str()), "id").await;
            // The code is random and may hold digits of its own.
            let page = page.replace(signed.paper.token.as_str(), "").replace(&signed.paper.token.grouped(), "");
            let digits: Vec<char> = number.chars().collect();
            for run in digits.windows(6) {
                let run: String = run.iter().collect();
                assert!(!page.contains(&run), "{run} of {number}");
            }
            assert!(!page.contains("***"), "not even masked");
            assert!(bare.split(' ').all(|word| !page.contains(word)), "{bare}");
            assert!(page.contains(&who.name.initials()), "{bare}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_remembered_and_leads_back_here_only() {
    let visitor = Visitor::new().await;
    let chosen = visitor.choose("bahasa=en&kembali=%2Fkota-depok").await;
    assert_eq!((chosen.status(), location(&chosen)), (StatusCode::SEE_OTHER, "/kota-depok"));
    let cookie = chosen.headers().get(header::SET_COOKIE).unwrap().to_str().unwrap();
    assert!(cookie.starts_with("bahasa=en; Path=/;"), "{cookie}");
    assert!(["SameSite=Lax", "HttpOnly", "Secure"].iter().all(|part| cookie.contains(part)), "{cookie}");
    for form in ["bahasa=en&kembali=%2F%2Fjahat.example", "bahasa=en&kembali=https%3A%2F%2Fjahat.example", "bahasa=en"]
    {
        assert_eq!(location(&visitor.choose(form).await), "/", "{form}");
    }
    let unknown = visitor.choose("bahasa=de&kembali=%2Fkota-depok").await;
    assert!(unknown.headers().get(header::SET_COOKIE).is_none());
    assert!(visitor.page("/bantuan", "en").await.contains("<html lang=\"en\""));
    assert!(visitor.page("/bantuan?bahasa=id", "en").await.contains("<html lang=\"id\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_words_are_complete_in_both_languages() {
    let visitor = Visitor::new().await;
    for path in ["/bantuan", "/privasi", "/aksesibilitas", "/periksa", "/aturan"] {
        let (id, en) = (visitor.page(path, "id").await, visitor.page(path, "en").await);
        assert_eq!(id.matches("<h1").count(), 1, "{path}");
        assert_eq!(id.matches("<h2").count(), en.matches("<h2").count(), "{path}");
        assert_ne!(words(&id), words(&en), "{path}");
    }
    assert!(visitor.page("/bantuan", "id").await.contains("Hubungi BKPSDM, telepon (000) 000-000 (rekaan)."));
}
