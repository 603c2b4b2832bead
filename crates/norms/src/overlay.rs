//! Elections that an institution recorded itself, laid over those of the files: a vote that is repeated there, the election of
//! village heads, a calendar that no release has yet.

use crate::{
    catalogue::{Catalogue, hex},
    check::calendar,
    election::Election,
    error::{LoadError, LoadErrors},
    problem::Problem,
};
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
        let fingerprint = covering(self.fingerprint(), &own)?;
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
fn covering(below: &str, own: &[Election]) -> Result<String, LoadErrors> {
    let mut hash = Sha256::new();
    hash.update(below);
    for election in own {
        let unsaid = |error: serde_json::Error| {
            let file = format!("{FOLDER}/{}.toml", election.id);
            LoadErrors(vec![LoadError::new(&file, "", Problem::Syntax(error.to_string()))])
        };
        // All of it, so that nothing is left out by oversight. A field that comes later is skipped where it is empty, or else
        // every fingerprint would change with it.
        let text = serde_json::to_vec(election).map_err(unsaid)?;
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    Ok(hex(&hash.finalize()))
}
