//! Which levels unlabelled words and numbers stand for, by their place.

use std::sync::Arc;

use obelus_text::Span;

use super::Reader;
use super::draft::{Draft, Item};
use crate::citation::{LevelValue, Scheme};
use crate::token::tokens;

impl Reader<'_> {
    /// The levels of `draft`, each with its key.
    pub(super) fn assigned(self, draft: &Draft) -> Vec<LevelValue> {
        let scheme = self.scheme(draft.scheme);
        let mut places = Places { named: 0, numbered: 0, last: None };
        let mut levels: Vec<LevelValue> = Vec::with_capacity(draft.items.len());
        for (at, item) in draft.items.iter().enumerate() {
            match item {
                Item::Level { level, label, value, .. } => {
                    let key = scheme.levels[*level].key.clone();
                    levels.push(self.level_value(key, Some(*label), *value));
                }
                Item::Part { key, label, value } => {
                    levels.push(self.level_value(key.clone(), *label, *value));
                }
                Item::Number(span) => {
                    let key = places.number(scheme);
                    levels.push(self.level_value(key, None, *span));
                }
                Item::Words(span) => {
                    let adjacent = places.last.is_some_and(|last| last + 1 == at);
                    if adjacent && let Some(before) = levels.pop() {
                        // The name of a folder may hold commas.
                        places.last = Some(at);
                        levels.push(self.level_value(before.kind, None, before.span.join(*span)));
                        continue;
                    }
                    let key = places.words(scheme, at, self.is_container(scheme, *span));
                    levels.push(self.level_value(key, None, *span));
                }
            }
        }
        levels
    }

    /// Whether the words are the name of a collection or series: they end with a word for one.
    fn is_container(self, scheme: &Scheme, span: Span) -> bool {
        let words = tokens(span.of(self.text));
        let name = words.iter().position(|token| token.is('(')).map_or(&*words, |at| &words[..at]);
        let names = scheme.container_words();
        (0..name.len())
            .any(|at| names.longest(&name[at..]).is_some_and(|(count, _)| at + count == name.len()))
    }
}

/// How many unlabelled parts have been placed.
struct Places {
    named: usize,
    numbered: usize,
    /// The item that fills the last level, where one does.
    last: Option<usize>,
}

impl Places {
    fn number(&mut self, scheme: &Scheme) -> Arc<str> {
        self.numbered += 1;
        scheme.numbered.get(self.numbered - 1).cloned().unwrap_or_else(|| Arc::from("number"))
    }

    fn words(&mut self, scheme: &Scheme, at: usize, container: bool) -> Arc<str> {
        let next = scheme.named.get(self.named);
        let open = self.last.is_none() && (self.named == 0 || container || scheme.last.is_none());
        if let (true, Some(key)) = (open, next) {
            self.named += 1;
            return key.clone();
        }
        match &scheme.last {
            Some(key) if self.last.is_none() => {
                self.last = Some(at);
                key.clone()
            }
            _ => Arc::from("item"),
        }
    }
}
