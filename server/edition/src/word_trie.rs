//! Names of several words, found in running text whatever its case, accents and line breaks.

use rustc_hash::FxHashMap;

use crate::token::{Token, TokenKind, tokens};

/// Names with what they stand for.
///
/// Points and commas are passed over, so that `AP RF`, `A.P. R.F.` and a name broken over two lines
/// are the same.
#[derive(Clone, Debug)]
pub(crate) struct WordTrie<T> {
    steps: FxHashMap<(u32, u64), u32>,
    held: FxHashMap<u32, Vec<T>>,
    nodes: u32,
}

impl<T> Default for WordTrie<T> {
    fn default() -> Self {
        Self { steps: FxHashMap::default(), held: FxHashMap::default(), nodes: 1 }
    }
}

impl<T: PartialEq> WordTrie<T> {
    /// Makes `name` stand for `meaning` too.
    pub(crate) fn insert(&mut self, name: &str, meaning: T) {
        let mut node = 0;
        for token in tokens(name).iter().filter(|token| !is_passed_over(token)) {
            node = *self.steps.entry((node, token.hash)).or_insert_with(|| {
                self.nodes += 1;
                self.nodes - 1
            });
        }
        if node != 0 {
            let held = self.held.entry(node).or_default();
            if !held.contains(&meaning) {
                held.push(meaning);
            }
        }
    }

    /// The longest name that begins with the first of `text`: how many tokens it takes, and what it
    /// stands for.
    pub(crate) fn longest(&self, text: &[Token]) -> Option<(usize, &[T])> {
        let mut node = 0;
        let mut found = None;
        let mut passed = 0;
        for (at, token) in text.iter().enumerate() {
            match self.steps.get(&(node, token.hash)) {
                Some(next) => {
                    node = *next;
                    passed = 0;
                }
                // Two signs may stand between words, `R.F.,`; more are no name.
                None if at > 0 && passed < 2 && is_passed_over(token) => {
                    passed += 1;
                    continue;
                }
                None => break,
            }
            if let Some(held) = self.held.get(&node) {
                found = Some((at + 1, held.as_slice()));
            }
        }
        found
    }
}

fn is_passed_over(token: &Token) -> bool {
    matches!(token.kind, TokenKind::Sign('.' | ',' | '\'' | '’' | '“' | '”' | '"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_counts() {
        let mut names = WordTrie::default();
        names.insert("Mao", 1);
        names.insert("Mao Zedong", 2);
        names.insert("A.P.R.F.", 3);
        let longest = |text: &str| names.longest(&tokens(text)).map(|(len, held)| (len, held[0]));
        assert_eq!(longest("MAO\nZedong says"), Some((2, 2)));
        assert_eq!(longest("Mao says"), Some((1, 1)));
        assert_eq!(longest("A. P. R. F., f. 1"), Some((7, 3)));
        assert_eq!(longest("Zedong"), None);
    }
}
