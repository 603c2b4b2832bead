//! The numbered provisions of a circular: each with a key that survives a revision, and with what it is about.

use base::Chance;
use norms::Topic;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One provision. Its number is its place in the circular, beginning with one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Provision {
    /// What tells it from the others of its circular, and what it is recognised by in a revision. Empty until it is kept
    /// for the first time.
    pub key: String,
    /// What it says.
    pub text: String,
    /// What it is about: the check asks about these. Confirmed by whoever drafts.
    pub topics: Vec<Topic>,
    /// The norms that it repeats, by their ids in the law files: the law is held against these, and the check asks about
    /// them first. Confirmed by whoever drafts.
    pub norms: Vec<String>,
}

impl Provision {
    /// A provision of this text that nobody has kept yet.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A provision with the topics of which its words seem to speak.
    #[must_use]
    pub fn proposed(text: impl Into<String>) -> Self {
        let text = text.into();
        let topics = norms::topics_in(&text);
        Self { text, topics, ..Self::default() }
    }
}

impl From<&str> for Provision {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

#[derive(Serialize, Deserialize)]
struct Stored {
    key: String,
    text: String,
    #[serde(default)]
    topics: Vec<String>,
    /// Left out where there are none: what was kept before provisions had norms stays as it is, byte by byte.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    norms: Vec<String>,
}

/// What lies in the store: before provisions had keys, it was their text alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Text(String),
    Whole(Stored),
}

impl Serialize for Provision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let topics = self.topics.iter().map(|topic| topic.code().to_owned()).collect();
        let (key, text, norms) = (self.key.clone(), self.text.clone(), self.norms.clone());
        Stored { key, text, topics, norms }.serialize(serializer)
    }
}

/// Reads provisions of every age. One without a key gets its place for a key: a published circular never changes, so
/// its places are keys. A topic that the bank has given up is left out.
pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Provision>, D::Error> {
    let kept = Vec::<Kept>::deserialize(deserializer)?;
    let provision = |(place, kept): (usize, Kept)| match kept {
        Kept::Text(text) => Provision { key: place.to_string(), ..Provision::new(text) },
        Kept::Whole(Stored { key, text, topics, norms }) => {
            Provision { key, text, topics: topics.iter().filter_map(|code| Topic::from_code(code)).collect(), norms }
        }
    };
    Ok((1..).zip(kept).map(provision).collect())
}

/// Gives a key to every provision that has none or has that of an earlier one.
pub(crate) fn give_keys(provisions: &mut [Provision], chance: &mut Chance) {
    let mut seen = std::collections::BTreeSet::new();
    for provision in provisions {
        while provision.key.is_empty() || seen.contains(&provision.key) {
            provision.key = crate::paper::letters(&chance.bytes::<5>(), 8);
        }
        seen.insert(provision.key.clone());
    }
}

/// The first provision that repeats one of `norms`, with its number; where none does, the first that speaks of one of `topics`,
/// of which the first counts most.
#[must_use]
pub fn about<'a>(provisions: &'a [Provision], norms: &[String], topics: &[Topic]) -> Option<(usize, &'a Provision)> {
    let first = |is: &dyn Fn(&Provision) -> bool| (1..).zip(provisions).find(|(_, provision)| is(provision));
    let tied = first(&|it| it.norms.iter().any(|norm| norms.contains(norm)));
    tied.or_else(|| topics.iter().find_map(|topic| first(&|it| it.topics.contains(topic))))
}

/// Every norm that these provisions repeat, each once.
#[must_use]
pub fn norms(provisions: &[Provision]) -> Vec<String> {
    let mut all: Vec<String> = provisions.iter().flat_map(|it| &it.norms).cloned().collect();
    all.sort();
    all.dedup();
    all
}

