use super::super::departures as all_departures;
use super::*;
use norms::Topic;
use proptest::prelude::*;
use std::sync::LazyLock;

static LAW: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

fn day(text: &str) -> Date {
    base::parse_iso_date(text).unwrap()
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|it| (*it).to_owned()).collect()
}

fn tied(text: &str, norms: &[&str]) -> Provision {
    Provision { topics: vec![Topic::Decisions], norms: texts(norms), ..Provision::new(text) }
}

fn letter(provisions: &[Provision], categories: &[Category]) -> (Body, Addressees) {
    let bases = texts(&["uu-2023-20", "pp-2021-94", "skb-2022"]);
    let body = Body { election: "Pilkada 2024".to_owned(), bases, provisions: provisions.to_vec(), ..Body::default() };
    (body, Addressees { categories: categories.to_vec(), ..Addressees::default() })
}

fn about(provisions: &[Provision], categories: &[Category], on: &str) -> Vec<Departure> {
    let (body, to) = letter(provisions, categories);
    departures(&LAW, &body, &to, day(on), &[])
}

fn one(text: &str, norms: &[&str]) -> Vec<Departure> {
    about(&[tied(text, norms)], &[Category::Pns], "2024-10-14")
}

/// The circular of Batang of September 2023 still has the time of PP 53/2010 in its provision on decisions.
#[test]
fn a_letter_that_forbids_decisions_only_during_the_campaign_says_less_than_the_law() {
    let says_less =
        Departure::SaysLess { provision: 1, norms: texts(&["PP94-5N5"]), missing: vec![Time::Before, Time::After] };
    let text = "PNS tidak boleh mengambil keputusan yang merugikan seorang calon selama masa kampanye.";
    assert_eq!(one(text, &["PP94-5N5"]), [says_less.clone()]);
    // A norm that holds in the campaign alone does not take that back.
    assert_eq!(one(text, &["PP94-5N4", "PP94-5N5"]), [says_less]);
    let (body, to) = letter(&[tied(text, &["PP94-5N5"])], &[Category::Pns]);
    let whole = all_departures(&LAW, &body, &to, day("2024-10-14"));
    assert!(whole.iter().any(|it| matches!(it, Departure::SaysLess { provision: 1, .. })));
}

#[test]
fn a_letter_that_says_all_of_the_time_or_none_says_no_less() {
    for text in [
        "PNS tidak mengambil keputusan yang merugikan calon sebelum, selama, dan sesudah masa kampanye.",
        "PNS tidak mengambil keputusan yang merugikan calon.",
        "PNS tidak mengambil keputusan yang merugikan calon, terutama selama masa kampanye.",
    ] {
        assert_eq!(one(text, &["PP94-5N5"]), [], "{text}");
    }
    let cars = "PNS tidak memakai mobil dinas untuk kampanye selama masa kampanye.";
    assert_eq!(one(cars, &["PP94-5N4"]), [], "the norm holds in the campaign alone");
    assert_eq!(one(cars, &[]), [], "nobody tied it to anything");
    assert_eq!(one(cars, &["TIDAK-ADA"]), [], "what the files do not know is not compared");
    // A duty of superiors asks for no stage: to watch during the campaign takes nothing from it.
    assert_eq!(one("PNS mengawasi bawahannya selama masa kampanye.", &["PP94-28"]), []);
}

#[test]
fn a_letter_that_adds_time_says_more_than_all_of_its_norms() {
    let text = "PNS tidak memakai fasilitas negara sebelum dan selama masa kampanye.";
    let beyond = vec![Time::Before];
    assert_eq!(one(text, &["PP94-5N4"]), [Departure::SaysMore { provision: 1, norms: texts(&["PP94-5N4"]), beyond }]);
    assert!(one(text, &["PP94-5N4", "PP94-5F-4G"]).iter().all(|it| !matches!(it, Departure::SaysMore { .. })));
}

#[test]
fn whoever_no_tied_norm_binds_is_named_once() {
    let text = "PNS dan PPPK tidak menguntungkan salah satu calon.";
    let both = [Category::Pns, Category::Pppk];
    let others =
        Departure::TiedToOthers { provision: 1, norms: texts(&["PP94-5N5"]), categories: vec![Category::Pppk] };
    assert_eq!(about(&[tied(text, &["PP94-5N5"])], &both, "2024-10-14"), [others]);
    assert_eq!(about(&[tied(text, &["PP94-5N5", "UU20-24-1D"])], &both, "2024-10-14"), []);
    assert_eq!(about(&[tied(text, &["PP94-5N5"])], &[Category::Pns], "2024-10-14"), [], "nobody else gets the letter");
    // Where nothing that is cited binds them, that was told.
    let (mut body, to) = letter(&[tied(text, &["PP94-5N5"])], &both);
    body.bases = texts(&["pp-2021-94"]);
    let whole = all_departures(&LAW, &body, &to, day("2024-10-14"));
    assert!(
        whole.iter().any(|it| matches!(it, Departure::Wider { categories, .. } if *categories == [Category::Pppk]))
    );
    assert!(whole.iter().all(|it| !matches!(it, Departure::TiedToOthers { .. })), "{whole:?}");
}

