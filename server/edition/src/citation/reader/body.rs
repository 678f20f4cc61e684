//! The body of a reference: levels, leaves and what goes with them.

use super::draft::{Draft, Item};
use super::label::Labelled;
use super::separator::Separator;
use super::shape::{coded_date, locator_kind};
use super::{Reader, Setting};
use crate::citation::scheme::LabelUse;
use crate::citation::{ExtraKind, Fault, Leaf, LeafRange, Locator, Scheme, SchemeId, ValueRule};
use crate::date::EditionDate;
use crate::token::TokenKind;

impl Reader<'_> {
    /// Reads on at `at`, after the scheme of `draft`, until something does not belong to it.
    pub(super) fn body(self, mut at: usize, mut draft: Draft) -> Draft {
        let mut open = 0;
        loop {
            let (separator, next) = self.separator(at);
            let next = self.without_and(separator, next);
            open += u32::from(separator == Separator::Open);
            if self.tokens.get(next).is_none() {
                break;
            }
            match self.part(separator, next, &mut draft) {
                Some(end) => {
                    at = end;
                    draft.end = end;
                    if open > 0 && self.sign(at, ')') {
                        open -= 1;
                        at += 1;
                        draft.end = at;
                    }
                }
                None => break,
            }
        }
        draft
    }

    /// `, and box 3`
    fn without_and(self, separator: Separator, at: usize) -> usize {
        let and =
            separator == Separator::Comma && matches!(self.words(at), "and" | "und" | "et" | "и");
        if and { at + 1 } else { at }
    }

    /// Takes the part at `at` into `draft`; the token after it.
    fn part(self, separator: Separator, at: usize, draft: &mut Draft) -> Option<usize> {
        let scheme = self.scheme(draft.scheme);
        let begun = !draft.items.is_empty() || draft.repository.is_some();
        if begun && let Some(end) = self.take_credit(at, draft) {
            return Some(end);
        }
        if separator == Separator::Semicolon {
            return None;
        }
        if separator == Separator::Colon
            && let Some(end) = self.take_genre(at, draft)
        {
            return Some(end);
        }
        if draft.extras.is_empty() || separator != Separator::Point {
            let end = self
                .take_shape(scheme, at, draft)
                .or_else(|| self.take_level(scheme, separator, at, draft))
                .or_else(|| self.take_leaves(scheme, at, draft));
            if end.is_some() {
                return end;
            }
        }
        if separator == Separator::Open {
            return self
                .take_parenthesis(at, self.setting != Setting::Running, draft)
                .map(|end| end - 1);
        }
        if separator == Separator::None && begun && !draft.items.is_empty() {
            let tail = self
                .take_tail(scheme, at, draft)
                .or_else(|| self.take_number_behind_name(scheme, at, draft));
            let folder = scheme.last.is_some()
                && self.setting > Setting::Running
                && matches!(draft.items.last(), Some(Item::Level { .. }));
            if tail.is_some() || !folder {
                return tail;
            }
        }
        self.take_tail_segment(scheme, at, draft)
            .or_else(|| self.take_unlabelled(scheme, separator, at, draft))
    }

    fn take_level(
        self,
        scheme: &Scheme,
        separator: Separator,
        at: usize,
        draft: &mut Draft,
    ) -> Option<usize> {
        let filled = |level: usize| {
            draft
                .items
                .iter()
                .any(|item| matches!(item, Item::Level { level: other, .. } if *other == level))
        };
        let highest = draft.items.iter().filter_map(|item| match item {
            Item::Level { level, .. } => Some(*level),
            _ => None,
        });
        let highest = highest.max();
        let leaves_too = self.label(scheme, at).is_some_and(|label| {
            label.uses.iter().any(|one| matches!(one, LabelUse::Locator { .. }))
        });
        let too_late = |level: usize| leaves_too && highest.is_some_and(|highest| level < highest);
        let fits = |level: usize| !filled(level) && !too_late(level);
        if let Some(found) = self.labelled_where(scheme, at, fits) {
            return Some(self.keep_level(separator, at, found, draft));
        }
        let own = self.label(scheme, at).is_some();
        let general = self.catalogue.scheme(SchemeId::default());
        if own
            || draft.scheme == SchemeId::default()
            || draft.items.is_empty() && draft.repository.is_none()
        {
            return None;
        }
        let foreign = self.labelled_where(general, at, |level| {
            general.levels[level].value != ValueRule::Phrase
        })?;
        let digits = (foreign.value..foreign.end).any(|at| self.is_number(at));
        let container = scheme.container_words().longest(&self.tokens[at..]).is_some();
        if self.leaves(scheme, at).is_some() || !digits || container {
            return None;
        }
        draft.faults.push(Fault::UnknownLevel { label: foreign.label });
        draft.items.push(Item::Part {
            key: general.levels[foreign.level].key.clone(),
            label: Some(foreign.label),
            value: self.span(foreign.value, foreign.end),
        });
        Some(foreign.end)
    }

    fn keep_level(
        self,
        separator: Separator,
        at: usize,
        found: Labelled,
        draft: &mut Draft,
    ) -> usize {
        if separator == Separator::None && matches!(draft.items.last(), Some(Item::Level { .. })) {
            let (before, label) = (self.tokens[at - 1].span, found.label);
            let span = obelus_text::Span::new(before.end(), label.start());
            draft.faults.push(Fault::MissingSeparator { span });
        }
        draft.items.push(Item::Level {
            level: found.level,
            label: found.label,
            value: self.span(found.value, found.end),
            span: self.span(at, found.end),
        });
        found.end
    }

    fn take_leaves(self, scheme: &Scheme, at: usize, draft: &mut Draft) -> Option<usize> {
        if draft.locator.is_some()
            || draft.items.is_empty() && draft.ibid.is_none() && !draft.continues
        {
            return None;
        }
        let leaves = self.leaves(scheme, at)?;
        draft.locator = Some(leaves.locator);
        draft.faults.extend(leaves.faults);
        Some(leaves.end)
    }

    pub(super) fn take_shape(self, scheme: &Scheme, at: usize, draft: &mut Draft) -> Option<usize> {
        let fit = self.shape(scheme, at)?;
        self.keep_shape(scheme, fit, draft)
    }

    pub(super) fn keep_shape(
        self,
        _scheme: &Scheme,
        fit: super::shape::Fit,
        draft: &mut Draft,
    ) -> Option<usize> {
        let twice = fit.parts.iter().any(|part| {
            &*part.key != "part"
                && draft
                    .items
                    .iter()
                    .any(|item| matches!(item, Item::Part { key, .. } if *key == part.key))
        });
        if twice {
            return None;
        }
        for part in fit.parts {
            if fit.dated && &*part.key == "document" {
                match coded_date(part.span.of(self.text)) {
                    Some(date) => draft.date = Some(EditionDate::one(date)),
                    None => draft.faults.push(Fault::ImpossibleDate { span: part.span }),
                }
            }
            match &*part.key {
                "entry" => draft.extras.push(self.extra(ExtraKind::Entry, part.span)),
                "date" => {
                    draft.extras.push(self.extra(ExtraKind::Date, part.span));
                }
                key => match locator_kind(key) {
                    Some(kind) => self.shape_leaves(kind, part.span, draft),
                    None => {
                        draft.items.push(Item::Part {
                            key: part.key,
                            label: None,
                            value: part.span,
                        });
                    }
                },
            }
        }
        Some(fit.end)
    }

    fn shape_leaves(
        self,
        kind: crate::citation::LocatorKind,
        span: obelus_text::Span,
        draft: &mut Draft,
    ) {
        let words = span.of(self.text);
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let Ok(number) = words[..digits].parse() else { return };
        let leaf = Leaf { number, suffix: words[digits..].trim().into(), side: None };
        if let Some(locator) = &mut draft.locator {
            locator.span = locator.span.join(span);
            if let Some(range) = locator.ranges.last_mut() {
                range.to = leaf;
                range.span = range.span.join(span);
            }
        } else {
            let range = LeafRange { span, from: leaf.clone(), to: leaf, following: 0 };
            draft.locator = Some(Locator { kind, label: None, span, ranges: vec![range] });
        }
    }

    /// Words directly behind a number: `f. 102 DPOO`.
    fn take_tail(self, scheme: &Scheme, at: usize, draft: &mut Draft) -> Option<usize> {
        let Some(Item::Level { level, .. }) = draft.items.last() else { return None };
        let key = scheme.levels[*level].tail.clone()?;
        let token =
            self.tokens.get(at).filter(|token| token.kind == TokenKind::Word && token.capital)?;
        let end = self.phrase(at, |at| self.begins_item(scheme, at)).filter(|_| token.spaced)?;
        let (_, next) = self.separator(end);
        let goes_on = self.labelled(scheme, next).is_some() || self.shape(scheme, next).is_some();
        if !goes_on || end - at > 12 {
            return None;
        }
        draft.items.push(Item::Part { key, label: None, value: self.span(at, end) });
        Some(end)
    }

    /// A number directly behind a name: `RTA. 148`.
    fn take_number_behind_name(
        self,
        scheme: &Scheme,
        at: usize,
        draft: &mut Draft,
    ) -> Option<usize> {
        let behind = matches!(draft.items.last(), Some(Item::Words(_))) && scheme.closing.is_some();
        let end =
            self.chunk(at, false).filter(|end| behind && self.is_number(at) && self.ends(*end))?;
        draft.items.push(Item::Number(self.span(at, end)));
        Some(end)
    }

    /// The same after a comma: `f. 102, Departament politsii (DPOO), op. 226`.
    fn take_tail_segment(self, scheme: &Scheme, at: usize, draft: &mut Draft) -> Option<usize> {
        self.take_tail(scheme, at, draft)
    }
}