/// Every topic of these provisions, in the order of [`Topic::ALL`].
#[must_use]
pub fn topics(provisions: &[Provision]) -> Vec<Topic> {
    Topic::ALL.into_iter().filter(|topic| provisions.iter().any(|it| it.topics.contains(topic))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circular::Body;
    use base::{Instant, Occasion};
    use proptest::prelude::*;

    const OLD: &str = r#"{"subject":"Netralitas","election":"Pilkada 2024","opening":"","provisions":["Satu.","Dua."],
        "closing":"","bases":["uu-2023-20"],"copies":[]}"#;

    #[test]
    fn a_circular_of_the_first_release_is_read_and_its_places_are_keys() {
        let body: Body = serde_json::from_str(OLD).unwrap();
        let expected = ["Satu.", "Dua."].map(Provision::from);
        let keyed = (1..).zip(expected).map(|(n, it)| Provision { key: n.to_string(), ..it });
        assert_eq!(body.provisions, keyed.collect::<Vec<_>>());
    }

    #[test]
    fn a_topic_that_the_bank_has_given_up_is_left_out() {
        let text = r#"[{"key":"a","text":"x","topics":["cuaca","village"]},{"key":"b","text":"y"}]"#;
        let found = read(&mut serde_json::Deserializer::from_str(text)).unwrap();
        assert_eq!(found[0].topics, [Topic::Village]);
        assert_eq!(found[1].topics, []);
    }

    #[test]
    fn a_question_comes_from_the_provision_of_its_first_topic() {
        let provision = |topics: &[Topic]| Provision { topics: topics.to_vec(), ..Provision::new("x") };
        let all = [provision(&[Topic::Pledge]), provision(&[Topic::Village, Topic::Support])];
        let place = |topics: &[Topic]| about(&all, &[], topics).map(|(n, _)| n);
        assert_eq!(place(&[Topic::Support, Topic::Pledge]), Some(2));
        assert_eq!(place(&[Topic::Reporting, Topic::Pledge]), Some(1));
        assert_eq!(place(&[Topic::Reporting]), None);
        assert_eq!(topics(&all), [Topic::Support, Topic::Village, Topic::Pledge]);
    }

    #[test]
    fn a_question_comes_first_from_the_provision_with_its_norm() {
        let provision = |norms: &[&str]| Provision {
            norms: norms.iter().map(|it| (*it).to_owned()).collect(),
            topics: vec![Topic::Support],
            ..Provision::new("x")
        };
        let all = [provision(&[]), provision(&["N2", "N1"]), provision(&["N1"])];
        let place = |norm: &str| about(&all, &[norm.to_owned()], &[Topic::Support]).map(|(n, _)| n);
        assert_eq!(place("N1"), Some(2));
        assert_eq!(place("N9"), Some(1), "nothing repeats it: the topic decides");
        assert_eq!(norms(&all), ["N1", "N2"]);
    }

    #[test]
    fn provisions_without_norms_are_kept_as_they_were_before_there_were_any() {
        let old = r#"[{"key":"a","text":"x","topics":["village"]}]"#;
        let found = read(&mut serde_json::Deserializer::from_str(old)).unwrap();
        assert_eq!(found[0].norms, [""; 0]);
        assert_eq!(serde_json::to_string(&found).unwrap(), old);
    }

    fn provisions() -> impl Strategy<Value = Vec<Provision>> {
        let topics = prop::sample::subsequence(Topic::ALL.to_vec(), 0..4);
        let norms = prop::collection::vec("[A-Z0-9-]{1,8}", 0..3);
        let one = ("[a-c]{0,1}", "\\PC{0,20}", topics, norms);
        let one = one.prop_map(|(key, text, topics, norms)| Provision { key, text, topics, norms });
        prop::collection::vec(one, 0..8)
    }

    proptest! {
        #[test]
        fn provisions_survive_being_stored(provisions in provisions()) {
            let text = serde_json::to_string(&provisions).unwrap();
            prop_assert_eq!(read(&mut serde_json::Deserializer::from_str(&text)).unwrap(), provisions);
        }

        /// Nobody loses the key by which a revision knows a provision, and no two have the same.
        #[test]
        fn keys_are_given_once_and_never_taken(before in provisions(), seed in any::<[u8; 32]>()) {
            let mut after = before.clone();
            give_keys(&mut after, &mut Occasion::seeded(Instant::from_micros(0), seed).chance());
            let keys: std::collections::BTreeSet<_> = after.iter().map(|it| it.key.clone()).collect();
            prop_assert_eq!(keys.len(), after.len());
            prop_assert!(!keys.contains(""));
            for (n, (was, is)) in before.iter().zip(&after).enumerate() {
                let first = before.iter().position(|it| it.key == was.key) == Some(n);
                prop_assert!(was.key.is_empty() || !first || was.key == is.key);
                prop_assert_eq!((&was.text, &was.topics, &was.norms), (&is.text, &is.topics, &is.norms));
            }
        }
    }
}
