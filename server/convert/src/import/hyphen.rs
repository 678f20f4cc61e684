//! Words that print divides at the end of a line, a column or a page.

use super::words::{Vocabulary, words};

/// What to do with the hyphen of a divided word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hyphen {
    /// It only divides: the word occurs elsewhere without it, or nothing speaks against it.
    Drop { sure: bool },
    /// It belongs to the word, which occurs elsewhere with it.
    Keep,
}

/// Decides for a text that ends in a hyphen, and the text that goes on.
pub(crate) fn decide(before: &str, after: &str, vocabulary: &Vocabulary) -> Hyphen {
    let before = before.trim_end().trim_end_matches(['-', '\u{ad}', '\u{2010}']);
    let tail = before.char_indices().rev().take(40).last().map_or(0, |(at, _)| at);
    let first = words(&before[tail..]).last().map(|(_, word)| word.to_owned()).unwrap_or_default();
    let second = words(after).next().map(|(_, word)| word.to_owned()).unwrap_or_default();
    let joined = vocabulary.count(&format!("{first}{second}"));
    let hyphened = vocabulary.count(&format!("{first}-{second}"));
    let compound = first.contains('-') || first.chars().all(char::is_numeric);
    if hyphened > joined || compound && joined == 0 {
        Hyphen::Keep
    } else {
        Hyphen::Drop {
            // The halves are counted once where they stand divided.
            sure: joined > 0 || vocabulary.count(&first) <= 1 || vocabulary.count(&second) <= 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_itself_tells() {
        let mut vocabulary = Vocabulary::default();
        vocabulary.learn(
            "The ceasefire was a half-hearted one. Cease the fire. A well of water, a well, water.",
        );
        assert_eq!(decide("a cease-", "fire.", &vocabulary), Hyphen::Drop { sure: true });
        assert_eq!(decide("a half-", "hearted offer", &vocabulary), Hyphen::Keep);
        assert_eq!(decide("the artil-", "lery", &vocabulary), Hyphen::Drop { sure: true });
        assert_eq!(decide("well-", "water", &vocabulary), Hyphen::Drop { sure: false });
    }
}
