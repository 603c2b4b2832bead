//! What an institution lays over the files. Elections that it recorded itself: a vote that is repeated there, the election of
//! village heads, a calendar that no release has yet. And its circulars, as far as they repeat norms.

use crate::{
    catalogue::Catalogue,
    check::{calendar, instrument},
    election::{Election, Regions, Stage},
    error::{LoadError, LoadErrors},
    fingerprint::hex,
    instrument::{InForce, Instrument, Provision},
    language::Text,
    problem::Problem,
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
        let fingerprint = covering(self.fingerprint(), |parts| own.iter().for_each(|it| parts.election(it)));
        let mut elections = self.elections().to_vec();
        elections.extend(own);
        elections.sort_by(|a, b| a.id.cmp(&b.id));
        Ok(self.holding(elections, self.circulars().to_vec(), fingerprint))
    }

    /// The same with these circulars of the institution: an assessment tells which of their provisions repeat a norm that
    /// applies. They are checked like the instruments of the files, and none of them becomes one: nothing rests on them.
    ///
    /// Provisions that repeat no norm on file are left out, and so are circulars without any other; without any it is the
    /// same to the fingerprint.
    ///
    /// # Errors
    /// [`LoadErrors`] with everything that is wrong with `own`, in the file `own/<id>.toml`: also an id that an instrument of
    /// the files has or that stands twice.
    pub fn with_circulars(&self, own: Vec<Instrument>) -> Result<Self, LoadErrors> {
        let is_on_file = |norm: &String| self.law().norm(norm).is_some();
        let mut own = own;
        for circular in &mut own {
            for provision in &mut circular.provisions {
                provision.norms.retain(is_on_file);
            }
            circular.provisions.retain(|it| !it.norms.is_empty());
        }
        own.retain(|it| !it.provisions.is_empty());
        if own.is_empty() {
            return Ok(self.clone());
        }
        let mut found = Vec::new();
        for (place, circular) in own.iter().enumerate() {
            let file = format!("{FOLDER}/{}.toml", circular.id);
            instrument::one(&file, circular, &mut found);
            let taken =
                self.instrument(&circular.id).is_some() || own.iter().take(place).any(|it| it.id == circular.id);
            if taken {
                found.push(LoadError::new(&file, "id", Problem::Duplicate(circular.id.clone(), file.clone())));
            }
        }
        if !found.is_empty() {
            return Err(LoadErrors(found));
        }
        own.sort_by(|a, b| (b.date, &b.id).cmp(&(a.date, &a.id)));
        let fingerprint = covering(self.fingerprint(), |parts| own.iter().for_each(|it| parts.circular(it)));
        Ok(self.holding(self.elections().to_vec(), own, fingerprint))
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

/// SHA-256 over the fingerprint of what lies below and over what is laid over it.
fn covering(below: &str, own: impl FnOnce(&mut Parts<'_>)) -> String {
    let mut hash = Sha256::new();
    hash.update(below);
    own(&mut Parts(&mut hash));
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
    fn election(&mut self, election: &Election) {
        // All of it, by name: a field that comes later does not build until somebody has thought of it here. One that may be
        // empty has to add nothing then, or else every fingerprint changes with it.
        let Election { id, kind, name, of, regions, instrument, letter, stages, sources, notes } = election;
        self.say("id").say(id).say(kind.code()).text("name", Some(name));
        self.word("of", of.as_deref()).word("instrument", instrument.as_deref()).text("letter", letter.as_ref());
        if let Some(Regions { names, complete }) = regions {
            self.say(if *complete { "regions" } else { "some regions" });
            names.iter().for_each(|name| self.add(name));
        }
        for Stage { id, kind, name, from, or_from, to, held, contests, certainty, note } in stages {
            self.say("stage").say(id).say(kind.code()).say(certain(*certainty));
            self.say(if *held { "held" } else { "planned" }).text("name", Some(name));
            let day = |day: &Option<Date>| day.map(iso_date);
            self.word("from", day(from).as_deref()).word("or_from", day(or_from).as_deref());
            self.word("to", day(to).as_deref()).text("note", note.as_ref());
            contests.iter().for_each(|it| self.add(it.code()));
        }
        self.sources(sources);
        for note in notes {
            self.text("notes", Some(note));
        }
    }

    /// What an assessment tells of a circular: which norms it repeats in which words, for whom, and when it held.
    fn circular(&mut self, circular: &Instrument) {
        let Instrument { id, citation, title, date, addressees, in_force, provisions, sources, .. } = circular;
        self.say("circular").say(id).text("citation", Some(citation)).text("title", Some(title));
        let InForce { from, to, ended } = in_force;
        let day = |day: &Option<Date>| day.map(iso_date);
        self.word("date", day(date).as_deref()).word("from", day(from).as_deref()).word("to", day(to).as_deref());
        self.say(if *ended { "ended" } else { "not ended" });
        addressees.categories.iter().for_each(|it| self.add(it));
        for Provision { id, number, text, norms, .. } in provisions {
            self.say("provision").say(id).say(number).text("text", Some(text));
            norms.iter().for_each(|it| self.add(it));
        }
        self.sources(sources);
    }

    fn sources(&mut self, sources: &[Source]) {
        for Source { key, what, url, at, certainty } in sources {
            self.say("source").say(key).say(certain(*certainty)).text("what", Some(what));
            self.word("url", url.as_deref()).word("at", at.as_deref());
        }
    }

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
