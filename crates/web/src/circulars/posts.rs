//! The posts to which a circular is addressed: found by their titles and picked while drafting, and told afterwards.

use super::form::{Draft, Wish};
use crate::{Ask, Problem, Site};
use domain::circular::{Addressees, limits};
use domain::post::alike;
use i18n::{Language, Messages, format};
use service::{TitleLine, TitlesView};

/// Most titles of a search that are shown.
const SHOWN: usize = 100;

/// A title that can be ticked.
pub struct Choice {
    /// The title.
    pub title: String,
    /// How many hold it today, in words.
    pub note: String,
}

/// The part of the draft's page in which titles are picked.
pub struct Picker {
    /// What stands in the field.
    pub typed: String,
    /// What was looked for; none before.
    pub searched: Option<String>,
    /// Whether it was looked for just now: one goes on there.
    pub is_fresh: bool,
    /// The titles that are picked.
    pub chosen: Vec<Choice>,
    /// Others that were found.
    pub found: Vec<Choice>,
    /// How many were found, in words; empty before a search.
    pub told: String,
    /// The words on the button that adds everything found; empty where there is nothing to add at once.
    pub add_all: String,
    /// The picked titles that nobody holds today; empty where there is none.
    pub unheld: String,
}

impl Picker {
    /// What is picked in a draft, and what was found for it.
    pub async fn of(
        site: &Site,
        ask: &Ask,
        (t, language): (&Messages, Language),
        draft: &Draft,
    ) -> Result<Self, Problem> {
        let (search, titles) = (draft.search.as_deref(), &draft.addressees.titles);
        let TitlesView { found, chosen } = site.app.titles_to_address(&ask.caller, search, titles).await?;
        let choice = |line: &TitleLine| Choice { title: line.title.clone(), note: note(t, language, line) };
        let number = |count: usize| format::number(language, whole(count));
        let all = found.len();
        let unheld: Vec<&str> = chosen.iter().filter(|it| it.people == 0).map(|it| it.title.as_str()).collect();
        Ok(Self {
            typed: draft.typed_search.clone(),
            searched: draft.search.clone(),
            is_fresh: matches!(draft.wish, Wish::Search | Wish::AddFound),
            unheld: unheld.join("; "),
            told: match search {
                None => String::new(),
                Some(_) if all == 0 => t.titles_none(),
                Some(_) if all > SHOWN => t.titles_found_first(number(all), number(SHOWN)),
                Some(_) => t.titles_found(whole(all), number(all)),
            },
            add_all: match all {
                2..=limits::TITLES => t.titles_add_all(number(all)),
                _ => String::new(),
            },
            chosen: chosen.iter().map(choice).collect(),
            found: found.iter().take(SHOWN).map(choice).collect(),
        })
    }
}

/// Adds to the addressees of a draft every title of the search that is on the page, and ends the search.
pub async fn add_found(site: &Site, ask: &Ask, draft: &mut Draft) -> Result<(), Problem> {
    let Some(search) = draft.search.take() else { return Ok(()) };
    let view = site.app.titles_to_address(&ask.caller, Some(&search), &draft.addressees.titles).await?;
    draft.addressees.titles.extend(view.found.into_iter().map(|line| line.title));
    draft.typed_search.clear();
    Ok(())
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// How many hold a title today, and how many posts of it are vacant.
fn note(t: &Messages, language: Language, line: &TitleLine) -> String {
    let number = |count: usize| format::number(language, whole(count));
    let held = match line.people {
        0 => t.title_unheld(),
        people => t.title_held(whole(people), number(people)),
    };
    match line.vacant {
        0 => held,
        vacant => format!("{held}; {}", t.title_vacant(whole(vacant), number(vacant))),
    }
}

/// To holders of which posts alone a circular goes: terms and words, and whether the words are the institution's own.
pub fn facts(t: &Messages, to: &Addressees) -> Vec<(String, String, bool)> {
    let duties: Vec<String> = to.posts.iter().map(|duty| i18n::duty(t, duty.code())).collect();
    let mut facts = Vec::new();
    if !duties.is_empty() {
        facts.push((t.draft_posts(), duties.join("; "), false));
    }
    if !to.titles.is_empty() {
        let term = if duties.is_empty() { t.draft_posts() } else { t.titles_also() };
        facts.push((term, to.titles.join("; "), true));
    }
    facts
}

/// What a revision changes about the posts to whose holders it goes; a sentence each.
pub fn changes(t: &Messages, old: &Addressees, new: &Addressees) -> Vec<String> {
    // A duty is no title of the same words: it binds other people.
    let without = |these: &Addressees, those: &Addressees| {
        let duties = these.posts.iter().filter(|duty| !those.posts.contains(duty));
        let gone = |it: &&String| !those.titles.iter().any(|other| alike(other) == alike(it));
        let duties = duties.map(|duty| i18n::duty(t, duty.code()));
        duties.chain(these.titles.iter().filter(gone).cloned()).collect::<Vec<_>>().join("; ")
    };
    let binds_all = |to: &Addressees| to.posts.is_empty() && to.titles.is_empty();
    let (added, removed) = (without(new, old), without(old, new));
    match (binds_all(old), binds_all(new)) {
        (true, true) => Vec::new(),
        (true, false) => vec![t.changes_posts_only(added)],
        (false, true) => vec![t.changes_posts_all(removed)],
        (false, false) => {
            let added = (!added.is_empty()).then(|| t.changes_posts_added(added));
            let removed = (!removed.is_empty()).then(|| t.changes_posts_removed(removed));
            added.into_iter().chain(removed).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::post::Duty;

    fn to(posts: &[Duty], titles: &[&str]) -> Addressees {
        let titles = titles.iter().map(|title| (*title).to_owned()).collect();
        Addressees { posts: posts.to_vec(), titles, ..Addressees::default() }
    }

    #[test]
    fn a_revision_tells_which_posts_came_and_went() {
        let t = i18n::messages(Language::English);
        let told = |old: &Addressees, new: &Addressees| changes(t, old, new);
        let (camat, both) = (to(&[], &["Camat"]), to(&[Duty::HeadOfUnit], &["CAMAT", "Lurah"]));
        assert_eq!(told(&camat, &to(&[], &["camat "])), Vec::<String>::new());
        assert_eq!(told(&camat, &both), [t.changes_posts_added("Head of a unit; Lurah")]);
        assert_eq!(told(&both, &camat), [t.changes_posts_removed("Head of a unit; Lurah")]);
        assert_eq!(told(&to(&[], &[]), &camat), [t.changes_posts_only("Camat")]);
        assert_eq!(told(&camat, &to(&[], &[])), [t.changes_posts_all("Camat")]);
        let (duty, same_words) = (to(&[Duty::HeadOfUnit], &[]), to(&[], &["Head of a unit"]));
        let both = [t.changes_posts_added("Head of a unit"), t.changes_posts_removed("Head of a unit")];
        assert_eq!(told(&duty, &same_words), both, "a title is no duty, even where it is called alike");
    }

    #[test]
    fn duties_and_titles_are_told_as_together() {
        let t = i18n::messages(Language::Indonesian);
        let own = (t.draft_posts(), "Camat; Lurah".to_owned(), true);
        assert_eq!(facts(t, &to(&[], &["Camat", "Lurah"])), [own.clone()]);
        let terms: Vec<String> = facts(t, &to(&[Duty::HeadOfUnit], &["Camat"])).into_iter().map(|it| it.0).collect();
        assert_eq!(terms, [t.draft_posts(), t.titles_also()]);
    }
}
