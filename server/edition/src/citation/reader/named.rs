//! Words that stand for a level by their place: names of collections, series, folders.

use super::{Reader, Setting};
use crate::citation::Scheme;
use crate::fold::fold;
use crate::token::TokenKind;

/// No name of a level has more tokens.
const LONGEST: usize = 40;

impl Reader<'_> {
    /// The words at `at` that may stand for a level of `scheme`: the token after them.
    pub(super) fn named_words(self, scheme: &Scheme, at: usize) -> Option<usize> {
        let token = self.tokens.get(at)?;
        let quoted = matches!(token.kind, TokenKind::Sign('“' | '"' | '«' | '„'));
        let end = if quoted {
            self.quoted(at)?
        } else {
            self.phrase(at, |at| self.begins_item(scheme, at) || self.begins_shape(scheme, at))?
        };
        // `Series 2: Family correspondence`
        let headed = end == at + 2 && self.is_number(at + 1) && self.sign(end, ':');
        let end = if headed { self.phrase(end + 1, |_| false).unwrap_or(end) } else { end };
        if end - at > LONGEST || !quoted && !token.is_text() {
            return None;
        }
        let fits = match self.setting {
            Setting::Running => quoted || self.is_title(at, end),
            Setting::Note => {
                quoted || token.capital || token.kind == TokenKind::Number || self.is_title(at, end)
            }
            Setting::Reference => true,
        };
        fits.then_some(end)
    }

    /// Whether a shape stands at `at` with which words before it end: `Präs. 3473/1848`.
    fn begins_shape(self, scheme: &Scheme, at: usize) -> bool {
        if self.sign(at, '(') && self.shape(scheme, at + 1).is_some() {
            return true;
        }
        if scheme.closing.is_none() || !self.tokens[at].spaced {
            return false;
        }
        let last = self.is_number(at)
            && self.chunk(at, false).is_some_and(|end| self.ends(end) && !self.joined_word(end));
        self.shape(scheme, at).is_some() || last
    }

    /// Whether another word follows without a sign between.
    fn joined_word(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(crate::token::Token::is_text)
    }

    /// The token after the quotation that opens at `at`.
    fn quoted(self, at: usize) -> Option<usize> {
        let close = |token: &crate::token::Token| {
            matches!(token.kind, TokenKind::Sign('”' | '"' | '»' | '“'))
        };
        let length = self.tokens.get(at + 1..)?.iter().take(LONGEST).position(close)?;
        Some(at + length + 2)
    }

    /// Whether the words are written as a title: capitals but for small words.
    fn is_title(self, at: usize, end: usize) -> bool {
        let small = |word: &str| {
            matches!(
                fold(word).as_str(),
                "of" | "the"
                    | "and"
                    | "for"
                    | "to"
                    | "on"
                    | "in"
                    | "with"
                    | "a"
                    | "at"
                    | "by"
                    | "from"
                    | "de"
                    | "des"
                    | "du"
                    | "la"
                    | "le"
                    | "les"
                    | "et"
                    | "der"
                    | "die"
                    | "das"
                    | "und"
                    | "von"
                    | "zur"
                    | "di"
                    | "del"
                    | "della"
                    | "dei"
                    | "i"
                    | "y"
                    | "files"
                    | "file"
                    | "g"
            )
        };
        let words = (at..end).filter(|at| self.is_word(*at));
        let titled = |at: usize| self.tokens[at].capital || small(self.words(at));
        self.tokens[at].capital && words.clone().all(titled) && words.count() <= 12
    }
}
