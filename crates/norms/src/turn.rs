//! What changes next in an election, and whether an election concerns a region.

use crate::election::{Election, Stage};
use base::Date;

/// A stage that begins or is over on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn<'a> {
    /// Which.
    pub stage: &'a Stage,
    /// The first day on which it is so.
    pub on: Date,
    /// Whether it begins; else it is over.
    pub begins: bool,
    /// Whether sources give two first days, of which this is one.
    pub disputed: bool,
}

/// Whether an election concerns a region, as far as its file says where it was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Concern {
    /// It was held all over the country, or there.
    Yes,
    /// The file does not name all regions, or names one that may lie around this one or within it.
    Unknown,
    /// All regions are named, and this one is not among them.
    No,
}

/// How the names of provinces begin.
const PROVINCE: &str = "Provinsi ";

impl Election {
    /// What changes on the first day after `date` on which anything does; empty when the calendar knows of nothing more.
    #[must_use]
    pub fn next_turns(&self, date: Date) -> Vec<Turn<'_>> {
        let held = || self.stages.iter().filter(|stage| stage.held);
        let begin = held().flat_map(|stage| {
            let days = stage.from.into_iter().chain(stage.or_from);
            days.map(move |on| Turn { stage, on, begins: true, disputed: stage.or_from.is_some() })
        });
        let end = held().filter_map(|stage| {
            let on = stage.to?.next_day()?;
            Some(Turn { stage, on, begins: false, disputed: false })
        });
        let mut coming: Vec<Turn<'_>> = end.chain(begin).filter(|turn| turn.on > date).collect();
        let first = coming.iter().map(|turn| turn.on).min();
        coming.retain(|turn| Some(turn.on) == first);
        coming
    }

    /// Whether it concerns the region with this name, such as *Kabupaten Bangka*, which lies in this province if that is known.
    #[must_use]
    pub fn concerns(&self, region: &str, province: Option<&str>) -> Concern {
        let Some(regions) = &self.regions else { return Concern::Yes };
        let is_named = |name: &str| regions.names.iter().any(|known| known == name);
        if is_named(region) || province.is_some_and(|it| is_named(&format!("{PROVINCE}{it}"))) {
            return Concern::Yes;
        }
        // Which region lies in which province is not on file: a province may lie around one that is named, and one whose
        // province is not known may lie in a province that is named.
        let may_touch = |name: &String| {
            if region.starts_with(PROVINCE) {
                !name.starts_with(PROVINCE)
            } else {
                province.is_none() && name.starts_with(PROVINCE)
            }
        };
        if !regions.complete || regions.names.iter().any(may_touch) { Concern::Unknown } else { Concern::No }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Catalogue;
    use base::parse_iso_date;

    fn next(election: &str, date: &str) -> Vec<(String, String, bool)> {
        let law = Catalogue::embedded().unwrap();
        let turns = law.election(election).unwrap().next_turns(parse_iso_date(date).unwrap());
        turns.iter().map(|it| (base::iso_date(it.on), it.stage.id.clone(), it.begins)).collect()
    }

    #[test]
    fn an_end_and_a_beginning_on_one_day_are_told_together() {
        let turn = |id: &str, begins| ("2024-11-24".to_owned(), id.to_owned(), begins);
        let expected = vec![turn("campaign", false), turn("quiet_period", true)];
        assert_eq!(next("pilkada-2024", "2024-10-10"), expected);
        assert_eq!(next("pilkada-2024", "2024-11-23"), expected, "what begins tomorrow is still to come");
    }

    #[test]
    fn nothing_is_to_come_after_the_last_day_of_the_calendar() {
        assert_eq!(next("pilkada-2024", "2026-01-01"), Vec::new());
    }

    #[test]
    fn the_day_that_another_source_gives_is_told_too() {
        let told = next("pilkada-2020", "2020-03-20");
        assert!(told.contains(&("2020-03-21".to_owned(), "postponement".to_owned(), true)), "{told:?}");
        let told = next("pilkada-2020", "2020-03-21");
        assert_eq!(told, vec![("2020-03-23".to_owned(), "transfer_window".to_owned(), true)]);
    }

    #[test]
    fn an_election_concerns_a_region_only_as_far_as_its_file_says() {
        let law = Catalogue::embedded().unwrap();
        let concerns = |id: &str, region: &str, province| law.election(id).unwrap().concerns(region, province);
        assert_eq!(concerns("pilkada-2024", "Kota Depok", Some("Jawa Barat")), Concern::Yes, "all over the country");
        assert_eq!(concerns("pilkada-2020", "Kota Depok", Some("Jawa Barat")), Concern::Unknown, "not all are named");
        assert_eq!(concerns("pilkada-ulang-2025", "Kabupaten Bangka", None), Concern::Yes);
        assert_eq!(concerns("pilkada-ulang-2025", "Kota Depok", Some("Jawa Barat")), Concern::No);
        assert_eq!(concerns("pilkada-ulang-2025", "Provinsi Jawa Barat", None), Concern::Unknown, "what lies in it?");
        assert_eq!(concerns("psu-2025-papua", "Kota Jayapura", Some("Papua")), Concern::Yes);
        assert_eq!(concerns("psu-2025-papua", "Kota Depok", Some("Jawa Barat")), Concern::No);
        assert_eq!(concerns("psu-2025-papua", "Kota Depok", None), Concern::Unknown, "its province is not known");
    }
}
