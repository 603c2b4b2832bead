//! What an address of the self-check tells: ids of an act and of facts, a day, an election. Never a text.

use super::wrong::Wrong;
use base::{Date, iso_date, parse_iso_date};
use norms::facts::{ElementIndex, Facts};
use norms::{Answers, Catalogue, Inquiry, Limits};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The element whose answers are the acts, and its name in an address.
pub const ACT: &str = "act";
/// The name of the day in an address.
pub const ON: &str = "on";
/// The name of the election, and the element of its kind: an address names either.
pub const ELECTION: &str = "election";
/// That it was done already.
const DONE: &str = "terlanjur";
/// What stands for an answer that somebody does not know.
pub const UNKNOWN: &str = "-";

/// Most pairs that are read of an address; there are fewer elements than this.
const PAIRS_MAX: usize = 64;

/// What was told so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The day of the act; today when none is told.
    pub on: Option<Date>,
    /// The calendar of the election.
    pub election: Option<String>,
    /// Answers by element, the act among them.
    pub facts: Limits,
    /// Elements to which somebody does not know the answer.
    pub unknown: BTreeSet<String>,
    /// Whether it was done already.
    pub done: bool,
}

/// What an address asks for beside what it tells.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// What is to be asked again.
    pub change: Option<String>,
    /// The question whose form was sent.
    pub sent: Option<String>,
    /// Day, month and year as they were typed.
    pub typed: [String; 3],
}

/// What other sites hang on an address that is shared there.
fn is_hung_on(name: &str) -> bool {
    name.starts_with("utm_") || ["fbclid", "gclid", "igsh", "igshid", "mibextid"].contains(&name)
}

/// Reads the pairs of an address.
pub fn read(law: &Catalogue, pairs: Vec<(String, String)>) -> Result<(Told, Wanted), Wrong> {
    if pairs.len() > PAIRS_MAX {
        return Err(Wrong::Unknown);
    }
    let (mut told, mut wanted) = (Told::default(), Wanted::default());
    for (name, value) in pairs {
        match name.as_str() {
            ON => told.on = Some(day(&value)?),
            DONE => told.done = value == "1",
            "ubah" => wanted.change = Some(value),
            "ditanya" => wanted.sent = Some(value),
            "on_day" => wanted.typed[0] = value,
            "on_month" => wanted.typed[1] = value,
            "on_year" => wanted.typed[2] = value,
            "bahasa" => {}
            other if is_hung_on(other) => {}
            ELECTION if law.election(&value).is_some() => told.election = Some(value),
            _ => told.fact(law, name, value)?,
        }
    }
    if told.facts.get(ACT).is_some_and(|acts| acts.len() > 1) {
        return Err(Wrong::Unknown);
    }
    Ok((told, wanted))
}

/// A day as it stands in an address. Years beyond what people mean are slips.
fn day(value: &str) -> Result<Date, Wrong> {
    let day = parse_iso_date(value).map_err(|_| Wrong::Day)?;
    if (2000..=2100).contains(&day.year()) { Ok(day) } else { Err(Wrong::Day) }
}

impl Told {
    /// Only the act.
    pub fn act(act: &str) -> Self {
        Self { facts: Limits::from([(ACT.to_owned(), vec![act.to_owned()])]), ..Self::default() }
    }

    fn fact(&mut self, law: &Catalogue, name: String, value: String) -> Result<(), Wrong> {
        let vocabulary = law.law().vocabulary();
        let element = vocabulary.index(&name).and_then(|index| vocabulary.element(index)).ok_or(Wrong::Unknown)?;
        if value == UNKNOWN && name != ACT {
            self.unknown.insert(name);
        } else if element.answer(&value).is_some() {
            let answers = self.facts.entry(name).or_default();
            if !answers.contains(&value) {
                answers.push(value);
            }
        } else {
            return Err(Wrong::Unknown);
        }
        Ok(())
    }

    /// The same without what was told of `name`: an element, the day or the election.
    pub fn without(&self, name: &str) -> Self {
        let mut rest = self.clone();
        rest.facts.remove(name);
        rest.unknown.remove(name);
        match name {
            ON => rest.on = None,
            ELECTION => rest.election = None,
            _ => {}
        }
        rest
    }

    /// The same with one answer to an element.
    pub fn with(&self, element: &str, answer: &str) -> Self {
        let mut told = self.without(element);
        told.facts.insert(element.to_owned(), vec![answer.to_owned()]);
        told
    }

