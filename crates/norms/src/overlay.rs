//! Elections that an institution recorded itself, laid over those of the files: a vote that is repeated there, the election of
//! village heads, a calendar that no release has yet.

use crate::{
    catalogue::{Catalogue, hex},
    check::calendar,
    election::{Election, Regions, Stage},
    error::{LoadError, LoadErrors},
    language::Text,
    source::{Certainty, Source},
};
use base::{Date, iso_date};
use sha2::{Digest, Sha256};

/// Where errors say that an election of an institution stands.
const FOLDER: &str = "own";

impl Catalogue {
    /// The same with these elections beside those of the files, checked like them and against them. Everything else is shared.
    ///
    /// Without any it is the same to the fingerprint. With some the fingerprint covers what they say, whatever order they come
    /// in: assessments of two institutions with different calendars never look as if they rested on the same ones.
    ///
    /// # Errors
    /// [`LoadErrors`] with everything that is wrong with `own`, in the file `own/<id>.toml`: also an id that is one of the
    /// files or stands twice, so that nothing of the files can be put in the shade.
    pub fn with_elections(&self, own: Vec<Election>) -> Result<Self, LoadErrors> {
        if own.is_empty() {
            return Ok(self.clone());
        }
        let found = self.faults(&own);
        if !found.is_empty() {
            return Err(LoadErrors(found));
        }
        let mut own = own;
        own.sort_by(|a, b| a.id.cmp(&b.id));
        let fingerprint = covering(self.fingerprint(), &own);
        let mut elections = self.elections().to_vec();
        elections.extend(own);
        elections.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(self.holding(elections, fingerprint))
    }

    fn faults(&self, own: &[Election]) -> Vec<LoadError> {
        let file = |folder: &str, it: &Election| format!("{folder}/{}.toml", it.id);
        let known = self.elections().iter().map(|it| (file("elections", it), it));
        let added = own.iter().map(|it| (file(FOLDER, it), it));
        let all: Vec<(String, &Election)> = known.chain(added).collect();
        let all: Vec<(&str, &Election)> = all.iter().map(|(file, it)| (file.as_str(), *it)).collect();
        let mut found = Vec::new();
        calendar::elections(&all, &|id| self.instrument(id).is_some(), &mut found);
        found
    }
}

/// SHA-256 over the fingerprint of what lies below and over each election, in the order of ids.
fn covering(below: &str, own: &[Election]) -> String {
    let mut hash = Sha256::new();
    hash.update(below);
    for election in own {
        // All of it, by name: a field that comes later does not build until somebody has thought of it here. One that may be
        // empty has to add nothing then, or else every fingerprint changes with it.
        let Election { id, kind, name, of, regions, instrument, letter, stages, sources, notes } = election;
        let mut parts = Parts(&mut hash);
        parts.say("id").say(id).say(kind.code()).text("name", Some(name));
        parts.word("of", of.as_deref()).word("instrument", instrument.as_deref()).text("letter", letter.as_ref());
        if let Some(Regions { names, complete }) = regions {
            parts.say(if *complete { "regions" } else { "some regions" });
            names.iter().for_each(|name| parts.add(name));
        }
        for Stage { id, kind, name, from, or_from, to, held, contests, certainty, note } in stages {
            parts.say("stage").say(id).say(kind.code()).say(certain(*certainty));
            parts.say(if *held { "held" } else { "planned" }).text("name", Some(name));
            let day = |day: &Option<Date>| day.map(iso_date);
            parts.word("from", day(from).as_deref()).word("or_from", day(or_from).as_deref());
            parts.word("to", day(to).as_deref()).text("note", note.as_ref());
            contests.iter().for_each(|it| parts.add(it.code()));
        }
        for Source { key, what, url, at, certainty } in sources {
            parts.say("source").say(key).say(certain(*certainty)).text("what", Some(what));
            parts.word("url", url.as_deref()).word("at", at.as_deref());
        }
        for note in notes {
            parts.text("notes", Some(note));
        }
    }
    hex(&hash.finalize())
}

const fn certain(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Verified => "verified",
        Certainty::Partial => "partial",
        Certainty::Memory => "memory",
    }
}

/// Takes words into a hash, so that no two lists of words read the same.
struct Parts<'a>(&'a mut Sha256);

impl Parts<'_> {
    fn add(&mut self, words: &str) {
        self.0.update((words.len() as u64).to_be_bytes());
        self.0.update(words);
    }

    fn say(&mut self, words: &str) -> &mut Self {
        self.add(words);
        self
    }

    /// What is not there adds nothing.
    fn word(&mut self, key: &str, word: Option<&str>) -> &mut Self {
        if let Some(word) = word {
            self.say(key).add(word);
        }
        self
    }

    fn text(&mut self, key: &str, text: Option<&Text>) -> &mut Self {
        if let Some(text) = text {
            self.say(key).say(&text.id).add(&text.en);
        }
        self
    }
}
