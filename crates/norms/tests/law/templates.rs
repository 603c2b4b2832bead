use crate::catalogue;
use norms::{Catalogue, InstrumentKind};
use proptest::prelude::*;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(catalogue);

#[test]
fn a_letter_lists_its_bases_by_rank_and_then_by_year() {
    let ids = ["se-menpanrb-2023-1", "pp-2021-94", "asing", "pkpu-2024-2", "uu-2023-20", "pkpu-2022-3", "uu-2014-6"];
    let ids = ids.map(str::to_owned);
    let sorted = ["uu-2014-6", "uu-2023-20", "pp-2021-94", "pkpu-2022-3", "pkpu-2024-2", "se-menpanrb-2023-1", "asing"];
    assert_eq!(CATALOGUE.by_rank(&ids), sorted.iter().collect::<Vec<_>>());
}

#[test]
fn an_undated_instrument_takes_its_year_from_its_citation() {
    let rank = CATALOGUE.instrument("pkpu-2022-3").unwrap().rank();
    assert_eq!((rank.0, rank.1, rank.2), (InstrumentKind::ElectionCommissionRegulation, 2022, None));
}

proptest! {
    /// However somebody ticked them, the letter is the same, and no line is lost.
    #[test]
    fn the_order_of_ticking_does_not_matter(
        ids in Just(CATALOGUE.instruments().iter().map(|it| it.id.clone()).collect::<Vec<_>>()).prop_shuffle(), most in 0_usize..30
    ) {
        let chosen: Vec<String> = ids.into_iter().take(most).collect();
        let sorted: Vec<String> = CATALOGUE.by_rank(&chosen).into_iter().cloned().collect();
        prop_assert!(sorted.is_sorted_by_key(|id| CATALOGUE.instrument(id).unwrap().rank()));
        let mut other = chosen.clone();
        other.reverse();
        prop_assert_eq!(CATALOGUE.by_rank(&other), sorted.iter().collect::<Vec<_>>());
        prop_assert_eq!(sorted.len(), chosen.len());
    }
}

/// What the file says of a word, the provisions must bear out: a word that none uses stands in none, and of the others
/// somebody on file speaks.
#[test]
fn a_word_that_no_provision_uses_stands_in_none() {
    let texts = || CATALOGUE.instruments().iter().flat_map(|it| &it.provisions).map(|it| it.text.id.as_str());
    for sanction in CATALOGUE.sanctions() {
        assert!(
            sanction.words.iter().all(|word| sanction.is_named_in(&format!("Pelanggar: {word}."))),
            "{}",
            sanction.id
        );
        if sanction.basis.is_empty() {
            let used: Vec<&str> = texts().filter(|text| sanction.is_named_in(text)).collect();
            assert!(used.is_empty(), "{}: {used:?}", sanction.id);
        }
    }
    let dismissal = CATALOGUE.sanctions().iter().find(|it| it.id == "dismissal").unwrap();
    assert!(!dismissal.is_named_in("Memberhentikannya"), "a word is compared as a whole");
}
