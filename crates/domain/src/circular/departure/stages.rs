//! When provisions of circulars are said to hold, as far as they say it.

use super::Time;
use norms::{Phase, words_of};
use std::collections::BTreeSet;

/// What a stage is called. The longer names stand first, for they hold the shorter ones.
const STAGES: &[(&[&str], Phase)] = &[
    (&["masa", "kampanye"], Phase::Campaign),
    (&["tahapan", "kampanye"], Phase::Campaign),
    (&["tahap", "kampanye"], Phase::Campaign),
    (&["periode", "kampanye"], Phase::Campaign),
    (&["masa", "tenang"], Phase::QuietPeriod),
    (&["hari", "tenang"], Phase::QuietPeriod),
    (&["hari", "pemungutan", "suara"], Phase::Voting),
    // Without a word for time, these are what people do and not when.
    (&["kampanye"], Phase::Campaign),
    (&["pemungutan", "suara"], Phase::Voting),
];

/// Words before the name of a stage, and where they lead from it.
const TIMES: &[(&str, Time)] = &[
    ("sebelum", Time::Before),
    ("selama", Time::During),
    ("saat", Time::During),
    ("ketika", Time::During),
    ("semasa", Time::During),
    ("sepanjang", Time::During),
    ("sesudah", Time::After),
    ("setelah", Time::After),
    ("pasca", Time::After),
    ("usai", Time::After),
];

/// Words for place and time alike: they say when only before a name that is one of time.
const WITHIN: &[&str] = &["pada", "dalam", "di"];

/// Words that join times and stages.
const JOINS: &[&str] = &["dan", "atau", "maupun", "serta", "juga"];

/// With these a text names a stage and means no end by it, or an end that cannot be read here.
const OPEN: &[&str] = &[
    "tidak hanya",
    "bukan hanya",
    "termasuk",
    "terutama",
    "khususnya",
    "lebih lebih",
    "apalagi",
    "kapan pun",
    "kapanpun",
    "setiap saat",
    "setiap waktu",
    "setiap tahapan",
    "semua tahapan",
    "seluruh tahapan",
    "sejak",
    "mulai",
    "hingga",
    "sampai",
    "di luar masa",
];

/// Words that make a sentence a rule. One that names no stage holds at all times.
const RULES: &[&str] = &["tidak", "dilarang", "wajib", "harus", "jangan", "menjaga", "menolak", "bersikap"];

/// The phases in which a text says that it holds; nothing where it does not say so, or not in words that can be read.
pub(super) fn named_in(text: &str) -> Option<BTreeSet<Phase>> {
    let mut named = BTreeSet::new();
    for sentence in text.split(['.', ';', '\n']) {
        let flat = words_of(sentence);
        if OPEN.iter().any(|words| flat.contains(&format!(" {words} "))) {
            return None;
        }
        let words: Vec<&str> = flat.split_whitespace().collect();
        let phases = in_sentence(&words);
        if phases.is_empty() && words.iter().any(|word| RULES.contains(word)) {
            return None;
        }
        named.extend(phases);
    }
    Some(named).filter(|it| !it.is_empty())
}

fn in_sentence(words: &[&str]) -> BTreeSet<Phase> {
    let mut found = BTreeSet::new();
    let (mut place, mut read_to) = (0, None);
    while let Some(rest) = words.get(place..).filter(|rest| !rest.is_empty()) {
        let Some((name, phase)) = STAGES.iter().find(|(name, _)| rest.starts_with(name)) else {
            place += 1;
            continue;
        };
        let is_time = matches!(name.first(), Some(&("masa" | "tahapan" | "tahap" | "periode" | "hari")));
        let before = words.get(..place).unwrap_or_default();
        let joins = before.iter().rev().take_while(|word| JOINS.contains(word)).count();
        let mut times = times_of(before, is_time);
        if times.is_empty() && is_time && joins > 0 && read_to == Some(place - joins) {
            // The second of two: *selama masa kampanye dan masa tenang*.
            times = vec![Time::During];
        }
        found.extend(times.iter().flat_map(|time| phases(*time, *phase)));
        place += name.len();
        if !times.is_empty() {
            read_to = Some(place);
        }
    }
    found
}

/// What the words just before the name of a stage say, the last first.
fn times_of(before: &[&str], is_time: bool) -> Vec<Time> {
    let mut times = Vec::new();
    for word in before.iter().rev() {
        if let Some((_, time)) = TIMES.iter().find(|(name, _)| name == word) {
            times.push(*time);
        } else if is_time && WITHIN.contains(word) && times.is_empty() {
            times.push(Time::During);
        } else if !JOINS.contains(word) && !WITHIN.contains(word) {
            break;
        }
    }
    times
}

fn phases(time: Time, stage: Phase) -> impl Iterator<Item = Phase> {
    Phase::ALL.into_iter().filter(move |phase| match time {
        Time::Before => *phase < stage,
        Time::During => *phase == stage,
        Time::After => stage < *phase,
    })
}

impl Time {
    /// Where a phase lies, seen from the campaign.
    pub(super) fn of(phase: Phase) -> Self {
        match phase {
            Phase::BeforeNomination | Phase::Nomination | Phase::BeforeCampaign => Self::Before,
            Phase::Campaign => Self::During,
            Phase::QuietPeriod | Phase::Voting | Phase::AfterVoting => Self::After,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(text: &str) -> Vec<&'static str> {
        named_in(text).unwrap_or_default().into_iter().map(Phase::code).collect()
    }

    #[test]
    fn a_provision_says_when_it_holds() {
        let before = ["before_nomination", "nomination", "before_campaign"];
        let after = ["quiet_period", "voting", "after_voting"];
        for text in [
            "Pejabat dilarang memihak selama masa kampanye.",
            "Pejabat tidak memihak pada masa kampanye. Pelanggar dikenai sanksi.",
            "Pada saat masa kampanye pegawai menjaga netralitas.",
            "Pegawai wajib netral saat kampanye.",
        ] {
            assert_eq!(codes(text), ["campaign"], "{text}");
        }
        assert_eq!(codes("Tidak memihak selama masa kampanye dan masa tenang."), ["campaign", "quiet_period"]);
        assert_eq!(codes("Tidak memihak sebelum masa kampanye."), before);
        assert_eq!(codes("Tidak memihak sesudah masa kampanye."), after);
        assert_eq!(codes("Tidak memihak sebelum, selama, dan sesudah masa kampanye."), Phase::ALL.map(Phase::code));
        assert_eq!(codes("Tidak memihak pada hari pemungutan suara."), ["voting"]);
    }

    #[test]
    fn what_names_no_time_or_no_end_is_not_read() {
        for text in [
            "Tidak ikut dalam kegiatan kampanye.",
            "Tidak hadir dalam kampanye atau pada kampanye pasangan calon.",
            "Tidak memihak, terutama selama masa kampanye.",
            "Tidak memihak, tidak hanya pada masa kampanye.",
            "Tidak memihak sejak penetapan calon sampai masa tenang.",
            "Pegawai tidak memihak. Selama masa kampanye kendaraan dinas diawasi.",
            "Jadwal masa kampanye dilampirkan.",
            "",
        ] {
            assert_eq!(named_in(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_looked_at(text in "\\PC{0,120}", words in prop::collection::vec(
            prop::sample::select(vec!["masa", "kampanye", "dan", "selama", "tenang", "hari", "pada", "sesudah", "suara"]), 0..12,
        )) {
            prop_assert!(named_in(&text).is_none_or(|it| !it.is_empty()));
            prop_assert!(named_in(&words.join(" ")).is_none_or(|it| !it.is_empty()));
        }
    }
}
