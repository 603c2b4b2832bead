//! Drawing questions: deterministic by seed, spread over topics, without repetition.

use crate::{
    catalogue::Catalogue,
    question::{Question, QuestionId},
    subject::Topic,
};

/// What is asked about first.
struct Wanted<'a> {
    /// The topics; none means all of them.
    topics: &'a [Topic],
    /// Whether a question is on what the norms of the circular say.
    is_tied: &'a dyn Fn(&Question) -> bool,
}

impl Wanted<'_> {
    /// In which turn a question comes: what is tied, then what is on topic, then all others.
    fn turn(&self, question: &Question) -> usize {
        if (self.is_tied)(question) {
            0
        } else if self.topics.is_empty() || question.topics.iter().any(|topic| self.topics.contains(topic)) {
            1
        } else {
            2
        }
    }
}

impl Catalogue {
    /// Draws up to `count` different questions that may be put to people of `category`.
    ///
    /// The same arguments always give the same questions in the same order. Questions about one of `topics` come
    /// first, others only when those do not suffice; within both, topics take turns. Questions in `exclude` return
    /// only when nothing else is left. Fewer than `count` are returned only when the category has fewer.
    #[must_use]
    pub fn draw(
        &self,
        category: &str,
        topics: &[Topic],
        exclude: &[QuestionId],
        seed: u64,
        count: usize,
    ) -> Vec<&Question> {
        self.draw_tied(category, &[], topics, exclude, seed, count)
    }

    /// The same, where questions that rest on one of these norms come before all others.
    #[must_use]
    pub fn draw_tied(
        &self,
        category: &str,
        norms: &[String],
        topics: &[Topic],
        exclude: &[QuestionId],
        seed: u64,
        count: usize,
    ) -> Vec<&Question> {
        let is_tied = |question: &Question| {
            !norms.is_empty() && self.norms_asked(question).iter().any(|norm| norms.contains(norm))
        };
        draw(self.questions(), category, &Wanted { topics, is_tied: &is_tied }, exclude, seed, count)
    }
}

fn draw<'a>(
    bank: &'a [Question],
    category: &str,
    wanted: &Wanted<'_>,
    exclude: &[QuestionId],
    seed: u64,
    count: usize,
) -> Vec<&'a Question> {
    let mut pool: Vec<&Question> = bank.iter().filter(|question| question.is_for(category)).collect();
    shuffle(&mut pool, seed);
    let pool: Vec<(&Question, usize)> = pool.into_iter().map(|question| (question, wanted.turn(question))).collect();
    let mut drawn: Vec<&Question> = Vec::new();
    for again in [false, true] {
        for turn in 0..3 {
            let mut tier: Vec<&Question> = pool
                .iter()
                .filter(|(question, its)| exclude.contains(&question.id) == again && *its == turn)
                .map(|(question, _)| *question)
                .collect();
            while drawn.len() < count && !tier.is_empty() {
                // The first among those whose leading topic was drawn least: topics take turns.
                let uses = |question: &Question| {
                    drawn.iter().filter(|earlier| earlier.topics.first() == question.topics.first()).count()
                };
                let next = (0..tier.len()).min_by_key(|index| uses(tier[*index])).unwrap_or_default();
                let question = tier.remove(next);
                drawn.push(question);
            }
        }
    }
    drawn
}

/// Fisher and Yates with SplitMix64, so that a draw can be repeated on any machine and in any release.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed;
    for last in (1..items.len()).rev() {
        let bound = last as u64 + 1;
        // The bank has far fewer than 2^32 entries, so the bias of the remainder is below one in 2^32.
        let pick = usize::try_from(split_mix(&mut state) % bound).unwrap_or(last);
        items.swap(last, pick);
    }
}

const fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_generator_is_split_mix_64() {
        // First outputs for seed 0 of the published reference; a change would silently change every draw.
        let mut state = 0;
        assert_eq!(split_mix(&mut state), 0xE220_A839_7B1D_CDAF);
        assert_eq!(split_mix(&mut state), 0x6E78_9E6A_A1B9_65F4);
    }

    #[test]
    fn shuffling_keeps_every_item() {
        let mut items: Vec<u32> = (0..50).collect();
        shuffle(&mut items, 7);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}
