//! Which levels unlabelled words and numbers stand for, by their place.

use std::sync::Arc;

use obelus_text::Span;

use super::Reader;
use super::draft::{Draft, Item};
use crate::citation::{LevelValue, Scheme, ValueRule};
use crate::token::{TokenKind, tokens};

impl Reader<'_> {
    /// The levels of `draft`, each with its key.
    pub(super) fn assigned(self, draft: &Draft) -> Vec<LevelValue> {
        let scheme = self.scheme(draft.scheme);
        let mut places = Places::of(scheme, &draft.items);
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
                    let key = places.number();
                    levels.push(self.level_value(key, None, *span));
                }
                Item::Words(span) => {
                    if self.joins_before(scheme, &places, &draft.items, at)
                        && let Some(before) = levels.pop()
                    {
                        if places.folder.is_some() {
                            places.folder = Some(at);
                        }
                        places.joined =
                            matches!(items_before(&draft.items, at), Some(Item::Level { .. }))
                                .then_some(at)
                                .or(places.joined.map(|_| at));
                        let joined = before.span.join(*span);
                        levels.push(self.level_value(before.kind, before.label, joined));
                        continue;
                    }
                    let key = places.words(at, self.is_container(scheme, *span));
                    levels.push(self.level_value(key, None, *span));
                }
            }
        }
        levels
    }

    /// Whether the words at `at` belong to the name before them: names of folders hold commas, and
    /// years after a name are part of it.
    fn joins_before(self, scheme: &Scheme, places: &Places<'_>, items: &[Item], at: usize) -> bool {
        let Item::Words(span) = &items[at] else { return false };
        let Some(before) = at.checked_sub(1).map(|before| &items[before]) else { return false };
        match before {
            Item::Words(_) => {
                places.folder == Some(at - 1)
                    || places.joined == Some(at - 1)
                    || is_years(span.of(self.text))
            }
            Item::Level { level, value, .. } => {
                let named = scheme.levels[*level].value == ValueRule::Phrase;
                named
                    && value
                        .of(self.text)
                        .chars()
                        .take(3)
                        .filter(|char| char.is_lowercase())
                        .count()
                        >= 2
            }
            _ => false,
        }
    }

    /// Whether the words are the name of a collection or series: they end with a word for one.
    pub(super) fn is_container(self, scheme: &Scheme, span: Span) -> bool {
        let words = tokens(span.of(self.text));
        let name = words.iter().position(|token| token.is('(')).map_or(&*words, |at| &words[..at]);
        let names = scheme.container_words();
        let ends = |at: usize| {
            names.longest(&name[at..]).is_some_and(|(count, _)| at + count == name.len())
        };
        let of = || {
            let (count, _) = names.longest(name)?;
            let next = name.get(count)?;
            Some(next.kind == TokenKind::Number || next.span.of(span.of(self.text)) == "of")
        };
        (0..name.len()).any(ends) || of().unwrap_or_default()
    }
}

fn items_before(items: &[Item], at: usize) -> Option<&Item> {
    at.checked_sub(1).and_then(|before| items.get(before))
}

/// `1963–1981`: years and what joins them.
fn is_years(words: &str) -> bool {
    let sign = |char: char| char.is_ascii_digit() || matches!(char, '-' | '–' | '—' | '/' | ' ');
    words.chars().all(sign) && words.len() >= 4
}

/// What unlabelled parts stand for, as far as they have been placed.
struct Places<'a> {
    scheme: &'a Scheme,
    named: usize,
    numbered: usize,
    /// The item that fills the level of folders, where one does.
    folder: Option<usize>,
    /// The last item that went on the value of a labelled level.
    joined: Option<usize>,
    /// Whether the level of folders has a label somewhere.
    folder_labelled: bool,
    /// The item that closes the names, with its key.
    closing: Option<usize>,
    /// The last labelled level whose place is fixed: names before it are those of collections.
    fixed: Option<usize>,
    /// The first labelled level.
    first_label: Option<usize>,
}

impl<'a> Places<'a> {
    fn of(scheme: &'a Scheme, items: &[Item]) -> Self {
        let rule = |item: &Item| match item {
            Item::Level { level, .. } => Some(&scheme.levels[*level]),
            _ => None,
        };
        let labelled = |key: &Arc<str>| items.iter().filter_map(rule).any(|rule| rule.key == *key);
        let first_label = items.iter().position(|item| rule(item).is_some());
        let before = &items[..first_label.unwrap_or(items.len())];
        let words = |item: &Item| matches!(item, Item::Words(_));
        let two = before.iter().filter(|item| words(item)).count() == 2;
        let taken = items.iter().any(
            |item| matches!(item, Item::Part { key, .. } if Some(key) == scheme.closing.as_ref()),
        );
        Self {
            scheme,
            named: 0,
            numbered: 0,
            folder: None,
            joined: None,
            folder_labelled: scheme.last.as_ref().is_some_and(labelled),
            closing: before
                .iter()
                .rposition(words)
                .filter(|_| two && !taken && scheme.closing.is_some()),
            fixed: items.iter().rposition(|item| rule(item).is_some_and(|rule| !rule.anywhere)),
            first_label,
        }
    }

    fn number(&mut self) -> Arc<str> {
        self.numbered += 1;
        self.scheme.numbered.get(self.numbered - 1).cloned().unwrap_or_else(|| Arc::from("number"))
    }

    fn words(&mut self, at: usize, container: bool) -> Arc<str> {
        if let (Some(closing), Some(key)) = (self.closing, &self.scheme.closing)
            && closing == at
        {
            return key.clone();
        }
        let before_fixed = self.fixed.is_some_and(|fixed| at < fixed);
        let after_fixed = self.fixed.is_some_and(|fixed| at > fixed);
        let collection = match &self.scheme.last {
            None => true,
            Some(_) if self.folder_labelled || before_fixed || self.named == 0 => true,
            Some(_) => self.scheme.closing.is_some() || container && !after_fixed,
        };
        let folder_free = self.folder.is_none();
        if let Some(key) = self.scheme.named.get(self.named)
            && collection
            && folder_free
            && !self.is_after_label(at)
        {
            self.named += 1;
            return key.clone();
        }
        match &self.scheme.last {
            Some(key) if folder_free => {
                self.folder = Some(at);
                key.clone()
            }
            _ => Arc::from("item"),
        }
    }

    /// Where the last of two names closes them, words behind a label are no names any more.
    fn is_after_label(&self, at: usize) -> bool {
        self.scheme.closing.is_some() && self.first_label.is_some_and(|first| at > first)
    }
}
