use super::*;
use crate::provision::Provision;
use proptest::prelude::*;
use std::sync::LazyLock;

static LAW: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

fn day(text: &str) -> Date {
    base::parse_iso_date(text).unwrap()
}

/// A provision that is about supporting somebody, whatever it says.
fn about_support(text: &str) -> Provision {
    Provision { topics: vec![Topic::Support], ..Provision::new(text) }
}

fn body(bases: &[&str], provisions: Vec<Provision>) -> Body {
    let bases = bases.iter().map(|it| (*it).to_owned()).collect();
    Body { election: "Pilkada 2024".to_owned(), bases, provisions, ..Body::default() }
}

fn found(body: &Body, categories: &[Category], on: &str) -> Vec<Departure> {
    departures(&LAW, body, &Addressees { categories: categories.to_vec(), ..Addressees::default() }, day(on))
}

fn article(instrument: &str, provision: &str) -> Article {
    Article { instrument: instrument.to_owned(), provision: provision.to_owned() }
}

#[test]
fn an_instrument_counts_from_its_first_to_its_last_day() {
    let cites = body(&["uu-2014-5", "uu-2023-20"], Vec::new());
    let (last, replaced_by) = (day("2023-10-30"), vec!["uu-2023-20".to_owned()]);
    let ended = Departure::Ended { basis: "uu-2014-5".to_owned(), last, replaced_by };
    let early = Departure::NotBegun { basis: "uu-2023-20".to_owned(), first: day("2023-10-31") };
    assert_eq!(found(&cites, &[Category::Pns], "2023-10-30"), [early]);
    assert_eq!(found(&cites, &[Category::Pns], "2023-10-31"), [ended]);
}

#[test]
fn an_instrument_about_which_sources_disagree_is_left_to_a_person() {
    let cites = body(&["pp-2004-42", "pp-2021-94"], Vec::new());
    let (basis, dispute) = ("pp-2004-42".to_owned(), "still-in-force".to_owned());
    assert_eq!(found(&cites, &[Category::Pns], "2024-10-14"), [Departure::Disputed { basis, dispute }]);
}

#[test]
fn whoever_nothing_binds_is_named() {
    let all = [Category::Pns, Category::VillageHead, Category::NonAsn];
    let unbound = Departure::Unbound(vec![Category::VillageHead, Category::NonAsn]);
    assert_eq!(found(&body(&["uu-2023-20"], Vec::new()), &all, "2024-10-14"), [unbound]);
    let with_villages = body(&["uu-2023-20", "uu-2014-6", "se-menpanrb-2023-1"], Vec::new());
    assert_eq!(found(&with_villages, &all, "2024-10-14"), []);
    // What has ended binds nobody any more.
    let ended = found(&body(&["uu-2014-5", "uu-2014-6"], Vec::new()), &[Category::Pns], "2024-10-14");
    assert_eq!(ended[1..], [Departure::Unbound(vec![Category::Pns])]);
    assert_eq!(found(&body(&[], Vec::new()), &all, "2024-10-14"), [], "that nothing is cited is told elsewhere");
}

#[test]
fn a_provision_that_says_more_than_the_law_is_named_with_whom() {
    let provisions = ["Tidak ikut kampanye.", "Membuka media sosial dengan bijak.", "PNS tidak menyukai kiriman."];
    let mut cites = body(&["pp-2021-94", "uu-2014-6"], provisions.map(Provision::proposed).to_vec());
    cites.provisions[2].topics = vec![Topic::SocialMedia];
    let wider = Departure::Wider {
        provision: 2,
        topics: vec![Topic::SocialMedia],
        categories: vec![Category::VillageHead],
        is_all: false,
        could: Vec::new(),
    };
    assert_eq!(found(&cites, &[Category::Pns, Category::VillageHead], "2024-10-14"), [wider]);
}

#[test]
fn a_provision_without_any_basis_is_shown_what_could_be_cited() {
    let letter = Provision { topics: vec![Topic::SupportLetterKtp], ..Provision::new("PNS tidak memberi KTP.") };
    let cites = body(&["uu-2016-10"], vec![letter, Provision::new("Surat ini dibacakan di apel.")]);
    let wider = Departure::Wider {
        provision: 1,
        topics: vec![Topic::SupportLetterKtp],
        categories: vec![Category::Pns],
        is_all: true,
        could: vec![article("pp-2021-94", "5-n-7"), article("skb-2022", "d-11")],
    };
    let both = [Category::Pns, Category::VillageHead];
    assert_eq!(found(&cites, &both, "2024-10-14"), [wider, Departure::Untold { provision: 2 }]);
}

