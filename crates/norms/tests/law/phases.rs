use crate::catalogue;
use base::Date;
use norms::{Catalogue, Contest, Election, ElectionKind, Phase, StageKind};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::LazyLock};
use time::{Duration, macros::date};

static LAW: LazyLock<Catalogue> = LazyLock::new(catalogue);

const WINDOWS: [StageKind; 2] = [StageKind::TransferWindow, StageKind::ProgrammeWindow];

fn election(id: &str) -> &'static Election {
    LAW.election(id).unwrap()
}

fn phases(id: &str, contest: Option<Contest>, day: Date) -> Vec<Phase> {
    election(id).phases(day, contest).into_iter().collect()
}

/// On the days before each of these the phase is another one.
fn begins(id: &str, contest: Contest, days: [Date; 6]) {
    let after = [
        Phase::Nomination,
        Phase::BeforeCampaign,
        Phase::Campaign,
        Phase::QuietPeriod,
        Phase::Voting,
        Phase::AfterVoting,
    ];
    for ((before, day), phase) in Phase::ALL.into_iter().zip(days).zip(after) {
        assert_eq!(phases(id, Some(contest), day), [phase], "{id}, {contest:?} on {day}");
        let eve = day.previous_day().unwrap();
        assert_eq!(phases(id, Some(contest), eve), [before], "{id}, {contest:?} on {eve}");
    }
}

