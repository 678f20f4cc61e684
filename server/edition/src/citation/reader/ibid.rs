//! `Ibid.`, `ebd.`, `там же`: the same as the citation before.

use std::sync::LazyLock;

use super::Reader;
use crate::token::tokens;
use crate::word_trie::WordTrie;

const WORDS: &[&str] = &[
    "ibid",
    "ibidem",
    "ib.",
    "ebd",
    "ebda",
    "ebenda",
    "там же",
    "там само",
    "tam zhe",
    "tamże",
    "tamtéž",
    "tamže",
    "uo.",
    "ugyanott",
    "ivi",
    "id. loc.",
    "aynı yer",
    "loc. cit.",
    "a.a.O.",
    "aynı eser",
];

impl Reader<'_> {
    /// The word that stands for the citation before at `at`: the token after it and its point.
    pub(super) fn ibid(self, at: usize) -> Option<usize> {
        static NAMES: LazyLock<WordTrie<()>> = LazyLock::new(|| {
            let mut names = WordTrie::default();
            for word in WORDS {
                debug_assert!(!tokens(word).is_empty());
                names.insert(word, ());
            }
            names
        });
        let inside = at > 0 && self.joined(at) && self.tokens[at - 1].is_text();
        let (count, _) = NAMES.longest(self.tokens.get(at..)?).filter(|_| !inside)?;
        let end = at + count;
        let short = matches!(self.words(at), "ib" | "uo" | "ivi" | "Ivi" | "Ib" | "Uo");
        let pointed = self.sign(end, '.') && self.joined(end);
        (!short || pointed || self.sign(end, ',')).then_some(if pointed { end + 1 } else { end })
    }
}
