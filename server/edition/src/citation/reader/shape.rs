//! References that are one word to the archive: `FO 371/84053`, `611.93/3-161`, `109-00228-01`.

use std::sync::Arc;

use obelus_text::Span;

use super::Reader;
use crate::citation::{LocatorKind, Scheme};
use crate::date::PartialDate;

/// No reference is longer: keeps the search linear.
const LONGEST: usize = 160;

/// A part that a shape names.
pub(super) struct Part {
    /// The key of the level.
    pub key: Arc<str>,
    /// Its value.
    pub span: Span,
}

/// A shape that fits.
pub(super) struct Fit {
    pub parts: Vec<Part>,
    /// Whether its part `document` is a date.
    pub dated: bool,
    /// The token after it.
    pub end: usize,
}

impl Reader<'_> {
    /// The first shape of `scheme` that fits at `at`.
    pub(super) fn shape(self, scheme: &Scheme, at: usize) -> Option<Fit> {
        (0..scheme.shapes.len()).find_map(|index| self.shape_at(scheme, index, at))
    }

    /// The shape of this index at `at`.
    pub(super) fn shape_at(self, scheme: &Scheme, index: usize, at: usize) -> Option<Fit> {
        let shape = &scheme.shapes[index];
        let token = self.tokens.get(at)?;
        if at > 0 && !token.spaced && token.is_text() && self.tokens[at - 1].is_text() {
            return None;
        }
        if !shape.may_begin(token.hash) {
            return None;
        }
        let start = token.span.start().to_usize();
        let mut stop = (start + LONGEST).min(self.text.len());
        while !self.text.is_char_boundary(stop) {
            stop -= 1;
        }
        let regex = shape.regex()?;
        let captures = regex.captures(&self.text[start..stop])?;
        let length = captures.get(0)?.len();
        let mut end = at;
        while self
            .tokens
            .get(end)
            .is_some_and(|token| token.span.end().to_usize() <= start + length)
        {
            end += 1;
        }
        // A shape that ends inside a word or number does not fit.
        let whole = end > at && self.tokens[end - 1].span.end().to_usize() == start + length;
        let cut = self.joined(end) && self.tokens[end].is_text() && self.tokens[end - 1].is_text();
        if !whole || cut {
            return None;
        }
        let named = regex.capture_names().flatten();
        let mut parts: Vec<Part> = named
            .filter_map(|name| {
                let found = captures.name(name).filter(|found| !found.is_empty())?;
                let span = Span::from_usize(start + found.start()..start + found.end());
                let key = name.trim_end_matches(|char: char| char.is_ascii_digit());
                Some(Part { key: key.trim_end_matches('_').into(), span })
            })
            .collect();
        parts.sort_by_key(|part| part.span);
        Some(Fit { parts, dated: shape.dated, end })
    }
}

/// The date in `3–161`: month, day, two digits of the year. `None` where there is no such date.
pub(super) fn coded_date(words: &str) -> Option<PartialDate> {
    let (month, rest) = words.split_once(|char: char| !char.is_ascii_digit())?;
    let digits = rest.trim_start_matches(|char: char| !char.is_ascii_digit());
    let (day, year) = digits.split_at_checked(digits.len().checked_sub(2)?)?;
    let year: i16 = year.parse().ok()?;
    let date = PartialDate::new(Some(1900 + year), month.parse().ok(), day.parse().ok());
    date.day.and(date.earliest()).map(|_| date)
}

/// What a part of a shape counts, where it is a locator.
pub(super) fn locator_kind(key: &str) -> Option<LocatorKind> {
    match key {
        // Most archives have levels called items.
        "item" => None,
        "items" => Some(LocatorKind::Item),
        _ => LocatorKind::named(key),
    }
}
