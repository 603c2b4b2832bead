//! A search for words in the law files: everything that has all of them, in any case.

/// Longest question that is read, in words.
const WORDS_MAX: usize = 24;

/// What is looked for.
pub struct Sought(Vec<String>);

impl Sought {
    pub fn of(typed: &str) -> Self {
        Self(typed.split_whitespace().take(WORDS_MAX).map(str::to_lowercase).collect())
    }

    pub fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether all words stand in these texts together.
    pub fn fits(&self, texts: &[&str]) -> bool {
        let all = texts.join("\n").to_lowercase();
        self.0.iter().all(|word| all.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::Sought;

    #[test]
    fn every_word_has_to_be_there_and_case_does_not_matter() {
        let sought = Sought::of("  Kampanye PASAL ");
        assert!(sought.fits(&["PP 94/2021 Pasal 5", "ikut kampanye"]));
        assert!(!sought.fits(&["ikut kampanye"]));
        assert!(Sought::of(" ").is_nothing());
    }
}
