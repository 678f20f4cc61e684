//! Words, and what the whole text tells of them.

use std::collections::HashMap;
use std::ops::Range;

/// The words of `text` with their places. An apostrophe or hyphen inside a word belongs to it.
pub(crate) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let start = loop {
            let (at, c) = rest.next()?;
            if c.is_alphanumeric() {
                break at;
            }
        };
        let mut end = start + text[start..].chars().next().map_or(0, char::len_utf8);
        while let Some(&(at, c)) = rest.peek() {
            if c.is_alphanumeric() {
                end = at + c.len_utf8();
            } else {
                let after = text[at + c.len_utf8()..].chars().next();
                if !is_inner(c) || !after.is_some_and(char::is_alphanumeric) {
                    break;
                }
            }
            rest.next();
        }
        Some((start..end, &text[start..end]))
    })
}

fn is_inner(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}')
}

/// Whether `word` is one of `list`, whose words are parted by one space each.
pub(crate) fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|other| other == word)
}

/// Whether `word` begins with a capital.
pub(crate) fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase())
}

/// Whether `text` has letters with case, and no small one.
pub(crate) fn is_all_capitals(text: &str) -> bool {
    let mut any = false;
    for c in text.chars() {
        if c.is_lowercase() {
            return false;
        }
        any |= c.is_uppercase();
    }
    any
}

/// How often a word occurs, and how.
#[derive(Clone, Copy, Debug, Default)]
struct Uses {
    all: u32,
    small: u32,
    capital_inside: u32,
    before_end: u32,
}

/// What the whole text tells of its words.
#[derive(Debug, Default)]
pub(crate) struct Vocabulary {
    uses: HashMap<String, Uses>,
}

/// Longer words are not learned: no language needs them, and damaged input may be one long word.
const LONGEST: usize = 40;

impl Vocabulary {
    /// Counts the words of `text`.
    pub(crate) fn learn(&mut self, text: &str) {
        let mut opens = true;
        let mut done = 0;
        for (range, word) in words(text) {
            opens |= text[done..range.start].contains(ends_sentence) || done == 0;
            let ends = text[range.end..].chars().find(|c| !c.is_whitespace());
            done = range.end;
            if word.len() > LONGEST {
                continue;
            }
            let uses = self.uses.entry(word.to_lowercase()).or_default();
            uses.all += 1;
            if word.chars().all(char::is_lowercase) {
                uses.small += 1;
            } else if is_capitalised(word) && !opens {
                uses.capital_inside += 1;
            }
            uses.before_end += u32::from(ends.is_some_and(ends_sentence));
            opens = false;
        }
    }

    /// Whether `word` is one that the text writes in small letters: no name.
    pub(crate) fn is_common(&self, word: &str) -> bool {
        self.uses(word).is_some_and(|uses| uses.small > 0 && uses.small * 2 >= uses.capital_inside)
    }

    /// Whether the text writes `word` with a capital inside sentences, and never small: a capital at its
    /// beginning does not tell that a sentence begins.
    pub(crate) fn is_always_capital(&self, word: &str) -> bool {
        self.uses(word).is_some_and(|uses| uses.small == 0 && uses.capital_inside >= 2)
    }

    /// How often `word` occurs.
    pub(crate) fn count(&self, word: &str) -> u32 {
        self.uses(word).map_or(0, |uses| uses.all)
    }

    /// Whether `word` occurs often, and never before the end of a sentence: a sentence that breaks off
    /// after it goes on elsewhere.
    pub(crate) fn never_ends(&self, word: &str) -> bool {
        self.uses(word).is_some_and(|uses| uses.small >= 8 && uses.before_end == 0)
    }

    fn uses(&self, word: &str) -> Option<&Uses> {
        self.uses.get(&word.to_lowercase())
    }
}

/// Whether `c` ends a sentence.
pub(crate) fn ends_sentence(c: char) -> bool {
    matches!(c, '.' | '?' | '!' | '…' | ':' | '。' | '？' | '！')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_of_any_script() {
        let found: Vec<_> = words("Mr. O’Hara's five-year план—1950.").map(|(_, w)| w).collect();
        assert_eq!(found, ["Mr", "O’Hara's", "five-year", "план", "1950"]);
    }

    #[test]
    fn learns_what_is_a_name() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.learn("Health matters. The envoy Orlov spoke of health. Orlov left the room.");
        assert!(vocabulary.is_common("Health"));
        assert!(!vocabulary.is_common("Orlov"));
        assert_eq!((vocabulary.count("envoy"), vocabulary.count("minister")), (1, 0));
    }

    #[test]
    fn learns_what_cannot_end_a_sentence() {
        let mut vocabulary = Vocabulary::default();
        for _ in 0..8 {
            vocabulary.learn("They went to the mill of the town.");
        }
        assert!(vocabulary.never_ends("the") && vocabulary.never_ends("of"));
        assert!(!vocabulary.never_ends("town"));
    }
}
