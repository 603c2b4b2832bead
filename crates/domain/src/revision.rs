//! What a revision of a circular changes, in words and in duties, and whom it has to be put before again.

use crate::category::Category;
use crate::circular::Body;
use crate::circular::attachments::Attachment;
use crate::ids::CircularId;
use crate::knowledge::Task;
use crate::provision::Provision;
use base::Instant;
use serde::{Deserialize, Serialize};
use similar::{ChangeTag, TextDiff};

/// That a circular is to take the place of another, and what its author says of the differences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// The circular that it replaces.
    pub replaces: CircularId,
    /// What was said of single provisions. Of a changed provision of which nothing was said, everybody is asked again.
    pub judged: Vec<Judgement>,
    /// Which categories are asked again: fixed when it is published, empty before.
    pub concerns: Vec<Category>,
}

/// Whom the change of one provision concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The provision's key.
    pub key: String,
    /// The categories for which it changes what they must do; none when it changes that for nobody.
    pub concerns: Vec<Category>,
}

/// What a difference is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A provision; its text is what it says.
    Provision,
    /// An attachment; its text is its title. Another file is another attachment.
    Attachment,
}

/// A provision or attachment that is not the same in both circulars. One that only moved to another place is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is.
    pub part: Part,
    /// Its key; that of an attachment is made of its file.
    pub key: String,
    /// Number and text in the old circular; none when it is new.
    pub old: Option<(usize, String)>,
    /// Number and text in the new one; none when it is gone.
    pub new: Option<(usize, String)>,
}

impl Difference {
    /// Its words, marked.
    #[must_use]
    pub fn words(&self) -> Vec<Piece> {
        let text = |side: &Option<(usize, String)>| side.as_ref().map(|(_, text)| text.clone()).unwrap_or_default();
        words(&text(&self.old), &text(&self.new))
    }
}

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// They stand in both texts.
    Kept,
    /// They stand in the new text only.
    Inserted,
    /// They stood in the old text only.
    Removed,
}

/// Some words on end that share a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub mark: Mark,
    /// The words, with the blanks between them.
    pub text: String,
}

/// The two texts as one, word by word. What is kept and inserted is the new text, what is kept and removed the old one.
#[must_use]
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let mark = match change.tag() {
            ChangeTag::Equal => Mark::Kept,
            ChangeTag::Insert => Mark::Inserted,
            ChangeTag::Delete => Mark::Removed,
        };
        match pieces.last_mut() {
            Some(last) if last.mark == mark => last.text.push_str(change.value()),
            _ => pieces.push(Piece { mark, text: change.value().to_owned() }),
        }
    }
    pieces
}

/// The provisions that differ: in the order of the new circular, then those that are gone. Then the attachments in the
/// same way.
#[must_use]
pub fn compare(old: &Body, new: &Body) -> Vec<Difference> {
    let provision = |it: &Provision| (it.key.clone(), it.text.clone());
    let provisions = |body: &Body| body.provisions.iter().map(provision).collect::<Vec<_>>();
    // No provision's key has a colon.
    let attachment = |it: &Attachment| (format!("lampiran:{}", it.file), it.title.clone());
    let attachments = |body: &Body| body.attachments.iter().map(attachment).collect::<Vec<_>>();
    let mut all = compare_parts(Part::Provision, &provisions(old), &provisions(new));
    all.extend(compare_parts(Part::Attachment, &attachments(old), &attachments(new)));
    all
}

/// The entries, each with key and text, that differ.
fn compare_parts(part: Part, old: &[(String, String)], new: &[(String, String)]) -> Vec<Difference> {
    let find = |all: &[(String, String)], key: &str| {
        let found = (1..).zip(all).find(|(_, it): &(usize, &(String, String))| it.0 == key);
        found.map(|(number, it)| (number, it.1.clone()))
    };
    let differs = |key: &String| {
        let (old, new) = (find(old, key), find(new, key));
        let same = old.as_ref().map(|it| &it.1) == new.as_ref().map(|it| &it.1);
        (!same).then(|| Difference { part, key: key.clone(), old, new })
    };
    let gone = old.iter().filter(|it| find(new, &it.0).is_none());
    new.iter().chain(gone).map(|it| &it.0).filter_map(differs).collect()
}

/// Of the categories that are bound, those for which some difference changes what they must do. Of a difference of
/// which nothing was said, every category is concerned: nobody is left out because somebody forgot.
#[must_use]
pub fn concerned(differences: &[Difference], judged: &[Judgement], bound: &[Category]) -> Vec<Category> {
    let by = |difference: &Difference, category: Category| {
        let said = judged.iter().find(|it| it.key == difference.key);
        said.is_none_or(|it| it.concerns.contains(&category))
    };
    bound.iter().copied().filter(|category| differences.iter().any(|it| by(it, *category))).collect()
}

/// Whether a person keeps the steps taken for the circular before and is not asked again: they have read what they were
/// asked to read last, and no change concerns them. Whoever never read it is asked for the new one wholly.
#[must_use]
pub fn keeps_steps(last: Option<&Task>, is_concerned: bool) -> bool {
    !is_concerned && last.is_some_and(|task| task.read.is_some())
}

