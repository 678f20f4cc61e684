//! The reader of references: one for all schemes.

mod assign;
mod body;
mod draft;
mod extra;
mod ibid;
mod label;
mod leaves;
mod named;
mod repository;
mod scan;
mod separator;
mod shape;
mod unlabelled;
mod value;
mod whole;

pub use scan::{find, find_in_note, read};

use obelus_text::Span;

use super::Catalogue;
use crate::token::{Token, TokenKind};

/// How much may be taken for part of a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Setting {
    /// Running text: only what has numbers under labels, or a form of its own.
    Running,
    /// A source note: names of collections and files too.
    Note,
    /// A reference and nothing else.
    Reference,
}

/// A text that is searched for references.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub catalogue: &'a Catalogue,
    pub setting: Setting,
}

impl<'a> Reader<'a> {
    fn words(self, at: usize) -> &'a str {
        self.tokens.get(at).map(|token| token.span.of(self.text)).unwrap_or_default()
    }

    fn sign(self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(sign))
    }

    fn kind(self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn is_number(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    fn is_word(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    fn is_dash(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_dash)
    }

    /// Whether the token at `at` follows the one before it without white space.
    fn joined(self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// From the token `first` up to, not including, `end`.
    fn span(self, first: usize, end: usize) -> Span {
        match (self.tokens.get(first), end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(from), Some(to)) if first < end => from.span.join(to.span),
            (Some(from), _) => Span::empty(from.span.start()),
            _ => Span::default(),
        }
    }

    /// Whether nothing of the same word or number follows at `at`.
    fn ends(self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| {
            token.spaced
                || matches!(
                    token.kind,
                    TokenKind::Sign(',' | ';' | '.' | ':' | ')' | ']' | '”' | '"' | '’')
                )
        })
    }
}