#[test]
fn what_has_ended_or_nobody_has_read_is_not_proposed() {
    // UU 8/2012 Pasal 103 ended on a day that nobody knows, and UU 7/2017 Pasal 306 is on file from memory.
    let cars = Provision { topics: vec![Topic::StateFacilities], ..Provision::new("Kepala desa menjaga mobil dinas.") };
    let wider = Departure::Wider {
        provision: 1,
        topics: vec![Topic::StateFacilities],
        categories: vec![Category::VillageHead],
        is_all: true,
        could: ["69-h", "69-i", "187-3"].map(|it| article("uu-2015-1", it)).to_vec(),
    };
    assert_eq!(found(&body(&["uu-2014-6"], vec![cars]), &[Category::VillageHead], "2024-10-14"), [wider]);
}

#[test]
fn a_sanction_has_to_be_known_for_whom_it_is_named() {
    let cut = about_support("PNS dan PPPK yang melanggar dikenai pemotongan tunjangan kinerja.");
    let cites = body(&["uu-2023-20", "pp-2021-94"], vec![cut, about_support("Pelanggar akan dipecat.")]);
    let sanction = |provision, name: &str, categories: &[Category], known_to| Departure::Sanction {
        provision,
        sanction: name.to_owned(),
        categories: categories.to_vec(),
        known_to,
    };
    let disputed = Departure::SanctionDisputed {
        provision: 1,
        sanction: "allowance".to_owned(),
        article: article("pp-2021-94", "8-3"),
        dispute: "medium-sanctions".to_owned(),
    };
    let all = [Category::Pns, Category::Pppk];
    let expected = [
        sanction(1, "allowance", &[Category::Pppk], vec![article("pp-2021-94", "8-3")]),
        disputed,
        sanction(2, "sacked", &all, Vec::new()),
    ];
    assert_eq!(found(&cites, &all, "2024-10-14"), expected);
}

#[test]
fn a_letter_for_an_election_that_is_over_is_named() {
    let late = |election: &str, on: &str| {
        let named = Body { election: election.to_owned(), ..body(&["pp-2021-94"], Vec::new()) };
        found(&named, &[Category::Pns], on)
    };
    let over = Departure::ElectionOver { election: "pilkada-2024".to_owned(), voted: day("2024-11-27") };
    assert_eq!(late("Pilkada 2024", "2024-11-27"), []);
    assert_eq!(late("PILKADA 2024", "2024-11-28"), [over]);
    assert_eq!(late("Pemilu 2024 dan Pilkada 2024", "2024-06-01"), [], "one of them is still to come");
    assert_eq!(late("Pilkada 2029", "2028-01-01"), [], "nothing is known of it");
}

#[test]
fn a_day_outside_the_stage_that_is_named_with_it() {
    let says = |text: &str| found(&body(&["uu-2023-20"], vec![about_support(text)]), &[Category::Pns], "2024-09-01");
    let outside = Departure::OutsideStage {
        provision: 1,
        day: day("2024-09-20"),
        election: "pilkada-2024".to_owned(),
        stage: StageKind::Campaign,
        span: (day("2024-09-25"), day("2024-11-23")),
    };
    assert_eq!(says("Masa kampanye dimulai 20 September 2024."), [outside]);
    assert_eq!(says("Masa kampanye 25 September sampai 23 November 2024."), []);
    assert_eq!(says("Masa kampanye dan masa tenang berakhir 26 November 2024."), []);
    assert_eq!(says("Laporan dikirim 20 September 2024."), [], "no stage is named");
}

fn unbound(all: &[Departure]) -> Vec<Category> {
    let named = all.iter().find_map(|it| if let Departure::Unbound(who) = it { Some(who.clone()) } else { None });
    named.unwrap_or_default()
}

/// Whom nothing binds in the first provision.
fn without(all: &[Departure]) -> Vec<Category> {
    let wider = |it: &Departure| match it {
        Departure::Wider { categories, .. } => Some(categories.clone()),
        _ => None,
    };
    all.iter().find_map(wider).unwrap_or_default()
}

proptest! {
    /// Citing one law more never leaves somebody without a basis who had one.
    #[test]
    fn more_law_never_warns_of_more_people(
        bases in prop::sample::subsequence(LAW.instruments().iter().map(|it| it.id.clone()).collect::<Vec<_>>(), 0..12),
        topics in prop::sample::subsequence(Topic::ALL.to_vec(), 1..4),
        categories in prop::sample::subsequence(Category::ALL.to_vec(), 1..9),
        place in 0_usize..12,
    ) {
        let provision = Provision { topics, ..Provision::new("Hal ini dijaga bersama.") };
        let mut more = body(&["uu-2023-20"], vec![provision]);
        more.bases.extend(bases);
        let mut fewer = more.clone();
        if fewer.bases.len() > 1 {
            fewer.bases.remove(1 + place % (fewer.bases.len() - 1));
        }
        let (few, many) = (found(&fewer, &categories, "2024-10-14"), found(&more, &categories, "2024-10-14"));
        prop_assert!(unbound(&many).iter().all(|it| unbound(&few).contains(it)));
        prop_assert!(without(&many).iter().all(|it| without(&few).contains(it) || unbound(&few).contains(it)));
        prop_assert!(many.iter().filter_map(Departure::provision).all(|it| it == 1));
    }
}