    /// The id of the act.
    pub fn its_act(&self) -> Option<&str> {
        self.facts.get(ACT)?.first().map(String::as_str)
    }

    /// Whether an answer to the element was given, or that it is not known.
    pub fn has(&self, element: &str) -> bool {
        self.facts.contains_key(element) || self.unknown.contains(element)
    }

    /// What the engine is asked.
    pub fn inquiry(&self, today: Date) -> Inquiry {
        let mut facts = self.facts.clone();
        let acts = facts.remove(ACT).unwrap_or_default();
        Inquiry { on: self.on.unwrap_or(today), election: self.election.clone(), acts, facts: Answers(facts) }
    }

    /// What is known, with what follows from it, and with what is taken as given when somebody asks before an act.
    pub fn known(&self, law: &Catalogue, today: Date) -> Result<Facts, Wrong> {
        let facts = law.told(&self.inquiry(today)).map_err(Wrong::from)?.into_iter().next().ok_or(Wrong::NoAct)?;
        Ok(law.law().vocabulary().planned(facts))
    }

    /// The elements that are not asked about again.
    pub fn skipped(&self, law: &Catalogue) -> Vec<ElementIndex> {
        self.unknown.iter().filter_map(|element| law.law().vocabulary().index(element)).collect()
    }

    /// Names and values, in the order of the vocabulary: the same facts always make the same address.
    pub fn pairs(&self, law: &Catalogue) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        for element in law.law().vocabulary().elements() {
            let pair = |value: &str| (element.id.clone(), value.to_owned());
            pairs.extend(self.facts.get(&element.id).into_iter().flatten().map(|value| pair(value)));
            if self.unknown.contains(&element.id) {
                pairs.push(pair(UNKNOWN));
            }
        }
        let also = |name: &str, value: String| (name.to_owned(), value);
        pairs.extend(self.election.clone().map(|id| also(ELECTION, id)));
        pairs.extend(self.on.map(|day| also(ON, iso_date(day))));
        if self.done {
            pairs.push(also(DONE, "1".to_owned()));
        }
        pairs
    }

    /// The address of a page of the self-check that is told this. Ids and days need no escaping.
    pub fn address(&self, law: &Catalogue, page: &str) -> String {
        let mut address = format!("/boleh/{page}");
        for (place, (name, value)) in self.pairs(law).into_iter().enumerate() {
            let _ = write!(address, "{}{name}={value}", if place == 0 { '?' } else { '&' });
        }
        address
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LAW: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());

    fn pairs(query: &str) -> Vec<(String, String)> {
        url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
    }

    fn told(query: &str) -> Result<Told, Wrong> {
        read(&LAW, pairs(query)).map(|(told, _)| told)
    }

    #[test]
    fn an_address_tells_what_was_told() {
        let query = "act=like&subject=pns&account=-&election=pilkada-2024&on=2024-10-10&terlanjur=1";
        let told = told(query).unwrap();
        assert_eq!(told.address(&LAW, "jawaban"), format!("/boleh/jawaban?{query}"));
        assert_eq!(told.its_act(), Some("like"));
        assert!(told.has("account") && told.has("subject") && !told.has("stage"));
    }

    #[test]
    fn what_other_sites_hang_on_is_left_out() {
        let shared = told("act=like&fbclid=abc&utm_source=wa&bahasa=en").unwrap();
        assert_eq!(shared.address(&LAW, "tanya"), "/boleh/tanya?act=like");
    }

    #[test]
    fn what_is_no_id_is_told() {
        for query in ["act=nothing", "act=like&act=share", "nobody=yes", "act=-", "act=like&subject=king", "nama=Siti"]
        {
            assert_eq!(told(query), Err(Wrong::Unknown), "{query}");
        }
        for query in ["on=yesterday", "on=2024-02-30", "on=0024-01-01"] {
            assert_eq!(told(query), Err(Wrong::Day), "{query}");
        }
    }

    proptest! {
        /// Whatever is sent, what is read of it is ids only, and reads the same again.
        #[test]
        fn no_text_gets_through(query in "[a-z=&-]{0,60}|\\PC{0,60}") {
            if let Ok(told) = told(&query) {
                let address = told.address(&LAW, "jawaban");
                prop_assert!(address.bytes().all(|b| b.is_ascii_alphanumeric() || b"/?&=_-".contains(&b)), "{}", address);
                let again = address.split_once('?').map_or("", |(_, query)| query);
                prop_assert_eq!(self::told(again), Ok(told));
            }
        }
    }
}
