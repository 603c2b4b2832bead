//! The titles of posts to which a circular can be addressed: those that the register has, with how many hold them.

use super::{permit, today};
use crate::{App, Caller, Fault};
use base::Date;
use domain::ids::{PersonId, UnitId};
use domain::people::Engagement;
use domain::policy::Action;
use domain::post::{PostOnDay, alike};
use domain::tenancy::UnitTree;
use std::collections::{BTreeMap, BTreeSet};
use store::data::{circulars, people, tenancy};
use store::{Tx, Unit};

/// A title as the register has it today. Titles that are alike are one, see [`domain::post::alike`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleLine {
    /// The title, as it is written most often.
    pub title: String,
    /// How many people hold a post of this title, in whatever capacity, or work in a position of it.
    pub people: usize,
    /// How many posts of this title are vacant.
    pub vacant: usize,
}

/// Titles that were searched for, and those that were chosen before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TitlesView {
    /// What was found, without what is chosen: first titles that begin with the words, then by the alphabet.
    pub found: Vec<TitleLine>,
    /// The chosen ones, in their order and as they were chosen; alike ones once.
    pub chosen: Vec<TitleLine>,
}

impl App {
    /// The titles in which each of the words of `search` begins a word, all of them for a search without words, none when
    /// nothing is searched for; and how many hold the chosen ones.
    ///
    /// # Errors
    /// [`Fault::Denied`] for whoever may not see drafts.
    pub async fn titles_to_address(
        &self,
        caller: &Caller,
        search: Option<&str>,
        chosen: &[String],
    ) -> Result<TitlesView, Fault> {
        let (search, chosen) = (search.map(alike), chosen.to_vec());
        self.store().read(Titles { caller: caller.clone(), search, chosen }).await
    }
}

struct Titles {
    caller: Caller,
    search: Option<String>,
    chosen: Vec<String>,
}

impl Unit for Titles {
    type Out = TitlesView;
    type Error = Fault;
    const NAME: &'static str = "circulars/titles";

    async fn run(&self, tx: &mut Tx) -> Result<TitlesView, Fault> {
        permit(&self.caller, Action::ViewDraft, None)?;
        if self.search.is_none() && self.chosen.is_empty() {
            return Ok(TitlesView::default());
        }
        let scope = self.caller.scope()?;
        let today = today(tx, self.caller.institution()?, self.caller.occasion).await?;
        let units = tenancy::units(tx, &scope).await?;
        let posts = circulars::posts_on(tx, &scope, today).await?;
        let engagements = people::engagements_on(tx, &scope, today).await?;
        let mut register = Register::default();
        register.read(&posts, &engagements, |unit| stands(&units, unit, today));
        Ok(register.view(self.search.as_deref(), &self.chosen))
    }
}

/// Whether a unit has not ended: the posts of one that has are nobody's to fill.
fn stands(units: &UnitTree, unit: UnitId, today: Date) -> bool {
    units.get(unit).is_some_and(|unit| unit.until.is_none_or(|until| until >= today))
}

/// What the register has under one title.
#[derive(Default)]
struct Entry<'a> {
    /// How often it is written in which way.
    spellings: BTreeMap<&'a str, usize>,
    people: BTreeSet<PersonId>,
    vacant: usize,
}

impl Entry<'_> {
    fn line(&self, title: Option<&str>) -> TitleLine {
        // Of ways that are as common, the first of the alphabet.
        let most = self.spellings.iter().rev().max_by_key(|(_, times)| **times).map(|(spelling, _)| *spelling);
        let title = title.or(most).unwrap_or_default();
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        TitleLine { title, people: self.people.len(), vacant: self.vacant }
    }
}

/// Every title of the register, by what alike titles have in common.
#[derive(Default)]
struct Register<'a>(BTreeMap<String, Entry<'a>>);

impl<'a> Register<'a> {
    fn read(&mut self, posts: &'a [PostOnDay], engagements: &'a [Engagement], stands: impl Fn(UnitId) -> bool) {
        let here: BTreeSet<PersonId> = engagements.iter().map(|it| it.person).collect();
        for post in posts.iter().filter(|post| post.holder.is_some() || stands(post.unit)) {
            self.add(&post.title, post.holder.filter(|it| here.contains(it)));
        }
        for engagement in engagements {
            self.add(&engagement.position, Some(engagement.person));
        }
    }

    /// A post or position of this title, with its holder; vacant without.
    fn add(&mut self, title: &'a str, holder: Option<PersonId>) {
        let key = alike(title);
        if key.is_empty() {
            return;
        }
        let entry = self.0.entry(key).or_default();
        *entry.spellings.entry(title).or_default() += 1;
        match holder {
            Some(holder) => _ = entry.people.insert(holder),
            None => entry.vacant += 1,
        }
    }

    fn view(&self, search: Option<&str>, chosen: &[String]) -> TitlesView {
        let mut seen = BTreeSet::new();
        let none = Entry::default();
        let line = |title: &String| {
            let key = alike(title);
            (!key.is_empty() && seen.insert(key.clone())).then(|| self.0.get(&key).unwrap_or(&none).line(Some(title)))
        };
        let chosen = chosen.iter().filter_map(line).collect();
        let Some(search) = search else { return TitlesView { found: Vec::new(), chosen } };
        let words: Vec<&str> = search.split(' ').filter(|word| !word.is_empty()).collect();
        let fits = |key: &str| words.iter().all(|word| key.split(' ').any(|part| part.starts_with(word)));
        let mut found: Vec<_> = self.0.iter().filter(|(key, _)| fits(key) && !seen.contains(*key)).collect();
        found.sort_by_key(|(key, _)| (!key.starts_with(search), *key));
        TitlesView { found: found.into_iter().map(|(_, entry)| entry.line(None)).collect(), chosen }
    }
}