#[test]
fn codes_are_the_answers_of_the_elements() {
    let (_, file) = Catalogue::embedded_files().iter().find(|(name, _)| *name == "elements.toml").unwrap();
    let file: toml::Table = file.parse().unwrap();
    let elements = file["elements"].as_array().unwrap();
    let answers = |id: &str| -> Vec<String> {
        let element = elements.iter().find(|it| it["id"].as_str() == Some(id)).unwrap();
        element["answers"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(answers("stage"), Phase::ALL.map(Phase::code));
    assert_eq!(answers("contest"), Contest::ALL.map(Contest::code));
    assert!(Phase::ALL.into_iter().all(|it| Phase::from_code(it.code()) == Some(it)));
    assert!(Contest::ALL.into_iter().all(|it| Contest::from_code(it.code()) == Some(it)));
    assert_eq!((Phase::from_code("counting"), Contest::from_code("governor")), (None, None));
    for contest in Contest::ALL {
        assert_eq!(serde_json::to_value(contest).unwrap(), contest.code());
    }
}

#[test]
fn each_contest_of_the_general_election_has_phases_of_its_own() {
    let end = [date!(2023 - 11 - 28), date!(2024 - 02 - 11), date!(2024 - 02 - 14), date!(2024 - 02 - 15)];
    for (contest, nominated, determined) in [
        (Contest::Dpd, date!(2022 - 12 - 06), date!(2023 - 11 - 03)),
        (Contest::Dpr, date!(2023 - 04 - 24), date!(2023 - 11 - 03)),
        (Contest::Dprd, date!(2023 - 04 - 24), date!(2023 - 11 - 03)),
        (Contest::President, date!(2023 - 10 - 19), date!(2023 - 11 - 13)),
    ] {
        begins("pemilu-2024", contest, [nominated, determined, end[0], end[1], end[2], end[3]]);
    }
}

#[test]
fn regional_elections_have_one_row_of_phases() {
    for (id, days) in [
        (
            "pilkada-2018",
            [
                date!(2018 - 01 - 08),
                date!(2018 - 02 - 12),
                date!(2018 - 02 - 15),
                date!(2018 - 06 - 24),
                date!(2018 - 06 - 27),
                date!(2018 - 06 - 28),
            ],
        ),
        (
            "pilkada-2020",
            [
                date!(2020 - 08 - 28),
                date!(2020 - 09 - 23),
                date!(2020 - 09 - 26),
                date!(2020 - 12 - 06),
                date!(2020 - 12 - 09),
                date!(2020 - 12 - 10),
            ],
        ),
        (
            "pilkada-2024",
            [
                date!(2024 - 08 - 24),
                date!(2024 - 09 - 22),
                date!(2024 - 09 - 25),
                date!(2024 - 11 - 24),
                date!(2024 - 11 - 27),
                date!(2024 - 11 - 28),
            ],
        ),
        (
            "pilkada-ulang-2025",
            [
                date!(2025 - 06 - 23),
                date!(2025 - 07 - 22),
                date!(2025 - 07 - 25),
                date!(2025 - 08 - 24),
                date!(2025 - 08 - 27),
                date!(2025 - 08 - 28),
            ],
        ),
    ] {
        begins(id, Contest::RegionalHead, days);
    }
}

#[test]
fn without_a_contest_all_that_is_possible_is_said() {
    use Phase::{BeforeCampaign, BeforeNomination, Campaign, Nomination};
    assert_eq!(phases("pemilu-2024", None, date!(2022 - 12 - 05)), [BeforeNomination]);
    assert_eq!(phases("pemilu-2024", None, date!(2023 - 05 - 01)), [BeforeNomination, Nomination]);
    assert_eq!(phases("pemilu-2024", None, date!(2023 - 10 - 19)), [Nomination]);
    assert_eq!(phases("pemilu-2024", None, date!(2023 - 11 - 05)), [Nomination, BeforeCampaign]);
    assert_eq!(phases("pemilu-2024", None, date!(2023 - 11 - 13)), [BeforeCampaign]);
    assert_eq!(phases("pemilu-2024", None, date!(2023 - 11 - 28)), [Campaign]);
    // Nobody is elected regent there, so the contest tells nothing.
    assert_eq!(
        phases("pemilu-2024", Some(Contest::RegionalHead), date!(2023 - 05 - 01)),
        [BeforeNomination, Nomination]
    );
}

#[test]
fn where_sources_disagree_on_a_first_day_both_phases_are_possible() {
    use Phase::{BeforeNomination, Nomination};
    let dpd = |day| phases("pemilu-2019", Some(Contest::Dpd), day);
    assert_eq!(dpd(date!(2018 - 07 - 01)), [BeforeNomination]);
    assert_eq!(dpd(date!(2018 - 07 - 02)), [BeforeNomination, Nomination]);
    assert_eq!(dpd(date!(2018 - 07 - 12)), [BeforeNomination, Nomination]);
    assert_eq!(dpd(date!(2018 - 07 - 13)), [Nomination]);
}

#[test]
fn what_a_repetition_does_not_tell_stays_open() {
    let digoel = |day| phases("psu-2025-boven-digoel-barito-utara", None, day);
    assert_eq!(digoel(date!(2025 - 08 - 05)), Phase::ALL[..5]);
    assert_eq!(digoel(date!(2025 - 08 - 06)), [Phase::Voting]);
    assert_eq!(digoel(date!(2025 - 08 - 07)), [Phase::AfterVoting]);
    let all = |day| phases("psu-2025", None, day);
    assert_eq!(all(date!(2025 - 02 - 23)), [Phase::BeforeNomination], "nobody had to vote again yet");
    assert_eq!(all(date!(2025 - 02 - 24)), Phase::ALL[..6]);
    assert_eq!(all(date!(2025 - 02 - 25)), Phase::ALL);
    assert_eq!(all(date!(2025 - 08 - 08)), Phase::ALL);
    assert_eq!(all(date!(2025 - 08 - 09)), Phase::ALL[5..], "the last day of the last limit");
    assert_eq!(all(date!(2025 - 08 - 10)), [Phase::AfterVoting]);
}

#[test]
fn a_window_is_sure_from_its_first_day_until_voting() {
    for kind in WINDOWS {
        let on = |day| election("pilkada-2024").window(kind, day);
        assert_eq!(on(date!(2024 - 03 - 21)), Some(false));
        assert_eq!(on(date!(2024 - 03 - 22)), Some(true));
        assert_eq!(on(date!(2024 - 11 - 27)), Some(true));
        assert_eq!(on(date!(2024 - 11 - 28)), None, "the end differs by region");
        assert_eq!(election("pemilu-2024").window(kind, date!(2024 - 01 - 01)), Some(false));
        assert_eq!(election("psu-2025-papua").window(kind, date!(2025 - 07 - 01)), None, "none is on file");
    }
    assert_eq!(election("pilkada-2024").window(StageKind::Campaign, date!(2024 - 10 - 01)), None);
}

#[test]
fn a_window_with_two_first_days_is_open_between_them() {
    let on = |kind, day| election("pilkada-2020").window(kind, day);
    assert_eq!(on(StageKind::TransferWindow, date!(2020 - 01 - 07)), Some(false));
    assert_eq!(on(StageKind::TransferWindow, date!(2020 - 01 - 08)), None);
    assert_eq!(on(StageKind::TransferWindow, date!(2020 - 03 - 22)), None);
    assert_eq!(on(StageKind::TransferWindow, date!(2020 - 03 - 23)), Some(true));
    assert_eq!(on(StageKind::TransferWindow, date!(2020 - 12 - 10)), None);
    assert_eq!(on(StageKind::ProgrammeWindow, date!(2020 - 10 - 01)), None);
}

#[test]
fn a_window_whose_end_is_known_ends() {
    let mut known = election("pilkada-2024").clone();
    for stage in known.stages.iter_mut().filter(|stage| stage.kind == StageKind::ProgrammeWindow) {
        stage.to = Some(date!(2025 - 01 - 09));
    }
    let on = |day| known.window(StageKind::ProgrammeWindow, day);
    assert_eq!(on(date!(2025 - 01 - 09)), Some(true));
    assert_eq!(on(date!(2025 - 01 - 10)), Some(false));
    assert_eq!(known.window(StageKind::TransferWindow, date!(2025 - 01 - 10)), None);
}

#[test]
fn several_elections_run_at_once() {
    let running = |day| LAW.running_on(day).map(|it| it.id.as_str()).collect::<Vec<_>>();
    assert_eq!(running(date!(2017 - 07 - 30)), [""; 0]);
    assert_eq!(running(date!(2018 - 07 - 05)), ["pemilu-2019", "pilkada-2018"]);
    assert_eq!(running(date!(2022 - 07 - 29)), ["pemilu-2024"]);
    assert_eq!(running(date!(2024 - 03 - 21)), ["pemilu-2024"]);
    assert_eq!(running(date!(2024 - 03 - 22)), ["pemilu-2024", "pilkada-2024"]);
    assert_eq!(running(date!(2024 - 10 - 20)), ["pemilu-2024", "pilkada-2024"]);
    assert_eq!(running(date!(2024 - 10 - 21)), ["pilkada-2024"]);
    assert_eq!(running(date!(2024 - 12 - 17)), [""; 0], "the day of the result is not known");
    assert_eq!(running(date!(2025 - 03 - 25)), ["pilkada-ulang-2025", "psu-2025", "psu-2025-papua"]);
    let runs = |id, day| election(id).runs_on(day);
    assert_eq!(runs("pemilu-2024", date!(2024 - 10 - 21)), Some(false));
    assert_eq!(runs("pilkada-2024", date!(2024 - 12 - 16)), Some(true));
    assert_eq!(runs("pilkada-2024", date!(2024 - 12 - 17)), None);
    assert_eq!(runs("pilkada-2020", date!(2020 - 01 - 07)), Some(false));
    assert_eq!(runs("pilkada-2020", date!(2020 - 01 - 08)), None);
    assert_eq!(runs("pilkada-2020", date!(2020 - 03 - 23)), Some(true));
}

#[test]
fn old_elections_are_not_offered_while_one_of_their_kind_is_to_come() {
    let offered = |day| LAW.elections_to_choose(day).iter().map(|it| it.id.as_str()).collect::<Vec<_>>();
    let last = ["pemilu-2024", "pilkada-2024"];
    let repeated = ["pilkada-ulang-2025", "psu-2025", "psu-2025-boven-digoel-barito-utara", "psu-2025-papua"];
    assert_eq!(offered(date!(2024 - 10 - 14)), last);
    assert_eq!(offered(date!(2024 - 11 - 28)), [&last[..], &repeated].concat());
    assert_eq!(offered(date!(2025 - 08 - 08)), [&last[..], &repeated[..2]].concat());
    assert_eq!(offered(date!(2026 - 11 - 23)), last);
    assert_eq!(offered(date!(2024 - 02 - 14)), last);
}

fn dates() -> impl Strategy<Value = Date> {
    (0_i64..4_000).prop_map(|days| date!(2016 - 01 - 01) + Duration::days(days))
}

fn elections() -> impl Strategy<Value = &'static Election> {
    (0..LAW.elections().len()).prop_map(|index| &LAW.elections()[index])
}

fn contests() -> impl Strategy<Value = Option<Contest>> {
    prop::option::of(prop::sample::select(Contest::ALL.to_vec()))
}

proptest! {
    #[test]
    fn every_date_has_phases_that_follow_each_other(it in elections(), contest in contests(), day in dates()) {
        let found: Vec<Phase> = it.phases(day, contest).into_iter().collect();
        prop_assert!(!found.is_empty());
        if contest.is_some_and(|contest| it.kind.contests().contains(&contest)) {
            let start = Phase::ALL.iter().position(|phase| *phase == found[0]).unwrap();
            prop_assert_eq!(&Phase::ALL[start..start + found.len()], &found[..], "no phase is left out between two");
        }
    }

    #[test]
    fn phases_never_go_back(it in elections(), contest in contests(), day in dates(), later in 0_i64..1_000) {
        let (before, after) = (it.phases(day, contest), it.phases(day + Duration::days(later), contest));
        prop_assert!(before.first() <= after.first(), "{before:?}, then {after:?}");
        prop_assert!(before.last() <= after.last(), "{before:?}, then {after:?}");
    }

    #[test]
    fn a_contest_that_is_known_takes_phases_away_and_never_adds_one(it in elections(), day in dates()) {
        let each = it.kind.contests().iter().map(|contest| it.phases(day, Some(*contest)));
        let all: BTreeSet<Phase> = each.flatten().collect();
        prop_assert_eq!(all, it.phases(day, None));
    }

    #[test]
    fn a_calendar_without_gaps_leaves_one_phase(day in dates()) {
        let is_whole = |it: &&Election| it.of.is_none() && it.stages.iter().all(|stage| stage.or_from.is_none());
        let whole: Vec<&Election> = LAW.elections().iter().filter(is_whole).collect();
        prop_assert!(whole.len() > 2);
        for (it, contest) in whole.iter().flat_map(|it| it.kind.contests().iter().map(move |contest| (it, contest))) {
            prop_assert_eq!(it.phases(day, Some(*contest)).len(), 1, "{} for {:?}", it.id, contest);
        }
    }

    #[test]
    fn a_stage_on_file_is_the_phase_of_its_days(it in elections(), day in dates()) {
        let found = it.phases(day, None);
        for (kind, phase) in [
            (StageKind::Campaign, Phase::Campaign),
            (StageKind::QuietPeriod, Phase::QuietPeriod),
            (StageKind::Voting, Phase::Voting),
        ] {
            if it.stages_on(day).any(|stage| stage.kind == kind) {
                prop_assert_eq!(&found, &BTreeSet::from([phase]));
            }
        }
    }

    #[test]
    fn a_window_never_opens_again(it in elections(), day in dates(), later in 0_i64..1_000) {
        for kind in WINDOWS {
            let (before, after) = (it.window(kind, day), it.window(kind, day + Duration::days(later)));
            prop_assert!(before != Some(true) || after != Some(false), "no end is on file");
            prop_assert!(it.kind == ElectionKind::Regional || before == Some(false));
        }
    }

    #[test]
    fn an_election_runs_once_and_while_it_has_stages(it in elections(), day in dates(), later in 0_i64..1_000) {
        let runs = it.runs_on(day);
        let mut firsts = it.stages.iter().filter(|stage| stage.held).filter_map(|stage| stage.from);
        prop_assert!(runs == Some(false) || firsts.any(|from| from <= day), "nothing has begun");
        prop_assert!(it.stages_on(day).next().is_none() || runs != Some(false));
        if runs == Some(true) && it.runs_on(day + Duration::days(later)) != Some(true) {
            let end = day + Duration::days(later);
            prop_assert!(it.stages.iter().filter(|stage| stage.held).filter_map(|stage| stage.to).all(|to| to < end));
        }
    }
}