/// Of one person's tasks for a circular that is in force again and for those before it, the ones that ended only because
/// the revision that was withdrawn since was asked for instead: nothing came after them here.
#[must_use]
pub fn laid_aside(tasks: &[Task]) -> Vec<&Task> {
    let followed = |at: Instant| tasks.iter().any(|later| later.delivered >= at);
    tasks.iter().filter(|task| task.ended.is_some_and(|at| !followed(at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::category::Category;
    use crate::ids::{DriveId, FileId, PersonId, TaskId, UnitId};
    use crate::media::Media;
    use base::Occasion;
    use proptest::prelude::*;

    fn body(provisions: &[(&str, &str)]) -> Body {
        let provision = |(key, text): &(&str, &str)| Provision { key: (*key).to_owned(), ..Provision::new(*text) };
        Body { provisions: provisions.iter().map(provision).collect(), ..Body::default() }
    }

    #[test]
    fn what_was_asked_anew_here_stays_laid_aside() {
        let at = |second: i64| Instant::from_micros(second * 1_000_000);
        let task = |delivered: i64, ended: Option<i64>| {
            let place = (UnitId::draw(), Category::Pns);
            let task = Task::delivered(TaskId::draw(), DriveId::draw(), PersonId::draw(), place, at(delivered));
            Task { ended: ended.map(at), ..task }
        };
        // Asked for the first, for the second in its place, and for a third that was withdrawn.
        let both = [task(1, Some(5)), task(5, Some(9))];
        assert_eq!(laid_aside(&both), [&both[1]]);
        // The second did not concern them: the third took the place of the first.
        let first = [task(1, Some(9))];
        assert_eq!(laid_aside(&first), [&first[0]]);
        assert!(laid_aside(&[task(1, None), task(5, None)]).is_empty());
    }

    fn joined(pieces: &[Piece], without: Mark) -> String {
        pieces.iter().filter(|piece| piece.mark != without).map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn a_moved_provision_is_the_same_and_a_rewritten_one_differs() {
        let old = body(&[("a", "Satu."), ("b", "Dua lama."), ("c", "Tiga.")]);
        let new = body(&[("c", "Tiga."), ("d", "Empat."), ("b", "Dua baru.")]);
        let text = |number, text: &str| Some((number, text.to_owned()));
        let difference = |key: &str, old, new| Difference { part: Part::Provision, key: key.to_owned(), old, new };
        let found = compare(&old, &new);
        assert_eq!(
            found,
            [
                difference("d", None, text(2, "Empat.")),
                difference("b", text(2, "Dua lama."), text(3, "Dua baru.")),
                difference("a", text(1, "Satu."), None),
            ]
        );
        let marked: Vec<_> = found[1].words().into_iter().map(|piece| (piece.mark, piece.text)).collect();
        let piece = |mark, text: &str| (mark, text.to_owned());
        assert_eq!(marked, [piece(Mark::Kept, "Dua "), piece(Mark::Removed, "lama."), piece(Mark::Inserted, "baru.")]);
    }

    #[test]
    fn another_file_is_another_attachment_and_another_title_the_same_one() {
        let mut chance = Occasion::seeded(Instant::from_micros(0), [7; 32]).chance();
        let files: [FileId; 3] = std::array::from_fn(|_| chance.id());
        let body = |all: &[(usize, &str)]| {
            let one = |(n, title): &(usize, &str)| {
                let (file, title) = (files[*n], (*title).to_owned());
                Attachment { file, title, media: Media::Pdf, bytes: 1 }
            };
            Body { attachments: all.iter().map(one).collect(), ..Body::default() }
        };
        let old = body(&[(0, "Contoh"), (1, "Daftar")]);
        let new = body(&[(1, "Daftar posko"), (2, "Contoh")]);
        let found = compare(&old, &new);
        assert!(found.iter().all(|it| it.part == Part::Attachment));
        let sides: Vec<_> = found.into_iter().map(|it| (it.old, it.new)).collect();
        let text = |number, text: &str| Some((number, text.to_owned()));
        let expected =
            [(text(2, "Daftar"), text(1, "Daftar posko")), (None, text(2, "Contoh")), (text(1, "Contoh"), None)];
        assert_eq!(sides, expected);
        assert_eq!(compare(&old, &body(&[(1, "Daftar"), (0, "Contoh")])), [], "another order says the same");
    }

    #[test]
    fn everybody_bound_is_asked_again_unless_something_else_was_said() {
        let differences = compare(&body(&[("a", "Satu."), ("b", "Dua.")]), &body(&[("a", "Lain."), ("b", "Beda.")]));
        let bound = [Category::Pns, Category::VillageHead, Category::NonAsn];
        let say = |key: &str, concerns: &[Category]| Judgement { key: key.to_owned(), concerns: concerns.to_vec() };
        assert_eq!(concerned(&differences, &[], &bound), bound);
        assert_eq!(concerned(&differences, &[say("a", &[])], &bound), bound);
        let both = [say("a", &[]), say("b", &[Category::VillageHead, Category::Pppk])];
        assert_eq!(concerned(&differences, &both, &bound), [Category::VillageHead]);
        assert_eq!(concerned(&[], &both, &bound), []);
    }

    fn bodies() -> impl Strategy<Value = Body> {
        prop::collection::btree_map("[a-f]", "[a-c ]{0,6}", 0..6).prop_map(|all| {
            let all: Vec<_> = all.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
            body(&all)
        })
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off_the_marked_words(old in "[ab ,\n]{0,30}", new in "[ab ,\n]{0,30}") {
            let pieces = words(&old, &new);
            prop_assert_eq!(joined(&pieces, Mark::Inserted), old);
            prop_assert_eq!(joined(&pieces, Mark::Removed), new);
            prop_assert!(pieces.windows(2).all(|two| two[0].mark != two[1].mark));
        }

        #[test]
        fn what_is_compared_both_ways_differs_alike(old in bodies(), new in bodies()) {
            prop_assert_eq!(compare(&old, &old), []);
            let (there, back) = (compare(&old, &new), compare(&new, &old));
            let keys = |all: &[Difference]| all.iter().map(|it| it.key.clone()).collect::<std::collections::BTreeSet<_>>();
            prop_assert_eq!(keys(&there), keys(&back));
            prop_assert_eq!(there.len(), keys(&there).len());
        }
    }
}