#[test]
fn whoever_the_norm_names_and_the_letter_does_not_is_named() {
    let (all, text) = ([Category::Pns, Category::Pppk], "PNS tidak menyukai kiriman calon.");
    let out = Departure::LeftOut { provision: 1, norm: "UU20-24-1D".to_owned(), categories: vec![Category::Pppk] };
    assert_eq!(about(&[tied(text, &["UU20-24-1D"])], &all, "2024-10-14"), [out]);
    let rest = tied("PPPK juga tidak.", &["UU20-24-1D"]);
    assert_eq!(about(&[tied(text, &["UU20-24-1D"]), rest], &all, "2024-10-14"), [], "another provision tells them");
    let everybody = tied("Setiap pegawai tidak menyukai kiriman calon.", &["UU20-24-1D"]);
    assert_eq!(about(&[everybody], &all, "2024-10-14"), []);
    let office = tied("Camat tidak memihak.", &["UU20-24-1D"]);
    assert_eq!(about(&[office], &[Category::Pns, Category::Pppk, Category::PppkPartTime], "2024-10-14"), []);
}

#[test]
fn a_norm_counts_from_its_first_to_its_last_day() {
    let text = "PNS tidak membuat keputusan yang menguntungkan calon.";
    let ended = about(&[tied(text, &["PP53-4-12-15"])], &[Category::Pns], "2024-10-14");
    let [Departure::NormEnded { provision: 1, norm, last, next, replaced_by }] = ended.as_slice() else {
        panic!("{ended:?}")
    };
    assert_eq!((norm.as_str(), *last), ("PP53-4-12-15", day("2021-08-30")));
    assert_eq!(*replaced_by, texts(&["pp-2021-94"]));
    assert_eq!(next.first().map(String::as_str), Some("PP94-5N5"));
    let early = Departure::NormNotBegun { provision: 1, norm: "UU20-24-1D".to_owned(), first: day("2023-10-31") };
    assert_eq!(about(&[tied(text, &["UU20-24-1D"])], &[Category::Pns], "2023-10-30"), [early]);
    assert_eq!(about(&[tied(text, &["UU20-24-1D"])], &[Category::Pns], "2023-10-31"), []);
}

#[test]
fn readings_that_make_a_difference_are_left_to_a_person() {
    let text = "PNS tidak ikut kampanye.";
    let point = |dispute: &str| ("pp-2021-94".to_owned(), dispute.to_owned());
    let disputed = |norm: &str, dispute| Departure::NormDisputed {
        provision: 1,
        norm: norm.to_owned(),
        disputes: vec![point(dispute)],
    };
    // That the level is read in two ways changes nothing of what the letter says.
    assert_eq!(one(text, &["PP94-5N1"]), [disputed("PP94-5N1", "passive-attendance")]);
    // About which candidates the norm speaks is beside the point where a region elects its head.
    assert_eq!(one(text, &["PP94-5N5"]), []);
    let (mut body, to) = letter(&[tied(text, &["PP94-5N5"])], &[Category::Pns]);
    for election in ["Pemilu 2024", "Pemilu 2024 dan Pilkada 2024", "Pemilihan kepala dusun"] {
        body.election = election.to_owned();
        let found = departures(&LAW, &body, &to, day("2024-01-10"), &[]);
        assert_eq!(found, [disputed("PP94-5N5", "legislative-candidates")], "{election}");
    }
}

proptest! {
    /// Whatever is tied, every word is about a provision that is there, and no norm is told to have ended and to be
    /// disputed at once.
    #[test]
    fn any_tie_can_be_looked_at(
        norms in prop::sample::subsequence(LAW.law().norms().map(|it| it.id.clone()).collect::<Vec<_>>(), 0..12),
        categories in prop::sample::subsequence(Category::ALL.to_vec(), 1..9),
        text in "(PNS|PPPK|Camat|Setiap orang) tidak memihak( selama| sebelum| pada)?( masa kampanye| masa tenang)?\\.",
        later in 0_i32..8_000,
    ) {
        let dated = day("2010-01-01").saturating_add(time::Duration::days(later.into()));
        let ids: Vec<&str> = norms.iter().map(String::as_str).collect();
        let (body, to) = letter(&[tied(&text, &ids)], &categories);
        let found = departures(&LAW, &body, &to, dated, &[]);
        prop_assert!(found.iter().all(|it| it.provision() == Some(1)));
        for norm in &norms {
            let late = found.iter().any(|it| matches!(it,
                Departure::NormEnded { norm: of, .. } | Departure::NormNotBegun { norm: of, .. } if of == norm));
            let judged = found.iter().any(|it| matches!(it,
                Departure::NormDisputed { norm: of, .. } | Departure::LeftOut { norm: of, .. } if of == norm));
            prop_assert!(!(late && judged), "{norm}");
        }
    }
}
