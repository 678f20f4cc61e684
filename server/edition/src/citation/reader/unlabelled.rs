//! Parts without a known label: names of collections, numbers, descriptions.

use super::draft::{Draft, Item};
use super::separator::Separator;
use super::{Reader, Setting};
use crate::citation::{ExtraKind, Scheme, SchemeId, ValueRule};
use crate::token::TokenKind;

impl Reader<'_> {
    /// Words and numbers without a label.
    pub(super) fn take_unlabelled(
        self,
        scheme: &Scheme,
        separator: Separator,
        at: usize,
        draft: &mut Draft,
    ) -> Option<usize> {
        if draft.locator.is_some() || separator == Separator::Point && !draft.items.is_empty() {
            return None;
        }
        let first = self.tokens.get(at)?;
        if draft.repository.is_none() && !draft.items.is_empty() && self.names_repository(at) {
            return None;
        }
        if let Some(end) = self.absent(at) {
            draft.extras.push(self.extra(ExtraKind::Remark, self.span(at, end)));
            return Some(end);
        }
        let folder_open =
            scheme.last.is_some() && matches!(draft.items.last(), Some(Item::Words(_)));
        if !folder_open
            && !draft.items.is_empty()
            && self.setting != Setting::Running
            && let Some(end) = self.date_end(at)
            && self.ends(end)
        {
            draft.extras.push(self.extra(ExtraKind::Date, self.span(at, end)));
            return Some(end);
        }
        if let Some(end) = self.extent(at).filter(|_| !draft.items.is_empty()) {
            draft.extras.push(self.extra(ExtraKind::Extent, self.span(at, end)));
            return Some(end);
        }
        let after_words = matches!(draft.items.last(), Some(Item::Words(_)));
        let years = after_words && self.chunk(at, false).is_some_and(|end| self.is_years(at, end));
        if first.kind == TokenKind::Number && !scheme.numbered.is_empty() && !years {
            let end = self.chunk(at, false).filter(|end| self.ends(*end))?;
            let held = draft.items.iter().filter(|item| matches!(item, Item::Number(_))).count();
            let (_, next) = self.separator(end);
            if held < scheme.numbered.len()
                && (self.setting > Setting::Running || self.labelled(scheme, next).is_some())
            {
                draft.items.push(Item::Number(self.span(at, end)));
                return Some(end);
            }
        }
        if draft.scheme == SchemeId::default()
            && let Some(end) = self.take_unknown_label(separator, at, draft)
        {
            return Some(end);
        }
        if scheme.named.is_empty() && scheme.last.is_none() {
            return self.take_description(scheme, at, draft);
        }
        let end = self.named_words(scheme, at)?;
        // In running text a name is part of the reference only if a number follows it.
        if self.setting == Setting::Running && !self.number_follows(scheme, end) {
            return None;
        }
        draft.items.push(Item::Words(self.unquoted(at, end)));
        Some(end)
    }

    /// A word with a number, and nothing else between two commas: `Lot 66 D 347`, `deed 15432`. The word is
    /// taken for the label of a level, and for its key.
    fn take_unknown_label(
        self,
        separator: Separator,
        at: usize,
        draft: &mut Draft,
    ) -> Option<usize> {
        let word = self.words(at);
        let acronym = word.chars().filter(|char| char.is_uppercase()).count() > 1;
        let parted = separator != Separator::None || draft.items.is_empty();
        let month = self.date_end(at).is_some();
        if !self.is_word(at)
            || acronym
            || !parted
            || month
            || draft.items.is_empty() && draft.repository.is_none()
        {
            return None;
        }
        let value = if self.sign(at + 1, '.') { at + 2 } else { at + 1 };
        let spaced = self.tokens.get(value).is_some_and(|token| token.spaced || value > at + 1);
        let end = self.value(value, ValueRule::Numbers, |_| false)?;
        let whole = self.tokens.get(end).is_none_or(|next| !next.is_text());
        if !spaced || !whole || !(value..end).any(|at| self.is_number(at)) {
            return None;
        }
        draft.items.push(Item::Part {
            key: crate::fold::fold(word).into(),
            label: Some(self.span(at, value)),
            value: self.span(value, end),
        });
        Some(end)
    }

    /// `1963–1981`, `1962-63`: years.
    fn is_years(self, at: usize, end: usize) -> bool {
        let year = self.words(at).len() == 4 && self.words(at).starts_with(['1', '2']);
        let range =
            end == at + 3 && self.is_dash(at + 1) && matches!(self.words(at + 2).len(), 2 | 4);
        year && (end == at + 1 || range)
    }

    /// Words that describe the file, between its number and its leaves: `…, diary of a lieutenant, fo. 20`.
    fn take_description(self, scheme: &Scheme, at: usize, draft: &mut Draft) -> Option<usize> {
        let allowed = self.setting > Setting::Running && !draft.items.is_empty();
        let end = allowed.then(|| self.phrase(at, |_| false)).flatten()?;
        let (separator, next) = self.separator(end);
        let goes_on = self.labelled(scheme, next).is_some() || self.leaves(scheme, next).is_some();
        if separator != Separator::Comma || !goes_on {
            return None;
        }
        draft.extras.push(self.extra(ExtraKind::Remark, self.span(at, end)));
        Some(end)
    }

    fn number_follows(self, scheme: &Scheme, mut end: usize) -> bool {
        for _ in 0..4 {
            let (separator, next) = self.separator(end);
            if !matches!(separator, Separator::Comma | Separator::Colon | Separator::None) {
                return false;
            }
            if self.labelled(scheme, next).is_some() || self.shape(scheme, next).is_some() {
                return true;
            }
            match self.named_words(scheme, next) {
                Some(after) if separator != Separator::None => end = after,
                _ => return false,
            }
        }
        false
    }

    fn unquoted(self, at: usize, end: usize) -> obelus_text::Span {
        let mark = |at: usize| {
            matches!(self.kind(at), Some(TokenKind::Sign('“' | '”' | '"' | '«' | '»' | '„')))
        };
        let first = if mark(at) { at + 1 } else { at };
        let last = if mark(end - 1) && end - 1 > first && first > at { end - 1 } else { end };
        self.span(first, last)
    }
}
