//! Values of levels: `45`, `23a`, `R-9478`, `64 D 563`, `XX 1–5`.

use super::Reader;
use crate::citation::ValueRule;
use crate::token::TokenKind;

/// No phrase has more tokens: keeps the search linear.
const LONGEST: usize = 80;

impl Reader<'_> {
    /// The value at `at` after `rule`: the token after its last.
    pub(super) fn value(
        self,
        at: usize,
        rule: ValueRule,
        is_label: impl Fn(usize) -> bool,
    ) -> Option<usize> {
        match rule {
            ValueRule::Number => self.chunk(at, true).map(|end| self.letter_after(end)),
            ValueRule::Numbers => self.chunks(at, is_label),
            ValueRule::Phrase => self.phrase(at, is_label),
        }
    }

    /// A number with what is written together with it: `1911/18393`, `H–144`, `159a`.
    pub(super) fn chunk(self, at: usize, roman: bool) -> Option<usize> {
        if !matches!(self.kind(at)?, TokenKind::Number | TokenKind::Word) {
            return None;
        }
        let mut end = at + 1;
        while self.joined(end) && self.goes_on(end) {
            end += 1;
        }
        let has_number = (at..end).any(|token| self.is_number(token));
        let fits = has_number || roman && end == at + 1 && self.is_roman_or_letter(at);
        fits.then_some(end)
    }

    /// Whether the joined token at `at` belongs to the number before it.
    fn goes_on(self, at: usize) -> bool {
        let followed = self.joined(at + 1) && self.tokens[at + 1].is_text();
        match self.tokens[at].kind {
            TokenKind::Number | TokenKind::Word | TokenKind::Sign('*') => true,
            TokenKind::Sign('/' | '-' | '‐' | '‑' | '–' | '—' | '−' | '+' | '_' | '~' | '#') => {
                followed
            }
            // A point parts numbers, but it ends `Ф.12.Оп.3`.
            TokenKind::Sign('.' | ':') => followed && self.is_number(at + 1),
            TokenKind::Sign(_) => false,
        }
    }

    /// `XII`, `G`: a number without digits.
    fn is_roman_or_letter(self, at: usize) -> bool {
        let word = self.words(at);
        let roman = word.len() <= 7 && word.chars().all(|char| "IVXLCDM".contains(char));
        let letter = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
        (roman || letter) && self.ends(at + 1)
    }

    /// `159 a`, `66 v`: a letter that stands apart, with nothing after it.
    fn letter_after(self, end: usize) -> usize {
        let letter = self.is_word(end)
            && self.words(end).chars().count() == 1
            && self.words(end).chars().all(|char| char.is_lowercase() && char.is_alphabetic());
        let last = self
            .tokens
            .get(end + 1)
            .is_none_or(|next| matches!(next.kind, TokenKind::Sign(',' | ';' | ')')));
        if letter && last { end + 1 } else { end }
    }

    /// Several chunks that stand apart: `64 D 563`, `XX 1–5`, `330-76-067`.
    fn chunks(self, at: usize, is_label: impl Fn(usize) -> bool) -> Option<usize> {
        let mut end = at;
        let mut number = false;
        while end < self.tokens.len() {
            if end > at && is_label(end) {
                break;
            }
            let short =
                |word: &str| word.chars().count() <= 4 && !word.chars().any(char::is_lowercase);
            let next = match self.chunk(end, true) {
                Some(next) => next,
                None if self.is_word(end) && short(self.words(end)) => end + 1,
                None => break,
            };
            number |= (end..next).any(|token| self.is_number(token));
            end = next;
        }
        (end > at && (number || self.is_roman_or_letter(at))).then_some(end)
    }

    /// Words up to the next sign that parts, or the next label.
    pub(super) fn phrase(self, at: usize, is_label: impl Fn(usize) -> bool) -> Option<usize> {
        let mut end = at;
        let mut depth = 0_u32;
        while let Some(token) = self.tokens.get(end).filter(|_| end - at < LONGEST) {
            if end > at && depth == 0 && is_label(end) {
                break;
            }
            match token.kind {
                TokenKind::Sign('(') => depth += 1,
                TokenKind::Sign(')') if depth > 0 => depth -= 1,
                TokenKind::Sign(')' | '[' | ']' | ';') => break,
                TokenKind::Sign(',') if depth == 0 => break,
                TokenKind::Sign(':') if depth == 0 && !self.joined(end + 1) => break,
                TokenKind::Sign('.') if depth == 0 && self.is_full_stop(end) => break,
                _ => {}
            }
            end += 1;
        }
        (end > at).then_some(end)
    }

    /// Whether the point at `at` ends a sentence: a long word or a number before it, and a capital or
    /// nothing after it.
    pub(super) fn is_full_stop(self, at: usize) -> bool {
        let Some(next) = self.tokens.get(at + 1) else { return true };
        if !next.spaced {
            return matches!(next.kind, TokenKind::Sign(']' | '”' | '"' | '’' | '»'));
        }
        let before = at.checked_sub(1).map(|before| self.words(before)).unwrap_or_default();
        let short = before.chars().count() <= 4 && before.chars().all(char::is_alphabetic);
        let marking = matches!(
            self.words(at + 1),
            "secret"
                | "top"
                | "confidential"
                | "unclassified"
                | "limited"
                | "no"
                | "official"
                | "restricted"
        );
        let capital = marking || next.kind == TokenKind::Word && next.capital || !next.is_text();
        capital && !short
    }
}
